"""Where a lint points that is about one of several bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import composed, placed, read
from wiser_compiler.diagnostics import line_of
from wiser_compiler.printers import as_text

# A test of one fact with two edges, a case on either side of the first, and the edge that has none.
TESTS = [
    (
        'pain_duration: {at_least: 10 weeks, at_most: 52 weeks, quote: "at least 10 weeks, at most 52 weeks"}',
        "pain_duration: 9 weeks",
        "at_most: 52 weeks",
    ),
    (
        'imaging_date: {on_or_after: 49 days before service_date, before: service_date, quote: "the past 49 days"}',
        'imaging_date: "2026-03-31"',
        "before: service_date",
    ),
    (
        'imaging_date: {after: 50 days before service_date, on_or_before: service_date, quote: "the past 50 days"}',
        'imaging_date: "2026-03-31"',
        "on_or_before: service_date",
    ),
]


@pytest.mark.parametrize(("test", "case", "uncovered"), TESTS)
def test_an_edge_without_an_example_is_pointed_at(test: str, case: str, uncovered: str, tmp_path: Path) -> None:
    cases = f"  cases:\n    - {{name: One less, change: {{{case}}}, expect: {{at-hand: not met}}}}\n"
    text = composed(f"require: {{{test}}}").replace("    expect: ready\n", f"    expect: ready\n{cases}", 1)
    report = read(placed(text.encode(), tmp_path))
    found = {
        line_of(report.texts, finding.span)[finding.span.column - 1 : finding.span.end - 1]
        for finding in report.found
        if finding.code == "uncovered-bound"
    }
    assert found == {uncovered}, as_text(report)


# ---------------------------------------------------------------- nothing within a time

WITHIN = '{session_date: {on_or_after: 6 months before service_date, quote: "no session within the past 6 months"}}'


@pytest.mark.parametrize(
    ("require", "found"),
    [
        pytest.param(f"none: [{{some: prior_sessions, where: {WITHIN}}}]", 0, id="under none"),
        pytest.param(f"{{count: prior_sessions, where: {WITHIN}, at_most: 0 sessions}}", 0, id="no records"),
        pytest.param(f"{{some: prior_sessions, where: [{{session_helped: no}}, {WITHIN}]}}", 0, id="beside no"),
        pytest.param(f"{{some: prior_sessions, where: {WITHIN}}}", 1, id="where it should be outside"),
        pytest.param(f"{{some: prior_sessions, where: [session_helped, {WITHIN}]}}", 1, id="beside yes"),
        pytest.param(f"{{some: prior_sessions, where: {WITHIN.replace('on_or_after', 'before')}}}", 0, id="turned"),
    ],
)  # fmt: skip
def test_nothing_within_a_time_stands_under_a_negation_or_is_turned(require: str, found: int, tmp_path: Path) -> None:
    joint = " " if require.startswith("{") else "\n  "
    report = read(placed(composed(f"# without examples\nrequire:{joint}{require}\n").encode(), tmp_path))
    assert [finding.code for finding in report.found].count("quote-disagrees") == found, as_text(report)
