/** The rows of the checklist with their verdicts; the reason in words and the citation are one click away. */

import { el, hold, say } from "./elements.js";
import { VERDICTS, citation, inWords, jointInWords, many } from "./words.js";

/** @typedef {import("../runtime/result.js").Explanation} Explanation */
/** @typedef {import("../types.d.ts").Reason} Reason */

/** @param {Element} place
 * @param {import("../runtime/result.js").Result | null} result
 */
export function showRows(place, result) {
  const all = result === null ? [] : result.explain();
  const parts = [
    { title: "Does WISeR apply?", rows: all.filter(({ criterion }) => criterion.effect === "scope") },
    { title: "What the chart must show", rows: all.filter(({ criterion }) => criterion.effect === "required") },
    { title: "Advice, which the guide does not ask", rows: advice(all) },
  ].filter(({ rows }) => rows.length > 0);
  hold(place, parts, ({ title }) => title, makePart, updatePart);
}

/** The advice that fired.
 * @param {readonly Explanation[]} all
 */
export function advice(all) {
  return all.filter(({ criterion, verdict }) => criterion.effect === "advisory" && verdict === "not met");
}

/** @param {{title: string, rows: readonly Explanation[]}} part */
function makePart({ title }) {
  return el("section", { class: "part" }, el("h3", {}, title), el("p", { class: "count" }), el("ul", { class: "rows" }));
}

/** @param {any} element
 * @param {{title: string, rows: readonly Explanation[]}} part
 */
function updatePart(element, { rows }) {
  const [, count, list] = element.children;
  const done = rows.filter(({ verdict }) => verdict === "met" || verdict === "not applicable").length;
  const isAdvice = rows[0].criterion.effect === "advisory";
  say(count, isAdvice ? many(rows.length, "point") : `${done} of ${many(rows.length, "row")} answered`);
  hold(list, rows, ({ criterion }) => criterion.id, makeRow, updateRow);
}

/** @param {Explanation} row */
function makeRow({ criterion }) {
  return el("li", {}, el("details", { class: "row", id: `row-${criterion.id}`, "data-criterion": criterion.id },
    el("summary", {}, el("span", { class: "sign", "aria-hidden": "true" }), el("span", { class: "title" }, inWords(criterion.title)),
      el("span", { class: "word" })),
    el("div", { class: "why" }),
  ));
}

/** The reasons that are shown; equal ones are the same object. @type {WeakMap<Element, Reason>} */
const SHOWN = new WeakMap();

/** @param {any} element
 * @param {Explanation} row
 */
function updateRow(element, { criterion, reason, verdict }) {
  const details = element.firstChild;
  const [sign, , word] = details.firstChild.children;
  const isAdvice = criterion.effect === "advisory";
  const said = isAdvice ? { word: "please look", sign: "!" } : VERDICTS[verdict];
  details.dataset.verdict = isAdvice ? "advice" : verdict;
  say(sign, said.sign);
  say(word, said.word);
  if (SHOWN.get(details) === reason) return; // what is open in it stays open
  SHOWN.set(details, reason);
  details.lastChild.replaceChildren(
    reasonOf(reason),
    el("p", { class: "cite" }, `Source: ${criterion.cite.map(citation).join("; ")}`),
    criterion.readings.length === 0 ? "" : el("details", { class: "readings" }, el("summary", {}, "How we read it"),
      ...criterion.readings.map(({ text }) => el("p", {}, inWords(text)))),
  );
}

const TRUTHS = /** @type {Readonly<Record<string, {word: string, sign: string}>>} */ ({
  met: { word: "the chart says so", sign: "✓" },
  missing: { word: "not stated yet", sign: "?" },
  "not met": { word: "the chart says otherwise", sign: "!" },
});

/** A reason as a list: what is asked, and whether the chart says so.
 * @param {Reason} reason
 * @returns {any}
 */
function reasonOf(reason) {
  return el("ul", { class: "reason" }, partOf(reason));
}

/** @param {Reason} reason
 * @returns {any}
 */
function partOf(reason) {
  const { joint, quote, truth, words } = reason;
  const parts = telling(reason);
  const quoted = quote === "" ? "" : `(“${quote}”)`;
  if (parts.length === 1 && joint === "any of" && words === "") return partOf(parts[0]);
  if (parts.length > 0) {
    const about = words === "" ? "" : `${inWords(words)}${/[?.:]$/.test(words) ? "" : ":"}`;
    const line = [about, jointInWords(joint), quoted].filter((part) => part !== "").join(" ");
    return el("li", { class: "joint" }, `${line}:`, el("ul", {}, ...parts.map(partOf)));
  }
  const { sign, word } = TRUTHS[truth];
  return el("li", { class: "test" }, el("span", { class: "sign", "aria-hidden": "true" }, sign),
    el("span", {}, `${[inWords(words), quoted].filter((part) => part !== "").join(" ")} `, el("b", {}, `— ${word}`)));
}

/** The parts that say why: of alternatives, those that made it so, or still can.
 * @param {Reason} reason
 */
function telling({ joint, parts, truth }) {
  if (joint !== "any of" || truth === "not met") return parts;
  const wanted = parts.filter((part) => part.truth === truth);
  return wanted.length > 0 ? wanted : parts;
}
