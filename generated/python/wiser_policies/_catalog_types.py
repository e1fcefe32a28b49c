"""The form of the catalog, for type checkers; `schemas/catalog.schema.json` says the same in any language."""

from __future__ import annotations

from typing import Any, TypedDict


class Document(TypedDict):
    """The document of a version, with the SHA-256 of its bytes."""

    path: str
    sha256: str


class Source(TypedDict):
    """A document that criteria cite. What stands only in a secondary one is advice."""

    id: str
    title: str
    version: str
    section: str
    published: str
    url: str
    secondary: bool


class Code(TypedDict):
    """A procedure code with our own label, which may be empty, and the codes beside one of which it stands."""

    code: str
    label: str
    add_on_to: list[str]


# `from` is a word of Python.
Changes = TypedDict(
    "Changes",
    {
        "from": str,
        "added": list[str],
        "removed": list[str],
        "moved": list[str],
        "stricter": list[str],
        "looser": list[str],
        "reworded": list[str],
    },
)
Changes.__doc__ = (
    "The criteria that a version declares as changed since the version `from`, by the manner of the change."
)


class Counts(TypedDict):
    """How many criteria, facts, examples and boundary cases a version has, and how many findings it accepts."""

    criteria: int
    facts: int
    examples: int
    cases: int
    accepted: int


class Gap(TypedDict):
    """Something that a target cannot say. `criterion` is empty for a gap about the request as a whole."""

    criterion: str
    text: str


class PolicyVersion(TypedDict):
    """One version of a policy, in force from `effective` until the day before `until`.

    `files` has the SHA-256 of each file by its path, and `cannot_say` what is left out, both by target. `mutation` is
    the recorded mutation score of this very document.
    """

    id: str
    version: str
    title: str
    part_of: str | None
    effective: str
    until: str | None
    document: Document
    meaning: str
    sources: list[Source]
    codes: list[Code]
    changes: Changes | None
    counts: Counts
    files: dict[str, dict[str, str]]
    cannot_say: dict[str, list[Gap]]
    mutation: dict[str, Any] | None


class ServiceCode(TypedDict):
    """A procedure code of a service with our own label, which may be empty."""

    code: str
    label: str


class CatalogService(TypedDict):
    """A service of a program: its section of the guide, its codes, and the versions that encode it.

    `coverage` has the documents that govern it by MAC, or under an empty key for all; `conditions` say in words when
    a code counts.
    """

    id: str
    title: str
    section: str
    codes: list[ServiceCode]
    coverage: dict[str, str]
    conditions: dict[str, str]
    policies: list[str]


class ProgramVersion(PolicyVersion):
    """One version of a program."""

    services: list[CatalogService]


class Catalog(TypedDict):
    """Every version by its name, as in `esi@6.0.0`: of the programs, and of the policies.

    `shared` has the SHA-256 of each file that belongs to no version, such as `json_schema/result.schema.json`.
    """

    form: str
    version: str
    programs: dict[str, ProgramVersion]
    policies: dict[str, PolicyVersion]
    shared: dict[str, str]
