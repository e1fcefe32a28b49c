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
  return el("li", {}, el("details", { class: "row" },
    el("summary", {}, el("span", { class: "sign", "aria-hidden": "true" }), el("span", { class: "title" }, inWords(criterion.title)),
      el("span", { class: "word" })),
    el("div", { class: "why" }),
  ));
}

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
  details.lastChild.replaceChildren(
    reasonOf(reason),
    el("p", { class: "cite" }, `Source: ${criterion.cite.map(citation).join("; ")}`),
    ...criterion.readings.map(({ text }) => el("p", { class: "reading" }, `How we read it: ${inWords(text)}`)),
  );
}

const TRUTHS = /** @type {Readonly<Record<string, string>>} */ ({
  met: "yes", missing: "not stated yet", "not met": "the chart says otherwise",
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
function partOf({ joint, parts, quote, truth, words }) {
  const said = [inWords(words), quote === "" ? "" : `(“${quote}”)`].filter((part) => part !== "").join(" ");
  if (parts.length === 0) {
    return el("li", { "data-truth": truth }, `${said} `, el("b", {}, `— ${TRUTHS[truth]}`));
  }
  return el("li", {}, [said, jointInWords(joint)].filter((part) => part !== "").join(" "), el("ul", {}, ...parts.map(partOf)));
}
