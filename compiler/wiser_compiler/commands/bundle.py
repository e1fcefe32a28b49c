"""A build as one archive, to be released and signed: the same build gives the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from wiser_compiler import __version__
from wiser_compiler.archives import MOST_BYTES as MOST_OF_AN_ARCHIVE
from wiser_compiler.archives import Unusable, unpack
from wiser_compiler.commands.build import GENERATOR, MANIFEST, Made, NotOurs, Work
from wiser_compiler.files import MOST_OF_A_RECORD, read_bytes
from wiser_compiler.json_text import printed

TOP = f"wiser-policies-{__version__}"  # the folder of all files in the archive, and its name
LICENSE = "LICENSE"
_IN_WHEEL = Path(__file__).parents[1]
FORMS = ("cases.schema.json", "catalog.schema.json", "compiled-policy.schema.json")  # they describe files of the bundle


class Edited(Exception):
    """A file of the build was edited while it was bundled."""


def named(names: Sequence[str], works: Sequence[Work]) -> list[Work]:
    """The documents of these names, as in `esi` or `esi@6.0.0`, with the programs that they are part of; all without
    names. Raises LookupError with the names that no document has.
    """
    policies = {work.document.policy.key: work for work in works if work.document and work.document.policy}
    if unknown := [name for name in names if not any(_is_called(name, key) for key in policies)]:
        raise LookupError(f"there is no policy {', '.join(unknown)}; known are {', '.join(sorted(policies))}")
    chosen = {key for key in policies if not names or any(_is_called(name, key) for name in names)}
    return [work for key, work in policies.items() if key in chosen | _programs(chosen, works)]


def _is_called(name: str, key: str) -> bool:
    return name in (key, key.partition("@")[0])


def _programs(chosen: Collection[str], works: Sequence[Work]) -> set[str]:
    policies = (work.document.policy for work in works if work.document and work.document.policy)
    return {policy.part_of for policy in policies if policy.key in chosen}


def contents(made: Made, out: Path, project: Path) -> dict[str, bytes]:
    """The files of a bundle: those of the build, schemas of their forms, the project's licence, and the list of all.

    Files that were not made anew are read from `out`. Raises Edited where one of them is not as it was built.
    """
    files = {path: data for path, data in _built(made, out) if path != MANIFEST}
    files |= {f"schemas/{name}": _form(name) for name in FORMS}
    if (project / LICENSE).exists():
        files[LICENSE] = read_bytes(project / LICENSE, MOST_OF_A_RECORD)
    digests = {path: sha256(files[path]).hexdigest() for path in sorted(files)}
    return files | {MANIFEST: printed({"generator": GENERATOR, "files": digests}).encode()}


def _built(made: Made, out: Path) -> Iterator[tuple[str, bytes]]:
    for path, digest in made.digests.items():
        data = made.files[path].encode() if path in made.files else read_bytes(out / path, MOST_OF_A_RECORD)
        if sha256(data).hexdigest() != digest:
            raise Edited(f"{(out / path).as_posix()} was edited meanwhile")
        yield path, data


def _form(name: str) -> bytes:
    """A schema, which lies beside this package in a wheel."""
    installed = _IN_WHEEL / name
    return (installed if installed.is_file() else _IN_WHEEL.parents[1] / "schemas" / name).read_bytes()


def refuse_to_overwrite(path: Path) -> None:
    """Raise NotOurs where something else than a bundle stands in the way."""
    if not path.exists() and not path.is_symlink():
        return
    try:
        files, _ = unpack(read_bytes(path, MOST_OF_AN_ARCHIVE))
    except (Unusable, OSError):
        files = {}
    if not _is_bundle(files):
        raise NotOurs(f"{path.as_posix()} is no bundle; move it away, or name another file with --out")


def _is_bundle(files: Mapping[str, object]) -> bool:
    return {MANIFEST, "catalog.json"} <= files.keys()
