"""The blank sheet of every policy, as a browser prints it and as PDF: what stands on which page, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import c_ushort
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lengths import FUZZ, one_in
from playwright.sync_api import Page
from printing import pages, printed, rows, show, squeezed, window
from pypdfium2 import PdfDocument, PdfPage, raw
from shipped import SHIPPED
from wiser_compiler.core.as_data import as_data
from wiser_compiler.sheet.blocks import Blank, Line, Pairs, Words
from wiser_compiler.sheet.html import as_html
from wiser_compiler.sheet.layout import advice_of, letters_of, sheet_of
from wiser_compiler.sheet.pdf import as_pdf
from wiser_compiler.sheet.style import STYLE
from wiser_compiler.sheet.typst import as_typst
from wiser_compiler.targets.sheet import sheet

ROOT = Path(__file__).parents[2]
KEYS = [key for key, policy in SHIPPED.items() if not policy.program]
COMPILED: dict[str, Any] = {key: as_data(SHIPPED[key]) for key in KEYS}
LONGEST = ("esi@6.0.0", "pva@6.0.0", "skin_substitutes@6.0.0")  # in large type; `make fuzz` prints all
IDENTIFIERS = squeezed("Patient Born Medicare no. (MBI)")


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with window() as found:
        yield found


def forms(key: str, page: Page, large: bool) -> Iterator[tuple[str, list[str], list[tuple[str, str]]]]:
    """The sheet on each way to paper: its name, its pages, and the rows that it has."""
    made = sheet_of(COMPILED[key], large)
    html = as_html(made)
    yield "HTML", pages(printed(page, html)), rows(html)
    yield "PDF", pages(as_pdf(made)), rows(html)


@pytest.mark.parametrize(
    ("key", "large"),
    [*((key, False) for key in KEYS), *((key, True) for key in (KEYS if FUZZ else LONGEST))],
)
def test_a_sheet_prints_on_the_pages_that_the_docs_say_and_each_is_whole(key: str, large: bool, page: Page) -> None:
    """Patient, page and version on every page; no row, paragraph or heading on two; no heading alone; the same text
    as HTML and as PDF, in the same order.
    """
    counts = []
    for form, found, expected in forms(key, page, large):
        counts.append(len(found))
        for number, text in enumerate(found, 1):
            assert IDENTIFIERS in text, (form, number)
            assert f"Page{number}of{len(found)}" in text, (form, number)
            assert squeezed(f"{key.replace('@', ' ')} · received") in text, (form, number)
            assert COMPILED[key]["meaning"][:12] in text, (form, number)
        on = list(places(found, expected))
        assert len(on) == len(expected), (form, expected[len(on)])
        for (tag, text), number, (_, follows) in zip(expected, on, [*on_the_next(on), (0, 0)], strict=True):
            if tag in ("h1", "h2"):
                assert number == follows, (form, "alone", text)
    said = said_in_the_docs(key)[2 * large : 2 * large + 2]
    assert said == counts, (
        f"docs/sheet.md says {said} of {key}{' in large type' if large else ''}, and it prints {counts}"
    )


def on_the_next(on: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(on))


def places(found: Sequence[str], expected: Sequence[tuple[str, str]]) -> Iterator[int]:
    """The page of each row, each behind the one before; ends at a row that is on no page, or on two."""
    number, at = 0, 0
    for _, text in expected:
        while number < len(found) and (begins := found[number].find(text, at)) < 0:
            number, at = number + 1, 0
        if number == len(found):
            return
        at = begins + len(text)
        yield number


def said_in_the_docs(key: str) -> list[int]:
    """The pages of a policy by docs/sheet.md: HTML, PDF, both in large type."""
    text = (ROOT / "docs/sheet.md").read_text("utf-8")
    row = re.search(rf"^\|[^|]*\| {re.escape(key)} ((?:\| \d+ ){{4}})\|", text, re.MULTILINE)
    assert row, f"docs/sheet.md has no line for {key}"
    return [int(number) for number in re.findall(r"\d+", row[1])]


def test_a_sheet_of_two_pages_is_the_rule_and_every_other_is_explained() -> None:
    text = (ROOT / "docs/sheet.md").read_text("utf-8")
    longer = [key for key in KEYS if max(said_in_the_docs(key)[:2]) > 2]
    for key in longer:
        assert f"`{key}` has" in text, key
    assert said_in_the_docs("esi@6.0.0")[:2] == [2, 2]


def test_a_build_writes_the_sheets_of_policies_and_none_of_a_program() -> None:
    for key, policy in SHIPPED.items():
        files = sheet(policy).files
        place = f"sheet/{key.replace('@', '/')}"
        assert list(files) == ([] if policy.program else [f"{place}{name}.html" for name in ("", "-large", "-advice")])


@pytest.mark.parametrize("key", one_in(3, KEYS))
def test_the_advice_is_one_page_with_each_advisory_criterion_once(key: str, page: Page) -> None:
    made = advice_of(COMPILED[key])
    advised = [one["title"] for one in COMPILED[key]["criteria"] if one["effect"] == "advisory"]
    for found in (pages(printed(page, as_html(made))), pages(as_pdf(made))):
        (text,) = found
        assert IDENTIFIERS in text
        assert "Page1of1" in text
        assert [text.count(squeezed(f"yes no {title}.")) for title in advised] == [1] * len(advised)


@pytest.mark.parametrize("key", KEYS)
def test_no_statement_of_scope_begins_by_denying_so_that_a_no_is_plain(key: str) -> None:
    scope = next(part for part in sheet_of(COMPILED[key]).parts if part.id == "scope")
    (pairs,) = (block for block in scope.blocks if isinstance(block, Pairs))
    says = ["".join(one.text for one in words if isinstance(one, Words)) for _, words in pairs.rows]
    assert len(says) > 6
    assert [said for said in says if re.match(r"(?:No|Not)\b|\w+ \w+ (?:is|are|has|have|does) (?:not?)\b", said)] == []


def test_a_number_of_an_earlier_request_and_a_reason_have_the_room_of_words() -> None:
    send = next(part for part in sheet_of(COMPILED["esi@6.0.0"]).parts if part.id == "send")
    told = next(block for block in send.blocks if isinstance(block, Line))
    assert {one.size for one in told.says if isinstance(one, Blank)} == {"words"}


def test_a_sheet_says_once_what_its_ticks_mean() -> None:
    for key in KEYS:
        html = as_html(sheet_of(COMPILED[key]))
        assert html.count("Tick what is so, as the row says. Write the page, or tick missing.") == 1, key


def test_every_required_and_scope_criterion_is_on_the_sheet_once_or_more() -> None:
    for key in KEYS:
        marked = set(" ".join(re.findall(r'data-criteria="([^"]*)"', as_html(sheet_of(COMPILED[key])))).split())
        asked = {c["id"] for c in COMPILED[key]["criteria"] if c["effect"] != "advisory"}
        assert asked <= marked, key


# ---------------------------------------------------------------- the look


def test_a_sheet_is_black_on_white_and_large_enough_for_a_fax(page: Page) -> None:
    """What a browser computes: nothing is grey, no rule is thinner than 0.75 points, no letter smaller than 10.5 points
    but for the line that says which version it is.
    """
    for large, least in ((False, 10.5), (True, 15)):
        show(page, as_html(sheet_of(COMPILED["esi@6.0.0"], large)))
        found = page.evaluate(COMPUTED)
        assert len(found) > 200
        assert {one["color"] for one in found} == {"rgb(0, 0, 0)"}
        assert {one["background"] for one in found} <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
        assert min(width for one in found for width in one["borders"] if width) >= 1  # pixels, of 0.75 points
        sizes = {one["size"] * 0.75 for one in found if one["text"] and one["name"] != "version"}
        assert least <= min(sizes) < 1.1 * least
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


COMPUTED = """() => [...document.querySelectorAll("body *")].map((one) => {
  const style = getComputedStyle(one);
  const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const borders = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`]));
  const { color, backgroundColor: background } = style;
  return { color, background, borders, size: parseFloat(style.fontSize), text, name: one.className };
})"""


# DejaVu Sans is among the widest, and stands in where nothing like Arial is installed.
WIDE = '.sheet { font-family: "DejaVu Sans", Verdana, sans-serif }'


@pytest.mark.parametrize("key", KEYS)
def test_a_wide_font_takes_no_further_page_and_its_letters_are_as_high_as_those_of_arial(key: str, page: Page) -> None:
    show(page, as_html(sheet_of(COMPILED[key])))
    page.add_style_tag(content=WIDE)
    assert len(PdfDocument(page.pdf(prefer_css_page_size=True))) == said_in_the_docs(key)[0]
    assert page.evaluate("getComputedStyle(document.querySelector('.sheet')).fontSizeAdjust") == "0.519"
    assert {one["size"] for one in page.evaluate(COMPUTED) if one["name"] == "sheet"} == {16}  # pixels: 12 points


def test_numbers_stay_on_one_line_and_in_their_cells_where_the_font_is_wide(page: Page) -> None:
    show(page, as_html(sheet_of(COMPILED["pva@6.0.0"])))
    page.add_style_tag(content=WIDE)
    assert page.evaluate(SPILLED) == []


SPILLED = """() => [...document.querySelectorAll(".chart tbody td:first-child, .states td")].filter((one) => {
  const inside = document.createRange();
  inside.selectNodeContents(one);
  const isHigh = one.matches(".chart td") && inside.getBoundingClientRect().height > 1.6 * 16;
  return isHigh || one.scrollWidth > one.clientWidth;
}).map((one) => one.textContent)"""


def test_a_sheet_forbids_scripts_and_the_network_and_has_neither() -> None:
    for key in KEYS:
        html = as_html(sheet_of(COMPILED[key]))
        assert "default-src 'none'" in html
        assert not re.search(r"<script|<link|<img|\bon\w+=|javascript:|url\(|@import|\bstyle=", html)


def test_letters_name_suppliers_apart() -> None:
    for key in KEYS:
        letters = letters_of(COMPILED[key])
        assert len(set(letters.values())) == len(letters)
    esi = letters_of(COMPILED["esi@6.0.0"])
    assert (esi["our doctor"], esi["referring office"], esi["therapy"]) == ("D", "R", "T")


# ---------------------------------------------------------------- PDF


def test_a_pdf_is_tagged_titled_in_english_and_has_its_letters_inside() -> None:
    made = as_pdf(sheet_of(COMPILED["esi@6.0.0"]))
    document = PdfDocument(made)
    assert document.get_metadata_value("Title") == "Epidural steroid injection: is the chart complete?"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert raw.FPDFCatalog_IsTagged(document.raw)
    assert text_of(raw.FPDFCatalog_GetLanguage, document.raw).startswith("en")
    kinds = [kind for page in document for kind in tags(page)]
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 6
    assert kinds.index("H1") < kinds.index("H2") < kinds.index("Table")
    assert {"TH", "TD", "THead", "P"} <= set(kinds)
    fonts = [raw.FPDFTextObj_GetFont(one.raw) for page in document for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT])]
    assert len(fonts) >= 2
    assert all(raw.FPDFFont_GetIsEmbedded(font) for font in fonts)


def text_of(call: Any, *about: Any) -> str:
    """What a function of PDFium writes into a buffer, as UTF-16."""
    most = call(*about, None, 0)
    buffer = (c_ushort * (most // 2))()
    call(*about, buffer, most)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def tags(page: PdfPage) -> Iterator[str]:
    """The kinds of the structure of a page in reading order."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, number))


def _tags(element: Any) -> Iterator[str]:
    if element:
        yield text_of(raw.FPDF_StructElement_GetType, element)
        for number in range(raw.FPDF_StructElement_CountChildren(element)):
            yield from _tags(raw.FPDF_StructElement_GetChildAtIndex(element, number))


@pytest.mark.parametrize("large", [False, True])
def test_nothing_of_a_pdf_stands_where_a_printer_cannot_print(large: bool) -> None:
    """A quarter of an inch from the edge and more, the box with the identifiers too."""
    for page in PdfDocument(as_pdf(sheet_of(COMPILED["esi@6.0.0"], large))):
        width, height = page.get_size()
        for one in page.get_objects():
            left, bottom, right, top = one.get_bounds()
            assert min(left, bottom, width - right, height - top) >= 18, (left, bottom, right, top)


def test_a_pdf_is_the_same_when_it_is_made_again() -> None:
    made = sheet_of(COMPILED["pva@6.0.0"], large=True)
    assert as_pdf(made) == as_pdf(made)
    assert as_typst(made) == as_typst(sheet_of(COMPILED["pva@6.0.0"], large=True))


# ---------------------------------------------------------------- hostile texts

HOSTILE = "<script>document.title='x'</script>&amp;\"'\\ #panic() $x$ *b* _i_ `c` @a // ](x) é"


def test_a_hostile_text_is_text(page: Page) -> None:
    compiled = {**COMPILED["esi@6.0.0"], "id": "esi"}
    says = [
        {"text": HOSTILE},
        {"bold": HOSTILE},
        {"tick": '/x"<>', "values": [HOSTILE], "text": HOSTILE},
        {"blank": HOSTILE},
    ]
    line = {"criteria": ['a"<b>'], "ask": [HOSTILE], "says": says}
    part = {"id": HOSTILE, "title": HOSTILE, "layout": "table", "skip": says, "lines": [line]}
    parts = [part, {**part, "layout": "lines"}, {**part, "layout": "yes_no"}]
    made = sheet_of({**compiled, "sheet": {"title": HOSTILE, "parts": parts}})
    show(page, as_html(made))
    assert page.title().startswith(f"{HOSTILE}: is the chart complete?")
    assert page.locator("script").count() == 0
    assert page.inner_text("h1") == f"{HOSTILE}: is the chart complete?"
    text = squeezed(HOSTILE)
    found = "".join(pages(as_pdf(made)))
    assert found.count(text) >= 12


def test_the_style_is_in_one_place() -> None:
    assert STYLE in as_html(sheet_of(COMPILED["esi@6.0.0"]))
    assert all(rule.startswith((".sheet", "@page")) for rule in re.findall(r"(?m)^[^ }\n][^{\n]*", STYLE))


NEVER = ("denied", "denial", "likely", "covered", "coverage", "medically necessary", "record number", "gray", "grey")


@pytest.mark.parametrize("key", KEYS)
def test_a_sheet_foretells_nothing_and_asks_for_no_record_number(key: str) -> None:
    text = re.sub(r"<[^>]+>", "", as_html(sheet_of(COMPILED[key])).partition("<body>")[2]).lower()
    assert [word for word in NEVER if word in text] == []
    assert "checks paperwork only. medicare decides." in text
    facts = {fact["name"] for fact in COMPILED[key]["facts"] if "_" in fact["name"]}
    assert not facts.intersection(re.findall(r"\w+", text))
