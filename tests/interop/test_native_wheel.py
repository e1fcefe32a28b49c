"""A native wheel answers as the pure one does: results, problems, texts, whatever the request is.

`make test` compiles the smallest policy, and `make interop` (INTEROP=1) builds the whole wheel. `make wheel-test` runs
the tests of the package on it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import hatch_build
import pytest
import wiser_policies
from bench.native import LIST, native_wheel, package_in, unpacked
from case_tables import request_of

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"
SMALLEST = "knee_arthroscopy@6.0.0"
INTEROP = bool(os.environ.get("INTEROP"))
KEYS = wiser_policies.known_versions() if INTEROP else [SMALLEST]
COMPILER = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
needs_compiler = pytest.mark.skipif(COMPILER is None, reason="no C compiler on this machine")
needs_interop = pytest.mark.skipif(not INTEROP, reason="builds the whole native wheel: make interop")
FEW = (
    *(f"_{name}.py" for name in ("dates", "result", "rules")),
    "wiser/program_v6_0_0.py",
    "knee_arthroscopy/v6_0_0.py",
)


def built(folder: Path, native: bool) -> Path:
    """A wheel from a copy of the sources, without network."""
    for name in ("compiler", "generated", "docs", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    environment = {**os.environ, "WISER_WHEEL": "native" if native else ""}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The native wheel of this build: that of `make wheel`, if there is one."""
    return native_wheel() or built(tmp_path_factory.mktemp("source"), native=True)


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Mapping[str, Any]:
    """The native package, or with the smallest policy alone."""
    if INTEROP:
        return package_in(unpacked(request.getfixturevalue("wheel")))
    folder = tmp_path_factory.mktemp("native")
    hatch_build.native(GENERATED, folder, FEW, level="0")
    return package_in(folder)


def said(module: Any, request: object, key: str) -> tuple[object, ...]:
    """All that an answer shows, or the error that there is none."""
    try:
        result = module.check(request, policy=key)
    except Exception as error:
        return type(error), str(error)
    return (
        repr(result), result.outcome, result.verdicts, [*map(repr, result.problems)],
        json.dumps(result.as_summary()), dict(result), result == result, len({result, result}),
    )  # fmt: skip


def explained(module: Any, request: dict[str, Any], key: str) -> tuple[object, ...]:
    """The reasons of a valid request."""
    result = module.check(request, policy=key)
    return json.dumps(result.as_dict()), repr(result.explain()), repr(result.gaps()), repr(result.deadlines())


def of_cases(key: str) -> Iterator[dict[str, Any]]:
    """The requests at every bound, and the examples they are made of."""
    id, _, version = key.partition("@")
    table = json.loads((GENERATED / "cases" / id / f"{version}.json").read_text("utf-8"))
    yield from (base["request"] for base in table["bases"].values())
    yield from (request_of(table, row) for row in table["rows"])


class Word(StrEnum):
    """Text that is a subclass, as of an application."""

    DAY = "2026-04-27"
    STATE = "TX"


class Few(IntEnum):
    """A number that is one."""

    TWO = 2


class Liar:
    """Equal to everything, and to every answer of a choice if it has its hash."""

    def __init__(self, like: str) -> None:
        self.like = like

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return hash(self.like)

    def __lt__(self, other: object) -> bool:
        return True

    __le__ = __gt__ = __ge__ = __lt__

    def __len__(self) -> int:
        return 10

    def __getitem__(self, place: object) -> object:
        return "-"


class Refuses(str):
    """Text that cannot be compared."""

    __hash__ = str.__hash__
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise ValueError("no")

    def __lt__(self, other: object) -> bool:
        raise ValueError("no")


ITSELF: list[Any] = []
ITSELF.append(ITSELF)
ODD: list[Any] = [
    None, True, False, 0, 1, 2, -1, 4.0, 4.5, 0.1 + 0.2, 10**20, -(10**20), 2**53 + 1, 1e308, float("nan"),
    float("inf"), "", " ", "x", "TX", "2026-04-27", "2026-02-30", "２０２６-04-27", "x" * 501, "\ud800", b"x", [],
    ["x"], ["x", "x"], ["64483"], [1], [None], [["x"]], [{}], [{"x": 1}], {}, {"x": True}, {1: True}, {"x": None}, (1,),
    {1}, object(), int, Word.DAY, Word.STATE, Few.TWO, Refuses("TX"), Refuses("2026-04-27"), Liar("TX"),
    Liar("2026-04-27"), Liar("original"), OrderedDict(x=True), ITSELF,
]  # fmt: skip


@needs_compiler
@pytest.mark.parametrize("key", KEYS)
def test_a_native_validator_answers_every_case_in_the_same_words(key: str, native: Mapping[str, Any]) -> None:
    assert native[key].check.__class__.__name__ == "builtin_function_or_method"
    for number, request in enumerate(of_cases(key)):
        assert said(native[""], request, key) == said(wiser_policies, request, key)
        if number % 10 == 0:
            assert explained(native[""], request, key) == explained(wiser_policies, request, key)


@needs_compiler
@pytest.mark.parametrize("key", KEYS)
def test_and_whatever_else_stands_in_a_request(key: str, native: Mapping[str, Any]) -> None:
    base = next(of_cases(key))
    requests: list[object] = [*ODD, {**base, "x": 1}, {**base, 1: 1}, OrderedDict(base)]
    for fact in wiser_policies.validator(key).POLICY.facts:
        requests += ({**base, fact.name: odd} for odd in ODD)
        requests += ({**base, fact.name: [{field.name: odd} for field in fact.fields]} for odd in ODD if fact.fields)
        rows = base.get(fact.name, []) if fact.fields else []
        requests += ({**base, fact.name: [*rows[:1], odd]} for odd in ODD if rows)
        requests += ({**base, fact.name: [odd]} for odd in ODD)
        requests += ({**base, fact.name: {fact.options[0]: odd}} for odd in ODD if fact.options)
        requests += ({**base, fact.name: option} for option in map(Refuses, fact.options))
        requests += ({**base, fact.name: option} for option in map(Liar, fact.options))
    for request in requests:
        assert said(native[""], request, key) == said(wiser_policies, request, key)


@needs_interop
@needs_compiler
def test_a_native_wheel_holds_the_pure_one_and_machine_code(wheel: Path, tmp_path: Path) -> None:
    pure = built(tmp_path, native=False)
    assert pure.name.endswith("-py3-none-any.whl")
    assert "-none-" not in wheel.name
    with ZipFile(wheel) as archive, ZipFile(pure) as other:
        own = {name for name in archive.namelist() if ".dist-info/" not in name}
        theirs = {name for name in other.namelist() if ".dist-info/" not in name}
        assert theirs < own
        assert all(archive.read(name) == other.read(name) for name in theirs)
        more = own - theirs - {LIST}
        assert {name.removeprefix("wiser_policies/") for name in more} == {
            f"{path.relative_to(GENERATED / 'python/wiser_policies').with_suffix('')}{suffix}"
            for pattern in hatch_build.FAST
            for path in (GENERATED / "python/wiser_policies").glob(pattern)
            for suffix in (f".{tag(more)}", f"__mypyc.{tag(more)}")
        }


def tag(names: set[str]) -> str:
    (found,) = {name.partition(".")[2] for name in names}
    return found


@needs_interop
@needs_compiler
def test_an_installed_native_wheel_names_machine_code_that_was_changed(wheel: Path, tmp_path: Path) -> None:
    site = unpacked(wheel, tmp_path)
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r}); "
               "from wiser_policies.__main__ import main; sys.exit(main(['--verify']))"]  # fmt: skip
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[0].startswith("as built: ")
    assert lines[-1].startswith("SHA-256 of NATIVE.json: ")
    (code,) = (site / "wiser_policies/esi").glob("v6_0_0__mypyc.*")
    (gone,) = (site / "wiser_policies/scs").glob("v6_0_0.c*")
    with code.open("ab") as file:
        file.write(b" ")
    gone.rename(gone.with_name(gone.name.replace("v6_0_0", "v7_0_0")))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert [line.partition("/")[0] for line in done.stdout.splitlines()[:-3]] == [
        "changed: python", "missing: python", "added: python",
    ]  # fmt: skip
    (site / LIST).unlink()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "added: python/wiser_policies/_rules" in done.stdout


@needs_interop
@needs_compiler
def test_the_same_machine_code_is_made_in_another_folder(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "another place"
    for folder in (first, second):
        folder.mkdir()
        hatch_build.native(GENERATED, folder, FEW)
    assert (first / hatch_build.LIST).read_bytes() == (second / hatch_build.LIST).read_bytes()


@needs_interop
def test_without_a_compiler_a_build_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    with pytest.raises(RuntimeError, match="is there a C compiler"):
        hatch_build.native(GENERATED, tmp_path, ("_dates.py",), level="0")


def test_what_compiles_is_what_the_locks_have() -> None:
    locks = (ROOT / "requirements-test.lock").read_text("utf-8")
    assert all(f"{pinned} " in locks for pinned in hatch_build.COMPILERS)
