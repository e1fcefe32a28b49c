/** The printed sheet in a page, filled in. Needs a document. */

export { fillSheet } from "./runtime/sheet.js";
