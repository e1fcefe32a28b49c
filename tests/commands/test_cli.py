"""The command line as people use it, and as they misuse it. Nothing shows a traceback."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import ROOT, run
from wiser_compiler.cli import wiser
from wiser_compiler.commands import build as builder

READY = ROOT / "docs/requests/esi-ready.json"
MISSING = ROOT / "docs/requests/esi-three-missing.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("common", "wiser", "esi", "scs", "cervical_fusion", "nerve_lesions"):  # enough of each kind
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    shutil.copytree(ROOT / "policies/sources", tmp_path / "policies/sources")
    shutil.copy(ROOT / "policies/proof.json", tmp_path / "policies/proof.json")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of a policy with their program, built; for `built`, which hands out copies."""
    folder = tmp_path_factory.mktemp("built")
    for name in ("common", "wiser", "scs"):
        shutil.copytree(ROOT / "policies" / name, folder / "policies" / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run("build").exit_code == 0
    return folder


@pytest.fixture
def built(built_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two versions after its first build."""
    shutil.copytree(built_once, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


# ---------------------------------------------------------------- check


def test_a_ready_request_ends_with_0_and_says_why() -> None:
    result, whole = run("check", READY), run("check", "--all", READY)
    assert result.exit_code == whole.exit_code == 0
    assert "READY: every row of this checklist is answered. Medicare decides." in result.output.replace("\n  ", " ")
    assert "[x]" not in result.output
    assert "[x] Pain has lasted long enough, or waiting is not required  (guide 6.2.10 box 3)" in whole.output


def test_three_missing_things_are_named_with_their_place_in_the_chart() -> None:
    result = run("check", "--all", MISSING)
    assert result.exit_code == 1
    assert result.output.count("\n  [ ] ") == 4  # three required, and an advisory point about the same fact
    tail = result.output[result.output.index("Not stated so far") :]
    for line in (
        "  History  (from",
        "For how many full weeks",
        "Which image guidance",
        "  Contraindications  (from",
    ):
        assert line in tail


def test_json_output_holds_the_same_verdicts() -> None:
    result = run("check", "--format", "json", READY, MISSING)
    assert result.exit_code == 1
    ready, missing = json.loads(result.output)
    assert (ready["outcome"], missing["outcome"]) == ("ready", "incomplete")
    named = {fact["fact"] for c in missing["criteria"] if c["effect"] == "required" for fact in c["missing"]}
    assert named == {"pain_duration", "guidance", "contraindications"}


def test_a_dash_reads_standard_input() -> None:
    assert run("check", "-", stdin=READY.read_bytes()).exit_code == 0


@pytest.mark.parametrize(
    ("data", "says"),
    [
        pytest.param(b"", "not JSON", id="empty"),
        pytest.param(b"5", "must be an object", id="a number"),
        pytest.param(b"{", "not JSON: line 1, column 2", id="cut off"),
        pytest.param(b"\xff\xfe", "not UTF-8", id="not UTF-8"),
        pytest.param(b'{"a": 1, "a": 2}', "a key stands twice", id="a key twice"),
        pytest.param(b'{"a": NaN}', "NaN and Infinity", id="NaN"),
        pytest.param(b'{"a": 1e400}', "cannot be read exactly", id="a number beyond floats"),
        pytest.param(b'{"a": 4.0000000000000000001}', "cannot be read exactly", id="a number with lost digits"),
        pytest.param(b'{"a": ' + b"9" * 5000 + b"}", "too many digits", id="5,000 digits"),
        pytest.param(b'{"a":' + b"[" * 100_000, "nested too deeply", id="100,000 deep"),
        pytest.param(b" " * 1_000_001, "larger than", id="too large"),
        pytest.param(b"{}", "/codes", id="no codes"),
        pytest.param(b'{"codes": ["64483"], "received_date": "2026-02-30"}', "/received_date", id="no such date"),
        pytest.param(b'{"codes": [[]], "received_date": "2026-05-04"}', "(/codes)", id="codes of another type"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_says_why(data: bytes, says: str) -> None:
    result = run("check", "-", stdin=data)
    assert result.exit_code == 2
    assert "INVALID" in result.output
    assert says in result.output


def test_a_missing_file_a_folder_and_a_wrong_version_are_usage_errors(tmp_path: Path) -> None:
    assert run("check", tmp_path / "nothing.json").exit_code == 2
    assert run("check", tmp_path).exit_code == 2
    result = run("check", "--policy", "esi@9.9.9", READY)
    assert result.exit_code == 2
    assert "esi@6.0.0" in result.output


@pytest.mark.parametrize(
    ("received", "version", "outcome"),
    [
        ("2026-01-04", "6.0.0", "out of scope"),  # so says the program
        ("2026-01-05", "1.0.0", "incomplete"),
        ("2026-04-23", "1.0.0", "incomplete"),
        ("2026-04-24", "6.0.0", "incomplete"),
        ("2031-01-01", "6.0.0", "incomplete"),
    ],
)
def test_the_version_is_chosen_by_the_date_the_request_is_received(received: str, version: str, outcome: str) -> None:
    data = json.dumps({"codes": ["64483"], "received_date": received}).encode()
    (result,) = json.loads(run("check", "--format", "json", "-", stdin=data).output)
    assert (result["version"], result["outcome"]) == (version, outcome)


# ---------------------------------------------------------------- no patient identity


CANARY = "ZQX-CANARY-7731"


def test_a_result_shows_nothing_of_the_request_and_is_not_pickled() -> None:
    import pickle

    from wiser_policies import check

    result = check({**json.loads(READY.read_text()), "history": CANARY})
    assert CANARY not in repr(result) + str(result) + format(result)
    with pytest.raises(TypeError, match="store as_dict"):
        pickle.dumps(result)


# ---------------------------------------------------------------- lint and build


def test_a_bound_that_is_off_by_one_is_caught_by_the_words_and_by_the_examples(project: Path) -> None:
    path = project / "policies/esi/6.0.0.yaml"
    text = path.read_text("utf-8")
    assert text.count("at_most: 2 levels") == 1
    path.write_text(text.replace("at_most: 2 levels", "at_most: 3 levels"), "utf-8")
    result = run("lint", "--all")
    assert result.exit_code == 1
    assert "error[quote-disagrees]" in result.output
    assert "error[wrong-verdict]" in result.output


def test_a_build_writes_nothing_while_a_policy_has_findings(built: Path) -> None:
    before = {path: path.read_bytes() for path in Path("generated").rglob("*") if path.is_file()}
    path = built / "policies/scs/1.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    assert run("build").exit_code == 1
    assert {path: path.read_bytes() for path in Path("generated").rglob("*") if path.is_file()} == before


def test_build_check_names_what_differs_and_what_is_stale(built: Path) -> None:
    assert run("build", "--check").exit_code == 0
    Path("generated/markdown/scs/6.0.0.md").write_text("edited")
    shutil.rmtree(built / "policies/scs")
    shutil.copytree(ROOT / "policies/scs", built / "policies/scs")
    (built / "policies/scs/1.0.0.yaml").unlink()
    result = run("build", "--check")
    assert result.exit_code == 1
    assert "changed: generated/markdown/scs/6.0.0.md" in result.output
    assert "stale: generated/markdown/scs/1.0.0.md" in result.output
    assert run("build").exit_code == 0
    assert not Path("generated/markdown/scs/1.0.0.md").exists()
    assert run("build", "--check").exit_code == 0


def test_a_file_of_somebody_else_is_not_overwritten_and_not_deleted(built: Path) -> None:
    mine = built / "generated/notes.txt"
    mine.write_text("mine")
    manifest = json.loads(Path("generated/MANIFEST.json").read_text())
    del manifest["files"]["markdown/scs/6.0.0.md"]
    Path("generated/MANIFEST.json").write_text(json.dumps(manifest))
    Path("generated/markdown/scs/6.0.0.md").write_text("mine too")
    result = run("build")
    assert result.exit_code == 2
    assert "is not as this tool wrote it" in result.output
    assert (mine.read_text(), Path("generated/markdown/scs/6.0.0.md").read_text()) == ("mine", "mine too")


def test_a_link_out_of_the_folder_is_not_followed(built: Path) -> None:
    outside = built / "outside.md"
    outside.write_text("precious")
    target = Path("generated/markdown/scs/6.0.0.md")
    target.unlink()
    target.symlink_to(outside)
    assert run("build").exit_code == 2
    assert outside.read_text() == "precious"


def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_finishes(built: Path) -> None:
    whole = {path: text.encode() for path, text in _expected().items()}
    for delay in (0.15, 0.45):
        shutil.rmtree(built / "generated", ignore_errors=True)
        process = subprocess.Popen([sys.executable, "-m", "wiser_compiler", "build"], cwd=built)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        made = [p for p in (built / "generated").rglob("*") if p.is_file() and not p.name.endswith(".part")]
        found = {path.relative_to(built / "generated").as_posix(): path.read_bytes() for path in made}
        manifest = json.loads(found.pop(builder.MANIFEST, b'{"files": {}}'))  # in the middle it is one of its own
        assert set(found) <= set(manifest["files"])
        assert found == {path: whole[path] for path in found}
        assert run("build").exit_code == 0
        assert run("build", "--check").exit_code == 0


def _expected() -> dict[str, str]:
    from wiser_compiler.diagnostics import Report
    from wiser_compiler.linting.library import documents
    from wiser_compiler.proof.mutation.scores import read_records

    works = builder.work_on(documents(Path("policies"), Report()), Path("generated"), {})
    return dict(builder.make(list(works), read_records(Path("policies"))).files)


def test_an_empty_or_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        for command in ("lint", "build"):
            result = run(command, "--policies", folder)
            assert result.exit_code == 1
            assert "error[no-file]" in result.output
            assert "help:" in result.output


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_findings_are_written_in_every_format(form: str, project: Path) -> None:
    (project / "policies/esi/6.0.0.yaml").write_text("policy: [")
    result = run("lint", "--format", form)
    assert result.exit_code == 1
    assert "not-yaml" in result.output
    if form in ("json", "sarif"):
        json.loads(result.output)


# ---------------------------------------------------------------- the smaller commands


def test_a_checklist_is_printed_and_an_unknown_one_is_a_usage_error() -> None:
    assert run("checklist", "esi").output == (ROOT / "generated/markdown/esi/6.0.0.md").read_text("utf-8")
    assert run("checklist", "esi@1.0.0").output == (ROOT / "generated/markdown/esi/1.0.0.md").read_text("utf-8")
    result = run("checklist", "knee")
    assert result.exit_code == 2
    assert "esi@6.0.0" in result.output


def test_the_checklist_of_a_policy_is_printed_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sheet, form = run("checklist", "esi", "--out", "esi.html"), run("checklist", "esi@6.0.0")
    assert (sheet.exit_code, form.exit_code) == (0, 0)
    assert Path("esi.html").read_bytes() == (ROOT / "generated/sheet/esi/6.0.0.html").read_bytes()
    assert form.output == (ROOT / "generated/markdown/esi/6.0.0.md").read_text("utf-8")
    for name in ("eis", "esi@9.9.9"):
        assert (named := run("checklist", name)).exit_code == 2
        assert f"there is no policy {name}; " in named.output
    assert "did you mean esi? Known are" in " ".join(run("checklist", "eis").output.split())
    elsewhere = run("checklist", "esi", "--policies", "policies")
    assert (elsewhere.exit_code, "policies is no folder" in elsewhere.output) == (2, True)


def test_a_policy_that_is_misspelt_is_guessed() -> None:
    assert "did you mean skin_substitutes? Known are" in run("checklist", "skin_substitute").output
    assert "; known are" in run("checklist", "nothing_like_it").output


def test_explain_teaches_and_guesses() -> None:
    assert "Units" in run("explain", "wrong-unit").output or "unit" in run("explain", "wrong-unit").output
    result = run("explain", "wrong-units")
    assert result.exit_code == 2
    assert "did you mean `wrong-unit`?" in result.output
    assert "uncovered-bound" in run("explain").output


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("", "WORD is empty"), ("ready", "is what an example expects: see `wiser explain expect`"),
        ("not met", "see `wiser explain expect`"), ("group", "did you mean `groups`?"),
        ("verdict", "`unknown-verdict` and `wrong-verdict`"), ("zebra", "lists all findings and words"),
    ],
)  # fmt: skip
def test_a_word_without_a_page_is_said_and_near_ones_are_named(word: str, says: str) -> None:
    result = run("explain", word)
    assert (result.exit_code, says in " ".join(result.output.split())) == (2, True), result.output


def test_a_new_policy_asks_only_to_be_filled_in(project: Path) -> None:
    assert run("new", "knee").exit_code == 0
    result = run("lint", "policies/knee")
    assert result.exit_code == 1
    assert set(_codes(result.output)) == {"unfinished"}
    path = project / "policies/knee/1.0.0.yaml"
    path.write_text(path.read_text("utf-8").replace("TODO", "really"), "utf-8")
    assert run("lint", "policies/knee").exit_code == 0
    assert run("new", "knee").exit_code == 2  # never overwritten
    for bad in ("Knee", "knee-joint", "class", "testing", "../knee"):
        assert run("new", bad).exit_code == 2


@pytest.mark.parametrize(("id", "kind"), [("wiser", "program"), ("common", "vocabulary")])
def test_a_policy_does_not_begin_in_the_folder_of_another_kind_of_document(id: str, kind: str, project: Path) -> None:
    before = sorted((project / "policies").rglob("*"))
    result = run("new", id, "--version", "9.0.0")
    assert result.exit_code == 2
    assert f"policies/{id} is the folder of a {kind}; choose another ID" in result.output
    assert sorted((project / "policies").rglob("*")) == before


@pytest.mark.parametrize("out", ["policies", "policies/made", "./policies/../policies", "linked"])
def test_nothing_is_built_into_the_folder_of_the_policies(out: str, project: Path) -> None:
    (project / "linked").symlink_to("policies")
    before = sorted((project / "policies").rglob("*"))
    for check in ([], ["--check"]):
        result = run("build", "--out", out, *check)
        assert result.exit_code == 2
        assert "lies in the folder of the policies" in result.output
    assert sorted((project / "policies").rglob("*")) == before


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "cut off"])
@pytest.mark.parametrize("name", ["request.json", "request.yaml"])
def test_a_request_that_is_taken_for_a_policy_is_not_shown(name: str, whole: bool, project: Path) -> None:
    text = json.dumps({"codes": ["64483"], "history": CANARY}, indent=2)
    for shape in (text, f"\ufeff \n{text}", f"[{text}]"):
        (project / name).write_text(shape if whole else shape[:-1], "utf-8")
        for command in (["diff", name, "esi@6.0.0"], ["diff", "esi@6.0.0", name], ["lint", name]):
            result = run(*command)
            assert result.exit_code in (1, 2)
            assert name in result.output
            assert CANARY not in result.output


def test_a_name_without_a_letter_is_still_named() -> None:
    result = run("check", "")
    assert result.exit_code == 2
    assert result.output.startswith("'': cannot be read: ")


def _codes(output: str) -> list[str]:
    return [line.partition("[")[2].partition("]")[0] for line in output.splitlines() if line.startswith("error[")]


# ---------------------------------------------------------------- what nearly went wrong


def two_versions(project: Path, second: str) -> None:
    """A demo policy with a version from April on, and another one."""
    assert run("new", "demo").exit_code == 0
    first = project / "policies/demo/1.0.0.yaml"
    text = first.read_text("utf-8").replace("TODO", "really")
    first.write_text(text, "utf-8")
    later = text.replace('version: "1.0.0"', 'version: "2.0.0"').replace('from: "2026-04-24"', f'from: "{second}"')
    (project / "policies/demo/2.0.0.yaml").write_text(later.replace("2026-05-04", "2027-05-04"), "utf-8")


def test_two_versions_in_force_on_one_day_are_reported(project: Path) -> None:
    two_versions(project, "2026-06-01")
    result = run("lint")
    assert result.exit_code == 1
    assert _codes(result.output) == ["overlapping-versions"]
    first = project / "policies/demo/1.0.0.yaml"
    first.write_text(first.read_text("utf-8").replace("until: open", 'until: "2026-06-01"'), "utf-8")
    assert run("lint").exit_code == 0


def test_a_document_in_a_deeper_folder_is_not_taken_for_another(project: Path) -> None:
    shutil.copytree(project / "policies/esi", project / "policies/old/esi")
    result = run("lint")
    assert result.exit_code == 1
    assert set(_codes(result.output)) == {"wrong-place"}


def test_a_folder_without_policies_builds_nothing_and_deletes_nothing(built: Path) -> None:
    assert run("build", "--policies", "policies/common").exit_code == 1
    assert run("build", "--check").exit_code == 0


def test_a_damaged_or_foreign_manifest_stops_the_build(built: Path) -> None:
    manifest = Path("generated/MANIFEST.json")
    for damage in ("{", '{"files": 5}', '{"generator": "other", "files": {"precious.txt": ""}}', "[" * 10_000):
        manifest.write_text(damage)
        Path("generated/precious.txt").write_text("mine")
        Path("generated/markdown/scs/6.0.0.md").write_text("mine")
        result = run("build")
        assert result.exit_code == 2
        assert "MANIFEST.json is none of this tool" in result.output
        assert (
            Path("generated/precious.txt").read_text() == Path("generated/markdown/scs/6.0.0.md").read_text() == "mine"
        )


def test_a_checklist_in_a_file_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    target = tmp_path / "esi.md"
    with target.open("wb") as out:
        command = [sys.executable, "-m", "wiser_compiler", "checklist", "esi"]
        subprocess.run(command, stdout=out, cwd=ROOT, env={"PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}, check=True)
    assert target.read_bytes() == (ROOT / "generated/markdown/esi/6.0.0.md").read_bytes()


@pytest.mark.parametrize("module", ["wiser_compiler", "wiser_policies"])
def test_a_reader_that_closes_early_sees_no_traceback(module: str) -> None:
    check = ["check"] if module == "wiser_compiler" else []
    command = f"{sys.executable} -m {module} {' '.join(check)} {READY} {READY} {READY} | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "READY" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_huge_stream_is_not_read_to_its_end() -> None:
    command = [sys.executable, "-m", "wiser_policies", "/dev/zero"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 2
    assert "larger than" in done.stdout


def test_a_file_that_cannot_be_read_has_its_place_in_the_json(tmp_path: Path) -> None:
    result = CliRunner().invoke(wiser, ["check", "--format", "json", str(tmp_path / "gone.json"), str(READY)])
    gone, ready = json.loads(result.stdout)
    assert (gone["outcome"], ready["outcome"]) == ("invalid", "ready")
    assert gone["problems"] == [{"path": "", "rule": "the file cannot be read", "code": "unreadable"}]
