"""What to say of the expressions of a compiled policy: their tests in words, joined as in the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from wiser_policies._interpreter import NO_RECORD, Asked, Data, truth_of
from wiser_policies._policy import Fact
from wiser_policies._reasons import Reason

Telling: TypeAlias = Callable[[Asked], Reason]  # of a valid request


def reason_of(expr: Data, facts: Mapping[str, Fact], words: str = "", quote: str = "") -> Telling:
    """What to say of an expression, as a function of a valid request; `words` and `quote` stand above it."""
    if "says" in expr:
        return _said(expr["says"], expr["part"], facts, words, quote)
    if "at_least" in expr and _has_words(expr):
        return _joined(expr["at_least"], words, quote, [reason_of(part, facts) for part in expr["of"]])
    if "not" in expr and _has_words(expr["not"]):
        return _denied(words, quote, reason_of(expr["not"], facts))
    truth, names = truth_of(expr, facts), facts_of(expr)
    said = {found: Reason(words, found, "", quote, names) for found in (True, False, None)}
    return lambda request: said[truth(request, NO_RECORD)]


def only_if(applies: Telling, part: Telling) -> Telling:
    """A requirement that holds only where `applies` is met. Where it is not, that alone is the reason."""

    def telling(request: Asked) -> Reason:
        when = applies(request)
        if when.truth is False:
            return new(Reason, ("", False, "only if", "", (), (when,)))
        why = part(request)
        return new(Reason, ("", why.truth if when.truth or why.truth else None, "only if", "", (), (when, why)))

    return telling


# As `Reason(...)`, in a third of its time: an explanation has hundreds of them.
new = tuple.__new__


def _said(says: Mapping[str, str], part: Data, facts: Mapping[str, Fact], words: str, quote: str) -> Telling:
    question, answer, own = says.get("question", ""), says.get("answer", ""), says.get("quote", "")
    items = _findings(part["of"], facts) if "at_least" in part else []
    if items:  # item by item, so that the one that was not looked for is named
        heading = f"{words}: {question}" if words else question
        named = [reason_of(item, facts, label) for item, label in items]
        return _joined(part["at_least"], heading, own or quote, named)
    said = f"{question} {answer}".strip()
    return reason_of(part, facts, f"{words}: {said}" if words and said else words or said, own or quote)


def _joined(count: int, words: str, quote: str, tellings: Sequence[Telling]) -> Telling:
    """At least so many of the parts."""
    spare = len(tellings) - count  # how many need not be met
    joint = "all of" if not spare else "any of" if count == 1 else f"at least {count} of"

    def telling(request: Asked) -> Reason:
        parts = tuple([part(request) for part in tellings])
        truths = [part.truth for part in parts]
        truth = True if truths.count(True) >= count else False if truths.count(False) > spare else None
        return new(Reason, (words, truth, joint, quote, (), parts))

    return telling


def _denied(words: str, quote: str, part: Telling) -> Telling:
    """Not the part."""

    def telling(request: Asked) -> Reason:
        why = part(request)
        return new(Reason, (words, None if why.truth is None else not why.truth, "none of", quote, (), (why,)))

    return telling


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
    """The same for terms: what stands further out comes first."""
    pending: list[Any] = list(terms)
    for term in pending:
        of = term.get("count", term)
        yield from (of[kind] for kind in ("fact", "latest", "earliest") if kind in of)
        if "where" in term:
            yield from _named(term["where"])
        pending += [term["shift"]] if "shift" in term else [term["part"]] if "times" in term else term.get("sum", ())
