/** Values for a route: what each place states if just enough is done, and which other values are enough too. */

import { isSo, partsOf, placesOf, solved } from "./ask_goals.js";
import { edgesOf, itemsOf, keyOfValue, meet, options, range, stepsOf, whole } from "./ask_regions.js";
import { placesIn } from "./ask_routes.js";
import { put } from "./places.js";

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
export function stating(request, values) {
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
export function comes(place) {
  const parts = partsOf(place);
  return parts.length > 1 && typeof parts[1] === "number" && parts[1] < 0;
}

/** The search for values. */
export class Solving {
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
