/** What is printed: the sheet of the policy that answers, filled in. The screen does not show it. */

import { fillSheet } from "../runtime/sheet.js";
import { el } from "./elements.js";

/** Put the sheet where a printer finds it. A page has the blank sheet of each version of its services.
 * @param {Element} place
 * @param {string} key The version that answers, or would answer.
 * @param {boolean} isLarge
 * @param {(() => import("../sheet.d.ts").Filling) | null} filling
 */
export function showPrinted(place, key, isLarge, filling) {
  const blank = /** @type {any} */ (document.getElementById(`sheet-${key}`));
  if (blank === null) {
    place.replaceChildren(el("h1", {}, document.title), el("p", {}, "There is no sheet to print yet: no procedure code of a service is filled in."));
    return;
  }
  place.replaceChildren(blank.content.cloneNode(true));
  const sheet = /** @type {Element} */ (place.querySelector(".sheet"));
  sheet.classList.toggle("large", isLarge);
  if (filling !== null) fillSheet(sheet, filling());
}
