"""The look of a sheet: black on white for a printer, a copier and a fax machine; 12 points, or 18 in large type."""

from __future__ import annotations

from .blocks import WIDTHS

_COLUMNS = "".join(
    f".sheet .{kind} col:nth-child({number}) {{ width: {width}em }}\n"
    for kind, widths in WIDTHS.items()
    for number, width in enumerate(widths, 1)
    if width
)

# Fonts of the width of Arial, then a narrow one. Where a machine has none of them a wider one stands in, and its
# letters are made as high as those of Arial: so they are as easy to read, and the sheet takes no further page.
FONTS = 'Arial, "Liberation Sans", Arimo, Helvetica, "Nimbus Sans", "DejaVu Sans Condensed", sans-serif'
AS_HIGH_AS_ARIAL = ".519"  # how high an x of Arial is, of its size

# The number of the page, for a sheet in large type.
LARGE = "@page { @bottom-right { font-size: 14pt } }\n"

STYLE = f"""\
@page {{ size: Letter; margin: .45in .45in .5in; @bottom-right {{ content: "Page " counter(page) " of " counter(pages);
  font: bold 10pt {FONTS}; vertical-align: top }} }}
.sheet {{ width: 100%; max-width: 7.6in; margin: 0 auto; border-collapse: collapse; color: #000; background: #fff;
  font: 12pt/1.16 {FONTS}; font-size-adjust: {AS_HIGH_AS_ARIAL} }}
.sheet.large {{ font-size: 18pt }}
.sheet > * > tr > td {{ padding: 0 }}
.sheet > thead {{ display: table-header-group }}
.sheet > tfoot {{ display: table-footer-group }}
.sheet h1 {{ font-size: 1.4em; line-height: 1.15; margin: .2em 0 .1em }}
.sheet h2 {{ font-size: 1.08em; margin: .36em 0 .12em; padding-bottom: .06em; border-bottom: 1.5pt solid #000;
  break-after: avoid; break-inside: avoid }}
.sheet .note {{ font-weight: normal; font-size: .875em }}
.sheet p {{ margin: .13em 0; break-inside: avoid; orphans: 3; widows: 3 }}
.sheet .id {{ border: 1pt solid #000; padding: .3em .4em; margin: 0 0 .2em }}
.sheet .version {{ font-size: .72em; margin: .3em 0 0 }}
.sheet .small {{ font-size: .875em }}
.sheet .kept {{ break-inside: avoid }}
.sheet .pair {{ display: flex; gap: .7em }}
.sheet .nb {{ white-space: nowrap }}
.sheet section table {{ width: 100%; border-collapse: collapse; table-layout: fixed; margin: .2em 0 }}
.sheet section td, .sheet th {{ border: .75pt solid #000; padding: .12em .33em; vertical-align: top; text-align: left;
  overflow-wrap: anywhere }}
.sheet section tr {{ break-inside: avoid }}
.sheet .chart td:first-child, .sheet .states td:not(:first-child) {{ white-space: nowrap; overflow-wrap: normal;
  padding-left: .2em; padding-right: .2em }}
.sheet section thead {{ display: table-header-group; break-after: avoid }}
.sheet .asked td {{ height: 1.35em }}
.sheet .tick {{ display: inline-block; box-sizing: border-box; width: .9em; height: .9em; border: 1pt solid #000;
  vertical-align: -.08em; margin: 0 .25em 0 .1em; text-align: center; font-weight: bold; line-height: .76em }}
.sheet .blank {{ display: inline-block; box-sizing: border-box; min-height: 1em; border-bottom: .75pt solid #000;
  padding: 0 .15em; line-height: 1.1; vertical-align: baseline; max-width: 100%; white-space: normal }}
.sheet .mark {{ min-width: 2.2em }}
.sheet .number {{ min-width: 3em }}
.sheet .date {{ min-width: 6.2em; white-space: nowrap }}
.sheet .words {{ min-width: 8em }}
.sheet .line {{ min-width: 11em }}
.sheet .pages, .sheet .status, .sheet .otherwise {{ display: inline; border: 0; padding: 0 }}
.sheet .status, .sheet .otherwise {{ font-weight: bold }}
{_COLUMNS}"""
