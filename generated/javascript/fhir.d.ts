/** A request as a QuestionnaireResponse of FHIR R4, and back. */

import type { CompiledPolicy, Problem } from "./types.js";

export type ItemProblemCode =
  | "not-a-response" | "other-questionnaire" | "not-in-force" | "modifier" | "wrong-form" | "unknown-item"
  | "repeated-item" | "several-answers" | "wrong-value" | "foreign-system" | "unknown-answer" | "contradiction";

/** Why a response is no request. It never holds a value. */
export interface ItemProblem {
  /** That of a known item; empty for the response as a whole, and of an unknown item that of the group around it. */
  readonly linkId: string;
  /** The broken rule, for people. Its words may change. */
  readonly rule: string;
  /** For programs. It is stable. */
  readonly code: ItemProblemCode;
}

/** An object of FHIR R4. */
export type QuestionnaireResponse =
  { readonly resourceType: "QuestionnaireResponse" } & Readonly<Record<string, unknown>>;

/** The response that states a request for one version, or why the request is invalid. Never throws on any request. */
export declare function responseOf(
  policy: CompiledPolicy,
  request: unknown,
):
  | { readonly response: QuestionnaireResponse; readonly problems: readonly Problem[] }
  | { readonly response: null; readonly problems: readonly Problem[] };

/** The request that a response states for one version, or why it states none. Never throws on any response.
 *
 * The rules of values are left to `check`.
 */
export declare function requestOf(
  policy: CompiledPolicy,
  response: unknown,
):
  | { readonly request: Record<string, unknown>; readonly problems: readonly ItemProblem[] }
  | { readonly request: null; readonly problems: readonly ItemProblem[] };
