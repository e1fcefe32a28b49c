/** The result of one request: its outcome, its verdicts, and on demand the reasons. */

import { dayOf } from "./days.js";
import {
  CANNOT_TELL, IN_SCOPE, INCOMPLETE, INVALID, KNOWN, MET, MISSING, NOTICE, NOT_APPLICABLE, NOT_MET, OUT_OF_SCOPE, READY,
} from "./words.js";

/** @typedef {import("../types.d.ts").Verdict} Verdict */
/** @typedef {import("../types.d.ts").Outcome} Outcome */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("./compiled.js").Compiled} Compiled */

/** @type {readonly Problem[]} */
const NO_PROBLEMS = Object.freeze([]);
/** @type {Readonly<Record<string, Verdict>>} */
const NONE_YET = Object.freeze({});
/** @type {readonly Verdict[]} */
const NO_VERDICTS = Object.freeze([]);

/** What a result keeps, for the package alone. @type {(result: Result) => {compiled: Compiled, chart: any[]}} */
let inside;

/** The verdicts of one request. Explanations are made on demand.
 *
 * A result keeps what the request states for its explanations, and never gives it away: whatever prints, copies, sends
 * or compares a result finds policy, outcome, verdicts and problems alone. Store `asDict()`.
 */
export class Result {
  /** @type {Compiled} */
  #compiled;
  /** @type {readonly Verdict[]} */
  #found;
  /** @type {any[]} */
  #chart;
  /** @type {Readonly<Record<string, Verdict>> | undefined} */
  #byId;

  static {
    inside = (result) => ({ compiled: result.#compiled, chart: result.#chart });
  }

  /** @param {Compiled} compiled
   * @param {any[] | null} chart
   * @param {readonly Problem[]} problems
   */
  constructor(compiled, chart, problems = NO_PROBLEMS) {
    const { policy } = compiled;
    this.#compiled = compiled;
    this.#chart = chart ?? compiled.layout.empty;
    this.#found = chart === null ? NO_VERDICTS : compiled.verdicts(chart);
    this.answeredBy = policy.id && `${policy.id}@${policy.version}`;
    this.outcome = chart === null ? INVALID : outcomeOf(compiled, this.#found);
    this.problems = problems;
    /** By the id of the criterion, made when they are first asked for. @type {Readonly<Record<string, Verdict>>} */
    this.verdicts = NONE_YET;
    Object.defineProperty(this, "verdicts", VERDICTS);
    Object.freeze(this);
  }

  /** @param {Result} result */
  static byId(result) {
    return (result.#byId ??= Object.freeze(byId(result.#compiled.ids, result.#found)));
  }

  get policy() {
    return this.#compiled.policy;
  }

  explain() {
    return this.#explained(() => true);
  }

  gaps() {
    const { criteria } = this.policy;
    return this.#explained(
      (verdict, number) => (verdict === MISSING || verdict === NOT_MET) && criteria[number].effect !== "advisory",
    );
  }

  /** @param {(verdict: Verdict, number: number) => boolean} isWanted */
  #explained(isWanted) {
    const found = [];
    for (const [number, verdict] of this.#found.entries()) {
      if (isWanted(verdict, number)) found.push(this.#explanation(number, verdict));
    }
    return found;
  }

  /** @param {number} number
   * @param {Verdict} verdict
   */
  #explanation(number, verdict) {
    const { layout, policy } = this.#compiled;
    const { reason, named } = this.#compiled.why(number, this.#chart, verdict);
    const criterion = policy.criteria[number];
    if (verdict !== MISSING) {
      return new Explanation(criterion, verdict, reason, named.filter((name) => this.#states(name)), []);
    }
    const facts = [...layout.facts.values()].filter((fact) => named.includes(fact.name));
    const absent = facts.filter((fact) => !this.#states(fact.name));
    // Where all are stated, it is a part of them that is not: an item of findings, a field of a record.
    return new Explanation(criterion, verdict, reason, [], absent.length > 0 ? absent : facts);
  }

  /** Whether the request states a fact. The fields of records are no facts of a request.
   * @param {string} name
   */
  #states(name) {
    const { layout } = this.#compiled;
    return layout.isOfRequest(name) && this.#chart[layout.place(name)] !== undefined;
  }

  /** @param {string} id */
  stillOpen(id) {
    const number = this.problems.length > 0 ? -1 : this.#compiled.ids.indexOf(id);
    if (number < 0) throw new RangeError(`there is no verdict on a criterion ${id}`);
    return copyOf(this.#compiled.stillOpen(number, this.#chart));
  }

  deadlines() {
    if (this.problems.length > 0) return [];
    const compiled = this.#compiled;
    return compiled.policy.clocks.map((clock, number) => {
      const day = compiled.dayOf[number](this.#chart);
      if (day === NOT_APPLICABLE) return new Deadline(clock, NOT_APPLICABLE, null, []);
      if (day !== MISSING) return new Deadline(clock, KNOWN, day, []);
      const waits = compiled.factsOfClock[number].filter((name) => !this.#states(name));
      return new Deadline(clock, MISSING, null, waits.map((name) => compiled.layout.fact(name)));
    });
  }

  /** @param {string} name */
  #stated(name) {
    return this.problems.length > 0 ? undefined : this.#compiled.stated(this.#chart, name);
  }

  get state() {
    const named = this.#stated("state");
    return this.policy.states.find((state) => state.id === named) ?? null;
  }

  get services() {
    const codes = this.#stated("codes") ?? [];
    return this.policy.services.filter((service) => service.codes.some((code) => codes.includes(code)));
  }

  get laterEditions() {
    const received = this.#stated("received_date");
    return this.policy.known_editions.filter((edition) => dayOf(edition.from) <= received);
  }

  get leftOff() {
    const known = this.policy.add_ons;
    const codes = this.#stated("codes");
    if (known === null || codes === undefined) return [];
    const told = this.verdicts[known.told_by];
    if (told === MET || told === NOT_APPLICABLE) return [];
    return this.policy.codes
      .filter(({ code, add_on_to }) => !codes.includes(code) && add_on_to.some((primary) => codes.includes(primary)))
      .map(({ code, label, add_on_to }) => ({ code, label, primaries: [...add_on_to] }));
  }

  /** @returns {import("../types.d.ts").Summary} */
  asSummary() {
    const { id, meaning, version } = this.policy;
    return {
      policy: id,
      version,
      meaning,
      outcome: this.outcome,
      open: this.gaps().map(({ criterion, missing, verdict }) => ({
        id: criterion.id,
        verdict: /** @type {"missing" | "not met"} */ (verdict),
        missing: missing.map(({ name }) => name),
      })),
      problems: copyOf(this.problems),
      deadlines: Object.fromEntries(
        this.deadlines().filter((one) => one.verdict !== NOT_APPLICABLE).map(({ clock, day }) => [clock.id, day]),
      ),
      services: this.services.map((service) => service.id),
      later_editions: this.laterEditions.map((edition) => edition.name),
      left_off: this.leftOff.map(({ code }) => code),
    };
  }

  asDict() {
    const { add_ons, id, meaning, version } = this.policy;
    const of = { if_left_off: add_ons?.if_left_off, cite: add_ons?.cite };
    return {
      policy: id,
      version,
      meaning,
      outcome: this.outcome,
      notice: NOTICE,
      criteria: this.explain().map((found) => found.asDict()),
      problems: copyOf(this.problems),
      deadlines: this.deadlines().map((found) => found.asDict()),
      state: copyOf(this.state),
      services: this.services.map((service) => service.id),
      later_editions: copyOf(this.laterEditions),
      left_off: this.leftOff.map((code) => copyOf({ ...code, ...of })),
    };
  }

  // ------------------------------------------------ what others may see of it: never the request

  /** What `JSON.stringify` writes, and so what a web framework sends for a result. */
  toJSON() {
    const { id, version } = this.policy;
    return { policy: id, version, outcome: this.outcome, verdicts: this.verdicts, problems: this.problems };
  }

  toString() {
    const { criteria, id, version } = this.policy;
    const open = criteria.filter(
      ({ effect }, number) => effect !== "advisory" && [MISSING, NOT_MET].includes(this.#found[number]),
    );
    const why = [
      ...this.problems.map(({ path, code }) => ` ${path || "/"}: ${code}`),
      ...open.map((criterion) => ` ${criterion.id}: ${this.verdicts[criterion.id]}`),
    ];
    return `<Result of ${id} ${version}: ${this.outcome}${why.join(",")}>`;
  }

  /** What `console.log` prints in Node. */
  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toString();
  }
}

/** What a result keeps. No caller outside of the package is given this.
 * @param {Result} result
 */
export function insideOf(result) {
  return inside(result);
}

/** The property `verdicts` of each result. It is the result's own, so that what copies or compares results finds it.
 * @type {PropertyDescriptor & ThisType<Result>}
 */
const VERDICTS = {
  enumerable: true,
  get() {
    return Result.byId(this);
  },
};

/** A criterion with its verdict, and why. */
export class Explanation {
  /** @param {import("../types.d.ts").Criterion} criterion
   * @param {Verdict} verdict
   * @param {import("../types.d.ts").Reason} reason
   * @param {readonly string[]} decidedBy
   * @param {readonly Fact[]} missing
   */
  constructor(criterion, verdict, reason, decidedBy, missing) {
    this.criterion = criterion;
    this.verdict = verdict;
    this.reason = reason;
    this.decidedBy = decidedBy;
    this.missing = missing;
    Object.freeze(this);
  }

  asDict() {
    const { id, title, effect, cite, readings } = this.criterion;
    return {
      id,
      title,
      effect,
      verdict: this.verdict,
      cite: copyOf(cite),
      readings: copyOf(readings),
      missing: missingOf(this.missing),
      decided_by: [...this.decidedBy],
      reason: copyOf(this.reason),
    };
  }
}

/** A clock and the day it ends, as YYYY-MM-DD. */
export class Deadline {
  /** @param {import("../types.d.ts").Clock} clock
   * @param {"known" | "missing" | "not applicable"} verdict
   * @param {string | null} day
   * @param {readonly Fact[]} missing
   */
  constructor(clock, verdict, day, missing) {
    this.clock = clock;
    this.verdict = verdict;
    this.day = day;
    this.missing = missing;
    Object.freeze(this);
  }

  asDict() {
    const { id, title, words, cite, readings } = this.clock;
    const { day, verdict } = this;
    const missing = missingOf(this.missing);
    return { id, title, words, day, verdict, cite: copyOf(cite), readings: copyOf(readings), missing };
  }
}

/** @param {readonly Fact[]} facts */
function missingOf(facts) {
  return facts.map(({ name, ask, chart }) => ({ fact: name, ask, chart }));
}

/** @param {readonly string[]} ids
 * @param {readonly Verdict[]} found
 */
function byId(ids, found) {
  /** @type {Record<string, Verdict>} */
  const verdicts = {};
  for (let number = 0; number < found.length; number++) verdicts[ids[number]] = found[number];
  return verdicts;
}

/** The outcome that follows from the verdict of each criterion.
 * @param {Compiled} compiled
 * @param {readonly Verdict[]} found
 * @returns {Outcome}
 */
function outcomeOf(compiled, found) {
  const scope = worst(found, compiled.scope);
  if (scope === NOT_MET) return OUT_OF_SCOPE;
  if (compiled.policy.program) return scope === MISSING ? CANNOT_TELL : IN_SCOPE;
  if (scope === MISSING) return INCOMPLETE;
  const required = worst(found, compiled.required);
  return required === NOT_MET ? NOT_MET : required === MISSING ? INCOMPLETE : READY;
}

/** `not met` or else `missing`, if one of the criteria with these numbers is; or else `met`.
 * @param {readonly Verdict[]} found
 * @param {readonly number[]} numbers
 */
function worst(found, numbers) {
  /** @type {Verdict} */
  let verdict = MET;
  for (const number of numbers) {
    if (found[number] === NOT_MET) return NOT_MET;
    if (found[number] === MISSING) verdict = MISSING;
  }
  return verdict;
}

/** A copy of JSON values that is new all the way down, so that who changes it changes no other answer.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function copyOf(value) {
  if (typeof value !== "object" || value === null) return value;
  /** @type {any} */
  const copy = Array.isArray(value) ? value.slice() : { ...value };
  for (const key of Object.keys(copy)) if (typeof copy[key] === "object") copy[key] = copyOf(copy[key]);
  return copy;
}
