"""The catalog: every policy, version, service and file, as data for programs that choose among them.

Unlike a target it is about all policies together and about the files that were made of them, so a build makes it last.
It does not list itself; the manifest of the build lists every file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from wiser_compiler import __version__
from wiser_compiler.core.as_data import sources_as_data
from wiser_compiler.core.model import Changes, Code, Manner, Policy, Service
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.json_text import printed
from wiser_compiler.targets.output import Output

FORM = "wiser-catalog/1"
# Where the catalog lies below `generated/`: the package for npm is published by itself, and has a copy.
PATHS = ("catalog.json", "javascript/catalog.json")

Data: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Built:
    """One version with the digest of its document, and what a build made of it: the entry of each target, the digest of
    each file, the number of its examples, and the recorded mutation score of this very document.
    """

    policy: Policy
    document: str
    targets: Mapping[str, Mapping[str, Any]]
    digests: Mapping[str, str]
    examples: int
    mutation: Mapping[str, Any] | None


def catalog(built: Sequence[Built], shared: Mapping[str, str]) -> Output:
    """`catalog.json`, for versions in the order in which it lists them, and the digests of the files that all share."""
    policies = {one.policy.key: one.policy for one in built if not one.policy.program}
    text = printed(
        {
            "form": FORM,
            "version": __version__,
            "programs": {
                one.policy.key: _version(one)
                | {"services": [_service(each, one.policy, policies) for each in one.policy.services]}
                for one in built
                if one.policy.program
            },
            "policies": {one.policy.key: _version(one) for one in built if not one.policy.program},
            "shared": dict(sorted(shared.items())),
        }
    )
    return Output(dict.fromkeys(PATHS, text))


def _version(one: Built) -> Data:
    policy = one.policy
    return {
        "id": policy.id,
        "version": policy.version,
        "title": policy.title,
        "part_of": policy.part_of or None,
        "effective": policy.effective.isoformat(),
        "until": policy.until.isoformat() if policy.until else None,
        "document": {"path": f"policies/{policy.id}/{policy.version}.yaml", "sha256": one.document},
        "meaning": meaning(policy),
        "sources": sources_as_data(policy),
        "codes": [{"code": code.code, "label": code.label, "add_on_to": list(code.add_on_to)} for code in policy.codes],
        "changes": None if policy.changes is None else _changes(policy.changes),
        "counts": {
            "criteria": len(policy.criteria),
            "facts": len(policy.facts),
            "examples": one.examples,
            "cases": sum(target["rows"] for target in one.targets.values()),
            "accepted": sum(accepted.times for accepted in policy.accepted),
        },
        "files": {name: {path: one.digests[path] for path in target["files"]} for name, target in one.targets.items()},
        "cannot_say": {name: target["cannot_say"] for name, target in one.targets.items() if target["cannot_say"]},
        "mutation": one.mutation,
    }


def _changes(changes: Changes) -> Data:
    """What a version declares to have changed, as its document says it: the criteria by the manner of their change."""
    manners = {
        manner: [one.criterion for one in changes.declared if one.manner == manner] for manner in get_args(Manner)
    }
    return {"from": changes.since, **manners}


def _service(service: Service, program: Policy, policies: Mapping[str, Policy]) -> Data:
    """A service with the policies that encode it. Where the program has no label for a code, their newest one has."""
    encoded = [policy for policy in policies.values() if policy.id == service.id]
    codes: dict[str, Code] = {}
    for policy in (program, *encoded):
        codes |= {code.code: code for code in policy.codes if code.label}
    return {
        "id": service.id,
        "title": service.title,
        "section": service.section,
        "codes": [{"code": code, "label": codes[code].label if code in codes else ""} for code in service.codes],
        "coverage": dict(service.coverage),
        "conditions": dict(service.conditions),
        "policies": [policy.key for policy in encoded],
    }
