"""The tour follows one bound through the files: the file that it names has every line that it shows, in that order."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOUR = (ROOT / "docs/tour.md").read_text("utf-8")
SHOWN = re.findall(r"^`([^`\n]+)`\n\n```\n(.*?)^```$", TOUR, re.MULTILINE | re.DOTALL)
COMPILER = ROOT / "compiler/wiser_compiler"


def test_every_block_names_its_file() -> None:
    assert len(SHOWN) == TOUR.count("```") // 2 >= 8


@pytest.mark.parametrize(("path", "block"), SHOWN, ids=[f"{number}-{path}" for number, (path, _) in enumerate(SHOWN)])
def test_the_lines_stand_in_the_file_in_this_order(path: str, block: str) -> None:
    text, place = (ROOT / path).read_text("utf-8"), 0
    for run in re.split(r"^ *…\n", block, flags=re.MULTILINE):
        assert run in text[place:], f"{path} has no such lines after those before:\n{run}"
        place = text.index(run, place) + len(run)


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:reading|core|linting|targets|commands|proof)/[\w./]*)`", TOUR)))
)
def test_the_modules_that_it_names_are_there(path: str) -> None:
    assert (COMPILER / path).exists()


def test_it_is_under_two_pages() -> None:
    assert len(TOUR.splitlines()) < 140
