"""The folder of the policies as it was at a revision of its git repository."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

MOST_BYTES = 50_000_000  # bytes of a whole folder of policies


class NoRevision(Exception):
    """The folder has no such revision. The message says why."""


def write_revision(folder: Path, revision: str, into: Path) -> None:
    """Write the content of a folder at a revision into another folder."""
    if not folder.is_dir():
        raise NoRevision(f"there is no folder {folder.as_posix()}")
    here, there = folder.as_posix(), f"git:{revision}"
    prefix = _git(folder, f"{here} is in no git repository", "rev-parse", "--show-prefix").decode().strip()
    name = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(folder, f"the repository of {here} has no revision {revision}", *name).decode().strip()
    top = _git(folder, f"{here} is in no work tree", "rev-parse", "--show-toplevel").decode().rstrip("\n")
    tree = f"{commit}:{prefix.rstrip('/')}"
    archive = _git(Path(top), f"there was no folder {here} at {there}", "archive", "--format=tar", tree)
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        try:
            tar.extractall(into, filter="data")
        except tarfile.FilterError as error:  # such as a link out of the folder
            raise NoRevision(f"{here} at {there} cannot be read: {error}") from None


def _git(folder: Path, otherwise: str, *arguments: str) -> bytes:
    """The output of git in a folder. No shell reads the arguments, and git takes none of them for an option."""
    try:
        with subprocess.Popen(  # noqa: S603 - a fixed command, and a revision behind --end-of-options
            ["git", "-C", folder.as_posix(), *arguments],  # noqa: S607 - git of the user's own path
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as git:  # fmt: skip
            assert git.stdout is not None
            document = git.stdout.read(MOST_BYTES + 1)
            if len(document) > MOST_BYTES:
                git.kill()
                raise NoRevision(f"{folder.as_posix()} held more than {MOST_BYTES:,} bytes, which are no policies")
    except FileNotFoundError:
        raise NoRevision("git is not installed") from None
    if git.returncode:
        raise NoRevision(otherwise)
    return document
