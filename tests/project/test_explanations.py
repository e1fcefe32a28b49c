"""The page of each finding: its form, its line in the index, and the findings of its policies.

The policies on a page are changes of tests/bad/base.yaml. Those of `wiser prove`, and those that span documents, are
changes of tests/planted/base.yaml; lines such as `# policies/draft/1.1.0.yaml` begin a document.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from drafts import checked, composed, placed
from finding_pages import BETWEEN, INDEX, PROVEN, codes_under, shown
from planted_policies import LEFT_OUT, changed, findings_of
from wiser_compiler import explanations, linting
from wiser_compiler.diagnostics import Report
from wiser_compiler.printers import as_text

CODES = explanations.codes()
SHOWN = [code for code in CODES if shown(code)]

# What no change of a text can show: files that are none, what was published, sources, and mistakes of the tool.
NOT_SHOWN = {
    "no-file", "empty-file", "too-large", "not-utf-8", "published-edited", "published-gone", "second-program",
    "quote-not-in-source", "section-not-in-text", "unquoted-criterion", "uncited-passage", "cited-passage",
    "schema-disagrees", "unproven",
}  # fmt: skip


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_what_why_and_how_in_this_order(code: str) -> None:
    page = explanations.explain(code)
    snippet = r"\n```yaml\n[^`]+```\n"
    assert re.fullmatch(
        rf"# {code}\n\n[^\n]+\.\n\n(?:[^\n]+\n)+(?:\nReported:\n{snippet}\nBetter:\n{snippet})?", page
    ), page
    assert explanations.summary(code).endswith(".")
    assert explanations.why(code).endswith(".")


def test_a_code_that_does_not_exist_has_no_page() -> None:
    for code in ("no-such-code", "../diagnostics", ""):
        with pytest.raises(KeyError):
            explanations.explain(code)


def test_the_index_has_every_page_once_in_the_words_of_the_page() -> None:
    lines = [line for line in INDEX.read_text("utf-8").splitlines() if line.startswith("- ")]
    assert sorted(lines) == [f"- [`{code}`](findings/{code}.md): {explanations.summary(code)}" for code in CODES]


def test_the_index_is_in_order() -> None:
    for section in INDEX.read_text("utf-8").split("\n## ")[1:]:
        listed = re.findall(r"(?m)^- \[`([a-z-]+)`\]", section)
        assert listed == sorted(listed) != []


# Their one finding others report as well.
SEVERAL = {"charts", "clocks_have_examples", "examples_agree", "read_indexes", "read_published"}


def test_a_lint_that_reports_one_finding_has_its_name() -> None:
    named = []
    for path in sorted(Path(linting.__file__).parent.rglob("*.py")):
        for function in ast.parse(path.read_text("utf-8")).body:
            if isinstance(function, ast.FunctionDef) and not function.name.startswith("_"):
                codes = {node.value for node in ast.walk(function) if isinstance(node, ast.Constant)} & set(CODES)
                if len(codes) == 1 and function.name not in SEVERAL:
                    named.append((function.name, codes.pop().replace("-", "_")))
    assert len(named) > 5
    assert [name for name, code in named if name != code] == []


# ---------------------------------------------------------------- the policies


def test_every_page_shows_a_policy_where_a_policy_can_show_it() -> None:
    assert set(CODES) - set(SHOWN) == NOT_SHOWN


def found_in(code: str, text: str, folder: Path) -> Report:
    """What is found in a policy on the page of a code, but for what it leaves out for shortness."""
    folder.mkdir()
    heads = re.findall(r"(?m)^# policies/(\w+)/([\d.]+)\.yaml\n", text)
    if code in codes_under(PROVEN) or (code in codes_under(BETWEEN) and not text.startswith("# of the program\n")):
        placed(changed("").encode(), folder)
        (folder / "draft/1.0.0.yaml").unlink()
        texts = re.split(r"(?m)^# policies/.*\n", text)[1:] if heads else [text]
        for (id, version), one in zip(heads or [("draft", "1.0.0")], texts, strict=True):
            path = folder / id / f"{version}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(changed(one), encoding="utf-8")
        report = findings_of(folder, {id for id, _ in heads} or {"draft"})
        report.found[:] = [finding for finding in report.found if finding.code != LEFT_OUT]
        return report
    report = checked(composed(text), folder)
    left_out = {"unused-name", "unsupported-bound", "uncovered-bound", "wrong-outcome"} - {code}
    report.found[:] = [finding for finding in report.found if finding.code not in left_out]
    return report


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_policy_of_a_page_has_this_finding_and_no_other_and_the_repaired_one_has_none(
    code: str, tmp_path: Path
) -> None:
    bad, good = shown(code)
    report = found_in(code, bad, tmp_path / "bad")
    assert {finding.code for finding in report.found} == {code}, as_text(report)
    report = found_in(code, good, tmp_path / "good")
    assert not report.found, as_text(report)
