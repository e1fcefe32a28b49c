"""The sheet as PDF, made by Typst with a font of its own: the same bytes on every machine."""

from __future__ import annotations

import os
from importlib.util import find_spec

from .blocks import Sheet
from .typst import as_typst

FONT = "font_roboto"


def as_pdf(sheet: Sheet) -> bytes:
    """A tagged PDF, by the standard PDF/UA-1. Raises ModuleNotFoundError without the libraries of the extra `pdf`."""
    import typst  # heavy, and most sheets are HTML

    found = find_spec(FONT)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"No module named {FONT!r}", name=FONT)
    folder = os.path.join(os.path.dirname(found.origin), "files")  # noqa: PTH118, PTH120 - as in the rest of the package
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.compile(as_typst(sheet).encode(), font_paths=fonts, format="pdf", pdf_standards="ua-1")
