"""The words of a source against the bounds they support.

The words and the bound must say the same: number, unit and comparison. Words that name no comparison ("4 weeks") agree
with any, and "within 4 weeks" with both upper ones. A reading excuses a bound that it states as it is, and nothing
else; and it must not contradict the bound that it stands beside. Of counted things more than one is at least two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, cast

from wiser_compiler.core.bounds import FixedDay
from wiser_compiler.core.comparisons import AGREES, DOWN, ON_THE_EDGE, UP, Comparison
from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import Bound, Op
from wiser_compiler.core.quoted_dates import QuotedDay, days_in
from wiser_compiler.core.quoted_numbers import QuotedNumber, measured, numbers_in
from wiser_compiler.core.words import bound_words

Limit: TypeAlias = Bound | FixedDay
Quoted: TypeAlias = QuotedNumber | QuotedDay
# Comparisons that say on which side of the number a bound lies.


def disagreement(
    quote: str,
    bounds: Sequence[Bound],
    readings: Sequence[str] = (),
    days: Sequence[FixedDay] = (),
    denied: bool = False,
) -> str:
    """How a quotation, its readings, and its bounds and fixed days disagree, or an empty text.

    Every number of the quotation must be a bound, and every bound one of its numbers, if it has any; so it is with
    days. `denied` says that the bounds stand under a negation, where "no surgery within 6 months" is at most 6 months.
    """
    numbers = [each for text in readings for each in numbers_in(text)]
    wrong = _compared(numbers_in(quote), bounds, numbers, "number", denied)
    if wrong or not days:
        return wrong
    return _compared(list(days_in(quote)), days, [each for text in readings for each in days_in(text)], "date", denied)


def contradiction(limits: Iterable[Limit], readings: Sequence[str]) -> str:
    """How the readings beside some bounds contradict them, or an empty text.

    A reading that says another edge for the same number contradicts: "exactly 4 weeks are enough" beside more than 4.
    """
    said: list[Quoted] = []
    for text in readings:
        said += [*numbers_in(text), *days_in(text)]
    for limit in limits:
        about = [each for each in said if _same_number(each, limit) and _names_unit(each, limit) and _says_edge(each)]
        wrong = next((each for each in about if _other_edge(each.op, limit.op)), None)
        if wrong is not None and not any(agrees(each, limit) for each in about):
            return f"the reading says {wrong}, and the bound says {limit_words(limit)}"
    return ""


def _compared(said: Sequence[Quoted], limits: Sequence[Limit], named: Sequence[Quoted], kind: str, denied: bool) -> str:
    agreed = [limit for limit in limits if any(agrees(each, limit, denied) for each in said)]
    excused = [limit for limit in limits if limit not in agreed and any(states(each, limit, said) for each in named)]
    for limit in limits:
        if limit not in agreed and limit not in excused:
            says = f"says {' and '.join(map(str, said))}" if said else f"names no {kind}"
            return f"the quote {says}, and the bound says {limit_words(limit)}"
    known = by_number(named)
    left = [
        each for each in said if not any(agrees(each, limit, denied) for limit in limits) and not is_named(each, known)
    ]
    # A bound that a reading states stands in the place of a number of the quotation.
    return f"the quote says {left[0]}, and no bound here does" if len(left) > len(excused) else ""


def states(said: Quoted, limit: Limit, quoted: Sequence[Quoted] = ()) -> bool:
    """A reading states a bound as it is: its number, its unit, and its comparison.

    "Exactly 4 weeks count" says the edge alone; which way the bound goes, the quotation must say.
    """
    if said.op is None or not agrees(said, limit) or not _names_unit(said, limit):
        return False
    if said.op not in ON_THE_EDGE:
        return True
    way = UP if limit.op in UP else DOWN
    return any(each.op in way for each in quoted if _same_number(each, limit))


def agrees(said: Quoted, limit: Limit, denied: bool = False) -> bool:
    """The same number, the same unit where the words have one, the same comparison where they name one."""
    if not agrees_in_unit(said, limit):
        return False
    if _are_counts(said, limit) and isinstance(limit, Bound):
        return _whole(cast(Op, said.op), cast(Decimal, said.value)) == _whole(limit.op, limit.value)
    if not _same_number(said, limit):
        return False
    if said.op == "beyond" and denied and limit.op in AGREES["within"]:
        return True
    return said.op is None or limit.op in AGREES[said.op]


def agrees_in_number(said: Quoted, limit: Limit) -> bool:
    """The same number, and the same unit where the words have one."""
    return _same_number(said, limit) and agrees_in_unit(said, limit)


def agrees_in_unit(said: Quoted, limit: Limit) -> bool:
    """The same unit, where the words have one."""
    return not said.unit or said.unit == limit.unit or limit.unit.startswith(f"{said.unit} ")


def limit_words(limit: Limit) -> str:
    """A bound or a fixed day as the words of a policy say it."""
    return bound_words(limit) if isinstance(limit, Bound) else f"{operator(limit.op).date_words} {limit.value}"


def by_number(words: Iterable[Quoted]) -> Mapping[object, set[str]]:
    """The numbers and days of some words, each with its units."""
    found: dict[object, set[str]] = {}
    for said in words:
        found.setdefault(said.value, set()).add(said.unit)
    return found


def is_named(said: Quoted, numbers: Mapping[object, set[str]]) -> bool:
    """Other words name the same number, with its unit if it has one."""
    units = numbers.get(said.value, ())
    return bool(units) if not said.unit else said.unit in units


def _same_number(said: Quoted, limit: Limit) -> bool:
    return said.value == limit.value


def _names_unit(said: Quoted, limit: Limit) -> bool:
    """The words have the unit of the bound. One that is no measure, such as visits, need not be said."""
    return agrees_in_unit(said, limit) and (bool(said.unit) or not measured(limit.unit))


def _says_edge(said: Quoted) -> bool:
    return said.op in UP or said.op in DOWN or said.op in ON_THE_EDGE


def _other_edge(said: Comparison | None, op: Op) -> bool:
    """The words go the same way as a comparison, and say the contrary of its edge."""
    return said in ON_THE_EDGE or (said is not None and operator(op).other_edge == said)


def _are_counts(said: Quoted, limit: Limit) -> bool:
    """Both bound a count of things from one side, so that “more than one” and *at least 2* may agree."""
    return isinstance(limit, Bound) and limit.whole and limit.op != "==" and (said.op in UP or said.op in DOWN)


def _whole(op: Op, value: Decimal) -> tuple[bool, Decimal]:
    """Whether a comparison bounds whole counts from below, and the last count that it allows: 2 for more than 1."""
    row = operator(op)
    step = 0 if row.equal or value != int(value) else 1 if row.above else -1
    return row.above, value + step
