"""Criteria as trees: a criterion has its requirement below it, a group its parts, and a question its wanted answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wiser_compiler.core.model import Criterion, Policy
from wiser_compiler.targets.checklist.lines import READ, Writer, place_words
from wiser_compiler.targets.checklist.model import Joint, Line
from wiser_compiler.targets.checklist.sheet import letters_of
from wiser_compiler.targets.checklist.words import capital

HEADINGS = {"scope": "Scope", "required": "What the chart must show", "advisory": "Advice"}


@dataclass(frozen=True, slots=True)
class Node:
    """A question, a group or a criterion. `way` are the words on the line that leads to it.

    `answer` is the wanted answer of a question. `joint` says how the nodes below are joined, and is empty for a node
    that is no group.
    """

    words: str
    way: str = ""
    answer: str = ""
    joint: Joint = ""
    below: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """One criterion with its places in the sources; `heading` is the name of its section."""

    id: str
    heading: str
    places: tuple[str, ...]
    root: Node


def trees(policy: Policy) -> Iterator[Tree]:
    """Every criterion, in the order of the policy: of scope, required (numbered as on the checklist), advisory."""
    writer = Writer(letters_of(policy), frozenset(), set())
    for effect, heading in HEADINGS.items():
        for number, criterion in enumerate((c for c in policy.criteria if c.effect == effect), 1):
            yield _tree(criterion, f"{number}. " if effect == "required" else "", heading, writer)


def _tree(criterion: Criterion, number: str, heading: str, writer: Writer) -> Tree:
    writer.begin("")
    below = tuple(_node(line) for line in writer.lines(criterion, READ))
    places = tuple(map(place_words, criterion.cite))
    return Tree(criterion.id, heading, places, Node(number + criterion.title, below=below))


def _node(line: Line) -> Node:
    joint = line.wanted if line.joint else ""
    words = f"{line.words} {joint}".strip(" :–")
    below = tuple(_node(each) for each in line.below)
    return Node(capital(words), line.lead.rstrip(":"), "" if joint else line.wanted, line.joint, below)
