/** The ask list: what would make a request ready, as the least that has to be got, said or planned otherwise.
 *
 * For each open criterion it gives the ways to close it, each of the fewest things. Doing just what one way of each gap
 * says makes the request ready, and no part of a way is enough. Nothing is asked that the chart contradicts.
 */

import { partsOf, placeOf, placesOf } from "./ask_goals.js";
import { edgesOf, keyOfValue, whole } from "./ask_regions.js";
import { groupsOf } from "./ask_groups.js";
import { Search } from "./ask_search.js";
import { stating } from "./ask_solving.js";
import { standing } from "./ask_standing.js";
import {
  MOST_NAMED, ofDays, ofFact, ofField, ofFindings, ofGrowth, ofItems, ofPlan, ofRecord, officeOf, pointerOf,
} from "./ask_words.js";
import { dayOf, moved, textOf } from "./days.js";
import { NO_RECORD, truthOf } from "./interpreter.js";
import { NOT_MET, OUT_OF_SCOPE } from "./words.js";

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
export function askList(result, { today = "" } = {}) {
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
