/** Every version, with the days it is in force and its procedure codes, and a function that loads its policy. */

import type { CompiledPolicy } from "../types.js";

export interface Version {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** It says which requests a program concerns. */
  readonly program: boolean;
  /** It answers requests received on or after this day, */
  readonly effective: string;
  /** and before this one; null for open. */
  readonly until: string | null;
  readonly codes: readonly string[];
  load(): Promise<CompiledPolicy>;
}

export declare const VERSIONS: readonly Version[];
