"""The policies of this package, their codes and their versions. Generated; do not edit."""

from __future__ import annotations

from typing import NamedTuple


class Version(NamedTuple):
    """A version, in force from `effective` until the day before `until`."""

    version: str
    effective: str
    until: str | None


class Entry(NamedTuple):
    """A policy: its procedure codes in any version, and its versions, the earliest first."""

    id: str
    title: str
    codes: tuple[str, ...]
    versions: tuple[Version, ...]


POLICIES: tuple[Entry, ...] = (
    Entry(
        "esi",
        "Epidural steroid injections for pain management",
        ("62321", "62323", "64479", "64480", "64483", "64484"),
        (
            Version("1.0.0", "2026-01-05", "2026-04-24"),
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
)
