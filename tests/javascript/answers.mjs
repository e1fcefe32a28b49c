// Answers requests line by line, as the package in generated/javascript does. The first line has the policies beside those
// of the package, by key. Each other line is {policy, request, open} or {policy, document, open}: `policy` is a key or
// empty, `open` the criteria whose open part is asked for, and "whole" asks for the answer itself in place of its digest.
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const all = await import(`${folder}/all.js`);
const { validatorOf } = await import(`${folder}/index.js`);

// JSON has no NaN and no infinity, and Python reads and writes them.
const NUMBERS = { NaN, Infinity, "-Infinity": -Infinity };

function revived(_key, value) {
  const isNumber = value !== null && typeof value === "object" && Object.hasOwn(value, "$number");
  return isNumber ? NUMBERS[value.$number] : value;
}

let others;
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line, revived);
  if (others === undefined) {
    others = new Map(Object.entries(asked).map(([key, policy]) => [key, validatorOf(policy)]));
    continue;
  }
  const { policy, scope, open = [], whole } = asked;
  const of = others.get(policy) ?? all;
  const options = of === all && policy ? { policy } : undefined;
  const result =
    "document" in asked
      ? scope ? all.scopeJson(asked.document) : of.checkJson(asked.document, options)
      : scope ? all.scope(asked.request) : of.check(asked.request, options);
  const answer = {
    result: result.asDict(),
    summary: result.asSummary(),
    text: String(result),
    open: Object.fromEntries(open.filter((id) => id in result.verdicts).map((id) => [id, result.stillOpen(id)])),
  };
  const text = JSON.stringify(answer);
  // As in Python, where numbers may end in `.0`: of those that stand in texts as well.
  const alike = text.replace(/(?<=[0-9])\.0(?=[\],}])/g, "");
  console.log(whole ? text : createHash("sha256").update(alike).digest("hex"));
}
