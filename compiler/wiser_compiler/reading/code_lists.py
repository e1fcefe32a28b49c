"""Codes where several may be listed: one by one, from the first to the last of a range, such as `62320-62327`, or by
their beginning, such as `M54.*`.
"""

from __future__ import annotations

import re
from itertools import islice

from wiser_compiler.core.code_patterns import codes_beginning
from wiser_compiler.core.model import CODE_SYSTEMS
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading import fields
from wiser_compiler.reading.fact_test import CODE_SAMPLES
from wiser_compiler.reading.syntax import Node, Text

MOST_IN_A_RANGE = 500  # codes that one range may stand for; each test of them says them all
_NUMBERED = re.compile(r"(.*?)([0-9]+)([A-Z]*)")  # a code as what stands before its last number, the number, and after


def read_meant(node: Node, system: str, report: Report) -> tuple[str, ...]:
    """The codes that a test or a group means: those of `read_code`, or `M54.*` for all that begin with `M54.`."""
    found = node.text if isinstance(node, Text) else ""
    if not found.endswith("*"):
        return read_code(node, system, report)
    codes = list(islice(codes_beginning(system, found[:-1]), 2)) if found[:-1] else []
    if len(codes) > 1:
        return (found,)
    if codes:
        report.error("bad-name", f"`{found}` stands for one code alone", node.span, "leave the sign * out")
    else:
        sample = {"HCPCS": "J*", "ICD-10": "M54.*"}[system]
        help = f"the sign * stands at the end, behind the beginning of a code, such as {sample}"
        report.error("bad-name", f"no {system} code begins as `{found}` says", node.span, help)
    return ()


def read_code(node: Node, system: str, report: Report) -> tuple[str, ...]:
    """The code of a system, or each code of a range; nothing where it is none, which is reported."""
    pattern = CODE_SYSTEMS[system]
    found = node.text if isinstance(node, Text) else ""
    first, dash, last = found.partition("-")
    if not dash or not re.fullmatch(pattern, first) or not re.fullmatch(pattern, last):
        code = fields.matching(node, pattern, report, "a code", f"{system} codes look like {CODE_SAMPLES[system]}")
        return (code,) if code else ()
    codes = _between(first, last)
    if not codes:
        report.error(
            "bad-range",
            f"`{found}` is no range of codes",
            node.span,
            "the ends differ in one number of as many digits, the smaller first, such as 62320-62327",
        )
    elif len(codes) > MOST_IN_A_RANGE:
        report.error(
            "bad-range",
            f"`{found}` stands for {len(codes):,} codes, more than {MOST_IN_A_RANGE}",
            node.span,
            "name the codes that are meant, or shorter ranges of them",
        )
        return ()
    return codes


def _between(first: str, last: str) -> tuple[str, ...]:
    """The codes from one to another that differ from both in one number alone; none where there is no such number."""
    one, other = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if one is None or other is None or (one[1], one[3], len(one[2])) != (other[1], other[3], len(other[2])):
        return ()
    numbers = range(int(one[2]), int(other[2]) + 1)
    return tuple(f"{one[1]}{number:0{len(one[2])}}{one[3]}" for number in numbers)
