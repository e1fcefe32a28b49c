"""The fast check of the types of a request, and the table of facts for the thorough check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from wiser_compiler.core.case import BLANK
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    CODE_SYSTEMS,
    MOST_NOTE,
    Choice,
    Codes,
    Date,
    Fact,
    Findings,
    Note,
    Number,
    OptionSet,
    Policy,
    Records,
    YesNo,
)
from wiser_compiler.targets.python.code import (
    STEP,
    WIDTH,
    YES,
    Atom,
    Code,
    Truth,
    both,
    bracketed,
    compared,
    either,
    layout,
    quoted,
)
from wiser_compiler.targets.python.logic import literal
from wiser_compiler.targets.python.naming import Naming


def _reads(facts: Iterable[Fact], what: str, indent: str, naming: Naming) -> list[str]:
    """Lines that read every fact into its variable, once."""
    return [f"{indent}{naming.local(fact.name)} = {what}.get({quoted(fact.name)})" for fact in facts]


def option_sets(policy: Policy) -> list[str]:
    """The answers of each choice, set or findings as a constant."""
    lines = []
    for fact in _with_options(policy.facts):
        items = [quoted(option) for option in options_of(fact)]
        lines += listed(f"{constant(fact)}: Final = frozenset((", items, "))", "")
    return lines


def listed(before: str, items: Sequence[str], after: str, indent: str) -> list[str]:
    """Items between brackets, filled into lines."""
    line = f"{indent}{before}{', '.join(items)}{',' if len(items) == 1 else ''}{after}"
    if len(line) <= WIDTH:
        return [line]
    lines, current = [f"{indent}{before}"], ""
    for item in items:
        if current and len(indent) + len(STEP) + len(current) + len(item) + 2 > WIDTH:
            lines.append(f"{indent}{STEP}{current.rstrip()}")
            current = ""
        current += f"{item}, "
    return [*lines, f"{indent}{STEP}{current.rstrip()}", f"{indent}{after}"]


def is_valid(policy: Policy, naming: Naming) -> list[str]:
    """The fast check: one expression over the values of a request, and one for the records of each list."""
    lines = [
        "def is_valid(request: object) -> bool:",
        '    """The fast look at the types: what it refuses, `problems` looks at again."""',
        "    if type(request) is not dict:",
        "        return False",
        "    try:",
        *_reads(policy.facts, "request", STEP * 2, naming),
        *_all_kept("return (", policy.facts, "request", ")", STEP * 2, naming),
        *UNUSABLE,
    ]
    for fact in policy.facts:
        if isinstance(fact.type, Records):
            lines += _are_valid(fact, fact.type, naming)
    return lines


UNUSABLE = (
    "    except Exception:  # of another type, or an object that cannot be compared",
    "        return False",
    "",
    "",
)


def _are_valid(fact: Fact, kind: Records, naming: Naming) -> list[str]:
    return [
        f"def {naming.function('is_valid', fact.name)}(rows: object) -> bool:",
        f'    """The same for the records of {fact.name}."""',
        f"    if type(rows) is not list or len(rows) > {kind.most}:",
        "        return False",
        "    try:",
        "        for row in rows:",
        "            if type(row) is not dict:",
        "                return False",
        *_reads(kind.fields, "row", STEP * 3, naming),
        *_all_kept("if not (", kind.fields, "row", "):", STEP * 3, naming),
        f"{STEP * 4}return False",
        *layout(_distinct(kind), STEP * 2, "return "),
        *UNUSABLE,
    ]


def _all_kept(before: str, facts: Sequence[Fact], what: str, after: str, indent: str, naming: Naming) -> list[str]:
    """The expression that every value keeps its rule, and that there are no others."""
    tests: list[str] = []
    for number, fact in enumerate(facts):
        test = either(Atom(f"{naming.local(fact.name)} is None"), keeps(fact, naming))
        tests += bracketed(test, indent + STEP, "and " if number else "")
    counted = [f"({naming.local(fact.name)} is not None)" for fact in facts]
    return [
        f"{indent}{before}",
        *tests,
        f"{indent}{STEP}# no key that is not a fact, and no null",
        *_sum(f"and len({what}) == ", counted, indent + STEP),
        f"{indent}{after}",
    ]


def _sum(before: str, items: Sequence[str], indent: str) -> list[str]:
    line = f"{indent}{before}{' + '.join(items)}"
    if len(line) <= WIDTH:
        return [line]
    rest = [f"{indent}{STEP}{'+ ' if number else ''}{item}" for number, item in enumerate(items)]
    return [f"{indent}{before}(", *rest, f"{indent})"]


def keeps(fact: Fact, naming: Naming) -> Code:
    """Code that a value keeps the rule of its fact (`core.case.rule`)."""
    name = naming.local(fact.name)
    match fact.type:
        case YesNo():
            return either(Truth(Atom(name), True), Truth(Atom(name), False))
        case Note():
            short = Atom(f"len({name}) <= {MOST_NOTE}")
            return both(Atom(f"type({name}) is str"), short, Atom(f'{name}.strip({quoted(BLANK)}) != ""'))
        case Number(low=low, high=high, places=0):
            return both(Atom(f"type({name}) is int"), Atom(f"{literal(low)} <= {name} <= {literal(high)}"))
        case Number(low=low, high=high, places=places):
            whole = both(Atom(f"type({name}) is int"), Atom(f"{literal(low)} <= {name} <= {literal(high)}"))
            is_number = naming.use("is_number")
            return either(whole, Atom(f"{is_number}({name}, {literal(low)}, {literal(high)}, {places})"))
        case Date(first=first, last=last):
            return both(
                Atom(f"isinstance({name}, str)"),
                Atom(f"{literal(first)} <= {name} <= {literal(last)}"),
                Atom(f"{naming.use('is_day')}({name})"),
            )
        case Choice():
            # An object that only says it is equal to an answer is none.
            return both(Atom(f"isinstance({name}, str)"), Atom(f"{name} in {constant(fact)}"))
        case OptionSet():
            return both(
                Atom(f"type({name}) is list"),
                Atom(f"{constant(fact)}.issuperset({name})"),
                Atom(f"len(set({name})) == len({name})"),
            )
        case Findings():
            return Atom(f"{naming.use('is_findings')}({name}, {constant(fact)})")
        case Codes(system=system):
            return Atom(f"{naming.use('is_codes')}({name}, {quoted(CODE_SYSTEMS[system])})")
        case Records():
            return Atom(f"{naming.function('is_valid', fact.name)}({name})")
        case _:
            assert_never(fact.type)


def _distinct(kind: Records) -> Code:
    """Code that no record repeats another.

    It may refuse records with fields that are not stated, which the thorough check accepts.
    """
    if not kind.unique:
        return YES
    keys = [f"row.get({quoted(field)})" for field in kind.unique]
    key = keys[0] if len(keys) == 1 else f"({', '.join(keys)})"
    return either(Atom("len(rows) < 2"), compared(f"len({{{key} for row in rows}})", "==", "len(rows)"))


def python_type(fact: Fact) -> str:
    """The annotation of a fact that is stated."""
    match fact.type:
        case YesNo():
            return "bool"
        case Number():
            return "float"  # a whole number may be written 4.0
        case OptionSet() | Codes():
            return "list[str]"
        case Findings():
            return "dict[str, bool]"
        case Records():
            return "list[dict[str, Any]]"
        case Note() | Date() | Choice():
            return "str"
        case _:
            assert_never(fact.type)


def constant(fact: Fact) -> str:
    """The constant that holds the answers of a fact."""
    return f"{fact.name.upper()}_ANSWERS"


def options_of(fact: Fact) -> tuple[str, ...]:
    """The ids of the answers of a fact."""
    return tuple(option.id for option in kind_of(fact.type).options)


def _with_options(facts: Iterable[Fact]) -> Iterator[Fact]:
    for fact in facts:
        kind = kind_of(fact.type)
        if kind.options:
            yield fact
        yield from _with_options(kind.fields)
