// Requests that no JSON reader returns, and results that are shown, sent or stored without a thought.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import vm from "node:vm";

const [folder, path] = process.argv.slice(2);
const { check, checkJson, knownVersions, scope, validator } = await import(`${folder}/all.js`);
const { catalogOf, validatorOf, formFromRequest, requestFromForm } = await import(`${folder}/index.js`);
const { default: esi } = await import(`${folder}/policies/esi/v6_0_0.js`);
const text = readFileSync(path, "utf8");
const ready = () => JSON.parse(text);
const alone = validatorOf(esi);

// Each way to ask gives the same problems, and none of them throws.
const ways = [check, (request) => check(request, { policy: "esi@6.0.0" }), (request) => alone.check(request)];
const said = (request) => ways.map((ask) => ask(request()).problems.map(({ code, path }) => `${code} ${path}`).join("; "));

function assertSaid(request, expected) {
  const make = typeof request === "function" ? request : () => request;
  assert.deepEqual(said(make), [expected, expected, expected]);
  scope(make());
}

const withFact = (name, value) => () => ({ ...ready(), [name]: value });
const thrower = () => { throw new Error("Quillfeather"); };
const SESSION = { session_date: "2026-01-05", session_region: "lumbar_sacral" };

// ---------------------------------------------------------------- values that JSON cannot hold

const notValues = {
  bigint: 5n,
  symbol: Symbol("x"),
  function: () => 5,
  date: new Date(0),
  map: new Map([["codes", 1]]),
  set: new Set(["L4-L5"]),
  regexp: /x/,
  "text in an object": new String("TX"),
  "number in an object": new Number(5),
  "an instance": new (class Chart { pain_duration = 5; })(),
  "typed array": new Uint8Array(3),
  promise: Promise.resolve(5),
  "proxy that was revoked": (() => { const made = Proxy.revocable({}, {}); made.revoke(); return made.proxy; })(),
};
for (const [name, value] of Object.entries(notValues)) {
  for (const fact of ["pregnant", "examination", "pain_duration", "service_date", "state", "planned_levels", "causes",
                      "prior_sessions"]) {
    assertSaid(withFact(fact, value), `wrong-type /${fact}`);
  }
  assertSaid(withFact("codes", value), "wrong-type /codes");
  assertSaid(withFact("codes", ["64483", value]), "wrong-type /codes");
  assertSaid(withFact("planned_levels", ["L4-L5", value]), "wrong-type /planned_levels");
  assertSaid(withFact("causes", { herniation: value }), "wrong-type /causes/herniation");
  assertSaid(withFact("prior_sessions", [value]), "not-an-object /prior_sessions/0");
  assertSaid(withFact("prior_sessions", [{ session_date: value }]), "wrong-type /prior_sessions/0/session_date");
  assertSaid(value, "not-an-object ");
  assert.equal(scope(value).problems[0].code, "not-an-object", name);
}
for (const value of [NaN, Infinity, -Infinity]) assertSaid(withFact("pain_duration", value), "out-of-range /pain_duration");
for (const value of [undefined, null, [], "{}", 5, true, [ready()]]) assertSaid(value, "not-an-object ");

// ---------------------------------------------------------------- what is not stated

// As `JSON.stringify` leaves it out.
assert.deepEqual(check({ ...ready(), decision_date: undefined, nobody: undefined }).asDict(), check(ready()).asDict());
const undated = ready();
delete undated.pain_duration;
assert.deepEqual(check({ ...ready(), pain_duration: undefined }).asDict(), check(undated).asDict());
assertSaid(withFact("codes", ["64483", undefined]), "wrong-type /codes");
assertSaid(withFact("codes", [, "64483"]), "wrong-type /codes");
const sparse = [];
sparse.length = 2 ** 32 - 1;
for (const fact of ["codes", "planned_levels", "prior_sessions"]) assertSaid(withFact(fact, sparse), `wrong-type /${fact}`);
assert.equal(check({ ...ready(), [Symbol("mrn")]: 5 }).outcome, "ready");

// ---------------------------------------------------------------- names that every object has

for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"]) {
  const named = (value) => () => JSON.parse(text.replace("{", `{${JSON.stringify(name)}: ${value}, `));
  assertSaid(named("true"), "unknown-fact ");
  assertSaid(named('{"codes": ["22514"]}'), "unknown-fact ");
  assertSaid(withFact("state", name), "unknown-option /state");
  assertSaid(withFact("planned_levels", [name]), "unknown-option /planned_levels");
  assertSaid(() => ({ ...ready(), causes: JSON.parse(`{${JSON.stringify(name)}: true}`) }), "unknown-option /causes");
  assertSaid(() => ({ ...ready(), prior_sessions: [JSON.parse(`{${JSON.stringify(name)}: 1}`)] }),
             "unknown-fact /prior_sessions/0");
  assert.throws(() => check(ready(), { policy: name }), { name: "RangeError" });
  assert.throws(() => check(ready()).stillOpen(name), { name: "RangeError" });
}

// What is inherited is not stated, whoever it is inherited from.
const heir = Object.create(null, Object.getOwnPropertyDescriptors(ready()));
assert.deepEqual(check(heir).asDict(), check(ready()).asDict());
assertSaid(() => Object.create(ready()), "not-an-object ");
Object.prototype.sedation = "light";
Object.prototype.herniation = true;
Object.prototype.nobody = 1;
Array.prototype[70] = true;
try {
  assert.deepEqual(check(ready()).asDict(), JSON.parse(JSON.stringify(check(heir).asDict())));
  assert.equal(check({ codes: ["64483"], received_date: "2026-04-27" }).verdicts["sedation"], "missing");
} finally {
  delete Object.prototype.sedation;
  delete Object.prototype.herniation;
  delete Object.prototype.nobody;
  delete Array.prototype[70];
}

// ---------------------------------------------------------------- objects that act when they are read

const getter = (get) => () => Object.defineProperty(ready(), "pain_duration", { get, enumerable: true });
assertSaid(getter(thrower), "wrong-type /pain_duration");
assertSaid(() => ({ ...ready(), causes: { get herniation() { return thrower(); } } }), "wrong-type /causes/herniation");
let asked = 0;
assert.equal(alone.check(getter(() => (asked++ ? "mm" : 10))()).outcome, "ready");
assert.equal(asked, 1); // what was checked is what is used
for (const trap of ["ownKeys", "get", "getPrototypeOf", "has", "getOwnPropertyDescriptor"]) {
  const hostile = (target) => new Proxy(target, { [trap]: thrower });
  for (const make of [() => hostile(ready()), withFact("codes", hostile(["64483"])), withFact("causes", hostile({})),
                      withFact("prior_sessions", [hostile({ ...SESSION })])]) {
    for (const ask of [...ways, scope]) assert.ok(!String(ask(make()).problems.map((found) => found.rule)).includes("Quill"));
  }
}
assertSaid(() => new Proxy(ready(), { ownKeys: thrower }), "not-an-object ");
const endless = [];
endless.push(endless);
assertSaid(withFact("prior_sessions", endless), "not-an-object /prior_sessions/0");
const itself = ready();
itself.causes = itself;
assertSaid(() => itself, "unknown-option /causes");
let wide = [];
for (let depth = 0; depth < 40; depth++) wide = [wide, wide];
assertSaid(withFact("codes", wide), "wrong-type /codes");

// ---------------------------------------------------------------- objects from elsewhere

const foreign = vm.runInNewContext(`JSON.parse(${JSON.stringify(text)})`);
assert.deepEqual(check(foreign).asDict(), check(ready()).asDict());
const frozen = (value) => (typeof value === "object" && value ? Object.freeze(value) && Object.values(value).forEach(frozen) : 0);
const request = ready();
frozen(request);
assert.deepEqual(check(request).asDict(), check(ready()).asDict());

// A result shares nothing with the request, and who changes an answer changes no other.
const changed = ready();
const before = check(changed);
const answer = JSON.stringify(before.asDict());
changed.prior_sessions.length = 0;
changed.codes.push("22514");
changed.pain_duration = -1;
assert.equal(JSON.stringify(before.asDict()), answer);
const spoil = (value) => {
  for (const key of Object.keys(value)) {
    if (typeof value[key] === "object" && value[key]) spoil(value[key]);
    delete value[key];
  }
};
spoil(before.asDict());
spoil(check({ codes: ["64483"] }).stillOpen("session-limit"));
for (const found of before.explain()) spoil(found.asDict());
assert.equal(JSON.stringify(check(ready()).asDict()), answer);
assert.throws(() => { before.outcome = "ready"; }, { name: "TypeError" });
assert.throws(() => { before.verdicts["pain-duration"] = "met"; }, { name: "TypeError" });
assert.throws(() => { before.explain()[0].reason.words = ""; }, { name: "TypeError" });

// ---------------------------------------------------------------- a result gives no request away

const MARKS = ["Quillfeather", "1EG4", "77140093", "4711"];
const marked = { ...ready(), examination: "Mrs. Quillfeather, MBI 1EG4", imaging: "accession 77140093", pain_duration: 4711 };
const { pain_duration: _, ...less } = marked;
const results = [
  check(marked), check(less), check({ ...marked, pain_duration: "Quillfeather", "1EG4": 77140093 }), scope(marked),
  check({ ...marked, codes: ["77140093"] }), check({ ...marked, state: "CA" }), checkJson(JSON.stringify(marked)),
  check(new Proxy(marked, { get: () => { throw new Error("Quillfeather"); } })),
];
for (const result of results) {
  const shown = [
    String(result), `${result}`, result + "", JSON.stringify(result), JSON.stringify({ result }), inspect(result),
    inspect(result, { depth: Infinity, showHidden: true, getters: true }), inspect([result], { customInspect: false, depth: 9 }),
    JSON.stringify({ ...result }), JSON.stringify(Object.entries(result)), JSON.stringify(structuredClone(result)),
    JSON.stringify(Object.getOwnPropertyDescriptors(result)), JSON.stringify(result.asDict()), JSON.stringify(result.gaps()),
    inspect(result.explain(), { depth: Infinity }), inspect(new Error("x", { cause: result }), { depth: Infinity }),
    JSON.stringify(Reflect.ownKeys(result).map((key) => result[key])), inspect(result.deadlines(), { depth: Infinity }),
  ];
  for (const each of shown) for (const mark of MARKS) assert.ok(!each.includes(mark), each);
}
assert.equal(String(results[1]), "<Result of esi 6.0.0: incomplete pain-duration: missing>");
assert.equal(inspect(results[1]), String(results[1]));
assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(results[1]))), ["policy", "version", "outcome", "verdicts", "problems"]);
// Two results are equal if they say the same: tools that compare objects look at what is an object's own.
assert.deepEqual({ ...check(marked) }, { ...check({ ...marked, examination: "another page" }) });
assert.notDeepEqual({ ...check(marked) }, { ...check(less) });
assert.deepEqual(check(marked), check({ ...marked, examination: "another page" }));
assert.notDeepEqual(check(marked), check(less));

// ---------------------------------------------------------------- mistakes of the caller

const known = knownVersions().join(", ");
for (const policy of ["knee", "esi@", "esi@9.9.9", "@6.0.0", " esi@6.0.0"]) {
  const message = `there is no policy ${policy}; known are ${known}`;
  assert.throws(() => check(ready(), { policy }), { name: "RangeError", message });
}
for (const options of ["esi@6.0.0", 5, null, [], { polcy: "esi@6.0.0" }, { policy: 5 }, { policy: null }]) {
  assert.throws(() => check(ready(), options), { name: "TypeError" });
}
assert.equal(check(ready(), { policy: "" }).outcome, "ready");
assert.equal(check(ready(), {}).outcome, "ready");
assert.equal(validator("esi", "6.0.0"), validator("esi", "6.0.0"));
assert.equal(validator("esi", "6.0.0").policy, esi);
assert.equal(validator("esi"), validator("esi", "6.0.0"));
assert.throws(() => validator("esi", "7.0.0"), { name: "RangeError" });
assert.throws(() => catalogOf([esi, esi]), { name: "RangeError" });
assert.throws(() => check(ready()).stillOpen("nobody"), { name: "RangeError" });
assert.throws(() => check([]).stillOpen("pain-duration"), { name: "RangeError" });

// ---------------------------------------------------------------- forms

for (const policy of ["esi@6.0.0", {}, null, undefined]) {
  const slip = { name: "TypeError", message: /^`policy` is a compiled policy/ };
  assert.throws(() => requestFromForm({}, policy), slip);
  assert.throws(() => formFromRequest({}, policy), slip);
}
for (const request of [null, undefined, 5, "codes", []]) {
  assert.throws(() => formFromRequest(request, esi), { name: "TypeError", message: /^a request is an object/ });
}

// ---------------------------------------------------------------- fewer policies

const few = catalogOf([esi]);
assert.equal(few.check(ready()).outcome, "ready");
assert.deepEqual(few.check({ codes: ["22514"] }).problems.map((found) => found.code), ["unknown-service"]);
assert.deepEqual(few.scope(ready()).problems.map((found) => found.code), ["no-program"]);
const { default: wiser } = await import(`${folder}/policies/wiser/v6_0_0.js`);
assert.deepEqual(
  catalogOf([esi, wiser]).check({ codes: ["22514"] }).problems.map((found) => found.code), ["service-not-encoded"],
);
const none = catalogOf([]);
assert.deepEqual(none.knownVersions(), []);
assert.deepEqual(none.check(ready()).problems.map((found) => found.code), ["unknown-service"]);
console.log("done");
