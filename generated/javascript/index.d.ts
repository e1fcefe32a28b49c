/** Validators for the documentation criteria of Medicare's WISeR model. No dependencies. */

import type {
  AskList, Catalog, CompiledPolicy, Fact, Json, NotUnderstood, Question, Result, Understood, Validator,
} from "./types.js";

export type * from "./types.js";

/** The validator of one version by itself. */
export declare function validatorOf<Id extends string>(policy: CompiledPolicy<Id>): Validator<Id>;

/** The answers of some policies together, as `wiser-policies/all` has of all.
 *
 * Throws RangeError if one version is given twice.
 */
export declare function catalogOf(policies: readonly CompiledPolicy[]): Catalog;

/** The request that the answers of a form state, for `check`. Never throws on any answers.
 *
 * `policy` is the version of the form. What is not stated is left out, and so is a question without an answer: null, an
 * empty text, an empty list whose box `none` is not ticked. What is no answer of this form stays in the request, under
 * its own name or its place in the form, so that `check` says what is wrong with it.
 */
export declare function requestFromForm(answers: unknown, policy: CompiledPolicy): Json;

/** The answers of a form that state a request, to show one that was saved.
 *
 * `requestFromForm` gives the same request back, but for findings without an item, which state nothing.
 */
export declare function formFromRequest(request: Json, policy: CompiledPolicy): Json;

/** The next question that can still matter; null where no answer changes the outcome any more.
 *
 * Scope comes first, then the facts in the order of the chart. `skip` are paths of questions to pass over, such as
 * those that nobody can answer today. An outcome of out of scope or not met ends the interview; with `beyondNotMet` it
 * goes on to the other criteria that are missing. Throws RangeError for an invalid request.
 */
export declare function nextQuestion(
  result: Result,
  options?: { readonly skip?: readonly string[] | undefined; readonly beyondNotMet?: boolean | undefined },
): Question | null;

/** What would make the request of a result ready, as the least that has to be got, said or planned otherwise.
 *
 * `today` is a day, as YYYY-MM-DD, if it is known. The list is empty for a request that is ready or invalid. It holds
 * dates and numbers that follow from those of the request: protect it as you protect the request. Throws RangeError for
 * a `today` that is no day.
 */
export declare function askList(result: Result, options?: { readonly today?: string | undefined }): AskList;

/** What a text says about a fact, which is a fact of a policy or a field of its lists, as people spell it: `6/10/2026`,
 * `5 months`, `L4-5`, `64483-LT`, `Texas`, `yes`.
 *
 * `today`, written YYYY-MM-DD, is what `today` and `yesterday` count from. Throws RangeError where it is no such date,
 * and TypeError for a text that is none.
 */
export declare function understood(
  fact: Fact,
  text: string,
  options?: { readonly today?: string | undefined },
): Understood | NotUnderstood;

/** How to write an answer about this fact, for people. */
export declare function whatToWrite(fact: Fact): string;

/** What every result says of itself. */
export declare const NOTICE: string;
