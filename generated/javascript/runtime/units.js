/** The numbers of a policy as whole multiples of its smallest step, in which sums and multiples are exact. */

import { decimalOf, digitsOf } from "./numbers.js";

/** How a policy counts: numbers, or bigints where its numbers are too large for exact sums.
 * @typedef {object} Units
 * @property {number} places The decimal places of the smallest step.
 * @property {(number: number) => any} of A number in steps.
 * @property {(count: number) => any} counted A whole number in steps.
 * @property {(factor: number) => any} factor A whole number by which steps are multiplied.
 * @property {any} zero
 */

/** The units for numbers with so many places whose largest sum or multiple is `most`.
 * @param {number} places
 * @param {number} most
 * @returns {Units}
 */
export function unitsFor(places, most) {
  const step = 10 ** places;
  if (most * step < Number.MAX_SAFE_INTEGER / 4) { // so that rounding finds the step that a number is nearest to
    return {
      places,
      of: (number) => Math.round(number * step),
      counted: (count) => count * step,
      factor: (factor) => factor,
      zero: 0,
    };
  }
  const large = BigInt(step);
  return {
    places,
    of: (number) => digitsOf(decimalOf(number), places),
    counted: (count) => BigInt(count) * large,
    factor: (factor) => BigInt(factor),
    zero: 0n,
  };
}
