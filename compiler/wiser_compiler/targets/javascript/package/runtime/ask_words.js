/** What the ask list says, in words for staff: answers, numbers with their units, and dates. */

import { partsOf } from "./ask_goals.js";
import { answersOf, statedOf, whole } from "./ask_regions.js";
import { dayInWords } from "./days.js";

/** @typedef {import("./ask_regions.js").Region} Region */
/** @typedef {import("./ask_regions.js").Range} Range */
/** What is said of a place that is compared with others; null for one that is not.
 * @typedef {readonly string[] | null} Compared
 */

const MEASURES = ["days", "weeks", "months", "years", "points", "percent"]; // less of them, and not fewer
export const MOST_NAMED = 6; // codes of which one is enough

/** The values of a region in words; empty if it holds every value.
 * @param {any} fact
 * @param {Region} region
 * @returns {string}
 */
function answer(fact, region) {
  if (region.kind === "range") return between(fact, region);
  if (region.kind === "items") return items(fact, region);
  const all = allAnswers(fact);
  const given = all.filter((one) => region.answers.includes(one));
  if (fact.type === "note" || fact.type === "list" || given.length === all.length) return "";
  return or(given.map((one) => labelOf(fact, one)));
}

/** @param {any} fact
 * @returns {any[]}
 */
function allAnswers(fact) {
  return "options" in fact && fact.type !== "findings" ? answersOf(fact) : [true, false];
}

/** @param {any} fact
 * @param {any} one
 * @returns {string}
 */
function labelOf(fact, one) {
  if (typeof one === "boolean") return one ? "Yes" : "No";
  return "options" in fact && Object.hasOwn(fact.options, one) ? fact.options[one] : one;
}

/** @param {any} fact
 * @param {Range} region
 */
function between(fact, region) {
  const ends = /** @type {Range} */ (whole(fact));
  const [low, high] = [value(fact, region.low), value(fact, region.high)];
  const isDate = fact.type === "date";
  if (region.low === region.high) return isDate ? `on ${low}` : counted(low, fact);
  if (region.low === ends.low && region.high === ends.high) return "";
  if (isDate) {
    if (region.high === ends.high) return `on or after ${low}`;
    return region.low === ends.low ? `on or before ${high}` : `from ${low} to ${high}`;
  }
  if (region.high === ends.high) return `${counted(low, fact)} or more`;
  const less = fact.unit && fact.places === 0 && !MEASURES.includes(fact.unit) ? "fewer" : "less";
  return region.low === ends.low ? `${counted(high, fact)} or ${less}` : `${low} to ${counted(high, fact)}`;
}

/** @param {any} fact
 * @param {bigint} steps
 */
function value(fact, steps) {
  const stated = statedOf(fact, steps);
  if (fact.type === "date") return dayInWords(stated);
  const [whole, fraction] = String(stated).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number with its unit: `1 session`, `4 weeks`.
 * @param {string} number
 * @param {any} fact
 */
function counted(number, fact) {
  return `${number} ${number === "1" ? singular(fact.unit) : fact.unit}`.trim();
}

/** One of what is counted.
 * @param {string} unit
 */
export function singular(unit) {
  return unit.endsWith("s") && !unit.endsWith("ss") ? unit.slice(0, -1) : unit;
}

/** What a set or a list of codes has to hold, what it must not hold, and how many items.
 * @param {any} fact
 * @param {import("./ask_regions.js").Items} region
 */
function items(fact, { inside, outside, low, high, otherThan }) {
  const isSet = fact.type === "set";
  const all = isSet ? answersOf(fact) : [];
  const own = named(fact, inside, "one that begins with");
  const said = own.length > 0 ? [own.join(", ")] : [];
  if (isSet && 2 * outside.length > all.length) {
    said.push(`only of ${or(named(fact, all.filter((item) => !outside.includes(item)), ""))}`);
  } else if (outside.length > 0) {
    said.push(`none of ${or(named(fact, outside, "any that begins with"))}`);
  }
  if (low === high) {
    said.push(low !== inside.length ? many(fact, low) : own.length > 0 ? "nothing else" : "none");
  } else {
    if (low > inside.length) said.push(`at least ${many(fact, low)}`);
    if (high < (isSet ? all.length : fact.most)) said.push(`at most ${many(fact, high)}`);
  }
  for (const one of otherThan) said.push(`not just ${or(named(fact, one, "")) || "none"}`);
  return said.join("; ");
}

/** @param {any} fact
 * @param {number} number
 */
function many(fact, number) {
  const unit = fact.unit || "entries";
  return `${number} ${number === 1 ? singular(unit) : unit}`;
}

/** Items of a set by their labels; codes, or the words for what begins so.
 * @param {any} fact
 * @param {readonly string[]} given
 * @param {string} beginning
 * @returns {string[]}
 */
function named(fact, given, beginning) {
  const all = fact.type === "set" ? answersOf(fact) : [];
  const ordered = [...all.filter((one) => given.includes(one)), ...given.filter((one) => !all.includes(one)).sort()];
  return ordered.map((item) => {
    if (fact.type === "set") return labelOf(fact, item);
    return item.endsWith("*") ? `${beginning} ${item.slice(0, -1)}` : item;
  });
}

/** @param {readonly string[]} words */
function or(words) {
  return listed(words, "or");
}

/** @param {readonly string[]} words
 * @param {string} joint
 */
function listed(words, joint) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}

// ---------------------------------------------------------------- things

/** An answer in words. A number that is compared with others has the words of the comparison, and a day has both.
 * @param {any} fact
 * @param {Region} region
 * @param {Compared} compared
 */
function answerOr(fact, region, compared) {
  if (fact.type === "date") {
    return [answer(fact, region), ...new Set(compared ?? [])].filter(Boolean).join(", ");
  }
  return compared === null || region.kind !== "range" ? answer(fact, region) : [...new Set(compared)].join("; ");
}

/** A question with the answer that will do. A hint behind the question would stand between the two.
 * @param {any} fact
 * @param {string} wanted
 */
function withAnswer(fact, wanted) {
  const end = fact.ask.lastIndexOf("?") + 1;
  return `${end > 0 && wanted !== "" ? fact.ask.slice(0, end) : fact.ask} ${wanted}`.trim();
}

/** The question of an unstated fact, with the answer that is enough, or with how it compares with others.
 * @param {any} fact
 * @param {Region} region
 * @param {Compared} compared
 */
export function ofFact(fact, region, compared) {
  return withAnswer(fact, answerOr(fact, region, compared));
}

/** Items of findings: all that are to be found, or one of several; those to be ruled out; those to be answered.
 * @param {any} fact
 * @param {readonly string[]} found
 * @param {readonly string[]} ruledOut
 * @param {readonly string[]} answered
 * @param {boolean} either
 */
export function ofFindings(fact, found, ruledOut, answered, either) {
  const labels = (/** @type {readonly string[]} */ given) =>
    answersOf(fact).filter((item) => given.includes(item)).map((item) => labelOf(fact, item));
  const said = found.length > 0 ? [withAnswer(fact, listed(labels(found), either ? "or" : "and"))] : [];
  if (ruledOut.length > 0) said.push(`${labels(ruledOut).join("; ")}: looked for, and not present`);
  if (answered.length > 0) said.push(`${labels(answered).join("; ")}: looked for, present or not`);
  return said.join("; ");
}

/** A set or codes that hold one of several items.
 * @param {any} fact
 * @param {readonly string[]} given
 * @param {readonly string[]} first Of many items some of these are named, if there are any.
 */
export function ofItems(fact, given, first) {
  const own = named(fact, given, "one that begins with");
  const few = () => named(fact, first.length > 0 ? first : given, "one that begins with").slice(0, MOST_NAMED / 2);
  const more = fact.type === "codes" ? "another listed code" : "another one listed";
  return withAnswer(fact, or(own.length <= MOST_NAMED ? own : [...few(), more]));
}

/** A record that is to come to a list.
 * @param {any} fact
 * @param {ReadonlyMap<string, {region: Region, compared: Compared}>} fields
 * @param {string} today
 */
export function ofRecord(fact, fields, today) {
  /** @type {{field: any, region: Region, compared: Compared}[]} */
  const said = fact.fields.flatMap((/** @type {any} */ field) => {
    const own = fields.get(field.name);
    return own === undefined ? [] : [{ field, ...own }];
  });
  const choices = said.filter(
    ({ field, region }) => field.type === "choice" && region.kind === "options" && region.answers.length === 1,
  );
  const numbers = said.filter(
    ({ field, region, compared }) => field.type === "number" && compared === null && answer(field, region),
  );
  const days = said.filter(
    ({ field, region, compared }) => field.type === "date" && answerOr(field, region, compared),
  );
  let others = said.filter((one) => !choices.includes(one) && !numbers.includes(one) && !days.includes(one));
  let words;
  if (choices.length === 1 && numbers.length === 1) {
    const [label, number] = [choices[0], numbers[0]].map(({ field, region }) => answer(field, region));
    words = label.includes(",") ? `${label}: ${number}` : `${withArticle(label)} of ${number}`;
  } else {
    words = withArticle(singular(fact.unit) || "further record");
    others = [...choices, ...numbers, ...others];
  }
  words += days.map(({ field, region, compared }) => ` ${answerOr(field, region, compared)}`).join("");
  if (days.length > 0 && today) {
    const { field, region } = days[0];
    if (region.kind === "range" && statedOf(field, region.low) > today) words += ", at a visit still to come";
  }
  const told = others.map(
    ({ field, region, compared }) => `${asLabel(field)}: ${answerOr(field, region, compared) || "stated"}`,
  );
  return told.length > 0 ? `${words} (${told.join("; ")})` : words;
}

/** @param {any} field */
function asLabel(field) {
  return field.ask.replace(/[?:]+$/, "");
}

/** @param {string} noun */
function withArticle(noun) {
  const first = noun.split(" ")[0];
  if (first === "another") return noun;
  const start = first.slice(0, 2);
  const isSpelled = start === start.toUpperCase() && start !== start.toLowerCase(); // an SF-36, a PROMIS score
  const vowels = isSpelled ? "AEFHILMNORSX" : "AEIOUaeiou";
  return `${first && vowels.includes(first[0]) ? "an" : "a"} ${noun}`;
}

/** A field that a record lacks.
 * @param {any} fact
 * @param {any} field
 * @param {Region} region
 * @param {number} number
 * @param {any} row
 * @param {Compared} compared
 */
export function ofField(fact, field, region, number, row, compared = null) {
  const dated = fact.fields.find((/** @type {any} */ one) => one.type === "date" && Object.hasOwn(row, one.name));
  const noun = singular(fact.unit) || "record";
  const isDated = dated !== undefined;
  const which = isDated ? `the ${noun} of ${dayInWords(row[dated.name])}` : `${noun} ${number + 1} on the list`;
  const words = compared === null ? answer(field, region) : answerOr(field, region, compared);
  return `${asLabel(field)} of ${which}${words ? `: ${words}` : ""}`;
}

/** How a day compares with an unknown day, which is named by its question: `more than 4 weeks after`.
 * @param {import("./ask_goals.js").Before} relation
 * @param {boolean} ofLeft
 * @param {string} other
 */
export function ofDays({ op, left, right }, ofLeft, other) {
  const isStrict = op === "<";
  const side = ofLeft ? "before" : "after";
  const sided = isStrict ? side : `on or ${side}`;
  const moves = [...left.moves, ...right.moves.map(([months, days]) => [-months, -days])];
  const [months, days] = [0, 1].map((at) => moves.reduce((sum, move) => sum + move[at], 0));
  // A document moves a day once: said as it is, without a shorter word.
  if (moves.length > 1 && months && days) return `${sided} a day that is counted from the answer to “${other}”`;
  let distance = sided;
  if (months + days > 0) distance = `${isStrict ? "more than" : "at least"} ${time(months, days)} ${side}`;
  else if (months || days) distance = `${sided} the day ${time(-months, -days)} ${ofLeft ? "after" : "before"}`;
  return `${distance} the answer to “${other}”`;
}

/** A time in its largest whole unit: 28 days are 4 weeks.
 * @param {number} months
 * @param {number} days
 */
function time(months, days) {
  const [number, many] = months ? [months, 12] : [days, 7];
  const [large, small] = months ? ["year", "month"] : ["week", "day"];
  const isWhole = number % many === 0;
  const times = isWhole ? number / many : number;
  return `${times} ${isWhole ? large : small}${times === 1 ? "" : "s"}`;
}

/** A change of what is planned.
 * @param {any} fact
 * @param {string} plan
 * @param {Range} region
 * @param {bigint} now
 */
export function ofPlan(fact, plan, region, now) {
  const [low, high] = [value(fact, region.low), value(fact, region.high)];
  if (plan === "fewer") return `ask for ${counted(high, fact)}${region.high > region.low ? " or fewer" : ""}`;
  const verb = plan === "sent later" ? "send the request on" : "plan it for";
  if (region.low === region.high) return `${verb} ${low}`;
  const ends = /** @type {Range} */ (whole(fact));
  const some = `${verb} a day from ${low} to ${high}`;
  if (region.low > now) return region.high === ends.high ? `${verb} ${low} or later` : some;
  return region.low === ends.low ? `${verb} ${high} or earlier` : some;
}

/** A number that becomes large enough with time.
 * @param {any} fact
 * @param {Range} region
 * @param {string} day
 */
export function ofGrowth(fact, region, day) {
  const words = withAnswer(fact, answer(fact, region));
  return day ? `${words}, not before ${dayInWords(day)}` : words;
}

/** The first of the offices that may have something, without the words about the others.
 * @param {string} supplier
 */
export function officeOf(supplier) {
  return supplier.split(";")[0].split(" for ")[0].trim();
}

/** A place as a JSON pointer; a record that is to come is `-`.
 * @param {string} place
 */
export function pointerOf(place) {
  return partsOf(place).map((part) => `/${typeof part === "number" && part < 0 ? "-" : part}`).join("");
}
