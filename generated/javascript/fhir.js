/** A request as a QuestionnaireResponse of FHIR R4, and back, without a loss.
 *
 *     import { requestOf, responseOf } from "wiser-policies/fhir";
 *     import esi from "wiser-policies/policies/esi/v6_0_0.js";
 *     const { response } = responseOf(esi, request);
 *     const { request: back } = requestOf(esi, response);
 *
 * The facts of the policy decide how both look. The values of the request are in both: protect a response as you
 * protect a request.
 */

import { validatorOf } from "./runtime/catalog.js";
import { plain } from "./runtime/problems.js";
import { isRecord } from "./runtime/values.js";

/** @typedef {import("./types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("./types.d.ts").Fact} Fact */
/** @typedef {import("./fhir.d.ts").ItemProblem} ItemProblem */
/** @typedef {import("./fhir.d.ts").ItemProblemCode} ItemProblemCode */
/** @typedef {Record<string, any>} Element An object of JSON. */
/** @typedef {readonly string[]} Names The name of a fact; or those of a list and of a field of it. */

const BASE = "https://wiser-policies.example/fhir";
const ANSWERS = `${BASE}/CodeSystem/answers`;
const CPT = "http://www.ama-assn.org/go/cpt";
const HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
const ICD_10 = "http://hl7.org/fhir/sid/icd-10-cm";
const PROCEDURES = "codes"; // the fact that chooses the policy
const STATUSES = ["in-progress", "completed", "amended"]; // the others say that nothing in it counts

/** @type {Readonly<Record<ItemProblemCode, string>>} */
const RULES = {
  "not-a-response": "must be a QuestionnaireResponse of FHIR R4",
  "other-questionnaire": "must name the questionnaire of the policy and its version, as in `url|version`",
  "not-in-force": "must be in progress, completed or amended",
  modifier: "must have no modifierExtension: it could turn what is said into its opposite",
  "wrong-form": "must have the form of R4: a group has items, a question has answers",
  "unknown-item": "must have no item here that the questionnaire does not have here",
  "repeated-item": "must stand here once",
  "several-answers": "must have one answer",
  "wrong-value": "must have answers of the type of its question",
  "foreign-system": "must have answers of the code system of its question",
  "unknown-answer": "must have answers that its question offers",
  contradiction: "must not say none, or nothing, and list something too",
};

/** The response that states a request for one version, or why the request is invalid.
 *
 * Its status is `in-progress`: nobody has said that it is complete. Findings without any answer state nothing and are
 * left out.
 * @param {CompiledPolicy} policy
 * @param {unknown} request
 */
export function responseOf(policy, request) {
  const { problems } = validatorOf(policy).check(request);
  const stated = plain(request);
  if (problems.length > 0 || !isRecord(stated)) return { response: null, problems };
  const response = {
    resourceType: /** @type {const} */ ("QuestionnaireResponse"),
    questionnaire: canonical(policy),
    status: "in-progress",
    item: itemsOf(policy, stated),
  };
  return { response, problems };
}

/** The request that a response states for one version, or why it states none. The rules of values are left to `check`.
 * @param {CompiledPolicy} policy
 * @param {unknown} response
 */
export function requestOf(policy, response) {
  const said = asJson(response);
  if (!isRecord(said) || said.resourceType !== "QuestionnaireResponse") return refused("not-a-response");
  if (said.questionnaire !== canonical(policy)) return refused("other-questionnaire");
  const reader = new Reader(policy);
  if (!STATUSES.includes(/** @type {string} */ (said.status))) reader.tell("", "not-in-force");
  const request = reader.request(said);
  const problems = Object.freeze(reader.problems);
  return problems.length > 0 ? { request: null, problems } : { request, problems };
}

/** @param {ItemProblemCode} code */
function refused(code) {
  return { request: null, problems: Object.freeze([problem("", code)]) };
}

/** @param {string} linkId
 * @param {ItemProblemCode} code
 * @returns {ItemProblem}
 */
function problem(linkId, code) {
  return Object.freeze({ linkId, rule: RULES[code], code });
}

/** A copy as a JSON reader returns it; undefined for what JSON cannot hold.
 * @param {unknown} value
 * @returns {unknown}
 */
function asJson(value) {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

// ---------------------------------------------------------------- names

/** @param {CompiledPolicy} policy */
function canonical(policy) {
  return `${BASE}/Questionnaire/${asId(policy.id)}|${policy.version}`;
}

/** @param {CompiledPolicy} policy
 * @param {Names} names
 */
function optionsSystem(policy, names) {
  return `${BASE}/CodeSystem/${[policy.id, ...names].map(asId).join(".")}`;
}

/** @param {string} name */
function asId(name) {
  return name.replaceAll("_", "-");
}

/** @param {string} system
 * @param {string} code
 */
function codeSystem(system, code) {
  return system === "ICD-10" ? ICD_10 : /^[0-9]/.test(code) ? CPT : HCPCS;
}

/** @param {string} heading */
function sectionLink(heading) {
  const code = (/** @type {string} */ sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  const escaped = encodeURIComponent(heading).replace(/[!'()*-]/g, code);
  return `section-${escaped.replaceAll("%20", "-")}`;
}

/** @param {Names} names */
function linkOf(names) {
  return names.join(".");
}

/** The facts under each heading of the chart in the order of the form: what is about the request itself comes first.
 * @param {CompiledPolicy} policy
 * @returns {{link: string, facts: readonly Fact[]}[]}
 */
function sectionsOf(policy) {
  const counted = new Set([...nodes(policy.clocks)].map((node) => node.fact));
  const ofRequest = new Set(policy.facts.filter(({ name }) => counted.has(name)).map(({ chart }) => chart));
  const headings = [...new Set(policy.facts.map(({ chart }) => chart))];
  const ordered = [...headings.filter((one) => ofRequest.has(one)), ...headings.filter((one) => !ofRequest.has(one))];
  return ordered.map((heading) => ({
    link: heading === "" ? "" : sectionLink(heading),
    facts: policy.facts.filter(({ chart }) => chart === heading),
  }));
}

/** Every object in a JSON value.
 * @param {any} value
 * @returns {Generator<Element>}
 */
function* nodes(value) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

/** The codes that the form offers for a fact.
 * @param {CompiledPolicy} policy
 * @param {string} name
 * @returns {Set<string>}
 */
function offeredFor(policy, name) {
  if (name === PROCEDURES) return new Set(policy.codes.map(({ code }) => code));
  const naming = [...nodes(policy.criteria)].filter((node) => "includes" in node && node.in.fact === name);
  return new Set(naming.map((node) => node.includes));
}

// ---------------------------------------------------------------- a request as a response

/** @param {CompiledPolicy} policy
 * @param {Element} request
 * @returns {Element[]}
 */
function itemsOf(policy, request) {
  return sectionsOf(policy).flatMap(({ link, facts }) => {
    const items = stated(policy, facts, [], request);
    return link !== "" && items.length > 0 ? [{ linkId: link, item: items }] : items;
  });
}

/** The items of those facts that are stated: of the request, or of one record of a list.
 * @param {CompiledPolicy} policy
 * @param {readonly Fact[]} facts
 * @param {Names} of
 * @param {Element} values
 * @returns {Element[]}
 */
function stated(policy, facts, of, values) {
  const stated = facts.filter(({ name }) => name in values);
  return stated.flatMap((fact) => itemOf(policy, fact, [...of, fact.name], values[fact.name]));
}

/** The item of a fact; none for findings without any answer.
 * @param {CompiledPolicy} policy
 * @param {Fact} fact
 * @param {Names} names
 * @param {any} value
 * @returns {Element[]}
 */
function itemOf(policy, fact, names, value) {
  const link = linkOf(names);
  if (fact.type === "findings") {
    const options = Object.keys(fact.options).filter((option) => option in value);
    const item = options.map((option) => answered(`${link}.${option}`, [coded(value[option] ? "found" : "not-found")]));
    return item.length > 0 ? [{ linkId: link, item }] : [];
  }
  if (fact.type === "list") {
    const any = answered(`${link}-listed`, [coded(value.length > 0 ? "listed" : "none")]);
    const records = value.map((/** @type {Element} */ record) => {
      const item = stated(policy, fact.fields, names, record);
      return { linkId: `${link}-record`, ...(item.length > 0 ? { item } : {}) };
    });
    return [{ linkId: link, item: [any, ...records] }];
  }
  return [answered(link, answersOf(policy, fact, names, value))];
}

/** @param {CompiledPolicy} policy
 * @param {Fact} fact
 * @param {Names} names
 * @param {any} value
 * @returns {Element[]}
 */
function answersOf(policy, fact, names, value) {
  const system = optionsSystem(policy, names);
  switch (fact.type) {
    case "yes_no":
      return [coded(value ? "yes" : "no")];
    case "note":
      return [{ valueString: value }];
    case "number":
      return [fact.places > 0 ? { valueDecimal: value } : { valueInteger: value }];
    case "date":
      return [{ valueDate: value }];
    case "choice":
      return [coded(value, system, fact.options[value])];
    case "set":
      return noneIfEmpty(value.map((/** @type {string} */ item) => coded(item, system, fact.options[item])));
    case "codes": {
      const offered = offeredFor(policy, fact.name);
      const answer = (/** @type {string} */ code) =>
        offered.has(code) ? coded(code, codeSystem(fact.system, code)) : { valueString: code };
      return noneIfEmpty(value.map(answer));
    }
    default:
      throw new Error(`no answer for a fact of type ${fact.type}`);
  }
}

/** @param {Element[]} answers */
function noneIfEmpty(answers) {
  return answers.length > 0 ? answers : [coded("none")];
}

/** @param {string} linkId
 * @param {Element[]} answer
 */
function answered(linkId, answer) {
  return { linkId, answer };
}

/** @param {string} code
 * @param {string} [system]
 * @param {string} [display]
 */
function coded(code, system = ANSWERS, display = "") {
  return { valueCoding: { system, code, ...(display !== "" ? { display } : {}) } };
}

// ---------------------------------------------------------------- a response as a request

/** The items of a group by linkId. @typedef {Map<string, Element[]>} Items */

/** The request of a response. Each place that breaks a rule is told, and reading goes on. */
class Reader {
  /** @type {ItemProblem[]} */
  problems = [];

  /** @param {CompiledPolicy} policy */
  constructor(policy) {
    this.policy = policy;
  }

  /** @param {string} linkId
   * @param {ItemProblemCode} code
   */
  tell(linkId, code) {
    this.problems.push(problem(linkId, code));
  }

  /** The facts that are answered, in the order of the policy.
   * @param {Element} response
   * @returns {Record<string, unknown>}
   */
  request(response) {
    const sections = sectionsOf(this.policy);
    const links = sections.flatMap(({ link, facts }) => (link === "" ? namesOf(facts) : [link]));
    const top = this.items(response, "", links);
    /** @type {Record<string, unknown>} */
    const found = Object.create(null);
    for (const { link, facts } of sections) {
      const group = top.get(link);
      const inside = link === "" ? top : group === undefined ? new Map() : this.group(group[0], link, namesOf(facts));
      Object.assign(found, this.facts(facts, [], inside));
    }
    const names = namesOf(this.policy.facts).filter((name) => name in found);
    return Object.fromEntries(names.map((name) => [name, found[name]]));
  }

  /** The values of facts: of the request, or of one record of a list.
   * @param {readonly Fact[]} facts
   * @param {Names} of
   * @param {Items} inside
   * @returns {Record<string, unknown>}
   */
  facts(facts, of, inside) {
    /** @type {[string, unknown][]} */
    const found = [];
    for (const fact of facts) {
      const names = [...of, fact.name];
      const items = inside.get(linkOf(names));
      const value = items === undefined ? null : this.fact(fact, names, items[0]);
      if (value !== null) found.push([fact.name, value]);
    }
    return Object.fromEntries(found);
  }

  // ---------------------------------------------------------------- items

  /** The items directly inside a group or the response. Only `repeats` may stand there again.
   * @param {Element} of
   * @param {string} link
   * @param {readonly string[]} known
   * @param {string} [repeats]
   * @returns {Items}
   */
  items(of, link, known, repeats = "") {
    /** @type {Items} */
    const found = new Map();
    if ("modifierExtension" in of) this.tell(link, "modifier");
    const inner = of.item ?? ("item" in of ? null : []);
    if (!Array.isArray(inner) || !inner.every(isRecord)) {
      this.tell(link, "wrong-form");
      return found;
    }
    for (const item of inner) {
      const name = item.linkId;
      if (typeof name !== "string" || !known.includes(name)) this.tell(link, "unknown-item");
      else if (!found.has(name)) found.set(name, [item]);
      else if (name === repeats) found.get(name)?.push(item);
      else this.tell(name, "repeated-item");
    }
    return found;
  }

  /** The items of a group, which has no answer of its own.
   * @param {Element} item
   * @param {string} link
   * @param {readonly string[]} known
   * @param {string} [repeats]
   */
  group(item, link, known, repeats = "") {
    if ("answer" in item) this.tell(link, "wrong-form");
    return this.items(item, link, known, repeats);
  }

  /** The value of a fact; null if its item has no answer, or none that can be read.
   * @param {Fact} fact
   * @param {Names} names
   * @param {Element} item
   * @returns {unknown}
   */
  fact(fact, names, item) {
    if (fact.type === "findings") return this.findings(Object.keys(fact.options), linkOf(names), item);
    return fact.type === "list" ? this.records(fact.fields, names, item) : this.value(fact, names, item);
  }

  /** Whether each of several things was found; null without any answer.
   * @param {readonly string[]} options
   * @param {string} link
   * @param {Element} item
   */
  findings(options, link, item) {
    const inside = this.group(item, link, options.map((option) => `${link}.${option}`));
    const answers = ["found", "not-found"];
    const said = new Map([...inside].map(([inner, items]) => [inner, this.answer(items[0], inner, answers)]));
    const found = options.filter((option) => said.get(`${link}.${option}`));
    if (found.length === 0) return null;
    return Object.fromEntries(found.map((option) => [option, said.get(`${link}.${option}`) === "found"]));
  }

  /** The records of a list, if it is answered whether there are any.
   * @param {readonly Fact[]} fields
   * @param {Names} names
   * @param {Element} item
   */
  records(fields, names, item) {
    const link = linkOf(names);
    const inside = this.group(item, link, [`${link}-listed`, `${link}-record`], `${link}-record`);
    const any = inside.get(`${link}-listed`);
    const said = any === undefined ? "" : this.answer(any[0], `${link}-listed`, ["none", "listed"]);
    const known = fields.map(({ name }) => linkOf([...names, name]));
    const found = (inside.get(`${link}-record`) ?? []).map((record) =>
      this.facts(fields, names, this.group(record, `${link}-record`, known)),
    );
    if (found.length > 0 !== (said === "listed")) this.tell(link, "contradiction");
    return said === "" ? null : found;
  }

  // ---------------------------------------------------------------- answers

  /** The value that the answers of an item state, or null.
   * @param {Fact} fact
   * @param {Names} names
   * @param {Element} item
   * @returns {unknown}
   */
  value(fact, names, item) {
    const link = linkOf(names);
    switch (fact.type) {
      case "yes_no": {
        const said = this.answer(item, link, ["yes", "no"]);
        return said === "" ? null : said === "yes";
      }
      case "note":
        return this.one(item, link, "valueString");
      case "number":
        return this.one(item, link, fact.places > 0 ? "valueDecimal" : "valueInteger");
      case "date":
        return this.one(item, link, "valueDate");
      case "choice": {
        const coding = this.one(item, link, "valueCoding");
        return coding === null ? null : this.code(coding, link, optionsSystem(this.policy, names));
      }
      case "set": {
        const system = optionsSystem(this.policy, names);
        return this.several(link, this.answers(item, link, ["valueCoding"]), () => system);
      }
      case "codes":
        return this.several(
          link, this.answers(item, link, ["valueCoding", "valueString"]), (code) => codeSystem(fact.system, code),
        );
      default:
        throw new Error(`no value for a fact of type ${fact.type}`);
    }
  }

  /** The items of a set or of codes: text as it is, codes of their system, or none of them.
   * @param {string} link
   * @param {readonly any[]} answers
   * @param {(code: string) => string} system
   */
  several(link, answers, system) {
    const none = answers.filter((answer) => isOf(answer, ANSWERS));
    if (none.length > 0) {
      if (answers.length > none.length) this.tell(link, "contradiction");
      else if (none.some(({ code }) => code !== "none")) this.tell(link, "unknown-answer");
      return [];
    }
    const codes = answers.map(
      (answer) => (typeof answer === "string" ? answer : this.code(answer, link, system(answer.code))),
    );
    const read = codes.filter((code) => code !== null);
    return read.length > 0 ? read : null;
  }

  /** One of the answers that every questionnaire has, or an empty text.
   * @param {Element} item
   * @param {string} link
   * @param {readonly string[]} offered
   * @returns {string}
   */
  answer(item, link, offered) {
    const coding = this.one(item, link, "valueCoding");
    const code = coding === null ? null : this.code(coding, link, ANSWERS);
    if (code === null) return "";
    if (offered.includes(code)) return code;
    this.tell(link, "unknown-answer");
    return "";
  }

  /** The code, if it is of this system.
   * @param {Element} coding
   * @param {string} link
   * @param {string} system
   * @returns {string | null}
   */
  code(coding, link, system) {
    if (isOf(coding, system)) return coding.code;
    this.tell(link, "foreign-system");
    return null;
  }

  /** The one answer of an item, or null.
   * @param {Element} item
   * @param {string} link
   * @param {string} kind
   */
  one(item, link, kind) {
    const found = this.answers(item, link, [kind]);
    if (found.length > 1) this.tell(link, "several-answers");
    return found.length === 1 ? found[0] : null;
  }

  /** The values of the answers of an item.
   * @param {Element} item
   * @param {string} link
   * @param {readonly string[]} kinds
   * @returns {any[]}
   */
  answers(item, link, kinds) {
    if ("modifierExtension" in item) this.tell(link, "modifier");
    const answers = item.answer ?? ("answer" in item ? null : []);
    if ("item" in item || !Array.isArray(answers) || !answers.every(isRecord)) {
      this.tell(link, "wrong-form");
      return [];
    }
    const found = [];
    for (const answer of answers) {
      const keys = Object.keys(answer).filter((key) => key.startsWith("value"));
      if ("modifierExtension" in answer) this.tell(link, "modifier");
      else if ("item" in answer) this.tell(link, "wrong-form");
      else if (keys.length !== 1 || !kinds.includes(keys[0]) || !isA(keys[0], answer[keys[0]])) {
        this.tell(link, "wrong-value");
      } else found.push(answer[keys[0]]);
    }
    return found;
  }
}

/** @param {readonly Fact[]} facts */
function namesOf(facts) {
  return facts.map(({ name }) => name);
}

/** @param {any} answer
 * @param {string} system
 */
function isOf(answer, system) {
  return isRecord(answer) && answer.system === system;
}

/** Whether a value has the JSON type of its kind. Which values are allowed is a rule of the request.
 * @param {string} kind
 * @param {unknown} value
 */
function isA(kind, value) {
  if (kind === "valueInteger") return Number.isInteger(value);
  if (kind === "valueDecimal") return typeof value === "number";
  if (kind === "valueCoding") {
    return isRecord(value) && typeof value.system === "string" && typeof value.code === "string";
  }
  return typeof value === "string";
}
