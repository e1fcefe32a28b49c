/** What is printed: the rows with their verdicts, what to get, the answers, the days. The screen does not show it. */

import { el } from "./elements.js";
import { outcomeInWords } from "./panel.js";
import { VERDICTS, citation, dayInWords, inWords } from "./words.js";

/** @param {Element} place
 * @param {import("./panel.js").Standing & {request: import("../types.d.ts").Json, policy: import("../types.d.ts").CompiledPolicy, today: string}} standing
 */
export function showPrinted(place, { result, asks, problems, open, request, policy, today }) {
  if (result === null) {
    place.replaceChildren(el("p", {}, "Nothing is filled in yet: there is no procedure code."));
    return;
  }
  const { line, more } = outcomeInWords(result, asks, problems, open);
  const rows = result.explain().filter(({ criterion }) => criterion.effect !== "advisory");
  const dates = result.deadlines().filter(({ verdict }) => verdict === "known");
  place.replaceChildren(...[
    el("p", { class: "blanks" }, "Patient ______________________  Born ____________  Medicare no. (MBI) ________________"),
    el("h1", {}, policy.title),
    el("p", {}, `Checklist ${result.answeredBy}, printed ${dayInWords(today)}. This looks at paperwork only. Medicare decides.`),
    el("p", {}, el("b", {}, line), ` ${more}`),
    ...(asks?.contradicted ?? []).map(({ says }) => el("p", {}, says)),
    ...(asks?.offices ?? []).flatMap(({ from, text }) => [el("h2", {}, `From ${from}`), el("p", { class: "asked" }, text)]),
    dates.length === 0 ? null : el("h2", {}, "Dates worked out"),
    ...dates.map(({ clock, day }) => el("p", {}, `${clock.title}: ${dayInWords(/** @type {string} */ (day))}`)),
    el("h2", {}, "Rows of the checklist"),
    table(["Row", "Source", "So far"], rows.map(({ criterion, verdict }) => [inWords(criterion.title), criterion.cite.map(citation).join("; "), VERDICTS[verdict].word])),
    el("h2", {}, "Answers"),
    table(["Question", "Answer"], policy.facts.filter(({ name }) => Object.hasOwn(request, name)).map((fact) => [inWords(fact.ask), valueInWords(fact, request[fact.name])])),
  ].filter((part) => part !== null));
}

/** @param {readonly string[]} heads
 * @param {readonly (readonly string[])[]} rows
 */
function table(heads, rows) {
  return el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell))))));
}

/** @param {import("../types.d.ts").Fact} fact
 * @param {any} value
 * @returns {string}
 */
export function valueInWords(fact, value) {
  switch (fact.type) {
    case "yes_no":
      return value ? "yes" : "no";
    case "date":
      return dayInWords(value);
    case "choice":
      return fact.options[value] ?? "";
    case "set":
      return value.length === 0 ? "none" : value.map((/** @type {string} */ item) => fact.options[item]).join(", ");
    case "findings":
      return Object.entries(value).map(([item, found]) => `${fact.options[item]}: ${found ? "yes" : "no"}`).join("; ");
    case "codes":
      return value.join(", ");
    case "list":
      return value.length === 0 ? "none" : value.map((/** @type {any} */ row, /** @type {number} */ at) => `${at + 1}. ${fact.fields
        .filter(({ name }) => row[name] !== undefined).map((field) => valueInWords(field, row[field.name])).join(", ")}`).join("; ");
    case "number":
      return `${value} ${fact.unit}`.trim();
    case "note":
      return value;
  }
}
