/** The types of results, and of compiled policies.
 *
 * Data keeps the names of its JSON, as in `known_editions`; methods and properties of results have names of JavaScript.
 */

export type Verdict = "met" | "not met" | "missing" | "not applicable";
/** `in scope` and `cannot tell yet` are outcomes of a program alone. None is a coverage decision. */
export type Outcome = "ready" | "incomplete" | "not met" | "out of scope" | "invalid" | "in scope" | "cannot tell yet";
export type Effect = "scope" | "required" | "advisory";
/** Surely met, surely not met, or null where the chart does not say. */
export type Truth = boolean | null;

export type ProblemCode =
  | "not-an-object" | "unknown-fact" | "null" | "wrong-type" | "out-of-range" | "too-many-places" | "not-a-date"
  | "unknown-option" | "not-a-code" | "empty-text" | "too-long" | "repeated"
  | "codes-missing" | "unknown-service" | "service-not-encoded" | "several-services" | "no-version-on-that-day"
  | "no-program"
  | "unreadable" | "too-large" | "not-json" | "duplicate-key" | "inexact-number";

/** Why a request is invalid. It never holds the value. */
export interface Problem {
  /** A JSON pointer. */
  readonly path: string;
  /** The broken rule, for people. Its words may change. */
  readonly rule: string;
  /** For programs. It is stable. */
  readonly code: ProblemCode;
}

/** Why a criterion is met, not met or missing: a test in words, or tests and how they are joined. */
export interface Reason {
  readonly words: string;
  readonly truth: Exclude<Verdict, "not applicable">;
  readonly joint: string;
  readonly quote: string;
  readonly facts: readonly string[];
  readonly parts: readonly Reason[];
}

/** A criterion with its verdict, and why. */
export interface Explanation<Id extends string = string> {
  readonly criterion: Criterion<Id>;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** The names of the stated facts that decided it. */
  readonly decidedBy: readonly string[];
  /** The facts that are missing. */
  readonly missing: readonly Fact[];
  /** As JSON values, in the shape of `result.schema.json`. */
  asDict(): Json;
}

/** A clock and the day it ends. */
export interface Deadline {
  readonly clock: Clock;
  readonly verdict: "known" | "missing" | "not applicable";
  /** As YYYY-MM-DD, where it is known. */
  readonly day: string | null;
  /** The facts that it waits for. */
  readonly missing: readonly Fact[];
  /** As JSON values. */
  asDict(): Json;
}

/** An add-on code that is not on the request while a primary code of it is. */
export interface LeftOff {
  readonly code: string;
  readonly label: string;
  readonly primaries: readonly string[];
}

/** An object of JSON. */
export type Json = { [key: string]: any };

/** The verdicts of one request. Explanations are made on demand.
 *
 * A result keeps what the request states for its explanations, and never gives it away: whatever prints, copies, sends
 * or compares a result finds policy, outcome, verdicts and problems alone. Store `asDict()`.
 */
export interface Result<Id extends string = string> {
  /** The version that answered, as in `esi@6.0.0`; empty where none could be chosen. */
  readonly answeredBy: string;
  readonly outcome: Outcome;
  /** The verdict of each criterion by its id; empty for an invalid request. */
  readonly verdicts: { readonly [id in Id]?: Verdict };
  /** Why the request is invalid; empty for a valid one. */
  readonly problems: readonly Problem[];
  /** The policy and version that was applied. */
  readonly policy: CompiledPolicy<Id>;
  /** Who answers the request, in the state where the service is given; null outside the program. */
  readonly state: State | null;
  /** The services of a program whose codes are on the request. */
  readonly services: readonly Service[];
  /** Later editions that are known and not encoded, and concern the day of receipt. They change no outcome. */
  readonly laterEditions: readonly Edition[];
  /** The add-on codes that are not on the request while a primary code of theirs is. */
  readonly leftOff: readonly LeftOff[];
  /** Every criterion with the facts that decided it, and those that are missing. */
  explain(): Explanation<Id>[];
  /** The criteria of scope and requirement that are missing or not met. */
  gaps(): Explanation<Id>[];
  /** The clocks that the dates of the request start, with the days they end. */
  deadlines(): Deadline[];
  /** The open part of a criterion, as an expression in the form of a compiled policy.
   *
   * It holds values that follow from those of the request. Throws RangeError for an id that the policy does not have,
   * and for every id if the request is invalid.
   */
  stillOpen(id: Id): Expression;
  /** As JSON values, in the shape of `result.schema.json`: the same as `as_dict()` in Python. */
  asDict(): Json;
  /** The ids alone, for many results, in the shape of `summary.schema.json`: the same as `as_summary()` in Python. */
  asSummary(): Summary<Id>;
  /** What `JSON.stringify` writes: policy, version, outcome, verdicts and problems. */
  toJSON(): Json;
  toString(): string;
}

/** A result by its ids alone; the policy has their words. */
export interface Summary<Id extends string = string> {
  readonly policy: string;
  readonly version: string;
  readonly meaning: string;
  readonly outcome: Outcome;
  /** The criteria of scope and requirement that are missing or not met, and the facts that would have to be stated. */
  readonly open: readonly {
    readonly id: Id;
    readonly verdict: "missing" | "not met";
    readonly missing: readonly string[];
  }[];
  readonly problems: readonly Problem[];
  /** The day of each clock that applies, as YYYY-MM-DD; null while it is not known. */
  readonly deadlines: { readonly [id: string]: string | null };
  readonly services: readonly string[];
  readonly later_editions: readonly string[];
  readonly left_off: readonly string[];
}

/** What would make a request ready: the same as `as_dict()` of an ask list in Python. */
export interface AskList {
  /** Criteria that nothing closes, since the chart stands against them. */
  readonly contradicted: readonly { readonly criteria: readonly string[]; readonly says: string }[];
  /** What is asked for, the shortest first. */
  readonly gaps: readonly AskedGap[];
  /** What each supplier is asked for, in words to read into a telephone. */
  readonly offices: readonly { readonly from: string; readonly text: string }[];
}

/** Criteria that are closed together, and the ways to do it, of which one is enough; the likeliest first. */
export interface AskedGap {
  readonly criteria: readonly string[];
  /** It matters only if what the chart contradicts is settled. */
  readonly if_settled: boolean;
  /** The criteria that are not met as the request stands, and not only missing, in words. */
  readonly stands: readonly string[];
  readonly ways: readonly AskedWay[];
}

/** Things that close a gap together. After one that opens more, further things may be asked for. */
export interface AskedWay {
  readonly things: readonly AskedThing[];
  readonly unlikely: boolean;
  readonly opens_more: boolean;
}

/** A thing to get, to say or to plan otherwise. */
export interface AskedThing {
  /** What the request is to state, as a JSON pointer; `-` is a record that is added to a list. */
  readonly place: string;
  readonly asks: string;
  /** The heading of the chart. */
  readonly chart: string;
  /** Who has it; may be empty. */
  readonly from: string;
}

/** A question that can still matter. */
export interface Question {
  /** The JSON pointer of its answer in the request, such as `/pain_duration` or `/prior_sessions/0/approach`. */
  readonly path: string;
  /** Its words, its type, and the rule of its answers. */
  readonly fact: Fact;
  /** The heading in the chart. */
  readonly chart: string;
  /** The findings that can still matter. */
  readonly items: readonly string[];
  /** The ids of the criteria that wait for the answer. */
  readonly criteria: readonly string[];
  /** The request that states the answer too: of findings, true or false for any of its items. */
  answered(request: Json, answer: unknown): Json;
  /** As JSON values: the same as `as_dict()` in Python. */
  asDict(): Json;
}

/** What a text says about a fact. Both are for the user's own screen. */
export interface Understood {
  readonly understood: true;
  /** The value as a request states it; null where nobody has looked yet. */
  readonly value: any;
  /** What was understood, in words. */
  readonly shown: string;
}

/** A text that is no answer. */
export interface NotUnderstood {
  readonly understood: false;
  /** Why, for the user's own screen. */
  readonly why: string;
  /** What to write instead, without anything of the text. */
  readonly write: string;
}

/** One version of one policy. */
export interface Validator<Id extends string = string> {
  readonly policy: CompiledPolicy<Id>;
  /** The verdicts on a request, or what makes it invalid. Never throws on any request. */
  check(request: unknown): Result<Id>;
  /** The same for a JSON document, as text or as bytes in UTF-8. Throws TypeError for anything else. */
  checkJson(data: string | ArrayBuffer | ArrayBufferView): Result<Id>;
}

/** The id in the name of a version: `esi` of `esi@6.0.0`. */
type PolicyId<Key> = Key extends `${infer Id}@${string}` ? Id : never;
/** How a policy is named: one version of it, or its id alone. */
type Name<Key> = (Key & string) | PolicyId<Key>;

/** The answers of some policies together. `Ids` has the ids of the criteria of each version. */
export interface Catalog<Ids extends { [key in keyof Ids]: string } = { [key: string]: string }> {
  /** The verdicts on a request. Never throws on any request.
   *
   * `policy` names one version, as in `esi@6.0.0`, or a policy, as in `esi`: the date of receipt chooses its version.
   * Without it the codes choose the policy too. Without a date the newest version answers, and says that the date is
   * missing. Throws RangeError for a policy that does not exist, and TypeError for options that are none.
   */
  check<Key extends keyof Ids & string>(request: unknown, options: { readonly policy: Key }): Result<Ids[Key]>;
  check(request: unknown, options?: { readonly policy?: Name<keyof Ids> | "" | undefined }): Result;
  /** The same for a JSON document, as text or as bytes in UTF-8. Throws TypeError for anything else. */
  checkJson<Key extends keyof Ids & string>(
    data: string | ArrayBuffer | ArrayBufferView,
    options: { readonly policy: Key },
  ): Result<Ids[Key]>;
  checkJson(
    data: string | ArrayBuffer | ArrayBufferView,
    options?: { readonly policy?: Name<keyof Ids> | "" | undefined },
  ): Result;
  /** Whether the program concerns a request at all, before any criterion is read. Never throws on any request. */
  scope(request: unknown): Result;
  /** The same for a JSON document. */
  scopeJson(data: string | ArrayBuffer | ArrayBufferView): Result;
  /** The validator of one version, as in `validator("esi", "6.0.0")` or `validator("esi@6.0.0")`; of an id alone the
   * newest. Throws RangeError for a policy that does not exist, and TypeError for a name that is not text.
   */
  validator(policy: string, version?: string): Validator;
  /** Every version that `check` takes by name: of the policies, then of the program. */
  knownVersions(): string[];
}

// ---------------------------------------------------------------- compiled policies

/** A policy as data: schemas/compiled-policy.schema.json describes it. */
export interface CompiledPolicy<Id extends string = string> {
  readonly form: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly program: boolean;
  readonly effective: string;
  readonly until: string | null;
  /** A hash of how it answers requests. */
  readonly meaning: string;
  readonly sources: readonly Json[];
  readonly codes: readonly { readonly code: string; readonly label: string; readonly add_on_to: readonly string[] }[];
  readonly facts: readonly Fact[];
  readonly criteria: readonly Criterion<Id>[];
  readonly clocks: readonly Clock[];
  readonly states: readonly State[];
  readonly services: readonly Service[];
  readonly known_editions: readonly Edition[];
  readonly sending: readonly Instruction[];
  readonly decisions: readonly Instruction[];
  readonly supplied_by: { readonly [chart: string]: string };
  readonly add_ons: AddOns | null;
  readonly asking: readonly Asking[];
  readonly sheet: Sheet;
}

/** How the ask list treats a fact that is stated, or that it asks for. */
export interface Asking {
  readonly fact: string;
  /** What of a plan may change; empty for nothing. */
  readonly plan: "" | "fewer" | "another day" | "sent later";
  /** Whether it becomes more with time. */
  readonly grows: boolean;
  /** Whether the answer yes says that something failed. */
  readonly claims_failure: boolean;
  /** Who has it, where it is not whoever has what stands under its heading. */
  readonly from: string;
  /** What speaks against the answer yes. */
  readonly unlikely_if: Expression | null;
}

/** The printed sheet: every criterion of scope and every required one in a sentence for staff. */
export interface Sheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
}

/** A part of the printed sheet. It is left out where what `skip` says is so. */
export interface SheetPart {
  readonly id: string;
  readonly title: string;
  readonly layout: "table" | "lines" | "yes_no";
  readonly skip: readonly Run[];
  readonly lines: readonly SheetLine[];
}

/** A line: the criteria that it speaks for, the facts that it names, who has what it asks for, and its words. */
export interface SheetLine {
  readonly criteria: readonly string[];
  readonly facts: readonly string[];
  readonly ask: readonly string[];
  readonly says: readonly Run[];
}

/** Words, words in bold, a box before its words, or room to write. `tick` and `blank` are JSON pointers into a request,
 * or empty; `values` are the answers that tick a box, and without any it is ticked by whatever is stated, or without a
 * place where `test` is met; `term` or `share` is worked out.
 */
export type Run =
  | { readonly text: string }
  | { readonly bold: string }
  | {
      readonly tick: string;
      readonly values: readonly (boolean | string)[];
      readonly text: string;
      readonly test?: Expression;
    }
  | {
      readonly blank: string;
      readonly term?: Term;
      readonly share?: { readonly percent: number; readonly of: Term };
    };

/** What becomes of an add-on code that is left off. `told_by` is the criterion that tells whether one is needed, or is
 * empty.
 */
export interface AddOns {
  readonly if_left_off: string;
  readonly cite: readonly Citation[];
  readonly told_by: string;
}

export interface Citation {
  readonly source: string;
  readonly title: string;
  readonly version: string;
  readonly section: string;
  readonly place: string;
}

export interface Reading {
  readonly id: string;
  readonly text: string;
}

export interface Criterion<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly effect: Effect;
  readonly cite: readonly Citation[];
  readonly readings: readonly Reading[];
  readonly applies_when: Expression | null;
  readonly require: Expression | null;
  readonly unless: Expression | null;
}

export interface Clock {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly cite: readonly Citation[];
  readonly readings: readonly Reading[];
  readonly applies_when: Expression | null;
  readonly due: Term;
}

export interface State {
  readonly id: string;
  readonly label: string;
  readonly mac: string;
  readonly jurisdiction: string;
  readonly participant: string;
  readonly portal: string;
  readonly telephone: string;
  readonly fax: string;
  readonly coverage: string;
  readonly cite: readonly Citation[];
}

export interface Service {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly codes: readonly string[];
  readonly coverage: { readonly [mac: string]: string };
}

export interface Edition {
  readonly name: string;
  readonly from: string;
  readonly known: string;
  readonly cite: readonly Citation[];
}

/** `sheet` is how the printed sheet says it: null for its title and words, empty where the sheet leaves it out. */
export interface Instruction {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly cite: readonly Citation[];
  readonly sheet: readonly Run[] | null;
}

interface Asked {
  readonly name: string;
  /** The question. */
  readonly ask: string;
  /** The heading in the chart. */
  readonly chart: string;
  /** What a request may state, in words. */
  readonly rule: string;
}

interface Options {
  /** The answers or items, each with its label. */
  readonly options: { readonly [id: string]: string };
}

export interface YesNoFact extends Asked { readonly type: "yes_no" }
export interface NoteFact extends Asked { readonly type: "note"; readonly most: number }
export interface NumberFact extends Asked {
  readonly type: "number";
  readonly from: number;
  readonly to: number;
  readonly places: number;
  readonly unit: string;
}
export interface DateFact extends Asked { readonly type: "date"; readonly from: string; readonly to: string }
export interface ChoiceFact extends Asked, Options { readonly type: "choice" }
export interface SetFact extends Asked, Options { readonly type: "set"; readonly unit: string }
export interface FindingsFact extends Asked, Options { readonly type: "findings" }
export interface CodesFact extends Asked {
  readonly type: "codes";
  readonly system: string;
  readonly pattern: string;
  readonly most: number;
}
export interface ListFact extends Asked {
  readonly type: "list";
  readonly fields: readonly Fact[];
  readonly most: number;
  readonly unique: readonly string[];
  readonly unit: string;
}
export type Fact =
  | YesNoFact | NoteFact | NumberFact | DateFact | ChoiceFact | SetFact | FindingsFact | CodesFact | ListFact;

/** A fact of the request, or a field of the record in hand. */
export type Named = { readonly fact: string } | { readonly field: string };
export type Value = boolean | number | string | readonly string[];
export type Comparison = "==" | "<" | "<=" | ">" | ">=";

export interface Worded {
  readonly says: {
    readonly question?: string;
    readonly answer?: string;
    readonly quote?: string;
    readonly name?: string;
  };
  readonly part: Expression;
}

export type Expression =
  | Worded
  | { readonly not: Expression }
  | { readonly at_least: number; readonly of: readonly Expression[] }
  | { readonly compare: Comparison; readonly left: Term; readonly right: Term }
  | { readonly includes: string; readonly in: Named }
  | { readonly begins: string; readonly in: Named }
  | { readonly documented: Named };

export interface Literal { readonly value: Value }
export interface Count { readonly count: Named; readonly where?: Expression }
interface ByField { readonly by: string; readonly where?: Expression }
export type OfRecords = ByField &
  (
    | { readonly total: string }
    | { readonly latest: string }
    | { readonly earliest: string }
    | { readonly highest: string }
    | { readonly lowest: string }
  );
export type Term =
  | Named
  | Literal
  | { readonly shift: Term; readonly months: number; readonly days: number }
  | { readonly sum: readonly Term[] }
  | { readonly times: number; readonly part: Term }
  | Count
  | OfRecords;
