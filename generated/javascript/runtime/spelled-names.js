/** Answers by their names: choices, items of sets and findings, and codes.
 *
 * An answer is named by its label, by its id, by what stands in brackets, by its initials (`ODI`), or by a beginning
 * that no other answer shares. A name that stands in several labels means none of them: `Medicare` may be several
 * payers.
 */

import { either, lower, upper } from "./spelled-text.js";
import { wholly } from "./values.js";
import { listed } from "./words.js";

/** @typedef {import("./spelled-text.js").Reading} Reading */
/** @typedef {readonly [string, string]} Answer The id and the label. */

const SHORTEST = 3; // letters of a word that is not written to its end
const NONE = "This is none of the answers.";
const IN_BRACKETS = / ?\(([^()]*)\)/g;
const PIECE = /, or |, | or |\//;
const APART = /[;,&+]|\band\b/i;
const LEVEL = /^([a-z])-?([0-9]{1,2})$/;
const INTERSPACE = /^([a-z])([0-9]{1,2})[-/]([a-z]?)([0-9]{1,2})$/;
const DENIED = /^(?:(?:no|not|without) (.+)|(.+) (?:no|n))$/;
const STATED = /^(.+) (?:yes|y)$/;
const MODIFIER = /^(?!X[0-9])[0-9A-Z]{2}$/; // `x2` is a number of units
const MODIFIED = /^([0-9A-Z]{5})((?:[-:](?!X[0-9])[0-9A-Z]{2})*|[A-Z]{2})$/;
const WITHOUT_POINT = /^([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})$/;
const SYSTEMS = ["CPT", "HCPCS", "ICD-10", "ICD-10-CM", "ICD10", "CODE", "CODES"];
/** @type {ReadonlyMap<string, readonly string[]>} */
const SPELLED = new Map([["y", ["yes"]], ["n", ["no", "none"]], ["no", ["no", "none"]]]);

/** The answer that a text names.
 * @param {import("../types.d.ts").ChoiceFact} fact
 * @param {string} text
 * @returns {Reading}
 */
export function choiceOf(fact, text) {
  const known = Object.entries(fact.options);
  const found = named(known, text);
  return found.length === 1 ? [found[0][0], found[0][1]] : unnamed(known, text, found);
}

/** The items that a text lists; none of them is left out.
 * @param {import("../types.d.ts").SetFact} fact
 * @param {string} text
 * @returns {Reading}
 */
export function setOf(fact, text) {
  const known = Object.entries(fact.options);
  if (lower(text) === "none" && named(known, text).length === 0) return [[], "none"];
  /** @type {Map<string, string>} */
  const items = new Map();
  for (const part of partsOf(known, text)) {
    const found = leveled(known, part);
    if (found.length !== 1) return `“${part}”: ${unnamed(known, part, found)}`;
    items.set(...found[0]);
  }
  return items.size > 0 ? [[...items.keys()], [...items.values()].join(", ")] : NONE;
}

/** The findings that a text lists, each with `no` before or behind it if it was ruled out.
 * @param {import("../types.d.ts").FindingsFact} fact
 * @param {string} text
 * @returns {Reading}
 */
export function findingsOf(fact, text) {
  if (["none", "no", "n"].includes(lower(text))) {
    return "This can mean that each was looked for and is not there, or that nobody has looked.";
  }
  const known = Object.entries(fact.options);
  /** @type {Map<string, boolean>} */
  const stated = new Map();
  for (const part of partsOf(known, text)) {
    const said = named(known, part);
    const { truth, found } = said.length > 0 ? { truth: true, found: said } : polar(known, part);
    if (found.length !== 1) return `“${part}”: ${unnamed(known, part, found)}`;
    const [id, label] = found[0];
    if (stated.has(id) && stated.get(id) !== truth) return `Both yes and no are said of ${label}.`;
    stated.set(id, truth);
  }
  const words = [...stated].map(([id, truth]) => `${fact.options[id]}: ${truth ? "yes" : "no"}`);
  return stated.size > 0 ? [Object.fromEntries(stated), words.join("; ")] : NONE;
}

/** The codes that a text lists, without modifiers.
 * @param {import("../types.d.ts").CodesFact} fact
 * @param {string} text
 * @returns {Reading}
 */
export function codesOf(fact, text) {
  /** @type {Set<string>} */
  const codes = new Set();
  /** @type {Set<string>} */
  const leftOff = new Set();
  for (const part of text.split(APART)) {
    const words = upper(part).split(" ").filter(Boolean).map((word) => word.replace(/[.:]+$/, ""));
    let before = false; // whether a code stands before, as it does before its modifiers
    for (const word of SYSTEMS.includes(words[0]) ? words.slice(1) : words) {
      if (before && fact.system === "HCPCS" && MODIFIER.test(word)) {
        leftOff.add(word);
        continue;
      }
      const [code, modifiers] = codeOf(fact, word);
      if (code === "") return `“${word}” is not written as a code.`;
      before = true;
      codes.add(code);
      for (const modifier of modifiers) leftOff.add(modifier);
    }
  }
  if (codes.size === 0) return "There is no code here.";
  if (codes.size > fact.most) return `These are more than ${fact.most} codes.`;
  const without = ` (without the modifier${leftOff.size > 1 ? "s" : ""} ${listed([...leftOff], "and")})`;
  return [[...codes], `${[...codes].join(", ")}${leftOff.size > 0 ? without : ""}`];
}

/** A code and its modifiers; empty where it is none.
 * @param {import("../types.d.ts").CodesFact} fact
 * @param {string} word
 * @returns {[string, readonly string[]]}
 */
function codeOf(fact, word) {
  const found = (fact.system === "HCPCS" ? MODIFIED : WITHOUT_POINT).exec(word);
  const modified = found !== null && fact.system === "HCPCS";
  const code = found === null ? word : modified ? found[1] : `${found[1]}.${found[2]}`;
  return wholly(fact.pattern)(code) ? [code, modified ? found[2].match(/[0-9A-Z]{2}/g) ?? [] : []] : ["", []];
}

/** The answers that a text may mean: the most exact way to name one decides.
 * @param {readonly Answer[]} known
 * @param {string} text
 * @returns {readonly Answer[]}
 */
export function named(known, text) {
  const typed = key(text);
  if (typed === "") return [];
  const whole = known.filter(([, label]) => [key(label), key(withoutBrackets(label))].includes(typed));
  if (whole.length > 0) return whole;
  const spelled = SPELLED.get(typed) ?? [typed];
  const short = known.filter((answer) => shortNames(answer).includes(typed));
  if (short.length > 0) return known.filter((one) => short.includes(one) || standsIn(one, typed, false));
  const begun = known.filter((one) => namesOf(one).some((name) => spelled.some((each) => begins(name, each))));
  if (begun.length === 0) return [];
  return known.filter((one) => begun.includes(one) || spelled.some((each) => standsIn(one, each, true)));
}

/** The letters and digits of a name, in words: `roland morris dc`.
 * @param {string} text
 */
export function key(text) {
  return lower(text).replace(/'|\.(?![0-9])/g, "").replace(/[^a-z0-9\u0080-\uffff]+/g, " ").replace(/^ | $/g, "");
}

/** @param {string} label */
function withoutBrackets(label) {
  return label.replace(IN_BRACKETS, "");
}

/** The id, what stands in brackets, and the initials of several words.
 * @param {Answer} answer
 */
function shortNames([id, label]) {
  const words = key(withoutBrackets(label)).split(" ");
  const initials = words.length > 1 ? [words.map((word) => [...word][0]).join("")] : [];
  return [key(id), ...[...label.matchAll(IN_BRACKETS)].map((found) => key(found[1])), ...initials];
}

/** What a name may begin with: the id, the label, and each alternative in it, with and without its article.
 * @param {Answer} answer
 */
function namesOf([id, label]) {
  const pieces = [label, ...withoutBrackets(label).split(PIECE)].map(key);
  return [key(id), ...pieces, ...pieces.map((piece) => piece.replace(/^(?:an?|the) /, ""))];
}

/** Whether a name begins with these words, of which the last need not be written to its end.
 * @param {string} name
 * @param {string} typed
 */
function begins(name, typed) {
  return `${name} `.startsWith(`${typed} `) || (mayBeUnfinished(typed) && name.startsWith(typed));
}

/** Whether these words stand in one of the names.
 * @param {readonly string[]} names
 * @param {string} typed
 * @param {boolean} unfinished
 */
function standsIn(names, typed, unfinished) {
  const end = unfinished && mayBeUnfinished(typed) ? "" : " ";
  return names.some((name) => ` ${key(name)} `.includes(` ${typed}${end}`));
}

/** @param {string} typed */
function mayBeUnfinished(typed) {
  return [...typed.slice(typed.lastIndexOf(" ") + 1)].length >= SHORTEST;
}

/** Why a text names no answer.
 * @param {readonly Answer[]} known
 * @param {string} text
 * @param {readonly Answer[]} found
 */
function unnamed(known, text, found) {
  const typed = key(text);
  const parts = known.filter(([, label]) => typed !== "" && standsIn([label], typed, true));
  const names = (found.length > 0 ? found : parts).map(([, label]) => `“${label}”`);
  if (names.length === 0) return NONE;
  return names.length > 1 ? either(names, "another answer") : `If this is ${names[0]}, write that.`;
}

/** The parts of a list, unless it is one label that looks like a list; and levels that only spaces keep apart.
 * @param {readonly Answer[]} known
 * @param {string} text
 */
function partsOf(known, text) {
  if (known.some(([, label]) => lower(text) === lower(label))) return [text];
  const parts = text.replace(/ ?([-/]) ?/g, "$1").split(APART).map((part) => part.replace(/^ +| +$/g, ""));
  return parts.flatMap((part) => (areLevels(part) ? part.split(" ") : [part])).filter(Boolean);
}

/** @param {string} part */
function areLevels(part) {
  return lower(part).split(" ").every((word) => LEVEL.test(word) || INTERSPACE.test(word));
}

/** The items that a part of a list may mean: a level of the spine in one of its spellings, or a name.
 * @param {readonly Answer[]} known
 * @param {string} part
 */
function leveled(known, part) {
  const one = LEVEL.exec(lower(part));
  const two = INTERSPACE.exec(lower(part));
  if (one === null && two === null) return named(known, part);
  const written = two === null ? `${one?.[1]}${one?.[2]}` : `${two[1]}${two[2]}-${two[3] || two[1]}${two[4]}`;
  return known.filter(([, label]) => lower(label) === written);
}

/** @param {readonly Answer[]} known
 * @param {string} part
 */
function polar(known, part) {
  const stated = STATED.exec(key(part));
  if (stated !== null) return { truth: true, found: named(known, stated[1]) };
  const denied = DENIED.exec(key(part));
  return { truth: false, found: denied === null ? [] : named(known, denied[1] ?? denied[2]) };
}
