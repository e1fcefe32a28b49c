"""A compiled policy as objects of the package, read once from the data beside the module of its version."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from typing import Any

from wiser_policies._interpreter import NO_RECORD, Asked, Data, Reach, Test, reach_of, truth_of
from wiser_policies._partial import Partial
from wiser_policies._policy import (
    AddOn,
    AddOns,
    Asking,
    Citation,
    Clock,
    Criterion,
    CriterionReason,
    Edition,
    Fact,
    Instruction,
    Policy,
    Service,
    Sheet,
    SheetLine,
    SheetPart,
    State,
)
from wiser_policies._verdict_reasons import ReasonFor, facts_of, facts_of_terms, reason_for
from wiser_policies._verdicts import MET, MISSING, NOT_APPLICABLE, NOT_MET, Verdict


def load(spec: Any) -> Policy:
    """The policy of the module with this spec: `v6_0_0.policy.json` beside it, by the loader of the module.

    The module is `v6_0_0.py`, or compiled `v6_0_0.cpython-313-x86_64-linux-gnu.so`.
    """
    name = f"{spec.name.rpartition('.')[2]}.policy.json"
    beside = os.path.join(os.path.dirname(spec.origin), name)  # noqa: PTH118, PTH120 - pathlib is read longer than this
    return policy_of(json.loads(spec.loader.get_data(beside)))


def policy_of(data: Data) -> Policy:
    """A policy from the JSON of `generated/compiled/`."""
    facts = tuple(map(_fact, data["facts"]))
    return Policy(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        effective=data["effective"],
        until=data["until"],
        codes=tuple(code["code"] for code in data["codes"]),
        facts=facts,
        criteria=tuple(map(_criterion, data["criteria"])),
        interpreter=CompiledPolicy(data, {fact.name: fact for of in facts for fact in (of, *of.fields)}),
        clocks=tuple(
            Clock(one["id"], one["title"], one["words"], _cited(one), _read(one), _facts_of_clock(one))
            for one in data["clocks"]
        ),
        states=tuple(State(**{**state, "cite": _cited(state)}) for state in data["states"]),
        services=tuple(
            Service(one["id"], one["title"], one["section"], tuple(one["codes"]), tuple(one["coverage"].items()))
            for one in data["services"]
        ),
        program=data["program"],
        meaning=data["meaning"],
        known_editions=tuple(
            Edition(one["name"], one["from"], one["known"], _cited(one)) for one in data["known_editions"]
        ),
        sending=tuple(map(_instruction, data["sending"])),
        decisions=tuple(map(_instruction, data["decisions"])),
        supplied_by=tuple(data["supplied_by"].items()),
        add_ons=_add_ons(data["codes"], data["add_ons"]),
        asking=tuple(
            Asking(one["fact"], one["plan"], one["grows"], one["claims_failure"], one["from"], one["unlikely_if"])
            for one in data["asking"]
        ),
        sheet=_sheet(data["sheet"]),
    )


def _instruction(data: Data) -> Instruction:
    return Instruction(
        data["id"], data["title"], data["says"], _cited(data), None if data["sheet"] is None else tuple(data["sheet"])
    )


def _sheet(data: Data) -> Sheet:
    return Sheet(
        data["title"],
        tuple(
            SheetPart(
                part["id"],
                part["title"],
                part["layout"],
                tuple(part["skip"]),
                tuple(SheetLine(**{key: tuple(values) for key, values in one.items()}) for one in part["lines"]),
            )
            for part in data["parts"]
        ),
    )


def _add_ons(codes: Iterable[Data], data: Data | None) -> AddOns:
    known = (AddOn(one["code"], one["label"], tuple(one["add_on_to"])) for one in codes if one["add_on_to"])
    return AddOns(tuple(known), data["if_left_off"], _cited(data), data["told_by"]) if data else AddOns((), "", (), "")


class CompiledPolicy:
    """The interpreter of a compiled policy for valid requests. Each part is compiled to functions on first use."""

    def __init__(self, data: Data, facts: Mapping[str, Fact]) -> None:
        self.data, self.facts = data, facts
        self._criteria = [_Criterion(one, facts) for one in data["criteria"]]
        self._clocks = [_Clock(one, facts) for one in data["clocks"]]

    def __reduce__(self) -> tuple[object, ...]:
        """It is pickled as its data, without the functions."""
        return CompiledPolicy, (self.data, self.facts)

    def verdicts(self, request: Data) -> tuple[Verdict, ...]:
        """The verdict of each criterion. The module of the version gives the same, faster."""
        asked = Asked(request)
        return tuple(criterion.verdict(asked) for criterion in self._criteria)

    def reasons(self, request: Data, verdicts: Iterable[tuple[int, Verdict]]) -> list[CriterionReason]:
        """Why the criteria at these places have these verdicts, which are theirs for this request."""
        asked, criteria = Asked(request), self._criteria
        return [criteria[number].reason(asked, verdict) for number, verdict in verdicts]

    def still_open(self, request: Data, number: int) -> Data:
        """The open part of the criterion with this index, as an expression of a compiled policy."""
        criterion = self._criteria[number]
        return deepcopy(Partial(request, criterion.facts).expression(criterion.whole))

    def tests(self, number: int) -> tuple[Data | None, Data]:
        """When the criterion with this index applies, or None for always, and what it then requires."""
        criterion = self._criteria[number]
        return criterion.data["applies_when"], criterion.test

    def truth(self, expr: Data, request: Data) -> bool | None:
        """Whether an expression is surely met, surely not met, or neither."""
        return truth_of(expr, self.facts)(Asked(request), NO_RECORD)

    def worked_out(self, request: Data, term: Data) -> str | int | float | None:
        """The day or the number that a term gives; None where that is not certain."""
        low, high, exists = reach_of(term, self.facts)(Asked(request), NO_RECORD)
        if not exists or low != high:
            return None
        return str(low) if isinstance(low, str) else int(low) if low == int(low) else float(low)

    def days(self, request: Data) -> tuple[str, ...]:
        """The day on which each clock ends, or `missing` or `not applicable`."""
        asked = Asked(request)
        return tuple([clock.day(asked) for clock in self._clocks])


class _Criterion:
    def __init__(self, data: Data, facts: Mapping[str, Fact]) -> None:
        self.data, self.facts = data, facts
        ways = [way for way in (data["require"], data["unless"]) if way is not None]
        self.test = ways[0] if len(ways) == 1 else {"at_least": 1, "of": ways}

    @property
    def whole(self) -> Data:
        """An expression that is met where the test is met, and where the criterion does not apply."""
        applies = self.data["applies_when"]
        return self.test if applies is None else {"at_least": 1, "of": [{"not": applies}, self.test]}

    @cached_property
    def truths(self) -> tuple[Test | None, Test]:
        applies = self.data["applies_when"]
        return None if applies is None else truth_of(applies, self.facts), truth_of(self.test, self.facts)

    @cached_property
    def reason(self) -> ReasonFor:
        return reason_for(_criterion(self.data), self.data["applies_when"], self.test, self.facts)

    def verdict(self, request: Asked) -> Verdict:
        when, test = self.truths
        applies = True if when is None else when(request, NO_RECORD)
        if applies is False:
            return NOT_APPLICABLE
        found = test(request, NO_RECORD)
        return MET if found else NOT_MET if found is False and applies else MISSING


class _Clock:
    def __init__(self, data: Data, facts: Mapping[str, Fact]) -> None:
        self.data, self.facts = data, facts

    @cached_property
    def ready(self) -> tuple[Test | None, Reach]:
        applies = self.data["applies_when"]
        due = reach_of(self.data["due"], self.facts)
        return None if applies is None else truth_of(applies, self.facts), due

    def day(self, request: Asked) -> str:
        when, due = self.ready
        applies = True if when is None else when(request, NO_RECORD)
        if applies is False:
            return NOT_APPLICABLE
        low, high, exists = due(request, NO_RECORD)
        return low if applies and exists and low == high else MISSING


def _fact(data: Data) -> Fact:
    kind, options = data["type"], data.get("options", {})
    return Fact(
        data["name"],
        kind,
        data["rule"],
        data["ask"],
        data["chart"],
        low=data.get("from"),
        high=data.get("to", data.get("most")),
        places=data.get("places", 0),
        options=tuple(options) or ((data["pattern"],) if kind == "codes" else ()),
        labels=tuple(options.values()),
        fields=tuple(map(_fact, data.get("fields", ()))),
        unique=tuple(data.get("unique", ())),
        unit=data.get("unit", data.get("system", "")),
    )


def _criterion(data: Data) -> Criterion:
    return Criterion(data["id"], data["title"], data["effect"], _cited(data), _read(data))


def _cited(data: Data) -> tuple[Citation, ...]:
    return tuple(Citation(**cited) for cited in data["cite"])


def _read(data: Data) -> tuple[tuple[str, str], ...]:
    return tuple((reading["id"], reading["text"]) for reading in data["readings"])


def _facts_of_clock(data: Data) -> tuple[str, ...]:
    applies = () if data["applies_when"] is None else facts_of(data["applies_when"])
    return tuple(dict.fromkeys((*applies, *facts_of_terms(data["due"]))))
