"""The package around the validators: its policies and versions, and the code that they share."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby

from wiser_compiler import __version__
from wiser_compiler.core.model import Policy
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.python.code import STEP, quoted
from wiser_compiler.targets.python.types import listed

FOLDER = "python/wiser_policies"
INDEX = f"{FOLDER}/_index.py"

# Files that are copied as they are; the generated package imports nothing of the compiler.
COPIED = (
    "__init__.py", "__main__.py", "_answers.py", "_ask.py", "_ask_goals.py", "_ask_groups.py", "_ask_moves.py",
    "_ask_regions.py", "_ask_routes.py", "_ask_search.py", "_ask_solving.py", "_ask_standing.py", "_ask_tests.py",
    "_ask_text.py", "_ask_words.py", "_audit.py", "_audit_columns.py", "_audit_command.py", "_audit_csv.py",
    "_audit_fast.py", "_audit_frames.py", "_audit_input.py", "_audit_page.py", "_audit_parquet.py", "_audit_pieces.py",
    "_audit_rows.py", "_audit_state.py", "_audit_summary.py", "_audit_text.py", "_audit_version.py", "_batch.py",
    "_catalog.py", "_catalog_types.py", "_check.py", "_columns.py", "_compiled.py", "_copies.py", "_dates.py",
    "_defects.py", "_drawing.py", "_edges.py", "_engines.py", "_explanations.py", "_fill.py", "_forms.py", "_frames.py",
    "_interpreter.py", "_interview.py", "_json.py", "_kept.py", "_lines.py", "_odd_days.py", "_partial.py",
    "_places.py", "_polars.py", "_policy.py", "_questions.py", "_reason_text.py", "_reasons.py", "_result.py",
    "_rules.py", "_sample_charts.py", "_sample_command.py", "_sample_files.py", "_sample_parquet.py", "_sample_rows.py",
    "_sample_wanted.py", "_sheet_of_file.py", "_spelled_dates.py", "_spelled_names.py", "_spelled_numbers.py",
    "_spelled_text.py", "_spellings.py", "_text.py", "_verdict_reasons.py", "_verdicts.py", "_verify.py",
    "_whole_text.py", "_write_instead.py", "_wrong_values.py", "columns.py", "fhir.py", "py.typed", "samples.py",
    "shapes.py", "sheets.py", "testing.py",
)  # fmt: skip
# Modules of the compiler that the package also needs. They import the standard library alone.
SHARED = {
    "_archives.py": "archives.py",
    "_fhir_names.py": "fhir_names.py",
    "_files.py": "files.py",
    "_program.py": "program.py",
    "_writing.py": "writing.py",
    **{
        f"_sheet/{name}.py": f"sheet/{name}.py"
        for name in ("__init__", "blocks", "fill", "html", "layout", "pdf", "request_values", "style", "typst")
    },
}

HEAD = '''"""The policies of this package, their codes and their versions. Generated; do not edit."""

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
'''


def copied(name: str) -> str:
    """The text of one of the copied files."""
    own = SHARED.get(name)
    source = files("wiser_compiler") / own if own else files("wiser_compiler.targets.python") / "package" / name
    return source.read_text("utf-8")


def python_index(policies: Sequence[Policy]) -> Output:
    """The files of the package that belong to no single policy."""
    outputs = {f"{FOLDER}/{name}": copied(name) for name in (*COPIED, *SHARED)}
    ordered = sorted(policies, key=lambda policy: (policy.id, policy.effective))
    outputs |= {
        f"{FOLDER}/{policy.id}/__init__.py": f'"""The versions of the policy {policy.id}."""\n' for policy in ordered
    }
    keys: dict[str, list[str]] = {}
    for policy in ordered:
        for fact in policy.facts:
            keys.setdefault(fact.name, []).append(policy.key)
    lines = [
        f"__version__ = {quoted(__version__)}",
        "",
        *_entries("POLICIES", [policy for policy in ordered if not policy.program]),
        "",
        "# Documents that say which requests a program concerns.",
        *_entries("PROGRAMS", [policy for policy in ordered if policy.program]),
        "",
        "# Every fact, and the versions that ask for it.",
        "FACTS: dict[str, tuple[str, ...]] = {",
        *(
            line
            for name in sorted(keys)
            for line in listed(f"{quoted(name)}: (", [*map(quoted, keys[name])], "),", STEP)
        ),
        "}",
    ]
    outputs[INDEX] = "\n".join([HEAD, "", *lines]) + "\n"
    return Output(outputs)


def _entries(name: str, ordered: Sequence[Policy]) -> list[str]:
    lines = []
    for id, found in groupby(ordered, key=lambda policy: policy.id):
        versions = list(found)
        codes = tuple(dict.fromkeys(code.code for policy in versions for code in policy.codes))
        lines += [
            "    Entry(",
            *(f"        {quoted(value)}," for value in (id, versions[-1].title)),
            *listed("(", [quoted(code) for code in codes], "),", STEP * 2),
            "        (",
            *(f"            {_version(policy)}," for policy in versions),
            "        ),",
            "    ),",
        ]
    return [f"{name}: tuple[Entry, ...] = (", *lines, ")"] if lines else [f"{name}: tuple[Entry, ...] = ()"]


def _version(policy: Policy) -> str:
    until = policy.until.isoformat() if policy.until else None
    return f"Version({quoted(policy.version)}, {quoted(policy.effective.isoformat())}, {quoted(until)})"
