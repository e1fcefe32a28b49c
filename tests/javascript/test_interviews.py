"""The JavaScript package asks the next question, and reads forms, as Python does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from floors import looked
from generated_modules import validator
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ
from node_tools import node
from shipped import SHIPPED
from strategies_of_policies import policies, policies_of_ranges, thinned
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import (
    Compare,
    Criterion,
    Fact,
    FactValue,
    Literal,
    Multiple,
    Number,
    Policy,
    Records,
    Total,
)
from wiser_compiler.proof.strategies import requests
from wiser_policies import Result, next_question
from wiser_policies._forms import answers_of, request_of
from wiser_policies._questions import Interview

ROOT = Path(__file__).parents[2]
REPEATABLE = settings(
    max_examples=200 if FUZZ else 4,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def asked(of: Mapping[str, Policy], lines: Iterable[Mapping[str, Any]]) -> list[Any]:
    """What JavaScript says to each line."""
    first = {key: as_data(policy) for key, policy in of.items()}
    stdin = "".join(f"{json.dumps(line)}\n" for line in (first, *lines))
    said = node(ROOT / "tests/javascript/interviews.mjs", ROOT / "generated/javascript", stdin=stdin, seconds=3600)
    return [json.loads(line) for line in said.splitlines()]


def in_python(result: Result, line: Mapping[str, Any]) -> Any:
    question = next_question(result, line["skip"], line["beyondNotMet"])
    return None if question is None else question.as_dict()


def without_order(question: Any) -> Any:
    """Items and options may be in another order: JavaScript puts options that are whole numbers first."""
    return question and question | {"items": sorted(question["items"])}


@st.composite
def lines(draw: st.DrawFn, policy: Policy) -> dict[str, Any]:
    """A request of which less is stated, and how its next question is asked for."""
    request = draw(st.one_of(st.just({}), requests(policy).flatmap(thinned)))
    skip = [f"/{fact.name}" for fact in policy.facts if draw(st.integers(0, 9)) == 0]
    return {"policy": policy.key, "request": request, "skip": skip, "beyondNotMet": draw(st.booleans())}


@looked({"asked": 40, "nothing to ask": 20, "turning": 40})
@REPEATABLE
@given(st.data())
def test_the_next_question_is_the_same_for_any_policy(seen: Counter[str], data: st.DataObject) -> None:
    drawn = [data.draw(st.one_of(policies(), policies_of_ranges())) for _ in range(8)]
    of = {f"{number}": policy for number, policy in enumerate(drawn)}
    told = [{**data.draw(lines(policy)), "policy": key} for key, policy in of.items() for _ in range(4)]
    modules = {key: validator(policy) for key, policy in of.items()}
    for line, said in zip(told, asked(of, told), strict=True):
        expected = in_python(modules[line["policy"]].check(line["request"]), line)
        assert without_order(said) == without_order(expected), line
        seen["nothing to ask" if said is None else "asked"] += 1
    told = [{"policy": line["policy"], "turning": line["request"]} for line in told]
    for line, places in zip(told, asked(of, told), strict=True):
        assert places == turning_places(modules[line["policy"]].check(line["turning"]), line["turning"])
        seen["turning"] += len(places)


def turning_places(result: Result, request: dict[str, Any]) -> dict[str, Any]:
    """The places that decide the missing criteria when all is stated bit by bit."""
    interview = Interview(result.policy, request, ())
    numbers = [number for number, verdict in enumerate(result.verdicts.values()) if verdict == "missing"]
    found = {number: interview.turning(interview.stage(number, request)) for number in numbers}
    return {result.policy.criteria[number].id: turning and [*turning[0]] for number, turning in found.items()}


@looked({"asked": 30})
@settings(REPEATABLE, max_examples=50 if FUZZ else 2)
@given(st.data())
def test_the_next_question_is_the_same_for_the_shipped_policies(seen: Counter[str], data: st.DataObject) -> None:
    told = [data.draw(lines(policy)) for policy in SHIPPED.values() for _ in range(4)]
    for line, said in zip(told, asked(SHIPPED, told), strict=True):
        result = validator_of(line["policy"]).check(line["request"])
        assert without_order(said) == without_order(in_python(result, line)), line
        seen["asked"] += said is not None


def validator_of(key: str) -> Any:
    from wiser_policies import validator as shipped

    return shipped(*key.split("@"))


@settings(REPEATABLE, max_examples=50 if FUZZ else 1)
@given(st.data())
def test_forms_are_read_the_same(data: st.DataObject) -> None:
    saved = [(policy, data.draw(requests(policy))) for policy in SHIPPED.values() for _ in range(5)]
    facts = {key: validator_of(key).POLICY.facts for key in SHIPPED}
    forms = asked(SHIPPED, [{"policy": policy.key, "saved": request} for policy, request in saved])
    assert forms == [answers_of(facts[policy.key], request) for policy, request in saved]
    again = asked(
        SHIPPED, [{"policy": policy.key, "answers": form} for (policy, _), form in zip(saved, forms, strict=True)]
    )
    assert again == [request_of(facts[policy.key], form) for (policy, _), form in zip(saved, forms, strict=True)]


NO_ANSWERS: list[Any] = [
    [], 7, None, "x", {"history": []}, {"pain_duration": 4}, {"history": {"pain_durations": 4}},
    {"history": {"pain_duration": 4}, "elsewhere": {"pain_duration": 5}}, {"history": {"limits_life": "maybe"}},
    {"history": {"symptoms": {"radiculopathy": "maybe", "fever": None}}}, {"history": {"symptoms": "yes"}},
    {"request": {"codes": ["64483"], "state": "not stated"}}, {"request": {"codes": {"listed": [], "none": False}}},
    {"request": {"codes": {"listed": ["64483"], "none": True}}}, {"request": {"codes": {"none": 0}}},
    {"request": {"codes": {"listed": ["64483"], "none": 0}}}, {"request": {"codes": {"lists": []}}},
    {"response_to_treatment": {"follow_ups": {"listed": ["x", {"y": 1}, {"score": ""}, {"score": 0}]}}},
    {"response_to_treatment": {"follow_ups": {"listed": "x"}}}, {"contraindications": {"contraindications": {}}},
    {"procedure_plan": {"bilateral": True, "planned_levels": {"none": True}}}, {"__proto__": {"a": 1}, "__init__": 1},
    {"history": {"__proto__": 1, "toString": "yes", "symptoms": {"__proto__": "yes"}}},
]  # fmt: skip


def test_what_is_no_answer_is_read_the_same() -> None:
    esi = SHIPPED["esi@6.0.0"]
    said = asked({esi.key: esi}, [{"policy": esi.key, "answers": answers} for answers in NO_ANSWERS])
    for answers, request in zip(NO_ANSWERS, said, strict=True):
        assert request == request_of(validator_of(esi.key).POLICY.facts, answers), answers


def test_a_question_takes_its_answer() -> None:
    program = f"""
        import {{ check }} from "{ROOT}/generated/javascript/all.js";
        import {{ nextQuestion }} from "{ROOT}/generated/javascript/index.js";
        const ask = (request) => nextQuestion(check(request, {{ policy: "esi@6.0.0" }}));
        const first = ask({{}});
        const answered = (path, kind, request, answer) =>
          first.answered.call({{ path, fact: {{ type: kind }} }}, request, answer);
        console.log(JSON.stringify([
          first.path,
          first.answered({{}}, ["64483"]),
          answered("/programs", "findings", {{ programs: {{ restoration: false }} }}, {{ rehabilitation: true }}),
          answered("/prior_sessions/1/approach", "choice", {{ prior_sessions: [{{}}, {{}}] }}, "caudal"),
        ]));
        try {{ ask({{ codes: 7 }}); }} catch (error) {{ console.log(error instanceof RangeError, error.message); }}
        try {{ nextQuestion({{ problems: [] }}); }} catch (error) {{ console.log(error instanceof TypeError); }}
    """
    said, *errors = node("--input-type=module", "-e", program).splitlines()
    assert json.loads(said) == [
        "/codes",
        {"codes": ["64483"]},
        {"programs": {"restoration": False, "rehabilitation": True}},
        {"prior_sessions": [{}, {"approach": "caudal"}]},
    ]
    assert errors == ["true the request is invalid: mend its problems first", "true"]


def test_a_bound_may_be_finer_than_every_number_of_a_policy() -> None:
    """1 <= 25 * total is total >= 0.04, where the policy counts in whole numbers."""
    share, part = Fact("share", Number(Decimal(0), Decimal(10)), "Share"), Number(Decimal(7), Decimal(7))
    number = Fact("number", part, "Number", row_of="visits")
    visits = Fact("visits", Records((number,), 3), "Visits")
    applies = Compare("<", Multiple(-1, FactValue(share)), Total(visits, number))
    below = Compare("<", FactValue(number), Literal(Decimal(-3)))
    require = Compare("<=", Literal(Decimal(1)), Multiple(25, Total(visits, number, below)))
    criterion = Criterion("c", "C", "required", (), require, applies)
    policy = Policy("p", "1.0.0", "P", date(2026, 1, 1), None, None, (), (), (visits, share), (criterion,))
    line = {"policy": "p", "request": {}, "skip": ["/visits"], "beyondNotMet": False}
    assert asked({"p": policy}, [line]) == [in_python(validator(policy).check({}), line)] == [None]
