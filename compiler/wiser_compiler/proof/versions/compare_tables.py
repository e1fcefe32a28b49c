"""Differences in the tables of two versions: facts, codes, clocks, states, services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, assert_never

from wiser_compiler.core.case import rule
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    Choice,
    Clock,
    Code,
    Codes,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    Service,
    State,
    YesNo,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.proof.versions.model import Entry, Table

Columns: TypeAlias = Mapping[
    str, str
]  # the columns of a row; the first is shown where the other version has no such row
IN_FORCE = "in force"  # every new version has another period
# For people alone.
WORDS = ("title", "label", "labels", "question", "place", "section", "cite", "words", "known editions", "portal",
         "telephone", "fax")  # fmt: skip


def entries(old: Policy, new: Policy) -> tuple[Entry, ...]:
    """Every entry that only one version has, or that has another value in the other version."""
    before, after = _tables(old), _tables(new)
    found = (entry for table in before for entry in _compared(table, before[table], after[table]))
    return tuple(entry for entry in found if entry.what != IN_FORCE or old.version == new.version)


def _tables(policy: Policy) -> Mapping[Table, Mapping[str, Columns]]:
    return {
        "head": {policy.id: _head(policy)},
        "facts": dict(_facts(policy.facts)),
        "codes": {code.code: _code(code) for code in policy.codes},
        "clocks": {clock.id: _clock(clock) for clock in policy.clocks},
        "states": {state.id: _state(state) for state in policy.states},
        "services": {service.id: _service(service) for service in policy.services},
    }


def _compared(table: Table, before: Mapping[str, Columns], after: Mapping[str, Columns]) -> Iterator[Entry]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old is None or new is None:
            yield Entry(table, name, "", _first(old), _first(new))
            continue
        for what in old:
            if old[what] != new[what]:
                yield Entry(table, name, what, old[what], new[what], what not in WORDS)


def _head(policy: Policy) -> Columns:
    days = f"from {policy.effective}" + (f" until {policy.until}" if policy.until else "")
    editions = ", ".join(edition.name for edition in policy.for_staff.known_editions)
    return {IN_FORCE: days, "title": policy.title, "known editions": editions}


def _first(columns: Columns | None) -> str:
    return next(iter(columns.values())) if columns else ""


def _facts(facts: Iterable[Fact], of: str = "") -> Iterator[tuple[str, Columns]]:
    for fact in facts:
        name = f"{of}{fact.name}"
        unique = sorted(fact.type.unique) if isinstance(fact.type, Records) else []
        yield (
            name,
            {
                "may state": rule(_sorted(fact.type)),
                "told apart by": ", ".join(unique),
                "question": fact.ask,
                "place": fact.chart,
                "labels": _labels(fact.type),
            },
        )
        if isinstance(fact.type, Records):
            yield from _facts(fact.type.fields, f"{name}.")


def _sorted(kind: FactType) -> FactType:
    """The options sorted, since their order has no meaning."""
    match kind:
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            return replace(kind, options=tuple(sorted(options, key=lambda option: option.id)))
        case YesNo() | Note() | Number() | Date() | Codes() | Records():
            return kind
        case _:
            assert_never(kind)


def _labels(kind: FactType) -> str:
    """The words of the options; a new option is in `may state` already."""
    return ", ".join(f"{option.id}: {option.label}" for option in kind_of(kind).options)


def _code(code: Code) -> Columns:
    return {"label": code.label, "add-on to": ", ".join(sorted(code.add_on_to))}


def _clock(clock: Clock) -> Columns:
    return {
        "due": as_key(clock.due),
        "applies when": as_key(clock.applies_when) if clock.applies_when else "always",
        "title": clock.title,
        "cite": ", ".join(f"{citation.source.id} {citation.place}" for citation in clock.cite),
        "words": " ".join((clock.words, clock.quote, *(reading.text for reading in clock.readings))),
    }


def _state(state: State) -> Columns:
    return {
        "label": state.label,
        "MAC": state.mac,
        "jurisdiction": state.jurisdiction,
        "participant": state.participant,
        "portal": state.portal,
        "telephone": state.telephone,
        "fax": state.fax,
        "coverage": state.coverage,
    }


def _service(service: Service) -> Columns:
    return {
        "title": service.title,
        "codes": ", ".join(service.codes),
        "coverage": ", ".join(f"{mac} {document}".strip() for mac, document in service.coverage),
        "conditions": "; ".join(f"{code} {words}" for code, words in service.conditions),
        "section": service.section,
    }
