/** The answer to a question, as people spell it: `6/10/2026`, `5 months`, `L4-5`, `64483-LT`, `Texas`, `yes`.
 *
 * Nothing is guessed: what has two meanings is not understood, and both are named. What was understood is shown in
 * words, to be read by whoever typed it. The Python package has the same answers.
 */

import { dayOf } from "./days.js";
import { dateOf } from "./spelled-dates.js";
import { choiceOf, codesOf, findingsOf, key, named, setOf } from "./spelled-names.js";
import { grouped, numberOf } from "./spelled-numbers.js";
import { MOST, bare, lower, plain } from "./spelled-text.js";
import { isAtMost } from "./values.js";
import { listed } from "./words.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("./spelled-text.js").Reading} Reading */

const NOT_LOOKED = [
  "", "-", "?", "not looked", "not looked yet", "not checked", "not checked yet", "not yet", "unknown", "not known",
  "not sure", "unsure", "don't know", "do not know", "dont know",
];
const NOT_APPLICABLE = ["n/a", "na", "not applicable"];
const YES = ["y", "yes", "true"];
const NO = ["n", "no", "none", "false"];
const NO_NOTE = [...YES, ...NO, "missing", "not there", "not documented", "not stated"];
const FEW = 10; // answers that are all named

/** What a text says about a fact, which is a fact of a policy or a field of its lists.
 * @param {Fact} fact
 * @param {string} text
 * @param {{today?: string | undefined}} options
 * @returns {import("../types.d.ts").Understood | import("../types.d.ts").NotUnderstood}
 */
export function understood(fact, text, { today } = {}) {
  if (today !== undefined && Number.isNaN(dayOf(today))) throw new RangeError("today is a date written YYYY-MM-DD");
  if (typeof text !== "string") throw new TypeError("an answer is text");
  const read = readingOf(fact, text, today ?? null);
  if (typeof read === "string") return Object.freeze({ understood: false, why: read, write: whatToWrite(fact) });
  return Object.freeze({ understood: true, value: read[0], shown: read[1] });
}

/** @param {Fact} fact
 * @param {string} text
 * @param {string | null} today
 * @returns {Reading}
 */
function readingOf(fact, text, today) {
  if (!isAtMost(text, MOST)) return `This is longer than ${grouped(String(MOST))} characters.`;
  const written = plain(text);
  const typed = bare(written);
  const small = lower(typed);
  const isOption = "options" in fact && named(Object.entries(fact.options), typed).length === 1;
  if (!isOption && NOT_LOOKED.includes(small)) return [null, "not looked yet"];
  if (!isOption && NOT_APPLICABLE.includes(small)) {
    return "This can mean that there is none, or that nobody has looked yet.";
  }
  switch (fact.type) {
    case "yes_no":
      return YES.includes(small) ? [true, "yes"] : NO.includes(small) ? [false, "no"] : "This is neither yes nor no.";
    case "note":
      return noteOf(fact, written, small);
    case "number":
      return numberOf(fact, small);
    case "date":
      return dateOf(fact, small, today);
    case "choice":
      return choiceOf(fact, typed);
    case "set":
      return setOf(fact, typed);
    case "findings":
      return findingsOf(fact, typed);
    case "codes":
      return codesOf(fact, typed);
    case "list":
      return NO.includes(small) ? [[], "none"] : "Each of these has a record of its own.";
  }
}

/** Where a note stands. An answer to another question is none, and would count as documented.
 * @param {import("../types.d.ts").NoteFact} fact
 * @param {string} written
 * @param {string} small
 * @returns {Reading}
 */
function noteOf(fact, written, small) {
  if (NO_NOTE.includes(small)) return "A place in the chart is asked for. If there is none, leave this open.";
  if (key(written) === "") return "There is no word here.";
  return isAtMost(written, fact.most) ? [written, written] : `This is longer than ${fact.most} characters.`;
}

/** How to write an answer about this fact, for people.
 * @param {Fact} fact
 * @returns {string}
 */
export function whatToWrite(fact) {
  switch (fact.type) {
    case "yes_no":
      return "Write yes or no.";
    case "note":
      return "Write where it stands in the chart, such as: visit note of 6/10/2026, page 2.";
    case "number": {
      const range = `from ${grouped(String(fact.from))} to ${grouped(String(fact.to))}`;
      const unit = fact.unit === "" ? "" : ` (${fact.unit})`;
      return `Write a ${fact.places === 0 ? "whole number" : "number"} ${range}${unit}.`;
    }
    case "date":
      return "Write a date as month/day/year, such as 6/10/2026.";
    case "choice":
      return ofOptions(fact, "Write one of these answers");
    case "set": {
      const examples = Object.values(fact.options).slice(0, 2).join(", ");
      return `Write each with commas between them, such as ${examples}; or none.`;
    }
    case "findings":
      return ofOptions(fact, "Write each that was found, with no before one that was ruled out");
    case "codes": {
      const example = fact.system === "HCPCS" ? "64483, 64484" : "M54.16, M48.061";
      return `Write the ${fact.system} codes with commas between them, such as ${example}.`;
    }
    case "list":
      return `Write none, or state the ${fact.unit} one by one.`;
  }
}

/** @param {{readonly options: {readonly [id: string]: string}}} fact
 * @param {string} before
 */
function ofOptions({ options }, before) {
  const known = Object.entries(options);
  if (known.length <= FEW) return `${before}: ${known.map(([, label]) => label).join("; ")}.`;
  const examples = new Set(known.slice(0, 2).flatMap(([id, label]) => [label, id]));
  return `${before}, such as ${listed([...examples], "or")}.`;
}
