"""The reason for a verdict as lines: the parts that keep a criterion from being met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wiser_policies._lines import dated, wrapped
from wiser_policies._policy import Fact
from wiser_policies._reasons import Reason

OFFICE = ("Request", "Dates", "")  # what the request itself states, and no chart
RULED_OUT, ABSENT = "ruled out: ", "looked for and not present: "
NO_CODE = "none of the listed codes is on the request"


def reason_lines(
    reason: Reason, indent: str, facts: Mapping[str, Fact], choice: bool = False, wanted: bool = True
) -> Iterator[str]:
    """The parts that keep a criterion from being met, joined as in the policy.

    `choice` says that this is one of several alternatives, so that its parts must stay together. `wanted` is the truth
    that would be no bar: false for what stands under “none of”.
    """
    if not reason.parts:
        says = f"{test_words(reason) or 'this'}  ({_state(reason, facts)})"
        yield from wrapped(says, f"{indent}- ", f"{indent}  ")
        return
    wanted = wanted is not (reason.joint == "none of")
    open_parts = [part for part in reason.parts if part.truth is not wanted]
    if reason.joint == "any of" and any(_of_another_code(part) for part in open_parts):
        # The condition of another code says nothing about this request.
        open_parts = [part for part in open_parts if not _of_another_code(part)]
        if not open_parts:
            yield from wrapped(_codes_that_bar(reason), f"{indent}- ", f"{indent}  ")
            return
        if len(open_parts) == 1:
            yield from reason_lines(open_parts[0], indent, facts, choice, wanted)
            return
    together = reason.joint in ("all of", "only if")
    if together and not reason.words and (not choice or len(open_parts) == 1):
        for part in open_parts:
            yield from reason_lines(part, indent, facts, choice, wanted)
        return
    words = f"{dated(reason.words)}{' ' if reason.words.endswith(('?', '.', ':')) else ': '}" if reason.words else ""
    yield from wrapped(f"{words}{_joint(reason.joint)}", f"{indent}- ", f"{indent}  ")
    for part in open_parts:
        yield from reason_lines(part, indent + "    ", facts, not together, wanted)


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
