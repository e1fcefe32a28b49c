/** Numbers as people write them, with their units.
 *
 * A unit is converted only where that is exact. A question for *full* weeks, months or years takes other lengths of
 * time too, and the answer is the fewest that are sure: nothing is rounded up. A month has no fixed number of days, so
 * months in a row count with the fewest days that they can have, and days make as many months as they do in the longest
 * ones.
 */

import { either } from "./spelled-text.js";

/** @typedef {import("./spelled-text.js").Reading} Reading */
/** @typedef {import("../types.d.ts").NumberFact} NumberFact */
/** A number of units: whole `digits`, of which the last `places` stand behind the point.
 * @typedef {{digits: number, places: number, unit: string}} Amount
 */

const NUMBER = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+";
const ONE = new RegExp(`^(-?(?:${NUMBER}))([^0-9.]*)$`);
const TWO = /^([0-9]+)([^0-9.]*[^0-9.,])([0-9]+)([^0-9.]+)$/;
const SHARE = new RegExp(`^(${NUMBER}) ?(?:/|of|out of) ?(${NUMBER})(.*)$`);
const RANGE = new RegExp(`^(${NUMBER})( ?[^0-9.,]*?) ?(?:-|to|or) ?(${NUMBER})( ?[^0-9.,]*)$`);
const MOST_DIGITS = 10;
const NOT_ONE = "Only one number with its unit can be read.";
const NOT_WHOLE = "A whole number is asked for.";
const WORDS = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];
/** What a unit is also called. @type {Readonly<Record<string, readonly string[]>>} */
const UNITS = {
  days: ["d", "day"],
  weeks: ["w", "wk", "wks", "week"],
  months: ["mo", "mos", "mth", "mths", "month"],
  years: ["y", "yr", "yrs", "year", "yo", "y/o"],
  hours: ["h", "hr", "hrs", "hour"],
  percent: ["%", "pct", "per cent"],
  points: ["pt", "pts", "point"],
  mm: ["millimeter", "millimeters"],
  cm: ["centimeter", "centimeters"],
  "square mm": ["sq mm", "mm²", "square millimeters"],
  "square cm": ["sq cm", "cm²", "square centimeters"],
  degrees: ["°", "deg", "degree"],
  mmHg: ["mmhg", "mm hg"],
  "kg/m2": ["kg/m²"],
  "events per hour": ["/h", "/hr", "/hour", "per hour", "events/h", "events/hr", "events/hour"],
};
const NAMES = new Map(Object.entries(UNITS).flatMap(([unit, names]) => [unit, ...names].map((name) => [name, unit])));
/** One unit in another: so many times, or so large a part of it. @type {ReadonlyMap<string, [number, number]>} */
const EXACT = new Map([
  ["weeks in days", [7, 1]], ["days in weeks", [1, 7]], ["years in months", [12, 1]], ["months in years", [1, 12]],
  ["days in hours", [24, 1]], ["weeks in hours", [168, 1]], ["hours in days", [1, 24]],
  ["cm in mm", [10, 1]], ["mm in cm", [1, 10]], ["square mm in square cm", [1, 100]],
]);
const TIMES = ["days", "weeks", "months", "years"];
const MONTHLY = ["months", "years"];
/** Days in a week, months in a year. */
const SMALLER = new Map([["weeks", 7], ["years", 12]]);
const FEWEST_DAYS = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]; // of so many months in a row
const MOST_DAYS = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

/** The number that a text in small letters says.
 * @param {NumberFact} fact
 * @param {string} text
 * @returns {Reading}
 */
export function numberOf(fact, text) {
  const withoutStops = text.replace(/\.(?![0-9])/g, "");
  const amounts = amountsOf(fact, inDigits(withoutStops.replaceAll("m^2", "m²").replaceAll("m2", "m²")));
  if (typeof amounts === "string") return amounts;
  const [first] = amounts;
  if (amounts.length === 1 && first.unit === fact.unit && !(isOfTime(fact) && first.places > 0)) {
    return asItIs(fact, first, "");
  }
  if (first.digits < 0) return NOT_ONE;
  if (isOfTime(fact) && amounts.every(({ unit }) => TIMES.includes(unit))) return ofFull(fact, amounts);
  return amounts.length === 1 ? converted(fact, first) : NOT_ONE;
}

/** @param {string} text */
function inDigits(text) {
  const [first] = text.split(" ");
  return WORDS.includes(first) ? `${WORDS.indexOf(first)}${text.slice(first.length)}` : text;
}

/** The numbers of a text, each with its unit, which is that of the fact where none is said; or why not.
 * @param {NumberFact} fact
 * @param {string} text
 * @returns {Amount[] | string}
 */
function amountsOf(fact, text) {
  if (["none", "no"].includes(text) && fact.from <= 0) return "If there were none, write 0.";
  const share = SHARE.exec(text);
  if (share !== null && (share[2] !== String(fact.to) || fact.from !== 0 || fact.unit !== "points")) {
    return "This is a score out of a total, or a fraction.";
  }
  const said = share === null ? text : `${share[1]}${share[3]}`;
  const range = RANGE.exec(said);
  if (range !== null) {
    const [one, unit, other, its] = range.slice(1).map(trimmed);
    return either([trimmed(`${one} ${unit || its}`), trimmed(`${other} ${its || unit}`)]);
  }
  const parts = (ONE.exec(said) ?? TWO.exec(said) ?? []).slice(1);
  if (parts.length === 0) return NOT_ONE;
  const units = parts.filter((_, place) => place % 2 === 1).map((word) => unitOf(fact, word));
  const places = units.map((unit) => TIMES.indexOf(unit ?? ""));
  if (units.length > 1 && !(places[1] >= 0 && places[0] > places[1])) return NOT_ONE;
  /** @type {Amount[]} */
  const amounts = [];
  for (const [place, unit] of units.entries()) {
    const [number, word] = parts.slice(2 * place);
    const [whole, decimals = ""] = number.replaceAll(",", "").split(".");
    const fraction = decimals.replace(/0+$/, "");
    if (unit === null) return NOT_ONE;
    if ((whole + fraction).length > MOST_DIGITS) return "This number has too many digits.";
    const amount = { digits: Number(whole + fraction), places: fraction.length, unit };
    if (unit === "percent" && /^[ ,-]*$/.test(word) && 0 < amount.digits && amount.digits < 10 ** amount.places) {
      return either([saidOf(amount), saidOf({ ...amount, digits: amount.digits * 100 })]);
    }
    amounts.push(amount);
  }
  return amounts;
}

/** @param {string} text */
function trimmed(text) {
  return text.replace(/^ +| +$/g, "");
}

/** The unit that a word names, which is that of the fact for no word; null for an unknown one.
 * @param {NumberFact} fact
 * @param {string} said
 */
function unitOf({ unit }, said) {
  const inside = said.replaceAll("-", " ").replace(/^[ ,]+|[ ,]+$/g, "").replace(/ and$/, "").replace(/[ ,]+$/, "");
  const word = inside.replace(/^full /, "").replace(/ old$/, "");
  return ["", "old", unit.toLowerCase(), oneOf(unit).toLowerCase()].includes(word) ? unit : NAMES.get(word) ?? null;
}

/** @param {NumberFact} fact */
function isOfTime({ places, ask, unit }) {
  return places === 0 && ask.includes(`full ${unit}`) && ["weeks", "months", "years"].includes(unit);
}

/** The fewest full weeks, months or years that are sure in a length of time.
 * @param {NumberFact} fact
 * @param {readonly Amount[]} amounts
 * @returns {Reading}
 */
function ofFull(fact, amounts) {
  const wholes = amounts.map((amount) => {
    const size = 10 ** amount.places;
    const units = amount.digits * (SMALLER.get(amount.unit) ?? 1);
    return { monthly: MONTHLY.includes(amount.unit), whole: Math.floor(units / size), nothingLeft: units % size === 0 };
  });
  const sum = (/** @type {boolean} */ ofMonths) =>
    wholes.reduce((all, { monthly, whole }) => all + (monthly === ofMonths ? whole : 0), 0);
  const [months, days] = [sum(true), sum(false)];
  const more = wholes.some(({ monthly, nothingLeft }) => monthly && !nothingLeft) ? 1 : 0; // a part of a month is none
  let exact = wholes.every(({ nothingLeft }) => nothingLeft);
  let least, most;
  if (fact.unit === "weeks") {
    const fewest = daysIn(months, FEWEST_DAYS, 365) + days;
    least = Math.floor(fewest / 7);
    most = Math.floor((daysIn(months + more, MOST_DAYS, 366) + days) / 7);
    exact = exact && fewest % 7 === 0 && months === 0;
  } else {
    const by = fact.unit === "years" ? 12 : 1;
    const fewest = months + monthsIn(days, MOST_DAYS, 366);
    least = Math.floor(fewest / by);
    most = Math.floor((months + monthsIn(days, FEWEST_DAYS, 365)) / by);
    exact = exact && fewest % by === 0 && days === 0;
  }
  const said = amounts.map(saidOf).join(" ");
  const full = counted(grouped(String(least)), exact ? fact.unit : `full ${fact.unit}`);
  const amount = { digits: least, places: 0, unit: fact.unit };
  return inRange(fact, amount, `${said}, that is ${least === most ? "" : "at least "}${full}`);
}

/** The days in so many months in a row, by a table of the days in up to eleven.
 * @param {number} months
 * @param {readonly number[]} days
 * @param {number} ofYear
 */
function daysIn(months, days, ofYear) {
  return ofYear * Math.floor(months / 12) + days[months % 12];
}

/** The full months in so many days.
 * @param {number} days
 * @param {readonly number[]} table
 * @param {number} ofYear
 */
function monthsIn(days, table, ofYear) {
  return 12 * Math.floor(days / ofYear) + table.filter((most) => most <= days % ofYear).length - 1;
}

/** A number in the unit of its fact, where the conversion is exact.
 * @param {NumberFact} fact
 * @param {Amount} amount
 * @returns {Reading}
 */
function converted(fact, amount) {
  const { unit } = fact;
  if (amount.unit === "percent" && unit === "points" && fact.from === 0 && fact.to === 100) {
    return asItIs(fact, { ...amount, unit }, "");
  }
  const exact = EXACT.get(`${amount.unit} in ${unit}`);
  if (exact === undefined) {
    const asked = unit === "" ? "a bare number is" : `${unit} ${unit.endsWith("s") ? "are" : "is"}`;
    return `This is in ${amount.unit}, and ${asked} asked for.`;
  }
  const [steps, part] = [amount.digits * exact[0] * 10 ** fact.places, exact[1] * 10 ** amount.places];
  if (steps % part !== 0) return `${saidOf(amount)} cannot be said exactly in ${unit}.`;
  return asItIs(fact, { digits: steps / part, places: fact.places, unit }, saidOf(amount));
}

/** @param {NumberFact} fact
 * @param {Amount} amount
 * @param {string} said
 */
function asItIs(fact, amount, said) {
  return inRange(fact, amount, said === "" ? saidOf(amount) : `${said}, that is ${saidOf(amount)}`);
}

/** @param {NumberFact} fact
 * @param {Amount} amount
 * @param {string} shown
 * @returns {Reading}
 */
function inRange(fact, amount, shown) {
  const text = written(amount.digits, amount.places);
  if ((text.split(".")[1] ?? "").length > fact.places) {
    return fact.places > 0 ? `This has more than ${counted(String(fact.places), "decimal places")}.` : NOT_WHOLE;
  }
  const value = Number(text);
  if (fact.from <= value && value <= fact.to) return [value, shown];
  return `This is not from ${grouped(String(fact.from))} to ${counted(grouped(String(fact.to)), fact.unit)}.`;
}

/** @param {Amount} amount */
function saidOf({ digits, places, unit }) {
  return counted(grouped(written(digits, places)), unit);
}

/** The number with no zeros behind the last digit of the fraction.
 * @param {number} digits
 * @param {number} places
 */
function written(digits, places) {
  const all = String(Math.abs(digits)).padStart(places + 1, "0");
  const behind = all.slice(all.length - places).replace(/0+$/, "");
  const fraction = places > 0 && behind !== "" ? `.${behind}` : "";
  return `${digits < 0 ? "-" : ""}${all.slice(0, all.length - places)}${fraction}`;
}

/** A number with commas in its whole part.
 * @param {string} number
 */
export function grouped(number) {
  const [whole, fraction] = number.split(".");
  const inGroups = whole.replace(/[0-9](?=(?:[0-9]{3})+$)/g, "$&,");
  return fraction === undefined ? inGroups : `${inGroups}.${fraction}`;
}

/** @param {string} number
 * @param {string} unit
 */
function counted(number, unit) {
  return trimmed(`${number} ${number === "1" ? oneOf(unit) : unit}`);
}

/** The unit for a single one: the first word that ends with s loses it, as in `night per week`.
 * @param {string} unit
 */
function oneOf(unit) {
  return unit.replace(/s\b/, "");
}
