/** The answers of a form as a request, and a request as answers: for `forms/<id>/<version>/form.schema.json`.
 *
 * The answers stand in sections, one for each heading of the chart. A yes or no, a finding and a choice have
 * `not stated` as an answer too. A list, a set and codes are an object: `listed` has what there is, `none` says that
 * there is nothing.
 */

import { plain } from "./problems.js";
import { isRecord } from "./values.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */

const DEEPEST = 6; // the answers, a section, a list, what is listed, a record, a set of it, what is listed
const NOT_STATED = "not stated";

/** The request that the answers of a form state, for `check`. Never throws on any answers.
 * @param {unknown} answers
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
export function requestFromForm(answers, policy) {
  const given = plain(answers, DEEPEST);
  /** @type {Map<string, unknown>} */
  const request = new Map();
  if (!isRecord(given)) return { "/": given };
  const facts = factsOf(policy);
  for (const [section, part] of Object.entries(given)) {
    if (!isRecord(part)) {
      request.set(`/${section}`, part);
      continue;
    }
    for (const [name, value] of stated(facts, part)) {
      request.set(request.has(name) ? `/${section}/${name}` : name, value);
    }
  }
  return Object.fromEntries(request);
}

/** The answers of a form that state a request, to show one that was saved. Throws TypeError for what is no object.
 * @param {Json} request
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
export function formFromRequest(request, policy) {
  if (!isRecord(request)) throw new TypeError("a request is an object whose keys are facts");
  const facts = factsOf(policy);
  /** @type {Map<string, [string, unknown][]>} */
  const sections = new Map();
  for (const [name, value] of Object.entries(request)) {
    const fact = facts.get(name);
    const key = sectionKey(fact?.chart ?? "");
    const section = sections.get(key) ?? [];
    sections.set(key, [...section, [name, fact === undefined ? value : said(fact, value)]]);
  }
  return Object.fromEntries([...sections].map(([key, section]) => [key, Object.fromEntries(section)]));
}

/** The facts of a policy by name. In Python a policy is named here, so a name is a likely slip.
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
function factsOf(policy) {
  if (!Array.isArray(policy?.facts)) {
    throw new TypeError("`policy` is a compiled policy, such as `wiser-policies/policies/esi/v6_0_0.js` exports");
  }
  return byName(policy.facts);
}

/** The key of the section of a form that has the facts under a heading of the chart.
 * @param {string} heading
 */
function sectionKey(heading) {
  return heading.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "") || "other";
}

/** The facts that answers state, of a section or of a record.
 * @param {ReadonlyMap<string, Fact>} facts
 * @param {Record<string, unknown>} answers
 * @returns {[string, unknown][]}
 */
function stated(facts, answers) {
  return Object.entries(answers).flatMap(([name, answer]) => {
    const fact = facts.get(name);
    const value = fact === undefined ? answer : valueOf(fact, answer);
    return value === undefined ? [] : [/** @type {[string, unknown]} */ ([name, value])];
  });
}

/** What an answer states, or undefined; an answer that is none stays as it is.
 * @param {Fact} fact
 * @param {unknown} answer
 * @returns {unknown}
 */
function valueOf(fact, answer) {
  if (answer === null || answer === undefined || answer === "") return undefined;
  switch (fact.type) {
    case "yes_no":
      return truthOf(answer);
    case "choice":
      return answer === NOT_STATED ? undefined : answer;
    case "findings": {
      if (!isRecord(answer)) return answer;
      const items = Object.entries(answer).map(([item, found]) => [item, truthOf(found)]);
      const found = items.filter(([, truth]) => truth !== undefined);
      return found.length > 0 ? Object.fromEntries(found) : undefined;
    }
    case "set":
    case "codes":
    case "list":
      return listed(fact, answer);
    case "note":
    case "number":
    case "date":
      return answer;
  }
}

/** @param {unknown} answer */
function truthOf(answer) {
  if (answer === null || answer === NOT_STATED) return undefined;
  return answer === "yes" ? true : answer === "no" ? false : answer;
}

/** @param {Fact} fact
 * @param {unknown} answer
 */
function listed(fact, answer) {
  if (!isRecord(answer) || Object.keys(answer).some((key) => key !== "listed" && key !== "none")) return answer;
  const { listed: items = null, none = null } = answer;
  const isUnticked = none === null || none === false;
  if (items !== null && !(Array.isArray(items) && items.length === 0)) {
    return isUnticked ? rows(fact, items) : answer; // with both, it is no answer
  }
  return none === true ? [] : isUnticked ? undefined : answer;
}

/** @param {Fact} fact
 * @param {unknown} items
 */
function rows(fact, items) {
  if (fact.type !== "list" || !Array.isArray(items)) return items;
  const fields = byName(fact.fields);
  return items.map((row) => (isRecord(row) ? Object.fromEntries(stated(fields, row)) : row));
}

/** The answer that states a value; a value that is none stays as it is.
 * @param {Fact} fact
 * @param {any} value
 * @returns {unknown}
 */
function said(fact, value) {
  if (fact.type === "yes_no") return wordOf(value);
  if (fact.type === "findings" && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([item, found]) => [item, wordOf(found)]));
  }
  if (!["set", "codes", "list"].includes(fact.type) || !Array.isArray(value)) return value;
  if (value.length === 0) return { none: true };
  if (fact.type !== "list") return { listed: value };
  const fields = byName(fact.fields);
  return { listed: value.map((row) => (isRecord(row) ? rowSaid(fields, row) : row)) };
}

/** @param {ReadonlyMap<string, Fact>} fields
 * @param {Record<string, unknown>} row
 */
function rowSaid(fields, row) {
  const answers = Object.entries(row).map(([name, value]) => {
    const field = fields.get(name);
    return [name, field === undefined ? value : said(field, value)];
  });
  return Object.fromEntries(answers);
}

/** @param {unknown} value */
function wordOf(value) {
  return value === true ? "yes" : value === false ? "no" : value;
}

/** @param {readonly Fact[]} facts */
function byName(facts) {
  return new Map(facts.map((fact) => [fact.name, fact]));
}
