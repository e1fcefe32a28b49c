"""Examples: charts written by hand, with the results that the guide gives them.

An example is read into a request as JSON holds it, so that every target can run it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, assert_never

from wiser_compiler.core.evaluate import MET, MISSING, NOT_APPLICABLE, NOT_MET, OUTCOMES, SCOPE_OUTCOMES, VERDICTS
from wiser_compiler.core.kinds import json_number
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Example,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.diagnostics import Advice, Report, Span, near
from wiser_compiler.reading import fields
from wiser_compiler.reading.syntax import Items, Node, Table, Text
from wiser_compiler.reading.vocabulary import NAME_HELP, OTHERS

OF_A_CASE = ("base", "change", "without")
UNCONFIRMED = "unconfirmed"  # a key of an example whose verdict nobody has looked up in the source
OUTCOME = "outcome"  # a key beside the ids of criteria under `expect`


def read_examples(
    node: Node | None, policy: Policy, base: Mapping[str, object], unused: Collection[str], report: Report
) -> tuple[Example, ...]:
    """`examples:` — one `base`, further `bases` by name, and `cases` that each change a little of one of them.

    The base example of a policy is added to that of its program, `base`. `unused` are declared facts that no criterion
    reads.
    """
    found = fields.table(node, report, "examples")
    if found is None:
        return ()
    reader = _Reader(policy, {fact.name: fact for fact in policy.facts}, {name: [] for name in unused}, report)
    given = fields.keys(found, ("cases", "bases"), ("base",), report, "examples")
    base_table = fields.table(given.get("base"), report, "`base`")
    if base_table is None:
        return ()
    base_given = fields.keys(base_table, ("facts", UNCONFIRMED), ("name", "expect"), report, "the base example")
    request = {name: value for name, value in base.items() if name in reader.facts}
    own = reader.request(base_given.get("facts"))
    inherited, spans = frozenset(request.keys() - own.keys()), _places_by_fact(base_given.get("facts"))
    first = _example(base_table, base_given, request | own, policy, report)
    examples = [replace(first, inherited=inherited, fact_spans=spans)]
    by_name = {"": examples[0]}  # the first has no name
    bases = fields.table(given.get("bases"), report, "`bases`")
    for entry in bases.entries if bases else ():
        name = fields.matching(entry.key, fields.NAME, report, "the name of a base", NAME_HELP)
        table = fields.table(entry.value, report, "a base")
        if name is None or table is None:
            continue
        values = fields.keys(table, ("change", "without", UNCONFIRMED), ("name", "expect"), report, "a base")
        by_name[name] = replace(reader.changed(by_name[""], table, values), base=name)
        examples.append(by_name[name])
    used = set()
    for item in fields.items(given.get("cases"), report, "`cases`"):
        table = fields.table(item, report, "an example")
        if table is None:
            continue
        values = fields.keys(table, (*OF_A_CASE, UNCONFIRMED), ("name", "expect"), report, "an example")
        known = [*by_name][1:]
        of = fields.one_of(values.get("base"), known, report, "a base of these examples", "unknown-name") or ""
        used.add(of)
        examples.append(reader.changed(by_name[of], table, values))
    for entry in bases.entries if bases else ():
        if entry.key.text in by_name and entry.key.text not in used:
            report.error("unused-name", f"no case begins with the base `{entry.key.text}`", entry.key.span,
                         "write it under `cases:` if it is one chart alone")  # fmt: skip
    _report_useless(reader.useless, report)
    return tuple(examples)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads charts of one policy. `useless` collects where facts stand that no criterion reads."""

    policy: Policy
    facts: Mapping[str, Fact]
    useless: Useless
    report: Report

    def request(self, node: Node | None) -> dict[str, Any]:
        """The facts of a chart."""
        return read_request(node, self.facts, self.report, self.useless)

    def changed(self, base: Example, table: Table, values: Mapping[str, Node]) -> Example:
        """An example that differs from a base in what `change` states and `without` leaves out."""
        request = dict(base.request)
        for name in fields.items(values.get("without"), self.report, "`without`"):
            if isinstance(name, Text) and name.text in self.useless:
                self.useless[name.text].append(name.span)
                continue
            gone = fields.one_of(name, self.facts, self.report, "a fact of this policy", "unknown-fact")
            if gone is not None and request.pop(gone, None) is None:
                self.report.error(
                    "unknown-fact", f"the base example does not state `{gone}`", name.span, "leave it out here"
                )
        own = self.request(values.get("change"))
        request.update(own)
        return replace(
            _example(table, values, request, self.policy, self.report),
            inherited=base.inherited & request.keys() - own.keys(),
            fact_spans={**base.fact_spans, **_places_by_fact(values.get("change"))},
        )


def _places_by_fact(node: Node | None) -> dict[str, Mapping[str, Span]]:
    """The places of the values of a chart, by the name of the fact."""
    entries = node.entries if isinstance(node, Table) else ()
    return {name: _places(Table((entry,), entry.value.span)) for entry in entries for name in [entry.key.text]}


def _places(node: Node, path: str = "") -> dict[str, Span]:
    """The place of every value below a node, by its JSON pointer."""
    match node:
        case Table(entries=entries):
            below = [(f"{path}/{entry.key.text}", entry.value) for entry in entries]
        case Items(items=items):
            below = [(f"{path}/{number}", item) for number, item in enumerate(items)]
        case _:
            return {}
    return {key: value for here, item in below for key, value in [(here, item.span), *_places(item, here).items()]}


Useless: TypeAlias = dict[str, list[Span]]  # facts that no criterion reads, and where examples state them


def _report_useless(useless: Useless, report: Report) -> None:
    stated = {name: spans for name, spans in useless.items() if spans}
    for name, (first, *others) in stated.items():
        if any(finding.span.file == first.file and finding.code != "unused-name" for finding in report.found):
            continue  # a criterion that could not be read may use it
        lines = ", ".join(str(span.line) for span in others)
        report.error(
            "unused-name",
            f"no criterion uses `{name}`, so it is no part of a request",
            first,
            "delete it here, or use it in a condition",
            notes=(f"the same in lines {lines}",) if others else (),
        )


def _example(
    table: Table, given: Mapping[str, Node], request: Mapping[str, Any], policy: Policy, report: Report
) -> Example:
    name_node = given.get("name")
    name = fields.prose(name_node, report, "the name of an example") or ""
    span = name_node.span if name_node else table.span
    outcomes = SCOPE_OUTCOMES if policy.program else OUTCOMES
    criteria, clocks = ({thing.id for thing in things} for things in (policy.criteria, policy.clocks))
    outcome, verdicts, dates, spans = "", [], [], {}
    marked = UNCONFIRMED in given and fields.yes_no(given[UNCONFIRMED], report, f"`{UNCONFIRMED}`")
    expect = given.get("expect")
    if isinstance(expect, Text):
        outcome = fields.one_of(expect, outcomes, report, "an outcome", "unknown-verdict") or ""
        spans[OUTCOME] = expect.span
    elif expect is not None:
        wanted = fields.table(expect, report, "`expect`")
        for entry in wanted.entries if wanted else ():
            id = entry.key.text
            spans[id] = entry.key.span
            if id == OUTCOME:
                outcome = fields.one_of(entry.value, outcomes, report, "an outcome", "unknown-verdict") or ""
            elif id in clocks:
                day = _date(entry.value, report)
                dates += [(id, day)] if day else []
            elif id in criteria:
                verdict = _verdict(entry.value, report)
                verdicts += [(id, verdict)] if verdict else []
            else:
                known = criteria | clocks
                report.error("unknown-criterion", f"no criterion is called `{id}`", entry.key.span, near(id, known))
    found = Example(name, request, outcome, tuple(verdicts), tuple(dates), span, spans)
    return replace(found, unconfirmed=fields.key_span(table, UNCONFIRMED)) if marked else found


# What people call the verdicts. "Unmet" is one letter pair away from its opposite.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    MET: ("yes", "ok", "pass", "passed", "true", "satisfied", "ready"),
    NOT_MET: ("no", "unmet", "fail", "failed", "fails", "false", "unsatisfied", "not satisfied", "not_met", "not-met"),
    MISSING: ("unknown", "not stated", "undocumented", "incomplete", "unclear"),
    NOT_APPLICABLE: ("n/a", "na", "none", "does not apply", "inapplicable", "not_applicable", "not-applicable"),
}


def _verdict(node: Node, report: Report) -> str | None:
    """One of the four verdicts."""
    called = node.text.lower() if isinstance(node, Text) else ""
    meant = next((verdict for verdict, words in SYNONYMS.items() if called in words), "")
    if meant and isinstance(node, Text):
        help = Advice(f"write {meant}", node.text, meant)
        report.error("unknown-verdict", f"`{node.text}` is not a verdict", node.span, help)
        return None
    return fields.one_of(node, VERDICTS, report, "a verdict", "unknown-verdict")


def _date(node: Node, report: Report) -> str | None:
    """The day on which a clock ends, or why there is none."""
    if isinstance(node, Text) and node.text in (MISSING, NOT_APPLICABLE):
        return node.text
    day = fields.day(node, report, "the day a clock ends")
    return day.isoformat() if day else None


def read_request(
    node: Node | None, facts: Mapping[str, Fact], report: Report, useless: Useless | None = None
) -> dict[str, Any]:
    """Facts with their values, as a request holds them. The places of `useless` facts are collected."""
    found = fields.table(node, report, "the facts of an example")
    request = {}
    for entry in found.entries if found else ():
        fact = facts.get(entry.key.text)
        if fact is None and useless is not None and entry.key.text in useless:
            useless[entry.key.text].append(entry.key.span)
            continue
        if fact is None:
            report.error(
                "unknown-fact",
                f"no fact of this policy is called `{entry.key.text}`",
                entry.key.span,
                near(entry.key.text, facts),
            )
            continue
        value = read_value(fact, entry.value, report)
        if value is not None:
            request[fact.name] = value
    return request


def read_value(fact: Fact, node: Node, report: Report) -> Any:
    """One value, with its unit; None where it cannot be read."""
    match fact.type:
        case YesNo():
            return fields.yes_no(node, report, f"`{fact.name}`")
        case Note():
            return fields.text(node, report, f"`{fact.name}`")
        case Date():
            day = fields.day(node, report, f"`{fact.name}`")
            return None if day is None else day.isoformat()
        case Number(unit=unit):
            text = fields.bare_text(node, report, f"`{fact.name}`")
            value = fields.quantity(text, unit, f"`{fact.name}`", report) if text else None
            return None if value is None else json_number(value)
        case Choice(options=options):
            return _option(node, [o.id for o in options], fact, report)
        case OptionSet(options=options):
            ids = [_option(item, [o.id for o in options], fact, report) for item in _list(node, fact, report)]
            return [id for id in ids if id is not None]
        case Codes():
            return [fields.text(item, report, "a code") for item in _list(node, fact, report)]
        case Findings(options=options):
            return _findings(node, [o.id for o in options], fact, report)
        case Records(fields=members):
            known = {member.name: member for member in members}
            return [read_request(item, known, report) for item in _list(node, fact, report)]
        case _:
            assert_never(fact.type)


def _list(node: Node, fact: Fact, report: Report) -> tuple[Node, ...]:
    if isinstance(node, Items):
        return node.items
    report.error("wrong-shape", f"`{fact.name}` must be a list", node.span, "write [] for none")
    return ()


def _option(node: Node, known: list[str], fact: Fact, report: Report) -> str | None:
    return fields.one_of(node, known, report, f"an answer of `{fact.name}`", "unknown-option")


def _findings(node: Node, known: list[str], fact: Fact, report: Report) -> dict[str, bool] | None:
    """`none`, `all`, or items with yes or no; `others: no` closes the list."""
    if isinstance(node, Text):
        which = fields.one_of(node, ("none", "all"), report, f"an answer of `{fact.name}`")
        return None if which is None else dict.fromkeys(known, which == "all")
    found = fields.table(node, report, f"the findings of `{fact.name}`")
    if found is None:
        return None
    given = fields.keys(found, (*known, OTHERS), (), report, f"`{fact.name}`")
    answers = {key: fields.yes_no(value, report, f"`{key}`") for key, value in given.items()}
    rest = answers.pop(OTHERS, None)
    found_for = {key: answers.get(key, rest) for key in known}
    return {key: answer for key, answer in found_for.items() if answer is not None}


def where(example: Example, key: str) -> Span:
    """The span of an example's `expect`."""
    return example.expect_spans.get(key, example.span)
