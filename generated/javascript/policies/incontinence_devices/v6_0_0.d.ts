/** The compiled policy incontinence_devices@6.0.0: Incontinence control devices for stress urinary incontinence. Generated; do not edit. */

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
  /** Where is the diagnosis of stress urinary incontinence?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly stress_incontinence_diagnosis?: string;
  /** Where is the history of prostate or pelvic surgery, radiation or urethral trauma, or the word that it does not
   * apply?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly pelvic_history?: string;
  /** Where is the physical examination, pelvic or rectal, or the word that it does not apply?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly pelvic_examination?: string;
  /** What does the urinalysis show? */
  readonly urinalysis?: "normal" | "abnormal";
  /** Where is the further evaluation of the abnormal urinalysis?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly urinalysis_followed?: string;
  /** Where does a cough or bladder stress test, or another objective demonstration, show the incontinence?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly leakage_shown?: string;
  /** Was the bladder comfortably full for the test or the demonstration? */
  readonly comfortably_full?: boolean;
  /** Does the chart call for a voiding diary? */
  readonly diary_applies?: boolean;
  /** How many hours does the voiding diary cover?
   * A number with at most 1 place from 0 to 1000 (hours). */
  readonly diary_hours?: number;
  /** Is there a concern for an abnormality of the urinary tract? */
  readonly tract_concern?: boolean;
  /** Where is the cystoscopy?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly cystoscopy?: string;
  /** Are the symptoms complicated or mixed? */
  readonly mixed_symptoms?: boolean;
  /** Where is the urodynamic testing?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly urodynamic_test?: string;
  /** Which of these are known or suspected? Answer for each one that was looked for. */
  readonly other_causes?: {
    /** urinary tract infection */
    readonly urinary_infection?: boolean;
    /** high residual volume after voiding, with a concern for overflow incontinence */
    readonly overflow?: boolean;
    /** high-grade prolapse, where its reduction does not show stress incontinence */
    readonly prolapse?: boolean;
    /** another cause, instead of stress, of the incontinence */
    readonly another_cause?: boolean;
  };
  /** Which of these measures and treatments were tried and failed? Answer for each one that was looked for. */
  readonly incontinence_care_failed?: {
    /** lifestyle changes */
    readonly lifestyle?: boolean;
    /** pelvic floor muscle training */
    readonly pelvic_training?: boolean;
    /** low-dose vaginal estrogen */
    readonly vaginal_estrogen?: boolean;
    /** support devices */
    readonly support_devices?: boolean;
    /** earlier surgery for stress incontinence */
    readonly sui_surgery?: boolean;
    /** another treatment */
    readonly other_incontinence_care?: boolean;
  };
  /** Which of these are contraindicated, or are meant for other patients? Answer for each one that was looked for. */
  readonly incontinence_care_unsuitable?: {
    /** lifestyle changes */
    readonly lifestyle?: boolean;
    /** pelvic floor muscle training */
    readonly pelvic_training?: boolean;
    /** low-dose vaginal estrogen */
    readonly vaginal_estrogen?: boolean;
    /** support devices */
    readonly support_devices?: boolean;
    /** earlier surgery for stress incontinence */
    readonly sui_surgery?: boolean;
  };
  /** Is another procedure planned along with the device? */
  readonly concomitant?: boolean;
  /** Where are the procedures described that are planned along with the device?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly concomitant_described?: string;
  /** Which of these are planned along with the device? */
  readonly concomitant_repairs?: {
    /** urethral diverticulectomy */
    readonly diverticulectomy?: boolean;
    /** repair of a urethrovaginal fistula */
    readonly fistula_repair?: boolean;
    /** excision of urethral mesh */
    readonly mesh_excision?: boolean;
  };
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
