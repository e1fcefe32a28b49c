"""The TypeScript types of the requests of a policy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import assert_never

from wiser_compiler.core.case import rule
from wiser_compiler.core.model import (
    Choice,
    Codes,
    Date,
    Fact,
    Findings,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Records,
    YesNo,
)

WIDTH = 120
HEAD = """\
/** The compiled policy {key}: {title}. Generated; do not edit. */

import type {{ CompiledPolicy }} from "../../types.js";

/** What a request may state. A fact that the chart does not state is left out. */
"""
TAIL = """\

declare const policy: CompiledPolicy<CriterionId>;
export default policy;
"""


def types_of(policy: Policy) -> str:
    """The declarations for the module of a policy."""
    lists = [(fact, fact.type) for fact in policy.facts if isinstance(fact.type, Records)]
    lines = [*_interface("Request", policy.facts)]
    for fact, kind in lists:
        lines += ["", f"/** A record of `{fact.name}`. */", *_interface(record_name(fact), kind.fields)]
    ids = [quoted(criterion.id) for criterion in policy.criteria]
    lines += ["", "/** The criteria, by their ids. */", *_union("export type CriterionId =", "", ids or ["never"], "")]
    title = _in_comment(policy.title)
    return HEAD.format(key=policy.key, title=title) + "\n".join(lines) + "\n" + TAIL


def _interface(name: str, facts: Iterable[Fact]) -> Iterator[str]:
    yield f"export interface {name} {{"
    for fact in facts:
        yield from _comment(fact)
        yield from _member(fact)
    yield "}"


def _comment(fact: Fact) -> Iterator[str]:
    """The question, and what may be stated."""
    words = [fact.ask]
    match fact.type:
        case Choice(options=options) | OptionSet(options=options):
            told = [f"{option.id}: {option.label}" for option in options if option.id.replace("_", " ") != option.label]
            words += [f"{'; '.join(told)}."] if told else []
        case Number() | Date() | Note() | Codes():
            words.append(f"{rule(fact.type)[0].upper()}{rule(fact.type)[1:]}.")
        case YesNo() | Findings() | Records():
            pass
        case _:
            assert_never(fact.type)
    lines = [line for text in words for line in wrap(_in_comment(text), WIDTH - 8, break_long_words=False)]
    yield f"  /** {lines[0]}{' */' if len(lines) == 1 else ''}"
    for number, line in enumerate(lines[1:], 2):
        yield f"   * {line}{' */' if number == len(lines) else ''}"


def _member(fact: Fact) -> Iterator[str]:
    before = f"  readonly {property_name(fact.name)}?:"
    match fact.type:
        case YesNo():
            yield f"{before} boolean;"
        case Note() | Date():
            yield f"{before} string;"
        case Number():
            yield f"{before} number;"
        case Choice(options=options):
            yield from _union(before, "", _ids(options), "")
        case OptionSet(options=options):
            yield from _union(before, "ReadonlyArray<", _ids(options), ">")
        case Findings(options=options):
            yield f"{before} {{"
            for option in options:
                yield f"    /** {_in_comment(option.label)} */"
                yield f"    readonly {property_name(option.id)}?: boolean;"
            yield "  };"
        case Codes():
            yield f"{before} readonly string[];"
        case Records():
            yield f"{before} readonly {record_name(fact)}[];"
        case _:
            assert_never(fact.type)


def record_name(fact: Fact) -> str:
    """The name of the type of a list's records: `PriorSessionsRecord`."""
    return "".join(word.capitalize() for word in re.split("[^A-Za-z0-9]+", fact.name)) + "Record"


def property_name(name: str) -> str:
    """A name as a key of a type."""
    return name if re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name) else quoted(name)


def quoted(text: str) -> str:
    """Text as a literal, which is a type of one value."""
    return json.dumps(text)


def _ids(options: Iterable[Option]) -> list[str]:
    return [quoted(option.id) for option in options]


def _union(before: str, opening: str, parts: Sequence[str], closing: str) -> Iterator[str]:
    """The alternatives of a union, on one line or filled into lines."""
    line = f"{before} {opening}{' | '.join(parts)}{closing};"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{before}{' ' if opening else ''}{opening}"
    indent = before[: len(before) - len(before.lstrip())] + "  "
    current = f"{indent}|"
    for part in parts:
        if len(current) + len(part) + 3 > WIDTH:
            yield current.removesuffix(" |")
            current = f"{indent}|"
        current += f" {part} |"
    yield f"{current.removesuffix(' |')}{closing};"


def _in_comment(text: str) -> str:
    """Text that does not end the comment around it."""
    return text.replace("*/", "*\u200b/")
