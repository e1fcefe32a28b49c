"""How a sentence of the sheet joins its tests, beside how its criteria do.

The words between two places are read by the tables for quotations: *and*, *or*, *as well as*. A comma in a list joins
as the word at the end of the list. So each word stands between two known tests, and is compared with the group of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wiser_compiler.core.joined_tests import Join, Leaf, tests_of
from wiser_compiler.core.model import Criterion, Piece, Sentence
from wiser_compiler.core.quoted_logic import Joint, denies, logic_of

_COMMA = re.compile(r"\W*,\W*")
_AMOUNTS: Sequence[tuple[re.Pattern[str], Joint]] = (
    (re.compile(r"(?i)\b((?:one|any|either)(?: or more)? of)\W*$"), "or"),
    (re.compile(r"(?i)\b((?:all|each|both) of)\W*$"), "and"),
)


class Between(NamedTuple):
    """A word that joins two places of a sentence. `denied` says that both are denied before it, as in *no A or B*."""

    joint: Joint
    word: str
    left: Piece
    right: Piece
    denied: bool = False


class Odd(NamedTuple):
    """A word that joins two tests otherwise than their criterion does, and how the criterion joins them."""

    between: Between
    join: Join


def odd_joints(sentence: Sentence, criteria: Sequence[Criterion]) -> Iterator[Odd]:
    """The words of a sentence that join otherwise than the criteria that it speaks for."""
    leaves = [leaf for criterion in criteria for leaf in _leaves(criterion)]
    for between in joints(sentence):
        sides = [[one for one in leaves if _is_of(one[1], piece)] for piece in (between.left, between.right)]
        both = [(one, other) for one in sides[0] for other in sides[1]]
        inside = [(one, other) for one, other in both if one[0] == other[0]]  # of one criterion, rather than of two
        pairs = [found for one, other in inside or both if (found := _joined(one, other)) is not None]
        one_answer = between.left.fact == between.right.fact and any(leaf.choice for _, leaf in sides[1] or sides[0])
        if one_answer and between.joint == "and":
            yield Odd(between, "any")  # a choice has one answer, whether a test names it or not
        elif pairs and not any(_fits(between, *pair) for pair in pairs):
            yield Odd(between, pairs[0][0])


def joints(sentence: Sentence) -> list[Between]:
    """The words between each two places, with those at commas, and the words such as *one of* in front of a list."""
    places = [at for at, piece in enumerate(sentence) if piece.kind in ("place", "tick") and piece.fact]
    gaps = [(sentence[one], _words(sentence[one + 1 : other]), sentence[other])
            for one, other in pairwise(places)]  # fmt: skip
    found: list[Between] = []
    said: tuple[Joint, str] | None = None
    for at, (left, words, right) in reversed([*zip(places, gaps, strict=False)]):
        joined = [one for one in logic_of(f"left{words}right").joined if one.word not in ("with", "/")]
        if joined:
            said = joined[0].joint, joined[0].word
        elif not _COMMA.fullmatch(words):
            said = None
        if said is not None:
            denied = denies(_words(sentence[: at + 1])) and not denies(f"{words} {right.words}")
            found.insert(0, Between(*said, left, right, denied))
    before = _words(sentence[: places[0]]) if places else ""
    for left, words, right in [*([(left, before, right) for left, _, right in gaps[:1]]), *_after(gaps)]:
        found += (Between(joint, sign[1], left, right) for of, joint in _AMOUNTS if (sign := of.search(words)))
    return found


def _after(gaps: Sequence[tuple[Piece, str, Piece]]) -> Iterator[tuple[Piece, str, Piece]]:
    """Each two places with the words in front of the first of them."""
    for (_, words, _), (left, _, right) in pairwise(gaps):
        yield left, words, right


def _words(pieces: Sentence) -> str:
    return "".join(piece.words if piece.kind in ("text", "bold") else f" {piece.words} " for piece in pieces)


# ---------------------------------------------------------------- the tests

_Of = tuple[str, Leaf]  # the criterion, with the role of the part, and a test


def _leaves(criterion: Criterion) -> Iterator[_Of]:
    yield from ((criterion.id, leaf) for leaf in tests_of(criterion.test).leaves)
    if criterion.applies_when is not None:
        yield from ((f"{criterion.id} applies", leaf) for leaf in tests_of(criterion.applies_when).leaves)


def _is_of(leaf: Leaf, piece: Piece) -> bool:
    name, _, item = leaf.name.partition(" ")
    return name == piece.fact and (not piece.item or item == piece.item)


def _joined(one: _Of, other: _Of) -> tuple[Join, Leaf, Leaf] | None:
    """How two tests are joined; None for one test, and for a condition beside what it is a condition of."""
    if one[1] is other[1]:
        return None
    if one[0] != other[0]:
        return None if one[0].partition(" ")[0] == other[0].partition(" ")[0] else ("all", one[1], other[1])
    shared = [group for group in one[1].path if group in other[1].path]
    return (shared[-1].join, one[1], other[1]) if shared else None


def _fits(between: Between, join: Join, left: Leaf, right: Leaf) -> bool:
    """Whether a word joins as the tests are joined. Where both are denied, *no A or B* is *all*."""
    if between.joint == "and":
        return join == "all"
    return join in ("any", "some") or (between.denied and left.negative and right.negative)
