"""A result as text for a terminal: the answer and what to ask for, on one screen.

Of the values of a request only the state is shown, and days and numbers that were worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, assert_never

from wiser_policies._ask_text import FEW, ask_lines
from wiser_policies._dates import in_words, shift
from wiser_policies._lines import dated, wrapped
from wiser_policies._odd_days import odd_days
from wiser_policies._policy import Criterion, Policy, State
from wiser_policies._result import NOTICE, Result
from wiser_policies._verdicts import (
    CANNOT_TELL,
    IN_SCOPE,
    INCOMPLETE,
    INVALID,
    KNOWN,
    MISSING,
    NOT_MET,
    OUT_OF_SCOPE,
    READY,
    Outcome,
)

Asks: TypeAlias = Mapping[str, Any]

NOTHING: Asks = {"contradicted": [], "gaps": [], "offices": []}
MANY = 8  # things that are still to ask for
MOST_LINES = 8  # of the reason for a contradiction
# Criteria that each checklist has of its own.
LISTED, IN_FORCE, OF_A_CODE = "listed-code", "in-force", "code-"
REST = "--all adds every row with its reason and source, how to send it, and what to do after a no."

# The problems of a whole file, whose rules name none of its values.
OF_A_FILE = ("unreadable", "too-large", "not-json", "duplicate-key", "inexact-number", "not-an-object")
# The problems of answers that may be spelled as people spell them.
SPELLED = ("wrong-type", "not-a-date", "unknown-option", "not-a-code")


def render(result: Result, name: str, asks: Asks = NOTHING, everything: bool = False) -> str:
    """The answer, and what to ask for; with `everything` also every criterion with the reason for its verdict.

    `asks` is the ask list of the result, as JSON values.
    """
    parts = [
        [*wrapped(f"{name}: {_answer(result, asks)}", "", "  "), *_rules(result.policy)],
        list(_odd(result)),
        list(_problems(result, name)),
        list(_days(result)) if result.policy.program else [],
        list(_why_not(result)),
        list(_contradicted(result, asks)),
        list(_standing(asks)),
        list(_gaps(asks, everything)),
        list(_step_by_step(asks, name)),
        list(_advice(result)),
        [*_to_know(result), *(() if result.policy.program else _days(result)), *_sending(result)],
    ]
    if everything:
        from wiser_policies._whole_text import whole  # a short answer needs none of it

        parts += whole(result)
    last = [NOTICE] if everything or result.problems else [REST, NOTICE]
    return "\n\n".join("\n".join(part) for part in [*(part for part in parts if part), last])


def asks_of(result: Result, today: str | None = None) -> Asks:
    """The ask list of a result, for `render`. `today` is a day, as YYYY-MM-DD, if it is known."""
    if result.outcome in (READY, IN_SCOPE, OUT_OF_SCOPE, INVALID):
        return NOTHING
    from wiser_policies._ask import ask_list  # of open requests alone: reading it takes a while

    return ask_list(result, today).as_dict()


# ---------------------------------------------------------------- the answer


def _answer(result: Result, asks: Asks) -> str:
    gaps = len([gap for gap in asks["gaps"] if not gap["if_settled"]])
    match result.outcome:
        case "ready":
            return "READY: every row of this checklist is answered. Medicare decides."
        case "incomplete":
            return f"INCOMPLETE: {_number(gaps, 'thing')} still to ask for"
        case "not met" if asks["gaps"] and not asks["contradicted"]:
            return f"NOT MET as it stands: {_number(gaps, 'thing')} still to ask for"
        case "not met":
            return "NOT MET: the request or the chart says otherwise than this checklist asks"
        case "out of scope":
            return f"OUT OF SCOPE: {'WISeR' if _beyond(result) else 'this checklist'} does not apply to this request"
        case "invalid":
            return f"INVALID: {_number(len(result.problems), 'place')} of the request to mend first"
        case "in scope":
            return "IN SCOPE: WISeR applies to this request"
        case "cannot tell yet":
            return f"CANNOT TELL YET whether WISeR applies: {_number(gaps, 'thing')} still to find out"
        case _:
            assert_never(result.outcome)


def _number(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _beyond(result: Result) -> bool:
    """Whether the program itself does not apply, and not only this checklist or this version of it."""
    otherwise_used = any(criterion.id.startswith(OF_A_CODE) for criterion in _not_met(result, "advisory"))
    of_program = not {criterion.id for criterion in _not_met(result, "scope")} <= {LISTED, IN_FORCE}
    return result.policy.program or of_program or otherwise_used


def _rules(policy: Policy) -> Iterator[str]:
    """The rules that answer, and the requests that they are for."""
    if policy.id:
        kind = "program" if policy.program else "checklist"
        yield from wrapped(f"{policy.title}: {kind} {policy.id} {policy.version}, {received(policy)}", "  ", "  ")


def received(policy: Policy) -> str:
    """The days of receipt for which a version is."""
    if policy.until is None:
        return f"for requests received since {in_words(policy.effective)}"
    last = shift(policy.until, 0, -1)
    return f"for requests received from {in_words(policy.effective)} to {in_words(last)}"


def _problems(result: Result, name: str) -> Iterator[str]:
    if result.problems:
        from wiser_policies._write_instead import problem_lines  # of invalid requests alone

        yield from problem_lines(result)
        if name != "-" and any(problem.code in SPELLED for problem in result.problems):
            said = f"Or let wiser fill {name} do it: it takes 6/10/2026, Texas or 52%, and shows what it understood."
            yield from wrapped(said, "", "  ")


def _odd(result: Result) -> Iterator[str]:
    """Days that are probably slips."""
    if result.problems or result.policy.program:
        return
    said = odd_days(result.policy, result._asked())
    if said:
        yield "Look at these days first"
    for one in said:
        yield from wrapped(one if one.endswith("?") else f"{one}.", "  ! ", "    ")


def _why_not(result: Result) -> Iterator[str]:
    """What puts a request out of scope, with what is known of such requests."""
    if result.outcome == OUT_OF_SCOPE:
        yield "Must be so for it to apply, and this request says otherwise"
        for criterion in (*_not_met(result, "scope"), *_not_met(result, "advisory")):
            yield from wrapped(f"{criterion.title}.", "  - ", "    ")
            # The list of codes has readings of every code.
            yield from () if criterion.id == LISTED else _readings(criterion)


def _readings(criterion: Criterion) -> Iterator[str]:
    for _, text in criterion.readings:
        yield from wrapped(dated(text), "    ", "    ")


def _not_met(result: Result, effect: str) -> list[Criterion]:
    return [c for c in result.policy.criteria if c.effect == effect and result.verdicts[c.id] == NOT_MET]


# ---------------------------------------------------------------- what to ask for


def _contradicted(result: Result, asks: Asks) -> Iterator[str]:
    """The criteria that nothing can close, as long as the chart says what it says."""
    ids = [id for found in asks["contradicted"] for id in found["criteria"]]
    if not ids:
        return
    from wiser_policies._reason_text import first_reason_lines  # of contradictions alone

    yield "Nothing can be asked for here, as long as the request and the chart say so"
    facts = {fact.name: fact for fact in result.policy.facts}
    claims = frozenset(mark.fact for mark in result.policy.asking if mark.claims_failure)
    for found in result.gaps():
        if found.criterion.id in ids:
            yield from wrapped(f"{found.criterion.title}.", "  ! ", "    ")
            yield from first_reason_lines(found.reason, "    ", facts, result._asked(), MOST_LINES, claims)


def _standing(asks: Asks) -> Iterator[str]:
    """The criteria that are not met as the request stands, where something can still be done."""
    if stands := [said for gap in asks["gaps"] for said in gap["stands"]]:
        yield "Asked for, and otherwise as it stands"
    for said in stands:
        yield from wrapped(f"{said}.", "  - ", "    ")


def _gaps(asks: Asks, everything: bool) -> Iterator[str]:
    first = [gap for gap in asks["gaps"] if not gap["if_settled"]]
    later = [gap for gap in asks["gaps"] if gap["if_settled"]]
    most = max([FEW, *(len(gap["ways"]) for gap in asks["gaps"])]) if everything else FEW
    if first:
        yield "Ask for these, the shortest first" if len(first) > 1 else "Ask for this"
        yield from ask_lines(first, most=most)
    if later:
        yield "If that is settled, ask for these too"
        yield from ask_lines(later, len(first) + 1, most)


def _step_by_step(asks: Asks, name: str) -> Iterator[str]:
    """Where to begin if so much is open that a list is no help."""
    if len(asks["gaps"]) > MANY and name != "-":
        said = f"Much is still open. wiser fill {name} asks for it one question at a time"
        yield from wrapped(f"{said}, and wiser checklist {name} --out sheet.pdf prints it.", "", "  ")


# ---------------------------------------------------------------- beside the answer


def _advice(result: Result) -> Iterator[str]:
    """Advice that fired. It changes no answer."""
    advised = [] if result.outcome in (INVALID, OUT_OF_SCOPE) else _not_met(result, "advisory")
    if advised:
        yield "Not so on this request, though it changes nothing in the answer"
    for criterion in advised:
        yield from wrapped(f"{criterion.title}.", "  - ", "    ")


def _to_know(result: Result) -> Iterator[str]:
    """Codes that were left off, later editions, and what a yes of the request calls for."""
    if result.outcome == OUT_OF_SCOPE:
        return
    for code in result.left_off:
        label = f" ({code.label})" if code.label else ""
        said = f"Add-on code {code.code}{label} is not on the request. If it will be billed, put it on."
        yield from wrapped(said, "", "  ")
    for edition in result.later_editions:
        known = f"A later edition of the guide is known and not encoded here: {edition.name}, since"
        yield from wrapped(f"{known} {in_words(edition.since)}. Look up what it asks for.", "", "  ")
    for one in result.reminders:
        yield from wrapped(f"{one.title}: {one.says}", "", "  ")


def _days(result: Result) -> Iterator[str]:
    """The days that are known by now."""
    if result.outcome != OUT_OF_SCOPE:
        for found in result.deadlines():
            if found.verdict == KNOWN and found.day:
                yield from wrapped(f"{found.clock.title}: {in_words(found.day)}", "", "  ")


def _sending(result: Result) -> Iterator[str]:
    """The service that the codes name, and who answers the request where it is given."""
    if result.outcome == OUT_OF_SCOPE:
        return
    for service in result.services:
        yield from wrapped(f"Service: {service.title}", "", "  ")
    if result.state:
        yield from wrapped(sent_to(result.state), "", "  ")


def sent_to(state: State) -> str:
    """Who answers requests of a state, with every way to reach them."""
    ways = (state.portal, state.telephone and f"phone {state.telephone}", state.fax and f"fax {state.fax}")
    return f"It goes to {state.participant} ({state.label}): {', '.join(way for way in ways if way)}"


# ---------------------------------------------------------------- many requests


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
    # Of a place the code of the rule tells enough; of a file that holds no request nothing else is said.
    why = [
        problem.rule.partition(":")[0] if problem.code in OF_A_FILE else f"{problem.path or '/'}: {problem.code}"
        for problem in result.problems
    ] or open_ones
    return f"{name}: {result.outcome.upper()}{applied}{' ' if why else ''}{'; '.join(why)}"


def tally(outcomes: Mapping[Outcome, int]) -> str:
    """How many requests have each outcome."""
    number = sum(outcomes.values())
    order: tuple[Outcome, ...] = (READY, IN_SCOPE, INCOMPLETE, CANNOT_TELL, NOT_MET, OUT_OF_SCOPE, INVALID)
    found = [f"{outcomes[outcome]:,} {outcome}" for outcome in order if outcomes.get(outcome)]
    return f"{number:,} request{'s' * (number != 1)}: {', '.join(found)}"
