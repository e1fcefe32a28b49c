"""The open part of an expression for a request: a smaller expression, in which all known parts are worked out.

It has the form of `schemas/compiled-policy.schema.json` and the same meaning: whatever else the request states later,
the open part and the whole expression have the same truth. So it is MET or NOT_MET exactly if the truth is known.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from wiser_policies._dates import shift
from wiser_policies._interpreter import MIRRORED, NO_RECORD, Asked, Data, Facts, comparable, reach_of, truth_of

MET: Final[Data] = {"at_least": 0, "of": []}
NOT_MET: Final[Data] = {"at_least": 1, "of": []}
DECIDED: Final = {True: MET, False: NOT_MET}


class Partial:
    """The open parts of expressions for a valid request. Fields of records count as unknown."""

    def __init__(self, request: Data, facts: Facts) -> None:
        self.request, self.facts = Asked(request), facts

    def expression(self, expr: Data) -> Data:
        """The open part of an expression."""
        if "says" in expr:
            part = self.expression(expr["part"])
            return part if _is_decided(part) else {"says": expr["says"], "part": part}
        if "not" in expr:
            part = self.expression(expr["not"])
            return NOT_MET if part is MET else MET if part is NOT_MET else {"not": part}
        if "at_least" in expr:
            return _at_least(expr["at_least"], [self.expression(part) for part in expr["of"]])
        truth = truth_of(expr, self.facts)(self.request, NO_RECORD)
        if truth is not None:
            return DECIDED[truth]
        if "compare" in expr:
            return _solved(expr["compare"], self.term(expr["left"]), self.term(expr["right"]))
        return expr

    def term(self, term: Data) -> Data:
        """The value of a term, if it surely has one, or else the open part of the term."""
        low, high, exists = reach_of(term, self.facts)(self.request, NO_RECORD)
        if exists and low is not None and low == high and (known := _value(low)) is not None:
            return known
        if "shift" in term:
            return {**term, "shift": self.term(term["shift"])}
        if "sum" in term:
            return _sum([self.term(part) for part in term["sum"]])
        if "times" in term:
            return {**term, "part": self.term(term["part"])}
        if "where" in term:
            where = self.expression(term["where"])
            return {kind: part for kind, part in term.items() if kind != "where"} | (
                {} if where is MET else {"where": where}
            )
        return term


def _is_decided(expr: Data) -> bool:
    return expr is MET or expr is NOT_MET


def _at_least(count: int, parts: list[Data]) -> Data:
    wanted = count - sum(part is MET for part in parts)
    parts = [part for part in parts if not _is_decided(part)]
    if wanted <= 0:
        return MET
    if wanted > len(parts):
        return NOT_MET
    return parts[0] if len(parts) == 1 else {"at_least": wanted, "of": parts}


def _sum(parts: list[Data]) -> Data:
    """A sum with its known parts added up as one last value."""
    total = _value(sum(comparable(part["value"]) for part in parts if "value" in part))
    if total is None:
        return {"sum": parts}
    parts = [part for part in parts if "value" not in part]
    parts += [total] if total["value"] else []
    return parts[0] if len(parts) == 1 else {"sum": parts}


def _solved(op: str, left: Data, right: Data) -> Data:
    """A comparison with a known value, solved for the unknown term: `100 * (52 - score) >= 2600` is `score <= 26`."""
    if "value" in left:
        op, left, right = MIRRORED[op], right, left
    while "value" in right and (step := _step(left, right["value"])) is not None:
        if left.get("times", 0) < 0:
            op = MIRRORED[op]
        left, right = step
    return {"compare": op, "left": left, "right": right}


def _step(left: Data, value: Any) -> tuple[Data, Data] | None:
    """The outermost step of a term undone on both sides of a comparison, if that can be done exactly."""
    if "shift" in left and not left["months"]:
        return left["shift"], {"value": shift(value, 0, -left["days"])}
    if left.get("times"):
        quotient = Decimal(comparable(value)) / left["times"]
        known = _value(quotient) if quotient * left["times"] == comparable(value) else None
        return None if known is None else (left["part"], known)
    if "sum" in left and "value" in left["sum"][-1]:
        *parts, last = left["sum"]
        known = _value(comparable(value) - comparable(last["value"]))
        return None if known is None else (_sum(parts), known)
    return None


def _value(value: Any) -> Data | None:
    """A value in the form of a policy; None for a number with more digits than JSON readers keep."""
    if isinstance(value, frozenset):
        return {"value": sorted(value)}
    if not isinstance(value, Decimal):
        return {"value": value}  # other kinds: are the same in JSON
    written = int(value) if value == value.to_integral_value() else float(value)
    return {"value": written} if comparable(written) == value else None
