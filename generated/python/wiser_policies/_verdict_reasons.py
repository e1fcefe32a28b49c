"""The reasons for verdicts: the tests of a compiled policy in words, joined as in the policy.

A reason follows from the truths of the tests alone. Many charts share these, so each reason is made once and kept.
Often the verdict settles the truths, as where all tests are required and it is met: then no test is evaluated again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from wiser_policies._interpreter import NO_RECORD, UPPER, Asked, Data, Test, Truth, truth_of
from wiser_policies._policy import Criterion, CriterionReason, Fact
from wiser_policies._reasons import Reason
from wiser_policies._verdicts import MET, NOT_APPLICABLE, TRUTHS, Verdict

ReasonFor: TypeAlias = Callable[[Asked, Verdict], CriterionReason]  # of a valid request, and the verdict on it
Truths: TypeAlias = tuple[Truth, ...]  # of tests, in the order of the policy

ONLY_IF = "only if"  # the joint of a requirement that has a condition
REMEMBERED = 64  # combinations of truths, for each criterion


class Making(NamedTuple):
    """The reason of an expression as a function of the truths of its tests; and the truths that its own settles."""

    reason: Callable[[Truths], Reason]
    settled: Mapping[Truth, Truths]


OF_ONE_TEST: Mapping[Truth, Truths] = {True: (True,), False: (False,), None: (None,)}


def reason_for(criterion: Criterion, applies: Data | None, test: Data, facts: Mapping[str, Fact]) -> ReasonFor:
    """The reason of a criterion, with its condition, as a function of a valid request and the verdict."""
    tests: list[Test] = []
    why = reason_of(test, facts, tests)
    if applies is None:
        made = lru_cache(REMEMBERED)(lambda truths: _of_criterion(criterion, why.reason(truths), facts))
        settled = {TRUTHS[truth]: truths for truth, truths in why.settled.items()}
        return lambda request, verdict: made(settled.get(verdict) or _truths(tests, request))
    conditions: list[Test] = []
    when = reason_of(applies, facts, conditions)
    never, met = when.settled.get(False), why.settled.get(True)

    @lru_cache(REMEMBERED)
    def made_if(truths: Truths, others: Truths | None) -> CriterionReason:
        return _of_criterion(
            criterion, _only_if(when.reason(truths), None if others is None else why.reason(others)), facts
        )

    def reason(request: Asked, verdict: Verdict) -> CriterionReason:
        if verdict == NOT_APPLICABLE:
            return made_if(never or _truths(conditions, request), None)
        others = met if met and verdict == MET else _truths(tests, request)
        return made_if(_truths(conditions, request), others)

    return reason


def _truths(tests: Sequence[Test], request: Asked) -> Truths:
    return tuple([test(request, NO_RECORD) for test in tests])


def _of_criterion(criterion: Criterion, reason: Reason, facts: Mapping[str, Fact]) -> CriterionReason:
    does_not_apply = reason.joint == ONLY_IF and len(reason.parts) == 1
    named = tuple(dict.fromkeys([name for leaf in reason.leaves() for name in leaf.facts]))
    of_the_policy = tuple([fact for fact in facts.values() if fact.name in named])
    verdict = NOT_APPLICABLE if does_not_apply else TRUTHS[reason.truth]
    return CriterionReason(criterion, verdict, reason, named, of_the_policy)


def _only_if(applies: Reason, part: Reason | None) -> Reason:
    """A requirement that holds only where `applies` is met. Where it is not, that alone is the reason."""
    if part is None:
        return Reason("", False, ONLY_IF, "", (), (applies,))
    return Reason("", part.truth if applies.truth or part.truth else None, ONLY_IF, "", (), (applies, part))


def reason_of(expr: Data, facts: Mapping[str, Fact], tests: list[Test], words: str = "", quote: str = "") -> Making:
    """The reason of an expression, as a function of the truths of its tests, which are added to `tests`.

    `words` and `quote` are those around the expression.
    """
    if "says" in expr:
        return _said(expr["says"], expr["part"], facts, tests, words, quote)
    if "at_least" in expr and _has_words(expr):
        return _joined(expr["at_least"], words, quote, [reason_of(part, facts, tests) for part in expr["of"]])
    if "not" in expr and _has_words(expr["not"]):
        return _denied(words, quote, reason_of(expr["not"], facts, tests))
    place, names = len(tests), facts_of(expr)
    tests.append(truth_of(expr, facts))
    return Making(lambda truths: Reason(words, truths[place], "", quote, names), OF_ONE_TEST)


def _said(
    says: Mapping[str, str], part: Data, facts: Mapping[str, Fact], tests: list[Test], words: str, quote: str
) -> Making:
    question, answer, own = says.get("question", ""), says.get("answer", ""), says.get("quote", "")
    items = _findings(part["of"], facts) if "at_least" in part else []
    if items:  # item by item, so that an item that was not looked for is named
        heading = f"{words}: {question}" if words else question
        named = [reason_of(item, facts, tests, label) for item, label in items]
        return _joined(part["at_least"], heading, own or quote, named)
    said = f"{question} {answer}".strip()
    return reason_of(part, facts, tests, f"{words}: {said}" if words and said else words or said, own or quote)


def _joined(count: int, words: str, quote: str, makings: Sequence[Making]) -> Making:
    """The reason of a group: at least `count` of the parts."""
    spare = len(makings) - count  # how many need not be met
    joint = "all of" if not spare else "any of" if count == 1 else f"at least {count} of"
    parts_of = [making.reason for making in makings]

    def made(truths: Truths) -> Reason:
        parts = tuple(part(truths) for part in parts_of)
        found = [part.truth for part in parts]
        truth = True if found.count(True) >= count else False if found.count(False) > spare else None
        return Reason(words, truth, joint, quote, (), parts)

    return Making(made, dict(_settled(makings, True, not spare)) | dict(_settled(makings, False, count == 1)))


def _settled(makings: Sequence[Making], truth: bool, by_all: bool) -> Iterator[tuple[Truth, Truths]]:
    """The truths of tests where every part must have a truth for the whole to have it."""
    if by_all and all(truth in making.settled for making in makings):
        yield truth, tuple([one for making in makings for one in making.settled[truth]])


def _denied(words: str, quote: str, making: Making) -> Making:
    """The reason of a *not*."""

    def made(truths: Truths) -> Reason:
        part = making.reason(truths)
        return Reason(words, None if part.truth is None else not part.truth, "none of", quote, (), (part,))

    return Making(made, {None if truth is None else not truth: truths for truth, truths in making.settled.items()})


def _findings(parts: Sequence[Data], facts: Mapping[str, Fact]) -> list[tuple[Data, str]]:
    """The parts with their labels, if each asks for one finding, or for its absence."""
    items = []
    for part in parts:
        found = part.get("not", part)
        fact = facts.get(found["in"].get("fact", "")) if "includes" in found else None
        if fact is None or fact.kind != "findings":
            return []
        label = fact.labels[fact.options.index(found["includes"])]
        items.append((part, f"ruled out: {label}" if "not" in part else label))
    return items


def _has_words(expr: Data) -> bool:
    return "says" in expr or any(map(_has_words, _parts(expr)))


def _parts(expr: Data) -> Sequence[Data]:
    """The expressions directly inside one, those inside its terms left out."""
    return [expr["not"]] if "not" in expr else [expr["part"]] if "says" in expr else expr.get("of", ())


# ---------------------------------------------------------------- which facts decide


def facts_of(*exprs: Data) -> tuple[str, ...]:
    """The facts of the request that expressions read, in order of first use, those in filters included."""
    return tuple(dict.fromkeys(name for expr in exprs for name in _named(expr)))


def _named(expr: Data) -> Iterator[str]:
    if "compare" in expr:
        yield from facts_of_terms(expr["left"], expr["right"])
    for named in (expr.get("in"), expr.get("documented")):
        if named and "fact" in named:
            yield named["fact"]
    for part in _parts(expr):
        yield from _named(part)


def facts_of_terms(*terms: Data) -> Iterator[str]:
    """The same for terms, the outer ones first."""
    pending: list[Any] = list(terms)
    for term in pending:
        of = term.get("count", term)
        yield from (of[kind] for kind in ("fact", "total", *UPPER) if kind in of)
        if "where" in term:
            yield from _named(term["where"])
        pending += [term["shift"]] if "shift" in term else [term["part"]] if "times" in term else term.get("sum", ())
