/** The compiled policy wiser@6.0.0: Wasteful and Inappropriate Service Reduction (WISeR) Model. Generated; do not edit. */

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
  /** Will an epidural steroid be injected? */
  readonly steroid_injection?: boolean;
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
  /** Were code and diagnosis on the list of the guide for the day of receipt? */
  readonly listed_then?: boolean;
  /** Was the request accepted as expedited? */
  readonly expedited?: boolean;
  /** On which date was the request decided?
   * A date written YYYY-MM-DD, from 2026-01-05 to 2036-12-31. */
  readonly decision_date?: string;
  /** On which date were records of a claim asked for?
   * A date written YYYY-MM-DD, from 2026-01-15 to 2036-12-31. */
  readonly records_asked?: string;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "in-force" | "listed-code" | "primary-of-33277" | "code-63655" | "code-64561" | "primary-of-22512"
  | "primary-of-22515" | "code-62323" | "primary-of-64480" | "primary-of-64484" | "code-c8007" | "code-c8011"
  | "primary-of-15272" | "primary-of-15274" | "primary-of-15276" | "primary-of-15278" | "code-c5271" | "code-c5272"
  | "code-c5273" | "code-c5274" | "code-c5275" | "code-c5276" | "code-c5277" | "code-c5278" | "one-service"
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
