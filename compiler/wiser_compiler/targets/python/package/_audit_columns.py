"""The columns that a table of requests can have: what each cell holds, and the question that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from wiser_policies._audit_rows import as_record
from wiser_policies._check import validator
from wiser_policies._policy import Fact

HEAD = ("column", "holds", "asks")


def columns_of(policy: str) -> str:
    """The columns of a policy as CSV; without a version, of its newest one. Raises LookupError."""
    rows = [row for fact in validator(policy).POLICY.facts for row in _columns(fact)]
    return "".join(map(as_record, (HEAD, *rows)))


def _columns(fact: Fact) -> Iterator[tuple[str, str, str]]:
    match fact.kind:
        case "findings":
            for item, label in zip(fact.options, fact.labels, strict=True):
                yield f"{fact.name}.{item}", "true or false", f"{fact.ask} {label}"
        case "codes" | "set":
            yield fact.name, f"{fact.rule}; with ; between them", fact.ask
        case "list":
            fields = ", ".join(f'"{field.name}" ({field.rule})' for field in fact.fields)
            yield fact.name, f"JSON: {fact.rule}, such as [{{…}}, {{…}}] with {fields}", fact.ask
        case "yes_no" | "note" | "number" | "date" | "choice":
            yield fact.name, fact.rule, fact.ask
        case _:
            assert_never(fact.kind)
