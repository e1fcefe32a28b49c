"""The shapes of answers as JSON values, for type checkers: what `as_dict()` and `as_summary()` of a result return.

    from wiser_policies.shapes import ResultDict, SummaryDict

`generated/json_schema` has the same as JSON Schema.
"""

# Annotations are evaluated here: as text, `NotRequired` would not be seen at run time.
from typing import Literal, NotRequired, TypedDict

from wiser_policies._verdicts import Effect, Outcome, ProblemCode, Verdict


class CitationDict(TypedDict):
    """A place in a source."""

    source: str
    title: str
    version: str
    section: str
    place: str


class ReadingDict(TypedDict):
    """How an ambiguous place of a source is read."""

    id: str
    text: str


class MissingDict(TypedDict):
    """A fact that would have to be stated, its question, and the heading of the chart to look under."""

    fact: str
    ask: str
    chart: str


class ReasonDict(TypedDict):
    """What was tested and found, with the parts it is made of. `joint` is empty for a single test."""

    words: str
    truth: Literal["met", "not met", "missing"]
    joint: str
    quote: str
    facts: list[str]
    parts: list["ReasonDict"]


class CriterionDict(TypedDict):
    """A criterion with its verdict, and why."""

    id: str
    title: str
    effect: Effect
    verdict: Verdict
    cite: list[CitationDict]
    readings: list[ReadingDict]
    missing: list[MissingDict]
    decided_by: list[str]
    reason: ReasonDict


class ProblemDict(TypedDict):
    """Why a request is invalid: a JSON pointer, the rule that is broken there, and its kind."""

    path: str
    rule: str
    code: ProblemCode


class DeadlineDict(TypedDict):
    """A clock, and the day it ends as YYYY-MM-DD."""

    id: str
    title: str
    words: str
    day: str | None
    verdict: Literal["known", "missing", "not applicable"]
    cite: list[CitationDict]
    readings: list[ReadingDict]
    missing: list[MissingDict]


class StateDict(TypedDict):
    """Who answers the request in the state where the service is given."""

    id: str
    label: str
    mac: str
    jurisdiction: str
    participant: str
    portal: str
    telephone: str
    fax: str
    coverage: str
    cite: list[CitationDict]


# `from` is a word of Python, so it cannot stand in the body of a class.
_EditionDay = TypedDict("_EditionDay", {"from": str})


class EditionDict(_EditionDay):
    """A later edition that is known and not encoded. `from` is the first day of receipt that it concerns."""

    name: str
    known: str
    cite: list[CitationDict]


class AddOnDict(TypedDict):
    """An add-on code that is not on the request, and what becomes of its claim line."""

    code: str
    label: str
    primaries: list[str]
    if_left_off: str
    cite: list[CitationDict]


# Likewise.
_Supplier = TypedDict("_Supplier", {"from": str})


class ThingDict(_Supplier):
    """A thing to get, to say or to plan otherwise, and who has it."""

    place: str
    asks: str
    chart: str


class WayDict(TypedDict):
    """Things that close a gap together."""

    things: list[ThingDict]
    unlikely: bool
    opens_more: bool


class OpenGapDict(TypedDict):
    """Criteria that are closed together, and the ways to do it."""

    criteria: list[str]
    if_settled: bool
    stands: list[str]
    ways: list[WayDict]


class ContradictionDict(TypedDict):
    """Criteria that nothing closes, since the chart stands against them."""

    criteria: list[str]
    says: str


class OfficeDict(_Supplier):
    """What a supplier is asked for."""

    text: str


class AskListDict(TypedDict):
    """What would make a request ready."""

    contradicted: list[ContradictionDict]
    gaps: list[OpenGapDict]
    offices: list[OfficeDict]


class ResultDict(TypedDict):
    """A whole result. A command says under `file` where the request stands, under `ask` what would make it ready."""

    file: NotRequired[str]
    ask: NotRequired[AskListDict]
    policy: str
    version: str
    meaning: str
    outcome: Outcome
    notice: str
    criteria: list[CriterionDict]
    problems: list[ProblemDict]
    deadlines: list[DeadlineDict]
    state: StateDict | None
    services: list[str]
    later_editions: list[EditionDict]
    left_off: list[AddOnDict]


class OpenDict(TypedDict):
    """A criterion of scope or requirement that is missing or not met, and the facts that would have to be stated."""

    id: str
    verdict: Literal["missing", "not met"]
    missing: list[str]


class SummaryDict(TypedDict):
    """A result by its ids alone; the policy has their words. A command says under `file` where the request stands.

    `deadlines` has the day of each clock that applies, None where it is not known yet.
    """

    file: NotRequired[str]
    policy: str
    version: str
    meaning: str
    outcome: Outcome
    open: list[OpenDict]
    problems: list[ProblemDict]
    deadlines: dict[str, str | None]
    services: list[str]
    later_editions: list[str]
    left_off: list[str]
