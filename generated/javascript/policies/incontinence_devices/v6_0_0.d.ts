/** The compiled policy incontinence_devices@6.0.0: Incontinence control devices for stress urinary incontinence. Generated; do not edit. */

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
  /** Where is the diagnosis of stress urinary incontinence?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly stress_incontinence_diagnosis?: string;
  /** Where is the history of prostate or pelvic surgery, radiation or urethral trauma, or the word that it does not
   * apply?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly pelvic_history?: string;
  /** Where is the physical examination, pelvic or rectal, or the word that it does not apply?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly pelvic_examination?: string;
  /** What does the urinalysis show? */
  readonly urinalysis?: "normal" | "abnormal";
  /** Where is the further evaluation of the abnormal urinalysis?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly urinalysis_followed?: string;
  /** Where does a cough or bladder stress test, or another objective demonstration, show the incontinence?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly leakage_shown?: string;
  /** Was the bladder comfortably full for the test or the demonstration? */
  readonly comfortably_full?: boolean;
  /** Does the chart call for a voiding diary? */
  readonly diary_applies?: boolean;
  /** How many hours does the voiding diary cover?
   * A number with at most 1 place from 0 to 1000 (hours) (hours) */
  readonly diary_hours?: number;
  /** Is there a concern for an abnormality of the urinary tract? */
  readonly tract_concern?: boolean;
  /** Where is the cystoscopy?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly cystoscopy?: string;
  /** Are the symptoms complicated or mixed? */
  readonly mixed_symptoms?: boolean;
  /** Where is the urodynamic testing?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly urodynamic_test?: string;
  /** Which of these are known or suspected? Answer for each one that was looked for. */
  readonly other_causes?: { readonly urinary_infection?: boolean; readonly overflow?: boolean; readonly prolapse?: boolean; readonly another_cause?: boolean };
  /** Which of these measures and treatments were tried and failed? Answer for each one that was looked for. */
  readonly incontinence_care_failed?: { readonly lifestyle?: boolean; readonly pelvic_training?: boolean; readonly vaginal_estrogen?: boolean; readonly support_devices?: boolean; readonly sui_surgery?: boolean; readonly other_incontinence_care?: boolean };
  /** Which of these are contraindicated, or are meant for other patients? Answer for each one that was looked for. */
  readonly incontinence_care_unsuitable?: { readonly lifestyle?: boolean; readonly pelvic_training?: boolean; readonly vaginal_estrogen?: boolean; readonly support_devices?: boolean; readonly sui_surgery?: boolean };
  /** Is another procedure planned along with the device? */
  readonly concomitant?: boolean;
  /** Where are the procedures described that are planned along with the device?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly concomitant_described?: string;
  /** Which of these are planned along with the device? */
  readonly concomitant_repairs?: { readonly diverticulectomy?: boolean; readonly fistula_repair?: boolean; readonly mesh_excision?: boolean };
  /** Is the device an autologous sling? */
  readonly autologous_sling?: boolean;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "diagnosis" | "urinalysis" | "demonstration" | "voiding-diary" | "cystoscopy" | "urodynamics" | "other-causes"
  | "earlier-treatments" | "concomitant" | "no-urethral-repair" | "each-kind";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
