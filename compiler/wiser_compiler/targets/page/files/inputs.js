/** The controls of answers: radio buttons, boxes, lists of options, and text that is understood.
 *
 * Each has a label, and tells its answer when it changes: undefined where nothing is answered.
 */

import { understood } from "../runtime/spellings.js";
import { el, say } from "./elements.js";

/** @typedef {import("../types.d.ts").Fact} Fact */
/** What a control tells: its answer, and what is wrong with what is typed there.
 * @typedef {(value: any, wrong?: string) => void} Told
 */

export const NOT_YET = "not looked yet";
const OPEN = ""; // the value of a radio button or an option that answers nothing

/** Radio buttons, with one for *not looked yet*.
 * @param {string} id
 * @param {readonly (readonly [value: any, label: string])[]} options
 * @param {any} value
 * @param {Told} told
 */
export function radios(id, options, value, told) {
  const group = el("div", { class: classOf(options) });
  [...options, /** @type {const} */ ([undefined, NOT_YET])].forEach(([each, label], at) => {
    const button = el("input", {
      type: "radio", name: id, id: `${id}-${at}`, value: each === undefined ? OPEN : String(each), change: () => told(each),
    });
    button.checked = each === value;
    group.append(el("label", { class: "choice", for: button.id }, button, label));
  });
  return group;
}

const SHORT = 45; // letters of labels that stand beside one another

/** @param {readonly (readonly [any, string])[]} options */
function classOf(options) {
  return options.reduce((sum, [, label]) => sum + label.length, 0) > SHORT ? "choices tall" : "choices";
}

/** A list of options that opens, with *not looked yet* first. On a narrow screen, which cuts its label, the chosen one stands
 * below it.
 * @param {string} id
 * @param {readonly (readonly [label: string, options: readonly (readonly [string, string])[]])[]} groups
 * @param {string | undefined} value
 * @param {Told} told
 */
export function select(id, groups, value, told) {
  const option = (/** @type {string} */ each, /** @type {string} */ label) => el("option", { value: each }, label);
  const list = el("select", { id, change: (event) => told(event.target.value === OPEN ? undefined : event.target.value) },
    option(OPEN, NOT_YET),
    ...groups.map(([label, options]) => {
      const inside = options.map(([each, word]) => option(each, word));
      return groups.length === 1 ? inside : [el("optgroup", { label }, ...inside)];
    }).flat(),
  );
  list.value = value ?? OPEN;
  const whole = el("p", { class: "understood whole", "aria-hidden": "true" });
  const show = () => say(whole, list.value === OPEN ? "" : `= ${list.selectedOptions[0].textContent}`);
  list.addEventListener("change", show);
  show();
  return el("div", { class: "chosen" }, list, whole);
}

/** Boxes to tick, with one for *none of these*: the answer is the list of those that are ticked.
 * @param {string} id
 * @param {readonly (readonly [string, string])[]} options
 * @param {readonly string[] | undefined} value
 * @param {Told} told
 */
export function boxes(id, options, value, told) {
  const none = el("input", { type: "checkbox", id: `${id}-none` });
  none.checked = value !== undefined && value.length === 0;
  const all = options.map(([each, label], at) => {
    const box = el("input", { type: "checkbox", id: `${id}-${at}`, value: each });
    box.checked = value?.includes(each) ?? false;
    return { box, label };
  });
  const tell = () => {
    const ticked = all.filter(({ box }) => box.checked).map(({ box }) => box.value);
    if (ticked.length > 0) none.checked = false;
    told(ticked.length > 0 ? ticked : none.checked ? [] : undefined);
  };
  for (const { box } of all) box.addEventListener("change", tell);
  none.addEventListener("change", () => {
    if (none.checked) for (const { box } of all) box.checked = false;
    tell();
  });
  return el("div", { class: classOf(options) },
    ...all.map(({ box, label }) => el("label", { class: "choice", for: box.id }, box, label)),
    el("label", { class: "choice", for: none.id }, none, "none of these"),
  );
}

/** A line of text that is understood when the reader goes on, and says how.
 *
 * `shown` is what it shows at first; `describedBy` the hint that belongs to it.
 * @param {string} id
 * @param {Fact} fact
 * @param {string} shown
 * @param {{today: string}} context
 * @param {Told} told
 * @param {string} describedBy
 */
export function line(id, fact, shown, { today }, told, describedBy = "") {
  const answer = el("p", { class: "understood", id: `${id}-says` });
  const kinds = { date: "date", number: "number" };
  const field = el("input", {
    type: "text", id, class: `line ${/** @type {any} */ (kinds)[fact.type] ?? "text"}`, autocomplete: "off", spellcheck: "false",
    inputmode: fact.type === "number" && fact.from >= 0 ? "decimal" : null,
    "aria-describedby": [describedBy, answer.id].filter((each) => each !== "").join(" "),
    change: () => read(true),
  });
  field.value = shown;
  /** @param {boolean} tells */
  const read = (tells) => {
    const typed = field.value.trim();
    const found = understood(fact, typed, { today });
    answer.className = found.understood ? "understood" : "wrong";
    if (found.understood) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
    say(answer, !found.understood ? `${found.why} ${found.write}` : saysNothing(fact, typed, found.shown) ? "" : `= ${found.shown}`);
    if (tells) told(found.understood ? found.value ?? undefined : undefined, found.understood ? undefined : answer.textContent);
  };
  read(false);
  /** Write into the line, as if it were typed. @param {string} text */
  const write = (text) => {
    field.value = text;
    read(true);
  };
  return { field, answer, write };
}

/** Whether what is understood is no more than what is typed.
 * @param {Fact} fact
 * @param {string} typed
 * @param {string} shown
 */
function saysNothing(fact, typed, shown) {
  return typed === "" || fact.type === "note" || shown === typed || (fact.type === "number" && shown === `${typed} ${fact.unit}`);
}
