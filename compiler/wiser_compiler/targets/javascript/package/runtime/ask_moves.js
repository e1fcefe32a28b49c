/** What of a request may change: planned days and numbers, what grows with time, and records that may still come. */

import { NOTHING_SAID, eachOf, partsOf, placeOf } from "./ask_goals.js";
import { meet, options, range, stepsOf, whole } from "./ask_regions.js";
import { Goals } from "./ask_tests.js";
import { dayOf } from "./days.js";
import { MET } from "./words.js";

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
export function movesOf(compiled, facts, request, verdicts, today) {
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
export function* orderOfDays(policy) {
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
export function recordsToCome(compiled, moves) {
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
export function usualDay(policy, request, today) {
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
