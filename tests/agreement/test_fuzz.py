"""The independent fuzz, short: validator, meaning and schemas agree, the requests reach every case, planted faults are
found.

`make fuzz` runs it at length; with FUZZ=1 a fault is planted in every comparison of a generated validator.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
import wiser_policies
from fuzz.comparing import LATER, Subject, subject
from fuzz.documents import ROOT, documents
from fuzz.drawing import draw
from fuzz.running import Found, run, smallest
from lengths import FUZZ, one_in

SEED = "everyday"
REQUESTS = 2_000 if FUZZ else 120
KEYS = sorted(documents())
every_document = pytest.mark.parametrize("key", KEYS)


def described(about: Subject, found: list[Found]) -> str:
    return "\n".join(f"{one.what}: {one.seen}\n  --again {one.seed}\n  {smallest(about, one)!r}" for one in found[:5])


# ---------------------------------------------------------------- nothing disagrees


@pytest.mark.parametrize("key", one_in(2, KEYS))
def test_validator_meaning_and_schemas_agree(key: str) -> None:
    seen: Counter[str] = Counter()
    found = list(run(subject(key), SEED, range(REQUESTS), seen))
    assert not found, described(subject(key), found)
    reaches_what_it_should(subject(key), seen)
    longer = REQUESTS
    ready = subject(key).readers["ready"]["jsonschema-rs"]
    known = [dict(example.request) for example in subject(key).policy.examples]
    # That schema accepts little where dates are compared, and nothing at all of some policies.
    while not seen["the schema ready: True"] and any(map(ready, known)):
        assert longer < 20 * REQUESTS
        assert not list(run(subject(key), SEED, range(longer, longer + 20), seen))
        longer += 20


def reaches_what_it_should(subject: Subject, seen: Counter[str]) -> None:
    """Floors, far below what a usual run sees: a generator that has gone blind fails."""
    key, policy = subject.document.key, subject.policy
    assert seen["defect "] > 0.75 * REQUESTS
    assert sum(times for name, times in seen.items() if name.startswith("defect ")) == REQUESTS
    assert sum(name.startswith("defect ") for name in seen) > 5
    outcomes = (
        ("in scope", "cannot tell yet", "out of scope")
        if policy.program
        else ("ready", "incomplete", "not met", "out of scope")
    )
    for outcome in outcomes:
        assert seen[f"{key} {outcome}"] > 0.02 * REQUESTS, outcome
    for answer in ("schema ready: False", "schema possible: True", "schema possible: False"):
        assert seen[f"the {answer}"] > 0.02 * REQUESTS, answer
    reached = {criterion.id: [v for v in LATER if seen[f"{key} {criterion.id}: {v}"]] for criterion in policy.criteria}
    assert sum(len(verdicts) < 2 for verdicts in reached.values()) <= 0.1 * len(reached), reached


# ---------------------------------------------------------------- what is drawn


@every_document
def test_what_a_seed_draws_is_always_the_same(key: str) -> None:
    once, again = ([draw(documents()[key], Random(f"{key} {n}")) for n in range(20)] for _ in range(2))
    assert repr(once) == repr(again)


@pytest.mark.parametrize("module", ["documents", "drawing"])
def test_the_generator_shares_no_code_with_what_it_tests(module: str) -> None:
    text = (Path(__file__).parents[1] / f"fuzz/{module}.py").read_text("utf-8")
    assert re.findall(r"^\s*(?:import|from) \S+", text, re.MULTILINE)
    assert not re.search(r"^\s*(import|from) (wiser|hypothesis|strategies)", text, re.MULTILINE)


# ---------------------------------------------------------------- faults that are planted

TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def source(key: str) -> ast.Module:
    """The validator of a document, with the criteria of its program in place of their import."""
    tree = parsed(subject(key).validator)
    for place, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and ".program_v" in str(node.module):
            program = parsed(import_module(str(node.module)))
            tree.body[place : place + 1] = program.body[2:]  # behind its docstring and `from __future__`
            return tree
    return tree


def parsed(module: ModuleType) -> ast.Module:
    """The source of a module of the package, also where machine code of it runs."""
    return ast.parse((ROOT / f"generated/python/{module.__name__.replace('.', '/')}.py").read_text("utf-8"))


def planted(key: str, tree: ast.Module) -> Subject:
    """The subject with a validator that was compiled from another source."""
    module = ModuleType(f"planted_{key}")
    module.__spec__ = wiser_policies.validator(*key.split("@")).__spec__  # the data beside it
    exec(compile(tree, f"planted {key}", "exec"), module.__dict__)
    return subject(key).with_validator(module)


def noticed(faulty: Subject, most: int) -> Found | None:
    """The first disagreement that the fault makes, among so many requests."""
    return next(run(faulty, "planted", range(most), Counter()), None)


def verdict_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("verdict_")]


def bounds_turned(tree: ast.Module) -> Iterator[str]:
    """`<=` as `<`, and so on, at each comparison that makes a criterion met. Turned back before the next."""
    for function in verdict_functions(tree):
        for node in (node for test in met_where(function) for node in ast.walk(test)):
            for place, found in enumerate(node.ops if isinstance(node, ast.Compare) else ()):
                if type(found) in TURNED:
                    node.ops[place] = TURNED[type(found)]()  # type: ignore[attr-defined]
                    yield f"{function.name}: {ast.unparse(node)}"
                    node.ops[place] = found  # type: ignore[attr-defined]


def met_where(function: ast.FunctionDef) -> list[ast.expr]:
    """The test behind `if TEST: return "met"`, or `return "met" if TEST else "not met"`."""
    ifs = [node for node in ast.walk(function) if isinstance(node, ast.If)]
    one_liners = [node for node in ast.walk(function) if isinstance(node, ast.IfExp)]
    return [
        *(node.test for node in ifs if ast.unparse(node.body[0]) == "return 'met'"),
        *(node.test for node in one_liners if ast.unparse(node.body) == "'met'"),
    ]


def missing_as_not_met(tree: ast.Module) -> Iterator[str]:
    """`return "not met"` for `return "missing"`, in each criterion. Turned back before the next."""
    for function in verdict_functions(tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and node.value.value == "missing":
                node.value.value = "not met"
                yield function.name
                node.value.value = "missing"


@pytest.mark.parametrize("key", one_in(4, KEYS))
@pytest.mark.parametrize("fault", [bounds_turned, missing_as_not_met])
def test_a_planted_fault_is_noticed(key: str, fault: Callable[[ast.Module], Iterator[str]]) -> None:
    """Everyday one of each, when fuzzing all. A few change no answer: their bound is looked at again beside."""
    tree = source(key)
    many = sum(1 for _ in fault(tree))
    assert many > 1
    tried = set(range(many)) if FUZZ else {many // 2}
    missed = [
        name for number, name in enumerate(fault(tree)) if number in tried and not noticed(planted(key, tree), 2_000)
    ]
    assert len(missed) <= 0.1 * len(tried), missed


def rolling(months: int, days: int = 0) -> Callable[[str], str]:
    """Months that roll over the end of a shorter month, as in some calendars: 31 January and one month is 3 March."""

    def move(day: str) -> str:
        start = date.fromisoformat(day)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return (date(year, month + 1, 1) + timedelta(start.day - 1 + days)).isoformat()

    return move


def moves_by_months(key: str) -> bool:
    """Whether a date is moved by months. A date that is moved by years is another one only on 29 February."""
    text = (ROOT / f"policies/{key.replace('@', '/')}.yaml").read_text("utf-8")
    return re.search(r"\b[0-9]+ months? (?:before|after) [a-z_]+", text) is not None


@pytest.mark.parametrize("key", [key for key in KEYS if moves_by_months(key)])
def test_months_that_roll_over_are_noticed(key: str) -> None:
    tree = source(key)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "wiser_policies._dates":
            node.names = [name for name in node.names if name.name != "mover"]
    module = ModuleType(f"planted_{key}")
    module.__dict__["mover"] = rolling
    module.__spec__ = wiser_policies.validator(*key.split("@")).__spec__  # the data beside it
    exec(compile(tree, f"planted {key}", "exec"), module.__dict__)
    found = noticed(subject(key).with_validator(module), 6_000)
    assert found is not None
    assert found.what in ("verdicts differ from the meaning", "a clock differs from its meaning")


@pytest.mark.parametrize(
    ("schema", "answer", "what"),
    [
        ("request", True, "the request schema accepts what is invalid"),
        ("request", False, "the request schema refuses what is valid"),
        ("ready", True, "ready accepts what is not ready"),
        ("possible", False, "possible refuses what may still be met"),
    ],
)
def test_a_schema_that_says_too_much_is_noticed(schema: str, answer: bool, what: str) -> None:
    whole = subject("esi@6.0.0")
    blind = {**whole.readers, schema: dict.fromkeys(whole.readers[schema], lambda _request: answer)}
    assert what in {one.what for one in run(replace(whole, readers=blind), "planted", range(60), Counter())}


def test_validators_that_read_a_schema_differently_are_noticed() -> None:
    whole = subject("scs@6.0.0")
    odd = {**whole.readers, "request": {**whole.readers["request"], "fastjsonschema": lambda _request: False}}
    found = noticed(replace(whole, readers=odd), 20)
    assert found is not None
    assert found.what == "validators disagree about the schema request"


def spoils_the_request(request: Any) -> Any:
    result = subject("scs@6.0.0").validator.check(request)
    if type(request) is dict:
        request.pop("examination", None)
    return result


def looks_at_the_order(request: Any) -> Any:
    known = subject("scs@6.0.0").validator.check(request)
    turned = type(request) is dict and list(request) != sorted(request) and list(request)[-1] < "d"
    return subject("scs@6.0.0").validator.check({}) if turned else known


def raises(request: Any) -> Any:
    if type(request) is dict and request.get("chronic_pain") is False:
        raise KeyError("chronic_pain")
    return subject("scs@6.0.0").validator.check(request)


@pytest.mark.parametrize(
    ("check", "what"),
    [
        (spoils_the_request, "the request is changed by asking"),
        (looks_at_the_order, "another order has another answer"),
        (raises, "KeyError is raised"),
    ],
)
def test_a_validator_that_does_what_none_may_is_noticed(check: Callable[[Any], Any], what: str) -> None:
    module = ModuleType("planted")
    module.__dict__["check"] = check
    found = {
        one.what: one for one in run(subject("scs@6.0.0").with_validator(module), "planted", range(100), Counter())
    }
    assert what in found


def test_the_smallest_request_is_printed() -> None:
    module = ModuleType("planted")
    module.__dict__["check"] = raises
    faulty = subject("scs@6.0.0").with_validator(module)
    found = noticed(faulty, 200)
    assert found is not None
    assert found.what == "KeyError is raised"
    assert smallest(faulty, found) == {"chronic_pain": False}
    _, seed, number = found.seed.split(" ")
    assert list(run(faulty, seed, range(int(number), int(number) + 1), Counter())) == [found]
