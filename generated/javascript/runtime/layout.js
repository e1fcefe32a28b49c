/** Where the values of a request lie in a chart.
 *
 * A chart is an array with a place for each fact of the policy; a fact that is not stated is `undefined` there. A list
 * is an array of such arrays, with a place for each field. Behind them lie places for results that are remembered. A
 * chart shares nothing with the request: whoever changes the request later changes no answer.
 *
 * In a chart a date is the number of its day, a number is in steps of the policy's units, findings are an array in the
 * order of their options, a set is in alphabetical order, and of a note there is no more than that it is stated.
 */

import { dayOf } from "./days.js";
import { decimalOf } from "./numbers.js";
import { unitsFor } from "./units.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** @typedef {import("../types.d.ts").ListFact} ListFact */

export class Layout {
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
export function nameOf(named) {
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
