/** The compiled policy cervical_fusion@6.0.0: Cervical fusion. Generated; do not edit. */

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
  /** How far does the unstable segment slip (translation)?
   * A number with at most 1 place from 0 to 50 (mm). */
  readonly translation?: number;
  /** How far does the unstable segment tilt (angulation)?
   * A number with at most 1 place from 0 to 90 (degrees). */
  readonly angulation?: number;
  /** Is there a traumatic injury of the spine, such as a fracture, a dislocation, both together, or torn ligaments? */
  readonly injury?: boolean;
  /** Is there a fracture or dislocation without neurological deficit that is likely to make the spine unstable? */
  readonly fracture_likely_unstable?: boolean;
  /** Is there a fracture or dislocation with a neurological deficit at its level? */
  readonly fracture_with_deficit?: boolean;
  /** Does a tumor, malignant or benign, involve the spine or the spinal canal? */
  readonly tumor?: boolean;
  /** Has the tumor caused instability or a neurologic deficit? */
  readonly tumor_did_harm?: boolean;
  /** Will treating the tumor likely require that the spine is stabilized? */
  readonly tumor_needs_stabilization?: boolean;
  /** Will the treatment expected for the tumor likely cause instability or a neurologic deficit? */
  readonly treatment_harms?: boolean;
  /** Does imaging or another study, such as a biopsy or a bone aspirate, show the infection? */
  readonly infection_shown?: boolean;
  /** Does imaging show destruction of a vertebral body? */
  readonly body_destroyed?: boolean;
  /** Is it documented that debridement of the spine will make a vertebra unstable? */
  readonly debridement_harms?: boolean;
  /** Which of these deformities, if they include the cervical spine, are present? Answer for each one that was looked
   * for. */
  readonly deformities?: {
    /** cervical kyphosis with cord compression */
    readonly kyphosis?: boolean;
    /** subluxation at C1-C2 */
    readonly c1_c2_subluxation?: boolean;
    /** the odontoid pushes into the foramen magnum (basilar invagination) */
    readonly invagination?: boolean;
    /** kyphosis from instability between C2 and T1 */
    readonly subaxial_kyphosis?: boolean;
    /** head drop syndrome */
    readonly head_drop?: boolean;
    /** deformity after laminectomy */
    readonly post_laminectomy?: boolean;
    /** instability after laminectomy */
    readonly after_laminectomy?: boolean;
    /** rheumatoid arthritis with instability */
    readonly rheumatoid?: boolean;
    /** degenerative cervical spondylolisthesis with instability */
    readonly spondylolisthesis?: boolean;
  };
  /** Which of these substantially limit the patient's function? Answer for each one that was looked for. */
  readonly limits?: {
    /** severe neck pain */
    readonly neck_pain?: boolean;
    /** difficulty walking */
    readonly walking?: boolean;
    /** less able to perform activities of daily living */
    readonly daily_life?: boolean;
    /** less able to keep looking straight ahead */
    readonly forward_gaze?: boolean;
    /** another substantial limitation of function */
    readonly other_limit?: boolean;
  };
  /** Is the deformity progressing? */
  readonly progression?: boolean;
  /** Has an earlier fusion failed to heal (pseudarthrosis), with symptoms? */
  readonly pseudarthrosis?: boolean;
  /** When was the earlier fusion that did not heal?
   * A date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31. */
  readonly fusion_date?: string;
  /** Does imaging show the non-union: no bridging bone, or abnormal motion at the fused segment? */
  readonly non_union_shown?: boolean;
  /** When was the imaging that shows the non-union?
   * A date written YYYY-MM-DD, from 1950-01-01 to 2036-12-31. */
  readonly non_union_study?: string;
  /** Does imaging show that the hardware broke or moved? */
  readonly hardware_failure?: boolean;
  /** Is the only reason for fusion a compressed nerve root (radiculopathy) or a narrow canal (stenosis)? */
  readonly nerve_or_canal_alone?: boolean;
  /** Will the fusion reach above C2? */
  readonly reaches_above_c2?: boolean;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "indication" | "more-than-compression" | "below-c2" | "measured-instability" | "past-the-edge-day"
  | "imaging-after-12-months";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
