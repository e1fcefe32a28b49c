"""A criterion to be filled in for a box of a source, with a test for each number in its words.

The words of the source stand above it as a comment. What the chart must show is for the author to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from textwrap import wrap

from wiser_compiler.core.quoted_numbers import QuotedNumber, phrases_in
from wiser_compiler.core.words import amount
from wiser_compiler.linting.sources.boxes import Box

WIDTH = 110  # of a comment
WORDS: Mapping[object, str] = {">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than", "==": "is"}
# The words between two numbers that are alternatives: an `or` close before the second one, and nothing else that joins.
OR = re.compile(r"(?i)(?!.*\b(?:and|but)\b)[^.;:]*\bor\b\W*(?:\w+\W+){0,4}")


@dataclass(slots=True)
class Draft:
    """The parts of a document that are written one by one."""

    facts: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    stated: list[str] = field(default_factory=list)


def add_stub(number: int, box: Box, draft: Draft) -> None:
    """A criterion for one box, with the words of the source as a comment, and a test for each number in them."""
    name = f"box_{number}"
    for words in (f"Above this box: {box.above}",) if box.above else ():
        draft.criteria += comment(words, "  ")
    draft.criteria += [f"  box-{number}:", *(row for line in box.lines if line for row in comment(line, "    "))]
    draft.criteria += [
        '    title: "TODO say what the chart must show"',
        f"    cite: {{guide: box {number}}}",
    ]
    tests = [[name]]  # those in one list are alternatives
    draft.facts.append(f'    {name}: {{type: note, ask: "TODO where does the chart show this?"}}')
    draft.stated.append(f"      {name}: p. {number}")
    taken: set[str] = set()
    behind = ""  # the words behind the last number that became a comparison
    for words, said in phrases_in(box.words):
        if said[0].value >= 10_000:  # a code
            continue
        quote = json.dumps(words, ensure_ascii=False)
        if said[0].op not in WORDS:
            tests.append([f"{{{name}: documented, quote: {quote}}}"])
            behind = ""
            continue
        fact = _number_fact(name, said[0], taken)
        draft.facts.append(f"    {fact}: {_declared(said[-1])}")
        draft.stated.append(f"      {fact}: {amount(_kept(said[0]), said[0].unit)}")
        ends = "".join(f"{WORDS[each.op]}: {amount(each.value, each.unit)}, " for each in said)
        test = f"{fact}: {{{ends}quote: {quote}}}"
        between, _, after = (behind or box.words).partition(words)
        if behind and OR.fullmatch(between):
            tests[-1].append(test)
        else:
            tests.append([test])
        behind = after
    draft.criteria += ["    require:", *(line for each in tests for line in _alternatives(each))]
    draft.criteria += ['    quote: "TODO the few words that ask for it"', ""] if tests == [[name]] else [""]


def _alternatives(tests: list[str]) -> list[str]:
    """One test, or the `any` of several, as lines below `require`."""
    if len(tests) == 1:
        return [f"      - {tests[0]}"]
    return ["      - any:", *(f"          - {test}" for test in tests)]


def _number_fact(name: str, said: QuotedNumber, taken: set[str]) -> str:
    """A name of its own for the number of a box."""
    base = f"{name}_{re.sub(r'[^a-z0-9]+', '_', said.unit) or 'number'}"
    fact = next(each for each in (base, *(f"{base}_{n}" for n in range(2, 1000))) if each not in taken)
    taken.add(fact)
    return fact


def _declared(said: QuotedNumber) -> str:
    places = max(0, -int(said.value.as_tuple().exponent))
    most = 100 if said.unit == "percent" and said.value <= 100 else max(0, int(said.value)) * 10 + 10
    least = min(0, int(said.value)) * 10
    keys = {"type": "number", "unit": said.unit, "from": str(least), "to": str(most), "places": str(places or "")}
    declared = ", ".join(f"{key}: {value}" for key, value in keys.items() if value)
    return f'{{{declared}, ask: "TODO how many {said.unit or "are there"}?"}}'


def _kept(said: QuotedNumber) -> Decimal:
    """A number that keeps the bound."""
    step = Decimal(1).scaleb(min(0, int(said.value.as_tuple().exponent)))
    # other kinds: the number itself keeps the bound
    return said.value + (step if said.op == ">" else -step if said.op == "<" else 0)


def comment(words: str, indent: str) -> Iterator[str]:
    """The lines of a comment that holds these words."""
    yield from wrap(words, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ", break_on_hyphens=False)
