"""Two versions of a policy over one set of facts, so that one request can be judged by both.

A fact of both versions is one fact that may state what either version allows; each side says which requests it accepts.
A fact whose kind changed, such as from a note to a choice, is two facts. A fact of only one side is not read by the
other: a request is cut down to the facts of the side that judges it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, assert_never

from wiser_compiler.core.case import read_case
from wiser_compiler.core.criterion_ids import IN_FORCE, is_made
from wiser_compiler.core.evaluate import INVALID, outcome, verdict
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Criterion,
    Date,
    Fact,
    FactType,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import Span
from wiser_compiler.proof.answers import Request
from wiser_compiler.proof.solver.logic import Bit, both, either, no
from wiser_compiler.proof.solver.symbolic_request import Record, SymbolicFact, SymbolicRequest

BEFORE = " (before)"  # ends the old name of a fact whose kind changed; no name in a document ends so


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome of a request, with its verdicts or with the problems that make it invalid."""

    outcome: str
    verdicts: Mapping[str, str]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions. `criteria` read the shared facts, `names` maps shared names to its own."""

    policy: Policy
    facts: tuple[Fact, ...]
    criteria: Mapping[str, Criterion]
    names: Mapping[str, str]

    def own(self, request: Request) -> Request:
        """The facts of this side in a request, under the names of this side."""
        return _cut(self.facts, request, self.names)

    def shared(self, request: Request) -> Request:
        """An example of this side, under the shared names."""
        return _cut(self.policy.facts, request, {own: name for name, own in self.names.items()})

    def judgement(self, request: Request) -> Judgement:
        """The judgement of this side on a request."""
        case, problems = read_case(self.policy.facts, self.own(request))
        if problems:
            return Judgement(INVALID, {}, tuple(f"{problem.path} {problem.rule}" for problem in problems))
        return Judgement(outcome(self.policy, case), {c.id: verdict(c, case) for c in self.policy.criteria})

    def takes(self, request: SymbolicRequest, names: Iterable[str]) -> Bit:
        """When a request is valid for this side, in these facts."""
        kinds = {fact.name: fact.type for fact in self.facts}
        return both(*(_fits(request, request.facts[name], kinds[name]) for name in names if name in kinds))


@dataclass(frozen=True, slots=True)
class SharedPolicy:
    """The two versions. `policy` has the facts and criteria of both, for the solver."""

    old: Side
    new: Side
    policy: Policy


def over_shared_facts(old: Policy, new: Policy) -> SharedPolicy:
    """Both versions over one set of facts, as if both were in force."""
    facts, renamed = _joined_facts(old.facts, new.facts)
    left, right = _side(old, renamed), _side(new, {})
    criteria = (*left.criteria.values(), *right.criteria.values())
    return SharedPolicy(left, right, replace(new, facts=facts, criteria=criteria, examples=(), clocks=()))


def _side(policy: Policy, renamed: Mapping[Fact, Fact]) -> Side:
    """A version without the criterion of its period."""
    always = replace(policy, criteria=tuple(c for c in policy.criteria if not is_made(c, IN_FORCE)))
    shared = {c.id: _renamed(c, renamed) for c in always.criteria} if renamed else {c.id: c for c in always.criteria}
    names = {new.name: old.name for old, new in renamed.items()}
    return Side(always, tuple(renamed.get(fact, fact) for fact in policy.facts), shared, names)


def judged(criterion: Criterion, facts: Sequence[Fact], request: Request) -> str:
    """The verdict of a criterion on the facts that it reads, or INVALID if one of these is invalid."""
    case, problems = read_case(facts, {fact.name: request[fact.name] for fact in facts if fact.name in request})
    return INVALID if problems else verdict(criterion, case)


# ---------------------------------------------------------------- facts of both


def _joined_facts(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[tuple[Fact, ...], dict[Fact, Fact]]:
    """The facts of both versions, each once, and the new names of old facts that had to be renamed."""
    shared = {fact.name: fact for fact in new}
    renamed: dict[Fact, Fact] = {}
    for fact in old:
        other = shared.get(fact.name)
        kind, inner = _joined(fact.type, other.type) if other else (fact.type, {})
        if other is None:
            shared[fact.name] = fact
        elif kind is None:
            renamed |= _told_apart(fact)
            shared[fact.name + BEFORE] = renamed[fact]
        else:
            shared[fact.name] = replace(other, type=kind)
            renamed |= inner
            if inner:
                renamed[fact] = replace(fact, type=_renamed(fact.type, inner))
    return tuple(shared.values()), renamed


def _told_apart(fact: Fact) -> dict[Fact, Fact]:
    """A fact under another name, and the fields of a list with the list."""
    name = fact.name + BEFORE
    columns = fact.type.fields if isinstance(fact.type, Records) else ()
    renamed = {column: replace(column, row_of=name) for column in columns}
    return {**renamed, fact: replace(fact, name=name, type=_renamed(fact.type, renamed))}


def _joined(old: FactType, new: FactType) -> tuple[FactType | None, dict[Fact, Fact]]:
    """A type for all that either version allows, and the fields that changed kind; None where the fact itself did."""
    match old, new:
        case (YesNo(), YesNo()) | (Note(), Note()):
            return new, {}
        case (Codes(system=one), Codes(system=other)):
            return (new if one == other else None), {}
        case (Number(), Number()):
            low, high = min(old.low, new.low), max(old.high, new.high)
            return Number(low, high, max(old.places, new.places), new.unit), {}
        case (Date(), Date()):
            return Date(min(old.first, new.first), max(old.last, new.last)), {}
        case (Choice(), Choice()):
            return Choice(_options(old.options, new.options)), {}
        case (OptionSet(), OptionSet()):
            return OptionSet(_options(old.options, new.options), new.unit), {}
        case (Findings(), Findings()):
            return Findings(_options(old.options, new.options)), {}
        case (Records(), Records()):
            columns, renamed = _joined_facts(old.fields, new.fields)
            unique = new.unique if new.unique == old.unique and not renamed else ()
            return Records(columns, max(old.most, new.most), unique, new.unit), renamed
        case _:  # other kinds: become two facts
            return None, {}


def _options(old: Sequence[Option], new: Sequence[Option]) -> tuple[Option, ...]:
    return tuple({option.id: option for option in (*old, *new)}.values())


def alike(old: FactType, new: FactType) -> bool:
    """Whether facts of the two types may state the same. Labels, units and the order of options do not count."""
    match old, new:
        case (Records(), Records()):
            fields = {fact.name: fact.type for fact in old.fields}
            same = fields.keys() == {fact.name for fact in new.fields}
            told_apart = old.most == new.most and set(old.unique) == set(new.unique)
            return same and told_apart and all(alike(fields[fact.name], fact.type) for fact in new.fields)
        case (
            (Choice(options=before), Choice(options=after))
            | (OptionSet(options=before), OptionSet(options=after))
            | (Findings(options=before), Findings(options=after))
        ):
            return {option.id for option in before} == {option.id for option in after}
        case (Number(), Number()):
            return replace(old, unit="") == replace(new, unit="")
        case _:  # other kinds: every difference counts
            return old == new


T = TypeVar("T")


def _renamed(thing: T, renamed: Mapping[Fact, Fact]) -> T:
    """The same structure with facts renamed."""
    found: Any = thing
    match thing:
        case Span():
            return thing
        case Fact() if thing in renamed:
            found = renamed[thing]
        case tuple():
            found = tuple(_renamed(part, renamed) for part in thing)
        case Records(fields=columns, unique=unique):
            names = {fact.name: _renamed(fact, renamed) for fact in columns}
            found = replace(thing, fields=tuple(names.values()), unique=tuple(names[name].name for name in unique))
        case _ if is_dataclass(thing) and not isinstance(thing, type):
            parts = {field.name: _renamed(getattr(thing, field.name), renamed) for field in fields(thing)}
            found = replace(thing, **parts)
        case _:
            pass
    return found  # type: ignore[no-any-return]


def _cut(facts: Sequence[Fact], record: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The values of these facts in a record, under their own names."""
    found = {}
    for fact in facts:
        if fact.name in record:
            value = record[fact.name]
            if isinstance(fact.type, Records) and isinstance(value, list):
                value = [_cut(fact.type.fields, row, names) for row in value]
            found[names.get(fact.name, fact.name)] = value
    return found


# ---------------------------------------------------------------- what a side takes


def _fits(request: SymbolicRequest, variables: SymbolicFact, kind: FactType) -> Bit:
    """When the value of a shared fact is valid for this type."""
    if variables.fact.type == kind:
        return True
    return either(no(variables.stated), _inside(request, variables, kind))


def _inside(request: SymbolicRequest, variables: SymbolicFact, kind: FactType) -> Bit:
    match kind:
        case YesNo() | Note() | Codes():
            return True
        case Number(low=low, high=high, places=places):
            step = 10 ** (request.scale.places - places)
            whole = variables.value % step == 0 if step > 1 else True
            return both(
                whole, variables.value >= request.scale.number(low), variables.value <= request.scale.number(high)
            )
        case Date(first=first, last=last):
            number = variables.value.number
            return both(number >= first.toordinal(), number <= last.toordinal())
        case Choice(options=options):
            return either(*(variables.value == request.scale.options[option.id] for option in options))
        case OptionSet(options=options):
            known = {option.id for option in options}
            return both(*(no(bit) for name, bit in variables.items.items() if name not in known))
        case Findings(options=options):
            known = {option.id for option in options}
            return both(*(no(bit) for name, bit in variables.looked.items() if name not in known))
        case Records():
            return _records(request, variables, kind)
        case _:
            assert_never(kind)


def _records(request: SymbolicRequest, variables: SymbolicFact, kind: Records) -> Bit:
    """When a list is not too long, each record is valid, and no two agree in the fields that tell records apart."""

    def fits(record: Record) -> Bit:
        return both(*(_fits(request, record[field.name], field.type) for field in kind.fields))

    short = both(*(no(there) for there, _ in variables.rows[kind.most :]))
    valid = [either(no(there), fits(record)) for there, record in variables.rows]
    pairs = (
        [(one, other) for at, one in enumerate(variables.rows) for other in variables.rows[:at]] if kind.unique else []
    )
    return both(short, *valid, *(no(request.repeats(kind.unique, one, other)) for one, other in pairs))
