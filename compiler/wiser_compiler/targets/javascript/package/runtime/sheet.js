/** The printed sheet of a policy, filled in: in a page that has the blank one of `generated/sheet/`.
 *
 * Python fills in the same sheet, with the same words.
 */

import { dayInWords, textOf } from "./days.js";
import { NO_RECORD, interval, reachOf, truthOf, typeOf } from "./interpreter.js";
import { oddDays } from "./odd_days.js";
import { insideOf } from "./result.js";
import { INCOMPLETE, MET, MISSING, NOT_APPLICABLE, NOT_MET, OUT_OF_SCOPE, READY } from "./words.js";

/** @type {(import("../types.d.ts").Verdict | undefined)[]} */
const WORST = [NOT_MET, MISSING, MET, NOT_APPLICABLE];
/** @type {Record<string, string>} */
const SAID = {
  [NOT_MET]: "the chart says otherwise", [MISSING]: "missing", [MET]: "found", [NOT_APPLICABLE]: "does not apply",
};
/** @type {Record<string, string>} */
const ANSWERS = {
  [READY]: "Every row of this sheet is answered.",
  [INCOMPLETE]: "Something is still missing.",
  [NOT_MET]: "The chart says otherwise than the guide asks, in the rows that say so.",
  [OUT_OF_SCOPE]: "WISeR does not apply here, or this is the wrong sheet: see part 1.",
};
const ADVICE = "Also look at these: they are not so here. The guide does not ask for them.";
const FEW = 3; // ways of a gap that are named
const MORE = " (the answer may bring further questions)";
const HYPHENATED = /(\w*\d\w*-[\w-]+|\w+-[\w-]*\d[\w-]*)/;
const MOST = 40; // letters of a note: a sheet needs to know where it stands, and no more
const MOST_RECORDS = 12; // that are written out
/** @type {WeakMap<object, Map<string, import("../types.d.ts").Explanation>>} */
const EXPLAINED = new WeakMap();
const SPACE = "\u00a0"; // the parts of a date stay on one line

/** @typedef {import("../sheet.d.ts").Filling} Filling */

/** Fill in a blank sheet: its table of class `sheet`. Fill in a copy of the blank one each time.
 *
 * @param {Element} sheet
 * @param {Filling} filling
 */
export function fillSheet(sheet, filling) {
  if (filling.result.problems.length) throw new RangeError("an invalid request has no sheet");
  for (const tick of sheet.querySelectorAll(".tick")) {
    const on = isTicked(tick, filling);
    tick.classList.toggle("on", on);
    tick.textContent = on ? "X" : "";
  }
  for (const blank of sheet.querySelectorAll(".blank")) {
    blank.textContent = isIdle(blank, filling) ? "" : written(blank, filling);
  }
  for (const line of sheet.querySelectorAll("section > .skip")) {
    const next = line.parentElement?.nextElementSibling;
    if (isChosen(line) && next) emptyLines(next, filling);
  }
  const states = [...sheet.querySelectorAll(".states tbody tr")];
  if (states.some(isChosen)) states.filter((row) => !isChosen(row)).forEach((row) => row.remove());
  const asked = /** @type {Element} */ (sheet.querySelector('[data-part="missing"]'));
  const body = /** @type {Element} */ (asked.parentElement);
  asked.remove();
  const first = body.querySelector("section");
  const { result } = filling;
  const asks = askRows(filling.asked);
  const page = sheet.ownerDocument;
  const advisory = result.policy.criteria.filter((one) => one.effect === "advisory");
  const fired = advisory.filter((one) => result.verdicts[one.id] === NOT_MET);
  const advice = fired.map((criterion) => criterion.title);
  body.insertBefore(element(page, "p", element(page, "b", ANSWERS[result.outcome] ?? "")), first);
  for (const said of oddDays(result.policy, filling.request)) {
    const sentence = said.endsWith("?") ? said : `${said}.`;
    body.insertBefore(element(page, "p", element(page, "b", ...words(page, sentence))), first);
  }
  if (asks.length) body.insertBefore(withRows(asked, asks), first);
  if (advice.length) body.insertBefore(adviceOf(page, advice), first);
}

/** What is still missing, and whom to ask, as rows of the sheet: what cannot be shown first, then a row a thing.
 *
 * What all ways of a gap take stands once; then come a few ways, each from *Either* or *Or* on.
 * @param {import("../types.d.ts").AskList} asked
 * @returns {[string, string][]}
 */
function askRows(asked) {
  /** @type {[string, string][]} */
  const rows = asked.contradicted.map((one) => [one.says, ""]);
  for (const gap of asked.gaps) {
    const [[what, whom], ...others] = rowsOf(gap.ways);
    rows.push([`${gap.if_settled ? "If that is settled: " : ""}${what}`, whom], ...others);
  }
  return rows;
}

/** @param {readonly import("../types.d.ts").AskedWay[]} ways
 * @returns {[string, string][]}
 */
function rowsOf(ways) {
  const [likeliest, ...others] = ways;
  const key = (/** @type {import("../types.d.ts").AskedThing} */ thing) => JSON.stringify(thing);
  const taken = others.map((way) => new Set(way.things.map(key)));
  const common = likeliest.things.filter((thing) => taken.every((things) => things.has(key(thing))));
  const isOnly = others.length === 0;
  const rows = common.map((thing) => rowOf(thing, isOnly && likeliest.opens_more, ""));
  if (isOnly) return rows;
  const shared = new Set(common.map(key));
  for (const [number, way] of ways.slice(0, FEW).entries()) {
    const first = `${number > 0 ? "Or" : "Either"}${way.unlikely ? ", though the chart speaks against it" : ""}: `;
    const own = way.things.filter((thing) => !shared.has(key(thing)));
    rows.push(...own.map((thing, place) => rowOf(thing, way.opens_more, place > 0 ? "and: " : first)));
  }
  const more = ways.length - FEW;
  const which = more === 1 ? "another way" : `one of ${more} other ways`;
  if (more > 0) rows.push([`Or in ${which}: see wiser check --all`, ""]);
  return rows;
}

/** @param {import("../types.d.ts").AskedThing} thing
 * @param {boolean} opensMore
 * @param {string} before
 * @returns {[string, string]}
 */
function rowOf({ asks, from }, opensMore, before) {
  return [`${before}${asks.slice(0, 1).toUpperCase()}${asks.slice(1)}${opensMore ? MORE : ""}`, from];
}

/** Empty the lines of a part that is skipped, unless something of it is open.
 * @param {Element} part
 * @param {Filling} filling
 */
function emptyLines(part, filling) {
  const lines = [...part.children].filter((one) => one.tagName === "P" && !one.classList.contains("skip"));
  /** @type {string[]} */
  const open = [MISSING, NOT_MET];
  const statuses = lines.flatMap((line) => [...line.querySelectorAll(".status")]);
  if (statuses.some((status) => open.includes(verdictOn(status, filling)))) return;
  for (const inline of lines.flatMap((line) => [...line.querySelectorAll(".tick, .blank")])) {
    inline.classList.remove("on");
    inline.textContent = "";
  }
}

/** Whether a row has a ticked box.
 * @param {Element} row
 */
function isChosen(row) {
  return row.querySelector(".on") !== null;
}

/** Whether a blank stands in the words of a row that is not asked for: what another row asks for would stand in it.
 * @param {Element} blank
 * @param {Filling} filling
 */
function isIdle(blank, filling) {
  const row = blank.closest(".chart tbody tr");
  const pages = row?.querySelector(".pages");
  if (!row || !pages || isChosen(row) || blank.closest("td") !== row.children[1]) return false;
  return verdictOn(pages, filling) === NOT_APPLICABLE;
}

/** Whether a box is ticked.
 * @param {Element} tick
 * @param {Filling} filling
 */
function isTicked(tick, filling) {
  const place = tick.getAttribute("data-tick");
  const verdict = tick.getAttribute("data-verdict");
  if (place !== null) {
    /** @type {unknown[]} */
    const values = JSON.parse(/** @type {string} */ (tick.getAttribute("data-values")));
    /** @param {unknown} one */
    const is = (one) => !values.length || (Array.isArray(one) ? one : [one]).some((item) => values.includes(item));
    if (found(filling.request, steps(place)).some(is)) return true;
  }
  const test = tick.getAttribute("data-test");
  if (test !== null && holds(filling.result, JSON.parse(test))) return true;
  return verdict !== null && verdict === verdictOn(tick, filling);
}

/** How the line of an element comes out: the worst verdict on its criteria.
 * @param {Element} element
 * @param {Filling} filling
 */
function verdictOn(element, { result }) {
  const criteria = (element.getAttribute("data-criteria") ?? "").split(" ");
  const facts = (element.getAttribute("data-facts") ?? "").split(" ").filter(Boolean);
  const all = criteria.map((criterion) => verdictOf(criterion, facts, result));
  return WORST.find((verdict) => all.includes(verdict)) ?? "";
}

/** The verdict on a criterion as far as these of its facts go; all of them where none is named.
 * @param {string} criterion
 * @param {readonly string[]} facts
 * @param {import("../types.d.ts").Result} result
 */
function verdictOf(criterion, facts, result) {
  const verdict = result.verdicts[criterion];
  if (!facts.length || verdict === NOT_APPLICABLE) return verdict;
  const why = explained(result).get(criterion);
  const named = (verdict === MISSING ? why?.missing.map((fact) => fact.name) : why?.decidedBy) ?? [];
  if (verdict !== MISSING && !named.length) return verdict;
  const about = new Set(named.flatMap((name) => [name, ...fieldsOf(result.policy.facts, name)]));
  if (facts.some((name) => about.has(name))) return verdict;
  return verdict === MISSING ? MET : undefined; // another line is missing, or decides
}

/** Why each criterion has its verdict, by its id: explained once for a result.
 * @param {import("../types.d.ts").Result} result
 */
function explained(result) {
  let known = EXPLAINED.get(result);
  if (!known) EXPLAINED.set(result, (known = new Map(result.explain().map((one) => [one.criterion.id, one]))));
  return known;
}

/** The names of the fields of a list.
 * @param {readonly import("../types.d.ts").Fact[]} facts
 * @param {string} name
 */
function fieldsOf(facts, name) {
  const fact = facts.find((one) => one.name === name);
  return fact?.type === "list" ? (fact.fields ?? []).map((field) => field.name) : [];
}

/** What is written into a blank.
 * @param {Element} blank
 * @param {Filling} filling
 */
function written(blank, filling) {
  const { result, request } = filling;
  const verdict = verdictOn(blank, filling);
  const places = (blank.getAttribute("data-blank") ?? "").split(" ").filter(Boolean);
  const all = places
    .flatMap((place) => found(request, steps(place)).map((value) => worded(value, factAt(result.policy.facts, place))))
    .filter(Boolean);
  const more = all.length - MOST_RECORDS;
  const stated = (more > 0 ? [...all.slice(0, MOST_RECORDS), `and ${more} more`] : all).join(", ");
  if (blank.classList.contains("status")) return verdict && ` (${SAID[verdict]})`;
  if (blank.classList.contains("otherwise")) return verdict === NOT_MET ? ` ${SAID[verdict]}` : "";
  if (blank.classList.contains("pages")) {
    // Where a box of the row is ticked, what it says is there, also if the guide does not ask for it here.
    const row = /** @type {Element} */ (blank.closest("tr"));
    const isThere = verdict === MET || (verdict === NOT_APPLICABLE && isChosen(row));
    return stated || (isThere ? SAID[MET] : verdict === NOT_APPLICABLE ? "n/a" : "");
  }
  const clock = blank.getAttribute("data-clock");
  const term = blank.getAttribute("data-term");
  if (clock !== null) return unbroken(result.deadlines().find((one) => one.clock.id === clock)?.day ?? "");
  const percent = Number(blank.getAttribute("data-percent") ?? "100");
  return term === null ? stated : workedOut(result, JSON.parse(term), percent);
}

/** What a term of the policy gives for the request, or so many percent of it, in words; empty if that is not certain.
 * @param {import("../types.d.ts").Result} result
 * @param {import("../types.d.ts").Term} term
 * @param {number} percent
 */
function workedOut(result, term, percent) {
  const { compiled, chart } = insideOf(/** @type {any} */ (result));
  const end = interval();
  reachOf(term, compiled.layout)(chart, NO_RECORD, end);
  if (!end.exists || end.low !== end.high) return "";
  if (typeOf(term, compiled.layout) === "date") return unbroken(textOf(end.low));
  return String((Number(end.low) * percent) / (100 * 10 ** compiled.layout.units.places));
}

/** Whether an expression of the policy is met.
 * @param {import("../types.d.ts").Result} result
 * @param {import("../types.d.ts").Expression} test
 */
function holds(result, test) {
  const { compiled, chart } = insideOf(/** @type {any} */ (result));
  return truthOf(test, compiled.layout)(chart, NO_RECORD) === true;
}

/** The steps of a JSON pointer.
 * @param {string} place
 */
function steps(place) {
  return place.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What is stated at a place; of every record where a step is `-`.
 * @param {unknown} value
 * @param {string[]} rest
 * @returns {unknown[]}
 */
function found(value, rest) {
  if (!rest.length) return [value];
  const [step, ...inner] = rest;
  if (Array.isArray(value)) {
    const chosen = step === "-" ? value : /^\d+$/.test(step) ? value.slice(Number(step), Number(step) + 1) : [];
    return chosen.flatMap((one) => found(one, inner));
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return [];
  return found(/** @type {Record<string, unknown>} */ (value)[step], inner);
}

/** The fact, or the field of a list, at a place of a request.
 * @param {readonly import("../types.d.ts").Fact[]} facts
 * @param {string} place
 * @returns {import("../types.d.ts").Fact | undefined}
 */
function factAt(facts, place) {
  const [name, , field] = steps(place);
  const fact = facts.find((one) => one.name === name);
  return fact?.type === "list" && field !== undefined ? fact.fields?.find((one) => one.name === field) : fact;
}

/** A stated value in words.
 * @param {unknown} value
 * @param {import("../types.d.ts").Fact | undefined} fact
 */
function worded(value, fact) {
  /** @type {{ readonly [value: string]: string }} */
  const options = fact !== undefined && "options" in fact ? fact.options : {};
  /** @param {unknown} one */
  const label = (one) => options[String(one)] ?? String(one);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (fact?.type === "date") return unbroken(String(value));
  if (Array.isArray(value)) return value.filter((one) => typeof one !== "object").map(label).join(", ");
  if (typeof value === "object") return "";
  const letters = [...label(value)];
  const whole = letters.length <= MOST || Object.keys(options).length;
  return whole ? letters.join("") : `${letters.slice(0, MOST - 1).join("")}…`;
}

/** A day as people write it, on one line.
 * @param {string} day
 */
function unbroken(day) {
  return day && dayInWords(day).replaceAll(" ", SPACE);
}

/** The part with what is still missing.
 * @param {Element} part
 * @param {readonly (readonly [string, string])[]} asks
 */
function withRows(part, asks) {
  part.removeAttribute("class");
  const page = part.ownerDocument;
  /** @param {string} text */
  const cell = (text) => element(page, "td", ...words(page, text));
  const rows = asks.map(([what, whom]) => element(page, "tr", cell(what), cell(whom), cell(""), cell("")));
  /** @type {Element} */ (part.querySelector("tbody")).replaceChildren(...rows);
  return part;
}

/** The part with the advice that fired.
 * @param {Document} page
 * @param {readonly string[]} advice
 */
function adviceOf(page, advice) {
  const lines = advice.map((text) => element(page, "p", ...words(page, `${text}.`)));
  const part = element(page, "section", element(page, "h2", ADVICE), ...lines);
  part.setAttribute("data-part", "advice");
  return part;
}

/** Text, with numbers and dates that have a hyphen unbroken.
 * @param {Document} page
 * @param {string} text
 */
function words(page, text) {
  return text.split(HYPHENATED).map((part, number) => {
    if (number % 2 === 0) return part;
    const whole = element(page, "span", part);
    whole.setAttribute("class", "nb");
    return whole;
  });
}

/** An element of a page.
 * @param {Document} page
 * @param {string} name
 * @param {...(Node | string)} children
 */
function element(page, name, ...children) {
  const made = page.createElement(name);
  made.append(...children);
  return made;
}
