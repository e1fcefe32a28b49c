/** The reasons for verdicts: the tests of a compiled policy in words, joined as in the policy.
 *
 * A reason follows from the truths of the tests alone. Many charts share these, so each reason is made once and kept.
 */

import { NO_RECORD, UPPER, truthOf } from "./interpreter.js";
import { MISSING, NOT_APPLICABLE, verdictOf } from "./words.js";

/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./interpreter.js").Test} Test */
/** @typedef {import("../types.d.ts").Truth} Truth */
/** @typedef {import("../types.d.ts").Expression} Expression */
/** @typedef {import("../types.d.ts").Term} Term */
/** @typedef {import("../types.d.ts").Reason} Reason */
/** @typedef {import("../types.d.ts").Criterion} Criterion */
/** @typedef {(truths: readonly Truth[]) => Reason} Making The reason of an expression by the truths of its tests. */

/** Why a criterion has its verdict, and the names of the facts that its deciding tests read, in their order.
 * @typedef {{reason: Reason, named: readonly string[]}} Why
 */

const ONLY_IF = "only if"; // the joint of a requirement that has a condition
const MOST_REMEMBERED = 64; // combinations of truths, for each criterion

/** @type {Readonly<Record<string, Truth>>} */
const TRUTHS = Object.freeze({ met: true, "not met": false, missing: null });

/** Why a criterion has its verdict, as a function of a chart and the verdict.
 * @param {Expression | null} applies
 * @param {Expression} test
 * @param {Layout} layout
 * @returns {(chart: any[], verdict: string) => Why}
 */
export function whyOf(applies, test, layout) {
  /** @type {Test[]} */
  const conditions = [];
  /** @type {Test[]} */
  const tests = [];
  const when = applies === null ? null : makingOf(applies, layout, conditions);
  const why = makingOf(test, layout, tests);
  /** @type {Map<string, Why>} */
  const remembered = new Map();
  return (chart, verdict) => {
    const others = verdict === NOT_APPLICABLE ? null : tests.map((each) => each(chart, NO_RECORD));
    const truths = conditions.map((each) => each(chart, NO_RECORD));
    const key = `${truths}|${others}`;
    let found = remembered.get(key);
    if (found === undefined) {
      const part = others === null ? null : why(others);
      const reason = when === null ? /** @type {Reason} */ (part) : onlyIf(when(truths), part);
      const named = new Set(leavesOf(reason).flatMap((leaf) => leaf.facts));
      found = Object.freeze({ reason, named: Object.freeze([...named]) });
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, found);
    }
    return found;
  };
}

/** A reason that nobody can change, since it is shared.
 * @param {string} words
 * @param {Truth} truth
 * @param {string} joint
 * @param {string} quote
 * @param {readonly string[]} facts
 * @param {readonly Reason[]} parts
 * @returns {Reason}
 */
function reasonOf(words, truth, joint, quote, facts, parts) {
  return Object.freeze({ words, truth: verdictOf(truth), joint, quote, facts, parts: Object.freeze(parts) });
}

/** The tests that decide the truth of the whole, or that could still decide it.
 * @param {Reason} reason
 * @returns {readonly Reason[]}
 */
function leavesOf(reason) {
  if (reason.parts.length === 0) return [reason];
  const turned = reason.joint === "none of" && reason.truth !== MISSING;
  const wanted = turned ? verdictOf(!TRUTHS[reason.truth]) : reason.truth;
  return reason.parts.filter((part) => part.truth === wanted).flatMap(leavesOf);
}

/** A requirement that holds only where `applies` is met. Where it is not, that alone is the reason.
 * @param {Reason} applies
 * @param {Reason | null} part
 */
function onlyIf(applies, part) {
  if (part === null) return reasonOf("", false, ONLY_IF, "", [], [applies]);
  const truth = TRUTHS[applies.truth] || TRUTHS[part.truth] ? TRUTHS[part.truth] : null;
  return reasonOf("", truth, ONLY_IF, "", [], [applies, part]);
}

/** The reason of an expression, as a function of the truths of its tests, which are added to `tests`.
 *
 * `words` and `quote` are those around the expression.
 * @param {Expression} expr
 * @param {Layout} layout
 * @param {Test[]} tests
 * @param {string} words
 * @param {string} quote
 * @returns {Making}
 */
function makingOf(expr, layout, tests, words = "", quote = "") {
  if ("says" in expr) return said(expr, layout, tests, words, quote);
  if ("at_least" in expr && hasWords(expr)) {
    return joined(expr.at_least, words, quote, expr.of.map((part) => makingOf(part, layout, tests)));
  }
  if ("not" in expr && hasWords(expr.not)) {
    const making = makingOf(expr.not, layout, tests);
    return (truths) => {
      const part = making(truths);
      const truth = TRUTHS[part.truth];
      return reasonOf(words, truth === null ? null : !truth, "none of", quote, [], [part]);
    };
  }
  const place = tests.push(truthOf(expr, layout)) - 1;
  const names = Object.freeze(factsOf([expr]));
  return (truths) => reasonOf(words, truths[place], "", quote, names, []);
}

/** @param {import("../types.d.ts").Worded} expr
 * @param {Layout} layout
 * @param {Test[]} tests
 * @param {string} words
 * @param {string} quote
 * @returns {Making}
 */
function said({ says, part }, layout, tests, words, quote) {
  const { question = "", answer = "", quote: own = "" } = says;
  const items = "at_least" in part ? findingsOf(part.of, layout) : [];
  if ("at_least" in part && items.length > 0) {
    // Item by item, so that an item that was not looked for is named.
    const heading = words ? `${words}: ${question}` : question;
    const named = items.map(({ item, label }) => makingOf(item, layout, tests, label));
    return joined(part.at_least, heading, own || quote, named);
  }
  const text = `${question} ${answer}`.trim();
  return makingOf(part, layout, tests, words && text ? `${words}: ${text}` : words || text, own || quote);
}

/** The reason of a group: at least `count` of the parts.
 * @param {number} count
 * @param {string} words
 * @param {string} quote
 * @param {readonly Making[]} makings
 * @returns {Making}
 */
function joined(count, words, quote, makings) {
  const spare = makings.length - count; // how many need not be met
  const joint = spare === 0 ? "all of" : count === 1 ? "any of" : `at least ${count} of`;
  return (truths) => {
    const parts = makings.map((making) => making(truths));
    const met = parts.filter((part) => part.truth === "met").length;
    const notMet = parts.filter((part) => part.truth === "not met").length;
    return reasonOf(words, met >= count ? true : notMet > spare ? false : null, joint, quote, [], parts);
  };
}

/** The parts with their labels, if each asks for one finding, or for its absence.
 * @param {readonly Expression[]} parts
 * @param {Layout} layout
 */
function findingsOf(parts, layout) {
  const items = [];
  for (const item of parts) {
    const found = "not" in item ? item.not : item;
    const fact = "includes" in found && "fact" in found.in ? layout.fact(found.in.fact) : null;
    if (!("includes" in found) || fact === null || fact.type !== "findings") return [];
    const label = fact.options[found.includes];
    items.push({ item, label: "not" in item ? `ruled out: ${label}` : label });
  }
  return items;
}

/** @param {Expression} expr
 * @returns {boolean}
 */
function hasWords(expr) {
  return "says" in expr || partsOf(expr).some(hasWords);
}

/** The expressions directly inside one, those inside its terms left out.
 * @param {Expression} expr
 * @returns {readonly Expression[]}
 */
function partsOf(expr) {
  return "not" in expr ? [expr.not] : "says" in expr ? [expr.part] : "of" in expr ? expr.of : [];
}

// ---------------------------------------------------------------- which facts decide

/** The facts of the request that expressions read, in order of first use, those in filters included.
 * @param {readonly Expression[]} exprs
 */
export function factsOf(exprs) {
  return [...new Set(exprs.flatMap((expr) => [...namedIn(expr)]))];
}

/** @param {Expression} expr
 * @returns {Iterable<string>}
 */
function* namedIn(expr) {
  if ("compare" in expr) yield* factsOfTerms([expr.left, expr.right]);
  const named = "in" in expr ? expr.in : "documented" in expr ? expr.documented : null;
  if (named !== null && "fact" in named) yield named.fact;
  for (const part of partsOf(expr)) yield* namedIn(part);
}

/** The same for terms, the outer ones first.
 * @param {readonly Term[]} terms
 * @returns {Iterable<string>}
 */
export function* factsOfTerms(terms) {
  const pending = [...terms];
  for (const term of pending) {
    const of = /** @type {any} */ ("count" in term ? term.count : term);
    for (const kind of ["fact", "total", ...Object.keys(UPPER)]) if (kind in of) yield of[kind];
    if ("where" in term && term.where !== undefined) yield* namedIn(term.where);
    pending.push(...("shift" in term ? [term.shift] : "times" in term ? [term.part] : "sum" in term ? term.sum : []));
  }
}

