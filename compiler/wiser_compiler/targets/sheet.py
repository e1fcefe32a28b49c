"""Policy to a sheet of paper: blank, as HTML that needs no other file, in normal and in large type."""

from __future__ import annotations

from wiser_compiler.core.as_data import as_data
from wiser_compiler.core.model import Policy
from wiser_compiler.sheet.html import as_html
from wiser_compiler.sheet.layout import sheet_of
from wiser_compiler.targets.output import Output


def sheet(policy: Policy) -> Output:
    """`sheet/<id>/<version>.html` and `<version>-large.html`. A program has none: its criteria stand on each sheet."""
    if policy.program:
        return Output({})
    data, place = as_data(policy), f"sheet/{policy.id}/{policy.version}"
    return Output({
        f"{place}.html": as_html(sheet_of(data)),
        f"{place}-large.html": as_html(sheet_of(data, large=True)),
    })  # fmt: skip
