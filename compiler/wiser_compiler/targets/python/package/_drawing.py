"""Valid requests drawn from the edges of a policy. Needs hypothesis; use it through `wiser_policies.testing`.

Copied from the compiler; do not edit it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from decimal import ROUND_FLOOR, Decimal
from typing import Any, TypeVar, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from wiser_policies._dates import shift
from wiser_policies._edges import (
    Fact,
    Request,
    Values,
    edge_days,
    exact,
    plain,
    read_examples,
    read_facts,
    turning,
)
from wiser_policies._rules import MOST_NOTE

T = TypeVar("T")

MOST_DRAWN_ROWS = 5
MONTH_ENDS = ("01-31", "02-28", "03-31", "04-30", "08-31", "11-30", "12-31")
NOTES = ("p. 3", "scan of 2026-05-04, page 12", "x" * MOST_NOTE, "é", '"')


def valid(edges: Mapping[str, Any]) -> SearchStrategy[Request]:
    """Valid requests: an example, one in which the facts of one criterion are drawn anew, or all facts drawn anew.

    The simplest is the first example as it is.
    """
    facts, examples = read_facts(edges["facts"]), read_examples(edges["examples"])
    # A criterion with many facts has more possible results, so it is drawn more often.
    focuses = [frozenset(focus) for focus in edges["focuses"] for _ in focus]
    ways = ("example", *("criterion",) * 7, "anew", "anew") if examples and focuses else ("anew",)

    @st.composite
    def drawn(draw: DrawFn) -> Request:
        example = pick(draw, examples) if examples else {}
        match pick(draw, ways):
            case "example":
                return deepcopy(example)
            case "criterion":
                focus = pick(draw, focuses)
                # Facts that are not at fault shrink to the values of the example.
                changed = [fact for fact in facts if fact.name in focus and chance(draw, 8)]
                names = {fact.name for fact in changed}
                kept = {name: value for name, value in deepcopy(example).items() if name not in names}
                return kept | record(draw, changed, kept)
            case _:
                return record(draw, facts, {})

    return drawn()


def pick(draw: DrawFn, items: Sequence[T]) -> T:
    """One of the items; the first is the simplest."""
    return items[draw(st.integers(0, len(items) - 1))]  # takes half as long as a `sampled_from` for each list


def chance(draw: DrawFn, tenths: int) -> bool:
    """True about so many times in ten; False is the simplest."""
    return tenths > 0 and draw(st.integers(0, 9)) >= 10 - tenths


def record(draw: DrawFn, facts: Sequence[Fact], around: Values) -> Request:
    """Facts of a request or of a row. Lists come last, so that their rows can stand close to the rest."""
    values, found = dict(around), {}
    absent = pick(draw, (0, 0, 1, 4))
    for fact in sorted(facts, key=lambda fact: fact.kind == "list"):
        if chance(draw, absent):
            continue
        values[fact.name] = found[fact.name] = value(draw, fact, values)
        if fact.kind == "list" and found[fact.name]:
            # Another list is often compared with one of these rows, often the only one.
            values |= pick(draw, found[fact.name])
    return found


def value(draw: DrawFn, fact: Fact, values: Values) -> Any:
    """One JSON value for a fact, aimed at its edges given the other values drawn."""
    partners = [values[name] for name in fact.same_as if name in values]
    match fact.kind:
        case "yes_no":
            answers: list[bool] = [True, False, *fact.named, *partners]
            return pick(draw, answers)
        case "note":
            return pick(draw, NOTES)
        case "number":
            return _number(draw, fact, values)
        case "date":
            return pick(draw, _days(fact, values))
        case "choice":
            return pick(draw, [*fact.options, *[*fact.named] * 2, *partners * 6])
        case "set":
            return _set(draw, fact, partners)
        case "findings":
            return _findings(draw, fact.options)
        case "codes":
            codes = tuple(dict.fromkeys([*fact.named, *fact.options]))
            return _some_of(draw, codes, _sizes((), min(len(codes), 4)))
        case "list":
            return _rows(draw, fact, values)
        case _:
            assert_never(fact.kind)


# ---------------------------------------------------------------- numbers and dates


def _number(draw: DrawFn, fact: Fact, values: Values) -> int | float:
    """At a bound, one step beside it, at an end of the range, or anywhere."""
    low, high, step = exact(fact.low), exact(fact.high), Decimal(1).scaleb(-fact.places)
    points = [low, high]
    for line in fact.lines:
        turn = turning(line, fact.name, values, lambda: draw(st.integers(0, MOST_DRAWN_ROWS)))
        if turn is not None:
            below = (turn / step).to_integral_value(ROUND_FLOOR) * step
            points += [below, below + step, below - step] * 2
    inside = [point for point in points if low <= point <= high]
    if chance(draw, 1):
        inside = [low + draw(st.integers(0, int((high - low) / step))) * step]
    point = pick(draw, inside)
    return plain(point) if not chance(draw, 1) else float(point)  # 4.0 is the whole number 4


def _days(fact: Fact, values: Values) -> list[str]:
    """The days around every date that this one is compared with, and some ends of months and of the range."""
    near = [beside for day in edge_days(fact, values) for beside in (day, shift(day, 0, -1), shift(day, 0, 1))]
    inside = [day for day in near if fact.low <= day <= fact.high]
    far = [day for day in (fact.low, fact.high, *_ends(fact)) if fact.low <= day <= fact.high]
    return inside * max(1, len(far) // max(1, len(inside))) * 4 + far


def _ends(fact: Fact) -> Iterator[str]:
    """Leap days, and ends of months in two years of the range."""
    yield from ("2024-02-29", "2028-02-29")
    middle = min(max(int(fact.low[:4]), 2027), int(fact.high[:4]))
    yield from (f"{year:04}-{end}" for year in (middle, middle + 1) for end in MONTH_ENDS)


# ---------------------------------------------------------------- sets, findings, lists


def _set(draw: DrawFn, fact: Fact, partners: Sequence[Sequence[str]]) -> list[str]:
    whole: list[Sequence[str]] = [*partners, *(named for named in fact.named if isinstance(named, list))]
    if len(whole) > 0 and chance(draw, 5):
        return list(pick(draw, whole))
    pool = [*fact.options, *(item for item in fact.named if isinstance(item, str) for _ in range(2))]
    return _some_of(draw, pool, _sizes(fact.sizes, len(fact.options)))


def _sizes(compared: Sequence[int], most: int) -> list[int]:
    near = [size + beside for size in compared for beside in (0, 1, -1)]
    return [size for size in (1, 0, 2, 3, most, *near * 2) if 0 <= size <= most]


def _some_of(draw: DrawFn, items: Sequence[str], sizes: Sequence[int]) -> list[str]:
    size = pick(draw, sizes)
    return draw(st.lists(st.sampled_from(items), min_size=size, max_size=size, unique=True))


def _findings(draw: DrawFn, items: Sequence[str]) -> dict[str, bool]:
    """All ruled out, all found, each its own way, or all stated but for one."""
    how = pick(draw, ("each", "no", "yes", "but one", "but one stated"))
    if how == "each":
        answers = {item: pick(draw, (None, True, False)) for item in items}
        return {item: answer for item, answer in answers.items() if answer is not None}
    closed = dict.fromkeys(items, how == "yes")
    if how.startswith("but"):
        odd = pick(draw, items)
        return closed | {odd: True} if how == "but one stated" else {i: no for i, no in closed.items() if i != odd}
    return closed


def _rows(draw: DrawFn, fact: Fact, values: Values) -> list[Request]:
    """The rows without any that repeats another."""
    rows: list[Request] = []
    seen = set()
    most = max(MOST_DRAWN_ROWS, *(size + 1 for size in fact.sizes)) if fact.sizes else MOST_DRAWN_ROWS
    for _ in range(pick(draw, _sizes(fact.sizes, min(fact.high, most)))):
        row = record(draw, fact.fields, values)
        key = tuple(row.get(name) for name in fact.unique)
        if not (key and None not in key and key in seen):
            rows.append(row)
        seen.add(key)
    return rows
