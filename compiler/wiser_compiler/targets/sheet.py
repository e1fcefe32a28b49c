"""Policy to sheets of paper: blank, as HTML that needs no other file. The checklist is there in large type too."""

from __future__ import annotations

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.sheet.html import as_html
from wiser_compiler.sheet.layout import advice_of, sheet_of
from wiser_compiler.targets.output import Output


def sheet(policy: Policy) -> Output:
    """`sheet/<id>/<version>.html`, `<version>-large.html`, and `<version>-advice.html` for what the guide does not ask.

    A program has none: its criteria stand on each sheet.
    """
    if policy.program:
        return Output({})
    data, place = as_data(policy), f"sheet/{policy.id}/{policy.version}"
    return Output({
        f"{place}.html": as_html(sheet_of(data)),
        f"{place}-large.html": as_html(sheet_of(data, large=True)),
        f"{place}-advice.html": as_html(advice_of(data)),
    })  # fmt: skip
