/** A request as a file on this computer: the same JSON that `wiser check` reads. */

import { NotJson, readJson } from "../runtime/json.js";
import { isRecord } from "../runtime/values.js";
import { el } from "./elements.js";
import { inWords } from "./words.js";
import { only } from "./service.js";

/** @typedef {import("../types.d.ts").Json} Json */

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

/** The request in a file, with what is wrong with it, in words; null for a file that holds none.
 * @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {ArrayBuffer} bytes
 * @returns {{request: Json | null, wrong: readonly string[]}}
 */
export function loaded({ catalog, program }, bytes) {
  if (bytes.byteLength > MOST_BYTES) return { request: null, wrong: ["It is larger than any request."] };
  let stated;
  try {
    stated = readJson(bytes);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { request: null, wrong: [`It cannot be read: ${error.message}.`] };
  }
  if (!isRecord(stated)) return { request: null, wrong: ["It holds no request: a request is an object whose keys are facts."] };
  /** @type {string[]} */
  const wrong = [];
  let request = /** @type {Json} */ (stated);
  for (;;) {
    const codes = request.codes === undefined || (Array.isArray(request.codes) && request.codes.length === 0);
    const result = codes && program !== null ? catalog.scope(request) : catalog.check(request);
    const facts = result.answeredBy === "" ? [] : result.policy.facts;
    const names = facts.map(({ name }) => name);
    const broken = new Set(result.problems.map(({ path }) => path.split("/")[1] ?? "").filter((name) => name !== ""));
    wrong.push(...result.problems.map(({ path, rule }) => said(facts, path, rule)));
    const kept = Object.keys(request).filter((name) => !broken.has(name) && (names.length === 0 || names.includes(name)));
    if (codes) { // nothing chooses a policy that would ask the others
      const left = Object.keys(request).filter((name) => name !== "codes" && !kept.includes(name) && !broken.has(name)).length;
      if (left > 0) wrong.push(`Without a procedure code that this page knows, ${left} more of its answers have no place here.`);
      return { request: only(request, kept.filter((name) => name !== "codes")), wrong };
    }
    if (result.answeredBy !== "") return { request: only(request, kept), wrong };
    if (broken.size === 0) return { request: null, wrong };
    request = only(request, kept);
  }
}

/** @param {readonly import("../types.d.ts").Fact[]} facts
 * @param {string} path
 * @param {string} rule
 */
function said(facts, path, rule) {
  const name = path.split("/")[1] ?? "";
  const asked = facts.find((fact) => fact.name === name)?.ask ?? name;
  return asked === "" ? `Something in the file has no place here: ${inWords(rule)}.` : `“${inWords(asked)}” was left out: ${inWords(rule)}.`;
}
