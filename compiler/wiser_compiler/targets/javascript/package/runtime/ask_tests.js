/** What must be so on one request for a test to have an answer: the goals of tests.
 *
 * A test of a list becomes tests of its records, those included that may still come, so that each goal is about facts,
 * items of findings and fields of records alone. Strong Kleene logic is kept: a goal is reached exactly where the test
 * surely has the answer, with one exception. Where two facts that are compared are both not stated, both are asked for,
 * even if one of them would be enough by the range of the other.
 */

import {
  NEVER, NOTHING_SAID, SURE, allOf, anyOf, at, boundedBy, dayOn, isSame, joint, partsOf, placeOf, solved,
} from "./ask_goals.js";
import { answersOf, itemsOf, keyOfValue, options, possible, range, whole } from "./ask_regions.js";
import { dayOf } from "./days.js";
import { MIRRORED, UPPER } from "./interpreter.js";

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
export class Goals {
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
