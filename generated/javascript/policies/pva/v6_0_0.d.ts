/** The compiled policy pva@6.0.0: Percutaneous vertebral augmentation for a compression fracture. Generated; do not edit. */

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
  /** Is the patient pregnant? */
  readonly pregnant?: boolean;
  /** Where is the imaging report?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly imaging?: string;
  /** Is spinal instability present? */
  readonly unstable?: boolean;
  /** Which of these infections are present? Answer for each one that was looked for. */
  readonly infections?: {
    /** discitis */
    readonly discitis?: boolean;
    /** osteomyelitis */
    readonly osteomyelitis?: boolean;
    /** epidural abscess */
    readonly epidural_abscess?: boolean;
    /** another active infection in the spine */
    readonly other_spinal_infection?: boolean;
    /** active systemic infection */
    readonly systemic_infection?: boolean;
    /** active infection where the procedure enters */
    readonly surgical_infection?: boolean;
  };
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
  /** Which cause of the fracture does the request rest on?
   * metastasis: osteolytic metastasis; other_cause: another cause. */
  readonly cause?: "osteoporosis" | "metastasis" | "myeloma" | "other_cause";
  /** Is the fracture painful and debilitating? */
  readonly debilitating?: boolean;
  /** When did the symptoms of the oldest fracture to be treated begin?
   * A date written YYYY-MM-DD, from 1990-01-01 to 2036-12-31. */
  readonly onset?: string;
  /** What does the chart call the fracture?
   * no_word: no such word. */
  readonly phase?: "acute" | "subacute" | "chronic" | "no_word";
  /** Does the destruction of the vertebral body cause severe back pain? */
  readonly severe_pain?: boolean;
  /** Is the major part of the cortical bone spared? */
  readonly cortex_spared?: boolean;
  /** Which of these does advanced imaging show in a fracture to be treated? */
  readonly imaging_signs?: {
    /** bone marrow edema on MRI */
    readonly edema?: boolean;
    /** uptake on bone scan, SPECT or CT */
    readonly uptake?: boolean;
  };
  /** Does advanced imaging show edema or uptake at each of the levels to be treated? */
  readonly each_level_shown?: boolean;
  /** Has the vertebral body lost more height since an earlier image? */
  readonly height_loss_grew?: boolean;
  /** By how much is the height of the vertebral body reduced?
   * A number with at most 1 place from 0 to 100 (percent). */
  readonly height_reduction?: number;
  /** Is there a kyphotic deformity? */
  readonly kyphosis?: boolean;
  /** Is the patient hospitalized? */
  readonly hospitalized?: boolean;
  /** What is the pain score now, NRS or VAS, from 0 to 10? Divide millimeters by 10.
   * A number with at most 1 place from 0 to 10 (points). */
  readonly pain?: number;
  /** How has the pain changed? */
  readonly pain_course?: "worse" | "stable" | "better";
  /** What is the Roland-Morris (RDQ) score, from 0 to 24?
   * A whole number from 0 to 24 (points). */
  readonly rdq?: number;
  /** Is the current back pain mainly due to the fracture to be treated? */
  readonly pain_from_fracture?: boolean;
  /** Is the pain this strong despite optimal non-surgical care, such as medication or physical therapy, with or
   * without rest or bracing? */
  readonly optimal_care?: boolean;
  /** Has medical therapy failed to relieve the pain? */
  readonly therapy_failed?: boolean;
  /** Where is the referral for bone density and osteoporosis education?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly bone_referral?: string;
  /** Where is the instruction to take part in an osteoporosis prevention or treatment program?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly instruction?: string;
  /** Is there an allergy to bone cement or opacification agents? */
  readonly cement_allergy?: boolean;
  /** Is there an uncorrected coagulopathy? */
  readonly coagulopathy?: boolean;
  /** Is there myelopathy from the fracture? */
  readonly myelopathy?: boolean;
  /** Is there a neurologic deficit? */
  readonly deficit?: boolean;
  /** Is there neural impingement? */
  readonly impingement?: boolean;
  /** Is there retropulsion of the fracture or compromise of the canal? */
  readonly retropulsion?: boolean;
  /** Where is the rationale for treating more than three?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly fractures_rationale?: string;
  /** Where is the rationale for proceeding despite this allergy?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly allergy_rationale?: string;
  /** Where is the rationale for proceeding despite the coagulopathy?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly coagulopathy_rationale?: string;
  /** Where is the rationale for proceeding despite the instability?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly instability_rationale?: string;
  /** Where is the rationale for proceeding despite the myelopathy?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly myelopathy_rationale?: string;
  /** Where is the rationale for proceeding despite the deficit?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly deficit_rationale?: string;
  /** Where is the rationale for proceeding despite the impingement?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly impingement_rationale?: string;
  /** Where is the rationale for proceeding despite this finding?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly retropulsion_rationale?: string;
  /** Which fractured vertebrae will this procedure treat? */
  readonly fractured?: ReadonlyArray<
    | "C1" | "C2" | "C3" | "C4" | "C5" | "C6" | "C7" | "T1" | "T2" | "T3" | "T4" | "T5" | "T6" | "T7" | "T8" | "T9"
    | "T10" | "T11" | "T12" | "L1" | "L2" | "L3" | "L4" | "L5" | "sacrum">;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "primary-of-22512" | "primary-of-22515" | "cause" | "debilitating" | "fracture-age" | "levels" | "imaging"
  | "each-level" | "pain-level" | "osteoporosis-care" | "malignant" | "pain-source" | "no-infection" | "no-pregnancy"
  | "many-fractures" | "cement-allergy" | "coagulopathy" | "instability" | "myelopathy" | "neurologic-deficit"
  | "neural-impingement" | "retropulsion" | "age-at-receipt" | "phase-and-age" | "hospital-pain" | "medical-therapy"
  | "malignant-imaging" | "levels-of-22510" | "levels-of-22511" | "levels-of-22513" | "levels-of-22514"
  | "add-on-and-levels" | "one-technique" | "myeloma-levels" | "diagnosis-codes";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
