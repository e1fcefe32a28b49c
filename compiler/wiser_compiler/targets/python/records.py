"""One pass over the records of a list: how many match each filter, the latest or highest values, and sums.

Records that surely match give one end of what is looked up, records that may match the other. A list that is not stated
may hold any number of records up to its limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, assert_never

from wiser_compiler.core.evaluate import interval, limit, reach
from wiser_compiler.core.kinds import sort_of
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Not,
    Records,
    Shifted,
    Total,
    Worded,
)
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.core.walk import all_facts, facts_of, own_terms, parts
from wiser_compiler.targets.python.code import (
    NO,
    STEP,
    WIDTH,
    YES,
    Atom,
    Truth,
    define,
    denied,
    flags_first,
    layout,
    negated,
    opposite,
    quoted,
)
from wiser_compiler.targets.python.logic import Logic, Read, Variables, literal, on_chart, places_of
from wiser_compiler.targets.python.types import python_type
from wiser_compiler.targets.python.units import Looked, RecordPass, Units, all_parts, fields_of


def look_function(record_pass: RecordPass, units: Units) -> list[str]:
    """The function that makes one pass over the records of a list."""
    rows = units.logic(record_pass.rows.name).name(record_pass.rows)
    anchors, anchor_lines = _anchors(record_pass, units)
    at_hand: dict[str, str] = {}

    def read(attribute: str, variable: str) -> str:
        at_hand[variable] = attribute
        return variable

    said, said_lines = _said_once(record_pass, units, anchors, read)
    logic = units.logic(record_pass.rows.name, anchors, _called(said, units), read)
    needed = [said[name] for name in _needed(record_pass) if name in said]
    looks = [_look(term, units) for term in record_pass.terms]
    asked: dict[str, list[str]] = {}
    branches = [
        line
        for alike in _alike(looks)
        for line in _where_asked(_branches(alike, logic, needed), _may_apply(alike, record_pass, units, asked))
    ]
    doc = [f"What {record_pass.rows.words} say, in one pass: of what may match, the least and the most."]
    return [
        *define(record_pass.name, [units.chart], "None", doc),
        f"    if {rows} is None:",
        *(f"{STEP * 2}{line}" for look in looks for line in look.unknown),
        f"{STEP * 2}return",
        *(f"    {variable} = {on_chart(attribute)}" for variable, attribute in at_hand.items()),
        *anchor_lines,
        *(f"{STEP}{line}" for look in looks for line in look.start),
        *(line for lines in asked.values() for line in lines),
        f"    for row in {rows}:",
        *(
            f"        {units.local(f.name)}: {python_type(f)} | None = row.get({quoted(f.name)})"
            for f in _fields(record_pass)
        ),
        *said_lines,
        *branches,
        *(f"    chart.{name} = {name}" for look in looks for name in look.held.all()),
        "",
        "",
    ]


class _Look(NamedTuple):
    """One look-up: its term, its variables, and its code in a pass."""

    term: Looked
    held: Variables
    unknown: list[str]  # what it is where the list is not stated
    start: list[str]  # what it is before the first record
    sure: list[str]  # what a record changes that surely matches
    unclear: list[str]  # and one that may match


def _look(term: Looked, units: Units) -> _Look:
    held = units.variables(term)
    match term:
        case Count():
            return _count(term, held)
        case Extreme():
            return _extreme(term, held, units.local(term.field.name))
        case Total():
            return _total(term, held, units.local(term.field.name))
        case _:  # other kinds: need no look at records
            assert_never(term)


def _count(term: Count, held: Variables) -> _Look:
    on = held.read(on_chart)
    if held.exists:  # whether any record matches is all that is asked
        start, unclear = f"{held.exists}: bool | None = False", f"{held.exists} = {held.exists} or None"
        return _Look(term, held, [f"{on.exists} = None"], [start], [f"{held.exists} = True"], [unclear])
    unknown = [f"{on.low} = 0", f"{on.high} = {limit(term.of)}"]
    more = [f"{held.low} += 1", f"{held.high} += 1"]
    return _Look(term, held, unknown, [f"{held.low} = {held.high} = 0"], more, more[1:])


def _extreme(term: Extreme, held: Variables, value: str) -> _Look:
    on, (first, last) = held.read(on_chart), map(literal, reach(term.field)[:2])
    unknown = [f"{on.low} = {first}", f"{on.high} = {last}", f"{on.exists} = None"]
    start = [f"{held.low}, {held.high} = {last}, {first}", f"{held.exists}: bool | None = False"]
    low, high = _or_ends(term, value)
    outer, inner = (held.high, high), (held.low, low)
    further, nearer = ">", "<"
    if not term.upper:
        outer, inner, further, nearer = inner, outer, nearer, further
    surely = f"{held.exists} is not True"  # so far: what surely matches sets the inner end alone
    possible = _set_where(f"({outer[1]}) {further} {outer[0]}", *outer)
    sure = _set_where(f"{surely} or ({inner[1]}) {further} {inner[0]}", *inner)
    unclear = _set_where(f"{surely} and ({inner[1]}) {nearer} {inner[0]}", *inner)
    return _Look(
        term, held, unknown, start,
        [*sure, f"{held.exists} = True", *possible],
        [*unclear, f"{held.exists} = {held.exists} or None", *possible],
    )  # fmt: skip


def _total(term: Total, held: Variables, value: str) -> _Look:
    """A sum without its decimal point; what may not match may as well add nothing to it."""
    on, scale = held.read(on_chart), places_of(term)
    least, most = (int(end.scaleb(scale)) for end in interval(term, {})[:2])
    low, high = (f"round(({end}) * {10**scale})" if scale else f"int({end})" for end in _or_ends(term, value))
    lowest, highest = reach(term.field)[:2]
    unclear = [f"{held.low} += min(0, {low})"] if lowest < 0 else []
    unclear += [f"{held.high} += max(0, {high})"] if highest > 0 else []
    return _Look(
        term, held,
        [f"{on.low} = {least}", f"{on.high} = {most}"],
        [f"{held.low} = {held.high} = 0"],
        [f"{held.low} += {low}", f"{held.high} += {high}"],
        unclear or ["pass"],
    )  # fmt: skip


def _or_ends(term: Extreme | Total, value: str) -> tuple[str, str]:
    """The value of a record, or the first and the last that it can state."""
    first, last = map(literal, reach(term.field)[:2])
    if sort_of(term) == "number":  # 0 is stated too
        return f"{first} if {value} is None else {value}", f"{last} if {value} is None else {value}"
    return f"{value} or {first}", f"{value} or {last}"


def _set_where(test: str, name: str, value: str) -> list[str]:
    return [f"if {test}:", f"{STEP}{name} = {value}"]


def _alike(looks: list[_Look]) -> list[list[_Look]]:
    """The look-ups grouped by filter."""
    by_filter: dict[str, list[_Look]] = {}
    for look in looks:
        by_filter.setdefault("" if look.term.where is None else as_key(look.term.where), []).append(look)
    return list(by_filter.values())


def _branches(looks: list[_Look], logic: Logic, needed: Collection[str]) -> list[str]:
    """The changes by one record in the look-ups of one filter, where the needed conditions may hold."""
    where = looks[0].term.where
    met, never = (YES, NO) if where is None else (flags_first(logic.surely(where, want)) for want in (True, False))
    for name in needed:
        never = denied(never, Truth(Atom(name), False))
    inner = STEP * (2 if met == YES else 3)
    sure = [f"{inner}{line}" for look in looks for line in look.sure]
    unclear = [f"{inner}{line}" for look in looks for line in look.unclear]
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


def _may_apply(looks: list[_Look], record_pass: RecordPass, units: Units, asked: dict[str, list[str]]) -> str | None:
    """The variable whether the only criterion that reads these look-ups may apply, if that is known before the pass.

    The lines that set it are added to `asked`.
    """
    readers = [units.readers.get(units.key(look.term)) for look in looks]
    reader = readers[0]
    if reader is None or reader.applies_when is None or any(other != reader for other in readers):
        return None
    before = units.record_passes[: units.record_passes.index(record_pass)]
    known = {units.key(term) for earlier in before for term in earlier.terms}
    never = units.logic(reader.id).surely(reader.applies_when, False)
    if (
        never == NO
        or record_pass.rows in facts_of(reader.applies_when)
        or not known.issuperset(map(units.key, units.looked_in(reader.applies_when)))
    ):
        return None
    name = units.naming.of("may apply", reader.id, f"{reader.id.replace('-', '_')}_may_apply")
    may_apply = opposite(never)
    asked[name] = layout(may_apply, STEP, f"{name} = ") if may_apply else negated(never, STEP, f"{name} = ", "")
    return name


def _where_asked(lines: list[str], asked: str | None) -> list[str]:
    """The lines of a record, under the test that somebody asks for what they find out."""
    return lines if asked is None else [f"{STEP * 2}if {asked}:", *(f"{STEP}{line}" for line in lines)]


# ---------------------------------------------------------------- what filters share


def _said_once(
    record_pass: RecordPass, units: Units, anchors: dict[str, Variables], read: Read
) -> tuple[dict[str, str], list[str]]:
    """Conditions about a record that have a function, or that several filters need.

    They are computed once for each record.
    """
    filters = [term.where for term in record_pass.terms if term.where is not None]
    uses = Counter(name for where in filters for name in {says.name for says in _named(where)})
    needed = _needed(record_pass)
    said: dict[str, str] = {}
    lines: list[str] = []
    for says in (says for where in filters for says in _named(where)):
        if says.name in said or (uses[says.name] < 2 and units.called(says) is None):
            continue
        logic = units.logic(record_pass.rows.name, anchors, _called(said, units), read)
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
        if says.name in needed:
            lines += [f"{STEP * 2}if {name} is False:", f"{STEP * 3}continue"]
    return said, lines


def _needed(record_pass: RecordPass) -> list[str]:
    """The named conditions without which a record matches no filter of the pass, in order of first use."""
    filters = [[says.name for says in _conjuncts(term.where)] if term.where else [] for term in record_pass.terms]
    return [name for name in dict.fromkeys(filters[0]) if all(name in found for found in filters)]


def _conjuncts(expr: Expr) -> Iterator[Worded]:
    """The named conditions of a filter that must hold wherever it does."""
    match expr:
        case Worded() if expr.name:
            yield expr
        case Worded(part=part):
            yield from _conjuncts(part)
        case AtLeast(count=count, parts=inner) if count == len(inner):
            for part in inner:
                yield from _conjuncts(part)
        case AtLeast() | Not() | Compare() | Includes() | Documented():
            return
        case _:
            assert_never(expr)


def _called(said: dict[str, str], units: Units) -> Callable[[Worded], Atom | None]:
    """The code of a named condition: its variable if it was computed already, or the call of its function."""
    return lambda says: Atom(said[says.name]) if says.name in said else units.called(says)


def _named(expr: Expr) -> Iterator[Worded]:
    """The named conditions of a filter, without those inside another."""
    if isinstance(expr, Worded) and expr.name:
        yield expr
        return
    for part in parts(expr):
        yield from _named(part)


def _anchors(record_pass: RecordPass, units: Units) -> tuple[dict[str, Variables], list[str]]:
    """Dates of the request that filters compare with, moved once, before the loop."""
    anchors: dict[str, Variables] = {}
    lines: list[str] = []
    for moved in (moved for term in record_pass.terms for moved in _shifted(term, units)):
        key, inner = as_key(moved), moved.date
        if key in anchors:
            continue
        low, high = units.logic(record_pass.rows.name).ends(
            moved, frozenset(fact.name for fact in all_facts(Compare("==", moved, moved)))
        )
        if isinstance(inner, Extreme):
            name = units.names[units.key(inner)]
            low_name, high_name = (units.naming.moved(f"{name}_{end}", moved) for end in ("low", "high"))
            anchors[key] = Variables(low_name, high_name)
            lines += [f"    {low_name} = {low}", f"    {high_name} = {high}"]
        # other kinds: moved inside the loop
        elif isinstance(inner, FactValue) and not inner.fact.row_of:
            source = units.logic(record_pass.rows.name).name(inner.fact)
            name = units.naming.moved(inner.fact.name, moved)
            anchors[key] = Variables(name, name, optional=True)
            lines.append(f"    {name} = None if {source} is None else {low}")
    return anchors, lines


def _shifted(term: Looked, units: Units) -> Iterator[Shifted]:
    """The moved dates of a filter, those in conditions with their own function left out."""
    if term.where is None or units.function(term.where) is not None:
        return
    for part in all_parts(term.where):
        yield from (inner for inner in own_terms(part) if isinstance(inner, Shifted))


def _fields(record_pass: RecordPass) -> list[Fact]:
    """The fields of a record that the pass reads: those of filters, and those of look-ups."""
    assert isinstance(record_pass.rows.type, Records)
    needed = {field.name for term in record_pass.terms if term.where is not None for field in fields_of(term.where)}
    needed |= {term.field.name for term in record_pass.terms if not isinstance(term, Count)}
    return [field for field in record_pass.rows.type.fields if field.name in needed]
