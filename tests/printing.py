"""Sheets as a browser prints them, and what stands on each page of a PDF."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

from node_tools import PACKAGES, chromium
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

# The widths of Arimo are those of Arial, which no test machine need have.
FONTS = PACKAGES / "node_modules/@fontsource/arimo/files"


@contextmanager
def window() -> Iterator[Page]:
    """A window of a browser that reaches nothing."""
    with chromium() as browser:
        # A sheet forbids fonts; only the test gives it one.
        yield browser.new_context(bypass_csp=True, offline=True).new_page()


def printed(page: Page, html: str) -> bytes:
    """A sheet as a browser prints it."""
    show(page, html)
    return page.pdf(prefer_css_page_size=True, tagged=True)


def show(page: Page, html: str) -> None:
    """Open a sheet in letters of Arial."""
    page.set_content(html)
    for weight in (400, 700):
        letters = b64encode((FONTS / f"arimo-latin-{weight}-normal.woff2").read_bytes()).decode()
        source = f"url(data:font/woff2;base64,{letters})"
        page.add_style_tag(content=f"@font-face {{ font-family: Arial; font-weight: {weight}; src: {source} }}")
    page.evaluate("Promise.all([...document.fonts].map((font) => font.load()))")


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without its spaces: PDFs have none between some words."""
    return [squeezed(page.get_textpage().get_text_range()) for page in PdfDocument(pdf)]


def squeezed(text: str) -> str:
    """Text without spaces and hyphens: of a hyphen at the end of a line PDFium makes another letter."""
    return re.sub(r"[\s\-\ufffe]+", "", text)


class _Rows(HTMLParser):
    """Reads what may not be split: paragraphs, headings, and rows of tables. State: where in the sheet it is."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []
        self.tables, self.inside = 1, ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "table":
            self.tables += 1
        # Of the table around everything, the head and the foot are repeated, and its one row is no row.
        if not self.inside and tag in (("p", "h1", "h2") if self.tables < 2 else ("tr",)):
            self.inside = tag
            self.rows.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.tables -= 1
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            tag, text = self.rows[-1]
            self.rows[-1] = tag, text + squeezed(data)


def rows(html: str) -> list[tuple[str, str]]:
    """The paragraphs, headings and rows of a sheet in order, each with its tag and its text without spaces."""
    reader = _Rows()
    reader.feed(html[html.index("<h1>") :])
    return [(tag, text) for tag, text in reader.rows if text]
