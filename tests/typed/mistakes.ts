/** Mistakes that a type checker names, each on its line. */

import { validatorOf } from "wiser-policies";
import { check, checkJson } from "wiser-policies/all";
import type { Requests } from "wiser-policies/all";
import esi from "wiser-policies/policies/esi/v6_0_0.js";

const first: Requests["esi@6.0.0"] = { codes: ["64483"], pain_duratoin: 3 }; // mistake
const second: Requests["esi@6.0.0"] = { pain_duration: "3" }; // mistake
const third: Requests["esi@6.0.0"] = { state: "Texas" }; // mistake
const fourth: Requests["esi@6.0.0"] = { causes: { herniaton: true } }; // mistake
const fifth: Requests["esi@6.0.0"] = { prior_sessions: [{ session_day: "2026-01-05" }] }; // mistake
const sixth: Requests["esi@6.0.0"] = { planned_levels: ["L9"] }; // mistake
const seventh: Requests["esi@7.0.0"] = {}; // mistake
const eighth: Requests["esi@1.0.0"] = { contraindications: {} }; // mistake
const result = check(first, { policy: "esi@6.0.0" });
if (result.outcome === "redy") console.log(second, third); // mistake
if (result.verdicts["pain-durations"]) console.log(fourth, fifth); // mistake
if (result.verdicts["pain-duration"] === "unmet") console.log(sixth, seventh); // mistake
check(first, { policy: "esi@9.9.9" }); // mistake
check(first, { policy: "esii" }); // mistake
result.asSummary().open[0]?.verdict === "met"; // mistake
result.asSummary().open[0]?.id === "pain-durations"; // mistake
check(first, { polcy: "esi@6.0.0" }); // mistake
check(first, "esi@6.0.0"); // mistake
checkJson({ codes: [] }); // mistake
result.outcome = "ready"; // mistake
result.verdicts["pain-duration"] = "met"; // mistake
result.problems.push(); // mistake
result.gaps()[0]?.missing[0]?.question; // mistake
if (check(first).problems[0]?.code === "out-of-rang") console.log(eighth); // mistake
validatorOf(esi).check(first).stillOpen("session-limits"); // mistake
validatorOf({ id: "esi" }); // mistake
