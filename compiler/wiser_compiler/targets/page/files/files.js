/** A request as a file on this computer: the same JSON that `wiser check` reads. */

import { NotJson, readJson } from "../runtime/json.js";
import { understood } from "../runtime/spellings.js";
import { isRecord } from "../runtime/values.js";
import { el } from "./elements.js";
import { inWords } from "./words.js";
import { only } from "./service.js";

/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {import("../types.d.ts").Fact} Fact */

const MOST_BYTES = 1_000_000;

/** Hand the request to the reader as a file. The address that is made for it lies inside this page.
 * @param {Json} request
 */
export function save(request) {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(request, null, 2)}\n`], { type: "application/json" }));
  const link = el("a", { href: address, download: "wiser-request.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The request in a file, with what is to be told of it, in words; null for a file that holds none.
 *
 * An answer that is spelled as people spell it is understood, and told. What breaks a rule is left out, and told.
 * @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {ArrayBuffer} bytes
 * @param {string} today
 * @returns {{request: Json | null, told: readonly string[]}}
 */
export function loaded(known, bytes, today) {
  if (bytes.byteLength > MOST_BYTES) return { request: null, told: ["It is larger than any request."] };
  let stated;
  try {
    stated = readJson(withoutMark(bytes));
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { request: null, told: [inWordsOfStaff(error)] };
  }
  if (!isRecord(stated)) return { request: null, told: ["It holds no request: a request is an object whose keys are facts."] };
  /** @type {string[]} */
  const told = [];
  let request = /** @type {Json} */ (structuredClone(stated));
  for (;;) {
    const result = checked(known, request);
    const isChosen = result.answeredBy !== "";
    const { facts } = isChosen ? result.policy : known.start;
    const broken = new Set();
    for (const { path, rule } of result.problems) {
      const { fact, key, record } = placeOf(facts, request, path);
      if (broken.has(`${record === request}${key}`) && fact !== null) continue;
      broken.add(`${record === request}${key}`);
      if (fact === null) {
        told.push(`Something in the file has no place here: ${inWords(rule)}.`);
        continue;
      }
      const read = spelled(fact, record[key], today);
      told.push(`“${inWords(fact.ask)}” ${read === null ? `was left out: ${inWords(rule)}` : `was read as ${read.shown}`}.`);
      if (read === null) delete record[key];
      else record[key] = read.value;
    }
    if (isChosen) request = only(request, facts.map(({ name }) => name));
    if (result.problems.length === 0) return { request, told };
    if (!isChosen && facts.every(({ name }) => !broken.has(`true${name}`))) return { request: null, told };
  }
}

/** The bytes of a file without the mark that some editors put before UTF-8.
 * @param {ArrayBuffer} bytes
 */
function withoutMark(bytes) {
  const [first, second, third] = new Uint8Array(bytes.slice(0, 3));
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.slice(3) : bytes;
}

/** Why a file cannot be read, for whoever does not know JSON.
 * @param {NotJson} error
 */
function inWordsOfStaff(error) {
  const where = /line ([0-9]+), column ([0-9]+)(.*)$/.exec(error.message);
  if (error.code !== "not-json") return `It cannot be read: ${error.message}.`;
  const found = where === null ? "" : ` Reading ended at line ${where[1]}, letter ${where[2]}${where[3]}.`;
  return `It is not a request as this page or wiser fill saves it.${found} Look whether it is the right file, and whole.`;
}

/** The fact at a place, and the record that states it: the request itself, or one of a list. No fact for another place.
 * @param {readonly Fact[]} facts
 * @param {Json} request
 * @param {string} path
 * @returns {{fact: Fact | null, record: Json, key: string}}
 */
function placeOf(facts, request, path) {
  const [key = "", number, inner] = path.split("/").slice(1);
  const fact = facts.find(({ name }) => name === key) ?? null;
  const record = fact?.type === "list" && Array.isArray(request[key]) ? request[key][Number(number)] : null;
  const field = fact?.type === "list" ? fact.fields.find(({ name }) => name === inner) : undefined;
  return isRecord(record) && field !== undefined ? { fact: field, record, key: inner } : { fact, record: request, key };
}

/** The answer to a request; without a code that chooses a policy, that of the program.
 * @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {Json} request
 */
function checked({ catalog, program }, request) {
  const isOpen = request.codes === undefined || (Array.isArray(request.codes) && request.codes.length === 0);
  return isOpen && program !== null ? catalog.scope(request) : catalog.check(request);
}

/** What an answer means that is spelled as people spell it; null for any other value.
 * @param {Fact} fact
 * @param {unknown} value
 * @param {string} today
 */
function spelled(fact, value, today) {
  const texts = Array.isArray(value) ? value : [value];
  if (texts.length === 0 || !texts.every((text) => typeof text === "string" || typeof text === "number")) return null;
  const read = understood(fact, texts.join(", "), { today });
  return read.understood && read.value !== null && !isDeepEqual(read.value, value) ? read : null;
}

/** @param {unknown} one
 * @param {unknown} other
 */
function isDeepEqual(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
