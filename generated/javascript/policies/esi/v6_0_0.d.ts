/** The compiled policy esi@6.0.0: Epidural steroid injections for pain management. Generated; do not edit. */

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
  /** Is the patient pregnant? */
  readonly pregnant?: boolean;
  /** Where is the physical examination?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly examination?: string;
  /** Where is the imaging report?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly imaging?: string;
  /** Will an epidural steroid be injected? */
  readonly steroid_injection?: boolean;
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
  /** Where is the history of this pain?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly history?: string;
  /** For how many full weeks has this pain lasted?
   * A whole number from 0 to 5200 (weeks). */
  readonly pain_duration?: number;
  /** Which of these does the chart show? */
  readonly symptoms?: {
    /** radiculopathy */
    readonly radiculopathy?: boolean;
    /** radicular pain */
    readonly radicular_pain?: boolean;
    /** neurogenic claudication */
    readonly claudication?: boolean;
  };
  /** Has spine pain stayed or come back after an earlier spine surgery? */
  readonly post_laminectomy_syndrome?: boolean;
  /** Is this pain due to acute herpes zoster (shingles)? */
  readonly acute_zoster_pain?: boolean;
  /** Is the pain severe enough to greatly affect quality of life or function? */
  readonly limits_life?: boolean;
  /** Does the pain seriously limit function or work? */
  readonly long_term_disability?: boolean;
  /** Which of these does the imaging show as the cause? */
  readonly causes?: {
    /** disc herniation */
    readonly herniation?: boolean;
    /** osteophytes or osteophyte complexes */
    readonly osteophytes?: boolean;
    /** severe degenerative disc disease that narrows the foramina or the central canal */
    readonly degeneration?: boolean;
  };
  /** Is the patient unable to tolerate noninvasive conservative care? */
  readonly cannot_tolerate_care?: boolean;
  /** Did noninvasive conservative care fail? */
  readonly care_failed?: boolean;
  /** For how many full weeks was that care given?
   * A whole number from 0 to 5200 (weeks). */
  readonly care_duration?: number;
  /** Did conservative care fail to control the zoster pain? */
  readonly zoster_refractory?: boolean;
  /** Which scale measures the response? If there are two, name either one here.
   * pain_nrs: pain, numeric rating; pain_vas: pain, visual analog; odi: Oswestry disability index (ODI); rmdq:
   * Roland-Morris disability questionnaire (RMDQ); ndi: neck disability index (NDI); sf36_function: SF-36 physical
   * functioning; promis_function: PROMIS physical function; other_falling: another scale on which lower is better;
   * other_rising: another scale on which higher is better. */
  readonly response_scale?:
    | "pain_nrs" | "pain_vas" | "odi" | "rmdq" | "ndi" | "sf36_function" | "promis_function" | "other_falling"
    | "other_rising";
  /** When was the baseline score taken?
   * A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. */
  readonly baseline_date?: string;
  /** What was the score before any injection in this region? Keep to the same range at every visit.
   * A number with at most 1 place from 0 to 100 (points). */
  readonly baseline_score?: number;
  /** Was a second scale scored before any injection as well, such as one of function beside one of pain? */
  readonly second_scale_used?: boolean;
  /** Which is the second scale?
   * pain_nrs: pain, numeric rating; pain_vas: pain, visual analog; odi: Oswestry disability index (ODI); rmdq:
   * Roland-Morris disability questionnaire (RMDQ); ndi: neck disability index (NDI); sf36_function: SF-36 physical
   * functioning; promis_function: PROMIS physical function; other_falling: another scale on which lower is better;
   * other_rising: another scale on which higher is better. */
  readonly second_scale?:
    | "pain_nrs" | "pain_vas" | "odi" | "rmdq" | "ndi" | "sf36_function" | "promis_function" | "other_falling"
    | "other_rising";
  /** What was the score on the second scale before any injection in this region?
   * A number with at most 1 place from 0 to 100 (points). */
  readonly second_baseline?: number;
  /** List every follow-up of this pain after the baseline, with its score on the baseline scale. Where there are two,
   * list a score for each; another scale only if neither was used. */
  readonly follow_ups?: readonly FollowUpsRecord[];
  /** List every earlier epidural steroid session, at any practice. One day and one region make one session. */
  readonly prior_sessions?: readonly PriorSessionsRecord[];
  /** Does the chart say that the first injection gave less than relief by half for three months? */
  readonly first_fell_short?: boolean;
  /** Is any listed session in this region only a diagnostic nerve root block? */
  readonly block_listed?: boolean;
  /** Where is the rationale for an early second attempt?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly retry_rationale?: string;
  /** Where is the reason to go on beyond 12 months?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly long_term_reason?: string;
  /** Was the primary care provider told of the injections beyond 12 months? */
  readonly primary_care_told?: boolean;
  /** Where does the chart say how many sessions are anticipated in this region in 12 months, four or fewer?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly anticipated_sessions?: string;
  /** How many sessions are requested?
   * A whole number from 1 to 12 (sessions). */
  readonly planned_sessions?: number;
  /** Which spinal region will be treated?
   * cervical_thoracic: cervical or thoracic; lumbar_sacral: lumbar or sacral. */
  readonly planned_region?: "cervical_thoracic" | "lumbar_sacral";
  /** Will the other region be treated on the same day? */
  readonly other_region_too?: boolean;
  /** Which approach is planned? */
  readonly planned_approach?: "transforaminal" | "interlaminar" | "caudal";
  /** Which levels are targeted? */
  readonly planned_levels?: ReadonlyArray<
    | "C1-C2" | "C2-C3" | "C3-C4" | "C4-C5" | "C5-C6" | "C6-C7" | "C7-T1" | "T1-T2" | "T2-T3" | "T3-T4" | "T4-T5"
    | "T5-T6" | "T6-T7" | "T7-T8" | "T8-T9" | "T9-T10" | "T10-T11" | "T11-T12" | "T12-L1" | "L1-L2" | "L2-L3"
    | "L3-L4" | "L4-L5" | "L5-S1" | "S1" | "S2" | "S3" | "S4" | "sacral_hiatus">;
  /** Which steroid is planned?
   * other_steroid: another steroid. */
  readonly planned_medication?:
    | "dexamethasone" | "triamcinolone" | "betamethasone" | "methylprednisolone" | "other_steroid";
  /** Will both sides be injected? */
  readonly bilateral?: boolean;
  /** Where is the clinical reason to treat both sides?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly bilateral_reason?: string;
  /** Where is the reason to treat both sides at each level?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly each_level_reason?: string;
  /** Which image guidance is planned?
   * fluoroscopy: fluoroscopy with contrast; ct: CT with contrast; no_contrast: fluoroscopy or CT without contrast;
   * ultrasound: ultrasound without contrast; other_guidance: other or none. */
  readonly guidance?: "fluoroscopy" | "ct" | "no_contrast" | "ultrasound" | "other_guidance";
  /** Is an allergy to contrast documented? */
  readonly contrast_allergy?: boolean;
  /** Which sedation is planned? None is an answer too.
   * light: none, local anesthetic or minimal sedation; moderate: moderate sedation; deep: deep sedation; general:
   * general anesthesia; monitored: monitored anesthesia care. */
  readonly sedation?: "light" | "moderate" | "deep" | "general" | "monitored";
  /** Where is this patient's need for deeper sedation explained?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly sedation_need?: string;
  /** Which conservative treatments go with the injection? */
  readonly concurrent_care?: {
    /** medication */
    readonly drugs?: boolean;
    /** physical therapy */
    readonly physical_therapy?: boolean;
    /** spinal manipulation therapy */
    readonly manipulation?: boolean;
    /** cognitive behavioral therapy */
    readonly behavioral_therapy?: boolean;
    /** home exercise program */
    readonly home_exercise?: boolean;
    /** another conservative treatment */
    readonly other_care?: boolean;
  };
  /** Does the patient take part in one of these? */
  readonly programs?: {
    /** active rehabilitation program */
    readonly rehabilitation?: boolean;
    /** functional restoration program */
    readonly restoration?: boolean;
  };
  /** Which of these are present? Answer for each one that was looked for. */
  readonly contraindications?: {
    /** an active infection in the spine, such as discitis, osteomyelitis or an epidural abscess, or a systemic one */
    readonly infection?: boolean;
    /** a lesion that presses on the spinal cord */
    readonly cord_lesion?: boolean;
    /** a lesion that presses on the conus medullaris or cauda equina */
    readonly cauda_lesion?: boolean;
  };
}

/** A record of `follow_ups`. */
export interface FollowUpsRecord {
  /** Follow up date
   * A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. */
  readonly follow_up_date?: string;
  /** Follow up scale
   * pain_nrs: pain, numeric rating; pain_vas: pain, visual analog; odi: Oswestry disability index (ODI); rmdq:
   * Roland-Morris disability questionnaire (RMDQ); ndi: neck disability index (NDI); sf36_function: SF-36 physical
   * functioning; promis_function: PROMIS physical function; other_falling: another scale on which lower is better;
   * other_rising: another scale on which higher is better. */
  readonly follow_up_scale?:
    | "pain_nrs" | "pain_vas" | "odi" | "rmdq" | "ndi" | "sf36_function" | "promis_function" | "other_falling"
    | "other_rising";
  /** Score, on the same range as the baseline
   * A number with at most 1 place from 0 to 100 (points). */
  readonly score?: number;
}

/** A record of `prior_sessions`. */
export interface PriorSessionsRecord {
  /** Session date
   * A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. */
  readonly session_date?: string;
  /** Session region
   * cervical_thoracic: cervical or thoracic; lumbar_sacral: lumbar or sacral. */
  readonly session_region?: "cervical_thoracic" | "lumbar_sacral";
  /** Approach */
  readonly approach?: "transforaminal" | "interlaminar" | "caudal";
  /** Levels */
  readonly levels?: ReadonlyArray<
    | "C1-C2" | "C2-C3" | "C3-C4" | "C4-C5" | "C5-C6" | "C6-C7" | "C7-T1" | "T1-T2" | "T2-T3" | "T3-T4" | "T4-T5"
    | "T5-T6" | "T6-T7" | "T7-T8" | "T8-T9" | "T9-T10" | "T10-T11" | "T11-T12" | "T12-L1" | "L1-L2" | "L2-L3"
    | "L3-L4" | "L4-L5" | "L5-S1" | "S1" | "S2" | "S3" | "S4" | "sacral_hiatus">;
  /** Medication
   * other_steroid: another steroid. */
  readonly medication?: "dexamethasone" | "triamcinolone" | "betamethasone" | "methylprednisolone" | "other_steroid";
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "code-62323" | "primary-of-64480" | "primary-of-64484" | "indication" | "severity" | "same-scale"
  | "baseline-first" | "pain-duration" | "anticipated-number" | "session-limit" | "repeat-response" | "sedation"
  | "image-guidance" | "plan" | "region-of-code" | "levels-of-region" | "one-region" | "transforaminal-levels"
  | "other-approach-levels" | "bilateral" | "conservative-care" | "program" | "contraindications" | "any-date"
  | "one-session" | "diagnostic-blocks" | "each-follow-up" | "baseline-above-zero" | "past-92-days" | "failure-shown"
  | "fourteenth-day" | "beyond-a-year" | "listed-guidance" | "approach-of-code" | "levels-of-code" | "t12-l1"
  | "one-approach" | "both-sides-levels";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
