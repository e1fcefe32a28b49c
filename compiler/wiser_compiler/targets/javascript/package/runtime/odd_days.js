/** Days of a request that are probably slips: a service before its request, and records of days that are still to come.
 *
 * They change no answer. `_odd_days.py` says the same.
 */

import { singular } from "./ask_words.js";
import { dayInWords } from "./days.js";

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
  const which = planned.includes(last) ? "the planned date" : "the day the request is received";
  const named = `${which}, ${dayInWords(last)}`;
  const before = planned.filter((day) => day < first).map((day) => (
    `A request is sent before the service: the planned date, ${dayInWords(day)}, is before the day it is received,`
    + ` ${dayInWords(first)}`
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
  for (const record of records) {
    const days = dated.flatMap((/** @type {any} */ { name }) => (Object.hasOwn(record, name) ? [record[name]] : []));
    const [day] = days.sort().reverse();
    if (day === undefined || day <= last) continue;
    yield `The ${singular(fact.unit) || "record"} of ${dayInWords(day)} lies after ${named}: is the year right?`;
  }
}
