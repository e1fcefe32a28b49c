/** The compiled policy sacral_stimulation@6.0.0: Sacral nerve stimulation for urinary incontinence, permanent implantation. Generated; do not edit. */

import type { CompiledPolicy } from "../../types.js";

/** What a request may state. A fact that the chart does not state is left out. */
export interface Request {
  /** Which procedure codes are on the request?
   * A list of at most 100 different HCPCS codes, such as "62323", without a modifier */
  readonly codes?: readonly string[];
  /** On which date was the request received?
   * A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31 */
  readonly received_date?: string;
  /** On which date is the service planned?
   * A date written YYYY-MM-DD, from 2020-01-01 to 2036-12-31 */
  readonly service_date?: string;
  /** In which state will the service be given? */
  readonly state?:
    | "AZ" | "NJ" | "OH" | "OK" | "TX" | "WA" | "AL" | "AK" | "AR" | "CA" | "CO" | "CT" | "DE" | "DC" | "FL" | "GA"
    | "HI" | "ID" | "IL" | "IN" | "IA" | "KS" | "KY" | "LA" | "ME" | "MD" | "MA" | "MI" | "MN" | "MS" | "MO" | "MT"
    | "NE" | "NV" | "NH" | "NM" | "NY" | "NC" | "ND" | "OR" | "PA" | "RI" | "SC" | "SD" | "TN" | "UT" | "VT" | "VA"
    | "WV" | "WI" | "WY" | "AS" | "GU" | "MP" | "PR" | "VI" | "other";
  /** Which diagnosis codes are on the request?
   * A list of at most 100 different ICD-10 codes, such as "M54.16" */
  readonly diagnoses?: readonly string[];
  /** Is this the permanent implant or a trial? */
  readonly implant_stage?: "permanent" | "trial";
  /** Who pays for the service? */
  readonly payer?:
    | "original" | "advantage" | "railroad" | "veterans" | "indian_health" | "education_only" | "rebill"
    | "other_payer";
  /** Where will the service be given? */
  readonly place_of_service?: "11" | "12" | "19" | "22" | "24" | "21" | "23" | "other_place";
  /** Which type of bill will the hospital send? */
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
   * A date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31 */
  readonly decision_date?: string;
  /** On which date were records of a claim asked for?
   * A date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31 */
  readonly records_asked?: string;
  /** Where is the diagnosis that calls for the stimulator?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly diagnosis?: string;
  /** Which disorder is to be treated? */
  readonly bladder_disorder?: "urge_incontinence" | "urgency_frequency" | "retention" | "other_disorder";
  /** Is the voiding dysfunction a secondary manifestation of one of these? Answer for each that was looked for. */
  readonly secondary_to?: { readonly neurologic_disease?: boolean; readonly stress_incontinence?: boolean; readonly obstruction?: boolean };
  /** Which of these treatments were tried and failed? Answer for each one that was looked for. */
  readonly bladder_care_failed?: { readonly behavioral?: boolean; readonly medication?: boolean; readonly corrective_surgery?: boolean; readonly other_bladder_care?: boolean };
  /** Which of these treatments are contraindicated? Answer for each one that was looked for. */
  readonly bladder_care_contraindicated?: { readonly behavioral?: boolean; readonly medication?: boolean; readonly corrective_surgery?: boolean };
  /** Can the patient record a voiding diary well enough to judge the result of the implant? */
  readonly keeps_diary?: boolean;
  /** Was a test stimulation done? */
  readonly test_done?: boolean;
  /** Where is the report of the test stimulation?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly test_report?: string;
  /** Was the change with the test stimulation measured through voiding diaries? */
  readonly diary_used?: boolean;
  /** Does the diary show the change as two figures, before and with the test, or as a percentage only? */
  readonly change_shown_by?: "falling_figure" | "rising_figure" | "percentage";
  /** What was the figure of the diary before the test?
   * A number with at most 1 place from 0 to 10000 */
  readonly figure_before_test?: number;
  /** What was the same figure with the test stimulation?
   * A number with at most 1 place from 0 to 10000 */
  readonly figure_with_test?: number;
  /** By how many percent did the diary improve with the test stimulation? If it did not improve, 0.
   * A number with at most 1 place from 0 to 1000 (percent) (percent) */
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
