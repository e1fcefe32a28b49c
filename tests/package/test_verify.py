"""`verify` names every changed, missing or added file with its policy, and is harmed by no archive."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import warnings
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from command_line import ROOT, run
from wiser_compiler.archives import MOST_BYTES, MOST_FILES, pack
from wiser_policies import catalog
from wiser_policies._archives import Unusable
from wiser_policies._verify import ARCHIVE, SHARED, policy_of, verify

GENERATED = ROOT / "generated"
FILES = {
    "catalog.json": b'{"version": "0.1.0"}',
    "cases/esi/6.0.0.csv": b"criterion\nage\n",
    "python/wiser_policies/esi/v6_0_0.py": b"pass\n" * 9,
    "python/wiser_policies/_check.py": b"",
}


def listed(files: dict[str, bytes], generator: str = "wiser-policies 0.1.0") -> dict[str, bytes]:
    """Files with the list of them."""
    digests = {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    text = json.dumps({"generator": generator, "files": digests}, indent=2) + "\n"
    return {**files, "MANIFEST.json": text.encode()}


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small build as a folder."""
    return written(tmp_path / "small", listed(FILES))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A small build as an archive."""
    path = tmp_path / "small.zip"
    path.write_bytes(pack(listed(FILES), "top"))
    return path


def differences(path: Path) -> list[tuple[str, str, str]]:
    return [(one.kind, one.path, one.policy) for one in verify(str(path)).differences]


# ---------------------------------------------------------------- what differs


def test_a_build_is_as_it_was_built() -> None:
    result = run("verify", GENERATED)
    listed_files = json.loads((GENERATED / "MANIFEST.json").read_text("utf-8"))["files"]
    assert result.exit_code == 0
    digest = sha256((GENERATED / "MANIFEST.json").read_bytes()).hexdigest()
    assert result.stdout.splitlines() == [
        f"as built: {len(listed_files)} files that wiser-policies 0.1.0 built",
        f"SHA-256 of MANIFEST.json: {digest}",
    ]


def test_every_changed_missing_and_added_file_is_named_with_its_policy(small: Path) -> None:
    (small / "cases/esi/6.0.0.csv").write_bytes(b"another")
    (small / "python/wiser_policies/_check.py").unlink()
    written(small, {"cases/scs/1.0.0/notes.txt": b"", "odd\nname": b""})
    result = run("verify", f"{small}/")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:-1] == [
        f"changed: {small}/cases/esi/6.0.0.csv (esi@6.0.0)",
        f"missing: {small}/python/wiser_policies/_check.py (shared)",
        f"added: {small}/cases/scs/1.0.0/notes.txt (scs@1.0.0)",
        f"added: {small}/odd\\nname (shared)",
        "4 differences from the 4 files that wiser-policies 0.1.0 built",
    ]


def test_programs_are_told_the_same(small: Path) -> None:
    (small / "cases/esi/6.0.0.csv").write_bytes(b"another")
    result = run("verify", small, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "verified": str(small),
        "generator": "wiser-policies 0.1.0",
        "manifest_sha256": sha256((small / "MANIFEST.json").read_bytes()).hexdigest(),
        "native_sha256": None,
        "files": 4,
        "differences": [{"path": "cases/esi/6.0.0.csv", "kind": "changed", "policy": "esi@6.0.0"}],
    }


def flipped(whole: bytes) -> Iterator[tuple[int, bytes]]:
    """The bytes with one of them changed, at every place: every bit at one place or another, and all bits."""
    for place, byte in enumerate(whole):
        for flip in (1 << place % 8, 0xFF):
            yield place, whole[:place] + bytes([byte ^ flip]) + whole[place + 1 :]


def noticed(path: Path) -> list[str]:
    """The paths of what differs, or what is said where there is nothing to compare with."""
    try:
        return [one.path for one in verify(str(path)).differences]
    except Unusable as error:
        return [str(error)]


def test_a_flipped_byte_of_any_file_is_named(small: Path) -> None:
    for path in ["MANIFEST.json", *FILES]:
        whole = (small / path).read_bytes()
        for place, broken in flipped(whole):
            (small / path).write_bytes(broken)
            found = noticed(small)
            assert found if path == "MANIFEST.json" else path in found, (path, place)
        (small / path).write_bytes(whole)
    assert not noticed(small)


def test_a_flipped_byte_anywhere_in_an_archive_is_noticed(archive: Path) -> None:
    whole = archive.read_bytes()
    assert not noticed(archive)
    inside = range(at := whole.index(FILES["cases/esi/6.0.0.csv"]), at + len(FILES["cases/esi/6.0.0.csv"]))
    for place, broken in flipped(whole):
        archive.write_bytes(broken)
        found = noticed(archive)
        assert "cases/esi/6.0.0.csv" in found if place in inside else found, place


def test_what_lies_in_an_archive_besides_its_files_is_a_difference(archive: Path) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(b"#!/bin/sh\n" + whole)
    assert differences(archive) == [("changed", ARCHIVE, SHARED)]
    with ZipFile(archive, "w") as again:  # as another tool packs the same files, with dates of today
        for path, data in listed(FILES).items():
            again.writestr(f"top/{path}", data)
    assert differences(archive) == [("changed", ARCHIVE, SHARED)]


def test_a_list_of_another_builder_than_the_catalog_says_is_a_difference(small: Path) -> None:
    written(small, listed(FILES, "wiser-policies 0.2.0"))
    assert differences(small) == [("changed", "MANIFEST.json", "shared")]


def test_a_link_and_a_pipe_are_no_files_of_a_build(small: Path, tmp_path: Path) -> None:
    written(tmp_path, {"same": FILES["cases/esi/6.0.0.csv"]})
    (small / "cases/esi/6.0.0.csv").unlink()
    (small / "cases/esi/6.0.0.csv").symlink_to(tmp_path / "same")
    (small / "python/wiser_policies/_check.py").unlink()
    os.mkfifo(small / "python/wiser_policies/_check.py")
    (small / "up").symlink_to(tmp_path)
    assert sorted(differences(small)) == [
        ("added", "up", "shared"),
        ("changed", "cases/esi/6.0.0.csv", "esi@6.0.0"),
        ("changed", "python/wiser_policies/_check.py", "shared"),
    ]


def test_what_python_compiles_beside_a_module_is_no_difference(small: Path) -> None:
    name = "python/wiser_policies/__pycache__/_check.cpython-311.pyc"
    written(small, {name: b"x", f"{name}.140242496898512": b"what another process is still writing"})
    assert differences(small) == []
    written(small, {"python/wiser_policies/__pycache__/notes.txt": b"x"})
    assert differences(small) == [("added", "python/wiser_policies/__pycache__/notes.txt", "shared")]


# ---------------------------------------------------------------- whose file it is

VERSIONS = {**catalog()["programs"], **catalog()["policies"]}


@pytest.mark.parametrize("key", VERSIONS)
def test_the_path_of_a_file_names_its_policy(key: str) -> None:
    """A target that names its files otherwise would be called `shared`."""
    version = VERSIONS[key]
    of_program = f"python/wiser_policies/{(version['part_of'] or '').partition('@')[0]}/"
    for files in version["files"].values():
        for path in files:
            assert policy_of(path) == (version["part_of"] if path.startswith(of_program) else key)


@pytest.mark.parametrize(
    "path", ["python/wiser_policies/_check.py", "python/wiser_policies/esi/__init__.py", "LICENSE"]
)
def test_a_file_of_no_single_version_is_shared(path: str) -> None:
    assert policy_of(path) == "shared"


# ---------------------------------------------------------------- nothing to compare with


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "there is no MANIFEST.json in it, the list of its files that `wiser build` writes"),
        (b"", "is damaged: it is no JSON"),
        (b"\xff", "is damaged: it is no JSON"),
        (b"[" * 100_000, "is damaged: it is no JSON"),
        (b"[]", "is damaged, or not of this tool"),
        (b'{"generator": "wiser-policies 0.1.0"}', "is damaged, or not of this tool"),
        (b'{"generator": "webpack", "files": {}}', "is damaged, or not of this tool"),
        (b'{"generator": "wiser-policies 0.1.0", "files": {"a": "b"}}', "is damaged, or not of this tool"),
        (b'{"generator": "wiser-policies 0.1.0", "files": {}}', "is damaged, or not of this tool"),
    ],
    ids=["none", "empty", "no text", "deep", "a list", "no files", "another tool", "no digest", "another spelling"],
)
def test_without_a_list_of_this_tool_there_is_nothing_to_compare_with(
    small: Path, tmp_path: Path, text: bytes | None, says: str
) -> None:
    files = {**FILES, **({} if text is None else {"MANIFEST.json": text})}
    (small / "MANIFEST.json").unlink()
    (tmp_path / "any.zip").write_bytes(pack(files, "top"))
    for path in (written(small, files), tmp_path / "any.zip"):
        result = run("verify", path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert says in result.stderr


def test_a_folder_that_is_no_build_is_not_walked_through(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "there is no MANIFEST.json" in run("verify", tmp_path).stderr
    assert "it cannot be read: No such file" in run("verify", tmp_path / "nothing").stderr


def entry(name: str, *, mode: int = stat.S_IFREG, bits: int = 0) -> ZipInfo:
    made = ZipInfo(name)
    made.external_attr = mode << 16
    made.create_system = 3
    made.flag_bits = bits
    return made


def zipped(path: Path, *entries: ZipInfo | str, packing: int = ZIP_STORED, data: bytes = b"x") -> bytes:
    with warnings.catch_warnings(), ZipFile(path, "w", packing) as made:
        warnings.simplefilter("ignore")  # of names that stand twice
        for one in entries:
            made.writestr(one, data, packing)
    return path.read_bytes()


LEADS_OUT = "it has a name that leads out of it, or that means several things"


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        (["../../etc/cron.d/job"], f"{LEADS_OUT}: ../../etc/cron.d/job"),
        (["top/../../a"], LEADS_OUT),
        (["/etc/passwd"], LEADS_OUT),
        (["C:/windows/a"], LEADS_OUT),
        (["top\\..\\a"], LEADS_OUT),
        (["top//a"], LEADS_OUT),
        (["top/./a"], LEADS_OUT),
        (["top/a", "top/a"], "it has two files of one name, or of names that differ in case alone: top/a"),
        (["top/a", "top/A"], "it has two files of one name, or of names that differ in case alone: top/A"),
        (["top/Straße", "top/STRASSE"], "it has two files of one name"),
        (["top/a", "top/a/b"], "it has two files of one name"),
        ([entry("top/a", mode=stat.S_IFLNK | 0o777)], "it has a link, or something else that is no file: top/a"),
        ([entry("top/a", mode=stat.S_IFIFO)], "it has a link, or something else that is no file: top/a"),
        ([entry("top/a\x1b[2J", mode=stat.S_IFLNK)], "that is no file: top/a\\x1b[2J"),
    ],
    ids=lambda value: " ".join(str(one) for one in value) if isinstance(value, list) else "",
)
def test_an_archive_that_may_do_harm_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: list[ZipInfo | str], says: str
) -> None:
    path = tmp_path / "here/in/bad.zip"
    path.parent.mkdir(parents=True)
    monkeypatch.chdir(path.parent)
    zipped(path, *entries)
    result = run("verify", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [path]


def test_a_name_that_hides_its_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(zipped(path, "top/a.py|txt").replace(b"a.py|txt", b"a.py\0txt"))
    result = run("verify", path)
    assert result.exit_code == 2
    assert f"{LEADS_OUT}: top/a.py\\x00txt" in result.stderr


def test_a_compressed_or_encrypted_file_is_refused(tmp_path: Path) -> None:
    """So no archive grows as it is unpacked."""
    path = tmp_path / "bad.zip"
    zipped(path, "top/a", packing=ZIP_DEFLATED, data=bytes(100_000_000))
    assert "it has a compressed or encrypted file, so it is no bundle" in run("verify", path).stderr
    data = bytearray(zipped(path, "top/a"))
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert "it has a compressed or encrypted file" in run("verify", path).stderr


def test_an_archive_of_too_many_files_or_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    zipped(path, *map(str, range(MOST_FILES + 1)), data=b"")
    assert f"it unpacks to more than {MOST_FILES:,} files" in run("verify", path).stderr
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert f"it has more than {MOST_BYTES:,} bytes" in run("verify", path).stderr


def test_files_that_share_their_bytes_are_counted_each(tmp_path: Path) -> None:
    """Else a small archive could name one large file many times."""
    path = tmp_path / "bomb.zip"
    data = zipped(path, "top/0", *(f"top/{number}" for number in range(1, 250)), data=b"")
    large = bytearray(data)
    at = -1
    while (at := large.find(b"PK\1\2", at + 1)) != -1:  # every entry says that it has a million bytes
        large[at + 20 : at + 28] = (1_000_000).to_bytes(4, "little") * 2
    path.write_bytes(large)
    assert "it unpacks to more than" in run("verify", path).stderr


@pytest.mark.parametrize("part", [0, 1, 21, 100, -1, -30])
def test_a_truncated_archive_is_named_as_damaged(archive: Path, part: int) -> None:
    archive.write_bytes(archive.read_bytes()[:part])
    result = run("verify", archive)
    assert result.exit_code == 2
    assert "it is no zip archive, or it is damaged" in result.stderr


@pytest.mark.parametrize("name", ["README.md", "generated/catalog.json"])
def test_a_file_that_is_no_archive_is_named_as_such(name: str) -> None:
    assert "it is no zip archive" in run("verify", ROOT / name).stderr


# ---------------------------------------------------------------- an installed copy


def test_a_package_verifies_the_build_around_it(tmp_path: Path) -> None:
    shutil.copytree(GENERATED, tmp_path / "generated", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "generated/markdown/esi/6.0.0.md"

    def verified(*arguments: str) -> subprocess.CompletedProcess[str]:
        code = (
            f"import sys; sys.path.insert(0, {str(tmp_path / 'generated/python')!r})\n"
            f"from wiser_policies.__main__ import main; sys.exit(main({['--verify', *arguments]!r}))"
        )
        command = [sys.executable, "-I", "-S", "-B", "-c", code]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert verified().returncode == 0
    path.write_bytes(path.read_bytes() + b".")
    done = verified()
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "changed: markdown/esi/6.0.0.md (esi@6.0.0)")
    assert verified(str(GENERATED)).returncode == 0
    assert verified("a", "b").returncode == 2
    assert "--verify takes one folder or archive" in verified("--scope").stderr
