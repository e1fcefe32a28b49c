/** Goals: what places of a request are to state, how they are to compare, and so many of several goals.
 *
 * A comparison is a relation. It is solved for one place while the others lie in given ranges, and tried on stated
 * values.
 */

import { keyOfValue, options, range, stepsOf, whole } from "./ask_regions.js";
import { moved } from "./days.js";
import { decimalOf, digitsOf } from "./numbers.js";

/** @typedef {import("./ask_regions.js").Region} Region */
/** A place, written as JSON: `["pain"]`, `["symptoms","fever"]`, `["sessions",0,"approach"]`. A record with a negative
 * number has not come yet.
 * @typedef {string} Place
 */
/** @typedef {{kind: "at", place: Place, region: Region}} At */
/** The weighted sum of numbers, with a constant, is below 0 or equal to it. Numbers are in steps of all facts together.
 * @typedef {readonly (readonly [Place, bigint])[]} Weights
 * @typedef {{kind: "weighed", op: string, weights: Weights, constant: bigint, says: Says}} Weighed
 */
/** A day of a place, or a fixed one, moved by months and days in turn.
 * @typedef {{place: Place | null, day: bigint, moves: readonly (readonly [number, number])[]}} Day
 */
/** @typedef {{kind: "before", op: string, left: Day, right: Day, says: Says}} Before */
/** @typedef {{kind: "alike", wanted: boolean, places: readonly [Place, Place], says: Says}} Alike */
/** @typedef {{kind: "joint", least: number, parts: readonly Goal[]}} Joint */
/** @typedef {Weighed | Before | Alike} Relation */
/** @typedef {At | Relation | Joint} Goal */
/** @typedef {readonly [string, string]} Says The question and the answer of the test that a relation comes from. */

/** @type {Goal} */
export const SURE = Object.freeze({ kind: "joint", least: 0, parts: [] });
/** @type {Goal} */
export const NEVER = Object.freeze({ kind: "joint", least: 1, parts: [] });
/** @type {Says} */
export const NOTHING_SAID = ["", ""];

/** @type {Map<Place, readonly (string | number)[]>} */
const PARTS = new Map();

/** The parts of a place.
 * @param {Place} place
 * @returns {readonly any[]}
 */
export function partsOf(place) {
  let parts = PARTS.get(place);
  if (parts === undefined) {
    if (PARTS.size > 4096) PARTS.clear();
    parts = Object.freeze(JSON.parse(place));
    PARTS.set(place, /** @type {readonly (string | number)[]} */ (parts));
  }
  return /** @type {readonly any[]} */ (parts);
}

/** @param {readonly (string | number)[]} parts
 * @returns {Place}
 */
export function placeOf(parts) {
  return JSON.stringify(parts);
}

/** @param {Place} place
 * @param {Region} region
 * @returns {At}
 */
export function at(place, region) {
  return { kind: "at", place, region };
}

/** At least so many of the goals. Those that are reached already, or never can be, are left out.
 * @param {number} count
 * @param {readonly Goal[]} parts
 * @returns {Goal}
 */
export function joint(count, parts) {
  const least = count - parts.filter((part) => part === SURE).length;
  let open = parts.filter((part) => part !== SURE && part !== NEVER);
  if (least <= 0) return SURE;
  if (least > open.length) return NEVER;
  if (least === 1) open = answersJoined(open);
  return open.length === 1 ? open[0] : { kind: "joint", least, parts: open };
}

/** Alternatives in which several answers of one place are one goal.
 * @param {readonly Goal[]} parts
 * @returns {Goal[]}
 */
function answersJoined(parts) {
  /** @type {Map<Place, any[]>} */
  const answers = new Map();
  const found = parts.filter((part) => {
    if (part.kind !== "at" || part.region.kind !== "options") return true;
    const known = answers.get(part.place);
    answers.set(part.place, [...(known ?? []), ...part.region.answers]);
    return known === undefined;
  });
  return found.map((part) => {
    if (part.kind !== "at" || part.region.kind !== "options") return part;
    return at(part.place, options([...new Set(answers.get(part.place))]));
  });
}

/** @param {readonly Goal[]} parts */
export function allOf(parts) {
  return joint(parts.length, parts);
}

/** @param {readonly Goal[]} parts */
export function anyOf(parts) {
  return joint(1, parts);
}

/** The goals that must all be reached for a goal to be reached.
 * @param {Goal} goal
 * @returns {Goal[]}
 */
export function eachOf(goal) {
  return goal.kind === "joint" && goal.least === goal.parts.length ? goal.parts.flatMap(eachOf) : [goal];
}

/** The places that are compared.
 * @param {Relation} relation
 * @returns {Place[]}
 */
export function placesOf(relation) {
  if (relation.kind === "weighed") return relation.weights.map(([place]) => place);
  if (relation.kind === "alike") return [...relation.places];
  return [relation.left.place, relation.right.place].filter((place) => place !== null);
}

/** The facts of a policy by place, and its numbers in steps of the finest one. */
export class Facts {
  /** @param {any} policy */
  constructor(policy) {
    /** @type {Map<string, any>} */
    this.byName = new Map();
    for (const fact of policy.facts) for (const one of [fact, ...(fact.fields ?? [])]) this.byName.set(one.name, one);
    this.places = placesIn(policy);
    this.unit = 10n ** BigInt(this.places);
  }

  /** @param {string} name
   * @returns {any}
   */
  named(name) {
    return this.byName.get(name);
  }

  /** The fact of a place; of findings for each of their items.
   * @param {Place} place
   * @returns {any}
   */
  of(place) {
    const parts = partsOf(place);
    return this.byName.get(parts.length > 2 && typeof parts[1] === "number" ? parts[2] : parts[0]);
  }

  /** A number in steps of the finest one.
   * @param {number} number
   */
  exact(number) {
    return digitsOf(decimalOf(number), this.places);
  }

  /** A number of steps of a fact in steps of the finest one.
   * @param {any} fact
   * @param {bigint} steps
   */
  fine(fact, steps) {
    return steps * 10n ** BigInt(this.places - fact.places);
  }
}

/** The most decimal places of a number anywhere.
 * @param {any} tree
 * @returns {number}
 */
function placesIn(tree) {
  if (typeof tree === "number") return decimalOf(tree).places;
  if (typeof tree !== "object" || tree === null) return 0;
  const own = typeof tree.places === "number" ? tree.places : 0;
  return Object.values(tree).reduce((most, inner) => Math.max(most, placesIn(inner)), own);
}

/** The day on which a day falls if its place states this one.
 * @param {Day} of
 * @param {bigint} day
 */
export function dayOn({ moves }, day) {
  return moves.reduce((from, [months, days]) => BigInt(moved(Number(from), months, days)), day);
}

// ---------------------------------------------------------------- solving

/** The values of one place for which the relation can hold while the other places lie in their ranges.
 * @param {Weighed | Before} relation
 * @param {Place} place
 * @param {Facts} facts
 * @param {ReadonlyMap<Place, any>} others
 * @returns {import("./ask_regions.js").Range | null}
 */
export function solved(relation, place, facts, others) {
  const fact = facts.of(place);
  const region = /** @type {import("./ask_regions.js").Range} */ (whole(fact));
  if (relation.kind === "before") return solvedDays(relation, place, region, others);
  const weight = /** @type {readonly [Place, bigint]} */ (relation.weights.find(([one]) => one === place))[1];
  const rest = relation.weights.filter(([one]) => one !== place);
  /** @type {(lowest: boolean) => bigint} */
  const end = (lowest) =>
    rest.reduce((sum, [one, by]) => {
      const span = others.get(one);
      return sum + by * facts.fine(facts.of(one), by > 0n === lowest ? span.low : span.high);
    }, relation.constant);
  const step = facts.fine(fact, 1n);
  const found = boundedBy(relation.op === "==" ? "<=" : relation.op, weight * step, end(true), region);
  if (relation.op !== "==" || found === null) return found;
  return boundedBy("<=", -weight * step, -end(false), found);
}

/** The whole numbers of a range with `weight * value + constant` below 0, or equal to it.
 * @param {string} op
 * @param {bigint} weight
 * @param {bigint} constant
 * @param {import("./ask_regions.js").Range} region
 * @returns {import("./ask_regions.js").Range | null}
 */
export function boundedBy(op, weight, constant, region) {
  let { low, high } = region;
  const isExact = constant % weight === 0n;
  const floor = floored(-constant, weight);
  if (op === "==") {
    if (!isExact) return null;
    low = low > floor ? low : floor;
    high = high < floor ? high : floor;
  } else if (weight > 0n) {
    const last = op === "<" && isExact ? floor - 1n : floor;
    high = high < last ? high : last;
  } else {
    const ceiling = isExact ? floor : floor + 1n;
    const first = op === "<" && isExact ? ceiling + 1n : ceiling;
    low = low > first ? low : first;
  }
  return low <= high ? range(low, high) : null;
}

/** The quotient, rounded down.
 * @param {bigint} number
 * @param {bigint} by
 */
function floored(number, by) {
  const found = number / by;
  return number % by !== 0n && number < 0n !== by < 0n ? found - 1n : found;
}

/** The same for days. Moving keeps their order, so the edge is found by halving.
 * @param {Before} relation
 * @param {Place} place
 * @param {import("./ask_regions.js").Range} region
 * @param {ReadonlyMap<Place, any>} others
 */
function solvedDays({ op, left, right }, place, region, others) {
  let { low, high } = region;
  /** @type {(day: Day, end: "low" | "high") => bigint} */
  const endOf = (day, end) => (day.place === null ? day.day : dayOn(day, others.get(day.place)[end]));
  if (left.place === place || op === "==") {
    const [own, other] = left.place === place ? [left, right] : [right, left];
    const last = endOf(other, "high");
    high = lastDay(low, high, (day) => dayOn(own, day) < last + (op === "<" ? 0n : 1n));
  }
  if (right.place === place || op === "==") {
    const [own, other] = right.place === place ? [right, left] : [left, right];
    const first = endOf(other, "low");
    low = lastDay(low, high, (day) => dayOn(own, day) < first + (op === "<" ? 1n : 0n)) + 1n;
  }
  return low <= high ? range(low, high) : null;
}

/** The last day for which it holds, where it holds up to some day; the day before the first if for none.
 * @param {bigint} low
 * @param {bigint} high
 * @param {(day: bigint) => boolean} holds
 */
function lastDay(low, high, holds) {
  low -= 1n;
  while (low < high) {
    const sum = low + high + 1n;
    const middle = sum < 0n && sum % 2n !== 0n ? sum / 2n - 1n : sum / 2n;
    if (holds(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** Whether a relation holds for stated values.
 * @param {Relation} relation
 * @param {Facts} facts
 * @param {ReadonlyMap<Place, any>} values
 */
export function isSo(relation, facts, values) {
  if (relation.kind === "alike") {
    const [one, other] = relation.places.map((place) => values.get(place));
    return isSame(one, other) === relation.wanted;
  }
  const steps = (/** @type {Place} */ place) => stepsOf(facts.of(place), values.get(place));
  if (relation.kind === "before") {
    const [left, right] = [relation.left, relation.right].map((day) =>
      day.place === null ? day.day : dayOn(day, steps(day.place)),
    );
    return relation.op === "==" ? left === right : left < right + (relation.op === "<=" ? 1n : 0n);
  }
  const total = relation.weights.reduce(
    (sum, [place, by]) => sum + by * facts.fine(facts.of(place), steps(place)), relation.constant,
  );
  return relation.op === "==" ? total === 0n : relation.op === "<" ? total < 0n : total <= 0n;
}

/** Whether two answers are the same, lists of items in any order.
 * @param {any} one
 * @param {any} other
 */
export function isSame(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return keyOfValue([...new Set(one)].sort()) === keyOfValue([...new Set(other)].sort());
}
