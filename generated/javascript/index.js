/** Validators for the documentation criteria of Medicare's WISeR model. No dependencies.
 *
 *     import { validatorOf } from "wiser-policies";
 *     import esi from "wiser-policies/policies/esi/v6_0_0.js";
 *     validatorOf(esi).check(request).outcome
 *
 * `wiser-policies/all` has all policies, and chooses by the codes and the day of receipt of a request.
 * The outcome is about documentation; it is not a coverage decision.
 */

export { askList } from "./runtime/ask.js";
export { catalogOf, validatorOf } from "./runtime/catalog.js";
export { formFromRequest, requestFromForm } from "./runtime/forms.js";
export { nextQuestion } from "./runtime/questions.js";
export { understood, whatToWrite } from "./runtime/spellings.js";
export { NOTICE } from "./runtime/words.js";
