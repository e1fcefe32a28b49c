// A page with one form, bundled for a browser. Reads {schema, ui, answers}; `window.answers` are those of the form.

import { readFileSync } from "node:fs";
import { build } from "esbuild";

const source = `
  import Form from "@rjsf/core";
  import validator from "@rjsf/validator-ajv8";
  import { createElement } from "react";
  import { createRoot } from "react-dom/client";
  const { schema, ui, answers } = ${readFileSync(0, "utf8")};
  const onChange = ({ formData }) => { window.answers = formData; };
  const props = { schema, uiSchema: ui, formData: answers, validator, onChange };
  createRoot(document.body).render(createElement(Form, props));
`;
const contents = { contents: source, resolveDir: import.meta.dirname };
const define = { "process.env.NODE_ENV": '"production"' };
const [{ text }] = (await build({ stdin: contents, bundle: true, write: false, minify: true, define })).outputFiles;
const script = text.replaceAll("</script", "<\\/script");
console.log(`<!doctype html><html lang="en"><title>Form</title><body></body><script>${script}</script></html>`);
