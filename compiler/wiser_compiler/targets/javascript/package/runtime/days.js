/** Days as whole numbers, counted from 1970-01-01: they compare and move by arithmetic, without time zones.
 *
 * The calendar is the Gregorian one, also before it was introduced. Its formulas count years from March.
 */

const DASH = 45;
const ZERO = 48;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** A day as people write it: `June 10, 2026`.
 * @param {string} day
 */
export function dayInWords(day) {
  const [year, month, ofMonth] = day.split("-").map(Number);
  return `${MONTHS[month - 1]} ${ofMonth}, ${year}`;
}

/** The day that text names, written YYYY-MM-DD; NaN if it names none.
 * @param {string} text
 */
export function dayOf(text) {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // NaN fails every comparison.
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month);
  return exists ? numbered(year, month, day) : NaN;
}

/** The whole number that a part of a text writes in ASCII digits, or NaN.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function digits(text, from, to) {
  let number = 0;
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The last day of a month.
 * @param {number} year
 * @param {number} month
 */
function lastOf(year, month) {
  if (month !== 2) return 30 + ((month + (month > 7 ? 1 : 0)) % 2);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const DAYS_OF_400_YEARS = 146_097;
const FROM_YEAR_0 = 719_468; // days from March 1 of the year 0 to 1970-01-01

/** The number of a day.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function numbered(year, month, day) {
  const fromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(fromMarch / 400);
  const ofEra = fromMarch - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * DAYS_OF_400_YEARS + days - FROM_YEAR_0;
}

/** The year, the month and the day of the month, written as one number: 20260427.
 * @param {number} day
 */
function written(day) {
  const from = day + FROM_YEAR_0;
  const era = Math.floor(from / DAYS_OF_400_YEARS);
  const ofEra = from - era * DAYS_OF_400_YEARS;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
}

/** A day as text, YYYY-MM-DD.
 * @param {number} day
 */
export function textOf(day) {
  const text = String(written(day)).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The day that many calendar months (cut to the month's end), then days, after a day.
 * @param {number} day
 * @param {number} months
 * @param {number} days
 */
export function moved(day, months, days) {
  if (months === 0) return day + days;
  const from = written(day);
  const index = Math.floor(from / 10_000) * 12 + (Math.floor(from / 100) % 100) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return numbered(year, month, Math.min(from % 100, lastOf(year, month))) + days;
}
