/** The ways to close criteria of a request: routes to their goals, each tried on the request.
 *
 * A route is kept if doing just what it says closes its criteria, and opens no other one.
 */

import { Facts, allOf, anyOf, isSo, partsOf, placeOf, placesOf } from "./ask_goals.js";
import { movesOf, orderOfDays, recordsToCome, usualDay } from "./ask_moves.js";
import { keyOfValue, meet, range, whole } from "./ask_regions.js";
import { Routes, apart, covers, united } from "./ask_routes.js";
import { Solving, comes, stating } from "./ask_solving.js";
import { Goals } from "./ask_tests.js";
import { NO_RECORD, truthOf } from "./interpreter.js";
import { requestOf } from "./questions.js";
import { insideOf } from "./result.js";
import { MISSING, NOT_MET } from "./words.js";

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
export class Search {
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
