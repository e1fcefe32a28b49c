"""A generated module is run before it is written: on every example of its policy it says what the policy means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import INVALID, Case, due, outcome_of, verdict
from wiser_compiler.core.model import Clock, Criterion, Policy
from wiser_compiler.core.walk import facts_read
from wiser_compiler.targets.python import INDEX, loaded


class Faulty(Exception):
    """Generated code does not say what the policies say: a mistake of this tool. The message says where."""


def fault_of(policy: Policy, source: str) -> str:
    """What is wrong with the module made of a policy without findings, or an empty text. It is a mistake of this tool."""
    at = "as it is imported"
    try:
        module = loaded(policy.key, source)
        meaning, explained = _Meaning(policy), set()
        for example in policy.examples:
            at = f"in the example “{example.name}” (line {example.span.line})"
            result = module.check(dict(example.request))
            told = {
                "the outcome": result.outcome,
                **result.verdicts,
                **{deadline.clock.id: deadline.day or deadline.verdict for deadline in result.deadlines()},
            }
            for name, meant in meaning.of(example.request):
                if told.pop(name, None) != meant:
                    return (
                        f"{policy.key}: {at} the Python module says otherwise than the policy of {name}: not `{meant}`"
                    )
            if told:
                return f"{policy.key}: {at} the Python module speaks of {', '.join(told)}, and the policy does not"
            if result.outcome not in explained:  # what explains is code too, the same for each example
                explained.add(result.outcome)
                result.as_dict()
    except Exception as error:  # what a module raises that should not be as it is may be anything
        return f"{policy.key}: {at} the Python module raises {type(error).__name__}: {error}"
    return ""


def index_is_whole(policies: Sequence[Policy], texts: Mapping[str, str]) -> None:
    """The index of the generated package names every policy and version. Raises Faulty."""
    try:
        index = loaded("index", texts[INDEX])
        named = {(entry.id, known.version) for entry in (*index.POLICIES, *index.PROGRAMS) for known in entry.versions}
    except Exception as error:  # as above
        raise Faulty(f"{INDEX} raises {type(error).__name__}: {error}") from None
    if named != {(policy.id, policy.version) for policy in policies}:
        raise Faulty(f"{INDEX} does not name the policies and versions that there are")


class _Meaning:
    """What a policy means of one example after another.

    Most say the same of most facts, so each criterion is asked once for the same values of the facts it reads.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.reads = {thing.id: [fact.name for fact in facts_read(thing)] for thing in self.things}
        self.known: dict[tuple[str, ...], str] = {}

    @property
    def things(self) -> tuple[Criterion | Clock, ...]:
        """All that has an answer of its own."""
        return (*self.policy.criteria, *self.policy.clocks)

    def of(self, request: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The outcome, each verdict, and the day each clock ends."""
        case, problems = read_case(self.policy.facts, request)
        if problems:
            yield "the outcome", INVALID
            return
        texts = {name: repr(value) for name, value in request.items()}
        found = {thing.id: self.answer(thing, case, texts) for thing in self.things}
        yield "the outcome", outcome_of(self.policy, lambda criterion: found[criterion.id])
        yield from found.items()

    def answer(self, thing: Criterion | Clock, case: Case, texts: Mapping[str, str]) -> str:
        """One verdict, or the day a clock ends."""
        key = (thing.id, *(texts.get(name, "") for name in self.reads[thing.id]))
        if key not in self.known:
            self.known[key] = verdict(thing, case) if isinstance(thing, Criterion) else str(due(thing, case))
        return self.known[key]
