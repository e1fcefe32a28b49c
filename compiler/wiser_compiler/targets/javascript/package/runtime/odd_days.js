/** Days of a request that are probably slips: a service before its request, and records of days that are still to come.
 *
 * They change no answer, and no day is repeated. `_odd_days.py` says the same.
 */

import { singular } from "./ask_words.js";

/** What to look at first, in sentences.
 * @param {import("../types.d.ts").CompiledPolicy} policy
 * @param {import("../types.d.ts").Json} request A valid one.
 * @returns {string[]}
 */
export function oddDays(policy, request) {
  const daysOf = (/** @type {string} */ plan) => {
    const named = policy.asking.filter((mark) => mark.plan === plan && Object.hasOwn(request, mark.fact));
    return named.map(({ fact }) => /** @type {string} */ (request[fact])).sort();
  };
  const [planned, received] = [daysOf("another day"), daysOf("sent later")];
  if (received.length === 0) return [];
  const [first] = received;
  const [last] = [first, ...planned].sort().reverse();
  const named = planned.includes(last) ? "the planned date" : "the day the request is received";
  const before = planned.filter((day) => day < first).map(() => (
    "A request is sent before the service: the planned date is before the day it is received"
  ));
  const listed = policy.facts.flatMap((fact) => (
    fact.type === "list" && Object.hasOwn(request, fact.name) ? [...toCome(fact, request[fact.name], last, named)] : []
  ));
  return [...before, ...listed];
}

/** The records of a list with a day behind the last day of the request. A list holds what was done and seen.
 * @param {any} fact
 * @param {readonly any[]} records
 * @param {string} last
 * @param {string} named
 */
function* toCome(fact, records, last, named) {
  const dated = fact.fields.filter((/** @type {any} */ field) => field.type === "date");
  for (const [at, record] of records.entries()) {
    const days = dated.flatMap((/** @type {any} */ { name }) => (Object.hasOwn(record, name) ? [record[name]] : []));
    const [day] = days.sort().reverse();
    if (day === undefined || day <= last) continue;
    const unit = singular(fact.unit) || "record";
    const what = `${unit[0].toUpperCase()}${unit.slice(1).toLowerCase()} ${at + 1} of the list`;
    yield `${what} lies after ${named}: is the year right?`;
  }
}
