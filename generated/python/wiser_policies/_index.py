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
        "cervical_fusion",
        "Cervical fusion",
        ("22554",),
        (
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "esi",
        "Epidural steroid injections for pain management",
        ("62321", "62323", "64479", "64480", "64483", "64484"),
        (
            Version("1.0.0", "2026-01-05", "2026-04-24"),
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "pva",
        "Percutaneous vertebral augmentation for a compression fracture",
        ("22510", "22511", "22512", "22513", "22514", "22515"),
        (
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
    Entry(
        "scs",
        "Spinal cord stimulator, permanent implantation through a laminectomy",
        ("63655",),
        (
            Version("1.0.0", "2026-01-05", "2026-04-24"),
            Version("6.0.0", "2026-04-24", None),
        ),
    ),
)

# Documents that say which requests a program concerns.
PROGRAMS: tuple[Entry, ...] = (
    Entry(
        "wiser",
        "Wasteful and Inappropriate Service Reduction (WISeR) Model",
        ("29877", "64605", "64610", "64568", "33276", "33277", "63655", "53440", "53445", "53451", "53452", "57288", "64561", "64581", "54400", "54401", "54405", "22510", "22511", "22512", "22513", "22514", "22515", "62321", "62323", "64479", "64480", "64483", "64484", "22554", "64582", "C8007", "C8011", "15271", "15272", "15273", "15274", "15275", "15276", "15277", "15278"),
        (
            Version("6.0.0", "2026-01-05", None),
        ),
    ),
)
