/** Regions: sets of values of a fact. A range holds days, or numbers in whole steps, as whole numbers.
 *
 * A date is the number of its day. A number is counted in steps of its last decimal place, so 4.5 with one place is 45.
 */

import { dayOf, textOf } from "./days.js";
import { decimalOf, digitsOf, numberOf } from "./numbers.js";
import { begunWith } from "./places.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** One of these answers: of a choice, of yes or no, or the statement of a note.
 * @typedef {{kind: "options", answers: readonly any[]}} Options
 */
/** The numbers or days from `low` to `high`, both included.
 * @typedef {{kind: "range", low: bigint, high: bigint}} Range
 */
/** A set or codes: some that are in it, some that are not, how many, and whole sets that it is not. A code that ends in
 * `*` is the beginning of one.
 * @typedef {{kind: "items", inside: readonly string[], outside: readonly string[], low: number, high: number,
 *   otherThan: readonly (readonly string[])[]}} Items
 */
/** @typedef {Options | Range | Items} Region */

export const STATED = "-"; // the only value of a note

/** @param {readonly any[]} answers
 * @returns {Options}
 */
export function options(answers) {
  return { kind: "options", answers };
}

/** @param {bigint} low
 * @param {bigint} high
 * @returns {Range}
 */
export function range(low, high) {
  return { kind: "range", low, high };
}

/** @param {readonly string[]} inside
 * @param {readonly string[]} outside
 * @param {number} low
 * @param {number} high
 * @param {readonly (readonly string[])[]} otherThan
 * @returns {Items}
 */
export function itemsOf(inside, outside, low, high, otherThan = []) {
  return { kind: "items", inside, outside, low, high, otherThan };
}

/** Every value that the fact may state; of findings, what one of its items may.
 * @param {Fact} fact
 * @returns {Region}
 */
export function whole(fact) {
  switch (fact.type) {
    case "yes_no":
    case "findings":
      return options([true, false]);
    case "note":
    case "list":
      return options([STATED]);
    case "choice":
      return options(answersOf(fact));
    case "number":
    case "date":
      return range(stepsOf(fact, fact.from), stepsOf(fact, fact.to));
    case "set":
      return itemsOf([], [], 0, Object.keys(fact.options).length);
    case "codes":
      return itemsOf([], [], 0, fact.most);
  }
}

/** The answers or items of a fact: whole numbers first, by size, as every reader of JSON can have them.
 * @param {any} fact
 * @returns {string[]}
 */
export function answersOf(fact) {
  const all = Object.keys(fact.options);
  const isNumber = (/** @type {string} */ one) => /^(0|[1-9][0-9]*)$/.test(one);
  const numbers = all.filter(isNumber).sort((one, other) => Number(BigInt(one) - BigInt(other)));
  return [...numbers, ...all.filter((one) => !isNumber(one))];
}

/** A stated number or date as a whole number.
 * @param {any} fact
 * @param {any} value
 * @returns {bigint}
 */
export function stepsOf(fact, value) {
  return fact.type === "date" ? BigInt(dayOf(value)) : digitsOf(decimalOf(value), fact.places);
}

/** The number or date, as a request states it.
 * @param {any} fact
 * @param {bigint} steps
 * @returns {any}
 */
export function statedOf(fact, steps) {
  return fact.type === "date" ? textOf(Number(steps)) : numberOf({ digits: steps, places: fact.places });
}

/** What both have in common; null for nothing.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region | null}
 */
export function meet(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    const common = one.answers.filter((answer) => other.answers.includes(answer));
    return common.length > 0 ? options(common) : null;
  }
  if (one.kind === "range" && other.kind === "range") {
    const low = one.low > other.low ? one.low : other.low;
    const high = one.high < other.high ? one.high : other.high;
    return low <= high ? range(low, high) : null;
  }
  if (one.kind !== "items" || other.kind !== "items") throw new Error("regions of one place are of one kind");
  return possible(itemsOf(
    union(one.inside, other.inside),
    union(one.outside, other.outside),
    Math.max(one.low, other.low),
    Math.min(one.high, other.high),
    distinct([...one.otherThan, ...other.otherThan]),
  ));
}

/** @param {readonly string[]} some
 * @param {readonly string[]} others
 */
function union(some, others) {
  return [...new Set([...some, ...others])].sort();
}

/** @param {readonly (readonly string[])[]} sets */
function distinct(sets) {
  const byText = new Map(sets.map((one) => [JSON.stringify(one), one]));
  return [...byText.keys()].sort().map((text) => /** @type {readonly string[]} */ (byText.get(text)));
}

/** The region, or null if no set is so.
 * @param {Items} items
 * @returns {Items | null}
 */
export function possible(items) {
  const { inside, outside, low, high } = items;
  if (low > high || outside.some((out) => inside.some((item) => isOf(out, item)))) return null;
  return inside.filter((item) => !item.endsWith("*")).length <= high ? items : null;
}

/** Whether a code, or every code with a beginning, is the other code or has the other beginning.
 * @param {string} name
 * @param {string} item
 */
function isOf(name, item) {
  return item === name || (name.endsWith("*") && item.startsWith(name.slice(0, -1)));
}

/** Whether every value of the first region lies in the second.
 * @param {Region} inner
 * @param {Region} outer
 */
export function within(inner, outer) {
  if (inner.kind === "options" && outer.kind === "options") {
    return inner.answers.every((answer) => outer.answers.includes(answer));
  }
  if (inner.kind === "range" && outer.kind === "range") return outer.low <= inner.low && inner.high <= outer.high;
  if (inner.kind !== "items" || outer.kind !== "items") return false;
  const own = inner.otherThan.map((one) => JSON.stringify(one));
  return (
    outer.inside.every((item) => inner.inside.includes(item)) &&
    outer.outside.every((item) => inner.outside.includes(item)) &&
    outer.low <= Math.max(inner.low, inner.inside.length) &&
    inner.high <= outer.high &&
    outer.otherThan.every((one) => own.includes(JSON.stringify(one)))
  );
}

/** The region that holds just the values of both; null if no region does.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region | null}
 */
export function joinedRegion(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    return options([...new Set([...one.answers, ...other.answers])]);
  }
  if (one.kind === "range" && other.kind === "range" && one.low <= other.high + 1n && other.low <= one.high + 1n) {
    return range(one.low < other.low ? one.low : other.low, one.high > other.high ? one.high : other.high);
  }
  return null;
}

/** The values of one region that are not in another one, in regions; all of them if no regions hold just these.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region[]}
 */
export function without(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    const left = one.answers.filter((answer) => !other.answers.includes(answer));
    return left.length > 0 ? [options(left)] : [];
  }
  if (one.kind === "range" && other.kind === "range") {
    const below = range(one.low, one.high < other.low - 1n ? one.high : other.low - 1n);
    const above = range(one.low > other.high + 1n ? one.low : other.high + 1n, one.high);
    return [below, above].filter((span) => span.low <= span.high);
  }
  return [one];
}

/** Values of a region as a request states them, those at its edges first.
 * @param {Region} region
 * @param {any} fact
 * @param {bigint | null} middle
 * @returns {any[]}
 */
export function edgesOf(region, fact, middle) {
  if (region.kind === "options") return fact.type === "note" || fact.type === "list" ? [STATED] : [...region.answers];
  if (region.kind === "range") return pointsOf(region, whole(fact), middle).map((point) => statedOf(fact, point));
  return setsOf(region, fact);
}

/** The edge that is no end of the whole range, then the other one, then a point between.
 * @param {Range} region
 * @param {any} ends
 * @param {bigint | null} middle
 */
function pointsOf({ low, high }, ends, middle) {
  const inner = [...(low === ends.low ? [] : [low]), ...(high === ends.high ? [] : [high])];
  const near = middle !== null && low <= middle && middle <= high ? [middle] : [];
  const sum = low + high;
  const half = sum < 0n && sum % 2n !== 0n ? sum / 2n - 1n : sum / 2n;
  return [...new Set([...inner, ...near, half, low, high])];
}

/** Sets with what must be inside, filled up to the size that is wanted; the next larger ones if it is barred.
 * @param {Items} region
 * @param {any} fact
 * @returns {any[]}
 */
function setsOf(region, fact) {
  if (fact.type === "codes") {
    const named = region.inside.map((item) => (item.endsWith("*") ? begunWith(item.slice(0, -1), fact.pattern) : item));
    return named.every((item) => item) && fits(region, named) ? [named] : [];
  }
  const all = answersOf(fact);
  const free = all.filter((one) => !region.inside.includes(one) && !region.outside.includes(one));
  const inside = all.filter((one) => region.inside.includes(one));
  const found = [];
  const most = Math.min(region.high, inside.length + free.length);
  for (let size = Math.max(region.low, inside.length); size <= most; size++) {
    const room = size - inside.length;
    const tried = [];
    for (let at = 0; at < Math.max(1, free.length - room + 1); at++) {
      tried.push([...inside, ...free.slice(at, at + room)]);
    }
    found.push(...tried.filter((one) => one.length === size && fits(region, one)).slice(0, 2));
    if (found.length > 3) break;
  }
  return found;
}

/** Whether a stated set or list of codes will do.
 * @param {Items} region
 * @param {readonly string[]} value
 */
function fits({ inside, outside, low, high, otherThan }, value) {
  const sorted = JSON.stringify([...new Set(value)].sort());
  return (
    inside.every((name) => value.some((item) => isOf(name, item))) &&
    !outside.some((name) => value.some((item) => isOf(name, item))) &&
    low <= value.length && value.length <= high &&
    !otherThan.some((one) => JSON.stringify(one) === sorted)
  );
}

/** A value as text that is the same for the same value.
 * @param {unknown} value
 */
export function keyOfValue(value) {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}n` : one));
}
