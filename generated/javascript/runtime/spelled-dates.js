/** Dates as people in the United States write them: the month comes first.
 *
 * A day of which the order is in doubt is not guessed. Of a year in two digits the century is the one in which the day
 * lies in the range of its fact; where both or neither do, four digits are asked for.
 */

import { MONTHS, dayInWords, dayOf, moved, textOf } from "./days.js";
import { either } from "./spelled-text.js";

/** @typedef {import("./spelled-text.js").Reading} Reading */
/** @typedef {import("../types.d.ts").DateFact} DateFact */

const NEAR = new Map([["yesterday", -1], ["today", 0], ["tomorrow", 1]]);
const NUMBERS = /^([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})$/;
const ISO = /^([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})$/;
const SUFFIX = /\b([0-9]{1,2})(?:st|nd|rd|th)\b/g;
const NO_DATE = "This is no date that can be read.";

/** The day that a text in small letters names.
 * @param {DateFact} fact
 * @param {string} text
 * @param {string | null} today
 * @returns {Reading}
 */
export function dateOf(fact, text, today) {
  const near = NEAR.get(text);
  if (near !== undefined) {
    return today === null ? "Today's date is not known here." : within(fact, textOf(moved(dayOf(today), 0, near)));
  }
  const iso = ISO.exec(text);
  if (iso !== null) return dayNamed(fact, iso[1], iso[3], iso[4]);
  const found = NUMBERS.exec(text);
  if (found === null) return named(fact, text.replace(SUFFIX, "$1"));
  const [, month, mark, day, year] = found;
  const orders = [dayNamed(fact, year, month, day), dayNamed(fact, year, day, month)];
  const meant = new Set(orders.flatMap((order) => (typeof order === "string" ? [] : [order[1]])));
  // Points stand between the parts of a date in either order.
  return mark === "." && meant.size > 1 ? either([...meant]) : orders[0];
}

/** A date with the name of its month: the day stands before the year, unless the year has four digits.
 * @param {DateFact} fact
 * @param {string} text
 * @returns {Reading}
 */
function named(fact, text) {
  const words = text.split(/[-/., ']+/).filter((word) => !["", "of", "the"].includes(word));
  const months = words.map(monthOf).filter((month) => month > 0);
  const numbers = words.filter((word) => /^(?:[0-9]{1,2}|[0-9]{4})$/.test(word));
  if (months.length + numbers.length !== words.length || months.length > 1) return NO_DATE;
  const years = numbers.filter((number) => number.length === 4);
  if (words.length === 2) return years.length > 0 ? "The day is missing." : "The year is missing.";
  if (words.length !== 3 || months.length === 0 || years.length > 1) return NO_DATE;
  const [day, year] = numbers[0].length === 4 ? [numbers[1], numbers[0]] : numbers;
  return year.length > 1 ? dayNamed(fact, year, String(months[0]), day) : NO_DATE;
}

/** The number of the month of this name or its beginning; 0 for none.
 * @param {string} word
 */
function monthOf(word) {
  const names = MONTHS.map((name) => name.toLowerCase().startsWith(word));
  return word.length >= 3 && names.filter(Boolean).length === 1 ? names.indexOf(true) + 1 : 0;
}

/** The day with these numbers.
 * @param {DateFact} fact
 * @param {string} year
 * @param {string} month
 * @param {string} day
 * @returns {Reading}
 */
function dayNamed(fact, year, month, day) {
  const isMonth = (/** @type {string} */ number) => Number(number) >= 1 && Number(number) <= 12;
  if (!isMonth(month)) {
    return `There is no month ${Number(month)}${isMonth(day) ? ": here the month comes first" : ""}.`;
  }
  const years = year.length === 4 ? [year] : [`20${year}`, `19${year}`];
  const written = years.map((each) => `${each}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  const days = written.filter((each) => !Number.isNaN(dayOf(each)));
  if (days.length === 0) {
    const when = Number(day) === 29 ? ` in ${Number(years[0])}` : "";
    return `${MONTHS[Number(month) - 1]} has no day ${Number(day)}${when}.`;
  }
  const fit = days.filter((each) => fact.from <= each && each <= fact.to);
  return fit.length > 1 ? either(fit.map(dayInWords)) : within(fact, [...fit, ...days][0]);
}

/** @param {DateFact} fact
 * @param {string} day
 * @returns {Reading}
 */
function within(fact, day) {
  if (fact.from <= day && day <= fact.to) return [day, dayInWords(day)];
  return `${dayInWords(day)} is not between ${dayInWords(fact.from)} and ${dayInWords(fact.to)}.`;
}
