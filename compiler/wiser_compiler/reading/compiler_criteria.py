"""The criteria that the compiler makes of a document's head (decision 09): its dates, its codes, its services.

They are ordinary criteria with the ids of `core/criterion_ids`, and their `origin` says that no author wrote them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wiser_compiler.core.criterion_ids import IN_FORCE, LISTED_CODE, ONE_SERVICE, of_code, primary_of
from wiser_compiler.core.model import (
    TRUE,
    AtLeast,
    Citation,
    Compare,
    Criterion,
    Date,
    Effect,
    Expr,
    FactValue,
    Includes,
    Literal,
    Not,
    OnSheet,
    Piece,
    Reading,
    Sentence,
    Service,
    SheetLine,
    Worded,
    all_of,
    any_of,
)
from wiser_compiler.core.sheet_tests import joined
from wiser_compiler.diagnostics import Span
from wiser_compiler.reading.codes import FACT, CodeGroup, Listed
from wiser_compiler.reading.names import Names
from wiser_compiler.reading.template import RECEIVED_DATE


def _made(
    id: str,
    title: str,
    effect: Effect,
    cite: tuple[Citation, ...],
    require: Expr,
    span: Span,
    readings: tuple[Reading, ...] = (),
    applies_when: Expr | None = None,
    says: Sentence = (),
) -> Criterion:
    lines = (SheetLine(says, span=span),) if says else ()
    return Criterion(
        id, title, effect, cite, require, applies_when, None, readings, span, "compiler", OnSheet(lines, span=span)
    )


# ---------------------------------------------------------------- of the dates


def in_force(
    effective: date | None,
    until: date | None,
    names: Names,
    cite: tuple[Citation, ...],
    readings: tuple[Reading, ...],
    span: Span,
) -> Criterion:
    """The criterion that the request is received while the version is in force (wiser.md, question A15).

    A document without the date fact `received_date` is reported, and any request passes.
    """
    title = "This edition of the rules is the one for the day the request is received"
    fact = names.fact("received_date")
    if fact is None or not isinstance(fact.type, Date):
        names.report.error(
            "missing-fact",
            "a policy needs the date fact `received_date`: it decides which version applies",
            span,
            f"declare it, as in `{RECEIVED_DATE}`, or use a vocabulary that does, as in `uses: common 1.0.0`",
        )
        return _made(IN_FORCE, title, "scope", cite, TRUE, span)
    tests: list[Expr] = [Compare(">=", FactValue(fact), Literal(effective or date.min))]
    words = f"on or after {effective}"
    if until is not None:
        tests.append(Compare("<", FactValue(fact), Literal(until)))
        words += f", and before {until}"
    says = Worded(all_of(*tests), fact.ask, words, span=span)
    line = (Piece("text", "The request is received "), Piece("place", fact=fact.name))
    return _made(IN_FORCE, title, "scope", cite, says, span, readings, says=line)


# ---------------------------------------------------------------- of the codes


def of_codes(
    groups: Iterable[CodeGroup], title: str, cite: tuple[Citation, ...], span: Span, said: bool = True
) -> list[Criterion]:
    """The criterion that one of the codes is on the request, and the advisory criteria of single codes.

    `said` lists the codes on the sheet; those of a program are too many.
    """
    groups = [group for group in groups if group.codes]
    if not groups:
        return []
    codes = [listed for group in groups for listed in group.codes]
    free = [listed for group in groups if group.only_when is None for listed in group.codes]
    parts = [*_either(free, span), *(_together(group) for group in groups if group.only_when is not None)]
    return [
        _made(
            LISTED_CODE,
            title,
            "scope",
            cite,
            any_of(*parts),
            span,
            _readings(codes),
            says=_sentence(groups) if said else (),
        ),
        *(criterion for listed in codes for criterion in _shown(listed)),
    ]


def _sentence(groups: Sequence[CodeGroup]) -> Sentence:
    """The codes as the sheet says them, those that count alone before those with a condition in words, and behind them
    the condition that all of them share.

    Nothing where a condition has no words: the title of the criterion is said then.
    """
    shared = groups[0] if len(groups) == 1 and groups[0].only_when is not None else None
    found: dict[Sentence, list[str]] = {}
    for group in groups:
        for listed in group.codes:
            when = ((listed.only_when, listed.says), (group.only_when if shared is None else None, group.says))
            words = tuple(says for expr, says in when if expr is not None)
            if not all(words) or (shared is not None and not shared.says):
                return ()
            found.setdefault(_and(words), []).append(listed.code.code)
    said: list[Piece] = []
    for condition, codes in sorted(found.items(), key=lambda one: bool(one[0])):
        said += [Piece("text", ", or " if said else "A planned code is "), Piece("bold", joined(codes, "or"))]
        said += [Piece("text", " if "), *condition] if condition and len(found) > 1 else _also(condition)
    return (*said, *_also(shared.says if shared else ()))


def _also(condition: Sentence) -> Sentence:
    """A condition of all that stands before it."""
    return (Piece("text", ", "), Piece("bold", "and"), Piece("text", " "), *condition) if condition else ()


def _and(sentences: Sequence[Sentence]) -> Sentence:
    """Sentences joined to one."""
    return tuple(piece for at, one in enumerate(sentences) for piece in ((Piece("text", " and "),) if at else ()) + one)


def _together(group: CodeGroup) -> Expr:
    """The test for one of the codes, with the condition that they share."""
    whole = all_of(any_of(*_either(group.codes, group.span)), *([group.only_when] if group.only_when else []))
    return Worded(whole, quote=group.quote, readings=group.readings, span=group.span)


def _either(codes: Sequence[Listed], span: Span) -> list[Expr]:
    """The alternatives of scope: one of the codes without a condition, or one code with its own condition."""
    free = [listed.code.code for listed in codes if listed.only_when is None]
    parts: list[Expr] = []
    if free:
        words = f"includes {free[0]}" if len(free) == 1 else "at least one of: " + ", ".join(free)
        parts.append(Worded(any_of(*(Includes(FACT, code) for code in free)), FACT.ask, words, span=span))
    for listed in codes:
        if listed.only_when is not None:
            whole = all_of(listed.on_request, listed.only_when)
            parts.append(Worded(whole, quote=listed.quote, readings=listed.readings, span=listed.code.span))
    return parts


def _readings(codes: Iterable[Listed]) -> tuple[Reading, ...]:
    """The readings of codes without a condition and without a primary code."""
    alone = [listed for listed in codes if listed.only_when is None and not listed.code.add_on_to]
    return tuple(dict.fromkeys(reading for listed in alone for reading in listed.readings))


def _shown(listed: Listed) -> list[Criterion]:
    """The advisory criteria of one code."""
    code, span = listed.code, listed.code.span
    shown = []
    if listed.only_when is not None:
        require = Worded(listed.only_when, quote=listed.quote, span=span)
        title = f"Code {code.code} is used for this service"
        shown.append((of_code(code.code), title, require))
    if code.add_on_to:
        either = any_of(*(Includes(FACT, primary) for primary in code.add_on_to))
        require = Worded(either, FACT.ask, "at least one of: " + ", ".join(code.add_on_to), span=span)
        title = f"Add-on code {code.code} comes with its primary code"
        shown.append((primary_of(code.code), title, require))
    return [
        _made(id, title, "advisory", listed.cite, require, span, listed.readings, listed.on_request)
        for id, title, require in shown
    ]


# ---------------------------------------------------------------- of the services


def one_service(services: Sequence[Service], cite: tuple[Citation, ...], span: Span) -> Criterion:
    """The criterion that a request has codes of only one service."""
    present = tuple(any_of(*(Includes(FACT, code) for code in service.codes)) for service in services if service.codes)
    fewer = Not(AtLeast(2, present)) if len(present) > 1 else TRUE
    says = Worded(fewer, FACT.ask, "codes of one service only", span=span)
    title = "The codes on the request are of one service"
    return _made(ONE_SERVICE, title, "advisory", cite, says, span)
