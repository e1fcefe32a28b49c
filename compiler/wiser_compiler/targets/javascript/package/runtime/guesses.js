/** The known names that are nearest to unknown ones, as Python's `difflib` finds them. */

import { listed } from "./words.js";

const LEAST = 0.75; // how alike two names must be, of 1
const MOST_LETTERS = 100;
export const MOST_GUESSES = 20; // unknown keys that are compared with known names, so that thousands take no longer

/** The end of a sentence that asks whether a known name was meant; empty if none is near.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
export function guess(keys, names) {
  /** @type {Set<string>} */
  const near = new Set();
  for (const key of keys.slice(0, MOST_GUESSES)) {
    const match = nearest([...[...key].slice(0, MOST_LETTERS).join("").toLowerCase()], names);
    if (match !== null) near.add(match);
  }
  return near.size > 0 ? `; did you mean ${listed([...near].sort(), "or")}?` : "";
}

/** The name that is most like a word, or null. Of two that are equally so, the last in alphabetical order.
 * @param {readonly string[]} word
 * @param {readonly string[]} names
 */
function nearest(word, names) {
  /** @type {string | null} */
  let found = null;
  let most = LEAST;
  for (const name of names) {
    const letters = [...name];
    const all = letters.length + word.length;
    const likeness = all > 0 ? (2 * matching(letters, 0, letters.length, word, 0, word.length)) / all : 1;
    if (likeness > most || (likeness === most && (found === null || name > found))) {
      found = name;
      most = likeness;
    }
  }
  return found;
}

/** How many letters stand in blocks that two texts have in common: the longest one, and those on either side of it.
 * @param {readonly string[]} one
 * @param {number} from
 * @param {number} to
 * @param {readonly string[]} other
 * @param {number} otherFrom
 * @param {number} otherTo
 * @returns {number}
 */
function matching(one, from, to, other, otherFrom, otherTo) {
  let size = 0;
  let at = from;
  let otherAt = otherFrom;
  /** How long the common blocks are that end at each letter of the other text. @type {Map<number, number>} */
  let ending = new Map();
  for (let i = from; i < to; i++) {
    /** @type {Map<number, number>} */
    const next = new Map();
    for (let j = otherFrom; j < otherTo; j++) {
      if (one[i] !== other[j]) continue;
      const length = (ending.get(j - 1) ?? 0) + 1;
      next.set(j, length);
      if (length > size) [at, otherAt, size] = [i - length + 1, j - length + 1, length];
    }
    ending = next;
  }
  if (size === 0) return 0;
  return (
    matching(one, from, at, other, otherFrom, otherAt) +
    size +
    matching(one, at + size, to, other, otherAt + size, otherTo)
  );
}
