"""Random small policies over the whole core, such as no author would write, for which all targets must be right.

They are built from `core.model` and well typed: numbers are compared with numbers, fields of a row only
inside the filter of their list. Texts, names and ids are such as break careless generators.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from wiser_compiler.core.model import (
    Asking,
    AtLeast,
    Bound,
    Choice,
    Citation,
    Clock,
    Code,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Effect,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    ForStaff,
    Includes,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    Op,
    Option,
    OptionSet,
    Policy,
    Reading,
    Records,
    Shifted,
    Source,
    Sum,
    Term,
    Total,
    Which,
    Worded,
    YesNo,
)

NAMES = (
    "a", "b", "pain", "class", "import", "date", "case", "row", "list", "value", "none", "is", "lambda",
    "self", "true", "request", "facts", "len", "x1", "def", "match", "type", "set", "sum", "any", "all",
    "str", "int", "bool", "verdict", "truth", "rows", "items", "stated", "count", "met", "missing",
    "decimal", "json", "max", "min", "sorted", "tuple",
)  # fmt: skip
TEXTS = (
    "Text", "", "Is it so?", '"""', "it's", "back\\slash \\", "{{7*7}}", "{% raw %}", "{0} %s",
    "<script>alert(1)</script>", "a|b", "`code`", "[x](javascript:alert(1))", "# heading", "- [ ] box",
    "two\nlines", "☐ — “quoted” ≥ 5", "éééééééééééééééééééééééééééééééééééééééé", "# noqa", "*/ //", "$ref",
    "&amp;", "1. one", "***", "~~~", "https://example.org/?a=1&b=(2)",
)  # fmt: skip
IDS = ("a", "b", "L4-L5", "no", "1", "class", "None", "x_2")
POOLS = (IDS[:2], IDS[2:5], IDS)
NUMBERS = (
    Number(Decimal(0), Decimal(10), 0, "weeks"),
    Number(Decimal(0), Decimal(10), 1, "points"),
    Number(Decimal(-5), Decimal(5), 0),
    Number(Decimal("0.01"), Decimal(3), 2, "square cm"),
    Number(Decimal(7), Decimal(7), 0, "percent"),
)
DAYS = (
    Date(date(2020, 1, 1), date(2036, 12, 31)),
    Date(date(2027, 12, 1), date(2028, 3, 31)),
    Date(date(1990, 1, 1), date(2036, 12, 31)),
)
CODES = {"HCPCS": ("62321", "C8007", "0001A"), "ICD-10": ("M54", "I83.012")}
BEGINNINGS = {"HCPCS": ("6*", "62*", "C80*"), "ICD-10": ("M*", "M54*", "M54.*", "I83.0*")}
OPS: tuple[Op, ...] = ("<=", ">=", "<", ">", "==")
FACTORS = (2, -1, 3, 25, 100)
EFFECTS: tuple[Effect, ...] = ("required", "scope", "advisory")
OF_A_PROGRAM: tuple[Effect, ...] = ("scope", "advisory")
EXTREMES: Mapping[type[FactType], tuple[Which, ...]] = {Date: ("latest", "earliest"), Number: ("highest", "lowest")}

texts = st.sampled_from(TEXTS)
titles = st.sampled_from([text for text in TEXTS if text])


@dataclass(frozen=True)
class Scope:
    """The facts an expression may read: those of the request, and those of the row in hand, if any."""

    facts: tuple[Fact, ...]
    fields: tuple[Fact, ...] = ()

    def of(self, *kinds: type[FactType]) -> list[Fact]:
        return [fact for fact in (*self.fields, *self.facts) if isinstance(fact.type, kinds)]

    def lists(self) -> list[Fact]:
        """Lists that can be counted here: no list is counted inside the filter of a list."""
        return [] if self.fields else self.of(Records, OptionSet)

    def of_rows(self, kind: type[FactType]) -> list[tuple[Fact, Fact]]:
        """Each list with each field of one kind of its rows."""
        return [
            (fact, field)
            for fact in self.facts
            if isinstance(fact.type, Records)
            for field in fact.type.fields
            if isinstance(field.type, kind)
        ]


def _some(draw: DrawFn, least: int, most: int) -> Iterator[int]:
    """Numbers from 0, asked for one by one, so that hypothesis can take any of them out again."""
    for number in range(most):
        if number >= least and not draw(st.sampled_from((False, True, True))):
            return
        yield number


# ---------------------------------------------------------------- facts


@st.composite
def _options(draw: DrawFn) -> tuple[Option, ...]:
    return tuple(Option(answer, draw(titles)) for answer in draw(st.sampled_from(POOLS)))


SINGLE: tuple[SearchStrategy[FactType], ...] = (
    st.just(YesNo()),
    st.sampled_from(NUMBERS),
    st.sampled_from(DAYS),
    st.sampled_from(NUMBERS),
    st.sampled_from(DAYS),
    _options().map(Choice),
    _options().map(OptionSet),
    _options().map(Findings),
    st.just(Note()),
)


@st.composite
def _facts(draw: DrawFn) -> tuple[Fact, ...]:
    names = iter(draw(st.permutations(NAMES)))
    facts = []
    for _ in _some(draw, 2, 8):
        name, which = next(names), draw(st.integers(0, len(SINGLE) + 2))
        kind: FactType
        if which < len(SINGLE):
            kind = draw(SINGLE[which])
        elif which == len(SINGLE):
            kind = Codes(draw(st.sampled_from(sorted(CODES))))
        else:
            kind = _rows(draw, name, [next(names) for _ in _some(draw, 1, 4)])
        facts.append(Fact(name, kind, draw(titles), draw(titles)))
    return tuple(facts)


def _rows(draw: DrawFn, of: str, names: Sequence[str]) -> Records:
    fields = tuple(Fact(name, draw(st.one_of(SINGLE)), draw(titles), row_of=of) for name in names)
    told_apart = [field.name for field in fields if not isinstance(field.type, Findings | OptionSet)]
    unique = tuple(told_apart) if draw(st.sampled_from((False, False, True))) else ()
    return Records(fields, draw(st.sampled_from((3, 1, 6, 200))), unique, "rows")


# ---------------------------------------------------------------- terms


def _number_term(draw: DrawFn, scope: Scope, depth: int) -> Term:
    whole = ["literal"] + ["stated"] * 3 * bool(scope.of(Number)) + ["count"] * 3 * bool(scope.lists())
    # What is looked up in the filter of another list is asked of no record in hand, so it may stand there too.
    whole += ["extreme", "total", "total"] * bool(scope.of_rows(Number)) * (depth > 0)
    match draw(st.sampled_from(whole + ["sum", "multiple"] * 2 * (depth > 0))):
        case "stated":
            return FactValue(draw(st.sampled_from(scope.of(Number))))
        case "count":
            return _count(draw, scope, draw(st.sampled_from(scope.lists())), depth)
        case "extreme":
            return _extreme(draw, scope, *draw(st.sampled_from(scope.of_rows(Number))), depth)
        case "total":
            of, field = draw(st.sampled_from(scope.of_rows(Number)))
            return Total(of, field, _where(draw, scope, of, depth))
        case "sum":
            return Sum(tuple(_number_term(draw, scope, depth - 1) for _ in range(draw(st.integers(2, 3)))))
        case "multiple":
            return Multiple(draw(st.sampled_from(FACTORS)), _number_term(draw, scope, depth - 1))
        case _:
            return Literal(draw(st.sampled_from([Decimal(n) for n in (0, 1, 2, 4, -3, "0.5", "2.25", 100, 3, 6, 10)])))


def _count(draw: DrawFn, scope: Scope, fact: Fact, depth: int) -> Count:
    return Count(fact, _where(draw, scope, fact, depth))


def _where(draw: DrawFn, scope: Scope, fact: Fact, depth: int) -> Expr | None:
    """A filter, with one row of the list in hand."""
    if not isinstance(fact.type, Records) or not draw(st.sampled_from((True, True, False))):
        return None
    return _expr(draw, Scope(scope.facts, fact.type.fields), depth - 1)


def _date_term(draw: DrawFn, scope: Scope, depth: int) -> Term:
    whole = ["literal"] + ["stated"] * 3 * bool(scope.of(Date))
    whole += (["extreme"] * 3 * bool(scope.of_rows(Date)) + ["shifted"] * 3) * (depth > 0)
    match draw(st.sampled_from(whole)):
        case "stated":
            return FactValue(draw(st.sampled_from(scope.of(Date))))
        case "extreme":
            return _extreme(draw, scope, *draw(st.sampled_from(scope.of_rows(Date))), depth)
        case "shifted":
            months, days = (
                draw(st.sampled_from((0, 1, -1, 3, -12, 24))),
                draw(st.sampled_from((0, 14, -84, 1))),
            )
            return Shifted(_date_term(draw, scope, depth - 1), months, days)
        case _:
            return Literal(
                draw(
                    st.sampled_from(
                        [date(2026, 4, 24), date(2028, 2, 29), date(2027, 2, 28), DAYS[1].first, DAYS[1].last]
                    )
                )
            )


def _extreme(draw: DrawFn, scope: Scope, of: Fact, field: Fact, depth: int) -> Extreme:
    which = draw(st.sampled_from(EXTREMES[type(field.type)]))
    return Extreme(which, of, field, _where(draw, scope, of, depth), f"{which}_{field.name}")


# ---------------------------------------------------------------- expressions


def _expr(draw: DrawFn, scope: Scope, depth: int) -> Expr:
    match draw(st.sampled_from(["leaf"] * 4 + ["group", "group", "not", "says"] * (depth > 0))):
        case "group":
            parts = tuple(_expr(draw, scope, depth - 1) for _ in range(draw(st.integers(1, 3))))
            return AtLeast(draw(st.sampled_from([*range(1, len(parts) + 1)] * 3 + [0])), parts)
        case "not":
            return Not(_expr(draw, scope, depth - 1))
        case "says":
            return _says(draw, _expr(draw, scope, depth - 1))
        case _:
            return _leaf(draw, scope, depth)


def _says(draw: DrawFn, part: Expr) -> Worded:
    readings = (Reading("B5", draw(titles)),) * draw(st.integers(0, 1))
    bounds = (Bound(draw(st.sampled_from(OPS)), Decimal(4), "weeks"),) * draw(st.integers(0, 1))
    return Worded(part, draw(texts), draw(texts), draw(texts), readings, bounds)


def _leaf(draw: DrawFn, scope: Scope, depth: int) -> Expr:
    valued = [of for kind in EXTREMES for of, _ in scope.of_rows(kind)] if depth > 0 else []
    lists = [fact for fact in scope.of(Records) if fact in valued or not scope.fields]
    tested = [fact for fact in (*scope.fields * 3, *scope.facts) if not isinstance(fact.type, Records)]
    fact = draw(st.sampled_from([*tested, *lists] or scope.facts))
    if draw(st.sampled_from((False,) * 9 + (True,))):
        return Documented(fact)
    match fact.type:
        case Note():
            return Documented(fact)
        case YesNo():
            return _equal(draw, scope, fact, [True, False])
        case Choice(options=options):
            return _equal(draw, scope, fact, [option.id for option in options])
        case OptionSet(options=options) if draw(st.booleans()):
            return _equal(draw, scope, fact, [frozenset(), frozenset({options[0].id})])
        case OptionSet(options=options) | Findings(options=options):
            return Includes(fact, draw(st.sampled_from(options)).id)
        case Codes(system=system):
            return Includes(fact, draw(st.sampled_from((*CODES[system], *CODES[system], *BEGINNINGS[system]))))
        case Number():
            return _compared(draw, FactValue(fact), _number_term(draw, scope, depth))
        case Date():
            return _compared(draw, FactValue(fact), _date_term(draw, scope, depth))
        case Records():
            return _list_leaf(draw, scope, fact, depth) if fact in lists else Documented(fact)


def _equal(draw: DrawFn, scope: Scope, fact: Fact, values: Sequence[bool | str | frozenset[str]]) -> Expr:
    partners: list[Term] = [FactValue(other) for other in scope.of(type(fact.type)) if _like(fact, other)]
    return Compare("==", FactValue(fact), draw(st.sampled_from([*map(Literal, values), *partners])))


def _like(fact: Fact, other: Fact) -> bool:
    """Two facts with the same options."""
    ids = [[o.id for o in getattr(kind, "options", ())] for kind in (fact.type, other.type)]
    return ids[0] == ids[1]


def _compared(draw: DrawFn, left: Term, right: Term) -> Expr:
    first, second = draw(st.sampled_from([(left, right), (right, left)]))
    return Compare(draw(st.sampled_from(OPS)), first, second)


def _list_leaf(draw: DrawFn, scope: Scope, fact: Fact, depth: int) -> Expr:
    valued = [field for kind in EXTREMES for of, field in scope.of_rows(kind) if of == fact]
    if valued and depth > 0 and (scope.fields or draw(st.booleans())):
        field = draw(st.sampled_from(valued))
        if isinstance(field.type, Number) and draw(st.booleans()):
            return _compared(draw, Total(fact, field, _where(draw, scope, fact, depth)), _number_term(draw, scope, 0))
        extreme = _extreme(draw, scope, fact, field, depth)
        other = _date_term if isinstance(field.type, Date) else _number_term
        return _compared(draw, extreme, other(draw, scope, depth - 1))
    return _compared(draw, _count(draw, scope, fact, depth), _number_term(draw, scope, depth - 1))


# ---------------------------------------------------------------- policies

SOURCE = Source("guide", "A guide", "6.0", "6.2", "2026-04-24", "https://example.org/guide.pdf")


@st.composite
def policies(draw: DrawFn) -> Policy:
    """A policy or program of 2 to 8 facts (and up to 3 codes), 1 to 4 criteria and up to 2 clocks."""
    facts = draw(_facts())
    codes = tuple(Code(code, draw(titles)) for code in draw(st.sampled_from(((), (), CODES["HCPCS"]))))
    if codes:
        facts = (Fact("codes", Codes("HCPCS"), "Which procedure codes?", "Request"), *facts)
    scope = Scope(facts)
    program = draw(st.sampled_from((False, False, True)))
    effects = OF_A_PROGRAM if program else EFFECTS
    criteria = tuple(_criterion(draw, scope, f"c-{number}", effects) for number in _some(draw, 1, 4))
    clocks = tuple(_clock(draw, scope, f"k-{number}") for number in _some(draw, 0, 2)) if scope.of(Date) else ()
    until = draw(st.sampled_from((None, date(2027, 1, 1))))
    return Policy(
        "p", "1.0.0", draw(titles), date(2026, 4, 24), until, None, (SOURCE,), codes, facts, criteria,
        clocks=clocks, program=program,
    )  # fmt: skip


@st.composite
def policies_of_ranges(draw: DrawFn) -> Policy:
    """A policy whose criteria compare numbers, dates and what a list says, with ranges close to the bounds."""
    names = iter(draw(st.permutations(NAMES)))
    of, in_list = (
        next(names),
        [st.sampled_from(DAYS), st.sampled_from(DAYS[1:2]), st.just(YesNo()), st.sampled_from(NUMBERS)],
    )
    fields = tuple(Fact(next(names), draw(kind), draw(titles), row_of=of) for kind in in_list)
    visits = Fact(of, Records(fields, draw(st.sampled_from((3, 1, 6)))), draw(titles))
    kinds = (st.sampled_from(NUMBERS), st.sampled_from(NUMBERS), st.sampled_from(DAYS), st.sampled_from(DAYS))
    single = (Fact(next(names), draw(kind), draw(titles)) for kind in (*kinds, _options().map(OptionSet)))
    scope = Scope((visits, *single))
    criteria = tuple(
        _criterion_of(
            draw, f"c-{number}", EFFECTS, _of_ranges(draw, scope), _of_ranges(draw, scope) if number else None
        )
        for number in _some(draw, 2, 4)
    )
    return Policy("p", "1.0.0", draw(titles), date(2026, 4, 24), None, None, (SOURCE,), (), scope.facts, criteria)


def _of_ranges(draw: DrawFn, scope: Scope) -> Expr:
    term = draw(st.sampled_from((_number_term, _date_term)))
    expr = _compared(draw, term(draw, scope, 2), term(draw, scope, 1))
    return Not(expr) if draw(st.booleans()) else expr


@st.composite
def expressions(draw: DrawFn, depth: int = 3) -> tuple[tuple[Fact, ...], Expr]:
    """Facts, and an expression over them."""
    facts = draw(_facts())
    return facts, _expr(draw, Scope(facts), depth)


def _criterion(draw: DrawFn, scope: Scope, name: str, effects: Sequence[Effect]) -> Criterion:
    require = _expr(draw, scope, 3)
    applies = _expr(draw, scope, 2) if draw(st.booleans()) else None
    unless = _expr(draw, scope, 2) if draw(st.booleans()) else None
    return _criterion_of(draw, name, effects, require, applies, unless)


def _criterion_of(
    draw: DrawFn, name: str, effects: Sequence[Effect], require: Expr, applies: Expr | None, unless: Expr | None = None
) -> Criterion:
    effect: Effect = draw(st.sampled_from(effects))
    readings = (Reading("A1", draw(titles)),) * draw(st.integers(0, 1))
    return Criterion(name, draw(titles), effect, (Citation(SOURCE, draw(titles)),), require, applies, unless, readings)


@st.composite
def thinned(draw: DrawFn, request: dict[str, Any]) -> dict[str, Any]:
    """The request with less stated, in its records too."""
    kept = {name: value for name, value in request.items() if draw(st.sampled_from((True, True, False)))}
    for name, value in kept.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            kept[name] = [draw(thinned(row)) for row in value]
    return kept


@st.composite
def marked(draw: DrawFn, policy: Policy) -> Policy:
    """The policy with facts that may change for the ask list, and lists to which records may still come."""
    marks = []
    for fact in policy.facts:
        match fact.type:
            case Records():
                marks.append(Asking(fact.name, grows=draw(st.booleans())))
            case Number():
                marks.append(Asking(fact.name, draw(st.sampled_from(("", "fewer"))), grows=draw(st.booleans())))
            case Date():
                marks.append(Asking(fact.name, draw(st.sampled_from(("", "another day", "sent later")))))
            case _:  # other kinds: never change
                pass
    return replace(policy, for_staff=ForStaff(asking=tuple(marks)))


def _clock(draw: DrawFn, scope: Scope, name: str) -> Clock:
    """A date of the request, or one that follows it; whether it counts hangs on anything but lists."""
    start = FactValue(draw(st.sampled_from(scope.of(Date))))
    moved = Shifted(start, draw(st.sampled_from((0, 1, -12, 24))), draw(st.sampled_from((3, 119, -84))))
    single = Scope(tuple(fact for fact in scope.facts if not isinstance(fact.type, Records)))
    tests = tuple(_expr(draw, single, 2) for _ in _some(draw, 0, 3))
    applies = AtLeast(draw(st.integers(0, len(tests))), tests) if tests else None
    readings = (Reading("A9", draw(titles)),) * draw(st.integers(0, 1))
    due = draw(st.sampled_from((start, moved)))
    return Clock(
        name, draw(titles), (Citation(SOURCE, draw(titles)),), due, applies, draw(titles), draw(texts), readings
    )


FEW = (YesNo(), Choice((Option("a", "A"), Option("b", "B"))), Number(Decimal(0), Decimal(2)))


@st.composite
def policies_of_few_answers(draw: DrawFn) -> Policy:
    """A policy with so few facts and answers that all of its requests can be gone through."""
    kinds = [draw(st.sampled_from((*FEW, Findings(FEW[1].options)))) for _ in _some(draw, 2, 4)]
    facts = tuple(Fact(name, kind, draw(titles), draw(titles)) for name, kind in zip(NAMES, kinds, strict=False))
    criteria = tuple(_criterion(draw, Scope(facts), f"c-{number}", EFFECTS) for number in _some(draw, 1, 3))
    return Policy("p", "1.0.0", draw(titles), date(2026, 4, 24), None, None, (SOURCE,), (), facts, criteria)
