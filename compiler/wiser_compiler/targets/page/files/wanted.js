/** The ask list as things to get, each once, with the other ways to close the same gap. */

/** @typedef {ReturnType<typeof import("../runtime/ask.js").askList>} AskList */
/** A thing to get, of the first way of a gap. `also` is what this way takes from others, `instead` the other ways.
 * @typedef {{asks: string, place: string, from: string, also: readonly string[], instead: readonly string[], isLater: boolean}} Wanted
 */

const OUR_OFFICE = "our office";
const UNLIKELY = "though the chart speaks against it: ";
const MORE = " (the answer may bring further questions)";
const FEW = 3; // ways of a gap that are named

/** @param {AskList} list
 * @returns {readonly Wanted[]}
 */
export function wantedOf({ gaps }) {
  const all = gaps.flatMap(({ if_settled: isLater, ways: [first, ...others] }) => first.things.map((thing, at) => ({
    asks: around(first, thing.asks),
    place: thing.place,
    from: supplierOf(thing),
    also: first.things.filter((other) => supplierOf(other) !== supplierOf(thing)).map(withSupplier),
    instead: at > 0 ? [] : others.slice(0, FEW - 1).map((way) => around(way, way.things.map(withSupplier).join(", and "))),
    isLater,
  })));
  return [...new Map(all.map((thing) => [`${thing.place} ${thing.asks}`, thing])).values()];
}

/** The suppliers in their order, each with its text and what it has.
 * @param {AskList} list
 */
export function officesOf(list) {
  const things = wantedOf(list);
  const texts = new Map(list.offices.map(({ from, text }) => [from || OUR_OFFICE, text]));
  const names = [...new Set([...things.map(({ from }) => from), ...texts.keys()])];
  return names.map((from) => ({ from, text: texts.get(from) ?? "", things: things.filter((thing) => thing.from === from) }));
}

/** How many things there are and who has them: `3 to get: 1 from therapy, 2 from our doctor`.
 * @param {readonly Wanted[]} things
 */
export function countInWords(things) {
  const from = [...new Set(things.map((thing) => thing.from))];
  if (from.length === 1) return `${things.length} to get from ${from[0]}`;
  const each = from.map((name) => `${things.filter((thing) => thing.from === name).length} from ${name}`);
  return `${things.length} to get: ${each.join(", ")}`;
}

/** Words with what is to be known of the way.
 * @param {{unlikely: boolean, opens_more: boolean}} way
 * @param {string} words
 */
function around({ opens_more, unlikely }, words) {
  return `${unlikely ? UNLIKELY : ""}${words}${opens_more ? MORE : ""}`;
}

/** @param {{from: string}} thing */
function supplierOf({ from }) {
  return from || OUR_OFFICE;
}

/** @param {{asks: string, from: string}} thing */
function withSupplier(thing) {
  return `${thing.asks} (${supplierOf(thing)})`;
}
