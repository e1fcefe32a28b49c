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
from wiser_compiler.targets.python.code import STEP, WIDTH, Atom, Code, Truth, both, bracketed, compared, either, quoted
from wiser_compiler.targets.python.logic import literal
from wiser_compiler.targets.python.naming import Naming


def reads(facts: Iterable[Fact], naming: Naming) -> list[str]:
    """Lines that read every fact into its variable, once."""
    return [f"{STEP * 2}{naming.local(fact.name)} = get({quoted(fact.name)})" for fact in facts]


def option_sets(policy: Policy) -> list[str]:
    """The answers of each choice, set or findings as a constant."""
    asked = list(_with_options(policy.facts))
    lines = ["YES_OR_NO = frozenset((bool,))"] if any(isinstance(fact.type, Findings) for fact in asked) else []
    for fact in asked:
        items = [quoted(option) for option in options_of(fact)]
        lines += listed(f"{constant(fact)} = frozenset((", items, "))", "")
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
    lines = []
    for fact in policy.facts:
        if isinstance(fact.type, Records):
            doc = f"The same for one record of {fact.name}."
            lines += _is_valid(naming.function("is_valid", fact.name), "row", doc, fact.type.fields, naming)
    doc = "The fast look at the types: what it refuses, `problems` looks at again."
    return [*_is_valid("is_valid", "request", doc, policy.facts, naming), *lines]


def _is_valid(name: str, what: str, doc: str, facts: Sequence[Fact], naming: Naming) -> list[str]:
    tests: list[str] = []
    for number, fact in enumerate(facts):
        test = either(Atom(f"{naming.local(fact.name)} is None"), keeps(fact, naming))
        tests += bracketed(test, STEP * 3, "and " if number else "")
    counted = [f"({naming.local(fact.name)} is not None)" for fact in facts]
    return [
        f"def {name}({what}: object) -> bool:",
        f'    """{doc}"""',
        f"    if type({what}) is not dict:",
        "        return False",
        f"    get = {what}.get",
        "    try:",
        *reads(facts, naming),
        "        return (",
        *tests,
        "            # no key that is not a fact, and no null",
        *_sum(f"and len({what}) == ", counted, STEP * 3),
        "        )",
        "    except Exception:  # of another type, or an object that cannot be compared",
        "        return False",
        "",
        "",
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
            # Anything but text raises TypeError here, which is_valid takes for invalid.
            return both(Atom(f"{literal(first)} <= {name} <= {literal(last)}"), Atom(f"{naming.use('is_day')}({name})"))
        case Choice():
            return Atom(f"{name} in {constant(fact)}")
        case OptionSet():
            return both(
                Atom(f"type({name}) is list"),
                Atom(f"{constant(fact)}.issuperset({name})"),
                Atom(f"len(set({name})) == len({name})"),
            )
        case Findings():
            return both(
                Atom(f"type({name}) is dict"),
                Atom(f"{constant(fact)}.issuperset({name})"),
                Atom(f"YES_OR_NO.issuperset(map(type, {name}.values()))"),
            )
        case Codes(system=system):
            return Atom(f"{naming.use('is_codes')}({name}, {quoted(CODE_SYSTEMS[system])})")
        case Records(most=most):
            return both(
                Atom(f"type({name}) is list"),
                Atom(f"len({name}) <= {most}"),
                Atom(f"all(map({naming.function('is_valid', fact.name)}, {name}))"),
                *_distinct(fact.type, name),
            )
        case _:
            assert_never(fact.type)


def _distinct(kind: Records, name: str) -> list[Code]:
    """Code that no record repeats another.

    It may refuse records with fields that are not stated, which the thorough check accepts.
    """
    if not kind.unique:
        return []
    keys = [f"row.get({quoted(field)})" for field in kind.unique]
    key = keys[0] if len(keys) == 1 else f"({', '.join(keys)})"
    return [either(Atom(f"len({name}) < 2"), compared(f"len({{{key} for row in {name}}})", "==", f"len({name})"))]


def python_type(fact: Fact) -> str:
    """The annotation of a fact that is stated."""
    match fact.type:
        case YesNo():
            return "bool"
        case Number(places=places):
            return "float" if places else "int"
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
