/** What a typed answer means: `understood`, until the spellings of the runtime take its place. */

import { dayOf } from "../runtime/days.js";
import { hasPlaces } from "../runtime/values.js";
import { dayInWords } from "./words.js";

/** @param {import("../types.d.ts").Fact} fact
 * @param {string} text
 * @param {{today?: string}} _
 * @returns {{value: any, shown: string} | {why: string, write: string}}
 */
export function understood(fact, text, _ = {}) {
  const typed = text.trim();
  switch (fact.type) {
    case "date": {
      const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(typed);
      const day = us === null ? typed : `${us[3]}-${us[1].padStart(2, "0")}-${us[2].padStart(2, "0")}`;
      const number = dayOf(day);
      if (Number.isNaN(number)) return { why: "This is no date.", write: "a date such as 6/10/2026" };
      if (number < dayOf(fact.from) || number > dayOf(fact.to)) {
        return { why: "This date is out of range.", write: `a date from ${dayInWords(fact.from)} to ${dayInWords(fact.to)}` };
      }
      return { value: day, shown: dayInWords(day) };
    }
    case "number": {
      const number = /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
      if (!(fact.from <= number && number <= fact.to && hasPlaces(number, fact.places))) {
        return { why: "This is no such number.", write: fact.rule };
      }
      return { value: number, shown: `${number} ${fact.unit}`.trim() };
    }
    case "codes": {
      const codes = typed.toUpperCase().split(/[\s,;]+/).map((code) => code.replace(/-[0-9A-Z]{2}$/, "")).filter((code) => code !== "");
      const pattern = new RegExp(`^(?:${fact.pattern})$`);
      if (codes.length === 0 || !codes.every((code) => pattern.test(code))) return { why: "One of these is no code.", write: fact.rule };
      return { value: [...new Set(codes)], shown: codes.join(", ") };
    }
    case "set": {
      const wanted = typed.split(/[,;]+/).map((item) => item.trim().toLowerCase());
      const options = Object.entries(fact.options);
      const found = wanted.map((item) => options.find(([id, label]) => [id, label].some((word) => word.toLowerCase() === item))?.[0]);
      if (found.includes(undefined)) return { why: "One of these is not on the list.", write: fact.rule };
      return { value: [...new Set(found)], shown: found.map((id) => fact.options[/** @type {string} */ (id)]).join(", ") };
    }
    default:
      return { value: typed, shown: typed };
  }
}
