// Times validators in Node by turns: reads {schema, columns: {name: [...]}, rounds, milliseconds} from standard input,
// and prints for each column and subject the microseconds of processor time for one request in every round. A column
// `accepted` is added: those of `mixed` that the schema accepts, so that ajv has to look at all of it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { default: Ajv2020 } = createRequire(`${process.cwd()}/`)("ajv/dist/2020.js"); // run in tests/node
const { validatorOf } = await import("../../generated/javascript/index.js");
const { default: esi } = await import("../../generated/javascript/policies/esi/v6_0_0.js");

const { columns, milliseconds, rounds, schema } = JSON.parse(readFileSync(0, "utf8"));
const accepts = new Ajv2020().compile(schema);
const findsAll = new Ajv2020({ allErrors: true }).compile(schema);
const validator = validatorOf(esi);
let kept; // so that no call is left out as useless

const subjects = {
  "ajv on the schema ready, up to the first fault": accepts,
  "ajv on the schema ready, every fault": findsAll,
  "check: types, verdicts": (request) => validator.check(request),
  "check, gaps: and what is missing": (request) => validator.check(request).gaps(),
  "check, asDict: as JSON values": (request) => validator.check(request).asDict(),
  "JSON.parse alone": (_request, text) => JSON.parse(text),
  "checkJson: read strictly, types, verdicts": (_request, text) => validator.checkJson(text),
};

function turn(call, requests, texts, loops) {
  const start = process.cpuUsage();
  for (let loop = 0; loop < loops; loop++) {
    for (let each = 0; each < requests.length; each++) kept = call(requests[each], texts[each]);
  }
  const { system, user } = process.cpuUsage(start);
  return (system + user) / loops / requests.length;
}

const found = {};
columns.accepted = columns.mixed.filter((request) => accepts(request));
for (const [column, requests] of Object.entries(columns)) {
  const texts = requests.map((request) => JSON.stringify(request));
  const loops = {};
  for (const [name, call] of Object.entries(subjects)) {
    const end = performance.now() + 5 * milliseconds;
    let once = turn(call, requests, texts, 1);
    while (performance.now() < end) once = turn(call, requests, texts, 5); // until it is compiled
    loops[name] = Math.max(1, Math.ceil((milliseconds * 1000) / Math.max(once, 0.1) / requests.length));
  }
  found[column] = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(subjects)) found[column][name].push(turn(call, requests, texts, loops[name]));
  }
}
console.log(JSON.stringify({ node: process.version, found, kept: kept !== undefined }));
