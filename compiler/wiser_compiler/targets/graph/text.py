"""Trees as indented text: the content of the picture, for a terminal and for people who do not see the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wiser_compiler.targets.graph.tree import Node, Tree


def text(trees: Iterable[Tree]) -> str:
    """Every criterion under the heading of its section, with its nodes indented below it."""
    lines: list[str] = []
    heading = ""
    for tree in trees:
        if tree.heading != heading:
            heading = tree.heading
            lines += ["", heading.upper()]
        lines += ["", f"{tree.root.words}  ({tree.id}: {'; '.join(tree.places)})"]
        for node in tree.root.below:
            lines += _indented(node, 1)
    return "\n".join([*lines[1:], ""])


def _indented(node: Node, depth: int) -> Iterator[str]:
    between = " " if node.words.endswith(("?", ".")) else ": "
    words = f"{node.words}{between}{node.answer}" if node.answer else node.words
    way = f"{node.way}: " if node.way else ""
    yield f"{'  ' * depth}- {way}{words}{':' if node.below else ''}"
    for below in node.below:
        yield from _indented(below, depth + 1)
