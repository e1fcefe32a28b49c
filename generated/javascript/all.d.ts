/** All policies together. Generated; do not edit. */

import type { Catalog } from "./types.js";
import type { CriterionId as cervical_fusion_6_0_0_id, Request as cervical_fusion_6_0_0 } from "./policies/cervical_fusion/v6_0_0.js";
import type { CriterionId as esi_1_0_0_id, Request as esi_1_0_0 } from "./policies/esi/v1_0_0.js";
import type { CriterionId as esi_6_0_0_id, Request as esi_6_0_0 } from "./policies/esi/v6_0_0.js";
import type { CriterionId as hypoglossal_stimulation_6_0_0_id, Request as hypoglossal_stimulation_6_0_0 } from "./policies/hypoglossal_stimulation/v6_0_0.js";
import type { CriterionId as impotence_6_0_0_id, Request as impotence_6_0_0 } from "./policies/impotence/v6_0_0.js";
import type { CriterionId as incontinence_devices_6_0_0_id, Request as incontinence_devices_6_0_0 } from "./policies/incontinence_devices/v6_0_0.js";
import type { CriterionId as knee_arthroscopy_6_0_0_id, Request as knee_arthroscopy_6_0_0 } from "./policies/knee_arthroscopy/v6_0_0.js";
import type { CriterionId as nerve_lesions_6_0_0_id, Request as nerve_lesions_6_0_0 } from "./policies/nerve_lesions/v6_0_0.js";
import type { CriterionId as phrenic_stimulation_6_0_0_id, Request as phrenic_stimulation_6_0_0 } from "./policies/phrenic_stimulation/v6_0_0.js";
import type { CriterionId as pva_6_0_0_id, Request as pva_6_0_0 } from "./policies/pva/v6_0_0.js";
import type { CriterionId as sacral_stimulation_6_0_0_id, Request as sacral_stimulation_6_0_0 } from "./policies/sacral_stimulation/v6_0_0.js";
import type { CriterionId as scs_1_0_0_id, Request as scs_1_0_0 } from "./policies/scs/v1_0_0.js";
import type { CriterionId as scs_6_0_0_id, Request as scs_6_0_0 } from "./policies/scs/v6_0_0.js";
import type { CriterionId as skin_substitutes_6_0_0_id, Request as skin_substitutes_6_0_0 } from "./policies/skin_substitutes/v6_0_0.js";
import type { CriterionId as vagus_stimulation_6_0_0_id, Request as vagus_stimulation_6_0_0 } from "./policies/vagus_stimulation/v6_0_0.js";
import type { CriterionId as wiser_6_0_0_id, Request as wiser_6_0_0 } from "./policies/wiser/v6_0_0.js";

/** The request of each version. */
export interface Requests {
  "cervical_fusion@6.0.0": cervical_fusion_6_0_0;
  "esi@1.0.0": esi_1_0_0;
  "esi@6.0.0": esi_6_0_0;
  "hypoglossal_stimulation@6.0.0": hypoglossal_stimulation_6_0_0;
  "impotence@6.0.0": impotence_6_0_0;
  "incontinence_devices@6.0.0": incontinence_devices_6_0_0;
  "knee_arthroscopy@6.0.0": knee_arthroscopy_6_0_0;
  "nerve_lesions@6.0.0": nerve_lesions_6_0_0;
  "phrenic_stimulation@6.0.0": phrenic_stimulation_6_0_0;
  "pva@6.0.0": pva_6_0_0;
  "sacral_stimulation@6.0.0": sacral_stimulation_6_0_0;
  "scs@1.0.0": scs_1_0_0;
  "scs@6.0.0": scs_6_0_0;
  "skin_substitutes@6.0.0": skin_substitutes_6_0_0;
  "vagus_stimulation@6.0.0": vagus_stimulation_6_0_0;
  "wiser@6.0.0": wiser_6_0_0;
}

/** The ids of the criteria of each version. */
export interface CriterionIds {
  "cervical_fusion@6.0.0": cervical_fusion_6_0_0_id;
  "esi@1.0.0": esi_1_0_0_id;
  "esi@6.0.0": esi_6_0_0_id;
  "hypoglossal_stimulation@6.0.0": hypoglossal_stimulation_6_0_0_id;
  "impotence@6.0.0": impotence_6_0_0_id;
  "incontinence_devices@6.0.0": incontinence_devices_6_0_0_id;
  "knee_arthroscopy@6.0.0": knee_arthroscopy_6_0_0_id;
  "nerve_lesions@6.0.0": nerve_lesions_6_0_0_id;
  "phrenic_stimulation@6.0.0": phrenic_stimulation_6_0_0_id;
  "pva@6.0.0": pva_6_0_0_id;
  "sacral_stimulation@6.0.0": sacral_stimulation_6_0_0_id;
  "scs@1.0.0": scs_1_0_0_id;
  "scs@6.0.0": scs_6_0_0_id;
  "skin_substitutes@6.0.0": skin_substitutes_6_0_0_id;
  "vagus_stimulation@6.0.0": vagus_stimulation_6_0_0_id;
  "wiser@6.0.0": wiser_6_0_0_id;
}

declare const all: Catalog<CriterionIds>;
export declare const check: typeof all["check"];
export declare const checkJson: typeof all["checkJson"];
export declare const knownVersions: typeof all["knownVersions"];
export declare const scope: typeof all["scope"];
export declare const scopeJson: typeof all["scopeJson"];
export declare const validator: typeof all["validator"];
