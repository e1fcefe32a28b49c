"""Anomalies planted in small policies: each is found at its line, and nothing is found besides.

A file under tests/planted is a change of tests/planted/base.yaml. Its first line names the anomaly of
docs/anomalies.md, or says `# sound` where there is none. The findings are written after their line as ` #! code:
message`, where the beginning of the message is enough; ` #= code` marks the other place that the finding
names. A further document begins with `# and beside it`; the text of the source lies beside, as .txt, or as
.indexed.txt where an index of it is there in its place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from drafts import placed
from finding_pages import PROVEN, codes_under
from planted_policies import FILES, LEFT_OUT, changed, expected_in, findings_of, texts_of
from wiser_compiler.cli import wiser
from wiser_compiler.diagnostics import Diagnostic, Report
from wiser_compiler.explanations import codes
from wiser_compiler.linting.library import read_quoting
from wiser_compiler.linting.sources.compare import check_sources, editions, read_texts
from wiser_compiler.linting.sources.index import index_of
from wiser_compiler.linting.sources.text import folded, read_source_text
from wiser_compiler.printers import as_text

# ---------------------------------------------------------------- what is found


def found_in(texts: list[str], folder: Path, source: str = "", indexed: str = "") -> tuple[Report, list[str]]:
    """The findings of lint, of proofs and of reviews that are due, and of the text of a source if there is one.

    Beside them, the sentences that no policy quotes.
    """
    folder.mkdir(exist_ok=True)
    for text in reversed(texts):  # the first one keeps the name of the file
        path = placed(text.encode(), folder)
        if version := re.search(r'(?m)^version: "(.*)"', text):
            path.rename(path.with_name(f"{version[1]}.yaml"))
    if indexed:
        (folder / "guide.txt").write_text(indexed, encoding="utf-8")
        (folder / "sources").mkdir()
        index = index_of("A guide", "6.0", [read_source_text(folder / "guide.txt")])
        (folder / "sources/guide_6.index").write_text(index, encoding="utf-8")
    report = findings_of(folder, {"draft"})
    return report, uncited(sorted(folder.glob("draft/*.yaml")), folder, source, report) if source else []


def uncited(paths: list[Path], folder: Path, source: str, report: Report) -> list[str]:
    """`wiser sources`: quotations that do not stand there are reported, and sentences that nobody quotes come back."""
    (folder / "guide.txt").write_text(source, encoding="utf-8")
    read = list(read_quoting(paths, Report()))
    known = editions(source for one in read for source in one.sources)
    texts = read_texts([folder / "guide.txt"], "", known, known)
    checked = check_sources(read, texts, [one.key for one in read], report)
    return [sentence.words for sentence in checked.uncited]


def others_in(texts: list[str]) -> set[tuple[int, str]]:
    """The other places that marks expect: line and code."""
    lines = ((number, line) for text in texts for number, line in enumerate(text.splitlines(), 1))
    return {(number, code) for number, line in lines for code in re.findall(r" #= ([a-z-]+)", line)}


def is_expected(finding: Diagnostic, expected: tuple[str, int, str, str]) -> bool:
    version, line, code, message = expected
    place = finding.span.file.endswith(f"{version}.yaml"), finding.span.line, finding.code
    return place == (True, line, code) and finding.message.startswith(message)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_planted_anomaly_is_found_at_its_line_and_nothing_besides(path: Path, tmp_path: Path) -> None:
    texts, expected = expected_in(list(texts_of(path)))
    source = path.with_suffix(".txt")
    lines = source.read_text(encoding="utf-8").splitlines() if source.exists() else []
    sentences = [line.removesuffix(" #! uncited") for line in lines if line.endswith(" #! uncited")]
    beside = path.with_suffix(".indexed.txt")
    indexed = beside.read_text(encoding="utf-8") if beside.exists() else ""
    bare = "".join(f"{line.removesuffix(' #! uncited')}\n" for line in lines)
    report, left_over = found_in(texts, tmp_path, bare, indexed)
    found = [f for f in report.found if f.code != LEFT_OUT or LEFT_OUT in {code for _, _, code, _ in expected}]
    assert len(found) == len(expected), as_text(report)
    assert all(any(is_expected(finding, one) for finding in found) for one in expected), as_text(report)
    related = {(span.line, finding.code) for finding in found for span, _ in finding.related}
    assert others_in(list(texts_of(path))) <= related, as_text(report)
    assert [folded(words) for words in left_over] == [folded(words) for words in sentences]


def anomaly(path: Path) -> str:
    """What the first line of a file says that it plants: A7, or sound."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = re.fullmatch(r"# (A\d+|sound): .+", first)
    assert named, f"{path.name} does not begin with `# A7: ...` or `# sound: ...`"
    return named[1]


def test_a_sound_file_expects_nothing_and_any_other_something() -> None:
    for path in FILES:
        _, expected = expected_in(list(texts_of(path)))
        text_marks = path.with_suffix(".txt").exists() and " #! uncited" in path.with_suffix(".txt").read_text("utf-8")
        assert bool(expected or text_marks) == (anomaly(path) != "sound"), path.name


def test_there_are_many() -> None:
    assert sum(anomaly(path) != "sound" for path in FILES) >= 160


def test_the_base_is_sound(tmp_path: Path) -> None:
    report, _ = found_in([changed("")], tmp_path)
    assert not report.found, as_text(report)


# ---------------------------------------------------------------- the findings of proofs

NOT_PLANTED = {"schema-disagrees", "unproven"}  # mistakes of the tool, and what it cannot answer


def test_what_a_proof_can_find_is_planted() -> None:
    planted = {code for path in FILES for _, _, code, _ in expected_in(list(texts_of(path)))[1]}
    assert codes_under(PROVEN) - planted == NOT_PLANTED


# ---------------------------------------------------------------- the table of anomalies

ROOT = Path(__file__).parents[2]


class Anomaly(NamedTuple):
    """A row of docs/anomalies.md. `caught` is Markdown, where findings are links to their pages."""

    id: str
    what: str
    example: str
    caught: str
    planted: str


def anomalies() -> list[Anomaly]:
    """The rows of the table of docs/anomalies.md."""
    lines = (ROOT / "docs/anomalies.md").read_text("utf-8").splitlines()
    return [Anomaly(*re.split(r" *\| *", line.strip("| "))) for line in lines if line.startswith("| A")]


def caught_by(one: Anomaly) -> set[str]:
    """The codes of the findings that catch an anomaly."""
    linked = re.findall(r"\[`([a-z-]+)`\]\(findings/([a-z-]+)\.md\)", one.caught)
    assert all(shown == page for shown, page in linked), one.id
    return {code for code, _ in linked}


ANOMALIES = anomalies()


def test_the_table_has_every_anomaly_once_and_in_order() -> None:
    assert [one.id for one in ANOMALIES] == [f"A{number}" for number in range(1, 48)]
    assert all(one.caught and one.planted in ("yes", "no") for one in ANOMALIES)


def test_what_the_table_names_is_there() -> None:
    for one in ANOMALIES:
        assert caught_by(one) <= set(codes()), one.id
        for name in re.findall(r"`(wiser [^`]+|[\w.-]+/[\w./-]+)`", one.caught):
            command = name.removeprefix("wiser ").partition(" ")[0]
            assert command in wiser.commands if name.startswith("wiser ") else (ROOT / name).exists(), (one.id, name)


@pytest.mark.parametrize("one", ANOMALIES, ids=lambda one: one.id)
def test_an_anomaly_is_planted_and_caught_by_the_codes_of_the_table(one: Anomaly) -> None:
    files = [path for path in FILES if anomaly(path) == one.id]
    assert bool(files) == (one.planted == "yes")
    caught = {code for path in files for _, _, code, _ in expected_in(list(texts_of(path)))[1]}
    assert caught == (caught_by(one) if files else set())
