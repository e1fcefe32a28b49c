/** The procedure codes: typed, or ticked under their service. */

import { el, say } from "./elements.js";
import { labelled } from "./fields.js";
import { line } from "./inputs.js";

/** @param {readonly import("../types.d.ts").CompiledPolicy[]} services
 * @param {import("../types.d.ts").CodesFact} fact
 * @param {string} id
 * @param {readonly string[] | undefined} value
 * @param {import("./fields.js").Page} page
 * @param {(value: any) => void} told
 */
export function codesField(services, fact, id, value, page, told) {
  let chosen = value ?? [];
  const { field, answer, write } = line(id, fact, chosen.join(", "), page, (codes, wrong) => {
    chosen = codes ?? [];
    page.wrong(id, fact.ask, wrong);
    show();
    told(codes);
  }, `${id}-hint`);
  if (fact.name !== "codes") return labelled(id, fact.ask, "Such as M54.16.", field, answer);
  /** @type {{box: any, code: string}[]} */
  const all = [];
  const parts = services.map(({ codes, title }) => {
    const own = codes.map(({ add_on_to, code, label }) => {
      const box = el("input", { type: "checkbox", id: `${id}-${code}`, change: () => {
        write((box.checked ? [...chosen, code] : chosen.filter((each) => each !== code)).join(", "));
      } });
      all.push({ box, code });
      const words = [label, add_on_to.length > 0 ? `add-on to ${add_on_to.join(" or ")}` : ""].filter((part) => part !== "");
      return el("label", { class: "choice", for: box.id }, box, [code, words.join(", ")].join(" "));
    });
    const element = el("details", { class: "service" }, el("summary", {}, title), el("div", { class: "choices tall" }, ...own));
    return { element, codes: codes.map(({ code }) => code) };
  });
  const heading = el("summary", {});
  const find = el("details", { class: "find" }, heading, ...parts.map(({ element }) => element));
  const show = () => {
    for (const { box, code } of all) box.checked = chosen.includes(code);
    const known = parts.filter(({ codes }) => codes.some((code) => chosen.includes(code)));
    for (const part of parts) {
      part.element.hidden = known.length > 0 && !known.includes(part);
      if (known.includes(part) || parts.length === 1) part.element.open = true;
    }
    say(heading, known.length > 0 ? "Codes of this service" : parts.length === 1 ? "Codes" : "Find a code by its service");
    if (known.length > 0 || parts.length === 1) find.open = true;
  };
  show();
  return labelled(id, fact.ask, "Such as 64483, or 64483, 64484. A modifier may stay.", field, answer, find);
}
