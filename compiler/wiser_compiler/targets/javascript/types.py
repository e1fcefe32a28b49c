"""The TypeScript types of the requests of a policy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
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
    lines += ["", "/** The criteria, by their ids. */", *_union("export type CriterionId =", ids or ["never"])]
    title = _in_comment(policy.title)
    return HEAD.format(key=policy.key, title=title) + "\n".join(lines) + "\n" + TAIL


def _interface(name: str, facts: Iterable[Fact]) -> Iterator[str]:
    yield f"export interface {name} {{"
    for fact in facts:
        yield from _comment(fact)
        yield from _member(f"{property_name(fact.name)}?:", type_of(fact), "  ")
    yield "}"


def _comment(fact: Fact) -> Iterator[str]:
    unit = f" ({fact.type.unit})" if isinstance(fact.type, Number) and fact.type.unit else ""
    kind = rule(fact.type) + unit if isinstance(fact.type, Number | Date | Note | Codes) else ""
    words = [fact.ask, *([kind[0].upper() + kind[1:]] if kind else [])]
    lines = [line for text in words for line in wrap(_in_comment(text), WIDTH - 5, break_long_words=False)]
    yield f"  /** {lines[0]}{' */' if len(lines) == 1 else ''}"
    for number, line in enumerate(lines[1:], 2):
        yield f"   * {line}{' */' if number == len(lines) else ''}"


def type_of(fact: Fact) -> list[str]:
    """The type of a value as the parts of a union, or of what stands between braces or brackets."""
    match fact.type:
        case YesNo():
            return ["boolean"]
        case Note() | Date():
            return ["string"]
        case Number():
            return ["number"]
        case Choice(options=options):
            return _ids(options)
        case OptionSet(options=options):
            return [f"ReadonlyArray<{' | '.join(_ids(options))}>"]
        case Findings(options=options):
            inner = "; ".join(f"readonly {property_name(option.id)}?: boolean" for option in options)
            return [f"{{ {inner} }}"]
        case Codes():
            return ["readonly string[]"]
        case Records():
            return [f"readonly {record_name(fact)}[]"]
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


def _member(before: str, parts: list[str], indent: str) -> Iterator[str]:
    yield from _union(f"{indent}readonly {before}", parts, indent)


def _union(before: str, parts: list[str], indent: str = "") -> Iterator[str]:
    """The alternatives of a union, on one line or filled into lines."""
    line = f"{before} {' | '.join(parts)};"
    if len(line) <= WIDTH or len(parts) == 1:
        yield line
        return
    yield before
    current = f"{indent}  |"
    for part in parts:
        if len(current) + len(part) + 3 > WIDTH:
            yield current.rstrip(" |")
            current = f"{indent}  |"
        current += f" {part} |"
    yield f"{current.removesuffix(' |')};"


def _in_comment(text: str) -> str:
    """Text that does not end the comment around it."""
    return text.replace("*/", "*\u200b/")
