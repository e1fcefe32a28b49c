"""What must be so on one request for a test to have an answer: the goals of tests.

A test of a list becomes tests of its records, those included that may still come, so that each goal is about facts,
items of findings and fields of records alone. Strong Kleene logic is kept: a goal is reached exactly where the test
surely has the answer, with one exception. Where two facts that are compared are both not stated, both are asked for,
even if one of them would be enough by the range of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from wiser_policies._ask_goals import (
    NEVER,
    SURE,
    Alike,
    At,
    Before,
    Day,
    Goal,
    Says,
    Weighed,
    all_of,
    any_of,
    bounded,
    fact_of,
    joint,
    solved,
)
from wiser_policies._ask_regions import Items, Options, Range, day_number, exact, options, possible, steps, whole
from wiser_policies._interpreter import MIRRORED, UPPER, Data
from wiser_policies._places import Place
from wiser_policies._policy import Fact

Record: TypeAlias = tuple[str, int]  # a list and the number of a record; a negative one has not come yet
Row: TypeAlias = Record | None
Beside: TypeAlias = Callable[[Data, str], Goal]  # a comparison with another term in place of one, by an operator

NEGATED = {"<": (">=",), "<=": (">",), ">": ("<=",), ">=": ("<",), "==": ("<", ">")}


class Goals:
    """The goals of tests on one request.

    `movable` are the places that state something and may come to state something else. `more` says how many records
    may still come to each list that is stated.
    """

    def __init__(self, request: Data, facts: Mapping[str, Fact], movable: Iterable[Place], more: Mapping[str, int]):
        self.request, self.facts, self.movable, self.more = request, facts, frozenset(movable), more
        self.given_up = False  # whether some test was not solved

    def unsolved(self) -> Goal:
        """The goal of a test that is not solved, such as a sum over records that are not known: never reached."""
        self.given_up = True
        return NEVER

    # ------------------------------------------------ places

    def value(self, place: Place) -> Any:
        """The value stated in a place; None where nothing is stated."""
        found: Any = self.request
        for part in place:
            if isinstance(part, int):
                found = found[part] if part >= 0 else {}
            else:
                found = found.get(part)
            if found is None:
                return None
        return found

    def fact(self, place: Place) -> Fact:
        """The fact of a place; of findings for each of their items."""
        return fact_of(self.facts, place)

    def is_fixed(self, place: Place) -> bool:
        """Whether a place states something that may not change."""
        return place not in self.movable and self.value(place) is not None

    # ------------------------------------------------ expressions

    def of(self, expr: Data, wanted: bool = True, row: Row = None, says: Says = ("", "")) -> Goal:
        """The goal that a test is surely met, or surely not met."""
        if "says" in expr:
            words = (expr["says"].get("question", ""), expr["says"].get("answer", ""))
            return self.of(expr["part"], wanted, row, words if all(words) else says)
        if "not" in expr:
            return self.of(expr["not"], not wanted, row, says)
        if "at_least" in expr:
            count = expr["at_least"] if wanted else len(expr["of"]) - expr["at_least"] + 1
            return joint(count, [self.of(part, wanted, row, says) for part in expr["of"]])
        if "compare" in expr:
            sort = self.sort(expr["left"]) or self.sort(expr["right"])
            op, left, right = expr["compare"], expr["left"], expr["right"]
            return self.compared(op, left, right, wanted, row, sort or "answer", says)
        if "documented" in expr:
            return self.documented(self.place(expr["documented"], row)) if wanted else NEVER
        item = expr["includes"] if "includes" in expr else f"{expr['begins']}*"
        return self.included(self.place(expr["in"], row), item, wanted)

    def place(self, named: Data, row: Row) -> Place:
        """The place of a fact, of a field of the record in hand, or of one that was looked up."""
        if "at" in named:
            found: Place = named["at"]
            return found
        if "fact" in named:
            return (named["fact"],)
        assert row is not None
        return (*row, named["field"])

    def documented(self, place: Place) -> Goal:
        """The goal that something is stated in a place."""
        if self.value(place) is not None:
            return SURE
        fact = self.fact(place)
        if fact.kind == "findings":
            return any_of(At((*place, item), Options((True, False))) for item in options(fact))
        return At(place, whole(fact))

    def included(self, place: Place, item: str, wanted: bool) -> Goal:
        """An item is found, or in a set; a code is on a list."""
        fact, value = self.fact(place), self.value(place)
        if fact.kind == "findings":
            found = value.get(item) if value else None
            return At((*place, item), Options((wanted,))) if found is None else SURE if found is wanted else NEVER
        if value is not None:
            begins = item[:-1] if item.endswith("*") else None
            so = item in value if begins is None else any(code.startswith(begins) for code in value)
            return SURE if so is wanted else NEVER
        region = whole(fact)
        assert isinstance(region, Items)
        items = frozenset((item,))
        return At(place, region._replace(inside=items) if wanted else region._replace(outside=items))

    # ------------------------------------------------ comparisons

    def sort(self, term: Data) -> str:
        """How the values of a term are compared: `number`, `date` or `answer`; empty for a fixed value."""
        if "fact" in term or "field" in term:
            kind = self.facts[term["fact"] if "fact" in term else term["field"]].kind
            return kind if kind in ("number", "date") else "answer"
        if "value" in term:
            return ""
        if "shift" in term:
            return "date"
        of = next((kind for kind in UPPER if kind in term), None)
        return self.facts[term["by"]].kind if of else "number"

    def compared(self, op: str, left: Data, right: Data, wanted: bool, row: Row, sort: str, says: Says) -> Goal:
        """A comparison surely holds, or surely does not. A value that does not exist compares with nothing."""
        found = _first(left) or _first(right)
        if found is None:
            ops = (op,) if wanted else NEGATED[op] if sort != "answer" else ("!=",)
            return any_of(self.simple(one, left, right, row, sort, says) for one in ops)

        def beside(value: Data, by: str) -> Goal:
            replaced = (_replaced(left, found, value), _replaced(right, found, value))
            return self.compared(by, *replaced, True, row, sort, says)

        rises = _sign(left, found) - _sign(right, found) > 0
        ops = (op,) if wanted else NEGATED[op]
        if "count" in found:
            return self.counted(found, row, ops, rises, beside)
        return self.extreme(found, wanted, ops, rises, beside)

    def records(self, name: str) -> list[Record]:
        """The records of a stated list, and those that may still come."""
        stated = len(self.request[name])
        return [*((name, at) for at in range(stated)), *((name, -at) for at in range(1, self.more.get(name, 0) + 1))]

    def matching(self, name: str, where: Data | None, wanted: bool) -> list[tuple[Record, Goal]]:
        """For each record the goal that it surely matches, or surely does not."""
        found = []
        for record in self.records(name):
            goal = SURE if wanted else NEVER
            if where is not None:
                goal = self.of(where, wanted, record)
            if record[1] < 0:
                goal = all_of((coming(record), goal))
                goal = goal if wanted else any_of((At(record, Options((False,))), goal))
            found.append((record, goal))
        return found

    def counted(self, term: Data, row: Row, ops: Sequence[str], rises: bool, beside: Beside) -> Goal:
        """A comparison of a number of records, or of the items of a set. `rises` is as for extremes."""
        # other kinds: `>` and `>=`, for which more is easier, and of facts those with items
        place = self.place(term["count"], row)
        fact, value = self.fact(place), self.value(place)
        if fact.kind != "list":
            size = {"value": len(value)} if value is not None else {"size": place}
            return any_of(beside(size, op) for op in ops)
        if value is None:
            return At(place, whole(fact))
        where = term.get("where")
        does = [goal for _, goal in self.matching(fact.name, where, True)]
        does_not = [goal for _, goal in self.matching(fact.name, where, False)]
        least, most = does.count(SURE), len(does) - does_not.count(SURE)
        ways = []
        for op in ops:
            # Where the comparison is the easier the fewer there are, it is enough that there are at most so many.
            few = (op in ("<", "<=")) is rises
            before: Goal = NEVER
            for count in range(most, least - 1, -1) if few else range(least, most + 1):
                goal = beside({"value": count}, op)
                if goal != before or op == "==":
                    at_least = joint(count, does) if op == "==" or not few else SURE
                    at_most = joint(len(does) - count, does_not) if op == "==" or few else SURE
                    ways.append(all_of((at_least, at_most, goal)))
                before = goal
                if goal == SURE and op != "==":
                    break
        return any_of(ways)

    def extreme(self, term: Data, wanted: bool, ops: Sequence[str], rises: bool, beside: Beside) -> Goal:
        """A comparison of the latest or earliest date, or of the highest or lowest number. `rises` says that the left
        side rises with it, or the right one falls.
        """
        # other kinds: `>` and `>=`, which mirror those named
        kind = next(one for one in ("total", *UPPER) if one in term)
        name, where = term[kind], term.get("where")
        if self.value((name,)) is None:
            return At((name,), whole(self.facts[name]))
        does, does_not = self.matching(name, where, True), self.matching(name, where, False)
        if kind == "total":
            return self.total(term["by"], does, does_not, ops, beside)
        none = all_of(goal for _, goal in does_not)
        some = any_of(goal for _, goal in does)
        # Of `latest <= x` every record decides, of `latest >= x` one; of the earliest it is the other way round.
        upper = UPPER[kind]
        ways = []
        for one in ops:
            by_one = (one in (">", ">=")) is rises
            reached = [all_of((goal, beside({"at": (*row, term["by"])}, one))) for row, goal in does]
            bound = one if one != "==" else "<=" if upper is rises else ">="
            kept = [
                any_of((goal, all_of((coming(row), beside({"at": (*row, term["by"])}, bound)))))
                for row, goal in does_not
            ]
            if one == "==":
                ways.append(all_of((any_of(reached), *kept)))
            else:
                ways.append(any_of(reached) if by_one is upper else all_of((some, *kept)))
        return any_of(ways) if wanted else any_of((none, *ways))

    def total(
        self,
        by: str,
        does: Sequence[tuple[Record, Goal]],
        does_not: Sequence[tuple[Record, Goal]],
        ops: Sequence[str],
        beside: Beside,
    ) -> Goal:
        """A comparison of a sum over records, if it is known which ones it adds."""
        known = all(goal in (SURE, NEVER) for _, goal in (*does, *does_not))
        if not known:
            return self.unsolved()
        rows = [{"at": (*record, by)} for record, goal in does if goal == SURE]
        return any_of(beside({"sum": rows} if rows else {"value": 0}, op) for op in ops)

    # ------------------------------------------------ comparisons of values

    def simple(self, op: str, left: Data, right: Data, row: Row, sort: str, says: Says) -> Goal:
        """A comparison of facts, fields and fixed values."""
        if sort == "date":
            return self.days(op, self.day(left, row), self.day(right, row), says)
        if sort == "number":
            return self.numbers(op, left, right, row, says)
        return self.answers(op == "==", left, right, row, says)

    def answers(self, wanted: bool, left: Data, right: Data, row: Row, says: Says) -> Goal:
        """Two answers are the same, or not."""
        places = [None if "value" in term else self.place(term, row) for term in (left, right)]
        known = [
            term["value"] if place is None else self.value(place) if self.is_fixed(place) else None
            for term, place in zip((left, right), places, strict=True)
        ]
        open_ones = [place for place, value in zip(places, known, strict=True) if value is None and place is not None]
        if len(open_ones) == 2:
            if open_ones[0] == open_ones[1]:
                return self.stated(open_ones[:1]) if wanted else NEVER
            return Alike(wanted, (open_ones[0], open_ones[1]), says)
        if not open_ones:
            one, other = (frozenset(v) if isinstance(v, list) else v for v in known)
            return SURE if (one == other) is wanted else NEVER
        value = next(value for value in known if value is not None)
        return self.answer(open_ones[0], value, wanted)

    def answer(self, place: Place, value: Any, wanted: bool) -> Goal:
        """A place states this answer, or another one."""
        fact = self.fact(place)
        region = whole(fact)
        if isinstance(region, Options):
            kept = tuple(answer for answer in region.answers if (answer == value) is wanted)
            return At(place, Options(kept)) if kept else NEVER
        assert isinstance(region, Items)
        items = frozenset(value)
        if wanted:
            return At(place, Items(items, frozenset(), len(items), len(items)))
        return At(place, region._replace(other_than=frozenset((items,))))

    def numbers(self, op: str, left: Data, right: Data, row: Row, says: Says) -> Goal:
        """A weighted sum of numbers compares with 0."""
        # other kinds: `<` and `<=`, once those that mirror them are turned round
        known = _by_range(op, self.span(left, row), self.span(right, row))
        if known is not None:
            return SURE if known else NEVER
        weights: dict[Place, Fraction] = {}
        constant = self.weigh(left, Fraction(1), row, weights) + self.weigh(right, Fraction(-1), row, weights)
        open_ones = tuple((place, weight) for place, weight in weights.items() if weight)
        if op in (">", ">="):
            op, constant = MIRRORED[op], -constant
            open_ones = tuple((place, -weight) for place, weight in open_ones)
        if not open_ones:
            so = constant == 0 if op == "==" else constant < 0 if op == "<" else constant <= 0
            return self.stated(weights) if so else NEVER
        cancelled = [place for place, weight in weights.items() if not weight]
        return all_of((self.stated(cancelled), self.weighed(op, open_ones, constant, says)))

    def weighed(self, op: str, open_ones: tuple[tuple[Place, Fraction], ...], constant: Fraction, says: Says) -> Goal:
        """The weighted sum of these places, with a constant, is below 0 or equal to it."""
        if len(open_ones) > 1:
            if any(place[-1] == "#" for place, _ in open_ones):
                return self.unsolved()
            return Weighed(op, open_ones, constant, says)
        place, weight = open_ones[0]
        if place[-1] == "#":
            return self.size(place[:-1], bounded(op, weight, constant, 1, Range(0, 10**6)))
        found = solved(Weighed(op, open_ones, constant, says), place, self.facts, {})
        return At(place, found) if found else NEVER

    def stated(self, places: Iterable[Place]) -> Goal:
        """The goal that something is stated in each place."""
        own = [place[:-1] if place[-1] == "#" else place for place in places]
        return all_of(At(place, whole(self.fact(place))) for place in own)

    def size(self, place: Place, sizes: Range | None) -> Goal:
        """The goal that the number of items of a set compares so."""
        region = whole(self.fact(place))
        assert isinstance(region, Items)
        if sizes is None:
            return NEVER
        found = possible(region._replace(low=max(region.low, sizes.low), high=min(region.high, sizes.high)))
        return At(place, found) if found else NEVER

    def weigh(self, term: Data, factor: Fraction, row: Row, weights: dict[Place, Fraction]) -> Fraction:
        """Add the weights of the open places of a term; the constant of the rest."""
        if "value" in term:
            return factor * Fraction(Decimal(repr(term["value"])))
        if "sum" in term:
            return sum((self.weigh(part, factor, row, weights) for part in term["sum"]), Fraction(0))
        if "times" in term:
            return self.weigh(term["part"], factor * term["times"], row, weights)
        place = (*term["size"], "#") if "size" in term else self.place(term, row)
        if "size" not in term and self.is_fixed(place):
            return factor * Fraction(Decimal(repr(self.value(place))))
        weights[place] = weights.get(place, Fraction(0)) + factor
        return Fraction(0)

    def span(self, term: Data, row: Row) -> tuple[Fraction, Fraction]:
        """The least and the most that a number can be."""
        if "value" in term:
            return (Fraction(Decimal(repr(term["value"]))),) * 2
        if "sum" in term:
            parts = [self.span(part, row) for part in term["sum"]]
            return sum((low for low, _ in parts), Fraction(0)), sum((high for _, high in parts), Fraction(0))
        if "times" in term:
            ends = [end * term["times"] for end in self.span(term["part"], row)]
            return min(ends), max(ends)
        if "size" in term:
            region = whole(self.fact(term["size"]))
            assert isinstance(region, Items)
            return Fraction(region.low), Fraction(region.high)
        place = self.place(term, row)
        fact = self.fact(place)
        if self.is_fixed(place):
            return (exact(fact, steps(fact, self.value(place))),) * 2
        ends_of_fact = whole(fact)
        assert isinstance(ends_of_fact, Range)
        return exact(fact, ends_of_fact.low), exact(fact, ends_of_fact.high)

    def day(self, term: Data, row: Row) -> Day:
        """A date with its moves; a fixed one is moved."""
        if "value" in term:
            return Day(None, day_number(term["value"]))
        if "shift" in term:
            inner = self.day(term["shift"], row)
            moved = inner._replace(moves=(*inner.moves, (term["months"], term["days"])))
            return moved if inner.place else Day(None, moved.on(inner.day))
        place = self.place(term, row)
        return Day(None, day_number(self.value(place))) if self.is_fixed(place) else Day(place, 0)

    def days_of(self, day: Day) -> tuple[int, int]:
        """The first and the last day that it can be."""
        if day.place is None:
            return day.day, day.day
        ends = whole(self.fact(day.place))
        assert isinstance(ends, Range)
        return day.on(ends.low), day.on(ends.high)

    def days(self, op: str, left: Day, right: Day, says: Says) -> Goal:
        """One day is before the other, or on it."""
        # other kinds: `<` and `<=`, once those that mirror them are turned round
        if op in (">", ">="):
            op, left, right = MIRRORED[op], right, left
        known = _by_range(op, self.days_of(left), self.days_of(right))
        if known is not None:
            return SURE if known else NEVER
        if left.place == right.place:  # no document compares a day with itself
            same = left.place is not None and left.moves == right.moves and op != "<"
            return self.stated([left.place]) if same and left.place else NEVER
        relation = Before(op, left, right, says)
        if left.place and right.place:
            return relation
        place = left.place or right.place
        assert place is not None
        found = solved(relation, place, self.facts, {})
        return At(place, found) if found else NEVER


def coming(record: Record) -> Goal:
    """The goal that a record is there. A record that may still come has to come."""
    return At(record, Options((True,))) if record[1] < 0 else SURE


def _by_range(op: str, left: tuple[Any, Any], right: tuple[Any, Any]) -> bool | None:
    """Whether a comparison holds wherever its two sides lie; None if that depends."""
    # other kinds: `<` and `<=`, once those that mirror them are turned round
    if op in (">", ">="):
        op, left, right = MIRRORED[op], right, left
    if op == "==":
        if left[0] == left[1] == right[0] == right[1]:
            return True
        return False if left[1] < right[0] or right[1] < left[0] else None
    if left[1] < right[0] or (op == "<=" and left[1] == right[0]):
        return True
    return False if right[1] < left[0] or (op == "<" and right[1] == left[0]) else None


# ---------------------------------------------------------------- terms that count


def _first(term: Data) -> Data | None:
    """The first count or extreme of a list inside a term."""
    if "count" in term or "by" in term:
        return term
    inner = [term[key] for key in ("shift", "part") if key in term] + [*term.get("sum", ())]
    return next((found for part in inner if (found := _first(part)) is not None), None)


def _sign(term: Data, part: Data) -> int:
    """1 if a term rises with a part of it, -1 if it falls, 0 if it has no such part."""
    if term is part:
        return 1
    if "times" in term:
        return _sign(term["part"], part) * (1 if term["times"] > 0 else -1)
    inner = [term["shift"]] if "shift" in term else term.get("sum", ())
    return sum(_sign(one, part) for one in inner)


def _replaced(term: Data, old: Data, new: Data) -> Data:
    """The term with another one in place of a part."""
    if term is old:
        return new
    if "shift" in term:
        return {**term, "shift": _replaced(term["shift"], old, new)}
    if "sum" in term:
        return {"sum": [_replaced(part, old, new) for part in term["sum"]]}
    if "times" in term:
        return {**term, "part": _replaced(term["part"], old, new)}
    return term
