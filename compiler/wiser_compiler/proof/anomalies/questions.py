"""Every question about one policy: can each criterion be met, fail and apply, does each test decide, do they agree?

A question is put as the anomaly it looks for, so `refuted` is good news, with a request that shows it. Most are
refuted by the examples that authors wrote by hand; the solver answers the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from wiser_compiler.core.case import read_case
from wiser_compiler.core.criterion_ids import IN_FORCE, is_made
from wiser_compiler.core.evaluate import IN_SCOPE, MET, NOT_APPLICABLE, READY, Case, outcome, verdict
from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.core.walk import criterion_facts, facts_of
from wiser_compiler.diagnostics import listed
from wiser_compiler.proof.anomalies.goals import (
    Ask,
    Question,
    about_criterion,
    about_tests,
    applies,
    exchanged,
    fails,
    family,
    in_world,
)
from wiser_compiler.proof.anomalies.irrelevant_fact import idle_question
from wiser_compiler.proof.anomalies.minimal_causes import cause_of, without_consequences
from wiser_compiler.proof.anomalies.test_positions import Known
from wiser_compiler.proof.answers import Answer, Request
from wiser_compiler.proof.solver.logic import Bit, both
from wiser_compiler.proof.solver.solver import Found, Goal, Solving, SymbolicPolicy, deciding

MANY_CHARTS = 30  # are asked about a criterion; what they do not answer, others seldom do
FEW_CHARTS = 8  # of each kind are tried for a fact before the solver is asked


def ask(policy: Policy, solving: Solving) -> list[Question]:
    """Every question about the criteria of one policy, answered."""
    asking = _Asking(policy, solving)
    questions = [question for criterion in policy.own for question in asking.of_criterion(criterion)]
    questions += [*asking.of_facts(), *asking.together()]
    if asking.possible:  # else everything clashes, and follows from everything
        questions += [*asking.pairs(), *asking.implied()]
    return questions


@dataclass(frozen=True, slots=True)
class _Chart:
    """An example that is a valid request, as it tells the truth."""

    name: str
    request: Request
    known: Known
    named: Mapping[str, str]
    outcome: str


class _Asking:
    """Asks about one policy. State: its examples, the solver's view of it, and which facts were seen to decide."""

    def __init__(self, policy: Policy, solving: Solving) -> None:
        self.policy = policy
        self.solving = solving
        self.charts = [
            _Chart(example.name, dict(example.request), Known(case), dict(example.verdicts), example.outcome)
            for example in policy.examples
            for case, problems in [read_case(policy.facts, example.request)]
            if not problems
        ]
        ready = (chart for chart in self.charts if chart.outcome in (READY, IN_SCOPE))
        self.ready = [chart for chart in ready if outcome(policy, chart.known.case) == chart.outcome]
        self.possible = True  # that a request is ready
        self.ill: set[str] = set()  # criteria of which something was found that is about the whole
        self.explained: set[str] = set()  # facts that do not decide because of something that was found
        self.deciding: dict[str, list[tuple[str, Request]]] = {}  # by fact: where a test of it decides

    # ------------------------------------------------------------ one criterion

    def of_criterion(self, criterion: Criterion) -> Iterator[Question]:
        """Can it be met, fail and apply; does its exception decide, and each of its tests?"""
        whole = list(about_criterion(criterion))
        answered = self.answered(criterion, whole)
        ill = [(one, question) for one, question in zip(whole, answered, strict=True) if question.found]
        if ill:  # that its tests do not decide, and that its facts do not, would be the same once more
            self.ill.add(criterion.id)
            self.explained.update(fact.name for fact in criterion_facts(criterion))
            first = ill[:1] if ill[0][1].code == "never-applies" else ill
            yield from (cause_of(self.solving, criterion, one, question) for one, question in first)
            yield from (question for question in answered if not question.found)
            return
        tests = list(about_tests(criterion))
        results = self.answered(criterion, tests)
        for one, question in zip(tests, results, strict=True):
            for name in {fact.name for place in one.places for fact in facts_of(place.expr)}:
                if question.answer.witness is not None:
                    self.deciding.setdefault(name, []).append((question.example, question.answer.witness))
        found = [
            (one, cause_of(self.solving, criterion, one, question))
            for one, question in zip(tests, results, strict=True)
            if question.found
        ]
        self.explained.update(fact.name for one, _ in found for place in one.places for fact in facts_of(place.expr))
        yield from {(q.code, id(q.says or q)): q for _, q in without_consequences(found)}.values()
        yield from (question for question in results if not question.found)

    def answered(self, criterion: Criterion, asks: Sequence[Ask]) -> list[Question]:
        """Answers from the examples that name the criterion, then from the solver."""
        found: dict[int, tuple[Found, str]] = {}
        open_ = dict(enumerate(asks))
        naming = [chart for chart in self.charts if criterion.id in chart.named]
        for chart in naming[:MANY_CHARTS]:
            for number in [number for number, one in open_.items() if one.goal(chart.known) is True]:
                found[number] = chart.request, chart.name
                del open_[number]
        for number, request in self._solved(criterion, open_).items():
            found[number] = request, ""
        answers = {number: self.solving.answer(request, [criterion]) for number, (request, _) in found.items()}
        return [
            replace(one.question(answers[number], found[number][1]), refutes=one.goal)
            for number, one in enumerate(asks)
        ]

    def _solved(self, criterion: Criterion, asks: Mapping[int, Ask]) -> dict[int, Found]:
        """One of each family is put to the solver; the others often follow from the same request, items exchanged."""
        families: dict[object, list[int]] = {}
        for number, one in asks.items():
            families.setdefault(family(one) or number, []).append(number)
        found = self._reach(criterion, {numbers[0]: asks[numbers[0]] for numbers in families.values()})
        left = {}
        for first, *others in families.values():
            for number in others:
                request = found[first]
                variant = exchanged(self.policy, request, asks[first], asks[number]) if request else None
                if variant is not None:
                    found[number] = variant
                else:
                    left[number] = asks[number]
        return found | self._reach(criterion, left)

    def _reach(self, criterion: Criterion, asks: Mapping[int, Ask]) -> dict[int, Found]:
        return self.solving.reach({number: in_world(one) for number, one in asks.items()}, [criterion])

    # ------------------------------------------------------------ facts

    def of_facts(self) -> Iterator[Question]:
        """Does each fact that the document itself declares change any verdict?"""
        some = [(chart.name, chart.request) for chart in self.charts[:FEW_CHARTS]]
        for fact in self.policy.own_facts:
            if fact.name not in self.explained:
                question = idle_question(self.solving, fact, [*self.deciding.get(fact.name, ())[:FEW_CHARTS], *some])
                if question is not None:
                    yield question

    # ------------------------------------------------------------ all criteria together

    def together(self) -> Iterator[Question]:
        """Is there a ready request at all, and one in which each criterion applies and is met?"""
        criteria = deciding(self.policy)
        ready = self.ready
        every = ready[0].request if ready else self.solving.reach({"": _ready(criteria)}, criteria)[""]
        core = () if every is not None else self._core(criteria, lambda _: True)
        if every is None and len(core) == 1 and core[0].id in self.ill:
            self.possible = False
            return  # that it can never be met was said
        before, last = core[:-1], core[-1] if core else None  # what was written last is the likelier slip
        place = last.span if last else self.policy.head.get("criteria", self.policy.span)
        asked = f"no request is {IN_SCOPE if self.policy.program else READY}"
        if before and last:
            asked += f": {listed([c.id for c in (*before, last)], 'and')} cannot be met together"
        answer, example = self.solving.answer(every, criteria), ready[0].name if ready else ""
        yield Question("never-ready", asked, answer, place, last, with_=before, example=example)
        self.possible = every is not None
        if not self.possible:
            return
        open_ = []
        for criterion in (one for one in self.policy.own if one.id not in self.ill):
            shown = next((c for c in self._ready_with(criterion) if _applied(criterion, c.known)), None)
            asked = f"`{criterion.id}` cannot be met where the others are"
            if shown is not None:
                answer = Answer("refuted", shown.request)
                yield Question("conflicting-criteria", asked, answer, criterion.span, criterion, example=shown.name)
            else:
                open_.append(criterion)
        for criterion in open_:
            yield self._conflict(criterion)

    def _ready_with(self, criterion: Criterion) -> Iterator[_Chart]:
        """Ready examples, those that say that the criterion is met first."""
        told = [chart for chart in self.charts if chart.named.get(criterion.id) == MET]
        for chart in (*self.ready, *told):
            if chart in self.ready or outcome(self.policy, chart.known.case) in (READY, IN_SCOPE):
                yield chart

    def _conflict(self, criterion: Criterion) -> Question:
        asked = f"`{criterion.id}` cannot be met where the others are"
        criteria = deciding(self.policy)
        others = [c for c in criteria if c is not criterion]

        def goal(world: SymbolicPolicy) -> Bit:
            return both(world.satisfied(others), _applied_in(world, criterion))

        about = [*others, criterion]
        answer = self.solving.answer(self.solving.reach({"": goal}, about)[""], about)
        core: tuple[Criterion, ...] = ()
        if answer.holds:
            core = self._core(others, lambda world: _applied_in(world, criterion), criterion)
        return Question("conflicting-criteria", asked, answer, criterion.span, criterion, with_=core)

    def _core(
        self, criteria: Sequence[Criterion], beside: Callable[[SymbolicPolicy], Bit], *about: Criterion
    ) -> tuple[Criterion, ...]:
        """As few of the criteria as cannot be met together, beside what must be so in any case."""
        core = list(criteria)
        for criterion in criteria:
            rest = [c for c in core if c is not criterion]

            def goal(world: SymbolicPolicy, rest: Sequence[Criterion] = rest) -> Bit:
                return both(world.satisfied(rest), beside(world))

            if self.solving.reach({"": goal}, [*rest, *about])[""] is None:
                core = rest
        return tuple(core)

    # ------------------------------------------------------------ two criteria

    def pairs(self) -> Iterator[Question]:
        """Two criteria that apply only sometimes: where both apply, can both be met?"""
        conditional = [c for c in self.policy.own if c.applies_when is not None and c.id not in self.ill]
        pool = [chart for criterion in conditional for chart in self.charts if criterion.id in chart.named]
        met = {
            id(chart): {c.id for c in conditional if _applied(c, chart.known)}
            for chart in {id(chart): chart for chart in (*self.ready, *pool)}.values()
        }
        open_: dict[tuple[str, str], tuple[Criterion, Criterion]] = {}
        for one, other in combinations(conditional, 2):
            shown = any({one.id, other.id} <= told for told in met.values())
            apart = set(criterion_facts(one)).isdisjoint(criterion_facts(other))  # then neither can hinder the other
            if shown or apart:
                yield _clash(one, other, Answer("refuted"))
            else:
                open_[one.id, other.id] = one, other
        yield from self._open_pairs(open_)

    def _open_pairs(self, open_: dict[tuple[str, str], tuple[Criterion, Criterion]]) -> Iterator[Question]:
        """Pairs that no example meets. One request that meets both often meets many others, and answers for them."""
        while open_:
            key, pair = next(iter(open_.items()))
            first = {c.id: c for c in (*pair, *(c for others in open_.values() for c in others))}
            told = set(self.solving.most({id: _met(c) for id, c in first.items()}, list(first.values())))
            for ids in [ids for ids in open_ if told.issuperset(ids)] or [key]:
                one, other = open_.pop(ids)
                found: Found = {} if told.issuperset(ids) else self._without_a_clash(one, other)
                yield _clash(one, other, self.solving.answer(found, [one, other]))

    def _without_a_clash(self, one: Criterion, other: Criterion) -> Found:
        """Two criteria that are never both met: something that shows that it is not what they require that clashes.

        They never apply together, or one of them is never met where both do.
        """

        def alone(criterion: Criterion) -> Goal:
            return lambda world: both(
                world.verdicts(one).applies, world.verdicts(other).applies, world.verdicts(criterion).met
            )

        def together(world: SymbolicPolicy) -> Bit:
            return both(_applied_in(world, one), _applied_in(world, other))

        goals: dict[str, Goal] = {"both": together, "one": alone(one), "other": alone(other)}
        found = self.solving.reach(goals, [one, other])
        return found["both"] if found["one"] and found["other"] else (found["one"] or found["other"] or {})

    # ------------------------------------------------------------ what follows from the rest

    def implied(self) -> Iterator[Question]:
        """Is any criterion satisfied wherever the others are?"""
        # That a version begins after the model did is no redundancy.
        criteria = [c for c in deciding(self.policy) if not is_made(c, IN_FORCE)]
        own = {criterion.id for criterion in self.policy.own} - self.ill
        asked = [self._implied(c, [o for o in criteria if o is not c]) for c in criteria if c.id in own]
        causes = {q.criterion.id: q.with_ for q in asked if q.found and q.criterion}
        order = {criterion.id: number for number, criterion in enumerate(criteria)}
        for question in asked:
            (other, *more) = question.with_ or (None,)
            if other is None or more or question.criterion is None or causes.get(other.id) != (question.criterion,):
                yield question
            elif order[other.id] < order[question.criterion.id]:  # each implies the other; the later one is the double
                yield replace(
                    question, asked=f"`{question.criterion.id}` and `{other.id}` are met by the same requests"
                )

    def _implied(self, criterion: Criterion, others: Sequence[Criterion]) -> Question:
        asked = f"`{criterion.id}` is met wherever the others are"
        for chart in self.charts:
            told = chart.named.get(criterion.id)
            open_ = told is not None and told not in (MET, NOT_APPLICABLE) and fails(criterion, chart.known) is True
            if open_ and all(_satisfied(c, chart.known.case) for c in others):
                answer = Answer("refuted", chart.request)
                return Question("implied-criterion", asked, answer, criterion.span, criterion, example=chart.name)

        def goal(world: SymbolicPolicy) -> Bit:
            return both(world.satisfied(others), fails(criterion, world.meaning))

        about = [*others, criterion]
        answer = self.solving.answer(self.solving.reach({"": goal}, about)[""], about)
        core: tuple[Criterion, ...] = ()
        if answer.holds:
            core = self._core(others, lambda world: fails(criterion, world.meaning), criterion)
        return Question("implied-criterion", asked, answer, criterion.span, criterion, with_=core)


# ---------------------------------------------------------------- goals


def _applied(criterion: Criterion, known: Known) -> bool:
    """It surely applies, and is met."""
    return applies(criterion, known) is True and known.pair(criterion.test).met is True


def _applied_in(world: SymbolicPolicy, criterion: Criterion) -> Bit:
    verdicts = world.verdicts(criterion)
    return both(verdicts.applies, verdicts.met)


def _satisfied(criterion: Criterion, case: Case) -> bool:
    return verdict(criterion, case) in (MET, NOT_APPLICABLE)


def _met(criterion: Criterion) -> Goal:
    return lambda world: _applied_in(world, criterion)


def _ready(criteria: Sequence[Criterion]) -> Callable[[SymbolicPolicy], Bit]:
    return lambda world: world.satisfied(criteria)


def _clash(one: Criterion, other: Criterion, answer: Answer) -> Question:
    asked = f"`{other.id}` and `{one.id}` cannot both be met where both apply"
    return Question("conflicting-criteria", asked, answer, other.span, other, with_=(one,))
