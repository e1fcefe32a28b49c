/** A question with the control for its kind of answer. */

import { whatToWrite } from "../runtime/spellings.js";
import { el } from "./elements.js";
import { boxes, line, radios, select } from "./inputs.js";
import { records } from "./records.js";
import { inWords } from "./words.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** What a question needs of the page: today's day, the states that stand first, and whom it tells.
 * @typedef {object} Page
 * @property {string} today
 * @property {(name: string) => readonly string[]} common The options that stand first in a long list.
 * @property {(fact: import("../types.d.ts").CodesFact, id: string, value: any, told: (value: any) => void) => any} codes
 * @property {(id: string, ask: string, wrong: string | undefined) => void} wrong
 */

const FEW = 8; // options that are shown at once

const HINTS = /** @type {Readonly<Record<string, string>>} */ ({
  received_date: "Not sent yet? Write the day you will send it.",
  service_date: "Such as 6/10/2026.",
});

/** A question of the request, or of a record of a list.
 * @param {Fact} fact
 * @param {string} id
 * @param {any} value What is answered so far.
 * @param {Page} page
 * @param {(value: any) => void} told
 */
export function question(fact, id, value, page, told) {
  const ask = inWords(fact.ask);
  const told_ = (/** @type {any} */ answer, /** @type {string | undefined} */ wrong) => {
    page.wrong(id, ask, wrong);
    told(answer);
  };
  switch (fact.type) {
    case "yes_no":
      return group(id, ask, "", radios(id, [[true, "Yes"], [false, "No"]], value, told_));
    case "choice": {
      const options = Object.entries(fact.options);
      if (options.length <= FEW) return group(id, ask, "", radios(id, options, value, told_));
      const first = page.common(fact.name);
      const groups = first.length === 0 ? [["", options]] : [
        ["States of WISeR", options.filter(([each]) => first.includes(each))],
        ["Others", options.filter(([each]) => !first.includes(each))],
      ];
      return labelled(id, ask, "", select(id, /** @type {any} */ (groups), value, told_));
    }
    case "set": {
      const options = Object.entries(fact.options);
      if (options.length <= FEW) return group(id, ask, "Tick all that fit.", boxes(id, options, value, told_));
      return ofLine(fact, id, ask, value === undefined ? "" : labels(fact, value), page, told_);
    }
    case "findings":
      return group(id, ask, "", ...Object.entries(fact.options).map(([item, label], at) => {
        const inner = `${id}-${at}`;
        return el("fieldset", { class: "finding" },
          el("legend", {}, inWords(label)),
          radios(inner, [[true, "Yes"], [false, "No"]], value?.[item], (found) => {
            const { [item]: _, ...others } = value ?? {};
            value = found === undefined ? others : { ...others, [item]: found };
            if (Object.keys(value).length === 0) value = undefined;
            told(value);
          }),
        );
      }));
    case "list":
      return group(id, ask, "", records(fact, id, value, page, question, told));
    case "codes":
      return page.codes(fact, id, value, told);
    case "note":
    case "number":
    case "date":
      return ofLine(fact, id, ask, value === undefined ? "" : written(fact, value), page, told_);
  }
}

/** A value as it is typed.
 * @param {Fact} fact
 * @param {any} value
 */
export function written(fact, value) {
  if (fact.type === "date") {
    const [year, month, day] = value.split("-").map(Number);
    return `${month}/${day}/${year}`;
  }
  return String(value);
}

/** @param {import("../types.d.ts").SetFact} fact
 * @param {readonly string[]} value
 */
function labels(fact, value) {
  return value.length === 0 ? "none" : value.map((item) => fact.options[item]).join(", ");
}

/** @param {Fact} fact
 * @param {string} id
 * @param {string} ask
 * @param {string} shown
 * @param {Page} page
 * @param {(value: any, wrong?: string) => void} told
 */
function ofLine(fact, id, ask, shown, page, told) {
  const hint = hintOf(fact);
  const { field, answer, write } = line(id, fact, shown, page, told, hint === "" ? "" : `${id}-hint`);
  const unit = fact.type === "number" && fact.unit !== "" ? el("span", { class: "unit" }, fact.unit) : null;
  const now = fact.name === "received_date"
    ? el("button", { type: "button", class: "small", click: () => write(written(fact, page.today)) }, "Today") : null;
  return labelled(id, ask, hint, el("div", { class: "beside" }, field, unit, now), answer);
}

/** @param {Fact} fact */
function hintOf(fact) {
  if (HINTS[fact.name] !== undefined) return HINTS[fact.name];
  if (fact.type === "note") return "Where it stands in the chart: the document, its date, the page.";
  return fact.type === "set" ? whatToWrite(fact) : "";
}

/** A question whose answer is one field.
 * @param {string} id
 * @param {string} ask
 * @param {string} hint
 * @param {...any} inside
 */
export function labelled(id, ask, hint, ...inside) {
  return el("div", { class: "question", id: `${id}-q` },
    el("label", { for: id }, ask), hint === "" ? null : el("p", { class: "hint", id: `${id}-hint` }, hint), ...inside);
}

/** A question whose answer is several fields.
 * @param {string} id
 * @param {string} ask
 * @param {string} hint
 * @param {...any} inside
 */
function group(id, ask, hint, ...inside) {
  return el("fieldset", { class: "question", id: `${id}-q`, tabindex: "-1" },
    el("legend", {}, ask), hint === "" ? null : el("p", { class: "hint" }, hint), ...inside);
}
