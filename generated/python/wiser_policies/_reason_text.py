"""The reason for a verdict as lines: the parts that keep a criterion from being met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from wiser_policies._dates import in_words, shift
from wiser_policies._lines import dated, words, wrapped
from wiser_policies._policy import Fact
from wiser_policies._reasons import Reason

OFFICE = ("Request", "Dates", "")  # what the request itself states, and no chart
RULED_OUT, ABSENT = "ruled out: ", "looked for and not present: "
NOTHING: Mapping[str, Any] = {}
PERIODS = {"day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}  # months, days
NO_CODE = "none of the listed codes is on the request"


class Item(NamedTuple):
    """One test in words on its lines, or the heading of the tests below it."""

    lines: tuple[str, ...]
    heading: bool = False


def reason_lines(
    reason: Reason, indent: str, facts: Mapping[str, Fact], request: Mapping[str, Any] = NOTHING
) -> Iterator[str]:
    """The parts that keep a criterion from being met, joined as in the policy.

    Days that are counted from a day of the request are worked out.
    """
    for item in _Telling(facts, request).items(reason, indent):
        yield from item.lines


def first_reason_lines(
    reason: Reason,
    indent: str,
    facts: Mapping[str, Fact],
    request: Mapping[str, Any],
    most: int,
    claims: frozenset[str] = frozenset(),
) -> Iterator[str]:
    """The same on about so many lines, with the alternative that lacks the least first. No test is cut in two.

    An alternative for which the chart would have to say that something failed comes last: `claims` are those facts.
    """
    items = [*_Telling(facts, request, nearest_first=True, claims=claims).items(reason, indent)]
    kept: list[Item] = []
    whole = sum(len(item.lines) for item in items) <= most + 1  # the line that says how many more there are
    for item in items:
        full = sum(len(one.lines) for one in kept) + len(item.lines) > most
        if full and not whole and any(not one.heading for one in kept):
            break
        kept.append(item)
    left = sum(not item.heading for item in items[len(kept) :])
    while kept and kept[-1].heading:
        kept.pop()
    for item in kept:
        yield from item.lines
    if left:
        yield f"{indent}- and {left} more, see --all"


class _Telling:
    """The words for reasons, on one request. `nearest_first` says that alternatives come by what they lack."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        request: Mapping[str, Any],
        nearest_first: bool = False,
        claims: frozenset[str] = frozenset(),
    ) -> None:
        self.facts, self.nearest_first, self.claims = facts, nearest_first, claims
        self.days = {
            words(name): request[name] for name, fact in facts.items() if fact.kind == "date" and name in request
        }

    def items(self, reason: Reason, indent: str, choice: bool = False, wanted: bool = True) -> Iterator[Item]:
        """The parts that keep a reason from being met.

        `choice` says that this is one of several alternatives, so that its parts must stay together. `wanted` is the
        truth that would be no bar: false for what stands under “none of”.
        """

        def said(text: str, heading: bool = False) -> Item:
            return Item(tuple(wrapped(text, f"{indent}- ", f"{indent}  ")), heading)

        if not reason.parts:
            yield said(f"{worked_out(test_words(reason), self.days) or 'this'}  ({_state(reason, self.facts)})")
            return
        wanted = wanted is not (reason.joint == "none of")
        open_parts = [part for part in reason.parts if part.truth is not wanted]
        if reason.joint == "any of" and any(_of_another_code(part) for part in open_parts):
            # The condition of another code says nothing about this request.
            open_parts = [part for part in open_parts if not _of_another_code(part)]
            if not open_parts:
                yield said(_codes_that_bar(reason))
                return
            if len(open_parts) == 1:
                yield from self.items(open_parts[0], indent, choice, wanted)
                return
        together = reason.joint in ("all of", "only if")
        if together and not reason.words and (not choice or len(open_parts) == 1):
            for part in open_parts:
                yield from self.items(part, indent, choice, wanted)
            return
        told = f"{dated(reason.words)}{' ' if reason.words.endswith(('?', '.', ':')) else ': '}" if reason.words else ""
        yield said(f"{told}{_joint(reason.joint)}", heading=True)
        if self.nearest_first and not together:
            open_parts.sort(key=lambda part: (self.claims_a_failure(part), _distance(part, wanted)))
        for part in open_parts:
            yield from self.items(part, indent + "    ", not together, wanted)

    def claims_a_failure(self, reason: Reason) -> bool:
        """Whether the chart does not say yet that something failed, and would have to."""
        claims = reason.truth is not True and not self.claims.isdisjoint(reason.facts)
        return claims or any(map(self.claims_a_failure, reason.parts))


def _distance(reason: Reason, wanted: bool) -> tuple[float, int]:
    """How far an alternative is from the chart: the share of its tests that would have to come out otherwise."""
    lacking, given = _lacking(reason, wanted), _given(reason, wanted)
    return lacking / max(lacking + given, 1), lacking


def _lacking(reason: Reason, wanted: bool) -> int:
    """How many tests would have to come out otherwise."""
    if not reason.parts:
        return int(reason.truth is not wanted)
    wanted = wanted is not (reason.joint == "none of")
    each = sorted(_lacking(part, wanted) for part in reason.parts)
    least = reason.joint.removeprefix("at least ").removesuffix(" of")
    count = 1 if least == "any" else int(least) if least.isdecimal() else len(each)
    return sum(each[: count if wanted else len(each) - count + 1])


def _given(reason: Reason, wanted: bool) -> int:
    """How many tests come out as they should."""
    inner = wanted is not (reason.joint == "none of")
    return sum(_given(part, inner) for part in reason.parts) if reason.parts else int(reason.truth is wanted)


_COUNTED = r"the day ([0-9]+) (day|week|month|year)s? (before|after) "


def worked_out(text: str, days: Mapping[str, str]) -> str:
    """A test with the days that are counted from others, by the names of the facts in words.

    A day that is stated is left by its name: of the values of a request, none is repeated.

    >>> worked_out("on or after the day 12 weeks before service date", {"service date": "2026-05-20"})
    'on or after February 25, 2026 (12 weeks before service date)'
    """
    if not days:
        return text
    names = "|".join(map(re.escape, sorted(days, key=len, reverse=True)))

    def counted(found: re.Match[str]) -> str:
        number, unit, side, name = found.groups()
        months, in_days = PERIODS[unit]
        sign = int(number) * (1 if side == "after" else -1)
        return f"{in_words(shift(days[name], sign * months, sign * in_days))} ({found[0].removeprefix('the day ')})"

    return re.sub(rf"{_COUNTED}({names})(?= |,|;|$)", counted, text)


def test_words(leaf: Reason) -> str:
    """A test in words, with its days as people write them."""
    return dated(leaf.words.replace(RULED_OUT, ABSENT, 1) if leaf.words.startswith(RULED_OUT) else leaf.words)


def _state(leaf: Reason, facts: Mapping[str, Fact]) -> str:
    """What the request or the chart says of a test."""
    read = [facts[name] for name in leaf.facts if name in facts]
    charts = sorted({fact.chart for fact in read if fact.chart})
    if leaf.truth is None:
        where = f"; look under {' and '.join(charts)}" if charts else ""
        return f"not stated yet{where}"
    listed = any(fact.kind == "list" for fact in read)
    who = "list" if listed else "request" if read and all(fact.chart in OFFICE for fact in read) else "chart"
    return f"the {who} says {'so' if leaf.truth else 'otherwise'}"


def _joint(joint: str) -> str:
    return {"any of": "at least one of these:", "only if": "applies only when:"}.get(joint, f"{joint} these:")


# ---------------------------------------------------------------- codes


def _codes_that_bar(reason: Reason) -> str:
    """Why the codes on the request leave no way: none is of the list, or some that must not be there are."""
    leaves = (leaf.words.partition("none of: ")[2] for leaf in reason.leaves() if _forbids_a_code(leaf))
    barring = list(dict.fromkeys(words.replace("; ", ", ") for words in leaves))
    if not barring:
        return NO_CODE
    if len(barring) == 1:
        return f"a code that does not fit the rest of the plan is on the request, one of {barring[0]}"
    return f"codes that do not go together are on the request: one of {'; and one of '.join(barring)}"


def _of_another_code(reason: Reason) -> bool:
    """Whether an alternative concerns codes that are not on the request, and none that is."""
    if not reason.parts:
        return reason.truth is False and reason.facts == ("codes",)
    closed = [_of_another_code(part) for part in reason.parts]
    if reason.joint == "all of":
        return any(closed) and not any(map(_finds_a_code, reason.parts))
    return reason.joint == "any of" and all(closed)


def _finds_a_code(part: Reason) -> bool:
    """Whether a test is met because a code is on the request."""
    return part.truth is True and part.facts == ("codes",) and "none of: " not in part.words


def _forbids_a_code(leaf: Reason) -> bool:
    """Whether a test fails because a code is on the request, and not because one is missing."""
    return leaf.facts == ("codes",) and "none of: " in leaf.words
