/** The next question of an interview: a place of the request that can still matter, in the order of the chart.
 *
 * A question needs a witness: a valid request that states more than the one in hand, in which a criterion is missing
 * without the answer and decided with one. Where the order of the chart gives none, what is open is stated bit by bit
 * until a criterion is decided, and what was stated last is asked. So there is a question while a criterion is missing,
 * and none that cannot matter.
 */

import { textOf } from "./days.js";
import { numberOf } from "./numbers.js";
import { marksOf, openPlaces, put, reads, valuesFor } from "./places.js";
import { insideOf } from "./result.js";
import { MISSING, NOT_MET, OUT_OF_SCOPE } from "./words.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").Mark} Mark */
/** @typedef {import("./places.js").Open} Open */
/** A request, and the open part of a criterion for it, with the number of the criterion.
 * @typedef {{number: number, request: Json, expr: Expression}} Stage
 */
/** A place that can still matter, with the criteria that wait for it.
 * @typedef {Open & {numbers: number[]}} Mattering
 */

/** The next question that can still matter; null where no answer changes the outcome any more.
 * @param {import("./result.js").Result} result
 * @param {{skip?: readonly string[] | undefined, beyondNotMet?: boolean | undefined}} options
 */
export function nextQuestion(result, { skip = [], beyondNotMet = false } = {}) {
  if (result.problems.length > 0) throw new RangeError("the request is invalid: mend its problems first");
  const { compiled, chart } = insideOf(result);
  const interview = new Interview(compiled, chart, skip);
  for (const numbers of waiting(result, beyondNotMet)) {
    const found = interview.first(numbers);
    if (found.length > 0) return new Question(compiled.policy, found);
  }
  return null;
}

/** A question that can still matter. */
export class Question {
  /** @param {import("../types.d.ts").CompiledPolicy} policy
   * @param {readonly Mattering[]} found One place, or several items of the same findings.
   */
  constructor(policy, found) {
    const { place, fact } = found[0];
    const isOfFindings = fact.type === "findings";
    const items = new Set(found.map((one) => one.place[one.place.length - 1]));
    const numbers = new Set(found.flatMap((one) => one.numbers));
    this.path = pointer(isOfFindings ? place.slice(0, -1) : place);
    this.fact = fact;
    this.chart = policy.facts.find((one) => one.name === place[0])?.chart ?? "";
    this.items = Object.freeze(isOfFindings ? Object.keys(fact.options).filter((item) => items.has(item)) : []);
    this.criteria = Object.freeze(policy.criteria.filter((_, number) => numbers.has(number)).map(({ id }) => id));
    Object.freeze(this);
  }

  /** The request that states the answer too: of findings, true or false for any of its items.
   * @param {Json} request
   * @param {any} answer
   */
  answered(request, answer) {
    const place = this.path.slice(1).split("/").map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part));
    if (this.fact.type !== "findings") return put(request, place, answer);
    return Object.entries(answer).reduce((stated, [item, found]) => put(stated, [...place, item], found), request);
  }

  /** As JSON values: the same as `as_dict()` in Python. */
  asDict() {
    const { path, chart, items, criteria, fact } = this;
    return { path, chart, items: [...items], criteria: [...criteria], ...asDict(fact) };
  }
}

/** @param {any} fact
 * @returns {Json}
 */
function asDict({ name, type, ask, rule, from = null, to = null, most = null, options = {}, fields = [] }) {
  const said = { fact: name, kind: type, ask, rule, from, to: to ?? most };
  return { ...said, options: { ...options }, fields: fields.map(asDict) };
}

/** The numbers of the missing criteria of scope, then of those that are required, if they can change the outcome.
 * @param {import("./result.js").Result} result
 * @param {boolean} beyondNotMet
 */
function waiting({ outcome, policy, verdicts }, beyondNotMet) {
  if (outcome === OUT_OF_SCOPE) return [];
  /** @type {(effect: string, verdict: string) => number[]} */
  const having = (effect, verdict) =>
    policy.criteria.flatMap((one, number) => (one.effect === effect && verdicts[one.id] === verdict ? [number] : []));
  const mayGoOn = beyondNotMet || having("required", NOT_MET).length === 0;
  return [having("scope", MISSING), ...(mayGoOn ? [having("required", MISSING)] : [])];
}

/** The search for questions about one request. */
export class Interview {
  /** @param {import("./compiled.js").Compiled} compiled
   * @param {any[]} chart
   * @param {readonly string[]} skip
   */
  constructor(compiled, chart, skip) {
    this.compiled = compiled;
    this.request = requestOf(compiled.policy.facts, chart, compiled.layout);
    this.facts = inOrder(compiled.policy.facts);
    this.skipped = new Set([...openPlaces(this.facts, this.request)].filter((one) => skips(one, skip)).map(keyOf));
  }

  /** The first place that matters to one of these criteria; of findings, with the other items that matter.
   * @param {readonly number[]} numbers
   * @returns {Mattering[]}
   */
  first(numbers) {
    const chart = this.compiled.read(this.request);
    const starts = numbers.map((number) => {
      const start = this.stage(number, this.request, chart);
      return { start, marks: [...marksOf(start.expr)], triggers: triggers(start.expr) };
    });
    const open = this.open(this.request);
    for (const read of /** @type {const} */ (["triggers", "marks"])) {
      for (const one of open) {
        if (!starts.some((each) => reads(each[read], one.place) && this.matters(each.start, one))) continue;
        const own = open.filter(({ place, fact }) => fact === one.fact && isBeside(place, one.place));
        const found = own.map(({ place, fact }) => {
          const read = starts.filter(({ marks }) => reads(marks, place));
          const those = read.filter(({ start }) => this.matters(start, { place, fact }));
          return { place, fact, numbers: those.map(({ start }) => start.number) };
        });
        return found.filter((each) => each.numbers.length > 0);
      }
    }
    for (const { start } of starts) {
      const turning = this.turning(start);
      if (turning !== null) return [{ ...turning, numbers: [start.number] }];
    }
    return [];
  }

  /** Whether a place matters to one criterion: at once, or when the rest is stated so that the answer decides it.
   * @param {Stage} start
   * @param {Open} one
   */
  matters(start, one) {
    return this.decides(start, one) || this.decides(this.hanging(start, one.place), one);
  }

  /** Whether an answer decides the criterion.
   * @param {Stage} before
   * @param {Open} one
   */
  decides(before, one) {
    for (const after of this.further(before, one)) if (isDecided(after)) return true;
    return false;
  }

  /** A stage that states all else that the open part reads, while it still reads this place.
   * @param {Stage} start
   * @param {Place} place
   */
  hanging(start, place) {
    let now = start;
    const passed = new Set([pointer(place)]);
    for (let other = this.nextOf(now, passed); other !== undefined; other = this.nextOf(now, passed)) {
      passed.add(keyOf(other));
      for (const stage of this.further(now, other)) {
        if (!reads([...marksOf(stage.expr)], place)) continue;
        now = stage;
        break;
      }
    }
    return now;
  }

  /** The place that decides a criterion when all is stated, one after the other; null for none.
   * @param {Stage} start
   * @returns {Open | null}
   */
  turning(start) {
    let now = start;
    /** @type {Set<string>} */
    const passed = new Set();
    for (let other = this.nextOf(now, passed); other !== undefined; other = this.nextOf(now, passed)) {
      passed.add(keyOf(other));
      for (const stage of this.further(now, other)) {
        now = stage;
        break;
      }
      if (isDecided(now)) return other;
    }
    return null;
  }

  /** The stages in which the request also states something in this place, as far as it is valid.
   * @param {Stage} now
   * @param {Open} one
   * @returns {Iterable<Stage>}
   */
  *further({ number, request, expr }, { place, fact }) {
    for (const value of valuesFor(fact, place, expr)) {
      const more = put(request, place, value);
      const chart = this.compiled.read(more);
      if (chart !== undefined) yield this.stage(number, more, chart);
    }
  }

  /** A criterion for a request, which lies in the chart.
   * @param {number} number
   * @param {Json} request
   * @param {any[]} chart
   * @returns {Stage}
   */
  stage(number, request, chart) {
    return { number, request, expr: this.compiled.stillOpen(number, chart) };
  }

  /** The next place that the open part reads.
   * @param {Stage} now
   * @param {ReadonlySet<string>} passed
   */
  nextOf({ request, expr }, passed) {
    const marks = [...marksOf(expr)];
    return this.open(request).find((one) => !passed.has(keyOf(one)) && reads(marks, one.place));
  }

  /** The places that are open, in the order of the chart.
   * @param {Json} request
   */
  open(request) {
    return [...openPlaces(this.facts, request)].filter((one) => !this.skipped.has(keyOf(one)));
  }
}

/** Whether a criterion is met, does not apply, or is not met.
 * @param {Stage} stage
 */
function isDecided({ expr }) {
  return "at_least" in expr && expr.of.length === 0;
}

/** What is asked first: whether a criterion applies, before what it requires; in general *not so, or else*.
 * @param {Expression} expr
 * @returns {Mark[]}
 */
function triggers(expr) {
  const denied = "at_least" in expr && expr.at_least === 1 ? expr.of.filter((part) => "not" in part) : [];
  return denied.length > 0 ? denied.flatMap((part) => [...marksOf(part)]) : [...marksOf(expr)];
}

/** The facts by heading of the chart, in the order of the document.
 * @param {readonly Fact[]} facts
 */
export function inOrder(facts) {
  const headings = [...new Set(facts.map(({ chart }) => chart))];
  return headings.flatMap((heading) => facts.filter(({ chart }) => chart === heading));
}

/** A place as a JSON pointer.
 * @param {Place} place
 */
function pointer(place) {
  return place.map((part) => `/${part}`).join("");
}

/** @param {Open} one */
function keyOf({ place }) {
  return pointer(place);
}

/** Whether two places are items of the same findings, or the same.
 * @param {Place} one
 * @param {Place} other
 */
function isBeside(one, other) {
  return one.length === other.length && one.slice(0, -1).every((part, at) => part === other[at]);
}

/** @param {Open} one
 * @param {readonly string[]} skip
 */
function skips({ place, fact }, skip) {
  return skip.includes(pointer(place)) || (fact.type === "findings" && skip.includes(pointer(place.slice(0, -1))));
}

/** The request, or the record, that has this chart, with some text for each note.
 * @param {readonly Fact[]} facts
 * @param {readonly any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @returns {Json}
 */
export function requestOf(facts, chart, layout) {
  const stated = facts.flatMap(
    (fact, place) => (chart[place] === undefined ? [] : [[fact.name, valueOf(fact, chart[place], layout)]]),
  );
  return Object.fromEntries(stated);
}

/** @param {Fact} fact
 * @param {any} value
 * @param {import("./layout.js").Layout} layout
 */
function valueOf(fact, value, layout) {
  switch (fact.type) {
    case "note":
      return typeof value === "string" ? value : "-";
    case "number":
      return numberOf({ digits: BigInt(value), places: layout.units.places });
    case "date":
      return textOf(value);
    case "findings":
      return Object.fromEntries(
        Object.keys(fact.options).map((item, at) => [item, value[at]]).filter(([, found]) => found !== undefined),
      );
    case "list":
      return value.map((/** @type {any[]} */ row) => requestOf(fact.fields, row, layout));
    case "yes_no":
    case "choice":
    case "set":
    case "codes":
      return value;
  }
}
