"""The JSON Schemas of a policy agree with the meaning, in every validator, or declare a gap."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import fastjsonschema
import jsonschema
import jsonschema_rs
import pytest
from floors import looked
from generated_modules import validator
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from lengths import FUZZ, one_in
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_ranges, thinned
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import (
    IN_SCOPE,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    READY,
    outcome,
    verdict,
)
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    AddOns,
    AtLeast,
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
    Edition,
    Expr,
    Fact,
    FactType,
    FactValue,
    Findings,
    ForStaff,
    Includes,
    Instruction,
    Literal,
    Not,
    Note,
    Number,
    Op,
    Option,
    OptionSet,
    Policy,
    Reading,
    Records,
    Service,
    Shifted,
    Source,
    State,
    Sum,
    Worded,
    YesNo,
    all_of,
)
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.proof.strategies import invalid_requests, requests
from wiser_compiler.targets.json_schema import any_result, json_schema
from wiser_compiler.targets.json_schema.dates import date_pattern
from wiser_compiler.targets.json_schema.shape import CODE_LENGTHS
from wiser_compiler.targets.output import Output
from wiser_policies import check, scope

ROOT = Path(__file__).parents[2]
NAMES = ("request", "possible", "ready", "result")


class Built:
    """The schemas of a policy, and their answers in every validator."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.validators: dict[str, tuple[Callable[[object], bool], ...]] = {}

    @cached_property
    def output(self) -> Output:
        return json_schema(self.policy)

    @cached_property
    def drawn(self) -> SearchStrategy[Any]:
        return st.one_of(requests(self.policy), invalid_requests(self.policy))

    def schema(self, name: str, draft: str = "") -> dict[str, Any]:
        """One schema, as its file says it."""
        folder = f"json_schema/{self.policy.id}/{self.policy.version}/"
        schema: dict[str, Any] = json.loads(self.output.files[f"{folder}{draft}{name}.schema.json"])
        return schema

    def quick(self, name: str) -> Callable[[object], bool]:
        """The answer of the fastest validator."""
        return jsonschema_rs.validator_for(self.schema(name)).is_valid

    def answers(self, name: str, value: object) -> set[bool]:
        """The answers of all validators, in each draft that they know."""
        if name not in self.validators:
            new, old = self.schema(name), self.schema(name, "draft-07/")
            self.validators[name] = (
                jsonschema.Draft202012Validator(new).is_valid,
                jsonschema.Draft7Validator(old).is_valid,
                jsonschema_rs.Draft202012Validator(new).is_valid,
                jsonschema_rs.Draft7Validator(old).is_valid,
                without_raising(fastjsonschema.compile(old)),
            )
        return {is_valid(value) for is_valid in self.validators[name]}


def without_raising(validate: Callable[[object], object]) -> Callable[[object], bool]:
    def is_valid(value: object) -> bool:
        try:
            validate(value)
        except fastjsonschema.JsonSchemaException:
            return False
        return True

    return is_valid


# ---------------------------------------------------------------- dates

RANGES = [
    ("1900-01-01", "2100-12-31"),
    ("1990-01-01", "2036-12-31"),
    ("2026-01-15", "2036-12-31"),
    ("2027-02-28", "2028-02-29"),
    ("2027-03-01", "2032-02-28"),
    ("1999-12-31", "2000-03-01"),
    ("2024-02-29", "2024-02-29"),
    ("1900-02-28", "1904-02-29"),
    ("2099-11-30", "2100-03-01"),
    ("0001-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("first", "last"), RANGES, ids=lambda day: day)
def test_a_date_pattern_accepts_exactly_the_days_of_its_range(first: str, last: str) -> None:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    possible_or_not = (
        f"{year}-{month:02}-{day:02}" for year in range(1899, 2102) for month in range(14) for day in range(33)
    )
    pattern = re.compile(date_pattern(start, end))
    found = [text for text in possible_or_not if pattern.search(text)]
    low, high = max(start, date(1899, 1, 1)), min(end, date(2101, 12, 31))
    assert found == [(low + timedelta(days)).isoformat() for days in range((high - low).days + 1)]


@pytest.mark.parametrize("text", ["2026-1-05", "20260105", " 2026-01-05", "2026-01-05 ", "2026-01-05T00:00",
                                  "٢٠٢٦-01-05", "2026-01-0", "26-01-05", "+026-01-05", ""])  # fmt: skip
def test_a_date_is_written_in_one_way_only(text: str) -> None:
    assert not re.search(date_pattern(date(1900, 1, 1), date(2100, 12, 31)), text)


def test_a_date_pattern_has_nothing_that_could_be_slow() -> None:
    for first, last in RANGES:
        assert re.fullmatch(r"[][0-9()|^$-]+", date_pattern(date.fromisoformat(first), date.fromisoformat(last)))


# ---------------------------------------------------------------- a policy with every kind of fact

REGIONS = (Option("neck", "neck"), Option("back", "back"))
TOOLS = tuple(Option(name, name) for name in ("ct", "mri", "none"))

pain = Fact("pain", Number(Decimal(0), Decimal(52), 0, "weeks"), "For how long?", "History")
area = Fact("area", Number(Decimal("0.5"), Decimal(900), 2, "square cm"), "How large?")
pregnant = Fact("pregnant", YesNo(), "Is the patient pregnant?")
history = Fact("history", Note(), "Where is the history?")
onset = Fact("onset", Date(date(2020, 2, 29), date(2036, 12, 31)), "When did it begin?")
planned = Fact("planned", Choice(REGIONS), "Which region?")
tools = Fact("tools", OptionSet(TOOLS, "tools"), "Which tools?")
ruled_out = Fact("ruled_out", Findings(TOOLS), "Which were looked for?")
codes = Fact("codes", Codes("HCPCS"), "Which codes?")
diagnoses = Fact("diagnoses", Codes("ICD-10"), "Which diagnoses?")
more = Fact("more", Number(Decimal(1), Decimal(9), 0, "sessions"), "How many more?")
session_date = Fact("session_date", Date(date(2020, 1, 1), date(2036, 12, 31)), "When?", row_of="sessions")
region = Fact("region", Choice(REGIONS), "Where?", row_of="sessions")
helped = Fact("helped", YesNo(), "Did it help?", row_of="sessions")
sessions = Fact(
    "sessions", Records((session_date, region, helped), 6, ("session_date",), "sessions"), "List every session."
)
FACTS = (pain, area, pregnant, history, onset, planned, tools, ruled_out, codes, diagnoses, more, sessions)
SOURCE = Source("guide", "A guide", "6.0", "6.2.1")


def built(*tests: Expr, facts: tuple[Fact, ...] = FACTS) -> Built:
    """A policy of these required criteria."""
    cite = (Citation(SOURCE, "box 1"),)
    criteria = tuple(Criterion(f"c-{n}", "Title", "required", cite, test) for n, test in enumerate(tests))
    policy = Policy("p", "1.0.0", "A policy", date(2026, 4, 24), None, None, (SOURCE,), (), facts, criteria)
    return Built(policy)


def number(value: int | str) -> Literal:
    return Literal(Decimal(value))


def is_(fact: Fact, value: str | bool) -> Expr:
    return Compare("==", FactValue(fact), Literal(value))


here = Compare("==", FactValue(region), FactValue(planned))
in_window = Compare(">", FactValue(session_date), FactValue(onset))
BROAD = built(
    Compare(">=", FactValue(pain), number(4)),
    Compare("==", number("2.5"), FactValue(area)),
    AtLeast(2, (is_(pregnant, False), Documented(history), is_(planned, "neck"))),
    Compare("<", FactValue(onset), Literal(date(2026, 4, 24))),
    AtLeast(2, tuple(Includes(tools, tool.id) for tool in TOOLS)),
    all_of(*(Not(Includes(ruled_out, tool.id)) for tool in TOOLS)),
    AtLeast(1, (Includes(codes, "62323"), Includes(codes, "C8007"))),
    Not(AtLeast(1, (Includes(diagnoses, "M54.5"), Includes(diagnoses, "A00")))),
    Compare("<=", Count(tools), number(2)),
    Compare("<=", Sum((Count(sessions, here), FactValue(more))), number(4)),
    Compare(">=", Count(sessions, all_of(here, is_(helped, True))), number(1)),
)
ALL = [BROAD, *map(Built, SHIPPED.values())]
FULL: dict[str, Any] = {
    "pain": 6, "area": 2.5, "pregnant": False, "history": "p. 2", "onset": "2024-02-29", "planned": "neck",
    "tools": ["ct", "mri"], "ruled_out": {"ct": False, "mri": False, "none": False}, "codes": ["62323"],
    "diagnoses": ["M48.061"], "more": 1,
    "sessions": [{"session_date": "2025-05-21", "region": "neck", "helped": True}],
}  # fmt: skip


# ---------------------------------------------------------------- every file


@pytest.fixture(params=[BROAD, *one_in(2, ALL[1:])], ids=lambda each: each.policy.key)
def each(request: pytest.FixtureRequest) -> Built:
    found: Built = request.param
    return found


def subschemas(schema: object, place: str = "schema") -> Iterator[Mapping[str, Any]]:
    """Every subschema; `place` says what the value at hand is."""
    match schema:
        case Mapping() if place == "schema":
            yield schema
            for word, value in schema.items():
                if word in ("properties", "$defs", "definitions"):
                    yield from subschemas(value, "by name")
                elif word not in ("const", "enum", "examples"):
                    yield from subschemas(value)
        case Mapping():
            for value in schema.values():
                yield from subschemas(value)
        case list():
            for value in schema:
                yield from subschemas(value)
        case _:
            pass


def shapes(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The subschemas that say what a value looks like: not those under `not`, which say what it is not."""
    return subschemas(without(schema, "not"))


def without(schema: Any, word: str) -> Any:
    """A schema without a keyword, wherever it stands."""
    match schema:
        case Mapping():
            return {key: without(value, word) for key, value in schema.items() if key != word}
        case list():
            return [without(value, word) for value in schema]
        case _:
            return schema


PORTABLE = {
    "$schema", "$id", "$comment", "$ref", "$defs", "title", "description", "examples", "type", "const",
    "enum", "properties", "required", "additionalProperties", "items", "contains", "minItems", "maxItems",
    "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "allOf", "anyOf", "not",
}  # fmt: skip
TYPED = PORTABLE - {
    "$schema", "$id", "$comment", "$ref", "$defs", "title", "description", "examples", "allOf", "anyOf", "not"
}  # fmt: skip


def test_there_are_four_schemas_in_two_drafts(each: Built) -> None:
    folder = f"json_schema/{each.policy.id}/{each.policy.version}"
    files = each.output.files
    assert set(files) == {f"{folder}/{draft}{name}.schema.json" for draft in ("", "draft-07/") for name in NAMES}
    for path, text in files.items():
        schema = json.loads(text)
        assert schema["$id"] == f"https://wiser-policies.example/{path}"
        assert ("draft-07" in schema["$schema"]) == ("draft-07" in path)
        assert each.policy.key in schema["$comment"]
        assert text.isascii()
        assert text.endswith("}\n")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("draft", ["", "draft-07/"])
def test_a_schema_is_valid_portable_and_strict(each: Built, name: str, draft: str) -> None:
    schema = each.schema(name, draft)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    jsonschema_rs.meta.validate(schema)
    known = PORTABLE if not draft else PORTABLE - {"$defs"} | {"definitions"}
    for part in subschemas(schema):
        assert set(part) <= known
        assert "type" in part or not set(part) & TYPED, f"no type beside {part}"
        assert set(part.get("required", ())) <= set(part.get("properties", ()))
        assert not any("multipleOf" in word or "format" in word for word in part)
        assert "$ref" not in part or set(part) == {"$ref"}
    refs = {part["$ref"] for part in subschemas(schema) if "$ref" in part}
    word = "definitions" if draft else "$defs"
    assert refs == {f"#/{word}/{defined}" for defined in schema.get(word, ())}


def test_every_property_of_a_request_is_bounded_and_explained(each: Built) -> None:
    schema = each.schema("request")
    for part in shapes(schema):
        match part.get("type"):
            case "object":
                assert part["additionalProperties"] is False
                assert all(found["description"] for found in part["properties"].values())
            case "array":
                assert part["maxItems"] > 0 and part["items"]
            case "string":
                assert "enum" in part or "const" in part or "maxLength" in part or set(part) == {"type", "pattern"}
            case "integer" | "number":
                assert part["minimum"] <= part["maximum"]
    assert set(schema["properties"]) == {fact.name for fact in each.policy.facts}
    for fact in each.policy.facts:
        assert fact.ask in schema["properties"][fact.name]["description"]
        assert fact.chart in schema["properties"][fact.name]["description"]


GENERATED_NAME = re.compile("[A-Z][A-Za-z0-9]*")


@pytest.mark.parametrize("name", NAMES)
def test_titles_name_types_and_no_two_types_have_one_name(each: Built, name: str) -> None:
    schema = each.schema(name)
    whole = {word: value for word, value in schema.items() if word != "allOf"}  # criteria have their ids as titles
    titles = [part["title"] for part in subschemas(whole) if "title" in part] + [*schema.get("$defs", ())]
    assert titles[0].lower() == f"{each.policy.id}{name}".replace("_", "")
    assert all(GENERATED_NAME.fullmatch(title) for title in titles)
    assert len(set(titles)) == len(titles)
    assert set(schema.get("$defs", ())) == (DEFINED if name == "result" else set())


DEFINED = {
    "FactName", "CriterionId", "Verdict", "Truth", "ClockId", "DayVerdict", "StateId", "ProblemCode", "AddOnCode",
    "Citation", "Reading", "MissingFact", "Problem", "Reason", "Criterion", "Deadline", "State", "LaterEdition",
    "LeftOff",
}  # fmt: skip


def test_no_text_is_described_by_what_it_is_not(each: Built) -> None:
    # A generator of code that meets `not` beside the type of a text or a number forgets the type.
    for part in subschemas(without(each.schema("request"), "contains")):
        if "not" in part:
            assert part["type"] == "array" and part["items"]["type"] == "string"
            assert part["items"]["maxLength"] != len("62323")  # which says it already


def test_examples_in_a_request_schema_are_valid(each: Built) -> None:
    schema = each.schema("request")
    assert bool(each.policy.examples) == bool(schema.get("examples"))
    assert all(each.quick("request")(example) for example in schema.get("examples", ()))


def test_each_criterion_that_decides_has_one_entry(each: Built) -> None:
    deciding = [criterion for criterion in each.policy.criteria if decides(criterion)]
    for name in ("possible", "ready"):
        entries = each.schema(name)["allOf"]
        assert [entry["title"] for entry in entries] == [criterion.id for criterion in deciding]
        for entry, criterion in zip(entries, deciding, strict=True):
            assert entry["description"].startswith(criterion.title)
            assert all(cite.place in entry["description"] for cite in criterion.cite)


def test_gaps_stand_first_in_the_files_they_are_about(each: Built) -> None:
    for name in ("possible", "ready"):
        lines = each.schema(name)["description"].split("\n")
        about = [gap for gap in each.output.gaps if gap.text.startswith(name) and gap.criterion]
        assert lines[: len(about) + bool(about)] == (
            ["What this schema cannot say:", *(f"{gap.criterion}: {gap.text}." for gap in about)] if about else []
        )


def test_the_same_policy_gives_the_same_files_in_every_process() -> None:
    script = (
        "import sys; from pathlib import Path; from wiser_compiler.diagnostics import Report;"
        "from wiser_compiler.reading.reader import read_policy;"
        "from wiser_compiler.targets.json_schema import json_schema;"
        "print(*json_schema(read_policy(Path(sys.argv[1]), Report())).files.values())"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", script, ROOT / "policies/esi/6.0.0.yaml"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "compiler")},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(texts) == 1


# ---------------------------------------------------------------- the shape of a request


def relaxed(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts without what a schema cannot check: decimal places, and repeated records."""

    def kind(fact: Fact) -> Any:
        match fact.type:
            case Number(places=places) if places:
                return replace(fact.type, places=20)
            case Records(fields=fields):
                return replace(fact.type, fields=relaxed(fields), unique=())
            case _:
                return fact.type

    return tuple(replace(fact, type=kind(fact)) for fact in facts)


def is_json(value: object) -> bool:
    """Something that can stand in a file of JSON: no NaN, no infinity, no half of a character."""
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, TypeError):
        return False
    return True


@looked({"accepted": 100, "refused": 50, "undecided": 5})
@settings(max_examples=160 if FUZZ else 40)
@given(st.data())
def test_a_request_schema_accepts_what_can_be_read_as_a_case(seen: Counter[str], data: DataObject) -> None:
    drawn = Built(data.draw(st.one_of(policies(), st.just(BROAD.policy))))
    accepts, facts = drawn.quick("request"), drawn.policy.facts
    for _ in range(8):
        request = data.draw(drawn.drawn)
        if is_json(request):
            accepted = accepts(request)
            assert accepted == (not read_case(relaxed(facts), request)[1])
            seen["accepted" if accepted else "refused"] += 1
    gaps = [gap for gap in drawn.output.gaps if not gap.criterion]
    assert bool(gaps) == (relaxed(facts) != facts)
    seen["undecided"] += bool(gaps)


BAD_VALUES = [
    pytest.param("pain", [-1, 53, 4.5, "4", True, None, [4], 1e300], id="a number"),
    pytest.param("area", [0.49, 900.01, "2", False, None], id="a number with decimal places"),
    pytest.param("pregnant", [0, 1, "yes", "true", None], id="a yes or no"),
    pytest.param("history", ["", " ", "\t\n\r ", "x" * 501, 3, None], id="a note"),
    pytest.param("onset", ["2020-02-28", "2037-01-01", "2023-02-29", "2024-02-29\n", "2024-2-29", 20240229,
                           None], id="a date"),
    pytest.param("planned", ["arm", "", "Neck", ["neck"], None], id="a choice"),
    pytest.param("tools", [["ct", "ct"], ["pet"], "ct", {"ct": True}, [None], None], id="a set"),
    pytest.param("ruled_out", [{"pet": True}, {"ct": 1}, {"ct": None}, ["ct"], None], id="findings"),
    pytest.param("codes", [["6232"], ["62323\n"], ["6232３"], ["c8007"], ["62323", "62323"], [62323], "62323",
                           [f"{n:05}" for n in range(101)]], id="procedure codes"),
    pytest.param("diagnoses", [["M48\n"], ["M48."], ["M48.06123"], ["m48"], ["M4٨"], [""]],
                 id="diagnosis codes"),
    pytest.param("sessions", [[{"region": "arm"}], [{"when": 1}], [None], [[]], {}, [{}] * 7, None],
                 id="a list"),
    pytest.param("pains", [4], id="a stranger"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values"), BAD_VALUES)
def test_every_validator_refuses(name: str, values: list[object]) -> None:
    for value in values:
        request = {**FULL, name: value}
        assert read_case(FACTS, request)[1]
        assert BROAD.answers("request", request) == {False}, value


GOOD_VALUES = [
    pytest.param("pain", [0, 52, 4.0], id="whole numbers, also written 4.0"),
    pytest.param("area", [0.5, 900, 19.99, 0.57], id="numbers with decimal places"),
    pytest.param("history", ["x" * 500, "\n.", "é" * 500, "\u00a0"], id="notes"),
    pytest.param("onset", ["2020-02-29", "2036-12-31", "2028-02-29"], id="first, last and leap days"),
    pytest.param("tools", [[], ["none", "mri", "ct"]], id="an empty and a full set"),
    pytest.param("ruled_out", [{}, {"mri": True}], id="no finding and one"),
    pytest.param("codes", [[], ["C8007", "0001A"]], id="procedure codes"),
    pytest.param("diagnoses", [["M54", "M48.061", "A00.0000"]], id="diagnosis codes"),
    pytest.param("sessions", [[], [{}] * 6], id="an empty list and empty records"),
]


@pytest.mark.parametrize(("name", "values"), GOOD_VALUES)
def test_every_validator_accepts(name: str, values: list[object]) -> None:
    for value in values:
        request = {**FULL, name: value}
        assert not read_case(FACTS, request)[1], value
        assert BROAD.answers("request", request) == {True}, value


def test_each_code_system_has_the_length_of_its_longest_code() -> None:
    longest = {"HCPCS": "C8007", "ICD-10": "M48.0612"}
    assert longest.keys() == CODE_SYSTEMS.keys() == CODE_LENGTHS.keys()
    for system, code in longest.items():
        assert re.fullmatch(CODE_SYSTEMS[system], code) and not re.fullmatch(CODE_SYSTEMS[system], code + "0")
        assert len(code) == CODE_LENGTHS[system]


# ---------------------------------------------------------------- every validator


@looked({"accepted": 10, "refused": 10})
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_both_drafts_agree_in_every_validator(seen: Counter[str], data: DataObject) -> None:
    drawn = data.draw(st.sampled_from(ALL))
    request = data.draw(drawn.drawn)
    assume(is_json(request))
    for name in ("request", "possible", "ready"):
        (accepted,) = drawn.answers(name, request)
        seen["accepted" if accepted else "refused"] += 1


def test_both_drafts_agree_on_the_examples_of_a_policy(each: Built) -> None:
    examples = each.policy.examples
    for example in examples if FUZZ else examples[::4]:  # two of the validators are slow
        for name in ("request", "possible", "ready"):
            assert len(each.answers(name, example.request)) == 1


# ---------------------------------------------------------------- what ready accepts is valid


def of_shape(found: Built) -> Built:
    """The same policy without criteria, so that `ready` accepts what its shape does."""
    return Built(replace(found.policy, criteria=()))


SHAPES = [of_shape(found) for found in ALL]
LISTS_AND_DECIMALS = [
    (shape, fact)
    for shape in SHAPES
    for fact in shape.policy.facts
    if (isinstance(fact.type, Number) and fact.type.places) or (isinstance(fact.type, Records) and fact.type.unique)
]


def numbers_near_steps(kind: Number) -> st.SearchStrategy[float | int]:
    """Numbers on a step, beside it, and outside the range, often at an end of the range or of the list of its steps."""
    step = Decimal(1).scaleb(-kind.places)
    ends = [kind.low, kind.high, min(kind.low + 1_000 * step, kind.high)]
    on = st.one_of(
        st.builds(lambda end, by: end + by * step, st.sampled_from(ends), st.integers(-3, 3)),
        st.builds(lambda n: kind.low + n * step, st.integers(0, int((kind.high - kind.low) / step))),
    )
    off = st.sampled_from([Decimal(0), Decimal(0), step / 2, -step / 10, Decimal("1e-9")])
    exact = st.builds(lambda value, by: value + by, on, off)
    return exact.map(lambda value: int(value) if value == int(value) else float(value))


def records_alike(kind: Records) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A few records from few values, so that many are the same in some fields."""

    def values(fact: Fact) -> st.SearchStrategy[Any]:
        match fact.type:
            case Date():
                return st.sampled_from(["2026-01-31", "2026-02-01", "2025-02-28", "2026-02-11"])
            case Choice(options=options):
                return st.sampled_from([option.id for option in options[:2]])
            case OptionSet(options=options):
                return st.sampled_from([[], [options[0].id]])
            case Number(low=low):
                return st.just(int(low) + 1)
            case _:
                return st.booleans()

    record = st.fixed_dictionaries({}, optional={fact.name: values(fact) for fact in kind.fields})
    same = st.builds(lambda one, many: [one] * many, record, st.integers(2, 3))
    return st.one_of(st.lists(record, max_size=4), st.lists(record, min_size=2, max_size=2), same)


@looked({"valid and accepted": 20, "invalid and refused": 20, "valid and not accepted": 1})
@settings(max_examples=800 if FUZZ else 100)
@given(st.data())
def test_every_validator_refuses_an_invalid_value_where_the_schema_is_ready(
    seen: Counter[str], data: DataObject
) -> None:
    shape, fact = data.draw(st.sampled_from(LISTS_AND_DECIMALS))
    kind = fact.type
    draw = numbers_near_steps(kind) if isinstance(kind, Number) else records_alike(kind)  # type: ignore[arg-type]
    request = {fact.name: data.draw(draw)}
    (accepted,) = shape.answers("ready", request)
    valid = not read_case(shape.policy.facts, request)[1]
    assert valid or not accepted
    seen[
        f"{'valid' if valid else 'invalid'} and {'accepted' if accepted else 'not accepted' if valid else 'refused'}"
    ] += 1
    if valid and not accepted:
        assert any(gap.text.startswith("ready does not accept") and fact.name in gap.text for gap in shape.output.gaps)


NOT_ACCEPTED = [
    ("pva@6.0.0", {"pain": 7.05}),
    ("esi@6.0.0", {"baseline_score": 60.05}),
    ("esi@6.0.0", {"prior_sessions": [{"session_date": "2026-01-05", "session_region": "lumbar_sacral"}] * 2}),
    ("skin_substitutes@6.0.0", {"applications": [{"application_date": "2026-01-05"}] * 2}),
]
ACCEPTED = [
    ("pva@6.0.0", {"pain": 7.1}),
    ("esi@6.0.0", {"baseline_score": 60.5}),
    ("esi@6.0.0", {"prior_sessions": [{"session_date": f"2026-01-0{day}", "levels": ["S1"]} for day in (5, 6)]}),
    ("esi@6.0.0", {"prior_sessions": [{"session_date": f"2026-01-0{day}", "approach": "caudal"} for day in (5, 6, 7)]}),
    ("skin_substitutes@6.0.0", {"applications": [{"application_date": f"2026-01-0{day}"} for day in range(1, 9)]}),
    ("skin_substitutes@6.0.0", {"area_now": 9.99}),
    ("skin_substitutes@6.0.0", {"area_now": 1999}),
]


@pytest.mark.parametrize(("key", "request_"), [*NOT_ACCEPTED, *ACCEPTED])
def test_what_ready_accepts_is_valid_and_most_of_what_is_valid_is_accepted(key: str, request_: dict[str, Any]) -> None:
    shape = next(shape for shape in SHAPES if shape.policy.key == key)
    accepted = (key, request_) in ACCEPTED
    assert shape.answers("ready", request_) == {accepted}
    assert bool(read_case(shape.policy.facts, request_)[1]) is not accepted
    assert shape.answers("request", request_) == {True}


def test_ready_says_what_it_does_not_accept() -> None:
    texts = {gap.text for found in ALL for gap in found.output.gaps if gap.text.startswith("ready does not accept")}
    keys = "session_date and session_region"
    assert f"ready does not accept three or more records of prior_sessions that differ in anything but {keys}" in texts
    assert "ready does not accept figure_before_test above 100, unless it is a whole number" in texts
    for found in ALL:
        lines = found.schema("ready")["description"].split("\n")
        told = [line for line in lines if line.startswith("Not accepted here: ")]
        assert told == [
            f"Not accepted here: {gap.text.removeprefix('ready does not accept ')}."
            for gap in found.output.gaps
            if gap.text in texts
        ]


# ---------------------------------------------------------------- ready and possible


def decides(criterion: Criterion) -> bool:
    return criterion.effect != "advisory"


def test_ready_accepts_only_what_is_met_and_possible_refuses_only_what_is_not(each: Built) -> None:
    ready, possible = each.quick("ready"), each.quick("possible")

    @looked({"ready, or not possible": 20})
    @settings(max_examples=300 if FUZZ else 75)
    @given(requests(each.policy))
    def between(seen: Counter[str], request: dict[str, Any]) -> None:
        case = read_case(each.policy.facts, request)[0]
        seen["ready, or not possible"] += ready(request) or not possible(request)
        if ready(request):
            assert outcome(each.policy, case) == (IN_SCOPE if each.policy.program else READY)
        if not possible(request):
            assert NOT_MET in [verdict(criterion, case) for criterion in each.policy.criteria if decides(criterion)]

    between()


@looked({"ready, exactly": 24, "possible, exactly": 24, "with a gap": 8})
@settings(max_examples=640 if FUZZ else 64, deadline=None)
@given(st.data())
def test_a_criterion_without_a_gap_is_said_exactly(seen: Counter[str], data: DataObject) -> None:
    policy = data.draw(st.one_of(policies(), policies_of_ranges()))
    drawn = requests(policy)
    for criterion in policy.criteria:
        alone = Built(replace(policy, criteria=(replace(criterion, effect="required"),)))
        ready, possible = alone.quick("ready"), alone.quick("possible")
        gaps = {gap.text.split()[0] for gap in alone.output.gaps}
        seen["ready, exactly"] += "ready" not in gaps
        seen["possible, exactly"] += "possible" not in gaps
        seen["with a gap"] += bool(gaps)
        for _ in range(4):
            request = data.draw(thinned(data.draw(drawn)))
            found = verdict(criterion, read_case(policy.facts, request)[0])
            accepted, refused = ready(request), not possible(request)
            good, bad = found in (MET, NOT_APPLICABLE), found == NOT_MET
            assert accepted <= good if "ready" in gaps else accepted == good
            assert refused <= bad if "possible" in gaps else refused == bad


def session(day: int, where: str = "neck", **stated: Any) -> dict[str, Any]:
    return {"session_date": f"2025-05-{day:02}", "region": where, **stated}


@dataclass(frozen=True)
class Said:
    """A test, a chart, and whether `ready` accepts and `possible` refuses it."""

    test: Expr
    chart: Mapping[str, Any]
    accepted: bool
    refused: bool = False


AT_MOST_TWO = Compare("<=", Count(sessions, here), number(2))
AT_LEAST_TWO = Compare(">=", Count(sessions, here), number(2))
NONE_HELPED = Compare("==", Count(sessions, is_(helped, True)), number(0))
WINDOW = Compare("<=", Count(sessions, all_of(here, in_window)), number(1))
WITH_MORE = Compare("<=", Sum((Count(sessions, here), FactValue(more))), number(4))
SAME = Compare("==", FactValue(planned), FactValue(replace(planned, name="other")))
TWO_CHOICES = (*FACTS, replace(planned, name="other"))
NECKS = [session(1), session(2), session(3)]
NECK, BACK = ({"sessions": NECKS, "planned": where} for where in ("neck", "back"))
ONE_HELPED = [session(1), session(2, helped=True)]

SAID = [
    ("few enough records in all", Said(AT_MOST_TWO, {"sessions": NECKS[:2]}, True)),
    ("enough records, none in the region", Said(AT_MOST_TWO, BACK, True)),
    ("every record matches: one too many", Said(AT_MOST_TWO, NECK, False, True)),
    ("a list that is not stated", Said(AT_MOST_TWO, {"planned": "back"}, False)),
    ("a region that is not stated", Said(AT_MOST_TWO, {"sessions": NECKS}, False)),
    ("every record matches: enough", Said(AT_LEAST_TWO, NECK, True)),
    ("too few records in all", Said(AT_LEAST_TWO, {"sessions": NECKS[:1]}, False, True)),
    ("no record matches where two should", Said(AT_LEAST_TWO, BACK, False, True)),
    ("a list without records", Said(NONE_HELPED, {"sessions": []}, True)),
    ("one record matches where none may", Said(NONE_HELPED, {"sessions": ONE_HELPED}, False, True)),
    ("an unclear record", Said(NONE_HELPED, {"sessions": [session(1)]}, False)),
    ("a date window is over-counted", Said(WINDOW, {"sessions": NECKS[:1]}, True)),
    ("another region is not", Said(WINDOW, BACK, True)),
    ("a window cannot be refused", Said(WINDOW, {**NECK, "onset": "2025-01-01"}, False)),
    ("three and one make four", Said(WITH_MORE, {"sessions": NECKS, "more": 1}, True)),
    ("three and two make five", Said(WITH_MORE, {**NECK, "more": 2}, False, True)),
    ("five alone are too many", Said(WITH_MORE, {"sessions": [], "more": 5}, False, True)),
    ("five with a list not stated are too many", Said(WITH_MORE, {"more": 5}, False, True)),
    ("four with a list not stated are missing", Said(WITH_MORE, {"more": 4}, False)),
    ("two equal choices", Said(SAME, {"planned": "neck", "other": "neck"}, True)),
    ("two different choices", Said(SAME, {"planned": "neck", "other": "back"}, False, True)),
    ("one choice alone", Said(SAME, {"planned": "neck"}, False)),
]  # fmt: skip


@pytest.mark.parametrize("said", [pytest.param(said, id=words) for words, said in SAID])
def test_a_test_is_said_as_far_as_it_can_be(said: Said) -> None:
    found = built(said.test, facts=TWO_CHOICES)
    assert found.answers("ready", said.chart) == {said.accepted}
    assert found.answers("possible", said.chart) == {not said.refused}


OPS: tuple[Op, ...] = ("==", "<", "<=", ">", ">=")
MIRRORED: Mapping[Op, Op] = {"==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
EDGES: list[tuple[Fact, Literal, list[Any]]] = [
    (pain, number(4), [0, 3, 4, 5, 52]),
    (area, number("2.5"), [2.49, 2.5, 2.51]),
    (
        onset,
        Literal(date(2028, 2, 29)),
        ["2020-02-29", "2028-02-28", "2028-02-29", "2028-03-01", "2036-12-31"],
    ),
    (onset, Literal(date(2020, 2, 29)), ["2020-02-29", "2020-03-01"]),
    (onset, Literal(date(2036, 12, 31)), ["2036-12-30", "2036-12-31"]),
]


@pytest.mark.parametrize("op", OPS)
def test_a_bound_is_said_to_the_edge(op: Op) -> None:
    for fact, bound, values in EDGES:
        for test in (Compare(op, FactValue(fact), bound), Compare(MIRRORED[op], bound, FactValue(fact))):
            decides_as_the_meaning(built(test), [{fact.name: value} for value in values])


@pytest.mark.parametrize("op", OPS)
def test_a_count_is_said_to_the_edge(op: Op) -> None:
    # Whether all records match or none does, nothing is left out.
    alike = [[session(day, helped=way) for day in range(1, size + 1)] for size in range(7) for way in (True, False)]
    matching = Count(sessions, is_(helped, True))
    for count in (0, 1, 3):
        items = [{"tools": [tool.id for tool in TOOLS[:size]]} for size in range(4)]
        decides_as_the_meaning(built(Compare(op, Count(tools), number(count))), items)
        records = [{"sessions": rows} for rows in alike]
        decides_as_the_meaning(built(Compare(op, matching, number(count))), records)
    both = [{"sessions": rows, "more": added} for rows in alike for added in range(1, 10)]
    decides_as_the_meaning(built(Compare(op, Sum((matching, FactValue(more))), number(4))), both)


def decides_as_the_meaning(found: Built, charts: list[dict[str, Any]]) -> None:
    ready, possible = found.quick("ready"), found.quick("possible")
    for chart in [*charts, {}]:
        case, problems = read_case(found.policy.facts, chart)
        assert not problems
        meant = outcome(found.policy, case)
        assert (ready(chart), not possible(chart)) == (meant == READY, meant == NOT_MET), chart


def test_what_can_never_be_not_met_leaves_no_gap() -> None:
    unsayable, note = Compare("<", FactValue(onset), FactValue(onset)), Documented(history)
    either = built(AtLeast(1, (note, unsayable))).policy
    sometimes = replace(either, criteria=(replace(either.criteria[0], require=note, applies_when=unsayable),))
    for policy in (either, sometimes):
        gaps = [gap.text for gap in json_schema(policy).gaps if gap.criterion]
        assert gaps == ["ready accepts only part of what meets this: it does not look at onset"]


def test_what_is_left_out_is_told_in_plain_words() -> None:
    texts = {gap.text for gap in built(WINDOW).output.gaps if gap.criterion}
    assert texts == {
        "ready accepts only part of what meets this: it does not compare session_date with onset; "
        "it counts every record of sessions, whether it matches or not",
        "possible refuses no request for this: it does not compare session_date with onset; "
        "it counts no record of sessions unless every one matches",
    }


def test_a_subset_that_would_fill_pages_is_left_out() -> None:
    options = tuple(Option(f"o{n}", f"o{n}") for n in range(14))
    many = Fact("many", Findings(options), "Which?")
    found = built(AtLeast(7, tuple(Includes(many, option.id) for option in options)), facts=(many,))
    assert [gap.text for gap in found.output.gaps] == [
        "possible refuses no request for this: it does not spell out 8 of 14",
        "ready accepts no request, because of this: it does not spell out 7 of 14",
    ]
    assert max(len(text) for text in found.output.files.values()) < 20_000


def test_a_complete_chart_is_ready_and_each_flaw_is_refused() -> None:
    assert BROAD.answers("ready", FULL) == {True}
    flaws: list[dict[str, Any]] = [
        {"pain": 3}, {"area": 2.51}, {"pregnant": True, "planned": "back"}, {"onset": "2026-04-24"},
        {"tools": ["ct"]}, {"tools": ["ct", "mri", "none"]}, {"ruled_out": {"mri": True}},
        {"codes": ["62321"]}, {"diagnoses": ["A00"]}, {"more": 5}, {"sessions": []},
    ]  # fmt: skip
    for flaw in flaws:
        assert BROAD.answers("possible", {**FULL, **flaw}) == {False}, flaw
        assert BROAD.answers("ready", {**FULL, **flaw}) == {False}, flaw
    for name in FULL:
        less = {key: value for key, value in FULL.items() if key != name}
        assert BROAD.answers("possible", less) == {True}
        assert BROAD.answers("ready", less) == {name in ("history", "pregnant")}  # two of three are enough
    assert BROAD.answers("ready", {}) == {False}


# ---------------------------------------------------------------- hostile text

HOSTILE = "\"'\n`\"\"\" ''' {{7*7}} {0} %s | <script>alert(1)</script> \\ \x00 \u202e \u2028 # $ref */"


def everywhere(text: str) -> Built:
    """A policy with this text in every place that holds text."""
    options = (Option("ct", text), Option("mri", text))
    row = Fact("scan", Choice(options), text, text, row_of="scans")
    kinds: tuple[FactType, ...] = (YesNo(), Note(), Number(Decimal(0), Decimal(9), 1, text), Choice(options),
             OptionSet(options, text), Findings(options), Records((row,), 3, ("scan",), text))  # fmt: skip
    names = ("yes", "note", "number", "choice", "set", "findings", "scans")
    facts = tuple(Fact(name, kind, text, text) for name, kind in zip(names, kinds, strict=True))
    source = Source(text, text, text, text, text, text)
    parts = (is_(facts[0], True), Documented(facts[1]), Includes(facts[5], "ct"))
    test = Worded(all_of(*(Worded(part, text, text, text, (Reading(text, text),)) for part in parts)), quote=text)
    cite = (Citation(source, text),)
    policy = Policy(
        "p", "1.0.0", text, date(2026, 4, 24), None, None, (source,), (), facts,
        (Criterion("c", text, "required", cite, test),),
        clocks=(Clock("due", text, cite, Literal(date(2026, 4, 24)), None, text, text, (Reading(text, text),)),),
        states=(State("TX", text, text, text, text, text, text, text, text, cite),),
        services=(Service("knee", text, text, ("29877",), (("", text),), (("29877", text),)),),
        for_staff=ForStaff(
            (Edition(text, date(2026, 7, 24), text, cite),), (Instruction("who", text, text, cite),),
            (Instruction("no", text, text, cite),), ((text, text),), AddOns(text, cite),
        ),
    )  # fmt: skip
    return Built(policy)


def without_texts(schema: object) -> object:
    match schema:
        case Mapping():
            return {
                word: "" if word in ("title", "description") and isinstance(value, str) else without_texts(value)
                for word, value in schema.items()
            }
        case list():
            return [without_texts(value) for value in schema]
        case _:
            return schema


@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_stays_text(name: str) -> None:
    hostile, harmless = everywhere(HOSTILE), everywhere("text")
    same, other = (json.dumps(without_texts(built.schema(name))) for built in (hostile, harmless))
    assert same.replace(meaning(hostile.policy), meaning(harmless.policy)) == other
    assert HOSTILE in hostile.schema(name)["description"]
    chart = {"yes": True, "note": HOSTILE, "findings": {"ct": True}, "scans": [{"scan": "ct"}]}
    assert hostile.answers(name, chart) == {name != "result"}
    assert hostile.answers(name, {"note": HOSTILE * 20}) == {False}


# ---------------------------------------------------------------- the result

REASON = {
    "words": "At least 4 weeks",
    "truth": "met",
    "joint": "",
    "quote": "",
    "facts": ["pain"],
    "parts": [],
}
CRITERION = {
    "id": "c-0", "title": "Title", "effect": "required", "verdict": "met",
    "cite": [{"source": "guide", "title": "A guide", "version": "6.0", "section": "6.2.1", "place": "box 1"}],
    "readings": [{"id": "B5", "text": "so"}], "missing": [{"fact": "area", "ask": "How large?", "chart": ""}],
    "decided_by": ["pain", "session_date"],
    "reason": {**REASON, "joint": "at least 2 of", "parts": [REASON, {**REASON, "joint": "all of"}]},
}  # fmt: skip
DEADLINE = {
    "id": "due", "title": "It is due", "words": "3 days after onset", "day": "2026-05-07", "verdict": "known",
    "cite": CRITERION["cite"], "readings": [{"id": "A9", "text": "so"}], "missing": [],
}  # fmt: skip
STATE = {
    "id": "TX", "label": "Texas", "mac": "Novitas", "jurisdiction": "JH", "participant": "Somebody", "portal": "",
    "telephone": "555-0100", "fax": "", "coverage": "", "cite": CRITERION["cite"],
}  # fmt: skip
EDITION = {"name": "July", "from": "2026-07-24", "known": "The same codes.", "cite": CRITERION["cite"]}
ADD_ON = {
    "code": "29878", "label": "further", "primaries": ["29877"], "if_left_off": "It waits.", "cite": CRITERION["cite"],
}  # fmt: skip
ONE = Built(
    replace(
        built(Compare(">=", FactValue(pain), number(4))).policy,
        clocks=(Clock("due", "It is due", (Citation(SOURCE, "box 1"),), Shifted(FactValue(onset), days=3)),),
        states=(State("TX", "Texas", "Novitas", "JH", "Somebody"),),
        codes=(Code("29877", "first"), Code("29878", "further", ("29877",))),
        for_staff=ForStaff((Edition("July", date(2026, 7, 24), "The same codes.", ()),)),
    )
)
PROGRAM = Built(replace(ONE.policy, services=(Service("knee", "Knee", "6.2.1", ("29877",)),), program=True))
RESULT: dict[str, Any] = {
    "policy": "p", "version": "1.0.0", "meaning": meaning(ONE.policy), "outcome": "ready",
    "notice": "About documentation.",
    "criteria": [CRITERION], "problems": [], "deadlines": [DEADLINE], "state": STATE, "services": [],
    "later_editions": [EDITION], "left_off": [ADD_ON],
}  # fmt: skip
INVALID_RESULT = {
    **RESULT,
    "outcome": "invalid",
    "criteria": [],
    "problems": [{"path": "/pain", "rule": "a rule", "code": "wrong-type"}],
    "deadlines": [],
    "state": None,
    "later_editions": [],
    "left_off": [],
}
WITHOUT_REASON = {**RESULT, "criteria": [{key: value for key, value in CRITERION.items() if key != "reason"}]}
OF_PROGRAM = {
    **RESULT,
    "meaning": meaning(PROGRAM.policy),
    "outcome": "cannot tell yet",
    "services": ["knee"],
}


def with_deadline(**changes: Any) -> dict[str, Any]:
    return {**RESULT, "deadlines": [{**DEADLINE, **changes}]}


MISSED = with_deadline(day=None, verdict="missing", missing=[{"fact": "onset", "ask": "When?", "chart": ""}])


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(RESULT, id="read"),
        pytest.param(INVALID_RESULT, id="invalid"),
        pytest.param(WITHOUT_REASON, id="no reason"),
        pytest.param(MISSED, id="a day that is not known yet"),
        pytest.param({**RESULT, "state": None}, id="no state"),
    ],
)
def test_a_result_is_accepted(result: Mapping[str, Any]) -> None:
    assert ONE.answers("result", result) == {True}


def test_a_program_has_outcomes_of_its_own_and_names_services() -> None:
    assert PROGRAM.answers("result", OF_PROGRAM) == {True}
    assert PROGRAM.answers("result", {**OF_PROGRAM, "outcome": "in scope"}) == {True}
    assert PROGRAM.answers("result", {**OF_PROGRAM, "outcome": "ready"}) == {False}
    assert PROGRAM.answers("result", {**OF_PROGRAM, "services": ["hip"]}) == {False}
    assert ONE.answers("result", {**RESULT, "outcome": "in scope"}) == {False}
    assert ONE.answers("result", {**RESULT, "services": ["knee"]}) == {False}


@pytest.mark.parametrize("policy", one_in(2, SHIPPED.values()), ids=lambda policy: policy.key)
def test_what_a_validator_answers_has_the_shape_of_its_result_schema(policy: Policy) -> None:
    is_valid, module = Built(policy).quick("result"), validator(policy)
    for example in policy.examples:
        assert is_valid(module.check(dict(example.request)).as_dict()), example.name
    assert is_valid(module.check({"no such fact": 1}).as_dict())


def in_criterion(**changes: Any) -> dict[str, Any]:
    return {**RESULT, "criteria": [{**CRITERION, **changes}]}


@pytest.mark.parametrize(
    "result",
    [
        pytest.param({**RESULT, "policy": "q"}, id="another policy"),
        pytest.param({**RESULT, "version": "1.0.1"}, id="another version"),
        pytest.param({**RESULT, "meaning": "0" * 64}, id="another meaning"),
        pytest.param({**RESULT, "outcome": "approved"}, id="a word that is no outcome"),
        pytest.param({**RESULT, "more": 1}, id="a stranger"),
        pytest.param({**RESULT, "criteria": []}, id="no criterion in a request that was read"),
        pytest.param({**RESULT, "criteria": [CRITERION] * 2}, id="a criterion too many"),
        pytest.param({**RESULT, "problems": INVALID_RESULT["problems"]}, id="a problem in a request that was read"),
        pytest.param({**INVALID_RESULT, "problems": []}, id="an invalid request without a problem"),
        pytest.param({**INVALID_RESULT, "criteria": [CRITERION]}, id="an invalid request with a criterion"),
        pytest.param(in_criterion(id="c-1"), id="a criterion of another policy"),
        pytest.param(in_criterion(verdict="denied"), id="a word that is no verdict"),
        pytest.param(in_criterion(effect="optional"), id="a word that is no effect"),
        pytest.param(in_criterion(decided_by=["pian"]), id="a fact of another policy"),
        pytest.param(in_criterion(reason=None), id="a null in place of a reason"),
        pytest.param(in_criterion(reason={**REASON, "truth": "maybe"}), id="a word that is no truth"),
        pytest.param(in_criterion(reason={**REASON, "joint": "at least two of"}), id="a joint in other words"),
        pytest.param(in_criterion(reason={**REASON, "parts": [{**REASON, "words": 4}]}), id="a flaw deep in a reason"),
        pytest.param({key: RESULT[key] for key in RESULT if key != "deadlines"}, id="no deadlines"),
        pytest.param({**RESULT, "deadlines": [DEADLINE] * 2}, id="a deadline too many"),
        pytest.param(with_deadline(id="other"), id="a clock of another policy"),
        pytest.param(with_deadline(day="in May"), id="a day in other words"),
        pytest.param(with_deadline(verdict="met"), id="a word that is no verdict of a clock"),
        pytest.param({**RESULT, "state": {**STATE, "id": "CA"}}, id="a state of another program"),
        pytest.param({**RESULT, "state": "TX"}, id="a state without its words"),
        pytest.param({**RESULT, "later_editions": None}, id="a null in place of no editions"),
        pytest.param({**RESULT, "later_editions": [EDITION] * 2}, id="an edition too many"),
        pytest.param({**RESULT, "left_off": [{**ADD_ON, "code": "29877"}]}, id="a primary code that is left off"),
    ],
)
def test_a_result_of_another_shape_is_refused(result: Mapping[str, Any]) -> None:
    assert ONE.answers("result", result) == {False}


# ---------------------------------------------------------------- the result of any policy, or of none

POLICIES = [found.policy for found in ALL[1:]]
ANY_RESULT = {path: json.loads(text) for path, text in any_result(POLICIES).files.items()}
OF_ANY = tuple(
    is_valid
    for schema in ANY_RESULT.values()
    for is_valid in (
        jsonschema.validators.validator_for(schema)(schema).is_valid,
        jsonschema_rs.validator_for(schema).is_valid,
    )
)


def test_without_policies_every_answer_is_invalid() -> None:
    schema = json.loads(any_result([]).files["json_schema/result.schema.json"])
    answer = check({}).as_dict()
    assert answer["outcome"] == "invalid" and jsonschema_rs.validator_for(schema).is_valid(answer)


def accepted_of_any(result: object) -> set[bool]:
    return {is_valid(result) for is_valid in OF_ANY}


def test_the_schema_of_any_result_can_be_copied_and_is_strict() -> None:
    assert set(ANY_RESULT) == {"json_schema/result.schema.json", "json_schema/draft-07/result.schema.json"}
    for path, schema in ANY_RESULT.items():
        assert schema["$id"] == f"https://wiser-policies.example/{path}"
        jsonschema.validators.validator_for(schema).check_schema(schema)
        for part in subschemas(schema):
            assert set(part) <= PORTABLE - {"$ref", "$defs"}
            assert "type" in part or not set(part) & TYPED


@pytest.mark.parametrize("found", one_in(2, ALL[1:]), ids=lambda found: found.policy.key)
def test_the_schema_of_any_result_accepts_what_every_policy_answers(found: Built) -> None:
    module, seen = validator(found.policy), set()
    for example in found.policy.examples:
        answer = module.check(dict(example.request)).as_dict()
        assert OF_ANY[1](answer), example.name
        seen.add(answer["outcome"])
    assert len(seen) > 1
    assert accepted_of_any(module.check({"no such fact": 1}).as_dict()) == {True}
    assert accepted_of_any(answer | {"file": "a.json"}) == {True}


UNPINNED = [
    {"codes": ["64483"]}, {"codes": ["64483"], "received_date": "2026-04-27"}, {"codes": ["99999"]}, {}, None, [], 3,
    {"codes": [99999]}, {"codes": ["64483", "15271"]}, {"codes": ["22514"], "received_date": "2026-01-10"},
]  # fmt: skip


@pytest.mark.parametrize("request_", UNPINNED, ids=repr)
def test_the_schema_of_any_result_accepts_what_check_and_scope_answer(request_: Any) -> None:
    assert accepted_of_any(check(request_).as_dict()) == {True}
    assert accepted_of_any(scope(request_).as_dict()) == {True}


@pytest.mark.parametrize(
    "changed",
    [
        {"outcome": "approved"}, {"policy": "q"}, {"version": "9.0.0"}, {"meaning": "0" * 63}, {"criteria": []},
        {"problems": [{"path": "", "rule": "a rule", "code": "null"}]}, {"state": {"id": "TX"}}, {"more": 1},
        {"services": ["no service"]}, {"deadlines": None}, {"outcome": "invalid"},
    ],
    ids=repr,
)  # fmt: skip
def test_the_schema_of_any_result_refuses_what_nothing_answers(changed: dict[str, Any]) -> None:
    answer = check({"codes": ["64483"], "received_date": "2026-04-27"}).as_dict()
    assert accepted_of_any(answer) == {True}
    assert accepted_of_any(answer | changed) == {False}
    reason = answer["criteria"][0]["reason"]
    last = answer["criteria"][-1] | {"reason": {**reason, "parts": [{**reason, "words": 1}]}}
    deep = [*answer["criteria"][:-1], last]
    assert accepted_of_any(answer | {"criteria": deep}) == {False}
