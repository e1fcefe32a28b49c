/** Which questions are shown, and where: those that still matter, and those that are answered.
 *
 * A question matters for a criterion as in an interview (`runtime/questions.js`): some answer of it can decide the
 * criterion. Each criterion is looked at by itself, so that a question which nobody can answer today holds up no
 * other; where a criterion asks *whether* something is so before what follows from it, only that is shown.
 */

import { marksOf, reads } from "../runtime/places.js";
import { Interview } from "../runtime/questions.js";
import { insideOf } from "../runtime/result.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Json} Json */

export const FIRST = ["codes", "state", "payer", "service_date", "received_date"];
const START = "Start here";
const SCOPE = "Does WISeR apply?";
const AFTER = "After it is sent";

/** A part of the page with its questions. `by` is who has that part of the chart.
 * @typedef {{title: string, by: string, facts: readonly Fact[]}} Section
 */

/** The sections, in order: what comes first, what decides whether the program applies, the headings of the chart, and
 * the days that start a clock.
 * @param {CompiledPolicy} policy
 * @param {ReadonlySet<string>} shown The names of the facts that are asked or answered.
 * @returns {readonly Section[]}
 */
export function sections(policy, shown) {
  const first = FIRST.flatMap((name) => policy.facts.filter((fact) => fact.name === name));
  const others = policy.facts.filter((fact) => !first.includes(fact));
  const required = namesIn(policy, (effect) => effect !== "scope");
  const scope = namesIn(policy, (effect) => effect === "scope");
  const clocks = new Set(policy.clocks.flatMap((clock) => [...marksOf(clock.due), ...marksOf(clock.applies_when ?? clock.due)].map(([name]) => name)));
  /** @type {(fact: Fact) => string} */
  const sectionOf = ({ name, chart }) =>
    scope.has(name) && !required.has(name) ? SCOPE : clocks.has(name) && !required.has(name) ? AFTER : chart;
  const charts = [...new Set(others.map(sectionOf))].filter((title) => title !== SCOPE && title !== AFTER);
  const all = [SCOPE, ...charts, AFTER].map((title) => ({
    title,
    by: policy.supplied_by[title] ?? "",
    facts: others.filter((fact) => sectionOf(fact) === title && (shown.has(fact.name) || title === AFTER)),
  }));
  return [{ title: START, by: "", facts: first }, ...all].filter(({ facts }) => facts.length > 0);
}

/** The names of the facts that criteria read.
 * @param {CompiledPolicy} policy
 * @param {(effect: string) => boolean} isWanted
 */
function namesIn(policy, isWanted) {
  return new Set(policy.criteria.filter(({ effect }) => isWanted(effect)).flatMap((criterion) => [...readBy(criterion)]));
}

/** The names of the facts of the request that a criterion reads.
 * @param {import("../types.d.ts").Criterion} criterion
 */
function readBy({ applies_when, require, unless }) {
  const marks = [applies_when, require, unless].flatMap((part) => (part === null ? [] : [...marksOf(part)]));
  return new Set(marks.map(([name]) => /** @type {string} */ (name)));
}

/** What a criterion was found to wait for, by what it reads of a request. @type {Map<string, readonly string[]>} */
const FOUND = new Map();
const MOST_FOUND = 2000;

/** The names of the facts that still matter to a result, in the order of an interview.
 * @param {import("../runtime/result.js").Result} result
 * @param {Json} request What the result answers.
 * @returns {readonly string[]}
 */
export function mattering(result, request) {
  if (result.outcome === "out of scope" || result.problems.length > 0) return [];
  const { compiled, chart } = insideOf(result);
  const { criteria, facts } = result.policy;
  const interview = new Interview(compiled, chart, []);
  const waiting = criteria.flatMap((one, number) =>
    one.effect !== "advisory" && result.verdicts[one.id] === "missing" ? [number] : [],
  );
  const names = waiting.flatMap((number) => {
    const read = [...readBy(criteria[number])].sort();
    const key = JSON.stringify([result.answeredBy, number, read.map((name) => request[name] ?? null)]);
    let found = FOUND.get(key);
    if (found === undefined) {
      found = waitsFor(interview, number, chart);
      if (FOUND.size >= MOST_FOUND) FOUND.clear();
      FOUND.set(key, found);
    }
    return found;
  });
  return facts.map(({ name }) => name).filter((name) => names.includes(name));
}

/** The names of the facts that a criterion waits for.
 * @param {Interview} interview
 * @param {number} number
 * @param {any[]} chart
 * @returns {readonly string[]}
 */
function waitsFor(interview, number, chart) {
  const start = interview.stage(number, interview.request, chart);
  const marks = first(start.expr);
  const open = interview.open(interview.request).filter(({ place }) => reads(marks, place));
  const names = new Set();
  for (const one of open) {
    if (!names.has(one.place[0]) && interview.matters(start, one)) names.add(one.place[0]);
  }
  if (names.size === 0) for (const { place } of interview.first([number])) names.add(place[0]);
  return [...names];
}

/** What an expression asks first: of *not so, or else* whether it is so.
 * @param {Expression} expr
 * @returns {readonly import("../runtime/places.js").Mark[]}
 */
function first(expr) {
  if ("says" in expr) return first(expr.part);
  if (!("at_least" in expr)) return [...marksOf(expr)];
  const denied = expr.at_least === 1 ? expr.of.filter(isDenied) : [];
  return (denied.length > 0 ? denied : expr.of).flatMap(first);
}

/** Whether an expression says that something is not so: by *not*, or by the answer no.
 * @param {Expression} expr
 * @returns {boolean}
 */
function isDenied(expr) {
  if ("says" in expr) return isDenied(expr.part);
  return "not" in expr || ("compare" in expr && expr.compare === "==" && "value" in expr.right && expr.right.value === false);
}
