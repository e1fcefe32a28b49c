"""A bundle is a build in one archive: the same bytes from anywhere, and only of policies as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import ROOT, run
from drafts import BASE, BESIDE
from wiser_compiler import __version__
from wiser_compiler.commands import bundle as bundling
from wiser_compiler.commands.build import Made

TOP = f"wiser-policies-{__version__}/"
DEFAULT = f"wiser-policies-{__version__}.zip"
SCHEMAS = {"schemas/cases.schema.json", "schemas/catalog.schema.json", "schemas/compiled-policy.schema.json"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that was built."""
    folder = tmp_path_factory.mktemp("project")
    for name, text in (("draft", BASE), ("words", BESIDE["words"])):
        path = folder / "policies" / name / "1.0.0.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (folder / "LICENSE").write_text("Do what you like.\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("build").exit_code == 0
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, as the working folder."""
    shutil.copytree(built, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def held(archive: Path) -> dict[str, bytes]:
    """Every file of a bundle, without the folder that all lie in."""
    with ZipFile(archive) as opened:
        return {name.removeprefix(TOP): opened.read(name) for name in opened.namelist()}


def test_a_bundle_holds_the_build_the_schemas_of_its_forms_the_licence_and_a_list_of_all(project: Path) -> None:
    result = run("bundle")
    assert result.exit_code == 0
    files = held(Path(DEFAULT))
    listed = json.loads(files.pop("MANIFEST.json"))
    assert listed["files"] == {path: sha256(data).hexdigest() for path, data in sorted(files.items())}
    assert listed["generator"] == f"wiser-policies {__version__}"
    assert files.pop("LICENSE") == b"Do what you like.\n"
    assert {path: files.pop(path) for path in SCHEMAS} == {path: (ROOT / path).read_bytes() for path in SCHEMAS}
    generated = below(project / "generated")
    del generated["MANIFEST.json"]
    assert files == generated
    assert run("verify", DEFAULT).exit_code == 0


def test_a_bundle_says_in_json_what_is_in_it(project: Path) -> None:
    said = json.loads(run("bundle", "--format", "json").stdout)
    data = Path(DEFAULT).read_bytes()
    manifest = held(Path(DEFAULT))["MANIFEST.json"]
    assert said == {
        "bundle": DEFAULT,
        "sha256": sha256(data).hexdigest(),
        "manifest_sha256": sha256(manifest).hexdigest(),
        "files": len(json.loads(manifest)["files"]) + 1,
        "policies": ["draft@1.0.0"],
    }


def test_a_project_without_a_licence_is_bundled_without(project: Path) -> None:
    (project / "LICENSE").unlink()
    assert run("bundle").exit_code == 0
    assert "LICENSE" not in held(Path(DEFAULT))


def test_the_same_build_gives_the_same_bytes_from_anywhere(built: Path, tmp_path: Path) -> None:
    def bundled(umask: int, cwd: Path, **environment: str) -> bytes:
        out = tmp_path / environment["PYTHONHASHSEED"] / "any name.zip"
        paths = ("--policies", built / "policies", "--build", built / "generated", "--out", out)
        command = [sys.executable, "-m", "wiser_compiler", "bundle", *map(str, paths)]
        done = subprocess.run(command, cwd=cwd, umask=umask, env={**os.environ, **environment}, check=False)
        assert done.returncode == 0
        return out.read_bytes()

    first = bundled(0o022, built, PYTHONHASHSEED="1")
    for path in (built / "generated").rglob("*"):
        os.utime(path, (1e9, 1e9))
    assert bundled(0o077, tmp_path, PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LC_ALL="C") == first


@pytest.fixture(scope="module")
def of_one_service(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of one of the shipped policies."""
    out = tmp_path_factory.mktemp("bundle") / "one.zip"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        result = run("bundle", "cervical_fusion", "--out", out)
    assert result.exit_code == 0, result.output
    return out


def test_a_bundle_of_a_policy_is_what_its_documents_alone_would_give(of_one_service: Path, tmp_path: Path) -> None:
    for name in ("common", "wiser", "cervical_fusion"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    shutil.copy(ROOT / "policies/proof.json", tmp_path / "policies")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert run("build").exit_code == 0
    alone = below(tmp_path / "generated")
    files = held(of_one_service)
    del alone["MANIFEST.json"], files["MANIFEST.json"], files["LICENSE"]
    assert {path: data for path, data in files.items() if path not in SCHEMAS} == alone


def test_the_validators_of_a_bundle_answer_from_the_archive(of_one_service: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {f'{of_one_service}/{TOP}python'!r})\n"
        "import wiser_policies as w\n"
        "print(w.__file__.startswith(sys.path[0]), w.known_versions(), [*w.catalog()['policies']])\n"
        "print(all(w.read_file(path) for one in w.catalog()['policies'].values()"
        " for files in one['files'].values() for path in files))\n"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "True ['cervical_fusion@6.0.0', 'wiser@6.0.0'] ['cervical_fusion@6.0.0']",
        "True",
    ]


# ---------------------------------------------------------------- refused


def left(project: Path) -> Iterator[str]:
    """What a bundle that was refused left behind."""
    return (path.name for path in project.rglob("*") if path.suffix in (".zip", ".part"))


def test_a_build_of_other_policies_is_not_bundled(project: Path) -> None:
    document = project / "policies/draft/1.0.0.yaml"
    document.write_text(document.read_text("utf-8").replace("A draft", "Another draft"), "utf-8")
    result = run("bundle")
    assert result.exit_code == 1
    assert "changed: generated/catalog.json" in result.stdout
    assert result.stdout.endswith("differ; run `wiser build`\n")
    assert not list(left(project))


def test_an_edited_build_is_not_bundled(project: Path) -> None:
    with (project / "generated/python/wiser_policies/draft/v1_0_0.py").open("a") as module:
        module.write("# by hand\n")
    result = run("bundle")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "changed: generated/python/wiser_policies/draft/v1_0_0.py",
        "1 file differs; run `wiser build`",
    ]
    assert not list(left(project))


def test_nothing_is_bundled_while_there_are_findings(project: Path) -> None:
    document = project / "policies/draft/1.0.0.yaml"
    document.write_text(document.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    result = run("bundle")
    assert result.exit_code == 1
    assert "error[" in result.stdout
    assert "nothing is bundled while there are findings; mend them, then run `wiser build`" in result.stderr
    assert not list(left(project))


def test_a_file_that_is_edited_while_it_is_bundled_is_noticed(project: Path) -> None:
    made = Made({}, {"LICENSE": sha256(b"another text").hexdigest()}, {})
    with pytest.raises(bundling.Edited, match="LICENSE was edited meanwhile"):
        bundling.contents(made, project, project)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["other"], "there is no policy other; known are draft@1.0.0"),
        (["draft@2.0.0"], "there is no policy draft@2.0.0"),
        (["--out", "generated/all.zip"], "generated/all.zip lies in generated; name another file with --out"),
        (["--out", "policies/all.zip"], "policies/all.zip lies in policies"),
        (["--out", "LICENSE"], "LICENSE is no bundle; move it away, or name another file with --out"),
        (["--out", "other.zip"], "other.zip is no bundle"),
        (["--out", "a-folder"], "a-folder is no bundle"),
        (["--out", ""], "an empty text is no path"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_in_the_way_is_named_and_left_as_it_is(project: Path, arguments: list[str], says: str) -> None:
    (project / "a-folder").mkdir()
    with ZipFile("other.zip", "w") as other:
        other.writestr("letter.txt", "Dear reader")
    before = below(project)
    result = run("bundle", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert below(project) == before


def test_nothing_is_written_through_a_link(project: Path) -> None:
    assert run("bundle", "--out", "real.zip").exit_code == 0
    before = Path("real.zip").read_bytes()
    Path("link.zip").symlink_to("real.zip")
    result = run("bundle", "--out", "link.zip")
    assert result.exit_code == 2
    assert "link.zip: this is a link" in result.stderr
    assert Path("real.zip").read_bytes() == before


def test_a_bundle_replaces_an_older_one(project: Path) -> None:
    assert run("bundle").exit_code == 0
    (project / "LICENSE").unlink()
    assert run("bundle").exit_code == 0
    assert "LICENSE" not in held(Path(DEFAULT))
