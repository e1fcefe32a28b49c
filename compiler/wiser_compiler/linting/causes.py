"""One cause is one finding: what follows from another finding is folded beneath it.

A finding follows from another one where mending that one is likely to mend it too: an example that disagrees because of
a test at which something is wrong, or at which another example disagrees already; a policy that cannot be read because
of its program; a name that was not known before; words that do not stand in a section that is wrong itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from wiser_compiler.diagnostics import Diagnostic, Report, Span

DISAGREEING = ("wrong-verdict", "wrong-outcome")
OF_A_PROGRAM = "unknown-program"
REPEATED = (
    "unknown-fact", "unknown-name", "unknown-option", "unknown-source", "unknown-criterion", "unknown-question",
    "section-not-in-text",
)  # fmt: skip
OF_A_SECTION = ("quote-not-in-source", "section-not-in-text")  # with the place that says which section it is
WHOLE_SECTION = "uncited-passage"  # stands at that place itself

# What is left of a document, or of its meaning, once all else is mended: without the cause it may not be there.
LATE = (
    *DISAGREEING, "uncovered-bound", "repeated-example", "unused-name", "unused-acceptance", "undeclared-change",
    "absent-change", "never-ready", "implied-criterion", "dead-test", "dead-exception", "idle-test", "idle-fact",
    "gap-between-routes", "overlapping-routes", "schema-disagrees", "unproven",
)  # fmt: skip


def fold(report: Report) -> None:
    """Put every finding that follows from another one beneath it, and those that may follow from any other last."""
    heads: dict[Hashable, Diagnostic] = {}
    for finding in report.found:
        if not _may_follow(finding):
            heads.setdefault(_at(finding.span), finding)
            heads.setdefault(finding.span.file, finding)
    below: dict[int, list[Diagnostic]] = {id(finding): [] for finding in report.found}
    for finding in sorted(report.found, key=_away_from_its_cause):
        causes = list(_causes(finding))
        head = next((heads[cause] for cause in causes if cause in heads), finding)
        if head is finding and causes and not _of_a_section(finding):
            heads[causes[0]] = finding  # the first of those that have one cause stands for it
        elif head is not finding:
            below[id(head)].append(finding)
    folded = {id(finding) for findings in below.values() for finding in findings}
    report.found[:] = [
        _in_its_order(finding, (*finding.consequences, *below[id(finding)]))
        for finding in report.found
        if id(finding) not in folded
    ]


def _in_its_order(finding: Diagnostic, consequences: tuple[Diagnostic, ...]) -> Diagnostic:
    """A finding with those that follow from it. One from which others follow is not late."""
    return replace(finding, consequences=consequences, late=finding.code in LATE and not consequences)


def _may_follow(finding: Diagnostic) -> bool:
    return (
        finding.code in DISAGREEING
        or (finding.code == OF_A_PROGRAM and bool(finding.related))
        or _of_a_section(finding)
    )


def _of_a_section(finding: Diagnostic) -> bool:
    return finding.code == WHOLE_SECTION or (finding.code in OF_A_SECTION and bool(finding.related))


def _causes(finding: Diagnostic) -> Iterator[Hashable]:
    """Possible causes of a finding, the likeliest first: the places of tests, a file, an unknown name."""
    if finding.code == WHOLE_SECTION:
        yield _at(finding.span)
    elif finding.code in DISAGREEING or _of_a_section(finding):
        yield from (_at(span) for span, _ in finding.related)
    elif finding.code == OF_A_PROGRAM:
        yield from (span.file for span, _ in finding.related)
    elif finding.code in REPEATED:
        yield finding.code, finding.message, finding.span.file


def _at(span: Span) -> Hashable:
    return span.file, span.line, span.column


def _away_from_its_cause(finding: Diagnostic) -> bool:
    """Where a test stands in another file than the example, that file has the cause."""
    return bool(finding.related) and finding.related[0][0].file != finding.span.file
