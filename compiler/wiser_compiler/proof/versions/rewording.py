"""The words of a criterion for people, and their differences between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wiser_compiler.core.model import Criterion, Worded
from wiser_compiler.core.walk import criterion_parts, readings_of, subexpressions
from wiser_compiler.proof.versions.model import Reworded


def rewordings(old: Criterion, new: Criterion) -> tuple[Reworded, ...]:
    """The words that only one of two criteria has. A later edition of a source is no rewording."""
    before, after = _words(old), _words(new)
    return tuple(
        Reworded(what, _without(before[what], after[what]), _without(after[what], before[what]))
        for what in before
        if before[what] != after[what]
    )


def _words(criterion: Criterion) -> Mapping[str, tuple[str, ...]]:
    says = [e for part in criterion_parts(criterion) for e in subexpressions(part) if isinstance(e, Worded)]
    return {
        "title": (criterion.title,),
        "cite": tuple(f"{citation.source.id} {citation.place}" for citation in criterion.cite),
        "quote": _distinct(each.quote for each in says),
        "question": _distinct(each.question for each in says),
        "answer": _distinct(each.answer for each in says),
        "reading": tuple(f"{reading.id}: {reading.text}" for reading in readings_of(criterion)),
    }


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))


def _without(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = set(others)
    return tuple(word for word in words if word not in known)
