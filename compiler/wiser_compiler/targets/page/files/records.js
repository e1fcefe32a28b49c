/** A list of a request as cards that are added and removed. A list that is stated is complete, so it says so. */

import { el, say } from "./elements.js";
import { radios } from "./inputs.js";

/** @typedef {import("../types.d.ts").ListFact} ListFact */

/** Whether there are any, and a card for each.
 * @param {ListFact} fact
 * @param {string} id
 * @param {readonly import("../types.d.ts").Json[] | undefined} value
 * @param {import("./fields.js").Page} page
 * @param {typeof import("./fields.js").question} question
 * @param {(value: any) => void} told
 */
export function records(fact, id, value, page, question, told) {
  const one = fact.unit.replace(/s$/, "") || "entry";
  let serial = 0;
  /** @type {{values: Record<string, any>, card: any, title: any}[]} */
  let cards = [];
  let isListed = value !== undefined && value.length > 0;
  let isNone = value !== undefined && value.length === 0;

  const tell = () => {
    told(isNone ? [] : isListed && cards.length > 0 ? cards.map(({ values }) => ({ ...values })) : undefined);
  };
  const place = el("div", { class: "cards" });
  const add = el("button", { type: "button", class: "small", click: () => {
    const { card } = more({});
    tell();
    card.querySelector("input, select").focus();
  } }, `Add another ${one}`);
  const listing = el("div", {}, place, add);
  listing.hidden = !isListed;

  const number = () => cards.forEach(({ title }, at) => say(title, `${one} ${at + 1}`));

  /** @param {Record<string, any>} values */
  function more(values) {
    const own = `${id}-${(serial += 1)}`;
    const made = { values: { ...values }, card: /** @type {any} */ (null), title: el("legend", {}) };
    const inside = fact.fields.map((field) => question(field, `${own}-${field.name}`, values[field.name], page, (answer) => {
      if (answer === undefined) delete made.values[field.name];
      else made.values[field.name] = answer;
      tell();
    }));
    const remove = el("button", { type: "button", class: "small", click: () => {
      cards = cards.filter((each) => each !== made);
      for (const field of fact.fields) page.wrong(`${own}-${field.name}`, "", undefined);
      made.card.remove();
      number();
      tell();
      add.focus();
    } }, `Remove this ${one}`);
    made.card = el("fieldset", { class: "card" }, made.title, el("div", { class: "inside" }, ...inside), remove);
    cards.push(made);
    place.append(made.card);
    number();
    return made;
  }

  for (const values of value ?? []) more(values);
  const whether = radios(id, [["listed", `All ${fact.unit || "of them"} are listed here`], ["none", `There are no ${fact.unit}`.trim()]],
    isListed ? "listed" : isNone ? "none" : undefined, (answer) => {
      isListed = answer === "listed";
      isNone = answer === "none";
      if (isListed && cards.length === 0) more({});
      listing.hidden = !isListed;
      tell();
    });
  return el("div", {}, whether, listing);
}
