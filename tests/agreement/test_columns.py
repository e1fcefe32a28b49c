"""Columns answer as the validators do: on random policies, and on the shipped ones with requests at every edge.

`make fuzz` compares over a million requests each in Polars, in DuckDB and in Spark, which it sets up.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import numpy as np
import polars as pl
import pytest
from case_tables import request_of
from columns_agree import JudgeIn, by_polars, differing, module_of
from crossing import crossed
from floors import looked
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_ranges, thinned
from wiser_compiler.core.model import Policy
from wiser_compiler.proof.strategies import requests
from wiser_policies import columns, known_versions
from wiser_policies import validator as shipped_validator

ROOT = Path(__file__).parents[2]
POLICIES = 1_000 if FUZZ else 40
CROSSED = 1_050_000 // len(SHIPPED) if FUZZ else 60  # valid ones of each document: over a million in all
AT_ONCE = 10_000
ENGINES_HERE = ["polars", "duckdb"] if FUZZ else ["polars"]
SPARK = 10  # one in so many random policies: it takes seconds to plan each


def agreement(examples: int) -> settings:
    """Repeatable on every run, fresh when fuzzing."""
    return settings(
        max_examples=examples,
        derandomize=not FUZZ,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def compared(seen: Counter[str], policy: Policy, drawn: list[Any], judge_in: JudgeIn) -> None:
    """Requests that are valid are answered alike."""
    module, columns = validator(policy), module_of(policy)
    found = [(result, request) for request in drawn if (result := module.check(request)).outcome != "invalid"]
    results = [result for result, _ in found]
    engines = [*ENGINES_HERE, "spark"] if FUZZ and len(columns.SOURCE) % SPARK == 0 else ENGINES_HERE
    for engine in engines:
        wrong = differing(columns, results, [request for _, request in found], judge_in(engine))
        assert wrong == [], f"{engine}: {wrong}\n{columns.SOURCE}"
    seen["compared"] += len(results)
    seen.update(verdict for result in results for verdict in result.verdicts.values())


@looked({"compared": 150, "met": 150, "not met": 50, "missing": 20, "not applicable": 20})
@agreement(POLICIES)
@given(data=st.data())
def test_columns_agree_on_random_policies(seen: Counter[str], data: st.DataObject, judge_in: JudgeIn) -> None:
    policy = data.draw(policies())
    drawn = requests(policy)
    compared(seen, policy, [data.draw(drawn) for _ in range(5)], judge_in)


@looked({"compared": 80, "met": 30, "not met": 10, "missing": 30})
@agreement(POLICIES // 2)
@given(data=st.data())
def test_columns_agree_on_what_lies_in_a_range(seen: Counter[str], data: st.DataObject, judge_in: JudgeIn) -> None:
    policy = data.draw(policies_of_ranges())
    drawn = requests(policy).flatmap(thinned)
    compared(seen, policy, [data.draw(drawn) for _ in range(5)], judge_in)


@cache
def cases_of(key: str) -> list[dict[str, Any]]:
    """The examples and the requests around every bound."""
    table = json.loads((ROOT / "generated/cases" / f"{key.replace('@', '/')}.json").read_text("utf-8"))
    found = [dict(example.request) for example in SHIPPED[key].examples]
    return found + [request_of(table, row) for row in table["rows"]]


def shipped(key: str) -> tuple[Any, ModuleType]:
    """The validator and the module of columns that are built."""
    id, _, version = key.partition("@")
    return shipped_validator(id, version), columns._module(id, version)  # type: ignore[return-value]


@pytest.mark.parametrize("engine", [*ENGINES_HERE, "spark"] if FUZZ else ENGINES_HERE)
@pytest.mark.parametrize("key", SHIPPED)
def test_columns_agree_on_requests_at_the_edges_and_crossed_with_one_another(
    key: str, engine: str, judge_in: JudgeIn
) -> None:
    policy, (module, columns) = SHIPPED[key], shipped(key)
    chance = Random(None if FUZZ else key)
    parents = [request for request in cases_of(key) if module.check(request).outcome != "invalid"]
    whole, done = list(parents), 0
    while done < CROSSED:
        drawn = whole + [crossed(policy, parents, chance) for _ in range(min(AT_ONCE, CROSSED))]
        found = [(result, request) for request in drawn if (result := module.check(request)).problems == ()]
        assert len(found) > 0.7 * len(drawn)
        wrong = differing(columns, [result for result, _ in found], [request for _, request in found], judge_in(engine))
        assert wrong == [], wrong[:3]
        whole, done = [], done + len(found)


def test_every_version_has_columns() -> None:
    assert set(known_versions()) == set(SHIPPED)
    for key in known_versions():
        id, _, version = key.partition("@")
        found = columns.schema(id, version)
        assert found.criteria == tuple(criterion.id for criterion in SHIPPED[key].criteria)
        assert len({column.name.lower() for column in found.requests}) == len(found.requests)


ESI = ("esi", "6.0.0")


def esi() -> tuple[columns.Frames, list[dict[str, Any]]]:
    module = shipped_validator(*ESI)
    found = columns.frames(*ESI, [r for r in cases_of("esi@6.0.0") if module.check(r).outcome != "invalid"])
    return found, columns.judge(*ESI, found).to_dicts()


def test_frames_may_be_lazy_unordered_or_of_other_types_of_the_same_values() -> None:
    found, answers = esi()
    lazy = columns.Frames(found.requests.lazy(), {name: table.lazy() for name, table in found.lists.items()})
    assert columns.judge(*ESI, lazy).to_dicts() == answers
    shuffled = columns.Frames(
        found.requests, {n: t.sample(fraction=1, shuffle=True, seed=1) for n, t in found.lists.items()}
    )
    assert columns.judge(*ESI, shuffled).to_dicts() == answers
    reversed_ = columns.Frames(found.requests.reverse(), found.lists)
    assert columns.judge(*ESI, reversed_).sort("_row").to_dicts() == answers
    half = columns.Frames(
        found.requests.filter(pl.col("_row") % 2 == 1),
        {n: t.filter(pl.col("_row") % 2 == 1) for n, t in found.lists.items()},
    )
    assert columns.judge(*ESI, half).sort("_row").to_dicts() == answers[1::2]
    text = columns.Frames(
        found.requests.with_columns(pl.col(pl.Enum, pl.Int32).exclude("_row").cast(pl.String).name.keep()), found.lists
    )
    whole = text.requests.with_columns(
        pl.col(column.name).cast(pl.Int64) for column in columns.schema(*ESI).requests if column.type == "integer"
    )
    assert columns.judge(*ESI, columns.Frames(whole, found.lists)).to_dicts() == answers


def test_some_criteria_are_judged_alone_as_they_are_with_the_others() -> None:
    found, answers = esi()
    for id, _ in columns._module(*ESI).CRITERIA:
        assert columns.judge(*ESI, found, [id])[id].to_list() == [answer[id] for answer in answers], id
    assert columns.judge(*ESI, found, ["in-force"]).columns == ["_row", "in-force"]
    with pytest.raises(LookupError, match=r"esi@6.0.0 has no criterion in-farce"):
        columns.judge(*ESI, found, ["in-farce"])


def test_frames_that_cannot_be_judged_are_refused_without_a_value() -> None:
    found, _ = esi()
    with pytest.raises(ValueError, match=r"columns are missing: requests.state, prior_sessions.session_date"):
        columns.judge(
            *ESI,
            columns.Frames(
                found.requests.drop("state"),
                {name: table.drop("session_date", strict=False) for name, table in found.lists.items()},
            ),
        )
    strange = found.requests.with_columns(state=pl.lit("Jane Doe"))
    with pytest.raises(ValueError, match="the column state has values that are no choice of its fact") as error:
        columns.judge(*ESI, columns.Frames(strange, found.lists))
    assert "Jane" not in str(error.value)
    assert error.value.__suppress_context__
    fewer = {name: table.head(len(table) - 1) for name, table in found.lists.items()}
    with pytest.raises(ValueError, match="does not say how many records"):
        columns.judge(*ESI, columns.Frames(found.requests, fewer))
    with pytest.raises(LookupError):
        columns.schema("esi", "9.9.9")


def test_no_request_gives_no_row_and_dates_beyond_the_table_are_moved_too() -> None:
    empty = columns.judge(*ESI, columns.frames(*ESI, []))
    assert empty.height == 0
    assert empty.columns == ["_row", "outcome", *columns.schema(*ESI).criteria]
    assert empty.schema["in-force"] == pl.Enum(["met", "not met", "missing", "not applicable"])
    from wiser_policies._polars import _moved

    days = pl.Series([date(1899, 3, 31), None, date(2028, 2, 29), date(2190, 1, 31)])
    assert _moved(days, -12, 14).to_list() == [date(1898, 4, 14), None, date(2027, 3, 14), date(2189, 2, 14)]
    assert _moved(days[1:3], 1, 0).to_list() == [None, date(2028, 3, 29)]
    assert by_polars(columns._module(*ESI), columns.frames(*ESI, [{}]))[0]["outcome"] == "incomplete"  # type: ignore[arg-type]


@pytest.mark.parametrize("columns_of", range(1, 9))
def test_records_are_counted_in_each_of_up_to_eight_columns_also_where_sums_run_over(columns_of: int) -> None:
    from wiser_policies._polars import _counted

    sizes = [255, 0, 1, 254, 255, 3] * 3
    ends = np.cumsum(sizes)
    starts = ends - sizes
    truths = [[(at * 7 + place) % (place + 2) > 0 for at in range(ends[-1])] for place in range(columns_of)]
    counted = _counted([pl.Series(f"c{place}", each) for place, each in enumerate(truths)], starts, ends, 255)
    assert [each.name for each in counted] == [f"c{place}" for place in range(columns_of)]
    for each, truth in zip(counted, truths, strict=True):
        assert each.to_list() == [sum(truth[start:end]) for start, end in zip(starts, ends, strict=True)]
