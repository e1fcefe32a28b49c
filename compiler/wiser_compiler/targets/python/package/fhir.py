"""A request as a QuestionnaireResponse of FHIR R4, and back, without a loss.

    from wiser_policies import check
    from wiser_policies.fhir import request_of, response_of

    response, problems = response_of(request, "esi@6.0.0")
    request, problems = request_of(response)
    check(request, policy="esi@6.0.0")

The facts of the policy decide how both look; the questionnaires in `generated/fhir/` ask for the same facts. What the
chart does not say is not answered. The values of the request are in both: protect a response as you protect a request.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias, assert_never

from wiser_policies._check import known_versions, unknown, validator
from wiser_policies._fhir_names import (
    ANSWERS,
    FOUND,
    LISTED,
    NO,
    NONE,
    NOT_FOUND,
    PROCEDURES,
    YES,
    canonical,
    code_system,
    headings,
    link_of,
    listed_link,
    options_system,
    record_link,
    section_link,
)
from wiser_policies._policy import FactKind
from wiser_policies._rules import Problem, plain, problems

__all__ = ["ItemProblem", "ItemProblemCode", "request_of", "response_of"]

Data: TypeAlias = Mapping[str, Any]
Element: TypeAlias = dict[str, Any]
Names: TypeAlias = tuple[str, ...]  # of a fact, or of a list and a field of it

ItemProblemCode: TypeAlias = Literal[
    "not-a-response", "other-questionnaire", "not-in-force", "modifier", "wrong-form", "unknown-item", "repeated-item",
    "several-answers", "wrong-value", "foreign-system", "unknown-answer", "contradiction",
]  # fmt: skip

RULES: Mapping[ItemProblemCode, str] = {
    "not-a-response": "must be a QuestionnaireResponse of FHIR R4",
    "other-questionnaire": "must name the questionnaire of the policy and its version, as in `url|version`",
    "not-in-force": "must be in progress, completed or amended",
    "modifier": "must have no modifierExtension: it could turn what is said into its opposite",
    "wrong-form": "must have the form of R4: a group has items, a question has answers",
    "unknown-item": "must have no item here that the questionnaire does not have here",
    "repeated-item": "must stand here once",
    "several-answers": "must have one answer",
    "wrong-value": "must have answers of the type of its question",
    "foreign-system": "must have answers of the code system of its question",
    "unknown-answer": "must have answers that its question offers",
    "contradiction": "must not say none, or nothing, and list something too",
}

STATUSES = ("in-progress", "completed", "amended")  # the others say that nothing in it counts


class ItemProblem(NamedTuple):
    """Why a response is no request: the linkId of a known item, the rule broken there, and its kind. Never a value.

    `link_id` is empty for the response as a whole, and of an unknown item it is that of the group around it.
    """

    link_id: str
    rule: str
    code: ItemProblemCode


def response_of(request: object, policy: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """The response that states a request for one version, such as `esi@6.0.0`; or why it is invalid.

    Its status is `in-progress`: nobody has said that it is complete. Findings without any answer state nothing and are
    left out. Raises LookupError for a `policy` that does not exist or names no version.
    """
    form = _form(policy)
    request = plain(request)
    broken = problems(validator(form.policy, form.version).POLICY.facts, request)
    if broken or not isinstance(request, dict):
        return None, broken
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": canonical(form.policy, form.version),
        "status": "in-progress",
        "item": [*_Writer(form).items(request)],
    }, ()


def request_of(response: object, policy: str = "") -> tuple[dict[str, Any] | None, tuple[ItemProblem, ...]]:
    """The request that a response states, or why it states none. The rules of values are left to `check`.

    `response` is what a JSON reader returns. The questionnaire that it names chooses the version; `policy` demands one.
    Raises LookupError for a `policy` that does not exist or names no version.
    """
    if policy:
        _form(policy)
    wanted = [policy] if policy else known_versions()
    if not isinstance(response, dict) or response.get("resourceType") != "QuestionnaireResponse":
        return None, (_problem("", "not-a-response"),)
    asked = response.get("questionnaire")
    key = next((key for key in wanted if canonical(*key.split("@")) == asked), "")
    if not key:
        return None, (_problem("", "other-questionnaire"),)
    reader = _Reader(_form(key))
    if response.get("status") not in STATUSES:
        reader.tell("", "not-in-force")
    request = reader.request(response)
    return (None, tuple(reader.problems)) if reader.problems else (request, ())


def _problem(link_id: str, code: ItemProblemCode) -> ItemProblem:
    return ItemProblem(link_id, RULES[code], code)


class _Form(NamedTuple):
    """What both directions need to know of a version: the facts under each heading of the chart in the order of the
    form, and the codes that it offers, each with its fact.
    """

    policy: str
    version: str
    facts: Sequence[Data]
    sections: Sequence[tuple[str, Sequence[Data]]]
    offered: Collection[tuple[str, str]]


@lru_cache(64)
def _form(policy: str) -> _Form:
    """The form of a version, from the compiled policy beside its validator. Raises LookupError."""
    if policy not in known_versions():
        raise LookupError(unknown(policy))
    id, _, version = policy.partition("@")
    text = (files("wiser_policies") / id / f"v{version.replace('.', '_')}.policy.json").read_text("utf-8")
    return _form_of(json.loads(text))


def _form_of(data: Data) -> _Form:
    named = ((node["in"]["fact"], node["includes"]) for node in _nodes(data["criteria"]) if _names_an_item(node))
    of_policy = ((PROCEDURES, code["code"]) for code in data["codes"])
    offered = {*of_policy, *(pair for pair in named if pair[0] != PROCEDURES)}
    counted = {node["fact"] for node in _nodes(data["clocks"]) if "fact" in node}
    of_request = {fact["chart"] for fact in data["facts"] if fact["name"] in counted}
    ordered = headings((fact["chart"] for fact in data["facts"]), of_request)
    sections = [(heading, [fact for fact in data["facts"] if fact["chart"] == heading]) for heading in ordered]
    return _Form(data["id"], data["version"], data["facts"], sections, offered)


def _nodes(value: Any) -> Iterator[Data]:
    """Every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(inner)


def _names_an_item(node: Data) -> bool:
    return "includes" in node and "fact" in node["in"]


# ---------------------------------------------------------------- a request as a response


class _Writer:
    def __init__(self, form: _Form) -> None:
        self.form = form

    def items(self, request: Data) -> Iterator[Element]:
        """The items of the response, in the order of the form."""
        for heading, facts in self.form.sections:
            items = [*self.stated(facts, (), request)]
            if heading and items:
                yield {"linkId": section_link(heading), "item": items}
            else:
                yield from items

    def stated(self, facts: Sequence[Data], of: Names, values: Data) -> Iterator[Element]:
        """The items of those facts that are stated: of the request, or of one record of a list."""
        for fact in facts:
            if fact["name"] in values:
                yield from self.fact(fact, (*of, fact["name"]), values[fact["name"]])

    def fact(self, fact: Data, names: Names, value: Any) -> Iterator[Element]:
        """The item of a fact; none for findings without any answer."""
        link = link_of(*names)
        if fact["type"] == "findings":
            said = {option: FOUND if value[option] else NOT_FOUND for option in fact["options"] if option in value}
            items = [_answered(link_of(link, option), [_coded(answer)]) for option, answer in said.items()]
            if items:
                yield {"linkId": link, "item": items}
        elif fact["type"] == "list":
            any_ = _answered(listed_link(link), [_coded(LISTED if value else NONE)])
            yield {"linkId": link, "item": [any_, *(self.record(fact, names, record) for record in value)]}
        else:  # other kinds: have one item, with answers
            yield _answered(link, self.answers(fact, names, value))

    def record(self, fact: Data, names: Names, record: Data) -> Element:
        """One record of a list; an item without items is a record of which nothing is known."""
        items = [*self.stated(fact["fields"], names, record)]
        return {"linkId": record_link(link_of(*names)), **({"item": items} if items else {})}

    def answers(self, fact: Data, names: Names, value: Any) -> list[Element]:
        """The answers that state a value."""
        system = options_system(self.form.policy, *names)
        kind: FactKind = fact["type"]
        match kind:
            case "yes_no":
                return [_coded(YES if value else NO)]
            case "note":
                return [{"valueString": value}]
            case "number":
                return [{"valueDecimal": value} if fact["places"] else {"valueInteger": int(value)}]
            case "date":
                return [{"valueDate": value}]
            case "choice":
                return [_coded(value, system, fact["options"][value])]
            case "set":
                return [_coded(item, system, fact["options"][item]) for item in value] or [_coded(NONE)]
            case "codes":
                return [self.code(fact, code) for code in value] or [_coded(NONE)]
            case "findings" | "list":
                raise AssertionError(f"{fact['name']} has an item for each of its parts")
            case _:
                assert_never(kind)

    def code(self, fact: Data, code: str) -> Element:
        """A code that is offered as such, and any other as text, as R4 wants it of an `open-choice`."""
        offered = (fact["name"], code) in self.form.offered
        return _coded(code, code_system(fact["system"], code)) if offered else {"valueString": code}


def _answered(link: str, answers: Sequence[Element]) -> Element:
    return {"linkId": link, "answer": [*answers]}


def _coded(code: str, system: str = ANSWERS, display: str = "") -> Element:
    return {"valueCoding": {"system": system, "code": code, **({"display": display} if display else {})}}


# ---------------------------------------------------------------- a response as a request


class _Reader:
    """The request of a response. Each place that breaks a rule is told, and reading goes on."""

    def __init__(self, form: _Form) -> None:
        self.form = form
        self.problems: list[ItemProblem] = []

    def tell(self, link: str, code: ItemProblemCode) -> None:
        """Add a problem."""
        self.problems.append(_problem(link, code))

    def request(self, response: Data) -> dict[str, Any]:
        """The facts that are answered, in the order of the policy."""
        sections = [(section_link(heading) if heading else "", facts) for heading, facts in self.form.sections]
        outermost = [name for link, facts in sections for name in ([link] if link else _names(facts))]
        top = self.items(response, "", outermost)
        found: dict[str, Any] = {}
        for link, facts in sections:
            inside = self.group(top[link][0], link, _names(facts)) if link in top else {} if link else top
            found |= self.facts(facts, (), inside)
        return {name: found[name] for name in _names(self.form.facts) if name in found}

    def facts(self, facts: Sequence[Data], of: Names, inside: Mapping[str, list[Data]]) -> dict[str, Any]:
        """The values of facts: of the request, or of one record of a list."""
        found: dict[str, Any] = {}
        for fact in facts:
            names = (*of, fact["name"])
            items = inside.get(link_of(*names))
            value = self.fact(fact, names, items[0]) if items else None
            if value is not None:
                found[fact["name"]] = value
        return found

    # ------------------------------------------------------------ items

    def items(self, of: Data, link: str, known: Collection[str], repeats: str = "") -> dict[str, list[Data]]:
        """The items directly inside a group or the response, by linkId. Only `repeats` may stand there again."""
        found: dict[str, list[Data]] = {}
        inner = of.get("item", [])
        if "modifierExtension" in of:
            self.tell(link, "modifier")
        if not isinstance(inner, list) or not all(isinstance(item, dict) for item in inner):
            self.tell(link, "wrong-form")
            return found
        for item in inner:
            name = item.get("linkId")
            if not isinstance(name, str) or name not in known:
                self.tell(link, "unknown-item")
            elif name in found and name != repeats:
                self.tell(name, "repeated-item")
            else:
                found.setdefault(name, []).append(item)
        return found

    def group(self, item: Data, link: str, known: Collection[str], repeats: str = "") -> dict[str, list[Data]]:
        """The items of a group, which has no answer of its own."""
        if "answer" in item:
            self.tell(link, "wrong-form")
        return self.items(item, link, known, repeats)

    def fact(self, fact: Data, names: Names, item: Data) -> Any:
        """The value of a fact; None if its item has no answer, or none that can be read."""
        if fact["type"] == "findings":
            return self.findings(fact, link_of(*names), item)
        # other kinds: have one item, with answers
        return self.records(fact, names, item) if fact["type"] == "list" else self.value(fact, names, item)

    def findings(self, fact: Data, link: str, item: Data) -> dict[str, bool] | None:
        """Whether each of several things was found; None without any answer."""
        links = {link_of(link, option): option for option in fact["options"]}
        inside = self.group(item, link, links)
        said = {links[link]: self.answer(items[0], link, (FOUND, NOT_FOUND)) for link, items in inside.items()}
        return {option: said[option] == FOUND for option in fact["options"] if said.get(option)} or None

    def records(self, fact: Data, names: Names, item: Data) -> list[dict[str, Any]] | None:
        """The records of a list, if it is answered whether there are any."""
        link = link_of(*names)
        any_, record = listed_link(link), record_link(link)
        inside = self.group(item, link, (any_, record), repeats=record)
        said = self.answer(inside[any_][0], any_, (NONE, LISTED)) if any_ in inside else ""
        found = [self.record(fact, names, one) for one in inside.get(record, ())]
        if bool(found) != (said == LISTED):
            self.tell(link, "contradiction")
        return found if said else None

    def record(self, fact: Data, names: Names, item: Data) -> dict[str, Any]:
        """One record of a list."""
        known = [link_of(*names, name) for name in _names(fact["fields"])]
        return self.facts(fact["fields"], names, self.group(item, record_link(link_of(*names)), known))

    # ------------------------------------------------------------ answers

    def value(self, fact: Data, names: Names, item: Data) -> Any:
        """The value that the answers of an item state, or None."""
        link = link_of(*names)
        kind: FactKind = fact["type"]
        match kind:
            case "yes_no":
                return {YES: True, NO: False}.get(self.answer(item, link, (YES, NO)))
            case "note":
                return self.one(item, link, "valueString")
            case "number":
                return self.one(item, link, "valueDecimal" if fact["places"] else "valueInteger")
            case "date":
                return self.one(item, link, "valueDate")
            case "choice":
                coding = self.one(item, link, "valueCoding")
                return coding and self.code(coding, link, options_system(self.form.policy, *names))
            case "set":
                system = options_system(self.form.policy, *names)
                return self.several(link, self.answers(item, link, "valueCoding"), lambda _: system)
            case "codes":
                answers = self.answers(item, link, "valueCoding", "valueString")
                return self.several(link, answers, lambda code: code_system(fact["system"], code))
            case "findings" | "list":
                raise AssertionError(f"{fact['name']} has an item for each of its parts")
            case _:
                assert_never(kind)

    def several(self, link: str, answers: Sequence[Any], system: Callable[[str], str]) -> list[str] | None:
        """The items of a set or of codes: text as it is, codes of their system, or none of them."""
        none = [answer for answer in answers if _is_of(answer, ANSWERS)]
        if none:
            if len(answers) > len(none):
                self.tell(link, "contradiction")
            elif any(answer["code"] != NONE for answer in none):
                self.tell(link, "unknown-answer")
            return []
        read = [
            answer if isinstance(answer, str) else self.code(answer, link, system(answer["code"])) for answer in answers
        ]
        return [code for code in read if code is not None] or None

    def answer(self, item: Data, link: str, offered: Collection[str]) -> str:
        """One of the answers that every questionnaire has, or an empty text."""
        coding = self.one(item, link, "valueCoding")
        code = coding and self.code(coding, link, ANSWERS)
        if not code:
            return ""
        if code not in offered:
            self.tell(link, "unknown-answer")
            return ""
        return str(code)

    def code(self, coding: Data, link: str, system: str) -> str | None:
        """The code, if it is of this system."""
        if not _is_of(coding, system):
            self.tell(link, "foreign-system")
            return None
        return str(coding["code"])

    def one(self, item: Data, link: str, kind: str) -> Any:
        """The one answer of an item, or None."""
        found = self.answers(item, link, kind)
        if len(found) > 1:
            self.tell(link, "several-answers")
        return found[0] if len(found) == 1 else None

    def answers(self, item: Data, link: str, *kinds: str) -> list[Any]:
        """The values of the answers of an item."""
        answers = item.get("answer", [])
        if "modifierExtension" in item:
            self.tell(link, "modifier")
        if "item" in item or not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
            self.tell(link, "wrong-form")
            return []
        found = []
        for answer in answers:
            stated = [key for key in answer if key.startswith("value")]
            if "modifierExtension" in answer:
                self.tell(link, "modifier")
            elif "item" in answer:
                self.tell(link, "wrong-form")
            elif len(stated) == 1 and stated[0] in kinds and _is(stated[0], answer[stated[0]]):
                found.append(answer[stated[0]])
            else:
                self.tell(link, "wrong-value")
        return found


def _names(facts: Sequence[Data]) -> list[str]:
    return [fact["name"] for fact in facts]


def _is_of(answer: Any, system: str) -> bool:
    return isinstance(answer, dict) and answer["system"] == system


def _is(kind: str, value: object) -> bool:
    """Whether a value has the JSON type of its kind. Which values are allowed is a rule of the request."""
    match kind:
        case "valueInteger":
            return type(value) is int
        case "valueDecimal":
            return type(value) in (int, float)
        case "valueCoding":
            return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in ("system", "code"))
        case _:  # all others are text
            return isinstance(value, str)
