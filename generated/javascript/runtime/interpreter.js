/** The interpreter of compiled policies: expressions and terms become functions once, when a policy is loaded.
 *
 * `schemas/compiled-policy.schema.json` describes the data, `docs/semantics.md` says what it means. Truth is true
 * (surely met), false (surely not met) or null (the chart does not say). A term is an interval: its lowest and its
 * highest value, and whether it has any. A fact that is not stated lies in its declared range; one without an order,
 * such as a choice, then has no ends (undefined). The function of a term writes its interval into an object that its
 * user owns, so that nothing is made for it.
 */

import { moved } from "./days.js";
import { nameOf } from "./layout.js";

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
export const NO_RECORD = [];

export const UPPER = Object.freeze({ latest: true, earliest: false, highest: true, lowest: false });

/** @type {Readonly<Record<Comparison, Comparison>>} */
export const MIRRORED = Object.freeze({ "==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<=" });

/** An interval to write into.
 * @returns {Interval}
 */
export function interval() {
  return { low: undefined, high: undefined, exists: true };
}

/** The truth of an expression, as a function of a chart, and of the record in hand inside a filter of `list`.
 * @param {Expression} expr
 * @param {Layout} layout
 * @param {string | null} list
 * @returns {Test}
 */
export function truthOf(expr, layout, list = null) {
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
export function typeOf(term, layout) {
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
export function reachOf(term, layout, list = null, type = "number") {
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
export function kindOf(term) {
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
