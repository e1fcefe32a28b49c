/** Which open criteria are closed together, and which apart from one another.
 *
 * Two criteria belong together if one thing closes both, or if what closes one stands in the way of the other.
 */

import { partsOf, placeOf, placesOf } from "./ask_goals.js";
import { keyOfValue } from "./ask_regions.js";
import { placesIn } from "./ask_routes.js";
import { comes } from "./ask_solving.js";
import { marksOf, openPlaces, reads } from "./places.js";
import { inOrder } from "./questions.js";
import { MISSING } from "./words.js";

/** @typedef {import("./ask_goals.js").Place} Place */
/** @typedef {import("./ask_routes.js").Route} Route */
/** @typedef {import("./ask_search.js").Group} Group */
/** @typedef {import("./ask_search.js").Search} Search */

const MOST_JOINT = 64; // ways of several criteria that are looked through together

/** The open criteria in groups, each closed by itself, and the criteria that the chart contradicts.
 * @param {Search} search
 * @returns {{groups: Group[], lost: number[]}}
 */
export function groupsOf(search) {
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
