/** The places of a request where something is not stated, which of them a test reads, and values to try there.
 *
 * A place is a fact, an item of findings, or a field of a record: `["pain"]`, `["symptoms", "fever"]`,
 * `["sessions", 0, "approach"]`.
 */

import { dayOf, moved, textOf } from "./days.js";
import { UPPER } from "./interpreter.js";
import { decimalOf, digitsOf, numberOf } from "./numbers.js";
import { wholly } from "./values.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {readonly (string | number)[]} Place */
/** @typedef {readonly (string | null)[]} Mark A place, with null for the number of a record. */
/** @typedef {{place: Place, fact: Fact}} Open */

const WHOLE = ""; // behind a list that is counted: the list as such, and no field of it
const ENDINGS = ["", "0", "00", "000", "0000"];

/** The places where a request or a record states nothing, each with its fact, in the order of the facts.
 * @param {readonly Fact[]} facts
 * @param {Json} stated
 * @returns {Iterable<Open>}
 */
export function* openPlaces(facts, stated) {
  for (const fact of facts) {
    const value = Object.hasOwn(stated, fact.name) ? stated[fact.name] : undefined;
    if (fact.type === "findings") {
      const items = Object.keys(fact.options).sort();
      for (const item of items) if (!value || !Object.hasOwn(value, item)) yield { place: [fact.name, item], fact };
    } else if (value === undefined) {
      yield { place: [fact.name], fact };
    } else if (fact.type === "list") {
      for (const [number, row] of value.entries()) {
        for (const inner of openPlaces(fact.fields, row)) {
          yield { place: [fact.name, number, ...inner.place], fact: inner.fact };
        }
      }
    }
  }
}

/** The request that also states this.
 * @param {Json} stated
 * @param {Place} place
 * @param {unknown} value
 * @returns {Json}
 */
export function put(stated, [name, number, ...inner], value) {
  if (number === undefined) return { ...stated, [name]: value };
  const before = Object.hasOwn(stated, name) ? stated[name] : {};
  if (typeof number === "string") return { ...stated, [name]: { ...before, [number]: value } };
  const rows = [...before];
  rows[number] = put(rows[number], /** @type {Place} */ (inner), value);
  return { ...stated, [name]: rows };
}

// ---------------------------------------------------------------- which places a test reads

/** What an expression reads; `record` is the list whose record is in hand, or empty.
 * @param {any} tree
 * @param {Mark} record
 * @returns {Iterable<Mark>}
 */
export function* marksOf(tree, record = []) {
  if ("fact" in tree) yield [tree.fact];
  if ("field" in tree) yield [...record, tree.field];
  for (const named of [tree.in, tree.documented, tree.count]) {
    if (named === undefined) continue;
    const counted = "count" in tree ? [WHOLE] : "includes" in tree ? [tree.includes] : [];
    for (const mark of marksOf(named, record)) yield [...mark, ...counted];
  }
  const kind = ["total", ...Object.keys(UPPER)].find((each) => each in tree);
  const of = kind === undefined ? tree.count?.fact : tree[kind];
  if ("by" in tree) yield* [[of, WHOLE], [of, null, tree.by]];
  if ("where" in tree) yield* marksOf(tree.where, [of, null]);
  for (const part of inside(tree)) yield* marksOf(part, record);
}

/** Whether what an expression reads stands in this place, of some record if it is a field.
 * @param {readonly Mark[]} marks
 * @param {Place} place
 */
export function reads(marks, place) {
  const own = place.map((part) => (typeof part === "number" ? null : part));
  // A test of a whole fact reads every item of it.
  return marks.some((mark) => mark.every((part, at) => at >= own.length || part === own[at]));
}

/** The expressions and terms directly inside one, without those that are asked of each record.
 * @param {any} tree
 * @returns {any[]}
 */
function inside(tree) {
  const single = ["part", "not", "left", "right", "shift"].filter((key) => key in tree).map((key) => tree[key]);
  return [...single, ...(tree.of ?? []), ...(tree.sum ?? [])];
}

// ---------------------------------------------------------------- values to try

/** Values for a place that show the answers of the tests that read it: beside their bounds, and what they name.
 * @param {Fact} fact
 * @param {Place} place
 * @param {any} expr
 * @returns {any[]}
 */
export function valuesFor(fact, place, expr) {
  const tests = [...testsIn(expr)].filter((test) => reads([...marksOf(test)], place));
  const nodes = tests.flatMap((test) => [...nodesIn(test)]);
  const said = nodes.filter((node) => "value" in node).map((node) => node.value);
  const texts = said.filter((value) => typeof value === "string");
  const items = nodes.filter((node) => "includes" in node).map((node) => node.includes);
  switch (fact.type) {
    case "yes_no":
    case "findings":
      return [true, false];
    case "note":
      return ["-"];
    case "choice": {
      const options = Object.keys(fact.options).sort();
      const named = options.filter((option) => texts.includes(option));
      const others = options.filter((option) => !texts.includes(option));
      return named.length > 0 ? [...named, ...others.slice(0, 1)] : options;
    }
    case "set": {
      const options = Object.keys(fact.options).sort();
      const named = options.filter((option) => items.includes(option)).map((option) => [option]);
      return [[], ...named, ...said.filter((value) => Array.isArray(value)), options];
    }
    case "codes": {
      const begun = nodes.filter((node) => "begins" in node).map((node) => begunWith(node.begins, fact.pattern));
      return [[], ...[...items, ...begun].filter((code) => code).map((code) => [code])];
    }
    case "list":
      return [[], [{}]];
    case "number":
      return numbersFor(fact, said.filter((value) => typeof value === "number"));
    case "date": {
      const moves = nodes.filter((node) => "shift" in node);
      return daysFor(fact, texts.map(dayOf).filter((day) => !Number.isNaN(day)), moves);
    }
  }
}

/** The tests that an expression joins.
 * @param {any} expr
 * @returns {Iterable<any>}
 */
function* testsIn(expr) {
  if ("says" in expr || "not" in expr || "at_least" in expr) {
    for (const part of inside(expr)) yield* testsIn(part);
  } else {
    yield expr;
  }
}

/** @param {any} tree
 * @returns {Iterable<any>}
 */
function* nodesIn(tree) {
  if (typeof tree !== "object" || tree === null) return;
  if (!Array.isArray(tree)) yield tree;
  for (const inner of Object.values(tree)) yield* nodesIn(inner);
}

/** A code that begins so; empty if none is found.
 * @param {string} beginning
 * @param {string} pattern
 */
export function begunWith(beginning, pattern) {
  return ENDINGS.map((ending) => beginning + ending).find(wholly(pattern)) ?? "";
}

/** The ends of the range, and each bound with a step on both sides.
 * @param {import("../types.d.ts").NumberFact} fact
 * @param {readonly number[]} bounds
 */
function numbersFor({ from, to, places }, bounds) {
  const [low, high] = [stepsOf(from, places), stepsOf(to, places)];
  const points = bounds.map((bound) => stepsOf(bound, places)).flatMap((below) => [below, below + 1n, below - 1n]);
  const within = [low, high, ...points].filter((digits) => low <= digits && digits <= high);
  return [...new Set(within)].map((digits) => numberOf({ digits, places }));
}

/** How many steps of its last decimal place a number has, rounded down.
 * @param {number} number
 * @param {number} places
 */
function stepsOf(number, places) {
  const decimal = decimalOf(number);
  if (decimal.places <= places) return digitsOf(decimal, places);
  const step = 10n ** BigInt(decimal.places - places);
  const steps = decimal.digits / step;
  return decimal.digits < 0n && steps * step !== decimal.digits ? steps - 1n : steps;
}

/** The same for days; tests may move them.
 * @param {import("../types.d.ts").DateFact} fact
 * @param {readonly number[]} bounds
 * @param {readonly {months: number, days: number}[]} moves
 */
function daysFor({ from, to }, bounds, moves) {
  const [low, high] = [dayOf(from), dayOf(to)];
  const days = bounds.flatMap((bound) => [bound, ...moves.map(({ months, days: by }) => moved(bound, -months, -by))]);
  const near = [low, high, ...days.flatMap((day) => [day, day + 1, day - 1])];
  const within = near.filter((day) => low <= day && day <= high);
  return [...new Set(within)].map(textOf);
}
