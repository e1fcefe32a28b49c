"""The project as others meet it: its dependencies, its imports, the content of its wheel."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import hypothesis
import pytest
import wiser_compiler
import yaml
from wiser_compiler.targets import TARGETS
from wiser_policies import catalog
from wiser_policies._verify import NOT_INSTALLED

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
READY = "docs/requests/esi-ready.json"
HEAVY = ("yaml", "jinja2", "jsonschema", "hypothesis", "z3", "pygls", "lsprotocol", "watchfiles", "asyncio")

# Without site-packages only the standard library and what stands on this path can be imported.
BARE = (sys.executable, "-I", "-S", "-c")
WITH_PATH = "import sys; sys.path[:0] = {paths!r}; sys.argv = {arguments!r}; {code}"


def run(*command: str, cwd: Path = ROOT, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == status, f"{command} gave {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


def run_bare(paths: list[Path], code: str, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    """Python with the standard library and these folders, and nothing that is installed."""
    script = WITH_PATH.format(paths=[str(path) for path in paths], arguments=["-", *arguments], code=code)
    return run(*BARE, script, status=status)


# ---------------------------------------------------------------- what it needs


def test_an_application_gets_no_dependencies() -> None:
    assert PROJECT["project"]["dependencies"] == []


def test_the_licence_is_apache_2() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    first = (ROOT / "LICENSE").read_text("utf-8").split()[:4]
    assert first == ["Apache", "License", "Version", "2.0,"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert lines[-1] == "make test"
    assert "set -euo pipefail" in lines
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_validators_need_the_standard_library_alone() -> None:
    code = "from wiser_policies.__main__ import main; sys.exit(main())"
    done = run_bare([ROOT / "generated/python"], code, "--format", "json", READY)
    assert [result["outcome"] for result in json.loads(done.stdout)] == ["ready"]


def test_every_generated_module_is_imported_without_any_library() -> None:
    code = (
        "import wiser_policies as w; "
        "print([w.validator(*name.split('@')).POLICY.version for name in w.known_versions()])"
    )
    paths = sorted(ROOT.glob("policies/*/*.yaml"))
    versions = [path.stem for path in paths if re.search(r"(?m)^(policy|program):", path.read_text("utf-8"))]
    assert run_bare([ROOT / "generated/python"], code).stdout == f"{versions}\n"


def test_requests_to_test_with_need_hypothesis_and_say_what_to_install() -> None:
    done = run_bare([ROOT / "generated/python"], "import wiser_policies.testing", status=1)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: wiser_policies.testing needs hypothesis: pip install 'wiser-policies[testing]'"
    )


# ---------------------------------------------------------------- the command line


@pytest.mark.parametrize("command", [["lint"], ["build", "--check"], ["check", READY], ["--help"]], ids=" ".join)
def test_without_its_libraries_wiser_says_what_to_install(command: list[str]) -> None:
    code = "from wiser_compiler.__main__ import main; main()"
    done = run_bare([ROOT / "compiler", ROOT / "generated/python"], code, *command, status=2)
    assert done.stdout == ""
    assert done.stderr == (
        "wiser needs click, which comes with the extra `compiler`. In a clone of the project:\n"
        "    pip install '.[compiler]'\n"
        "To check requests without it: python -m wiser_policies REQUEST.json\n"
    )


@pytest.mark.parametrize("library", ["jinja2", "yaml"])
def test_a_single_missing_library_is_named_by_the_command_that_needs_it(library: str) -> None:
    blocked = f"import sys; sys.modules[{library!r}] = None; sys.argv = ['wiser', 'checklist', 'esi']; "
    code = blocked + "from wiser_compiler.__main__ import main; main()"
    done = run(sys.executable, "-c", code, status=2)
    assert f"wiser needs {library}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [["--help"], ["--version"], ["check", READY], ["scope", READY], ["explain", "tab"], ["explain", "at_least"]],
    ids=" ".join,
)
def test_a_quick_command_loads_no_heavy_library(command: list[str]) -> None:
    code = (
        "import sys\n"
        "from wiser_compiler.__main__ import main\n"
        f"sys.argv = ['wiser', *{command!r}]\n"
        "try:\n    main()\n"
        f"finally:\n    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    assert run(sys.executable, "-c", code).stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("command", "library"), [(["lsp"], "pygls"), (["lint", "--watch"], "watchfiles")])
def test_without_the_extra_an_editor_or_a_watch_says_how_to_install_it(command: list[str], library: str) -> None:
    code = (
        f"import sys; sys.modules[{library!r}] = None; sys.argv = ['wiser', *{command!r}]; "
        "from wiser_compiler.__main__ import main; main()"
    )
    done = run(sys.executable, "-c", code, status=2)
    assert f"wiser needs {library}, which comes with the extra `editor`" in done.stderr
    assert "pip install '.[editor]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_linting_loads_yaml_so_the_test_above_can_fail() -> None:
    code = (
        "import sys, atexit\n"
        "from wiser_compiler.__main__ import main\n"
        "sys.argv = ['wiser', 'lint']\n"
        "atexit.register(lambda: print('yaml' in sys.modules, file=sys.stderr))\n"
        "main()\n"
    )
    assert run(sys.executable, "-c", code).stderr == "True\n"


def test_the_version_is_that_of_the_package() -> None:
    done = run(sys.executable, "-m", "wiser_compiler", "--version")
    assert wiser_compiler.__version__ in done.stdout


def test_both_commands_check_a_request_in_the_same_words() -> None:
    arguments = ("--policy", "esi@6.0.0", "docs/requests/esi-three-missing.json")
    ours = run(sys.executable, "-m", "wiser_compiler", "check", *arguments, status=1)
    theirs = run(sys.executable, "-m", "wiser_policies", *arguments, status=1)
    assert ours.stdout == theirs.stdout


def test_both_commands_say_in_the_same_words_whether_a_request_is_in_scope() -> None:
    ours = run(sys.executable, "-m", "wiser_compiler", "scope", READY)
    theirs = run(sys.executable, "-m", "wiser_policies", "--scope", READY)
    assert ours.stdout == theirs.stdout
    assert "IN SCOPE" in ours.stdout


# ---------------------------------------------------------------- what is handed on


PACKED_BY = ("pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network and without an environment of its own."""
    source = tmp_path_factory.mktemp("source")
    for folder in ("compiler", "generated", "docs", "schemas"):
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in PACKED_BY:
        shutil.copy(ROOT / file, source)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=source)
    (built,) = (source / "dist").glob("*.whl")
    return built


def files_below(folder: str, package: str) -> set[str]:
    found = (ROOT / folder / package).rglob("*")
    kept = [path for path in found if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(ROOT / folder).as_posix() for path in kept}


def test_the_wheel_holds_both_packages_whole_and_nothing_else(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = files_below("compiler", "wiser_compiler") | files_below("generated/python", "wiser_policies")
    pages = {*files_below("docs", "findings"), "language.md", *(path.name for path in ROOT.glob("schemas/*.json"))}
    # A new target has its line in pyproject.toml; a compiled policy lies beside its validator, and not twice.
    elsewhere = ("python/", "compiled/", *NOT_INSTALLED)
    data = {path for path in files_below("", "generated") if not path.removeprefix("generated/").startswith(elsewhere)}
    assert held == expected | {f"wiser_compiler/{name}" for name in pages} | {
        path.replace("generated/", "wiser_policies/data/", 1) for path in data
    }
    assert "wiser_compiler/targets/templates/checklist.md.jinja" in held
    assert {"wiser_compiler/targets/python/package/_result.py", "wiser_policies/py.typed"} <= held


def test_the_wheel_says_its_licence_and_its_extras_and_asks_for_nothing(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(metadata).decode().splitlines()
        assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())
    assert "License-Expression: Apache-2.0" in lines
    needed = [line for line in lines if line.startswith("Requires-Dist:")]
    assert needed
    assert [line for line in needed if "extra ==" not in line] == []


def test_an_installed_wheel_checks_requests_and_builds_what_the_project_builds(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    ZipFile(wheel).extractall(site)
    code = "from wiser_policies.__main__ import main; sys.exit(main())"
    assert "READY" in run_bare([site], code, READY).stdout
    compiler = (
        "import wiser_compiler; from wiser_compiler.__main__ import main; "
        f"assert wiser_compiler.__file__.startswith({str(site)!r}); main()"
    )
    libraries = [Path(yaml.__file__).parent.parent]  # click, jinja2 and yaml are not in the wheel
    done = run_bare([site, *libraries], compiler, "build", "--check")
    assert done.stdout.endswith("files are up to date\n")
    done = run_bare([site, *libraries], compiler, "explain", "tab")
    assert done.stdout == (ROOT / "docs/findings/tab.md").read_text("utf-8")
    done = run_bare([site, *libraries], compiler, "explain", "at_least")
    assert "`pain_duration: {at_least: 4 weeks}`: this or more" in done.stdout


def test_validators_run_from_the_wheel_unopened(wheel: Path) -> None:
    code = "from wiser_policies.__main__ import main; sys.exit(main())"
    assert "READY" in run_bare([wheel], code, READY).stdout


def test_every_file_of_the_catalog_is_read_from_the_wheel_unopened(wheel: Path) -> None:
    code = (
        "import json; from hashlib import sha256; from wiser_policies import catalog, read_file, __version__; "
        "versions = [*catalog()['programs'].values(), *catalog()['policies'].values()]; "
        "files = {path: digest for one in versions "
        "for kind in one['files'] if kind != 'javascript' for path, digest in one['files'][kind].items()}; "
        "print(__version__, len(files), all(sha256(read_file(path)).hexdigest() == files[path] for path in files))"
    )
    version, number, whole = run_bare([wheel], code).stdout.split()
    assert f"-{version}-" in wheel.name
    assert int(number) > 200
    assert whole == "True"


def test_an_installed_wheel_names_each_of_its_files_that_was_changed(wheel: Path, tmp_path: Path) -> None:
    code = "from wiser_policies.__main__ import main; sys.exit(main())"
    assert run_bare([wheel], code, "--verify").stdout.startswith("as built: ")
    ZipFile(wheel).extractall(tmp_path)
    run_bare([tmp_path], code, READY)  # Python may compile modules into their folder
    assert run_bare([tmp_path], code, "--verify").stdout.startswith("as built: ")
    package = tmp_path / "wiser_policies"
    for name in ("esi/v6_0_0.policy.json", "scs/v6_0_0.py", "data/cases/pva/6.0.0.csv", "_check.py"):
        with (package / name).open("a") as file:
            file.write(" ")
    (package / "data/markdown/README.md").unlink()
    (package / "esi/v7_0_0.py").touch()
    said = run_bare([tmp_path], code, "--verify", status=1).stdout.splitlines()
    assert said[:-2] == [
        "changed: cases/pva/6.0.0.csv (pva@6.0.0)",
        "changed: compiled/esi/6.0.0.json (esi@6.0.0)",
        "missing: markdown/README.md (shared)",
        "changed: python/wiser_policies/_check.py (shared)",
        "changed: python/wiser_policies/esi/v6_0_0.policy.json (esi@6.0.0)",
        "changed: python/wiser_policies/scs/v6_0_0.py (scs@6.0.0)",
        "added: python/wiser_policies/esi/v7_0_0.py (esi@7.0.0)",
    ]


def test_two_builds_of_the_wheel_have_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    """As docs/releasing.md says: whoever has the sources can compare the wheel that was released."""
    source = wheel.parents[1]
    again = shutil.copytree(source, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("dist"))
    for path in again.rglob("*.py"):
        os.utime(path, (1e9, 1e9))
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=again)
    assert (again / "dist" / wheel.name).read_bytes() == wheel.read_bytes()


def test_an_editable_install_is_made_before_the_first_build_and_copies_nothing_generated(tmp_path: Path) -> None:
    """As `make` does it: else a checkout without generated/ could not be set up to write it."""
    for folder in ("compiler", "docs", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in PACKED_BY:
        shutil.copy(ROOT / file, tmp_path)
    code = "from hatchling.build import build_editable; print(build_editable('dist'))"
    name = run(sys.executable, "-c", code, cwd=tmp_path).stdout.splitlines()[-1]
    with ZipFile(tmp_path / "dist" / name) as archive:
        held = [name for name in archive.namelist() if ".dist-info/" not in name]
        (paths,) = (archive.read(name).decode() for name in held if name.endswith(".pth"))
    assert set(paths.split()) == {str(tmp_path / "compiler"), str(tmp_path / "generated/python")}
    assert held
    assert not [name for name in held if name.startswith("wiser_policies/")]


# ---------------------------------------------------------------- the repository


def test_requests_to_test_with_are_drawn_from_the_wheel_with_hypothesis_alone(wheel: Path, tmp_path: Path) -> None:
    for name in ("hypothesis", "_hypothesis_globals.py", "sortedcontainers"):
        (tmp_path / name).symlink_to(Path(hypothesis.__file__).parent.parent / name)
    code = (
        "from hypothesis import given, settings; from wiser_policies import check; "
        "from wiser_policies.testing import requests, invalid_requests; "
        "few = settings(max_examples=20, database=None); "
        "say = lambda drawn: print(check(drawn, policy='esi@6.0.0').outcome); "
        "few(given(requests('esi@6.0.0'))(say))(); print(); few(given(invalid_requests('esi'))(say))()"
    )
    valid, invalid = run_bare([wheel, tmp_path], code).stdout.split("\n\n")
    assert "invalid" not in valid.split("\n")
    assert set(invalid.split()) == {"invalid"}


def test_hooks_run_programs_of_the_environment_and_download_nothing() -> None:
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"
    entries = [hook["entry"].split() for hook in repository["hooks"]]
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}
    assert [" ".join(entry[1:]) for entry in entries if entry[0] == ".venv/bin/wiser"] == [
        "lint",
        "build --check",
    ]
    for entry in entries:
        assert (Path(sys.executable).parent / Path(entry[0]).name).exists()


def test_every_target_is_built_for_every_policy() -> None:
    policies = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("policies/*/*.yaml")}
    policies -= {path for path in policies if re.search("(?m)^vocabulary:", (ROOT / path).read_text("utf-8"))}
    versions = [*catalog()["programs"].values(), *catalog()["policies"].values()]
    assert {version["document"]["path"] for version in versions} == policies
    assert all(set(version["files"]) == set(TARGETS) for version in versions)


def test_the_lock_pins_every_package_with_a_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"(?m)^([a-z0-9._-]+)==", text)
    assert {"click", "jinja2", "pyyaml", "hatchling", "pytest"} <= set(pinned)
    for entry in re.split(r"(?m)^(?=[a-z0-9])", text)[1:]:
        assert "--hash=sha256:" in entry, entry


# ---------------------------------------------------------------- line ends


def test_a_checkout_has_the_same_bytes_whatever_git_makes_of_line_ends(tmp_path: Path) -> None:
    """The manifest holds digests of policies; on Windows git writes CRLF, if nothing says otherwise."""
    here, there = tmp_path / "here", tmp_path / "there"
    shutil.copytree(ROOT / "policies", here / "policies", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "generated/markdown", here / "generated/markdown")
    shutil.copy(ROOT / ".gitattributes", here)
    who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    for command in (("init",), ("add", "-A"), (*who, "commit", "-m", "a")):
        run("git", *command, cwd=here)
    run("git", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", "clone", str(here), str(there))
    files = [path.relative_to(here) for path in here.rglob("*.*") if ".git" not in path.parts]
    assert len(files) > 10
    assert [path for path in files if (there / path).read_bytes() != (here / path).read_bytes()] == []
