/** The choice of the policy and version that answer a request, and their answer. */

import { Compiled } from "./compiled.js";
import { dayOf } from "./days.js";
import { guess } from "./guesses.js";
import { NotJson, readJson } from "./json.js";
import { NO_OBJECT, plain, problem, problemsOf } from "./problems.js";
import { Result } from "./result.js";
import { isRecord } from "./values.js";
import { OUT_OF_SCOPE, listed } from "./words.js";

/** @typedef {import("../types.d.ts").CompiledPolicy} CompiledPolicy */
/** @typedef {import("../types.d.ts").Problem} Problem */
/** @typedef {import("../types.d.ts").Fact} Fact */

/** A policy: its procedure codes in any version, and its versions, the earliest first.
 * @typedef {{id: string, title: string, codes: ReadonlySet<string>, versions: readonly CompiledPolicy[]}} Entry
 */

const MOST_CODES = 1000; // among more than these no code is looked for before they are refused

/** What answers where no policy could be chosen. @type {Compiled} */
const NO_POLICY = /* @__PURE__ */ new Compiled({
  form: "wiser-compiled-policy/1", id: "", version: "", title: "", program: false, effective: "", until: null,
  meaning: "", sources: [], codes: [], facts: [], criteria: [], clocks: [], states: [], services: [],
  known_editions: [], sending: [], decisions: [], supplied_by: {}, add_ons: null,
  asking: [], sheet: { title: "", parts: [] },
});

/** One version of one policy. */
export class Validator {
  #compiled;
  #askers;

  /** @param {CompiledPolicy} policy
   * @param {import("./problems.js").Askers} askers
   */
  constructor(policy, askers) {
    this.#compiled = new Compiled(policy);
    this.#askers = askers;
  }

  get policy() {
    return this.#compiled.policy;
  }

  /** The verdicts on a request, or what makes it invalid. Never throws on any request.
   * @param {unknown} request
   */
  check(request) {
    const compiled = this.#compiled;
    let chart;
    try {
      chart = compiled.read(request);
    } catch {
      chart = undefined; // what a getter or a proxy throws; it is looked at below
    }
    if (chart !== undefined) return new Result(compiled, chart);
    const again = plain(request);
    const broken = problemsOf(compiled.policy.facts, again, this.#askers);
    if (broken.length > 0) return new Result(compiled, null, broken);
    chart = compiled.read(again);
    if (chart === undefined) throw new Error(`${keyOf(this.policy)}: a request without problems could not be read`);
    return new Result(compiled, chart);
  }

  /** The same for a JSON document, as text or bytes.
   * @param {unknown} data
   */
  checkJson(data) {
    return ofJson(data, (request) => this.check(request));
  }
}

/** The validator of one version by itself.
 * @param {CompiledPolicy} policy
 */
export function validatorOf(policy) {
  return new Validator(policy, new Map(policy.facts.map((fact) => [fact.name, [keyOf(policy)]])));
}

/** The answers of some policies together.
 * @param {readonly CompiledPolicy[]} policies
 */
export function catalogOf(policies) {
  return new Catalog(policies);
}

export class Catalog {
  /** @type {Map<string, Validator>} */
  #validators = new Map();
  /** @type {readonly Entry[]} */
  #policies;
  /** @type {readonly Entry[]} */
  #programs;
  /** @type {ReadonlyMap<string, CompiledPolicy>} */
  #versions;
  /** The versions that ask for each fact. @type {Map<string, string[]>} */
  #askers = new Map();

  /** @param {readonly CompiledPolicy[]} policies */
  constructor(policies) {
    const ordered = [...policies].sort(
      (one, other) => compared(one.id, other.id) || compared(one.effective, other.effective),
    );
    this.#policies = entriesOf(ordered.filter((policy) => !policy.program));
    this.#programs = entriesOf(ordered.filter((policy) => policy.program));
    const known = [...this.#policies, ...this.#programs].flatMap((entry) => entry.versions);
    this.#versions = new Map(known.map((policy) => [keyOf(policy), policy]));
    if (this.#versions.size < policies.length) throw new RangeError("one version of a policy is given twice");
    for (const policy of ordered) {
      for (const { name } of policy.facts) this.#askers.set(name, [...(this.#askers.get(name) ?? []), keyOf(policy)]);
    }
    /** @type {(request: unknown, options?: {policy?: string}) => Result} */
    this.check = (request, options) => this.#answer(request, this.#named(options));
    /** @type {(data: unknown, options?: {policy?: string}) => Result} */
    this.checkJson = (data, options) => {
      const named = this.#named(options);
      return ofJson(data, (request) => this.#answer(request, named));
    };
    /** @type {(request: unknown) => Result} */
    this.scope = (request) => this.#scope(plain(request));
    /** @type {(data: unknown) => Result} */
    this.scopeJson = (data) => ofJson(data, this.scope);
    /** @type {(policy: string, version?: string) => Validator} */
    this.validator = (policy, version = "") => {
      let named = this.#known(policy);
      if (version !== "") named = this.#known(`${policy}@${version}`);
      return this.#validator(keyOf("versions" in named ? versionOn(named, null) : named));
    };
    /** @type {() => string[]} */
    this.knownVersions = () => [...this.#versions.keys()];
    Object.freeze(this);
  }

  /** @param {string} key */
  #validator(key) {
    const known = this.#validators.get(key);
    if (known !== undefined) return known;
    const policy = this.#versions.get(key);
    if (policy === undefined) throw this.#unknown(key);
    const made = new Validator(policy, this.#askers);
    this.#validators.set(key, made);
    return made;
  }

  /** @param {string} name */
  #unknown(name) {
    return new RangeError(`there is no policy ${name}; known are ${[...this.#versions.keys()].join(", ")}`);
  }

  /** The version that a name such as `esi@6.0.0` stands for; for `esi` alone the policy, with all its versions.
   * @param {unknown} name
   * @returns {CompiledPolicy | Entry}
   */
  #known(name) {
    if (typeof name !== "string") {
      throw new TypeError('a policy is named by its id, alone or with a version, such as "esi@6.0.0"');
    }
    const entries = [...this.#policies, ...this.#programs];
    const known = this.#versions.get(name) ?? entries.find((entry) => entry.id === name);
    if (known === undefined) throw this.#unknown(name);
    return known;
  }

  /** What the options of `check` name, if anything.
   * @param {unknown} options
   */
  #named(options) {
    if (options === undefined) return null;
    if (!isRecord(options) || Object.keys(options).some((key) => key !== "policy")) {
      throw new TypeError('options have the key `policy` alone, as in {policy: "esi@6.0.0"}');
    }
    const { policy } = options;
    return policy === undefined || policy === "" ? null : this.#known(policy);
  }

  /** @param {unknown} request
   * @param {CompiledPolicy | Entry | null} named
   */
  #answer(request, named) {
    if (named !== null && !("versions" in named)) return this.#validator(keyOf(named)).check(request);
    const chosen = named === null ? this.#chosen(request) : null;
    if (chosen !== null) return this.#validator(chosen).check(request);
    const again = plain(request);
    const chosenAgain = named === null ? this.#choice(again) : this.#inForceOf(named, again);
    if (chosenAgain !== null) return this.#validator(chosenAgain).check(again);
    const beside = this.#scope(again);
    if (beside.outcome === OUT_OF_SCOPE) return beside;
    return invalid(named === null ? this.#whyNone(again) : [noneOnThatDay(named)]);
  }

  /** The version of a policy for a request that `plain` returned, if one is in force on the day of receipt.
   *
   * A program itself says that it is not.
   * @param {Entry} entry
   * @param {unknown} request
   */
  #inForceOf(entry, request) {
    const day = isRecord(request) ? dayIn(request) : null;
    const version = versionOn(entry, day);
    return this.#programs.includes(entry) || isInForce(version, day) ? keyOf(version) : null;
  }

  /** @param {unknown} request */
  #chosen(request) {
    try {
      return this.#choice(request);
    } catch {
      return null; // what a getter or a proxy throws
    }
  }

  /** The version that answers a request, if its codes and its date choose one.
   * @param {unknown} request
   */
  #choice(request) {
    if (!isRecord(request)) return null;
    const codes = own(request, "codes");
    const received = own(request, "received_date");
    if (!Array.isArray(codes) || codes.length > MOST_CODES) return null;
    const isStated = received !== undefined && received !== null;
    const day = !isStated ? null : typeof received === "string" ? dayOf(received) : NaN;
    if (Number.isNaN(day)) return null;
    const fitting = this.#fitting(codes);
    if (fitting.length !== 1 || this.#isOfAnotherService(codes, fitting[0])) return null;
    const version = versionOn(fitting[0], day);
    return isInForce(version, day) ? keyOf(version) : null;
  }

  /** The answer of the program, from its own facts; `request` is what `plain` returned.
   * @param {unknown} request
   */
  #scope(request) {
    if (this.#programs.length === 0) return invalid([problem("", "no program is known here", "no-program")]);
    if (!isRecord(request)) return invalid([NO_OBJECT]);
    const validator = this.#validator(keyOf(versionOn(this.#programs[0], dayIn(request))));
    const names = validator.policy.facts.map((fact) => fact.name);
    /** @type {Record<string, unknown>} */
    const asked = Object.create(null);
    for (const key of Object.keys(request)) {
      if (names.includes(key) || !this.#askers.has(key)) asked[key] = request[key];
    }
    return validator.check(asked);
  }

  /** Why no policy answers a request that `plain` returned.
   * @param {unknown} request
   * @returns {readonly Problem[]}
   */
  #whyNone(request) {
    if (!isRecord(request)) return [NO_OBJECT];
    const choosing = this.#choosing();
    /** @type {Record<string, unknown>} */
    const stated = Object.create(null);
    for (const { name } of choosing) if (name in request) stated[name] = request[name];
    const broken = problemsOf(choosing, stated, this.#askers);
    if (broken.length > 0) return broken;
    const codes = /** @type {string[]} */ (own(request, "codes") ?? []);
    if (codes.length === 0) {
      const words = "must list the procedure codes on the request: they choose the policy";
      const near = guess(Object.keys(request).filter((key) => !this.#askers.has(key)), ["codes"]);
      return [problem("/codes", words + near, "codes-missing")];
    }
    const fitting = this.#fitting(codes);
    const services = this.#services(codes);
    const ids = [...new Set([...fitting.map((entry) => entry.id), ...services.map((service) => service.id)])];
    if (ids.length > 1 && fitting.length > 0) {
      const words = `these are codes of ${ids.length} services (${listed(ids, "and")}); send one request for each`;
      return [problem("/codes", words, "several-services")];
    }
    if (fitting.length > 0) return [noneOnThatDay(fitting[0])];
    if (services.length > 0) {
      const titles = services.map((service) => service.title).join(" and ");
      const words = `${titles}: a service of the program, and no policy here encodes it`;
      return [problem("/codes", words, "service-not-encoded")];
    }
    return [problem("/codes", "none of the policies here lists a code of this request", "unknown-service")];
  }

  /** The policies that list one of these codes.
   * @param {readonly unknown[]} codes
   */
  #fitting(codes) {
    return this.#policies.filter((entry) => codes.some((code) => entry.codes.has(/** @type {string} */ (code))));
  }

  /** Whether a code belongs to another service of the program than the one of the policy.
   * @param {readonly unknown[]} codes
   * @param {Entry} entry
   */
  #isOfAnotherService(codes, entry) {
    const others = /** @type {string[]} */ (codes.filter((code) => !entry.codes.has(/** @type {string} */ (code))));
    return this.#programs.some((program) => others.some((code) => program.codes.has(code)));
  }

  /** The services of the program that list one of these codes, even if the request is invalid.
   * @param {readonly string[]} codes
   */
  #services(codes) {
    const known = this.#programs.flatMap((program) => program.versions[program.versions.length - 1].services);
    return known.filter((service) => service.codes.some((code) => codes.includes(code)));
  }

  /** The facts that choose a policy and its version, with their rules: every policy has the same ones.
   * @returns {readonly Fact[]}
   */
  #choosing() {
    const [entry] = [...this.#programs, ...this.#policies];
    const facts = entry === undefined ? [] : entry.versions[entry.versions.length - 1].facts;
    return facts.filter(({ name }) => name === "codes" || name === "received_date");
  }
}

/** @param {unknown} data
 * @param {(request: unknown) => Result} answer
 */
function ofJson(data, answer) {
  let request;
  try {
    request = readJson(data);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return invalid([problem("", error.message, error.code)]);
  }
  return answer(request);
}

/** @param {readonly Problem[]} problems */
function invalid(problems) {
  return new Result(NO_POLICY, null, Object.freeze([...problems]));
}

/** @param {Record<string, unknown>} record
 * @param {string} key
 */
function own(record, key) {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The day of receipt; null where the request states none.
 * @param {Record<string, unknown>} request
 */
function dayIn(request) {
  const received = own(request, "received_date");
  const day = typeof received === "string" ? dayOf(received) : NaN;
  return Number.isNaN(day) ? null : day;
}

/** @param {Entry} entry */
function noneOnThatDay({ id, versions }) {
  const { until } = versions[versions.length - 1];
  const known = `from ${versions[0].effective} on${until === null ? "" : ` and before ${until}`}`;
  const words = `the criteria of ${id.replaceAll("_", " ")} are known here ${known}, and not for that day`;
  return problem("/received_date", words, "no-version-on-that-day");
}

/** @param {CompiledPolicy} policy */
function keyOf(policy) {
  return `${policy.id}@${policy.version}`;
}

/** @param {string} one
 * @param {string} other
 */
function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Policies in order, by id.
 * @param {readonly CompiledPolicy[]} ordered
 * @returns {readonly Entry[]}
 */
function entriesOf(ordered) {
  const ids = [...new Set(ordered.map((policy) => policy.id))];
  return ids.map((id) => {
    const versions = ordered.filter((policy) => policy.id === id);
    const codes = new Set(versions.flatMap((policy) => policy.codes.map(({ code }) => code)));
    return { id, title: versions[versions.length - 1].title, codes, versions };
  });
}

/** The version in force on a day; before the first and after the last, the nearest; without a day, the newest.
 * @param {Entry} entry
 * @param {number | null} day
 */
function versionOn({ versions }, day) {
  const newest = versions[versions.length - 1];
  if (day === null) return newest;
  return versions.find(({ until }) => until === null || day < dayOf(until)) ?? newest;
}

/** @param {CompiledPolicy} version
 * @param {number | null} day
 */
function isInForce({ effective, until }, day) {
  return day === null || (dayOf(effective) <= day && (until === null || day < dayOf(until)));
}
