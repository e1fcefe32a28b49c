"""A new kind is never dropped in silence: the type checker, or a test here, names every place that needs it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from click.testing import CliRunner
from command_line import built_files, edited_project
from kinds import CLASSES, COMPILER, MADE_UP, ROOT, WORDS, Place, named_by_mypy, places, reasons, with_made_up_kinds
from wiser_compiler.cli import wiser
from wiser_compiler.commands.trial import fault_of
from wiser_compiler.core.case import read_case, write_case
from wiser_compiler.core.evaluate import Interval, compare
from wiser_compiler.core.kinds import Tag, as_json, kind_of, operator, sort_of_value
from wiser_compiler.core.model import (
    AtLeast,
    Choice,
    Citation,
    Code,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Example,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
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
    Records,
    Shifted,
    Source,
    Sum,
    Term,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.request_edges import edges
from wiser_compiler.core.walk import facts_of
from wiser_compiler.reading.vocabulary import TYPES
from wiser_compiler.targets import TARGETS
from wiser_compiler.targets.python.logic import literal

# ---------------------------------------------------------------- every place is named

# What the type checker cannot see, because it asks for words in JSON or is a table: the test below that fails.
TABLES = "test_every_table_has_a_row_for_each_kind"
BUILT = "test_every_expression_term_and_operator_is_built_and_tried"
BY_TEST: Mapping[str, str] = {
    "key of an expression": BUILT,
    "key of a term": BUILT,
    "STRICT: operator": BUILT,
    "HOLDS: operator": BUILT,
}
PLANTED = """

def planted_match(term: Term) -> bool:
    match term:
        case FactValue() | Literal():
            return True
        case _:
            return False


def planted_words(op: str) -> bool:
    return op in ("<", "<=")


def planted_reason(term: Term) -> bool:
    # other kinds: are never asked
    return isinstance(term, FactValue | Literal)


def planted_reason_for_nothing(term: Term) -> tuple[Term, ...]:
    # other kinds: named all the same
    return subterms(term)
"""


@dataclass(frozen=True)
class Noticed:
    """The places of a compiler with made-up kinds, and those of them that the type checker names."""

    places: tuple[Place, ...]
    named: frozenset[Place]
    other: tuple[str, ...]  # what the type checker says beside
    reasons: frozenset[tuple[str, int]]  # by file and line


@pytest.fixture(scope="module")
def noticed(tmp_path_factory: pytest.TempPathFactory) -> Noticed:
    folder = tmp_path_factory.mktemp("made-up")
    with_made_up_kinds(folder)
    with (folder / COMPILER / "core/walk.py").open("a", encoding="utf-8") as text:
        text.write(PLANTED)
    all_places, messages = tuple(places(folder / COMPILER)), named_by_mypy(folder)
    named = frozenset(
        place
        for place in all_places
        for line, message in messages.get(place.file, ())
        if line in place.lines and MADE_UP.get(place.family, "nothing") in message
    )
    lines = {(place.file, line) for place in named for line in place.lines}
    said = [(file, line, message) for file, found in messages.items() for line, message in found]
    other = [f"{file}:{line}: {message}" for file, line, message in said if (file, line) not in lines]
    files = {str(path.relative_to(folder / COMPILER)): path for path in (folder / COMPILER).rglob("*.py")}
    why = frozenset((file, line) for file, path in files.items() for line in reasons(path))
    return Noticed(all_places, named, tuple(other), why)


def test_a_made_up_kind_is_named_in_every_place_that_tells_kinds_apart(noticed: Noticed) -> None:
    silent = [place for place in noticed.places if place not in noticed.named and not place.why]
    left = [str(place) for place in silent if _test_of(place) is None]
    assert [text.split()[1:] for text in left] == [["planted_match:", "term"], ["planted_words:", "operator"]], left
    assert len(noticed.named) > 90
    assert not noticed.other


def test_a_reason_stands_only_where_a_kind_may_be_left_over(noticed: Noticed) -> None:
    needed = {(place.file, line) for place in noticed.places if place not in noticed.named for line in place.why}
    walk = (ROOT / COMPILER / "core/walk.py").read_text("utf-8") + PLANTED
    planted = walk.splitlines().index("    # other kinds: named all the same") + 1
    assert noticed.reasons - needed == {("core/walk.py", planted)}
    assert 30 < len(needed) < 150  # most places are closed


def _test_of(place: Place) -> str | None:
    return (
        BY_TEST.get(place.family) or BY_TEST.get(f"{place.name}: {place.family}") or (TABLES if place.table else None)
    )


def test_what_the_type_checker_cannot_see_is_held_by_a_test_that_is_there(noticed: Noticed) -> None:
    unseen = {
        key for key in BY_TEST for place in noticed.places if key in (place.family, f"{place.name}: {place.family}")
    }
    assert unseen == set(BY_TEST)
    assert {TABLES, *BY_TEST.values()} <= set(globals())


def test_every_table_has_a_row_for_each_kind() -> None:
    tables = [place for place in places(ROOT / COMPILER) if place.table and _test_of(place) == TABLES]
    assert tables
    for place in tables:
        module = import_module("wiser_compiler." + place.file.removesuffix(".py").replace("/", "."))
        keys = {key.__name__ if isinstance(key, type) else key for key in getattr(module, place.name)}
        assert (CLASSES | WORDS)[place.family] <= keys, place


def test_the_tags_are_the_same_in_documents_outputs_and_the_package() -> None:
    tags = {kind_of(fact.type).tag for fact, _, _ in FACTS.values()}
    package = ast.parse((ROOT / COMPILER / "targets/python/package" / _package_file()).read_text("utf-8"))
    (alias,) = (
        node.value
        for node in package.body
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "FactKind" and node.value is not None
    )
    assert tags == set(get_args(Tag)) == set(TYPES) == {n.value for n in ast.walk(alias) if isinstance(n, ast.Constant)}


def _package_file() -> str:
    folder = ROOT / COMPILER / "targets/python/package"
    (file,) = (path.name for path in folder.glob("*.py") if "\nFactKind: " in path.read_text("utf-8"))
    return file


# ---------------------------------------------------------------- every kind is built

SIDES = (Option("left", "Left"), Option("right", "Right"))
DOSE = Fact("dose", Number(Decimal(0), Decimal(9), 1, "mg"), "How much was given?", row_of="sessions")
SESSION = Fact("session_date", Date(date(2020, 1, 1), date(2030, 12, 31)), "On which day?", row_of="sessions")
# One fact of each type, with a value that a request may state and one that it may not.
FACTS: Mapping[type[FactType], tuple[Fact, Any, Any]] = {
    YesNo: (Fact("failed", YesNo(), "Did it fail?"), True, "yes"),
    Note: (Fact("plan", Note(), "Where is the plan?"), "p. 3", ""),
    Number: (Fact("weeks", Number(Decimal(0), Decimal(99), 1, "weeks"), "How many weeks?"), 4.5, 4.25),
    Date: (Fact("day", Date(date(2020, 1, 1), date(2030, 12, 31)), "On which day?"), "2026-04-30", "2026-04-31"),
    Choice: (Fact("side", Choice(SIDES), "Which side?"), "left", "up"),
    OptionSet: (Fact("sides", OptionSet(SIDES), "Which sides?"), ["left"], ["up"]),
    Findings: (Fact("signs", Findings(SIDES), "Which signs?"), {"left": True, "right": False}, {"up": True}),
    Codes: (Fact("causes", Codes("ICD-10"), "Which causes?"), ["M54.16"], ["54.16"]),
    Records: (
        Fact("sessions", Records((SESSION, DOSE), 9), "Which sessions?"),
        [{"session_date": "2026-01-31"}, {}],
        [1],
    ),
}
BY_NAME = {fact.name: fact for fact, _, _ in FACTS.values()}
STATED = {fact.name: value for fact, value, _ in FACTS.values()}
WEEKS, DAY, SESSIONS, SIGNS = (BY_NAME[name] for name in ("weeks", "day", "sessions", "signs"))
FOUR, MARCH = Literal(Decimal(4)), Literal(date(2026, 3, 31))
LONG = Compare(">=", FactValue(WEEKS), FOUR)

EXPRESSIONS: Mapping[type[Expr], Expr] = {
    Compare: LONG,
    Includes: Includes(SIGNS, "left"),
    AtLeast: AtLeast(1, (LONG, Includes(SIGNS, "right"))),
    Not: Not(LONG),
    Documented: Documented(BY_NAME["plan"]),
    Worded: Worded(LONG, "How many weeks?", "4 weeks or more"),
}
TERMS: Mapping[type[Term], Expr] = {
    FactValue: LONG,
    Literal: Compare("==", FactValue(BY_NAME["sides"]), Literal(frozenset({"left"}))),
    Shifted: Compare("<", MARCH, Shifted(FactValue(DAY), months=-1)),
    Sum: Compare("<=", Sum((Count(SESSIONS), FactValue(WEEKS))), FOUR),
    Multiple: Compare(">", Multiple(2, FactValue(WEEKS)), FOUR),
    Count: Compare("==", Count(SESSIONS, Compare("<", FactValue(SESSION), FactValue(DAY))), Literal(Decimal(1))),
    Extreme: AtLeast(
        2,
        (
            Compare(">=", MARCH, Extreme("latest", SESSIONS, SESSION, name="last")),
            Compare("<", Extreme("highest", SESSIONS, DOSE), FOUR),
        ),
    ),
    Total: Compare("<=", Total(SESSIONS, DOSE, Compare("<", FactValue(SESSION), FactValue(DAY))), FOUR),
}


def _number(op: Op) -> Expr:
    """Both ways to compare: with a fact alone, and with what is computed."""
    doubled = Compare(op, Multiple(2, FactValue(WEEKS)), Literal(Decimal(9)))
    return AtLeast(2, (Compare(op, FactValue(WEEKS), Literal(Decimal("4.5"))), doubled))


OPERATORS: Mapping[str, Expr] = {op: _number(op) for op in get_args(Op)}
USED: Mapping[str, Expr] = {
    **{kind.__name__: expr for kind, expr in (*EXPRESSIONS.items(), *TERMS.items())},
    **OPERATORS,
}


def policy_of(expr: Expr, *facts: Fact, examples: Mapping[str, Mapping[str, Any]] | None = None) -> Policy:
    """A small policy with one criterion."""
    source = Source("guide", "A guide", "6.0")
    criterion = Criterion("test", "A test", "required", (Citation(source, "box 1"),), expr)
    written = tuple(Example(name, request) for name, request in (examples or {}).items())
    codes = (Code("64483", "An injection"),)
    asked = facts or facts_of(expr)
    return Policy(
        "p", "1.0.0", "A policy", date(2026, 1, 5), None, None, (source,), codes, asked, (criterion,), written
    )


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(FACTS) == set(get_args(FactType))
    assert set(EXPRESSIONS) == set(get_args(Expr))
    assert set(TERMS) == set(get_args(Term))


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_is_built_and_tried(kind: type[FactType]) -> None:
    fact, right, wrong = FACTS[kind]
    requests = {"right": {fact.name: right}, "wrong": {fact.name: wrong}, "nothing": {}}
    policy = policy_of(Documented(fact), examples=requests)
    case, broken = read_case(policy.facts, requests["right"])
    assert not broken
    assert write_case(case) == requests["right"]
    assert read_case(policy.facts, requests["wrong"])[1]
    assert fault_of(policy, TARGETS["python"](policy).files) == ""
    assert edges(policy)["facts"][0]["kind"] == kind_of(fact.type).tag


@pytest.mark.parametrize("kind", USED)
def test_every_expression_term_and_operator_is_built_and_tried(kind: str) -> None:
    other = {"weeks": 3, "day": "2026-12-31", "sides": ["right"], "signs": {}, "sessions": [], "plan": "p. 1"}
    just_above = {"weeks": 5, "sessions": [{"session_date": "2027-01-01", "dose": 4.1}]}
    names = {fact.name for fact in facts_of(USED[kind])}
    requests = {
        name: {fact: value for fact, value in request.items() if fact in names}
        for name, request in {"stated": STATED, "other": other, "above": just_above, "nothing": {}}.items()
    }
    policy = policy_of(USED[kind], examples=requests)
    assert fault_of(policy, TARGETS["python"](policy).files) == ""


@pytest.mark.parametrize("op", get_args(Op))
def test_the_row_of_an_operator_says_what_it_means(op: Op) -> None:
    row, sides = operator(op), [Interval(Decimal(n), Decimal(n)) for n in (3, 4, 5)]
    held = [compare(op, left, sides[1]) for left in sides]
    assert [row.below, row.equal, row.above] == held
    assert [compare(row.mirror, sides[1], left) for left in sides] == held
    assert [any(compare(other, left, sides[1]) for other in row.negated) for left in sides] == [not one for one in held]
    if row.other_edge is not None:
        other = operator(row.other_edge)
        assert (other.below, other.equal, other.above) == (row.below, not row.equal, row.above)
    # Whoever asks for a row takes what it says for one stretch of numbers.
    assert held not in ([True, False, True], [False, False, False])


# ---------------------------------------------------------------- a made-up kind is refused


@dataclass(frozen=True)
class MadeUp:
    """A kind that nothing knows."""


AT_EIGHT: Any = time(8)
NOT_KNOWN: Any = MadeUp()
NOT_EQUAL: Any = "!="
MADE_UP_POLICIES = {
    "fact": policy_of(Documented(Fact("at", NOT_KNOWN, "At what time?"))),
    "expression": policy_of(NOT_KNOWN, WEEKS),
    "term": policy_of(Compare("<", FactValue(WEEKS), NOT_KNOWN), WEEKS),
    "operator": policy_of(Compare(NOT_EQUAL, FactValue(WEEKS), FOUR)),
    "value": policy_of(Compare("==", FactValue(BY_NAME["side"]), Literal(AT_EIGHT))),
}


@pytest.mark.parametrize("target", ["python", "compiled"])  # every build makes both
@pytest.mark.parametrize("kind", MADE_UP_POLICIES)
def test_what_decides_is_not_made_of_a_kind_that_nothing_knows(kind: str, target: str) -> None:
    with pytest.raises(AssertionError, match="Expected code to be unreachable"):
        TARGETS[target](MADE_UP_POLICIES[kind])


@pytest.mark.parametrize("refuses", [literal, as_json, sort_of_value], ids=lambda function: function.__name__)
def test_a_value_that_is_none_is_refused(refuses: Callable[[Any], object]) -> None:
    assert refuses(Decimal(4))
    with pytest.raises(AssertionError, match="Expected code to be unreachable"):
        refuses(AT_EIGHT)


@pytest.mark.parametrize("kind", MADE_UP_POLICIES)
def test_a_build_with_a_kind_that_nothing_knows_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    edited_project(tmp_path, monkeypatch)
    before = built_files()
    for name, target in TARGETS.items():
        monkeypatch.setitem(cast(Any, TARGETS), name, lambda _, target=target: target(MADE_UP_POLICIES[kind]))
    result = CliRunner().invoke(wiser, ["build"])
    assert isinstance(result.exception, AssertionError)
    assert "built" not in result.output
    assert built_files() == before


def test_the_trial_run_notices_a_value_that_was_written_all_the_same() -> None:
    test = Compare("==", FactValue(BY_NAME["side"]), Literal("left"))
    policy = policy_of(test, examples={"stated": {"side": "left"}})
    files = TARGETS["python"](policy).files
    assert fault_of(policy, files) == ""
    written = {path: text.replace('"left"', "datetime.time(8, 0)") for path, text in files.items()}
    assert "raises NameError" in fault_of(policy, written)
