/** The printed sheet in a page, filled in. Needs a document. */

import type { AskList, Json, Result } from "./types.js";

/** What a sheet is filled in with. A result does not keep the notes of its request, so the request is given too. */
export interface Filling {
  readonly result: Result;
  readonly request: Json;
  /** What is still missing, as `askList` gives it. */
  readonly asked: AskList;
}

/** Fill in a blank sheet in place: the table of class `sheet` of `generated/sheet/<id>/<version>.html`.
 *
 * Fill in a copy of the blank one each time. Throws RangeError for an invalid request.
 */
export declare function fillSheet(sheet: Element, filling: Filling): void;
