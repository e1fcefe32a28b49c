"""A lint on the states of a program: the table and the criteria of scope name the same states."""

from __future__ import annotations

from wiser_compiler.core.evaluate import MET, verdict
from wiser_compiler.core.model import Choice, Policy
from wiser_compiler.core.walk import criterion_facts
from wiser_compiler.diagnostics import Report, listed


def states_differ(policy: Policy, report: Report) -> None:
    """The states of the table are those that the criteria of scope admit."""
    fact = next((fact for fact in policy.facts if fact.name == "state"), None)
    if not policy.program or not policy.states or fact is None or not isinstance(fact.type, Choice):
        return
    known = {state.id for state in policy.states}
    about = [c for c in policy.own if c.effect == "scope" and criterion_facts(c) == (fact,)]
    places = [option.id for option in fact.type.options]
    admitted = {place for place in places if all(verdict(one, {fact.name: place}) == MET for one in about)}
    for differ, what in (
        ([place for place in places if place in admitted - known], "in scope, and not in this table"),
        ([place for place in places if place in known - admitted], "out of scope, and in this table"),
    ):
        if differ:
            more = f", and {len(differ) - 6} more," if len(differ) > 6 else ""
            named = listed(differ[:6], "and") + more
            report.error(
                "states-differ",
                f"{named} {'is' if len(differ) == 1 else 'are'} {what}",
                policy.head.get("states", policy.span),
                "say the same in both places: a criterion of scope about `state`, and the table `states:`",
            )
