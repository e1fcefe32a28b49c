"""The trial run of a build: a generated module must answer every example of its policy as `evaluate` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from wiser_compiler.core.case import read_cases
from wiser_compiler.core.evaluate import INVALID, due, outcome_of, verdict
from wiser_compiler.core.known import Known
from wiser_compiler.core.model import Policy
from wiser_compiler.core.walk import facts_read
from wiser_compiler.targets.python import INDEX, loaded, validator


class Faulty(Exception):
    """Generated code does not say what its policy says: a mistake of this tool. The message says where."""


def fault_of(policy: Policy, files: Mapping[str, str]) -> str:
    """How the module among the files of a policy is wrong, or an empty text.

    A wrong module is a mistake of this tool.
    """
    at = "as it is imported"
    try:
        module = validator(policy.key, files)
        (types,) = (text for path, text in files.items() if "/request_" in path)
        if set(loaded("types", types).Request.__annotations__) != {fact.name for fact in policy.facts}:
            return f"{policy.key}: the type of requests has other facts than the policy"
        explained = set()
        for example, meant in zip(policy.examples, _meant(policy), strict=True):
            at = f"in the example “{example.name}” (line {example.span.line})"
            result = module.check(dict(example.request))
            answered = {
                "the outcome": result.outcome,
                **result.verdicts,
                **{deadline.clock.id: deadline.day or deadline.verdict for deadline in result.deadlines()},
            }
            if answered != meant:
                return (
                    f"{policy.key}: {at} the Python module says otherwise than the policy of {_differ(answered, meant)}"
                )
            if not result.problems:
                verdicts = module.POLICY.interpreter.verdicts(example.request)
                read = dict(zip(result.verdicts, verdicts, strict=True))
                if read != result.verdicts:
                    named = _differ(read, result.verdicts)
                    return f"{policy.key}: {at} the compiled policy says otherwise than the policy of {named}"
            if result.outcome not in explained:  # explanations are computed by the same code for each example
                explained.add(result.outcome)
                result.as_dict()
    except Exception as error:  # a faulty module may raise anything
        return f"{policy.key}: {at} the Python module raises {type(error).__name__}: {error}"
    return ""


def _differ(answered: Mapping[str, str], meant: Mapping[str, str]) -> str:
    return ", ".join(name for name in {**meant, **answered} if answered.get(name) != meant.get(name))


def index_is_whole(policies: Sequence[Policy], texts: Mapping[str, str]) -> None:
    """The index of the generated package names every policy and version. Raises Faulty."""
    try:
        index = loaded("index", texts[INDEX])
        named = {(entry.id, known.version) for entry in (*index.POLICIES, *index.PROGRAMS) for known in entry.versions}
    except Exception as error:  # as above
        raise Faulty(f"{INDEX} raises {type(error).__name__}: {error}") from None
    if named != {(policy.id, policy.version) for policy in policies}:
        raise Faulty(f"{INDEX} does not name the policies and versions that there are")


def _meant(policy: Policy) -> Iterator[dict[str, str]]:
    """What `evaluate` answers to each example: the outcome, each verdict, and the day each clock ends."""
    said = {one.id: Known(facts_read(one), partial(verdict, one)) for one in policy.criteria}
    ends = {one.id: Known(facts_read(one), partial(due, one)) for one in policy.clocks}
    for case, problems in read_cases(policy.facts, (example.request for example in policy.examples)):
        if problems:
            yield {"the outcome": INVALID}
        else:
            verdicts = {id: of(case) for id, of in said.items()}
            days = {id: str(of(case)) for id, of in ends.items()}
            yield {"the outcome": _outcome(policy, verdicts), **verdicts, **days}


def _outcome(policy: Policy, verdicts: Mapping[str, str]) -> str:
    return outcome_of(policy, lambda criterion: verdicts[criterion.id])
