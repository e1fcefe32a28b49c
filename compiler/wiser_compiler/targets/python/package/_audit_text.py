"""The summary of an audit as a table for people, and the progress of one that runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wiser_policies._audit_summary import CAUTION, SMALL, VERDICTS
from wiser_policies._lines import wrapped
from wiser_policies._program import visible

NARROW = 80  # columns
MOST_GAPS = 15  # facts that are listed for each version
FEW = 3  # versions that are shown whole
OF_MANY = 5  # criteria, and facts, of each one where there are more


def counted(number: int) -> str:
    """A count as people read it, with a mark where it is small."""
    return f"{number:,}{'*' if 0 < number < SMALL else ''}"


def text(summary: Mapping[str, Any]) -> str:
    """The summary on lines."""
    return "\n".join(_lines(summary))


def _lines(summary: Mapping[str, Any]) -> Iterator[str]:
    yield from _prose(f"{summary['rows']:,} requests: {_outcomes(summary)}")
    yield from (visible(note) for note in summary["notes"])
    if summary["without_reference"]:
        yield f"{counted(summary['without_reference'])} without a reference that fits on a line"
    many = len(summary["policies"]) > FEW
    for policy in summary["policies"]:
        yield from _of_policy(policy, many)
    if many or any(len(policy["gaps"]) > MOST_GAPS for policy in summary["policies"]):
        yield ""
        yield "The page and the JSON of the summary have all criteria, and all facts."
    if summary["problems"]:
        yield ""
        yield "What makes rows invalid"
        yield from _table(
            ["rows", "place", "problem"],
            [[counted(one["rows"]), one["path"] or "/", one["code"]] for one in summary["problems"]],
        )
    if summary["against"]:
        yield from _of_another(summary["against"])
    yield ""
    if summary["has_small_counts"]:
        yield CAUTION
    yield summary["notice"]


def _of_policy(policy: Mapping[str, Any], of_many: bool) -> Iterator[str]:
    """The counts of a version; among those of many, what most often keeps a request from being ready."""
    yield ""
    yield from _prose(f"{policy['title']} ({policy['policy']} {policy['version']})")
    yield from _prose(_outcomes(policy), "  ")
    tested = [one for one in policy["criteria"] if any(one["verdicts"][verdict] for verdict in VERDICTS)]
    shown = [one for one in tested if _open(one)]
    if of_many:
        shown = sorted((one for one in shown if one["effect"] != "advisory"), key=_open, reverse=True)[:OF_MANY]
    if shown:
        rows = [
            [*(counted(one["verdicts"][verdict]) for verdict in VERDICTS), one["id"], _effect(one)] for one in shown
        ]
        yield from _table([*VERDICTS, "criterion", ""], rows)
    if not of_many and len(tested) > len(shown):
        yield f"  {len(tested) - len(shown)} more criteria are met in every row, or do not apply"
    gaps = policy["gaps"][: OF_MANY if of_many else MOST_GAPS]
    if gaps:
        yield "  To be stated still, by the number of rows"
        yield from _table(["rows", "fact", "look under"], [[counted(g["rows"]), g["fact"], g["chart"]] for g in gaps])
    left = {"criteria": len(tested) - len(shown) if of_many else 0, "facts": len(policy["gaps"]) - len(gaps)}
    if any(left.values()):
        yield f"  and {', '.join(f'{number} more {name}' for name, number in left.items() if number)}"


def _open(criterion: Mapping[str, Any]) -> int:
    """The rows in which a criterion is not met, or missing."""
    verdicts = criterion["verdicts"]
    return int(verdicts["not met"]) + int(verdicts["missing"])


def _outcomes(of: Mapping[str, Any]) -> str:
    return ", ".join(f"{counted(number)} {outcome}" for outcome, number in of["outcomes"].items())


def _effect(criterion: Mapping[str, Any]) -> str:
    return "" if criterion["effect"] == "required" else str(criterion["effect"])


def _of_another(against: Mapping[str, Any]) -> Iterator[str]:
    name = f"{against['policy']} {against['version']}"
    yield ""
    yield from _prose(
        f"Against {name}, as if both were in force: {counted(against['changed'])} of {against['compared']:,} rows"
        " change their outcome"
    )
    moved = [one for one in against["outcomes"] if one["before"] != one["after"]]
    if moved:
        yield from _table(
            ["rows", "outcome", f"by {name}"], [[counted(one["rows"]), one["before"], one["after"]] for one in moved]
        )
    if against["by"]:
        yield "  by these criteria"
        yield from _table(["rows", "criterion", "verdict", f"by {name}"], [*_by_criterion(against["by"])])


def _prose(text: str, indent: str = "") -> Iterator[str]:
    """A text on lines that a narrow terminal shows whole."""
    yield from wrapped(text, indent, f"{indent}  ", NARROW)


def _by_criterion(by: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    rows: Counter[tuple[str, str, str]] = Counter()
    for one in by:
        rows[one["criterion"], one["was"], one["now"]] += one["rows"]
    for (id, was, now), number in sorted(rows.items(), key=lambda found: (-found[1], found[0])):
        yield [counted(number), id, was, now]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns that are as wide as their cells; numbers stand on the right."""
    widths = [max(len(row[at].rstrip("*")) for row in (head, *rows)) for at in range(len(head))]
    right = [all(row[at][:1].isdigit() for row in rows) for at in range(len(head))]
    for row in (head, *rows):
        cells = [_aligned(cell, width, on) for cell, width, on in zip(row, widths, right, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()


def _aligned(cell: str, width: int, right: bool) -> str:
    """A cell in its column; the mark of a small count stands behind the numbers."""
    if not right:
        return cell.ljust(width)
    number = cell.rstrip("*")
    return number.rjust(width) + ("*" if number != cell else " ")


def progress(rows: int, done: int, total: int, read: int, seconds: float) -> str:
    """What is said while an audit runs: `rows` and `read` bytes are of this run, `done` and `total` bytes of all."""
    rate = rows / seconds if seconds > 0 else 0
    left = (total - done) * seconds / read if read else 0
    share = 100 * done / total if total else 100
    return f"{rows:,} rows, {rate:,.0f} a second, {share:.0f} %, {_time(left)} left"


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"
