/** The compiled policy hypoglossal_stimulation@6.0.0: Hypoglossal nerve stimulation for obstructive sleep apnea. Generated; do not edit. */

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
  /** How many full years old is the patient on the planned date?
   * A whole number from 0 to 125 (years) (years) */
  readonly age?: number;
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
  /** What is the body mass index?
   * A number with at most 1 place from 5 to 150 (kg/m2) (kg/m2) */
  readonly bmi?: number;
  /** When was the first consultation about the implant?
   * A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31 */
  readonly consultation_date?: string;
  /** When was the polysomnography?
   * A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31 */
  readonly sleep_study_date?: string;
  /** What is the apnea-hypopnea index (AHI)?
   * A number with at most 1 place from 0 to 250 (events per hour) (events per hour) */
  readonly ahi?: number;
  /** How many of these events per hour are central and mixed apneas?
   * A number with at most 1 place from 0 to 250 (events per hour) (events per hour) */
  readonly central_and_mixed?: number;
  /** What is the AHI with the CPAP in use?
   * A number with at most 1 place from 0 to 250 (events per hour) (events per hour) */
  readonly ahi_on_cpap?: number;
  /** On how many nights a week was the CPAP used for less than 4 hours, or not at all?
   * A whole number from 0 to 7 (nights per week) (nights per week) */
  readonly short_nights?: number;
  /** Was the CPAP returned? */
  readonly cpap_returned?: boolean;
  /** Was it a shared decision that the patient did not tolerate the CPAP, although a sleep expert was consulted? */
  readonly intolerance_decided?: boolean;
  /** Where is the drug-induced sleep endoscopy?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly sleep_endoscopy?: string;
  /** Did the sleep endoscopy show complete concentric collapse at the level of the soft palate? */
  readonly concentric_collapse?: boolean;
  /** Where does the chart describe anatomical findings that would compromise the device, or say that there are none?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly other_anatomy?: string;
  /** Where is the counseling about later MRI?
   * Text of 1 to 500 characters that says where it stands in the chart */
  readonly mri_counseling?: string;
  /** List every myocardial infarction and every severe cardiac arrhythmia. */
  readonly heart_events?: readonly HeartEventsRecord[];
  /** Which of these are present? Answer for each one that was looked for. */
  readonly contraindications_found?: { readonly other_device?: boolean; readonly neuromuscular?: boolean; readonly nerve_palsy?: boolean; readonly lung_disease?: boolean; readonly pulmonary_hypertension?: boolean; readonly valve_disease?: boolean; readonly heart_failure?: boolean; readonly hypertension?: boolean; readonly mental_illness?: boolean; readonly other_sleep_disorder?: boolean; readonly pregnancy?: boolean; readonly cannot_operate?: boolean; readonly airway_control?: boolean };
}

/** A record of `heart_events`. */
export interface HeartEventsRecord {
  /** Heart event date
   * A date written YYYY-MM-DD, from 1920-01-01 to 2036-12-31 */
  readonly heart_event_date?: string;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "code-c8007" | "code-c8011" | "age" | "body-mass-index" | "sleep-study-date" | "sleep-study-result"
  | "airway-pressure" | "endoscopy" | "anatomy" | "counseling" | "contraindications" | "no-heart-event";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
