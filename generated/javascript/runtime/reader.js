/** The fast look at a request: its values in a chart, if it is valid.
 *
 * What this refuses, `problems.js` looks at again and says why. Each value is read once, so that a request which says
 * something else when it is asked again is checked for what is then used.
 */

import { dayOf } from "./days.js";
import { BLANK, hasPlaces, isAtMost, isRecord, rangeOf, wholly } from "./values.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {(value: any) => any} Reading A value as it lies in a chart, or undefined if its fact does not allow it. */

/** A function that reads a request: its chart, or undefined if it is invalid. May throw what a proxy throws.
 * @param {readonly Fact[]} facts
 * @param {import("./layout.js").Layout} layout
 * @returns {Reading}
 */
export function readerOf(facts, layout) {
  return recordOf(facts, layout, layout.empty, []);
}

/** A function that reads a request or a record of a list, whose values are in the order of the facts.
 * @param {readonly Fact[]} facts
 * @param {import("./layout.js").Layout} layout
 * @param {readonly any[]} empty
 * @param {readonly string[]} marks The names of the fields that must make records different.
 * @returns {Reading}
 */
function recordOf(facts, layout, empty, marks) {
  const readings = facts.map((fact) => readingOf(fact, layout, marks.includes(fact.name)));
  const places = new Map(facts.map((fact, place) => [fact.name, place]));
  return (record) => {
    if (!isRecord(record)) return undefined;
    const values = empty.slice();
    const keys = Object.keys(record);
    for (let each = 0; each < keys.length; each++) {
      const stated = record[keys[each]];
      if (stated === undefined) continue;
      const place = places.get(keys[each]);
      if (place === undefined) return undefined;
      const value = readings[place](stated);
      if (value === undefined) return undefined;
      values[place] = value;
    }
    return values;
  };
}

/** @param {Fact} fact
 * @param {import("./layout.js").Layout} layout
 * @param {boolean} isMark
 * @returns {Reading}
 */
function readingOf(fact, layout, isMark) {
  switch (fact.type) {
    case "yes_no":
      return (value) => (value === true || value === false ? value : undefined);
    case "note": {
      const { most } = fact;
      return (value) =>
        typeof value === "string" && isAtMost(value, most) && !BLANK.test(value) ? !isMark || value : undefined;
    }
    case "number": {
      const { from, to, places } = fact;
      const { of } = layout.units;
      return (value) =>
        typeof value === "number" && from <= value && value <= to && hasPlaces(value, places) ? of(value) : undefined;
    }
    case "date": {
      const { first, last } = rangeOf(fact);
      return (value) => {
        const day = typeof value === "string" ? dayOf(value) : NaN;
        return first <= day && day <= last ? day : undefined;
      };
    }
    case "choice": {
      const options = new Map(Object.keys(fact.options).map((option) => [option, option]));
      return (value) => options.get(value); // the text of the policy, which is compared at once
    }
    case "set":
      return setOf(fact);
    case "findings":
      return findingsOf(fact);
    case "codes":
      return codesOf(fact);
    case "list":
      return listOf(fact, layout);
  }
}

/** @param {import("../types.d.ts").SetFact} fact
 * @returns {Reading}
 */
function setOf(fact) {
  const options = Object.keys(fact.options);
  const known = new Map(options.map((option) => [option, option]));
  return (value) => different(value, options.length, (item) => known.get(item))?.sort();
}

/** @param {import("../types.d.ts").CodesFact} fact
 * @returns {Reading}
 */
function codesOf(fact) {
  const isCode = wholly(fact.pattern);
  const { most } = fact;
  return (value) => different(value, most, (code) => (typeof code === "string" && isCode(code) ? code : undefined));
}

/** The items of an array without repetition, as `read` returns them; or undefined.
 * @param {any} value
 * @param {number} most
 * @param {Reading} read
 * @returns {any[] | undefined}
 */
function different(value, most, read) {
  if (!Array.isArray(value)) return undefined;
  const many = value.length;
  if (!(many <= most)) return undefined;
  /** @type {any[]} */
  const items = [];
  for (let place = 0; place < many; place++) {
    const item = read(value[place]);
    if (item === undefined || items.includes(item)) return undefined;
    items.push(item);
  }
  return items;
}

/** @param {import("../types.d.ts").FindingsFact} fact
 * @returns {Reading}
 */
function findingsOf(fact) {
  const places = new Map(Object.keys(fact.options).map((option, place) => [option, place]));
  const empty = Object.keys(fact.options).map(() => undefined);
  return (value) => {
    if (!isRecord(value)) return undefined;
    /** @type {any[]} */
    const found = empty.slice();
    const keys = Object.keys(value);
    for (let each = 0; each < keys.length; each++) {
      const said = value[keys[each]];
      if (said === undefined) continue;
      const place = places.get(keys[each]);
      if (place === undefined || (said !== true && said !== false)) return undefined;
      found[place] = said;
    }
    return found;
  };
}

/** @param {import("../types.d.ts").ListFact} fact
 * @param {import("./layout.js").Layout} layout
 * @returns {Reading}
 */
function listOf(fact, layout) {
  const read = recordOf(fact.fields, layout, /** @type {any[]} */ (layout.emptyRecords.get(fact.name)), fact.unique);
  const marks = fact.unique.map((name) => layout.place(name));
  const { most } = fact;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const many = value.length;
    if (!(many <= most)) return undefined;
    /** @type {any[][]} */
    const records = [];
    for (let each = 0; each < many; each++) {
      const record = read(value[each]);
      if (record === undefined) return undefined;
      if (marks.length > 0 && records.some((earlier) => areTheSame(earlier, record, marks))) return undefined;
      records.push(record);
    }
    return records;
  };
}

/** Whether two records state the same values for the fields that must make them different.
 * @param {readonly any[]} one
 * @param {readonly any[]} other
 * @param {readonly number[]} marks
 */
function areTheSame(one, other, marks) {
  return marks.every((place) => one[place] !== undefined && one[place] === other[place]);
}
