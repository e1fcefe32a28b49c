/** The open part of an expression for a request: a smaller expression, in which all known parts are worked out.
 *
 * It has the form of `schemas/compiled-policy.schema.json` and the same meaning: whatever else the request states
 * later, the open part and the whole expression have the same truth. So it is MET_WHOLE or NOT_MET_WHOLE exactly if the
 * truth is known.
 */

import { dayOf, moved, textOf } from "./days.js";
import { MIRRORED, NO_RECORD, interval, reachOf, truthOf, typeOf } from "./interpreter.js";
import { decimalOf, minus, numberOf, plus, quotient } from "./numbers.js";

/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {import("../types.d.ts").Comparison} Comparison */

/** @type {Expression} */
const MET_WHOLE = Object.freeze({ at_least: 0, of: [] });
/** @type {Expression} */
const NOT_MET_WHOLE = Object.freeze({ at_least: 1, of: [] });

/** The open part of an expression, for a chart. Fields of records count as unknown.
 * @param {Expression} expr
 * @param {any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @returns {Expression}
 */
export function openPart(expr, chart, layout) {
  if ("says" in expr) {
    const part = openPart(expr.part, chart, layout);
    return isDecided(part) ? part : { says: expr.says, part };
  }
  if ("not" in expr) {
    const part = openPart(expr.not, chart, layout);
    return part === MET_WHOLE ? NOT_MET_WHOLE : part === NOT_MET_WHOLE ? MET_WHOLE : { not: part };
  }
  if ("at_least" in expr) {
    return atLeast(expr.at_least, expr.of.map((part) => openPart(part, chart, layout)));
  }
  const truth = truthOf(expr, layout)(chart, NO_RECORD);
  if (truth !== null) return truth ? MET_WHOLE : NOT_MET_WHOLE;
  if (!("compare" in expr)) return expr;
  const [left, right] = [expr.left, expr.right];
  const type = typeOf("value" in left ? right : left, layout);
  return solved(expr.compare, openTerm(left, chart, layout, type), openTerm(right, chart, layout, type));
}

/** The value of a term, if it surely has one, or else the open part of the term. `type` is that of a value.
 * @param {Term} term
 * @param {any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @param {string} type
 * @returns {Term}
 */
export function openTerm(term, chart, layout, type = "number") {
  const found = interval();
  reachOf(term, layout, null, type)(chart, NO_RECORD, found);
  if (found.exists && found.low !== undefined && found.low === found.high) {
    const known = valueOf(found.low, "value" in term ? type : typeOf(term, layout), layout);
    if (known !== null) return known;
  }
  if ("shift" in term) return { ...term, shift: openTerm(term.shift, chart, layout, "date") };
  if ("sum" in term) return summed(term.sum.map((part) => openTerm(part, chart, layout)));
  if ("times" in term) return { ...term, part: openTerm(term.part, chart, layout) };
  if ("where" in term && term.where !== undefined) {
    const { where: all, ...rest } = term;
    const where = openPart(all, chart, layout);
    return /** @type {Term} */ (where === MET_WHOLE ? rest : { ...rest, where });
  }
  return term;
}

/** @param {Expression} expr */
function isDecided(expr) {
  return expr === MET_WHOLE || expr === NOT_MET_WHOLE;
}

/** @param {number} count
 * @param {readonly Expression[]} parts
 * @returns {Expression}
 */
function atLeast(count, parts) {
  const wanted = count - parts.filter((part) => part === MET_WHOLE).length;
  const open = parts.filter((part) => !isDecided(part));
  if (wanted <= 0) return MET_WHOLE;
  if (wanted > open.length) return NOT_MET_WHOLE;
  return open.length === 1 ? open[0] : { at_least: wanted, of: open };
}

/** A sum with its known parts added up as one last value.
 * @param {readonly Term[]} parts
 * @returns {Term}
 */
function summed(parts) {
  const open = parts.filter((part) => !("value" in part));
  const all = parts.reduce((sum, part) => ("value" in part ? plus(sum, decimal(part)) : sum), decimalOf(0));
  const total = numberOf(all);
  if (total === null) return { sum: [...parts] };
  if (total !== 0) open.push({ value: total });
  return open.length === 1 ? open[0] : { sum: open };
}

/** A comparison with a known value, solved for the unknown term: `100 * (52 - score) >= 2600` is `score <= 26`.
 * @param {Comparison} op
 * @param {Term} left
 * @param {Term} right
 * @returns {Expression}
 */
function solved(op, left, right) {
  if ("value" in left) [op, left, right] = [MIRRORED[op], right, left];
  for (let step = stepOf(left, right); step !== null; step = stepOf(left, right)) {
    if ("times" in left && left.times < 0) op = MIRRORED[op];
    [left, right] = step;
  }
  return { compare: op, left, right };
}

/** The outermost step of a term undone on both sides of a comparison, if that can be done exactly.
 * @param {Term} left
 * @param {Term} right
 * @returns {[Term, Term] | null}
 */
function stepOf(left, right) {
  if (!("value" in right)) return null;
  if ("shift" in left && left.months === 0) {
    return [left.shift, { value: textOf(moved(dayOf(/** @type {string} */ (right.value)), 0, -left.days)) }];
  }
  if ("times" in left && left.times !== 0) {
    const exact = quotient(decimal(right), left.times);
    const known = exact === null ? null : numberOf(exact);
    return known === null ? null : [left.part, { value: known }];
  }
  if ("sum" in left) {
    const last = left.sum[left.sum.length - 1];
    if (!("value" in last)) return null;
    const known = numberOf(plus(decimal(right), minus(decimal(last))));
    return known === null ? null : [summed(left.sum.slice(0, -1)), { value: known }];
  }
  return null;
}

/** The decimal of a term that is a number.
 * @param {import("../types.d.ts").Literal} term
 */
function decimal(term) {
  return decimalOf(/** @type {number} */ (term.value));
}

/** A value of a chart in the form of a policy; null for a number with more digits than JSON readers keep.
 * @param {any} value
 * @param {string} type
 * @param {import("./layout.js").Layout} layout
 * @returns {import("../types.d.ts").Literal | null}
 */
function valueOf(value, type, layout) {
  if (type === "date") return { value: textOf(value) };
  if (typeof value !== "number" && typeof value !== "bigint") return { value };
  const number = numberOf({ digits: BigInt(value), places: layout.units.places });
  return number === null ? null : { value: number };
}
