"""One archive for the files of a build: the same files give the same bytes, and no archive does harm by being read.

Files are stored as they are: compressed, their bytes would depend on the version of the compressor. Nothing is ever
unpacked to a disk. A copy of this module is `wiser_policies._archives`, so it imports the standard library alone.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

MOST_BYTES = 200_000_000  # of an archive, and of all files in it
MOST_FILES = 50_000

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # no archive of this kind knows an earlier day
_UNIX = 3


class Unusable(Exception):
    """A file is damaged, unsafe or not made by this tool. The message says why."""


def pack(files: Mapping[str, bytes], top: str) -> bytes:
    """A zip archive of the files in the folder `top`, in the order of their names; no dates, owners or modes of this
    machine.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for path in sorted(files):
            entry = ZipInfo(f"{top}/{path}", _EARLIEST)
            entry.create_system = _UNIX  # whatever this system is
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[path])
    return packed.getvalue()


def unpack(data: bytes) -> tuple[dict[str, bytes | None], bool]:
    """The files of an archive, None for one that is damaged, and whether the archive is as `pack` makes it of them.

    The names are without the folder that all files share. Raises Unusable for an archive that is damaged as a whole, or
    that could do harm.
    """
    if len(data) > MOST_BYTES:
        raise Unusable(f"it has more than {MOST_BYTES:,} bytes")
    try:
        archive = ZipFile(BytesIO(data))
    except Exception:  # on damage this library raises errors of many kinds
        raise Unusable("it is no zip archive, or it is damaged") from None
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Unusable(f"it unpacks to more than {MOST_FILES:,} files or {MOST_BYTES:,} bytes")
    for entry in entries:
        _refuse(entry)
    names = [entry.filename for entry in entries]
    _refuse_clashes(names)
    top = _shared_folder(names)
    files = {entry.filename.removeprefix(f"{top}/"): _content(archive, entry) for entry in entries}
    whole = {path: content for path, content in files.items() if content is not None}
    return files, len(whole) < len(files) or pack(whole, top) == data


def _content(archive: ZipFile, entry: ZipInfo) -> bytes | None:
    try:
        return archive.read(entry)
    except Exception:  # as above
        return None


def _refuse(entry: ZipInfo) -> None:
    """Raise Unusable for an entry that no archive of this tool has, and that may do harm where it is unpacked."""
    name = entry.filename
    if name != entry.orig_filename or not {"", ".", ".."}.isdisjoint(name.split("/")) or "\\" in name or ":" in name:
        raise Unusable(f"it has a name that leads out of it, or that means several things: {entry.orig_filename}")
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise Unusable(f"it has a link, or something else that is no file: {name}")
    if entry.compress_type != ZIP_STORED or entry.flag_bits & 0x1:
        raise Unusable(
            f"it has a compressed or encrypted file, so it is no bundle; verify its files as a folder: {name}"
        )


def _refuse_clashes(names: list[str]) -> None:
    """Raise Unusable where two names are one file, on some systems, or a file is a folder as well."""
    folders = {folder.casefold() for name in names for folder in _folders(name)}
    known: set[str] = set()
    for name in names:
        if name.casefold() in known or name.casefold() in folders:
            raise Unusable(f"it has two files of one name, or of names that differ in case alone: {name}")
        known.add(name.casefold())


def _folders(name: str) -> list[str]:
    """The folders on the way to a file."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def _shared_folder(names: list[str]) -> str:
    """The folder that all files lie in; empty if there is none."""
    tops = {name.partition("/")[0] if "/" in name else "" for name in names}
    return tops.pop() if len(tops) == 1 else ""
