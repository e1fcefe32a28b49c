/** Where the request stands: the outcome, what to get and from whom, the days that are worked out, who answers. */

import { el, hold, linkTo, say } from "./elements.js";
import { advice } from "./rows.js";
import { countInWords, officesOf, wantedOf } from "./wanted.js";
import { capital, dayInWords, inWords, many } from "./words.js";

/** @typedef {import("../runtime/result.js").Result} Result */
/** @typedef {ReturnType<typeof officesOf>[number]} Office */
/** What the panel shows: the result, if there is one; the problems of choosing a policy; how many questions are open; and
 * the ask list, which takes a while and is made when it is needed.
 * @typedef {{result: Result | null, problems: readonly {rule: string}[], open: number, asks: () => import("./wanted.js").AskList}} Standing
 */

const LISTED = "listed-code"; // a row that has the readings of every code
const LONG = 12; // open questions beside which a list of what is missing says nothing yet

/** The panel in a place, as a function that shows how things stand.
 * @param {Element} place
 * @returns {(standing: Standing) => void}
 */
export function panelIn(place) {
  const outcome = el("p", { class: "outcome" });
  const summary = el("p", { class: "summary" });
  const status = el("div", { class: "standing", role: "status", "aria-live": "polite" }, outcome, summary);
  const offices = el("div", { class: "offices" });
  const list = el("details", { class: "list", toggle: () => showOffices() }, el("summary", {}, "What is missing so far, and who has it"), offices);
  const [otherwise, more, dates, send] = [el("div", {}), el("div", {}), el("div", {}), el("div", {})];
  place.append(el("h2", { class: "unseen" }, "Where the request stands"), status, otherwise, list, more, dates, send);
  /** @type {Standing | null} */
  let now = null;

  const showOffices = () => {
    const all = now === null || now.result === null || !list.open ? [] : officesOf(now.asks());
    hold(offices, all, ({ from }) => from, makeOffice, updateOffice);
  };

  return (standing) => {
    const wasShort = isShort(now);
    now = standing;
    const { line, more: words, mark } = outcomeInWords(standing);
    say(outcome, line);
    say(summary, words);
    status.dataset.outcome = mark;
    showOtherwise(otherwise, standing.result);
    if (!wasShort && isShort(standing)) list.open = true;
    list.hidden = standing.result === null || (!isLong(standing) && wantedOf(standing.asks()).length === 0);
    showOffices();
    showMore(more, standing.result);
    showDates(dates, standing.result);
    showSend(send, standing.result);
  };
}

/** @param {Standing} standing */
function isLong({ open }) {
  return open > LONG;
}

/** Whether the list of what is missing says enough to stand open: once, when few questions are left.
 * @param {Standing | null} standing
 */
function isShort(standing) {
  return standing !== null && standing.result !== null && !isLong(standing);
}

/** The outcome as staff read it. It says what the checklist shows, and nothing of what is decided.
 * @param {Standing} standing
 */
function outcomeInWords(standing) {
  const { asks, open, problems, result } = standing;
  if (problems.length > 0) {
    const more = problems.map(({ rule }) => `${capital(inWords(rule))}.`).join(" ");
    return { line: "No checklist fits this request yet.", more, mark: "problem" };
  }
  if (result === null) return { line: "Start with the procedure code.", more: "The questions follow from it.", mark: "start" };
  switch (result.outcome) {
    case "ready":
      return { line: "Every row of this checklist is answered.", more: "Medicare decides; this page looks at the paperwork alone.", mark: "ready" };
    case "out of scope":
      return { line: "WISeR does not apply to this request.", more: "", mark: "outside" };
    case "not met":
      return { line: `On ${many(otherwiseOf(result).length, "row")} the chart says otherwise.`, more: isLong(standing) ? "Look at that first." : whatThen(asks()), mark: "not-met" };
    default:
      return isLong(standing)
        ? { line: "Go on with the questions.", more: `${open} questions are open.`, mark: "start" }
        : { line: `${countInWords(wantedOf(asks()))}.`, more: "", mark: "incomplete" };
  }
}

/** What is to be done where the chart says otherwise.
 * @param {import("./wanted.js").AskList} list
 */
function whatThen(list) {
  const things = wantedOf(list);
  if (list.contradicted.length === 0) return "What would settle it stands below.";
  return things.length === 0 ? "Look at that first." : `Look at that first. After that: ${countInWords(things)}.`;
}

/** The rows that are not met; outside of the program, those that say so, with the advice on them.
 * @param {Result} result
 */
function otherwiseOf(result) {
  const told = isOutside(result) ? ["scope", "advisory"] : ["scope", "required"];
  return result.policy.criteria.filter(({ effect, id }) => told.includes(effect) && result.verdicts[id] === "not met");
}

/** @param {Result} result */
function isOutside(result) {
  return result.outcome === "out of scope";
}

/** The rows that are not met, each with a way to its reason; of scope also with whom to ask instead, where it is known.
 * @param {Element} place
 * @param {Result | null} result
 */
function showOtherwise(place, result) {
  const rows = result === null ? [] : otherwiseOf(result);
  const outside = result !== null && isOutside(result);
  const items = () => rows.map(({ id, readings, title }) => el("li", {}, linkTo(`row-${id}`, inWords(title)),
    ...(outside && id !== LISTED ? readings : []).map(({ text }) => el("p", { class: "hint" }, inWords(text)))));
  hold(place, rows.length === 0 ? [] : [rows], () => [outside, ...rows.map(({ id }) => id)].join(" "), () => el("section", {},
    el("h3", {}, outside ? "Must be so for it to apply, and this request says otherwise" : "First: asked for, but the chart says otherwise"),
    el("ul", {}, ...items())));
}

/** @param {Office} office */
function makeOffice({ from }) {
  const text = el("textarea", { readonly: true, rows: "4", "aria-label": `Text for ${from}` });
  const done = el("span", { class: "done", role: "status" });
  const shown = el("details", {}, el("summary", {}, "Show the text"), text);
  const copy = el("button", { type: "button", class: "small", click: () => {
    shown.open = true;
    text.select();
    const isCopied = document.execCommand("copy"); // works on a page from a disk, and asks for no permission
    say(done, isCopied ? "Copied." : "Press Ctrl and C to copy.");
  } }, `Copy for ${from}`);
  return el("section", { class: "office" }, el("h3", {}, ""), el("ul", {}), el("div", { class: "beside" }, copy, done), shown);
}

/** @param {any} element
 * @param {Office} office
 */
function updateOffice(element, { from, text, things }) {
  const [title, list, beside, shown] = element.children;
  say(title, `${capital(from)} (${things.length})`);
  hold(list, things, (thing) => JSON.stringify(thing), makeThing);
  if (shown.lastChild.value === text) return;
  shown.lastChild.value = text;
  shown.lastChild.rows = Math.min(14, text.split("\n").length + 4);
  say(beside.lastChild, "");
}

/** @param {import("./wanted.js").Wanted} thing */
function makeThing({ also, asks, instead, isLater, place }) {
  return el("li", {}, isLater ? "If that is settled: " : null, linkTo(`q-${place.split("/")[1]}-q`, capital(asks)),
    also.length === 0 ? null : `; together with: ${also.join("; and ")}`,
    instead.length === 0 ? null : el("details", {}, el("summary", {}, "or instead"), el("ul", {}, ...instead.map((way) => el("li", {}, way)))));
}

/** Advice that fired, and add-on codes that are not on the request.
 * @param {Element} place
 * @param {Result | null} result
 */
function showMore(place, result) {
  const fired = result === null || isOutside(result) ? [] : advice(result.explain()).map(({ criterion }) => `${inWords(criterion.title)}: here it is not so.`);
  const left = (result === null || isOutside(result) ? [] : result.leftOff).map(({ code, label, primaries }) => (
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
  const known = (result === null || isOutside(result) ? [] : result.deadlines()).filter(({ verdict }) => verdict === "known");
  place.replaceChildren(...(known.length === 0 ? [] : [
    el("h3", {}, "Dates worked out"),
    el("dl", {}, ...known.flatMap(({ clock, day }) => [
      el("dt", {}, clock.title), el("dd", {}, dayInWords(/** @type {string} */ (day)), el("span", { class: "hint" }, ` ${clock.words}`)),
    ])),
  ]));
}

/** @param {Element} place
 * @param {Result | null} result
 */
function showSend(place, result) {
  const state = result === null || isOutside(result) ? null : result.state;
  place.replaceChildren(...(state === null ? [] : [
    el("h3", {}, `Who answers in ${state.label}`),
    el("dl", {}, ...[["By", state.participant], ["Portal", state.portal], ["Telephone", state.telephone], ["Fax", state.fax]]
      .filter(([, text]) => text !== "").flatMap(([title, text]) => [el("dt", {}, title), el("dd", {}, text)])),
  ]));
}
