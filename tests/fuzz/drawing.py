"""Requests at the edges of a document: bounds and days one step beside, ends of months, empty and longest lists.

How a request is made says whether it is valid, before any code reads it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from .documents import Document, Shape

FOREIGN_CODES = ("99999", "Z999Z", "0000T", "99213", "A1234")
HARD_DAYS = (
    "2024-02-29",
    "2028-02-29",
    "2026-02-28",
    "2026-01-31",
    "2026-03-31",
    "2026-05-31",
    "2027-08-30",
    "2026-12-31",
)
WITH_EDGES = ("number", "date", "set", "list", "codes")
NEIGHBOURS = {"day": (1,), "week": (7,), "month": (28, 29, 30, 31), "year": (365, 366)}


@dataclass(frozen=True)
class Drawn:
    """A request, and what is wrong with it: "" for a valid one. `fact` is where it was spoiled."""

    request: Any
    defect: str = ""
    fact: str = ""


def draw(document: Document, chance: Random) -> Drawn:
    """An example with some facts drawn anew, a mixture of two, or a request drawn anew; one in eight spoiled."""
    request = Drawing(document, chance).request()
    return spoil(document, request, chance) if chance.random() < 0.125 else Drawn(request)


class Drawing:
    """One request in the making: what is drawn later looks at what stands there already."""

    def __init__(self, document: Document, chance: Random) -> None:
        self.document, self.chance = document, chance
        self.stated: dict[str, Any] = {}
        self.dates: list[str] = []
        self.numbers: list[float] = []

    def request(self) -> dict[str, Any]:
        """A valid request."""
        chance, shapes = self.chance, self.document.shapes
        how = chance.random()
        if how < 0.85:
            self.stated = deepcopy(dict(chance.choice(self.document.examples)))
        if how < 0.15:
            other = chance.choice(self.document.examples)
            self.stated |= deepcopy({name: other[name] for name in other if chance.random() < 0.4})
        self.remember(self.stated)
        if how >= 0.85:
            anew, stated = chance.sample(shapes, len(shapes)), chance.choice((0.3, 0.9, 1.0))
        else:
            anew, stated = self.some(chance.choice((0, 1, 1, 2, 2, 3, 5, 9))), 0.8
        for shape in anew:
            present = self.stated.pop(shape.name, None)
            if chance.random() < stated:
                self.stated[shape.name] = self.value(shape, present)
        return self.stated

    def some(self, many: int) -> Sequence[Shape]:
        """Some facts; those that have edges more often."""
        shapes = self.document.shapes
        weights = [6 if shape.kind in WITH_EDGES else 1 for shape in shapes]
        return list(dict.fromkeys(self.chance.choices(shapes, weights, k=many)))

    def remember(self, found: Any) -> None:
        """Dates and numbers that later ones are drawn beside."""
        if isinstance(found, dict | list):
            for value in found.values() if isinstance(found, dict) else found:
                self.remember(value)
        elif isinstance(found, str) and is_day(found):
            self.dates.append(found)
        elif type(found) in (int, float):
            self.numbers.append(found)

    def value(self, shape: Shape, present: Any = None) -> Any:
        """A value that the fact may have; of records mostly those that are present, changed a little."""
        changed = shape.kind == "list" and present and self.chance.random() < 0.7
        value = self.changed(shape, present) if changed else getattr(self, shape.kind)(shape)
        self.remember(value)
        return value

    def yes_no(self, _shape: Shape) -> bool:
        return self.chance.random() < 0.5

    def choice(self, shape: Shape) -> str:
        return self.chance.choice(shape.options)

    def note(self, shape: Shape) -> str:
        """Short, longest, in other scripts; what only looks blank is text, by the word of the schema."""
        return self.chance.choice(
            (
                "p. 1",
                "x",
                "é" * shape.most,
                "\U0001f9b4" * shape.most,
                "\u00a0",
                " . ",
                "\x00\x7f",
                "2026-05-04",
                "\ud800",
            )
        )

    def number(self, shape: Shape) -> int | float:
        """A bound or another number of the request, changed by a percentage; there, or a step or two beside."""
        chance, step = self.chance, Decimal(1).scaleb(-shape.places)
        base = exact(chance.choice((shape.low, shape.high, *shape.edges, *shape.edges)))
        if self.numbers and self.document.percents and chance.random() < 0.4:
            share = exact(chance.choice((100.0, *self.document.percents)))
            base = exact(chance.choice(self.numbers)) * (100 + chance.choice((-1, 1)) * share) / 100
        found = round(base, shape.places) + chance.choice((-1, 0, 0, 1)) * step
        found = min(max(found, exact(shape.low)), exact(shape.high))
        if found != found.to_integral_value():
            return float(found)
        if not found and chance.random() < 0.1:
            return -0.0
        return float(found) if chance.random() < 0.2 else int(found)

    def date(self, shape: Shape) -> str:
        """An end of the range, a day of the text, a hard day; or a window away from another date of the request."""
        chance = self.chance
        base = chance.choice(self.document.days if chance.random() < 0.7 else (shape.low, shape.high, *HARD_DAYS))
        if self.dates and chance.random() < 0.6:
            base = chance.choice(self.dates)
            if self.document.moves and chance.random() < 0.8:
                base = moved(base, *chance.choice(self.document.moves), chance)
        beside = datetime.date.fromisoformat(base) + datetime.timedelta(chance.choice((-1, 0, 0, 1)))
        return min(max(beside.isoformat(), shape.low), shape.high)

    def size(self, shape: Shape, most: int) -> int:
        """How many items: none, a number of the text or one beside it, all."""
        near = [int(edge) + beside for edge in shape.edges for beside in (-1, 0, 1)]
        return max(
            0, min(most, self.chance.choice((0, 1, 2, 3, *near, *near) if self.chance.random() < 0.97 else (most,)))
        )

    def set(self, shape: Shape) -> list[str]:
        return self.chance.sample(shape.options, self.size(shape, len(shape.options)))

    def findings(self, shape: Shape) -> dict[str, bool]:
        """Nothing said, all ruled out, all found, one of another kind than the rest, or any."""
        chance = self.chance
        same = chance.choice((True, False))
        found = dict.fromkeys(shape.options, same)
        how = chance.choice(("none said", "same", "one differs", "one not said", "any"))
        if how == "none said":
            return {}
        if how == "one differs":
            found[chance.choice(shape.options)] = not same
        if how == "one not said":
            del found[chance.choice(shape.options)]
        if how == "any":
            return {option: chance.random() < 0.5 for option in shape.options if chance.random() < 0.7}
        return found

    def codes(self, shape: Shape) -> list[str]:
        """Codes of this service, of others and of none; seldom as many as may be."""
        chance = self.chance
        own = sorted(self.document.own_codes.intersection(shape.options)) or shape.options  # none of diagnoses
        if chance.random() < 0.02:
            form = "{:05}" if shape.options[0].isdigit() else "M54.{:02}"
            return [form.format(number) for number in chance.sample(range(100), shape.most)]
        pool = own if chance.random() < 0.6 else [*shape.options, *(FOREIGN_CODES if own is not shape.options else ())]
        return chance.sample(pool, min(len(pool), chance.choice((0, 1, 1, 2, 2, 3, 5))))

    def list(self, shape: Shape) -> list[dict[str, Any]]:
        """Records of which no two are the same by what tells them apart; some say less than others."""
        stated = self.chance.choice((0.6, 0.95, 1.0))
        return different(shape, [self.row(shape, stated) for _ in range(self.size(shape, shape.most))])

    def row(self, shape: Shape, stated: float) -> dict[str, Any]:
        """One record."""
        return {field.name: self.value(field) for field in shape.fields if self.chance.random() < stated}

    def changed(self, shape: Shape, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The records with one field drawn anew or left out, one record less or one more; once or twice."""
        chance, found = self.chance, deepcopy(rows)
        for _ in range(chance.choice((1, 1, 2))):
            how = chance.choice(("less", "more", "field", "field", "field"))
            if how == "more" or not found:
                found.append(self.row(shape, 0.95))
            elif how == "less":
                found.pop(chance.randrange(len(found)))
            else:
                row, field = chance.choice(found), chance.choice(shape.fields)
                row.pop(field.name, None)
                if chance.random() < 0.85:
                    row[field.name] = self.value(field)
        return different(shape, found[: shape.most])


def different(shape: Shape, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without records that repeat another by what tells them apart."""
    kept: list[dict[str, Any]] = []
    seen = set()
    for row in rows:
        key = tuple(row.get(name) for name in shape.unique)
        if not shape.unique or None in key or key not in seen:
            kept.append(row)
            seen.add(key)
    return kept


def moved(day: str, count: int, unit: str, chance: Random) -> str:
    """Roughly that far away: months as each of their lengths, for a calendar that is wrong by a day to be noticed."""
    base = datetime.date.fromisoformat(day)
    sign = chance.choice((-1, 1))
    if unit == "month" and chance.random() < 0.8:  # the same day of that month, or the last
        year, month = divmod(base.year * 12 + base.month - 1 + sign * count, 12)
        first = datetime.date(year, month + 1, 1)
        last = (first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)
        return first.replace(day=min(base.day, last.day)).isoformat()
    return (base + datetime.timedelta(sign * count * chance.choice(NEIGHBOURS[unit]))).isoformat()


def exact(number: float) -> Decimal:
    """The decimal that was written."""
    return Decimal(repr(number))


def is_day(text: str) -> bool:
    """A date as requests hold it."""
    try:
        return len(text) == 10 and datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


# ---------------------------------------------------------------- what no request may hold

WRONG_TYPES: dict[str, tuple[Any, ...]] = {
    "yes_no": (1, 0, "true", "yes", [], {}, [True], 1.0),
    "choice": (1, True, "", " ", "ODI", [], ["odi"], {"a": 1}, "other\n", "\ud800", "x" * 9999),
    "note": ("", " ", "\t\r\n ", "x" * 501, 1, True, ["p. 1"], {"page": 1}),
    "number": (True, False, "4", "4 weeks", "", [4], {"value": 4}, 10**12 + 1, -(10**12) - 1, 1e308, 10**400, "\u0664"),
    "date": ("2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-5", "20260105", "2026-W01-1",
             "2026-01-05T00:00", "2026-01-05\n", " 2026-01-05", "\uff12026-01-05", "1066-10-14", "9999-12-31", "",
             20260105, True, ["2026-01-05"], {}),
    "set": ("", "S1", ["no such option"], [1], [None], [["S1"]], [{}], {}, 1, True, ["\ud800"]),
    "findings": ([], "none", True, 1, {"no such finding": True}, {"": False}),
    "codes": ("64483", 64483, [64483], ["64483 "], ["64483\n"], ["6448"], ["644833"], ["64483-50"], [""], [None],
              [["64483"]], ["6448\u0663"], {}, True, ["64483", "64483"]),
    "list": ({}, "", 0, True, [1], ["x"], [None], [[]], [{}, 1], [{"no such field": 1}]),
}  # fmt: skip
NO_JSON: tuple[Any, ...] = (
    float("nan"),
    float("inf"),
    float("-inf"),
    (),
    b"64483",
    Decimal(4),
    datetime.date(2026, 5, 4),
    {"64483"},
    1j,
)
NO_REQUESTS: tuple[Any, ...] = (None, [], "", 0, 1.5, True, "{}", [{}], float("nan"), (), b"{}")
STRANGE_KEYS = (
    "",
    "pain_duratoin",
    "PAIN_DURATION",
    "codes ",
    "__class__",
    "\ud800",
    "64483",
    "a" * 10_000,
    "$ref",
    "\x00",
    1,
    None,
    (1, 2),
)


def spoil(document: Document, request: dict[str, Any], chance: Random) -> Drawn:
    """The request with one defect that its shapes alone show."""
    if chance.random() < 0.03:
        return Drawn(chance.choice(NO_REQUESTS), "no request")
    kind = chance.choice(sorted({shape.kind for shape in document.shapes}))
    shape = chance.choice([shape for shape in document.shapes if shape.kind == kind])
    defect, value = chance.choice(DEFECTS)(shape, request.get(shape.name), chance)
    if defect == "strange key":
        return Drawn({**request, value: chance.choice((True, None, "x"))}, defect)
    return Drawn({**request, shape.name: value}, defect, shape.name)


def another_type(shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """Something else than the fact holds, though some languages would take it."""
    return "another type", deepcopy(chance.choice(WRONG_TYPES[shape.kind]))


def null(_shape: Shape, _value: Any, _chance: Random) -> tuple[str, Any]:
    """Null is no way to leave a fact out."""
    return "null", None


def no_json(shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """What no JSON reader returns, as it is or inside."""
    value = chance.choice(NO_JSON)
    return "no JSON", [value] if shape.kind in ("set", "codes", "list") and chance.random() < 0.5 else value


def strange_key(_shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """A key that is no fact."""
    return "strange key", chance.choice(STRANGE_KEYS)


def nested(shape: Shape, value: Any, chance: Random) -> tuple[str, Any]:
    """Deep inside something else."""
    deep: Any = value
    for _ in range(chance.choice((1, 3, 40))):
        deep = [[deep]] if chance.random() < 0.5 else {shape.name: {shape.name: deep}}
    return "nested", deep


def by_kind(shape: Shape, value: Any, chance: Random) -> tuple[str, Any]:
    """One step out of range, one item too many, one place too many, one twice, one field of another type."""
    maker = BY_KIND.get(shape.kind, another_type)
    return maker(shape, value, chance)


def beside_the_range(shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """A number or a day one step outside, or a number between two steps."""
    if shape.kind == "date":
        far = chance.choice(((shape.low, -1), (shape.high, 1)))
        return "range", (datetime.date.fromisoformat(far[0]) + datetime.timedelta(far[1])).isoformat()
    step = Decimal(1).scaleb(-shape.places)
    end, sign = chance.choice(((shape.low, -1), (shape.high, 1)))
    if chance.random() < 0.5:
        beside = exact(end) + sign * step
        return "range", int(beside) if beside == beside.to_integral_value() else float(beside)
    between = float(exact(end) - sign * step / 2)
    if shape.places and chance.random() < 0.3 and shape.low <= 0.1 + 0.2 <= shape.high:
        between = 0.1 + 0.2  # 0.30000000000000004
    return "places" if shape.places else "range", between


def one_finding_wrong(shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """An answer that is neither true nor false."""
    found = dict.fromkeys(shape.options, False)
    return "another type", {**found, chance.choice(shape.options): chance.choice((None, 0, 1, "no", []))}


def one_twice(shape: Shape, _value: Any, chance: Random) -> tuple[str, Any]:
    """An option twice, or a code twice, or one more than may be."""
    if shape.kind == "codes" and chance.random() < 0.5:
        return "too many", [f"{number:05}" for number in range(shape.most + 1)]
    pool = shape.options or FOREIGN_CODES
    some = chance.sample(pool, min(len(pool), 3))
    return "twice", [*some, some[0]]


def one_record_wrong(shape: Shape, value: Any, chance: Random) -> tuple[str, Any]:
    """A record too many, one that repeats another, one with a defect of its own."""
    rows = deepcopy(value) if isinstance(value, list) else []
    if chance.random() < 0.3:
        return "too many", [{} for _ in range(shape.most + 1)]
    fields = {field.name: field for field in shape.fields}
    if shape.unique and chance.random() < 0.5:
        row = {
            name: fields[name].low if fields[name].kind in ("date", "number") else fields[name].options[0]
            for name in shape.unique
        }
        return "repeated", [row, *rows[: shape.most - 2], dict(row)]
    field = chance.choice(shape.fields)
    defect, wrong = chance.choice(DEFECTS)(field, None, chance)
    if defect == "strange key":
        return "strange key of a record", [*rows[: shape.most - 1], {wrong: True}]
    row = {field.name: wrong}
    return defect, [*rows[: shape.most - 1], row]


BY_KIND: dict[str, Callable[[Shape, Any, Random], tuple[str, Any]]] = {
    "number": beside_the_range,
    "date": beside_the_range,
    "findings": one_finding_wrong,
    "set": one_twice,
    "codes": one_twice,
    "list": one_record_wrong,
}
DEFECTS: Sequence[Callable[[Shape, Any, Random], tuple[str, Any]]] = (
    another_type, another_type, null, no_json, strange_key, nested, by_kind, by_kind, by_kind, by_kind,
)  # fmt: skip
