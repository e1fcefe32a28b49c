"""The problems of an invalid request for people: the question, what is wrong with the answer, what to write instead.

No value of the request is repeated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from wiser_policies._check import choosing
from wiser_policies._dates import in_words
from wiser_policies._lines import dated, wrapped
from wiser_policies._policy import Fact
from wiser_policies._result import Result
from wiser_policies._rules import Problem, listed

SMALL = 5
MOST_NAMED = 12  # answers that are named with their words
SAYS_ALL = ("no-version-on-that-day", "service-not-encoded", "several-services", "unknown-service")
IN_QUOTES = re.compile('"([^"]+)"')


def problem_lines(result: Result) -> Iterator[str]:
    """Every problem, numbered."""
    facts = result.policy.facts or choosing()
    for number, problem in enumerate(result.problems, 1):
        fact = _fact_at(facts, problem.path)
        if fact is None:
            yield from wrapped(f"{problem.path or 'the request'}: {dated(problem.rule)}", f"{number:>3}. ", "     ")
            continue
        yield from wrapped(f"{fact.ask}  ({problem.path})", f"{number:>3}. ", "     ")
        yield from wrapped(_mended(fact, problem), "     ", "     ")


def _fact_at(facts: Sequence[Fact], path: str) -> Fact | None:
    """The fact that a path leads to; of an item of findings the findings, of a record nothing."""
    name, _, rest = path.removeprefix("/").partition("/")
    fact = next((fact for fact in facts if fact.name == name), None)
    if fact is None or fact.kind != "list" or not rest:
        return fact
    return _fact_at(fact.fields, rest.partition("/")[2])


def _mended(fact: Fact, problem: Problem) -> str:
    """What is wrong, and what to write; where an item of findings is wrong, what to write for this item."""
    why = dated(problem.rule.removeprefix(f"must be {fact.rule}; ").removeprefix("must be true or false; "))
    if fact.kind == "findings" and problem.path.rpartition("/")[2] in fact.options:
        return _sentences(why, _yes_or_no("looked for and not present"))
    return _sentences(why, *([] if problem.code in SAYS_ALL else [f"Write {instead(fact)}"]))


def _sentences(*said: str) -> str:
    return " ".join(f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '?')) else '.'}" for words in said)


def _yes_or_no(no: str) -> str:
    return f"Write true or false, without quotation marks; false means {no}"


def instead(fact: Fact) -> str:
    """How a fact is stated, with an answer that can be written as it is."""
    such = json.dumps(example(fact))
    match fact.kind:
        case "yes_no":
            return "true for yes or false for no, without quotation marks"
        case "note":
            return f"where it stands, such as {such}, in quotation marks"
        case "number":
            return f"{such} or another number alone, without quotation marks or a unit: {fact.rule}"
        case "date":
            days = f"{in_words(fact.low)} to {in_words(fact.high)}"
            return f"a day from {days}, as year, month and day in quotation marks, such as {such}"
        case "choice":
            return f"one of {_options(fact)}"
        case "set":
            return f"{such} or another list in square brackets, of {_options(fact)}"
        case "findings":
            return f"{such} or the like, true for present, false for looked for and not present: {_options(fact)}"
        case "codes":
            return f"{such} or other codes in this way, each without a modifier such as -LT"
        case "list":
            return f"{such}, with a pair of braces for each record and a comma between them"
        case _:
            assert_never(fact.kind)


def _options(fact: Fact) -> str:
    pairs = zip(fact.options, fact.labels or fact.options, strict=True)
    if len(fact.options) > MOST_NAMED:
        return ", ".join(json.dumps(option) for option in fact.options)
    return listed([f'"{option}"' + ("" if label == option else f" ({label})") for option, label in pairs], "or")


def example(fact: Fact) -> Any:
    """An answer to a fact, as JSON values, that breaks no rule."""
    match fact.kind:
        case "yes_no":
            return False
        case "note":
            return "p. 3"
        case "number":
            return SMALL if fact.low <= SMALL <= fact.high else fact.low
        case "date":
            return fact.low
        case "choice":
            return fact.options[0]
        case "set":
            return [fact.options[0]]
        case "findings":
            return {fact.options[0]: False}
        case "codes":
            return IN_QUOTES.findall(fact.rule)[:1]
        case "list":
            return [{field.name: example(field) for field in fact.fields}]
        case _:
            assert_never(fact.kind)
