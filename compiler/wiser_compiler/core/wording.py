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

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {word: Decimal(value) for value, word in enumerate(_ONES)}
    | {ten: Decimal(20 + 10 * place) for place, ten in enumerate(_TENS)}
    | {
        f"{ten}{joint}{one}": Decimal(20 + 10 * place + value)
        for place, ten in enumerate(_TENS)
        for value, one in enumerate(_ONES[1:10], 1)
        for joint in "- "
    }
    | {"one hundred": Decimal(100), "one-quarter": Decimal(25), "one-half": Decimal(50), "half": Decimal(50)}
)

# What stands directly in front of a number. The longest that fits is taken: "no fewer than" holds "fewer than".
BEFORE: tuple[tuple[str, Op], ...] = (
    ("greater than or equal to", ">="), ("more than or equal to", ">="), ("equal to or greater than", ">="),
    ("less than or equal to", "<="), ("fewer than or equal to", "<="), ("equal to or less than", "<="),
    ("no less than", ">="), ("not less than", ">="), ("no fewer than", ">="), ("not fewer than", ">="),
    ("no more than", "<="), ("not more than", "<="), ("no greater than", "<="), ("not greater than", "<="),
    ("not to exceed", "<="), ("not exceed", "<="), ("not exceeding", "<="),
    ("at least", ">="), ("at most", "<="), ("up to", "<="),
    ("minimum of", ">="), ("minimum", ">="), ("maximum of", "<="), ("maximum", "<="),
    ("more than", ">"), ("greater than", ">"), ("exceed", ">"), ("exceeds", ">"), ("exceeding", ">"), ("above", ">"),
    ("less than", "<"), ("fewer than", "<"), ("below", "<"), ("under", "<"),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
)  # fmt: skip
_BEFORE = tuple(
    (re.compile((r"(?<![a-z])" if words[0].isalpha() else "") + re.escape(words) + r"(?: an?| the)?$"), op)
    for words, op in sorted(BEFORE, key=lambda row: -len(row[0]))
)
# What stands behind a number, at most two words of its unit between them: "4 injections or fewer".
_BEHIND = re.compile(r"(?:[a-z]+ ){0,2}?(?:or|and) (?P<more>more|greater|longer|older|higher|above|later)\b|"
                     r"(?:[a-z]+ ){0,2}?(?:or|and) (?:less|fewer|shorter|younger|lower|below|earlier)\b")  # fmt: skip
UNITS = {
    "%": "percent", "percent": "percent", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
    "month": "months", "year": "years", "level": "levels", "session": "sessions", "point": "points",
    "mm": "mm", "cm": "cm", "mg": "mg", "ml": "ml",
}  # fmt: skip

# Digits inside a name, such as L4-L5, are no number.
_NUMBER = re.compile(
    r"(?<![a-z0-9.,-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|(?:"
    + "|".join(sorted(NUMBERS, key=len, reverse=True))
    + r")(?![a-z]))(?:[ -]?(?P<unit>%|[a-z]+))?"
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
        value = NUMBERS[number] if number in NUMBERS else Decimal(number.replace(",", ""))
        raw = match["unit"] or ""
        unit = UNITS.get(raw, UNITS.get(raw.removesuffix("s"), ""))
        before, behind = text[: match.start()].rstrip(), text[match.end("number") :].lstrip(" -%")
        op: Op | None = next((op for words, op in _BEFORE if words.search(before)), None)
        if op is None and (found := _BEHIND.match(behind)):
            op = ">=" if found["more"] else "<="
        yield Said(op, value, unit)


def disagreement(quote: str, bounds: tuple[Bound, ...]) -> str:
    """What is wrong between a quotation and its bounds, or an empty text.

    Every number of the quotation must be a bound, and every bound a number of it, as far as it has any.
    """
    said = list(said_in(quote))
    if not said and bounds:
        return f"the quote names no number, and the bound says {_bound_words(bounds[0])}"
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


def singular(unit: str) -> str:
    """The unit of one: the first word loses its plural ending.

    >>> singular("weeks"), singular("events per hour"), singular("mm")
    ('week', 'event per hour', 'mm')
    """
    first, space, rest = unit.partition(" ")
    if first.endswith("ies"):
        first = first[:-3] + "y"
    elif first.endswith("s") and not first.endswith("ss"):
        first = first[:-1]
    return first + space + rest
