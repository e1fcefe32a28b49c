"""A form has words for every question and answer, states nothing by itself, and takes the answers of valid requests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lengths import FUZZ, one_in
from node_tools import chromium, node
from shipped import SHIPPED
from strategies_of_policies import policies
from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Date, Fact, Findings, Number, Policy, Records, YesNo
from wiser_compiler.proof.strategies import requests
from wiser_compiler.targets.forms import forms
from wiser_policies import check, form_from_request, request_from_form
from wiser_policies._compiled import policy_of
from wiser_policies._forms import answers_of, section_key

REPEATABLE = settings(
    max_examples=5_000 if FUZZ else 50,
    derandomize=not FUZZ,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
every_policy = pytest.mark.parametrize("key", one_in(2, SHIPPED))


def schemas(policy: Policy) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of a form, and that of its widgets."""
    files = forms(policy).files
    folder = f"forms/{policy.id}/{policy.version}"
    return json.loads(files[f"{folder}/form.schema.json"]), json.loads(files[f"{folder}/ui.schema.json"])


# ---------------------------------------------------------------- the schema


@REPEATABLE
@given(st.data())
def test_the_answers_of_a_valid_request_are_valid(data: st.DataObject) -> None:
    policy = data.draw(st.one_of(policies(), st.sampled_from([*SHIPPED.values()])))
    schema, _ = schemas(policy)
    jsonschema.Draft7Validator.check_schema(schema)
    answers = answers_of(policy_of(as_data(policy)).facts, data.draw(requests(policy)))
    # `format` is not checked: the range of a date is said by keywords of ajv-formats, which other validators lack.
    assert jsonschema_rs.validator_for(schema).is_valid(answers)


@every_policy
def test_every_fact_and_every_answer_has_its_words(key: str) -> None:
    schema, _ = schemas(SHIPPED[key])
    asked = [name for section in schema["properties"].values() for name in section["properties"]]
    assert sorted(asked) == sorted(fact.name for fact in SHIPPED[key].facts)
    for place, part in parts(schema):
        if place[-1:] != ("items",):
            assert part.get("title"), place
        for option in part.get("oneOf", ()):
            assert option["title"], place


def parts(
    schema: Mapping[str, Any], place: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Every schema of a property or an item inside one, with its place."""
    yield place, schema
    for name, inner in schema.get("properties", {}).items():
        yield from parts(inner, (*place, name))
    if "items" in schema:
        yield from parts(schema["items"], (*place, "items"))


def test_sections_are_the_headings_in_the_order_of_the_document() -> None:
    schema, _ = schemas(SHIPPED["esi@6.0.0"])
    headings = list(dict.fromkeys(fact.chart for fact in SHIPPED["esi@6.0.0"].facts))
    assert [section["title"] for section in schema["properties"].values()] == headings
    assert list(schema["properties"]) == [section_key(heading) for heading in headings]
    history = schema["properties"]["history"]
    assert history["description"] == "Who has it: our doctor; the referring office for what came before."
    assert history["properties"]["pain_duration"] == {
        "title": "For how many full weeks has this pain lasted?",
        "description": "A whole number from 0 to 5200 (weeks).",
        "type": "integer",
        "minimum": 0,
        "maximum": 5200,
    }


# ---------------------------------------------------------------- shown by rjsf


@dataclass
class Shown(HTMLParser):
    """What stands on a page: its texts, and the answers of each group of radio buttons with the chosen one."""

    texts: Counter[str] = field(default_factory=Counter)
    radios: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    selected: Counter[str] = field(default_factory=Counter)
    last: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        self.last = tag
        if tag == "input" and has["type"] == "radio":
            self.radios.setdefault(str(has["name"]), []).append(("", "checked" in has))
            self.last = str(has["name"])
        if tag == "option" and "selected" in has:
            self.last = "selected"

    def handle_data(self, data: str) -> None:
        self.texts[data.strip()] += 1
        if self.last == "selected":
            self.selected[data] += 1
        for found in [group for group in self.radios.values() if group[-1][0] == ""]:
            found[-1] = (data, found[-1][1])


def shown(html: str) -> Shown:
    page = Shown()
    page.feed(html)
    return page


def one_row_each(policy: Policy) -> dict[str, Any]:
    """Answers with an untouched row in every list, so that its questions are shown."""
    answers: dict[str, Any] = {}
    for fact in policy.facts:
        if isinstance(fact.type, Records):
            answers.setdefault(section_key(fact.chart), {})[fact.name] = {"listed": [{}]}
    return answers


@cache
def rendered() -> dict[str, dict[str, Any]]:
    """Each shipped form with one row in each list, with the answers of its first example, and its problems with those
    of every ready example, and with answers just outside their ranges. One Node process for all.
    """
    asked = []
    for key, policy in SHIPPED.items():
        schema, ui = schemas(policy)
        ready = [form_from_request(e.request, key) for e in policy.examples if e.outcome == "ready"]
        first = form_from_request(policy.examples[0].request, key)
        asked.append(
            {"schema": schema, "ui": ui, "shown": [one_row_each(policy), first], "valid": [first, *ready, {}],
             "invalid": [answers for _, answers in outside(policy)]}
        )  # fmt: skip
    answered = json.loads(node("rjsf.mjs", stdin=json.dumps(asked)))
    return dict(zip(SHIPPED, answered, strict=True))


def outside(policy: Policy) -> Iterator[tuple[str, dict[str, Any]]]:
    """Answers that lie a step outside the range of a number or a date, one by one."""
    for fact in policy.facts:
        for wrong in _outside(fact):
            yield fact.name, {section_key(fact.chart): {fact.name: wrong}}
        if isinstance(fact.type, Records):
            for inner in fact.type.fields:
                for wrong in _outside(inner):
                    yield inner.name, {section_key(fact.chart): {fact.name: {"listed": [{inner.name: wrong}]}}}


def _outside(fact: Fact) -> list[Any]:
    match fact.type:
        case Number(low=low, high=high):
            return [int(low) - 1, int(high) + 1]
        case Date(first=first, last=last):
            return [str(first - timedelta(1)), str(last + timedelta(1)), "2026-02-30"]
        case _:  # other kinds: have no range
            return []


@pytest.mark.parametrize("key", one_in(3, SHIPPED))
def test_every_label_is_on_the_page(key: str) -> None:
    page = shown(rendered()[key]["html"][0])
    schema, _ = schemas(SHIPPED[key])
    wanted: Counter[str] = Counter()
    for _, part in parts(schema):
        wanted.update(part[words] for words in ("title", "description") if words in part)
        wanted.update(option["title"] for option in part.get("oneOf", ()))
    assert {text: count for text, count in wanted.items() if page.texts[text] < count} == {}


@every_policy
def test_yes_no_and_not_stated_look_different(key: str) -> None:
    policy = SHIPPED[key]
    page, filled = (shown(html) for html in rendered()[key]["html"])
    fields = [f for fact in policy.facts for f in (fact.type.fields if isinstance(fact.type, Records) else (fact,))]
    yes_no = sum(isinstance(fact.type, YesNo) for fact in fields)
    items = sum(len(fact.type.options) for fact in fields if isinstance(fact.type, Findings))
    groups = [tuple(group) for group in page.radios.values()]
    assert Counter(groups) == Counter({
        (("Yes", False), ("No", False), ("Not stated", True)): yes_no,
        (("Yes", False), ("No", False), ("Not looked for", True)): items,
    }) + Counter()  # fmt: skip
    facts = {fact.name: fact for fact in policy.facts}
    for name, value in policy.examples[0].request.items():
        field_ = f"root_{section_key(facts[name].chart)}_{name}"
        said = {field_: value} if isinstance(value, bool) else {}
        if isinstance(value, dict):
            said = {f"{field_}_{item}": found for item, found in value.items()}
        for at, found in said.items():
            assert [label for label, chosen in filled.radios[at] if chosen] == ["Yes" if found else "No"]


@every_policy
def test_an_untouched_form_states_nothing(key: str) -> None:
    """With the defaults that rjsf fills in, and an untouched row in each list."""
    whole = rendered()[key]
    page = shown(whole["html"][0])
    assert set(page.selected) <= {"Not stated"}
    rows = request_from_form(whole["filled_in"][0], key)
    assert rows == {fact.name: [{}] for fact in SHIPPED[key].facts if isinstance(fact.type, Records)}
    assert request_from_form(whole["untouched"], key) == {}


@every_policy
def test_the_answers_of_examples_are_valid_in_rjsf_and_stay_the_same(key: str) -> None:
    whole = rendered()[key]
    assert [errors for errors in whole["valid"] if errors] == []
    assert len(whole["valid"]) >= 2
    example = SHIPPED[key].examples[0].request
    assert request_from_form(whole["filled_in"][1], key) == example


@every_policy
def test_an_answer_outside_its_range_is_flagged_at_its_place(key: str) -> None:
    names = [name for name, _ in outside(SHIPPED[key])]
    assert names
    for name, errors in zip(names, rendered()[key]["invalid"], strict=True):
        assert [error for error in errors if error.split(" ")[0].endswith(f".{name}")], name


# ---------------------------------------------------------------- in a browser


def test_a_form_is_filled_in_in_a_browser(tmp_path: Path) -> None:
    key = "esi@6.0.0"
    schema, ui = schemas(SHIPPED[key])
    page_file = tmp_path / "form.html"
    page_file.write_text(node("rjsf_page.mjs", stdin=json.dumps({"schema": schema, "ui": ui, "answers": {}})), "utf-8")
    with chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page_file.as_uri())
        page.get_by_label("On which date was the request received?").fill("2026-04-27")
        page.get_by_label("In which state will the service be given?").select_option("Texas")
        group = page.locator("#root_history_limits_life")
        group.get_by_label("No", exact=True).check()
        page.get_by_label("For how many full weeks has this pain lasted?").fill("6")
        page.locator("#root_procedure_plan_planned_levels").get_by_label("L4-L5").check()
        page.locator("#root_response_to_treatment_prior_sessions").get_by_label("There are none").check()
        answers = page.evaluate("window.answers")
    request = request_from_form(answers, key)
    assert request == {
        "received_date": "2026-04-27",
        "state": "TX",
        "limits_life": False,
        "pain_duration": 6,
        "planned_levels": ["L4-L5"],
        "prior_sessions": [],
    }
    assert check(request, policy=key).outcome == "incomplete"
    assert asked == [page_file.as_uri()]  # nothing else is fetched, and nothing leaves the page
