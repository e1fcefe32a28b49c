"""One pass over the records of a list: how many match each filter, and the latest or earliest dates.

The records that surely match give one end of a count or date, those that may
match the other. A list that is not stated may hold anything up to its limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from wiser_compiler.core.evaluate import limit, reach
from wiser_compiler.core.model import Compare, Count, Expr, Extreme, Fact, FactValue, Records, Shifted, Worded
from wiser_compiler.core.normal_form import canonical
from wiser_compiler.core.walk import all_facts, own_terms, parts
from wiser_compiler.targets.python.code import (
    NO,
    STEP,
    WIDTH,
    YES,
    Atom,
    Truth,
    define,
    layout,
    listing,
    negated,
    quoted,
    returned,
)
from wiser_compiler.targets.python.logic import Logic, Variables, literal
from wiser_compiler.targets.python.units import Group, Looked, Units, all_parts


def look_function(group: Group, units: Units, typed: dict[str, str]) -> list[str]:
    """The function that makes the pass of one group."""
    rows = units.local(group.rows.name)
    names = [name for term in group.terms for name in units.variables(term).all()]
    returns = listing("tuple[", [typed[name] for name in names], "]")
    anchors, anchor_lines = _anchors(group, units)
    said, said_lines = _said_once(group, units, anchors)
    logic = units.logic(anchors, _called(said, units))
    looks = [_Look(term, units.variables(term), units) for term in group.terms]
    doc = [f"What {group.rows.words} say, in one pass; of what may match, the least and the most."]
    return [
        *define(group.name, [(param, typed[param]) for param in units.group_params(group)], returns, doc),
        f"    if {rows} is None:",
        *returned([value for look in looks for value in look.unknown], STEP * 2),
        *anchor_lines,
        *(f"    {line}" for look in looks for line in look.start),
        f"    for row in {rows}:",
        *(f"        {units.local(f.name)} = row.get({quoted(f.name)})" for f in _fields(group, units)),
        *said_lines,
        *(line for alike in _alike(looks) for line in _branches(alike, logic)),
        *returned([value for look in looks for value in look.found], STEP),
        "",
        "",
    ]


class _Look:
    """The code of one look-up, in the parts that a pass puts together."""

    def __init__(self, term: Looked, held: Variables, units: Units) -> None:
        self.term = term
        self.held = held
        if isinstance(term, Count):
            self.unclear = units.unclear(term)
            self.unknown = ["0", f"{limit(term.of)}"]
            self.start = [f"{held.low} = {self.unclear} = 0"]
            self.found = [held.low, f"{held.low} + {self.unclear}"]
        else:
            self.day = units.local(term.field.name)
            self.first, self.last = (literal(end) for end in reach(term.field)[:2])
            self.unknown = [self.first, self.last, "None"]
            self.start = [f"{held.low}, {held.high} = {self.last}, {self.first}"]
            self.start += [f"{held.exists}: bool | None = False"]
            self.found = [held.low, held.high, held.exists]

    def steps(self) -> tuple[list[str], list[str]]:
        """What a record changes that surely matches, and one that may match."""
        held = self.held
        if isinstance(self.term, Count):
            return [f"{held.low} += 1"], [f"{self.unclear} += 1"]
        earliest, latest = f"{self.day} or {self.first}", f"{self.day} or {self.last}"
        outer, inner = (held.high, latest), (held.low, earliest)
        further, nearer = ">", "<"
        if self.term.which == "earliest":
            outer, inner, further, nearer = inner, outer, nearer, further
        surely = f"{held.exists} is not True"  # so far: what surely matches sets the inner end alone
        possible = _set_where(f"({outer[1]}) {further} {outer[0]}", *outer)
        sure = _set_where(f"{surely} or ({inner[1]}) {further} {inner[0]}", *inner)
        unclear = _set_where(f"{surely} and ({inner[1]}) {nearer} {inner[0]}", *inner)
        return (
            [*sure, f"{held.exists} = True", *possible],
            [*unclear, f"{held.exists} = {held.exists} or None", *possible],
        )


def _set_where(test: str, name: str, value: str) -> list[str]:
    return [f"if {test}:", f"{STEP}{name} = {value}"]


def _alike(looks: list[_Look]) -> list[list[_Look]]:
    """The look-ups with the same filter together."""
    by_filter: dict[str, list[_Look]] = {}
    for look in looks:
        by_filter.setdefault("" if look.term.where is None else canonical(look.term.where), []).append(look)
    return list(by_filter.values())


def _branches(looks: list[_Look], logic: Logic) -> list[str]:
    """What one record changes in look-ups of one filter."""
    where = looks[0].term.where
    met, never = (YES, NO) if where is None else (logic.surely(where, want) for want in (True, False))
    inner = STEP * (2 if met == YES else 3)
    steps = [look.steps() for look in looks]
    sure, unclear = ([f"{inner}{line}" for step in steps for line in step[way]] for way in (0, 1))
    if met == YES:
        return sure
    otherwise = negated(never, STEP * 2, "elif ", ":")
    if isinstance(met, Truth) and met.wanted and never == Truth(met.value, False):
        otherwise = layout(Truth(met.value, None), STEP * 2, "elif ", ":")
    return [
        *layout(met, STEP * 2, "if ", ":"),
        *sure,
        *([] if never == YES else [*otherwise, *unclear]),
    ]


# ---------------------------------------------------------------- what filters share


def _said_once(group: Group, units: Units, anchors: dict[str, Variables]) -> tuple[dict[str, str], list[str]]:
    """Conditions about a record that have a function, or that several filters need: found once for each record."""
    filters = [term.where for term in group.terms if term.where is not None]
    uses = Counter(name for where in filters for name in {says.name for says in _named(where)})
    said: dict[str, str] = {}
    lines: list[str] = []
    for says in (says for where in filters for says in _named(where)):
        if says.name in said or (uses[says.name] < 2 and units.called(says) is None):
            continue
        logic = units.logic(anchors, _called(said, units))
        name = units.naming.condition(says.name)
        function = units.called(says)
        if function is not None:
            lines += layout(function, STEP * 2, f"{name} = ")
        else:
            met, never = (logic.surely(says.part, want) for want in (True, False))
            value = f"True if {met.text} else False if {never.text} else None"
            short = f"{STEP * 2}{name} = {value}"
            lines += (
                [short]
                if len(short) <= WIDTH
                else [
                    f"{STEP * 2}{name} = (",
                    *layout(met, STEP * 3, "True if "),
                    *layout(never, STEP * 3, "else False if "),
                    f"{STEP * 3}else None",
                    f"{STEP * 2})",
                ]
            )
        said[says.name] = name
    return said, lines


def _called(said: dict[str, str], units: Units) -> Callable[[Worded], Atom | None]:
    """What stands for a named condition: the variable that was found already, or the call of its function."""
    return lambda says: Atom(said[says.name]) if says.name in said else units.called(says)


def _named(expr: Expr) -> Iterator[Worded]:
    """The named conditions of a filter; what stands inside one is left to it."""
    if isinstance(expr, Worded) and expr.name:
        yield expr
        return
    for part in parts(expr):
        yield from _named(part)


def _anchors(group: Group, units: Units) -> tuple[dict[str, Variables], list[str]]:
    """Dates of the request that filters compare with, moved once, before the loop."""
    anchors: dict[str, Variables] = {}
    lines: list[str] = []
    for moved in (moved for term in group.terms for moved in _shifted(term, units)):
        key, inner = canonical(moved), moved.date
        if key in anchors:
            continue
        low, high = units.logic().ends(moved, frozenset(fact.name for fact in all_facts(Compare("==", moved, moved))))
        if isinstance(inner, Extreme):
            held = units.variables(inner)
            low_name, high_name = (units.naming.moved(name, moved) for name in (held.low, held.high))
            anchors[key] = Variables(low_name, high_name)
            lines += [f"    {low_name} = {low}", f"    {high_name} = {high}"]
        # other kinds: moved inside the loop
        elif isinstance(inner, FactValue) and not inner.fact.row_of:
            source = units.local(inner.fact.name)
            name = units.naming.moved(source, moved)
            anchors[key] = Variables(name, name, optional=True)
            lines.append(f"    {name} = None if {source} is None else {low}")
    return anchors, lines


def _shifted(term: Looked, units: Units) -> Iterator[Shifted]:
    """The moved dates of a filter, those in conditions with their own function left out."""
    if term.where is None or units.function(term.where) is not None:
        return
    for part in all_parts(term.where):
        yield from (inner for inner in own_terms(part) if isinstance(inner, Shifted))


def _fields(group: Group, units: Units) -> list[Fact]:
    """The fields of a record that filters read, and the dates that are looked for."""
    assert isinstance(group.rows.type, Records)
    needed: set[str] = set()
    for term in group.terms:
        if term.where is not None:
            needed |= set(units.needs(term.where))
        if isinstance(term, Extreme):
            needed.add(units.local(term.field.name))
    return [field for field in group.rows.type.fields if units.local(field.name) in needed]
