/** The search for what closes the gaps of a request: routes to each criterion that is not met yet, each one verified.
 *
 * A route is kept if doing just what it says closes its criteria, and opens or breaks no other one.
 */

import { Facts, Goals, NOTHING_SAID, allOf, anyOf, eachOf, isSo, partsOf, placeOf, placesOf } from "./ask_goals.js";
import { keyOfValue, meet, options, range, stepsOf, whole } from "./ask_regions.js";
import { Routes, apart, placesIn, united } from "./ask_routes.js";
import { Solving, comes, stating } from "./ask_solving.js";
import { dayOf } from "./days.js";
import { NO_RECORD, truthOf } from "./interpreter.js";
import { marksOf, openPlaces, reads } from "./places.js";
import { inOrder, requestOf } from "./questions.js";
import { insideOf } from "./result.js";
import { MET, MISSING, NOT_MET } from "./words.js";

/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_goals.js").Goal} Goal */
/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_routes.js").Route} Route */
/** @typedef {import("./ask_routes.js").Asked} Asked */
/** @typedef {import("./ask_solving.js").Solution} Solution */
/** @typedef {import("./ask_solving.js").Move} Move */
/** Criteria that are closed together, by their numbers, with the ways to close them, and the lists of places that are
 * asked for alone since they open more.
 * @typedef {object} Group
 * @property {readonly number[]} numbers
 * @property {readonly Solution[]} solutions
 * @property {readonly (readonly Place[])[]} opensMore
 */

const MOST_RECORDS = 4; // that may still come to one list
const MOST_ROUNDS = 3; // of going round the criteria that a route would break
const MOST_JOINT = 64; // routes of several criteria that are looked through together

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

/** The search on one request. */
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
    /** @type {ReadonlyMap<Place, Move>} */
    this.moves = new Map(this.movable());
    this.moves = new Map(this.withinScope());
    this.plan = [...this.orderOfDays()];
    this.routes = new Routes((place, region) => this.isFree(place, region));
    this.solving = new Solving(this.facts, this.moves, this.plan, (fact) => this.middle(fact));
    this.goals = new Goals(this.request, this.facts, this.moves, this.records());
    /** @type {Map<number, Goal>} */
    this.known = new Map();
    /** @type {Map<number, import("./interpreter.js").Test>} */
    this.conditions = new Map();
  }

  /** The places that state something which may change, and the records that may still come.
   * @returns {Iterable<[Place, Move]>}
   */
  *movable() {
    for (const { fact: name, plan, grows } of this.policy.asking) {
      if (!Object.hasOwn(this.request, name) || !(plan || grows)) continue;
      const fact = this.facts.named(name);
      if (fact.type === "list") {
        for (let number = 1; grows && number <= MOST_RECORDS; number++) {
          yield [placeOf([name, -number]), { now: 0n, region: options([false]), allowed: options([true]) }];
        }
        continue;
      }
      const now = stepsOf(fact, this.request[name]);
      const every = /** @type {import("./ask_regions.js").Range} */ (whole(fact));
      const today = this.today && fact.type === "date" ? BigInt(dayOf(this.today)) : every.low;
      const first = today > every.low ? today : every.low;
      const low = plan === "fewer" ? every.low : plan === "another day" ? first : first > now ? first : now;
      const high = plan === "fewer" ? now : every.high;
      if (low <= high) yield [placeOf([name]), { now, region: range(now, now), allowed: range(low, high) }];
    }
  }

  /** The same places, as far as they may change before the request is out of scope.
   * @returns {Iterable<[Place, Move]>}
   */
  *withinScope() {
    const goals = new Goals(this.request, this.facts, this.moves, new Map());
    const scope = this.asked.filter((n) => this.policy.criteria[n].effect === "scope" && this.verdicts[n] === MET);
    const always = scope.map((number) => this.compiled.tests(number)).filter(({ applies }) => applies === null);
    const limits = always.flatMap(({ test }) => eachOf(goals.of(test)));
    for (const [place, move] of this.moves) {
      let allowed = move.allowed;
      for (const limit of limits) {
        if (limit.kind === "at" && limit.place === place) allowed = meet(allowed, limit.region) ?? allowed;
      }
      yield [place, { ...move, allowed }];
    }
  }

  /** A planned day is never before the day of receipt, whichever of the two changes.
   * @returns {Iterable<import("./ask_goals.js").Before>}
   */
  *orderOfDays() {
    const having = (/** @type {string} */ plan) =>
      this.policy.asking.filter((one) => one.plan === plan).map(({ fact }) => fact);
    for (const first of having("sent later")) {
      for (const last of having("another day")) {
        const [left, right] = [first, last].map((name) => ({ place: placeOf([name]), day: 0n, moves: [] }));
        yield { kind: "before", op: "<=", left, right, says: NOTHING_SAID };
      }
    }
  }

  /** How many records may come to each list: as many as a count asks for. */
  records() {
    const lists = [...this.moves.keys()].map(partsOf).filter((parts) => parts.length > 1).map(([name]) => name);
    const wanted = new Map(lists.map((name) => [name, 1]));
    for (const number of this.asked) {
      const { applies, test } = this.compiled.tests(number);
      for (const [name, count] of [...countsIn(applies), ...countsIn(test)]) {
        const known = wanted.get(name);
        if (known !== undefined) wanted.set(name, Math.max(known, Math.min(count, MOST_RECORDS)));
      }
    }
    return wanted;
  }

  /** Whether a place states so already.
   * @param {Place} place
   * @param {Region} region
   */
  isFree(place, region) {
    const move = this.moves.get(place);
    return move !== undefined && meet(move.region, region) !== null;
  }

  /** A day that nobody wonders at, where any day will do.
   * @param {any} fact
   */
  middle(fact) {
    if (fact.type !== "date") return null;
    const planned = this.policy.asking.filter(({ plan }) => plan === "another day" || plan === "sent later");
    const days = [...planned.map((one) => this.stated(one.fact)), this.today];
    const first = days.find((day) => day);
    return first ? BigInt(dayOf(first)) : null;
  }

  /** @param {string} name
   * @returns {any}
   */
  stated(name) {
    return Object.hasOwn(this.request, name) ? this.request[name] : undefined;
  }

  /** The goal that a criterion is answered: it does not apply, or it applies and is met.
   *
   * Where it is unclear whether it applies, what it requires is asked only together with that.
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

  /** Whether records come in order: a second one only after a first one.
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

  /** The solution of a route, or of what the route needs besides so that it breaks no other criterion.
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

  /** The solutions without those that ask as much as another and more.
   *
   * Nor do they allow an answer with which less would do: beside *no, or a rationale*, the rationale goes with *yes*.
   * @param {readonly number[]} numbers
   * @param {readonly Solution[]} solutions
   * @returns {Solution[]}
   */
  reduced(numbers, solutions) {
    const kept = this.least(solutions.map((one) => ({ asked: this.askedOf(one), whole: one.route })));
    const joined = this.least(united(kept));
    const every = joined.map(({ asked }) => asked);
    return joined.flatMap(({ asked, whole: route }) =>
      apart(asked, every, "options").flatMap((part) => {
        const own = this.again(numbers, part, route);
        if (own.length > 0) return own;
        return apart(part, every, "range").flatMap((less) => this.again(numbers, less, route));
      }),
    );
  }

  /** What a solution asks for, without what is so already and is to stay so.
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

  /** Those that ask for least, each with its whole route.
   * @param {readonly Asked[]} asked
   * @returns {Asked[]}
   */
  least(asked) {
    const routes = new Map(asked.map((one) => [one.asked, one.whole]));
    const least = this.routes.least([...routes.keys()]);
    return least.map((one) => ({ asked: one, whole: /** @type {Route} */ (routes.get(one)) }));
  }

  /** A solution of a route of which no part is enough, and that breaks no other criterion.
   * @param {readonly number[]} numbers
   * @param {Route} asked
   * @param {Route} route
   * @returns {Solution[]}
   */
  again(numbers, asked, route) {
    const both = { regions: new Map([...route.regions, ...asked.regions]), relations: route.relations };
    for (const solution of this.solving.of(both)) {
      if (!this.isEnough(numbers, solution.values)) continue;
      const chart = this.compiled.read(stating(this.request, solution.values));
      if (chart !== undefined && this.broken(this.compiled.verdicts(chart)).length > 0) continue;
      if (!partsOfValues(solution.values).some((part) => this.isEnough(numbers, part))) return [solution];
    }
    return [];
  }

  /** The criteria that are open by these verdicts, and were not.
   * @param {readonly string[]} verdicts
   */
  broken(verdicts) {
    return this.asked.filter((number) => isOpen(verdicts[number]) && !isOpen(this.verdicts[number]));
  }

  /** Whether stating these values closes criteria, and keeps planned days in order.
   * @param {readonly number[]} numbers
   * @param {ReadonlyMap<Place, any>} values
   */
  isEnough(numbers, values) {
    const request = stating(this.request, values);
    const days = new Map(Object.entries(request).map(([name, value]) => [placeOf([name]), value]));
    const changed = this.plan.filter((one) => placesOf(one).some((place) => values.has(place)));
    const known = changed.filter((one) => placesOf(one).every((place) => days.has(place)));
    if (!known.every((one) => isSo(one, this.facts, days))) return false;
    const chart = this.compiled.read(request);
    return chart !== undefined && this.isClosed(numbers, chart);
  }

  /** Whether it is known of each criterion whether it applies, and those that do are met.
   * @param {readonly number[]} numbers
   * @param {any[]} chart
   */
  isClosed(numbers, chart) {
    const verdicts = this.compiled.verdicts(chart);
    return numbers.every((number) => !isOpen(verdicts[number]) && this.appliesSurely(number, chart));
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

  /** How days compare of which neither is known: both are asked for.
   * @param {Solution} solution
   * @returns {import("./ask_goals.js").Before[]}
   */
  ofUnknownDays({ regions, route }) {
    const isAsked = (/** @type {Place} */ place) => regions.has(place) && !this.moves.has(place);
    return [...route.relations.values()].flatMap((one) => (
      one.kind === "before" && placesOf(one).every(isAsked) ? [one] : []
    ));
  }

  /** The regions of a solution for words. Between two unknown days it is said how they compare: what the range of the
   * one leaves of the other is no day that anyone means.
   * @param {Solution} solution
   * @returns {Map<Place, Region>}
   */
  saidRegions(solution) {
    const { route } = solution;
    const unknown = this.ofUnknownDays(solution);
    const days = new Set(unknown.flatMap(placesOf));
    if (days.size === 0) return new Map(solution.regions);
    /** @type {Map<Place, Region>} */
    const tried = new Map([...this.moves].map(([place, move]) => [place, move.region]));
    for (const [place, region] of solution.regions) tried.set(place, region);
    for (const place of days) tried.set(place, route.regions.get(place) ?? this.solving.whole(place));
    const isUnknown = (/** @type {any} */ one) => unknown.includes(one);
    const others = [...route.relations.values(), ...this.plan].filter((one) => !isUnknown(one));
    const about = others.filter((one) => placesOf(one).every((place) => tried.has(place)));
    const narrowed = this.solving.narrowed(tried, about) ?? tried;
    return new Map([...solution.regions].map(([place, region]) => (
      [place, days.has(place) ? /** @type {Region} */ (narrowed.get(place)) : region]
    )));
  }

  /** The open criteria in groups that are closed apart from one another, and those that the chart contradicts. */
  groups() {
    const alone = new Map(this.open.map((number) => [number, this.closing([number])]));
    const groupOf = (/** @type {number} */ number) => /** @type {Group} */ (alone.get(number));
    let lost = this.open.filter((number) => waysOf(groupOf(number)) === 0);
    if (this.goals.givenUp || this.routes.givenUp) {
      for (const number of lost) if (this.verdicts[number] === MISSING) alone.set(number, this.nextOf(number));
      lost = lost.filter((number) => this.verdicts[number] !== MISSING);
    }
    let waiting = this.open.filter((number) => !lost.includes(number)).map(groupOf);
    /** @type {Group[]} */
    const done = [];
    for (let parts = this.joined(waiting); parts.length < waiting.length; parts = this.joined(waiting)) {
      waiting = [];
      for (const part of parts) {
        if (part.length === 1) {
          waiting.push(part[0]);
          continue;
        }
        const size = part.map(waysOf).reduce((many, one) => many * one, 1);
        const first = size > MOST_JOINT ? this.firstOfAll(part) : null;
        if (first !== null) {
          done.push(first.asked);
          waiting.push(...first.others);
          continue;
        }
        const numbers = part.flatMap((group) => group.numbers).sort((one, other) => one - other);
        const group = this.closing(numbers);
        if (waysOf(group) > 0) waiting.push(group);
        else lost.push(...numbers);
      }
    }
    return { groups: [...done, ...waiting], lost };
  }

  /** The first place that is open, where the search was given up.
   * @param {number} number
   * @returns {Group}
   */
  nextOf(number) {
    const chart = /** @type {any[]} */ (this.compiled.read(this.request));
    const marked = [...marksOf(this.compiled.stillOpen(number, chart))];
    const open = [...openPlaces(inOrder(this.policy.facts), this.request)].find(({ place }) => reads(marked, place));
    return { numbers: [number], solutions: [], opensMore: [[placeOf(/** @type {any} */ (open).place)]] };
  }

  /** The groups that are closed together.
   * @param {readonly Group[]} groups
   */
  joined(groups) {
    /** @type {Group[][]} */
    let parts = [];
    for (const group of groups) {
      const near = parts.filter((part) => part.some((other) => this.belong(group, other)));
      parts = [...parts.filter((part) => !near.includes(part)), [...near.flat(), group]];
    }
    return parts;
  }

  /** Whether two groups are closed together: what one asks for the other wants otherwise, or the same closes both.
   * @param {Group} one
   * @param {Group} other
   */
  belong(one, other) {
    const listed = other.opensMore.flat();
    if (one.opensMore.flat().some((place) => listed.includes(place))) return true;
    const [own, theirs] = [this.wanted(one), this.wanted(other)];
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

  /** What a group wants of each place; of a place that is compared with another one, something of its own.
   * @param {Group} group
   * @returns {Map<Place, Set<string>>}
   */
  wanted({ numbers, solutions }) {
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

  /** The places that are asked for, with those that must stay as they are.
   * @param {Group} group
   */
  touched({ solutions, opensMore }) {
    const asked = solutions.flatMap(({ regions }) => [...regions.keys()]);
    const kept = solutions.flatMap(({ route }) => placesIn(route)).filter((place) => this.moves.has(place));
    return [...new Set([...asked, ...kept, ...opensMore.flat()])];
  }

  /** The place that most of them share is asked alone; those that do not hang on it go on. Null for no place.
   * @param {readonly Group[]} groups
   * @returns {{asked: Group, others: Group[]} | null}
   */
  firstOfAll(groups) {
    /** @type {Map<Place, number>} */
    const counts = new Map();
    for (const group of groups) {
      const asked = this.touched(group).filter((place) => !this.moves.has(place));
      for (const place of asked) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    if (counts.size === 0) return null;
    const [first] = [...counts].reduce((best, one) => {
      const more = one[1] - best[1] || this.rank(best[0]) - this.rank(one[0]);
      return more > 0 ? one : best; // the first one of equals
    });
    const hang = groups.filter((group) => this.touched(group).includes(first));
    const numbers = hang.flatMap((group) => group.numbers);
    const others = groups.filter((group) => !hang.includes(group));
    return { asked: { numbers, solutions: [], opensMore: [[first]] }, others };
  }

  /** The order of the facts.
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

/** How many ways there are to close a group.
 * @param {Group} group
 */
function waysOf({ solutions, opensMore }) {
  return solutions.length + (opensMore.length > 0 ? 1 : 0);
}

/** @param {Route} route */
function keyOfRoute({ regions, relations }) {
  const own = [...regions].map(([place, region]) => `${place} ${keyOfValue(region)}`).sort();
  return keyOfValue([own, [...relations.keys()]]);
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

/** The values without one of the things; of the records that are to come to a list, without the last one.
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
