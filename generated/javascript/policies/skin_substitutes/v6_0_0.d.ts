/** The compiled policy skin_substitutes@6.0.0: Skin substitutes for chronic wounds of the leg and foot. Generated; do not edit. */

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
  /** Where is the physical examination?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly examination?: string;
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
  /** What kind of wound is it?
   * foot_ulcer: diabetic foot ulcer; venous_ulcer: venous leg ulcer; other_wound: another wound. */
  readonly wound_kind?: "foot_ulcer" | "venous_ulcer" | "other_wound";
  /** Is the foot ulcer neuropathic? */
  readonly neuropathic?: boolean;
  /** Which of these does the chart describe, as they were before standard care began? */
  readonly described_at_baseline?: {
    /** size */
    readonly size?: boolean;
    /** location */
    readonly location?: boolean;
    /** stage */
    readonly stage?: boolean;
    /** duration */
    readonly duration?: boolean;
    /** whether there was an infection */
    readonly infection_sought?: boolean;
  };
  /** Where is the progression throughout the treatments tried?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly progress?: string;
  /** For how many full months has the wound been present?
   * A whole number from 0 to 1200 (months). */
  readonly wound_months?: number;
  /** How much of the skin is lost?
   * partial: partial thickness; full: full thickness. */
  readonly thickness?: "partial" | "full";
  /** Is the ulcer the result of an abscess, an injury or trauma? */
  readonly from_injury?: boolean;
  /** Are epithelial appendages retained? */
  readonly appendages_kept?: boolean;
  /** Which of these does the wound involve or expose? Answer for each one that was looked for. */
  readonly structures?: {
    /** tendon */
    readonly tendon?: boolean;
    /** muscle */
    readonly muscle?: boolean;
    /** joint capsule */
    readonly joint_capsule?: boolean;
    /** exposed bone */
    readonly bone?: boolean;
    /** sinus tracts */
    readonly sinus_tracts?: boolean;
  };
  /** Is the base clean and granular? */
  readonly granular_base?: boolean;
  /** Is the wound clean, and free of necrotic debris and exudate? */
  readonly wound_clean?: boolean;
  /** What was the area before standard care began?
   * A number with at most 2 places from 0.01 to 2000 (square cm). */
  readonly baseline_area?: number;
  /** What was the depth before standard care began?
   * A number with at most 1 place from 0 to 200 (mm). */
  readonly baseline_depth?: number;
  /** What was the area after standard care, before the first application of this treatment?
   * A number with at most 2 places from 0 to 2000 (square cm). */
  readonly treated_area?: number;
  /** What was the depth after standard care, before the first application of this treatment?
   * A number with at most 1 place from 0 to 200 (mm). */
  readonly treated_depth?: number;
  /** What is the area now?
   * A number with at most 2 places from 0 to 2000 (square cm). */
  readonly area_now?: number;
  /** What is the ankle-brachial index?
   * A number with at most 2 places from 0 to 3. */
  readonly brachial_index?: number;
  /** What is the toe pressure?
   * A whole number from 0 to 300 (mmHg). */
  readonly toe_pressure?: number;
  /** Does the examination show adequate circulation or oxygenation in another way? */
  readonly circulation_otherwise?: boolean;
  /** Which type of diabetes is diagnosed?
   * other_type: another type; no_diabetes: none. */
  readonly diabetes?: "type_1" | "type_2" | "other_type" | "no_diabetes";
  /** Is the diabetes under medical management? */
  readonly diabetes_managed?: boolean;
  /** Does the chart say that the wound failed to respond to documented appropriate wound care? */
  readonly no_response?: boolean;
  /** Is there any sign that improvement is likely, such as granulation or progress toward closing? */
  readonly improvement_likely?: boolean;
  /** Where are the interventions that failed?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly failed_interventions?: string;
  /** Where is the updated medication history?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly medication_history?: string;
  /** Where is the review of medical problems since the last evaluation of the wound?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly problems_reviewed?: string;
  /** On which day did appropriate wound care begin?
   * A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. */
  readonly care_from?: string;
  /** On which day was it last charted that the wound did not respond to that care?
   * A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. */
  readonly care_until?: string;
  /** Did the patient comply with that care? */
  readonly complied?: boolean;
  /** Is there evidence of one of these? Answer for each one that was looked for. */
  readonly hidden_infection?: {
    /** underlying osteomyelitis */
    readonly bone_infection?: boolean;
    /** nidus of infection */
    readonly infection_nidus?: boolean;
  };
  /** On which day did control of the infection, foreign body, tumor or other disease process begin?
   * A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. */
  readonly control_from?: string;
  /** On which day was it last charted that the ulcer did not respond to that control?
   * A date written YYYY-MM-DD, from 2000-01-01 to 2036-12-31. */
  readonly control_until?: string;
  /** Are edema, venous hypertension and lymphedema under control?
   * controlled: yes, after treatment; not_controlled: no. */
  readonly edema?: "controlled" | "not_controlled" | "never_there";
  /** Is any nidus of infection or colonization under control?
   * controlled: yes, after treatment; not_controlled: no. */
  readonly colonization?: "controlled" | "not_controlled" | "never_there";
  /** Are cellulitis, osteomyelitis, foreign body and malignant process eliminated?
   * controlled: yes, after treatment; not_controlled: no. */
  readonly underlying?: "controlled" | "not_controlled" | "never_there";
  /** Are necrotic tissue and foreign bodies debrided?
   * controlled: yes, after treatment; not_controlled: no. */
  readonly debridement?: "controlled" | "not_controlled" | "never_there";
  /** Does the care protect the wound from trauma, contaminants and whatever aggravates it? */
  readonly environment?: boolean;
  /** Is the foot kept free of weight, or off-loaded? */
  readonly off_loading?: boolean;
  /** Which kinds of compression does the patient use? Answer for each one that was looked for. */
  readonly compression?: {
    /** multilayer dressings */
    readonly multilayer?: boolean;
    /** compression stockings */
    readonly stockings?: boolean;
    /** pneumatic compression */
    readonly pneumatic?: boolean;
  };
  /** Which pressure do the stockings give?
   * A whole number from 0 to 100 (mmHg). */
  readonly stocking_pressure?: number;
  /** Is diligent use of the compression documented? */
  readonly diligent_use?: boolean;
  /** Where is the smoking history?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly smoking_history?: string;
  /** Does the patient smoke tobacco? */
  readonly smokes?: boolean;
  /** Did the patient receive counseling on the effects of smoking on outcomes? */
  readonly counseled?: boolean;
  /** Did the patient receive treatment for smoking cessation? */
  readonly cessation_treatment?: boolean;
  /** Where is the choice of product?
   * Text of 1 to 500 characters that says where it stands in the chart. */
  readonly product?: string;
  /** Does the package label say that the product is for use with all of these structures? */
  readonly label_allows?: boolean;
  /** Will more than one product be used at the same time on this wound? */
  readonly products_together?: boolean;
  /** How many applications to this wound are expected over 12 weeks?
   * A whole number from 1 to 60 (applications). */
  readonly planned_applications?: number;
  /** List every application to this wound so far, of any product. One day makes one application. */
  readonly applications?: readonly ApplicationsRecord[];
  /** List every full course of applications to this wound that has ended. */
  readonly courses?: readonly CoursesRecord[];
  /** Which of these are present? Answer for each one that was looked for. */
  readonly uncontrolled?: {
    /** uncontrolled diabetes */
    readonly diabetes_uncontrolled?: boolean;
    /** active infection */
    readonly infection_active?: boolean;
    /** active Charcot arthropathy of the leg or foot with the ulcer */
    readonly charcot?: boolean;
    /** vasculitis */
    readonly vasculitis?: boolean;
    /** smoking that no physician has tried to address */
    readonly smoking_unaddressed?: boolean;
    /** another condition or factor without adequate control */
    readonly other_uncontrolled?: boolean;
  };
  /** Is the patient known to be hypersensitive to a component of the product? */
  readonly hypersensitive?: boolean;
}

/** A record of `applications`. */
export interface ApplicationsRecord {
  /** Application date
   * A date written YYYY-MM-DD, from 2015-01-01 to 2036-12-31. */
  readonly application_date?: string;
}

/** A record of `courses`. */
export interface CoursesRecord {
  /** Course end
   * A date written YYYY-MM-DD, from 2015-01-01 to 2036-12-31. */
  readonly course_end?: string;
  /** How did size and depth change from the baseline?
   * grew: size or depth grew; unchanged: neither changed; shrank: size or depth shrank and neither grew. */
  readonly course_change?: "grew" | "unchanged" | "shrank";
  /** For how many full weeks from its start was there no sign that improvement is likely?
   * A whole number from 0 to 520 (weeks). */
  readonly weeks_no_sign?: number;
}

/** The criteria, by their ids. */
export type CriterionId =
  | "requests-open" | "performance-period" | "payer" | "state" | "place" | "bill-type" | "no-emergency" | "not-exempt"
  | "before-service" | "other-program" | "left-the-model" | "delayed-service" | "in-force" | "listed-code"
  | "primary-of-15272" | "primary-of-15274" | "primary-of-15276" | "primary-of-15278" | "wound-kind" | "description"
  | "depth" | "size" | "clean" | "circulation" | "diabetes" | "failed-response" | "neuropathic-care" | "venous-care"
  | "injury-care" | "resolved-conditions" | "off-loading" | "compression" | "smoking" | "product" | "applications"
  | "graft-candidate" | "no-failed-course" | "not-healed" | "controlled" | "hypersensitivity" | "diagnosis-fits";

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
