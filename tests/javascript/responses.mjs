// Requests as responses of FHIR and back, line by line: {policy, request} or {policy, response} in, and what the package
// in generated/javascript makes of it out.
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const { requestOf, responseOf } = await import(`${folder}/fhir.js`);
const policies = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const path = asked.policy.replace("@", "/v").replaceAll(".", "_");
  if (!policies.has(path)) policies.set(path, (await import(`${folder}/policies/${path}.js`)).default);
  const policy = policies.get(path);
  console.log(JSON.stringify("request" in asked ? responseOf(policy, asked.request) : requestOf(policy, asked.response)));
}
