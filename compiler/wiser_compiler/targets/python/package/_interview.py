"""An interview about a request: which question comes next, and what an answer makes of the request.

The questions and their order are those of `next_question`, behind the few that choose everything else. A question
that is left open holds up no other question, but questions that depend on its answer are not asked. The records of a
list are stated one by one, and the request states the list when it is complete: a stated list has no further records.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from wiser_policies._check import check, choosing
from wiser_policies._dates import in_words
from wiser_policies._places import Data, Place, marks, put, reads
from wiser_policies._policy import Fact
from wiser_policies._questions import Interview, pointer, triggers, waiting
from wiser_policies._result import Result
from wiser_policies._rules import problems
from wiser_policies._spelled_numbers import one_of
from wiser_policies._verdicts import MISSING, OUT_OF_SCOPE
from wiser_policies._verdicts import NOT_MET as IS_NOT_MET

# What chooses the checklist and whether it applies at all is asked first, and can be told without the chart.
FIRST = ("codes", "state", "payer", "service_date", "received_date")

GO_ON = Fact("", "yes_no", "", "Go on with the other questions?", "")

Step: TypeAlias = Literal["fact", "item", "list", "field", "another", "beyond"]


class Begun(NamedTuple):
    """A list that is being stated, with its records so far."""

    name: str
    records: tuple[Data, ...]


class Progress(NamedTuple):
    """How far an interview is: the request so far, the paths that are left open, and a list that is being stated.

    `beyond` says whether to go on although a criterion is not met; None before that is asked.
    """

    request: Data
    left_open: frozenset[str] = frozenset()
    begun: Begun | None = None
    beyond: bool | None = None


class Asked(NamedTuple):
    """A question. `fact` has the kind and the words of its answer, `about` is the fact of the policy that it is about,
    and `criteria` are the ids of those that wait for it.
    """

    step: Step
    place: Place
    fact: Fact
    about: Fact
    criteria: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The JSON pointer of the answer in the request."""
        return pointer(self.place)


def next_asked(progress: Progress, policy: str = "") -> Asked | None:
    """The next question; None where no answer of today changes the outcome any more."""
    result = check(progress.request, policy)
    facts = {fact.name: fact for fact in result.policy.facts or choosing()}
    if progress.begun:
        return _of_record(progress, facts[progress.begun.name])
    if result.outcome == OUT_OF_SCOPE:
        return None
    for name in FIRST:
        if name in facts and name not in progress.request and f"/{name}" not in progress.left_open:
            criteria = () if result.problems else _readers(result, (name,))
            return Asked("fact", (name,), facts[name], facts[name], criteria)
    if result.problems:
        return None
    found = _mattering(result, progress, facts)
    if found is None and progress.beyond is None and _is_closed(result):
        return Asked("beyond", (), GO_ON, Fact("", "yes_no", "", "", ""))
    return found


def _is_closed(result: Result) -> bool:
    """Whether the chart says otherwise than asked, and more is missing."""
    required = [result.verdicts[one.id] for one in result.policy.criteria if one.effect == "required"]
    return IS_NOT_MET in required and MISSING in required


def _mattering(result: Result, progress: Progress, facts: Mapping[str, Fact]) -> Asked | None:
    """The first place that can still matter and is not left open, in the order of `next_question`."""
    for numbers in waiting(result, bool(progress.beyond)):
        interview = Interview(result.policy, progress.request, ())
        starts = {number: interview.stage(number, progress.request) for number in numbers}
        places = [*interview.open(progress.request)]
        passed = {place for place, _ in places if pointer(place) in progress.left_open}
        # Where it is left open whether a criterion applies, the rest of it is not asked.
        first = {number: triggers(start.expr) for number, start in starts.items()}
        held = {
            number
            for number, start in starts.items()
            if first[number] != marks(start.expr) and any(reads(first[number], place) for place in passed)
        }
        then = {number: marks(start.expr) for number, start in starts.items() if number not in held}
        for read in (first, then):
            for place, fact in places:
                waits = () if place in passed else [number for number, marked in read.items() if reads(marked, place)]
                if any(interview.witness(starts[number], place, fact) for number in waits):
                    items = [at for at in _items(place, fact) if at not in passed and at in dict(places)]
                    matter = (at for at in items if any(interview.witness(starts[one], at, fact) for one in waits))
                    place = next(matter, place)  # noqa: PLW2901 - of findings, the first in the order of the policy
                    return _asked(place, fact, facts, _readers(result, place))
        for number in then:
            turning = interview.turning(starts[number])
            if turning and turning[0] not in passed:
                return _asked(turning[0], turning[1], facts, _readers(result, turning[0]))
    return None


def _items(place: Place, fact: Fact) -> list[Place]:
    """The places of the same findings, in the order of the policy."""
    return [(*place[:-1], item) for item in fact.options] if fact.kind == "findings" else []


def _readers(result: Result, place: Place) -> tuple[str, ...]:
    """The ids of the open criteria that read a place."""
    return tuple(
        criterion.id
        for criterion in result.policy.criteria
        if criterion.effect != "advisory"
        and result.verdicts[criterion.id] == MISSING
        and reads(marks(result.still_open(criterion.id)), place)
    )


def _asked(place: Place, fact: Fact, facts: Mapping[str, Fact], criteria: tuple[str, ...]) -> Asked:
    about = facts[str(place[0])]
    # other kinds: are asked for as a whole
    if fact.kind == "findings":
        label = dict(zip(fact.options, fact.labels, strict=True))[str(place[-1])]
        return Asked("item", place, Fact(str(place[-1]), "yes_no", "", label, about.chart), about, criteria)
    if fact.kind == "list":
        words = f"{fact.ask} Is there one?"
        return Asked("list", place, Fact(fact.name, "yes_no", "", words, about.chart), about, criteria)
    return Asked("fact" if fact is about else "field", place, fact, about, criteria)


def record_name(about: Fact, number: int, record: Data) -> str:
    """A record of a list, by its number, and by its day where that is stated."""
    name = f"{one_of(about.unit)} {number + 1}"
    days = [record[field.name] for field in about.fields if field.kind == "date" and field.name in record]
    return f"{name[0].upper()}{name[1:]}{f', {in_words(days[0])}' if days else ''}"


def _of_record(progress: Progress, about: Fact) -> Asked:
    """The next question about the list that is being stated."""
    assert progress.begun is not None
    number = len(progress.begun.records) - 1
    for field in _fields(about):
        place = (about.name, number, field.name)
        if field.name not in progress.begun.records[-1] and pointer(place) not in progress.left_open:
            return Asked("field", place, field, about)
    words = f"Is there another {one_of(about.unit)}?"
    return Asked("another", (about.name,), Fact(about.name, "yes_no", "", words, about.chart), about)


def _fields(about: Fact) -> list[Fact]:
    """The fields that tell records apart; the others are asked where they matter. Without such fields, all of them."""
    return [field for field in about.fields if not about.unique or field.name in about.unique]


def answered(progress: Progress, asked: Asked, value: Any, policy: str = "") -> Progress | str:
    """The interview with this answer; or, where the request cannot hold it, the rule that it breaks."""
    match asked.step:
        case "beyond":
            return progress._replace(beyond=bool(value))
        case "list" if value:
            return progress._replace(begun=Begun(asked.about.name, ({},)))
        case "list":
            return _stated(progress, put(progress.request, asked.place, []), policy)
        case "another":
            return _with_record(progress, asked.about, bool(value), policy)
        case "field" if _in_hand(progress, asked):
            records = [*records_of(progress, asked.about)]
            number = int(asked.place[1])
            records[number] = {**records[number], asked.fact.name: value}
            broken = problems((asked.about,), {asked.about.name: records})
            return broken[0].rule if broken else progress._replace(begun=Begun(asked.about.name, tuple(records)))
        case "fact" | "item" | "field":
            return _stated(progress, put(progress.request, asked.place, value), policy)


def _with_record(progress: Progress, about: Fact, another: bool, policy: str) -> Progress | str:
    """A further record, or the complete list."""
    assert progress.begun is not None
    records = progress.begun.records
    if another and len(records) < about.high:
        return progress._replace(begun=Begun(about.name, (*records, {})))
    return _stated(progress._replace(begun=None), put(progress.request, (about.name,), [*records]), policy)


def _stated(progress: Progress, request: Data, policy: str) -> Progress | str:
    broken = check(request, policy).problems
    return broken[0].rule if broken else progress._replace(request=request)


def left_open(progress: Progress, asked: Asked) -> Progress | str:
    """The interview without an answer to this question for now; or why there must be one."""
    match asked.step:
        case "another":
            return "A list ends with a no here, or goes on with a yes: until then it is not complete."
        case "beyond":
            return progress._replace(beyond=False)
        case _ if asked.path == "/codes":
            return "The codes choose the checklist: without them nothing else can be asked. Type q to stop."
        case _:
            request, begun = progress.request, progress.begun
            if begun and asked.step == "field" and _in_hand(progress, asked):
                begun = Begun(begun.name, tuple(_without({"": [*begun.records]}, ("", *asked.place[1:]))[""]))
            else:
                request = _without(request, asked.place)
            return Progress(request, progress.left_open | {asked.path}, begun, progress.beyond)


def _without(stated: Data, place: Place) -> dict[str, Any]:
    """The request that does not state this."""
    name, *rest = place
    if not rest or name not in stated:
        return {key: value for key, value in stated.items() if key != name}
    inner = stated[str(name)]
    if isinstance(rest[0], int):
        rows = [*inner]
        rows[rest[0]] = _without(rows[rest[0]], tuple(rest[1:]))
        return {**stated, str(name): rows}
    return {**stated, str(name): _without(inner, tuple(rest))}


def taken_up(progress: Progress, asked: Asked) -> Progress:
    """The interview in which a question is asked once more. All answers stay, but for a record that was only begun."""
    begun = progress.begun
    match asked.step:
        case "beyond":
            return progress._replace(beyond=None)
        case "list" if begun and begun.records == ({},):
            return progress._replace(begun=None)
        case "another" if begun and len(begun.records) > 1 and not begun.records[-1]:
            return progress._replace(begun=Begun(begun.name, begun.records[:-1]))
        case _:
            return progress


def is_there(progress: Progress, asked: Asked, policy: str = "") -> bool:
    """Whether a question can be asked once more: its record may be gone, or its list be complete."""
    facts = check(progress.request, policy).policy.facts or choosing()
    match asked.step:
        case "beyond":
            return False
        case "another":
            return _in_hand(progress, asked)
        case "field" if int(asked.place[1]) >= len(records_of(progress, asked.about)):
            return False
        case _:
            return asked.about.name in {fact.name for fact in facts}


def records_of(progress: Progress, about: Fact) -> Sequence[Data]:
    """The records of a list, as far as they are stated."""
    begun = progress.begun
    records: Sequence[Data] = progress.request.get(about.name, ())
    return begun.records if begun and begun.name == about.name else records


def _in_hand(progress: Progress, asked: Asked) -> bool:
    return progress.begun is not None and progress.begun.name == asked.about.name


def stated_at(progress: Progress, asked: Asked) -> Any:
    """The answer to a question so far; None where there is none."""
    found: Any = progress.request
    if _in_hand(progress, asked):
        found = {asked.about.name: [*records_of(progress, asked.about)]}
    for part in asked.place:
        try:
            found = found[part]
        except (KeyError, IndexError, TypeError):
            return None
    return found


def earlier(progress: Progress, policy: str = "") -> list[Asked]:
    """The questions that a request answers already, in the order of its answers."""
    facts = {fact.name: fact for fact in check(progress.request, policy).policy.facts}
    places = (
        (name, item)
        for name, value in progress.request.items()
        for item in (value if name in facts and facts[name].kind == "findings" else ("",))
    )
    return [_asked((name, item) if item else (name,), facts[name], facts, ()) for name, item in places if name in facts]
