/** A compiled policy as functions of a chart, made once when the policy is loaded. */

import { textOf } from "./days.js";
import { NO_RECORD, interval, reachOf, truthOf } from "./interpreter.js";
import { Layout } from "./layout.js";
import { openPart } from "./partial.js";
import { readerOf } from "./reader.js";
import { factsOf, factsOfTerms, whyOf } from "./reasons.js";
import { MET, MISSING, NOT_APPLICABLE, NOT_MET } from "./words.js";

/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("../types.d.ts").Criterion} Criterion */
/** @typedef {import("../types.d.ts").Clock} Clock */
/** @typedef {import("../types.d.ts").Verdict} Verdict */
/** @typedef {import("../types.d.ts").Expression} Expression */

export class Compiled {
  /** @param {CompiledPolicy} policy */
  constructor(policy) {
    this.policy = policy;
    this.layout = new Layout(policy);
    this.verdictOf = policy.criteria.map((criterion) => verdictOf(criterion, this.layout));
    this.dayOf = policy.clocks.map((clock) => dayOf(clock, this.layout));
    this.factsOfClock = policy.clocks.map(factsOfClock);
    this.ids = policy.criteria.map((criterion) => criterion.id);
    this.required = numbersOf(policy, "required");
    this.scope = numbersOf(policy, "scope");
    /** The chart of a request, or undefined if it is invalid. */
    this.read = readerOf(policy.facts, this.layout);
    /** Made when they are first asked for. @type {ReturnType<typeof whyOf>[]} */
    this.whys = [];
  }

  /** The verdict of each criterion.
   * @param {any[]} chart
   */
  verdicts(chart) {
    const { verdictOf } = this;
    /** @type {Verdict[]} */
    const found = new Array(verdictOf.length);
    for (let number = 0; number < verdictOf.length; number++) found[number] = verdictOf[number](chart);
    return found;
  }

  /** Why the criterion with this number has its verdict.
   * @param {number} number
   * @param {any[]} chart
   * @param {Verdict} verdict
   */
  why(number, chart, verdict) {
    const criterion = this.policy.criteria[number];
    this.whys[number] ??= whyOf(criterion.applies_when, testOf(criterion), this.layout);
    return this.whys[number](chart, verdict);
  }

  /** The open part of the criterion with this number.
   * @param {number} number
   * @param {any[]} chart
   */
  stillOpen(number, chart) {
    const criterion = this.policy.criteria[number];
    const test = testOf(criterion);
    const applies = criterion.applies_when;
    return openPart(applies === null ? test : { at_least: 1, of: [{ not: applies }, test] }, chart, this.layout);
  }

  /** When the criterion with this number applies, or null for always, and what it then requires.
   * @param {number} number
   */
  tests(number) {
    const criterion = this.policy.criteria[number];
    return { applies: criterion.applies_when, test: testOf(criterion) };
  }

  /** What a chart has for the fact with this name; undefined also where the policy has no such fact.
   * @param {any[]} chart
   * @param {string} name
   */
  stated(chart, name) {
    const place = this.layout.places.get(name);
    return place === undefined ? undefined : chart[place];
  }
}

/** The numbers of the criteria with an effect.
 * @param {CompiledPolicy} policy
 * @param {string} effect
 */
function numbersOf(policy, effect) {
  return policy.criteria.flatMap((criterion, number) => (criterion.effect === effect ? [number] : []));
}

/** The test of a criterion: one of two ways, or the only one.
 * @param {Criterion} criterion
 * @returns {Expression}
 */
function testOf({ require, unless }) {
  const ways = [require, unless].filter((way) => way !== null);
  return ways.length === 1 ? ways[0] : { at_least: 1, of: ways };
}

/** @param {Criterion} criterion
 * @param {Layout} layout
 * @returns {(chart: any[]) => Verdict}
 */
function verdictOf(criterion, layout) {
  const test = truthOf(testOf(criterion), layout);
  if (criterion.applies_when === null) {
    return (chart) => {
      const found = test(chart, NO_RECORD);
      return found === true ? MET : found === false ? NOT_MET : MISSING;
    };
  }
  const when = truthOf(criterion.applies_when, layout);
  return (chart) => {
    const applies = when(chart, NO_RECORD);
    if (applies === false) return NOT_APPLICABLE;
    const found = test(chart, NO_RECORD);
    return found === true ? MET : found === false && applies === true ? NOT_MET : MISSING;
  };
}

/** The day on which a clock ends, as text; or `missing` or `not applicable`.
 * @param {Clock} clock
 * @param {Layout} layout
 * @returns {(chart: any[]) => string}
 */
function dayOf(clock, layout) {
  const when = clock.applies_when === null ? null : truthOf(clock.applies_when, layout);
  const due = reachOf(clock.due, layout);
  const end = interval();
  return (chart) => {
    const applies = when === null ? true : when(chart, NO_RECORD);
    if (applies === false) return NOT_APPLICABLE;
    due(chart, NO_RECORD, end);
    return applies && end.exists && end.low === end.high ? textOf(end.low) : MISSING;
  };
}

/** @param {Clock} clock */
function factsOfClock(clock) {
  const applies = clock.applies_when === null ? [] : factsOf([clock.applies_when]);
  return [...new Set([...applies, ...factsOfTerms([clock.due])])];
}
