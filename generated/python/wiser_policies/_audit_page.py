"""The summary of an audit as a page: one file with plots and tables, and nothing from elsewhere.

It has no script, and its content security policy names its one style sheet by its hash and forbids everything else.
Each plot has its numbers beside it, so that nothing is told by colour or length alone.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Any

from wiser_policies._audit_summary import CAUTION, VERDICTS
from wiser_policies._audit_text import counted

WIDTH, HEIGHT = 240, 14  # of a bar, in the units of its picture

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1b1b1b; --soft: #4a4a4a; --ground: #fcfcfa; --card: #ffffff; --thin: #d9d9d4;
  --good: #1d6134; --open: #b87a00; --bad: #9b1c1c; --none: #b9b9b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f0f0ec; --soft: #c4c4be; --ground: #161616; --card: #1f1f1f; --thin: #3b3b38;
    --good: #5fae78; --open: #e0b25a; --bad: #e8786f; --none: #5c5c58;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); }
body { font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .25rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.soft, caption { color: var(--soft); font-size: .9rem; text-align: left; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; background: var(--card); margin: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .2rem .6rem; font-weight: normal; }
th, td { border-bottom: 1px solid var(--thin); }
thead th { font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; width: 15rem; height: .875rem; margin-top: .3rem; }
.key svg { display: inline; width: .8rem; height: .8rem; margin: 0; }
.key span { margin-right: 1rem; white-space: nowrap; }
.good { fill: var(--good); } .open { fill: var(--open); } .bad { fill: var(--bad); } .none { fill: var(--none); }
@media print { :root { color-scheme: light; } body { font-size: 10pt; } tr { break-inside: avoid; } }
"""
LOOK = {
    "ready": "good", "in scope": "good", "met": "good", "incomplete": "open", "cannot tell yet": "open",
    "missing": "open", "not met": "bad", "invalid": "bad", "out of scope": "none", "not applicable": "none",
}  # fmt: skip


def page(summary: Mapping[str, Any]) -> str:
    """The page as HTML."""
    digest = b64encode(sha256(STYLE.encode()).digest()).decode("ascii")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
        f""" content="default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">\n"""
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Audit of requests</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{''.join(_parts(summary))}</main>\n</body>\n</html>\n"
    )


def _parts(summary: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h1>Audit of {summary['rows']:,} requests</h1>\n"
    yield f'<p class="soft">{escape(summary["notice"])}</p>\n'
    if summary["has_small_counts"]:
        yield f"<p><strong>{escape(CAUTION)}</strong></p>\n"
    yield from (f"<p>{escape(note)}</p>\n" for note in summary["notes"])
    if summary["without_reference"]:
        yield f"<p>{counted(summary['without_reference'])} rows without a reference that fits on a line</p>\n"
    yield f"<h2>Outcomes</h2>\n{_shares('outcome', summary['outcomes'], summary['rows'])}"
    files = [[escape(one["file"]), _number(one["rows"])] for one in summary["files"]]
    yield _table("Files", ["file", "rows"], files)
    for policy in summary["policies"]:
        yield from _policy(policy)
    if summary["problems"]:
        most = max(one["rows"] for one in summary["problems"])
        yield "<h2>What makes rows invalid</h2>\n"
        yield _table(
            "A place in a request, and the kind of its problem",
            ["place", "problem", "rows", ""],
            [
                [
                    escape(one["path"] or "/"),
                    escape(one["code"]),
                    _number(one["rows"]),
                    _bar([("bad", one["rows"])], most),
                ]
                for one in summary["problems"]
            ],
        )
    if summary["against"]:
        yield from _against(summary["against"])


def _policy(policy: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2>{escape(policy['title'])}</h2>\n"
    yield (
        f'<p class="soft">{escape(policy["policy"])} {escape(policy["version"])}, in force from'
        f" {escape(policy['as_of'])}; meaning {escape(policy['meaning'])}</p>\n"
    )
    yield _shares("outcome", policy["outcomes"], policy["rows"])
    tested = [one for one in policy["criteria"] if any(one["verdicts"].values())]
    if tested:
        total = sum(tested[0]["verdicts"].values())
        yield f'<h3>Criteria</h3>\n<p class="key">{"".join(map(_key, VERDICTS))}</p>\n'
        yield _table(
            "Valid requests by the verdict of each criterion",
            ["criterion", "effect", "", *VERDICTS],
            [_criterion(one, total) for one in tested],
        )
    if policy["gaps"]:
        yield "<h3>To be stated still</h3>\n"
        yield _table(
            "Facts that an open criterion of scope or requirement waits for, by the number of requests",
            ["question", "look under", "requests", ""],
            [
                [
                    escape(gap["ask"] or gap["fact"]), escape(gap["chart"]), _number(gap["rows"]),
                    _bar([("open", gap["rows"])], policy["rows"]),
                ]
                for gap in policy["gaps"]
            ],
        )  # fmt: skip


def _criterion(one: Mapping[str, Any], total: int) -> list[str]:
    found = one["verdicts"]
    title = f'{escape(one["title"])} <span class="soft">{escape(one["id"])}</span>'
    bar = _bar([(LOOK[verdict], found[verdict]) for verdict in VERDICTS], total)
    return [title, escape(one["effect"]), bar, *(_number(found[verdict]) for verdict in VERDICTS)]


def _against(against: Mapping[str, Any]) -> Iterator[str]:
    name = f"{escape(against['policy'])} {escape(against['version'])}"
    yield f"<h2>Against {name}</h2>\n"
    yield (
        f"<p>{counted(against['changed'])} of {against['compared']:,} requests change their outcome, as if both"
        " versions were in force.</p>\n"
    )
    moved = [one for one in against["outcomes"] if one["before"] != one["after"]]
    if moved:
        most = max(one["rows"] for one in moved)
        rows = [
            [
                *(escape(one[key]) for key in ("before", "after")),
                _number(one["rows"]),
                _bar([(LOOK[one["after"]], one["rows"])], most),
            ]
            for one in moved
        ]
        yield _table("Outcomes that change", ["outcome", f"by {name}", "requests", ""], rows)
    if against["by"]:
        rows = [
            [escape(one[key]) for key in ("criterion", "was", "now", "before", "after")] + [_number(one["rows"])]
            for one in against["by"]
        ]
        yield _table(
            "By which criteria", ["criterion", "verdict", f"by {name}", "outcome", f"by {name}", "requests"], rows
        )


# ---------------------------------------------------------------- pieces


def _shares(what: str, found: Mapping[str, int], total: int) -> str:
    """A table of parts of a whole, each with its bar."""
    rows = [
        [escape(name), _number(number), _Numeric(_percent(number, total)), _bar([(LOOK[name], number)], total)]
        for name, number in found.items()
    ]  # fmt: skip
    return _table(f"Requests by {what}", [what, "requests", "share", ""], rows)


def _percent(number: int, total: int) -> str:
    return f"{100 * number / total:.1f} %" if total else ""


class _Numeric(str):
    """The text of a cell that is a number, so that it stands on the right."""

    __slots__ = ()


def _number(number: int) -> str:
    return _Numeric(counted(number))


def _key(verdict: str) -> str:
    box = f'<svg viewBox="0 0 1 1" aria-hidden="true"><rect class="{LOOK[verdict]}" width="1" height="1"/></svg>'
    return f"<span>{box} {escape(verdict)}</span>"


def _bar(parts: Sequence[tuple[str, int]], total: int) -> str:
    """A bar of parts of a total. Its numbers stand in the same row, so nobody has to see the bar."""
    at, drawn = 0.0, ""
    for look, number in parts:
        width = WIDTH * number / total if total else 0
        if width:
            drawn += f'<rect class="{look}" x="{at:.2f}" width="{width:.2f}" height="{HEIGHT}"/>'
        at += width
    picture = f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true"'
    return f"<svg {picture}>{drawn}</svg>"


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in head)
    body = "".join(f"<tr>{''.join(map(_data, range(len(row)), row))}</tr>\n" for row in rows)
    return (
        f'<div class="wide"><table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table></div>\n"
    )


def _data(at: int, cell: str) -> str:
    if isinstance(cell, _Numeric):
        return f'<td class="n">{cell}</td>'
    return f'<th scope="row">{cell}</th>' if at == 0 else f"<td>{cell}</td>"
