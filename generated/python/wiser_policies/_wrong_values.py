"""Values that break the rule of a fact, each in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, assert_never

from wiser_policies._dates import shift
from wiser_policies._edges import Fact, exact, plain
from wiser_policies._rules import MOST_CODES, MOST_NOTE

NO_DATES: Sequence[Any] = (
    "20260615", "2026-02-30", "2026-6-1", "2026-06-15T00:00:00", "15.06.2026", "2026-06-15\n", 20260615,
    "２０２６-０６-１５",  # digits that are not ASCII
    "", True,
)  # fmt: skip


def wrong_values(fact: Fact) -> Sequence[Any]:
    """Values that break the rule of a fact that holds no records."""
    first = fact.options[0] if fact.options else ""
    match fact.kind:
        case "yes_no":
            return 1, 0, "yes", "true", "", 1.0, [], [True]
        case "note":
            return "", " ", "\t\n", "x" * (MOST_NOTE + 1), 7, True, ["p. 3"]
        case "number":
            return _wrong_numbers(fact)
        case "date":
            return *NO_DATES, shift(fact.low, 0, -1), shift(fact.high, 0, 1)
        case "choice":
            return "no such answer", "", " " + first, [first], True, 1
        case "set":
            return [first, first], ["no such item"], [first, None], first, {first: True}, True
        case "findings":
            return [first], first, True, {first: 1}, {first: None}, {first: "yes"}, {"no such": True}
        case "codes":
            many = [f"{number:05}" for number in range(MOST_CODES + 1)]
            wrong = ["99999", "99999"], ["9999"], ["99999 "], ["a00"], [99999], [None]
            return *wrong, many, "99999", {"99999": True}
        case "list":
            raise AssertionError("records are made wrong one by one")
        case _:
            assert_never(fact.kind)


def _wrong_numbers(fact: Fact) -> Sequence[Any]:
    low, high, step = exact(fact.low), exact(fact.high), Decimal(1).scaleb(-fact.places)
    finer = [float(low + step / 2)] if low < high else []
    unheard = float("nan"), float("inf"), float("-inf"), 10**400
    return True, False, str(low), "", [1], *unheard, plain(low - step), plain(high + step), *finer
