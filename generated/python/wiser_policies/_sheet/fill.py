"""A blank sheet with what a request documents. `runtime/sheet.js` does the same to a fragment in a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, assert_never

from .blocks import Blank, Block, Inline, Inlines, Line, Of, Pairs, Part, Sheet, Table, Tick, Words
from .layout import MISSING
from .request_values import Data, fact_at, found, listed, worded

DATE = {"type": "date"}
ADVICE = "Also look at these: they are not so here. The guide does not ask for them."
ANSWERS = {
    "ready": "Every row of this sheet is answered.",
    "incomplete": "Something is still missing.",
    "not met": "The chart says otherwise than the guide asks, in the rows that say so.",
    "out of scope": "WISeR does not apply here, or this is the wrong sheet: see part 1.",
}
NOT_ASKED = "n/a"
FEW = 3  # ways of a gap that are named
MORE = " (the answer may bring further questions)"
# Of the verdicts on the criteria of one row, the first decides.
_WORST = ("not met", "missing", "met", "not applicable")
SAID = {"not met": "the chart says otherwise", "missing": "missing", "met": "found", "not applicable": "does not apply"}


class Filling(NamedTuple):
    """What a sheet is filled in with: the request, and what was found out about it.

    `missing` and `decided_by` are names of facts by criterion, of lists with their fields, `days` the days of clocks,
    YYYY-MM-DD. `asks` are what is still missing, each with whom to ask. `work_out` gives the value of a term of the
    policy, or None, `odd` are days to look at first, and `holds` says whether an expression of it is met.
    """

    policy: Data
    request: Data
    outcome: str = ""
    verdicts: Mapping[str, str] = {}
    missing: Mapping[str, Sequence[str]] = {}
    decided_by: Mapping[str, Sequence[str]] = {}
    days: Mapping[str, str] = {}
    asks: Sequence[tuple[str, str]] = ()
    advice: Sequence[str] = ()
    odd: Sequence[str] = ()
    work_out: Callable[[Data], Any] = lambda _term: None
    holds: Callable[[Data], bool | None] = lambda _test: None


def ask_rows(asked: Data) -> list[tuple[str, str]]:
    """What is still missing, and whom to ask, from an ask list as JSON: what cannot be shown first, then a row a thing.

    What all ways of a gap take stands once; then come a few ways, each from *Either* or *Or* on.
    """
    rows = [(one["says"], "") for one in asked["contradicted"]]
    for gap in asked["gaps"]:
        found = list(_rows_of(gap["ways"]))
        if gap["if_settled"]:
            found[0] = (f"If that is settled: {found[0][0]}", found[0][1])
        rows += found
    return rows


def _rows_of(ways: Sequence[Data]) -> Iterator[tuple[str, str]]:
    common = [thing for thing in ways[0]["things"] if all(thing in way["things"] for way in ways[1:])]
    for thing in common:
        yield _row(thing, MORE if len(ways) == 1 and ways[0]["opens_more"] else "")
    if len(ways) == 1:
        return
    for number, way in enumerate(ways[:FEW]):
        first = f"{'Or' if number else 'Either'}{', though the chart speaks against it' if way['unlikely'] else ''}: "
        for place, thing in enumerate(thing for thing in way["things"] if thing not in common):
            yield _row(thing, MORE if way["opens_more"] else "", "and: " if place else first)
    if more := len(ways[FEW:]):
        yield f"Or in {'another way' if more == 1 else f'one of {more} other ways'}: see wiser check --all", ""


def _row(thing: Data, more: str, before: str = "") -> tuple[str, str]:
    asks = thing["asks"]
    return f"{before}{asks[:1].upper()}{asks[1:]}{more}", thing["from"]


def fill(sheet: Sheet, filling: Filling) -> Sheet:
    """The sheet filled in. What is still missing comes first, then the advice that fired."""
    parts = [*_parts([part for part in sheet.parts if part.id != MISSING], filling)]
    asked = next(part for part in sheet.parts if part.id == MISSING)
    first = [_asked(asked, filling.asks)] if filling.asks else []
    advice = [Part("advice", ADVICE, (), tuple(Line((Words(f"{words}."),)) for words in filling.advice))]
    odd = (Line((Words(f"{words}{'' if words.endswith('?') else '.'}", True),)) for words in filling.odd)
    about = (*sheet.about, Line((Words(ANSWERS.get(filling.outcome, ""), True),)), *odd)
    return sheet._replace(about=about, parts=(*first, *(advice if filling.advice else ()), *parts))


def _asked(part: Part, asks: Sequence[tuple[str, str]]) -> Part:
    (table,) = part.blocks
    assert isinstance(table, Table)
    rows = tuple(((Words(what),), (Words(whom),), (), ()) for what, whom in asks)
    return part._replace(blocks=(table._replace(rows=rows),), kept=False)


def _parts(parts: Sequence[Part], filling: Filling) -> Iterator[Part]:
    """The parts filled in. The lines of one that is skipped stay as they are, unless something of it is open."""
    skipped = False
    for part in parts:
        done = _part(part, filling)
        if skipped and not any(_is_open(one) for block in done.blocks if isinstance(block, Line) for one in block.says):
            pairs = zip(part.blocks, done.blocks, strict=True)
            lines = (before if isinstance(before, Line) and not before.skips else after for before, after in pairs)
            done = done._replace(blocks=tuple(lines))
        yield done
        skipped = any(isinstance(one, Line) and one.skips and _is_ticked([one.says]) for one in done.blocks)


def _is_open(inline: Inline) -> bool:
    """Whether a line says that something is missing, or that the chart says otherwise."""
    if not isinstance(inline, Blank) or inline.size != "status":
        return False
    return inline.filled in [_status(verdict) for verdict in ("missing", "not met")]


def _status(verdict: str) -> str:
    return f" ({SAID[verdict]})" if verdict else ""


def _part(part: Part, filling: Filling) -> Part:
    return part._replace(blocks=tuple(_block(block, filling) for block in part.blocks))


def _block(block: Block, filling: Filling) -> Block:
    match block:
        case Line():
            return block._replace(says=_inlines(block.says, filling))
        case Pairs(pairs):
            return Pairs(tuple((_inlines(answers, filling), _inlines(says, filling)) for answers, says in pairs))
        case Table():
            rows = tuple(_row_filled(row, filling) for row in block.rows)
            chosen = tuple(row for row in rows if block.kind == "states" and _is_ticked(row))
            return block._replace(rows=chosen or rows)
        case _:
            assert_never(block)


def _row_filled(row: Sequence[Inlines], filling: Filling) -> tuple[Inlines, ...]:
    """A row filled in. Where a box of it is ticked, what it says is there, also if it is not asked for here.

    Without one, a row that is not asked for keeps its blanks: what another row asks for would stand in them.
    """
    cells = tuple(_inlines(cell, filling) for cell in row)
    if not _is_ticked(cells):
        return (cells[0], row[1], *cells[2:]) if _is_idle(row, filling) else cells
    found = {NOT_ASKED: SAID["met"]}
    return tuple(
        tuple(
            one._replace(filled=found.get(one.filled, one.filled))
            if isinstance(one, Blank) and one.size == "pages"
            else one
            for one in cell
        )
        for cell in cells
    )


def _is_idle(row: Sequence[Inlines], filling: Filling) -> bool:
    """Whether what a row says is not asked for here."""
    pages = [one for cell in row for one in cell if isinstance(one, Blank) and one.size == "pages"]
    return any(_verdict(one.of, filling) == "not applicable" for one in pages)


def _is_ticked(row: Sequence[Inlines]) -> bool:
    return any(isinstance(one, Tick) and one.on for cell in row for one in cell)


def _inlines(inlines: Inlines, filling: Filling) -> Inlines:
    return tuple(_inline(inline, filling) for inline in inlines)


def _inline(inline: Inline, filling: Filling) -> Inline:
    match inline:
        case Words():
            return inline
        case Tick(place, values, test, of, verdict):
            stated = place and any(_is(one, values) for one in found(filling.request, place))
            tested = test is not None and filling.holds(test)
            return inline._replace(on=bool(stated or tested or (verdict and verdict == _verdict(of, filling))))
        case Blank():
            return inline._replace(filled=_filled(inline, filling))
        case _:
            assert_never(inline)


def _is(stated: Any, values: Sequence[Any]) -> bool:
    """Whether a fact has one of the values, or a list of items holds one; without values, that it is stated."""
    held = stated if isinstance(stated, list) else [stated]
    return not values or any(type(one) is type(value) and one == value for one in held for value in values)


def _verdict(of: Of, filling: Filling) -> str:
    """How a line comes out: the worst verdict on its criteria."""
    found = {_verdict_on(criterion, of.facts, filling) for criterion in of.criteria}
    return next((verdict for verdict in _WORST if verdict in found), "")


def _verdict_on(criterion: str, facts: Sequence[str], filling: Filling) -> str:
    """The verdict on a criterion as far as these of its facts go; all of them where none is named."""
    verdict = filling.verdicts.get(criterion, "")
    if facts and verdict == "missing" and not set(facts).intersection(filling.missing.get(criterion, ())):
        return "met"  # what is missing belongs to another line
    decided = filling.decided_by.get(criterion, ())
    if facts and decided and verdict in ("met", "not met") and not set(facts).intersection(decided):
        return ""  # another line decides, such as the alternative that the chart shows
    return verdict


def _filled(blank: Blank, filling: Filling) -> str:
    verdict = _verdict(blank.of, filling)
    stated = [
        words
        for place in blank.places
        for value in found(filling.request, place)
        if (words := worded(value, fact_at(filling.policy["facts"], place)))
    ]
    match blank.size:
        case "status":
            return _status(verdict)
        case "otherwise":
            return f" {SAID[verdict]}" if verdict == "not met" else ""
        case "pages":
            return listed(stated) or {"met": SAID["met"], "not applicable": NOT_ASKED}.get(verdict, "")
        case _:  # other sizes: hold what is stated or worked out
            known = filling.days.get(blank.clock) if blank.clock else _worked_out(blank, filling)
            return listed(stated) if known is None else worded(known, DATE if blank.size == "date" else None)


def _worked_out(blank: Blank, filling: Filling) -> Any:
    """What the term of a blank gives, or so many percent of it."""
    known = None if blank.term is None else filling.work_out(blank.term)
    return known if known is None or blank.percent == 100 else float(Decimal(repr(known)) * blank.percent / 100)
