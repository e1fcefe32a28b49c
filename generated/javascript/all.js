/** All policies together: the codes of a request choose one, and its day of receipt the version. Generated;
 * do not edit.
 */

import { catalogOf } from "./index.js";
import cervical_fusion_6_0_0 from "./policies/cervical_fusion/v6_0_0.js";
import esi_1_0_0 from "./policies/esi/v1_0_0.js";
import esi_6_0_0 from "./policies/esi/v6_0_0.js";
import hypoglossal_stimulation_6_0_0 from "./policies/hypoglossal_stimulation/v6_0_0.js";
import impotence_6_0_0 from "./policies/impotence/v6_0_0.js";
import incontinence_devices_6_0_0 from "./policies/incontinence_devices/v6_0_0.js";
import knee_arthroscopy_6_0_0 from "./policies/knee_arthroscopy/v6_0_0.js";
import nerve_lesions_6_0_0 from "./policies/nerve_lesions/v6_0_0.js";
import phrenic_stimulation_6_0_0 from "./policies/phrenic_stimulation/v6_0_0.js";
import pva_6_0_0 from "./policies/pva/v6_0_0.js";
import sacral_stimulation_6_0_0 from "./policies/sacral_stimulation/v6_0_0.js";
import scs_1_0_0 from "./policies/scs/v1_0_0.js";
import scs_6_0_0 from "./policies/scs/v6_0_0.js";
import skin_substitutes_6_0_0 from "./policies/skin_substitutes/v6_0_0.js";
import vagus_stimulation_6_0_0 from "./policies/vagus_stimulation/v6_0_0.js";
import wiser_6_0_0 from "./policies/wiser/v6_0_0.js";

export const { check, checkJson, knownVersions, scope, scopeJson, validator } = catalogOf([
  cervical_fusion_6_0_0,
  esi_1_0_0,
  esi_6_0_0,
  hypoglossal_stimulation_6_0_0,
  impotence_6_0_0,
  incontinence_devices_6_0_0,
  knee_arthroscopy_6_0_0,
  nerve_lesions_6_0_0,
  phrenic_stimulation_6_0_0,
  pva_6_0_0,
  sacral_stimulation_6_0_0,
  scs_1_0_0,
  scs_6_0_0,
  skin_substitutes_6_0_0,
  vagus_stimulation_6_0_0,
  wiser_6_0_0,
]);
