"""Every question about one policy: can each criterion be met, fail and apply, does each test decide, do they agree?

Questions are made, then answered, then explained. A question whose answer follows from a finding is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from wiser_compiler.core.case import read_case
from wiser_compiler.core.criterion_ids import IN_FORCE, is_made
from wiser_compiler.core.evaluate import IN_SCOPE, MISSING, READY, verdict
from wiser_compiler.core.model import AtLeast, Criterion, Documented, Expr, Fact, Policy
from wiser_compiler.core.walk import criterion_facts, criterion_parts, facts_of, subexpressions
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.formula import applies, applies_and_met, every
from wiser_compiler.proof.questions.answer import Evidence, answer, answered, answered_apart, evidence_of
from wiser_compiler.proof.questions.causes import doubles_once, explained
from wiser_compiler.proof.questions.contradictions import never_met, never_ready, places_once, without_consequences
from wiser_compiler.proof.questions.positions import Position, first_words, name_of, positions, span_of
from wiser_compiler.proof.questions.swallowed import always_met, swallowed_rules
from wiser_compiler.proof.questions.table import (
    CONFLICT,
    CONFLICT_OF_TWO,
    DEAD_EXCEPTION,
    DEAD_TEST,
    IDLE_FACT,
    IDLE_TEST,
    IMPLIED,
    NEVER_APPLIES,
    NEVER_FAILS,
    NEVER_MET,
    NEVER_READY,
    SWALLOWED_BY,
    SWALLOWED_RULE,
    Answered,
    Question,
    Row,
)
from wiser_compiler.proof.solver.solver import Found, Solver, Unknown, deciding

MANY_EXAMPLES = 30  # examples that are tried for a criterion; further ones seldom answer more
FEW_REQUESTS = 8  # requests of each kind that are tried for a fact before the solver is asked


def ask(policy: Policy, solver: Solver) -> tuple[Answered, ...]:
    """Every question about the criteria of one policy, answered, with the causes of each anomaly."""
    evidence = evidence_of(policy, solver)
    alone = [_alone(evidence, criterion) for criterion in policy.own]
    flawed = {each.criterion.id for each in alone if each.flawed}
    sound = [criterion for criterion in policy.own if criterion.id not in flawed]
    answers = places_once([one for each in alone for one in _reported(solver, each)])
    answers += _of_facts(evidence, alone)
    ready = never_ready(solver, explained(solver, answer(evidence, _ready(policy), evidence.ready)))
    if ready.found:  # then every criterion clashes, and follows from everything
        only = ready.question.criterion
        said = only is not None and not ready.question.others and only.id in flawed  # as never met
        return (*answers, *([] if said else [ready]))
    return (*answers, ready, *_beside(evidence, sound), *_pairs(evidence, sound), *_implied(evidence, sound))


# ---------------------------------------------------------------- one criterion


@dataclass(frozen=True, slots=True)
class Alone:
    """The answers about one criterion: about the whole, and about its tests if the whole has no finding."""

    criterion: Criterion
    whole: Sequence[Answered]
    tests: Sequence[Answered] = ()

    @property
    def flawed(self) -> bool:
        """Whether the whole has a finding. Findings about its tests and facts would only repeat it."""
        return any(one.found for one in self.whole)

    @property
    def undecided(self) -> frozenset[str]:
        """Facts that decide nothing because of another finding."""
        if self.flawed:
            return frozenset(fact.name for fact in criterion_facts(self.criterion))
        return frozenset(name for one in self.tests if one.found for name in _names(one.question))


def _names(question: Question) -> set[str]:
    return {fact.name for position in question.positions for fact in facts_of(position.expr)}


def _alone(evidence: Evidence, criterion: Criterion) -> Alone:
    examples = evidence.naming(criterion)[:MANY_EXAMPLES]
    whole = answered(evidence, list(_of_whole(criterion)), examples)
    alone = Alone(criterion, whole)
    if alone.flawed:
        return alone
    tests = answered(evidence, list(_of_tests(criterion)), examples)
    return Alone(criterion, whole, [*tests, *swallowed_rules(evidence, criterion)])


def _reported(solver: Solver, alone: Alone) -> Iterator[Answered]:
    """What is reported of a criterion: each finding with its causes, without those that follow from another."""
    whole = [_with_causes(solver, one) for one in alone.whole if one.found]
    if whole:  # where it never applies, everything else follows
        yield from whole[:1] if whole[0].question.row is NEVER_APPLIES else whole
    else:
        yield from (one for one in alone.tests if one.found and one.question.row is SWALLOWED_BY)
        tests = [one for one in alone.tests if one.found and one.question.row is not SWALLOWED_BY]
        yield from without_consequences(solver, tests, lambda one: _with_causes(solver, one))
    yield from (one for one in (*alone.whole, *alone.tests) if not one.found)


def _with_causes(solver: Solver, one: Answered) -> Answered:
    criterion = one.question.criterion
    if one.question.row is NEVER_FAILS and criterion is not None:
        return always_met(solver, one, criterion.test, applies(criterion))
    if one.question.row is NEVER_MET:
        return never_met(solver, one)
    found = explained(solver, one)
    if one.question.row is IDLE_TEST and criterion is not None and not found.question.related:
        position = one.question.positions[0]
        return always_met(solver, found, position.expr, applies(criterion), position.positive)
    return found


def _of_whole(criterion: Criterion) -> Iterator[Question]:
    """Questions about a criterion: can it apply, be met and fail; does its exception decide?"""

    def put(row: Row, at: Expr | None = None) -> Question:
        span = span_of(at) or criterion.span
        return Question(row, row.goal(criterion), row.words.format(id=criterion.id), (criterion,), span, criterion)

    if criterion.applies_when is not None:
        yield put(NEVER_APPLIES, criterion.applies_when)
    yield put(NEVER_MET)
    if criterion.unless is None:
        yield put(NEVER_FAILS, criterion.test)
    else:
        yield put(SWALLOWED_RULE, criterion.unless)
        yield put(DEAD_EXCEPTION, criterion.unless)


def _of_tests(criterion: Criterion) -> Iterator[Question]:
    """Questions about each test: is the criterion met because of it on some request, and not met because of it on
    another?

    A test with its words may be several tests in the core. Each must help, and one of them must hinder.
    """
    yield from _tests_of(criterion, criterion.test, in_condition=False)
    if criterion.applies_when is not None:
        yield from _tests_of(criterion, criterion.applies_when, in_condition=True)


def _tests_of(criterion: Criterion, whole: Expr, *, in_condition: bool) -> Iterator[Question]:
    where = True if in_condition else applies(criterion)
    name = f"`{criterion.id}`"
    if in_condition:
        words = {"do": f"make {name} apply", "whole": f"when {name} applies"}
    else:
        words = {"do": f"help {name} to be met", "whole": name}

    def put(row: Row, about: Sequence[Position]) -> Question:
        says = about[0].says or first_words(about[0].expr)
        asked = row.words.format(test=name_of(about[0]), **words)
        span, goal = says.span if says else criterion.span, row.goal(where, about)
        return Question(
            row,
            goal,
            asked,
            (criterion,),
            span,
            criterion,
            says=says,
            positions=tuple(about),
            in_condition=in_condition,
        )

    by_words: dict[int, list[Position]] = {}
    for position in positions(whole):
        group = isinstance(position.expr, AtLeast)
        by_words.setdefault(id(position) if group or position.says is None else id(position.says), []).append(position)
        if not group:  # a group helps where one of its parts helps
            yield put(DEAD_TEST, [position])
    yield from (put(IDLE_TEST, together) for together in by_words.values())


# ---------------------------------------------------------------- facts


def _of_facts(evidence: Evidence, alone: Sequence[Alone]) -> Iterator[Answered]:
    """Does each fact that the document itself declares change any verdict? A fact under `documented` does."""
    policy = evidence.policy
    undecided = frozenset[str]().union(*(each.undecided for each in alone))
    read = [(criterion, criterion_facts(criterion)) for criterion in policy.own]
    tests = [(one, _names(one.question)) for each in alone for one in each.tests if one.answer.witness is not None]
    some = [(example.name, example.request) for example in evidence.examples[:FEW_REQUESTS]]
    for fact in policy.own_facts:
        readers = tuple(criterion for criterion, facts in read if fact in facts)
        if fact.name not in undecided and readers and not any(_documents(criterion, fact) for criterion in readers):
            asked = IDLE_FACT.words.format(name=fact.name)
            question = Question(IDLE_FACT, IDLE_FACT.goal(readers, fact), asked, readers, fact.span, fact=fact)
            decides = [(one.example, one.answer.witness or {}) for one, names in tests if fact.name in names]
            tried = sorted([*decides[:FEW_REQUESTS], *some], key=_found)
            shown = next(_deciding_requests(policy, readers, fact, tried), None)
            if shown is None:
                yield answer(evidence, question)
            else:
                yield Answered(question, Answer("refuted", shown[1]), shown[0])


def _documents(criterion: Criterion, fact: Fact) -> bool:
    parts = (inner for part in criterion_parts(criterion) for inner in subexpressions(part))
    return any(isinstance(inner, Documented) and inner.fact == fact for inner in parts)


Named = tuple[str, Request]  # a request, and the name of its example, if it has one


def _found(named: Named) -> bool:
    """Whether the solver found a request. Examples come first, so that few answers depend on what it finds."""
    return not named[0]


def _deciding_requests(
    policy: Policy, readers: Sequence[Criterion], fact: Fact, requests: Sequence[Named]
) -> Iterator[Named]:
    """Requests that have another verdict with the value that another request states for the fact."""
    stating = [(name, request) for name, request in requests if fact.name in request]
    values: list[object] = []
    for _, request in stating:
        if request[fact.name] not in values:
            values.append(request[fact.name])
    for name, request in stating:
        verdicts = _verdicts(policy, readers, request)
        for value in values:
            other = _verdicts(policy, readers, {**request, fact.name: value})
            # Only decided verdicts are compared: a missing one depends on facts that are left out.
            if any(one != two and MISSING not in (one, two) for one, two in zip(verdicts, other, strict=False)):
                yield name, request


def _verdicts(policy: Policy, criteria: Iterable[Criterion], request: Request) -> list[str]:
    case, problems = read_case(policy.facts, request)
    return [] if problems else [verdict(criterion, case) for criterion in criteria]


# ---------------------------------------------------------------- criteria together


def _ready(policy: Policy) -> Question:
    """Is there a ready request at all?"""
    criteria = deciding(policy)
    asked = NEVER_READY.words.format(ready=IN_SCOPE if policy.program else READY)
    span = policy.head.get("criteria", policy.span)
    return Question(NEVER_READY, NEVER_READY.goal(criteria), asked, criteria, span)


def _beside_others(row: Row, criterion: Criterion, criteria: Iterable[Criterion]) -> Question:
    others = tuple(other for other in criteria if other is not criterion)
    asked, goal = row.words.format(id=criterion.id), row.goal(criterion, others)
    return Question(row, goal, asked, (*others, criterion), criterion.span, criterion, others)


def _beside(evidence: Evidence, sound: Iterable[Criterion]) -> Iterator[Answered]:
    """Can each criterion be met where the others are met?"""
    for criterion in sound:
        question = _beside_others(CONFLICT, criterion, deciding(evidence.policy))
        yield explained(evidence.solver, answer(evidence, question, evidence.ready))


def _implied(evidence: Evidence, sound: Sequence[Criterion]) -> Iterator[Answered]:
    """Is any criterion satisfied wherever the others are satisfied?"""
    # That a version begins after the model did is no redundancy.
    criteria = [criterion for criterion in deciding(evidence.policy) if not is_made(criterion, IN_FORCE)]
    asked = [(one, _beside_others(IMPLIED, one, criteria)) for one in criteria if one in sound]
    found = answered_apart(evidence, [(question, evidence.naming(criterion)) for criterion, question in asked])
    yield from doubles_once([explained(evidence.solver, one) for one in found])


# ---------------------------------------------------------------- two criteria


def _pairs(evidence: Evidence, sound: Iterable[Criterion]) -> Iterator[Answered]:
    """Two criteria that apply only sometimes: where both apply, can both be met?"""
    conditional = [criterion for criterion in sound if criterion.applies_when is not None]
    read = {criterion.id: {fact.name for fact in criterion_facts(criterion)} for criterion in conditional}
    examples = evidence.examples
    where = {
        one.id: {at for at, example in enumerate(examples) if example.reaches(applies(one))} for one in conditional
    }
    unanswered: list[Question] = []
    for one, other in combinations(conditional, 2):
        asked = CONFLICT_OF_TWO.words.format(id=other.id, other=one.id)
        goal, about = CONFLICT_OF_TWO.goal(one, other), (one, other)
        question = Question(CONFLICT_OF_TWO, goal, asked, about, other.span, other, (one,))
        apart = read[one.id].isdisjoint(read[other.id])  # they share no fact, so neither can hinder the other
        if apart or any(examples[at].reaches(goal) for at in where[one.id] & where[other.id]):
            yield Answered(question, Answer("refuted"))
        else:
            unanswered.append(question)
    criteria = {criterion.id: criterion for question in unanswered for criterion in question.about}
    found = evidence.solver.reach({at: one.goal for at, one in enumerate(unanswered)}, list(criteria.values()))
    for at, question in enumerate(unanswered):
        yield _of_two(evidence.solver, question, found[at])


def _of_two(solver: Solver, question: Question, both_met: Found) -> Answered:
    """Two criteria that are never both met clash only if each of them can be met where both apply."""
    if both_met is None:
        where = [applies(criterion) for criterion in question.about]
        goals = {criterion.id: every(*where, applies_and_met(criterion)) for criterion in question.about}
        found = list(solver.reach(goals, question.about).values())
        if None in found:
            return Answered(question, Answer("refuted", next((one for one in found if isinstance(one, dict)), None)))
        both_met = next((one for one in found if isinstance(one, Unknown)), None)
    return Answered(question, solver.answer(both_met, question.about))
