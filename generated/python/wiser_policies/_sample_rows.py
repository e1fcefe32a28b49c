"""The rows of a sample: which chart each is of, and its text.

The charts of a service are drawn once, when they are first needed, and written as templates. A row fills in one of
them: its days of receipt, the pages of its notes and its reference are its own. So a row takes some microseconds, and
memory does not grow with the number of rows. No row depends on how many there are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import Any, Literal, NamedTuple, TypeAlias, assert_never

from wiser_policies._check import check_json
from wiser_policies._dates import is_day
from wiser_policies._edges import Fact, edges_of, read_facts
from wiser_policies._rules import BLANK, MOST_NOTE
from wiser_policies._sample_charts import Chart, Charts, Draws, NoChart, defects
from wiser_policies._sample_wanted import Wanted, days_of
from wiser_policies._verdicts import INVALID, READY

Form: TypeAlias = Literal["ndjson", "csv", "parquet"]

PAGES = 40
CUT = 0.1  # of the invalid requests, as lines of JSON: their text breaks off
REFERENCE = "SAMPLE-%06d"

GAP = re.compile("%[%s]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
BOTH = ("true", "false")
NOTE = 0  # the slot of a page; every other slot is a day


class Template(NamedTuple):
    """The text of a row with its gaps, and what each slot is filled with: the number of a day, or NOTE."""

    text: str
    slots: tuple[int, ...]
    moves: tuple[int, ...]
    labels: tuple[str, ...]


# ---------------------------------------------------------------- rows


class Rows:
    """The rows of a sample in one form. State: the charts that were drawn so far, as templates."""

    def __init__(self, wanted: Wanted, form: Form) -> None:
        self.wanted, self.form = wanted, form
        self.columns = [fact.name for fact in columns_of(wanted.versions)]
        self.services = [Charts(id, version, days_of(id, version, wanted.today)) for id, version in wanted.versions]
        self.templates: dict[tuple[int, int, int], Template] = {}

    def lines(self, count: int) -> Iterator[str]:
        """The rows, each ended by a line feed."""
        random = Draws(f"{self.wanted.seed} rows").random
        services, templates, labels = len(self.services), self.templates, self.wanted.labels
        turns = [[0] * len(self.wanted.shares) for _ in range(services)]  # the next chart of each
        shares = [(share, max(1, round(share * self.wanted.charts))) for _, share in self.wanted.shares]
        for number in range(1, count + 1):
            drawn, kind = random(), 0
            while drawn >= shares[kind][0] and kind < len(shares) - 1:
                drawn -= shares[kind][0]
                kind += 1
            service = int(random() * services)
            turn = turns[service][kind]
            turns[service][kind] = turn + 1 if turn + 1 < shares[kind][1] else 0
            template = templates.get((service, kind, turn)) or self.drawn(service, kind, turn)
            text, slots, moves, own = template
            move, page = moves[int(random() * len(moves))], int(random() * PAGES)
            filled = [DAY[slot + move] if slot else page_of(page, at) for at, slot in enumerate(slots)]
            if labels:
                filled[:0] = [REFERENCE % number if label == "reference" else label for label in own]
            yield text % tuple(filled)

    def drawn(self, service: int, kind: int, number: int) -> Template:
        """The template of a chart that is needed for the first time."""
        outcome, charts = self.wanted.shares[kind][0], self.services[service]
        draws = Draws(f"{self.wanted.seed} {charts.id}@{charts.version} {outcome} {number}")
        if outcome == INVALID:
            template = self.invalid(charts, draws)
        else:
            template = self.template(charts, charts.chart(draws, outcome))
        self.templates[service, kind, number] = template
        return template

    def template(self, charts: Charts, chart: Chart) -> Template:
        """The template of a chart."""
        known = {"reference": "", "policy": f"{charts.id}@{charts.version}", "outcome": chart.outcome}
        labels = tuple([known[label] if label != "reference" else label for label in self.wanted.labels])
        written = Written()
        if self.form != "csv":
            text = written.object(charts.facts, chart.request, self.wanted.labels)
            text = text[: text.rindex(", ")] if chart.cut else text
        else:
            text = written.cells(self.columns, charts.by_name, chart.request, len(labels))
        slots = written.slots[: GAP.findall(text).count("%s") - len(labels)]
        return Template(text + "\n", tuple(slots), chart.moves, labels)

    def invalid(self, charts: Charts, draws: Draws) -> Template:
        """The template of a chart with a defect that this form can show."""
        chart = charts.chart(draws, READY)
        if self.form == "ndjson" and draws.chance(CUT):
            return self.template(charts, chart._replace(outcome=INVALID, cut=True))
        for _ in range(5):
            for request in defects(charts.facts, chart.request, draws):
                if self.form == "ndjson" or is_shown(charts.facts, request, self.form):
                    broken = chart._replace(request=request, outcome=INVALID, moves=chart.moves[:1])
                    if check_json(json.dumps(request)).outcome == INVALID:
                        return self.template(charts, broken)
        raise NoChart(f"no invalid request of {charts.id}@{charts.version} was found in this form")


class _Days(dict[int, str]):
    """Days as they are written, by their numbers."""

    def __missing__(self, number: int) -> str:
        day = self[number] = date.fromordinal(number).isoformat()
        return day


DAY = _Days()


def page_of(page: int, at: int) -> str:
    """The page of the note in a slot, for the page that a row begins with."""
    return str((page + at * 3) % PAGES + 1)


# ---------------------------------------------------------------- text


class Written:
    """The text of a request, with `%s` for each slot. State: the slots, in the order of the text."""

    def __init__(self) -> None:
        self.slots: list[int] = []

    def object(self, facts: Sequence[Fact], record: Mapping[str, Any], labels: Sequence[str] = ()) -> str:
        """A request or a record as JSON, its facts in the order of the policy, with labels before them."""
        parts = [f'"{label}": "%s"' for label in labels]
        parts += [f'"{fact.name}": {self.value(fact, record[fact.name])}' for fact in facts if fact.name in record]
        names = {fact.name for fact in facts}
        parts += [f"{_json(key)}: {_json(value)}" for key, value in record.items() if key not in names]
        return "{" + ", ".join(parts) + "}"

    def value(self, fact: Fact, value: Any) -> str:
        """A value as JSON."""
        if fact.kind == "date" and type(value) is str and is_day(value):
            return f'"{self.slot(date.fromisoformat(value).toordinal())}"'
        # other kinds: are the same on every row of the chart
        if fact.kind == "note" and type(value) is str and value.strip(BLANK) and len(value) <= MOST_NOTE:
            return f'"p. {self.slot(NOTE)}"'
        if fact.kind == "list" and type(value) is list and all(type(row) is dict for row in value):
            return "[" + ", ".join(self.object(fact.fields, row) for row in value) + "]"
        return _json(value)

    def slot(self, slot: int) -> str:
        """The gap of a slot."""
        self.slots.append(slot)
        return "%s"

    def cells(self, columns: Sequence[str], facts: Mapping[str, Fact], request: Mapping[str, Any], labels: int) -> str:
        """A request as a row of a table: JSON in a cell of a fact with parts, and nothing where nothing is stated."""
        cells = ["%s"] * labels
        for name in columns:
            text = self.value(facts[name], request[name]) if name in request else ""
            if text.startswith('"'):
                text = text[1:-1] if "\\" not in text else json.loads(text)
            cells.append('"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text)
        return ",".join(cells)


def _json(value: Any) -> str:
    return json.dumps(value).replace("%", "%%")


# ---------------------------------------------------------------- columns


@lru_cache(8)
def columns_of(versions: tuple[tuple[str, str], ...]) -> tuple[Fact, ...]:
    """The facts of some versions, each once: with the items and the fields that it has in any of them.

    Raises LookupError where a fact is of different kinds.
    """
    found: dict[str, Fact] = {}
    for id, version in versions:
        _join(found, read_facts(edges_of(id, version)["facts"]), f"{id}@{version}")
    return tuple(found.values())


def _join(found: dict[str, Fact], facts: Sequence[Fact], where: str) -> None:
    for fact in facts:
        known = found.setdefault(fact.name, fact)
        if known.kind != fact.kind:
            raise LookupError(f"{fact.name} of {where} is not what it is elsewhere: make a sample of its own")
        if known is not fact:
            fields = {field.name: field for field in known.fields}
            _join(fields, fact.fields, where)
            options = tuple(dict.fromkeys((*known.options, *fact.options)))
            places = max(known.places, fact.places)
            found[fact.name] = known._replace(fields=tuple(fields.values()), options=options, places=places)


def is_shown(facts: Sequence[Fact], record: Mapping[str, Any], form: Form) -> bool:
    """Whether a table shows each value as what it is, so that its reader finds the defect."""
    by_name = {fact.name: fact for fact in facts}
    shown = _in_cell if form == "csv" else _in_column
    return all(name in by_name and shown(by_name[name], value) for name, value in record.items())


def _in_cell(fact: Fact, value: Any) -> bool:
    """Whether a cell of CSV shows a value: text that is no other value, a number, or JSON."""
    text = type(value) is str and value.strip(BLANK) != ""
    match fact.kind:
        case "yes_no":
            return type(value) is bool or (text and value not in BOTH)
        case "number":
            return _is_finite(value) or (text and not NUMBER.fullmatch(value))
        case "date" | "choice" | "note":
            return text
        case "set" | "codes":
            return type(value) is list  # a reader may take a text for a list of one
        case "findings":
            return type(value) is dict or text
        case "list":
            return type(value) is list or text
        case _:
            assert_never(fact.kind)


def _in_column(fact: Fact, value: Any) -> bool:
    """Whether a value is of the type of its column in a table of Parquet."""
    match fact.kind:
        case "yes_no":
            return type(value) is bool
        case "number":
            return _is_finite(value) and (fact.places > 0 or type(value) is int)
        case "date":
            return type(value) is str and is_day(value)
        case "choice" | "note":
            return type(value) is str
        case "set" | "codes":
            return type(value) is list and all(type(item) is str for item in value)
        case "findings":
            fits = type(value) is dict and value.keys() <= {*fact.options}
            return fits and all(type(found) is bool for found in value.values())
        case "list":
            rows = type(value) is list and all(type(row) is dict for row in value)
            return rows and all(is_shown(fact.fields, row, "parquet") for row in value)
        case _:
            assert_never(fact.kind)


def _is_finite(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < 10**15 and isfinite(value)
