"""The ask list as lines for a terminal.

It takes the list as JSON values, as `AskList.as_dict()` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from wiser_policies._lines import wrapped

Data: TypeAlias = Mapping[str, Any]

UNLIKELY = "though the chart speaks against it: "
FEW = 3  # ways of a gap that are named at first
MORE = " (the answer may bring further questions)"


def source_words(thing: Data) -> str:
    """Who has a thing, and under which heading of the chart it stands; empty where neither is known."""
    return ": ".join(words for words in (thing["from"], thing["chart"]) if words)


def ask_lines(gaps: Sequence[Data], number: int = 1, most: int = FEW) -> Iterator[str]:
    """The gaps for a terminal, numbered from `number` on: each thing with who has it, each alternative on its lines.

    Of each gap the first `most` ways are named. What all of them take stands once, before the alternatives.
    """
    for place, gap in enumerate(gaps, number):
        first, rest = f"{place:>3}. ", " " * 5
        ways = gap["ways"]
        if len(ways) == 1:
            yield from _way_lines(ways[0], first, rest)
            continue
        if common := [thing for thing in ways[0]["things"] if all(thing in way["things"] for way in ways[1:])]:
            yield from wrapped("all of these:", first, rest)
            for thing in common:
                yield from wrapped(thing["asks"] + _from(thing), f"{rest}- ", f"{rest}  ")
            first, rest = f"{rest}- ", f"{rest}  "
            ways = [{**way, "things": [thing for thing in way["things"] if thing not in common]} for way in ways]
        for choice, way in enumerate(ways[:most]):
            yield from _way_lines(way, f"{rest}or " if choice else f"{first}either ", f"{rest}   ")
        if more := len(ways[most:]):
            yield f"{rest}or in {'another way' if more == 1 else f'one of {more} other ways'}, see --all"


def _way_lines(way: Data, first: str, rest: str) -> Iterator[str]:
    """One way: one thing on its line, or a line for each thing, with the supplier once if all have the same."""
    things = way["things"]
    unlikely, more = UNLIKELY if way["unlikely"] else "", MORE if way["opens_more"] else ""
    if len(things) == 1:
        yield from wrapped(f"{unlikely}{things[0]['asks']}{more}{_from(things[0])}", first, rest)
        return
    of_one = len({source_words(thing) for thing in things}) == 1
    yield from wrapped(f"{unlikely}all of these{more}{_from(things[0]) if of_one else ''}:", first, rest)
    for thing in things:
        yield from wrapped(thing["asks"] + ("" if of_one else _from(thing)), f"{rest}- ", f"{rest}  ")


def _from(thing: Data) -> str:
    source = source_words(thing)
    return f"  (from {source})" if source else ""
