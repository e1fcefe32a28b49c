/** The answer to what is stated so far: which version of which policy answers it, and what that version does not know. */

import { catalogOf } from "../runtime/catalog.js";

/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */

const CHOOSING = ["codes", "received_date"];

/** The policies of a page.
 * @param {readonly CompiledPolicy[]} policies
 */
export function knownOf(policies) {
  const programs = policies.filter((policy) => policy.program);
  const services = policies.filter((policy) => !policy.program);
  const program = programs[programs.length - 1] ?? null;
  const newest = newestOf(services);
  const start = newest.length === 1 || program === null ? newest[0] : program; // whose facts are asked first
  return { catalog: catalogOf(policies), program, services, start };
}

/** The newest version of each policy.
 * @param {readonly CompiledPolicy[]} services
 */
export function newestOf(services) {
  const inTime = [...services].sort((one, other) => (one.effective < other.effective ? -1 : 1));
  const newest = new Map(inTime.map((each) => [each.id, each]));
  return [...newest.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
}

/** What is answered to a request: the result, if a policy can be chosen; the problems of choosing; the facts left aside.
 *
 * Facts that the chosen version does not ask, or takes in another form, are set aside and named.
 * @param {ReturnType<typeof knownOf>} known
 * @param {Json} request
 */
export function answered({ catalog, start }, request) {
  const stated = Object.keys(request);
  /** @type {{result: import("../runtime/result.js").Result | null, problems: readonly import("../types.d.ts").Problem[], aside: readonly string[], policy: CompiledPolicy}} */
  const nothing = { result: null, problems: [], aside: [], policy: start };
  if (!Array.isArray(request.codes) || request.codes.length === 0) return nothing;
  const chosen = catalog.check(only(request, CHOOSING));
  if (chosen.problems.length > 0) return { ...nothing, problems: chosen.problems };
  const names = new Set(chosen.policy.facts.map((fact) => fact.name));
  const validator = catalog.validator(chosen.answeredBy);
  const asked = only(request, stated.filter((name) => names.has(name)));
  const wrong = validator.check(asked).problems.map(({ path }) => path.split("/")[1]);
  const used = only(asked, Object.keys(asked).filter((name) => !wrong.includes(name)));
  const aside = stated.filter((name) => !Object.hasOwn(used, name));
  return { ...nothing, result: validator.check(used), aside, policy: chosen.policy };
}

/** A request with some of its facts alone.
 * @param {Json} request
 * @param {readonly string[]} names
 * @returns {Json}
 */
export function only(request, names) {
  return Object.fromEntries(Object.entries(request).filter(([name]) => names.includes(name)));
}
