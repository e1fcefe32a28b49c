"""The words for a criterion that is not met as the request stands, with the number that a count found.

If a list is counted from a day on, they also say since when: "5 counted since April 30, 2025".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wiser_policies._dates import in_words, shift
from wiser_policies._interpreter import MIRRORED, Data
from wiser_policies._partial import Partial

# Days from the value of a test to the first day that meets it, where there is a first day.
AFTER: Mapping[str, int | None] = {"==": None, "<": None, "<=": None, ">": 1, ">=": 0}


def standing(title: str, test: Data, partial: Partial) -> str:
    """A criterion that is not met, in words. `partial` knows the request."""
    counted = _counted(test, partial)
    return f"{title}: {counted}" if counted else title


def _counted(test: Data, partial: Partial) -> str:
    """The number that a test compares with a limit, where it counts in a list; empty for every other test."""
    while "says" in test or "not" in test:
        test = test["part"] if "says" in test else test["not"]
    if "compare" not in test:
        return ""
    term = test["left"] if "value" in test["right"] else test["right"]
    counts = [*_counts(term)]
    found = partial.term(term) if counts else {}
    if "value" not in found:
        return ""
    days = {_first_day(count["where"], partial) if "where" in count else "" for count in counts}
    since = days.pop() if len(days) == 1 else ""
    return f"{found['value']} counted{f' since {in_words(since)}' if since else ''}"


def _counts(term: Data) -> Iterator[Data]:
    """The counts in a term that count the records of a list as they are."""
    if "count" in term:
        yield term
    for part in term.get("sum", ()):
        yield from _counts(part)


def _first_day(where: Data, partial: Partial) -> str:
    """The first day that a filter lets through; empty if it has none that is known."""
    return max(_first_days(partial.expression(where)), default="")


def _first_days(where: Data) -> Iterator[str]:
    while "says" in where:
        where = where["part"]
    if "at_least" in where and where["at_least"] == len(where["of"]):
        for part in where["of"]:
            yield from _first_days(part)
    elif "compare" in where:
        op, left, right = where["compare"], where["left"], where["right"]
        if "value" in left:
            op, left, right = MIRRORED[op], right, left
        after = AFTER[op]
        if after is not None and "field" in left and isinstance(day := right.get("value"), str):
            yield shift(day, 0, after)
