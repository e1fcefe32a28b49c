/** The compiled policy hypoglossal_stimulation@6.0.0: Hypoglossal nerve stimulation for obstructive sleep apnea. Generated; do not edit. */

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
  /** How many full years old is the patient on the planned date?
   * A whole number from 0 to 125 (years). */
  readonly age?: number;
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
  /** What is the body mass index?
   * A number with at most 1 place from 5 to 150 (kg/m2). */
  readonly bmi?: number;
  /** When was the first consultation about the implant?
   * A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31. */
  readonly consultation_date?: string;
  /** When was the polysomnography?
   * A date written YYYY-MM-DD, from 2010-01-01 to 2036-12-31. */
  readonly sleep_study_date?: string;
  /** What is the apnea-hypopnea index (AHI)?
   * A number with at most 1 place from 0 to 250 (events per hour). */
  readonly ahi?: number;
  /** How many of these events per hour are central and mixed apneas?
   * A number with at most 1 place from 0 to 250 (events per hour). */
  readonly central_and_mixed?: number;
  /** What is the AHI with the CPAP in use?
   * A number with at most 1 place from 0 to 250 (events per hour). */
  readonly ahi_on_cpap?: number;
  /** On how many nights a week was the CPAP used for less than 4 hours, or not at all?
   * A whole number from 0 to 7 (nights per week). */
  readonly short_nights?: number;
  /** Was the CPAP returned? */
  readonly cpap_returned?: boolean;
  /** Was it a shared decision that the patient did not tolerate the CPAP, although a sleep expert was consulted? */
  readonly intolerance_decided?: boolean;
  /** Where is the drug-induced sleep endoscopy?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly sleep_endoscopy?: string;
  /** Did the sleep endoscopy show complete concentric collapse at the level of the soft palate? */
  readonly concentric_collapse?: boolean;
  /** Where does the chart describe anatomical findings that would compromise the device, or say that there are none?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly other_anatomy?: string;
  /** Where is the counseling about later MRI?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly mri_counseling?: string;
  /** List every myocardial infarction and every severe cardiac arrhythmia. */
  readonly heart_events?: readonly HeartEventsRecord[];
  /** Which of these are present? Answer for each one that was looked for. */
  readonly contraindications_found?: {
    /** another implanted device that could interact, such as a pacemaker */
    readonly other_device?: boolean;
    /** neuromuscular disease */
    readonly neuromuscular?: boolean;
    /** palsy of the hypoglossal nerve */
    readonly nerve_palsy?: boolean;
    /** severe restrictive or obstructive lung disease */
    readonly lung_disease?: boolean;
    /** moderate to severe pulmonary arterial hypertension */
    readonly pulmonary_hypertension?: boolean;
    /** severe valvular heart disease */
    readonly valve_disease?: boolean;
    /** heart failure of NYHA class III or IV */
    readonly heart_failure?: boolean;
    /** persistent uncontrolled hypertension despite medication */
    readonly hypertension?: boolean;
    /** an active, serious mental illness that hinders daily living, the use of the device and the report of problems */
    readonly mental_illness?: boolean;
    /** another sleep disorder, not of breathing, that would confound the assessment */
    readonly other_sleep_disorder?: boolean;
    /** pregnancy, now or planned */
    readonly pregnancy?: boolean;
    /** inability to operate the remote, with no one to help */
    readonly cannot_operate?: boolean;
    /** a condition or procedure that compromised the neurological control of the upper airway */
    readonly airway_control?: boolean;
  };
}

/** A record of `heart_events`. */
export interface HeartEventsRecord {
  /** Heart event date
   * A date written YYYY-MM-DD, from 1920-01-01 to 2036-12-31. */
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
