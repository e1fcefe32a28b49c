// A validator by somebody who has never seen this project's code: written from schemas/compiled-policy.schema.json and
// docs/semantics.md. Reads {policies: {key: compiled policy}, rows: [{policy, request}]} and prints the verdicts of each row.
// true is met, false is not met, null is missing. A term is [lowest, highest, exists]; what has no order has no ends (null).

const scale = 1e6; // decimals are compared as whole millionths, so that 0.1 + 0.2 is 0.3
const comparable = (value) => (typeof value === "number" ? Math.round(value * scale) : value);
const point = (value) => [comparable(value), comparable(value), true];

function shift(day, months, days) {
  const [year, month, date] = day.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(index / 12), index % 12, Math.min(date, last) + days)).toISOString().slice(0, 10);
}

const stated = (named, request, row) => ("fact" in named ? request[named.fact] : row[named.field]);

function truth(expr, request, row) {
  if ("says" in expr) return truth(expr.part, request, row);
  if ("not" in expr) {
    const found = truth(expr.not, request, row);
    return found === null ? null : !found;
  }
  if ("at_least" in expr) {
    const found = expr.of.map((part) => truth(part, request, row));
    if (found.filter((one) => one === true).length >= expr.at_least) return true;
    return found.filter((one) => one !== false).length < expr.at_least ? false : null;
  }
  if ("documented" in expr) return stated(expr.documented, request, row) === undefined ? null : true;
  if ("includes" in expr) {
    const value = stated(expr.in, request, row);
    if (value === undefined) return null;
    return Array.isArray(value) ? value.includes(expr.includes) : (value[expr.includes] ?? null);
  }
  if ("begins" in expr) return stated(expr.in, request, row)?.some((code) => code.startsWith(expr.begins)) ?? null;
  return compare(expr.compare, interval(expr.left, request, row), interval(expr.right, request, row));
}

function compare(sign, left, right) {
  if (sign === ">") return compare("<", right, left);
  if (sign === ">=") return compare("<=", right, left);
  const [low, high, exists] = left, [otherLow, otherHigh, otherExists] = right;
  if (exists === false || otherExists === false) return false;
  const known = (a, b) => a !== null && b !== null;
  let holds, fails;
  if (sign === "==") {
    const points = known(low, otherLow) && same(low, high) && same(otherLow, otherHigh);
    holds = points && same(low, otherLow);
    fails = points ? !holds : (known(high, otherLow) && high < otherLow) || (known(otherHigh, low) && otherHigh < low);
  } else {
    holds = known(high, otherLow) && (sign === "<" ? high < otherLow : high <= otherLow);
    fails = known(otherHigh, low) && (sign === "<" ? otherHigh <= low : otherHigh < low);
  }
  if (fails) return false;
  return holds && exists && otherExists ? true : null;
}

const same = (a, b) => (Array.isArray(a) && Array.isArray(b) ? [...a].sort().join() === [...b].sort().join() : a === b);

// What may be stated for a fact or a field, by name; of a list, a set or codes the least and the most it holds.
let declared;
const openEnds = {
  number: (fact) => [comparable(fact.from), comparable(fact.to)],
  date: (fact) => [fact.from, fact.to],
};
const mostOf = (fact) => (fact.type === "set" ? Object.keys(fact.options).length : fact.most);

function declare(facts) {
  declared = Object.fromEntries(facts.flatMap((fact) => [fact, ...(fact.fields ?? [])]).map((fact) => [fact.name, fact]));
}

function unstated(name) {
  const fact = declared[name];
  return [...(openEnds[fact.type]?.(fact) ?? [null, null]), true];
}

function interval(term, request, row) {
  if ("value" in term) return point(term.value);
  if ("fact" in term || "field" in term) {
    const value = stated(term, request, row);
    return value === undefined ? unstated(term.fact ?? term.field) : point(value);
  }
  if ("shift" in term) {
    const [low, high, exists] = interval(term.shift, request, row);
    return [shift(low, term.months, term.days), shift(high, term.months, term.days), exists];
  }
  if ("sum" in term) {
    const parts = term.sum.map((part) => interval(part, request, row));
    return added(parts);
  }
  if ("times" in term) {
    const [low, high, exists] = interval(term.part, request, row);
    const ends = [low * term.times, high * term.times];
    return [...(term.times < 0 ? ends.reverse() : ends), exists];
  }
  const list = term.latest ?? term.earliest ?? term.highest ?? term.lowest ?? term.total;
  const records = "count" in term ? stated(term.count, request, row) : request[list];
  if ("count" in term && records === undefined)
    return [0, comparable(mostOf(declared[term.count.fact ?? term.count.field])), true];
  const [first, last] = "by" in term ? unstated(term.by) : [];
  if (records === undefined && "total" in term)
    return [Math.min(0, first) * mostOf(declared[list]), Math.max(0, last) * mostOf(declared[list]), true];
  if (records === undefined) return [first, last, null];
  const matches = records.map((record) => (term.where ? truth(term.where, request, record) : true));
  const sure = records.filter((_, index) => matches[index] === true);
  const possible = records.filter((_, index) => matches[index] !== false);
  if ("count" in term) return [comparable(sure.length), comparable(possible.length), true];
  const at = (record, open) => (record[term.by] === undefined ? open : comparable(record[term.by]));
  if ("total" in term) {
    const unsure = possible.filter((record) => !sure.includes(record));
    return added([
      ...sure.map((record) => [at(record, first), at(record, last), true]),
      ...unsure.map((record) => [Math.min(0, at(record, first)), Math.max(0, at(record, last)), true]),
    ]);
  }
  if (possible.length === 0) return [first, last, false];
  const inOrder = (found, open) => found.map((record) => at(record, open)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const exists = sure.length ? true : null;
  return "latest" in term || "highest" in term
    ? [sure.length ? inOrder(sure, first).at(-1) : inOrder(possible, first)[0], inOrder(possible, last).at(-1), exists]
    : [inOrder(possible, first)[0], sure.length ? inOrder(sure, last)[0] : inOrder(possible, last).at(-1), exists];
}

// A sum has a value where each of its parts has one.
function added(parts) {
  const sum = (end) => parts.reduce((total, part) => total + part[end], 0);
  const all = parts.map((part) => part[2]);
  return [sum(0), sum(1), all.includes(false) ? false : all.includes(null) ? null : true];
}

function verdict(criterion, request) {
  const applies = criterion.applies_when === null ? true : truth(criterion.applies_when, request, {});
  if (applies === false) return "not applicable";
  const ways = [criterion.require, criterion.unless].filter((way) => way !== null);
  const met = truth({ at_least: 1, of: ways }, request, {});
  return met === true ? "met" : met === false && applies === true ? "not met" : "missing";
}

let text = "";
for await (const chunk of process.stdin) text += chunk;
const { policies, rows } = JSON.parse(text);
const answers = rows.map(({ policy, request }) => {
  declare(policies[policy].facts);
  return Object.fromEntries(policies[policy].criteria.map((criterion) => [criterion.id, verdict(criterion, request)]));
});
console.log(JSON.stringify(answers));
