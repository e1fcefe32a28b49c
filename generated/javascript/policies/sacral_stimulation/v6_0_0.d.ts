/** The compiled policy sacral_stimulation@6.0.0: Sacral nerve stimulation for urinary incontinence, permanent implantation. Generated; do not edit. */

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
  /** Which diagnosis codes are on the request?
   * A list of at most 100 different ICD-10 codes, such as "M54.16". */
  readonly diagnoses?: readonly string[];
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
  /** Where is the diagnosis that calls for the stimulator?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly diagnosis?: string;
  /** Which disorder is to be treated?
   * urge_incontinence: urinary urge incontinence; urgency_frequency: urgency-frequency syndrome; retention: urinary
   * retention; other_disorder: another disorder. */
  readonly bladder_disorder?: "urge_incontinence" | "urgency_frequency" | "retention" | "other_disorder";
  /** Is the voiding dysfunction a secondary manifestation of one of these? Answer for each that was looked for. */
  readonly secondary_to?: {
    /** a specific neurologic disease */
    readonly neurologic_disease?: boolean;
    /** stress incontinence */
    readonly stress_incontinence?: boolean;
    /** urinary obstruction */
    readonly obstruction?: boolean;
  };
  /** Which of these treatments were tried and failed? Answer for each one that was looked for. */
  readonly bladder_care_failed?: {
    /** behavioral therapy */
    readonly behavioral?: boolean;
    /** medication */
    readonly medication?: boolean;
    /** corrective surgery */
    readonly corrective_surgery?: boolean;
    /** another treatment */
    readonly other_bladder_care?: boolean;
  };
  /** Which of these treatments are contraindicated? Answer for each one that was looked for. */
  readonly bladder_care_contraindicated?: {
    /** behavioral therapy */
    readonly behavioral?: boolean;
    /** medication */
    readonly medication?: boolean;
    /** corrective surgery */
    readonly corrective_surgery?: boolean;
  };
  /** Can the patient record a voiding diary well enough to judge the result of the implant? */
  readonly keeps_diary?: boolean;
  /** Was a test stimulation done? */
  readonly test_done?: boolean;
  /** Where is the report of the test stimulation?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly test_report?: string;
  /** Was the change with the test stimulation measured through voiding diaries? */
  readonly diary_used?: boolean;
  /** Does the diary show the change as two figures, before and with the test, or as a percentage only?
   * falling_figure: two figures of which the lower is better; rising_figure: two figures of which the higher is
   * better; percentage: a percentage only. */
  readonly change_shown_by?: "falling_figure" | "rising_figure" | "percentage";
  /** What was the figure of the diary before the test?
   * A number with at most 1 place from 0 to 10000. */
  readonly figure_before_test?: number;
  /** What was the same figure with the test stimulation?
   * A number with at most 1 place from 0 to 10000. */
  readonly figure_with_test?: number;
  /** By how many percent did the diary improve with the test stimulation? If it did not improve, 0.
   * A number with at most 1 place from 0 to 1000 (percent). */
  readonly improvement?: number;
  /** Does the procedure replace a lead? */
  readonly lead_replaced?: boolean;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "code-64561" | "permanent-implant" | "diagnosis" | "not-secondary" | "earlier-treatments" | "diary-ability"
  | "test-done" | "test-response" | "each-kind" | "first-lead" | "device-code";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
