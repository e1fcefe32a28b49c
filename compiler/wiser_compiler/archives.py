"""One archive for the files of a build: the same files give the same bytes, and no archive does harm by being read.

Nothing is ever unpacked to a disk. A copy of this module is `wiser_policies._archives`, so it imports the standard
library alone.
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MOST_BYTES = 100_000_000  # of an archive
MOST_UNPACKED = 500_000_000  # bytes of all files in it
MOST_FILES = 50_000

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # no archive of this kind knows an earlier day
_SAME = (
    "date_time", "compress_type", "comment", "extra", "create_system", "create_version", "extract_version", "reserved",
    "flag_bits", "volume", "internal_attr", "external_attr",
)  # fmt: skip

Reader: TypeAlias = Callable[[], bytes]


class Unusable(Exception):
    """What was to be read is damaged, unsafe or none of this tool. The message says why."""


def pack(files: Mapping[str, bytes], top: str) -> bytes:
    """A zip archive of the files in one folder, in the order of their names; no dates, owners or modes of this machine.

    Another version of zlib may compress otherwise, and the files are the same.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path in sorted(files):
            archive.writestr(_entry(f"{top}/{path}"), files[path], ZIP_DEFLATED, 9)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3  # modes are those of Unix, whatever this system is
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def unpack(data: bytes) -> tuple[dict[str, Reader], bool]:
    """The files of an archive, each with a function that unpacks it, and whether `pack` made it around these files.

    The names are without the folder that all files share. Raises Unusable for an archive that is damaged or that could
    do harm; a function raises it for a file that is damaged.
    """
    if len(data) > MOST_BYTES:
        raise Unusable(f"it has more than {MOST_BYTES:,} bytes")
    try:
        archive = ZipFile(BytesIO(data))
    except Exception:  # on damage this library raises errors of many kinds
        raise Unusable("it is no zip archive, or it is damaged") from None
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unusable(f"it unpacks to more than {MOST_FILES:,} files or {MOST_UNPACKED:,} bytes")
    for entry in entries:
        _refuse(entry)
    names = [entry.filename for entry in entries if not entry.is_dir()]
    _refuse_clashes(names)
    top = _shared_folder(names)
    whole = _is_plain(data, entries)
    return {entry.filename.removeprefix(top): _reader(archive, entry) for entry in entries if not entry.is_dir()}, whole


def _reader(archive: ZipFile, entry: ZipInfo) -> Reader:
    def read() -> bytes:
        try:
            return archive.read(entry)
        except Exception:  # as above
            raise Unusable("it cannot be unpacked") from None

    return read


def _refuse(entry: ZipInfo) -> None:
    """Raise Unusable for an entry that no archive of this tool has, and that may do harm where it is unpacked."""
    name = entry.filename
    parts = name.removesuffix("/").split("/")
    if name != entry.orig_filename or not {"", ".", ".."}.isdisjoint(parts) or "\\" in name or ":" in name:
        raise Unusable(f"the name of a file leads out of the archive, or means several things: {entry.orig_filename!r}")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Unusable(f"it has a link, or something else that is no file: {name}")
    if entry.flag_bits & 0x1 or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Unusable(f"a file is encrypted, or packed in a way that this tool does not use: {name}")


def _refuse_clashes(names: list[str]) -> None:
    """Raise Unusable where two names are one file, on some systems, or a file is a folder as well."""
    folders = {folder.casefold() for name in names for folder in _folders(name)}
    known: set[str] = set()
    for name in names:
        if name.casefold() in known or name.casefold() in folders:
            raise Unusable(f"two files have one name, or names that differ in case alone: {name}")
        known.add(name.casefold())


def _folders(name: str) -> list[str]:
    """The folders on the way to a file."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def _shared_folder(names: list[str]) -> str:
    """The folder that all files lie in, with its slash; empty if there is none."""
    tops = {name.partition("/")[0] for name in names if "/" in name}
    return f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""


def _is_plain(data: bytes, entries: list[ZipInfo]) -> bool:
    """Whether nothing stands in the archive besides files as `pack` writes them: no other bytes before, between or
    behind them, and no other attributes.
    """
    at = 0
    for entry in entries:
        plain = _entry(entry.filename)
        if any(getattr(entry, name) != getattr(plain, name) for name in _SAME):
            return False
        plain.CRC, plain.compress_size, plain.file_size = entry.CRC, entry.compress_size, entry.file_size
        header = plain.FileHeader(zip64=False)
        if entry.header_offset != at or data[at : at + len(header)] != header:
            return False
        at += len(header) + entry.compress_size
    size = sum(46 + len(entry.filename.encode()) for entry in entries)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), size, at, 0)
    return data[at + size :] == end and [entry.filename for entry in entries] == sorted(
        entry.filename for entry in entries
    )
