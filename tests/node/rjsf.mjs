// Forms in react-jsonschema-form without a browser. For each {schema, ui, shown, valid, invalid}, which are lists of
// answers: the page and the answers with all defaults filled in, and the errors of the other answers.

import { readFileSync } from "node:fs";
import Form from "@rjsf/core";
import { getDefaultFormState } from "@rjsf/utils";
import validator from "@rjsf/validator-ajv8";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const inForm = ({ schema, ui, shown, valid, invalid }) => {
  const page = (answers) => createElement(Form, { schema, uiSchema: ui, formData: answers, validator });
  const filledIn = (answers) => getDefaultFormState(validator, schema, answers, schema);
  const errors = (answers) => validator.validateFormData(answers, schema).errors.map((e) => `${e.property} ${e.message}`);
  return {
    html: shown.map(page).map(renderToStaticMarkup),
    filled_in: shown.map(filledIn),
    untouched: filledIn({}),
    valid: valid.map(errors),
    invalid: invalid.map(errors),
  };
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(inForm)));
