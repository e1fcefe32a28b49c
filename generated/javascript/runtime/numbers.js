/** Exact decimals. Nothing is rounded: numbers are compared as they were written. */

/** A decimal: whole `digits`, of which the last `places` stand behind the point.
 * @typedef {{digits: bigint, places: number}} Decimal
 */

/** The decimal that a number is written as.
 * @param {number} number
 * @returns {Decimal}
 */
export function decimalOf(number) {
  const [mantissa, exponent = "0"] = String(number).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

/** The digits of a decimal with so many places, which are no fewer than it has.
 * @param {Decimal} decimal
 * @param {number} to
 */
export function digitsOf({ digits, places }, to) {
  return digits * 10n ** BigInt(to - places);
}

/** The sum of two decimals.
 * @param {Decimal} one
 * @param {Decimal} other
 * @returns {Decimal}
 */
export function plus(one, other) {
  const places = Math.max(one.places, other.places);
  return { digits: digitsOf(one, places) + digitsOf(other, places), places };
}

/** A decimal with the other sign.
 * @param {Decimal} decimal
 * @returns {Decimal}
 */
export function minus({ digits, places }) {
  return { digits: -digits, places };
}

const MORE_PLACES = 25; // a quotient with more places than these has more digits than a number keeps

/** A decimal divided by a whole number, or null if the quotient is no decimal of a length that a number keeps.
 * @param {Decimal} decimal
 * @param {number} by
 * @returns {Decimal | null}
 */
export function quotient({ digits, places }, by) {
  const longer = digits * 10n ** BigInt(MORE_PLACES);
  return longer % BigInt(by) === 0n ? { digits: longer / BigInt(by), places: places + MORE_PLACES } : null;
}

/** The number that is written as a decimal, or null if a number keeps fewer digits.
 * @param {Decimal} decimal
 */
export function numberOf({ digits, places }) {
  const number = Number(`${digits}e${-places}`);
  const kept = decimalOf(number);
  const most = Math.max(places, kept.places);
  return digitsOf(kept, most) === digitsOf({ digits, places }, most) ? number : null;
}
