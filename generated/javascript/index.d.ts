/** Validators for the documentation criteria of Medicare's WISeR model. No dependencies. */

import type { Catalog, CompiledPolicy, Validator } from "./types.js";

export type * from "./types.js";

/** The validator of one version by itself. */
export declare function validatorOf<Id extends string>(policy: CompiledPolicy<Id>): Validator<Id>;

/** The answers of some policies together, as `wiser-policies/all` has of all.
 *
 * Throws RangeError if one version is given twice.
 */
export declare function catalogOf(policies: readonly CompiledPolicy[]): Catalog;

/** What every result says of itself. */
export declare const NOTICE: string;
