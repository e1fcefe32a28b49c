"""A policy as JSON Schema: `request`, `possible`, `ready` and `result`, for any language.

`request` is the shape of a request. `possible` refuses only requests that are surely not met, and `ready` accepts only
requests that are surely met. So every request that meets the criteria lies between the two. Each schema begins with
what it cannot say.

The canonical files are 2020-12 in the portable subset of keywords; their
draft-07 twins differ in names alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from wiser_compiler.core.case import read_case
from wiser_compiler.core.model import Criterion, Expr, Policy, Worded
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.walk import criterion_parts, parts
from wiser_compiler.json_text import printed
from wiser_compiler.targets.json_schema.halves import criterion_halves
from wiser_compiler.targets.json_schema.logic import ANYTHING, NOTHING, Half, Schema
from wiser_compiler.targets.json_schema.result import result
from wiser_compiler.targets.json_schema.shape import record, unchecked
from wiser_compiler.targets.output import Gap, Output

SITE = "https://wiser-policies.example/"


def json_schema(policy: Policy) -> Output:
    """The four schemas of a policy, each in both drafts, and what they cannot say."""
    deciding = [criterion for criterion in policy.criteria if criterion.effect != "advisory"]
    decided = [(criterion, criterion_halves(criterion)) for criterion in deciding]
    ready = [(criterion, halves.met) for criterion, halves in decided]
    refused = [(criterion, halves.unmet) for criterion, halves in decided]
    gaps = {"ready": _gaps(ready, READY), "possible": _gaps(refused, POSSIBLE)}
    schemas = {
        "request": _request(policy),
        "possible": _judging(policy, "possible", gaps["possible"], [_entry(c, _refusing(half)) for c, half in refused]),
        "ready": _judging(policy, "ready", gaps["ready"], [_entry(c, half.schema) for c, half in ready]),
        "result": _result(policy),
    }
    folder = f"json_schema/{policy.id}/{policy.version}/"
    files = {}
    for name, schema in schemas.items():
        path, twin = f"{folder}{name}.schema.json", f"{folder}draft-07/{name}.schema.json"
        files[path] = printed({"$schema": DRAFT_2020_12, "$id": SITE + path, **schema})
        # A schema without definitions differs between the drafts in its head alone.
        other = _in_draft_07(schema) if "$defs" in schema else schema
        files[twin] = printed({"$schema": DRAFT_07, "$id": SITE + twin, **other})
    of_request = [Gap("", f"request does not check {text}") for text in unchecked(policy.facts)]
    return Output(files, (*of_request, *gaps["possible"], *gaps["ready"]))


DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema"
DRAFT_07 = "http://json-schema.org/draft-07/schema#"


def _in_draft_07(schema: Any) -> Any:
    """The same schema under the names of draft-07."""
    match schema:
        case dict():
            return {("definitions" if key == "$defs" else key): _twin_of(key, value) for key, value in schema.items()}
        case list():
            return [_in_draft_07(item) for item in schema]
        case _:
            return schema


def _twin_of(key: str, value: Any) -> Any:
    return value.replace("#/$defs/", "#/definitions/") if key == "$ref" else _in_draft_07(value)


# ---------------------------------------------------------------- the four schemas


def _request(policy: Policy) -> Schema:
    about = "The shape of a request: which facts it may state, and in which form. What they mean is not checked."
    valid = (e.request for e in policy.examples if not read_case(policy.facts, e.request)[1])
    examples = list(islice(valid, 1))
    return {
        **_head(policy, "request", [*_not_checked(policy), about, ABSENT]),
        **record(policy.facts),
        **({"examples": examples} if examples else {}),
    }


def _judging(policy: Policy, name: str, gaps: Sequence[Gap], entries: Sequence[Schema]) -> Schema:
    said = [f"{gap.criterion}: {gap.text}." for gap in gaps]
    first = ["What this schema cannot say:", *said] if said else []
    advisory = "Advisory criteria are left out."
    return {
        **_head(policy, name, [*first, *_not_checked(policy), ABOUT[name], advisory, ABSENT]),
        **record(policy.facts),
        **({"allOf": entries} if entries else {}),
    }


ABOUT = {
    "possible": ("Refuses only requests in which a criterion is surely not met. What is not refused need not be met."),
    "ready": (
        "Accepts only requests in which every criterion is surely met or surely does not apply. "
        "What is not accepted need not be unmet."
    ),
}


def _result(policy: Policy) -> Schema:
    about = "What a validator answers. It speaks of documentation alone."
    return {**_head(policy, "result", [about]), **result(policy)}


def _head(policy: Policy, name: str, lines: Sequence[str]) -> Schema:
    return {
        "$comment": f"Generated by wiser-policies from {policy.key}, meaning {meaning(policy)}. Do not edit.",
        "title": f"{policy.title}, version {policy.version}: {name}",
        "description": "\n".join(lines),
    }


ABSENT = "A fact that is left out is not stated, which is not the same as false. Null is refused."


def _not_checked(policy: Policy) -> list[str]:
    return [f"Not checked here: {text}." for text in unchecked(policy.facts)]


# ---------------------------------------------------------------- criteria


def _entry(criterion: Criterion, schema: Schema) -> Schema:
    return {"title": criterion.id, "description": _description(criterion), **schema}


def _refusing(half: Half) -> Schema:
    return ANYTHING if half.schema == NOTHING else {"not": half.schema}


def _description(criterion: Criterion) -> str:
    """Its title, its place in the sources, and their words."""
    cited = [
        ", ".join(text for text in (cite.source.title, cite.source.version, cite.source.section, cite.place) if text)
        for cite in criterion.cite
    ]
    quoted = list(dict.fromkeys(f'"{quote}"' for part in criterion_parts(criterion) for quote in _quotes(part)))
    return ". ".join([criterion.title, *cited, *quoted]) + "."


def _quotes(expr: Expr) -> Iterator[str]:
    if isinstance(expr, Worded) and expr.quote:
        yield expr.quote
    for part in parts(expr):
        yield from _quotes(part)


READY = ("ready accepts no request, because of this", "ready accepts only part of what meets this")
POSSIBLE = (
    "possible refuses no request for this",
    "possible refuses only part of what surely does not meet this",
)


def _gaps(said: Sequence[tuple[Criterion, Half]], words: tuple[str, str]) -> list[Gap]:
    """What the halves of the criteria leave out."""
    nothing, part = words
    return [
        Gap(criterion.id, f"{nothing if half.schema == NOTHING else part}: {'; '.join(half.left_out)}")
        for criterion, half in said
        if half.left_out
    ]
