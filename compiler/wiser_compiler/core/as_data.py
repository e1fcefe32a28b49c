"""A policy as JSON values: all that a validator in any language needs to answer requests.

`schemas/compiled-policy.schema.json` describes the form, `docs/semantics.md` says what it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.case import rule
from wiser_compiler.core.kinds import as_json, json_number, kind_of
from wiser_compiler.core.last_policy import known_of_the_last
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    MOST_CODES,
    MOST_NOTE,
    AddOns,
    Asking,
    AtLeast,
    Choice,
    Citation,
    Clock,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Instruction,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Reading,
    Records,
    Shifted,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.sheet import Blank, Run, Text, Tick, filled, sheet_of
from wiser_compiler.core.walk import readings_of
from wiser_compiler.json_text import printed

FORM = "wiser-compiled-policy/1"
Data: TypeAlias = dict[str, Any]


@known_of_the_last
def as_text(policy: Policy) -> str:
    """The file of a compiled policy."""
    return printed(as_data(policy))


@known_of_the_last
def as_data(policy: Policy) -> Data:
    """A policy as JSON values. Expressions and terms leave out empty values; nothing else does.

    Whoever asks next about the same policy gets the same values: they are not to be changed.
    """
    return without_sheet(policy) | {"sheet": _sheet(policy)}


def without_sheet(policy: Policy) -> Data:
    """The same with an empty sheet, which has no part in the meaning."""
    return {
        "form": FORM,
        "id": policy.id,
        "version": policy.version,
        "title": policy.title,
        "program": policy.program,
        "effective": policy.effective.isoformat(),
        "until": policy.until.isoformat() if policy.until else None,
        "meaning": meaning(policy),
        "sources": sources_as_data(policy),
        "codes": [{"code": code.code, "label": code.label, "add_on_to": list(code.add_on_to)} for code in policy.codes],
        "facts": [_fact(fact) for fact in policy.facts],
        "criteria": [_criterion(criterion) for criterion in policy.criteria],
        "clocks": [_clock(clock) for clock in policy.clocks],
        "states": [
            {
                "id": state.id,
                "label": state.label,
                "mac": state.mac,
                "jurisdiction": state.jurisdiction,
                "participant": state.participant,
                "portal": state.portal,
                "telephone": state.telephone,
                "fax": state.fax,
                "coverage": state.coverage,
                "cite": _citations(state.cite),
            }
            for state in policy.states
        ],
        "services": [
            {
                "id": service.id,
                "title": service.title,
                "section": service.section,
                "codes": list(service.codes),
                "coverage": dict(service.coverage),
            }
            for service in policy.services
        ],
        **_for_staff(policy),
        "sheet": {"title": "", "parts": []},
    }


def sources_as_data(policy: Policy) -> list[Data]:
    """The documents that a policy cites."""
    return [
        {
            "id": source.id,
            "title": source.title,
            "version": source.version,
            "section": source.section,
            "published": source.published,
            "url": source.url,
            "secondary": source.secondary,
        }
        for source in policy.sources
    ]


def _for_staff(policy: Policy) -> Data:
    found = policy.for_staff
    return {
        "known_editions": [
            {"name": one.name, "from": one.since.isoformat(), "known": one.known, "cite": _citations(one.cite)}
            for one in found.known_editions
        ],
        "sending": [_instruction(one) for one in found.sending],
        "decisions": [_instruction(one) for one in found.decisions],
        "supplied_by": dict(found.supplied_by),
        "add_ons": None if found.add_ons is None else _add_ons(found.add_ons),
        "asking": [_asking(one) for one in found.asking],
    }


def _instruction(one: Instruction) -> Data:
    said = {"id": one.id, "title": one.title, "says": one.says, "cite": _citations(one.cite)}
    return {**said, "sheet": None if one.sheet is None else list(map(_run, filled(one.sheet, (), {})))}


def _add_ons(found: AddOns) -> Data:
    return {"if_left_off": found.if_left_off, "cite": _citations(found.cite), "told_by": found.told_by}


def _asking(one: Asking) -> Data:
    return {
        "fact": one.fact,
        "plan": one.plan,
        "grows": one.grows,
        "claims_failure": one.claims_failure,
        "from": one.supplier,
        "unlikely_if": None if one.unlikely_if is None else expression(one.unlikely_if),
    }


def _criterion(criterion: Criterion) -> Data:
    return {
        "id": criterion.id,
        "title": criterion.title,
        "effect": criterion.effect,
        "cite": _citations(criterion.cite),
        "readings": _readings(readings_of(criterion)),
        "applies_when": None if criterion.applies_when is None else expression(criterion.applies_when),
        "require": expression(criterion.require),
        "unless": None if criterion.unless is None else expression(criterion.unless),
    }


def _clock(clock: Clock) -> Data:
    return {
        "id": clock.id,
        "title": clock.title,
        "words": clock.words,
        "cite": _citations(clock.cite),
        "readings": _readings(clock.readings),
        "applies_when": None if clock.applies_when is None else expression(clock.applies_when),
        "due": term(clock.due),
    }


def _citations(cite: Iterable[Citation]) -> list[Data]:
    return [
        {
            "source": citation.source.id,
            "title": citation.source.title,
            "version": citation.source.version,
            "section": citation.source.section,
            "place": citation.place,
        }
        for citation in cite
    ]


def _readings(readings: Iterable[Reading]) -> list[Data]:
    return [{"id": reading.id, "text": reading.text} for reading in readings]


# ---------------------------------------------------------------- the sheet


def _sheet(policy: Policy) -> Data:
    """The printed sheet, with the bounds of the policy in its sentences."""
    sheet = sheet_of(policy)
    return {
        "title": sheet.title,
        "parts": [
            {
                "id": part.id,
                "title": part.title,
                "layout": part.layout,
                "skip": list(map(_run, part.skip)),
                "lines": [
                    {
                        "criteria": list(line.criteria),
                        "facts": list(line.facts),
                        "ask": list(line.ask),
                        "says": list(map(_run, line.says)),
                    }
                    for line in part.lines
                ],
            }
            for part in sheet.parts
        ],
    }


def _run(run: Run) -> Data:
    match run:
        case Text(words=words, bold=bold):
            return {"bold" if bold else "text": words}
        case Tick(at=at, values=values, words=words, test=test):
            ticked = {"tick": at, "values": [as_json(value) for value in values], "text": words}
            return ticked | ({} if test is None else {"test": expression(test)})
        case Blank(at=at, term=worked_out, percent=percent):
            if worked_out is None:
                return {"blank": at}
            whole = term(worked_out)
            return {"blank": at} | ({"term": whole} if percent == 100 else {"share": {"percent": percent, "of": whole}})
        case _:
            assert_never(run)


# ---------------------------------------------------------------- facts


def _fact(fact: Fact) -> Data:
    said = {"name": fact.name, "ask": fact.ask, "chart": fact.chart, "rule": rule(fact.type)}
    return {**said, "type": kind_of(fact.type).tag, **_type(fact.type)}


def _type(kind: FactType) -> Data:
    """The type of a fact: what a request may state for it."""
    match kind:
        case YesNo():
            return {}
        case Note():
            return {"most": MOST_NOTE}
        case Number(low=low, high=high, places=places, unit=unit):
            return {"from": json_number(low), "to": json_number(high), "places": places, "unit": unit}
        case Date(first=first, last=last):
            return {"from": first.isoformat(), "to": last.isoformat()}
        case Choice(options=options) | Findings(options=options):
            return {"options": _options(options)}
        case OptionSet(options=options, unit=unit):
            return {"options": _options(options), "unit": unit}
        case Codes(system=system):
            return {"system": system, "pattern": CODE_SYSTEMS[system], "most": MOST_CODES}
        case Records(fields=fields, most=most, unique=unique, unit=unit):
            inner = [_fact(field) for field in fields]
            return {"fields": inner, "most": most, "unique": list(unique), "unit": unit}
        case _:
            assert_never(kind)


def _options(options: Iterable[Option]) -> Mapping[str, str]:
    return {option.id: option.label for option in options}


# ---------------------------------------------------------------- expressions and terms


def expression(expr: Expr) -> Data:
    """An expression; `says`, `not`, `at_least`, `compare`, `includes`, `begins` or `documented` names its kind."""
    match expr:
        case Worded(part=part, question=question, answer=answer, quote=quote, name=name):
            words = {"question": question, "answer": answer, "quote": quote, "name": name}
            return {"says": {key: text for key, text in words.items() if text}, "part": expression(part)}
        case Not(part=part):
            return {"not": expression(part)}
        case AtLeast(count=count, parts=parts):
            return {"at_least": count, "of": [expression(part) for part in parts]}
        case Compare(op=op, left=left, right=right):
            return {"compare": op, "left": term(left), "right": term(right)}
        case Includes(fact=fact, item=item):
            named = {"in": _named(fact)}
            return {"includes": item, **named} if expr.beginning is None else {"begins": expr.beginning, **named}
        case Documented(fact=fact):
            return {"documented": _named(fact)}
        case _:
            assert_never(expr)


def term(found: Term) -> Data:
    """A term; its kind is named by `fact`, `field`, `value`, `shift`, `sum`, `times`, `count`, `total` or a `Which`."""
    match found:
        case FactValue(fact=fact):
            return _named(fact)
        case Literal(value=value):
            return {"value": as_json(value)}
        case Shifted(date=inner, months=months, days=days):
            return {"shift": term(inner), "months": months, "days": days}
        case Sum(parts=parts):
            return {"sum": [term(part) for part in parts]}
        case Multiple(factor=factor, part=part):
            return {"times": factor, "part": term(part)}
        case Count(of=of, where=where):
            return {"count": _named(of), **_where(where)}
        case Extreme(which=which, of=of, field=field, where=where):
            return {which: of.name, "by": field.name, **_where(where)}
        case Total(of=of, field=field, where=where):
            return {"total": of.name, "by": field.name, **_where(where)}
        case _:
            assert_never(found)


def _named(fact: Fact) -> Data:
    """A fact of the request, or a field of the record in hand."""
    return {"field" if fact.row_of else "fact": fact.name}


def _where(where: Expr | None) -> Data:
    return {} if where is None else {"where": expression(where)}
