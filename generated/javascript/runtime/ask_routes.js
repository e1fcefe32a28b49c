/** Routes to goals: what each place is to state. No route asks for all that another one asks for, and for more. */

import { placesOf } from "./ask_goals.js";
import { joinedRegion, keyOfValue, meet, within, without } from "./ask_regions.js";

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
export function placesIn({ regions, relations }) {
  return [...new Set([...regions.keys(), ...[...relations.values()].flatMap(placesOf)])];
}

/** The routes to goals. */
export class Routes {
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
export function covers(one, other) {
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
export function united(routes) {
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
export function apart(route, others, kind) {
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
