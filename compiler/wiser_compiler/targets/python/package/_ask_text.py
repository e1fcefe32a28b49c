"""The ask list in words: for a terminal, a sheet and a page alike.

It takes the list as JSON values, as `AskList.as_dict()` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from wiser_policies._lines import wrapped

Data: TypeAlias = Mapping[str, Any]

UNLIKELY = "though the chart speaks against it: "
MORE = " (the answer may bring further questions)"


def gap_words(gap: Data) -> str:
    """All ways to close a gap in one sentence: *either ..., or ...*."""
    ways = [way_words(way) for way in gap["ways"]]
    return ways[0] if len(ways) == 1 else f"either {'; or '.join(ways)}"


def way_words(way: Data) -> str:
    """One way: everything that it takes, and what to know of it."""
    asks = [thing["asks"] for thing in way["things"]]
    joined = asks[0] if len(asks) == 1 else f"{', '.join(asks[:-1])}, and {asks[-1]}"
    return f"{UNLIKELY if way['unlikely'] else ''}{joined}{MORE if way['opens_more'] else ''}"


def source_words(thing: Data) -> str:
    """Who has a thing, and under which heading of the chart it stands; empty where neither is known."""
    return ": ".join(words for words in (thing["from"], thing["chart"]) if words)


def ask_lines(gaps: Sequence[Data], number: int = 1) -> Iterator[str]:
    """The gaps for a terminal, numbered from `number` on: each thing with who has it, each alternative on its lines."""
    for place, gap in enumerate(gaps, number):
        first, rest = f"{place:>3}. ", " " * 5
        several = len(gap["ways"]) > 1
        for choice, way in enumerate(gap["ways"]):
            lead = ("or " if choice else "either ") if several else ""
            yield from _way_lines(way, first + lead, rest + " " * (3 * several))
            first = rest


def _way_lines(way: Data, first: str, rest: str) -> Iterator[str]:
    """One way. What it takes stands on one line, or on a line for each thing where these have different suppliers."""
    things = way["things"]
    unlikely, more = UNLIKELY if way["unlikely"] else "", MORE if way["opens_more"] else ""
    if len(things) == 1 or len({source_words(thing) for thing in things}) == 1:
        yield from wrapped(way_words(way) + _from(things[0]), first, rest)
        return
    yield from wrapped(f"{unlikely}all of these{more}:", first, rest)
    for thing in things:
        yield from wrapped(thing["asks"] + _from(thing), f"{rest}- ", f"{rest}  ")


def _from(thing: Data) -> str:
    source = source_words(thing)
    return f"  (from {source})" if source else ""
