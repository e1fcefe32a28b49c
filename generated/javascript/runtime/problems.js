/** The problems of a request: every rule that it breaks, with the place.
 *
 * This look is slow and thorough. The fast one of `reader.js` comes first, and what it refuses is looked at here.
 * No problem repeats a value or an unknown key: either may identify a patient.
 */

import { dayOf } from "./days.js";
import { MOST_GUESSES, guess } from "./guesses.js";
import { BLANK, hasPlaces, isAtMost, isRecord, rangeOf, wholly } from "./values.js";
import { listed } from "./words.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").ProblemCode} ProblemCode */
/** @typedef {ReadonlyMap<string, readonly string[]>} Askers The versions that ask for a fact, by its name. */

const DEEPEST = 4; // a request, a list of it, a record, an item of the record
const LONGEST = 1_000_000; // no array of a document is longer

/** The part of the rule that a value breaks, by the code of the problem. @type {Readonly<Record<string, string>>} */
const BROKEN = {
  null: "where the chart does not say, leave it out",
  "wrong-type": "this is of another type",
  "out-of-range": "this lies outside the range",
  "too-many-places": "this has more decimal places",
  "not-a-date": "this is no such date",
  "unknown-option": "something here is none of these",
  "not-a-code": "a code here is not written so",
  "empty-text": "this is blank",
  "too-long": "this is longer",
  repeated: "something here stands twice",
};

/** What stands for a value that JSON cannot hold, or that cannot be read: it is of no type. */
const NO_VALUE = Symbol("no value of JSON");

/** @param {string} path
 * @param {string} rule
 * @param {ProblemCode} code
 * @returns {Problem}
 */
export function problem(path, rule, code) {
  return Object.freeze({ path, rule, code });
}

export const NO_OBJECT = problem("", "must be an object whose keys are facts", "not-an-object");

/** A copy of a value as `JSON.stringify` sees it: own keys alone, without those that are undefined. Never throws. What
 * JSON cannot hold, what is nested deeper than any request and what throws when it is read is no value.
 * @param {unknown} value
 * @param {number} deepest
 */
export function plain(value, deepest = DEEPEST) {
  return copied(value, deepest, []);
}

/** `known` has for each room below the copies so far, since one object may stand in many places.
 * @param {unknown} value
 * @param {number} room
 * @param {Map<object, unknown>[]} known
 * @returns {unknown}
 */
function copied(value, room, known) {
  if (typeof value !== "object" || value === null) return value;
  if (room < 0) return NO_VALUE;
  const before = (known[room] ??= new Map());
  if (!before.has(value)) before.set(value, copiedInside(value, room, known));
  return before.get(value);
}

/** @param {object} value
 * @param {number} room
 * @param {Map<object, unknown>[]} known
 * @returns {unknown}
 */
function copiedInside(value, room, known) {
  try {
    if (Array.isArray(value)) {
      const length = value.length;
      if (!(length <= LONGEST)) return NO_VALUE;
      return Array.from({ length }, (_, place) => {
        const item = readAt(value, place);
        return copied(item === undefined ? NO_VALUE : item, room - 1, known);
      });
    }
    if (!isRecord(value)) return NO_VALUE;
    /** @type {Record<string, unknown>} */
    const record = Object.create(null); // in which `__proto__` is a key like any other
    for (const key of Object.keys(value)) {
      const inner = copied(readAt(value, key), room - 1, known);
      if (inner !== undefined) record[key] = inner;
    }
    return record;
  } catch {
    return NO_VALUE;
  }
}

/** @param {any} holder
 * @param {string | number} key
 */
function readAt(holder, key) {
  try {
    return holder[key];
  } catch {
    return NO_VALUE;
  }
}

/** Every rule that a request breaks; `request` is what `plain` returned.
 * @param {readonly Fact[]} facts
 * @param {unknown} request
 * @param {Askers} askers
 * @returns {readonly Problem[]}
 */
export function problemsOf(facts, request, askers) {
  return Object.freeze([...ofRecord(facts, request, "", askers)]);
}

/** @param {readonly Fact[]} facts
 * @param {unknown} record
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofRecord(facts, record, path, askers) {
  if (!isRecord(record)) {
    yield problem(path, NO_OBJECT.rule, NO_OBJECT.code);
    return;
  }
  const names = facts.map((fact) => fact.name);
  const strangers = Object.keys(record).filter((key) => !names.includes(key));
  if (strangers.length > 0) {
    const atTop = path === "";
    const rule = atTop ? [...ofStrangers(strangers, names, askers)].join("; ") : ofFields(Object.keys(record), names);
    yield problem(path, rule, "unknown-fact");
  }
  for (const fact of facts) {
    if (fact.name in record) yield* ofValue(fact, record[fact.name], `${path}/${fact.name}`, askers);
  }
}

/** The problem of keys that are no facts here. It repeats only known names: a key may be text from a chart.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 * @param {Askers} askers
 * @returns {Iterable<string>}
 */
function* ofStrangers(keys, names, askers) {
  const ours = keys.filter((key) => askers.has(key));
  /** @type {Map<string, string[]>} */
  const byVersions = new Map();
  for (const key of ours) {
    const versions = listed((askers.get(key) ?? []).map((version) => version.replace("@", " ")), "and");
    byVersions.set(versions, [...(byVersions.get(versions) ?? []), key]);
  }
  for (const [versions, same] of byVersions) {
    const asks = (askers.get(same[0]) ?? []).length === 1 ? "asks" : "ask";
    const them = same.length === 1 ? "it" : "them";
    yield `leave ${listed(same, "and")} out: ${versions} ${asks} for ${them}, ` +
      "and the version that answers this request does not";
  }
  const foreign = keys.filter((key) => !ours.includes(key));
  if (foreign.length > 0) yield `${numberOf(foreign)}${guesses(foreign, names)}`;
}

/** @param {readonly unknown[]} keys */
function numberOf(keys) {
  return keys.length === 1 ? "1 key is not a fact" : `${keys.length} keys are not facts`;
}

/** Which name each of several keys is near, in the order of the keys; of those that are numbers it is not known.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
function guesses(keys, names) {
  const each = keys.slice(0, MOST_GUESSES).map((key) => guess([key], names));
  if (each.length === 1 || !each.some(Boolean) || !isOrdered(keys)) return guess(keys, names);
  const said = each.map((one) => (one === "" ? "no known name" : one.slice("; did you mean ".length, -1)));
  return `; in their order, did you mean ${listed(said, "and")}?`;
}

/** The problem of keys of a record that are none of its few: where they stand, and what each may be.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
function ofFields(keys, names) {
  const foreign = keys.flatMap((key, at) => (names.includes(key) ? [] : [at + 1]));
  const near = foreign.slice(0, MOST_GUESSES).map((place) => guess([keys[place - 1]], names));
  const isOne = foreign.length === 1;
  let said;
  if (!isOrdered(keys) || foreign.length > MOST_GUESSES) {
    said = `${numberOf(foreign)} of this record${guess(foreign.map((place) => keys[place - 1]), names)}`;
  } else {
    const named = foreign.map((place, at) => `key ${place}${near[at] && !isOne ? ` (${near[at].slice(2)})` : ""}`);
    said = `${listed(named, "and")} of this record ${isOne ? "is not a fact" : "are not facts"}${isOne ? near[0] : ""}`;
  }
  return near.every(Boolean) ? said : `${said}; its keys are ${listed(names, "and")}`;
}

/** Whether every reader of JSON keeps the keys in their order: JavaScript puts whole numbers first.
 * @param {readonly string[]} keys
 */
function isOrdered(keys) {
  return !keys.some((key) => /^[0-9]+$/.test(key));
}

/** @param {Fact} fact
 * @param {any} value
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofValue(fact, value, path, askers) {
  const code = faultOf(fact, value);
  if (code !== null) {
    yield problem(path, `must be ${fact.rule}; ${BROKEN[code]}${nearOf(fact, value)}`, code);
  } else if (fact.type === "list") {
    yield* ofRecords(fact, value, path, askers);
  } else if (fact.type === "findings") {
    for (const [key, found] of Object.entries(value)) {
      if (typeof found === "boolean") continue;
      const broken = found === null ? "null" : "wrong-type";
      yield problem(`${path}/${key}`, `must be true or false; ${BROKEN[broken]}`, broken);
    }
  }
}

/** The findings that are nearest to unknown ones; of a choice, the option whose label stands in its place.
 * @param {Fact} fact
 * @param {unknown} value
 */
function nearOf(fact, value) {
  if (fact.type === "choice" && typeof value === "string") {
    const written = value.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "").toLowerCase();
    const labelled = Object.entries(fact.options).filter((pair) => pair.some((one) => one.toLowerCase() === written));
    return labelled.length === 1 ? `; did you mean ${labelled[0][0]}?` : "";
  }
  if (fact.type !== "findings" || !isRecord(value)) return "";
  return guess(Object.keys(value).filter((key) => !has(fact.options, key)), Object.keys(fact.options));
}

/** The problems of each record. Two are the same if all fields that make them different are stated and equal.
 * @param {import("../types.d.ts").ListFact} fact
 * @param {readonly any[]} records
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofRecords(fact, records, path, askers) {
  for (const [number, record] of records.entries()) yield* ofRecord(fact.fields, record, `${path}/${number}`, askers);
  const marks = fact.fields.filter((field) => fact.unique.includes(field.name));
  const seen = new Set();
  for (const [number, record] of records.entries()) {
    if (marks.length === 0 || !isRecord(record)) continue;
    if (marks.some((mark) => faultOf(mark, record[mark.name]) !== null)) continue;
    const key = JSON.stringify(fact.unique.map((name) => record[name]));
    if (seen.has(key)) {
      const words = `repeats an earlier record: ${fact.unique.join(" and ")} are the same`;
      yield problem(`${path}/${number}`, words, "repeated");
    }
    seen.add(key);
  }
}

/** The rule of its fact that a value breaks. Records and items of findings are checked elsewhere.
 * @param {Fact} fact
 * @param {any} value
 * @returns {ProblemCode | null}
 */
function faultOf(fact, value) {
  if (value === null || value === undefined) return "null";
  switch (fact.type) {
    case "yes_no":
      return typeof value === "boolean" ? null : "wrong-type";
    case "note":
      if (typeof value !== "string") return "wrong-type";
      return !isAtMost(value, fact.most) ? "too-long" : BLANK.test(value) ? "empty-text" : null;
    case "number":
      if (typeof value !== "number") return "wrong-type";
      if (!(fact.from <= value && value <= fact.to)) return "out-of-range";
      return hasPlaces(value, fact.places) ? null : "too-many-places";
    case "date": {
      if (typeof value !== "string") return "wrong-type";
      const { first, last } = rangeOf(fact);
      const day = dayOf(value);
      return Number.isNaN(day) ? "not-a-date" : first <= day && day <= last ? null : "out-of-range";
    }
    case "choice":
      if (typeof value !== "string") return "wrong-type";
      return has(fact.options, value) ? null : "unknown-option";
    case "set":
      if (!isTexts(value)) return "wrong-type";
      if (!value.every((item) => has(fact.options, item))) return "unknown-option";
      return new Set(value).size === value.length ? null : "repeated";
    case "findings":
      if (!isRecord(value)) return "wrong-type";
      return Object.keys(value).every((key) => has(fact.options, key)) ? null : "unknown-option";
    case "list":
      return !Array.isArray(value) ? "wrong-type" : value.length > fact.most ? "too-long" : null;
    case "codes":
      if (!isTexts(value)) return "wrong-type";
      if (!value.every(wholly(fact.pattern))) return "not-a-code";
      return new Set(value).size < value.length ? "repeated" : value.length > fact.most ? "too-long" : null;
  }
}

/** @param {unknown} value
 * @returns {value is string[]}
 */
function isTexts(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** @param {object} options
 * @param {string} key
 */
function has(options, key) {
  return Object.hasOwn(options, key);
}
