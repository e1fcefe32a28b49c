"""Clocks as code: one function each, which says the day it ends, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from wiser_compiler.core.model import Clock, Policy
from wiser_compiler.core.walk import facts_read
from wiser_compiler.targets.python.code import (
    STEP,
    YES,
    Atom,
    Code,
    both,
    call,
    define,
    quoted,
    returning,
)
from wiser_compiler.targets.python.units import Units


def clock_lines(policy: Policy, units: Units, typed: dict[str, str]) -> list[str]:
    """`ends`, and the function of each clock; nothing where a policy has none."""
    if not policy.clocks:
        return []
    facts = list(dict.fromkeys(fact for clock in policy.clocks for fact in facts_read(clock)))
    calls = []
    for clock in policy.clocks:
        arguments = [units.local(fact.name) for fact in facts_read(clock)]
        calls += call(units.naming.function("end_of", clock.id), arguments, STEP * 2, ",")
    return [
        "def ends(request: dict[str, Any]) -> tuple[str, ...]:",
        '    """The day each clock ends, or why it has none, for a valid request."""',
        *(f"    {units.local(fact.name)} = request.get({quoted(fact.name)})" for fact in facts),
        "    return (",
        *calls,
        "    )",
        "",
        "",
        *(line for clock in policy.clocks for line in _clock(clock, units, typed)),
    ]


def _clock(clock: Clock, units: Units, typed: dict[str, str]) -> list[str]:
    logic = units.logic()
    names = [units.local(fact.name) for fact in facts_read(clock)]
    doc = [f"{clock.title}: {clock.words}.", *(["", f"“{clock.quote}”"] if clock.quote else [])]
    function = units.naming.function("end_of", clock.id)
    lines = define(function, [(name, typed[name]) for name in names], Atom("str"), doc)
    applies: Code = YES
    if clock.applies_when is not None:
        lines += returning(logic.surely(clock.applies_when, False), "NOT_APPLICABLE")
        applies = logic.surely(clock.applies_when, True)
    known = both(applies, *(Atom(f"{name} is not None") for name in logic.guards(clock.due)))
    return [*lines, *returning(known, logic.ends(clock.due)[0]), "    return MISSING", "", ""]


def about_clocks(clocks: Sequence[Clock], cite: dict[str, list[str]]) -> list[str]:
    """What a module tells of its clocks; `cite` are the lines of the citations by clock."""
    lines = []
    for clock in clocks:
        facts = tuple(fact.name for fact in facts_read(clock))
        lines += [
            "        Clock(",
            *(f"            {quoted(word)}," for word in (clock.id, clock.title, clock.words)),
            "            (",
            *cite[clock.id],
            "            ),",
            "            (",
            *(f"                ({quoted(reading.id)}, {quoted(reading.text)})," for reading in clock.readings),
            "            ),",
            f"            {quoted(facts)},",
            "        ),",
        ]
    return lines
