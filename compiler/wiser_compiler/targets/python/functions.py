"""The functions of a validator, one for each criterion, each named condition and each pass over a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from wiser_compiler.core.model import Compare, Criterion, Expr, Shifted, Worded
from wiser_compiler.core.walk import criterion_facts, criterion_parts, readings_of, subexpressions, terms
from wiser_compiler.targets.python.code import (
    STEP,
    WIDTH,
    YES,
    Code,
    both,
    decided,
    define,
    layout,
    opposite,
    quoted,
    returning,
)
from wiser_compiler.targets.python.naming import Naming
from wiser_compiler.targets.python.records import look_function
from wiser_compiler.targets.python.types import listed
from wiser_compiler.targets.python.units import Unit, Units


def functions(criteria: Sequence[Criterion], units: Units) -> list[str]:
    """Every function over the chart."""
    return [
        *(line for criterion in criteria for line in _verdict(criterion, units)),
        *(line for name, unit in units.truths.items() for line in _truth(units.conditions[name], unit, units)),
        *(line for record_pass in units.record_passes for line in look_function(record_pass, units)),
    ]


def constants(criteria: Sequence[Criterion], units: Units) -> list[str]:
    """The constants of items that sets and codes are compared with, and a function for each offset of a date."""
    return [
        *(
            line
            for items, name in units.items.items()
            for line in listed(f"{name}: Final = frozenset((", [quoted(item) for item in items], "))", "")
        ),
        *_movers(criteria, units.naming),
    ]


def _movers(criteria: Sequence[Criterion], naming: Naming) -> list[str]:
    found = {
        naming.mover(term): term for part in _comparisons(criteria) for term in terms(part) if isinstance(term, Shifted)
    }
    kind, made = (naming.use("Mover"), naming.use("mover")) if found else ("", "")
    return [f"{name}: Final[{kind}] = {made}({found[name].months}, {found[name].days})" for name in sorted(found)]


def _comparisons(criteria: Sequence[Criterion]) -> Iterator[Compare]:
    """Every comparison of the criteria, those in filters included."""
    for whole in (whole for criterion in criteria for whole in criterion_parts(criterion)):
        yield from (part for part in subexpressions(whole) if isinstance(part, Compare))


def _verdict(criterion: Criterion, units: Units) -> list[str]:
    unit, logic = units.verdicts[criterion.id], units.logic(criterion.id)
    lines = define(unit.name, unit.params, units.naming.use("Verdict"), _criterion_doc(criterion))
    applies: Code = YES
    if criterion.applies_when is not None:
        lines += returning(logic.surely(criterion.applies_when, False), '"not applicable"')
        applies = logic.surely(criterion.applies_when, True)
    met, not_met = logic.surely(criterion.test, True), both(applies, logic.surely(criterion.test, False))
    if applies == YES:
        guards = [logic.stated(fact) for fact in criterion_facts(criterion)]
        if (simple := decided(met, not_met, guards)) is not None:
            return [*lines, *_decided(*simple), "", ""]
    lines += [*returning(met, '"met"'), *([] if met == YES else returning(not_met, '"not met"'))]
    return [*lines, *([] if YES in (met, not_met) else ['    return "missing"']), "", ""]


def _decided(stated: Code, test: Code) -> list[str]:
    """The verdict of a test: missing where a needed fact is not stated, else met or not met."""
    unstated = opposite(stated)
    assert unstated is not None
    return [
        *returning(unstated, '"missing"'),
        *layout(test, STEP, 'return "met" if ', ' else "not met"'),
    ]


def _truth(says: Worded, unit: Unit, units: Units) -> list[str]:
    logic = units.logic(says.name)
    quotes = _quotes([says])
    doc = [f"{says.question}.", *([""] if quotes else []), *quotes]
    met, not_met = (logic.surely(says.part, wanted) for wanted in (True, False))
    return [
        *define(unit.name, unit.params, "bool | None", doc),
        *returning(met, "True"),
        *returning(not_met, "False"),
        "    return None",
        "",
        "",
    ]


def _criterion_doc(criterion: Criterion) -> list[str]:
    """The docstring of a criterion: title, citation, words of the source, ids of the readings."""
    places = [
        " ".join(word for word in (c.source.title, c.source.version, c.source.section) if word) + f", {c.place}"
        for c in criterion.cite
    ]
    ids = dict.fromkeys(reading.id for reading in readings_of(criterion))
    quotes = _quotes(criterion_parts(criterion))
    said = [line for place in places for line in wrap(place, WIDTH - len(STEP))]
    return [f"{criterion.title}.", "", *said, *quotes, *([f"Readings: {', '.join(ids)}"] if ids else [])]


def _quotes(exprs: Iterable[Expr]) -> list[str]:
    return [f"“{quote}”" for quote in dict.fromkeys(says.quote for says in _says(exprs) if says.quote)]


def _says(exprs: Iterable[Expr]) -> Iterable[Worded]:
    """The worded parts of expressions, those in filters included."""
    return (part for expr in exprs for part in subexpressions(expr) if isinstance(part, Worded))
