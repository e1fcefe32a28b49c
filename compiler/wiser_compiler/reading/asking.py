"""`asking:` — how the ask list treats facts: what of a plan may change, what grows with time, what claims a failure.

It is read after the criteria, and has no part in the meaning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import cast, get_args

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    Asking,
    Compare,
    Count,
    Date,
    Expr,
    Fact,
    Findings,
    Literal,
    Number,
    Plan,
    Records,
    YesNo,
)
from wiser_compiler.core.walk import facts_of
from wiser_compiler.diagnostics import Report, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.conditions import Conditions
from wiser_compiler.reading.syntax import Entry, Node, Text

PLANS: tuple[str, ...] = tuple(word for word in get_args(Plan) if word)
TIMES = ("days", "weeks", "months", "years")


def read_asking(node: Node | None, conditions: Conditions, read: Collection[str]) -> tuple[Asking, ...]:
    """The section of one document. `read` are the facts that its criteria read."""
    report = conditions.report
    table = fields.table(node, report, "`asking`")
    found = []
    for entry in table.entries if table else ():
        fact = conditions.names.facts.get(entry.key.text)
        if fact is None or fact.row_of:
            help = near(entry.key.text, read, "write a fact of the request")
            report.error("unknown-fact", f"no fact of the request is called `{entry.key.text}`", entry.key.span, help)
        elif one := _one(entry, fact, conditions, read):
            found.append(one)
    return tuple(found)


def merged(own: Iterable[Asking], theirs: Iterable[Asking], read: Collection[str]) -> tuple[Asking, ...]:
    """What the document says, and of other facts what its program says; of the facts that it has."""
    every = {one.fact: one for one in (*theirs, *own)}
    return tuple(one for one in every.values() if one.fact in read)


def _one(entry: Entry, fact: Fact, conditions: Conditions, read: Collection[str]) -> Asking | None:
    report = conditions.report
    table = fields.table(entry.value, report, f"what is said of `{fact.name}`")
    if table is None:
        return None
    keys = ("plan", "grows", "claims_failure", "from", "unlikely_if")
    given = fields.keys(table, keys, (), report, "an entry of `asking`")
    _fitting(fact, given, report)
    plan = fields.one_of(given.get("plan"), PLANS, report, "a change of a plan") or ""
    return Asking(
        fact.name,
        cast(Plan, plan),
        fields.yes_no(given.get("grows"), report, "`grows`") is True,
        fields.yes_no(given.get("claims_failure"), report, "`claims_failure`") is True,
        fields.prose(given.get("from"), report, "a supplier") or "",
        _unlikely(given.get("unlikely_if"), conditions, read),
    )


def _fitting(fact: Fact, given: Mapping[str, Node], report: Report) -> None:
    """Report what a fact of this kind cannot do."""
    # other kinds: cannot be planned otherwise, do not grow and claim nothing
    plan = given.get("plan")
    said = plan.text if isinstance(plan, Text) else ""
    if plan and said in PLANS and not isinstance(fact.type, Number if said == "fewer" else Date):
        wanted = "a number" if said == "fewer" else "a date"
        report.error("wrong-kind", f"`plan: {said}` is for {wanted}, and `{fact.name}` is {kind_of(fact.type).words}",
                     plan.span, "leave it out, or say it of another fact")  # fmt: skip
    grows = given.get("grows")
    lasts = isinstance(fact.type, Number) and fact.type.unit in TIMES
    if grows and not (lasts or isinstance(fact.type, Records)):
        report.error("wrong-kind", f"`{fact.name}` does not grow with time", grows.span,
                     f"only a list grows, and a number of {', '.join(TIMES[:-1])} or {TIMES[-1]}")  # fmt: skip
    if (claims := given.get("claims_failure")) and not isinstance(fact.type, YesNo | Findings):
        report.error("wrong-kind", f"`{fact.name}` is {kind_of(fact.type).words}, and claims nothing", claims.span,
                     "only a question of yes or no claims a failure, or one of findings")  # fmt: skip


def _unlikely(node: Node | None, conditions: Conditions, read: Collection[str]) -> Expr | None:
    """What speaks against a fact: a test of the request, or of a record if the condition named is about a list."""
    if node is None:
        return None
    named = conditions.names.conditions.get(node.text) if isinstance(node, Text) else None
    about = conditions.names.facts.get(named.about) if named else None
    if about is not None and named is not None and isinstance(node, Text):
        where = conditions.read_condition(node.text, named)
        expr: Expr = Compare(">=", Count(about, where), Literal(Decimal(1)))
    else:
        expr = conditions.joined(node)
    strange = sorted({fact.name for fact in facts_of(expr) if not fact.row_of} - set(read))
    if strange:
        conditions.report.error("unknown-fact", f"no criterion reads `{strange[0]}`", node.span,
                                "name facts that some criterion reads")  # fmt: skip
        return None
    return expr
