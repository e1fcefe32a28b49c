"""The sheet of a request: what it documents is filled in, what is missing comes first, and nothing else is on it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from printing import pages, rows, squeezed
from wiser_policies import Result, ask_list, check, known_versions, read_file, validator
from wiser_policies._sheet.blocks import Blank, Inline, Line, Pairs, Part, Table, Tick, Words
from wiser_policies._sheet.fill import ask_rows
from wiser_policies.sheets import Sheet, advice_sheet, as_html, as_pdf, blank_sheet, filled_sheet

ROOT = Path(__file__).parents[2]
TODAY = "2026-04-27"
MISSING = json.loads((ROOT / "docs/requests/esi-three-missing.json").read_text("utf-8"))
WOUND = json.loads((ROOT / "docs/requests/skin_substitutes-ready.json").read_text("utf-8"))
PVA = json.loads((ROOT / "docs/requests/pva-ready.json").read_text("utf-8"))
READY = json.loads((ROOT / "docs/requests/esi-ready.json").read_text("utf-8"))
OF_POLICIES = [key for key in known_versions() if not key.startswith("wiser@")]


def filled(request: dict[str, Any], **more: Any) -> Sheet:
    return filled_sheet(check({**request, **more}), today=TODAY)


def part(sheet: Sheet, id: str) -> Part:
    return next(one for one in sheet.parts if one.id == id)


def inlines(sheet: Sheet) -> list[Inline]:
    """All words, boxes and blanks of a sheet, in order."""
    found: list[Inline] = []
    for block in [*sheet.about, *(block for one in sheet.parts for block in one.blocks)]:
        match block:
            case Line(says):
                found += says
            case Pairs(pairs):
                found += [one for pair in pairs for cell in pair for one in cell]
            case Table():
                found += [one for row in block.rows for cell in row for one in cell]
    return found


def text(sheet: Sheet) -> str:
    return "".join(
        one.text if isinstance(one, Words) else one.filled if isinstance(one, Blank) else "" for one in inlines(sheet)
    )


def row(sheet: Sheet, words: str) -> tuple[str, bool, str]:
    """Of the row with these words: the page, whether it is ticked as missing, and what stands behind it."""
    for one in sheet.parts:
        for table in one.blocks:
            for cells in table.rows if isinstance(table, Table) and table.kind == "chart" else ():
                if words in "".join(inline.text for inline in cells[1] if isinstance(inline, Words)):
                    (page,), (tick, _, otherwise) = cells[2], cells[3]
                    assert isinstance(page, Blank)
                    assert isinstance(tick, Tick)
                    assert isinstance(otherwise, Blank)
                    return page.filled, tick.on, otherwise.filled
    raise AssertionError(f"no row says {words}")


# ---------------------------------------------------------------- blank


@pytest.mark.parametrize("key", OF_POLICIES)
def test_the_package_makes_the_blank_sheet_that_a_build_writes(key: str) -> None:
    place = f"sheet/{key.replace('@', '/')}"
    assert as_html(blank_sheet(key)).encode() == read_file(f"{place}.html")
    assert as_html(blank_sheet(key, large=True)).encode() == read_file(f"{place}-large.html")
    assert as_html(advice_sheet(key)).encode() == read_file(f"{place}-advice.html")
    assert not any(isinstance(one, Tick) and one.on for one in inlines(blank_sheet(key)))
    assert not any(isinstance(one, Blank) and one.filled for one in inlines(blank_sheet(key)))


def test_a_name_without_a_version_means_the_newest() -> None:
    assert blank_sheet("esi") == blank_sheet("esi@6.0.0") != blank_sheet("esi@1.0.0")


@pytest.mark.parametrize("name", ["esy", "esi@9.9.9", "wiser", "wiser@6.0.0", ""])
def test_what_has_no_sheet_is_a_lookup_error(name: str) -> None:
    with pytest.raises(LookupError):
        blank_sheet(name)
    with pytest.raises(LookupError):
        advice_sheet(name)


# ---------------------------------------------------------------- filled in


def test_what_is_missing_comes_first_with_whom_to_ask() -> None:
    sheet = filled(MISSING)
    assert [one.id for one in sheet.parts][:2] == ["missing", "scope"]
    (table,) = part(sheet, "missing").blocks
    assert isinstance(table, Table)
    asked = ask_list(check(MISSING), TODAY)
    assert len(table.rows) == len(asked.gaps) == 3
    for cells, gap in zip(table.rows, asked.gaps, strict=True):
        (what,), (whom,), came, when = cells
        assert isinstance(what, Words)
        assert all(thing.asks[1:] in what.text for way in gap.ways for thing in way.things)
        assert whom == Words("our doctor")
        assert came == when == ()


def test_what_is_missing_is_a_row_a_thing_and_each_way_begins_with_its_own_word() -> None:
    """Nothing is run on: what is asked of one office stands in one cell, with that office behind it."""
    later = [{"session_date": "2026-02-15", "session_region": "lumbar_sacral"}]
    request = {name: value for name, value in READY.items() if name != "guidance"} | {"prior_sessions": later}
    asked = ask_list(check(request), TODAY)
    rows = ask_rows(asked.as_dict())
    assert rows[0][0].startswith("Which image guidance is planned?")
    words = [what.partition(":")[0] for what, _ in rows[1:]]
    assert words[0] == "Either"
    assert words.count("Or") + words.count("Or, though the chart speaks against it") >= 1
    for gap in asked.gaps:
        for way in gap.ways[:3]:
            for thing in way.things:
                asks = thing.asks[:1].upper() + thing.asks[1:]
                assert [whom for what, whom in rows if what.endswith(asks)] != []
                assert all(whom == thing.supplier for what, whom in rows if what.endswith(asks))
    assert max(what.count("?") for what, _ in rows) <= 1
    ways = [
        {"things": [thing.as_dict()], "unlikely": False, "opens_more": True} for thing in asked.gaps[-1].ways[0].things
    ]
    many = {"contradicted": [], "gaps": [{"ways": (ways * 5)[:5], "if_settled": True}]}
    assert ask_rows(many)[0][0].startswith("If that is settled: ")
    assert ask_rows(many)[-1][0] == "Or in one of 2 other ways: see wiser check --all"


def test_a_row_is_found_on_its_page_or_missing_or_said_otherwise() -> None:
    sheet = filled(MISSING)
    assert row(sheet, "Pain for") == ("", True, "")
    assert row(sheet, "expected in this region") == ("p. 6", False, "")
    assert row(sheet, "greatly affects") == ("found", False, "")
    assert row(filled(READY, limits_life=False), "greatly affects") == ("", False, " the chart says otherwise")
    assert row(sheet, "Sedation") == ("found", False, "")  # the box before none or light is ticked
    assert row(filled({k: v for k, v in MISSING.items() if k != "sedation"}), "Sedation")[0] != "n/a"
    assert row(filled(PVA), "are treated at once: the reason for so many") == ("n/a", False, "")


def test_a_row_that_is_not_asked_for_keeps_its_blanks() -> None:
    """The days of the care of a venous ulcer are none of a neuropathic one, though one fact states both."""
    foot, leg = "If neuropathic: no response to care", "Ulcer there for"
    assert WOUND["wound_kind"] == "venous_ulcer"
    sheet = filled(WOUND)
    assert row(sheet, foot) == ("n/a", False, "")
    assert blanks(sheet, foot) == ["", "", ""]
    assert blanks(sheet, leg) == ["March 2, 2026", "April 30, 2026", "April 1, 2026"]
    asked = filled({**WOUND, "wound_kind": "foot_ulcer", "neuropathic": True})
    assert blanks(asked, foot)[:2] == ["March 2, 2026", "April 30, 2026"]
    assert blanks(asked, leg) == ["", "", ""]
    for key in OF_POLICIES:
        path = ROOT / f"docs/requests/{key.partition('@')[0]}-ready.json"
        result = check(json.loads(path.read_text("utf-8")), policy=key)
        parts = filled_sheet(result, today=TODAY).parts if result.outcome != "invalid" else ()
        for table in (one for of in parts for one in of.blocks):
            for cells in table.rows if isinstance(table, Table) and table.kind == "chart" else ():
                if [one.filled for one in cells[2] if isinstance(one, Blank)] == ["n/a"]:
                    assert not any(isinstance(one, Blank) and one.filled for one in cells[1]), cells


def blanks(sheet: Sheet, words: str) -> list[str]:
    """What stands in the blanks of the row with these words."""
    tables = (block for one in sheet.parts for block in one.blocks if isinstance(block, Table))
    says = (cells[1] for table in tables for cells in table.rows if table.kind == "chart")
    (found,) = (cell for cell in says if words in "".join(one.text for one in cell if isinstance(one, Words)))
    return [one.filled.replace("\N{NO-BREAK SPACE}", " ") for one in found if isinstance(one, Blank)]


def test_a_box_before_a_score_is_ticked_where_the_scores_show_what_is_asked() -> None:
    shown = [20, 30]  # of 60 before: half or more better, on each visit
    for scores, on in ((shown, True), ([20, 31], False), ([31, 30], False)):
        visits = [{**visit, "score": score} for visit, score in zip(READY["follow_ups"], scores, strict=True)]
        says = part(filled(READY, follow_ups=visits), "repeat").blocks[3].says
        assert isinstance(says[1], Words)
        assert says[1].text == "A score on or after that day"
        assert [one.on for one in says if isinstance(one, Tick)] == [on]


def test_of_rows_that_share_a_criterion_only_the_one_is_missing_that_asks_for_what_is_missing() -> None:
    without = {name: value for name, value in READY.items() if name != "imaging"}
    assert check(without).verdicts["indication"] == "missing"
    sheet = filled_sheet(check(without), today=TODAY)
    assert row(sheet, "History of this pain") == ("p. 2, p. 3", True, "")
    assert row(sheet, "radiculopathy") == ("found", False, "")
    nothing = {**READY, "symptoms": {}}
    sheet = filled_sheet(check(nothing), today=TODAY)
    assert row(sheet, "History of this pain") == ("p. 2, p. 3, p. 5", False, "")
    assert row(sheet, "radiculopathy") == ("", True, "")


def test_boxes_say_what_the_chart_says() -> None:
    ticked = {
        (one.place, one.values) for one in inlines(filled(READY)) if isinstance(one, Tick) and one.on and one.place
    }
    named = {place for place, _ in ticked}
    assert {"/symptoms/radicular_pain", "/causes/herniation", "/state", "/care_failed"} <= named
    assert {"/symptoms/radiculopathy", "/causes/osteophytes", "/cannot_tolerate_care"}.isdisjoint(named)
    # Ruled out: the box says that it was looked for and is not there.
    assert ("/contraindications/infection", (False,)) in ticked


@pytest.mark.parametrize("key", OF_POLICIES)
def test_a_tick_tells_a_yes_from_a_no(key: str) -> None:
    """A box is ticked by an answer. Only a note has none: there it is ticked because the note is there."""
    kinds = {fact.name: fact.kind for fact in validator(key).POLICY.facts}
    ticks = [one for one in inlines(blank_sheet(key)) if isinstance(one, Tick) and one.place and not one.values]
    assert {kinds[one.place.split("/")[1]] for one in ticks} <= {"note"}


def test_a_contraindication_that_is_absent_is_ticked_as_not_present_and_one_that_is_there_is_not() -> None:
    absent = {one.place: one.on for one in inlines(filled(PVA)) if isinstance(one, Tick)}
    assert absent["/cement_allergy"]
    assert absent["/retropulsion"]
    assert row(filled(PVA), "Looked for and not present, or page with the reason: allergy to cement")[0] == "found"
    present = filled(PVA, cement_allergy=True, allergy_rationale="p. 9")
    ticks = {one.place: one.on for one in inlines(present) if isinstance(one, Tick)}
    assert (ticks["/cement_allergy"], ticks["/coagulopathy"]) == (False, True)
    assert "agents p. 9, uncorrected" in text(present)


def test_a_part_is_skipped_where_the_request_says_that_nothing_is_listed() -> None:
    first = next(one for one in inlines(blank_sheet("esi")) if isinstance(one, Tick) and one.test and not one.of.facts)
    for listed, on in (([], True), (READY["prior_sessions"], False)):
        ticks = [one for one in inlines(filled(READY, prior_sessions=listed)) if isinstance(one, Tick)]
        assert [one.on for one in ticks if one.test == first.test] == [on]


def test_the_lines_of_a_part_that_is_skipped_stay_empty_unless_something_is_open() -> None:
    first = filled(READY, prior_sessions=[], follow_ups=[])
    assert part(first, "repeat").blocks == part(blank_sheet("esi"), "repeat").blocks
    again = filled(WOUND, applications=[], courses=[])
    assert part(again, "before").blocks == part(blank_sheet("skin_substitutes"), "before").blocks
    too_many = filled(READY, prior_sessions=[], planned_sessions=5)
    assert "(the chart says otherwise)" in "".join(
        one.filled for line in part(too_many, "repeat").blocks for one in line.says if isinstance(one, Blank)
    )
    assert "Diabetes type 1 or type 2" in text(filled(WOUND))  # the rows of a table say n/a themselves


def test_the_stated_cause_is_ticked() -> None:
    ticks = {one.values: one.on for one in part(filled(PVA), "plan").blocks[1].says if isinstance(one, Tick)}
    assert ticks == {("osteoporosis",): True, ("metastasis",): False, ("myeloma",): False}


def test_blanks_say_values_labels_and_worked_out_days_in_words() -> None:
    said = squeezed(text(filled(READY)))
    for words in (
        "Planned date April 29, 2026", "September 2, 2025, November 15, 2025", "Scale Oswestry disability index",
        "Score before any injection 60", "half of it 30", "before the planned date is April 29, 2025",
        "day 2 + requested 1 = 3", "after the last injection is February 15, 2026",
        "3 days after the received date: April 30, 2026",
    ):  # fmt: skip
        assert squeezed(words) in said, words


def test_only_the_state_of_the_request_is_left() -> None:
    portals = [state.portal for state in check(READY).policy.states]
    assert len(portals) == 6
    here = text(filled(READY, state="NJ"))
    assert [portal for portal in portals if portal in here] == ["portal.hip.one"]
    unknown = {name: value for name, value in READY.items() if name != "state"}
    anywhere = text(filled_sheet(check(unknown), today=TODAY))
    assert all(portal in anywhere for portal in portals)


def test_a_ready_request_has_no_list_and_advice_stands_there_only_where_it_applies() -> None:
    ready = filled(READY)
    assert "Every row of this sheet is answered." in text(ready)
    fired = [c.title for c in check(READY).policy.criteria if c.effect == "advisory"]
    assert [one.id for one in ready.parts] == ["scope", "plan", "chart", "repeat", "send"]
    twice = filled(READY, planned_sessions=2)
    assert twice.parts[0].id == "advice"
    assert "One session is requested at a time." in text(twice)
    assert not any(f"{title}." in text(ready) for title in fired)


def test_a_request_outside_of_the_program_says_so() -> None:
    sheet = filled(READY, payer="advantage")
    assert "see part 1" in text(sheet)
    (pairs,) = part(sheet, "scope").blocks
    assert isinstance(pairs, Pairs)
    noes = [boxes[2].on for boxes, _ in pairs.rows if isinstance(boxes[2], Tick)]
    assert noes.count(True) == 1


def test_an_invalid_request_has_no_sheet_and_nothing_of_it_is_said() -> None:
    result = check({**READY, "pain_duration": "patient-name"})
    with pytest.raises(ValueError, match="an invalid request has no sheet") as raised:
        filled_sheet(result)
    assert "patient-name" not in str(raised.value)


def test_a_program_that_answers_has_no_sheet() -> None:
    result = check({**READY, "codes": ["99999"]}, policy="wiser")
    assert isinstance(result, Result)
    with pytest.raises((LookupError, ValueError)):
        filled_sheet(result)


def test_hostile_notes_are_text_and_long_ones_are_cut() -> None:
    hostile = '</td><script>alert(1)</script>"\\#panic()'
    days = [f"{2012 + number // 12}-{1 + number % 12:02}-01" for number in range(48)]
    sessions = [{"session_date": day, "session_region": "cervical_thoracic"} for day in days]
    sheet = filled(READY, history=hostile, examination="e" * 500, prior_sessions=sessions)
    html = as_html(sheet)
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "e" * 39 + "…" in html
    assert "e" * 41 not in html
    assert "and 36 more" in html
    found = "".join(pages(as_pdf(sheet)))
    assert squeezed("</td><script>alert(1)</script>") in found
    assert all(line in found for _, line in rows(html) if "panic" not in line)


def test_the_numbered_rows_are_those_of_the_blank_sheet() -> None:
    """Filling in adds no row to the chart and takes none away, so row 4 is row 4 on both."""
    for key in OF_POLICIES:
        path = ROOT / f"docs/requests/{key.partition('@')[0]}-ready.json"
        result = check(json.loads(path.read_text("utf-8")), policy=key)
        if result.outcome == "invalid":  # an older version may know other facts
            continue
        blank, full = blank_sheet(key), filled_sheet(result, today=TODAY)
        numbers = [re.findall(r"(?m)^<tr><td><b>(\d+)</b>", as_html(sheet)) for sheet in (blank, full)]
        assert numbers[0] == numbers[1] == [str(number) for number in range(1, len(numbers[0]) + 1)]


def test_filling_in_esi_with_a_pen_takes_fewer_than_80_marks() -> None:
    """The documented example: each box that is ticked, each blank that is filled in, and what all sheets have."""
    sheet = filled(READY)
    blank = blank_sheet("esi")
    of_request = [one for one in inlines(sheet) if (isinstance(one, Tick) and one.on) or (
        isinstance(one, Blank) and one.filled and one.size not in ("status", "otherwise"))]  # fmt: skip
    by_hand = [one for one in inlines(sheet) if isinstance(one, Tick) and not (one.place or one.verdict)]
    unknown = [
        one
        for one in inlines(sheet)
        if isinstance(one, Blank) and not (one.places or one.term or one.clock or one.of.criteria)
    ]
    identifiers = [one for one in blank.identifiers if isinstance(one, Blank)]
    marks = len(of_request) + len(by_hand) + len(unknown) + 2 * len(identifiers)
    assert 60 < marks < 80
