/** The root of the classic script for pages that are opened from `file://`: policies register themselves, each by a
 * script of its own.
 */

import { catalogOf } from "./runtime/catalog.js";

export { askList } from "./runtime/ask.js";
export { catalogOf, validatorOf } from "./runtime/catalog.js";
export { formFromRequest, requestFromForm } from "./runtime/forms.js";
export { nextQuestion } from "./runtime/questions.js";
export { understood, whatToWrite } from "./runtime/spellings.js";
export { NOTICE } from "./runtime/words.js";

/** @type {import("./types.d.ts").CompiledPolicy[]} */
const registered = [];
let catalog = catalogOf(registered);

/** Add a policy to those that answer.
 * @param {import("./types.d.ts").CompiledPolicy} policy
 */
export function register(policy) {
  catalog = catalogOf([...registered, policy]);
  registered.push(policy);
}

/** @type {typeof catalog.check} */
export const check = (request, options) => catalog.check(request, options);
/** @type {typeof catalog.checkJson} */
export const checkJson = (data, options) => catalog.checkJson(data, options);
/** @type {typeof catalog.scope} */
export const scope = (request) => catalog.scope(request);
/** @type {typeof catalog.scopeJson} */
export const scopeJson = (data) => catalog.scopeJson(data);
/** @type {typeof catalog.validator} */
export const validator = (policy, version) => catalog.validator(policy, version);
/** @type {typeof catalog.knownVersions} */
export const knownVersions = () => catalog.knownVersions();
