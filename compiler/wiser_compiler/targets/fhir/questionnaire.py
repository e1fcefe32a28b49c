"""The questionnaire of one version: what its facts ask, each once, under the headings of the chart.

It is a plain resource of FHIR R4 in the shape that Da Vinci DTR expects, and claims no profile: it has no population,
no CQL and no signature. It decides nothing; a response becomes a request again, which the validator answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, assert_never

from wiser_compiler.core.kinds import json_number
from wiser_compiler.core.model import (
    MOST_NOTE,
    Choice,
    Clock,
    Codes,
    Criterion,
    Date,
    Fact,
    Findings,
    Includes,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    Source,
    YesNo,
)
from wiser_compiler.core.walk import criterion_parts, facts_read, subexpressions
from wiser_compiler.fhir_names import (
    ANSWERS,
    FOUND,
    LISTED,
    NO,
    NONE,
    NOT_FOUND,
    PROCEDURES,
    YES,
    address,
    code_system,
    headings,
    link_of,
    listed_link,
    options_system,
    record_link,
    section_link,
)
from wiser_compiler.json_text import printed
from wiser_compiler.targets.checklist.lines import place_words
from wiser_compiler.targets.checklist.sheet import CPT_NOTICE
from wiser_compiler.targets.checklist.words import capital
from wiser_compiler.targets.fhir.extensions import (
    UNITS,
    Element,
    coding,
    control,
    exclusive,
    highest,
    in_a_row,
    lowest,
    most_places,
    most_records,
    unit_of,
)
from wiser_compiler.targets.fhir.relevance import Answer, Shown, shown_when
from wiser_compiler.targets.output import Gap, Output

MOST_RADIOS = 10  # more answers stand in a list that opens
MOST_REASONS = 3  # titles of criteria in a help text

NOTICE = "This form is about documentation. It is not a coverage decision, and not medical or legal advice."
UNANSWERED = "Leave a question without an answer where the chart does not say. That never counts as no."
OF_REQUEST = "About the request: from the office."
OF_CHART = "About the patient and the plan: from the chart."


def fhir(policy: Policy) -> Output:
    """One file with the questionnaire, and what it cannot say."""
    path = f"fhir/{policy.id}/{policy.version}.questionnaire.json"
    return Output({path: printed(_questionnaire(policy))}, tuple(_gaps(policy)))


def _gaps(policy: Policy) -> Iterator[Gap]:
    yield Gap("", "fhir has no criterion: a response is checked once it is a request again")
    for fact in (each for of in policy.facts for each in (of, *_fields(of))):
        match fact.type:
            case Codes():
                yield Gap("", f"fhir does not check how a code of {fact.name} that it does not offer is written")
            case Records(unique=unique) if unique:
                same = " and ".join(unique)
                yield Gap("", f"fhir does not check that no two records of {fact.name} have the same {same}")
            case Number(unit=unit) if unit and unit not in UNITS:
                yield Gap("", f"fhir has no code for {unit}, the unit of {fact.name}")
            case _:  # other kinds: are said whole
                pass


def _fields(fact: Fact) -> Sequence[Fact]:
    return fact.type.fields if isinstance(fact.type, Records) else ()


# ---------------------------------------------------------------- the resource


def _questionnaire(policy: Policy) -> Element:
    until = {} if policy.until is None else {"end": (policy.until - timedelta(1)).isoformat()}
    return {
        "resourceType": "Questionnaire",
        "id": f"{policy.id.replace('_', '-')}-{policy.version}",
        "url": address(policy.id),
        "version": policy.version,
        "name": _name(policy),
        "title": f"{policy.title}, version {policy.version}",
        "status": "draft",
        "experimental": True,  # until clinicians have signed off the readings
        "subjectType": ["Patient"],
        "date": policy.effective.isoformat(),  # a build reads no clock
        "publisher": "WISeR Policies",
        "description": _description(policy),
        **({"copyright": CPT_NOTICE} if policy.codes else {}),
        "effectivePeriod": {"start": policy.effective.isoformat(), **until},
        "item": _Form(policy).items(),
    }


def _name(policy: Policy) -> str:
    """A name for programs, such as WiserEsi6_0_0."""
    words = (word[:1].upper() + word[1:] for word in policy.id.split("_"))
    return "Wiser" + re.sub("[^A-Za-z0-9_]", "_", f"{''.join(words)}{policy.version}")


def _description(policy: Policy) -> str:
    sources = "; ".join(_source_words(source) for source in policy.sources if not source.secondary)
    return f"What the chart must show for {policy.title}. {NOTICE}" + (f" Source: {sources}." if sources else "")


def _source_words(source: Source) -> str:
    version = f" {source.version}" if source.version else ""
    return f"{source.title}{version}" + (f", section {source.section}" if source.section else "")


class _Form:
    """The items of a policy: its facts by heading of the chart, those about the request itself first."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.asked_for = _asked_for(policy)
        self.named = _codes_named(policy)
        # Every clock counts from a date of the request: what stands under its heading is no finding of a clinician.
        of_request = {fact.chart for clock in policy.clocks for fact in facts_read(clock)}
        ordered = headings((fact.chart for fact in policy.facts), of_request)
        self.sections = {heading: [fact for fact in policy.facts if fact.chart == heading] for heading in ordered}
        self.first_of_chart = next((heading for heading in ordered if heading not in of_request), None)
        self.shown = shown_when(policy, [fact for facts in self.sections.values() for fact in facts])

    def items(self) -> list[Element]:
        """All of them, with a line of text between the two parts."""
        found = [_display("about", f"{NOTICE} {UNANSWERED}")]
        for number, (heading, facts) in enumerate(self.sections.items()):
            if heading == self.first_of_chart:
                found.append(_display("about-chart", OF_CHART))
            elif number == 0:
                found.append(_display("about-request", OF_REQUEST))
            items = [self.item(fact) for fact in facts]
            found += [_group(section_link(heading), heading, items)] if heading else items
        return found

    def item(self, fact: Fact) -> Element:
        """The question for a fact, or the group of its questions, shown while it has a purpose."""
        asked = self.question(fact, fact.name, (fact.name,))
        if fact.name in self.shown:
            asked |= _enabled(self.policy, self.shown[fact.name])
        if self.asked_for.get(fact.name):
            words = "Asked for: " + "; ".join(self.asked_for[fact.name])
            helping = _display(f"{fact.name}-help", words) | {"extension": [control("help")]}
            asked["item"] = [*asked.get("item", ()), helping]
        return asked

    def question(self, fact: Fact, link: str, names: tuple[str, ...]) -> Element:
        """The question for a fact of the request, or for a field of a record."""
        text = fact.ask or capital(fact.words)
        system = options_system(self.policy.id, *names)
        match fact.type:
            case YesNo():
                return _choice(link, text, _yes_or_no()) | {"extension": [control("radio-button"), in_a_row()]}
            case Note():
                return _item("string", link, text, maxLength=MOST_NOTE)
            case Number():
                return _number(fact.type, link, text)
            case Date(first=first, last=last):
                limits = [lowest(valueDate=first.isoformat()), highest(valueDate=last.isoformat())]
                return _item("date", link, text, extension=limits)
            case Choice(options=options):
                how = "radio-button" if len(options) <= MOST_RADIOS else "drop-down"
                return _choice(link, text, _options(system, options)) | {"extension": [control(how)]}
            case OptionSet(options=options):
                return _several("choice", link, text, _options(system, options)) | {"extension": [control("check-box")]}
            case Codes(system=of):
                return _several("open-choice", link, text, self.offered(fact, of))
            case Findings(options=options):
                return _group(link, text, [_finding(link_of(link, option.id), option.label) for option in options])
            case Records():
                return self.records(fact, fact.type, link, text)
            case _:
                assert_never(fact.type)

    def offered(self, fact: Fact, system: str) -> list[Element]:
        """The codes to choose from: of procedures those of the policy, of others those that a criterion names."""
        labels = {code.code: code.label for code in self.policy.codes}
        codes = labels if fact.name == PROCEDURES else sorted(self.named.get(fact.name, ()))
        return [_option(code_system(system, code), code, f"{code} {labels.get(code, '')}".strip()) for code in codes]

    def records(self, fact: Fact, kind: Records, link: str, text: str) -> Element:
        """Whether there is any record, and then a group that repeats."""
        answers = [_option(ANSWERS, NONE, "None"), _option(ANSWERS, LISTED, "All are listed here")]
        any_ = _choice(listed_link(link), "Is there any?", answers) | {"extension": [control("radio-button")]}
        fields = [self.question(field, link_of(link, field.name), (fact.name, field.name)) for field in kind.fields]
        record = _group(record_link(link), capital(f"{fact.words}: one record"), fields)
        record |= {"repeats": True, "extension": [most_records(kind.most)]}
        record |= _when([(listed_link(link), {"answerCoding": coding(ANSWERS, LISTED)})])
        return _group(link, text, [any_, record])


def _codes_named(policy: Policy) -> Mapping[str, set[str]]:
    """The codes that criteria name one by one, by their fact."""
    found: dict[str, set[str]] = {}
    for part in (part for criterion in policy.criteria for part in criterion_parts(criterion)):
        for one in subexpressions(part):
            if isinstance(one, Includes) and isinstance(one.fact.type, Codes) and one.beginning is None:
                found.setdefault(one.fact.name, set()).add(one.item)
    return found


def _asked_for(policy: Policy) -> Mapping[str, Sequence[str]]:
    """The criteria and clocks that a fact is asked for, those of its own document if there are any."""
    found: dict[str, list[str]] = {}
    things: list[Criterion | Clock] = [*policy.criteria, *policy.clocks]
    things.sort(key=lambda thing: thing.origin == "program")
    for thing in things:
        places = "; ".join(map(place_words, thing.cite))
        for fact in facts_read(thing):
            found.setdefault(fact.name, []).append(f"{thing.title} ({places})" if places else thing.title)
    return {
        name: said if len(said) <= MOST_REASONS else [*said[:MOST_REASONS], f"and {len(said) - MOST_REASONS} more"]
        for name, said in found.items()
    }


# ---------------------------------------------------------------- items


def _item(kind: str, link: str, text: str, **more: Any) -> Element:
    return {"linkId": link, "text": text, "type": kind, **more}


def _display(link: str, text: str) -> Element:
    return _item("display", link, text)


def _group(link: str, text: str, items: Sequence[Element]) -> Element:
    return _item("group", link, text, item=[*items])


def _choice(link: str, text: str, options: Sequence[Element]) -> Element:
    return _item("choice", link, text, answerOption=[*options])


def _several(kind: str, link: str, text: str, options: Sequence[Element]) -> Element:
    """A question with any number of answers; *none of them* is one too."""
    none = _option(ANSWERS, NONE, "None") | {"extension": [exclusive()]}
    return _item(kind, link, text, repeats=True, answerOption=[*options, none])


def _number(kind: Number, link: str, text: str) -> Element:
    unit = [unit_of(kind.unit)] if kind.unit else []
    if kind.places:
        value, places = "Decimal", [most_places(kind.places)]
    else:
        value, places = "Integer", []
    low, high = ({f"value{value}": json_number(end)} for end in (kind.low, kind.high))
    return _item(value.lower(), link, text, extension=[lowest(**low), highest(**high), *places, *unit])


def _finding(link: str, text: str) -> Element:
    found = [_option(ANSWERS, FOUND, "Found"), _option(ANSWERS, NOT_FOUND, "Looked for, not found")]
    return _choice(link, text, found) | {"extension": [control("radio-button"), in_a_row()]}


def _yes_or_no() -> list[Element]:
    return [_option(ANSWERS, YES, "Yes"), _option(ANSWERS, NO, "No")]


def _options(system: str, options: Sequence[Option]) -> list[Element]:
    return [_option(system, option.id, option.label) for option in options]


def _option(system: str, code: str, label: str) -> Element:
    return {"valueCoding": coding(system, code, label)}


# ---------------------------------------------------------------- conditions


def _enabled(policy: Policy, shown: Shown) -> Element:
    """A question is also shown while its source has no answer: then it may still decide something."""
    name = shown.source.name
    link = listed_link(name) if isinstance(shown.source.type, Records) else name
    ways = [(link, {"answerCoding": _coding_of(policy, shown.source, answer)}) for answer in shown.answers]
    return _when(ways, or_unanswered=link)


def _coding_of(policy: Policy, source: Fact, answer: Answer) -> Element:
    if isinstance(answer, str):
        return coding(options_system(policy.id, source.name), answer)
    return coding(ANSWERS, {True: YES, False: NO, (): NONE, None: LISTED}[answer])


def _when(answers: Sequence[tuple[str, Element]], or_unanswered: str = "") -> Element:
    conditions: list[Element] = [{"question": link, "operator": "=", **answer} for link, answer in answers]
    if or_unanswered:
        conditions.append({"question": or_unanswered, "operator": "exists", "answerBoolean": False})
    behavior = {"enableBehavior": "any"} if len(conditions) > 1 else {}
    return {"enableWhen": conditions, **behavior}
