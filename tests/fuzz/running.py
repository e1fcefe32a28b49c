"""Draw and compare many requests. Each has a seed of its own, so any of them can be drawn again alone."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from .comparing import Disagreement, Subject, compare
from .drawing import Drawn, draw


@dataclass(frozen=True)
class Found:
    """A disagreement, and the seed that draws its request again."""

    seed: str
    what: str
    seen: str
    drawn: Drawn


def run(subject: Subject, seed: object, numbers: range, seen: Counter[str]) -> Iterator[Found]:
    """Compare the requests with these numbers, and give every disagreement."""
    for number in numbers:
        name = f"{subject.document.key} {seed} {number}"
        drawn = draw(subject.document, Random(name))
        wrong = disagreement(subject, drawn, name, seen)
        if wrong is not None:
            yield Found(name, wrong.what, wrong.seen, drawn)


def disagreement(subject: Subject, drawn: Drawn, name: str, seen: Counter[str]) -> Disagreement | None:
    """What does not hold for this request; whatever is raised is a disagreement too."""
    try:
        compare(subject, drawn, Random(f"{name} compared"), seen)
    except Disagreement as wrong:
        return wrong
    except Exception as error:  # nothing may raise: this is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return Disagreement(f"{type(error).__name__} is raised", f"{last.filename}:{last.lineno} {error}")
    return None


def shows(subject: Subject, drawn: Drawn, name: str, what: str) -> bool:
    """The same disagreement is found in this request."""
    wrong = disagreement(subject, drawn, name, Counter())
    return wrong is not None and wrong.what == what


def smallest(subject: Subject, found: Found) -> Any:
    """The request without whatever can be left out, one piece after the other.

    What was spoiled is left out as a whole, or stays as it is.
    """
    drawn, shorter = found.drawn, True
    while shorter:
        shorter = False
        for path in list(pieces(drawn.request)):
            whole = drawn.fact == path[0] and len(path) == 1
            if drawn.defect and not whole and drawn.fact in ("", path[0]):
                continue
            tried = Drawn(without(drawn.request, path), "" if whole else drawn.defect, drawn.fact)
            if shows(subject, tried, found.seed, found.what):
                drawn, shorter = tried, True
                break
    return drawn.request


def pieces(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every fact, record, item and field, the outer ones first."""
    if isinstance(value, dict | list):
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        yield from ((*path, key) for key in keys)
        for key in keys:
            yield from pieces(value[key], (*path, key))


def without(value: Any, path: tuple[Any, ...]) -> Any:
    """A copy that lacks what stands there."""
    found = deepcopy(value)
    holder = found
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    return found
