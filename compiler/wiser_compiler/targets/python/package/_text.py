"""A result as a person reads it in a terminal. Shows no value of the request."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from wiser_policies._runtime import (
    INCOMPLETE,
    INVALID,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    NOTICE,
    OUT_OF_SCOPE,
    READY,
    Explanation,
    Fact,
    Reason,
    Result,
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


def render(result: Result, name: str) -> str:
    """The outcome, then every criterion with the reason for its verdict."""
    lines = [f"{name}: {SAID[result.outcome]}"]
    if result.policy.id:
        policy = result.policy
        until = f", before {policy.until}" if policy.until else ""
        lines.append(f"  {policy.title}, policy {policy.id} {policy.version}")
        lines.append(f"  for requests received on or after {policy.effective}{until}")
    for problem in result.problems:
        lines += _wrapped(f"{problem.path or '/'}: {problem.rule}", "  ! ", "    ")
    explanations = result.explain()
    facts = {fact.name: fact for fact in result.policy.facts}
    for effect, heading in (("scope", "Does this policy apply?"), ("required", "What the chart must show"),
                            ("advisory", "Also worth a look (never changes the outcome)")):  # fmt: skip
        chosen = [found for found in explanations if found.criterion.effect == effect]
        quiet = [found for found in chosen if effect == "advisory" and found.verdict in (MET, NOT_APPLICABLE)]
        if chosen:
            lines += ["", f"  {heading}"]
        for found in chosen:
            lines += [] if found in quiet else _criterion(found, facts)
        if quiet:
            lines.append(f"    {len(quiet)} such points are met or do not apply")
    if explanations:
        lines += ["", *_still_missing(explanations), f"  {_legend()}"]
    return "\n".join([*lines, *_wrapped(NOTICE, "  ", "  ")])


def _criterion(found: Explanation, facts: dict[str, Fact]) -> Iterator[str]:
    places = "; ".join(
        " ".join(word for word in (cite.source.replace("_", " "), cite.section, cite.place) if word)
        for cite in found.criterion.cite
    )
    yield from _wrapped(f"{found.criterion.title}  ({places})", f"    {MARKS[found.verdict]} ", "        ")
    if found.verdict in (MISSING, NOT_MET):
        yield from _reason(found.reason, "        ", facts)
    elif found.verdict == MET:
        decided = ", ".join(_words(name) for name in found.decided_by)
        yield from _wrapped(f"decided by: {decided}", "        ", "          ")


def _reason(reason: Reason, indent: str, facts: dict[str, Fact], choice: bool = False) -> Iterator[str]:
    """The parts that keep a criterion from being met, joined as in the policy.

    `choice` says that this is one of several ways, so that what belongs together must stay together.
    """
    if not reason.parts:
        charts = {facts[name].chart for name in reason.facts if name in facts and facts[name].chart}
        where = f" (chart: {', '.join(sorted(charts))})" if charts and reason.truth is None else ""
        listed = any(facts[name].kind == "list" for name in reason.facts if name in facts)
        otherwise = "the list does not show it" if listed else "the chart says otherwise"
        state = {None: "not stated", False: otherwise, True: "stated"}[reason.truth]
        yield from _wrapped(f"{reason.words or 'this'} -- {state}{where}", f"{indent}- ", f"{indent}  ")
        return
    open_parts = [part for part in reason.parts if part.truth is not True or reason.joint == "none of"]
    together = reason.joint in ("all of", "only if")
    if together and not reason.words and (not choice or len(open_parts) == 1):
        for part in open_parts:
            yield from _reason(part, indent, facts, choice)
        return
    words = f"{reason.words}{' ' if reason.words.endswith(('?', '.', ':')) else ': '}" if reason.words else ""
    yield from _wrapped(f"{words}{reason.joint}", f"{indent}- ", f"{indent}  ")
    for part in open_parts:
        yield from _reason(part, indent + "    ", facts, not together)


def _still_missing(explanations: tuple[Explanation, ...]) -> Iterator[str]:
    """Each missing fact once, under its place in the chart: the list to take to the chart."""
    by_chart: dict[str, dict[str, None]] = {}
    for found in explanations:
        if found.criterion.effect != "advisory":
            for fact in found.missing:
                asks = by_chart.setdefault(fact.chart, {})
                items = [leaf.words for leaf in found.reason.leaves() if leaf.facts == (fact.name,)]
                named = f" ({'; '.join(dict.fromkeys(items))})" if fact.kind == "findings" and items else ""
                asks[fact.ask + named] = None
    if by_chart:
        yield "  Not stated so far, by place in the chart (not every line may be needed)"
        for chart, asks in by_chart.items():
            yield f"    {chart}"
            for ask in asks:
                yield from _wrapped(ask, "      - ", "        ")
        yield ""


def _legend() -> str:
    return "[x] met   [ ] missing   [!] not met   [-] does not apply"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False) or [first]
