/** An application in TypeScript that uses the JavaScript package as its types say. */

import { NOTICE, catalogOf, validatorOf } from "wiser-policies";
import type { Catalog, CompiledPolicy, Explanation, Fact, Outcome, Problem, Result, Verdict } from "wiser-policies";
import type { Summary } from "wiser-policies";
import { check, checkJson, knownVersions, scope, scopeJson, validator } from "wiser-policies/all";
import type { CriterionIds, Requests } from "wiser-policies/all";
import { VERSIONS } from "wiser-policies/policies";
import esi from "wiser-policies/policies/esi/v6_0_0.js";
import type { PriorSessionsRecord, Request } from "wiser-policies/policies/esi/v6_0_0.js";

const sessions: PriorSessionsRecord[] = [{ session_date: "2025-10-06", session_region: "lumbar_sacral" }];
const request: Request = {
  codes: ["64483"],
  received_date: "2026-04-27",
  state: "TX",
  pain_duration: 10,
  pregnant: false,
  causes: { herniation: true },
  planned_levels: ["L4-L5"],
  prior_sessions: sessions,
};
const same: Requests["esi@6.0.0"] = request;

const result = check(same, { policy: "esi@6.0.0" });
const outcome: Outcome = result.outcome;
const verdict: Verdict | undefined = result.verdicts["pain-duration"];
const id: CriterionIds["esi@6.0.0"] | undefined = result.gaps()[0]?.criterion.id;
const open = result.stillOpen("session-limit");
if ("compare" in open && "count" in open.left) console.log(open.compare, open.left.count);

function toDo(found: Result): string[] {
  return found.gaps().flatMap((gap: Explanation) => gap.missing.map((fact: Fact) => `${fact.chart}: ${fact.ask}`));
}

function units(fact: Fact): string {
  return fact.type === "number" ? fact.unit : fact.type === "choice" ? Object.values(fact.options).join() : "";
}

const any: Result = check(JSON.parse("{}"));
const unchecked: unknown = request;
const problems: readonly Problem[] = check(unchecked, {}).problems;
const codes = problems.map((problem) => problem.code).filter((code) => code === "out-of-range");
const days = any.deadlines().map((deadline) => deadline.day ?? deadline.verdict);
const read: Result = checkJson(new Uint8Array(2)).outcome === "invalid" ? scopeJson("{}") : scope(request);
const alone = validatorOf(esi).check(request).verdicts["conservative-care"];
const few: Catalog = catalogOf([esi]);
const policy: CompiledPolicy = validator("esi", "6.0.0").policy;
const newest: CompiledPolicy[] = [validator("esi").policy, validator("esi@6.0.0").policy];
const short: Summary = check(request, { policy: "esi" }).asSummary();
const first: CriterionIds["esi@6.0.0"] | undefined = result.asSummary().open[0]?.id;
const end: string | null | undefined = few.check(request, { policy: "esi" }).asSummary().deadlines["records-due"];
const texts: string[] = [NOTICE, ...knownVersions(), ...toDo(any), ...policy.facts.map(units), read.state?.portal ?? ""];
const loaded: Promise<CompiledPolicy>[] = VERSIONS.map((version) => version.load());
console.log(outcome, verdict, id, codes, days, alone, few, texts, loaded, result.asDict()["outcome"], any.leftOff);
console.log(newest, short, first, end);
