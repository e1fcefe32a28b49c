/** The words of answers: verdicts and outcomes. */

export const MET = "met";
export const NOT_MET = "not met";
export const MISSING = "missing";
export const NOT_APPLICABLE = "not applicable";

export const READY = "ready";
export const INCOMPLETE = "incomplete";
export const OUT_OF_SCOPE = "out of scope";
export const INVALID = "invalid";
export const IN_SCOPE = "in scope";
export const CANNOT_TELL = "cannot tell yet";
export const KNOWN = "known";

export const NOTICE = "This is about documentation. It is not a coverage decision, and not medical or legal advice.";

/** The verdict of a test by its truth: true, false, or null where the chart does not say.
 * @param {import("../types.d.ts").Truth} truth
 */
export function verdictOf(truth) {
  return truth === null ? MISSING : truth ? MET : NOT_MET;
}

/** Words as people list them: `a, b and c`.
 * @param {readonly string[]} words
 * @param {string} joint
 */
export function listed(words, joint) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} ${joint} ${words[words.length - 1]}`;
}
