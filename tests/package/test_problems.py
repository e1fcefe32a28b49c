"""Problems of a request: a stable code, the place, and words that say what to write instead."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from smaller_package import lacking
from wiser_compiler.core.case import BROKEN
from wiser_compiler.core.case import ProblemCode as CodeOfTheMeaning
from wiser_policies import ProblemCode, Result, _check, _rules, check, check_json, known_versions, scope, validator
from wiser_policies import scope_json as scope_of_json
from wiser_policies.esi import v6_0_0 as esi

ROOT = Path(__file__).parents[2]
READY: dict[str, Any] = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
KNOWN = known_versions()
EARLY, US_DATE = {"received_date": "2026-02-10"}, {"received_date": "4/27/2026"}
SESSION = {"session_date": "2026-01-05", "session_region": "lumbar_sacral"}


def said(request: object, policy: str = "") -> list[tuple[str, str]]:
    """The code and the place of each problem."""
    return [(problem.code, problem.path) for problem in check(request, policy).problems]


# ---------------------------------------------------------------- codes


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        pytest.param({"nobody knows": 1}, "unknown-fact", "", id="a foreign key"),
        pytest.param({"pregnant": None}, "null", "/pregnant", id="null"),
        pytest.param({"pregnant": "no"}, "wrong-type", "/pregnant", id="text for yes or no"),
        pytest.param({"pregnant": 0}, "wrong-type", "/pregnant", id="a number for yes or no"),
        pytest.param({"pain_duration": "5"}, "wrong-type", "/pain_duration", id="text for a number"),
        pytest.param({"pain_duration": True}, "wrong-type", "/pain_duration", id="true for a number"),
        pytest.param({"pain_duration": -1}, "out-of-range", "/pain_duration", id="a number below the range"),
        pytest.param({"pain_duration": 10**400}, "out-of-range", "/pain_duration", id="a huge number"),
        pytest.param({"pain_duration": float("nan")}, "out-of-range", "/pain_duration", id="NaN"),
        pytest.param({"pain_duration": 4.5}, "too-many-places", "/pain_duration", id="a half where whole ones count"),
        pytest.param({"service_date": "05/04/2026"}, "not-a-date", "/service_date", id="a US date"),
        pytest.param({"service_date": "2026-02-30"}, "not-a-date", "/service_date", id="a day that is not"),
        pytest.param({"service_date": 20260504}, "wrong-type", "/service_date", id="a number for a date"),
        pytest.param({"service_date": "1999-01-01"}, "out-of-range", "/service_date", id="a date before the range"),
        pytest.param({"state": "Texas"}, "unknown-option", "/state", id="an unknown option"),
        pytest.param({"state": ["TX"]}, "wrong-type", "/state", id="a list for an option"),
        pytest.param({"examination": "  "}, "empty-text", "/examination", id="blanks for a note"),
        pytest.param({"examination": "x" * 501}, "too-long", "/examination", id="a note that is too long"),
        pytest.param({"codes": ["64483 "]}, "not-a-code", "/codes", id="a code with a blank"),
        pytest.param({"codes": ["64483-50"]}, "not-a-code", "/codes", id="a code with a modifier"),
        pytest.param({"codes": [64483]}, "wrong-type", "/codes", id="a code as a number"),
        pytest.param({"codes": "64483"}, "wrong-type", "/codes", id="text for codes"),
        pytest.param({"codes": ["64483", "64483"]}, "repeated", "/codes", id="a code twice"),
        pytest.param({"codes": [f"{n:05}" for n in range(101)]}, "too-long", "/codes", id="101 codes"),
        pytest.param({"planned_levels": ["L4-L5", "L4-L5"]}, "repeated", "/planned_levels", id="an item twice"),
        pytest.param({"planned_levels": ["L9"]}, "unknown-option", "/planned_levels", id="an unknown item"),
        pytest.param({"planned_levels": [9]}, "wrong-type", "/planned_levels", id="a number for an item"),
        pytest.param({"causes": {"herniaton": True}}, "unknown-option", "/causes", id="an unknown finding"),
        pytest.param({"causes": {"herniation": "no"}}, "wrong-type", "/causes/herniation", id="text for a finding"),
        pytest.param({"causes": {"herniation": None}}, "null", "/causes/herniation", id="null for a finding"),
        pytest.param({"causes": []}, "wrong-type", "/causes", id="a list for findings"),
        pytest.param({"prior_sessions": {}}, "wrong-type", "/prior_sessions", id="an object for a list"),
        pytest.param({"prior_sessions": [SESSION] * 201}, "too-long", "/prior_sessions", id="201 records"),
        pytest.param({"prior_sessions": [SESSION, SESSION]}, "repeated", "/prior_sessions/1", id="a record twice"),
        pytest.param({"prior_sessions": [5]}, "not-an-object", "/prior_sessions/0", id="a number for a record"),
        pytest.param({"prior_sessions": [{"day": 1}]}, "unknown-fact", "/prior_sessions/0", id="a foreign field"),
    ],
)
def test_every_broken_rule_has_its_code_and_place(change: dict[str, Any], code: str, path: str) -> None:
    assert said(READY | change, "esi@6.0.0") == [(code, path)]
    assert said(READY | change) == [(code, path)]


@pytest.mark.parametrize(
    ("request_", "code", "path"),
    [
        pytest.param([], "not-an-object", "", id="a list"),
        pytest.param({}, "codes-missing", "/codes", id="nothing"),
        pytest.param({"codes": ["29877"]}, "service-not-encoded", "/codes", id="a service that is not encoded"),
        pytest.param({"codes": ["22514"]} | EARLY, "no-version-on-that-day", "/received_date", id="too early"),
        pytest.param({"codes": ["64483", "22514"]}, "several-services", "/codes", id="codes of two policies"),
        pytest.param({"codes": ["64483", "29877"]}, "several-services", "/codes", id="codes of two services"),
        pytest.param({"codes": ["64483"]} | US_DATE, "not-a-date", "/received_date", id="a US date"),
    ],
)
def test_why_no_policy_answers_has_its_code(request_: object, code: str, path: str) -> None:
    with lacking("knee_arthroscopy"):
        assert said(request_) == [(code, path)]


def test_a_package_without_a_program_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped package has one, which puts codes that it does not list out of scope."""
    assert check({"codes": ["99999"]}).outcome == "out of scope"
    monkeypatch.setattr(_check, "PROGRAMS", ())
    assert said({"codes": ["99999"]}) == [("unknown-service", "/codes")]
    assert [problem.code for problem in scope({}).problems] == ["no-program"]
    assert check(READY).outcome == "ready"


@pytest.fixture
def no_policies(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def forget() -> None:
        _check.choosing.cache_clear()
        _check._by_code.cache_clear()

    monkeypatch.setattr(_check, "PROGRAMS", ())
    monkeypatch.setattr(_check, "POLICIES", ())
    forget()
    yield
    forget()


@pytest.mark.usefixtures("no_policies")
def test_a_package_of_no_policies_answers_too() -> None:
    assert said(READY) == [("unknown-service", "/codes")]
    assert [problem.code for problem in scope(READY).problems] == ["no-program"]


@pytest.mark.parametrize(
    "fault",
    [
        {"state": 5},
        {"state": "ZZ"},
        {"service_date": "5/1/2026"},
        {"diagnoses": ["x"]},
        {"foreign": 1},
        {"payer": None},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    ("codes", "code", "words"),
    [
        (["29877"], "service-not-encoded", "Arthroscopic lavage"),
        (["22554", "29877"], "several-services", "2 services (cervical_fusion and knee_arthroscopy)"),
        (["64483", "22514", "29877"], "several-services", "3 services (esi, pva and knee_arthroscopy)"),
    ],
)
def test_no_other_fault_hides_which_service_it_is(
    codes: list[str], code: str, words: str, fault: dict[str, Any]
) -> None:
    with lacking("knee_arthroscopy"):
        (problem,) = check({"codes": codes, "received_date": "2026-06-01", "state": "TX"} | fault).problems
    assert (problem.code, problem.path, words in problem.rule) == (code, "/codes", True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "not-json"), (b"\xff", "not-json"), ("\ufeff{}", "not-json"), (b'{"a": NaN}', "not-json"),
        (b'{"a": 1, "a": 2}', "duplicate-key"), (b'{"a": 1e400}', "inexact-number"), ("[" * 100_000, "too-large"),
        (b"1" * 5000, "inexact-number"), (b" " * 1_000_001, "too-large"),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_what_is_not_strict_json_has_its_code(data: str | bytes, code: str) -> None:
    assert [problem.code for problem in check_json(data).problems] == [code]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ('{“codes”: ["64483"]}', "line 1, column 2; the quotation marks of JSON are straight and double"),
        ("{'codes': ['64483']}", "line 1, column 2; the quotation marks of JSON are straight and double"),
        ('{"codes": [‘64483’]}', "line 1, column 12; the quotation marks of JSON are straight and double"),
        ('{"codes": 64483-LT}', "line 1, column 16"),
        ('{"codes": ["64483"], \n}', "line 1, column 20"),  # the comma, as no version of Python up to 3.12 has it
        ('{"codes": ["64483", ]}', "line 1, column 19"),
        ('{"codes": ["64483", }', "line 1, column 21"),
        ('\ufeff{"codes": ["64483"]}', "save it as UTF-8 without one"),
    ],
)
def test_a_document_as_word_processors_write_it_is_answered_with_what_is_wrong(document: str, words: str) -> None:
    assert check_json(document).problems[0].rule.endswith(words)


def test_the_package_the_meaning_and_the_page_know_the_same_codes() -> None:
    page = (ROOT / "docs/targets.md").read_text("utf-8").partition("## Problems")[2].partition("\n## ")[0]
    rows = [line.split("|")[1].strip(" `") for line in page.splitlines() if line.startswith("| `")]
    assert get_args(ProblemCode) == get_args(CodeOfTheMeaning) == tuple(rows)


# ---------------------------------------------------------------- what is not a fault


@pytest.mark.parametrize("value", [-955355777957.3523, 333333333333.0004, 999999999999.9999, 0.3, 1e12])
def test_a_large_number_has_as_many_places_as_are_written(value: float) -> None:
    """Multiplied by 10,000 the first one is no whole number."""
    assert _rules.is_number(value, -(10**12), 10**12, 4)
    assert not _rules.is_number(0.30000000000000004, 0, 1, 4)


def test_a_request_without_its_date_is_incomplete_like_a_pinned_one() -> None:
    undated = {name: value for name, value in READY.items() if name != "received_date"}
    for answer in (check(undated), check(undated, "esi@6.0.0")):
        assert (answer.policy.version, answer.outcome) == ("6.0.0", "incomplete")
        assert "received_date" in {fact.name for gap in answer.gaps() for fact in gap.missing}
    assert check({"codes": ["64483"]}).outcome == "incomplete"


@pytest.mark.parametrize("state", ["CA", "NY", "DC", "PR", "other"])
def test_any_state_of_the_union_is_a_right_answer(state: str) -> None:
    assert check(READY | {"state": state}).outcome == "out of scope"
    assert scope(READY | {"state": state}).outcome == "out of scope"


# ---------------------------------------------------------------- subclasses count as what they derive from


class Text(StrEnum):
    TEXAS = "TX"
    CODE = "64483"
    PAGE = "p. 3"
    DAY = "2026-04-27"
    LEVEL = "L4-L5"


class Mixed(str, Enum):  # noqa: UP042 - its `str` is not its text, unlike that of a StrEnum
    TEXAS = "TX"


class Weeks(IntEnum):
    TEN = 10


SUBCLASSED = {
    "state": Text.TEXAS, "codes": [Text.CODE], "examination": Text.PAGE, "received_date": Text.DAY,
    "planned_levels": [Text.LEVEL], "pain_duration": Weeks.TEN,
    "causes": OrderedDict(READY["causes"]), "prior_sessions": [OrderedDict(SESSION)],
}  # fmt: skip
PLAIN = READY | {
    "state": "TX", "codes": ["64483"], "examination": "p. 3", "received_date": "2026-04-27",
    "planned_levels": ["L4-L5"], "pain_duration": 10, "prior_sessions": [SESSION],
}  # fmt: skip


@pytest.mark.parametrize("name", [*SUBCLASSED, "all of them"])
def test_a_subclass_counts_as_what_it_derives_from_wherever_it_stands(name: str) -> None:
    names = set(SUBCLASSED) if name == "all of them" else {name}
    request = PLAIN | {name: value for name, value in SUBCLASSED.items() if name in names}
    for answer in (check(request), check(request, "esi@6.0.0"), check(OrderedDict(request))):
        assert answer.as_dict() == check(PLAIN).as_dict()
    # Beside a fault it is not blamed either.
    assert said(request | {"pregnant": None}) == [("null", "/pregnant")]
    assert scope(OrderedDict(request)).as_dict() == scope(PLAIN).as_dict()


def test_a_text_that_is_an_enum_too_counts_as_its_text() -> None:
    assert check(PLAIN | {"state": Mixed.TEXAS}).as_dict() == check(PLAIN).as_dict()


def test_dicts_that_make_up_entries_do_not() -> None:
    made = defaultdict(lambda: True, READY)
    assert check(made).as_dict() == check(READY).as_dict()
    assert set(made) == set(READY)


@pytest.mark.parametrize(
    "value", [("64483",), {"64483"}, b"64483", 64483 + 0j, object()], ids=lambda value: type(value).__name__
)
def test_what_no_json_reader_returns_is_of_the_wrong_type(value: object) -> None:
    assert said(READY | {"codes": value}) == [("wrong-type", "/codes")]


class Odd:
    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = None  # type: ignore[assignment]  # as of an array


def test_an_object_that_cannot_be_compared_is_of_the_wrong_type() -> None:
    for policy in ("", "esi@6.0.0"):
        assert said(READY | {"codes": ["64483", Odd()]}, policy) == [("wrong-type", "/codes")]
        assert said(READY | {"state": Odd(), "planned_levels": [Odd()]}, policy) == [
            ("wrong-type", "/state"), ("wrong-type", "/planned_levels"),
        ]  # fmt: skip


class Defiant(str):
    """Text that refuses to be compared."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        raise RuntimeError


@pytest.mark.parametrize("policy", ["", "esi@6.0.0"])
def test_a_key_that_cannot_be_compared_counts_as_its_text(policy: str) -> None:
    outer = {Defiant(name): value for name, value in READY.items()}
    inner = READY | {"causes": {Defiant(name): found for name, found in READY["causes"].items()}}
    rows = READY | {"prior_sessions": [{Defiant(name): value for name, value in SESSION.items()}]}
    for request in (outer, inner, rows):
        likewise = json.loads(json.dumps(request))
        assert check(request, policy).as_dict() == check(likewise, policy).as_dict()
        assert esi.check(request).as_dict() == esi.check(likewise).as_dict()  # the module of the version alone
    assert scope(outer).as_dict() == scope(READY).as_dict()


class Alike:
    """No text, and yet it has the place of one in a dict or a set, and refuses to be compared with it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        raise RuntimeError


@pytest.mark.parametrize("ask", [check, esi.check, lambda request: check(request, "esi@6.0.0")])
def test_what_refuses_to_be_compared_is_an_invalid_key_or_value(ask: Callable[[object], Result]) -> None:
    stated = {name: value for name, value in READY.items() if name != "sedation"}
    problems = {name: ask(request).problems for name, request in {
        "key": {**stated, Alike("sedation"): "light"},
        "value": READY | {"sedation": Alike("light")},
        "item": READY | {"planned_levels": [Alike("L4-L5")]},
        "field": READY | {"prior_sessions": [{Alike("session_date"): "2025-09-02"}]},
    }.items()}  # fmt: skip
    assert {name: [(found.code, found.path) for found in each] for name, each in problems.items()} == {
        "key": [("unknown-fact", "")],
        "value": [("wrong-type", "/sedation")],
        "item": [("wrong-type", "/planned_levels")],
        "field": [("unknown-fact", "/prior_sessions/0")],
    }


def test_a_list_that_holds_itself_is_answered() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert said(READY | {"planned_levels": endless}) == [("wrong-type", "/planned_levels")]
    wide: list[object] = []
    wide.extend([wide] * 300)  # as an alias of YAML makes it: answered in no more time than its length takes
    assert said(READY | {"planned_levels": wide}) == [("wrong-type", "/planned_levels")]
    round_: dict[str, object] = {}
    round_["causes"] = round_
    assert said(READY | round_) == [("unknown-option", "/causes")]


# ---------------------------------------------------------------- words


def rule(request: object, policy: str = "") -> str:
    return check(request, policy).problems[0].rule


@pytest.mark.parametrize(
    ("key", "guess"),
    [("PAIN_DURATION", "pain_duration"), ("painDuration", "pain_duration"), ("pain-duration", "pain_duration"),
     ("pain_duratoin", "pain_duration"), ("Sedation", "sedation")],
)  # fmt: skip
def test_a_misspelt_name_of_a_fact_is_answered_with_the_right_one(key: str, guess: str) -> None:
    assert rule(READY | {key: 5}) == f"1 key is not a fact; did you mean {guess}?"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            {"pain_duratoin": 5, "Mary": 1, "recieved_date": 1},
            "3 keys are not facts; in their order, did you mean pain_duration, no known name and received_date?",
            id="several keys",
        ),
        pytest.param({"foto": 1, "5": 2}, "2 keys are not facts", id="a key that is a number, which has no place"),
        pytest.param(
            {"prior_sessions": [{"x": 1}]},
            "key 1 of this record is not a fact; its keys are session_date, session_region, approach, levels and",
            id="a key of a record",
        ),
        pytest.param(
            {"prior_sessions": [{"session_date": "2026-01-05", "sesion_region": 1}]},
            "key 2 of this record is not a fact; did you mean session_region?",
            id="a misspelt key of a record",
        ),
        pytest.param(
            {"prior_sessions": [{"sesion_date": 1, "Mary": 1}]},
            "key 1 (did you mean session_date?) and key 2 of this record are not facts; its keys are session_date,",
            id="two keys of a record",
        ),
    ],
)
def test_each_key_that_is_no_fact_is_answered_for_itself_and_never_printed(change: dict[str, Any], says: str) -> None:
    assert rule(READY | change).startswith(says)
    assert "Mary" not in rule(READY | change)


def test_a_misspelt_finding_is_answered_with_the_right_one() -> None:
    words = rule(READY | {"causes": {"herniaton": True}})
    assert words.startswith("must be an object that gives true or false for any of ")
    assert words.endswith("; did you mean herniation?")


def test_a_foreign_key_and_a_value_are_never_printed() -> None:
    words = rule(READY | {"Mary Quillfeather": 1, "pain_duration": "Quillfeather", "state": "Quillfeather"})
    assert words == "1 key is not a fact"
    answer = check(READY | {"pain_duration": "Quillfeather", "state": "Texaz", "codes": ["64483", "Quillfeather"]})
    assert len(answer.problems) == 3
    assert not [problem for problem in answer.problems if "Quillfeather" in repr(problem) or "Texa" in problem.rule]


def test_a_fact_that_only_another_version_knows_is_named_with_that_version() -> None:
    only_new = {fact.name for fact in validator("esi", "6.0.0").POLICY.facts}
    only_new -= {fact.name for fact in validator("esi", "1.0.0").POLICY.facts}
    one, *_ = sorted(only_new & set(READY))
    words = f"leave {one} out: esi 6.0.0 asks for it, and the version that answers this request does not"
    assert rule({one: READY[one]}, "esi@1.0.0") == words
    assert rule({one: READY[one], "x y": 1}, "esi@1.0.0") == f"{words}; 1 key is not a fact"
    assert "ask for them, and the version that answers this request does not" in rule(READY, "scs@6.0.0")


@pytest.mark.parametrize("key", ["code", "Codes", "codez"])
def test_misspelt_codes_are_answered_with_the_right_name(key: str) -> None:
    assert said({key: ["64483"]}) == [("codes-missing", "/codes")]
    assert rule({key: ["64483"]}).endswith("; did you mean codes?")


def test_null_and_codes_say_what_to_write() -> None:
    assert rule(READY | {"pregnant": None}) == "must be true or false; where the chart does not say, leave it out"
    known = 'must be a list of at most 100 different HCPCS codes, such as "62323", without a modifier; '
    for policy in ("", "esi@6.0.0"):
        for codes in (["64483 "], ["64483-50"]):
            assert rule(READY | {"codes": codes}, policy) == f"{known}a code here is not written so"
        assert rule(READY | {"codes": [64483]}, policy) == f"{known}this is of another type"
        assert rule(READY | {"codes": ["64483"] * 2}, policy) == f"{known}something here stands twice"
        assert rule(READY | {"codes": [f"{n:05}" for n in range(101)]}, policy) == f"{known}this is longer"


def test_every_kind_of_fault_of_a_value_has_words_of_its_own_and_the_meaning_has_the_same() -> None:
    assert BROKEN == _rules.BROKEN
    assert len(set(BROKEN.values())) == len(BROKEN)
    of_values = get_args(ProblemCode)[: get_args(ProblemCode).index("codes-missing")]
    assert set(BROKEN) == set(of_values) - {"not-an-object", "unknown-fact"}  # which are about keys


@pytest.mark.parametrize("data", [READY, 5, None, ["{}"]], ids=lambda data: type(data).__name__)
def test_what_is_no_document_is_a_mistake_of_the_caller(data: Any) -> None:
    with pytest.raises(TypeError, match="goes to `check`"):
        check_json(data)


def test_the_size_of_a_document_is_counted_in_bytes() -> None:
    for data in ("\u00e9" * 600_000, memoryview(b" " * 1_200_000).cast("I")):
        assert [problem.code for problem in check_json(data).problems] == ["too-large"]


def test_text_and_bytes_are_answered_alike() -> None:
    text = json.dumps(READY)
    for data in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        assert check_json(data) == check(READY)
        assert scope_of_json(data) == scope(READY)
