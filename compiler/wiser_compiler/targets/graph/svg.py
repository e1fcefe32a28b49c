"""Trees as one SVG picture: from left to right, with one box for a node and the wanted answer on the line to it.

Every position comes from counting letters, so the picture is the same on every machine. It needs no script and no font
of its own. Shape and words distinguish the boxes; colours only repeat them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from unicodedata import east_asian_width

from wiser_compiler.core.model import Policy
from wiser_compiler.targets.checklist.sheet import NOT_A_DECISION
from wiser_compiler.targets.graph.tree import Node, Tree

# In units of the picture: a line of text is 16 high, and a letter 8 wide at most on the average, bold ones too.
LINE, LETTER, PAD = 16, 8, 10
LETTERS_OF_BOX, LETTERS_OF_WAY, LETTERS_OF_HEADING = 36, 18, 110
BETWEEN, MARGIN = 10, 24
LINES_OF_WAY = 4  # letters; a longer answer is written in the box of its question

STYLE = """
text { font-family: Helvetica, Arial, sans-serif; font-size: 13px; fill: #1b1f24 }
.title { font-size: 20px; font-weight: bold } .section { font-size: 16px; font-weight: bold }
.criterion, .answer, .joint { font-weight: bold } .place { fill: #57606a }
.box { fill: #fff; stroke: #57606a } .box.root { fill: #eaeef2 }
.box.all { fill: #ddf4ff; stroke: #0550ae } .box.any { fill: #dafbe1; stroke: #116329 }
.box.some { fill: #fff8c5; stroke: #7d4e00 } .box.none { fill: #ffebe9; stroke: #a40e26 }
.line { fill: none; stroke: #57606a } .line.aside { stroke-dasharray: 5 4 }
.paper { fill: #fff }
"""
ROUND = {"": 3, "all": 3, "any": 18, "some": 18, "none": 3}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A node with its lines of text, and its box: left upper corner, width and height."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    words: tuple[str, ...]
    way: tuple[str, ...]
    answer: tuple[str, ...]
    below: tuple[_Placed, ...]

    @property
    def middle(self) -> int:
        """The height at which lines lead to the box and away from it."""
        return self.y + self.height // 2

    @property
    def bottom(self) -> int:
        """The lower end of the node and all nodes below it."""
        own = max(self.y + self.height, self.middle + len(self.way) * LINE // 2)
        return max([own, *(each.bottom for each in self.below)])

    @property
    def right(self) -> int:
        """The right end of the node and all nodes below it."""
        return max([self.x + self.width, *(each.right for each in self.below)])


def picture(policy: Policy, trees: Iterable[Tree]) -> str:
    """All criteria of a policy, one below the other."""
    parts: list[str] = []
    y, right, heading = MARGIN + 4 * LINE, 0, ""
    for tree in trees:
        if tree.heading != heading:
            heading = tree.heading
            y += 2 * LINE
            parts += _text((heading,), MARGIN, y, "section")
            y += LINE
        places = tuple(_wrapped(f"{tree.id} ({'; '.join(tree.places)})", LETTERS_OF_HEADING))
        placed = _placed(tree.root, MARGIN, y + LINE * len(places))
        parts += [
            f'<g id="{escape(tree.id)}">',
            *_text(places, MARGIN, y + LINE - 4, "place"),
            *_drawn(placed),
            "</g>",
        ]
        y, right = placed.bottom + 2 * LINE, max(right, placed.right)
    title = f"{policy.title}, version {policy.version}: how its criteria are joined"
    width, height = max(right, MARGIN + LETTERS_OF_HEADING * LETTER) + MARGIN, y + MARGIN
    head = (*_wrapped(title, 70),)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
            ' role="img" aria-labelledby="title about">',
            f'<title id="title">{_safe(title)}</title>',
            f'<desc id="about">{NOT_A_DECISION} The same as text: wiser graph {policy.key}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{width}" height="{height}"/>',
            *_text(head, MARGIN, MARGIN + LINE, "title"),
            *_text((NOT_A_DECISION,), MARGIN, MARGIN + LINE * (2 * len(head) + 1), "place"),
            *parts,
            "</svg>\n",
        ]
    )


def _placed(node: Node, x: int, top: int) -> _Placed:
    """A node placed beside the nodes below it: its box is at the middle of theirs."""
    way, answer = _on_the_way(node)
    words = (*_wrapped(node.words, LETTERS_OF_BOX),)
    width = max(map(_width, (*words, *answer))) * LETTER + 2 * PAD
    height = LINE * (len(words) + len(answer)) + PAD
    room = max(height, LINE * len(way) + PAD)
    below: list[_Placed] = []
    y = top
    ways = [line for each in node.below for line in _on_the_way(each)[0]]
    start = x + width + 3 * PAD + max(map(_width, ways), default=0) * LETTER
    for each in node.below:
        below.append(_placed(each, start, y))
        y = below[-1].bottom + BETWEEN
    middle = (below[0].middle + below[-1].middle) // 2 if below else top + room // 2
    own = max(top, middle - height // 2)
    return _Placed(node, x, own, width, height, words, way, answer, tuple(below))


def _on_the_way(node: Node) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of text on the line to a node, and those of a long answer, which go into its box."""
    lead, answer = (*_wrapped(node.way, LETTERS_OF_WAY),), (*_wrapped(node.answer, LETTERS_OF_WAY),)
    if len(lead) + len(answer) <= LINES_OF_WAY:
        return (*lead, *answer), ()
    return lead, (*_wrapped(node.answer, LETTERS_OF_BOX),)


def _drawn(placed: _Placed) -> Iterator[str]:
    """The SVG of a node: the lines to the nodes below, its box, and then those nodes."""
    start = placed.x + placed.width
    for each in placed.below:
        aside = " aside" if each.node.way else ""
        yield f'<path class="line{aside}" d="M{start} {placed.middle}H{start + PAD}V{each.middle}H{each.x}"/>'
    kind = placed.node.joint or ("root" if placed.x == MARGIN else "leaf")
    yield (
        f'<rect class="box {kind}" x="{placed.x}" y="{placed.y}" width="{placed.width}" height="{placed.height}"'
        f' rx="{ROUND[placed.node.joint]}"/>'
    )
    style = "criterion" if placed.x == MARGIN else "joint" if placed.node.joint else "words"
    yield from _text(placed.words, placed.x + PAD, placed.y + LINE, style)
    yield from _text(placed.answer, placed.x + PAD, placed.y + LINE * (1 + len(placed.words)), "answer")
    if placed.way:
        top = placed.middle - LINE * len(placed.way) // 2
        width = max(map(_width, placed.way)) * LETTER
        left = placed.x - PAD - width
        yield f'<rect class="paper" x="{left}" y="{top}" width="{width}" height="{LINE * len(placed.way)}"/>'
        yield from _text(placed.way, left, top + LINE - 4, "answer")
    for each in placed.below:
        yield from _drawn(each)


def _text(lines: Iterable[str], x: int, y: int, style: str) -> Iterator[str]:
    for number, line in enumerate(lines):
        step = LINE * (2 if style == "title" else 1)
        yield f'<text class="{style}" x="{x}" y="{y + number * step}">{_safe(line)}</text>'


def _wrapped(words: str, letters: int) -> Iterator[str]:
    """The words on lines of a limited number of letters, where a wide letter counts as two."""
    if len(words) <= letters and words.isascii() and words.isprintable() and words == words.strip():
        yield from [words] if words else []  # as most are; `wrap` takes much longer to find it
        return
    for line in wrap(words, letters, break_on_hyphens=False):
        rest = line
        while _width(rest) > letters:
            cut = next(n for n in range(len(rest), 0, -1) if _width(rest[:n]) <= letters)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _width(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def _safe(words: str) -> str:
    """Text of an author as XML text. Characters that cannot be shown are replaced, since XML forbids some of them."""
    shown = words if words.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in words)
    return escape(shown, quote=False)
