"""The name of an example in the words of a person: what lies where, beside which bound.

>>> steps_words(Decimal(-1), "weeks", "4 weeks"), steps_words(Decimal(2), "", "4"), steps_words(Decimal(0), "", "4")
('one week short of 4 weeks', 'two more than 4', 'exactly 4')
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wiser_compiler.core.bounds import BoundPlace, Edge, grade_of, places
from wiser_compiler.core.case import difference, nearest_base, read_case
from wiser_compiler.core.evaluate import NO_ROW, Case, interval, stated, truth
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Literal,
    Number,
    Policy,
    Term,
    Total,
)
from wiser_compiler.core.walk import all_facts
from wiser_compiler.core.words import amount, json_words, label_of, part_words, singular, term_words, value_words

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONGEST = 110  # letters of a name

# An edge of a policy, and the worded part that it stands in.
Beside = tuple[BoundPlace, Edge]


def example_name(
    policy: Policy, request: Mapping[str, Any], beside: Sequence[Beside], taken: Collection[str] = ()
) -> str:
    """A name for a chart that lies at one of these edges; else it says what is different from the nearest base.

    No name that is `taken` is given again.
    """
    case, _ = read_case(policy.facts, dict(request))
    base, _ = read_case(policy.facts, dict(nearest_base(policy, request).request))
    different = _differences(policy, request)
    at_edge = next(filter(None, (_at_edge(place, edge, case, base) for place, edge in beside)), "")
    full = _listed(different, at_edge)
    names = [name for name in (at_edge, f"{at_edge} ({full})" if at_edge and full else full) if name]
    names = [_cut(name[:1].upper() + name[1:]) for name in names] or ["The same chart again"]
    number = 2
    while names[0] in taken:
        names = [*names[1:], f"{names[-1].removesuffix(f' ({number - 1})')} ({number})"]
        number += len(names) == 1
    return names[0]


def edges_beside(policy: Policy, request: Mapping[str, Any], criteria: Collection[str]) -> list[Beside]:
    """The edges in some criteria that read a fact which the chart states otherwise than the nearest base example."""
    changed = difference(nearest_base(policy, request).request, request)
    return [
        (place, edge)
        for place in places(policy)
        for edge in place.edges
        if place.id in criteria and not changed.isdisjoint(fact.row_of or fact.name for fact in all_facts(edge))
    ]


def _cut(name: str) -> str:
    """A name that is too long ends on a whole word."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rpartition(" ")[0].rstrip(" ;:,(") + " …"


def _listed(phrases: Sequence[str], before: str) -> str:
    """As many of the phrases as there is room for behind other words, and how many more there are."""
    shown: list[str] = []
    for phrase in phrases:
        more = "" if len(shown) + 1 == len(phrases) else f" and {len(phrases)} more"
        if len(f"{before} ({', '.join([*shown, phrase])}{more})") <= LONGEST:
            shown.append(phrase)
    left = len(phrases) - len(shown)
    if not shown and not before:
        return ", ".join(phrases)
    return ", ".join(shown) + (f" and {left} more" if shown and left else "")


def _differences(policy: Policy, request: Mapping[str, Any]) -> list[str]:
    """What the chart states otherwise than the nearest base example."""
    base = nearest_base(policy, request).request
    facts = {fact.name: fact for fact in policy.facts}
    changed = [
        f"{facts[name].words} {_value(facts[name], value)}"
        for name, value in request.items()
        if base.get(name) != value
    ]
    left_out = [facts[name].words for name in base if name not in request and name in facts]
    return [*changed, *([f"without {', '.join(left_out)}"] if left_out else [])]


def _value(fact: Fact, value: Any) -> str:
    """A value; of findings that are all stated only those that are there."""
    if isinstance(fact.type, Findings) and len(value) == len(fact.type.options):
        return ", ".join(label_of(fact, item) for item, there in value.items() if there) or "none"
    return json_words(fact, value)


def _at_edge(place: BoundPlace, edge: Edge, case: Case, base: Case) -> str:
    """Where the chart lies beside an edge; an empty text where it cannot be told.

    Of a list it is told where the records lie that the base does not have, if there are any.
    """
    rows: Sequence[Case] = case.get(place.row_of, ()) if place.row_of else (NO_ROW,)
    rows = [row for row in rows if row not in base.get(place.row_of, ())] or rows
    if grade := grade_of(edge):
        return next(filter(None, (_graded(*grade, case, row) for row in rows)), "")
    if isinstance(edge, AtLeast):
        return next((_counted(place, edge, case, row) for row in rows), "")
    found = [(gap, row) for row in rows if (gap := _gap(edge, case, row)) is not None]
    if not found:
        return ""
    gap, row = min(found, key=lambda each: abs(each[0]))
    return _compared(place, edge, gap, case, row)


def _gap(edge: Compare, case: Case, row: Case) -> Decimal | None:
    """How far the left side lies above the right one, in days or in numbers."""
    left, right = (interval(term, case, row) for term in (edge.left, edge.right))
    if left.exists is not True or right.exists is not True or left.point is None or right.point is None:
        return None
    # other kinds: lie nowhere beside an edge
    if isinstance(left.point, date):
        return Decimal((left.point - right.point).days)
    return Decimal(left.point - right.point) if isinstance(left.point, Decimal) else None


def _compared(place: BoundPlace, edge: Compare, gap: Decimal, case: Case, row: Case) -> str:
    left = interval(edge.left, case, row).point
    if isinstance(left, date):
        where = "the same day as" if not gap else f"{_number(gap, 'days')} {'after' if gap > 0 else 'before'}"
        return f"{term_words(edge.left)} on {left}: {where} {term_words(edge.right)}"
    match edge.left, edge.right:
        case Count(of=of, where=chosen), Literal(value=Decimal() as bound):
            which = "" if chosen is None else " that counts" if left == 1 else " that count"
            return f"{amount(left, of.words)}{which}: {steps_words(gap, '', value_words(bound))}"
        case term, Literal(value=Decimal() as bound):
            unit = _unit(term) or next((written.unit for written in place.says.bounds), "")
            verb = "of" if isinstance(term, FactValue) else "is"
            return f"{term_words(term)} {verb} {amount(left, unit)}: {steps_words(gap, unit, amount(bound, unit))}"
        case _:  # other kinds: are told by the numbers that they are made of
            return _made_of(place, edge, gap, case, row)


def _made_of(place: BoundPlace, edge: Compare, gap: Decimal, case: Case, row: Case) -> str:
    """The numbers that a comparison reads, and on which side of the words of the source they lie."""
    numbers = {fact: stated(fact, case, row) for fact in all_facts(edge) if isinstance(fact.type, Number)}
    told = ", ".join(
        f"{fact.words} {amount(value, _unit(FactValue(fact)))}" for fact, value in numbers.items() if value is not None
    )
    where = "exactly at" if not gap else "just above" if gap > 0 else "just below"
    return f"{told}: {where} {part_words(place.says)}" if told else ""


def steps_words(gap: Decimal, unit: str, bound: str) -> str:
    """A distance from a bound, in words."""
    if not gap:
        return f"exactly {bound}"
    return f"{_number(gap, unit)} {'more than' if gap > 0 else 'short of'} {bound}"


def _number(number: Decimal, unit: str) -> str:
    """An amount without its sign, a small one in words."""
    size = abs(number)
    if size != int(size) or size >= len(COUNTS):
        return amount(size, unit)
    return f"{COUNTS[int(size)]} {singular(unit) if size == 1 else unit}".strip()


def _unit(term: Term) -> str:
    match term:
        case FactValue(fact=fact) | Extreme(field=fact) | Total(field=fact) if isinstance(fact.type, Number):
            return fact.type.unit
        case _:  # other kinds: have the unit that the policy says beside them
            return ""


def _counted(place: BoundPlace, edge: AtLeast, case: Case, row: Case) -> str:
    """How many of the parts of a group are met."""
    met = sum(truth(part, case, row) is True for part in edge.parts)
    facts = list(dict.fromkeys(all_facts(edge)))
    what = facts[0].words if len(facts) == 1 else place.says.question or place.id.replace("-", " ")
    how_many = _number(Decimal(met), "") if met else "none"
    where = steps_words(Decimal(met - edge.count), "", _number(Decimal(edge.count), ""))
    return f"{what.rstrip('?:')}, {how_many} of {len(edge.parts)}: {where}"


def _graded(fact: Fact, first: int, last: int, case: Case, row: Case) -> str:
    value = stated(fact, case, row)
    options = kind_of(fact.type).options
    place = next((number for number, option in enumerate(options) if option.id == value), None)
    if place is None:
        return ""
    end = last if first == 0 else first
    which = "last" if first == 0 else "first"
    gap = Decimal(place - end)
    label = options[place].label
    if not gap:
        return f"{fact.words} {label}: the {which} that counts"
    return f"{fact.words} {label}: {_number(gap, 'steps')} {'after' if gap > 0 else 'before'} {options[end].label}"
