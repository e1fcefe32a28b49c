/** Two sums that need no chart: how long a decision holds, and the 12 months before a planned date. */

import { moved, dayOf, textOf } from "../runtime/days.js";
import { el, say } from "./elements.js";
import { labelled } from "./fields.js";
import { line } from "./inputs.js";
import { dayInWords, inWords } from "./words.js";

const DAY = /** @type {const} */ ({ name: "", ask: "", chart: "", rule: "", type: "date", from: "1990-01-01", to: "2099-12-31" });
const COUNT = /** @type {const} */ ({ name: "", ask: "", chart: "", rule: "a whole number", type: "number", from: 0, to: 99, places: 0, unit: "" });

/** @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {{today: string}} page
 */
export function calculators(known, page) {
  return el("details", { class: "fold", id: "calculators" }, el("summary", {}, el("h2", {}, "Two sums that need no chart")),
    known.program === null ? null : untilWhen(known, page), twelveMonths(known, page));
}

/** @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {{today: string}} page
 */
function untilWhen({ catalog }, page) {
  const result = el("dl", {});
  const { field, answer } = line("decided", DAY, "", page, (day) => {
    const days = day === undefined ? [] : catalog.scope({ decision_date: day }).deadlines().filter(({ verdict }) => verdict === "known");
    result.replaceChildren(...days.flatMap(({ clock, day }) => [
      el("dt", {}, clock.title), el("dd", {}, dayInWords(/** @type {string} */ (day)), el("span", { class: "hint" }, ` ${clock.words}`)),
    ]));
  });
  return el("section", { class: "sum" }, el("h3", {}, "Affirmed on this day: until when?"),
    labelled("decided", "Date of the decision", "", field, answer), el("div", { role: "status" }, result));
}

/** @param {ReturnType<typeof import("./service.js").knownOf>} known
 * @param {{today: string}} page
 */
function twelveMonths({ services }, page) {
  /** @type {{planned?: string, requested?: number, earlier: string[]}} */
  const stated = { earlier: [] };
  const result = el("p", { role: "status", class: "result" });
  const show = () => say(result, sumInWords(stated));
  const planned = line("planned", DAY, "", page, (day) => {
    stated.planned = day;
    show();
  });
  const requested = line("requested", COUNT, "", page, (count) => {
    stated.requested = count;
    show();
  });
  /** @type {(string | undefined)[]} */
  const days = [];
  const list = el("div", { class: "inside" });
  const add = () => {
    const at = days.push(undefined) - 1;
    const id = `earlier-${at + 1}`;
    const { field, answer } = line(id, DAY, "", page, (day) => {
      days[at] = day;
      stated.earlier = /** @type {string[]} */ (days.filter((each) => each !== undefined));
      show();
    });
    list.append(labelled(id, `Earlier session ${at + 1}`, "", field, answer));
    return field;
  };
  for (let each = 0; each < 3; each++) add();
  const rules = services.flatMap((policy) => policy.criteria.filter(countsTwelveMonths)).map(({ title, cite }) => `${title} (${cite.map(({ place }) => place).join("; ")})`);
  return el("section", { class: "sum" }, el("h3", {}, "The 12 months before a planned date"),
    el("div", { class: "inside" },
      labelled("planned", "Planned date", "", planned.field, planned.answer),
      labelled("requested", "Sessions requested", "", requested.field, requested.answer)),
    list, el("button", { type: "button", class: "small", click: () => add().focus() }, "Add another date"), result,
    ...[...new Set(rules)].map((rule) => el("p", { class: "hint" }, `The rule: ${inWords(rule)}.`)));
}

/** Whether a row adds up what is requested and what was in the twelve months before a day.
 * @param {import("../types.d.ts").Criterion} criterion
 */
function countsTwelveMonths({ effect, require }) {
  const text = JSON.stringify(require);
  return effect === "required" && text.includes('"sum"') && text.includes('"count"') && text.includes('"months":-12');
}

/** @param {{planned?: string, requested?: number, earlier: string[]}} stated */
export function sumInWords({ planned, requested, earlier }) {
  if (planned === undefined) return "";
  const since = textOf(moved(dayOf(planned), -12, 0));
  const counted = earlier.filter((day) => day > since && day <= planned).length;
  const sum = requested === undefined ? "" : ` ${counted} + ${requested} requested = ${counted + requested}.`;
  return `12 months before ${dayInWords(planned)} is ${dayInWords(since)}. Sessions after that day, up to the planned date: ${counted}.${sum}`;
}
