"""Answers to questions: from an example of the policy where one answers, else from the solver.

A question asks for an anomaly, so `refuted` is good news, with a request that shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wiser_compiler.core.case import read_case, read_cases
from wiser_compiler.core.evaluate import IN_SCOPE, READY, Case, TruthOf
from wiser_compiler.core.model import Compare, Criterion, FactValue, Includes, Literal, Policy
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.formula import holds, remembered_of
from wiser_compiler.proof.questions.positions import Position
from wiser_compiler.proof.questions.table import Answered, Question
from wiser_compiler.proof.solver.solver import Found, Goal, Solver


@dataclass(frozen=True, slots=True)
class ValidExample:
    """An example that is a valid request, and the criteria that it names."""

    name: str
    request: Request
    case: Case
    names: frozenset[str]
    may_be_ready: bool  # its author expects it, or expects no outcome
    truth_of: TruthOf = field(repr=False)

    def reaches(self, goal: Goal) -> bool:
        """Whether the goal is a formula that is true of the example."""
        return not callable(goal) and holds(goal, self.case, truth_of=self.truth_of)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The examples and the solver that answer the questions about one policy."""

    policy: Policy
    solver: Solver
    examples: tuple[ValidExample, ...]

    @property
    def ready(self) -> tuple[ValidExample, ...]:
        """The examples that may be ready."""
        return tuple(example for example in self.examples if example.may_be_ready)

    def naming(self, criterion: Criterion) -> tuple[ValidExample, ...]:
        """The examples that expect a verdict of a criterion."""
        return tuple(example for example in self.examples if criterion.id in example.names)


def evidence_of(policy: Policy, solver: Solver) -> Evidence:
    """The examples of a policy that are valid, beside its solver."""
    read = read_cases(policy.facts, (example.request for example in policy.examples))
    valid = [(one, case) for one, (case, problems) in zip(policy.examples, read, strict=True) if not problems]
    examples = (
        ValidExample(
            example.name,
            dict(example.request),
            case,
            frozenset(id for id, _ in example.verdicts),
            example.outcome in (READY, IN_SCOPE, ""),
            truth_of,
        )
        for (example, case), truth_of in zip(valid, remembered_of([case for _, case in valid]), strict=True)
    )
    return Evidence(policy, solver, tuple(examples))


def answered(evidence: Evidence, questions: Sequence[Question], examples: Sequence[ValidExample]) -> list[Answered]:
    """The answers to questions about the same criteria: from these examples, then from the solver."""
    return answered_apart(evidence, [(question, examples) for question in questions])


def answered_apart(evidence: Evidence, asked: Sequence[tuple[Question, Sequence[ValidExample]]]) -> list[Answered]:
    """The same where each question has examples of its own. The solver is asked all that they leave open at once."""
    found: dict[int, tuple[Found, str]] = {}
    for number, (question, examples) in enumerate(asked):
        if (example := next((one for one in examples if one.reaches(question.goal)), None)) is not None:
            found[number] = example.request, example.name
    unanswered = {number: question for number, (question, _) in enumerate(asked) if number not in found}
    found |= {number: (request, "") for number, request in _solved(evidence, unanswered).items()}
    return [
        Answered(question, evidence.solver.answer(found[number][0], question.about), found[number][1])
        for number, (question, _) in enumerate(asked)
    ]


def answer(evidence: Evidence, question: Question, examples: Sequence[ValidExample] = ()) -> Answered:
    """The answer to one question."""
    return answered(evidence, [question], examples)[0]


def _solved(evidence: Evidence, questions: Mapping[int, Question]) -> dict[int, Found]:
    """The answers of the solver.

    It answers one question of each family; the same request with its items exchanged often answers the others.
    """
    families: dict[object, list[int]] = {}
    for number, one in questions.items():
        families.setdefault(_family(one) or number, []).append(number)
    found = _reach(evidence.solver, {numbers[0]: questions[numbers[0]] for numbers in families.values()})
    left = {}
    for first, *others in families.values():
        for number in others:
            variant = _exchanged(evidence.policy, found[first], questions[first], questions[number])
            if variant is not None:
                found[number] = variant
            else:
                left[number] = questions[number]
    return found | _reach(evidence.solver, left)


def _reach(solver: Solver, questions: Mapping[int, Question]) -> dict[int, Found]:
    if not questions:
        return {}
    first = next(iter(questions.values()))
    goals = {number: question.goal for number, question in questions.items()}
    return solver.reach(goals, first.about, likely=not first.row.if_reached)


# ---------------------------------------------------------------- families of questions


def _item(question: Question) -> tuple[str, str] | None:
    """The fact and the answer that a single test names."""
    match question.positions:
        case (Position(expr=Includes(fact=fact, item=item), swapped=None),):
            return fact.name, item
        case (
            Position(
                expr=Compare(op="==", left=FactValue(fact=fact), right=Literal(value=str() as item)), swapped=None
            ),
        ):
            return fact.name, item
        case _:  # other kinds: name no single answer, and are asked one by one
            return None


def _family(question: Question) -> object:
    """The family of a question: questions of one family differ only in the answer that their test names."""
    found = _item(question)
    if found is None or not question.positions[0].around:
        return None
    group, _, positive = question.positions[0].around[-1]
    return id(group), found[0], question.code, positive


def _exchanged(policy: Policy, request: Found, one: Question, other: Question) -> Request | None:
    """The request with one answer exchanged for another, if it reaches the other goal."""
    ours, theirs = _item(one), _item(other)
    if not isinstance(request, dict) or ours is None or theirs is None:
        return None
    name, swap = ours[0], {ours[1]: theirs[1], theirs[1]: ours[1]}
    value = request.get(name)
    if isinstance(value, str):
        value = swap.get(value, value)
    elif isinstance(value, list):
        value = sorted(swap.get(item, item) for item in value)
    elif isinstance(value, dict):
        value = {swap.get(item, item): found for item, found in value.items()}
    variant = {**request, name: value} if value is not None else request
    case, problems = read_case(policy.facts, variant)
    goal: Goal = other.goal
    return variant if not problems and not callable(goal) and holds(goal, case) else None
