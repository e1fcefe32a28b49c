"""Policy to a module of expressions over columns: what several criteria need, what lists say, and each criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wiser_compiler.core.model import Criterion, Extreme, Fact, FactValue, Policy, Records, Shifted, Term, Worded
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.targets.columns.code import Call, Code, Leaf, call, entries, layout
from wiser_compiler.targets.columns.logic import Logic
from wiser_compiler.targets.columns.records import Pass, look
from wiser_compiler.targets.columns.schema import Column, Table
from wiser_compiler.targets.output import Gap, Output
from wiser_compiler.targets.python.code import STEP, docstring, quoted
from wiser_compiler.targets.python.index import FOLDER
from wiser_compiler.targets.python.naming import Naming, distance, module_name
from wiser_compiler.targets.python.types import listed
from wiser_compiler.targets.python.units import RecordPass, Units, fields_of, is_looked


def columns_path(policy: Policy) -> str:
    """The path of the module."""
    return f"{FOLDER}/{policy.id}/columns_{module_name(policy.version)}.py"


def columns(policy: Policy) -> Output:
    """The module of one policy version."""
    return Output({columns_path(policy): "\n".join(_module(policy)) + "\n"}, tuple(_gaps(policy)))


def _gaps(policy: Policy) -> Iterator[Gap]:
    yield Gap("", "columns gives verdicts and the outcome alone: it neither explains them nor names what is missing")
    yield Gap("", "columns does not check requests: it takes those that the validator has found valid")
    if policy.clocks:
        yield Gap("", "columns has no clocks: the days on which they end are those of the validator")


class _Plan:
    """The steps of a module. State: the steps so far, and the columns that expressions asked for."""

    def __init__(self, policy: Policy) -> None:
        self.units = Units(policy.facts, policy.criteria, Naming())
        self.requests = Table(policy.facts)
        self.lists = {fact.name: Table(fact.type.fields) for fact in policy.facts if isinstance(fact.type, Records)}
        self.moved: dict[str, Code] = {}
        self.uses = Counter(
            part.name
            for criterion in policy.criteria
            for whole in criterion_parts(criterion)
            for part in subexpressions(whole)
            if isinstance(part, Worded) and part.name
        )
        self.segments: list[dict[int, list[tuple[str, Code]]]] = [{}]
        self.levels: dict[str, tuple[int, int]] = {}
        self.stack: list[int] = []
        self.of_requests = self.logic(None)
        self.passes = [self.pass_over(found) for found in self.units.record_passes]
        self.criteria = [(criterion, *self.judged(criterion)) for criterion in policy.criteria]

    def judged(self, criterion: Criterion) -> tuple[Code | None, Code]:
        """Whether a criterion applies, if that is asked, and its test."""
        when = criterion.applies_when
        return None if when is None else self.of_requests.truth(when), self.of_requests.truth(criterion.test)

    def pass_over(self, record_pass: RecordPass) -> Pass:
        """The step for a pass over a list. What it needs of requests is computed in the step before."""
        found = Pass(record_pass.rows)
        size = self.of_requests.whole(record_pass.rows)
        look(found, record_pass, self.units.names, size, self.logic(found, record_pass))
        self.segments.append({})
        return found

    def logic(self, found: Pass | None, record_pass: RecordPass | None = None) -> Logic:
        """The writer of expressions over requests, or over the records of a pass."""

        def column(fact: Fact | None, name: str) -> Code:
            if found is None or (fact is not None and fact.row_of):
                return Leaf(f"col({quoted(name)})")
            found.used[name] = None
            return Leaf(f"of({quoted(name)})")

        def held(term: Term) -> tuple[Code, Code, Code | None]:
            assert is_looked(term), term
            name = f"_of_{self.units.names[self.units.key(term)]}"
            exists = column(None, f"{name}_exists") if isinstance(term, Extreme) else None
            return column(None, f"{name}_low"), column(None, f"{name}_high"), exists

        def moved(term: Shifted) -> Code | None:
            inner = term.date
            if not isinstance(inner, FactValue) or inner.fact.row_of:
                return None
            name = f"_at_{inner.fact.name}_{distance(term)}"
            self.moved[name] = call("moved", self.of_requests.whole(inner.fact), str(term.months), str(term.days))
            return column(None, name)

        def table(fact: Fact) -> Table:
            return self.lists[fact.row_of] if fact.row_of else self.requests

        again = Counter(
            part.name
            for term in (record_pass.terms if record_pass else ())
            if term.where is not None
            for part in subexpressions(term.where)
            if isinstance(part, Worded) and part.name
        )

        def said(says: Worded) -> Code | None:
            if not says.name:
                return None
            name = f"_is_{says.name.replace('-', '_')}"
            if not fields_of(says.part):
                return column(None, name) if self.step_for(says, name) else None
            if found is None or again[says.name] < 2:
                return None
            if name not in dict(found.shared):
                found.shared.append((name, alone.truth(says.part)))
            return Leaf(f"col({quoted(name)})")

        alone = Logic(table, column, held, moved, lambda _: None)
        return Logic(table, column, held, moved, said)

    def step_for(self, says: Worded, name: str) -> bool:
        """Whether a condition about requests has a column of its own, which is then computed before its first use."""
        if self.uses[says.name] < 2 or says.name not in self.units.conditions:
            return False
        if name not in self.levels:
            self.stack.append(0)
            code = self.of_requests.truth(says.part)
            level = self.stack.pop()
            self.segments[-1].setdefault(level, []).append((name, code))
            self.levels[name] = (len(self.segments), level)
        segment, level = self.levels[name]
        if self.stack and segment == len(self.segments):
            self.stack[-1] = max(self.stack[-1], level + 1)
        return True


def _module(policy: Policy) -> list[str]:
    plan = _Plan(policy)
    steps = [*_steps(plan)]
    body = [*_criteria(plan), *_sorted(plan)]
    dated = any("date(" in line.replace("_date(", "") for line in (*steps, *body))
    title = [
        f"{policy.title}, version {policy.version}, as expressions over columns.",
        "",
        f"Generated from policies/{policy.id}/{policy.version}.yaml; do not edit.",
        "Null means that the chart does not say. It speaks of documentation and makes no coverage decision.",
    ]
    return [
        *docstring(title, ""),
        "",
        "from __future__ import annotations",
        "",
        *(["from datetime import date"] if dated else []),
        "from typing import Any",
        "",
        f"from wiser_policies._columns import Column, {'Look, ' if plan.passes else ''}Maker, Step",
        "",
        f"PROGRAM = {policy.program}",
        "",
        "",
        *steps,
        "",
        "",
        *body,
    ]


def _steps(plan: _Plan) -> Iterator[str]:
    yield "def steps(x: Maker) -> tuple[Step, ...]:"
    yield '    """What is computed before the criteria: dates moved, shared conditions, and what lists say."""'
    lines: list[str] = []
    if plan.moved:
        lines += _step(list(plan.moved.items()))
    for number, segment in enumerate(plan.segments):
        for level in sorted(segment):
            lines += _step(segment[level])
        if number < len(plan.passes):
            found = plan.passes[number]
            lines += [*_look(found), *_step(found.after)]
    named = [f"{name} = x.{name}" for name in ("col", "of") if any(f"{name}(" in line for line in lines)]
    yield from (f"    {line}" for line in named)
    yield from ["    return (", *lines, "    )"] if lines else ["    return ()"]


def _step(named: list[tuple[str, Code]]) -> list[str]:
    return [f"{STEP * 2}{{", *entries(named, STEP * 3), f"{STEP * 2}}},"]


def _look(found: Pass) -> Iterator[str]:
    indent, inner = STEP * 3, STEP * 4
    yield f"{STEP * 2}Look("
    yield f"{indent}{quoted(found.rows.name)},"
    yield from listed("used=(", [quoted(name) for name in found.used], "),", indent)
    for name, stage in (("shared", found.shared), ("filters", found.filters)):
        if stage:
            yield from (f"{indent}{name}={{", *entries(stage, inner), f"{indent}}},")
    yield f"{indent}gathered={{"
    for column, how, code in found.gathered:
        yield from layout(code, inner, f"{quoted(column)}: ({quoted(how)}, ", "),")
    yield f"{indent}}},"
    yield f"{STEP * 2}),"


def _criteria(plan: _Plan) -> Iterator[str]:
    yield "def criteria(x: Maker) -> dict[str, tuple[Any, Any]]:"
    yield '    """By its id: whether each criterion applies (None: always), and its test."""'
    lines: list[str] = []
    for criterion, applies, test in plan.criteria:
        indent = STEP * 2
        lines.append(f"{indent}{quoted(criterion.id)}: (")
        lines += layout(Leaf("None") if applies is None else applies, indent + STEP, after=",")
        lines += layout(test, indent + STEP, after=",")
        lines.append(f"{indent}),")
    if any("col(" in line for line in lines):
        yield "    col = x.col"
    yield from ("    return {", *lines, "    }", "", "")


def _sorted(plan: _Plan) -> Iterator[str]:
    effects = [f"({quoted(one.id)}, {quoted(one.effect)})" for one, _, _ in plan.criteria]
    yield from ("CRITERIA: tuple[tuple[str, str], ...] = (", *(f"{STEP}{effect}," for effect in effects), ")")
    yield from _table("COLUMNS: tuple[Column, ...] = (", plan.requests, "", ")")
    tables = [(name, table) for name, table in plan.lists.items() if any(p.rows.name == name for p in plan.passes)]
    if not tables:
        yield "LISTS: dict[str, tuple[Column, ...]] = {}"
        return
    yield "LISTS: dict[str, tuple[Column, ...]] = {"
    for name, table in tables:
        yield from _table(f"{quoted(name)}: (", table, STEP, "),")
    yield "}"


def _table(before: str, table: Table, indent: str, after: str) -> Iterator[str]:
    found = table.sorted()
    if not found:
        yield f"{indent}{before}{after}"
        return
    yield f"{indent}{before}"
    for column in found:
        yield from layout(_column(column), indent + STEP, after=",")
    yield f"{indent}{after}"


def _column(column: Column) -> Code:
    parts: list[Code | str] = [quoted(value) for value in (column.name, column.sort, column.fact, column.holds)]
    if column.item or column.options:
        parts.append(quoted(column.item))
    if column.options:
        short = len(column.options) == 1
        parts.append(quoted(column.options) if short else Call("", tuple(Leaf(quoted(one)) for one in column.options)))
    return Call("Column", tuple(Leaf(part) if isinstance(part, str) else part for part in parts))
