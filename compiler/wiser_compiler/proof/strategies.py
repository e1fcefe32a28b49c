"""Random requests for a policy, aimed at its edges: the values just below, at and just above every bound.

The edges come from the expressions of the policy alone. The only module that
imports hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Any, TypeAlias, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from wiser_compiler.core.case import read_case
from wiser_compiler.core.dates import shift
from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.model import (
    MOST_CODES,
    MOST_NOTE,
    AtLeast,
    Choice,
    Codes,
    Compare,
    Count,
    Day,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactType,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    Policy,
    Rows,
    Says,
    Several,
    Shifted,
    Stated,
    Sum,
    Term,
    YesNo,
)
from wiser_compiler.core.walk import criterion_facts, criterion_parts

MOST_DRAWN_ROWS = 5
DAY = timedelta(days=1)
MONTH_ENDS = ((1, 31), (2, 28), (3, 31), (4, 30), (8, 31), (11, 30), (12, 31))
NOTES = ("p. 3", "scan of 2026-05-04, page 12", "x" * MOST_NOTE, "é", '"')
OTHER_CODES = {"HCPCS": ("99999", "A0000"), "ICD-10": ("A00", "Z99.89")}

Request: TypeAlias = dict[str, Any]
Values: TypeAlias = Mapping[str, Any]  # what was drawn so far, as the meaning sees it, by name of the fact

# ---------------------------------------------------------------- the edges of a policy


@dataclass(frozen=True, slots=True)
class Line:
    """Where a comparison of numbers turns: the weighted sum of the facts is 0. A count has no name."""

    weights: tuple[tuple[str, Decimal], ...]
    constant: Decimal


@dataclass(frozen=True, slots=True)
class Offset:
    """Where a comparison of dates turns: at `base` (a date, or the name of one) after all the moves."""

    base: str | date
    moves: tuple[tuple[int, int], ...] = ()  # months, days


@dataclass(slots=True)
class Edges:
    """What the policy compares each fact with, by name of the fact."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    offsets: dict[str, list[Offset]] = field(default_factory=dict)
    partners: dict[str, list[str]] = field(default_factory=dict)
    named: dict[str, list[Any]] = field(default_factory=dict)  # options, codes and values that conditions name
    sizes: dict[str, list[int]] = field(default_factory=dict)  # lengths a set or list is compared with


def edges(policy: Policy) -> Edges:
    """Everything the criteria of a policy compare its facts with."""
    found = Edges()
    for criterion in policy.criteria:
        for part in criterion_parts(criterion):
            _collect(part, found)
    for code in policy.codes:
        found.named.setdefault("codes", []).append(code.code)
    return found


def _collect(expr: Expr, found: Edges) -> None:
    match expr:
        case Says(part=part) | Not(part=part):
            _collect(part, found)
        case AtLeast(parts=parts):
            for part in parts:
                _collect(part, found)
        case Includes(fact=fact, item=item):
            found.named.setdefault(fact.name, []).append(item)
        case Compare(left=left, right=right):
            _collect_comparison(left, right, found)
            for term in (left, right):
                _collect_filters(term, found)
        case Documented():
            pass
        case _:
            assert_never(expr)


def _collect_filters(term: Term, found: Edges) -> None:
    match term:
        case Count(where=where) | Extreme(where=where):
            if where is not None:
                _collect(where, found)
        case Shifted(date=inner) | Multiple(part=inner):
            _collect_filters(inner, found)
        case Sum(parts=parts):
            for part in parts:
                _collect_filters(part, found)
        case Stated() | Literal():
            pass
        case _:
            assert_never(term)


def _collect_comparison(left: Term, right: Term, found: Edges) -> None:
    kind = _kind(left)
    if kind is Number:
        _collect_line(left, right, found)
    elif kind is Day:
        here, there = _offset(left), _offset(right)
        for near, far in ((here, there), (there, here)):
            if isinstance(near.base, str):
                back = tuple((-months, -days) for months, days in reversed(near.moves))
                found.offsets.setdefault(near.base, []).append(Offset(far.base, far.moves + back))
    else:
        for one, other in ((left, right), (right, left)):
            match one, other:
                case Stated(fact=fact), Stated(fact=partner):
                    found.partners.setdefault(fact.name, []).append(partner.name)
                case Stated(fact=fact), Literal(value=value):
                    found.named.setdefault(fact.name, []).append(value)


def _kind(term: Term) -> type[FactType]:
    match term:
        case Stated(fact=fact):
            return type(fact.type)
        case Shifted() | Extreme():
            return Day
        case Sum() | Multiple() | Count():
            return Number
        case Literal(value=value):
            by_value: Mapping[type, type[FactType]] = {Decimal: Number, date: Day, bool: YesNo, str: Choice}
            return by_value.get(type(value), Several)
        case _:
            assert_never(term)


def _collect_line(left: Term, right: Term, found: Edges) -> None:
    weights: dict[str, Decimal] = {}
    constant = _weigh(left, Decimal(1), weights, found) + _weigh(right, Decimal(-1), weights, found)
    line = Line(tuple(weights.items()), constant)
    for name, weight in weights.items():
        if name and weight:
            found.lines.setdefault(name, []).append(line)
    counted = [term.of.name for side in (left, right) for term in _flat(side) if isinstance(term, Count)]
    for name in counted:
        found.sizes.setdefault(name, []).append(abs(int(constant)))


def _flat(term: Term) -> tuple[Term, ...]:
    return term.parts if isinstance(term, Sum) else (term,)


def _weigh(term: Term, factor: Decimal, weights: dict[str, Decimal], found: Edges) -> Decimal:
    """Add the facts of a term to the weights; its fixed part is returned."""
    match term:
        case Literal(value=value):
            return factor * Decimal(value) if isinstance(value, Decimal) else Decimal(0)
        case Multiple(factor=times, part=part):
            return _weigh(part, factor * times, weights, found)
        case Sum(parts=parts):
            return sum((_weigh(part, factor, weights, found) for part in parts), Decimal(0))
        case Stated(fact=fact):
            weights[fact.name] = weights.get(fact.name, Decimal(0)) + factor
        case _:
            weights[""] = weights.get("", Decimal(0)) + factor
    return Decimal(0)


def _offset(term: Term) -> Offset:
    match term:
        case Shifted(date=inner, months=months, days=days):
            start = _offset(inner)
            return Offset(start.base, (*start.moves, (months, days)))
        case Stated(fact=fact) | Extreme(field=fact):
            return Offset(fact.name)
        case Literal(value=date() as value):
            return Offset(value)
        case _:
            raise TypeError(f"{term} is not a date")


# ---------------------------------------------------------------- valid requests


def requests(policy: Policy) -> SearchStrategy[Request]:
    """Valid requests: drawn afresh, or an example of the policy with the facts of one criterion redrawn."""
    found = edges(policy)
    examples = [dict(e.request) for e in policy.examples if not read_case(policy.facts, dict(e.request))[1]]
    # A criterion with many facts has more ways to turn out, so it is drawn more often.
    focuses = [facts for criterion in policy.criteria if (facts := criterion_facts(criterion)) for _ in facts]

    @st.composite
    def drawn(draw: DrawFn) -> Request:
        if not (examples and focuses) or draw(_chance(2)):
            return _record(draw, policy.facts, found, {})
        focus = draw(st.sampled_from(focuses))
        names = [fact.name for fact in focus]
        kept = {name: value for name, value in draw(st.sampled_from(examples)).items() if name not in names}
        return kept | _record(draw, focus, found, read_case(policy.facts, kept)[0])

    return drawn()


def cases(policy: Policy) -> SearchStrategy[Case]:
    """What the valid requests state."""
    return requests(policy).map(lambda request: read_case(policy.facts, request)[0])


def _chance(tenths: int) -> SearchStrategy[bool]:
    """True about so often in ten; simplest is False."""
    return st.sampled_from([False] * (10 - tenths) + [True] * tenths)


def _record(draw: DrawFn, facts: Sequence[Fact], found: Edges, around: Values) -> Request:
    """Facts of a request or of a row. Lists come last, so that their rows can stand close to the rest."""
    values, record = dict(around), {}
    absent = draw(st.sampled_from((0, 0, 1, 4)))
    for fact in sorted(facts, key=lambda fact: isinstance(fact.type, Rows)):
        if draw(_chance(absent)):
            continue
        record[fact.name] = _drawn(draw, fact, found, values)
        stated, _ = read_case((fact,), {fact.name: record[fact.name]})
        values |= stated
        if isinstance(fact.type, Rows) and stated.get(fact.name):
            # What another list is compared with is one of these rows, often the only one.
            values |= draw(st.sampled_from(stated[fact.name]))
    return record


def _drawn(draw: DrawFn, fact: Fact, found: Edges, values: Values) -> Any:
    """One JSON value for a fact."""
    named = found.named.get(fact.name, [])
    partners = [values[name] for name in found.partners.get(fact.name, ()) if name in values]
    match fact.type:
        case YesNo():
            answers: list[bool] = [True, False, *named, *partners]
            return draw(st.sampled_from(answers))
        case Note():
            return draw(st.sampled_from(NOTES))
        case Number() as kind:
            return _number(draw, kind, found.lines.get(fact.name, ()), fact.name, values)
        case Day() as kind:
            return draw(st.sampled_from(_days(kind, found.offsets.get(fact.name, ()), values))).isoformat()
        case Choice(options=options):
            return draw(st.sampled_from([*(option.id for option in options), *named * 2, *partners * 6]))
        case Several(options=options):
            whole = [*partners, *(value for value in named if isinstance(value, frozenset))]
            if len(whole) > 0 and draw(_chance(5)):
                return sorted(draw(st.sampled_from(whole)))
            ids = [option.id for option in options]
            pool = ids + [item for item in named if isinstance(item, str)] * 2
            return _some_of(draw, pool, _sizes(found.sizes.get(fact.name, ()), len(ids)))
        case Findings(options=options):
            return _findings(draw, [option.id for option in options])
        case Codes(system=system):
            codes = tuple(dict.fromkeys([*named, *OTHER_CODES[system]]))
            return _some_of(draw, codes, _sizes((), min(len(codes), 4)))
        case Rows() as kind:
            return _rows(draw, kind, found, values, found.sizes.get(fact.name, ()))
        case _:
            assert_never(fact.type)


def _number(draw: DrawFn, kind: Number, lines: Sequence[Line], name: str, values: Values) -> int | float:
    """At a bound, one step beside it, at an end of the range, or anywhere."""
    step = Decimal(1).scaleb(-kind.places)
    points = [kind.low, kind.high]
    for line in lines:
        turn = _turn(draw, line, name, values)
        if turn is not None:
            below = (turn / step).to_integral_value(ROUND_FLOOR) * step
            points += [below, below + step, below - step] * 2
    inside = [point for point in points if kind.low <= point <= kind.high]
    if draw(_chance(1)):
        anywhere = draw(st.integers(0, int((kind.high - kind.low) / step)))
        inside = [kind.low + anywhere * step]
    value = draw(st.sampled_from(inside))
    whole = value == value.to_integral_value() and not draw(_chance(1))  # 4.0 is the whole number 4
    return int(value) if whole else float(value)


def _turn(draw: DrawFn, line: Line, name: str, values: Values) -> Decimal | None:
    """The value of one fact at which a comparison turns, with the others as drawn; None if they are not."""
    weight, rest = Decimal(0), line.constant
    for other, share in line.weights:
        if other == name:
            weight = share
        elif not other:
            rest += share * draw(st.integers(0, MOST_DRAWN_ROWS))
        elif other in values:
            rest += share * values[other]
        else:
            return None
    return -rest / weight


def _days(kind: Day, offsets: Sequence[Offset], values: Values) -> list[date]:
    """The days around every date this one is compared with, and fewer ends of months and of the range."""
    near = []
    for offset in offsets:
        day = values.get(offset.base) if isinstance(offset.base, str) else offset.base
        if day is not None:
            for months, days in offset.moves:
                day = shift(day, months, days)
            near += [day, day - DAY, day + DAY]
    inside = [day for day in near if kind.first <= day <= kind.last]
    middle = min(max(kind.first.year, 2027), kind.last.year)
    ends = [date(year, *end) for year in (middle, middle + 1) for end in MONTH_ENDS]
    leap = [date(year, 2, 29) for year in (2024, 2028)]
    far = [day for day in (kind.first, kind.last, *leap, *ends) if kind.first <= day <= kind.last]
    return inside * max(1, len(far) // max(1, len(inside))) * 4 + far


def _sizes(compared: Sequence[int], most: int) -> list[int]:
    near = [size + beside for size in compared for beside in (0, 1, -1)]
    return [size for size in (1, 0, 2, 3, most, *near * 2) if 0 <= size <= most]


def _some_of(draw: DrawFn, items: Sequence[str], sizes: Sequence[int]) -> list[str]:
    size = draw(st.sampled_from(sizes))
    return draw(st.lists(st.sampled_from(items), min_size=size, max_size=size, unique=True))


def _findings(draw: DrawFn, items: Sequence[str]) -> dict[str, bool]:
    """All ruled out, all found, each its own way, or all stated but for one."""
    how = draw(st.sampled_from(("each", "no", "yes", "but one", "but one stated")))
    if how == "each":
        answers = {item: draw(st.sampled_from((None, True, False))) for item in items}
        return {item: answer for item, answer in answers.items() if answer is not None}
    closed = dict.fromkeys(items, how == "yes")
    if how.startswith("but"):
        odd = draw(st.sampled_from(items))
        return closed | {odd: True} if how == "but one stated" else {i: no for i, no in closed.items() if i != odd}
    return closed


def _rows(draw: DrawFn, kind: Rows, found: Edges, values: Values, compared: Sequence[int]) -> list[Request]:
    size = draw(st.sampled_from(_sizes(compared, min(kind.most, MOST_DRAWN_ROWS))))
    rows: list[Request] = []
    for _ in range(size):
        candidate = [*rows, _record(draw, kind.fields, found, values)]
        if not read_case((Fact("rows", kind, ""),), {"rows": candidate})[1]:
            rows = candidate  # a row that repeats another one is left out
    return rows


# ---------------------------------------------------------------- invalid requests

Defect: TypeAlias = tuple[str, Any]


def invalid_requests(policy: Policy) -> SearchStrategy[object]:
    """A valid request with one defect, or something that is no request at all."""

    @st.composite
    def broken(draw: DrawFn) -> object:
        if draw(_chance(1)):
            return draw(st.sampled_from((None, [], "", "{}", 0, 1.5, True, [{}], ())))
        request = draw(requests(policy))
        return request | dict([_defect(draw, policy.facts, draw(st.sampled_from(policy.facts)))])

    return broken() if policy.facts else st.just([])


GARBAGE: Sequence[Any] = (None, {"": [[{"": None}]]}, [[[]]], {"a": {"b": {}}})


def _defect(draw: DrawFn, facts: Sequence[Fact], fact: Fact) -> Defect:
    """A key and a value of which one cannot be."""
    if draw(_chance(1)):
        strangers = (fact.name + "_", fact.name.upper(), "", "patient_name", " " + fact.name)
        return draw(st.sampled_from([name for name in strangers if name not in {f.name for f in facts}])), True
    wrong = list(_wrong_values(fact.type)) + [_always(value) for value in GARBAGE]
    return fact.name, draw(st.sampled_from(wrong))(draw)


def _wrong_values(kind: FactType) -> Iterator[Callable[[DrawFn], Any]]:
    """Ways to a value that breaks the rule of this type."""
    match kind:
        case Rows():
            yield from _wrong_rows(kind)
        case Findings(options=options):
            first = options[0].id
            fixed: Sequence[Any] = (
                [first],
                first,
                True,
                {first: 1},
                {first: None},
                {first: "yes"},
                {"no such": True},
            )
            yield from (_always(value) for value in fixed)
        case _:
            yield from (_always(value) for value in _wrong_single(kind))


def _always(value: Any) -> Callable[[DrawFn], Any]:
    return lambda _: value


def _wrong_single(kind: YesNo | Note | Number | Day | Choice | Several | Codes) -> Sequence[Any]:
    match kind:
        case YesNo():
            return 1, 0, "yes", "true", "", 1.0, [], [True]
        case Note():
            return "", " ", "\t\n", "x" * (MOST_NOTE + 1), 7, True, ["p. 3"]
        case Number(low=low, high=high, places=places):
            step = Decimal(1).scaleb(-places)
            finer = [float(low + step / 2)] if low < high else []
            outside = [_plain(low - step), _plain(high + step)]
            unheard = float("nan"), float("inf"), float("-inf"), 10**400
            return True, False, str(low), "", [1], *unheard, *outside, *finer
        case Day(first=first, last=last):
            shapes = (
                "20260615",
                "2026-02-30",
                "2026-6-1",
                "2026-06-15T00:00:00",
                "15.06.2026",
                "2026-06-15\n",
                20260615,
            )
            wide = "２０２６-０６-１５"  # digits that are not ASCII
            return *shapes, wide, "", True, (first - DAY).isoformat(), (last + DAY).isoformat()
        case Choice(options=options):
            return "no such answer", "", " " + options[0].id, [options[0].id], True, 1
        case Several(options=options):
            item = options[0].id
            return [item, item], ["no such item"], [item, None], item, {item: True}, True
        case Codes():
            many = [f"{number:05}" for number in range(MOST_CODES + 1)]
            wrong = ["99999", "99999"], ["9999"], ["99999 "], ["a00"], [99999], [None]
            return *wrong, many, "99999", {"99999": True}
        case _:
            assert_never(kind)


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _wrong_rows(kind: Rows) -> Iterator[Callable[[DrawFn], Any]]:
    fixed: Sequence[Any] = ({}, "", True, [None], [[]], ["x"], [{"no such field": 1}])
    yield from (_always(value) for value in fixed)
    yield _always([{}] * (kind.most + 1))

    def bad_field(draw: DrawFn) -> list[Request]:
        return [dict([_defect(draw, kind.fields, draw(st.sampled_from(kind.fields)))])]

    def repeated(draw: DrawFn) -> list[Request]:
        row = {fact.name: _drawn(draw, fact, Edges(), {}) for fact in kind.fields}
        return [row, dict(row)]

    yield bad_field
    if kind.unique and kind.most > 1:
        yield repeated
