/** Which values JSON can hold, and which of them the rule of a fact allows. */

import { dayOf } from "./days.js";
import { decimalOf } from "./numbers.js";

export const BLANK = /^[ \t\n\r]*$/;

/** Whether a value is an object as a JSON reader returns it: no array, and no instance of a class. The object may come
 * from another window. May throw, as a proxy does.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const from = Object.getPrototypeOf(value);
  return from === null || from === Object.prototype || Object.getPrototypeOf(from) === null;
}

/** Whether text has at most so many characters: a character outside the Basic Multilingual Plane counts as one.
 * @param {string} text
 * @param {number} most
 */
export function isAtMost(text, most) {
  if (text.length <= most) return true;
  return text.length <= 2 * most && [...text].length <= most;
}

/** Whether a finite number has at most so many decimal places; `4.0` is the whole number 4.
 * @param {number} number
 * @param {number} places
 */
export function hasPlaces(number, places) {
  if (Number.isInteger(number)) return true;
  const step = 10 ** places;
  return Math.round(number * step) / step === number || decimalOf(number).places <= places;
}

/** The first and the last day of a date's range.
 * @param {import("../types.d.ts").DateFact} fact
 */
export function rangeOf(fact) {
  return { first: dayOf(fact.from), last: dayOf(fact.to) };
}

/** The test that a whole text has a pattern.
 * @param {string} pattern
 */
export function wholly(pattern) {
  const expression = new RegExp(`^(?:${pattern})$`);
  return (/** @type {string} */ text) => expression.test(text);
}
