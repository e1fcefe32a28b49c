/** Where the request stands: the outcome, what to get and from whom, the days that are worked out, who answers. */

import { el, hold, linkTo, say } from "./elements.js";
import { advice } from "./rows.js";
import { dayInWords, inWords, many } from "./words.js";

/** @typedef {import("../runtime/result.js").Result} Result */
/** @typedef {ReturnType<typeof import("./asks.js").asks>} Asks */
/** What the panel shows. @typedef {{result: Result | null, asks: Asks | null, problems: readonly {rule: string}[], open: number}} Standing */

const OUR_OFFICE = "our office";
const LONG = 12; // things to get that are shown at once

/** The parts of the panel, which stay while their text changes.
 * @param {Element} place
 */
export function makePanel(place) {
  const outcome = el("p", { class: "outcome" });
  const summary = el("p", { class: "summary" });
  const parts = {
    outcome,
    summary,
    status: el("div", { class: "standing", role: "status", "aria-live": "polite" }, outcome, summary),
    contradicted: el("div", {}),
    list: el("details", { class: "list" }, el("summary", {}, "What is missing so far, and who has it"), el("div", { class: "offices" })),
    more: el("div", {}),
    dates: el("div", {}),
    send: el("div", {}),
  };
  place.append(el("h2", { class: "unseen" }, "Where the request stands"), parts.status, parts.contradicted, parts.list, parts.more, parts.dates, parts.send);
  return parts;
}

/** @param {ReturnType<typeof makePanel>} parts
 * @param {Standing} standing
 */
export function showPanel(parts, { result, asks, open, problems }) {
  const { line, more, mark } = outcomeInWords(result, asks, problems, open);
  say(parts.outcome, line);
  say(parts.summary, more);
  parts.status.dataset.outcome = mark;
  showContradicted(parts.contradicted, result, asks);
  const texts = new Map((asks?.offices ?? []).map((office) => [office.from || OUR_OFFICE, office.text]));
  const own = [...new Set([...wantedOf(asks).map(({ from }) => from), ...texts.keys()])].map((from) => ({ from, text: texts.get(from) ?? "" }));
  const isOpen = String(!isLong(asks));
  if (parts.list.dataset.opens !== isOpen) parts.list.open = isOpen === "true";
  parts.list.dataset.opens = isOpen;
  parts.list.hidden = own.length === 0;
  hold(parts.list.lastElementChild, own, ({ from }) => from, makeOffice, (element, office) => updateOffice(element, office, asks));
  showMore(parts.more, result);
  showDates(parts.dates, result);
  showSend(parts.send, result);
}

/** The outcome as staff read it. It says what the checklist shows, and nothing of what is decided.
 * @param {Result | null} result
 * @param {Asks | null} asks
 * @param {readonly {rule: string}[]} problems
 * @param {number} open How many questions are shown and not answered.
 */
export function outcomeInWords(result, asks, problems, open = 0) {
  if (problems.length > 0) return { line: "No checklist fits this request yet.", more: problems.map(({ rule }) => sentence(inWords(rule))).join(" "), mark: "problem" };
  if (result === null) return { line: "Start with the procedure code.", more: "The questions follow from it.", mark: "start" };
  switch (result.outcome) {
    case "ready":
      return { line: "Every row of this checklist is answered.", more: "Medicare decides; this page looks at the paperwork alone.", mark: "ready" };
    case "out of scope":
      return { line: "WISeR does not ask for this request.", more: whyOutside(result), mark: "outside" };
    case "not met":
      return { line: `On ${many(asks?.contradicted.length || 1, "row")} the chart says otherwise.`, more: `Look at it first. ${suppliers(asks)}`.trim(), mark: "not-met" };
    default:
      if (isLong(asks)) return { line: "Go on with the questions.", more: `${many(open, "question")} ${open === 1 ? "is" : "are"} open.`, mark: "start" };
      return { line: `${countOf(asks)} to get${fromWhom(asks)}.`, more: "", mark: "incomplete" };
  }
}

/** @param {string} text */
function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** @param {Result} result */
function whyOutside(result) {
  const rows = result.gaps().filter(({ criterion, verdict }) => criterion.effect === "scope" && verdict === "not met");
  return `This row says no: ${rows.map(({ criterion }) => inWords(criterion.title)).join("; ")}.`;
}

/** A thing to get: of the first way of a gap, with the other ways.
 * @typedef {{asks: string, place: string, from: string, also: readonly string[], instead: readonly string[], isLater: boolean}} Wanted
 */

const UNLIKELY = "though the chart speaks against it: ";
const MORE = " (the answer may bring further questions)";
const FEW = 3; // ways of a gap that are named

/** What is asked first of each gap, each thing once.
 * @param {Asks | null} asks
 * @returns {readonly Wanted[]}
 */
export function wantedOf(asks) {
  const all = (asks?.gaps ?? []).flatMap(({ if_settled: isLater, ways: [first, ...others] }) => first.things.map((thing, at) => ({
    asks: `${first.unlikely ? UNLIKELY : ""}${thing.asks}${first.opens_more ? MORE : ""}`,
    place: thing.place,
    from: thing.from || OUR_OFFICE,
    also: first.things.filter((other) => other !== thing && other.from !== thing.from).map((other) => `${other.asks} (${other.from || OUR_OFFICE})`),
    instead: at === 0 ? others.slice(0, FEW - 1).map(wayInWords) : [],
    isLater,
  })));
  return [...new Map(all.map((thing) => [`${thing.place} ${thing.asks}`, thing])).values()];
}

/** @param {Asks["gaps"][number]["ways"][number]} way */
function wayInWords({ opens_more, things, unlikely }) {
  return `${unlikely ? UNLIKELY : ""}${things.map(({ asks, from }) => `${asks} (${from || OUR_OFFICE})`).join(", and ")}${opens_more ? MORE : ""}`;
}

/** Whether so much is missing that the questions come first.
 * @param {Asks | null} asks
 */
function isLong(asks) {
  return countOf(asks) > LONG;
}

/** @param {Asks | null} asks */
function countOf(asks) {
  return wantedOf(asks).length;
}

/** @param {Asks | null} asks */
function fromWhom(asks) {
  const things = wantedOf(asks);
  const from = [...new Set(things.map((thing) => thing.from))];
  if (from.length === 1) return ` from ${from[0]}`;
  return `: ${from.map((each) => `${things.filter((thing) => thing.from === each).length} from ${each}`).join(", ")}`;
}

/** @param {Asks | null} asks */
function suppliers(asks) {
  return countOf(asks) === 0 ? "" : `After that: ${many(countOf(asks), "thing")} to get${fromWhom(asks)}.`;
}

/** The rows that the chart contradicts, each with a way to its reason.
 * @param {Element} place
 * @param {Result | null} result
 * @param {Asks | null} asks
 */
function showContradicted(place, result, asks) {
  const ids = (asks?.contradicted ?? []).flatMap(({ criteria }) => criteria);
  const rows = result?.policy.criteria.filter(({ id }) => ids.includes(id)) ?? [];
  hold(place, rows.length === 0 ? [] : [rows], () => rows.map(({ id }) => id).join(" "), () => el("section", {},
    el("h3", {}, "First: what the chart says otherwise"),
    el("ul", {}, ...rows.map(({ id, title }) => el("li", {}, linkTo(`row-${id}`, inWords(title)))))));
}

/** @param {Asks["offices"][number]} office */
function makeOffice({ from }) {
  const text = el("textarea", { readonly: true, rows: "4", "aria-label": `Text for ${from}` });
  const done = el("span", { class: "done", role: "status" });
  const copy = el("button", { type: "button", class: "small", click: () => {
    text.parentNode.open = true;
    text.select();
    const isCopied = document.execCommand("copy"); // works on a page from a disk, and asks for no permission
    say(done, isCopied ? "Copied." : "Press Ctrl and C to copy.");
  } }, `Copy for ${from}`);
  const list = el("ul", {});
  return el("section", { class: "office" }, el("h3", {}, ""), list,
    el("div", { class: "beside" }, copy, done), el("details", {}, el("summary", {}, "Show the text"), text));
}

/** @param {any} element
 * @param {Asks["offices"][number]} office
 * @param {Asks | null} asks
 */
function updateOffice(element, { from, text }, asks) {
  const [title, list, beside, details] = element.children;
  const things = wantedOf(asks).filter((thing) => thing.from === from);
  say(title, `${from.charAt(0).toUpperCase()}${from.slice(1)} (${things.length})`);
  hold(list, things, (thing) => JSON.stringify(thing), makeThing);
  if (details.lastChild.value !== text) {
    details.lastChild.value = text;
    details.lastChild.rows = Math.min(14, text.split("\n").length + 2);
    say(beside.lastChild, "");
  }
}

/** @param {Wanted} thing */
function makeThing({ also, asks, instead, isLater, place }) {
  return el("li", {}, isLater ? "If the above is settled: " : null, linkTo(`q-${place.split("/")[1]}-q`, asks),
    also.length === 0 ? null : `, with ${also.join(", and ")}`,
    instead.length === 0 ? null : el("details", {}, el("summary", {}, "or instead"), el("ul", {}, ...instead.map((way) => el("li", {}, way)))));
}

/** Advice that fired, and add-on codes that are not on the request.
 * @param {Element} place
 * @param {Result | null} result
 */
function showMore(place, result) {
  const fired = result === null ? [] : advice(result.explain()).map(({ criterion }) => `${inWords(criterion.title)}: here it is not so.`);
  const left = (result?.leftOff ?? []).map(({ code, label, primaries }) => (
    `${code} (${label}) is not on the request beside ${primaries.join(" or ")}. If it will be billed, add it.`));
  const all = [...left, ...fired];
  place.replaceChildren(...(all.length === 0 ? [] : [
    el("h3", {}, "Please look at"), el("ul", {}, ...all.map((text) => el("li", {}, text))),
  ]));
}

/** @param {Element} place
 * @param {Result | null} result
 */
function showDates(place, result) {
  const known = (result?.deadlines() ?? []).filter(({ verdict }) => verdict === "known");
  place.replaceChildren(...(known.length === 0 ? [] : [
    el("h3", {}, "Dates worked out"),
    el("dl", {}, ...known.flatMap(({ clock, day }) => [
      el("dt", {}, clock.title), el("dd", {}, dayInWords(/** @type {string} */ (day)), el("span", { class: "hint" }, ` ${clock.words.replaceAll("_", " ")}`)),
    ])),
  ]));
}

/** @param {Element} place
 * @param {Result | null} result
 */
function showSend(place, result) {
  const state = result?.outcome === "out of scope" ? null : result?.state ?? null;
  place.replaceChildren(...(state === null ? [] : [
    el("h3", {}, `Who answers in ${state.label}`),
    el("dl", {}, ...[["By", state.participant], ["Portal", state.portal], ["Telephone", state.telephone], ["Fax", state.fax]]
      .filter(([, text]) => text !== "").flatMap(([title, text]) => [el("dt", {}, title), el("dd", {}, text)])),
  ]));
}
