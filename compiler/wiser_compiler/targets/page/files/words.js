/** What the page says: outcomes, verdicts, days and suppliers in the words of staff. */

import { dayInWords } from "../runtime/days.js";
export { dayInWords } from "../runtime/days.js";

/** Text of a policy, with its days as people write them.
 * @param {string} text
 */
export function inWords(text) {
  return text.replace(/\b\d{4}-(?:0[1-9]|1[0-2])-\d{2}\b/g, dayInWords);
}

/** A number of things: `1 row`, `2 rows`.
 * @param {number} count
 * @param {string} one
 * @param {string} more
 */
export function many(count, one, more = `${one}s`) {
  return `${count} ${count === 1 ? one : more}`;
}

/** A verdict on a row. @type {Readonly<Record<string, {word: string, sign: string}>>} */
export const VERDICTS = {
  met: { word: "answered", sign: "✓" },
  missing: { word: "missing", sign: "?" },
  "not met": { word: "the chart says otherwise", sign: "!" },
  "not applicable": { word: "not needed here", sign: "–" },
};

/** How the parts of a row are joined. @type {Readonly<Record<string, string>>} */
const JOINTS = { "all of": "all of these", "any of": "one of these", "none of": "none of these", "only if": "only if" };

/** @param {string} joint */
export function jointInWords(joint) {
  return JOINTS[joint] ?? `${joint} these`; // at least 2 of
}

/** Where something stands in the source, in words.
 * @param {import("../types.d.ts").Citation} cite
 */
export function citation({ title, version, section, place }) {
  const inside = [section && `section ${section}`, place].filter((part) => part !== "");
  return [[title, version].filter((part) => part !== "").join(" "), ...inside].join(", ");
}

/** Words with a large first letter.
 * @param {string} text
 */
export function capital(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
