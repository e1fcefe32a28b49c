/** The compiled policy phrenic_stimulation@6.0.0: Phrenic nerve stimulator, first implantation. Generated; do not edit. */

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
  /** Is this the first implantation, and no revision or replacement? */
  readonly first_implantation?: boolean;
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
  /** What is the stimulator for?
   * paralysis: hypoventilation by paralysis from a lesion of the brainstem or of the cervical cord at or above C3;
   * congenital: congenital central hypoventilation; other_insufficiency: another disorder with ventilatory
   * insufficiency; sleep_apnea: central sleep apnea; other_phrenic_indication: another condition. */
  readonly phrenic_indication?:
    | "paralysis" | "congenital" | "other_insufficiency" | "sleep_apnea" | "other_phrenic_indication";
  /** Does the patient depend on a mechanical ventilator, now and then or always? */
  readonly ventilator_dependent?: boolean;
  /** Is a permanent tracheotomy stoma maintained? */
  readonly permanent_stoma?: boolean;
  /** Where is the cause of the ventilatory insufficiency?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly insufficiency_cause?: string;
  /** Where is the insufficiency evaluated, for instance by testing the diaphragm?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly insufficiency_evaluation?: string;
  /** Where is the management of the insufficiency to date, with the use of mechanical ventilation?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly insufficiency_care?: string;
  /** Is the phrenic nerve shown to be intact, for instance by a conduction study? */
  readonly phrenic_nerve_intact?: boolean;
  /** Is the function of the diaphragm shown to be intact? */
  readonly diaphragm_works?: boolean;
  /** Is there a severe primary disease of the lungs? */
  readonly severe_lung_disease?: boolean;
  /** Where does the history speak of diseases of the lungs?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly lung_history?: string;
  /** Where is the earlier chest imaging, or the word that there is none?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly earlier_chest_imaging?: string;
  /** Where is the current chest imaging?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly current_chest_imaging?: string;
  /** Where is the lung function testing?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly lung_function?: string;
  /** Is lung function testing feasible? */
  readonly lung_function_feasible?: boolean;
  /** What causes the central sleep apnea?
   * idiopathic: idiopathic, or primary; medication: opioids or another medication; other_apnea_cause: another cause. */
  readonly apnea_cause?: "idiopathic" | "heart_failure" | "medication" | "other_apnea_cause";
  /** How severe is the central sleep apnea, by polysomnography? */
  readonly apnea_severity?: "mild" | "moderate" | "severe";
  /** Where is the polysomnography?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly polysomnography?: string;
  /** Which of these failed, were not tolerated or are contraindicated? Answer for each one that was looked for. */
  readonly apnea_care_unsuitable?: {
    /** continuous positive airway pressure (CPAP) */
    readonly cpap?: boolean;
    /** bilevel positive airway pressure (BiPAP) */
    readonly bipap?: boolean;
    /** adaptive servo-ventilation (ASV) */
    readonly asv?: boolean;
    /** nocturnal oxygen */
    readonly oxygen?: boolean;
  };
  /** Does the patient have hypoxemia while sleeping? */
  readonly asleep_hypoxemia?: boolean;
  /** Does the patient have heart failure? */
  readonly heart_failure?: boolean;
  /** Which New York Heart Association class does the chart give?
   * class_1: class I; class_2: class II; class_3: class III; class_4: class IV. */
  readonly nyha_class?: "class_1" | "class_2" | "class_3" | "class_4";
  /** What is the left ventricular ejection fraction?
   * A whole number from 0 to 100 (percent). */
  readonly ejection_fraction?: number;
  /** Where is the stable, optimized, guideline-directed medical therapy of the heart failure?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly heart_therapy?: string;
  /** Does the chart say that guideline-directed medical therapy does not apply to this patient? */
  readonly heart_therapy_unsuitable?: boolean;
  /** Does the patient have a cardioverter-defibrillator, resynchronization device or pacemaker? */
  readonly heart_device?: boolean;
  /** Where is the plan for testing how the devices interact?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly interaction_plan?: string;
  /** Which of these are present? Answer for each one that was looked for. */
  readonly phrenic_contraindications?: {
    /** active infection */
    readonly active_infection?: boolean;
    /** heart failure of ACC/AHA stage D */
    readonly end_stage_failure?: boolean;
    /** recent stroke or transient ischemic attack */
    readonly recent_stroke?: boolean;
    /** renal dialysis now, or severe renal disease */
    readonly kidney_disease?: boolean;
    /** palsy of the phrenic nerve, or another anatomic barrier */
    readonly anatomic_barrier?: boolean;
    /** central sleep apnea that opioids or other medication induced */
    readonly drug_induced?: boolean;
  };
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "primary-of-33277" | "first-implantation" | "indication" | "dependence" | "insufficiency" | "nerve-and-diaphragm"
  | "no-lung-disease" | "apnea-cause" | "apnea-severity" | "earlier-treatments" | "heart-failure"
  | "device-interaction" | "class-below-four" | "contraindications";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
