// Generators of code and a validator, each loaded once for all policies: `node schemas.mjs FOLDER`.
//
// FOLDER/plan.json has for each policy its `id`, `schemas` (request, ready, result), the same in draft-07 as `twins`, and
// `values` to judge by each. FOLDER/<id>/ gets the generated code, and FOLDER/report.json every verdict.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { compile } from "json-schema-to-typescript";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { InputData, JSONSchemaInput, quicktype } from "quicktype-core";

const folder = process.argv[2];
const report = {};
for (const { id, schemas, twins, values } of JSON.parse(readFileSync(`${folder}/plan.json`, "utf-8"))) {
  mkdirSync(`${folder}/${id}`, { recursive: true });
  report[id] = { warnings: [], any: {}, verdicts: {} };
  for (const [name, schema] of Object.entries(schemas)) {
    const path = `${folder}/${id}/${schema.title}`;
    const judges = { ...validators(schema, twins[name], report[id].warnings), zod: await fromZod(schema, path) };
    if (name !== "ready") judges.quicktype = await types(schema, path);
    report[id].any[name] = readFileSync(`${path}.zod.mjs`, "utf-8").split("z.any()").length - 1;
    report[id].verdicts[name] = Object.fromEntries(
      Object.entries(judges).map(([judge, accepts]) => [judge, values[name].map(accepts)]),
    );
  }
}
writeFileSync(`${folder}/report.json`, JSON.stringify(report));

function validators(schema, twin, warnings) {
  const warn = (text) => warnings.push(text);
  const options = { strict: true, strictTypes: true, strictTuples: true, strictRequired: true };
  options.logger = { log: warn, warn, error: warn };
  const [ajv, draft07] = [new Ajv2020(options).compile(schema), new Ajv(options).compile(twin)];
  return { ajv: (value) => ajv(value), "draft-07": (value) => draft07(value) };
}

async function fromZod(schema, path) {
  writeFileSync(`${path}.zod.mjs`, jsonSchemaToZod(schema, { module: "esm" }));
  const { default: zod } = await import(pathToFileURL(`${path}.zod.mjs`));
  return (value) => zod.safeParse(value).success;
}

// Types by json-schema-to-typescript, and by quicktype in two languages; the reader that quicktype writes beside them.
async function types(schema, path) {
  writeFileSync(`${path}.ts`, await compile(schema, schema.title, { ignoreMinAndMaxItems: true, format: false }));
  for (const [lang, file] of [["typescript", `${path}.quick.ts`], ["python", `${path}_quick.py`]]) {
    const source = new JSONSchemaInput(undefined);
    await source.addSource({ name: schema.title, schema: JSON.stringify(schema) });
    const inputData = new InputData();
    inputData.addInput(source);
    writeFileSync(file, (await quicktype({ inputData, lang })).lines.join("\n"));
  }
  const { Convert } = await import(pathToFileURL(`${path}.quick.ts`));
  return (value) => {
    try {
      Convert[`to${schema.title}`](JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };
}
