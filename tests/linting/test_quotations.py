"""Our reader finds the bounds of every quotation in tests/quotations, which holds those of all policies."""

from __future__ import annotations

import json
import runpy
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from wiser_compiler.core.model import Clock, Criterion, Policy, Worded
from wiser_compiler.core.quoted_dates import days_in
from wiser_compiler.core.quoted_numbers import COUNTED, numbers_in
from wiser_compiler.core.walk import criterion_parts, subexpressions
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import documents
from wiser_compiler.reading.reader import read_policy

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests/quotations"
ENTRIES: list[dict[str, Any]] = json.loads((FOLDER / "quotations.json").read_text("utf-8"))
WORDS = {
    ">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than", "==": "exactly", "within": "within",
    "beyond": "beyond", "or worse": "or_worse", None: "open",
}  # fmt: skip
BY_TEXT = {entry["text"]: entry["bounds"] for entry in ENTRIES}


def read(text: str) -> list[dict[str, str]]:
    """The bounds of a text as our reader finds them, in the form of the file."""
    numbers = [(said.op, str(said.value), "" if said.unit in COUNTED else said.unit) for said in numbers_in(text)]
    days = [(said.op, str(said.value), "date") for said in days_in(text)]
    return [{"comparison": WORDS.get(op, str(op)), "number": n, "unit": unit} for op, n, unit in (*numbers, *days)]


def quoted() -> Iterator[tuple[str, str]]:
    """Every quotation of the policies, with the policy, the version and the criterion or clock."""
    for path in documents(ROOT / "policies", Report()):
        policy = read_policy(path, Report())
        if isinstance(policy, Policy):
            for thing in (*policy.own, *policy.own_clocks):
                for words in _quotes(thing):
                    yield words, f"{policy.id} {policy.version} {thing.id}"


def _quotes(thing: Criterion | Clock) -> Iterator[str]:
    if isinstance(thing, Clock) and thing.quote:
        yield thing.quote
    exprs = criterion_parts(thing) if isinstance(thing, Criterion) else [e for e in [thing.applies_when] if e]
    inner = (part for expr in exprs for part in subexpressions(expr))
    yield from (part.quote for part in inner if isinstance(part, Worded) and part.quote)


@pytest.mark.parametrize("text", BY_TEXT)
def test_our_reader_finds_the_bounds_of_a_quotation_and_no_others(text: str) -> None:
    def sorted_(bounds: list[dict[str, str]]) -> list[tuple[str, ...]]:
        return sorted(tuple(bound[key] for key in ("comparison", "number", "unit")) for bound in bounds)

    assert sorted_(read(text)) == sorted_(BY_TEXT[text])


def test_the_file_has_every_quotation_of_the_policies_and_only_these_and_hard_ones() -> None:
    there = {(entry["text"], entry["from"]) for entry in ENTRIES}
    quotations = set(quoted())
    missing = [json.dumps({"text": words, "from": place, "bounds": []}) for words, place in quotations - there]
    assert not missing, "add, with the bounds that the words support:\n" + ",\n".join(sorted(missing))
    gone = {(words, place) for words, place in there - quotations if place != "hard"}
    assert not gone, f"no policy has these any more: {sorted(gone)}"


def test_the_file_is_large_varied_and_consistent() -> None:
    hard = [entry for entry in ENTRIES if entry["from"] == "hard"]
    assert len(BY_TEXT) >= 150
    assert len({entry["text"] for entry in hard}) == len(hard) >= 60
    assert all(entry["bounds"] == BY_TEXT[entry["text"]] for entry in ENTRIES)  # one text, one meaning
    kinds = Counter(bound["comparison"] for entry in hard for bound in entry["bounds"])
    assert set(kinds) == set(WORDS.values())
    assert sum(not entry["bounds"] for entry in hard) >= 8  # numbers that bound nothing
    assert sum(len(entry["bounds"]) > 1 for entry in hard) >= 25
    for bound in (bound for entry in ENTRIES for bound in entry["bounds"]):
        assert set(bound) == {"comparison", "number", "unit"}
        assert date.fromisoformat(bound["number"]) if bound["unit"] == "date" else Decimal(bound["number"]) is not None


# ---------------------------------------------------------------- the scorer


def scored(answers: object, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What the stand-alone scorer prints, with its exit status."""
    path = folder / "answers.json"
    path.write_text(answers if isinstance(answers, str) else json.dumps(answers), "utf-8")
    monkeypatch.setattr(sys, "argv", ["score.py", str(path)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(FOLDER / "score.py"), run_name="__main__")
    return f"{capsys.readouterr().out}exit {ended.value.code}"


def test_the_scorer_counts_the_bounds_that_are_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = {text: read(text) for text in BY_TEXT}
    printed = scored(ours, tmp_path, capsys, monkeypatch)
    assert printed.startswith(f"all: {len(BY_TEXT)} texts, precision 1.000, recall 1.000\n")
    assert printed.endswith("exit 0")
    assert "precision 1.000, recall 0.000" in scored({}, tmp_path, capsys, monkeypatch)
    other = ours | {"four or less": [{"comparison": "at_least", "number": "4", "unit": ""}]}
    assert "wrong: four or less\nexit 1" in scored(other, tmp_path, capsys, monkeypatch)
    other = ours | {"four or less": [{"comparison": "at_most", "number": 4.0, "unit": "sessions"}]}
    assert "exit 0" in scored(other, tmp_path, capsys, monkeypatch)  # any unit of what is counted
    other = ours | {"less than 6 weeks": [{"comparison": "less_than", "number": "6", "unit": "months"}]}
    assert "wrong: less than 6 weeks" in scored(other, tmp_path, capsys, monkeypatch)
    assert "exit 2" in scored("[", tmp_path, capsys, monkeypatch)
