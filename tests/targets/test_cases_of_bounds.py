"""The tables of cases at every bound: complete, true, exact, and enough to find a bound that moved."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from case_tables import request_of
from drafts import clean_policies
from generated_modules import schemas, validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lengths import one_in
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.bounds import (
    BoundPlace,
    Edge,
    compares_two_facts,
    grade_of,
    holders,
    moved,
    moved_each_way,
    places,
    step,
    with_part,
)
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import MET, MISSING, NO_ROW, NOT_MET, interval, outcome, truth, verdict
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Choice,
    Citation,
    Compare,
    Count,
    Criterion,
    Date,
    Example,
    Expr,
    Extreme,
    Fact,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    Source,
    Term,
    Total,
    Worded,
)
from wiser_compiler.core.walk import all_facts, parts
from wiser_compiler.core.words import formula
from wiser_compiler.diagnostics import Report
from wiser_compiler.proof.mutation.mutants import mutants
from wiser_compiler.proof.strategies import requests
from wiser_compiler.targets.cases import COLUMNS, cases
from wiser_compiler.targets.cases.coverage import boundary_coverage
from wiser_compiler.targets.cases.rows import NoRow, Row, rows_of

SIDES = ["below", "at", "above", "missing"]
# Days on which a code or a service comes or goes: the program has no example at some of them.
WITHOUT_AN_EXAMPLE = {"listed-code"}
DAYS_OF_CODES = {"wiser@6.0.0", "hypoglossal_stimulation@6.0.0"}

every_policy = pytest.mark.parametrize("key", one_in(2, SHIPPED))


@cache
def table(key: str) -> tuple[Row | NoRow, ...]:
    return tuple(rows_of(SHIPPED[key]))


def rows(key: str) -> list[Row]:
    return [row for row in table(key) if isinstance(row, Row)]


def edges(policy: Policy) -> list[tuple[BoundPlace, Edge]]:
    return [(place, edge) for place in places(policy) for edge in place.edges]


# ---------------------------------------------------------------- complete


@every_policy
def test_every_bound_has_four_sides_each_with_a_row_or_a_reason(key: str) -> None:
    expected = [(place.says.span, formula(edge), side) for place, edge in edges(SHIPPED[key]) for side in SIDES]
    first = [row for row in table(key) if row.series == "first"]
    assert [(row.place.says.span, formula(row.edge), row.side) for row in first] == expected
    assert all(row.reason for row in table(key) if isinstance(row, NoRow))


@every_policy
def test_a_bound_that_compares_two_facts_has_on_and_off_from_a_second_base(key: str) -> None:
    two = [(place, edge) for place, edge in edges(SHIPPED[key]) if compares_two_facts(edge)]
    expected = [(place.says.span, formula(edge), name) for place, edge in two for name in ("ON", "OFF")]
    second = [row for row in table(key) if row.series == "second"]
    assert [(row.place.says.span, formula(row.edge), row.point) for row in second] == expected
    for row in second:
        assert isinstance(row, Row)
        (on,) = [one for one in rows(key) if one.edge is row.edge and (one.series, one.side) == ("first", "at")]
        assert on.request != row.request


@every_policy
def test_a_number_lacks_no_side_that_a_chart_can_lie_on(key: str) -> None:
    lacking = [row for row in table(key) if isinstance(row, NoRow) and row.possible]
    assert not [row for row in lacking if row.place.says.bounds]
    assert {row.criterion for row in lacking} <= (WITHOUT_AN_EXAMPLE if key in DAYS_OF_CODES else set())


def test_the_shipped_policies_have_as_many_bounds_as_they_had() -> None:
    """So that a change of what a bound is does not pass unseen."""
    assert {key: len(edges(policy)) for key, policy in SHIPPED.items()} == {
        "cervical_fusion@6.0.0": 6, "esi@1.0.0": 39, "esi@6.0.0": 38, "hypoglossal_stimulation@6.0.0": 12,
        "impotence@6.0.0": 2, "incontinence_devices@6.0.0": 3, "knee_arthroscopy@6.0.0": 1, "nerve_lesions@6.0.0": 1,
        "phrenic_stimulation@6.0.0": 2, "pva@6.0.0": 22, "sacral_stimulation@6.0.0": 5, "scs@1.0.0": 6, "scs@6.0.0": 5,
        "skin_substitutes@6.0.0": 16, "vagus_stimulation@6.0.0": 8,
        "wiser@6.0.0": 10,  # codes with one condition have one bound
    }  # fmt: skip


OPEN = {">": "above", "<": "below"}
CLOSED = {">=": "below", "<=": "above"}


@every_policy
def test_a_point_has_the_name_that_istqb_gives_to_it(key: str) -> None:
    """ON lies on the edge, OFF next to it with the other answer: outside of a closed edge and inside of an open one."""
    for row in table(key):
        op = row.edge.op if isinstance(row.edge, Compare) else ">="
        if row.side in ("at", "missing"):
            assert row.point == {"at": "ON", "missing": ""}[row.side]
        elif op == "==" or row.side == (OPEN | CLOSED)[op]:
            assert row.point == "OFF"
        else:
            assert row.point == ("OUT" if op in OPEN else "IN")


# ---------------------------------------------------------------- true


@every_policy
def test_every_row_says_what_the_policy_means_and_what_its_validator_answers(key: str) -> None:
    policy = SHIPPED[key]
    module, shape = validator(policy), schemas(policy).request
    by_id = {criterion.id: criterion for criterion in policy.criteria}
    for row in rows(key):
        case, problems = read_case(policy.facts, row.request)
        assert not problems
        assert verdict(by_id[row.criterion], case) == row.verdict
        assert outcome(policy, case) == row.outcome
        result = module.check(row.request)
        assert (result.verdicts[row.criterion], result.outcome) == (row.verdict, row.outcome)
        assert shape.is_valid(row.request)


# ---------------------------------------------------------------- exact


def record_in_hand(row: Row, case: Any) -> Any:
    """The record that a row moved, where the bound stands in the filter of a list."""
    keys = row.fact.split("/")[1:]
    return case[keys[0]][int(keys[1])] if row.place.row_of and keys[0] == row.place.row_of else NO_ROW


def steps_above(edge: Edge, case: Any, row: Any) -> Decimal:
    if grade := grade_of(edge):
        fact, first, last = grade
        place = [option.id for option in kind_of(fact.type).options].index(case[fact.name])
        return Decimal(last - place if first == 0 else place - first)
    if isinstance(edge, AtLeast):
        return Decimal([truth(part, case, row) for part in edge.parts].count(True) - edge.count)
    gap = interval(edge.left, case, row).point - interval(edge.right, case, row).point
    return Decimal(gap.days if isinstance(gap, timedelta) else gap) / step(edge)


@every_policy
def test_below_at_and_above_lie_exactly_one_step_apart(key: str) -> None:
    wanted = {"below": -1, "at": 0, "above": 1}
    for row in rows(key):
        case, _ = read_case(SHIPPED[key].facts, row.request)
        if row.side in wanted and (not row.place.row_of or record_in_hand(row, case) is not NO_ROW):
            assert steps_above(row.edge, case, record_in_hand(row, case)) == wanted[row.side], formula(row.edge)


@every_policy
def test_without_what_the_bound_is_about_the_verdict_is_missing(key: str) -> None:
    for row in rows(key):
        if row.side == "missing":
            assert row.verdict == MISSING
            *path, last = row.fact.split("/")[1:]
            value: Any = row.request
            for name in path:
                value = value[int(name)] if isinstance(value, list) else value[name]
            assert last not in value


@every_policy
def test_the_rows_of_a_bound_differ_in_one_thing(key: str) -> None:
    for place, edge in edges(SHIPPED[key]):
        whole = [row for row in rows(key) if row.edge is edge and row.place.says is place.says]
        of_edge = [row for row in whole if row.series == "first"]
        names = {row.fact.split("/")[1] for row in of_edge}
        fixed = [{name: value for name, value in row.request.items() if name not in names} for row in of_edge]
        assert all(request == fixed[0] for request in fixed)
        assert len(names) <= 1 or isinstance(edge, AtLeast)
        assert len({row.base.name for row in of_edge}) <= 1


# ---------------------------------------------------------------- enough


@every_policy
def test_a_bound_that_moves_one_step_changes_what_some_row_expects(key: str) -> None:
    policy = SHIPPED[key]
    standing_in = holders(policy)
    charts = [(row, read_case(policy.facts, row.request)[0]) for row in rows(key)]
    for place, edge in edges(policy):
        of_edge = [(row, case) for row, case in charts if row.place.says is place.says and row.edge is edge]
        if any(isinstance(row, NoRow) and row.possible for row in table(key) if row.edge is edge):
            continue  # no example hangs on it, and the table says so
        others = dict(moved_each_way(edge))
        if isinstance(edge, Compare):
            others |= {f"{steps} steps": other for steps in (1, -1) if (other := moved(edge, steps)) is not None}
        for how, other in others.items():
            criteria = {c.id: with_part(c, edge, other) for c in standing_in[id(edge)]}
            found = [row for row, case in of_edge if verdict(criteria[row.criterion], case) != row.verdict]
            assert found, f"{key}: {formula(edge)} {how}"


@every_policy
def test_a_bound_of_two_facts_that_is_tilted_changes_what_some_row_expects(key: str) -> None:
    """Half of a baseline of 60 is 30; a bound of 30 whatever the baseline agrees with all rows of the first base."""
    policy = SHIPPED[key]
    charts = [(row, read_case(policy.facts, row.request)[0]) for row in rows(key)]
    bounds = {id(place.says) for place, edge in edges(policy) if compares_two_facts(edge)}
    tilted = [mutant for mutant in mutants(policy) if mutant.operator == "tilt" and id(mutant.says) in bounds]
    assert bool(tilted) is bool(bounds)
    for mutant in tilted:
        after = {change.before.id: change.after for change in mutant.changes}
        found = [
            row
            for row, case in charts
            if isinstance(criterion := after.get(row.criterion), Criterion) and verdict(criterion, case) != row.verdict
        ]
        assert found, mutant.words


def test_the_first_base_alone_does_not_find_a_score_of_30_for_half_the_baseline() -> None:
    policy = SHIPPED["esi@6.0.0"]
    criterion = next(one for one in policy.criteria if one.id == "repeat-response")
    (half,) = [edge for _, edge in edges(policy) if "baseline_score - score" in formula(edge)]
    score = next(fact for fact in all_facts(half) if fact.name == "score")
    tilted = with_part(criterion, half, Compare("<=", FactValue(score), Literal(Decimal(30))))
    found = [
        (row.series, row.point)
        for row in rows("esi@6.0.0")
        if row.edge is half and verdict(tilted, read_case(policy.facts, row.request)[0]) != row.verdict
    ]
    assert found == [("second", "ON")]


def test_moving_a_bound_is_seen_by_the_examples_too() -> None:
    """The rows are made from examples that hang on the bound, so the lint and the tables ask for the same."""
    report = Report()
    clean_policies(Path("policies"), report)
    assert not [finding for finding in report.found if finding.code == "uncovered-bound"]


# ---------------------------------------------------------------- what changed


@every_policy
def test_a_row_says_all_that_is_otherwise_than_in_its_base(key: str) -> None:
    """So whoever reads the verdict *met* and an outcome that is not ready can see why, in the row or in its base."""
    policy = SHIPPED[key]
    for row in rows(key):
        case = read_case(policy.facts, row.request)[0]
        before = read_case(policy.facts, row.base.request)[0]
        of_base = {one.id: verdict(one, before) for one in policy.criteria}
        assert (row.base.verdicts, row.base.outcome) == (of_base, outcome(policy, before))
        assert of_base | row.also_changed | {row.criterion: row.verdict} == {
            one.id: verdict(one, case) for one in policy.criteria
        }
        assert all(of_base[id] != said for id, said in row.also_changed.items())


@every_policy
def test_a_row_says_what_was_moved_from_where_to_where(key: str) -> None:
    for row in rows(key):
        keys = row.fact.split("/")[1:]
        assert looked_up(row.base.request, keys) == row.was
        assert looked_up(row.request, keys) == row.value
        assert row.was is not None
        assert (row.value is None) is (row.side == "missing")
        assert (row.was == row.value) is (keys[0] not in row.change) or row.series == "second"


def looked_up(value: Any, keys: list[str]) -> Any:
    """The value at a JSON pointer, or None."""
    for key in keys:
        value = value[int(key)] if isinstance(value, list) else value.get(key)
    return value


@every_policy
def test_the_bases_are_examples_of_the_policy(key: str) -> None:
    examples = {example.name: dict(example.request) for example in SHIPPED[key].examples}
    for row in rows(key):
        stated = read_case(SHIPPED[key].facts, examples[row.base.name])
        assert read_case(SHIPPED[key].facts, row.base.request) == stated
        assert len(row.change) <= (2 if not isinstance(row.edge, AtLeast) else 3)


# ---------------------------------------------------------------- ids


def test_no_two_rows_of_all_policies_of_a_version_have_the_same_id() -> None:
    for version in ("1.0.0", "6.0.0"):
        ids = [row.id for key in SHIPPED if key.endswith(version) for row in table(key)]
        assert len(set(ids)) == len(ids) > 200


def test_an_id_names_the_policy_the_criterion_the_test_and_the_side() -> None:
    ids = {row.id for row in table("esi@6.0.0")}
    assert ids >= {
        "esi/pain-duration/pain_duration>=4/below",
        "esi/pain-duration/pain_duration>=4/missing",
        "esi/repeat-response/100*(baseline_score-score)>=50*baseline_score/at/second",
    }
    again = [id for id in ids if "~2" in id]  # the same test stands in two routes of a criterion
    assert again
    assert all(id.replace("~2", "") in ids for id in again)


def test_ids_stay_when_something_else_of_the_policy_is_edited() -> None:
    policy = SHIPPED["esi@6.0.0"]
    before = {row.id: row for row in table("esi@6.0.0")}
    one = policy_of(at_least(WEEKS, 2)).criteria[0]
    rest = tuple(each for each in policy.criteria if each.id != "pain-duration")
    examples = tuple(each for each in policy.examples if each.name != policy.examples[-1].name)
    edited = replace(policy, version="9.9.9", criteria=(one, *rest), facts=(*policy.facts, WEEKS), examples=examples)
    after = {row.id: row for row in rows_of(edited)}
    gone = {id for id in before if id.startswith("esi/pain-duration/")}
    assert gone
    assert set(after) == before.keys() - gone | {f"esi/c/weeks>=2/{side}" for side in SIDES}
    assert all(formula(after[id].edge) == formula(before[id].edge) for id in before.keys() & after.keys())


# ---------------------------------------------------------------- files

IS_VALID = Draft202012Validator(json.loads(Path("schemas/cases.schema.json").read_text())).is_valid


def files_of(key: str) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The table as JSON, and the rows of the CSV."""
    files = cases(SHIPPED[key]).files
    text, lines = (files[f"cases/{key.replace('@', '/')}.{kind}"] for kind in ("json", "csv"))
    return json.loads(text), list(csv.DictReader(StringIO(lines)))


@pytest.mark.parametrize("key", one_in(2, SHIPPED))
def test_the_files_hold_the_same_rows_and_the_same_again(key: str) -> None:
    policy = SHIPPED[key]
    assert cases(policy).files == cases(policy).files
    found, read = files_of(key)
    assert IS_VALID(found)
    assert "as they are encoded" in found["about"]
    assert tuple(read[0]) == COLUMNS
    whole = [*found["rows"], *found["no_rows"]]
    assert [row["id"] for row in whole] == [row["id"] for row in read]
    assert {row["id"] for row in whole} == {row.id for row in table(key)}
    for row, line in zip(whole, read, strict=True):
        cells = {"policy": policy.id, "version": policy.version, **row}
        for column in COLUMNS:
            value = cells.get(column)
            text = value if isinstance(value, str) else "" if value in (None, {}) else json.dumps(value)
            assert line[column].replace(" ", "") == "".join(text.split()).replace(" ", ""), column


@every_policy
def test_the_file_gives_each_request_as_a_base_and_a_change(key: str) -> None:
    found, _ = files_of(key)
    of_id = {row.id: row for row in rows(key)}
    assert [row["id"] for row in found["rows"]] == list(of_id)
    assert {row["base"] for row in found["rows"]} == set(found["bases"])
    for row in found["rows"]:
        assert request_of(found, row) == of_id[row["id"]].request
        base = found["bases"][row["base"]]
        if row["outcome"] not in ("ready", "in scope"):  # the row says why, or its base does
            blamed = {row["criterion"]: row["verdict"]} | row["also_changed"] | base["open"]
            assert {"missing", "not met"} & set(blamed.values())


def test_a_file_is_a_fraction_of_its_requests() -> None:
    found, _ = files_of("esi@6.0.0")
    whole = sum(len(json.dumps(dict(row.request))) for row in rows("esi@6.0.0"))
    assert sum(len(json.dumps(each)) for each in (found["bases"], [row["change"] for row in found["rows"]])) < whole / 4


@pytest.mark.parametrize("part", ["form", "bases", "rows", "no_rows"])
def test_the_schema_refuses_a_table_that_lacks_a_part(part: str) -> None:
    found, _ = files_of("esi@6.0.0")
    assert not IS_VALID({name: value for name, value in found.items() if name != part})


@pytest.mark.parametrize(
    "column, value",
    [
        ("id", ""),
        ("side", "beside"),
        ("verdict", "ready"),
        ("change", []),
        ("also_changed", {"c": "maybe"}),
        ("new", 1),
    ],
)
def test_the_schema_refuses_a_row_of_another_form(column: str, value: Any) -> None:
    found, _ = files_of("esi@6.0.0")
    assert not IS_VALID({**found, "rows": [{**found["rows"][0], column: value}]})


# ---------------------------------------------------------------- small policies

SOURCE = Source("guide", "A guide")
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
WEEKS = Fact("weeks", Number(Decimal(0), Decimal(9), 0, "weeks"), "How many weeks?")
SIGNS = Fact("signs", Findings((Option("a", "a"), Option("b", "b"))), "Which signs?")
LEVELS = Fact("levels", OptionSet((Option("x", "x"), Option("y", "y"))), "Which levels?")
SEEN = Fact("seen", Date(FIRST, LAST), "", row_of="visits")
VISITS = Fact("visits", Records((SEEN,), 3, ("seen",)), "Which visits?")


def policy_of(test: Expr, *requests: dict[str, Any], answer: str = "", quote: str = "") -> Policy:
    says = Worded(test, "How many?", answer, quote, bounds=(Bound(">=", Decimal(2), "weeks"),))
    criterion = Criterion("c", "A criterion", "required", (Citation(SOURCE, "box 1"),), says)
    examples = tuple(Example(f"example {number}", request) for number, request in enumerate(requests))
    facts = (WEEKS, SIGNS, LEVELS, VISITS)
    return Policy("p", "1.0.0", "A policy", FIRST, None, None, (SOURCE,), (), facts, (criterion,), examples)


def sides(policy: Policy) -> dict[str, tuple[str, Any] | str]:
    """The verdict and the request of each side, or why there is none."""
    return {
        row.side: (row.verdict, dict(row.request)) if isinstance(row, Row) else row.reason for row in rows_of(policy)
    }


def at_least(fact: Fact, number: int) -> Expr:
    left = FactValue(fact) if isinstance(fact.type, Number) else Count(fact)
    return Compare(">=", left, Literal(Decimal(number)))


def test_a_number_moves_by_its_step() -> None:
    assert sides(policy_of(at_least(WEEKS, 2), {"weeks": 2})) == {
        "below": (NOT_MET, {"weeks": 1}),
        "at": (MET, {"weeks": 2}),
        "above": (MET, {"weeks": 3}),
        "missing": (MISSING, {}),
    }


def test_no_number_leaves_its_range() -> None:
    assert sides(policy_of(at_least(WEEKS, 9), {"weeks": 8}))["above"] == (
        "nothing lies above 9, the most that can be stated"
    )


def test_a_bound_of_two_numbers_has_a_second_base() -> None:
    before = replace(WEEKS, name="before")
    half = Compare("<=", Multiple(2, FactValue(WEEKS)), FactValue(before))
    policy = replace(policy_of(half, {"weeks": 2, "before": 4}), facts=(WEEKS, before))
    assert [(row.series, row.point, dict(row.request)) for row in rows_of(policy) if isinstance(row, Row)] == [
        ("first", "IN", {"weeks": 1, "before": 4}),
        ("first", "ON", {"weeks": 2, "before": 4}),
        ("first", "OFF", {"weeks": 3, "before": 4}),
        ("first", "", {"before": 4}),
        ("second", "ON", {"weeks": 3, "before": 6}),
        ("second", "OFF", {"weeks": 4, "before": 6}),
    ]


DOSE = Fact("dose", Number(Decimal(0), Decimal(9), 0, "mg"), "", row_of="doses")
DOSES = Fact("doses", Records((DOSE,), 3), "Which doses?")


@pytest.mark.parametrize(
    "term, below, on, above",
    [
        pytest.param(Extreme("highest", DOSES, DOSE), [3, 0], [4, 0], [5, 0], id="highest"),
        pytest.param(Extreme("lowest", DOSES, DOSE), [3, 9], [4, 9], [5, 9], id="lowest"),
        pytest.param(Total(DOSES, DOSE), [3, 0], [4, 0], [5, 0], id="sum"),
    ],
)
def test_a_number_of_a_list_moves_with_the_field_that_decides_it(
    term: Term, below: list[int], on: list[int], above: list[int]
) -> None:
    stated = {"doses": [{"dose": number} for number in on]}
    policy = replace(policy_of(Compare(">=", term, Literal(Decimal(4))), stated), facts=(DOSES,))
    found = {row.point or row.side: row for row in rows_of(policy) if isinstance(row, Row)}
    assert {name: row.verdict for name, row in found.items()} == {
        "OFF": NOT_MET, "ON": MET, "IN": MET, "missing": MISSING,
    }  # fmt: skip
    for name, numbers in (("OFF", below), ("ON", on), ("IN", above)):
        assert sorted(dose["dose"] for dose in found[name].request["doses"]) == sorted(numbers)


def test_the_points_on_which_an_example_lies_are_counted() -> None:
    assert boundary_coverage(policy_of(at_least(WEEKS, 4), {"weeks": 4}, {"weeks": 9})) == {
        "ON": (1, 1), "OFF": (0, 1), "IN": (1, 1),
    }  # fmt: skip
    assert boundary_coverage(policy_of(at_least(WEEKS, 0), {"weeks": 0})) == {"ON": (1, 1), "IN": (0, 1)}
    assert boundary_coverage(policy_of(at_least(WEEKS, 4))) == {"ON": (0, 1), "OFF": (0, 1), "IN": (0, 1)}


@pytest.mark.parametrize("key", SHIPPED)
def test_the_examples_of_a_shipped_policy_lie_on_and_beside_every_edge(key: str) -> None:
    covered = boundary_coverage(SHIPPED[key])
    lacking = {covered[name][1] - covered[name][0] for name in ("ON", "OFF")}
    assert lacking <= ({0, 1} if key in DAYS_OF_CODES else {0})


def test_a_finding_more_or_fewer_is_met() -> None:
    both = AtLeast(2, (Includes(SIGNS, "a"), Includes(SIGNS, "b")))
    assert sides(policy_of(both, {"signs": {"a": True, "b": True}})) == {
        "below": (NOT_MET, {"signs": {"a": False, "b": True}}),
        "at": (MET, {"signs": {"a": True, "b": True}}),
        "above": "there are no more than 2",
        "missing": (MISSING, {"signs": {"b": True}}),
    }


def test_an_item_of_a_set_more_or_fewer_is_counted() -> None:
    assert sides(policy_of(at_least(LEVELS, 1), {"levels": ["y"]})) == {
        "below": (NOT_MET, {"levels": []}),
        "at": (MET, {"levels": ["y"]}),
        "above": (MET, {"levels": ["x", "y"]}),
        "missing": (MISSING, {}),
    }


def test_an_ordered_answer_moves_to_its_neighbour() -> None:
    options = tuple(Option(id, id) for id in ("stage_1", "stage_2", "stage_3", "stage_4"))
    stage = Fact("stage", Choice(options, ordered=True), "Which stage?")
    severe = AtLeast(1, tuple(Compare("==", FactValue(stage), Literal(f"stage_{n}")) for n in (3, 4)))
    policy = replace(policy_of(severe, {"stage": "stage_3"}), facts=(stage,))
    assert sides(policy) == {
        "below": (NOT_MET, {"stage": "stage_2"}),
        "at": (MET, {"stage": "stage_3"}),
        "above": (MET, {"stage": "stage_4"}),
        "missing": (MISSING, {}),
    }
    (place,) = places(policy)
    (edge,) = place.edges
    assert [(side, len(parts(moved))) for side, moved in moved_each_way(edge)] == [
        ("one step higher", 1), ("one step lower", 3),
    ]  # fmt: skip
    assert formula(edge) == "stage from stage_3 to stage_4"


def test_one_more_record_is_one_like_another_on_the_next_free_day() -> None:
    assert sides(policy_of(at_least(VISITS, 1), {"visits": [{"seen": "2026-01-01"}]})) == {
        "below": (NOT_MET, {"visits": []}),
        "at": (MET, {"visits": [{"seen": "2026-01-01"}]}),
        "above": (MET, {"visits": [{"seen": "2026-01-01"}, {"seen": "2026-01-02"}]}),
        "missing": (MISSING, {}),
    }


def test_a_record_with_findings_is_a_chart_like_any_other() -> None:
    found = Fact("found", SIGNS.type, "", row_of="visits")
    visits = Fact("visits", Records((found,), 3), "Which visits?")
    stated = {"visits": [{"found": {"a": True}}]}
    policy = replace(policy_of(at_least(visits, 1), stated), facts=(visits,))
    assert sides(policy)["at"] == (MET, stated)


def test_a_record_moves_by_a_day_across_the_edge_of_a_window() -> None:
    recent = Worded(Compare(">", FactValue(SEEN), Literal(date(2026, 6, 1))))
    some = Compare(">=", Count(VISITS, recent), Literal(Decimal(1)))
    criterion = policy_of(some, {"visits": [{"seen": "2026-03-01"}, {"seen": "2026-06-02"}]})
    days = [row for row in rows_of(criterion) if row.place.row_of]
    assert [(row.side, row.fact, row.verdict) for row in days if isinstance(row, Row)] == [
        ("below", "/visits/1/seen", NOT_MET),
        ("at", "/visits/1/seen", NOT_MET),
        ("above", "/visits/1/seen", MET),
        ("missing", "/visits/1/seen", MISSING),
    ]


def test_without_an_example_there_is_a_reason_and_no_row() -> None:
    for policy in (policy_of(at_least(WEEKS, 2)), policy_of(at_least(WEEKS, 2), {"weeks": 7})):
        assert set(sides(policy).values()) == {"no example lies at this bound and depends on it"}
        assert len(cases(policy).gaps) == 4


def test_a_policy_without_bounds_has_no_table() -> None:
    assert cases(policy_of(Includes(SIGNS, "a"), {"signs": {"a": True}})).files == {}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1"])
def test_no_cell_is_a_formula_for_a_spreadsheet(text: str) -> None:
    policy = policy_of(at_least(WEEKS, 2), {"weeks": 2}, answer=text, quote=text)
    read = list(csv.reader(StringIO(cases(policy).files["cases/p/1.0.0.csv"])))
    assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert json.loads(cases(policy).files["cases/p/1.0.0.json"])["rows"][0]["quote"] == text


# ---------------------------------------------------------------- random policies


@settings(
    max_examples=70, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(st.data())
def test_the_rows_of_random_policies_are_true_whatever_their_examples(data: st.DataObject) -> None:
    policy = data.draw(policies())
    drawn = data.draw(st.lists(requests(policy), max_size=4))
    policy = replace(policy, examples=tuple(Example(f"drawn {n}", request) for n, request in enumerate(drawn)))
    by_id = {criterion.id: criterion for criterion in policy.criteria}
    for row in rows_of(policy):
        if isinstance(row, Row):
            case, problems = read_case(policy.facts, row.request)
            assert not problems
            assert (verdict(by_id[row.criterion], case), outcome(policy, case)) == (row.verdict, row.outcome)
    assert cases(policy) == cases(policy)
