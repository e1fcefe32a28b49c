"""The words of a source against the bounds they support.

"four or less" is at most 4; "at least 50%" is at least 50 percent; "up to two
levels" is at most 2 levels. What the words say must be what the bound says; the
words that name a number but no comparison ("4 weeks") agree with any edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wiser_compiler.core.model import Bound, Op

NUMBERS = {
    word: Decimal(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"one-quarter": Decimal(25), "one-half": Decimal(50), "half": Decimal(50)}

# Longest first: "no more than" holds "more than".
BEFORE: tuple[tuple[str, Op], ...] = (
    ("greater than or equal to", ">="), ("less than or equal to", "<="), ("equal to or greater than", ">="),
    ("no less than", ">="), ("not less than", ">="), ("no more than", "<="), ("not more than", "<="),
    ("not to exceed", "<="), ("at least", ">="), ("at most", "<="), ("up to", "<="), ("minimum of", ">="),
    ("maximum of", "<="), ("more than", ">"), ("greater than", ">"), ("less than", "<"), ("fewer than", "<"),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
)  # fmt: skip
BEHIND: tuple[tuple[str, Op], ...] = (
    ("or less", "<="), ("or fewer", "<="), ("or more", ">="), ("or greater", ">="),
    ("or longer", ">="), ("or older", ">="),
)  # fmt: skip
UNITS = {
    "%": "percent", "percent": "percent", "day": "days", "week": "weeks", "month": "months", "year": "years",
    "level": "levels", "session": "sessions", "hour": "hours",
}  # fmt: skip

_NUMBER = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|\b(?:"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")\b)(?:[ -]?(?P<unit>%|[a-z]+))?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A number in the words of a source: its comparison where one is named, its unit where it is known."""

    op: Op | None
    value: Decimal
    unit: str

    def __str__(self) -> str:
        """In the words of a policy."""
        words = {">=": "at least ", "<=": "at most ", ">": "more than ", "<": "less than ", None: "", "==": "exactly "}
        return f"{words[self.op]}{self.value} {self.unit}".strip()


def said_in(quote: str) -> Iterator[Said]:
    """The numbers that a quotation names.

    >>> [str(said) for said in said_in("four or less")]
    ['at most 4']
    >>> [str(said) for said in said_in("at least 50% sustained improvement")]
    ['at least 50 percent']
    """
    text = " ".join(quote.lower().split())
    for match in _NUMBER.finditer(text):
        number = match["number"]
        value = NUMBERS[number] if number in NUMBERS else Decimal(number)
        raw = match["unit"] or ""
        unit = UNITS.get(raw, UNITS.get(raw.removesuffix("s"), ""))
        before, behind = text[: match.start()].rstrip(), text[match.end() if unit else match.end("number") :].lstrip()
        op = next((op for words, op in BEFORE if before.endswith(words)), None)
        op = op or next((op for words, op in BEHIND if behind.startswith(words)), None)
        yield Said(op, value, unit)


def disagreement(quote: str, bounds: tuple[Bound, ...]) -> str:
    """What is wrong between a quotation and its bounds, or an empty text.

    Every number of the quotation must be a bound, and every bound a number of it, as far as it has any.
    """
    said = list(said_in(quote))
    if not said:
        return ""
    for bound in bounds:
        if not any(agrees(each, bound) for each in said):
            return f"the quote says {' and '.join(map(str, said))}, and the bound says {_bound_words(bound)}"
    for each in said:
        if not any(agrees(each, bound) for bound in bounds):
            return f"the quote says {each}, and no bound here does"
    return ""


def agrees(said: Said, bound: Bound) -> bool:
    """The same number, the same unit where the words have one, the same comparison where they name one."""
    if said.value != bound.value:
        return False
    if said.unit and said.unit != bound.unit and not bound.unit.startswith(f"{said.unit} "):
        return False
    return said.op is None or said.op == bound.op


def _bound_words(bound: Bound) -> str:
    return str(Said(bound.op, bound.value, bound.unit))
