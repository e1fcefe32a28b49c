/** The compiled policy vagus_stimulation@6.0.0: Vagus nerve stimulation, first implantation. Generated; do not edit. */

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
   * seizures: medically refractory partial onset seizures; depression: treatment-resistant depression;
   * other_indication: another condition. */
  readonly indication?: "seizures" | "depression" | "other_indication";
  /** Does the patient have partial onset seizures? */
  readonly partial_onset?: boolean;
  /** Does the chart call the seizures medically refractory? */
  readonly refractory?: boolean;
  /** Did a trial of one or more antiepileptic drugs fail? */
  readonly drugs_failed?: boolean;
  /** Was a trial of one or more antiepileptic drugs not tolerated? */
  readonly drugs_not_tolerated?: boolean;
  /** Which of these does the chart say about epilepsy surgery? */
  readonly surgery?: {
    /** the patient is not a candidate for it */
    readonly not_candidate?: boolean;
    /** it failed */
    readonly surgery_failed?: boolean;
    /** the patient refuses it */
    readonly refused?: boolean;
  };
  /** Did the refusal of surgery follow shared decision-making? */
  readonly decision_shared?: boolean;
  /** Where is the rationale about epilepsy surgery?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly surgery_rationale?: string;
  /** Is the patient enrolled in an active trial that CMS approved for this treatment? */
  readonly enrolled?: boolean;
  /** Where is the enrollment in the trial?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly enrollment?: string;
  /** For how many full years has the current episode lasted?
   * A whole number from 0 to 100 (years). */
  readonly episode_years?: number;
  /** How many major depressive episodes have there been, the current one among them?
   * A whole number from 0 to 200 (episodes). */
  readonly episodes?: number;
  /** List every earlier treatment of the depression. */
  readonly treatments?: readonly TreatmentsRecord[];
  /** List every visit at which depression was measured on a scale. One day makes one visit. */
  readonly visits?: readonly VisitsRecord[];
  /** For how many full weeks before the planned implantation is the medication regimen stable?
   * A whole number from 0 to 5200 (weeks). */
  readonly regimen_weeks?: number;
  /** Which of these are present? Answer for each one that was looked for. */
  readonly exclusions?: {
    /** psychotic features in a major depressive episode, now or ever */
    readonly psychotic_features?: boolean;
    /** schizophrenia or schizoaffective disorder, now or ever */
    readonly schizophrenia?: boolean;
    /** another psychotic disorder, now or ever */
    readonly other_psychosis?: boolean;
    /** rapid cycling bipolar disorder, now or ever */
    readonly rapid_cycling?: boolean;
    /** delirium, dementia, amnesia or another cognitive disorder, now */
    readonly cognitive_disorder?: boolean;
    /** suicidal intent, now */
    readonly suicidal_intent?: boolean;
    /** treatment with another investigational device or drug */
    readonly other_investigation?: boolean;
  };
}

/** A record of `treatments`. */
export interface TreatmentsRecord {
  /** Did it fail? */
  readonly failed?: boolean;
  /** Were dose and duration adequate, as measured by a tool made for this? */
  readonly adequate?: boolean;
}

/** A record of `visits`. */
export interface VisitsRecord {
  /** Visit date
   * A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. */
  readonly visit_date?: string;
  /** Did a depression scale that guidelines recommend show a major depressive episode? */
  readonly major_episode?: boolean;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "first-implantation" | "indication" | "refractory-seizures" | "epilepsy-surgery" | "trial-enrollment" | "episode"
  | "failed-treatments" | "two-visits" | "stable-regimen" | "exclusions" | "diagnosis-fits" | "surgery-by-ncd";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
