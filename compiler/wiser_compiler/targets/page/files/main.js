/** The page: what is answered so far, and everything that is shown of it. Nothing is kept, and nothing leaves the page. */

import { askList } from "../runtime/ask.js";
import { oddDays } from "../runtime/odd_days.js";
import { calculators } from "./calculators.js";
import { codesField } from "./codes.js";
import { el, empty, hold, linkTo, say } from "./elements.js";
import { question } from "./fields.js";
import { loaded, save } from "./files.js";
import { panelIn } from "./panel.js";
import { showPrinted } from "./printed.js";
import { mattering, sections } from "./questions.js";
import { showRows } from "./rows.js";
import { answered, knownOf, newestOf } from "./service.js";
import { citation, dayInWords, inWords, many } from "./words.js";

/** @typedef {import("../types.d.ts").Fact} Fact */

const at = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));

const known = knownOf(JSON.parse(at("policies").textContent));
const services = newestOf(known.services);
const today = dayOn(new Date());

/** What is answered. @type {import("../types.d.ts").Json} */
let request = {};
/** What is typed and not understood, by the place of the field. @type {Map<string, {ask: string, wrong: string}>} */
const wrong = new Map();
let isSaved = true;
/** What is printed: the version whose sheet it is, and what fills it in. */
let key = "";
/** @type {(() => import("../sheet.d.ts").Filling) | null} */
let filling = null;

/** @type {import("./fields.js").Page} */
const page = {
  today,
  common: (name) => (name === "state" ? known.start.states.map(({ id }) => id) : []),
  codes: (fact, id, value, told) => codesField(services, fact, id, value, page, told),
  wrong(id, ask, message) {
    if (message === undefined) wrong.delete(id);
    else wrong.set(id, { ask, wrong: message });
  },
};

const parts = frame();
const showPanel = panelIn(at("panel"));
show();
parts.questions.addEventListener("input", () => {
  isSaved = false; // also while a word is half typed
});
addEventListener("beforeprint", () => {
  showPrinted(at("printed"), key, document.documentElement.classList.contains("large"), filling);
});
addEventListener("beforeunload", (event) => {
  if (!isSaved) event.preventDefault();
});

/** A day on the clock of this computer, as YYYY-MM-DD.
 * @param {Date} time
 */
function dayOn(time) {
  const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** @param {string} name
 * @param {any} value
 */
function answer(name, value) {
  const { [name]: _, ...others } = request;
  request = value === undefined ? others : { ...others, [name]: value };
  isSaved = Object.keys(request).length === 0 && wrong.size === 0;
  show();
}

/** What stays on the page, whatever is answered. */
function frame() {
  const version = el("p", { class: "version" });
  const told = el("div", { class: "told", role: "status", "aria-live": "polite" });
  const file = el("input", { type: "file", accept: ".json,application/json", class: "unseen", tabindex: "-1", "aria-label": "A saved request", id: "file",
    change: () => load(file, told) });
  const large = el("button", { type: "button", "aria-pressed": "false", click: () => {
    const isLarge = document.documentElement.classList.toggle("large");
    large.setAttribute("aria-pressed", String(isLarge));
  } }, "Larger text");
  at("head").append(
    el("h1", {}, document.title), version,
    el("div", { class: "tools", role: "group", "aria-label": "This request" },
      el("button", { type: "button", click: () => {
        save(request);
        isSaved = true;
        told.replaceChildren(el("p", {}, "Saved as wiser-request.json, where this browser puts its downloads. It holds what you filled in: keep it as you keep the chart."));
      } }, "Save to a file"),
      el("button", { type: "button", click: () => file.click() }, "Load a file"), file,
      el("button", { type: "button", click: () => window.print() }, "Print"),
      el("button", { type: "button", id: "clear", click: () => clear(told) }, "Clear all"),
      large),
    told,
    el("details", { class: "private" }, el("summary", {}, "Nothing leaves this computer"),
      el("p", {}, "This page is one file. It sends nothing, fetches nothing, and keeps nothing when you close it. What you fill in is saved only when you press “Save to a file”."),
      el("p", {}, "To check: take this computer off the network, and fill in the page; nothing changes. Or press F12, open “Network”, and watch it stay empty. A line at the top of the file, Content-Security-Policy, forbids this page every connection.")),
  );
  const problems = el("div", { id: "problems" });
  const notices = el("div", { id: "notices" });
  const questions = el("section", { id: "questions", tabindex: "-1", "aria-label": "Questions" });
  const rows = el("section", { id: "rows" });
  at("main").append(problems, notices, questions,
    el("details", { class: "fold", id: "all-rows" }, el("summary", {}, el("h2", {}, "All rows of this checklist, and why")), rows),
    calculators(known, page));
  const foot = el("p", {});
  at("foot").append(foot, el("p", {}, "This page looks at paperwork only. It is no decision about payment, and no medical or legal advice. CPT is a registered trademark of the American Medical Association; the labels beside codes are ours."));
  return { version, problems, notices, questions, rows, foot };
}

/** Show what follows from the answers. */
function show() {
  const { aside, policy, problems, result } = answered(known, request);
  const used = Object.fromEntries(Object.entries(request).filter(([name]) => !aside.includes(name)));
  const asked = result === null ? [] : mattering(result, used);
  const shown = new Set([...asked, ...Object.keys(used), ...[...wrong.keys()].map((id) => id.split("-")[1])]);
  const open = asked.filter((name) => !Object.hasOwn(used, name)).length;
  showQuestions(result === null ? sections(policy, new Set()).slice(0, 1) : sections(policy, shown), new Set(asked));
  /** @type {import("./wanted.js").AskList | null} */
  let list = null;
  const asks = () => (list ??= askList(/** @type {import("../runtime/result.js").Result} */ (result), { today }));
  showPanel({ result, asks, problems, open });
  showRows(parts.rows, result);
  at("all-rows").hidden = result === null;
  filling = result === null ? null : () => ({ result, request: used, asked: asks() });
  key = `${policy.id}@${policy.version}`;
  at("printed").replaceChildren();
  showNotices(result, policy, problems, aside, used);
  showWrong();
  say(parts.version, result === null && services.length > 1 ? `Checklists of ${services.length} services.` : versionOf(policy));
  say(parts.foot, `${policy.sources.filter(({ secondary }) => !secondary).map((source) => citation({ title: "", version: "", section: "", ...source, source: "", place: "" })).join("; ")}. Checklist ${policy.id} ${policy.version}, ${policy.meaning.slice(0, 12)}.`);
}

/** @param {readonly import("./questions.js").Section[]} all
 * @param {ReadonlySet<string>} asked The facts that still matter.
 */
function showQuestions(all, asked) {
  hold(parts.questions, all, ({ title }) => title,
    ({ title, by }) => el("section", { class: "section" },
      el("h2", {}, title, el("span", { class: "open-count" })),
      el("p", { class: "by" }, by === "" ? "" : `Who has it: ${by}`), el("div", {})),
    (element, { facts }) => {
      const open = facts.filter(({ name }) => asked.has(name)).length;
      say(element.firstChild.lastChild, open === 0 ? "" : `${open} open`);
      hold(element.lastChild, facts, (fact) => JSON.stringify(fact),
        (fact) => question(fact, `q-${fact.name}`, request[fact.name], page, (value) => answer(fact.name, value)),
        (made, { name }) => made.classList.toggle("open", asked.has(name)));
    });
}

/** What the reader should know before going on: a later edition, a version that does not fit, answers that are unused.
 * @param {import("../runtime/result.js").Result | null} result
 * @param {import("../types.d.ts").CompiledPolicy} policy
 * @param {readonly {path: string, rule: string}[]} problems
 * @param {readonly string[]} aside
 * @param {import("../types.d.ts").Json} used
 */
function showNotices(result, policy, problems, aside, used) {
  const later = result?.laterEditions ?? [];
  const known = policy.known_editions.filter((edition) => edition.from <= today && !later.includes(edition));
  const texts = [
    ...(result === null ? [] : oddDays(policy, used)).map((said) => (said.endsWith("?") ? said : `${said}.`)),
    ...problems.filter(({ path }) => path === "/received_date").map(() => "No checklist here is for a request received on that day. Look at the date, or ask for a newer page."),
    ...later.map(({ from, known, name }) => `A later edition of the guide is known (${name}), and concerns requests received since ${dayInWords(from)}. It is not in this checklist. ${inWords(known)}`),
    ...known.map(({ from, name }) => `Today is past ${dayInWords(from)}: a later edition of the guide is known (${name}), and is not in this checklist.`),
    ...(result !== null && policy.until !== null && policy.until <= today ? [`This version is for requests received before ${dayInWords(policy.until)}.`] : []),
    ...(aside.length > 0 && result !== null ? [`${many(aside.length, "answer")} that this version of the checklist does not ask ${aside.length === 1 ? "is" : "are"} kept, and not used.`] : []),
  ];
  parts.notices.replaceChildren(...texts.map((text) => el("p", { class: "notice" }, text)));
}

/** What cannot be read, with a way to each. */
function showWrong() {
  for (const id of [...wrong.keys()]) if (at(id) === null) wrong.delete(id); // its question is gone
  const all = [...wrong];
  parts.problems.className = all.length > 0 ? "problems" : "";
  parts.problems.replaceChildren(...(all.length === 0 ? [] : [
    el("h2", {}, `${many(all.length, "answer")} cannot be read, and ${all.length === 1 ? "is" : "are"} not used`),
    el("ul", {}, ...all.map(([id, each]) => el("li", {}, linkTo(id, `${each.ask} ${each.wrong}`)))),
  ]));
}

/** @param {import("../types.d.ts").CompiledPolicy} policy */
function versionOf(policy) {
  const until = policy.until === null ? "or later" : `to the day before ${dayInWords(policy.until)}`;
  const title = services.length === 1 ? "Checklist" : `${policy.title}: checklist`;
  return `${title} ${policy.version}, for requests received ${dayInWords(policy.effective)} ${until}.`;
}

/** Ask before everything is cleared.
 * @param {Element} told
 */
function clear(told) {
  const dialog = el("dialog", { "aria-labelledby": "clear-title" },
    el("h2", { id: "clear-title" }, "Clear all answers?"),
    el("p", {}, isSaved ? "The page will be empty." : "What you filled in is not saved. The page will be empty."),
    el("div", { class: "tools" },
      el("button", { type: "button", click: () => {
        dialog.close();
        refill({});
        told.replaceChildren(el("p", {}, "All answers are cleared."));
      } }, "Clear all"),
      el("button", { type: "button", autofocus: true, click: () => dialog.close() }, "Keep them")));
  dialog.addEventListener("close", () => {
    dialog.remove();
    at("clear").focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {any} file
 * @param {Element} told
 */
async function load(file, told) {
  const [chosen] = file.files;
  if (chosen === undefined) return;
  const { request: found, told: lines } = loaded(known, await chosen.arrayBuffer(), today);
  file.value = "";
  if (found !== null) refill(found);
  const line = found === null ? "This file was not loaded." : `Loaded ${many(Object.keys(found).length, "answer")}.`;
  told.replaceChildren(el("p", {}, line), ...(lines.length === 0 ? [] : [el("ul", {}, ...lines.map((text) => el("li", {}, text)))]));
}

/** Begin anew with these answers.
 * @param {import("../types.d.ts").Json} answers
 */
function refill(answers) {
  request = answers;
  isSaved = true;
  wrong.clear();
  for (const section of parts.questions.children) empty(section.lastElementChild);
  empty(parts.questions);
  show();
}
