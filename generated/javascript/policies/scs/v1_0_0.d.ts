/** The compiled policy scs@1.0.0: Spinal cord stimulator, permanent implantation through a laminectomy. Generated; do not edit. */

import type { CompiledPolicy } from "../../types.js";

/** What a request may state. A fact that the chart does not state is left out. */
export interface Request {
  /** Which procedure codes are on the request?
   * A list of at most 100 different HCPCS codes, such as "62323", without a modifier. */
  readonly codes?: readonly string[];
  /** On which date was the request received?
   * A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31. */
  readonly received_date?: string;
  /** On which date is the service planned?
   * A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31. */
  readonly service_date?: string;
  /** In which state will the service be given?
   * AZ: Arizona; NJ: New Jersey; OH: Ohio; OK: Oklahoma; TX: Texas; WA: Washington; AL: Alabama; AK: Alaska; AR:
   * Arkansas; CA: California; CO: Colorado; CT: Connecticut; DE: Delaware; DC: District of Columbia; FL: Florida;
   * GA: Georgia; HI: Hawaii; ID: Idaho; IL: Illinois; IN: Indiana; IA: Iowa; KS: Kansas; KY: Kentucky; LA:
   * Louisiana; ME: Maine; MD: Maryland; MA: Massachusetts; MI: Michigan; MN: Minnesota; MS: Mississippi; MO:
   * Missouri; MT: Montana; NE: Nebraska; NV: Nevada; NH: New Hampshire; NM: New Mexico; NY: New York; NC: North
   * Carolina; ND: North Dakota; OR: Oregon; PA: Pennsylvania; RI: Rhode Island; SC: South Carolina; SD: South
   * Dakota; TN: Tennessee; UT: Utah; VT: Vermont; VA: Virginia; WV: West Virginia; WI: Wisconsin; WY: Wyoming; AS:
   * American Samoa; GU: Guam; MP: Northern Mariana Islands; PR: Puerto Rico; VI: US Virgin Islands; other: any other
   * place. */
  readonly state?:
    | "AZ" | "NJ" | "OH" | "OK" | "TX" | "WA" | "AL" | "AK" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA"
    | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT"
    | "NE" | "NV" | "NH" | "NM" | "NY" | "NC" | "ND" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "UT" | "VT" | "VA"
    | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI" | "other";
  /** Where is the physical examination?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly examination?: string;
  /** Is this the permanent implant or a trial?
   * permanent: permanent implant. */
  readonly implant_stage?: "permanent" | "trial";
  /** Who pays for the service?
   * original: Original Medicare; advantage: Medicare Advantage; railroad: Railroad Medicare; veterans: Veterans
   * Affairs; indian_health: Indian Health Services; education_only: a claim for indirect medical education alone;
   * rebill: rebilling from Part A to Part B; other_payer: any other. */
  readonly payer?:
    | "original" | "advantage" | "railroad" | "veterans" | "indian_health" | "education_only" | "rebill"
    | "other_payer";
  /** Where will the service be given?
   * 11: office (11); 12: home (12); 19: hospital outpatient department off campus (19); 22: hospital outpatient
   * department on campus (22); 24: ambulatory surgical center (24); 21: inpatient hospital (21); 23: emergency room
   * (23); other_place: any other. */
  readonly place_of_service?: "11" | "12" | "19" | "22" | "24" | "21" | "23" | "other_place";
  /** Which type of bill will the hospital send?
   * 13X: hospital outpatient (13X); 85X: critical access hospital (85X); other_bill: another type. */
  readonly bill_type?: "13X" | "85X" | "other_bill";
  /** Will the claim carry modifier ET? */
  readonly emergency_modifier?: boolean;
  /** Will the claim carry a revenue code that begins with 045? */
  readonly emergency_revenue?: boolean;
  /** Is the provider exempt from the model on the day the request is received? */
  readonly provider_exempt?: boolean;
  /** Was the request accepted as expedited? */
  readonly expedited?: boolean;
  /** On which date was the request decided?
   * A date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31. */
  readonly decision_date?: string;
  /** On which date were records of a claim asked for?
   * A date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31. */
  readonly records_asked?: string;
  /** Where is the condition that calls for the stimulator?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly condition?: string;
  /** Does the patient have chronic intractable pain? */
  readonly chronic_pain?: boolean;
  /** Is stimulation used only as a late or last resort? */
  readonly late_resort?: boolean;
  /** Which of these treatments were tried and failed? Answer for each one that was looked for. */
  readonly failed?: {
    /** medication */
    readonly drugs?: boolean;
    /** physical therapy */
    readonly physical_therapy?: boolean;
    /** injections */
    readonly injections?: boolean;
    /** spine surgery */
    readonly spine_surgery?: boolean;
    /** cognitive behavioral therapy */
    readonly behavioral_therapy?: boolean;
    /** another treatment */
    readonly other_treatment?: boolean;
  };
  /** Which of these treatments are contraindicated? Answer for each one that was looked for. */
  readonly contraindicated?: {
    /** medication */
    readonly drugs?: boolean;
    /** physical therapy */
    readonly physical_therapy?: boolean;
    /** injections */
    readonly injections?: boolean;
    /** spine surgery */
    readonly spine_surgery?: boolean;
    /** cognitive behavioral therapy */
    readonly behavioral_therapy?: boolean;
  };
  /** Which of these evaluations of the patient are on the chart? */
  readonly evaluated_by?: {
    /** psychological */
    readonly psychological?: boolean;
    /** surgical */
    readonly surgical?: boolean;
    /** medical */
    readonly medical?: boolean;
    /** physical therapy */
    readonly therapy?: boolean;
  };
  /** Was a trial done with a temporarily implanted electrode? */
  readonly trial_done?: boolean;
  /** Where is the report of the trial?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly trial_report?: string;
  /** Were the leads of the trial percutaneous? */
  readonly trial_percutaneous?: boolean;
  /** Does the chart show the change in pain as two scores, or as a percentage only?
   * scores: two scores; percentage: a percentage only. */
  readonly pain_shown_by?: "scores" | "percentage";
  /** What was the pain score before the trial?
   * A number with at most 1 place from 0 to 100 (points). */
  readonly pain_before?: number;
  /** What was the pain score with the trial electrode, on the same scale?
   * A number with at most 1 place from 0 to 100 (points). */
  readonly pain_during?: number;
  /** By how many percent did the pain fall with the trial electrode? If it did not fall, 0.
   * A number with at most 1 place from 0 to 100 (percent). */
  readonly pain_reduction?: number;
  /** Is there evidence that the trial electrode restored function? */
  readonly function_restored?: boolean;
  /** Were pain drugs cut by half or more with the trial electrode? */
  readonly drugs_halved?: boolean;
  /** Does the chart say that the patient is not a candidate for percutaneous leads? */
  readonly not_percutaneous?: boolean;
  /** Which of these are the reason that percutaneous leads do not suit? Answer for each one that was looked for. */
  readonly obstacles?: {
    /** previous instrumentation */
    readonly instrumentation?: boolean;
    /** challenging anatomy */
    readonly anatomy?: boolean;
    /** high body mass index */
    readonly high_bmi?: boolean;
    /** another technical challenge or reason */
    readonly other_obstacle?: boolean;
  };
  /** Does the chart say why permanent percutaneous leads do not suit, although those of the trial did? */
  readonly trial_explained?: boolean;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "code-63655" | "condition" | "late-resort" | "earlier-treatments" | "team" | "trial-done" | "trial-response"
  | "percutaneous-leads" | "each-kind" | "drugs-for-pain" | "trial-leads" | "device-code";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
