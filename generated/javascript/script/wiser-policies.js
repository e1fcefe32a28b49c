(function () {
"use strict";

const runtime_days = (function () {
/** Days as whole numbers, counted from 1970-01-01: they compare and move by arithmetic, without time zones.
 *
 * The calendar is the Gregorian one, also before it was introduced. Its formulas count years from March.
 */

const DASH = 45;
const ZERO = 48;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** A day as people write it: `June 10, 2026`.
 * @param {string} day
 */
function dayInWords(day) {
  const [year, month, ofMonth] = day.split("-").map(Number);
  return `${MONTHS[month - 1]} ${ofMonth}, ${year}`;
}

/** The day that text names, written YYYY-MM-DD; NaN if it names none.
 * @param {string} text
 */
function dayOf(text) {
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
function textOf(day) {
  const text = String(written(day)).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/** The day that many calendar months (cut to the month's end), then days, after a day.
 * @param {number} day
 * @param {number} months
 * @param {number} days
 */
function moved(day, months, days) {
  if (months === 0) return day + days;
  const from = written(day);
  const index = Math.floor(from / 10_000) * 12 + (Math.floor(from / 100) % 100) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return numbered(year, month, Math.min(from % 100, lastOf(year, month))) + days;
}
return Object.freeze({ MONTHS, dayInWords, dayOf, textOf, moved });
})();

const runtime_numbers = (function () {
/** Exact decimals. Nothing is rounded: numbers are compared as they were written. */

/** A decimal: whole `digits`, of which the last `places` stand behind the point.
 * @typedef {{digits: bigint, places: number}} Decimal
 */

/** The decimal that a number is written as.
 * @param {number} number
 * @returns {Decimal}
 */
function decimalOf(number) {
  const [mantissa, exponent = "0"] = String(number).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** The digits of a decimal with so many places, which are no fewer than it has.
 * @param {Decimal} decimal
 * @param {number} to
 */
function digitsOf({ digits, places }, to) {
  return digits * 10n ** BigInt(to - places);
}

/** The sum of two decimals.
 * @param {Decimal} one
 * @param {Decimal} other
 * @returns {Decimal}
 */
function plus(one, other) {
  const places = Math.max(one.places, other.places);
  return { digits: digitsOf(one, places) + digitsOf(other, places), places };
}

/** A decimal with the other sign.
 * @param {Decimal} decimal
 * @returns {Decimal}
 */
function minus({ digits, places }) {
  return { digits: -digits, places };
}

const MORE_PLACES = 25; // a quotient with more places than these has more digits than a number keeps

/** A decimal divided by a whole number, or null if the quotient is no decimal of a length that a number keeps.
 * @param {Decimal} decimal
 * @param {number} by
 * @returns {Decimal | null}
 */
function quotient({ digits, places }, by) {
  const longer = digits * 10n ** BigInt(MORE_PLACES);
  return longer % BigInt(by) === 0n ? { digits: longer / BigInt(by), places: places + MORE_PLACES } : null;
}

/** The number that is written as a decimal, or null if a number keeps fewer digits.
 * @param {Decimal} decimal
 */
function numberOf({ digits, places }) {
  const number = Number(`${digits}e${-places}`);
  const kept = decimalOf(number);
  const most = Math.max(places, kept.places);
  return digitsOf(kept, most) === digitsOf({ digits, places }, most) ? number : null;
}
return Object.freeze({ decimalOf, digitsOf, plus, minus, quotient, numberOf });
})();

const runtime_units = (function () {
const { decimalOf, digitsOf } = runtime_numbers;
/** The numbers of a policy as whole multiples of its smallest step, in which sums and multiples are exact. */


/** How a policy counts: numbers, or bigints where its numbers are too large for exact sums.
 * @typedef {object} Units
 * @property {number} places The decimal places of the smallest step.
 * @property {(number: number) => any} of A number in steps.
 * @property {(count: number) => any} counted A whole number in steps.
 * @property {(factor: number) => any} factor A whole number by which steps are multiplied.
 * @property {any} zero
 */

/** The units for numbers with so many places whose largest sum or multiple is `most`.
 * @param {number} places
 * @param {number} most
 * @returns {Units}
 */
function unitsFor(places, most) {
  const step = 10 ** places;
  if (most * step < Number.MAX_SAFE_INTEGER / 4) { // so that rounding finds the step that a number is nearest to
    return {
      places,
      of: (number) => Math.round(number * step),
      counted: (count) => count * step,
      factor: (factor) => factor,
      zero: 0,
    };
  }
  const large = BigInt(step);
  return {
    places,
    of: (number) => digitsOf(decimalOf(number), places),
    counted: (count) => BigInt(count) * large,
    factor: (factor) => BigInt(factor),
    zero: 0n,
  };
}
return Object.freeze({ unitsFor });
})();

const runtime_layout = (function () {
const { dayOf } = runtime_days;
const { decimalOf } = runtime_numbers;
const { unitsFor } = runtime_units;
/** Where the values of a request lie in a chart.
 *
 * A chart is an array with a place for each fact of the policy; a fact that is not stated is `undefined` there. A list
 * is an array of such arrays, with a place for each field. Behind them lie places for results that are remembered. A
 * chart shares nothing with the request: whoever changes the request later changes no answer.
 *
 * In a chart a date is the number of its day, a number is in steps of the policy's units, findings are an array in the
 * order of their options, a set is in alphabetical order, and of a note there is no more than that it is stated.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").ListFact} ListFact */

class Layout {
  /** @param {import("../types.d.ts").CompiledPolicy} policy */
  constructor(policy) {
    /** The facts of the request, and the fields of its lists, by name. @type {Map<string, Fact>} */
    this.facts = new Map();
    /** The place of a fact in the chart, and of a field in a record. @type {Map<string, number>} */
    this.places = new Map();
    this.ofRequest = new Set(policy.facts.map((fact) => fact.name));
    /** A chart in which nothing is stated. @type {any[]} */
    this.empty = [];
    /** For each list a record in which nothing is stated. @type {Map<string, any[]>} */
    this.emptyRecords = new Map();
    /** The places of remembered results, by what is remembered. @type {Map<string, number>} */
    this.remembered = new Map();

    policy.facts.forEach((fact) => {
      this.places.set(fact.name, this.empty.push(undefined) - 1);
      this.facts.set(fact.name, fact);
      if (fact.type !== "list") return;
      this.emptyRecords.set(fact.name, fact.fields.map(() => undefined));
      fact.fields.forEach((field, place) => {
        this.places.set(field.name, place);
        this.facts.set(field.name, field);
      });
    });
    const numbers = [...numbersIn(policy)];
    const most = this.largestOf([...policy.criteria, ...policy.clocks]);
    this.units = unitsFor(Math.max(0, ...numbers.map((number) => decimalOf(number).places)), Math.max(1, most));
  }

  /** The fact or field with this name.
   * @param {string} name
   */
  fact(name) {
    const fact = this.facts.get(name);
    if (fact === undefined) throw new Error(`the compiled policy has no fact ${name}`);
    return fact;
  }

  /** Whether a request itself states the fact, and no record of a list.
   * @param {string} name
   */
  isOfRequest(name) {
    return this.ofRequest.has(name);
  }

  /** The place of a fact in the chart, or of a field in a record.
   * @param {string} name
   */
  place(name) {
    return /** @type {number} */ (this.places.get(this.fact(name).name));
  }

  /** The places, one behind the other, for a result that is remembered in the chart, or in the records of a list.
   * @param {string} what
   * @param {string | null} list
   * @param {number} many
   */
  remember(what, list, many) {
    const key = `${list ?? ""} ${what}`;
    let place = this.remembered.get(key);
    if (place === undefined) {
      const values = list === null ? this.empty : /** @type {any[]} */ (this.emptyRecords.get(list));
      place = values.length;
      for (let each = 0; each < many; each++) values.push(undefined);
      this.remembered.set(key, place);
    }
    return place;
  }

  /** A value of a policy as it lies in a chart. `type` is that of the fact that it is compared with.
   * @param {import("../types.d.ts").Value} value
   * @param {string} type
   * @returns {any}
   */
  stored(value, type) {
    if (typeof value === "number") return this.units.of(value);
    if (Array.isArray(value)) return [...value].sort();
    return typeof value === "string" && type === "date" ? dayOf(value) : value;
  }

  /** How many records, items or codes may be stated.
   * @param {string} name
   */
  limit(name) {
    const fact = this.fact(name);
    if (fact.type === "set") return Object.keys(fact.options).length;
    return "most" in fact ? fact.most : 0;
  }

  /** The largest size of a number anywhere in expressions and terms, with everything that is added up in them.
   * @param {any} tree
   * @returns {number}
   */
  largestOf(tree) {
    if (typeof tree === "number") return Math.abs(tree);
    if (typeof tree !== "object" || tree === null) return 0;
    const inner = Object.values(tree).map((part) => this.largestOf(part));
    return Math.max(0, this.largestHere(tree), ...inner);
  }

  /** The same for a term itself.
   * @param {any} term
   * @returns {number}
   */
  largestHere(term) {
    if ("sum" in term) return added(term.sum.map((/** @type {any} */ part) => this.largestOf(part)));
    if ("times" in term) return Math.abs(term.times) * this.largestOf(term.part);
    if ("total" in term) return this.limit(term.total) * this.size(term.by);
    if ("by" in term) return this.size(term.by);
    if ("count" in term) return this.limit(nameOf(term.count));
    return "fact" in term || "field" in term ? this.size(nameOf(term)) : 0;
  }

  /** The largest size of a number that a fact may state.
   * @param {string} name
   */
  size(name) {
    const fact = this.fact(name);
    return fact.type === "number" ? Math.max(Math.abs(fact.from), Math.abs(fact.to)) : 0;
  }
}

/** @param {readonly number[]} numbers */
function added(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The name of a fact of the request, or of a field of the record in hand.
 * @param {import("../types.d.ts").Named} named
 */
function nameOf(named) {
  return "fact" in named ? named.fact : named.field;
}

/** Every number in JSON: some are none of a fact, and do no harm.
 * @param {unknown} value
 * @returns {Iterable<number>}
 */
function* numbersIn(value) {
  if (typeof value === "number") yield value;
  if (typeof value !== "object" || value === null) return;
  const fact = /** @type {any} */ (value);
  if (fact.type === "number" && typeof fact.places === "number") yield 10 ** -fact.places;
  for (const inner of Object.values(value)) yield* numbersIn(inner);
}
return Object.freeze({ Layout, nameOf });
})();

const runtime_interpreter = (function () {
const { moved } = runtime_days;
const { nameOf } = runtime_layout;
/** The interpreter of compiled policies: expressions and terms become functions once, when a policy is loaded.
 *
 * `schemas/compiled-policy.schema.json` describes the data, `docs/semantics.md` says what it means. Truth is true
 * (surely met), false (surely not met) or null (the chart does not say). A term is an interval: its lowest and its
 * highest value, and whether it has any. A fact that is not stated lies in its declared range; one without an order,
 * such as a choice, then has no ends (undefined). The function of a term writes its interval into an object that its
 * user owns, so that nothing is made for it.
 */


/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("../types.d.ts").Truth} Truth */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {import("../types.d.ts").Named} Named */
/** @typedef {import("../types.d.ts").Comparison} Comparison */
/** @typedef {any[]} Values A chart, or a record of a list. */
/** @typedef {(chart: Values, record: Values) => Truth} Test */
/** @typedef {(chart: Values, record: Values) => any} Stated */
/** @typedef {{low: any, high: any, exists: Truth}} Interval */
/** @typedef {(chart: Values, record: Values, into: Interval) => void} Reach */

/** The record in hand outside of lists. @type {any[]} */
const NO_RECORD = [];

const UPPER = Object.freeze({ latest: true, earliest: false, highest: true, lowest: false });

/** @type {Readonly<Record<Comparison, Comparison>>} */
const MIRRORED = Object.freeze({ "==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<=" });

/** An interval to write into.
 * @returns {Interval}
 */
function interval() {
  return { low: undefined, high: undefined, exists: true };
}

/** The truth of an expression, as a function of a chart, and of the record in hand inside a filter of `list`.
 * @param {Expression} expr
 * @param {Layout} layout
 * @param {string | null} list
 * @returns {Test}
 */
function truthOf(expr, layout, list = null) {
  if ("says" in expr) {
    const part = truthOf(expr.part, layout, list);
    if (expr.says.name === undefined) return part;
    return onceARecord(layout.remember(JSON.stringify(expr), list, 1), list, part);
  }
  if ("not" in expr) {
    const part = truthOf(expr.not, layout, list);
    return (chart, record) => {
      const found = part(chart, record);
      return found === null ? null : !found;
    };
  }
  if ("at_least" in expr) {
    const lookedUp = expr.at_least === 1 ? oneOf(expr.of, layout) : null;
    return lookedUp ?? joined(expr.at_least, expr.of.map((part) => truthOf(part, layout, list)));
  }
  if ("compare" in expr) return compared(expr.compare, expr.left, expr.right, layout, list);
  if ("includes" in expr) return includes(expr.includes, expr.in, layout);
  if ("begins" in expr) {
    const stated = statedOf(expr.in, layout);
    const beginning = expr.begins;
    return (chart, record) =>
      stated(chart, record)?.some((/** @type {string} */ code) => code.startsWith(beginning)) ?? null;
  }
  const stated = statedOf(expr.documented, layout);
  return (chart, record) => (stated(chart, record) === undefined ? null : true);
}

/** A named condition is evaluated once for each record, since it has the same truth in every place.
 * @param {number} place
 * @param {string | null} list
 * @param {Test} part
 * @returns {Test}
 */
function onceARecord(place, list, part) {
  if (list === null) {
    return (chart, record) => {
      const known = chart[place];
      return known === undefined ? (chart[place] = part(chart, record)) : known;
    };
  }
  return (chart, record) => {
    const known = record[place];
    return known === undefined ? (record[place] = part(chart, record)) : known;
  };
}

/** @param {number} count
 * @param {readonly Test[]} parts
 * @returns {Test}
 */
function joined(count, parts) {
  if (count === parts.length && count > 0) return untilOne(false, parts);
  return count === 1 ? untilOne(true, parts) : atLeast(count, parts);
}

/** All or any of the parts: the first part that decides is enough.
 * @param {boolean} decides
 * @param {readonly Test[]} parts
 * @returns {Test}
 */
function untilOne(decides, parts) {
  if (parts.length === 2) {
    const [part, other] = parts;
    return (chart, record) => {
      const said = part(chart, record);
      if (said === decides) return decides;
      const found = other(chart, record);
      return found !== decides && said === null ? null : found;
    };
  }
  return (chart, record) => {
    /** @type {Truth} */
    let found = !decides;
    for (let each = 0; each < parts.length; each++) {
      const said = parts[each](chart, record);
      if (said === decides) return decides;
      if (said === null) found = null;
    }
    return found;
  };
}

/** @param {number} count
 * @param {readonly Test[]} parts
 * @returns {Test}
 */
function atLeast(count, parts) {
  return (chart, record) => {
    let wanted = count; // how many must be met
    let spare = parts.length - count; // and how many need not
    for (let each = 0; wanted > 0 && spare >= 0 && each < parts.length; each++) {
      const found = parts[each](chart, record);
      if (found === true) wanted -= 1;
      else if (found === false) spare -= 1;
    }
    return wanted <= 0 ? true : spare < 0 ? false : null;
  };
}

/** @param {string} item
 * @param {Named} named
 * @param {Layout} layout
 * @returns {Test}
 */
function includes(item, named, layout) {
  const fact = layout.fact(nameOf(named));
  const stated = statedOf(named, layout);
  if (fact.type === "findings") {
    const place = Object.keys(fact.options).indexOf(item);
    return (chart, record) => stated(chart, record)?.[place] ?? null;
  }
  return (chart, record) => stated(chart, record)?.includes(item) ?? null;
}

/** The value that a chart states for a fact, or the record in hand for a field; undefined where it is not stated.
 * @param {Named} named
 * @param {Layout} layout
 * @returns {Stated}
 */
function statedOf(named, layout) {
  const place = layout.place(nameOf(named));
  return "fact" in named ? (chart) => chart[place] : (_chart, record) => record[place];
}

/** A test for one of several answers of a choice or items of a set or codes; null for other parts.
 * @param {readonly Expression[]} parts
 * @param {Layout} layout
 * @returns {Test | null}
 */
function oneOf(parts, layout) {
  const pairs = parts.map((part) => ("includes" in part ? { named: part.in, item: part.includes } : ofChoice(part)));
  const named = pairs[0]?.named;
  if (!named || pairs.some((pair) => !pair?.named || JSON.stringify(pair.named) !== JSON.stringify(named))) return null;
  const { type } = layout.fact(nameOf(named));
  const stated = statedOf(named, layout);
  const items = new Set(pairs.map((pair) => pair?.item));
  if (type === "choice") {
    return (chart, record) => {
      const value = stated(chart, record);
      return value === undefined ? null : items.has(value);
    };
  }
  if (type === "codes" || type === "set") {
    const isItem = (/** @type {string} */ item) => items.has(item);
    return (chart, record) => stated(chart, record)?.some(isItem) ?? null;
  }
  return null;
}

/** A fact or a field that is compared with one text, and the text.
 * @param {Expression} part
 */
function ofChoice(part) {
  if (!("compare" in part) || part.compare !== "==" || !("value" in part.right)) return null;
  const { left, right } = part;
  return typeof right.value === "string" && isNamed(left) ? { named: left, item: right.value } : null;
}

/** @param {Term} term
 * @returns {term is Named}
 */
function isNamed(term) {
  return "fact" in term || "field" in term;
}

// ---------------------------------------------------------------- comparisons

/** A comparison. Most are of a fact or a field with a value, and need no interval where it is stated.
 * @param {Comparison} op
 * @param {Term} left
 * @param {Term} right
 * @param {Layout} layout
 * @param {string | null} list
 * @returns {Test}
 */
function compared(op, left, right, layout, list) {
  if ("value" in left) [op, left, right] = [MIRRORED[op], right, left];
  const type = typeOf(left, layout);
  const one = reachOf(left, layout, list);
  const other = reachOf(right, layout, list, type);
  const whole = op === "==" ? same(one, other) : ordered(op, one, other);
  if (!isNamed(left)) return whole;
  if ("value" in right) {
    const unstated = whole(layout.empty, NO_RECORD);
    return withValue(op, statedOf(left, layout), layout.stored(right.value, type), unstated);
  }
  if ((type === "choice" || type === "yes_no") && isNamed(right)) {
    return alike(statedOf(left, layout), statedOf(right, layout));
  }
  return whole;
}

/** @param {Comparison} op
 * @param {Stated} stated
 * @param {any} fixed
 * @param {Truth} unstated
 * @returns {Test}
 */
function withValue(op, stated, fixed, unstated) {
  if (Array.isArray(fixed)) {
    return (chart, record) => {
      const value = stated(chart, record);
      return value === undefined ? unstated : hasSameItems(value, fixed);
    };
  }
  switch (op) {
    case "==":
      return (chart, record) => {
        const value = stated(chart, record);
        return value === undefined ? unstated : value === fixed;
      };
    case "<":
      return (chart, record) => {
        const value = stated(chart, record);
        return value === undefined ? unstated : value < fixed;
      };
    case "<=":
      return (chart, record) => {
        const value = stated(chart, record);
        return value === undefined ? unstated : value <= fixed;
      };
    case ">":
      return (chart, record) => {
        const value = stated(chart, record);
        return value === undefined ? unstated : value > fixed;
      };
    case ">=":
      return (chart, record) => {
        const value = stated(chart, record);
        return value === undefined ? unstated : value >= fixed;
      };
  }
}

/** The test that two choices, or two yes-or-no facts, have the same answer.
 * @param {Stated} left
 * @param {Stated} right
 * @returns {Test}
 */
function alike(left, right) {
  return (chart, record) => {
    const value = left(chart, record);
    const other = right(chart, record);
    return value === undefined || other === undefined ? null : value === other;
  };
}

/** The test that a term is below another one, or above it, or equal where that is allowed.
 * @param {Exclude<Comparison, "==">} op
 * @param {Reach} left
 * @param {Reach} right
 * @returns {Test}
 */
function ordered(op, left, right) {
  if (op === ">" || op === ">=") return ordered(op === ">" ? "<" : "<=", right, left);
  const one = interval();
  const other = interval();
  if (op === "<") {
    return (chart, record) => {
      left(chart, record, one);
      right(chart, record, other);
      if (one.exists === false || other.exists === false || other.high <= one.low) return false;
      return one.high < other.low && one.exists === true && other.exists === true ? true : null;
    };
  }
  return (chart, record) => {
    left(chart, record, one);
    right(chart, record, other);
    if (one.exists === false || other.exists === false || other.high < one.low) return false;
    return one.high <= other.low && one.exists === true && other.exists === true ? true : null;
  };
}

/** @param {Reach} left
 * @param {Reach} right
 * @returns {Test}
 */
function same(left, right) {
  const one = interval();
  const other = interval();
  return (chart, record) => {
    left(chart, record, one);
    right(chart, record, other);
    if (one.exists === false || other.exists === false) return false;
    if (one.low === undefined || other.low === undefined) return null;
    if (one.low === one.high && other.low === other.high) {
      if (one.low !== other.low && !hasSameItems(one.low, other.low)) return false;
      return one.exists === true && other.exists === true ? true : null;
    }
    return one.high < other.low || other.high < one.low ? false : null;
  };
}

/** Whether two sets, in the order of a chart, have the same items. Other values are no sets.
 * @param {any} one
 * @param {any} other
 */
function hasSameItems(one, other) {
  if (!Array.isArray(one) || one.length !== other.length) return false;
  for (let place = 0; place < one.length; place++) if (one[place] !== other[place]) return false;
  return true;
}

// ---------------------------------------------------------------- terms

/** The type of the fact that a term is compared with or counts as.
 * @param {Term} term
 * @param {Layout} layout
 */
function typeOf(term, layout) {
  if (isNamed(term)) return layout.fact(nameOf(term)).type;
  if ("shift" in term) return "date";
  return "by" in term ? layout.fact(term.by).type : "number";
}

/** The interval of a term. `type` is that of a value.
 * @param {Term} term
 * @param {Layout} layout
 * @param {string | null} list
 * @param {string} type
 * @returns {Reach}
 */
function reachOf(term, layout, list = null, type = "number") {
  if (isNamed(term)) return point(statedOf(term, layout), anywhere(nameOf(term), layout));
  if ("value" in term) {
    const value = layout.stored(term.value, type);
    return (_chart, _record, into) => {
      into.low = into.high = value;
      into.exists = true;
    };
  }
  if ("shift" in term) return shifted(reachOf(term.shift, layout, list, "date"), term.months, term.days);
  if ("sum" in term) return sum(term.sum.map((part) => reachOf(part, layout, list)), layout.units.zero);
  if ("times" in term) {
    return multiple(layout.units.factor(term.times), term.times < 0, reachOf(term.part, layout, list));
  }
  const counting = countingOf(term, layout);
  if ("count" in term && "field" in term.count) return counting;
  return once(layout.remember(JSON.stringify(term), null, 3), counting);
}

/** @param {import("../types.d.ts").Count | import("../types.d.ts").OfRecords} term
 * @param {Layout} layout
 * @returns {Reach}
 */
function countingOf(term, layout) {
  if ("count" in term) {
    const name = nameOf(term.count);
    const where = term.where === undefined ? null : truthOf(term.where, layout, name);
    return count(statedOf(term.count, layout), where, layout.units.counted, layout.limit(name));
  }
  const name = /** @type {any} */ (term)[kindOf(term)];
  const where = term.where === undefined ? null : truthOf(term.where, layout, name);
  const places = { records: layout.place(name), field: layout.place(term.by) };
  if ("total" in term) return total(places, where, anywhere(term.by, layout), layout.units, layout.limit(name));
  return extreme(places, where, UPPER[/** @type {keyof typeof UPPER} */ (kindOf(term))], anywhere(term.by, layout));
}

/** The word that says which number or date of the records is meant.
 * @param {import("../types.d.ts").OfRecords} term
 */
function kindOf(term) {
  return /** @type {"total" | keyof typeof UPPER} */ (["total", ...Object.keys(UPPER)].find((kind) => kind in term));
}

/** The ends of a fact that is not stated.
 * @param {string} name
 * @param {Layout} layout
 */
function anywhere(name, layout) {
  const fact = layout.fact(name);
  return fact.type === "number" || fact.type === "date"
    ? { first: layout.stored(fact.from, fact.type), last: layout.stored(fact.to, fact.type) }
    : { first: undefined, last: undefined };
}

/** A count in a list of the request is computed once, since it is the same in every place.
 * @param {number} place
 * @param {Reach} counting
 * @returns {Reach}
 */
function once(place, counting) {
  return (chart, record, into) => {
    if (chart[place] === undefined) {
      counting(chart, record, into);
      chart[place] = into.low;
      chart[place + 1] = into.high;
      chart[place + 2] = into.exists;
    } else {
      into.low = chart[place];
      into.high = chart[place + 1];
      into.exists = chart[place + 2];
    }
  };
}

/** @param {Stated} stated
 * @param {{first: any, last: any}} ends
 * @returns {Reach}
 */
function point(stated, { first, last }) {
  return (chart, record, into) => {
    const value = stated(chart, record);
    into.low = value === undefined ? first : value;
    into.high = value === undefined ? last : value;
    into.exists = true;
  };
}

/** @param {Reach} start
 * @param {number} months
 * @param {number} days
 * @returns {Reach}
 */
function shifted(start, months, days) {
  return (chart, record, into) => {
    start(chart, record, into);
    const isPoint = into.low === into.high;
    into.low = moved(into.low, months, days);
    into.high = isPoint ? into.low : moved(into.high, months, days);
  };
}

/** @param {readonly Reach[]} parts
 * @param {any} zero
 * @returns {Reach}
 */
function sum(parts, zero) {
  const one = interval();
  return (chart, record, into) => {
    let low = zero;
    let high = zero;
    /** @type {Truth} */
    let exists = true;
    for (let each = 0; each < parts.length; each++) {
      parts[each](chart, record, one);
      low += one.low;
      high += one.high;
      if (one.exists !== true && exists !== false) exists = one.exists;
    }
    into.low = low;
    into.high = high;
    into.exists = exists;
  };
}

/** @param {any} factor
 * @param {boolean} turns Whether the factor is negative.
 * @param {Reach} part
 * @returns {Reach}
 */
function multiple(factor, turns, part) {
  return (chart, record, into) => {
    part(chart, record, into);
    const low = into.low * factor;
    const high = into.high * factor;
    into.low = turns ? high : low;
    into.high = turns ? low : high;
  };
}

/** @param {Stated} stated
 * @param {Test | null} where
 * @param {(count: number) => any} counted
 * @param {number} most
 * @returns {Reach}
 */
function count(stated, where, counted, most) {
  const none = counted(0);
  const every = counted(most);
  return (chart, record, into) => {
    const records = stated(chart, record);
    into.exists = true;
    if (records === undefined) {
      into.low = none;
      into.high = every;
    } else if (where === null) {
      into.low = into.high = counted(records.length);
    } else {
      let sure = 0;
      let possible = 0;
      for (let each = 0; each < records.length; each++) {
        const met = where(chart, records[each]);
        if (met !== false) possible += 1;
        if (met === true) sure += 1;
      }
      into.low = counted(sure);
      into.high = counted(possible);
    }
  };
}

/** Between the extreme of the surely matching records and that of the possibly matching ones.
 * @param {{records: number, field: number}} places
 * @param {Test | null} where
 * @param {boolean} upper
 * @param {{first: any, last: any}} ends
 * @returns {Reach}
 */
function extreme(places, where, upper, { first, last }) {
  return (chart, _record, into) => {
    const records = chart[places.records];
    into.low = first;
    into.high = last;
    into.exists = records === undefined ? null : false;
    if (records === undefined) return;
    /** @type {any} */
    let inner; // of the records that surely match
    /** @type {any} */
    let outer; // of all that possibly match
    /** @type {any} */
    let least; // the other end of these
    for (let each = 0; each < records.length; each++) {
      const met = where === null ? true : where(chart, records[each]);
      if (met === false) continue;
      const value = records[each][places.field];
      const low = value === undefined ? first : value;
      const high = value === undefined ? last : value;
      const [near, far] = upper ? [low, high] : [high, low];
      if (outer === undefined || (upper ? far > outer : far < outer)) outer = far;
      if (least === undefined || (upper ? near < least : near > least)) least = near;
      if (met === true && (inner === undefined || (upper ? near > inner : near < inner))) inner = near;
    }
    if (outer === undefined) return;
    into.exists = inner === undefined ? null : true;
    const end = inner === undefined ? least : inner;
    into.low = upper ? end : outer;
    into.high = upper ? outer : end;
  };
}

/** What surely matches is added; what may match adds no more than it can.
 * @param {{records: number, field: number}} places
 * @param {Test | null} where
 * @param {{first: any, last: any}} ends
 * @param {import("./units.js").Units} units
 * @param {number} most
 * @returns {Reach}
 */
function total(places, where, { first, last }, units, most) {
  const { zero } = units;
  const least = units.factor(most) * (first < zero ? first : zero);
  const largest = units.factor(most) * (last > zero ? last : zero);
  return (chart, _record, into) => {
    const records = chart[places.records];
    into.exists = true;
    into.low = records === undefined ? least : zero;
    into.high = records === undefined ? largest : zero;
    if (records === undefined) return;
    for (let each = 0; each < records.length; each++) {
      const met = where === null ? true : where(chart, records[each]);
      if (met === false) continue;
      const value = records[each][places.field];
      const low = value === undefined ? first : value;
      const high = value === undefined ? last : value;
      if (met === true || low < zero) into.low += low;
      if (met === true || high > zero) into.high += high;
    }
  };
}
return Object.freeze({ NO_RECORD, UPPER, MIRRORED, interval, truthOf, typeOf, reachOf, kindOf });
})();

const runtime_partial = (function () {
const { dayOf, moved, textOf } = runtime_days;
const { MIRRORED, NO_RECORD, interval, reachOf, truthOf, typeOf } = runtime_interpreter;
const { decimalOf, minus, numberOf, plus, quotient } = runtime_numbers;
/** The open part of an expression for a request: a smaller expression, in which all known parts are worked out.
 *
 * It has the form of `schemas/compiled-policy.schema.json` and the same meaning: whatever else the request states
 * later, the open part and the whole expression have the same truth. So it is MET_WHOLE or NOT_MET_WHOLE exactly if the
 * truth is known.
 */


/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {import("../types.d.ts").Comparison} Comparison */

/** @type {Expression} */
const MET_WHOLE = Object.freeze({ at_least: 0, of: [] });
/** @type {Expression} */
const NOT_MET_WHOLE = Object.freeze({ at_least: 1, of: [] });

/** The open part of an expression, for a chart. Fields of records count as unknown.
 * @param {Expression} expr
 * @param {any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @returns {Expression}
 */
function openPart(expr, chart, layout) {
  if ("says" in expr) {
    const part = openPart(expr.part, chart, layout);
    return isDecided(part) ? part : { says: expr.says, part };
  }
  if ("not" in expr) {
    const part = openPart(expr.not, chart, layout);
    return part === MET_WHOLE ? NOT_MET_WHOLE : part === NOT_MET_WHOLE ? MET_WHOLE : { not: part };
  }
  if ("at_least" in expr) {
    return atLeast(expr.at_least, expr.of.map((part) => openPart(part, chart, layout)));
  }
  const truth = truthOf(expr, layout)(chart, NO_RECORD);
  if (truth !== null) return truth ? MET_WHOLE : NOT_MET_WHOLE;
  if (!("compare" in expr)) return expr;
  const [left, right] = [expr.left, expr.right];
  const type = typeOf("value" in left ? right : left, layout);
  return solved(expr.compare, openTerm(left, chart, layout, type), openTerm(right, chart, layout, type));
}

/** The value of a term, if it surely has one, or else the open part of the term. `type` is that of a value.
 * @param {Term} term
 * @param {any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @param {string} type
 * @returns {Term}
 */
function openTerm(term, chart, layout, type = "number") {
  const found = interval();
  reachOf(term, layout, null, type)(chart, NO_RECORD, found);
  if (found.exists && found.low !== undefined && found.low === found.high) {
    const known = valueOf(found.low, "value" in term ? type : typeOf(term, layout), layout);
    if (known !== null) return known;
  }
  if ("shift" in term) return { ...term, shift: openTerm(term.shift, chart, layout, "date") };
  if ("sum" in term) return summed(term.sum.map((part) => openTerm(part, chart, layout)));
  if ("times" in term) return { ...term, part: openTerm(term.part, chart, layout) };
  if ("where" in term && term.where !== undefined) {
    const { where: all, ...rest } = term;
    const where = openPart(all, chart, layout);
    return /** @type {Term} */ (where === MET_WHOLE ? rest : { ...rest, where });
  }
  return term;
}

/** @param {Expression} expr */
function isDecided(expr) {
  return expr === MET_WHOLE || expr === NOT_MET_WHOLE;
}

/** @param {number} count
 * @param {readonly Expression[]} parts
 * @returns {Expression}
 */
function atLeast(count, parts) {
  const wanted = count - parts.filter((part) => part === MET_WHOLE).length;
  const open = parts.filter((part) => !isDecided(part));
  if (wanted <= 0) return MET_WHOLE;
  if (wanted > open.length) return NOT_MET_WHOLE;
  return open.length === 1 ? open[0] : { at_least: wanted, of: open };
}

/** A sum with its known parts added up as one last value.
 * @param {readonly Term[]} parts
 * @returns {Term}
 */
function summed(parts) {
  const open = parts.filter((part) => !("value" in part));
  const all = parts.reduce((sum, part) => ("value" in part ? plus(sum, decimal(part)) : sum), decimalOf(0));
  const total = numberOf(all);
  if (total === null) return { sum: [...parts] };
  if (total !== 0) open.push({ value: total });
  return open.length === 1 ? open[0] : { sum: open };
}

/** A comparison with a known value, solved for the unknown term: `100 * (52 - score) >= 2600` is `score <= 26`.
 * @param {Comparison} op
 * @param {Term} left
 * @param {Term} right
 * @returns {Expression}
 */
function solved(op, left, right) {
  if ("value" in left) [op, left, right] = [MIRRORED[op], right, left];
  for (let step = stepOf(left, right); step !== null; step = stepOf(left, right)) {
    if ("times" in left && left.times < 0) op = MIRRORED[op];
    [left, right] = step;
  }
  return { compare: op, left, right };
}

/** The outermost step of a term undone on both sides of a comparison, if that can be done exactly.
 * @param {Term} left
 * @param {Term} right
 * @returns {[Term, Term] | null}
 */
function stepOf(left, right) {
  if (!("value" in right)) return null;
  if ("shift" in left && left.months === 0) {
    return [left.shift, { value: textOf(moved(dayOf(/** @type {string} */ (right.value)), 0, -left.days)) }];
  }
  if ("times" in left && left.times !== 0) {
    const exact = quotient(decimal(right), left.times);
    const known = exact === null ? null : numberOf(exact);
    return known === null ? null : [left.part, { value: known }];
  }
  if ("sum" in left) {
    const last = left.sum[left.sum.length - 1];
    if (!("value" in last)) return null;
    const known = numberOf(plus(decimal(right), minus(decimal(last))));
    return known === null ? null : [summed(left.sum.slice(0, -1)), { value: known }];
  }
  return null;
}

/** The decimal of a term that is a number.
 * @param {import("../types.d.ts").Literal} term
 */
function decimal(term) {
  return decimalOf(/** @type {number} */ (term.value));
}

/** A value of a chart in the form of a policy; null for a number with more digits than JSON readers keep.
 * @param {any} value
 * @param {string} type
 * @param {import("./layout.js").Layout} layout
 * @returns {import("../types.d.ts").Literal | null}
 */
function valueOf(value, type, layout) {
  if (type === "date") return { value: textOf(value) };
  if (typeof value !== "number" && typeof value !== "bigint") return { value };
  const number = numberOf({ digits: BigInt(value), places: layout.units.places });
  return number === null ? null : { value: number };
}
return Object.freeze({ openPart, openTerm });
})();

const runtime_values = (function () {
const { dayOf } = runtime_days;
const { decimalOf } = runtime_numbers;
/** Which values JSON can hold, and which of them the rule of a fact allows. */


const BLANK = /^[ \t\n\r]*$/;

/** Whether a value is an object as a JSON reader returns it: no array, and no instance of a class. The object may come
 * from another window. May throw, as a proxy does.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const from = Object.getPrototypeOf(value);
  return from === null || from === Object.prototype || Object.getPrototypeOf(from) === null;
}

/** Whether text has at most so many characters: a character outside the Basic Multilingual Plane counts as one.
 * @param {string} text
 * @param {number} most
 */
function isAtMost(text, most) {
  if (text.length <= most) return true;
  return text.length <= 2 * most && [...text].length <= most;
}

/** Whether a finite number has at most so many decimal places; `4.0` is the whole number 4.
 * @param {number} number
 * @param {number} places
 */
function hasPlaces(number, places) {
  if (Number.isInteger(number)) return true;
  const step = 10 ** places;
  return Math.round(number * step) / step === number || decimalOf(number).places <= places;
}

/** The first and the last day of a date's range.
 * @param {import("../types.d.ts").DateFact} fact
 */
function rangeOf(fact) {
  return { first: dayOf(fact.from), last: dayOf(fact.to) };
}

/** The test that a whole text has a pattern.
 * @param {string} pattern
 */
function wholly(pattern) {
  const expression = new RegExp(`^(?:${pattern})$`);
  return (/** @type {string} */ text) => expression.test(text);
}
return Object.freeze({ BLANK, isRecord, isAtMost, hasPlaces, rangeOf, wholly });
})();

const runtime_reader = (function () {
const { dayOf } = runtime_days;
const { BLANK, hasPlaces, isAtMost, isRecord, rangeOf, wholly } = runtime_values;
/** The fast look at a request: its values in a chart, if it is valid.
 *
 * What this refuses, `problems.js` looks at again and says why. Each value is read once, so that a request which says
 * something else when it is asked again is checked for what is then used.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {(value: any) => any} Reading A value as it lies in a chart, or undefined if its fact does not allow it. */

/** A function that reads a request: its chart, or undefined if it is invalid. May throw what a proxy throws.
 * @param {readonly Fact[]} facts
 * @param {import("./layout.js").Layout} layout
 * @returns {Reading}
 */
function readerOf(facts, layout) {
  return recordOf(facts, layout, layout.empty, []);
}

/** A function that reads a request or a record of a list, whose values are in the order of the facts.
 * @param {readonly Fact[]} facts
 * @param {import("./layout.js").Layout} layout
 * @param {readonly any[]} empty
 * @param {readonly string[]} marks The names of the fields that must make records different.
 * @returns {Reading}
 */
function recordOf(facts, layout, empty, marks) {
  const readings = facts.map((fact) => readingOf(fact, layout, marks.includes(fact.name)));
  const places = new Map(facts.map((fact, place) => [fact.name, place]));
  return (record) => {
    if (!isRecord(record)) return undefined;
    const values = empty.slice();
    const keys = Object.keys(record);
    for (let each = 0; each < keys.length; each++) {
      const stated = record[keys[each]];
      if (stated === undefined) continue;
      const place = places.get(keys[each]);
      if (place === undefined) return undefined;
      const value = readings[place](stated);
      if (value === undefined) return undefined;
      values[place] = value;
    }
    return values;
  };
}

/** @param {Fact} fact
 * @param {import("./layout.js").Layout} layout
 * @param {boolean} isMark
 * @returns {Reading}
 */
function readingOf(fact, layout, isMark) {
  switch (fact.type) {
    case "yes_no":
      return (value) => (value === true || value === false ? value : undefined);
    case "note": {
      const { most } = fact;
      return (value) =>
        typeof value === "string" && isAtMost(value, most) && !BLANK.test(value) ? !isMark || value : undefined;
    }
    case "number": {
      const { from, to, places } = fact;
      const { of } = layout.units;
      return (value) =>
        typeof value === "number" && from <= value && value <= to && hasPlaces(value, places) ? of(value) : undefined;
    }
    case "date": {
      const { first, last } = rangeOf(fact);
      return (value) => {
        const day = typeof value === "string" ? dayOf(value) : NaN;
        return first <= day && day <= last ? day : undefined;
      };
    }
    case "choice": {
      const options = new Map(Object.keys(fact.options).map((option) => [option, option]));
      return (value) => options.get(value); // the text of the policy, which is compared at once
    }
    case "set":
      return setOf(fact);
    case "findings":
      return findingsOf(fact);
    case "codes":
      return codesOf(fact);
    case "list":
      return listOf(fact, layout);
  }
}

/** @param {import("../types.d.ts").SetFact} fact
 * @returns {Reading}
 */
function setOf(fact) {
  const options = Object.keys(fact.options);
  const known = new Map(options.map((option) => [option, option]));
  return (value) => different(value, options.length, (item) => known.get(item))?.sort();
}

/** @param {import("../types.d.ts").CodesFact} fact
 * @returns {Reading}
 */
function codesOf(fact) {
  const isCode = wholly(fact.pattern);
  const { most } = fact;
  return (value) => different(value, most, (code) => (typeof code === "string" && isCode(code) ? code : undefined));
}

/** The items of an array without repetition, as `read` returns them; or undefined.
 * @param {any} value
 * @param {number} most
 * @param {Reading} read
 * @returns {any[] | undefined}
 */
function different(value, most, read) {
  if (!Array.isArray(value)) return undefined;
  const many = value.length;
  if (!(many <= most)) return undefined;
  /** @type {any[]} */
  const items = [];
  for (let place = 0; place < many; place++) {
    const item = read(value[place]);
    if (item === undefined || items.includes(item)) return undefined;
    items.push(item);
  }
  return items;
}

/** @param {import("../types.d.ts").FindingsFact} fact
 * @returns {Reading}
 */
function findingsOf(fact) {
  const places = new Map(Object.keys(fact.options).map((option, place) => [option, place]));
  const empty = Object.keys(fact.options).map(() => undefined);
  return (value) => {
    if (!isRecord(value)) return undefined;
    /** @type {any[]} */
    const found = empty.slice();
    const keys = Object.keys(value);
    for (let each = 0; each < keys.length; each++) {
      const said = value[keys[each]];
      if (said === undefined) continue;
      const place = places.get(keys[each]);
      if (place === undefined || (said !== true && said !== false)) return undefined;
      found[place] = said;
    }
    return found;
  };
}

/** @param {import("../types.d.ts").ListFact} fact
 * @param {import("./layout.js").Layout} layout
 * @returns {Reading}
 */
function listOf(fact, layout) {
  const read = recordOf(fact.fields, layout, /** @type {any[]} */ (layout.emptyRecords.get(fact.name)), fact.unique);
  const marks = fact.unique.map((name) => layout.place(name));
  const { most } = fact;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const many = value.length;
    if (!(many <= most)) return undefined;
    /** @type {any[][]} */
    const records = [];
    for (let each = 0; each < many; each++) {
      const record = read(value[each]);
      if (record === undefined) return undefined;
      if (marks.length > 0 && records.some((earlier) => areTheSame(earlier, record, marks))) return undefined;
      records.push(record);
    }
    return records;
  };
}

/** Whether two records state the same values for the fields that must make them different.
 * @param {readonly any[]} one
 * @param {readonly any[]} other
 * @param {readonly number[]} marks
 */
function areTheSame(one, other, marks) {
  return marks.every((place) => one[place] !== undefined && one[place] === other[place]);
}
return Object.freeze({ readerOf });
})();

const runtime_words = (function () {
/** The words of answers: verdicts and outcomes. */

const MET = "met";
const NOT_MET = "not met";
const MISSING = "missing";
const NOT_APPLICABLE = "not applicable";

const READY = "ready";
const INCOMPLETE = "incomplete";
const OUT_OF_SCOPE = "out of scope";
const INVALID = "invalid";
const IN_SCOPE = "in scope";
const CANNOT_TELL = "cannot tell yet";
const KNOWN = "known";

const NOTICE = "This is about documentation. It is not a coverage decision, and not medical or legal advice.";

/** The verdict of a test by its truth: true, false, or null where the chart does not say.
 * @param {import("../types.d.ts").Truth} truth
 */
function verdictOf(truth) {
  return truth === null ? MISSING : truth ? MET : NOT_MET;
}

/** Words as people list them: `a, b and c`.
 * @param {readonly string[]} words
 * @param {string} joint
 */
function listed(words, joint) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}
return Object.freeze({ MET, NOT_MET, MISSING, NOT_APPLICABLE, READY, INCOMPLETE, OUT_OF_SCOPE, INVALID, IN_SCOPE, CANNOT_TELL, KNOWN, NOTICE, verdictOf, listed });
})();

const runtime_reasons = (function () {
const { NO_RECORD, UPPER, truthOf } = runtime_interpreter;
const { MISSING, NOT_APPLICABLE, verdictOf } = runtime_words;
/** The reasons for verdicts: the tests of a compiled policy in words, joined as in the policy.
 *
 * A reason follows from the truths of the tests alone. Many charts share these, so each reason is made once and kept.
 */


/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./interpreter.js").Test} Test */
/** @typedef {import("../types.d.ts").Truth} Truth */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {import("../types.d.ts").Reason} Reason */
/** @typedef {import("../types.d.ts").Criterion} Criterion */
/** @typedef {(truths: readonly Truth[]) => Reason} Making The reason of an expression by the truths of its tests. */

/** Why a criterion has its verdict, and the names of the facts that its deciding tests read, in their order.
 * @typedef {{reason: Reason, named: readonly string[]}} Why
 */

const ONLY_IF = "only if"; // the joint of a requirement that has a condition
const MOST_REMEMBERED = 64; // combinations of truths, for each criterion

/** @type {Readonly<Record<string, Truth>>} */
const TRUTHS = Object.freeze({ met: true, "not met": false, missing: null });

/** Why a criterion has its verdict, as a function of a chart and the verdict.
 * @param {Expression | null} applies
 * @param {Expression} test
 * @param {Layout} layout
 * @returns {(chart: any[], verdict: string) => Why}
 */
function whyOf(applies, test, layout) {
  /** @type {Test[]} */
  const conditions = [];
  /** @type {Test[]} */
  const tests = [];
  const when = applies === null ? null : makingOf(applies, layout, conditions);
  const why = makingOf(test, layout, tests);
  /** @type {Map<string, Why>} */
  const remembered = new Map();
  return (chart, verdict) => {
    const others = verdict === NOT_APPLICABLE ? null : tests.map((each) => each(chart, NO_RECORD));
    const truths = conditions.map((each) => each(chart, NO_RECORD));
    const key = `${truths}|${others}`;
    let found = remembered.get(key);
    if (found === undefined) {
      const part = others === null ? null : why(others);
      const reason = when === null ? /** @type {Reason} */ (part) : onlyIf(when(truths), part);
      const named = new Set(leavesOf(reason).flatMap((leaf) => leaf.facts));
      found = Object.freeze({ reason, named: Object.freeze([...named]) });
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, found);
    }
    return found;
  };
}

/** A reason that nobody can change, since it is shared.
 * @param {string} words
 * @param {Truth} truth
 * @param {string} joint
 * @param {string} quote
 * @param {readonly string[]} facts
 * @param {readonly Reason[]} parts
 * @returns {Reason}
 */
function reasonOf(words, truth, joint, quote, facts, parts) {
  return Object.freeze({ words, truth: verdictOf(truth), joint, quote, facts, parts: Object.freeze(parts) });
}

/** The tests that decide the truth of the whole, or that could still decide it.
 * @param {Reason} reason
 * @returns {readonly Reason[]}
 */
function leavesOf(reason) {
  if (reason.parts.length === 0) return [reason];
  const turned = reason.joint === "none of" && reason.truth !== MISSING;
  const wanted = turned ? verdictOf(!TRUTHS[reason.truth]) : reason.truth;
  return reason.parts.filter((part) => part.truth === wanted).flatMap(leavesOf);
}

/** A requirement that holds only where `applies` is met. Where it is not, that alone is the reason.
 * @param {Reason} applies
 * @param {Reason | null} part
 */
function onlyIf(applies, part) {
  if (part === null) return reasonOf("", false, ONLY_IF, "", [], [applies]);
  const truth = TRUTHS[applies.truth] || TRUTHS[part.truth] ? TRUTHS[part.truth] : null;
  return reasonOf("", truth, ONLY_IF, "", [], [applies, part]);
}

/** The reason of an expression, as a function of the truths of its tests, which are added to `tests`.
 *
 * `words` and `quote` are those around the expression.
 * @param {Expression} expr
 * @param {Layout} layout
 * @param {Test[]} tests
 * @param {string} words
 * @param {string} quote
 * @returns {Making}
 */
function makingOf(expr, layout, tests, words = "", quote = "") {
  if ("says" in expr) return said(expr, layout, tests, words, quote);
  if ("at_least" in expr && hasWords(expr)) {
    return joined(expr.at_least, words, quote, expr.of.map((part) => makingOf(part, layout, tests)));
  }
  if ("not" in expr && hasWords(expr.not)) {
    const making = makingOf(expr.not, layout, tests);
    return (truths) => {
      const part = making(truths);
      const truth = TRUTHS[part.truth];
      return reasonOf(words, truth === null ? null : !truth, "none of", quote, [], [part]);
    };
  }
  const place = tests.push(truthOf(expr, layout)) - 1;
  const names = Object.freeze(factsOf([expr]));
  return (truths) => reasonOf(words, truths[place], "", quote, names, []);
}

/** @param {import("../types.d.ts").Worded} expr
 * @param {Layout} layout
 * @param {Test[]} tests
 * @param {string} words
 * @param {string} quote
 * @returns {Making}
 */
function said({ says, part }, layout, tests, words, quote) {
  const { question = "", answer = "", quote: own = "" } = says;
  const items = "at_least" in part ? findingsOf(part.of, layout) : [];
  if ("at_least" in part && items.length > 0) {
    // Item by item, so that an item that was not looked for is named.
    const heading = words ? `${words}: ${question}` : question;
    const named = items.map(({ item, label }) => makingOf(item, layout, tests, label));
    return joined(part.at_least, heading, own || quote, named);
  }
  const text = `${question} ${answer}`.trim();
  return makingOf(part, layout, tests, words && text ? `${words}: ${text}` : words || text, own || quote);
}

/** The reason of a group: at least `count` of the parts.
 * @param {number} count
 * @param {string} words
 * @param {string} quote
 * @param {readonly Making[]} makings
 * @returns {Making}
 */
function joined(count, words, quote, makings) {
  const spare = makings.length - count; // how many need not be met
  const joint = spare === 0 ? "all of" : count === 1 ? "any of" : `at least ${count} of`;
  return (truths) => {
    const parts = makings.map((making) => making(truths));
    const met = parts.filter((part) => part.truth === "met").length;
    const notMet = parts.filter((part) => part.truth === "not met").length;
    return reasonOf(words, met >= count ? true : notMet > spare ? false : null, joint, quote, [], parts);
  };
}

/** The parts with their labels, if each asks for one finding, or for its absence.
 * @param {readonly Expression[]} parts
 * @param {Layout} layout
 */
function findingsOf(parts, layout) {
  const items = [];
  for (const item of parts) {
    const found = "not" in item ? item.not : item;
    const fact = "includes" in found && "fact" in found.in ? layout.fact(found.in.fact) : null;
    if (!("includes" in found) || fact === null || fact.type !== "findings") return [];
    const label = fact.options[found.includes];
    items.push({ item, label: "not" in item ? `ruled out: ${label}` : label });
  }
  return items;
}

/** @param {Expression} expr
 * @returns {boolean}
 */
function hasWords(expr) {
  return "says" in expr || partsOf(expr).some(hasWords);
}

/** The expressions directly inside one, those inside its terms left out.
 * @param {Expression} expr
 * @returns {readonly Expression[]}
 */
function partsOf(expr) {
  return "not" in expr ? [expr.not] : "says" in expr ? [expr.part] : "of" in expr ? expr.of : [];
}

// ---------------------------------------------------------------- which facts decide

/** The facts of the request that expressions read, in order of first use, those in filters included.
 * @param {readonly Expression[]} exprs
 */
function factsOf(exprs) {
  return [...new Set(exprs.flatMap((expr) => [...namedIn(expr)]))];
}

/** @param {Expression} expr
 * @returns {Iterable<string>}
 */
function* namedIn(expr) {
  if ("compare" in expr) yield* factsOfTerms([expr.left, expr.right]);
  const named = "in" in expr ? expr.in : "documented" in expr ? expr.documented : null;
  if (named !== null && "fact" in named) yield named.fact;
  for (const part of partsOf(expr)) yield* namedIn(part);
}

/** The same for terms, the outer ones first.
 * @param {readonly Term[]} terms
 * @returns {Iterable<string>}
 */
function* factsOfTerms(terms) {
  const pending = [...terms];
  for (const term of pending) {
    const of = /** @type {any} */ ("count" in term ? term.count : term);
    for (const kind of ["fact", "total", ...Object.keys(UPPER)]) if (kind in of) yield of[kind];
    if ("where" in term && term.where !== undefined) yield* namedIn(term.where);
    pending.push(...("shift" in term ? [term.shift] : "times" in term ? [term.part] : "sum" in term ? term.sum : []));
  }
}
return Object.freeze({ whyOf, factsOf, factsOfTerms });
})();

const runtime_compiled = (function () {
const { textOf } = runtime_days;
const { NO_RECORD, interval, reachOf, truthOf } = runtime_interpreter;
const { Layout } = runtime_layout;
const { openPart } = runtime_partial;
const { readerOf } = runtime_reader;
const { factsOf, factsOfTerms, whyOf } = runtime_reasons;
const { MET, MISSING, NOT_APPLICABLE, NOT_MET } = runtime_words;
/** A compiled policy as functions of a chart, made once when the policy is loaded. */


/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("../types.d.ts").Criterion} Criterion */
/** @typedef {import("../types.d.ts").Clock} Clock */
/** @typedef {import("../types.d.ts").Verdict} Verdict */
/** @typedef {import("../types.d.ts").Expression} Expression */

class Compiled {
  /** @param {CompiledPolicy} policy */
  constructor(policy) {
    this.policy = policy;
    this.layout = new Layout(policy);
    this.verdictOf = policy.criteria.map((criterion) => verdictOf(criterion, this.layout));
    this.dayOf = policy.clocks.map((clock) => dayOf(clock, this.layout));
    this.factsOfClock = policy.clocks.map(factsOfClock);
    this.ids = policy.criteria.map((criterion) => criterion.id);
    this.required = numbersOf(policy, "required");
    this.scope = numbersOf(policy, "scope");
    /** The chart of a request, or undefined if it is invalid. */
    this.read = readerOf(policy.facts, this.layout);
    /** Made when they are first asked for. @type {ReturnType<typeof whyOf>[]} */
    this.whys = [];
  }

  /** The verdict of each criterion.
   * @param {any[]} chart
   */
  verdicts(chart) {
    const { verdictOf } = this;
    /** @type {Verdict[]} */
    const found = new Array(verdictOf.length);
    for (let number = 0; number < verdictOf.length; number++) found[number] = verdictOf[number](chart);
    return found;
  }

  /** Why the criterion with this number has its verdict.
   * @param {number} number
   * @param {any[]} chart
   * @param {Verdict} verdict
   */
  why(number, chart, verdict) {
    const criterion = this.policy.criteria[number];
    this.whys[number] ??= whyOf(criterion.applies_when, testOf(criterion), this.layout);
    return this.whys[number](chart, verdict);
  }

  /** The open part of the criterion with this number.
   * @param {number} number
   * @param {any[]} chart
   */
  stillOpen(number, chart) {
    const criterion = this.policy.criteria[number];
    const test = testOf(criterion);
    const applies = criterion.applies_when;
    return openPart(applies === null ? test : { at_least: 1, of: [{ not: applies }, test] }, chart, this.layout);
  }

  /** When the criterion with this number applies, or null for always, and what it then requires.
   * @param {number} number
   */
  tests(number) {
    const criterion = this.policy.criteria[number];
    return { applies: criterion.applies_when, test: testOf(criterion) };
  }

  /** What a chart has for the fact with this name; undefined also where the policy has no such fact.
   * @param {any[]} chart
   * @param {string} name
   */
  stated(chart, name) {
    const place = this.layout.places.get(name);
    return place === undefined ? undefined : chart[place];
  }
}

/** The numbers of the criteria with an effect.
 * @param {CompiledPolicy} policy
 * @param {string} effect
 */
function numbersOf(policy, effect) {
  return policy.criteria.flatMap((criterion, number) => (criterion.effect === effect ? [number] : []));
}

/** The test of a criterion: one of two ways, or the only one.
 * @param {Criterion} criterion
 * @returns {Expression}
 */
function testOf({ require, unless }) {
  const ways = [require, unless].filter((way) => way !== null);
  return ways.length === 1 ? ways[0] : { at_least: 1, of: ways };
}

/** @param {Criterion} criterion
 * @param {Layout} layout
 * @returns {(chart: any[]) => Verdict}
 */
function verdictOf(criterion, layout) {
  const test = truthOf(testOf(criterion), layout);
  if (criterion.applies_when === null) {
    return (chart) => {
      const found = test(chart, NO_RECORD);
      return found === true ? MET : found === false ? NOT_MET : MISSING;
    };
  }
  const when = truthOf(criterion.applies_when, layout);
  return (chart) => {
    const applies = when(chart, NO_RECORD);
    if (applies === false) return NOT_APPLICABLE;
    const found = test(chart, NO_RECORD);
    return found === true ? MET : found === false && applies === true ? NOT_MET : MISSING;
  };
}

/** The day on which a clock ends, as text; or `missing` or `not applicable`.
 * @param {Clock} clock
 * @param {Layout} layout
 * @returns {(chart: any[]) => string}
 */
function dayOf(clock, layout) {
  const when = clock.applies_when === null ? null : truthOf(clock.applies_when, layout);
  const due = reachOf(clock.due, layout);
  const end = interval();
  return (chart) => {
    const applies = when === null ? true : when(chart, NO_RECORD);
    if (applies === false) return NOT_APPLICABLE;
    due(chart, NO_RECORD, end);
    return applies && end.exists && end.low === end.high ? textOf(end.low) : MISSING;
  };
}

/** @param {Clock} clock */
function factsOfClock(clock) {
  const applies = clock.applies_when === null ? [] : factsOf([clock.applies_when]);
  return [...new Set([...applies, ...factsOfTerms([clock.due])])];
}
return Object.freeze({ Compiled });
})();

const runtime_guesses = (function () {
const { listed } = runtime_words;
/** The known names that are nearest to unknown ones, as Python's `difflib` finds them. */


const LEAST = 0.75; // how alike two names must be, of 1
const MOST_LETTERS = 100;
const MOST_GUESSES = 20; // unknown keys that are compared with known names, so that thousands take no longer

/** The end of a sentence that asks whether a known name was meant; empty if none is near.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
function guess(keys, names) {
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
return Object.freeze({ MOST_GUESSES, guess });
})();

const runtime_json = (function () {
/** Strict reading of JSON.
 *
 * `JSON.parse` accepts duplicate keys and rounds numbers. Messages name the problem and never the text, which may
 * identify a patient.
 */

const MOST_BYTES = 1_000_000;
const MOST_DIGITS = 4300; // of a whole number
const DEEPEST = 1000;

/** The text is not strict JSON. `code` is that of the problem. */
class NotJson extends Error {
  /** @param {string} message
   * @param {import("../types.d.ts").ProblemCode} code
   */
  constructor(message, code = "not-json") {
    super(message);
    this.name = "NotJson";
    this.code = code;
  }
}

/** The value of a JSON document, of text or of bytes in UTF-8. Throws NotJson, and TypeError for what is no document.
 * @param {unknown} data
 */
function readJson(data) {
  const text = textOfDocument(data);
  if (text.startsWith("\ufeff")) {
    throw new NotJson("the document begins with a byte-order mark; save it as UTF-8 without one");
  }
  return new Reader(text).document();
}

/** @param {unknown} data */
function textOfDocument(data) {
  if (typeof data === "string") {
    if (data.length > MOST_BYTES || bytesIn(data) > MOST_BYTES) throw tooLarge();
    return data;
  }
  const isBytes = ArrayBuffer.isView(data) || Object.prototype.toString.call(data) === "[object ArrayBuffer]";
  if (!isBytes) {
    throw new TypeError(
      "the text or bytes of a JSON document are read here; what a JSON reader returned goes to `check`",
    );
  }
  const bytes = /** @type {ArrayBuffer | ArrayBufferView} */ (data);
  if (bytes.byteLength > MOST_BYTES) throw tooLarge();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotJson("the document is not UTF-8 text");
  }
}

function tooLarge() {
  return new NotJson("the document is larger than 1,000,000 bytes", "too-large");
}

/** How many bytes text takes in UTF-8.
 * @param {string} text
 */
function bytesIn(text) {
  if (text.length * 3 <= MOST_BYTES) return text.length;
  let bytes = 0;
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const SPACE = /[ \t\n\r]*/y;
const QUOTES = /['‘’“”„«»]/; // that people and their programs write, and JSON does not know
const LAST_SPACE = 32;
const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y; // text of a string up to its end, an escape or a control character
const NOT_PLAIN = /[\\\u0000-\u001f]/;
const CONSTANT = /NaN|-?Infinity/y;
const HEX = /[0-9a-fA-F]{4}/y;

/** @type {ReadonlyMap<string, string>} */
const ESCAPES = new Map([
  ['"', '"'], ["\\", "\\"], ["/", "/"], ["b", "\b"], ["f", "\f"], ["n", "\n"], ["r", "\r"], ["t", "\t"],
]);

/** The words of JSON by their first letters. @type {ReadonlyMap<string, {written: string, value: boolean | null}>} */
const WORDS = new Map([
  ["n", { written: "null", value: null }],
  ["t", { written: "true", value: true }],
  ["f", { written: "false", value: false }],
]);

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
  }

  document() {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.wrong(this.at);
    return value;
  }

  /** @returns {unknown} */
  value() {
    switch (this.text[this.at]) {
      case '"':
        return this.string();
      case "{":
      case "[": {
        this.depth += 1;
        if (this.depth > DEEPEST) throw new NotJson("the document is nested too deeply", "too-large");
        const value = this.text[this.at] === "{" ? this.object() : this.array();
        this.depth -= 1;
        return value;
      }
    }
    const word = WORDS.get(this.text[this.at]);
    if (word !== undefined && this.text.startsWith(word.written, this.at)) {
      this.at += word.written.length;
      return word.value;
    }
    return this.number();
  }

  object() {
    /** @type {Record<string, unknown>} */
    const found = {};
    let repeats = false;
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === "}") {
      this.at += 1;
      return found;
    }
    for (;;) {
      if (this.text[this.at] !== '"') throw this.wrong(this.at);
      const key = this.string();
      this.skipSpace();
      this.expect(":");
      this.skipSpace();
      const value = this.value();
      repeats ||= Object.hasOwn(found, key);
      put(found, key, value);
      this.skipSpace();
      if (this.text[this.at] === "}") break;
      this.comma("}");
    }
    this.at += 1;
    if (repeats) throw new NotJson("a key stands twice in one object", "duplicate-key");
    return found;
  }

  array() {
    /** @type {unknown[]} */
    const found = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === "]") {
      this.at += 1;
      return found;
    }
    for (;;) {
      found.push(this.value());
      this.skipSpace();
      if (this.text[this.at] === "]") break;
      this.comma("]");
    }
    this.at += 1;
    return found;
  }

  string() {
    const start = this.at;
    const end = this.text.indexOf('"', start + 1);
    const whole = this.text.slice(start + 1, end === -1 ? undefined : end);
    if (end !== -1 && !NOT_PLAIN.test(whole)) {
      this.at = end + 1;
      return whole;
    }
    this.at += 1;
    let found = "";
    for (;;) {
      found += this.match(PLAIN);
      const character = this.text[this.at];
      if (character === undefined) throw this.wrong(start);
      if (character === '"') break;
      if (character !== "\\") throw this.wrong(this.at);
      found += this.escape(start);
    }
    this.at += 1;
    return found;
  }

  /** @param {number} start */
  escape(start) {
    const named = this.text[this.at + 1];
    if (named === undefined) throw this.wrong(start);
    const character = ESCAPES.get(named);
    if (character !== undefined) {
      this.at += 2;
      return character;
    }
    if (named !== "u") throw this.wrong(this.at);
    this.at += 2;
    const hex = this.match(HEX);
    if (hex === "") throw this.wrong(this.at - 1);
    return String.fromCharCode(parseInt(hex, 16));
  }

  number() {
    if (this.match(CONSTANT) !== "") throw new NotJson("NaN and Infinity are not JSON");
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (found === null) throw this.wrong(this.at);
    this.at = NUMBER.lastIndex;
    const [written, whole, fraction, exponent] = found;
    const value = Number(written);
    if (fraction === undefined && exponent === undefined) {
      if (whole.replace("-", "").length > MOST_DIGITS) {
        throw new NotJson("a number in the document has too many digits", "inexact-number");
      }
    } else if (!isExact(written, value)) {
      throw new NotJson("a number in the document cannot be read exactly", "inexact-number");
    }
    return value;
  }

  skipSpace() {
    if (this.text.charCodeAt(this.at) <= LAST_SPACE) this.match(SPACE);
  }

  /** What a pattern matches here, which is passed over.
   * @param {RegExp} pattern
   */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return "";
    this.at = pattern.lastIndex;
    return found[0];
  }

  /** @param {string} character */
  expect(character) {
    if (this.text[this.at] !== character) throw this.wrong(this.at);
    this.at += 1;
  }

  /** A comma, with something behind it before the end.
   * @param {string} end
   */
  comma(end) {
    const start = this.at;
    this.expect(",");
    this.skipSpace();
    if (this.text[this.at] === end) throw this.wrong(start);
  }

  /** @param {number} at */
  wrong(at) {
    const before = this.text.slice(0, at).split("\n");
    const column = [...before[before.length - 1]].length + 1;
    const curly = QUOTES.test(this.text.charAt(at)) ? "; the quotation marks of JSON are straight and double" : "";
    return new NotJson(`the document is not JSON: line ${before.length}, column ${column}${curly}`);
  }
}

/** Set a key of an object, `__proto__` like any other.
 * @param {Record<string, unknown>} record
 * @param {string} key
 * @param {unknown} value
 */
function put(record, key, value) {
  if (key !== "__proto__") record[key] = value;
  else Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Whether no digit of a written number is lost in its value.
 * @param {string} written
 * @param {number} value
 */
function isExact(written, value) {
  return Number.isFinite(value) && significant(written) === significant(String(value));
}

const LARGEST_EXPONENT = 1_000_000_000_000_000_000n; // Python's decimals go no further

/** The digits of a number without zeros at either end, and the power of ten of the last one; two numbers that are
 * written differently are equal if these are.
 * @param {string} written
 */
function significant(written) {
  const [mantissa, exponent = "0"] = written.replace(/^-/, "").toLowerCase().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const power = BigInt(exponent) - BigInt(fraction.length);
  if (power >= LARGEST_EXPONENT || power <= -LARGEST_EXPONENT) return "too large or too small";
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  return kept === "" ? "0" : `${kept}e${power + BigInt(digits.length - kept.length)}`;
}
return Object.freeze({ NotJson, readJson });
})();

const runtime_problems = (function () {
const { dayOf } = runtime_days;
const { MOST_GUESSES, guess } = runtime_guesses;
const { BLANK, hasPlaces, isAtMost, isRecord, rangeOf, wholly } = runtime_values;
const { listed } = runtime_words;
/** The problems of a request: every rule that it breaks, with the place.
 *
 * This look is slow and thorough. The fast one of `reader.js` comes first, and what it refuses is looked at here.
 * No problem repeats a value or an unknown key: either may identify a patient.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").ProblemCode} ProblemCode */
/** @typedef {ReadonlyMap<string, readonly string[]>} Askers The versions that ask for a fact, by its name. */

const DEEPEST = 4; // a request, a list of it, a record, an item of the record
const LONGEST = 1_000_000; // no array of a document is longer

/** The part of the rule that a value breaks, by the code of the problem. @type {Readonly<Record<string, string>>} */
const BROKEN = {
  null: "where the chart does not say, leave it out",
  "wrong-type": "this is of another type",
  "out-of-range": "this lies outside the range",
  "too-many-places": "this has more decimal places",
  "not-a-date": "this is no such date",
  "unknown-option": "something here is none of these",
  "not-a-code": "a code here is not written so",
  "empty-text": "this is blank",
  "too-long": "this is longer",
  repeated: "something here stands twice",
};

/** What stands for a value that JSON cannot hold, or that cannot be read: it is of no type. */
const NO_VALUE = Symbol("no value of JSON");

/** @param {string} path
 * @param {string} rule
 * @param {ProblemCode} code
 * @returns {Problem}
 */
function problem(path, rule, code) {
  return Object.freeze({ path, rule, code });
}

const NO_OBJECT = problem("", "must be an object whose keys are facts", "not-an-object");

/** A copy of a value as `JSON.stringify` sees it: own keys alone, without those that are undefined. Never throws. What
 * JSON cannot hold, what is nested deeper than any request and what throws when it is read is no value.
 * @param {unknown} value
 * @param {number} deepest
 */
function plain(value, deepest = DEEPEST) {
  return copied(value, deepest, []);
}

/** `known` has for each room below the copies so far, since one object may stand in many places.
 * @param {unknown} value
 * @param {number} room
 * @param {Map<object, unknown>[]} known
 * @returns {unknown}
 */
function copied(value, room, known) {
  if (typeof value !== "object" || value === null) return value;
  if (room < 0) return NO_VALUE;
  const before = (known[room] ??= new Map());
  if (!before.has(value)) before.set(value, copiedInside(value, room, known));
  return before.get(value);
}

/** @param {object} value
 * @param {number} room
 * @param {Map<object, unknown>[]} known
 * @returns {unknown}
 */
function copiedInside(value, room, known) {
  try {
    if (Array.isArray(value)) {
      const length = value.length;
      if (!(length <= LONGEST)) return NO_VALUE;
      return Array.from({ length }, (_, place) => {
        const item = readAt(value, place);
        return copied(item === undefined ? NO_VALUE : item, room - 1, known);
      });
    }
    if (!isRecord(value)) return NO_VALUE;
    /** @type {Record<string, unknown>} */
    const record = Object.create(null); // in which `__proto__` is a key like any other
    for (const key of Object.keys(value)) {
      const inner = copied(readAt(value, key), room - 1, known);
      if (inner !== undefined) record[key] = inner;
    }
    return record;
  } catch {
    return NO_VALUE;
  }
}

/** @param {any} holder
 * @param {string | number} key
 */
function readAt(holder, key) {
  try {
    return holder[key];
  } catch {
    return NO_VALUE;
  }
}

/** Every rule that a request breaks; `request` is what `plain` returned.
 * @param {readonly Fact[]} facts
 * @param {unknown} request
 * @param {Askers} askers
 * @returns {readonly Problem[]}
 */
function problemsOf(facts, request, askers) {
  return Object.freeze([...ofRecord(facts, request, "", askers)]);
}

/** @param {readonly Fact[]} facts
 * @param {unknown} record
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofRecord(facts, record, path, askers) {
  if (!isRecord(record)) {
    yield problem(path, NO_OBJECT.rule, NO_OBJECT.code);
    return;
  }
  const names = facts.map((fact) => fact.name);
  const strangers = Object.keys(record).filter((key) => !names.includes(key));
  if (strangers.length > 0) {
    const atTop = path === "";
    const rule = atTop ? [...ofStrangers(strangers, names, askers)].join("; ") : ofFields(Object.keys(record), names);
    yield problem(path, rule, "unknown-fact");
  }
  for (const fact of facts) {
    if (fact.name in record) yield* ofValue(fact, record[fact.name], `${path}/${fact.name}`, askers);
  }
}

/** The problem of keys that are no facts here. It repeats only known names: a key may be text from a chart.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 * @param {Askers} askers
 * @returns {Iterable<string>}
 */
function* ofStrangers(keys, names, askers) {
  const ours = keys.filter((key) => askers.has(key));
  /** @type {Map<string, string[]>} */
  const byVersions = new Map();
  for (const key of ours) {
    const versions = listed((askers.get(key) ?? []).map((version) => version.replace("@", " ")), "and");
    byVersions.set(versions, [...(byVersions.get(versions) ?? []), key]);
  }
  for (const [versions, same] of byVersions) {
    const asks = (askers.get(same[0]) ?? []).length === 1 ? "asks" : "ask";
    const them = same.length === 1 ? "it" : "them";
    yield `leave ${listed(same, "and")} out: ${versions} ${asks} for ${them}, ` +
      "and the version that answers this request does not";
  }
  const foreign = keys.filter((key) => !ours.includes(key));
  if (foreign.length > 0) yield `${numberOf(foreign)}${guesses(foreign, names)}`;
}

/** @param {readonly unknown[]} keys */
function numberOf(keys) {
  return keys.length === 1 ? "1 key is not a fact" : `${keys.length} keys are not facts`;
}

/** Which name each of several keys is near, in the order of the keys; of those that are numbers it is not known.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
function guesses(keys, names) {
  const each = keys.slice(0, MOST_GUESSES).map((key) => guess([key], names));
  if (each.length === 1 || !each.some(Boolean) || !isOrdered(keys)) return guess(keys, names);
  const said = each.map((one) => (one === "" ? "no known name" : one.slice("; did you mean ".length, -1)));
  return `; in their order, did you mean ${listed(said, "and")}?`;
}

/** The problem of keys of a record that are none of its few: where they stand, and what each may be.
 * @param {readonly string[]} keys
 * @param {readonly string[]} names
 */
function ofFields(keys, names) {
  const foreign = keys.flatMap((key, at) => (names.includes(key) ? [] : [at + 1]));
  const near = foreign.slice(0, MOST_GUESSES).map((place) => guess([keys[place - 1]], names));
  const isOne = foreign.length === 1;
  let said;
  if (!isOrdered(keys) || foreign.length > MOST_GUESSES) {
    said = `${numberOf(foreign)} of this record${guess(foreign.map((place) => keys[place - 1]), names)}`;
  } else {
    const named = foreign.map((place, at) => `key ${place}${near[at] && !isOne ? ` (${near[at].slice(2)})` : ""}`);
    said = `${listed(named, "and")} of this record ${isOne ? "is not a fact" : "are not facts"}${isOne ? near[0] : ""}`;
  }
  return near.every(Boolean) ? said : `${said}; its keys are ${listed(names, "and")}`;
}

/** Whether every reader of JSON keeps the keys in their order: JavaScript puts whole numbers first.
 * @param {readonly string[]} keys
 */
function isOrdered(keys) {
  return !keys.some((key) => /^[0-9]+$/.test(key));
}

/** @param {Fact} fact
 * @param {any} value
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofValue(fact, value, path, askers) {
  const code = faultOf(fact, value);
  if (code !== null) {
    yield problem(path, `must be ${fact.rule}; ${BROKEN[code]}${nearOf(fact, value)}`, code);
  } else if (fact.type === "list") {
    yield* ofRecords(fact, value, path, askers);
  } else if (fact.type === "findings") {
    for (const [key, found] of Object.entries(value)) {
      if (typeof found === "boolean") continue;
      const broken = found === null ? "null" : "wrong-type";
      yield problem(`${path}/${key}`, `must be true or false; ${BROKEN[broken]}`, broken);
    }
  }
}

/** The findings that are nearest to unknown ones; of a choice, the option whose label stands in its place.
 * @param {Fact} fact
 * @param {unknown} value
 */
function nearOf(fact, value) {
  if (fact.type === "choice" && typeof value === "string") {
    const written = value.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "").toLowerCase();
    const labelled = Object.entries(fact.options).filter((pair) => pair.some((one) => one.toLowerCase() === written));
    return labelled.length === 1 ? `; did you mean ${labelled[0][0]}?` : "";
  }
  if (fact.type !== "findings" || !isRecord(value)) return "";
  return guess(Object.keys(value).filter((key) => !has(fact.options, key)), Object.keys(fact.options));
}

/** The problems of each record. Two are the same if all fields that make them different are stated and equal.
 * @param {import("../types.d.ts").ListFact} fact
 * @param {readonly any[]} records
 * @param {string} path
 * @param {Askers} askers
 * @returns {Iterable<Problem>}
 */
function* ofRecords(fact, records, path, askers) {
  for (const [number, record] of records.entries()) yield* ofRecord(fact.fields, record, `${path}/${number}`, askers);
  const marks = fact.fields.filter((field) => fact.unique.includes(field.name));
  const seen = new Set();
  for (const [number, record] of records.entries()) {
    if (marks.length === 0 || !isRecord(record)) continue;
    if (marks.some((mark) => faultOf(mark, record[mark.name]) !== null)) continue;
    const key = JSON.stringify(fact.unique.map((name) => record[name]));
    if (seen.has(key)) {
      const words = `repeats an earlier record: ${fact.unique.join(" and ")} are the same`;
      yield problem(`${path}/${number}`, words, "repeated");
    }
    seen.add(key);
  }
}

/** The rule of its fact that a value breaks. Records and items of findings are checked elsewhere.
 * @param {Fact} fact
 * @param {any} value
 * @returns {ProblemCode | null}
 */
function faultOf(fact, value) {
  if (value === null || value === undefined) return "null";
  switch (fact.type) {
    case "yes_no":
      return typeof value === "boolean" ? null : "wrong-type";
    case "note":
      if (typeof value !== "string") return "wrong-type";
      return !isAtMost(value, fact.most) ? "too-long" : BLANK.test(value) ? "empty-text" : null;
    case "number":
      if (typeof value !== "number") return "wrong-type";
      if (!(fact.from <= value && value <= fact.to)) return "out-of-range";
      return hasPlaces(value, fact.places) ? null : "too-many-places";
    case "date": {
      if (typeof value !== "string") return "wrong-type";
      const { first, last } = rangeOf(fact);
      const day = dayOf(value);
      return Number.isNaN(day) ? "not-a-date" : first <= day && day <= last ? null : "out-of-range";
    }
    case "choice":
      if (typeof value !== "string") return "wrong-type";
      return has(fact.options, value) ? null : "unknown-option";
    case "set":
      if (!isTexts(value)) return "wrong-type";
      if (!value.every((item) => has(fact.options, item))) return "unknown-option";
      return new Set(value).size === value.length ? null : "repeated";
    case "findings":
      if (!isRecord(value)) return "wrong-type";
      return Object.keys(value).every((key) => has(fact.options, key)) ? null : "unknown-option";
    case "list":
      return !Array.isArray(value) ? "wrong-type" : value.length > fact.most ? "too-long" : null;
    case "codes":
      if (!isTexts(value)) return "wrong-type";
      if (!value.every(wholly(fact.pattern))) return "not-a-code";
      return new Set(value).size < value.length ? "repeated" : value.length > fact.most ? "too-long" : null;
  }
}

/** @param {unknown} value
 * @returns {value is string[]}
 */
function isTexts(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** @param {object} options
 * @param {string} key
 */
function has(options, key) {
  return Object.hasOwn(options, key);
}
return Object.freeze({ problem, NO_OBJECT, plain, problemsOf });
})();

const runtime_result = (function () {
const { dayOf } = runtime_days;
const { CANNOT_TELL, IN_SCOPE, INCOMPLETE, INVALID, KNOWN, MET, MISSING, NOTICE, NOT_APPLICABLE, NOT_MET, OUT_OF_SCOPE, READY } = runtime_words;
/** The result of one request: its outcome, its verdicts, and on demand the reasons. */


/** @typedef {import("../types.d.ts").Verdict} Verdict */
/** @typedef {import("../types.d.ts").Outcome} Outcome */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("./compiled.js").Compiled} Compiled */

/** @type {readonly Problem[]} */
const NO_PROBLEMS = Object.freeze([]);
/** @type {Readonly<Record<string, Verdict>>} */
const NONE_YET = Object.freeze({});
/** @type {readonly Verdict[]} */
const NO_VERDICTS = Object.freeze([]);

/** What a result keeps, for the package alone. @type {(result: Result) => {compiled: Compiled, chart: any[]}} */
let inside;

/** The verdicts of one request. Explanations are made on demand.
 *
 * A result keeps what the request states for its explanations, and never gives it away: whatever prints, copies, sends
 * or compares a result finds policy, outcome, verdicts and problems alone. Store `asDict()`.
 */
class Result {
  /** @type {Compiled} */
  #compiled;
  /** @type {readonly Verdict[]} */
  #found;
  /** @type {any[]} */
  #chart;
  /** @type {Readonly<Record<string, Verdict>> | undefined} */
  #byId;

  static {
    inside = (result) => ({ compiled: result.#compiled, chart: result.#chart });
  }

  /** @param {Compiled} compiled
   * @param {any[] | null} chart
   * @param {readonly Problem[]} problems
   */
  constructor(compiled, chart, problems = NO_PROBLEMS) {
    const { policy } = compiled;
    this.#compiled = compiled;
    this.#chart = chart ?? compiled.layout.empty;
    this.#found = chart === null ? NO_VERDICTS : compiled.verdicts(chart);
    this.answeredBy = policy.id && `${policy.id}@${policy.version}`;
    this.outcome = chart === null ? INVALID : outcomeOf(compiled, this.#found);
    this.problems = problems;
    /** By the id of the criterion, made when they are first asked for. @type {Readonly<Record<string, Verdict>>} */
    this.verdicts = NONE_YET;
    Object.defineProperty(this, "verdicts", VERDICTS);
    Object.freeze(this);
  }

  /** @param {Result} result */
  static byId(result) {
    return (result.#byId ??= Object.freeze(byId(result.#compiled.ids, result.#found)));
  }

  get policy() {
    return this.#compiled.policy;
  }

  explain() {
    return this.#explained(() => true);
  }

  gaps() {
    const { criteria } = this.policy;
    return this.#explained(
      (verdict, number) => (verdict === MISSING || verdict === NOT_MET) && criteria[number].effect !== "advisory",
    );
  }

  /** @param {(verdict: Verdict, number: number) => boolean} isWanted */
  #explained(isWanted) {
    const found = [];
    for (const [number, verdict] of this.#found.entries()) {
      if (isWanted(verdict, number)) found.push(this.#explanation(number, verdict));
    }
    return found;
  }

  /** @param {number} number
   * @param {Verdict} verdict
   */
  #explanation(number, verdict) {
    const { layout, policy } = this.#compiled;
    const { reason, named } = this.#compiled.why(number, this.#chart, verdict);
    const criterion = policy.criteria[number];
    if (verdict !== MISSING) {
      return new Explanation(criterion, verdict, reason, named.filter((name) => this.#states(name)), []);
    }
    const facts = [...layout.facts.values()].filter((fact) => named.includes(fact.name));
    const absent = facts.filter((fact) => !this.#states(fact.name));
    // Where all are stated, it is a part of them that is not: an item of findings, a field of a record.
    return new Explanation(criterion, verdict, reason, [], absent.length > 0 ? absent : facts);
  }

  /** Whether the request states a fact. The fields of records are no facts of a request.
   * @param {string} name
   */
  #states(name) {
    const { layout } = this.#compiled;
    return layout.isOfRequest(name) && this.#chart[layout.place(name)] !== undefined;
  }

  /** @param {string} id */
  stillOpen(id) {
    const number = this.problems.length > 0 ? -1 : this.#compiled.ids.indexOf(id);
    if (number < 0) throw new RangeError(`there is no verdict on a criterion ${id}`);
    return copyOf(this.#compiled.stillOpen(number, this.#chart));
  }

  deadlines() {
    if (this.problems.length > 0) return [];
    const compiled = this.#compiled;
    return compiled.policy.clocks.map((clock, number) => {
      const day = compiled.dayOf[number](this.#chart);
      if (day === NOT_APPLICABLE) return new Deadline(clock, NOT_APPLICABLE, null, []);
      if (day !== MISSING) return new Deadline(clock, KNOWN, day, []);
      const waits = compiled.factsOfClock[number].filter((name) => !this.#states(name));
      return new Deadline(clock, MISSING, null, waits.map((name) => compiled.layout.fact(name)));
    });
  }

  /** @param {string} name */
  #stated(name) {
    return this.problems.length > 0 ? undefined : this.#compiled.stated(this.#chart, name);
  }

  get state() {
    const named = this.#stated("state");
    return this.policy.states.find((state) => state.id === named) ?? null;
  }

  get services() {
    const codes = this.#stated("codes") ?? [];
    return this.policy.services.filter((service) => service.codes.some((code) => codes.includes(code)));
  }

  get laterEditions() {
    const received = this.#stated("received_date");
    return this.policy.known_editions.filter((edition) => dayOf(edition.from) <= received);
  }

  get leftOff() {
    const known = this.policy.add_ons;
    const codes = this.#stated("codes");
    if (known === null || codes === undefined) return [];
    const told = this.verdicts[known.told_by];
    if (told === MET || told === NOT_APPLICABLE) return [];
    return this.policy.codes
      .filter(({ code, add_on_to }) => !codes.includes(code) && add_on_to.some((primary) => codes.includes(primary)))
      .map(({ code, label, add_on_to }) => ({ code, label, primaries: [...add_on_to] }));
  }

  /** @returns {import("../types.d.ts").Summary} */
  asSummary() {
    const { id, meaning, version } = this.policy;
    return {
      policy: id,
      version,
      meaning,
      outcome: this.outcome,
      open: this.gaps().map(({ criterion, missing, verdict }) => ({
        id: criterion.id,
        verdict: /** @type {"missing" | "not met"} */ (verdict),
        missing: missing.map(({ name }) => name),
      })),
      problems: copyOf(this.problems),
      deadlines: Object.fromEntries(
        this.deadlines().filter((one) => one.verdict !== NOT_APPLICABLE).map(({ clock, day }) => [clock.id, day]),
      ),
      services: this.services.map((service) => service.id),
      later_editions: this.laterEditions.map((edition) => edition.name),
      left_off: this.leftOff.map(({ code }) => code),
    };
  }

  asDict() {
    const { add_ons, id, meaning, version } = this.policy;
    const of = { if_left_off: add_ons?.if_left_off, cite: add_ons?.cite };
    return {
      policy: id,
      version,
      meaning,
      outcome: this.outcome,
      notice: NOTICE,
      criteria: this.explain().map((found) => found.asDict()),
      problems: copyOf(this.problems),
      deadlines: this.deadlines().map((found) => found.asDict()),
      state: copyOf(this.state),
      services: this.services.map((service) => service.id),
      later_editions: copyOf(this.laterEditions),
      left_off: this.leftOff.map((code) => copyOf({ ...code, ...of })),
    };
  }

  // ------------------------------------------------ what others may see of it: never the request

  /** What `JSON.stringify` writes, and so what a web framework sends for a result. */
  toJSON() {
    const { id, version } = this.policy;
    return { policy: id, version, outcome: this.outcome, verdicts: this.verdicts, problems: this.problems };
  }

  toString() {
    const { criteria, id, version } = this.policy;
    const open = criteria.filter(
      ({ effect }, number) => effect !== "advisory" && [MISSING, NOT_MET].includes(this.#found[number]),
    );
    const why = [
      ...this.problems.map(({ path, code }) => ` ${path || "/"}: ${code}`),
      ...open.map((criterion) => ` ${criterion.id}: ${this.verdicts[criterion.id]}`),
    ];
    return `<Result of ${id} ${version}: ${this.outcome}${why.join(",")}>`;
  }

  /** What `console.log` prints in Node. */
  [Symbol.for("nodejs.util.inspect.custom")]() {
    return this.toString();
  }
}

/** What a result keeps. No caller outside of the package is given this.
 * @param {Result} result
 */
function insideOf(result) {
  return inside(result);
}

/** The property `verdicts` of each result. It is the result's own, so that what copies or compares results finds it.
 * @type {PropertyDescriptor & ThisType<Result>}
 */
const VERDICTS = {
  enumerable: true,
  get() {
    return Result.byId(this);
  },
};

/** A criterion with its verdict, and why. */
class Explanation {
  /** @param {import("../types.d.ts").Criterion} criterion
   * @param {Verdict} verdict
   * @param {import("../types.d.ts").Reason} reason
   * @param {readonly string[]} decidedBy
   * @param {readonly Fact[]} missing
   */
  constructor(criterion, verdict, reason, decidedBy, missing) {
    this.criterion = criterion;
    this.verdict = verdict;
    this.reason = reason;
    this.decidedBy = decidedBy;
    this.missing = missing;
    Object.freeze(this);
  }

  asDict() {
    const { id, title, effect, cite, readings } = this.criterion;
    return {
      id,
      title,
      effect,
      verdict: this.verdict,
      cite: copyOf(cite),
      readings: copyOf(readings),
      missing: missingOf(this.missing),
      decided_by: [...this.decidedBy],
      reason: copyOf(this.reason),
    };
  }
}

/** A clock and the day it ends, as YYYY-MM-DD. */
class Deadline {
  /** @param {import("../types.d.ts").Clock} clock
   * @param {"known" | "missing" | "not applicable"} verdict
   * @param {string | null} day
   * @param {readonly Fact[]} missing
   */
  constructor(clock, verdict, day, missing) {
    this.clock = clock;
    this.verdict = verdict;
    this.day = day;
    this.missing = missing;
    Object.freeze(this);
  }

  asDict() {
    const { id, title, words, cite, readings } = this.clock;
    const { day, verdict } = this;
    const missing = missingOf(this.missing);
    return { id, title, words, day, verdict, cite: copyOf(cite), readings: copyOf(readings), missing };
  }
}

/** @param {readonly Fact[]} facts */
function missingOf(facts) {
  return facts.map(({ name, ask, chart }) => ({ fact: name, ask, chart }));
}

/** @param {readonly string[]} ids
 * @param {readonly Verdict[]} found
 */
function byId(ids, found) {
  /** @type {Record<string, Verdict>} */
  const verdicts = {};
  for (let number = 0; number < found.length; number++) verdicts[ids[number]] = found[number];
  return verdicts;
}

/** The outcome that follows from the verdict of each criterion.
 * @param {Compiled} compiled
 * @param {readonly Verdict[]} found
 * @returns {Outcome}
 */
function outcomeOf(compiled, found) {
  const scope = worst(found, compiled.scope);
  if (scope === NOT_MET) return OUT_OF_SCOPE;
  if (compiled.policy.program) return scope === MISSING ? CANNOT_TELL : IN_SCOPE;
  if (scope === MISSING) return INCOMPLETE;
  const required = worst(found, compiled.required);
  return required === NOT_MET ? NOT_MET : required === MISSING ? INCOMPLETE : READY;
}

/** `not met` or else `missing`, if one of the criteria with these numbers is; or else `met`.
 * @param {readonly Verdict[]} found
 * @param {readonly number[]} numbers
 */
function worst(found, numbers) {
  /** @type {Verdict} */
  let verdict = MET;
  for (const number of numbers) {
    if (found[number] === NOT_MET) return NOT_MET;
    if (found[number] === MISSING) verdict = MISSING;
  }
  return verdict;
}

/** A copy of JSON values that is new all the way down, so that who changes it changes no other answer.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function copyOf(value) {
  if (typeof value !== "object" || value === null) return value;
  /** @type {any} */
  const copy = Array.isArray(value) ? value.slice() : { ...value };
  for (const key of Object.keys(copy)) if (typeof copy[key] === "object") copy[key] = copyOf(copy[key]);
  return copy;
}
return Object.freeze({ Result, insideOf, Explanation, Deadline });
})();

const runtime_catalog = (function () {
const { Compiled } = runtime_compiled;
const { dayOf } = runtime_days;
const { guess } = runtime_guesses;
const { NotJson, readJson } = runtime_json;
const { NO_OBJECT, plain, problem, problemsOf } = runtime_problems;
const { Result } = runtime_result;
const { isRecord } = runtime_values;
const { OUT_OF_SCOPE, listed } = runtime_words;
/** The choice of the policy and version that answer a request, and their answer. */


/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Fact} Fact */

/** A policy: its procedure codes in any version, and its versions, the earliest first.
 * @typedef {{id: string, title: string, codes: ReadonlySet<string>, versions: readonly CompiledPolicy[]}} Entry
 */

const MOST_CODES = 1000; // among more than these no code is looked for before they are refused

/** What answers where no policy could be chosen. @type {Compiled} */
const NO_POLICY = /* @__PURE__ */ new Compiled({
  form: "wiser-compiled-policy/1", id: "", version: "", title: "", program: false, effective: "", until: null,
  meaning: "", sources: [], codes: [], facts: [], criteria: [], clocks: [], states: [], services: [],
  known_editions: [], sending: [], decisions: [], supplied_by: {}, add_ons: null,
  asking: [], sheet: { title: "", parts: [] },
});

/** One version of one policy. */
class Validator {
  #compiled;
  #askers;

  /** @param {CompiledPolicy} policy
   * @param {import("./problems.js").Askers} askers
   */
  constructor(policy, askers) {
    this.#compiled = new Compiled(policy);
    this.#askers = askers;
  }

  get policy() {
    return this.#compiled.policy;
  }

  /** The verdicts on a request, or what makes it invalid. Never throws on any request.
   * @param {unknown} request
   */
  check(request) {
    const compiled = this.#compiled;
    let chart;
    try {
      chart = compiled.read(request);
    } catch {
      chart = undefined; // what a getter or a proxy throws; it is looked at below
    }
    if (chart !== undefined) return new Result(compiled, chart);
    const again = plain(request);
    const broken = problemsOf(compiled.policy.facts, again, this.#askers);
    if (broken.length > 0) return new Result(compiled, null, broken);
    chart = compiled.read(again);
    if (chart === undefined) throw new Error(`${keyOf(this.policy)}: a request without problems could not be read`);
    return new Result(compiled, chart);
  }

  /** The same for a JSON document, as text or bytes.
   * @param {unknown} data
   */
  checkJson(data) {
    return ofJson(data, (request) => this.check(request));
  }
}

/** The validator of one version by itself.
 * @param {CompiledPolicy} policy
 */
function validatorOf(policy) {
  return new Validator(policy, new Map(policy.facts.map((fact) => [fact.name, [keyOf(policy)]])));
}

/** The answers of some policies together.
 * @param {readonly CompiledPolicy[]} policies
 */
function catalogOf(policies) {
  return new Catalog(policies);
}

class Catalog {
  /** @type {Map<string, Validator>} */
  #validators = new Map();
  /** @type {readonly Entry[]} */
  #policies;
  /** @type {readonly Entry[]} */
  #programs;
  /** @type {ReadonlyMap<string, CompiledPolicy>} */
  #versions;
  /** The versions that ask for each fact. @type {Map<string, string[]>} */
  #askers = new Map();

  /** @param {readonly CompiledPolicy[]} policies */
  constructor(policies) {
    const ordered = [...policies].sort(
      (one, other) => compared(one.id, other.id) || compared(one.effective, other.effective),
    );
    this.#policies = entriesOf(ordered.filter((policy) => !policy.program));
    this.#programs = entriesOf(ordered.filter((policy) => policy.program));
    const known = [...this.#policies, ...this.#programs].flatMap((entry) => entry.versions);
    this.#versions = new Map(known.map((policy) => [keyOf(policy), policy]));
    if (this.#versions.size < policies.length) throw new RangeError("one version of a policy is given twice");
    for (const policy of ordered) {
      for (const { name } of policy.facts) this.#askers.set(name, [...(this.#askers.get(name) ?? []), keyOf(policy)]);
    }
    /** @type {(request: unknown, options?: {policy?: string}) => Result} */
    this.check = (request, options) => this.#answer(request, this.#named(options));
    /** @type {(data: unknown, options?: {policy?: string}) => Result} */
    this.checkJson = (data, options) => {
      const named = this.#named(options);
      return ofJson(data, (request) => this.#answer(request, named));
    };
    /** @type {(request: unknown) => Result} */
    this.scope = (request) => this.#scope(plain(request));
    /** @type {(data: unknown) => Result} */
    this.scopeJson = (data) => ofJson(data, this.scope);
    /** @type {(policy: string, version?: string) => Validator} */
    this.validator = (policy, version = "") => {
      let named = this.#known(policy);
      if (version !== "") named = this.#known(`${policy}@${version}`);
      return this.#validator(keyOf("versions" in named ? versionOn(named, null) : named));
    };
    /** @type {() => string[]} */
    this.knownVersions = () => [...this.#versions.keys()];
    Object.freeze(this);
  }

  /** @param {string} key */
  #validator(key) {
    const known = this.#validators.get(key);
    if (known !== undefined) return known;
    const policy = this.#versions.get(key);
    if (policy === undefined) throw this.#unknown(key);
    const made = new Validator(policy, this.#askers);
    this.#validators.set(key, made);
    return made;
  }

  /** @param {string} name */
  #unknown(name) {
    return new RangeError(`there is no policy ${name}; known are ${[...this.#versions.keys()].join(", ")}`);
  }

  /** The version that a name such as `esi@6.0.0` stands for; for `esi` alone the policy, with all its versions.
   * @param {unknown} name
   * @returns {CompiledPolicy | Entry}
   */
  #known(name) {
    if (typeof name !== "string") {
      throw new TypeError('a policy is named by its id, alone or with a version, such as "esi@6.0.0"');
    }
    const entries = [...this.#policies, ...this.#programs];
    const known = this.#versions.get(name) ?? entries.find((entry) => entry.id === name);
    if (known === undefined) throw this.#unknown(name);
    return known;
  }

  /** What the options of `check` name, if anything.
   * @param {unknown} options
   */
  #named(options) {
    if (options === undefined) return null;
    if (!isRecord(options) || Object.keys(options).some((key) => key !== "policy")) {
      throw new TypeError('options have the key `policy` alone, as in {policy: "esi@6.0.0"}');
    }
    const { policy } = options;
    return policy === undefined || policy === "" ? null : this.#known(policy);
  }

  /** @param {unknown} request
   * @param {CompiledPolicy | Entry | null} named
   */
  #answer(request, named) {
    if (named !== null && !("versions" in named)) return this.#validator(keyOf(named)).check(request);
    const chosen = named === null ? this.#chosen(request) : null;
    if (chosen !== null) return this.#validator(chosen).check(request);
    const again = plain(request);
    const chosenAgain = named === null ? this.#choice(again) : this.#inForceOf(named, again);
    if (chosenAgain !== null) return this.#validator(chosenAgain).check(again);
    const beside = this.#scope(again);
    if (beside.outcome === OUT_OF_SCOPE) return beside;
    return invalid(named === null ? this.#whyNone(again) : [noneOnThatDay(named)]);
  }

  /** The version of a policy for a request that `plain` returned, if one is in force on the day of receipt.
   *
   * A program itself says that it is not.
   * @param {Entry} entry
   * @param {unknown} request
   */
  #inForceOf(entry, request) {
    const day = isRecord(request) ? dayIn(request) : null;
    const version = versionOn(entry, day);
    return this.#programs.includes(entry) || isInForce(version, day) ? keyOf(version) : null;
  }

  /** @param {unknown} request */
  #chosen(request) {
    try {
      return this.#choice(request);
    } catch {
      return null; // what a getter or a proxy throws
    }
  }

  /** The version that answers a request, if its codes and its date choose one.
   * @param {unknown} request
   */
  #choice(request) {
    if (!isRecord(request)) return null;
    const codes = own(request, "codes");
    const received = own(request, "received_date");
    if (!Array.isArray(codes) || codes.length > MOST_CODES) return null;
    const isStated = received !== undefined && received !== null;
    const day = !isStated ? null : typeof received === "string" ? dayOf(received) : NaN;
    if (Number.isNaN(day)) return null;
    const fitting = this.#fitting(codes);
    if (fitting.length !== 1 || this.#isOfAnotherService(codes, fitting[0])) return null;
    const version = versionOn(fitting[0], day);
    return isInForce(version, day) ? keyOf(version) : null;
  }

  /** The answer of the program, from its own facts; `request` is what `plain` returned.
   * @param {unknown} request
   */
  #scope(request) {
    if (this.#programs.length === 0) return invalid([problem("", "no program is known here", "no-program")]);
    if (!isRecord(request)) return invalid([NO_OBJECT]);
    const validator = this.#validator(keyOf(versionOn(this.#programs[0], dayIn(request))));
    const names = validator.policy.facts.map((fact) => fact.name);
    /** @type {Record<string, unknown>} */
    const asked = Object.create(null);
    for (const key of Object.keys(request)) {
      if (names.includes(key) || !this.#askers.has(key)) asked[key] = request[key];
    }
    return validator.check(asked);
  }

  /** Why no policy answers a request that `plain` returned.
   * @param {unknown} request
   * @returns {readonly Problem[]}
   */
  #whyNone(request) {
    if (!isRecord(request)) return [NO_OBJECT];
    const choosing = this.#choosing();
    /** @type {Record<string, unknown>} */
    const stated = Object.create(null);
    for (const { name } of choosing) if (name in request) stated[name] = request[name];
    const broken = problemsOf(choosing, stated, this.#askers);
    if (broken.length > 0) return broken;
    const codes = /** @type {string[]} */ (own(request, "codes") ?? []);
    if (codes.length === 0) {
      const words = "must list the procedure codes on the request: they choose the policy";
      const near = guess(Object.keys(request).filter((key) => !this.#askers.has(key)), ["codes"]);
      return [problem("/codes", words + near, "codes-missing")];
    }
    const fitting = this.#fitting(codes);
    const services = this.#services(codes);
    const ids = [...new Set([...fitting.map((entry) => entry.id), ...services.map((service) => service.id)])];
    if (ids.length > 1 && fitting.length > 0) {
      const words = `these are codes of ${ids.length} services (${listed(ids, "and")}); send one request for each`;
      return [problem("/codes", words, "several-services")];
    }
    if (fitting.length > 0) return [noneOnThatDay(fitting[0])];
    if (services.length > 0) {
      const titles = services.map((service) => service.title).join(" and ");
      const words = `${titles}: a service of the program, and no policy here encodes it`;
      return [problem("/codes", words, "service-not-encoded")];
    }
    return [problem("/codes", "none of the policies here lists a code of this request", "unknown-service")];
  }

  /** The policies that list one of these codes.
   * @param {readonly unknown[]} codes
   */
  #fitting(codes) {
    return this.#policies.filter((entry) => codes.some((code) => entry.codes.has(/** @type {string} */ (code))));
  }

  /** Whether a code belongs to another service of the program than the one of the policy.
   * @param {readonly unknown[]} codes
   * @param {Entry} entry
   */
  #isOfAnotherService(codes, entry) {
    const others = /** @type {string[]} */ (codes.filter((code) => !entry.codes.has(/** @type {string} */ (code))));
    return this.#programs.some((program) => others.some((code) => program.codes.has(code)));
  }

  /** The services of the program that list one of these codes, even if the request is invalid.
   * @param {readonly string[]} codes
   */
  #services(codes) {
    const known = this.#programs.flatMap((program) => program.versions[program.versions.length - 1].services);
    return known.filter((service) => service.codes.some((code) => codes.includes(code)));
  }

  /** The facts that choose a policy and its version, with their rules: every policy has the same ones.
   * @returns {readonly Fact[]}
   */
  #choosing() {
    const [entry] = [...this.#programs, ...this.#policies];
    const facts = entry === undefined ? [] : entry.versions[entry.versions.length - 1].facts;
    return facts.filter(({ name }) => name === "codes" || name === "received_date");
  }
}

/** @param {unknown} data
 * @param {(request: unknown) => Result} answer
 */
function ofJson(data, answer) {
  let request;
  try {
    request = readJson(data);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return invalid([problem("", error.message, error.code)]);
  }
  return answer(request);
}

/** @param {readonly Problem[]} problems */
function invalid(problems) {
  return new Result(NO_POLICY, null, Object.freeze([...problems]));
}

/** @param {Record<string, unknown>} record
 * @param {string} key
 */
function own(record, key) {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The day of receipt; null where the request states none.
 * @param {Record<string, unknown>} request
 */
function dayIn(request) {
  const received = own(request, "received_date");
  const day = typeof received === "string" ? dayOf(received) : NaN;
  return Number.isNaN(day) ? null : day;
}

/** @param {Entry} entry */
function noneOnThatDay({ id, versions }) {
  const { until } = versions[versions.length - 1];
  const known = `from ${versions[0].effective} on${until === null ? "" : ` and before ${until}`}`;
  const words = `the criteria of ${id.replaceAll("_", " ")} are known here ${known}, and not for that day`;
  return problem("/received_date", words, "no-version-on-that-day");
}

/** @param {CompiledPolicy} policy */
function keyOf(policy) {
  return `${policy.id}@${policy.version}`;
}

/** @param {string} one
 * @param {string} other
 */
function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Policies in order, by id.
 * @param {readonly CompiledPolicy[]} ordered
 * @returns {readonly Entry[]}
 */
function entriesOf(ordered) {
  const ids = [...new Set(ordered.map((policy) => policy.id))];
  return ids.map((id) => {
    const versions = ordered.filter((policy) => policy.id === id);
    const codes = new Set(versions.flatMap((policy) => policy.codes.map(({ code }) => code)));
    return { id, title: versions[versions.length - 1].title, codes, versions };
  });
}

/** The version in force on a day; before the first and after the last, the nearest; without a day, the newest.
 * @param {Entry} entry
 * @param {number | null} day
 */
function versionOn({ versions }, day) {
  const newest = versions[versions.length - 1];
  if (day === null) return newest;
  return versions.find(({ until }) => until === null || day < dayOf(until)) ?? newest;
}

/** @param {CompiledPolicy} version
 * @param {number | null} day
 */
function isInForce({ effective, until }, day) {
  return day === null || (dayOf(effective) <= day && (until === null || day < dayOf(until)));
}
return Object.freeze({ Validator, validatorOf, catalogOf, Catalog });
})();

const runtime_places = (function () {
const { dayOf, moved, textOf } = runtime_days;
const { UPPER } = runtime_interpreter;
const { decimalOf, digitsOf, numberOf } = runtime_numbers;
const { wholly } = runtime_values;
/** The places of a request where something is not stated, which of them a test reads, and values to try there.
 *
 * A place is a fact, an item of findings, or a field of a record: `["pain"]`, `["symptoms", "fever"]`,
 * `["sessions", 0, "approach"]`.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {readonly (string | number)[]} Place */
/** @typedef {readonly (string | null)[]} Mark A place, with null for the number of a record. */
/** @typedef {{place: Place, fact: Fact}} Open */

const WHOLE = ""; // behind a list that is counted: the list as such, and no field of it
const ENDINGS = ["", "0", "00", "000", "0000"];

/** The places where a request or a record states nothing, each with its fact, in the order of the facts.
 * @param {readonly Fact[]} facts
 * @param {Json} stated
 * @returns {Iterable<Open>}
 */
function* openPlaces(facts, stated) {
  for (const fact of facts) {
    const value = Object.hasOwn(stated, fact.name) ? stated[fact.name] : undefined;
    if (fact.type === "findings") {
      const items = Object.keys(fact.options).sort();
      for (const item of items) if (!value || !Object.hasOwn(value, item)) yield { place: [fact.name, item], fact };
    } else if (value === undefined) {
      yield { place: [fact.name], fact };
    } else if (fact.type === "list") {
      for (const [number, row] of value.entries()) {
        for (const inner of openPlaces(fact.fields, row)) {
          yield { place: [fact.name, number, ...inner.place], fact: inner.fact };
        }
      }
    }
  }
}

/** The request that also states this.
 * @param {Json} stated
 * @param {Place} place
 * @param {unknown} value
 * @returns {Json}
 */
function put(stated, [name, number, ...inner], value) {
  if (number === undefined) return { ...stated, [name]: value };
  const before = Object.hasOwn(stated, name) ? stated[name] : {};
  if (typeof number === "string") return { ...stated, [name]: { ...before, [number]: value } };
  const rows = [...before];
  rows[number] = put(rows[number], /** @type {Place} */ (inner), value);
  return { ...stated, [name]: rows };
}

// ---------------------------------------------------------------- which places a test reads

/** What an expression reads; `record` is the list whose record is in hand, or empty.
 * @param {any} tree
 * @param {Mark} record
 * @returns {Iterable<Mark>}
 */
function* marksOf(tree, record = []) {
  if ("fact" in tree) yield [tree.fact];
  if ("field" in tree) yield [...record, tree.field];
  for (const named of [tree.in, tree.documented, tree.count]) {
    if (named === undefined) continue;
    const counted = "count" in tree ? [WHOLE] : "includes" in tree ? [tree.includes] : [];
    for (const mark of marksOf(named, record)) yield [...mark, ...counted];
  }
  const kind = ["total", ...Object.keys(UPPER)].find((each) => each in tree);
  const of = kind === undefined ? tree.count?.fact : tree[kind];
  if ("by" in tree) yield* [[of, WHOLE], [of, null, tree.by]];
  if ("where" in tree) yield* marksOf(tree.where, [of, null]);
  for (const part of inside(tree)) yield* marksOf(part, record);
}

/** Whether what an expression reads stands in this place, of some record if it is a field.
 * @param {readonly Mark[]} marks
 * @param {Place} place
 */
function reads(marks, place) {
  const own = place.map((part) => (typeof part === "number" ? null : part));
  // A test of a whole fact reads every item of it.
  return marks.some((mark) => mark.every((part, at) => at >= own.length || part === own[at]));
}

/** The expressions and terms directly inside one, without those that are asked of each record.
 * @param {any} tree
 * @returns {any[]}
 */
function inside(tree) {
  const single = ["part", "not", "left", "right", "shift"].filter((key) => key in tree).map((key) => tree[key]);
  return [...single, ...(tree.of ?? []), ...(tree.sum ?? [])];
}

// ---------------------------------------------------------------- values to try

/** Values for a place that show the answers of the tests that read it: beside their bounds, and what they name.
 * @param {Fact} fact
 * @param {Place} place
 * @param {any} expr
 * @returns {any[]}
 */
function valuesFor(fact, place, expr) {
  const tests = [...testsIn(expr)].filter((test) => reads([...marksOf(test)], place));
  const nodes = tests.flatMap((test) => [...nodesIn(test)]);
  const said = nodes.filter((node) => "value" in node).map((node) => node.value);
  const texts = said.filter((value) => typeof value === "string");
  const items = nodes.filter((node) => "includes" in node).map((node) => node.includes);
  switch (fact.type) {
    case "yes_no":
    case "findings":
      return [true, false];
    case "note":
      return ["-"];
    case "choice": {
      const options = Object.keys(fact.options).sort();
      const named = options.filter((option) => texts.includes(option));
      const others = options.filter((option) => !texts.includes(option));
      return named.length > 0 ? [...named, ...others.slice(0, 1)] : options;
    }
    case "set": {
      const options = Object.keys(fact.options).sort();
      const named = options.filter((option) => items.includes(option)).map((option) => [option]);
      return [[], ...named, ...said.filter((value) => Array.isArray(value)), options];
    }
    case "codes": {
      const begun = nodes.filter((node) => "begins" in node).map((node) => begunWith(node.begins, fact.pattern));
      return [[], ...[...items, ...begun].filter((code) => code).map((code) => [code])];
    }
    case "list":
      return [[], [{}]];
    case "number":
      return numbersFor(fact, said.filter((value) => typeof value === "number"));
    case "date": {
      const moves = nodes.filter((node) => "shift" in node);
      return daysFor(fact, texts.map(dayOf).filter((day) => !Number.isNaN(day)), moves);
    }
  }
}

/** The tests that an expression joins.
 * @param {any} expr
 * @returns {Iterable<any>}
 */
function* testsIn(expr) {
  if ("says" in expr || "not" in expr || "at_least" in expr) {
    for (const part of inside(expr)) yield* testsIn(part);
  } else {
    yield expr;
  }
}

/** @param {any} tree
 * @returns {Iterable<any>}
 */
function* nodesIn(tree) {
  if (typeof tree !== "object" || tree === null) return;
  if (!Array.isArray(tree)) yield tree;
  for (const inner of Object.values(tree)) yield* nodesIn(inner);
}

/** A code that begins so; empty if none is found.
 * @param {string} beginning
 * @param {string} pattern
 */
function begunWith(beginning, pattern) {
  return ENDINGS.map((ending) => beginning + ending).find(wholly(pattern)) ?? "";
}

/** The ends of the range, and each bound with a step on both sides.
 * @param {import("../types.d.ts").NumberFact} fact
 * @param {readonly number[]} bounds
 */
function numbersFor({ from, to, places }, bounds) {
  const [low, high] = [stepsOf(from, places), stepsOf(to, places)];
  const points = bounds.map((bound) => stepsOf(bound, places)).flatMap((below) => [below, below + 1n, below - 1n]);
  const within = [low, high, ...points].filter((digits) => low <= digits && digits <= high);
  return [...new Set(within)].map((digits) => numberOf({ digits, places }));
}

/** How many steps of its last decimal place a number has, rounded down.
 * @param {number} number
 * @param {number} places
 */
function stepsOf(number, places) {
  const decimal = decimalOf(number);
  if (decimal.places <= places) return digitsOf(decimal, places);
  const step = 10n ** BigInt(decimal.places - places);
  const steps = decimal.digits / step;
  return decimal.digits < 0n && steps * step !== decimal.digits ? steps - 1n : steps;
}

/** The same for days; tests may move them.
 * @param {import("../types.d.ts").DateFact} fact
 * @param {readonly number[]} bounds
 * @param {readonly {months: number, days: number}[]} moves
 */
function daysFor({ from, to }, bounds, moves) {
  const [low, high] = [dayOf(from), dayOf(to)];
  const days = bounds.flatMap((bound) => [bound, ...moves.map(({ months, days: by }) => moved(bound, -months, -by))]);
  const near = [low, high, ...days.flatMap((day) => [day, day + 1, day - 1])];
  const within = near.filter((day) => low <= day && day <= high);
  return [...new Set(within)].map(textOf);
}
return Object.freeze({ openPlaces, put, marksOf, reads, valuesFor, begunWith });
})();

const runtime_ask_regions = (function () {
const { dayOf, textOf } = runtime_days;
const { decimalOf, digitsOf, numberOf } = runtime_numbers;
const { begunWith } = runtime_places;
/** Regions: sets of values of a fact. A range holds days, or numbers in whole steps, as whole numbers.
 *
 * A date is the number of its day. A number is counted in steps of its last decimal place, so 4.5 with one place is 45.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** One of these answers: of a choice, of yes or no, or the statement of a note.
 * @typedef {{kind: "options", answers: readonly any[]}} Options
 */
/** The numbers or days from `low` to `high`, both included.
 * @typedef {{kind: "range", low: bigint, high: bigint}} Range
 */
/** A set or codes: some that are in it, some that are not, how many, and whole sets that it is not. A code that ends in
 * `*` is the beginning of one.
 * @typedef {{kind: "items", inside: readonly string[], outside: readonly string[], low: number, high: number,
 *   otherThan: readonly (readonly string[])[]}} Items
 */
/** @typedef {Options | Range | Items} Region */

const STATED = "-"; // the only value of a note

/** @param {readonly any[]} answers
 * @returns {Options}
 */
function options(answers) {
  return { kind: "options", answers };
}

/** @param {bigint} low
 * @param {bigint} high
 * @returns {Range}
 */
function range(low, high) {
  return { kind: "range", low, high };
}

/** @param {readonly string[]} inside
 * @param {readonly string[]} outside
 * @param {number} low
 * @param {number} high
 * @param {readonly (readonly string[])[]} otherThan
 * @returns {Items}
 */
function itemsOf(inside, outside, low, high, otherThan = []) {
  return { kind: "items", inside, outside, low, high, otherThan };
}

/** Every value that the fact may state; of findings, what one of its items may.
 * @param {Fact} fact
 * @returns {Region}
 */
function whole(fact) {
  switch (fact.type) {
    case "yes_no":
    case "findings":
      return options([true, false]);
    case "note":
    case "list":
      return options([STATED]);
    case "choice":
      return options(answersOf(fact));
    case "number":
    case "date":
      return range(stepsOf(fact, fact.from), stepsOf(fact, fact.to));
    case "set":
      return itemsOf([], [], 0, Object.keys(fact.options).length);
    case "codes":
      return itemsOf([], [], 0, fact.most);
  }
}

/** The answers or items of a fact: whole numbers first, by size, as every reader of JSON can have them.
 * @param {any} fact
 * @returns {string[]}
 */
function answersOf(fact) {
  const all = Object.keys(fact.options);
  const isNumber = (/** @type {string} */ one) => /^(0|[1-9][0-9]*)$/.test(one);
  const numbers = all.filter(isNumber).sort((one, other) => Number(BigInt(one) - BigInt(other)));
  return [...numbers, ...all.filter((one) => !isNumber(one))];
}

/** A stated number or date as a whole number.
 * @param {any} fact
 * @param {any} value
 * @returns {bigint}
 */
function stepsOf(fact, value) {
  return fact.type === "date" ? BigInt(dayOf(value)) : digitsOf(decimalOf(value), fact.places);
}

/** The number or date, as a request states it.
 * @param {any} fact
 * @param {bigint} steps
 * @returns {any}
 */
function statedOf(fact, steps) {
  return fact.type === "date" ? textOf(Number(steps)) : numberOf({ digits: steps, places: fact.places });
}

/** What both have in common; null for nothing.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region | null}
 */
function meet(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    const common = one.answers.filter((answer) => other.answers.includes(answer));
    return common.length > 0 ? options(common) : null;
  }
  if (one.kind === "range" && other.kind === "range") {
    const low = one.low > other.low ? one.low : other.low;
    const high = one.high < other.high ? one.high : other.high;
    return low <= high ? range(low, high) : null;
  }
  if (one.kind !== "items" || other.kind !== "items") throw new Error("regions of one place are of one kind");
  return possible(itemsOf(
    union(one.inside, other.inside),
    union(one.outside, other.outside),
    Math.max(one.low, other.low),
    Math.min(one.high, other.high),
    distinct([...one.otherThan, ...other.otherThan]),
  ));
}

/** @param {readonly string[]} some
 * @param {readonly string[]} others
 */
function union(some, others) {
  return [...new Set([...some, ...others])].sort();
}

/** @param {readonly (readonly string[])[]} sets */
function distinct(sets) {
  const byText = new Map(sets.map((one) => [JSON.stringify(one), one]));
  return [...byText.keys()].sort().map((text) => /** @type {readonly string[]} */ (byText.get(text)));
}

/** The region, or null if no set is so.
 * @param {Items} items
 * @returns {Items | null}
 */
function possible(items) {
  const { inside, outside, low, high } = items;
  if (low > high || outside.some((out) => inside.some((item) => isOf(out, item)))) return null;
  return inside.filter((item) => !item.endsWith("*")).length <= high ? items : null;
}

/** Whether a code, or every code with a beginning, is the other code or has the other beginning.
 * @param {string} name
 * @param {string} item
 */
function isOf(name, item) {
  return item === name || (name.endsWith("*") && item.startsWith(name.slice(0, -1)));
}

/** Whether every value of the first region lies in the second.
 * @param {Region} inner
 * @param {Region} outer
 */
function within(inner, outer) {
  if (inner.kind === "options" && outer.kind === "options") {
    return inner.answers.every((answer) => outer.answers.includes(answer));
  }
  if (inner.kind === "range" && outer.kind === "range") return outer.low <= inner.low && inner.high <= outer.high;
  if (inner.kind !== "items" || outer.kind !== "items") return false;
  const own = inner.otherThan.map((one) => JSON.stringify(one));
  return (
    outer.inside.every((item) => inner.inside.includes(item)) &&
    outer.outside.every((item) => inner.outside.includes(item)) &&
    outer.low <= Math.max(inner.low, inner.inside.length) &&
    inner.high <= outer.high &&
    outer.otherThan.every((one) => own.includes(JSON.stringify(one)))
  );
}

/** The region that holds just the values of both; null if no region does.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region | null}
 */
function joinedRegion(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    return options([...new Set([...one.answers, ...other.answers])]);
  }
  if (one.kind === "range" && other.kind === "range" && one.low <= other.high + 1n && other.low <= one.high + 1n) {
    return range(one.low < other.low ? one.low : other.low, one.high > other.high ? one.high : other.high);
  }
  return null;
}

/** The values of one region that are not in another one, in regions; all of them if no regions hold just these.
 * @param {Region} one
 * @param {Region} other
 * @returns {Region[]}
 */
function without(one, other) {
  if (one.kind === "options" && other.kind === "options") {
    const left = one.answers.filter((answer) => !other.answers.includes(answer));
    return left.length > 0 ? [options(left)] : [];
  }
  if (one.kind === "range" && other.kind === "range") {
    const below = range(one.low, one.high < other.low - 1n ? one.high : other.low - 1n);
    const above = range(one.low > other.high + 1n ? one.low : other.high + 1n, one.high);
    return [below, above].filter((span) => span.low <= span.high);
  }
  return [one];
}

/** Values of a region as a request states them, those at its edges first.
 * @param {Region} region
 * @param {any} fact
 * @param {bigint | null} middle
 * @returns {any[]}
 */
function edgesOf(region, fact, middle) {
  if (region.kind === "options") return fact.type === "note" || fact.type === "list" ? [STATED] : [...region.answers];
  if (region.kind === "range") return pointsOf(region, whole(fact), middle).map((point) => statedOf(fact, point));
  return setsOf(region, fact);
}

/** The edge that is no end of the whole range, then the other one, then a point between.
 * @param {Range} region
 * @param {any} ends
 * @param {bigint | null} middle
 */
function pointsOf({ low, high }, ends, middle) {
  const inner = [...(low === ends.low ? [] : [low]), ...(high === ends.high ? [] : [high])];
  const near = middle !== null && low <= middle && middle <= high ? [middle] : [];
  const sum = low + high;
  const half = sum < 0n && sum % 2n !== 0n ? sum / 2n - 1n : sum / 2n;
  return [...new Set([...inner, ...near, half, low, high])];
}

/** Sets with what must be inside, filled up to the size that is wanted; the next larger ones if it is barred.
 * @param {Items} region
 * @param {any} fact
 * @returns {any[]}
 */
function setsOf(region, fact) {
  if (fact.type === "codes") {
    const named = region.inside.map((item) => (item.endsWith("*") ? begunWith(item.slice(0, -1), fact.pattern) : item));
    return named.every((item) => item) && fits(region, named) ? [named] : [];
  }
  const all = answersOf(fact);
  const free = all.filter((one) => !region.inside.includes(one) && !region.outside.includes(one));
  const inside = all.filter((one) => region.inside.includes(one));
  const found = [];
  const most = Math.min(region.high, inside.length + free.length);
  for (let size = Math.max(region.low, inside.length); size <= most; size++) {
    const room = size - inside.length;
    const tried = [];
    for (let at = 0; at < Math.max(1, free.length - room + 1); at++) {
      tried.push([...inside, ...free.slice(at, at + room)]);
    }
    found.push(...tried.filter((one) => one.length === size && fits(region, one)).slice(0, 2));
    if (found.length > 3) break;
  }
  return found;
}

/** Whether a stated set or list of codes will do.
 * @param {Items} region
 * @param {readonly string[]} value
 */
function fits({ inside, outside, low, high, otherThan }, value) {
  const sorted = JSON.stringify([...new Set(value)].sort());
  return (
    inside.every((name) => value.some((item) => isOf(name, item))) &&
    !outside.some((name) => value.some((item) => isOf(name, item))) &&
    low <= value.length && value.length <= high &&
    !otherThan.some((one) => JSON.stringify(one) === sorted)
  );
}

/** A value as text that is the same for the same value.
 * @param {unknown} value
 */
function keyOfValue(value) {
  return JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}n` : one));
}
return Object.freeze({ STATED, options, range, itemsOf, whole, answersOf, stepsOf, statedOf, meet, possible, within, joinedRegion, without, edgesOf, keyOfValue });
})();

const runtime_ask_goals = (function () {
const { keyOfValue, options, range, stepsOf, whole } = runtime_ask_regions;
const { moved } = runtime_days;
const { decimalOf, digitsOf } = runtime_numbers;
/** Goals: what places of a request are to state, how they are to compare, and so many of several goals.
 *
 * A comparison is a relation. It is solved for one place while the others lie in given ranges, and tried on stated
 * values.
 */


/** @typedef {import("./ask_regions.js").Region} Region */
/** A place, written as JSON: `["pain"]`, `["symptoms","fever"]`, `["sessions",0,"approach"]`. A record with a negative
 * number has not come yet.
 * @typedef {string} Place
 */
/** @typedef {{kind: "at", place: Place, region: Region}} At */
/** The weighted sum of numbers, with a constant, is below 0 or equal to it. Numbers are in steps of all facts together.
 * @typedef {readonly (readonly [Place, bigint])[]} Weights
 * @typedef {{kind: "weighed", op: string, weights: Weights, constant: bigint, says: Says}} Weighed
 */
/** A day of a place, or a fixed one, moved by months and days in turn.
 * @typedef {{place: Place | null, day: bigint, moves: readonly (readonly [number, number])[]}} Day
 */
/** @typedef {{kind: "before", op: string, left: Day, right: Day, says: Says}} Before */
/** @typedef {{kind: "alike", wanted: boolean, places: readonly [Place, Place], says: Says}} Alike */
/** @typedef {{kind: "joint", least: number, parts: readonly Goal[]}} Joint */
/** @typedef {Weighed | Before | Alike} Relation */
/** @typedef {At | Relation | Joint} Goal */
/** @typedef {readonly [string, string]} Says The question and the answer of the test that a relation comes from. */

/** @type {Goal} */
const SURE = Object.freeze({ kind: "joint", least: 0, parts: [] });
/** @type {Goal} */
const NEVER = Object.freeze({ kind: "joint", least: 1, parts: [] });
/** @type {Says} */
const NOTHING_SAID = ["", ""];

/** @type {Map<Place, readonly (string | number)[]>} */
const PARTS = new Map();

/** The parts of a place.
 * @param {Place} place
 * @returns {readonly any[]}
 */
function partsOf(place) {
  let parts = PARTS.get(place);
  if (parts === undefined) {
    if (PARTS.size > 4096) PARTS.clear();
    parts = Object.freeze(JSON.parse(place));
    PARTS.set(place, /** @type {readonly (string | number)[]} */ (parts));
  }
  return /** @type {readonly any[]} */ (parts);
}

/** @param {readonly (string | number)[]} parts
 * @returns {Place}
 */
function placeOf(parts) {
  return JSON.stringify(parts);
}

/** @param {Place} place
 * @param {Region} region
 * @returns {At}
 */
function at(place, region) {
  return { kind: "at", place, region };
}

/** At least so many of the goals. Those that are reached already, or never can be, are left out.
 * @param {number} count
 * @param {readonly Goal[]} parts
 * @returns {Goal}
 */
function joint(count, parts) {
  const least = count - parts.filter((part) => part === SURE).length;
  let open = parts.filter((part) => part !== SURE && part !== NEVER);
  if (least <= 0) return SURE;
  if (least > open.length) return NEVER;
  if (least === 1) open = answersJoined(open);
  return open.length === 1 ? open[0] : { kind: "joint", least, parts: open };
}

/** Alternatives in which several answers of one place are one goal.
 * @param {readonly Goal[]} parts
 * @returns {Goal[]}
 */
function answersJoined(parts) {
  /** @type {Map<Place, any[]>} */
  const answers = new Map();
  const found = parts.filter((part) => {
    if (part.kind !== "at" || part.region.kind !== "options") return true;
    const known = answers.get(part.place);
    answers.set(part.place, [...(known ?? []), ...part.region.answers]);
    return known === undefined;
  });
  return found.map((part) => {
    if (part.kind !== "at" || part.region.kind !== "options") return part;
    return at(part.place, options([...new Set(answers.get(part.place))]));
  });
}

/** @param {readonly Goal[]} parts */
function allOf(parts) {
  return joint(parts.length, parts);
}

/** @param {readonly Goal[]} parts */
function anyOf(parts) {
  return joint(1, parts);
}

/** The goals that must all be reached for a goal to be reached.
 * @param {Goal} goal
 * @returns {Goal[]}
 */
function eachOf(goal) {
  return goal.kind === "joint" && goal.least === goal.parts.length ? goal.parts.flatMap(eachOf) : [goal];
}

/** The places that are compared.
 * @param {Relation} relation
 * @returns {Place[]}
 */
function placesOf(relation) {
  if (relation.kind === "weighed") return relation.weights.map(([place]) => place);
  if (relation.kind === "alike") return [...relation.places];
  return [relation.left.place, relation.right.place].filter((place) => place !== null);
}

/** The facts of a policy by place, and its numbers in steps of the finest one. */
class Facts {
  /** @param {any} policy */
  constructor(policy) {
    /** @type {Map<string, any>} */
    this.byName = new Map();
    for (const fact of policy.facts) for (const one of [fact, ...(fact.fields ?? [])]) this.byName.set(one.name, one);
    this.places = placesIn(policy);
    this.unit = 10n ** BigInt(this.places);
  }

  /** @param {string} name
   * @returns {any}
   */
  named(name) {
    return this.byName.get(name);
  }

  /** The fact of a place; of findings for each of their items.
   * @param {Place} place
   * @returns {any}
   */
  of(place) {
    const parts = partsOf(place);
    return this.byName.get(parts.length > 2 && typeof parts[1] === "number" ? parts[2] : parts[0]);
  }

  /** A number in steps of the finest one.
   * @param {number} number
   */
  exact(number) {
    return digitsOf(decimalOf(number), this.places);
  }

  /** A number of steps of a fact in steps of the finest one.
   * @param {any} fact
   * @param {bigint} steps
   */
  fine(fact, steps) {
    return steps * 10n ** BigInt(this.places - fact.places);
  }
}

/** The most decimal places of a number anywhere.
 * @param {any} tree
 * @returns {number}
 */
function placesIn(tree) {
  if (typeof tree === "number") return decimalOf(tree).places;
  if (typeof tree !== "object" || tree === null) return 0;
  const own = typeof tree.places === "number" ? tree.places : 0;
  return Object.values(tree).reduce((most, inner) => Math.max(most, placesIn(inner)), own);
}

/** The day on which a day falls if its place states this one.
 * @param {Day} of
 * @param {bigint} day
 */
function dayOn({ moves }, day) {
  return moves.reduce((from, [months, days]) => BigInt(moved(Number(from), months, days)), day);
}

// ---------------------------------------------------------------- solving

/** The values of one place for which the relation can hold while the other places lie in their ranges.
 * @param {Weighed | Before} relation
 * @param {Place} place
 * @param {Facts} facts
 * @param {ReadonlyMap<Place, any>} others
 * @returns {import("./ask_regions.js").Range | null}
 */
function solved(relation, place, facts, others) {
  const fact = facts.of(place);
  const region = /** @type {import("./ask_regions.js").Range} */ (whole(fact));
  if (relation.kind === "before") return solvedDays(relation, place, region, others);
  const weight = /** @type {readonly [Place, bigint]} */ (relation.weights.find(([one]) => one === place))[1];
  const rest = relation.weights.filter(([one]) => one !== place);
  /** @type {(lowest: boolean) => bigint} */
  const end = (lowest) =>
    rest.reduce((sum, [one, by]) => {
      const span = others.get(one);
      return sum + by * facts.fine(facts.of(one), by > 0n === lowest ? span.low : span.high);
    }, relation.constant);
  const step = facts.fine(fact, 1n);
  const found = boundedBy(relation.op === "==" ? "<=" : relation.op, weight * step, end(true), region);
  if (relation.op !== "==" || found === null) return found;
  return boundedBy("<=", -weight * step, -end(false), found);
}

/** The whole numbers of a range with `weight * value + constant` below 0, or equal to it.
 * @param {string} op
 * @param {bigint} weight
 * @param {bigint} constant
 * @param {import("./ask_regions.js").Range} region
 * @returns {import("./ask_regions.js").Range | null}
 */
function boundedBy(op, weight, constant, region) {
  let { low, high } = region;
  const isExact = constant % weight === 0n;
  const floor = floored(-constant, weight);
  if (op === "==") {
    if (!isExact) return null;
    low = low > floor ? low : floor;
    high = high < floor ? high : floor;
  } else if (weight > 0n) {
    const last = op === "<" && isExact ? floor - 1n : floor;
    high = high < last ? high : last;
  } else {
    const ceiling = isExact ? floor : floor + 1n;
    const first = op === "<" && isExact ? ceiling + 1n : ceiling;
    low = low > first ? low : first;
  }
  return low <= high ? range(low, high) : null;
}

/** The quotient, rounded down.
 * @param {bigint} number
 * @param {bigint} by
 */
function floored(number, by) {
  const found = number / by;
  return number % by !== 0n && number < 0n !== by < 0n ? found - 1n : found;
}

/** The same for days. Moving keeps their order, so the edge is found by halving.
 * @param {Before} relation
 * @param {Place} place
 * @param {import("./ask_regions.js").Range} region
 * @param {ReadonlyMap<Place, any>} others
 */
function solvedDays({ op, left, right }, place, region, others) {
  let { low, high } = region;
  /** @type {(day: Day, end: "low" | "high") => bigint} */
  const endOf = (day, end) => (day.place === null ? day.day : dayOn(day, others.get(day.place)[end]));
  if (left.place === place || op === "==") {
    const [own, other] = left.place === place ? [left, right] : [right, left];
    const last = endOf(other, "high");
    high = lastDay(low, high, (day) => dayOn(own, day) < last + (op === "<" ? 0n : 1n));
  }
  if (right.place === place || op === "==") {
    const [own, other] = right.place === place ? [right, left] : [left, right];
    const first = endOf(other, "low");
    low = lastDay(low, high, (day) => dayOn(own, day) < first + (op === "<" ? 1n : 0n)) + 1n;
  }
  return low <= high ? range(low, high) : null;
}

/** The last day for which it holds, where it holds up to some day; the day before the first if for none.
 * @param {bigint} low
 * @param {bigint} high
 * @param {(day: bigint) => boolean} holds
 */
function lastDay(low, high, holds) {
  low -= 1n;
  while (low < high) {
    const sum = low + high + 1n;
    const middle = sum < 0n && sum % 2n !== 0n ? sum / 2n - 1n : sum / 2n;
    if (holds(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** Whether a relation holds for stated values.
 * @param {Relation} relation
 * @param {Facts} facts
 * @param {ReadonlyMap<Place, any>} values
 */
function isSo(relation, facts, values) {
  if (relation.kind === "alike") {
    const [one, other] = relation.places.map((place) => values.get(place));
    return isSame(one, other) === relation.wanted;
  }
  const steps = (/** @type {Place} */ place) => stepsOf(facts.of(place), values.get(place));
  if (relation.kind === "before") {
    const [left, right] = [relation.left, relation.right].map((day) =>
      day.place === null ? day.day : dayOn(day, steps(day.place)),
    );
    return relation.op === "==" ? left === right : left < right + (relation.op === "<=" ? 1n : 0n);
  }
  const total = relation.weights.reduce(
    (sum, [place, by]) => sum + by * facts.fine(facts.of(place), steps(place)), relation.constant,
  );
  return relation.op === "==" ? total === 0n : relation.op === "<" ? total < 0n : total <= 0n;
}

/** Whether two answers are the same, lists of items in any order.
 * @param {any} one
 * @param {any} other
 */
function isSame(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return keyOfValue([...new Set(one)].sort()) === keyOfValue([...new Set(other)].sort());
}
return Object.freeze({ SURE, NEVER, NOTHING_SAID, partsOf, placeOf, at, joint, allOf, anyOf, eachOf, placesOf, Facts, dayOn, solved, boundedBy, isSo, isSame });
})();

const runtime_ask_routes = (function () {
const { placesOf } = runtime_ask_goals;
const { joinedRegion, keyOfValue, meet, within, without } = runtime_ask_regions;
/** Routes to goals: what each place is to state. No route asks for all that another one asks for, and for more. */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Goal} Goal */
/** @typedef {import("./ask_goals.js").Relation} Relation */
/** @typedef {import("./ask_regions.js").Region} Region */
/** What each place is to state, and how places compare with one another, by their text.
 * @typedef {{regions: ReadonlyMap<Place, Region>, relations: ReadonlyMap<string, Relation>}} Route
 */
/** What a route asks for, with the whole route.
 * @typedef {{asked: Route, whole: Route}} Asked
 */

const MOST_ROUTES = 48; // of one goal; the ones with the fewest things are kept
/** @type {ReadonlyMap<any, any>} */
const NONE = new Map();
/** @type {Route} */
const EMPTY = { regions: NONE, relations: NONE };

/** Every place that a route is about.
 * @param {Route} route
 * @returns {Place[]}
 */
function placesIn({ regions, relations }) {
  return [...new Set([...regions.keys(), ...[...relations.values()].flatMap(placesOf)])];
}

/** The routes to goals. */
class Routes {
  /** @param {(place: Place, region: Region) => boolean} isFree Whether a place states so already. */
  constructor(isFree) {
    this.isFree = isFree;
    this.givenUp = false; // whether some routes were left out
  }

  /** How many places are to state something else than they do.
   * @param {Route} route
   */
  cost(route) {
    const asked = [...route.regions].filter(([place, region]) => !this.isFree(place, region)).length;
    return asked + placesIn(route).length - route.regions.size;
  }

  /** The routes to a goal.
   * @param {Goal} goal
   * @returns {Route[]}
   */
  to(goal) {
    if (goal.kind === "at") return [{ regions: new Map([[goal.place, goal.region]]), relations: NONE }];
    if (goal.kind !== "joint") return [{ regions: NONE, relations: new Map([[keyOfValue(goal), goal]]) }];
    if (goal.least === 0) return [EMPTY];
    return this.some(goal.least, goal.parts.map((part) => this.to(part)));
  }

  /** The routes to at least `count` of several goals, each given by its own routes.
   * @param {number} count
   * @param {readonly Route[][]} each
   */
  some(count, each) {
    /** @type {Route[][]} */
    const reached = [[EMPTY]];
    for (let number = 1; number <= count; number++) reached.push([]);
    for (const [at, routes] of each.entries()) {
      const left = each.length - 1 - at;
      for (let number = count; number > 0 && number + left >= count; number--) {
        reached[number] = this.least([...reached[number], ...this.both(reached[number - 1], routes)]);
      }
    }
    return reached[count];
  }

  /** The routes that are one of each.
   * @param {readonly Route[]} some
   * @param {readonly Route[]} others
   */
  both(some, others) {
    return some.flatMap((one) => others.map((other) => together(one, other)).filter((route) => route !== null));
  }

  /** The routes without those that ask for all that another asks for, and for more; fewer things come first.
   * @param {readonly Route[]} routes
   */
  least(routes) {
    const sorted = routes.map((route) => ({ route, cost: this.cost(route) }));
    sorted.sort((one, other) => one.cost - other.cost);
    /** @type {Route[]} */
    let kept = [];
    for (const { route } of sorted) {
      if (!kept.some((one) => covers(one, route))) kept = [...kept.filter((one) => !covers(route, one)), route];
    }
    this.givenUp ||= kept.length > MOST_ROUTES;
    return kept.slice(0, MOST_ROUTES);
  }
}

/** The route that is both; null if they contradict each other.
 * @param {Route} one
 * @param {Route} other
 * @returns {Route | null}
 */
function together(one, other) {
  if (other.regions.size === 0 && other.relations.size === 0) return one;
  const regions = new Map(one.regions);
  for (const [place, region] of other.regions) {
    const known = regions.get(place);
    const common = known === undefined ? region : meet(known, region);
    if (common === null) return null;
    regions.set(place, common);
  }
  return { regions, relations: new Map([...one.relations, ...other.relations]) };
}

/** Whether doing what the other route says is doing what this one says.
 * @param {Route} one
 * @param {Route} other
 */
function covers(one, other) {
  for (const key of one.relations.keys()) if (!other.relations.has(key)) return false;
  for (const [place, region] of one.regions) {
    const own = other.regions.get(place);
    if (own === undefined || !within(own, region)) return false;
  }
  return true;
}

/** Routes that differ in one place alone become one, where the values of both are one region.
 * @param {readonly Asked[]} routes
 * @returns {Asked[]}
 */
function united(routes) {
  /** @type {Asked[]} */
  const found = [];
  for (const { asked, whole } of routes) {
    let isNew = true;
    for (const [at, { asked: other, whole: first }] of found.entries()) {
      const place = onlyDifference(asked, other);
      if (place === null) continue;
      const [one, another] = [other, asked].map(({ regions }) => /** @type {Region} */ (regions.get(place)));
      const both = joinedRegion(one, another);
      if (both === null) continue;
      const regions = new Map([...other.regions, /** @type {const} */ ([place, both])]);
      found[at] = { asked: { regions, relations: other.relations }, whole: first };
      isNew = false;
      break;
    }
    if (isNew) found.push({ asked, whole });
  }
  return found.length === routes.length ? found : united(found);
}

/** The only place of which two routes want different values; null if they differ otherwise.
 * @param {Route} one
 * @param {Route} other
 */
function onlyDifference(one, other) {
  if (!isSameKeys(one.relations, other.relations) || !isSameKeys(one.regions, other.regions)) return null;
  const places = [...one.regions].filter(
    ([place, region]) => keyOfValue(region) !== keyOfValue(other.regions.get(place)),
  );
  return places.length === 1 ? places[0][0] : null;
}

/** @param {ReadonlyMap<string, unknown>} one
 * @param {ReadonlyMap<string, unknown>} other
 */
function isSameKeys(one, other) {
  return one.size === other.size && hasAllOf(one, other);
}

/** Whether a map has all keys of another one.
 * @param {ReadonlyMap<string, unknown>} one
 * @param {ReadonlyMap<string, unknown>} other
 */
function hasAllOf(one, other) {
  return [...other.keys()].every((key) => one.has(key));
}

/** The route without the answers, or the values, for which another route with fewer things is enough.
 * @param {Route} route
 * @param {readonly Route[]} others
 * @param {"options" | "range"} kind
 */
function apart(route, others, kind) {
  const fewer = others.filter(
    (other) =>
      other.regions.size < route.regions.size && hasAllOf(route.regions, other.regions) &&
      hasAllOf(route.relations, other.relations),
  );
  return fewer.reduce((parts, other) => parts.flatMap((one) => apartFrom(one, other, kind)), [route]);
}

/** @param {Route} route
 * @param {Route} other
 * @param {"options" | "range"} kind
 * @returns {Route[]}
 */
function apartFrom(route, other, kind) {
  const regionOf = (/** @type {Place} */ place) => /** @type {Region} */ (route.regions.get(place));
  const own = [...other.regions].filter(([place, region]) => !within(regionOf(place), region));
  if (own.length > 1 || (own.length === 1 && regionOf(own[0][0]).kind !== kind)) return [route];
  if (own.length === 0) return [];
  const [[place, region]] = own;
  const left = without(regionOf(place), region);
  return left.map((one) => ({ regions: new Map([...route.regions, [place, one]]), relations: route.relations }));
}
return Object.freeze({ placesIn, Routes, covers, united, apart });
})();

const runtime_ask_solving = (function () {
const { isSo, partsOf, placesOf, solved } = runtime_ask_goals;
const { edgesOf, itemsOf, keyOfValue, meet, options, range, stepsOf, whole } = runtime_ask_regions;
const { placesIn } = runtime_ask_routes;
const { put } = runtime_places;
/** Values for a route: what each place states if just enough is done, and which other values are enough too. */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Relation} Relation */
/** @typedef {import("./ask_moves.js").Move} Move */
/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_routes.js").Route} Route */
/** What a route asks for: for each place the values that will do, and one at the edge, as a request states it. They
 * hold only the places that are to state something new.
 * @typedef {{route: Route, regions: ReadonlyMap<Place, Region>, values: ReadonlyMap<Place, any>}} Solution
 */

const MOST_EDGES = 5; // values that are tried for a place that is compared with others
const MOST_PASSES = 8;

/** The request that also states these values. A record with a negative number is added to its list.
 * @param {any} request
 * @param {ReadonlyMap<Place, any>} values
 */
function stating(request, values) {
  let found = { ...request };
  const places = [...values.keys()].map((place) => ({ place, parts: partsOf(place), order: orderOf(partsOf(place)) }));
  places.sort((one, other) => compare(one.order, other.order));
  for (const { place, parts } of places) {
    const [name, number, ...inner] = parts;
    if (parts.length === 2 && typeof number === "number") {
      found = { ...found, [name]: [...found[name], {}] };
    } else {
      const at = typeof number === "number" && number < 0 ? [name, request[name].length - number - 1, ...inner] : parts;
      found = put(found, at, values.get(place));
    }
  }
  return found;
}

/** Records come in the order in which they are added, each before its fields.
 * @param {readonly any[]} parts
 */
function orderOf(parts) {
  const isRecord = parts.length > 1 && typeof parts[1] === "number";
  return [isRecord ? 1 : 0, parts[0], parts.length, isRecord ? -parts[1] : 0];
}

/** @param {readonly any[]} one
 * @param {readonly any[]} other
 */
function compare(one, other) {
  const at = one.findIndex((part, place) => part !== other[place]);
  return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
}

/** Whether a place is a record that is to come, or a field of one.
 * @param {Place} place
 */
function comes(place) {
  const parts = partsOf(place);
  return parts.length > 1 && typeof parts[1] === "number" && parts[1] < 0;
}

/** The search for values. */
class Solving {
  /** @param {import("./ask_goals.js").Facts} facts
   * @param {ReadonlyMap<Place, Move>} moves The places that may change.
   * @param {readonly Relation[]} plan How planned days relate to one another.
   * @param {bigint | null} usualDay The day to name where any day will do.
   */
  constructor(facts, moves, plan, usualDay) {
    this.facts = facts;
    this.moves = moves;
    this.plan = plan;
    this.usualDay = usualDay;
  }

  /** The solutions that change as little as possible of what is stated.
   * @param {Route} route
   * @returns {Iterable<Solution>}
   */
  *of(route) {
    const relations = [...route.relations.values()];
    const regions = new Map(placesIn(route).map((place) => [place, route.regions.get(place) ?? this.whole(place)]));
    for (const relation of this.plan) {
      const planned = placesOf(relation);
      if (!planned.every((place) => regions.has(place) || this.moves.has(place))) continue;
      relations.push(relation);
      for (const place of planned) if (!regions.has(place)) regions.set(place, this.whole(place));
    }
    const moving = [...regions].filter(([place, region]) => {
      const move = this.moves.get(place);
      return move !== undefined && meet(region, move.region) === null;
    }).map(([place]) => place);
    const bound = new Set(relations.flatMap(placesOf));
    const mayStay = [...this.moves.keys()].filter((place) => regions.has(place) && !moving.includes(place));
    const mayMove = mayStay.filter((place) => bound.has(place));
    for (let number = 0; number <= mayStay.length; number++) {
      let isFound = false;
      for (const also of combinations(mayMove, number)) {
        for (const solution of this.moved(route, new Set([...moving, ...also]), regions, relations)) {
          isFound = true;
          yield solution;
        }
      }
      if (isFound) return;
    }
  }

  /** The solutions in which just these places change.
   * @param {Route} route
   * @param {ReadonlySet<Place>} moving
   * @param {ReadonlyMap<Place, Region>} regions
   * @param {readonly Relation[]} all
   * @returns {Iterable<Solution>}
   */
  *moved(route, moving, regions, all) {
    /** @type {Map<Place, Region>} */
    const tried = new Map();
    for (const [place, region] of regions) {
      const move = this.moves.get(place);
      const limits = move === undefined ? region : meet(region, moving.has(place) ? move.allowed : move.region);
      if (limits === null) return;
      tried.set(place, limits);
    }
    const isChanging = (/** @type {Place} */ place) => !this.moves.has(place) || moving.has(place);
    const relations = all.filter((one) => !this.plan.includes(one) || placesOf(one).some(isChanging));
    const narrowed = this.narrowed(tried, relations);
    if (narrowed === null) return;
    const asked = [...narrowed.keys()].filter(isChanging);
    const bound = new Set(relations.flatMap(placesOf));
    const free = asked.filter((place) => !bound.has(place));
    const rank = (/** @type {Place} */ place) => (this.moves.has(place) ? 2 : 0) + (asked.includes(place) ? 1 : 0);
    const order = [...narrowed.keys()].filter((place) => bound.has(place));
    order.sort((one, other) => rank(one) - rank(other));
    const edges = new Map(free.map((place) => [place, this.edges(place, /** @type {Region} */ (narrowed.get(place)))]));
    if ([...edges.values()].some((values) => values.length === 0)) return;
    for (const some of this.assigned(order, narrowed, relations)) {
      const values = new Map(asked.map((place) => [place, edges.has(place) ? edges.get(place)?.[0] : some.get(place)]));
      yield { route, regions: new Map([...narrowed].filter(([place]) => isChanging(place))), values };
    }
  }

  /** Values for places that are compared with one another.
   * @param {readonly Place[]} places
   * @param {ReadonlyMap<Place, Region>} regions
   * @param {readonly Relation[]} relations
   * @returns {Iterable<Map<Place, any>>}
   */
  *assigned([place, ...rest], regions, relations) {
    if (place === undefined) {
      yield new Map();
      return;
    }
    for (const value of this.edges(place, /** @type {Region} */ (regions.get(place))).slice(0, MOST_EDGES)) {
      const fixed = this.narrowed(new Map([...regions, [place, this.point(place, value)]]), relations);
      if (fixed === null) continue;
      for (const others of this.assigned(rest, fixed, relations)) {
        const found = new Map([[place, value], ...others]);
        const inside = relations.filter((one) => {
          const compared = placesOf(one);
          return compared.includes(place) && compared.every((each) => found.has(each));
        });
        if (inside.every((one) => isSo(one, this.facts, found))) {
          yield found;
          break;
        }
      }
    }
  }

  /** The regions without what no value of the other places goes with; null if nothing is left.
   * @param {ReadonlyMap<Place, Region>} regions
   * @param {readonly Relation[]} relations
   * @returns {Map<Place, Region> | null}
   */
  narrowed(regions, relations) {
    const found = new Map(regions);
    for (let pass = 0, isNew = true; pass < MOST_PASSES && isNew; pass++) {
      isNew = false;
      for (const relation of relations) {
        for (const place of placesOf(relation)) {
          const region = this.beside(relation, place, found);
          if (region === null) return null;
          if (keyOfValue(region) !== keyOfValue(found.get(place))) isNew = true;
          found.set(place, region);
        }
      }
    }
    return found;
  }

  /** The values of a place that fit the regions of the places that it is compared with.
   * @param {Relation} relation
   * @param {Place} place
   * @param {ReadonlyMap<Place, Region>} regions
   * @returns {Region | null}
   */
  beside(relation, place, regions) {
    const own = /** @type {Region} */ (regions.get(place));
    if (relation.kind === "alike") {
      const [one, another] = relation.places;
      const other = /** @type {Region} */ (regions.get(place === one ? another : one));
      if (own.kind !== "options" || other.kind !== "options") return own;
      if (relation.wanted) return meet(own, other);
      const kept = own.answers.filter((answer) => other.answers.length !== 1 || other.answers[0] !== answer);
      return kept.length > 0 ? options(kept) : null;
    }
    const span = solved(relation, place, this.facts, regions);
    return span === null ? null : meet(own, span);
  }

  /** Every value that a place may state.
   * @param {Place} place
   */
  whole(place) {
    return whole(this.facts.of(place));
  }

  /** Values of a region.
   * @param {Place} place
   * @param {Region} region
   * @returns {any[]}
   */
  edges(place, region) {
    const parts = partsOf(place);
    if (parts.length === 2 && typeof parts[1] === "number") return [true];
    const fact = this.facts.of(place);
    return edgesOf(region, fact, fact.type === "date" ? this.usualDay : null);
  }

  /** The region of one value.
   * @param {Place} place
   * @param {any} value
   * @returns {Region}
   */
  point(place, value) {
    const fact = this.facts.of(place);
    const { kind } = this.whole(place);
    if (kind === "options") return options([value]);
    if (kind === "range") return range(stepsOf(fact, value), stepsOf(fact, value));
    return itemsOf([...value].sort(), [], value.length, value.length);
  }
}

/** Every choice of so many things, in the order of the things.
 * @template T
 * @param {readonly T[]} things
 * @param {number} number
 * @returns {Iterable<T[]>}
 */
function* combinations(things, number) {
  if (number === 0) {
    yield [];
    return;
  }
  for (const [at, thing] of things.entries()) {
    for (const others of combinations(things.slice(at + 1), number - 1)) yield [thing, ...others];
  }
}
return Object.freeze({ stating, comes, Solving });
})();

const runtime_questions = (function () {
const { textOf } = runtime_days;
const { numberOf } = runtime_numbers;
const { marksOf, openPlaces, put, reads, valuesFor } = runtime_places;
const { insideOf } = runtime_result;
const { MISSING, NOT_MET, OUT_OF_SCOPE } = runtime_words;
/** The next question of an interview: a place of the request that can still matter, in the order of the chart.
 *
 * A question needs a witness: a valid request that states more than the one in hand, in which a criterion is missing
 * without the answer and decided with one. Where the order of the chart gives none, what is open is stated bit by bit
 * until a criterion is decided, and what was stated last is asked. So there is a question while a criterion is missing,
 * and none that cannot matter.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("./places.js").Place} Place */
/** @typedef {import("./places.js").Mark} Mark */
/** @typedef {import("./places.js").Open} Open */
/** A request, and the open part of a criterion for it, with the number of the criterion.
 * @typedef {{number: number, request: Json, expr: Expression}} Stage
 */
/** A place that can still matter, with the criteria that wait for it.
 * @typedef {Open & {numbers: number[]}} Mattering
 */

/** The next question that can still matter; null where no answer changes the outcome any more.
 * @param {import("./result.js").Result} result
 * @param {{skip?: readonly string[] | undefined, beyondNotMet?: boolean | undefined}} options
 */
function nextQuestion(result, { skip = [], beyondNotMet = false } = {}) {
  if (result.problems.length > 0) throw new RangeError("the request is invalid: mend its problems first");
  const { compiled, chart } = insideOf(result);
  const interview = new Interview(compiled, chart, skip);
  for (const numbers of waiting(result, beyondNotMet)) {
    const found = interview.first(numbers);
    if (found.length > 0) return new Question(compiled.policy, found);
  }
  return null;
}

/** A question that can still matter. */
class Question {
  /** @param {import("../types.d.ts").CompiledPolicy} policy
   * @param {readonly Mattering[]} found One place, or several items of the same findings.
   */
  constructor(policy, found) {
    const { place, fact } = found[0];
    const isOfFindings = fact.type === "findings";
    const items = new Set(found.map((one) => one.place[one.place.length - 1]));
    const numbers = new Set(found.flatMap((one) => one.numbers));
    this.path = pointer(isOfFindings ? place.slice(0, -1) : place);
    this.fact = fact;
    this.chart = policy.facts.find((one) => one.name === place[0])?.chart ?? "";
    this.items = Object.freeze(isOfFindings ? Object.keys(fact.options).filter((item) => items.has(item)) : []);
    this.criteria = Object.freeze(policy.criteria.filter((_, number) => numbers.has(number)).map(({ id }) => id));
    Object.freeze(this);
  }

  /** The request that states the answer too: of findings, true or false for any of its items.
   * @param {Json} request
   * @param {any} answer
   */
  answered(request, answer) {
    const place = this.path.slice(1).split("/").map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part));
    if (this.fact.type !== "findings") return put(request, place, answer);
    return Object.entries(answer).reduce((stated, [item, found]) => put(stated, [...place, item], found), request);
  }

  /** As JSON values: the same as `as_dict()` in Python. */
  asDict() {
    const { path, chart, items, criteria, fact } = this;
    return { path, chart, items: [...items], criteria: [...criteria], ...asDict(fact) };
  }
}

/** @param {any} fact
 * @returns {Json}
 */
function asDict({ name, type, ask, rule, from = null, to = null, most = null, options = {}, fields = [] }) {
  const said = { fact: name, kind: type, ask, rule, from, to: to ?? most };
  return { ...said, options: { ...options }, fields: fields.map(asDict) };
}

/** The numbers of the missing criteria of scope, then of those that are required, if they can change the outcome.
 * @param {import("./result.js").Result} result
 * @param {boolean} beyondNotMet
 */
function waiting({ outcome, policy, verdicts }, beyondNotMet) {
  if (outcome === OUT_OF_SCOPE) return [];
  /** @type {(effect: string, verdict: string) => number[]} */
  const having = (effect, verdict) =>
    policy.criteria.flatMap((one, number) => (one.effect === effect && verdicts[one.id] === verdict ? [number] : []));
  const mayGoOn = beyondNotMet || having("required", NOT_MET).length === 0;
  return [having("scope", MISSING), ...(mayGoOn ? [having("required", MISSING)] : [])];
}

/** The search for questions about one request. */
class Interview {
  /** @param {import("./compiled.js").Compiled} compiled
   * @param {any[]} chart
   * @param {readonly string[]} skip
   */
  constructor(compiled, chart, skip) {
    this.compiled = compiled;
    this.request = requestOf(compiled.policy.facts, chart, compiled.layout);
    this.facts = inOrder(compiled.policy.facts);
    this.skipped = new Set([...openPlaces(this.facts, this.request)].filter((one) => skips(one, skip)).map(keyOf));
  }

  /** The first place that matters to one of these criteria; of findings, with the other items that matter.
   * @param {readonly number[]} numbers
   * @returns {Mattering[]}
   */
  first(numbers) {
    const chart = this.compiled.read(this.request);
    const starts = numbers.map((number) => {
      const start = this.stage(number, this.request, chart);
      return { start, marks: [...marksOf(start.expr)], triggers: triggers(start.expr) };
    });
    const open = this.open(this.request);
    for (const read of /** @type {const} */ (["triggers", "marks"])) {
      for (const one of open) {
        if (!starts.some((each) => reads(each[read], one.place) && this.matters(each.start, one))) continue;
        const own = open.filter(({ place, fact }) => fact === one.fact && isBeside(place, one.place));
        const found = own.map(({ place, fact }) => {
          const read = starts.filter(({ marks }) => reads(marks, place));
          const those = read.filter(({ start }) => this.matters(start, { place, fact }));
          return { place, fact, numbers: those.map(({ start }) => start.number) };
        });
        return found.filter((each) => each.numbers.length > 0);
      }
    }
    for (const { start } of starts) {
      const turning = this.turning(start);
      if (turning !== null) return [{ ...turning, numbers: [start.number] }];
    }
    return [];
  }

  /** Whether a place matters to one criterion: at once, or when the rest is stated so that the answer decides it.
   * @param {Stage} start
   * @param {Open} one
   */
  matters(start, one) {
    return this.decides(start, one) || this.decides(this.hanging(start, one.place), one);
  }

  /** Whether an answer decides the criterion.
   * @param {Stage} before
   * @param {Open} one
   */
  decides(before, one) {
    for (const after of this.further(before, one)) if (isDecided(after)) return true;
    return false;
  }

  /** A stage that states all else that the open part reads, while it still reads this place.
   * @param {Stage} start
   * @param {Place} place
   */
  hanging(start, place) {
    let now = start;
    const passed = new Set([pointer(place)]);
    for (let other = this.nextOf(now, passed); other !== undefined; other = this.nextOf(now, passed)) {
      passed.add(keyOf(other));
      for (const stage of this.further(now, other)) {
        if (!reads([...marksOf(stage.expr)], place)) continue;
        now = stage;
        break;
      }
    }
    return now;
  }

  /** The place that decides a criterion when all is stated, one after the other; null for none.
   * @param {Stage} start
   * @returns {Open | null}
   */
  turning(start) {
    let now = start;
    /** @type {Set<string>} */
    const passed = new Set();
    for (let other = this.nextOf(now, passed); other !== undefined; other = this.nextOf(now, passed)) {
      passed.add(keyOf(other));
      for (const stage of this.further(now, other)) {
        now = stage;
        break;
      }
      if (isDecided(now)) return other;
    }
    return null;
  }

  /** The stages in which the request also states something in this place, as far as it is valid.
   * @param {Stage} now
   * @param {Open} one
   * @returns {Iterable<Stage>}
   */
  *further({ number, request, expr }, { place, fact }) {
    for (const value of valuesFor(fact, place, expr)) {
      const more = put(request, place, value);
      const chart = this.compiled.read(more);
      if (chart !== undefined) yield this.stage(number, more, chart);
    }
  }

  /** A criterion for a request, which lies in the chart.
   * @param {number} number
   * @param {Json} request
   * @param {any[]} chart
   * @returns {Stage}
   */
  stage(number, request, chart) {
    return { number, request, expr: this.compiled.stillOpen(number, chart) };
  }

  /** The next place that the open part reads.
   * @param {Stage} now
   * @param {ReadonlySet<string>} passed
   */
  nextOf({ request, expr }, passed) {
    const marks = [...marksOf(expr)];
    return this.open(request).find((one) => !passed.has(keyOf(one)) && reads(marks, one.place));
  }

  /** The places that are open, in the order of the chart.
   * @param {Json} request
   */
  open(request) {
    return [...openPlaces(this.facts, request)].filter((one) => !this.skipped.has(keyOf(one)));
  }
}

/** Whether a criterion is met, does not apply, or is not met.
 * @param {Stage} stage
 */
function isDecided({ expr }) {
  return "at_least" in expr && expr.of.length === 0;
}

/** What is asked first: whether a criterion applies, before what it requires; in general *not so, or else*.
 * @param {Expression} expr
 * @returns {Mark[]}
 */
function triggers(expr) {
  const denied = "at_least" in expr && expr.at_least === 1 ? expr.of.filter((part) => "not" in part) : [];
  return denied.length > 0 ? denied.flatMap((part) => [...marksOf(part)]) : [...marksOf(expr)];
}

/** The facts by heading of the chart, in the order of the document.
 * @param {readonly Fact[]} facts
 */
function inOrder(facts) {
  const headings = [...new Set(facts.map(({ chart }) => chart))];
  return headings.flatMap((heading) => facts.filter(({ chart }) => chart === heading));
}

/** A place as a JSON pointer.
 * @param {Place} place
 */
function pointer(place) {
  return place.map((part) => `/${part}`).join("");
}

/** @param {Open} one */
function keyOf({ place }) {
  return pointer(place);
}

/** Whether two places are items of the same findings, or the same.
 * @param {Place} one
 * @param {Place} other
 */
function isBeside(one, other) {
  return one.length === other.length && one.slice(0, -1).every((part, at) => part === other[at]);
}

/** @param {Open} one
 * @param {readonly string[]} skip
 */
function skips({ place, fact }, skip) {
  return skip.includes(pointer(place)) || (fact.type === "findings" && skip.includes(pointer(place.slice(0, -1))));
}

/** The request, or the record, that has this chart, with some text for each note.
 * @param {readonly Fact[]} facts
 * @param {readonly any[]} chart
 * @param {import("./layout.js").Layout} layout
 * @returns {Json}
 */
function requestOf(facts, chart, layout) {
  const stated = facts.flatMap(
    (fact, place) => (chart[place] === undefined ? [] : [[fact.name, valueOf(fact, chart[place], layout)]]),
  );
  return Object.fromEntries(stated);
}

/** @param {Fact} fact
 * @param {any} value
 * @param {import("./layout.js").Layout} layout
 */
function valueOf(fact, value, layout) {
  switch (fact.type) {
    case "note":
      return typeof value === "string" ? value : "-";
    case "number":
      return numberOf({ digits: BigInt(value), places: layout.units.places });
    case "date":
      return textOf(value);
    case "findings":
      return Object.fromEntries(
        Object.keys(fact.options).map((item, at) => [item, value[at]]).filter(([, found]) => found !== undefined),
      );
    case "list":
      return value.map((/** @type {any[]} */ row) => requestOf(fact.fields, row, layout));
    case "yes_no":
    case "choice":
    case "set":
    case "codes":
      return value;
  }
}
return Object.freeze({ nextQuestion, Question, Interview, inOrder, requestOf });
})();

const runtime_ask_groups = (function () {
const { partsOf, placeOf, placesOf } = runtime_ask_goals;
const { keyOfValue } = runtime_ask_regions;
const { placesIn } = runtime_ask_routes;
const { comes } = runtime_ask_solving;
const { marksOf, openPlaces, reads } = runtime_places;
const { inOrder } = runtime_questions;
const { MISSING } = runtime_words;
/** Which open criteria are closed together, and which apart from one another.
 *
 * Two criteria belong together if one thing closes both, or if what closes one stands in the way of the other.
 */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_routes.js").Route} Route */
/** @typedef {import("./ask_search.js").Group} Group */
/** @typedef {import("./ask_search.js").Search} Search */

const MOST_JOINT = 64; // ways of several criteria that are looked through together

/** The open criteria in groups, each closed by itself, and the criteria that the chart contradicts.
 * @param {Search} search
 * @returns {{groups: Group[], lost: number[]}}
 */
function groupsOf(search) {
  const alone = new Map(search.open.map((number) => [number, search.closing([number])]));
  const groupOf = (/** @type {number} */ number) => /** @type {Group} */ (alone.get(number));
  let lost = search.open.filter((number) => waysOf(groupOf(number)) === 0);
  if (search.goals.givenUp || search.routes.givenUp) {
    for (const number of lost) if (search.verdicts[number] === MISSING) alone.set(number, nextOf(search, number));
    lost = lost.filter((number) => search.verdicts[number] !== MISSING);
  }
  let waiting = search.open.filter((number) => !lost.includes(number)).map(groupOf);
  /** @type {Group[]} */
  const done = [];
  for (let parts = joined(waiting); parts.length < waiting.length; parts = joined(waiting)) {
    waiting = [];
    for (const part of parts) {
      if (part.length === 1) {
        waiting.push(part[0]);
        continue;
      }
      const size = part.map(waysOf).reduce((many, one) => many * one, 1);
      const first = size > MOST_JOINT ? firstOfAll(search, part) : null;
      if (first !== null) {
        done.push(first.asked);
        waiting.push(...first.others);
        continue;
      }
      const numbers = part.flatMap((group) => group.numbers).sort((one, other) => one - other);
      const group = search.closing(numbers);
      if (waysOf(group) > 0) waiting.push(group);
      else lost.push(...numbers);
    }
  }
  return { groups: [...done, ...waiting], lost };
}

/** A group that asks for the first open place of a criterion, since the search for its ways was given up.
 * @param {Search} search
 * @param {number} number
 * @returns {Group}
 */
function nextOf(search, number) {
  const chart = /** @type {any[]} */ (search.compiled.read(search.request));
  const marked = [...marksOf(search.compiled.stillOpen(number, chart))];
  const open = [...openPlaces(inOrder(search.policy.facts), search.request)].find(({ place }) => reads(marked, place));
  return { numbers: [number], solutions: [], opensMore: [[placeOf(/** @type {any} */ (open).place)]] };
}

/** The groups by what is closed together.
 * @param {readonly Group[]} groups
 */
function joined(groups) {
  /** @type {Group[][]} */
  let parts = [];
  for (const group of groups) {
    const near = parts.filter((part) => part.some((other) => belong(group, other)));
    parts = [...parts.filter((part) => !near.includes(part)), [...near.flat(), group]];
  }
  return parts;
}

/** Whether two groups are closed together: one place cannot state what both want, or one thing closes both.
 * @param {Group} one
 * @param {Group} other
 */
function belong(one, other) {
  const listed = other.opensMore.flat();
  if (one.opensMore.flat().some((place) => listed.includes(place))) return true;
  const [own, theirs] = [wanted(one), wanted(other)];
  const shared = [...own.keys()].filter((place) => theirs.has(place));
  const wants = (/** @type {Place} */ place) =>
    new Set([own, theirs].flatMap((each) => [...(each.get(place) ?? [])])).size;
  if (shared.some((place) => comes(place) || wants(place) > 1)) return true;
  if (shared.length === 0 || one.solutions.length === 0 || other.solutions.length === 0) return false;
  const [ways, others] = [one, other].map(({ solutions }) => solutions.map(({ route }) => entriesOf(route)));
  return (
    ways.some((way) => others.some((another) => way.size === another.size && isPart(way, another))) ||
    others.every((another) => ways.some((way) => isPart(way, another))) ||
    ways.every((way) => others.some((another) => isPart(another, way)))
  );
}

/** What a group wants each place to state; where a place is compared with another, what no other group wants.
 * @param {Group} group
 * @returns {Map<Place, Set<string>>}
 */
function wanted({ numbers, solutions }) {
  /** @type {Map<Place, Set<string>>} */
  const found = new Map();
  for (const { route, regions } of solutions) {
    const compared = new Set([...route.relations.values()].flatMap(placesOf));
    for (const place of new Set([...placesIn(route), ...regions.keys()])) {
      const fixed = route.regions.get(place);
      const wants = found.get(place) ?? new Set();
      found.set(place, wants.add(compared.has(place) || fixed === undefined ? `${numbers}` : keyOfValue(fixed)));
    }
  }
  return found;
}

/** The places that a group asks for, and those that must stay as they are.
 * @param {Search} search
 * @param {Group} group
 */
function touched(search, { solutions, opensMore }) {
  const asked = solutions.flatMap(({ regions }) => [...regions.keys()]);
  const kept = solutions.flatMap(({ route }) => placesIn(route)).filter((place) => search.moves.has(place));
  return [...new Set([...asked, ...kept, ...opensMore.flat()])];
}

/** A group that asks for the place that most groups need, and the groups without it; null if there is no place.
 * @param {Search} search
 * @param {readonly Group[]} groups
 * @returns {{asked: Group, others: Group[]} | null}
 */
function firstOfAll(search, groups) {
  /** @type {Map<Place, number>} */
  const counts = new Map();
  for (const group of groups) {
    const asked = touched(search, group).filter((place) => !search.moves.has(place));
    for (const place of asked) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const [first] = [...counts].reduce((best, one) => {
    const more = one[1] - best[1] || search.rank(best[0]) - search.rank(one[0]);
    return more > 0 ? one : best; // the first one of equals
  });
  const needing = groups.filter((group) => touched(search, group).includes(first));
  const numbers = needing.flatMap((group) => group.numbers);
  const others = groups.filter((group) => !needing.includes(group));
  return { asked: { numbers, solutions: [], opensMore: [[first]] }, others };
}

/** How many ways there are to close a group.
 * @param {Group} group
 */
function waysOf({ solutions, opensMore }) {
  return solutions.length + (opensMore.length > 0 ? 1 : 0);
}

/** What a route wants, place by place, as text.
 * @param {Route} route
 */
function entriesOf({ regions }) {
  return new Set([...regions].map(([place, region]) => `${place} ${keyOfValue(region)}`));
}

/** @param {ReadonlySet<string>} some
 * @param {ReadonlySet<string>} all
 */
function isPart(some, all) {
  return [...some].every((one) => all.has(one));
}
return Object.freeze({ groupsOf });
})();

const runtime_ask_tests = (function () {
const { NEVER, NOTHING_SAID, SURE, allOf, anyOf, at, boundedBy, dayOn, isSame, joint, partsOf, placeOf, solved } = runtime_ask_goals;
const { answersOf, itemsOf, keyOfValue, options, possible, range, whole } = runtime_ask_regions;
const { dayOf } = runtime_days;
const { MIRRORED, UPPER } = runtime_interpreter;
/** What must be so on one request for a test to have an answer: the goals of tests.
 *
 * A test of a list becomes tests of its records, those included that may still come, so that each goal is about facts,
 * items of findings and fields of records alone. Strong Kleene logic is kept: a goal is reached exactly where the test
 * surely has the answer, with one exception. Where two facts that are compared are both not stated, both are asked for,
 * even if one of them would be enough by the range of the other.
 */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Goal} Goal */
/** @typedef {import("./ask_goals.js").Day} Day */
/** @typedef {import("./ask_goals.js").Before} Before */
/** @typedef {import("./ask_goals.js").Weights} Weights */
/** @typedef {import("./ask_goals.js").Says} Says */
/** @typedef {import("./ask_goals.js").Facts} Facts */
/** @typedef {readonly [string, number]} Row A list and the number of a record. */

/** @type {Readonly<Record<string, readonly string[]>>} */
const NEGATED = { "<": [">="], "<=": [">"], ">": ["<="], ">=": ["<"], "==": ["<", ">"] };
const SIZE = "#"; // behind the place of a set whose items are counted
const MOST_SIZE = 1_000_000n;

/** The goals of tests on one request. */
class Goals {
  /** @param {any} request
   * @param {Facts} facts
   * @param {ReadonlyMap<Place, unknown>} movable The places that state something and may come to state something else.
   * @param {ReadonlyMap<string, number>} more How many records may still come to each list that is stated.
   */
  constructor(request, facts, movable, more) {
    this.request = request;
    this.facts = facts;
    this.movable = movable;
    this.more = more;
    this.givenUp = false; // whether some test was not solved
  }

  /** The goal of a test that is not solved, such as a sum over records that are not known: never reached. */
  unsolved() {
    this.givenUp = true;
    return NEVER;
  }

  /** What is stated in a place; undefined for nothing.
   * @param {Place} place
   * @returns {any}
   */
  value(place) {
    let found = this.request;
    for (const part of partsOf(place)) {
      if (typeof part === "number") found = part >= 0 ? found[part] : {};
      else found = Object.hasOwn(found, part) ? found[part] : undefined;
      if (found === undefined) return undefined;
    }
    return found;
  }

  /** Whether a place states something that may not change.
   * @param {Place} place
   */
  isFixed(place) {
    return !this.movable.has(place) && this.value(place) !== undefined;
  }

  /** The goal that a test is surely met, or surely not met.
   * @param {any} expr
   * @param {boolean} wanted
   * @param {Row | null} row
   * @param {Says} says
   * @returns {Goal}
   */
  of(expr, wanted = true, row = null, says = NOTHING_SAID) {
    if ("says" in expr) {
      const { question = "", answer = "" } = expr.says;
      return this.of(expr.part, wanted, row, question && answer ? [question, answer] : says);
    }
    if ("not" in expr) return this.of(expr.not, !wanted, row, says);
    if ("at_least" in expr) {
      const count = wanted ? expr.at_least : expr.of.length - expr.at_least + 1;
      return joint(count, expr.of.map((/** @type {any} */ part) => this.of(part, wanted, row, says)));
    }
    if ("compare" in expr) {
      const sort = this.sort(expr.left) || this.sort(expr.right) || "answer";
      return this.compared(expr.compare, expr.left, expr.right, wanted, row, sort, says);
    }
    if ("documented" in expr) return wanted ? this.documented(this.place(expr.documented, row)) : NEVER;
    return this.included(this.place(expr.in, row), "includes" in expr ? expr.includes : `${expr.begins}*`, wanted);
  }

  /** The place of a fact, of a field of the record in hand, or of one that was looked up.
   * @param {any} named
   * @param {Row | null} row
   * @returns {Place}
   */
  place(named, row) {
    if ("at" in named) return named.at;
    return placeOf("fact" in named ? [named.fact] : [.../** @type {Row} */ (row), named.field]);
  }

  /** The goal that something is stated in a place.
   * @param {Place} place
   * @returns {Goal}
   */
  documented(place) {
    if (this.value(place) !== undefined) return SURE;
    const fact = this.facts.of(place);
    if (fact.type !== "findings") return at(place, whole(fact));
    const items = answersOf(fact).map((item) => placeOf([...partsOf(place), item]));
    return anyOf(items.map((item) => at(item, options([true, false]))));
  }

  /** An item is found, or in a set; a code is on a list.
   * @param {Place} place
   * @param {string} item
   * @param {boolean} wanted
   * @returns {Goal}
   */
  included(place, item, wanted) {
    const fact = this.facts.of(place);
    const value = this.value(place);
    if (fact.type === "findings") {
      const found = value !== undefined && Object.hasOwn(value, item) ? value[item] : undefined;
      if (found === undefined) return at(placeOf([...partsOf(place), item]), options([wanted]));
      return found === wanted ? SURE : NEVER;
    }
    if (value !== undefined) {
      const begins = item.endsWith("*") ? item.slice(0, -1) : null;
      const isBegun = (/** @type {string} */ code) => begins !== null && code.startsWith(begins);
      const so = begins === null ? value.includes(item) : value.some(isBegun);
      return so === wanted ? SURE : NEVER;
    }
    const region = /** @type {import("./ask_regions.js").Items} */ (whole(fact));
    return at(place, { ...region, [wanted ? "inside" : "outside"]: [item] });
  }

  /** How the values of a term are compared; empty for a fixed value.
   * @param {any} term
   * @returns {string}
   */
  sort(term) {
    if ("fact" in term || "field" in term) {
      const { type } = this.facts.named("fact" in term ? term.fact : term.field);
      return type === "number" || type === "date" ? type : "answer";
    }
    if ("value" in term) return "";
    if ("shift" in term) return "date";
    return Object.keys(UPPER).some((kind) => kind in term) ? this.facts.named(term.by).type : "number";
  }

  /** A comparison surely holds, or surely does not. A value that does not exist compares with nothing.
   * @param {string} op
   * @param {any} left
   * @param {any} right
   * @param {boolean} wanted
   * @param {Row | null} row
   * @param {string} sort
   * @param {Says} says
   * @returns {Goal}
   */
  compared(op, left, right, wanted, row, sort, says) {
    const found = firstIn(left) ?? firstIn(right);
    if (found === null) {
      const ops = wanted ? [op] : sort === "answer" ? ["!="] : NEGATED[op];
      return anyOf(ops.map((one) => this.simple(one, left, right, row, sort, says)));
    }
    /** @type {Beside} */
    const beside = (value, by) =>
      this.compared(by, replaced(left, found, value), replaced(right, found, value), true, row, sort, says);
    const rises = signOf(left, found) - signOf(right, found) > 0;
    const ops = wanted ? [op] : NEGATED[op];
    if ("count" in found) return this.counted(found, row, ops, rises, beside);
    return this.extreme(found, wanted, ops, rises, beside);
  }

  /** The records of a stated list, and those that may still come.
   * @param {string} name
   * @returns {Row[]}
   */
  records(name) {
    const stated = this.request[name].map((/** @type {unknown} */ _, /** @type {number} */ number) => [name, number]);
    for (let number = 1; number <= (this.more.get(name) ?? 0); number++) stated.push([name, -number]);
    return stated;
  }

  /** For each record the goal that it surely matches, or surely does not.
   * @param {string} name
   * @param {any} where
   * @param {boolean} wanted
   * @returns {{record: Row, goal: Goal}[]}
   */
  matching(name, where, wanted) {
    return this.records(name).map((record) => {
      const goal = where === undefined ? (wanted ? SURE : NEVER) : this.of(where, wanted, record);
      if (record[1] >= 0) return { record, goal };
      const comes = allOf([coming(record), goal]);
      return { record, goal: wanted ? comes : anyOf([at(placeOf(record), options([false])), comes]) };
    });
  }

  /** A comparison of a number of records, or of the items of a set.
   * @param {any} term
   * @param {Row | null} row
   * @param {readonly string[]} ops
   * @param {boolean} rises The left side rises with it, or the right one falls.
   * @param {Beside} beside
   * @returns {Goal}
   */
  counted(term, row, ops, rises, beside) {
    const place = this.place(term.count, row);
    const fact = this.facts.of(place);
    const value = this.value(place);
    if (fact.type !== "list") {
      const size = value === undefined ? { size: place } : { value: value.length };
      return anyOf(ops.map((op) => beside(size, op)));
    }
    if (value === undefined) return at(place, whole(fact));
    const does = this.matching(fact.name, term.where, true).map(({ goal }) => goal);
    const doesNot = this.matching(fact.name, term.where, false).map(({ goal }) => goal);
    const least = does.filter((goal) => goal === SURE).length;
    const most = does.length - doesNot.filter((goal) => goal === SURE).length;
    const ways = [];
    for (const op of ops) {
      // Where the comparison is the easier the fewer there are, it is enough that there are at most so many.
      const few = (op === "<" || op === "<=") === rises;
      let before = keyOfValue(NEVER);
      for (let step = 0; step <= most - least; step++) {
        const count = few ? most - step : least + step;
        const goal = beside({ value: count }, op);
        const key = keyOfValue(goal);
        if (key !== before || op === "==") {
          const atLeast = op === "==" || !few ? joint(count, does) : SURE;
          const atMost = op === "==" || few ? joint(does.length - count, doesNot) : SURE;
          ways.push(allOf([atLeast, atMost, goal]));
        }
        before = key;
        if (goal === SURE && op !== "==") break;
      }
    }
    return anyOf(ways);
  }

  /** A comparison of the latest or earliest date, or of the highest or lowest number.
   * @param {any} term
   * @param {boolean} wanted
   * @param {readonly string[]} ops
   * @param {boolean} rises
   * @param {Beside} beside
   * @returns {Goal}
   */
  extreme(term, wanted, ops, rises, beside) {
    const kind = /** @type {string} */ (["total", ...Object.keys(UPPER)].find((one) => one in term));
    const place = placeOf([term[kind]]);
    if (this.value(place) === undefined) return at(place, whole(this.facts.of(place)));
    const does = this.matching(term[kind], term.where, true);
    const doesNot = this.matching(term[kind], term.where, false);
    if (kind === "total") return this.total(term.by, does, doesNot, ops, beside);
    const none = allOf(doesNot.map(({ goal }) => goal));
    const some = anyOf(does.map(({ goal }) => goal));
    // Of `latest <= x` every record decides, of `latest >= x` one; of the earliest it is the other way round.
    const upper = /** @type {Record<string, boolean>} */ (UPPER)[kind];
    const ways = ops.map((one) => {
      const byOne = (one === ">" || one === ">=") === rises;
      const field = (/** @type {Row} */ record) => ({ at: placeOf([...record, term.by]) });
      const reached = does.map(({ record, goal }) => allOf([goal, beside(field(record), one)]));
      const bound = one !== "==" ? one : upper === rises ? "<=" : ">=";
      const kept = doesNot.map(({ record, goal }) => {
        return anyOf([goal, allOf([coming(record), beside(field(record), bound)])]);
      });
      if (one === "==") return allOf([anyOf(reached), ...kept]);
      return byOne === upper ? anyOf(reached) : allOf([some, ...kept]);
    });
    return wanted ? anyOf(ways) : anyOf([none, ...ways]);
  }

  /** A comparison of a sum over records, if it is known which ones it adds.
   * @param {string} by
   * @param {readonly {record: Row, goal: Goal}[]} does
   * @param {readonly {record: Row, goal: Goal}[]} doesNot
   * @param {readonly string[]} ops
   * @param {Beside} beside
   * @returns {Goal}
   */
  total(by, does, doesNot, ops, beside) {
    if (![...does, ...doesNot].every(({ goal }) => goal === SURE || goal === NEVER)) return this.unsolved();
    const rows = does.filter(({ goal }) => goal === SURE).map(({ record }) => ({ at: placeOf([...record, by]) }));
    const sum = rows.length > 0 ? { sum: rows } : { value: 0 };
    return anyOf(ops.map((op) => beside(sum, op)));
  }

  /** A comparison of facts, fields and fixed values.
   * @param {string} op
   * @param {any} left
   * @param {any} right
   * @param {Row | null} row
   * @param {string} sort
   * @param {Says} says
   * @returns {Goal}
   */
  simple(op, left, right, row, sort, says) {
    if (sort === "date") return this.days(op, this.day(left, row), this.day(right, row), says);
    if (sort === "number") return this.numbers(op, left, right, row, says);
    return this.answers(op === "==", left, right, row, says);
  }

  /** Two answers are the same, or not.
   * @param {boolean} wanted
   * @param {any} left
   * @param {any} right
   * @param {Row | null} row
   * @param {Says} says
   * @returns {Goal}
   */
  answers(wanted, left, right, row, says) {
    const sides = [left, right].map((term) => {
      if ("value" in term) return { place: null, value: term.value };
      const place = this.place(term, row);
      return { place, value: this.isFixed(place) ? this.value(place) : undefined };
    });
    const open = sides.filter(({ value }) => value === undefined).map(({ place }) => /** @type {Place} */ (place));
    if (open.length === 2) {
      if (open[0] === open[1]) return wanted ? this.stated(open.slice(0, 1)) : NEVER;
      return { kind: "alike", wanted, places: [open[0], open[1]], says };
    }
    if (open.length === 0) return isSame(sides[0].value, sides[1].value) === wanted ? SURE : NEVER;
    return this.answer(open[0], sides.find(({ value }) => value !== undefined)?.value, wanted);
  }

  /** A place states this answer, or another one.
   * @param {Place} place
   * @param {any} value
   * @param {boolean} wanted
   * @returns {Goal}
   */
  answer(place, value, wanted) {
    const region = whole(this.facts.of(place));
    if (region.kind === "options") {
      const kept = region.answers.filter((answer) => (answer === value) === wanted);
      return kept.length > 0 ? at(place, options(kept)) : NEVER;
    }
    const items = [...new Set(value)].sort();
    if (wanted) return at(place, itemsOf(items, [], items.length, items.length));
    return at(place, /** @type {any} */ ({ ...region, otherThan: [items] }));
  }

  /** A weighted sum of numbers compares with 0.
   * @param {string} op
   * @param {any} left
   * @param {any} right
   * @param {Row | null} row
   * @param {Says} says
   * @returns {Goal}
   */
  numbers(op, left, right, row, says) {
    const known = byRange(op, this.span(left, row), this.span(right, row));
    if (known !== null) return known ? SURE : NEVER;
    /** @type {Map<Place, bigint>} */
    const weights = new Map();
    let constant = this.weigh(left, 1n, row, weights) + this.weigh(right, -1n, row, weights);
    let open = [...weights].filter(([, weight]) => weight !== 0n);
    if (op === ">" || op === ">=") {
      op = MIRRORED[/** @type {">"} */ (op)];
      constant = -constant;
      open = open.map(([place, weight]) => [place, -weight]);
    }
    if (open.length === 0) {
      const so = op === "==" ? constant === 0n : op === "<" ? constant < 0n : constant <= 0n;
      return so ? this.stated([...weights.keys()]) : NEVER;
    }
    const cancelled = [...weights].filter(([, weight]) => weight === 0n).map(([place]) => place);
    return allOf([this.stated(cancelled), this.weighed(op, open, constant, says)]);
  }

  /** The weighted sum of these places, with a constant, is below 0 or equal to it.
   * @param {string} op
   * @param {readonly (readonly [Place, bigint])[]} open
   * @param {bigint} constant
   * @param {Says} says
   * @returns {Goal}
   */
  weighed(op, open, constant, says) {
    if (open.length > 1) {
      if (open.some(([place]) => isSize(place))) return this.unsolved();
      return { kind: "weighed", op, weights: open, constant, says };
    }
    const [place, weight] = open[0];
    if (isSize(place)) {
      return this.size(ofSize(place), boundedBy(op, weight * this.facts.unit, constant, range(0n, MOST_SIZE)));
    }
    const found = solved({ kind: "weighed", op, weights: open, constant, says }, place, this.facts, new Map());
    return found === null ? NEVER : at(place, found);
  }

  /** The goal that something is stated in each place.
   * @param {readonly Place[]} places
   * @returns {Goal}
   */
  stated(places) {
    const own = places.map((place) => (isSize(place) ? ofSize(place) : place));
    return allOf(own.map((place) => at(place, whole(this.facts.of(place)))));
  }

  /** The goal that the number of items of a set compares so.
   * @param {Place} place
   * @param {import("./ask_regions.js").Range | null} sizes
   * @returns {Goal}
   */
  size(place, sizes) {
    if (sizes === null) return NEVER;
    const region = /** @type {import("./ask_regions.js").Items} */ (whole(this.facts.of(place)));
    const [low, high] = [Math.max(region.low, Number(sizes.low)), Math.min(region.high, Number(sizes.high))];
    const found = possible({ ...region, low, high });
    return found === null ? NEVER : at(place, found);
  }

  /** Add the weights of the open places of a term; the constant of the rest.
   * @param {any} term
   * @param {bigint} factor
   * @param {Row | null} row
   * @param {Map<Place, bigint>} weights
   * @returns {bigint}
   */
  weigh(term, factor, row, weights) {
    if ("value" in term) return factor * this.facts.exact(term.value);
    if ("sum" in term) {
      let sum = 0n;
      for (const part of term.sum) sum += this.weigh(part, factor, row, weights);
      return sum;
    }
    if ("times" in term) return this.weigh(term.part, factor * BigInt(term.times), row, weights);
    const place = "size" in term ? placeOf([...partsOf(term.size), SIZE]) : this.place(term, row);
    if (!("size" in term) && this.isFixed(place)) return factor * this.facts.exact(this.value(place));
    weights.set(place, (weights.get(place) ?? 0n) + factor);
    return 0n;
  }

  /** The least and the most that a number can be.
   * @param {any} term
   * @param {Row | null} row
   * @returns {[bigint, bigint]}
   */
  span(term, row) {
    if ("value" in term) return [this.facts.exact(term.value), this.facts.exact(term.value)];
    if ("sum" in term) {
      /** @type {[bigint, bigint][]} */
      const parts = term.sum.map((/** @type {any} */ part) => this.span(part, row));
      return [parts.reduce((sum, [low]) => sum + low, 0n), parts.reduce((sum, [, high]) => sum + high, 0n)];
    }
    if ("times" in term) {
      const [one, other] = this.span(term.part, row).map((end) => end * BigInt(term.times));
      return one < other ? [one, other] : [other, one];
    }
    if ("size" in term) {
      const region = /** @type {import("./ask_regions.js").Items} */ (whole(this.facts.of(term.size)));
      return [BigInt(region.low) * this.facts.unit, BigInt(region.high) * this.facts.unit];
    }
    const place = this.place(term, row);
    if (this.isFixed(place)) return [this.facts.exact(this.value(place)), this.facts.exact(this.value(place))];
    const fact = this.facts.of(place);
    return [this.facts.exact(fact.from), this.facts.exact(fact.to)];
  }

  /** A date with its moves; a fixed one is moved.
   * @param {any} term
   * @param {Row | null} row
   * @returns {Day}
   */
  day(term, row) {
    if ("value" in term) return { place: null, day: BigInt(dayOf(term.value)), moves: [] };
    if ("shift" in term) {
      const inner = this.day(term.shift, row);
      const later = { ...inner, moves: [...inner.moves, /** @type {[number, number]} */ ([term.months, term.days])] };
      return inner.place === null ? { place: null, day: dayOn(later, inner.day), moves: [] } : later;
    }
    const place = this.place(term, row);
    return this.isFixed(place)
      ? { place: null, day: BigInt(dayOf(this.value(place))), moves: [] }
      : { place, day: 0n, moves: [] };
  }

  /** The first and the last day that it can be.
   * @param {Day} day
   * @returns {[bigint, bigint]}
   */
  daysOf(day) {
    if (day.place === null) return [day.day, day.day];
    const ends = /** @type {import("./ask_regions.js").Range} */ (whole(this.facts.of(day.place)));
    return [dayOn(day, ends.low), dayOn(day, ends.high)];
  }

  /** One day is before the other, or on it.
   * @param {string} op
   * @param {Day} left
   * @param {Day} right
   * @param {Says} says
   * @returns {Goal}
   */
  days(op, left, right, says) {
    if (op === ">" || op === ">=") [op, left, right] = [MIRRORED[/** @type {">"} */ (op)], right, left];
    const known = byRange(op, this.daysOf(left), this.daysOf(right));
    if (known !== null) return known ? SURE : NEVER;
    if (left.place === right.place) { // no document compares a day with itself
      const same = left.place !== null && keyOfValue(left.moves) === keyOfValue(right.moves) && op !== "<";
      return same ? this.stated([/** @type {Place} */ (left.place)]) : NEVER;
    }
    /** @type {Before} */
    const relation = { kind: "before", op, left, right, says };
    if (left.place !== null && right.place !== null) return relation;
    const place = /** @type {Place} */ (left.place ?? right.place);
    const found = solved(relation, place, this.facts, new Map());
    return found === null ? NEVER : at(place, found);
  }
}

/** @callback Beside
 * @param {any} value
 * @param {string} op
 * @returns {Goal}
 */

/** The goal that a record is there. A record that may still come has to come.
 * @param {Row} record
 * @returns {Goal}
 */
function coming(record) {
  return record[1] < 0 ? at(placeOf(record), options([true])) : SURE;
}

/** @param {Place} place */
function isSize(place) {
  return partsOf(place).at(-1) === SIZE;
}

/** @param {Place} place */
function ofSize(place) {
  return placeOf(partsOf(place).slice(0, -1));
}

/** Whether a comparison holds wherever its two sides lie; null if that depends.
 * @param {string} op
 * @param {[bigint, bigint]} left
 * @param {[bigint, bigint]} right
 * @returns {boolean | null}
 */
function byRange(op, left, right) {
  if (op === ">" || op === ">=") [op, left, right] = [MIRRORED[/** @type {">"} */ (op)], right, left];
  if (op === "==") {
    if (left[0] === left[1] && left[1] === right[0] && right[0] === right[1]) return true;
    return left[1] < right[0] || right[1] < left[0] ? false : null;
  }
  if (left[1] < right[0] || (op === "<=" && left[1] === right[0])) return true;
  return right[1] < left[0] || (op === "<" && right[1] === left[0]) ? false : null;
}

// ---------------------------------------------------------------- terms that count

/** The first count or extreme of a list inside a term.
 * @param {any} term
 * @returns {any}
 */
function firstIn(term) {
  if ("count" in term || "by" in term) return term;
  for (const part of insideOf(term)) {
    const found = firstIn(part);
    if (found !== null) return found;
  }
  return null;
}

/** @param {any} term
 * @returns {any[]}
 */
function insideOf(term) {
  return "shift" in term ? [term.shift] : "part" in term ? [term.part] : (term.sum ?? []);
}

/** 1 if a term rises with a part of it, -1 if it falls, 0 if it has no such part.
 * @param {any} term
 * @param {any} part
 * @returns {number}
 */
function signOf(term, part) {
  if (term === part) return 1;
  const inner = insideOf(term).reduce((sum, one) => sum + signOf(one, part), 0);
  return "times" in term && term.times <= 0 ? -inner : inner;
}

/** The term with another one in place of a part.
 * @param {any} term
 * @param {any} old
 * @param {any} other
 * @returns {any}
 */
function replaced(term, old, other) {
  if (term === old) return other;
  if ("shift" in term) return { ...term, shift: replaced(term.shift, old, other) };
  if ("sum" in term) return { sum: term.sum.map((/** @type {any} */ part) => replaced(part, old, other)) };
  return "times" in term ? { ...term, part: replaced(term.part, old, other) } : term;
}
return Object.freeze({ Goals });
})();

const runtime_ask_moves = (function () {
const { NOTHING_SAID, eachOf, partsOf, placeOf } = runtime_ask_goals;
const { meet, options, range, stepsOf, whole } = runtime_ask_regions;
const { Goals } = runtime_ask_tests;
const { dayOf } = runtime_days;
const { MET } = runtime_words;
/** What of a request may change: planned days and numbers, what grows with time, and records that may still come. */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Facts} Facts */
/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./compiled.js").Compiled} Compiled */
/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** A place that states something which may change: what it states now, and what it may come to state.
 * @typedef {{now: bigint, region: Region, allowed: Region}} Move
 */

const MOST_RECORDS = 4; // that may still come to one list

/** The places that state something which may change, as far as the request stays in scope.
 * @param {Compiled} compiled
 * @param {Facts} facts
 * @param {any} request
 * @param {readonly string[]} verdicts
 * @param {string} today A day, or empty.
 * @returns {ReadonlyMap<Place, Move>}
 */
function movesOf(compiled, facts, request, verdicts, today) {
  const moves = new Map(movable(compiled.policy, facts, request, today));
  return new Map(withinScope(compiled, facts, request, verdicts, moves));
}

/** The places that state something which may change, and the records that may still come.
 * @param {CompiledPolicy} policy
 * @param {Facts} facts
 * @param {any} request
 * @param {string} today
 * @returns {Iterable<[Place, Move]>}
 */
function* movable(policy, facts, request, today) {
  for (const { fact: name, plan, grows } of policy.asking) {
    if (!Object.hasOwn(request, name) || !(plan || grows)) continue;
    const fact = facts.named(name);
    if (fact.type === "list") {
      for (let number = 1; grows && number <= MOST_RECORDS; number++) {
        yield [placeOf([name, -number]), { now: 0n, region: options([false]), allowed: options([true]) }];
      }
      continue;
    }
    const now = stepsOf(fact, request[name]);
    const every = /** @type {import("./ask_regions.js").Range} */ (whole(fact));
    const start = today && fact.type === "date" ? BigInt(dayOf(today)) : every.low;
    const first = start > every.low ? start : every.low;
    const low = plan === "fewer" ? every.low : plan === "another day" ? first : first > now ? first : now;
    const high = plan === "fewer" ? now : every.high;
    if (low <= high) yield [placeOf([name]), { now, region: range(now, now), allowed: range(low, high) }];
  }
}

/** The same places, each as far as it may change before the request is out of scope.
 * @param {Compiled} compiled
 * @param {Facts} facts
 * @param {any} request
 * @param {readonly string[]} verdicts
 * @param {ReadonlyMap<Place, Move>} moves
 * @returns {Iterable<[Place, Move]>}
 */
function* withinScope(compiled, facts, request, verdicts, moves) {
  const goals = new Goals(request, facts, moves, new Map());
  const scope = compiled.scope.filter((number) => verdicts[number] === MET);
  const always = scope.map((number) => compiled.tests(number)).filter(({ applies }) => applies === null);
  const limits = always.flatMap(({ test }) => eachOf(goals.of(test)));
  for (const [place, move] of moves) {
    let allowed = move.allowed;
    for (const limit of limits) {
      if (limit.kind === "at" && limit.place === place) allowed = meet(allowed, limit.region) ?? allowed;
    }
    yield [place, { ...move, allowed }];
  }
}

/** A planned day is never before the day of receipt, whichever of the two changes.
 * @param {CompiledPolicy} policy
 * @returns {Iterable<import("./ask_goals.js").Before>}
 */
function* orderOfDays(policy) {
  for (const first of plannedAs(policy, ["sent later"])) {
    for (const last of plannedAs(policy, ["another day"])) {
      const [left, right] = [first, last].map((name) => ({ place: placeOf([name]), day: 0n, moves: [] }));
      yield { kind: "before", op: "<=", left, right, says: NOTHING_SAID };
    }
  }
}

/** How many records may come to each list: as many as a count asks for.
 * @param {Compiled} compiled
 * @param {ReadonlyMap<Place, Move>} moves
 */
function recordsToCome(compiled, moves) {
  const lists = [...moves.keys()].map(partsOf).filter((parts) => parts.length > 1).map(([name]) => name);
  const wanted = new Map(lists.map((name) => [name, 1]));
  for (const number of [...compiled.scope, ...compiled.required]) {
    const { applies, test } = compiled.tests(number);
    for (const [name, count] of [...countsIn(applies), ...countsIn(test)]) {
      const known = wanted.get(name);
      if (known !== undefined) wanted.set(name, Math.max(known, Math.min(count, MOST_RECORDS)));
    }
  }
  return wanted;
}

/** The lists whose records are counted, each with the number that the count is compared with.
 * @param {any} tree
 * @returns {Iterable<[string, number]>}
 */
function* countsIn(tree) {
  if (typeof tree !== "object" || tree === null) return;
  const list = "compare" in tree && "value" in tree.right ? tree.left.count?.fact : undefined;
  if (list !== undefined) yield [list, Math.trunc(tree.right.value)];
  for (const inner of Object.values(tree)) yield* countsIn(inner);
}

/** The day to name where any day will do: a planned day, the day of receipt or today, if one of them is known.
 * @param {CompiledPolicy} policy
 * @param {any} request
 * @param {string} today
 * @returns {bigint | null}
 */
function usualDay(policy, request, today) {
  const planned = plannedAs(policy, ["another day", "sent later"]).filter((name) => Object.hasOwn(request, name));
  const first = [...planned.map((name) => request[name]), today].find((day) => day);
  return first ? BigInt(dayOf(first)) : null;
}

/** The facts with one of these plans.
 * @param {CompiledPolicy} policy
 * @param {readonly string[]} plans
 * @returns {string[]}
 */
function plannedAs(policy, plans) {
  return policy.asking.filter(({ plan }) => plans.includes(plan)).map(({ fact }) => fact);
}
return Object.freeze({ movesOf, orderOfDays, recordsToCome, usualDay });
})();

const runtime_ask_search = (function () {
const { Facts, allOf, anyOf, isSo, partsOf, placeOf, placesOf } = runtime_ask_goals;
const { movesOf, orderOfDays, recordsToCome, usualDay } = runtime_ask_moves;
const { keyOfValue, meet, range, whole } = runtime_ask_regions;
const { Routes, apart, covers, united } = runtime_ask_routes;
const { Solving, comes, stating } = runtime_ask_solving;
const { Goals } = runtime_ask_tests;
const { NO_RECORD, truthOf } = runtime_interpreter;
const { requestOf } = runtime_questions;
const { insideOf } = runtime_result;
const { MISSING, NOT_MET } = runtime_words;
/** The ways to close criteria of a request: routes to their goals, each tried on the request.
 *
 * A route is kept if doing just what it says closes its criteria, and opens no other one.
 */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Goal} Goal */
/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_routes.js").Route} Route */
/** @typedef {import("./ask_routes.js").Asked} Asked */
/** @typedef {import("./ask_solving.js").Solution} Solution */
/** Criteria that are closed together, by their numbers, with the ways to close them, and the lists of places that are
 * asked for alone since they open more.
 * @typedef {object} Group
 * @property {readonly number[]} numbers
 * @property {readonly Solution[]} solutions
 * @property {readonly (readonly Place[])[]} opensMore
 */

const MOST_ROUNDS = 3; // of going round the criteria that a route would break

/** @type {WeakMap<object, Facts>} */
const KNOWN = new WeakMap();

/** The facts of a policy, looked at once.
 * @param {any} policy
 * @returns {Facts}
 */
function factsOf(policy) {
  const found = KNOWN.get(policy) ?? new Facts(policy);
  KNOWN.set(policy, found);
  return found;
}

/** The search for ways on one request. */
class Search {
  /** @param {import("./result.js").Result} result
   * @param {string} today A day, or empty.
   */
  constructor(result, today) {
    const { compiled, chart } = insideOf(result);
    this.compiled = compiled;
    this.policy = compiled.policy;
    this.request = requestOf(this.policy.facts, chart, compiled.layout);
    this.facts = factsOf(this.policy);
    this.verdicts = compiled.verdicts(chart);
    this.asked = this.policy.criteria.flatMap(({ effect }, number) => (effect === "advisory" ? [] : [number]));
    this.open = this.asked.filter((number) => isOpen(this.verdicts[number]));
    this.today = today;
    this.moves = movesOf(compiled, this.facts, this.request, this.verdicts, today);
    this.plan = [...orderOfDays(this.policy)];
    this.routes = new Routes((place, region) => this.isFree(place, region));
    this.solving = new Solving(this.facts, this.moves, this.plan, usualDay(this.policy, this.request, today));
    this.goals = new Goals(this.request, this.facts, this.moves, recordsToCome(compiled, this.moves));
    /** @type {Map<number, Goal>} */
    this.known = new Map();
    /** @type {Map<number, import("./interpreter.js").Test>} */
    this.conditions = new Map();
  }

  /** Whether a place states a value of this region already.
   * @param {Place} place
   * @param {Region} region
   */
  isFree(place, region) {
    const move = this.moves.get(place);
    return move !== undefined && meet(move.region, region) !== null;
  }

  /** @param {string} name
   * @returns {any}
   */
  stated(name) {
    return Object.hasOwn(this.request, name) ? this.request[name] : undefined;
  }

  /** The goal that closes a criterion: it does not apply, or it applies and is met.
   *
   * Where it is unclear whether a criterion applies, what it requires is asked only together with that.
   * @param {number} number
   * @returns {Goal}
   */
  goal(number) {
    let found = this.known.get(number);
    if (found === undefined) {
      const { applies, test } = this.compiled.tests(number);
      const goal = this.goals.of(test);
      found = applies === null ? goal : anyOf([this.goals.of(applies, false), allOf([this.goals.of(applies), goal])]);
      this.known.set(number, found);
    }
    return found;
  }

  /** The ways to close some criteria together.
   * @param {readonly number[]} numbers
   * @returns {Group}
   */
  closing(numbers) {
    const routes = this.routes.to(allOf(numbers.map((number) => this.goal(number))));
    const listing = routes.map((route) => this.lists(route)).filter((lists) => lists.length > 0);
    listing.sort((one, other) => one.length - other.length);
    const found = routes
      .filter((route) => this.lists(route).length === 0 && this.isInOrder(route))
      .flatMap((route) => this.verified(numbers, route));
    return { numbers, solutions: this.reduced(numbers, found), opensMore: listing.slice(0, 1) };
  }

  /** The lists that a route asks for as a whole.
   * @param {Route} route
   */
  lists(route) {
    const places = [...route.regions.keys()];
    return places.filter((place) => partsOf(place).length === 1 && this.facts.of(place).type === "list");
  }

  /** Whether records are added in order: a second one only after a first one.
   * @param {Route} route
   */
  isInOrder({ regions }) {
    const isComing = (/** @type {Place} */ place) => {
      const region = regions.get(place);
      return this.moves.has(place) && region?.kind === "options" && !region.answers.includes(false);
    };
    return [...regions.keys()].filter(isComing).every((place) => {
      const [name, number, ...others] = partsOf(place);
      return number === undefined || others.length > 0 || number === -1 || isComing(placeOf([name, number + 1]));
    });
  }

  /** The solution of a route; if it breaks other criteria, the solutions that also close these.
   * @param {readonly number[]} numbers
   * @param {Route} route
   * @param {number} rounds
   * @returns {Solution[]}
   */
  verified(numbers, route, rounds = MOST_ROUNDS) {
    for (const solution of this.solving.of(route)) {
      const chart = this.compiled.read(stating(this.request, solution.values));
      if (chart === undefined) continue;
      const verdicts = this.compiled.verdicts(chart);
      if (numbers.some((number) => isOpen(verdicts[number]))) continue;
      const broken = this.broken(verdicts);
      if (broken.length === 0) return [solution];
      if (rounds === 0) return [];
      const beside = this.routes.to(allOf(broken.map((number) => this.goal(number))));
      const own = keyOfRoute(route);
      return this.routes
        .least(this.routes.both([route], beside.filter((one) => this.lists(one).length === 0)))
        .filter((further) => keyOfRoute(further) !== own && this.isInOrder(further))
        .flatMap((further) => this.verified(numbers, further, rounds - 1));
    }
    return [];
  }

  /** The solutions without those that ask for all that another one asks for, and for more.
   *
   * A solution also loses the answers with which a smaller one would do: where *no* is enough by itself, a rationale is
   * asked for beside *yes* alone.
   * @param {readonly number[]} numbers
   * @param {readonly Solution[]} solutions
   * @returns {Solution[]}
   */
  reduced(numbers, solutions) {
    const kept = this.least(solutions.map((one) => ({ asked: this.askedOf(one), whole: one.route })));
    const joined = this.least(united(kept));
    const every = joined.map(({ asked }) => asked);
    const found = joined.flatMap(({ asked, whole: route }) =>
      apart(asked, every, "options").flatMap((part) => {
        const own = this.minimal(numbers, part, route);
        if (own.length > 0) return own;
        return apart(part, every, "range").flatMap((less) => this.minimal(numbers, less, route));
      }),
    );
    return this.notContained(found);
  }

  /** The solutions that no other one contains. Of equal ones the first stays.
   * @param {readonly Solution[]} solutions
   * @returns {Solution[]}
   */
  notContained(solutions) {
    const allowed = solutions.map((one) => ({ regions: one.regions, relations: this.askedOf(one).relations }));
    const contains = (/** @type {number} */ at, /** @type {number} */ number) =>
      covers(allowed[at], allowed[number]) && (at < number || !covers(allowed[number], allowed[at]));
    return solutions.filter((_, number) => !solutions.some((_, at) => at !== number && contains(at, number)));
  }

  /** What a solution asks for, as a route: the places that state it already are left out.
   * @param {Solution} solution
   * @returns {Route}
   */
  askedOf({ route, regions }) {
    const asked = [...regions.keys()].map(
      (place) => /** @type {const} */ ([place, route.regions.get(place) ?? this.solving.whole(place)]),
    );
    const relations = [...route.relations].filter(([, one]) => placesOf(one).some((place) => regions.has(place)));
    return { regions: new Map(asked), relations: new Map(relations) };
  }

  /** The routes that ask for least, each with the whole route that it is a part of.
   * @param {readonly Asked[]} asked
   * @returns {Asked[]}
   */
  least(asked) {
    const routes = new Map(asked.map((one) => [one.asked, one.whole]));
    const least = this.routes.least([...routes.keys()]);
    return least.map((one) => ({ asked: one, whole: /** @type {Route} */ (routes.get(one)) }));
  }

  /** The first solution, if there is one, that breaks no other criterion and of which no part would be enough.
   *
   * The places of `asked` are to state what it says, all others what the whole route says.
   * @param {readonly number[]} numbers
   * @param {Route} asked
   * @param {Route} route
   * @returns {Solution[]}
   */
  minimal(numbers, asked, route) {
    const both = { regions: new Map([...route.regions, ...asked.regions]), relations: route.relations };
    for (const solution of this.solving.of(both)) {
      const verdicts = this.ifEnough(numbers, solution.values);
      if (verdicts === null || this.broken(verdicts).length > 0) continue;
      if (partsOfValues(solution.values).every((part) => this.ifEnough(numbers, part) === null)) return [solution];
    }
    return [];
  }

  /** The criteria that are open by these verdicts and were not open before.
   * @param {readonly string[]} verdicts
   */
  broken(verdicts) {
    return this.asked.filter((number) => isOpen(verdicts[number]) && !isOpen(this.verdicts[number]));
  }

  /** The verdicts on the request that also states these values; null if they do not close these criteria, or put a
   * planned day out of order.
   * @param {readonly number[]} numbers
   * @param {ReadonlyMap<Place, any>} values
   * @returns {string[] | null}
   */
  ifEnough(numbers, values) {
    const request = stating(this.request, values);
    const days = new Map(Object.entries(request).map(([name, value]) => [placeOf([name]), value]));
    const changed = this.plan.filter((one) => placesOf(one).some((place) => values.has(place)));
    const known = changed.filter((one) => placesOf(one).every((place) => days.has(place)));
    if (!known.every((one) => isSo(one, this.facts, days))) return null;
    const chart = this.compiled.read(request);
    if (chart === undefined) return null;
    const verdicts = this.compiled.verdicts(chart);
    const isClosed = (/** @type {number} */ number) => !isOpen(verdicts[number]) && this.appliesSurely(number, chart);
    return numbers.every(isClosed) ? verdicts : null;
  }

  /** Whether it is known whether a criterion applies.
   * @param {number} number
   * @param {any[]} chart
   */
  appliesSurely(number, chart) {
    const { applies } = this.compiled.tests(number);
    if (applies === null) return true;
    const test = this.conditions.get(number) ?? truthOf(applies, this.compiled.layout);
    this.conditions.set(number, test);
    return test(chart, NO_RECORD) !== null;
  }

  /** The comparisons of two days that are both asked for, since neither is known.
   * @param {Solution} solution
   * @returns {import("./ask_goals.js").Before[]}
   */
  ofUnknownDays({ regions, route }) {
    const isAsked = (/** @type {Place} */ place) => regions.has(place) && !this.moves.has(place);
    return [...route.relations.values()].flatMap((one) => (
      one.kind === "before" && placesOf(one).every(isAsked) ? [one] : []
    ));
  }

  /** The regions of a solution, to be put into words.
   *
   * Of two unknown days the words say how they compare, so neither region is narrowed by the range of the other day:
   * nobody means the day that this would leave.
   * @param {Solution} solution
   * @returns {Map<Place, Region>}
   */
  saidRegions(solution) {
    const { route } = solution;
    const unknown = this.ofUnknownDays(solution);
    const days = new Set(unknown.flatMap(placesOf));
    if (days.size === 0) return this.openEnded(solution.regions);
    /** @type {Map<Place, Region>} */
    const tried = new Map([...this.moves].map(([place, move]) => [place, move.region]));
    for (const [place, region] of solution.regions) tried.set(place, region);
    for (const place of days) tried.set(place, route.regions.get(place) ?? this.solving.whole(place));
    const isUnknown = (/** @type {any} */ one) => unknown.includes(one);
    const others = [...route.relations.values(), ...this.plan].filter((one) => !isUnknown(one));
    const about = others.filter((one) => placesOf(one).every((place) => tried.has(place)));
    const narrowed = this.solving.narrowed(tried, about) ?? tried;
    return this.openEnded(new Map([...solution.regions].map(([place, region]) => (
      [place, days.has(place) ? /** @type {Region} */ (narrowed.get(place)) : region]
    ))));
  }

  /** The regions, without a last day that only the scope sets: nobody plans for the last day of the model.
   * @param {ReadonlyMap<Place, Region>} regions
   * @returns {Map<Place, Region>}
   */
  openEnded(regions) {
    const ends = [...this.moves.values()].map(({ allowed }) => (allowed.kind === "range" ? allowed.high : undefined));
    return new Map([...regions].map(([place, region]) => {
      const fact = this.facts.of(place);
      if (region.kind !== "range" || fact.type !== "date" || region.low === region.high) return [place, region];
      const last = /** @type {import("./ask_regions.js").Range} */ (whole(fact)).high;
      return [place, ends.includes(region.high) ? range(region.low, last) : region];
    }));
  }

  /** The position of the fact of a place among all facts.
   * @param {Place} place
   */
  rank(place) {
    return this.policy.facts.findIndex(({ name }) => name === partsOf(place)[0]);
  }
}

/** @param {string} verdict */
function isOpen(verdict) {
  return verdict === MISSING || verdict === NOT_MET;
}

/** @param {Route} route */
function keyOfRoute({ regions, relations }) {
  const own = [...regions].map(([place, region]) => `${place} ${keyOfValue(region)}`).sort();
  return keyOfValue([own, [...relations.keys()]]);
}

/** Values by the thing that they belong to: a record that is to come has all of its fields.
 * @param {ReadonlyMap<Place, any>} values
 */
function thingsOf(values) {
  /** @type {Map<Place, Map<Place, any>>} */
  const found = new Map();
  for (const [place, value] of values) {
    const thing = comes(place) ? placeOf(partsOf(place).slice(0, 2)) : place;
    found.set(thing, (found.get(thing) ?? new Map()).set(place, value));
  }
  return found;
}

/** The values with one thing left out, for each thing; of the records that are to come, only for the last.
 * @param {ReadonlyMap<Place, any>} values
 */
function partsOfValues(values) {
  const things = thingsOf(values);
  if (things.size < 2) return [];
  const left = [...things.keys()].filter((thing) => {
    const [name, number] = partsOf(thing);
    return !comes(thing) || !things.has(placeOf([name, number - 1]));
  });
  return left.map((thing) => new Map([...things].filter(([one]) => one !== thing).flatMap(([, own]) => [...own])));
}
return Object.freeze({ Search });
})();

const runtime_ask_standing = (function () {
const { dayInWords, dayOf, moved, textOf } = runtime_days;
const { MIRRORED } = runtime_interpreter;
const { openPart, openTerm } = runtime_partial;
/** The words for a criterion that is not met as the request stands, with the number that a count found.
 *
 * If a list is counted from a day on, they also say since when: "5 counted since April 30, 2025".
 */


/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {{chart: any[], layout: import("./layout.js").Layout}} Known A chart, and its form. */

/** Days from the value of a test to the first day that meets it.
 * @type {Readonly<Record<string, number | undefined>>}
 */
const AFTER = { ">": 1, ">=": 0 };

/** A criterion that is not met, in words.
 * @param {string} title
 * @param {Expression} test
 * @param {Known} known
 */
function standing(title, test, known) {
  const counted = countedBy(test, known);
  return counted === "" ? title : `${title}: ${counted}`;
}

/** The number that a test compares with a limit, where it counts in a list; empty for every other test.
 * @param {Expression} test
 * @param {Known} known
 */
function countedBy(test, known) {
  while ("says" in test || "not" in test) test = "says" in test ? test.part : test.not;
  if (!("compare" in test)) return "";
  const term = "value" in test.right ? test.left : test.right;
  const counts = [...countsOf(term)];
  if (counts.length === 0) return "";
  const found = openTerm(term, known.chart, known.layout);
  if (!("value" in found)) return "";
  const days = new Set(counts.map(({ where }) => (where === undefined ? "" : firstDay(where, known))));
  const [since] = days.size === 1 ? days : [""];
  return `${found.value} counted${since === "" ? "" : ` since ${dayInWords(since)}`}`;
}

/** The counts in a term that count the records of a list as they are.
 * @param {Term} term
 * @returns {Iterable<import("../types.d.ts").Count>}
 */
function* countsOf(term) {
  if ("count" in term) yield term;
  if ("sum" in term) for (const part of term.sum) yield* countsOf(part);
}

/** The first day that a filter lets through; empty if it has none that is known.
 * @param {Expression} where
 * @param {Known} known
 */
function firstDay(where, { chart, layout }) {
  const days = [...firstDays(openPart(where, chart, layout))];
  return days.reduce((last, day) => (day > last ? day : last), "");
}

/** @param {Expression} where
 * @returns {Iterable<string>}
 */
function* firstDays(where) {
  while ("says" in where) where = where.part;
  if ("at_least" in where && where.at_least === where.of.length) {
    for (const part of where.of) yield* firstDays(part);
  } else if ("compare" in where) {
    let { compare: op, left, right } = where;
    if ("value" in left) [op, left, right] = [MIRRORED[op], right, left];
    const after = AFTER[op];
    if (after !== undefined && "field" in left && "value" in right && typeof right.value === "string") {
      yield textOf(moved(dayOf(right.value), 0, after));
    }
  }
}
return Object.freeze({ standing });
})();

const runtime_ask_words = (function () {
const { partsOf } = runtime_ask_goals;
const { answersOf, statedOf, whole } = runtime_ask_regions;
const { dayInWords } = runtime_days;
/** What the ask list says, in words for staff: answers, numbers with their units, and dates. */


/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_regions.js").Range} Range */
/** What is said of a place that is compared with others; null for one that is not.
 * @typedef {readonly string[] | null} Compared
 */

const MEASURES = ["days", "weeks", "months", "years", "points", "percent"]; // less of them, and not fewer
const MOST_NAMED = 6; // codes of which one is enough

/** The values of a region in words; empty if it holds every value.
 * @param {any} fact
 * @param {Region} region
 * @returns {string}
 */
function answer(fact, region) {
  if (region.kind === "range") return between(fact, region);
  if (region.kind === "items") return items(fact, region);
  const all = allAnswers(fact);
  const given = all.filter((one) => region.answers.includes(one));
  if (fact.type === "note" || fact.type === "list" || given.length === all.length) return "";
  return or(given.map((one) => labelOf(fact, one)));
}

/** @param {any} fact
 * @returns {any[]}
 */
function allAnswers(fact) {
  return "options" in fact && fact.type !== "findings" ? answersOf(fact) : [true, false];
}

/** @param {any} fact
 * @param {any} one
 * @returns {string}
 */
function labelOf(fact, one) {
  if (typeof one === "boolean") return one ? "Yes" : "No";
  return "options" in fact && Object.hasOwn(fact.options, one) ? fact.options[one] : one;
}

/** @param {any} fact
 * @param {Range} region
 */
function between(fact, region) {
  const ends = /** @type {Range} */ (whole(fact));
  const [low, high] = [value(fact, region.low), value(fact, region.high)];
  const isDate = fact.type === "date";
  if (region.low === region.high) return isDate ? `on ${low}` : counted(low, fact);
  if (region.low === ends.low && region.high === ends.high) return "";
  if (isDate) {
    if (region.high === ends.high) return `on or after ${low}`;
    return region.low === ends.low ? `on or before ${high}` : `from ${low} to ${high}`;
  }
  if (region.high === ends.high) return `${counted(low, fact)} or more`;
  const less = fact.unit && fact.places === 0 && !MEASURES.includes(fact.unit) ? "fewer" : "less";
  return region.low === ends.low ? `${counted(high, fact)} or ${less}` : `${low} to ${counted(high, fact)}`;
}

/** @param {any} fact
 * @param {bigint} steps
 */
function value(fact, steps) {
  const stated = statedOf(fact, steps);
  if (fact.type === "date") return dayInWords(stated);
  const [whole, fraction] = String(stated).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number with its unit: `1 session`, `4 weeks`.
 * @param {string} number
 * @param {any} fact
 */
function counted(number, fact) {
  return `${number} ${number === "1" ? singular(fact.unit) : fact.unit}`.trim();
}

/** One of what is counted.
 * @param {string} unit
 */
function singular(unit) {
  return unit.endsWith("s") && !unit.endsWith("ss") ? unit.slice(0, -1) : unit;
}

/** What a set or a list of codes has to hold, what it must not hold, and how many items.
 * @param {any} fact
 * @param {import("./ask_regions.js").Items} region
 */
function items(fact, { inside, outside, low, high, otherThan }) {
  const isSet = fact.type === "set";
  const all = isSet ? answersOf(fact) : [];
  const own = named(fact, inside, "one that begins with");
  const said = own.length > 0 ? [own.join(", ")] : [];
  if (isSet && 2 * outside.length > all.length) {
    said.push(`only of ${or(named(fact, all.filter((item) => !outside.includes(item)), ""))}`);
  } else if (outside.length > 0) {
    said.push(`none of ${or(named(fact, outside, "any that begins with"))}`);
  }
  if (low === high) {
    said.push(low !== inside.length ? many(fact, low) : own.length > 0 ? "nothing else" : "none");
  } else {
    if (low > inside.length) said.push(`at least ${many(fact, low)}`);
    if (high < (isSet ? all.length : fact.most)) said.push(`at most ${many(fact, high)}`);
  }
  for (const one of otherThan) said.push(`not just ${or(named(fact, one, "")) || "none"}`);
  return said.join("; ");
}

/** @param {any} fact
 * @param {number} number
 */
function many(fact, number) {
  const unit = fact.unit || "entries";
  return `${number} ${number === 1 ? singular(unit) : unit}`;
}

/** Items of a set by their labels; codes, or the words for what begins so.
 * @param {any} fact
 * @param {readonly string[]} given
 * @param {string} beginning
 * @returns {string[]}
 */
function named(fact, given, beginning) {
  const all = fact.type === "set" ? answersOf(fact) : [];
  const ordered = [...all.filter((one) => given.includes(one)), ...given.filter((one) => !all.includes(one)).sort()];
  return ordered.map((item) => {
    if (fact.type === "set") return labelOf(fact, item);
    return item.endsWith("*") ? `${beginning} ${item.slice(0, -1)}` : item;
  });
}

/** @param {readonly string[]} words */
function or(words) {
  return listed(words, "or");
}

/** @param {readonly string[]} words
 * @param {string} joint
 */
function listed(words, joint) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}

// ---------------------------------------------------------------- things

/** An answer in words. A number that is compared with others has the words of the comparison, and a day has both.
 * @param {any} fact
 * @param {Region} region
 * @param {Compared} compared
 */
function answerOr(fact, region, compared) {
  if (fact.type === "date") {
    return [answer(fact, region), ...new Set(compared ?? [])].filter(Boolean).join(", ");
  }
  return compared === null || region.kind !== "range" ? answer(fact, region) : [...new Set(compared)].join("; ");
}

/** A question with the answer that will do. A hint behind the question would stand between the two.
 * @param {any} fact
 * @param {string} wanted
 */
function withAnswer(fact, wanted) {
  const end = fact.ask.lastIndexOf("?") + 1;
  return `${end > 0 && wanted !== "" ? fact.ask.slice(0, end) : fact.ask} ${wanted}`.trim();
}

/** The question of an unstated fact, with the answer that is enough, or with how it compares with others.
 * @param {any} fact
 * @param {Region} region
 * @param {Compared} compared
 */
function ofFact(fact, region, compared) {
  return withAnswer(fact, answerOr(fact, region, compared));
}

/** Items of findings: all that are to be found, or one of several; those to be ruled out; those to be answered.
 * @param {any} fact
 * @param {readonly string[]} found
 * @param {readonly string[]} ruledOut
 * @param {readonly string[]} answered
 * @param {boolean} either
 */
function ofFindings(fact, found, ruledOut, answered, either) {
  const labels = (/** @type {readonly string[]} */ given) =>
    answersOf(fact).filter((item) => given.includes(item)).map((item) => labelOf(fact, item));
  const said = found.length > 0 ? [withAnswer(fact, listed(labels(found), either ? "or" : "and"))] : [];
  if (ruledOut.length > 0) said.push(`${labels(ruledOut).join("; ")}: looked for, and not present`);
  if (answered.length > 0) said.push(`${labels(answered).join("; ")}: looked for, present or not`);
  return said.join("; ");
}

/** A set or codes that hold one of several items.
 * @param {any} fact
 * @param {readonly string[]} given
 * @param {readonly string[]} first Of many items some of these are named, if there are any.
 */
function ofItems(fact, given, first) {
  const own = named(fact, given, "one that begins with");
  const few = () => named(fact, first.length > 0 ? first : given, "one that begins with").slice(0, MOST_NAMED / 2);
  const more = fact.type === "codes" ? "another listed code" : "another one listed";
  return withAnswer(fact, or(own.length <= MOST_NAMED ? own : [...few(), more]));
}

/** A record that is to come to a list.
 * @param {any} fact
 * @param {ReadonlyMap<string, {region: Region, compared: Compared}>} fields
 * @param {string} today
 */
function ofRecord(fact, fields, today) {
  /** @type {{field: any, region: Region, compared: Compared}[]} */
  const said = fact.fields.flatMap((/** @type {any} */ field) => {
    const own = fields.get(field.name);
    return own === undefined ? [] : [{ field, ...own }];
  });
  const choices = said.filter(
    ({ field, region }) => field.type === "choice" && region.kind === "options" && region.answers.length === 1,
  );
  const numbers = said.filter(
    ({ field, region, compared }) => field.type === "number" && compared === null && answer(field, region),
  );
  const days = said.filter(
    ({ field, region, compared }) => field.type === "date" && answerOr(field, region, compared),
  );
  let others = said.filter((one) => !choices.includes(one) && !numbers.includes(one) && !days.includes(one));
  let words;
  if (choices.length === 1 && numbers.length === 1) {
    const [label, number] = [choices[0], numbers[0]].map(({ field, region }) => answer(field, region));
    words = label.includes(",") ? `${label}: ${number}` : `${withArticle(label)} of ${number}`;
  } else {
    words = withArticle(singular(fact.unit) || "further record");
    others = [...choices, ...numbers, ...others];
  }
  words += days.map(({ field, region, compared }) => ` ${answerOr(field, region, compared)}`).join("");
  if (days.length > 0 && today) {
    const { field, region } = days[0];
    if (region.kind === "range" && statedOf(field, region.low) > today) words += ", at a visit still to come";
  }
  const told = others.map(
    ({ field, region, compared }) => `${asLabel(field)}: ${answerOr(field, region, compared) || "stated"}`,
  );
  return told.length > 0 ? `${words} (${told.join("; ")})` : words;
}

/** @param {any} field */
function asLabel(field) {
  return field.ask.replace(/[?:]+$/, "");
}

/** @param {string} noun */
function withArticle(noun) {
  const first = noun.split(" ")[0];
  if (first === "another") return noun;
  const start = first.slice(0, 2);
  const isSpelled = start === start.toUpperCase() && start !== start.toLowerCase(); // an SF-36, a PROMIS score
  const vowels = isSpelled ? "AEFHILMNORSX" : "AEIOUaeiou";
  return `${first && vowels.includes(first[0]) ? "an" : "a"} ${noun}`;
}

/** A field that a record lacks.
 * @param {any} fact
 * @param {any} field
 * @param {Region} region
 * @param {number} number
 * @param {any} row
 * @param {Compared} compared
 */
function ofField(fact, field, region, number, row, compared = null) {
  const dated = fact.fields.find((/** @type {any} */ one) => one.type === "date" && Object.hasOwn(row, one.name));
  const noun = singular(fact.unit) || "record";
  const isDated = dated !== undefined;
  const which = isDated ? `the ${noun} of ${dayInWords(row[dated.name])}` : `${noun} ${number + 1} on the list`;
  const words = compared === null ? answer(field, region) : answerOr(field, region, compared);
  return `${asLabel(field)} of ${which}${words ? `: ${words}` : ""}`;
}

/** How a day compares with an unknown day, which is named by its question: `more than 4 weeks after`.
 * @param {import("./ask_goals.js").Before} relation
 * @param {boolean} ofLeft
 * @param {string} other
 */
function ofDays({ op, left, right }, ofLeft, other) {
  const isStrict = op === "<";
  const side = ofLeft ? "before" : "after";
  const sided = isStrict ? side : `on or ${side}`;
  const moves = [...left.moves, ...right.moves.map(([months, days]) => [-months, -days])];
  const [months, days] = [0, 1].map((at) => moves.reduce((sum, move) => sum + move[at], 0));
  // A document moves a day once: said as it is, without a shorter word.
  if (moves.length > 1 && months && days) return `${sided} a day that is counted from the answer to “${other}”`;
  let distance = sided;
  if (months + days > 0) distance = `${isStrict ? "more than" : "at least"} ${time(months, days)} ${side}`;
  else if (months || days) distance = `${sided} the day ${time(-months, -days)} ${ofLeft ? "after" : "before"}`;
  return `${distance} the answer to “${other}”`;
}

/** A time in its largest whole unit: 28 days are 4 weeks.
 * @param {number} months
 * @param {number} days
 */
function time(months, days) {
  const [number, many] = months ? [months, 12] : [days, 7];
  const [large, small] = months ? ["year", "month"] : ["week", "day"];
  const isWhole = number % many === 0;
  const times = isWhole ? number / many : number;
  return `${times} ${isWhole ? large : small}${times === 1 ? "" : "s"}`;
}

/** A change of what is planned.
 * @param {any} fact
 * @param {string} plan
 * @param {Range} region
 * @param {bigint} now
 */
function ofPlan(fact, plan, region, now) {
  const [low, high] = [value(fact, region.low), value(fact, region.high)];
  if (plan === "fewer") return `ask for ${counted(high, fact)}${region.high > region.low ? " or fewer" : ""}`;
  const verb = plan === "sent later" ? "send the request on" : "plan it for";
  if (region.low === region.high) return `${verb} ${low}`;
  const ends = /** @type {Range} */ (whole(fact));
  const some = `${verb} a day from ${low} to ${high}`;
  if (region.low > now) return region.high === ends.high ? `${verb} ${low} or later` : some;
  return region.low === ends.low ? `${verb} ${high} or earlier` : some;
}

/** A number that becomes large enough with time.
 * @param {any} fact
 * @param {Range} region
 * @param {string} day
 */
function ofGrowth(fact, region, day) {
  const words = withAnswer(fact, answer(fact, region));
  return day ? `${words}, not before ${dayInWords(day)}` : words;
}

/** The first of the offices that may have something, without the words about the others.
 * @param {string} supplier
 */
function officeOf(supplier) {
  return supplier.split(";")[0].split(" for ")[0].trim();
}

/** A place as a JSON pointer; a record that is to come is `-`.
 * @param {string} place
 */
function pointerOf(place) {
  return partsOf(place).map((part) => `/${typeof part === "number" && part < 0 ? "-" : part}`).join("");
}
return Object.freeze({ MOST_NAMED, singular, ofFact, ofFindings, ofItems, ofRecord, ofField, ofDays, ofPlan, ofGrowth, officeOf, pointerOf });
})();

const runtime_ask = (function () {
const { partsOf, placeOf, placesOf } = runtime_ask_goals;
const { edgesOf, keyOfValue, whole } = runtime_ask_regions;
const { groupsOf } = runtime_ask_groups;
const { Search } = runtime_ask_search;
const { stating } = runtime_ask_solving;
const { standing } = runtime_ask_standing;
const { MOST_NAMED, ofDays, ofFact, ofField, ofFindings, ofGrowth, ofItems, ofPlan, ofRecord, officeOf, pointerOf } = runtime_ask_words;
const { dayOf, moved, textOf } = runtime_days;
const { NO_RECORD, truthOf } = runtime_interpreter;
const { NOT_MET, OUT_OF_SCOPE } = runtime_words;
/** The ask list: what would make a request ready, as the least that has to be got, said or planned otherwise.
 *
 * For each open criterion it gives the ways to close it, each of the fewest things. Doing just what one way of each gap
 * says makes the request ready, and no part of a way is enough. Nothing is asked that the chart contradicts.
 */


/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_regions.js").Range} Range */
/** @typedef {import("./ask_search.js").Group} Group */
/** @typedef {import("./ask_solving.js").Solution} Solution */
/** @typedef {import("../types.d.ts").AskList} AskList */
/** @typedef {import("../types.d.ts").AskedThing} Thing */
/** @typedef {import("../types.d.ts").AskedWay} Way */
/** The items of findings of which one is enough, by the fact.
 * @typedef {ReadonlyMap<string, readonly string[]>} Either
 */

const MOST_WAYS = 12; // of one gap
/** @type {Readonly<Record<string, readonly [number, number]>>} */
const PERIODS = { days: [0, 1], weeks: [0, 7], months: [1, 0], years: [12, 0] };
const YES = keyOfValue({ kind: "options", answers: [true] });
const NO = keyOfValue({ kind: "options", answers: [false] });

/** What would make the request of a result ready. `today` is a day, as YYYY-MM-DD, if it is known.
 * @param {import("./result.js").Result} result
 * @param {{today?: string | undefined}} options
 * @returns {AskList}
 */
function askList(result, { today = "" } = {}) {
  if (today !== "" && Number.isNaN(dayOf(today))) throw new RangeError("today is no day written YYYY-MM-DD");
  if (result.problems.length > 0) return { contradicted: [], gaps: [], offices: [] };
  return new Listing(new Search(result, today)).whole(result);
}

/** The ask list, made from what a search found. */
class Listing {
  /** @param {Search} search */
  constructor(search) {
    this.search = search;
    this.policy = search.policy;
    this.facts = search.facts;
    this.marks = new Map(this.policy.asking.map((mark) => [mark.fact, mark]));
    const { layout } = search.compiled;
    const chart = /** @type {any[]} */ (search.compiled.read(search.request));
    this.against = new Set(
      this.policy.asking
        .filter(({ unlikely_if: test }) => test !== null && truthOf(test, layout)(chart, NO_RECORD) === true)
        .map(({ fact }) => fact),
    );
  }

  /** @param {import("./result.js").Result} result
   * @returns {AskList}
   */
  whole(result) {
    const found = groupsOf(this.search);
    let { groups, lost } = found;
    const ofScope = lost.filter((number) => this.policy.criteria[number].effect === "scope");
    if (result.outcome === OUT_OF_SCOPE && ofScope.length > 0) [groups, lost] = [[], ofScope];
    const gaps = groups.map((group) => ({ group, ways: this.ways(group) }));
    gaps.sort((one, other) => compare(
      [one.ways[0].things.length, ...one.group.numbers], [other.ways[0].things.length, ...other.group.numbers],
    ));
    const settled = { if_settled: lost.length > 0 };
    const listed = gaps.map(({ group: { numbers }, ways }) => (
      { criteria: this.ids(numbers), ...settled, stands: [...this.standing(numbers)], ways }
    ));
    return { contradicted: this.contradictions(lost), gaps: listed, offices: officesOf(listed) };
  }

  /** @param {readonly number[]} numbers */
  ids(numbers) {
    return numbers.map((number) => this.policy.criteria[number].id);
  }

  /** What nothing can close.
   * @param {readonly number[]} lost
   */
  contradictions(lost) {
    return [...lost].sort((one, other) => one - other).map((number) => {
      const says = `${this.policy.criteria[number].title}: the chart says otherwise, so this cannot be shown`;
      return { criteria: this.ids([number]), says };
    });
  }

  /** Which of these criteria are not met as the request stands, in words.
   * @param {readonly number[]} numbers
   */
  *standing(numbers) {
    const { compiled, request, verdicts } = this.search;
    const chart = /** @type {any[]} */ (compiled.read(request));
    for (const number of numbers) {
      if (verdicts[number] !== NOT_MET) continue;
      const { test } = compiled.tests(number);
      yield standing(this.policy.criteria[number].title, test, { chart, layout: compiled.layout });
    }
  }

  /** The ways of a group, the likeliest first.
   * @param {Group} group
   * @returns {Way[]}
   */
  ways({ solutions, opensMore }) {
    const found = this.merged(solutions).map(({ solution, either }, at) => {
      const things = this.things(solution, either);
      const claims = this.claims(solution);
      const unlikely = claims.some((name) => this.against.has(name));
      const planned = this.policy.asking.filter(({ plan }) => plan === "another day");
      const moves = planned.filter(({ fact }) => solution.regions.has(placeOf([fact])));
      const records = things.filter(({ place }) => place.endsWith("/-")).length;
      const order = [unlikely ? 1 : 0, things.length, claims.length, records, moves.length, at];
      return { order, way: { things, unlikely, opens_more: false } };
    });
    for (const places of opensMore) {
      const things = places.map((place) => this.askedWhole(place));
      const order = [0, things.length, 0, 0, 0, found.length];
      found.push({ order, way: { things, unlikely: false, opens_more: true } });
    }
    found.sort((one, other) => compare(one.order, other.order));
    return found.map(({ way }) => way).slice(0, MOST_WAYS);
  }

  /** The facts of a way that claim a failure.
   * @param {Solution} solution
   */
  claims({ regions }) {
    const yes = [...regions].filter(([, region]) => keyOfValue(region) === YES).map(([place]) => partsOf(place)[0]);
    return [...new Set(yes)].filter((name) => this.marks.get(name)?.claims_failure);
  }

  /** Solutions that differ in one item of findings, of a set or of codes become one: any of these items.
   * @param {readonly Solution[]} solutions
   * @returns {{solution: Solution, either: Either}[]}
   */
  merged(solutions) {
    let found = solutions.map((solution) => ({ solution, either: /** @type {Either} */ (new Map()) }));
    for (const { name, type } of this.policy.facts) {
      if (type !== "findings" && type !== "set" && type !== "codes") continue;
      /** @type {Map<string, {solution: Solution, either: Either}>} */
      const buckets = new Map();
      for (const [at, { solution, either }] of found.entries()) {
        const item = onlyItem(this.facts.named(name), solution);
        if (item === null) {
          buckets.set(`${at}`, { solution, either });
          continue;
        }
        const rest = [...solution.regions].filter(([place]) => {
          const [other] = partsOf(place);
          return other !== name && !either.has(other);
        });
        const key = keyOfValue([rest.sort(byPlace), [...either].sort(byPlace)]);
        const first = buckets.get(key) ?? { solution, either };
        const items = [...(first.either.get(name) ?? []), item];
        buckets.set(key, { solution: first.solution, either: new Map([...first.either, [name, items]]) });
      }
      found = [...buckets.values()];
    }
    return found;
  }

  /** The things of a way, in the order of the facts.
   * @param {Solution} solution
   * @param {Either} either
   * @returns {Thing[]}
   */
  things(solution, either) {
    /** @type {Map<Place, Map<Place, Region>>} */
    const parts = new Map();
    for (const [place, region] of this.search.saidRegions(solution)) {
      const [name, number] = partsOf(place);
      const isComing = typeof number === "number" && number < 0;
      const own = this.facts.named(name).type === "findings" ? placeOf([name]) : place;
      const key = isComing ? placeOf([name, number]) : own;
      parts.set(key, (parts.get(key) ?? new Map()).set(place, region));
    }
    const keys = [...parts.keys()].sort((one, other) => compare(this.order(one), this.order(other)));
    return keys.map((key) => this.thing(key, /** @type {Map<Place, Region>} */ (parts.get(key)), solution, either));
  }

  /** The order of the facts, then of the records, those that are to come last.
   * @param {Place} place
   */
  order(place) {
    const [, second, ...others] = partsOf(place);
    const number = typeof second === "number" ? second : 0;
    return [this.search.rank(place), number >= 0 ? number : 1000 - number, others.join("/")];
  }

  /** @param {Place} key
   * @param {ReadonlyMap<Place, Region>} regions
   * @param {Solution} solution
   * @param {Either} either
   * @returns {Thing}
   */
  thing(key, regions, solution, either) {
    const [name, number, inner, item] = partsOf(key);
    const fact = this.facts.named(name);
    if (fact.type === "findings") return this.ofFindings(key, fact, regions, either.get(name) ?? []);
    /** @type {(place: Place, named: any) => string[] | null} */
    const compared = (place, named) => {
      if (named.type === "date") {
        const days = this.besideOtherDays(place, solution);
        return days.length > 0 ? days : null;
      }
      const relations = [...solution.route.relations.values()];
      const found = relations.filter((one) => one.kind !== "before" && placesOf(one).includes(place));
      return found.length === 0 ? null : found.filter(({ says }) => says[0] === named.ask).map(({ says }) => says[1]);
    };
    if (fact.type === "list" && number < 0) {
      const fields = [...regions].filter(([place]) => partsOf(place).length > 2).map(([place, region]) => {
        const field = partsOf(place)[2];
        return /** @type {const} */ ([field, { region, compared: compared(place, this.facts.named(field)) }]);
      });
      return this.made(key, ofRecord(fact, new Map(fields), this.search.today), fact);
    }
    const region = /** @type {Region} */ (regions.get(key));
    if (fact.type === "list") {
      const field = this.facts.named(inner);
      const ofDays = field.type === "date" ? compared(key, field) : null;
      const asks = ofField(fact, field, region, number, this.search.request[name][number], ofDays);
      return this.made(key, item === undefined ? asks : `${asks} (${item})`, fact);
    }
    const anyOf = either.get(name) ?? [];
    if (anyOf.length > 1) return this.made(key, ofItems(fact, anyOf, this.unadvised(key, fact, anyOf, solution)), fact);
    const move = this.search.moves.get(key);
    if (move === undefined) return this.made(key, ofFact(fact, region, compared(key, fact)), fact);
    const span = /** @type {Range} */ (region);
    const plan = this.marks.get(name)?.plan;
    if (plan) return this.made(key, ofPlan(fact, plan, span, move.now), fact);
    return this.made(key, ofGrowth(fact, span, this.dayOf(fact, span.low - move.now)), fact);
  }

  /** The items that the fewest advisory criteria object to: nobody is led to a code that advice rejects.
   * @param {Place} key
   * @param {any} fact
   * @param {readonly string[]} items
   * @param {Solution} solution
   */
  unadvised(key, fact, items, solution) {
    const { compiled, request } = this.search;
    const every = /** @type {import("./ask_regions.js").Items} */ (whole(fact));
    /** @type {Map<string, number>} */
    const fired = new Map();
    for (const item of items.length > MOST_NAMED ? items : []) {
      for (const value of edgesOf({ ...every, inside: [item] }, fact, null).slice(0, 1)) {
        const chart = compiled.read(stating(request, new Map([...solution.values, [key, value]])));
        if (chart === undefined) continue;
        const verdicts = compiled.verdicts(chart);
        const against = this.policy.criteria.filter((one, n) => one.effect === "advisory" && verdicts[n] === NOT_MET);
        fired.set(item, against.length);
      }
    }
    const least = Math.min(...fired.values());
    return items.filter((item) => fired.get(item) === least);
  }

  /** How a day compares with other days that are not known either, in words.
   * @param {Place} place
   * @param {Solution} solution
   */
  besideOtherDays(place, solution) {
    return this.search.ofUnknownDays(solution).flatMap((relation) => {
      const places = [relation.left, relation.right].map((day) => /** @type {Place} */ (day.place));
      const asks = places.map((one) => this.facts.named(String(partsOf(one).at(-1))).ask);
      const asking = asks[0] === relation.says[0] ? 0 : 1; // the later day, where the test asks about neither
      return places[asking] === place ? [ofDays(relation, asking === 0, asks[1 - asking])] : [];
    });
  }

  /** @param {Place} key
   * @param {any} fact
   * @param {ReadonlyMap<Place, Region>} regions
   * @param {readonly string[]} anyOf
   */
  ofFindings(key, fact, regions, anyOf) {
    const having = (/** @type {string} */ wanted) =>
      [...regions].filter(([, region]) => keyOfValue(region) === wanted).map(([place]) => String(partsOf(place)[1]));
    const [found, ruledOut] = [having(YES), having(NO)];
    const items = [...regions.keys()].map((place) => String(partsOf(place)[1]));
    const answered = items.filter((item) => !found.includes(item) && !ruledOut.includes(item));
    const asks = ofFindings(fact, anyOf.length > 0 ? anyOf : found, ruledOut, answered, anyOf.length > 1);
    return this.made(anyOf.length > 1 || items.length > 1 ? key : placeOf([fact.name, ...items]), asks, fact);
  }

  /** The day on which a number that grows with time is sure to be large enough; empty where today is not known.
   * @param {any} fact
   * @param {bigint} missing
   */
  dayOf(fact, missing) {
    const sent = this.policy.asking.filter(({ plan }) => plan === "sent later");
    const start = [this.search.today, ...sent.map((one) => this.search.stated(one.fact))].find((day) => day);
    const unit = 10n ** BigInt(fact.places);
    if (!start || missing % unit !== 0n || !Object.hasOwn(PERIODS, fact.unit)) return "";
    const [months, days] = PERIODS[fact.unit];
    const many = Number(missing / unit);
    return textOf(moved(dayOf(start), months * many, days * many));
  }

  /** A fact that is asked for as a whole, since more may be asked once it is answered.
   * @param {Place} place
   */
  askedWhole(place) {
    const [name, number, inner] = partsOf(place);
    const fact = this.facts.named(name);
    if (inner === undefined) return this.made(placeOf([name]), fact.ask, fact);
    const field = this.facts.named(inner);
    return this.made(place, ofField(fact, field, whole(field), number, this.search.request[name][number]), fact);
  }

  /** A thing with its place in the chart, and who has it.
   * @param {Place} place
   * @param {string} asks
   * @param {any} fact
   * @returns {Thing}
   */
  made(place, asks, fact) {
    const supplied = this.policy.supplied_by;
    const ofHeading = Object.hasOwn(supplied, fact.chart) ? supplied[fact.chart] : "";
    const supplier = this.marks.get(fact.name)?.from || ofHeading;
    return { place: pointerOf(place), asks, chart: fact.chart, from: officeOf(supplier) };
  }
}

/** The one item of some findings, a set or codes that a solution asks for, if it asks no more of them; or null.
 * @param {any} fact
 * @param {Solution} solution
 * @returns {string | null}
 */
function onlyItem(fact, { regions }) {
  const own = [...regions].filter(([place]) => partsOf(place)[0] === fact.name);
  if (own.length !== 1) return null;
  const [[place, region]] = own;
  if (fact.type === "findings") return keyOfValue(region) === YES ? String(partsOf(place)[1]) : null;
  if (region.kind !== "items" || region.inside.length !== 1) return null;
  return keyOfValue({ ...region, inside: [] }) === keyOfValue(whole(fact)) ? region.inside[0] : null;
}

/** What each supplier is asked for, by the likeliest way of each gap.
 * @param {readonly {ways: readonly Way[]}[]} gaps
 */
function officesOf(gaps) {
  /** @type {Map<string, Set<string>>} */
  const asked = new Map();
  for (const { ways } of gaps) {
    for (const { from, asks } of ways[0].things) asked.set(from, (asked.get(from) ?? new Set()).add(asks));
  }
  return [...asked].filter(([from]) => from).map(([from, things]) => ({
    from, text: `Please send: ${[...things].map((one, at) => `(${at + 1}) ${one}`).join("; ")}`,
  }));
}

/** @param {readonly [string, unknown]} one
 * @param {readonly [string, unknown]} other
 */
function byPlace([one], [other]) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The order of two lists of numbers or texts.
 * @param {readonly any[]} one
 * @param {readonly any[]} other
 */
function compare(one, other) {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    if (one[at] !== other[at]) return one[at] < other[at] ? -1 : 1;
  }
  return one.length - other.length;
}
return Object.freeze({ askList });
})();

const runtime_forms = (function () {
const { plain } = runtime_problems;
const { isRecord } = runtime_values;
/** The answers of a form as a request, and a request as answers: for `forms/<id>/<version>/form.schema.json`.
 *
 * The answers stand in sections, one for each heading of the chart. A yes or no, a finding and a choice have
 * `not stated` as an answer too. A list, a set and codes are an object: `listed` has what there is, `none` says that
 * there is nothing.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").Json} Json */

const DEEPEST = 6; // the answers, a section, a list, what is listed, a record, a set of it, what is listed
const NOT_STATED = "not stated";

/** The request that the answers of a form state, for `check`. Never throws on any answers.
 * @param {unknown} answers
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
function requestFromForm(answers, policy) {
  const given = plain(answers, DEEPEST);
  /** @type {Map<string, unknown>} */
  const request = new Map();
  if (!isRecord(given)) return { "/": given };
  const facts = factsOf(policy);
  for (const [section, part] of Object.entries(given)) {
    if (!isRecord(part)) {
      request.set(`/${section}`, part);
      continue;
    }
    for (const [name, value] of stated(facts, part)) {
      request.set(request.has(name) ? `/${section}/${name}` : name, value);
    }
  }
  return Object.fromEntries(request);
}

/** The answers of a form that state a request, to show one that was saved. Throws TypeError for what is no object.
 * @param {Json} request
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
function formFromRequest(request, policy) {
  if (!isRecord(request)) throw new TypeError("a request is an object whose keys are facts");
  const facts = factsOf(policy);
  /** @type {Map<string, [string, unknown][]>} */
  const sections = new Map();
  for (const [name, value] of Object.entries(request)) {
    const fact = facts.get(name);
    const key = sectionKey(fact?.chart ?? "");
    const section = sections.get(key) ?? [];
    sections.set(key, [...section, [name, fact === undefined ? value : said(fact, value)]]);
  }
  return Object.fromEntries([...sections].map(([key, section]) => [key, Object.fromEntries(section)]));
}

/** The facts of a policy by name. In Python a policy is named here, so a name is a likely slip.
 * @param {import("../types.d.ts").CompiledPolicy} policy
 */
function factsOf(policy) {
  if (!Array.isArray(policy?.facts)) {
    throw new TypeError("`policy` is a compiled policy, such as `wiser-policies/policies/esi/v6_0_0.js` exports");
  }
  return byName(policy.facts);
}

/** The key of the section of a form that has the facts under a heading of the chart.
 * @param {string} heading
 */
function sectionKey(heading) {
  return heading.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "") || "other";
}

/** The facts that answers state, of a section or of a record.
 * @param {ReadonlyMap<string, Fact>} facts
 * @param {Record<string, unknown>} answers
 * @returns {[string, unknown][]}
 */
function stated(facts, answers) {
  return Object.entries(answers).flatMap(([name, answer]) => {
    const fact = facts.get(name);
    const value = fact === undefined ? answer : valueOf(fact, answer);
    return value === undefined ? [] : [/** @type {[string, unknown]} */ ([name, value])];
  });
}

/** What an answer states, or undefined; an answer that is none stays as it is.
 * @param {Fact} fact
 * @param {unknown} answer
 * @returns {unknown}
 */
function valueOf(fact, answer) {
  if (answer === null || answer === undefined || answer === "") return undefined;
  switch (fact.type) {
    case "yes_no":
      return truthOf(answer);
    case "choice":
      return answer === NOT_STATED ? undefined : answer;
    case "findings": {
      if (!isRecord(answer)) return answer;
      const items = Object.entries(answer).map(([item, found]) => [item, truthOf(found)]);
      const found = items.filter(([, truth]) => truth !== undefined);
      return found.length > 0 ? Object.fromEntries(found) : undefined;
    }
    case "set":
    case "codes":
    case "list":
      return listed(fact, answer);
    case "note":
    case "number":
    case "date":
      return answer;
  }
}

/** @param {unknown} answer */
function truthOf(answer) {
  if (answer === null || answer === NOT_STATED) return undefined;
  return answer === "yes" ? true : answer === "no" ? false : answer;
}

/** @param {Fact} fact
 * @param {unknown} answer
 */
function listed(fact, answer) {
  if (!isRecord(answer) || Object.keys(answer).some((key) => key !== "listed" && key !== "none")) return answer;
  const { listed: items = null, none = null } = answer;
  const isUnticked = none === null || none === false;
  if (items !== null && !(Array.isArray(items) && items.length === 0)) {
    return isUnticked ? rows(fact, items) : answer; // with both, it is no answer
  }
  return none === true ? [] : isUnticked ? undefined : answer;
}

/** @param {Fact} fact
 * @param {unknown} items
 */
function rows(fact, items) {
  if (fact.type !== "list" || !Array.isArray(items)) return items;
  const fields = byName(fact.fields);
  return items.map((row) => (isRecord(row) ? Object.fromEntries(stated(fields, row)) : row));
}

/** The answer that states a value; a value that is none stays as it is.
 * @param {Fact} fact
 * @param {any} value
 * @returns {unknown}
 */
function said(fact, value) {
  if (fact.type === "yes_no") return wordOf(value);
  if (fact.type === "findings" && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([item, found]) => [item, wordOf(found)]));
  }
  if (!["set", "codes", "list"].includes(fact.type) || !Array.isArray(value)) return value;
  if (value.length === 0) return { none: true };
  if (fact.type !== "list") return { listed: value };
  const fields = byName(fact.fields);
  return { listed: value.map((row) => (isRecord(row) ? rowSaid(fields, row) : row)) };
}

/** @param {ReadonlyMap<string, Fact>} fields
 * @param {Record<string, unknown>} row
 */
function rowSaid(fields, row) {
  const answers = Object.entries(row).map(([name, value]) => {
    const field = fields.get(name);
    return [name, field === undefined ? value : said(field, value)];
  });
  return Object.fromEntries(answers);
}

/** @param {unknown} value */
function wordOf(value) {
  return value === true ? "yes" : value === false ? "no" : value;
}

/** @param {readonly Fact[]} facts */
function byName(facts) {
  return new Map(facts.map((fact) => [fact.name, fact]));
}
return Object.freeze({ requestFromForm, formFromRequest });
})();

const runtime_spelled_text = (function () {
const { listed } = runtime_words;
/** The text that a person typed, made plain: one space between words, straight quotes, plain digits and dashes.
 *
 * Only characters of the table below are replaced: a general compatibility form would make `3½` of `31/2`.
 */


/** A value and how it is shown; or why there is none.
 * @typedef {readonly [any, string] | string} Reading
 */

const MOST = 2000; // characters of a text that is looked at

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
function plain(text) {
  const replaced = INSTEAD.reduce((before, [characters, instead]) => before.replace(characters, instead), text);
  // letters, digits and signs of full width
  const narrow = replaced.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return narrow.replace(/^ | $/g, "");
}

/** A plain text without the quotes around it and the stop behind it.
 * @param {string} text
 */
function bare(text) {
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
function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The text with large ASCII letters.
 * @param {string} text
 */
function upper(text) {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Why several meanings are none: they are named, since none is guessed.
 * @param {readonly string[]} meanings
 * @param {string} others
 */
function either(meanings, others = "") {
  return `This can be ${listed(meanings.length > 4 ? [...meanings.slice(0, 4), others] : meanings, "or")}.`;
}
return Object.freeze({ MOST, plain, bare, lower, upper, either });
})();

const runtime_spelled_dates = (function () {
const { MONTHS, dayInWords, dayOf, moved, textOf } = runtime_days;
const { either } = runtime_spelled_text;
/** Dates as people in the United States write them: the month comes first.
 *
 * A day of which the order is in doubt is not guessed. Of a year in two digits the century is the one in which the day
 * lies in the range of its fact; where both or neither do, four digits are asked for.
 */


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
function dateOf(fact, text, today) {
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
return Object.freeze({ dateOf });
})();

const runtime_spelled_names = (function () {
const { either, lower, upper } = runtime_spelled_text;
const { wholly } = runtime_values;
const { listed } = runtime_words;
/** Answers by their names: choices, items of sets and findings, and codes.
 *
 * An answer is named by its label, by its id, by what stands in brackets, by its initials (`ODI`), or by a beginning
 * that no other answer shares. A name that stands in several labels means none of them: `Medicare` may be several
 * payers.
 */


/** @typedef {import("./spelled-text.js").Reading} Reading */
/** @typedef {readonly [string, string]} Answer The id and the label. */

const SHORTEST = 3; // letters of a word that is not written to its end
const NONE = "This is none of the answers.";
const IN_BRACKETS = / ?\(([^()]*)\)/g;
const PIECE = /, or |, | or |\//;
const APART = /[;,&+]|\band\b/i;
const LEVEL = /^([a-z])-?([0-9]{1,2})$/;
const INTERSPACE = /^([a-z])([0-9]{1,2})[-/]([a-z]?)([0-9]{1,2})$/;
const DENIED = /^(?:(?:no|not|without) (.+)|(.+) (?:no|n))$/;
const STATED = /^(.+) (?:yes|y)$/;
const MODIFIER = /^(?!X[0-9])[0-9A-Z]{2}$/; // `x2` is a number of units
const MODIFIED = /^([0-9A-Z]{5})((?:[-:](?!X[0-9])[0-9A-Z]{2})*|[A-Z]{2})$/;
const WITHOUT_POINT = /^([A-Z][0-9][0-9A-Z])([0-9A-Z]{1,4})$/;
const SYSTEMS = ["CPT", "HCPCS", "ICD-10", "ICD-10-CM", "ICD10", "CODE", "CODES"];
/** @type {ReadonlyMap<string, readonly string[]>} */
const SPELLED = new Map([["y", ["yes"]], ["n", ["no", "none"]], ["no", ["no", "none"]]]);

/** The answer that a text names.
 * @param {import("../types.d.ts").ChoiceFact} fact
 * @param {string} text
 * @returns {Reading}
 */
function choiceOf(fact, text) {
  const known = Object.entries(fact.options);
  const found = named(known, text);
  return found.length === 1 ? [found[0][0], found[0][1]] : unnamed(known, text, found);
}

/** The items that a text lists; none of them is left out.
 * @param {import("../types.d.ts").SetFact} fact
 * @param {string} text
 * @returns {Reading}
 */
function setOf(fact, text) {
  const known = Object.entries(fact.options);
  if (lower(text) === "none" && named(known, text).length === 0) return [[], "none"];
  /** @type {Map<string, string>} */
  const items = new Map();
  for (const part of partsOf(known, text)) {
    const found = leveled(known, part);
    if (found.length !== 1) return `“${part}”: ${unnamed(known, part, found)}`;
    items.set(...found[0]);
  }
  return items.size > 0 ? [[...items.keys()], [...items.values()].join(", ")] : NONE;
}

/** The findings that a text lists, each with `no` before or behind it if it was ruled out.
 * @param {import("../types.d.ts").FindingsFact} fact
 * @param {string} text
 * @returns {Reading}
 */
function findingsOf(fact, text) {
  if (["none", "no", "n"].includes(lower(text))) {
    return "This can mean that each was looked for and is not there, or that nobody has looked.";
  }
  const known = Object.entries(fact.options);
  /** @type {Map<string, boolean>} */
  const stated = new Map();
  for (const part of partsOf(known, text)) {
    const said = named(known, part);
    const { truth, found } = said.length > 0 ? { truth: true, found: said } : polar(known, part);
    if (found.length !== 1) return `“${part}”: ${unnamed(known, part, found)}`;
    const [id, label] = found[0];
    if (stated.has(id) && stated.get(id) !== truth) return `Both yes and no are said of ${label}.`;
    stated.set(id, truth);
  }
  const words = [...stated].map(([id, truth]) => `${fact.options[id]}: ${truth ? "yes" : "no"}`);
  return stated.size > 0 ? [Object.fromEntries(stated), words.join("; ")] : NONE;
}

/** The codes that a text lists, without modifiers.
 * @param {import("../types.d.ts").CodesFact} fact
 * @param {string} text
 * @returns {Reading}
 */
function codesOf(fact, text) {
  /** @type {Set<string>} */
  const codes = new Set();
  /** @type {Set<string>} */
  const leftOff = new Set();
  for (const part of text.split(APART)) {
    const words = upper(part).split(" ").filter(Boolean).map((word) => word.replace(/[.:]+$/, ""));
    let before = false; // whether a code stands before, as it does before its modifiers
    for (const word of SYSTEMS.includes(words[0]) ? words.slice(1) : words) {
      if (before && fact.system === "HCPCS" && MODIFIER.test(word)) {
        leftOff.add(word);
        continue;
      }
      const [code, modifiers] = codeOf(fact, word);
      if (code === "") return `“${word}” is not written as a code.`;
      before = true;
      codes.add(code);
      for (const modifier of modifiers) leftOff.add(modifier);
    }
  }
  if (codes.size === 0) return "There is no code here.";
  if (codes.size > fact.most) return `These are more than ${fact.most} codes.`;
  const without = ` (without the modifier${leftOff.size > 1 ? "s" : ""} ${listed([...leftOff], "and")})`;
  return [[...codes], `${[...codes].join(", ")}${leftOff.size > 0 ? without : ""}`];
}

/** A code and its modifiers; empty where it is none.
 * @param {import("../types.d.ts").CodesFact} fact
 * @param {string} word
 * @returns {[string, readonly string[]]}
 */
function codeOf(fact, word) {
  const found = (fact.system === "HCPCS" ? MODIFIED : WITHOUT_POINT).exec(word);
  const modified = found !== null && fact.system === "HCPCS";
  const code = found === null ? word : modified ? found[1] : `${found[1]}.${found[2]}`;
  return wholly(fact.pattern)(code) ? [code, modified ? found[2].match(/[0-9A-Z]{2}/g) ?? [] : []] : ["", []];
}

/** The answers that a text may mean: the most exact way to name one decides.
 * @param {readonly Answer[]} known
 * @param {string} text
 * @returns {readonly Answer[]}
 */
function named(known, text) {
  const typed = key(text);
  if (typed === "") return [];
  const whole = known.filter(([, label]) => [key(label), key(withoutBrackets(label))].includes(typed));
  if (whole.length > 0) return whole;
  const spelled = SPELLED.get(typed) ?? [typed];
  const short = known.filter((answer) => shortNames(answer).includes(typed));
  if (short.length > 0) return known.filter((one) => short.includes(one) || standsIn(one, typed, false));
  const begun = known.filter((one) => namesOf(one).some((name) => spelled.some((each) => begins(name, each))));
  if (begun.length === 0) return [];
  return known.filter((one) => begun.includes(one) || spelled.some((each) => standsIn(one, each, true)));
}

/** The letters and digits of a name, in words: `roland morris dc`.
 * @param {string} text
 */
function key(text) {
  return lower(text).replace(/'|\.(?![0-9])/g, "").replace(/[^a-z0-9\u0080-\uffff]+/g, " ").replace(/^ | $/g, "");
}

/** @param {string} label */
function withoutBrackets(label) {
  return label.replace(IN_BRACKETS, "");
}

/** The id, what stands in brackets, and the initials of several words.
 * @param {Answer} answer
 */
function shortNames([id, label]) {
  const words = key(withoutBrackets(label)).split(" ");
  const initials = words.length > 1 ? [words.map((word) => [...word][0]).join("")] : [];
  return [key(id), ...[...label.matchAll(IN_BRACKETS)].map((found) => key(found[1])), ...initials];
}

/** What a name may begin with: the id, the label, and each alternative in it, with and without its article.
 * @param {Answer} answer
 */
function namesOf([id, label]) {
  const pieces = [label, ...withoutBrackets(label).split(PIECE)].map(key);
  return [key(id), ...pieces, ...pieces.map((piece) => piece.replace(/^(?:an?|the) /, ""))];
}

/** Whether a name begins with these words, of which the last need not be written to its end.
 * @param {string} name
 * @param {string} typed
 */
function begins(name, typed) {
  return `${name} `.startsWith(`${typed} `) || (mayBeUnfinished(typed) && name.startsWith(typed));
}

/** Whether these words stand in one of the names.
 * @param {readonly string[]} names
 * @param {string} typed
 * @param {boolean} unfinished
 */
function standsIn(names, typed, unfinished) {
  const end = unfinished && mayBeUnfinished(typed) ? "" : " ";
  return names.some((name) => ` ${key(name)} `.includes(` ${typed}${end}`));
}

/** @param {string} typed */
function mayBeUnfinished(typed) {
  return [...typed.slice(typed.lastIndexOf(" ") + 1)].length >= SHORTEST;
}

/** Why a text names no answer.
 * @param {readonly Answer[]} known
 * @param {string} text
 * @param {readonly Answer[]} found
 */
function unnamed(known, text, found) {
  const typed = key(text);
  const parts = known.filter(([, label]) => typed !== "" && standsIn([label], typed, true));
  const names = (found.length > 0 ? found : parts).map(([, label]) => `“${label}”`);
  if (names.length === 0) return NONE;
  return names.length > 1 ? either(names, "another answer") : `If this is ${names[0]}, write that.`;
}

/** The parts of a list, unless it is one label that looks like a list; and levels that only spaces keep apart.
 * @param {readonly Answer[]} known
 * @param {string} text
 */
function partsOf(known, text) {
  if (known.some(([, label]) => lower(text) === lower(label))) return [text];
  const parts = text.replace(/ ?([-/]) ?/g, "$1").split(APART).map((part) => part.replace(/^ +| +$/g, ""));
  return parts.flatMap((part) => (areLevels(part) ? part.split(" ") : [part])).filter(Boolean);
}

/** @param {string} part */
function areLevels(part) {
  return lower(part).split(" ").every((word) => LEVEL.test(word) || INTERSPACE.test(word));
}

/** The items that a part of a list may mean: a level of the spine in one of its spellings, or a name.
 * @param {readonly Answer[]} known
 * @param {string} part
 */
function leveled(known, part) {
  const one = LEVEL.exec(lower(part));
  const two = INTERSPACE.exec(lower(part));
  if (one === null && two === null) return named(known, part);
  const written = two === null ? `${one?.[1]}${one?.[2]}` : `${two[1]}${two[2]}-${two[3] || two[1]}${two[4]}`;
  return known.filter(([, label]) => lower(label) === written);
}

/** @param {readonly Answer[]} known
 * @param {string} part
 */
function polar(known, part) {
  const stated = STATED.exec(key(part));
  if (stated !== null) return { truth: true, found: named(known, stated[1]) };
  const denied = DENIED.exec(key(part));
  return { truth: false, found: denied === null ? [] : named(known, denied[1] ?? denied[2]) };
}
return Object.freeze({ choiceOf, setOf, findingsOf, codesOf, named, key });
})();

const runtime_spelled_numbers = (function () {
const { either } = runtime_spelled_text;
/** Numbers as people write them, with their units.
 *
 * A unit is converted only where that is exact. A question for *full* weeks, months or years takes other lengths of
 * time too, and the answer is the fewest that are sure: nothing is rounded up. A month has no fixed number of days, so
 * months in a row count with the fewest days that they can have, and days make as many months as they do in the longest
 * ones.
 */


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
function numberOf(fact, text) {
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
function grouped(number) {
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
return Object.freeze({ numberOf, grouped });
})();

const runtime_spellings = (function () {
const { dayOf } = runtime_days;
const { dateOf } = runtime_spelled_dates;
const { choiceOf, codesOf, findingsOf, key, named, setOf } = runtime_spelled_names;
const { grouped, numberOf } = runtime_spelled_numbers;
const { MOST, bare, lower, plain } = runtime_spelled_text;
const { isAtMost } = runtime_values;
const { listed } = runtime_words;
/** The answer to a question, as people spell it: `6/10/2026`, `5 months`, `L4-5`, `64483-LT`, `Texas`, `yes`.
 *
 * Nothing is guessed: what has two meanings is not understood, and both are named. What was understood is shown in
 * words, to be read by whoever typed it. The Python package has the same answers.
 */


/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("./spelled-text.js").Reading} Reading */

const NOT_LOOKED = [
  "", "-", "?", "not looked", "not looked yet", "not checked", "not checked yet", "not yet", "unknown", "not known",
  "not sure", "unsure", "don't know", "do not know", "dont know",
];
const NOT_APPLICABLE = ["n/a", "na", "not applicable"];
const YES = ["y", "yes", "true"];
const NO = ["n", "no", "none", "false"];
const NO_NOTE = [...YES, ...NO, "missing", "not there", "not documented", "not stated"];
const FEW = 10; // answers that are all named

/** What a text says about a fact, which is a fact of a policy or a field of its lists.
 * @param {Fact} fact
 * @param {string} text
 * @param {{today?: string | undefined}} options
 * @returns {import("../types.d.ts").Understood | import("../types.d.ts").NotUnderstood}
 */
function understood(fact, text, { today } = {}) {
  if (today !== undefined && Number.isNaN(dayOf(today))) throw new RangeError("today is a date written YYYY-MM-DD");
  if (typeof text !== "string") throw new TypeError("an answer is text");
  const read = readingOf(fact, text, today ?? null);
  if (typeof read === "string") return Object.freeze({ understood: false, why: read, write: whatToWrite(fact) });
  return Object.freeze({ understood: true, value: read[0], shown: read[1] });
}

/** @param {Fact} fact
 * @param {string} text
 * @param {string | null} today
 * @returns {Reading}
 */
function readingOf(fact, text, today) {
  if (!isAtMost(text, MOST)) return `This is longer than ${grouped(String(MOST))} characters.`;
  const written = plain(text);
  const typed = bare(written);
  const small = lower(typed);
  const isOption = "options" in fact && named(Object.entries(fact.options), typed).length === 1;
  if (!isOption && NOT_LOOKED.includes(small)) return [null, "not looked yet"];
  if (!isOption && NOT_APPLICABLE.includes(small)) {
    return "This can mean that there is none, or that nobody has looked yet.";
  }
  switch (fact.type) {
    case "yes_no":
      return YES.includes(small) ? [true, "yes"] : NO.includes(small) ? [false, "no"] : "This is neither yes nor no.";
    case "note":
      return noteOf(fact, written, small);
    case "number":
      return numberOf(fact, small);
    case "date":
      return dateOf(fact, small, today);
    case "choice":
      return choiceOf(fact, typed);
    case "set":
      return setOf(fact, typed);
    case "findings":
      return findingsOf(fact, typed);
    case "codes":
      return codesOf(fact, typed);
    case "list":
      return NO.includes(small) ? [[], "none"] : "Each of these has a record of its own.";
  }
}

/** Where a note stands. An answer to another question is none, and would count as documented.
 * @param {import("../types.d.ts").NoteFact} fact
 * @param {string} written
 * @param {string} small
 * @returns {Reading}
 */
function noteOf(fact, written, small) {
  if (NO_NOTE.includes(small)) return "A place in the chart is asked for. If there is none, leave this open.";
  if (key(written) === "") return "There is no word here.";
  return isAtMost(written, fact.most) ? [written, written] : `This is longer than ${fact.most} characters.`;
}

/** How to write an answer about this fact, for people.
 * @param {Fact} fact
 * @returns {string}
 */
function whatToWrite(fact) {
  switch (fact.type) {
    case "yes_no":
      return "Write yes or no.";
    case "note":
      return "Write where it stands in the chart, such as: visit note of 6/10/2026, page 2.";
    case "number": {
      const range = `from ${grouped(String(fact.from))} to ${grouped(String(fact.to))}`;
      const unit = fact.unit === "" ? "" : ` (${fact.unit})`;
      return `Write a ${fact.places === 0 ? "whole number" : "number"} ${range}${unit}.`;
    }
    case "date":
      return "Write a date as month/day/year, such as 6/10/2026.";
    case "choice":
      return ofOptions(fact, "Write one of these answers");
    case "set": {
      const examples = Object.values(fact.options).slice(0, 2).join(", ");
      return `Write each with commas between them, such as ${examples}; or none.`;
    }
    case "findings":
      return ofOptions(fact, "Write each that was found, with no before one that was ruled out");
    case "codes": {
      const example = fact.system === "HCPCS" ? "64483, 64484" : "M54.16, M48.061";
      return `Write the ${fact.system} codes with commas between them, such as ${example}.`;
    }
    case "list":
      return `Write none, or state the ${fact.unit} one by one.`;
  }
}

/** @param {{readonly options: {readonly [id: string]: string}}} fact
 * @param {string} before
 */
function ofOptions({ options }, before) {
  const known = Object.entries(options);
  if (known.length <= FEW) return `${before}: ${known.map(([, label]) => label).join("; ")}.`;
  const examples = new Set(known.slice(0, 2).flatMap(([id, label]) => [label, id]));
  return `${before}, such as ${listed([...examples], "or")}.`;
}
return Object.freeze({ understood, whatToWrite });
})();

const script = (function () {
const { catalogOf } = runtime_catalog;
/** The root of the classic script for pages that are opened from `file://`: policies register themselves, each by a
 * script of its own.
 */



/** @type {import("./types.d.ts").CompiledPolicy[]} */
const registered = [];
let catalog = catalogOf(registered);

/** Add a policy to those that answer.
 * @param {import("./types.d.ts").CompiledPolicy} policy
 */
function register(policy) {
  catalog = catalogOf([...registered, policy]);
  registered.push(policy);
}

/** @type {typeof catalog.check} */
const check = (request, options) => catalog.check(request, options);
/** @type {typeof catalog.checkJson} */
const checkJson = (data, options) => catalog.checkJson(data, options);
/** @type {typeof catalog.scope} */
const scope = (request) => catalog.scope(request);
/** @type {typeof catalog.scopeJson} */
const scopeJson = (data) => catalog.scopeJson(data);
/** @type {typeof catalog.validator} */
const validator = (policy, version) => catalog.validator(policy, version);
/** @type {typeof catalog.knownVersions} */
const knownVersions = () => catalog.knownVersions();
return Object.freeze({ register, check, checkJson, scope, scopeJson, validator, knownVersions, askList: runtime_ask.askList, catalogOf: runtime_catalog.catalogOf, validatorOf: runtime_catalog.validatorOf, formFromRequest: runtime_forms.formFromRequest, requestFromForm: runtime_forms.requestFromForm, nextQuestion: runtime_questions.nextQuestion, understood: runtime_spellings.understood, whatToWrite: runtime_spellings.whatToWrite, NOTICE: runtime_words.NOTICE });
})();

globalThis.wiserPolicies = script;
})();
