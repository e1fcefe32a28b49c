// What the package understands, line by line: {fact, text, today?}; the answer is what was understood, and what to write.
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const { understood, whatToWrite } = await import(`${folder}/index.js`);

for await (const line of createInterface({ input: process.stdin })) {
  const { fact, text, today } = JSON.parse(line);
  const { value, shown, why } = understood(fact, text, { today });
  console.log(JSON.stringify([...(why === undefined ? [value, shown] : [why]), whatToWrite(fact)]));
}
