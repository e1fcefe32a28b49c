"""Every criterion of a result with its verdict and reason, and all that is known beside it: what `--all` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wiser_policies._dates import in_words
from wiser_policies._explanations import Deadline, Explanation
from wiser_policies._lines import dated, words, wrapped
from wiser_policies._policy import Citation, Fact, Instruction
from wiser_policies._reason_text import NOTHING, reason_lines, test_words
from wiser_policies._result import Result
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET, OUT_OF_SCOPE

MARKS = {MET: "[x]", NOT_MET: "[!]", MISSING: "[ ]", NOT_APPLICABLE: "[-]"}
LEGEND = "[x] met   [ ] missing   [!] not met   [-] does not apply"
SECTIONS = (
    ("scope", "Does it apply?"),
    ("required", "What the chart must show"),
    ("advisory", "Also worth a look (never changes the answer)"),
)
DIGITS = 12  # of the hash of the rules


def whole(result: Result) -> list[list[str]]:
    """The parts of the text, one below the other. Out of scope only the reasons count; an invalid request has none."""
    policy, explanations = result.policy, result.explain()
    beyond = result.outcome == OUT_OF_SCOPE
    facts, request = {fact.name: fact for fact in policy.facts}, result._asked() if explanations else NOTHING
    parts = [list(_section(heading, effect, explanations, beyond, facts, request)) for effect, heading in SECTIONS]
    if explanations:
        parts.append([LEGEND])
    if explanations and not beyond:
        parts += [
            list(_not_stated(explanations, dict(policy.supplied_by))),
            list(_dates(result)),
            list(_of_the_state(result)),
            list(_told("To send it", policy.sending)),
            list(_told("What the decision means", policy.decisions)),
            list(_told_of_editions(result)),
        ]
    if policy.meaning:
        mark = f"These rules have the mark {policy.meaning[:DIGITS]}. Answers with the same mark follow the same rules."
        parts.append([mark])
    return [part for part in parts if part]


# ---------------------------------------------------------------- criteria


def _section(
    heading: str,
    effect: str,
    explanations: Sequence[Explanation],
    beyond: bool,
    facts: Mapping[str, Fact],
    request: Mapping[str, Any],
) -> Iterator[str]:
    chosen = [found for found in explanations if found.criterion.effect == effect]
    if beyond:  # only the reasons: nothing else matters now
        chosen = [found for found in chosen if found.verdict == NOT_MET and effect != "required"]
    if chosen:
        yield heading
    for found in chosen:
        yield from criterion_lines(found, facts, request)


def criterion_lines(
    found: Explanation, facts: Mapping[str, Fact], request: Mapping[str, Any] = NOTHING
) -> Iterator[str]:
    """A criterion with its verdict, its places in the sources, and the reason or the facts that decided it."""
    heading = f"{found.criterion.title}  ({places(found.criterion.cite)})"
    yield from wrapped(heading, f"  {MARKS[found.verdict]} ", "      ")
    if found.verdict in (MISSING, NOT_MET):
        yield from reason_lines(found.reason, "      ", facts, request)
    elif found.verdict == MET:
        yield from wrapped(f"decided by: {', '.join(map(words, found.decided_by))}", "      ", "        ")


def places(cites: Sequence[Citation]) -> str:
    """The citations of a criterion, each with the name of its source."""
    named = ((words(cite.source), cite.section, cite.place) for cite in cites)
    return "; ".join(" ".join(word for word in said if word) for said in named)


# ---------------------------------------------------------------- facts, for whoever enters the request


def _not_stated(explanations: Sequence[Explanation], supplied_by: Mapping[str, str]) -> Iterator[str]:
    """Each fact that is not stated once, under its place in the chart, with how a request states it."""
    by_chart: dict[str, dict[str, Fact]] = {}
    for found in explanations:
        if found.criterion.effect != "advisory":
            for fact in found.missing:
                asks = by_chart.setdefault(fact.chart, {})
                leaves = (test_words(leaf) for leaf in found.reason.leaves() if leaf.facts == (fact.name,))
                items = [item for leaf in leaves if (item := leaf.removeprefix(fact.ask).strip())]
                named = f" ({'; '.join(dict.fromkeys(items))})" if fact.kind == "findings" and items else ""
                asks[fact.ask + named] = fact
    if by_chart:
        yield "Not stated so far, with how a request states it (not every line may be needed)"
    for chart, asks in by_chart.items():
        who = f"  (from {supplied_by[chart]})" if chart in supplied_by else ""
        yield from wrapped(f"{chart}{who}", "  ", "    ")
        for ask, fact in asks.items():
            yield from wrapped(ask, "    - ", "      ")
            yield from wrapped(f"{fact.name}: {fact.rule}", "      ", "        ")


# ---------------------------------------------------------------- what to know beside the criteria


def _dates(result: Result) -> Iterator[str]:
    deadlines = [deadline for deadline in result.deadlines() if deadline.verdict != NOT_APPLICABLE]
    if deadlines:
        yield "Dates"
    for deadline in deadlines:
        yield from _date(deadline)


def _date(found: Deadline) -> Iterator[str]:
    waits = ", ".join(words(fact.name) for fact in found.missing)
    unknown = f"not known yet without {waits}" if waits else "not known yet"
    day = in_words(found.day) if found.day else unknown
    counted = f"{found.clock.words}; {places(found.clock.cite)}"
    yield from wrapped(f"{found.clock.title}: {day}  ({counted})", "  ", "    ")


def _of_the_state(result: Result) -> Iterator[str]:
    """Which document governs the service where it is given."""
    state = result.state
    for service in result.services:
        document = dict(service.coverage).get(state.mac if state else "", dict(service.coverage).get("", ""))
        governed = f", {document}" if document else ""
        yield from wrapped(f"{service.title}: section {service.section} of the guide{governed}", "", "  ")
    if state:
        document = f"; {state.coverage} governs" if state.coverage else ""
        yield from wrapped(
            f"{state.label}: the MAC is {state.mac}, jurisdiction {state.jurisdiction}{document}", "", "  "
        )


def _told(heading: str, told: Sequence[Instruction]) -> Iterator[str]:
    if told:
        yield heading
    for one in told:
        yield from wrapped(f"{one.title}: {one.says}  ({places(one.cite)})", "  - ", "    ")


def _told_of_editions(result: Result) -> Iterator[str]:
    """What is known of later editions, and what becomes of add-on codes that are left off."""
    for edition in result.later_editions:
        yield from wrapped(f"{edition.name}: {dated(edition.known)}  ({places(edition.cite)})", "", "  ")
    if result.left_off:
        add_ons = result.policy.add_ons
        yield from wrapped(f"An add-on code left off: {add_ons.if_left_off}  ({places(add_ons.cite)})", "", "  ")
