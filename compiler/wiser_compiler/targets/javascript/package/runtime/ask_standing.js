/** The words for a criterion that is not met as the request stands, with the number that a count found.
 *
 * If a list is counted from a day on, they also say since when: "5 counted since April 30, 2025".
 */

import { dayInWords, dayOf, moved, textOf } from "./days.js";
import { MIRRORED } from "./interpreter.js";
import { openPart, openTerm } from "./partial.js";

/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {{chart: any[], layout: import("./layout.js").Layout}} Known A chart, and its form. */

/** Days from the value of a test to the first day that meets it.
 * @type {Readonly<Record<string, number | undefined>>}
 */
const AFTER = { ">": 1, ">=": 0 };

/** A criterion that is not met, in words.
 * @param {string} title
 * @param {Expression} test
 * @param {Known} known
 */
export function standing(title, test, known) {
  const counted = countedBy(test, known);
  return counted === "" ? title : `${title}: ${counted}`;
}

/** The number that a test compares with a limit, where it counts in a list; empty for every other test.
 * @param {Expression} test
 * @param {Known} known
 */
function countedBy(test, known) {
  while ("says" in test || "not" in test) test = "says" in test ? test.part : test.not;
  if (!("compare" in test)) return "";
  const term = "value" in test.right ? test.left : test.right;
  const counts = [...countsOf(term)];
  if (counts.length === 0) return "";
  const found = openTerm(term, known.chart, known.layout);
  if (!("value" in found)) return "";
  const days = new Set(counts.map(({ where }) => (where === undefined ? "" : firstDay(where, known))));
  const [since] = days.size === 1 ? days : [""];
  return `${found.value} counted${since === "" ? "" : ` since ${dayInWords(since)}`}`;
}

/** The counts in a term that count the records of a list as they are.
 * @param {Term} term
 * @returns {Iterable<import("../types.d.ts").Count>}
 */
function* countsOf(term) {
  if ("count" in term) yield term;
  if ("sum" in term) for (const part of term.sum) yield* countsOf(part);
}

/** The first day that a filter lets through; empty if it has none that is known.
 * @param {Expression} where
 * @param {Known} known
 */
function firstDay(where, { chart, layout }) {
  const days = [...firstDays(openPart(where, chart, layout))];
  return days.reduce((last, day) => (day > last ? day : last), "");
}

/** @param {Expression} where
 * @returns {Iterable<string>}
 */
function* firstDays(where) {
  while ("says" in where) where = where.part;
  if ("at_least" in where && where.at_least === where.of.length) {
    for (const part of where.of) yield* firstDays(part);
  } else if ("compare" in where) {
    let { compare: op, left, right } = where;
    if ("value" in left) [op, left, right] = [MIRRORED[op], right, left];
    const after = AFTER[op];
    if (after !== undefined && "field" in left && "value" in right && typeof right.value === "string") {
      yield textOf(moved(dayOf(right.value), 0, after));
    }
  }
}
