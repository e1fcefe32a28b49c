"""What is looked up in lists, over columns: a step over the table of a list, whose sums, least and greatest values by
request become columns of the table of requests.

As in the generated Python, records that surely match give one end, and records that may match the other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal as OneOf
from typing import assert_never

from wiser_compiler.core.evaluate import interval, limit, reach
from wiser_compiler.core.model import Count, Expr, Extreme, Fact, Total
from wiser_compiler.core.normal_form import as_key
from wiser_compiler.targets.columns.code import TRUE, Code, Leaf, call, infix
from wiser_compiler.targets.columns.logic import Logic, scaled, written
from wiser_compiler.targets.columns.schema import is_float
from wiser_compiler.targets.python.logic import places_of
from wiser_compiler.targets.python.units import RecordPass

How = OneOf["count", "sum", "min", "max"]


@dataclass(slots=True)
class Pass:
    """A step over the records of a list: the list, and which of all steps over lists it is.

    `shared` are conditions that several filters need, and `filters` the filters, each a column of records. `gathered`
    is what is gathered by request, and `after` are the columns of requests that follow. `used` are the columns of
    requests that the records need.
    """

    rows: Fact
    number: int
    shared: list[tuple[str, Code]] = field(default_factory=list)
    filters: list[tuple[str, Code]] = field(default_factory=list)
    gathered: list[tuple[str, How, Code]] = field(default_factory=list)
    after: list[tuple[str, Code]] = field(default_factory=list)
    used: dict[str, None] = field(default_factory=dict)


def look(found: Pass, record_pass: RecordPass, names: dict[str, str], size: Code, logic: Logic) -> None:
    """Fill in a pass: its filters, and what each of its look-ups gathers. `names` has the name of each look-up."""
    for term in record_pass.terms:
        name = names[as_key(term)]
        where = _filter(found, term.where, logic)
        match term:
            case Count():
                _count(found, term, name, where, size)
            case Extreme():
                _extreme(found, term, name, where, size, logic)
            case Total():
                _total(found, term, name, where, size, logic)
            case _:  # other kinds: need no look at records
                assert_never(term)


def _filter(found: Pass, where: Expr | None, logic: Logic) -> Code:
    """The column of a filter, which is written once."""
    if where is None:
        return TRUE
    code = logic.truth(where)
    if code == TRUE:
        return TRUE
    for name, known in found.filters:
        if known == code:
            return Leaf(f'col("{name}")')
    name = f"_where_{len(found.filters) + 1}"
    found.filters.append((name, code))
    return Leaf(f'col("{name}")')


def _surely(where: Code) -> Code:
    return where if where == TRUE else Leaf(f"{where.text}.fill_null(False)")


def _possibly(where: Code) -> Code:
    return where if where == TRUE else Leaf(f"{where.text}.fill_null(True)")


def _gather(found: Pass, how: How, code: Code) -> str:
    """The name of what is gathered, which several look-ups may share."""
    for name, known, same in found.gathered:
        if (known, same) == (how, code):
            return name
    name = f"_all_{found.rows.name}_{found.number}_{len(found.gathered) + 1}"
    found.gathered.append((name, how, code))
    return name


def _count(found: Pass, term: Count, name: str, where: Code, size: Code) -> None:
    low, high = (_gather(found, "count", each(where)) for each in (_surely, _possibly))
    found.after += [
        (f"_of_{name}_low", Leaf(f'col("{low}")')),
        (f"_of_{name}_high", call("where_stated", size, Leaf(f'col("{high}")'), str(limit(term.of)))),
    ]


def _extreme(found: Pass, term: Extreme, name: str, where: Code, size: Code, logic: Logic) -> None:
    value, (first, last, _) = logic.whole(term.field), reach(term.field)
    lows, highs = (Leaf(f"{value.text}.fill_null({written(end)})") for end in (first, last))
    outer: How = "max" if term.upper else "min"
    inner: How = "min" if term.upper else "max"
    ahead, behind = (highs, lows) if term.upper else (lows, highs)
    furthest = _gather(found, outer, call("only", _possibly(where), ahead))
    nearest = _gather(found, outer, call("only", _surely(where), behind))
    least = _gather(found, inner, call("only", _possibly(where), behind))
    sure = _gather(found, "count", _surely(where))
    possible = _gather(found, "count", _possibly(where))
    far, near = (last, first) if term.upper else (first, last)
    ends = [
        call("first", f'col("{nearest}")', f'col("{least}")', written(near)),
        call("first", f'col("{furthest}")', written(far)),
    ]
    low, high = ends if term.upper else reversed(ends)
    none = call("every", call("given", size), infix(Leaf(f'col("{possible}")'), "==", "0"))
    found.after += [
        (f"_of_{name}_low", low),
        (f"_of_{name}_high", high),
        (f"_of_{name}_exists", call("decided", infix(Leaf(f'col("{sure}")'), ">", "0"), none)),
    ]


def _total(found: Pass, term: Total, name: str, where: Code, size: Code, logic: Logic) -> None:
    """A sum without its decimal point; what may not match may as well add nothing to it."""
    value, (first, last, _), places = logic.whole(term.field), reach(term.field), places_of(term)
    ends = []
    for end, bound in (("low", first), ("high", last)):
        number = scaled(Leaf(f"{value.text}.fill_null({written(bound)})"), places, is_float(term.field))
        unclear = Leaf(f"{number.text}.clip({'None, 0' if end == 'low' else '0, None'})")
        code = number if where == TRUE else call("either", where, number, unclear)
        ends.append(_gather(found, "sum", code))
    least, most = (int(end.scaleb(places)) for end in interval(term, {})[:2])
    found.after += [
        (f"_of_{name}_low", call("where_stated", size, Leaf(f'col("{ends[0]}")'), str(least))),
        (f"_of_{name}_high", call("where_stated", size, Leaf(f'col("{ends[1]}")'), str(most))),
    ]
