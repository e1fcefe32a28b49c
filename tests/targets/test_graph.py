"""The graph of a policy: every criterion as a tree, the same in picture and text, and drawn so that it can be read."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from drafts import BASE, composed, placed
from shipped import SHIPPED
from wiser_compiler.cli import wiser
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading.reader import read_policy
from wiser_compiler.targets.graph import graph
from wiser_compiler.targets.graph.svg import picture
from wiser_compiler.targets.graph.text import text
from wiser_compiler.targets.graph.tree import Node, Tree, trees

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
POLICIES = list(SHIPPED.values())


def words_of(node: Node) -> list[str]:
    """All words of a node and of what is below it."""
    return [node.words, node.way, node.answer, *(words for below in node.below for words in words_of(below))]


def shown(svg: str) -> list[str]:
    """The lines of text in a picture, in its order."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.key)
def test_every_criterion_is_shown_with_all_its_words(policy: Policy) -> None:
    found = list(trees(policy))
    assert sorted(tree.id for tree in found) == sorted(criterion.id for criterion in policy.criteria)
    assert dict.fromkeys(graph(policy).files, "picture") == {f"graph/{policy.id}/{policy.version}.svg": "picture"}
    plain, lines = text(found), " ".join(shown(picture(policy, found))).split()
    for tree in found:
        for words in filter(None, words_of(tree.root)):
            assert words in plain
            assert contains(lines, words.split()), words


def contains(lines: list[str], words: list[str]) -> bool:
    """The words stand together somewhere in the lines."""
    return any(lines[at : at + len(words)] == words for at, word in enumerate(lines) if word == words[0])


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.key)
def test_no_box_lies_over_another_nor_outside_of_the_picture(policy: Policy) -> None:
    for tree in trees(policy):
        root = ElementTree.fromstring(picture(policy, [tree]))  # noqa: S314
        _, _, width, height = map(int, root.attrib["viewBox"].split())
        boxes = [
            tuple(int(rect.attrib[name]) for name in ("x", "y", "width", "height"))
            for rect in root.iter(f"{SVG}rect")
            if rect.attrib["class"] != "paper"
        ]
        assert len(boxes) == nodes(tree.root)
        assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in boxes)
        for (x, y, w, h), (x2, y2, w2, h2) in combinations(boxes, 2):
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y, (tree.id, boxes)


def nodes(node: Node) -> int:
    """How many nodes there are, with those below."""
    return 1 + sum(map(nodes, node.below))


DRAFT = """
criteria:
  long-enough:
    title: The pain has lasted
    cite: {guide_6: box 3}
    applies_when: care_failed
    require:
      pain_duration: {at_least: 4 weeks, quote: "at least 4 weeks"}
      any: [care_failed, {at_least: 2, of: [care_failed, {pain_duration: {at_most: 8 weeks}}, {none: [care_failed]}]}]
    unless: {pain_duration: {more_than: 30 weeks}}
"""


def test_all_any_at_least_none_and_exceptions_are_told_apart(tmp_path: Path) -> None:
    found = {tree.id: tree for tree in trees(drafted(DRAFT, tmp_path))}["long-enough"].root
    condition, required, exception = found.below
    assert (condition.way, exception.way, required.way) == ("Applies only when", "Or, as an exception", "")
    assert (required.joint, required.words) == ("all", "All of these")
    weeks, choice = required.below
    assert weeks.answer == "4 weeks or more"
    assert (choice.joint, [each.joint for each in choice.below]) == ("any", ["", "some"])
    assert [each.joint for each in choice.below[1].below] == ["", "", "none"]


def drafted(change: str, folder: Path) -> Policy:
    """The small base policy with a change."""
    policy = read_policy(placed(composed(change, BASE).encode(), folder), Report())
    assert policy is not None
    return policy


def test_text_that_is_meant_to_do_harm_stays_text() -> None:
    policy = POLICIES[0]
    hostile = '</text><script>alert(1)</script>&"\x1b[31m\u202e ]]> <!-- \x00 \ufffe'
    node = Node(hostile, hostile, hostile, "any", (Node(hostile, below=()),))
    svg = picture(policy, [Tree("a-b", hostile, (hostile,), node)])
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}  # noqa: S314
    assert tags == {"svg", "title", "desc", "style", "rect", "text", "g", "path"}
    assert not re.search("[^\n -~\u00a0-\ud7ff\ue000-\ufffd]|\u202e", svg)


def test_a_word_without_an_end_and_wide_letters_stay_in_their_box() -> None:
    node = Node("x" * 5000 + " " + "\u6f22" * 90, answer="y" * 300)
    lines = shown(picture(POLICIES[0], [Tree("a", "Scope", (), Node("z", below=(node,)))]))
    assert max(map(len, lines)) < 120
    assert max(len(line) + line.count("\u6f22") for line in lines if line[0] in "x\u6f22") == 36


def test_the_command_shows_one_criterion_or_all_and_names_what_it_does_not_know() -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(wiser, [*arguments, "--policies", str(ROOT / "policies")])
        return result.exit_code, result.output

    assert run("graph", "esi", "--format", "svg") == (0, (ROOT / "generated/graph/esi/6.0.0.svg").read_text("utf-8"))
    status, one = run("graph", "esi@1.0.0", "--criterion", "pain-duration")
    assert status == 0
    assert one.count("\n\n") == 1
    status, said = run("graph", "esi", "--criterion", "pain")
    assert status == 2
    assert "has no criterion pain; it has requests-open" in said
    assert run("graph", "nothing")[0] == 2
