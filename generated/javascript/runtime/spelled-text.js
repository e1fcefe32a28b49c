/** The text that a person typed, made plain: one space between words, straight quotes, plain digits and dashes.
 *
 * Only characters of the table below are replaced: a general compatibility form would make `3½` of `31/2`.
 */

import { listed } from "./words.js";

/** A value and how it is shown; or why there is none.
 * @typedef {readonly [any, string] | string} Reading
 */

export const MOST = 2000; // characters of a text that is looked at

const INSTEAD = /** @type {const} */ ([
  [/[\u00ad\u034f\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f]/g, ""],
  [/[\0-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+/g, " "],
  [/[‘’‚‛′`´]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-"],
  [/[\u2044\u2215]/g, "/"],
]);

/** The text without what nobody sees, with plain spaces, digits, quotes and dashes.
 * @param {string} text
 */
export function plain(text) {
  const replaced = INSTEAD.reduce((before, [characters, instead]) => before.replace(characters, instead), text);
  // letters, digits and signs of full width
  const narrow = replaced.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return narrow.replace(/^ | $/g, "");
}

/** A plain text without the quotes around it and the stop behind it.
 * @param {string} text
 */
export function bare(text) {
  let inside = text;
  for (const quote of ['"', "'"]) {
    if (inside.length > 1 && inside.startsWith(quote) && inside.endsWith(quote)) {
      inside = inside.slice(1, -1).replace(/^ +| +$/g, "");
    }
  }
  return inside.replace(/[ .,;]+$/, "");
}

/** The text with small ASCII letters; other letters differ between versions of Unicode.
 * @param {string} text
 */
export function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The text with large ASCII letters.
 * @param {string} text
 */
export function upper(text) {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Why several meanings are none: they are named, since none is guessed.
 * @param {readonly string[]} meanings
 * @param {string} others
 */
export function either(meanings, others = "") {
  return `This can be ${listed(meanings.length > 4 ? [...meanings.slice(0, 4), others] : meanings, "or")}.`;
}
