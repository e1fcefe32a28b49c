"""The example that a policy lacks, as YAML to paste: its changes of the base example, and what it expects."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, assert_never

from wiser_compiler.core.case import nearest_base
from wiser_compiler.core.model import (
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
from wiser_compiler.core.words import amount

WIDTH = 120
BARE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*")
# Words that YAML readers do not take for text.
TAKEN = re.compile(r"(?i)yes|no|y|n|true|false|on|off|null|\.?nan|\.?inf|none|all")


def missing_example(policy: Policy, name: str, request: Mapping[str, Any], expect: Mapping[str, str]) -> str:
    """A case for `examples: cases:`, relative to the nearest base example."""
    near = nearest_base(policy, request)
    base = near.request
    facts = {fact.name: fact for fact in policy.facts}
    change = {name: value for name, value in request.items() if name not in base or base[name] != value}
    without = [name for name in base if name not in request]
    return "\n".join(
        [
            f"    - name: {text(name)}",
            *([f"      base: {near.base}"] if near.base else []),
            *(_mapping("change", {name: written(facts[name], value) for name, value in change.items()})),
            *([f"      without: [{', '.join(without)}]"] if without or not change else []),
            *_mapping("expect", dict(expect)),
        ]
    )


def missing_base(policy: Policy, name: str, request: Mapping[str, Any], expect: str) -> str:
    """The section `examples:` with a base alone."""
    facts = [f"      {fact.name}: {written(fact, request[fact.name])}" for fact in policy.facts if fact.name in request]
    head = ("examples:", "  base:", f"    name: {text(name)}", *(["    facts:"] if facts else []))
    return "\n".join([*head, *facts, f"    expect: {expect}"])


def _mapping(key: str, entries: Mapping[str, str]) -> list[str]:
    """A mapping on one line if it fits, else with one line for each entry."""
    if not entries:
        return []
    line = f"      {key}: {{{', '.join(f'{name}: {value}' for name, value in entries.items())}}}"
    return [line] if len(line) <= WIDTH else [f"      {key}:", *(f"        {n}: {v}" for n, v in entries.items())]


def written(fact: Fact, value: Any) -> str:
    """The value of a fact as an author writes it in an example."""
    match fact.type:
        case YesNo():
            return "yes" if value else "no"
        case Note() | Choice():
            return text(value)
        case Number(unit=unit):
            return amount(value, unit)
        case Date():
            return f'"{value}"'
        case OptionSet() | Codes():
            return f"[{', '.join(map(text, value))}]"
        case Findings(options=options):
            return _findings([option.id for option in options], value)
        case Records(fields=fields):
            members = {field.name: field for field in fields}
            rows = ("{" + ", ".join(f"{n}: {written(members[n], v)}" for n, v in row.items()) + "}" for row in value)
            return f"[{', '.join(rows)}]"
        case _:
            assert_never(fact.type)


def _findings(known: list[str], value: Mapping[str, bool]) -> str:
    found = [f"{id}: {'yes' if value[id] else 'no'}" for id in known if id in value]
    if len(value) < len(known):
        return f"{{{', '.join(found)}}}"
    if len(set(value.values())) == 1:
        return "all" if next(iter(value.values())) else "none"
    return f"{{{', '.join(f'{id}: yes' for id in known if value[id])}, others: no}}"


def text(words: str) -> str:
    """A text as YAML, in quotes where it would be read as something else."""
    plain = BARE.fullmatch(words) and not TAKEN.fullmatch(words)
    return words if plain else json.dumps(words, ensure_ascii=False)
