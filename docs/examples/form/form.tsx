/** The form of one policy, and beside it what the chart still lacks, anew after every answer. */

import Form from "@rjsf/core";
import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import formats from "@rjsf/validator-ajv8";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { NOTICE, nextQuestion, requestFromForm, validatorOf } from "wiser-policies";
import type { Outcome } from "wiser-policies";
import esi from "wiser-policies/policies/esi/v6_0_0.js";
import schema from "../../../generated/forms/esi/6.0.0/form.schema.json";
import ui from "../../../generated/forms/esi/6.0.0/ui.schema.json";

const validator = validatorOf(esi);

/** What an outcome says to the person who prepares the request. A new outcome would be an error here. */
const HEADINGS: Partial<Record<Outcome, string>> = {
  ready: "Every question of this policy is answered",
  incomplete: "Something is still missing from the chart",
  "not met": "The chart says otherwise",
  "out of scope": "This policy does not concern the request",
  invalid: "An answer is not valid yet",
};

function Page() {
  const [answers, setAnswers] = useState<unknown>({});
  const result = validator.check(requestFromForm(answers, esi));
  const next = result.outcome === "invalid" ? null : nextQuestion(result);
  return (
    <>
      <section aria-live="polite">
        <h2>{HEADINGS[result.outcome]}</h2>
        {next && <p>Next, under {next.chart}: {next.fact.ask}</p>}
        <ul>
          {result.gaps().map(({ criterion, verdict }) => <li key={criterion.id}>{criterion.title}: {verdict}</li>)}
          {result.problems.map(({ path, rule }) => <li key={path}>{path} {rule}</li>)}
        </ul>
        <small>{NOTICE}</small>
      </section>
      <Form
        schema={schema as RJSFSchema}
        uiSchema={ui as UiSchema}
        validator={formats}
        formData={answers}
        onChange={({ formData }) => setAnswers(formData)}
      />
    </>
  );
}

createRoot(document.body).render(<Page />);
