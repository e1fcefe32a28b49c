// Ask lists by the package, line by line. The first line has policies by key; each other line is {policy, request, today}.
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const { askList, validatorOf } = await import(`${folder}/index.js`);

let validators;
for await (const line of createInterface({ input: process.stdin })) {
  const { policy, request, today } = JSON.parse(line);
  if (validators === undefined) {
    validators = new Map(Object.entries(JSON.parse(line)).map(([key, data]) => [key, validatorOf(data)]));
    continue;
  }
  console.log(JSON.stringify(askList(validators.get(policy).check(request), { today })));
}
