// Next questions and forms by the package, line by line. The first line has policies by key. Each other line is
// {policy, request, skip, beyondNotMet} for the next question, {policy, answers} for the request of a form, or
// {policy, saved} for the answers that state a request; {policy, turning} for the places that decide the missing criteria
// of a request when all is stated bit by bit.
import { createInterface } from "node:readline";

const [folder] = process.argv.slice(2);
const { formFromRequest, nextQuestion, requestFromForm, validatorOf } = await import(`${folder}/index.js`);
const { Interview } = await import(`${folder}/runtime/questions.js`);
const { Compiled } = await import(`${folder}/runtime/compiled.js`);

function turningPlaces(policy, request) {
  const compiled = new Compiled(policy);
  const chart = compiled.read(request);
  const missing = policy.criteria.flatMap(({ id }, number) => (compiled.verdicts(chart)[number] === "missing" ? [[id, number]] : []));
  const interview = new Interview(compiled, chart, []);
  const found = missing.map(([id, number]) => [id, interview.turning(interview.stage(number, request, chart))]);
  return Object.fromEntries(found.map(([id, turning]) => [id, turning && turning.place]));
}

let validators;
for await (const line of createInterface({ input: process.stdin })) {
  const { policy, request, answers, saved, turning, ...options } = JSON.parse(line);
  if (validators === undefined) {
    validators = new Map(Object.entries(JSON.parse(line)).map(([key, data]) => [key, validatorOf(data)]));
    continue;
  }
  const validator = validators.get(policy);
  const found =
    answers !== undefined ? requestFromForm(answers, validator.policy)
    : saved !== undefined ? formFromRequest(saved, validator.policy)
    : turning !== undefined ? turningPlaces(validator.policy, turning)
    : nextQuestion(validator.check(request), options)?.asDict() ?? null;
  console.log(JSON.stringify(found));
}
