"""A result as text for a terminal, without values of the request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from wiser_policies._explanations import Deadline, Explanation
from wiser_policies._policy import Citation, Fact, State
from wiser_policies._reasons import Reason
from wiser_policies._result import NOTICE, Result
from wiser_policies._verdicts import (
    CANNOT_TELL,
    IN_SCOPE,
    INCOMPLETE,
    INVALID,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    OUT_OF_SCOPE,
    READY,
    Outcome,
)

WIDTH = 100
MARKS = {MET: "[x]", NOT_MET: "[!]", MISSING: "[ ]", NOT_APPLICABLE: "[-]"}
SAID = {
    READY: "READY: the chart shows everything that is asked for",
    INCOMPLETE: "INCOMPLETE: something is still missing from the chart",
    NOT_MET: "NOT MET: the chart says otherwise than what is asked for",
    OUT_OF_SCOPE: "OUT OF SCOPE: this policy does not answer for the request",
    INVALID: "INVALID: the request cannot be checked as it is",
}
OF_A_PROGRAM = {
    IN_SCOPE: "IN SCOPE: the program concerns this request",
    CANNOT_TELL: "CANNOT TELL YET: something is still missing",
    OUT_OF_SCOPE: "OUT OF SCOPE: the program does not concern this request",
    INVALID: SAID[INVALID],
}


def render(result: Result, name: str) -> str:
    """The outcome, then every criterion with the reason for its verdict."""
    policy = result.policy
    lines = [f"{name}: {(OF_A_PROGRAM if policy.program else SAID)[result.outcome]}"]
    if policy.id:
        until = f", before {policy.until}" if policy.until else ""
        kind = "program" if policy.program else "policy"
        lines.append(f"  {policy.title}, {kind} {policy.id} {policy.version}")
        lines.append(f"  for requests received on or after {policy.effective}{until}")
        lines += _later_editions(result)
        lines += _services(result)
        lines += () if result.outcome == OUT_OF_SCOPE else _left_off(result)
    for problem in result.problems:
        lines += _wrapped(f"{problem.path or '/'}: {problem.rule}", "  ! ", "    ")
    explanations = result.explain()
    facts = {fact.name: fact for fact in result.policy.facts}
    for effect, heading in (("scope", "Does it apply?"), ("required", "What the chart must show"),
                            ("advisory", "Also worth a look (never changes the outcome)")):  # fmt: skip
        chosen = [found for found in explanations if found.criterion.effect == effect]
        if result.outcome == OUT_OF_SCOPE:  # only the reasons: nothing else matters now
            chosen = [found for found in chosen if found.verdict == NOT_MET and effect != "required"]
        quiet = [found for found in chosen if effect == "advisory" and found.verdict in (MET, NOT_APPLICABLE)]
        if chosen:
            lines += ["", f"  {heading}"]
        for found in chosen:
            lines += [] if found in quiet else _criterion(found, facts)
        if quiet:
            lines.append(f"    {len(quiet)} such points are met or do not apply")
    deadlines = [deadline for deadline in result.deadlines() if deadline.verdict != NOT_APPLICABLE]
    if deadlines and result.outcome != OUT_OF_SCOPE:
        lines += ["", "  Dates", *(line for deadline in deadlines for line in _deadline(deadline))]
    if explanations:
        open_ones = () if result.outcome == OUT_OF_SCOPE else explanations  # nothing more need be looked for
        lines += ["", *_still_missing(open_ones, dict(policy.supplied_by)), f"  {_legend()}"]
    return "\n".join([*lines, *_wrapped(NOTICE, "  ", "  ")])


def line(result: Result, name: str) -> str:
    """The outcome and what keeps the request from a better one, by the ids of the criteria, on one line."""
    applied = f" ({result.policy.id} {result.policy.version})" if result.policy.id else ""
    beyond = result.outcome == OUT_OF_SCOPE  # then only the reasons: nothing else matters now
    verdicts = result.verdicts
    asked = [c.id for c in result.policy.criteria if c.effect == "scope" or (c.effect == "required" and not beyond)]
    found = {
        verdict: [id for id in asked if verdicts.get(id) == verdict]
        for verdict in ((NOT_MET,) if beyond else (NOT_MET, MISSING))
    }
    open_ones = [f"{verdict}: {', '.join(ids)}" for verdict, ids in found.items() if ids]
    why = [f"{problem.path or '/'}: {problem.code}" for problem in result.problems] or open_ones
    return f"{name}: {result.outcome.upper()}{applied}{' ' if why else ''}{'; '.join(why)}"


def tally(outcomes: Mapping[Outcome, int]) -> str:
    """How many requests have each outcome."""
    number = sum(outcomes.values())
    order: tuple[Outcome, ...] = (READY, IN_SCOPE, INCOMPLETE, CANNOT_TELL, NOT_MET, OUT_OF_SCOPE, INVALID)
    found = [f"{outcomes[outcome]:,} {outcome}" for outcome in order if outcomes.get(outcome)]
    return f"{number:,} request{'s' * (number != 1)}: {', '.join(found)}"


def _services(result: Result) -> Iterator[str]:
    """The service that the codes name, and who answers the request in the state where it is given."""
    state = result.state
    for service in result.services:
        document = dict(service.coverage).get(state.mac if state else "", dict(service.coverage).get("", ""))
        governed = f", {document}" if document else ""
        yield from _wrapped(f"service: {service.title} (section {service.section}{governed})", "  ", "    ")
    if state:
        yield from _wrapped(_sent_to(state), "  ", "    ")


def _later_editions(result: Result) -> Iterator[str]:
    """What is known of editions that came before the request, and that this version does not encode."""
    for edition in result.later_editions:
        said = f"a later edition is known and not encoded here: {edition.name}, since {edition.since}."
        yield from _wrapped(f"{said} {edition.known}  ({places_of(edition.cite)})", "  note: ", "    ")


def _left_off(result: Result) -> Iterator[str]:
    """The add-on codes that the request leaves off, and what becomes of their claim lines."""
    add_ons = result.policy.add_ons
    for found in result.left_off:
        label = f" ({found.label})" if found.label else ""
        said = f"add-on code {found.code}{label}, beside {' or '.join(found.primaries)}, is not on the request"
        yield from _wrapped(f"{said}. If it will be billed, put it on this request.", "  note: ", "    ")
    if result.left_off:
        yield from _wrapped(f"{add_ons.if_left_off}  ({places_of(add_ons.cite)})", "    ", "    ")


def _sent_to(state: State) -> str:
    document = f"; {state.coverage} governs" if state.coverage else ""
    ways = (state.portal, state.telephone and f"telephone {state.telephone}", state.fax and f"fax {state.fax}")
    named = "; ".join(way for way in ways if way)
    return (
        f"{state.label}: {state.participant}{f' ({named})' if named else ''} answers requests; "
        f"the MAC is {state.mac}, jurisdiction {state.jurisdiction}{document}"
    )


def _deadline(found: Deadline) -> Iterator[str]:
    waits = ", ".join(_words(fact.name) for fact in found.missing)
    day = found.day or (f"not known yet without {waits}" if waits else "not known yet")
    counted = f"{found.clock.words}; {places_of(found.clock.cite)}"
    yield from _wrapped(f"{found.clock.title}: {day}  ({counted})", "    ", "      ")


def _criterion(found: Explanation, facts: dict[str, Fact]) -> Iterator[str]:
    places = places_of(found.criterion.cite)
    yield from _wrapped(f"{found.criterion.title}  ({places})", f"    {MARKS[found.verdict]} ", "        ")
    if found.verdict in (MISSING, NOT_MET):
        yield from _reason(found.reason, "        ", facts)
    elif found.verdict == MET:
        decided = ", ".join(_words(name) for name in found.decided_by)
        yield from _wrapped(f"decided by: {decided}", "        ", "          ")


def places_of(cites: tuple[Citation, ...]) -> str:
    """The citations of a criterion, each with the name of its source."""
    named = ((cite.source.replace("_", " "), cite.section, cite.place) for cite in cites)
    return "; ".join(" ".join(word for word in words if word) for words in named)


def _reason(
    reason: Reason, indent: str, facts: dict[str, Fact], choice: bool = False, wanted: bool = True
) -> Iterator[str]:
    """The parts that keep a criterion from being met, joined as in the policy.

    `choice` says that this is one of several alternatives, so that its parts must stay together. `wanted` is the truth
    that would be no bar: false for what stands under “none of”.
    """
    if not reason.parts:
        charts = {facts[name].chart for name in reason.facts if name in facts and facts[name].chart}
        where = f" (chart: {', '.join(sorted(charts))})" if charts and reason.truth is None else ""
        listed = any(facts[name].kind == "list" for name in reason.facts if name in facts)
        says = f"the {'list' if listed else 'chart'} says"
        state = {None: "not stated", False: f"{says} otherwise", True: f"{says} so"}[reason.truth]
        yield from _wrapped(f"{reason.words or 'this'} -- {state}{where}", f"{indent}- ", f"{indent}  ")
        return
    wanted = wanted is not (reason.joint == "none of")
    open_parts = [part for part in reason.parts if part.truth is not wanted]
    if reason.joint == "any of" and any(_of_another_code(part) for part in open_parts):
        # The condition of another code says nothing about this request.
        open_parts = [part for part in open_parts if not _of_another_code(part)]
        if not open_parts:
            none = "none of the listed codes is on the request"
            unfit = "the codes on the request leave no way to meet this"
            only_absent = not any(map(_forbids_a_code, reason.leaves()))
            yield from _wrapped(none if only_absent else unfit, f"{indent}- ", f"{indent}  ")
            return
        if len(open_parts) == 1:
            yield from _reason(open_parts[0], indent, facts, choice, wanted)
            return
    together = reason.joint in ("all of", "only if")
    if together and not reason.words and (not choice or len(open_parts) == 1):
        for part in open_parts:
            yield from _reason(part, indent, facts, choice, wanted)
        return
    words = f"{reason.words}{' ' if reason.words.endswith(('?', '.', ':')) else ': '}" if reason.words else ""
    yield from _wrapped(f"{words}{reason.joint}", f"{indent}- ", f"{indent}  ")
    for part in open_parts:
        yield from _reason(part, indent + "    ", facts, not together, wanted)


def _of_another_code(reason: Reason) -> bool:
    """Whether an alternative concerns codes that are not on the request, and none that is."""
    if not reason.parts:
        return reason.truth is False and reason.facts == ("codes",)
    closed = [_of_another_code(part) for part in reason.parts]
    if reason.joint == "all of":
        return any(closed) and not any(map(_finds_a_code, reason.parts))
    return reason.joint == "any of" and all(closed)


def _finds_a_code(part: Reason) -> bool:
    """Whether a test is met because a code is on the request."""
    return part.truth is True and part.facts == ("codes",) and "none of: " not in part.words


def _forbids_a_code(leaf: Reason) -> bool:
    """Whether a test fails because a code is on the request, and not because one is missing."""
    return leaf.facts == ("codes",) and "none of: " in leaf.words


def _still_missing(explanations: tuple[Explanation, ...], supplied_by: dict[str, str]) -> Iterator[str]:
    """Each missing fact once, under its place in the chart and who has it, with how a request states it."""
    by_chart: dict[str, dict[str, Fact]] = {}
    for found in explanations:
        if found.criterion.effect != "advisory":
            for fact in found.missing:
                asks = by_chart.setdefault(fact.chart, {})
                leaves = (leaf.words for leaf in found.reason.leaves() if leaf.facts == (fact.name,))
                items = [words for leaf in leaves if (words := leaf.removeprefix(fact.ask).strip())]
                named = f" ({'; '.join(dict.fromkeys(items))})" if fact.kind == "findings" and items else ""
                asks[fact.ask + named] = fact
    if by_chart:
        yield "  Not stated so far, by place in the chart (not every line may be needed)"
        for chart, asks in by_chart.items():
            who = f"  (from {supplied_by[chart]})" if chart in supplied_by else ""
            yield from _wrapped(f"{chart}{who}", "    ", "      ")
            for ask, fact in asks.items():
                yield from _wrapped(ask, "      - ", "        ")
                yield from _wrapped(f"{fact.name}: {fact.rule}", "        ", "          ")
        yield ""


def _legend() -> str:
    return "[x] met   [ ] missing   [!] not met   [-] does not apply"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [first]
