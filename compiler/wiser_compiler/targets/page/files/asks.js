/** What is missing, and from whom: `asks`, until `askList` of the runtime takes its place. */

import { inWords, supplierOf } from "./words.js";

/** @param {import("../runtime/result.js").Result} result
 * @param {{today?: string}} _
 */
export function asks(result, _ = {}) {
  const found = result.gaps();
  const gaps = found.filter(({ verdict }) => verdict === "missing").map(({ criterion, missing }) => ({
    criteria: [criterion.id],
    if_settled: false,
    ways: [{
      things: missing.map(({ name, ask, chart }) => (
        { place: `/${name}`, asks: inWords(ask), chart, from: supplierOf(result.policy, chart) })),
      unlikely: false,
      opens_more: false,
    }],
  }));
  const contradicted = found.filter(({ verdict }) => verdict === "not met").map(({ criterion }) => (
    { criteria: [criterion.id], says: `${inWords(criterion.title)}: the chart says otherwise.` }));
  const things = [...new Map(gaps.flatMap(({ ways: [way] }) => way.things).map((thing) => [thing.place, thing])).values()];
  const offices = [...new Set(things.map(({ from }) => from))].map((from) => {
    const own = things.filter((thing) => thing.from === from);
    return { from, text: ["Please send, or tell us where it stands in the chart:", ...own.map(({ asks }) => `- ${asks}`)].join("\n") };
  });
  return { contradicted, gaps, offices };
}
