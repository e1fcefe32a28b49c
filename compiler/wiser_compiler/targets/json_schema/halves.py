"""An expression in JSON Schema: one schema for *surely met*, and one for *surely not met*.

Each half accepts only requests that core/evaluate.py decides that way. A half that accepts fewer says in plain words
what it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import product
from math import prod
from typing import assert_never

from wiser_compiler.core.evaluate import limit
from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Criterion,
    Documented,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Includes,
    Literal,
    Not,
    Number,
    Op,
    Sum,
    Term,
    Total,
    Worded,
)
from wiser_compiler.core.walk import terms
from wiser_compiler.core.words import FORMULA, term_words
from wiser_compiler.targets.json_schema.leaves import (
    MOST_OPTIONS,
    against,
    documented,
    few_values,
    includes,
    stated,
    truth,
    two_facts,
)
from wiser_compiler.targets.json_schema.logic import (
    ALWAYS,
    NEVER,
    NOTHING,
    Half,
    Halves,
    Schema,
    all_left_out,
    all_of,
    alternatives,
    among,
    any_of,
    at_least,
    every,
    some,
    stating,
)

NAMES = replace(FORMULA, count=lambda count: f"the number of {count.of.name}")
MOST_ADDED = 100  # values of a whole number added to a count that are spelled out


def criterion_halves(criterion: Criterion) -> Halves:
    """The halves of a criterion: surely met or surely not applicable; and surely not met."""
    applies = Halves(ALWAYS, NEVER) if criterion.applies_when is None else halves(criterion.applies_when)
    test = halves(criterion.test)
    return Halves(any_of(applies.unmet, test.met), all_of(applies.met, test.unmet))


@dataclass(frozen=True, slots=True)
class Context:
    """The place of an expression: the request, or the records of the list `row`.

    The schema of a record cannot look at the request. So the facts of the request that it needs are spelled out around
    it: inside, each of them is `known`, or None where it may not be stated.
    """

    row: str = ""
    known: Mapping[str, str | bool | None] = field(default_factory=dict)

    def holds(self, fact: Fact) -> bool:
        """Whether the fact is a property of the object in hand."""
        return fact.row_of == self.row


REQUEST = Context()


def halves(expr: Expr, place: Context = REQUEST) -> Halves:
    """Both halves of an expression."""
    match expr:
        case Worded(part=part):
            return halves(part, place)
        case Not(part=part):
            inner = halves(part, place)
            return Halves(inner.unmet, inner.met)
        case AtLeast(count=count, parts=parts):
            each = [halves(part, place) for part in parts]
            met = at_least(count, [part.met for part in each])
            return Halves(met, at_least(len(parts) - count + 1, [part.unmet for part in each]))
        case Documented(fact=fact):
            return documented(fact) if place.holds(fact) else _neither(f"it does not look at {fact.name}")
        case Includes(fact=fact, item=item):
            return includes(fact, item) if place.holds(fact) else _neither(f"it does not look at {fact.name}")
        case Compare():
            return _compare(expr, place) or _uncompared(expr)
        case _:
            assert_never(expr)


def _neither(text: str) -> Halves:
    """Halves that accept nothing, with what they leave out."""
    return Halves(Half(NOTHING, (text,)), Half(NOTHING, (text,)))


def _uncompared(expr: Compare) -> Halves:
    # other kinds: they are made of these
    read = (term for term in terms(expr) if isinstance(term, FactValue | Count | Extreme | Total))
    names = list(dict.fromkeys(term_words(term, NAMES) for term in read))
    if len(names) == 1:
        return _neither(f"it does not look at {names[0]}")
    return _neither(f"it does not compare {' with '.join(names)}")


def _compare(expr: Compare, place: Context) -> Halves | None:
    """A comparison, or None where JSON Schema cannot say it."""
    left, right = _known(expr.left, place), _known(expr.right, place)
    if left is None or right is None:
        return Halves(NEVER, NEVER)
    if isinstance(left, Literal) and not isinstance(right, Literal):
        return _compare(Compare(operator(expr.op).mirror, right, left), place)
    match left, right:
        case Literal(value=a), Literal(value=b):
            met = truth(expr.op, a, b)
            return Halves(ALWAYS if met is True else NEVER, ALWAYS if met is False else NEVER)
        case FactValue(fact=fact), Literal(value=value) if place.holds(fact):
            return against(fact, expr.op, value)
        case FactValue(fact=fact), FactValue(fact=other) if place.holds(fact) and place.holds(other):
            return two_facts(fact, expr.op, other)
        case Count(of=of), Literal(value=Decimal() as value) if place.holds(of) and value == int(value):
            return _count(Count(of, left.where), expr.op, int(value))
        case Sum(parts=(Count(of=of) as count, FactValue(fact=plus))), Literal(value=Decimal() as value) if (
            place.holds(of) and place.holds(plus) and value == int(value)
        ):
            return _count_plus(count, plus, expr.op, int(value))
        case _:  # other kinds: are left out, and the schema says so
            return None


def _known(term: Term, place: Context) -> Term | None:
    """The term, or its value where that is spelled out around the record, or None where it is not stated."""
    if isinstance(term, FactValue) and not term.fact.row_of and term.fact.name in place.known:
        value = place.known[term.fact.name]
        return None if value is None else Literal(value)
    return term


# ---------------------------------------------------------------- counts


def _count(count: Count, op: Op, value: int) -> Halves:
    """How many records match, or how many items a set has, against a whole number."""
    met, unmet, how = [], [], operator(op)
    if not how.below:
        least = value + (not how.equal)
        met.append(_many(count, least))
        unmet.append(_few(count, least - 1))
    if not how.above:
        most = value - (not how.equal)
        met.append(_few(count, most))
        unmet.append(_many(count, most + 1))
    return Halves(all_of(*met), any_of(*unmet))


def _many(count: Count, least: int) -> Half:
    """At least this many records surely match. JSON Schema finds one among others; more of them must be all records."""
    if not 0 < least <= limit(count.of):
        return ALWAYS if least <= 0 else NEVER
    enough = stated(count.of, {"type": "array", "minItems": least})
    if (where := _filter(count)) is None:
        return enough
    if least == 1:
        return _records(count.of, where, _one_matches)
    among_others = Half(NOTHING, (f"it counts no record of {count.of.name} unless every one matches",))
    return any_of(all_of(enough, _records(count.of, where, _all_match)), among_others)


def _few(count: Count, most: int) -> Half:
    """At most this many records possibly match: there are no more records, or none of them matches."""
    if not 0 <= most < limit(count.of):
        return NEVER if most < 0 else ALWAYS
    no_more = stated(count.of, {"type": "array", "maxItems": most})
    if (where := _filter(count)) is None:
        return no_more
    none_matches = _records(count.of, where, _none_matches)
    if most == 0:
        return any_of(no_more, none_matches)
    over = Half(NOTHING, (f"it counts every record of {count.of.name}, whether it matches or not",))
    return any_of(no_more, none_matches, over)


@lru_cache(256)
def _filter(count: Count) -> Expr | None:
    """The filter, or None where every record passes it."""
    where = count.where
    return None if where is None or halves(where, Context(count.of.name)).met == ALWAYS else where


def _one_matches(record: Halves) -> Half:
    return _array("contains", record.met)


def _all_match(record: Halves) -> Half:
    return _array("items", record.met)


def _none_matches(record: Halves) -> Half:
    return _array("items", record.unmet)


def _array(keyword: str, half: Half) -> Half:
    return half if half.schema == NOTHING else replace(half, schema={"type": "array", keyword: half.schema})


@lru_cache(256)  # a count plus a number uses one filter for each value of the number
def _records(rows: Fact, where: Expr, say: Callable[[Halves], Half]) -> Half:
    """The schemas of the records, once for each way to state the facts of the request that the filter needs."""
    ways: list[tuple[Mapping[str, str | bool], Half]] = []
    for known, record in _spelled_out(rows, where):
        half = say(record)
        given = {name: value for name, value in known.items() if value is not None}
        # A schema that is accepted with fewer facts stated need not be repeated.
        if not any(half == said and less.items() <= given.items() for less, said in ways):
            ways.append((given, half))
    return any_of(
        *(
            all_of(
                *(Half(stating(name, among([value]))) for name, value in given.items()),
                Half(stating(rows.name, half.schema), half.left_out),
            )
            for given, half in ways
        )
    )


@lru_cache(256)  # three schemas of the same records
def _spelled_out(rows: Fact, where: Expr) -> list[tuple[Mapping[str, str | bool | None], Halves]]:
    """The filter, for each way to state the facts of the request that it needs."""
    return [(known, halves(where, Context(rows.name, known))) for known in _ways_to_state(where)]


def _ways_to_state(where: Expr) -> list[dict[str, str | bool | None]]:
    """Each way to state, or not to state, the facts of the request that a record is compared with.

    Only facts with few values are taken, in order, while all ways together stay few.
    """
    facts: list[Fact] = []
    beside = [term.fact for term in terms(where) if isinstance(term, FactValue) and not term.fact.row_of]
    for fact in dict.fromkeys(fact for fact in beside if few_values(fact)):
        if prod(len(few_values(taken)) for taken in (*facts, fact)) <= MOST_OPTIONS:
            facts.append(fact)
    names = [fact.name for fact in facts]
    values = product(*((None, *few_values(fact)) for fact in facts))
    ways = [dict(zip(names, chosen, strict=True)) for chosen in values]
    return sorted(ways, key=lambda way: len(way) - list(way.values()).count(None))


def _count_plus(count: Count, plus: Fact, op: Op, total: int) -> Halves | None:
    """A count plus a whole number: spelled out over the number, and for any number that is not stated."""
    kind = plus.type
    if not isinstance(kind, Number) or kind.places or kind.high - kind.low > MOST_ADDED:
        return None
    low, high = int(kind.low), int(kind.high)
    each = [(number, _count(count, op, total - number)) for number in range(low, high + 1)]
    least, most = each[0][1], each[-1][1]
    match op:
        case "<" | "<=":
            whatever = Halves(most.met, least.unmet)
        case ">" | ">=":
            whatever = Halves(least.met, most.unmet)
        case "==":  # surely different if it surely lies on one side, whatever is added
            below, above = _count(count, "<", total - high), _count(count, ">", total - low)
            whatever = Halves(all_of(least.met, most.met), any_of(below.met, above.met))
        case _:
            assert_never(op)

    def spelled(half_of: Callable[[Halves], Half]) -> Half:
        always = [*alternatives(half_of(whatever).schema)]
        ways: list[tuple[Schema, int, int]] = []  # the schema, and the first and last number added
        for number, pair in each:
            for schema in alternatives(half_of(pair).schema):
                if schema in always:
                    continue
                earlier = next((way for way in ways if way[0] == schema and way[2] == number - 1), None)
                if earlier is None:
                    ways.append((schema, number, number))
                else:
                    ways[ways.index(earlier)] = (schema, earlier[1], number)
        between = [
            every(stating(plus.name, {"type": "integer", "minimum": first, "maximum": last}), schema)
            for schema, first, last in ways
        ]
        return Half(some(*always, *between), all_left_out(half_of(pair) for _, pair in each))

    return Halves(spelled(lambda pair: pair.met), spelled(lambda pair: pair.unmet))
