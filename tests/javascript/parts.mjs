// What single functions of the package return, line by line: {guess: [keys, names]}, {most, places, numbers} for
// numbers in steps, or {validator: [name, version]} for the version that is meant or the error.
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const { validator } = await import(`${folder}/all.js`);
const { guess } = await import(`${folder}/runtime/guesses.js`);
const { unitsFor } = await import(`${folder}/runtime/units.js`);

function versionOf(names) {
  try {
    const { id, version } = validator(...names).policy;
    return `${id}@${version}`;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

function stepsOf({ numbers, places, most }) {
  const units = unitsFor(places, most);
  return { exact: typeof units.zero, steps: numbers.map((number) => String(units.of(number))) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const found = asked.guess ? guess(...asked.guess) : asked.validator ? versionOf(asked.validator) : stepsOf(asked);
  console.log(JSON.stringify(found));
}
