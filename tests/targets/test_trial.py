"""A build runs the generated code: code that disagrees with its policy is never written."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result
from command_line import ROOT, built_files, edited_project, run
from lengths import one_in
from shipped import SHIPPED
from wiser_compiler.cli import wiser
from wiser_compiler.commands import build as builder
from wiser_compiler.commands.trial import fault_of
from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import verdict
from wiser_compiler.core.model import Not, Policy
from wiser_compiler.targets import TARGETS
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.python import python


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return edited_project(tmp_path, monkeypatch)


def built_with(
    change: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, *arguments: str, of: str = "/v1_0_0.py"
) -> Result:
    """A build by a tool that makes something else of every policy."""

    def broken(policy: Policy) -> Output:
        files = python(policy).files
        return Output({path: change(text) if path.endswith(of) else text for path, text in files.items()})

    monkeypatch.setitem(TARGETS, "python", broken)  # type: ignore[arg-type]  # a dict, promised as a Mapping
    return CliRunner().invoke(wiser, ["build", *arguments])


def swapped(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


SLIPS = [
    pytest.param(swapped("duration >= 4", "duration > 4"), "“A chart that shows everything”", id="a bound"),
    pytest.param(swapped("duration >= 4", "duration >= 3"), "“One week too few”", id="the other side"),
    pytest.param(swapped("duration >= 4", "duraton >= 4"), "raises AttributeError: 'Chart' object has no", id="a name"),
    pytest.param(
        lambda text: text + "\nunknown\n", "as it is imported the Python module raises NameError", id="import"
    ),
    pytest.param(lambda text: text + "\n)\n", "as it is imported the Python module raises SyntaxError", id="syntax"),
    pytest.param(lambda text: "import wiser_policies.gone\n" + text, "raises SyntaxError", id="before the future"),
    pytest.param(
        lambda text: text + "\nfrom wiser_policies._gone import x\n",
        "raises ImportError: generated code imports wiser_policies._gone",
        id="a module that is not there",
    ),
    pytest.param(lambda text: text + "\nfrom wiser_policies._result import gone\n", "cannot import name", id="runtime"),
]


@pytest.mark.parametrize(("change", "says"), SLIPS)
@pytest.mark.parametrize("arguments", [(), *one_in(2, [("--check",), ("--no-cache",)])], ids=" ".join)
def test_a_module_that_fails_its_examples_stops_the_build(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[str], str],
    says: str,
    arguments: tuple[str, ...],
) -> None:
    before = built_files()
    result = built_with(change, monkeypatch, *arguments)
    assert result.exit_code == 3, result.output
    assert "demo@1.0.0" in result.stderr
    assert says in result.stderr
    assert "This is a mistake of wiser and not of the policy, so nothing was written." in result.stderr
    assert built_files() == before


def test_a_slip_in_what_explains_stops_the_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = built_with(swapped('"compare": ">="', '"compare": ">"'), monkeypatch, of=".policy.json")
    assert result.exit_code == 3, result.output
    assert "the compiled policy says otherwise than the policy of duration" in result.stderr
    result = built_with(swapped('"compare":', '"comparing":'), monkeypatch, of=".policy.json")
    assert result.exit_code == 3, result.output
    assert "the Python module raises KeyError" in result.stderr


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(swapped("care_tried: bool", "care_tired: bool"), "the type of requests has other facts", id="key"),
        pytest.param(swapped("bool", "boole"), "the Python module raises NameError", id="type"),
    ],
)
def test_a_slip_in_the_type_of_requests_stops_the_build(
    change: Callable[[str], str], says: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = built_with(change, monkeypatch, of="/request_v1_0_0.py")
    assert result.exit_code == 3, result.output
    assert says in result.stderr


def test_an_index_that_leaves_out_a_version_stops_the_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, (index, *others) = built_files(), builder.WHOLE
    monkeypatch.setattr(builder, "WHOLE", (lambda policies: index(policies[1:]), *others))
    result = CliRunner().invoke(wiser, ["build"])
    assert result.exit_code == 3, result.output
    assert "_index.py does not name the policies and versions that there are" in result.stderr
    assert built_files() == before


def test_a_program_that_two_documents_make_differently_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("common", "wiser", "scs"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / "policies" / name)
    monkeypatch.chdir(tmp_path)

    def differing(policy: Policy) -> Output:
        files = python(policy).files
        title = "The criteria of the program" if policy.key == "scs@1.0.0" else "never said"
        return Output({path: text.replace(title, "Some criteria of the program") for path, text in files.items()})

    monkeypatch.setitem(TARGETS, "python", differing)  # type: ignore[arg-type]  # as above
    result = CliRunner().invoke(wiser, ["build"])
    assert result.exit_code == 3, result.output
    assert "makes python/wiser_policies/wiser/program_v6_0_0.py otherwise than another document does" in result.stderr
    assert not Path("generated").exists()


def test_findings_come_before_a_mistake_of_the_tool(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(project / "policies/demo", project / "policies/odd")
    result = built_with(swapped("duration >= 4", "duration > 4"), monkeypatch)
    assert result.exit_code == 1
    assert "error[wrong-place]" in result.output


@pytest.mark.parametrize("policy", SHIPPED.values(), ids=lambda policy: policy.key)
def test_every_verdict_of_every_example_counts(policy: Policy) -> None:
    files = python(policy).files
    assert fault_of(policy, files) == ""
    cases = [
        case for case, problems in (read_case(policy.facts, one.request) for one in policy.examples) if not problems
    ]
    decided = [one for one in policy.criteria if any(verdict(one, case) in ("met", "not met") for case in cases[:20])]
    for criterion in decided[:: max(1, len(decided) // 5)]:
        turned = replace(criterion, require=Not(criterion.test), unless=None)
        criteria = tuple(turned if one is criterion else one for one in policy.criteria)
        fault = fault_of(replace(policy, criteria=criteria), files)
        assert "the Python module says otherwise than the policy of" in fault
        assert criterion.id in fault


def test_a_module_runs_with_its_own_runtime_and_not_with_one_that_is_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "wiser_policies"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "wiser_policies", ModuleType("wiser_policies"))
    monkeypatch.setitem(sys.modules, "wiser_policies._result", ModuleType("an older one"))
    assert run("build").exit_code == 0
    assert run("mutate", "demo").exit_code in (0, 1)
