"""`wiser lint --fix` and `--add-examples`: a document with its sure fixes in it, or with the examples that it lacks.

Every other byte stays as it is: comments, ends of lines, a byte order mark.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from wiser_compiler.commands.possible import tells
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Diagnostic, Fix, Report, flat
from wiser_compiler.files import read_bytes
from wiser_compiler.linting.bounds import Lacking, Tells, Told
from wiser_compiler.linting.checks import nobody
from wiser_compiler.linting.library import document_of
from wiser_compiler.linting.published import read_published
from wiser_compiler.reading.document import folder_of, kind_of, read_document, read_tree
from wiser_compiler.reading.syntax import MOST_BYTES, Items, Node, Table, Text
from wiser_compiler.writing import replace

MOST_ROUNDS = 100  # a fix may bring to light what another one mends
BOM = "\ufeff"
MARK = "unconfirmed: yes"

# The document that some bytes are, read and checked, with what was found.
Reads: TypeAlias = Callable[[bytes], Report]


class Change(NamedTuple):
    """What was written into a document: a line, and what it is about."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}"


def mended(path: Path, data: bytes, adding: Tells | None) -> tuple[bytes, list[Change]]:
    """A document with its sure fixes, `changes:` begun, and the examples that it lacks if `adding` finds them."""
    after, changes = fixed(data, path.as_posix(), lambda read: _checked(path, read, nobody))
    after, begun = _with_changes(path, after)
    changes += begun
    for _ in range(2 if adding is not None else 0):  # others are told by a base that is written first
        before = after
        after, added = with_examples(path, before, _checked(path, before, adding or nobody).sorted())
        changes += added
        if after == before:
            break
    return after, changes


def mend_files(paths: Iterable[Path], adding: Tells | None, left_alone: Callable[[str], object]) -> Iterator[Change]:
    """Mend files, and write those that change. A published document is left alone, and one that is edited meanwhile.

    Raises OSError with the name of a file that cannot be written.
    """
    pending = list(paths)
    written: dict[Path, int] = {}
    told: set[Change] = set()
    again = True
    while again:  # a document may be mended further when one that it names was mended
        again = False
        for path in list(pending):
            try:
                data = read_bytes(path, MOST_BYTES)
            except OSError:
                continue  # a finding says so
            after, changes = mended(path, data, adding)
            if after == data:
                yield from (change for change in changes if change not in told)
                told.update(changes)
                continue
            if f"{path.absolute().parent.name}@{path.stem}" in read_published(folder_of(path), Report()):
                pending.remove(path)
                left_alone(f"{path.as_posix()} is published, and is left as it is")
            elif read_bytes(path, MOST_BYTES) != data:
                pending.remove(path)
                left_alone(f"{path.as_posix()} was edited meanwhile, and is left as it is")
            else:
                replace(path, after)
                written[path] = written.get(path, 0) + 1
                again = again or written[path] < MOST_ROUNDS
                yield from changes


def _checked(path: Path, data: bytes, tells: Tells) -> Report:
    report = Report()
    document_of(path, data, report, tells=tells)
    return report


# ---------------------------------------------------------------- fixes


def fixed(data: bytes, file: str, reads: Reads) -> tuple[bytes, list[Change]]:
    """A document with its sure fixes, round by round, until none is left or a round gives an earlier text again."""
    changes: list[Change] = []
    seen = {data}
    for _ in range(MOST_ROUNDS):
        after, done = _one_round(data, file, reads(data))
        if not done or after in seen:
            break
        seen.add(after)
        data, changes = after, changes + done
    return data, changes


def _one_round(data: bytes, file: str, report: Report) -> tuple[bytes, list[Change]]:
    chosen = _apart([one for one in flat(report.sorted()) if _sure(one) and one.fix and one.fix.span.file == file])
    if not chosen:
        return data, []
    lines = data.decode("utf-8").split("\n")
    changes = []
    for finding, fix in sorted(chosen, key=lambda each: each[1].span, reverse=True):
        before = lines[fix.span.line - 1]
        ahead = int(fix.span.line == 1 and before.startswith(BOM))  # columns are counted behind the mark
        start, end = fix.span.column - 1 + ahead, fix.span.end - 1 + ahead
        lines[fix.span.line - 1] = before[:start] + fix.text + before[end:]
        words = f"`{before[start:end]}` is now `{fix.text}` ({finding.code})"
        changes.append(Change(file, fix.span.line, words))
    return "\n".join(lines).encode("utf-8"), changes[::-1]


def _sure(finding: Diagnostic) -> bool:
    return finding.fix is not None and finding.fix.sure and "\n" not in finding.fix.text


def _apart(findings: Sequence[Diagnostic]) -> list[tuple[Diagnostic, Fix]]:
    """The fixes of one round: of several at one place the first, and none where they do not agree."""
    by_fix: dict[Fix, Diagnostic] = {}
    for finding in findings:
        if finding.fix is not None:
            by_fix.setdefault(finding.fix, finding)
    return [
        (finding, fix)
        for fix, finding in by_fix.items()
        if not any(fix is not other and _meet(fix, other) for other in by_fix)
    ]


def _meet(one: Fix, other: Fix) -> bool:
    same_line = one.span.line == other.span.line
    return same_line and one.span.column < other.span.end and other.span.column < one.span.end


# ---------------------------------------------------------------- changes


def _with_changes(path: Path, data: bytes) -> tuple[bytes, list[Change]]:
    """A later version of a policy with `changes:` begun, if it has none; what is different is the author's to say."""
    tree = read_tree(path, data, Report())
    if tree is None or kind_of(tree) != "policy" or tree.get("changes") is not None or not _begins(tree):
        return data, []
    trees = [read_document(other, Report()) for other in path.parent.glob("*.yaml") if other != path]
    before = max((one for one in trees if one and "" < _begins(one) < _begins(tree)), key=_begins, default=None)
    key = next((entry.key.span for entry in tree.entries if entry.key.text == "sources"), None)
    version = before.get("version") if before else None
    if key is None or not isinstance(version, Text):
        return data, []
    lines = data.decode("utf-8").split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    lines[key.line - 1 : key.line - 1] = [f"changes:{end}", f'  from: "{version.text}"{end}', end]
    words = f"`changes:` is begun; `wiser diff` prints what is different from {version.text}"
    return "\n".join(lines).encode("utf-8"), [Change(path.as_posix(), key.line, words)]


def _begins(document: Table) -> str:
    """The first day of a version, or an empty text."""
    effective = document.get("effective")
    day = effective.get("from") if isinstance(effective, Table) else None
    return day.text if isinstance(day, Text) else ""


# ---------------------------------------------------------------- examples


class Addition(NamedTuple):
    """New `lines` for a document, to stand after its first `behind` lines.

    `changes` says what they add, or why there is nothing to add.
    """

    behind: int
    lines: tuple[str, ...]
    changes: tuple[Change, ...]


def proposed(path: Path, text: str, line: int, column: int) -> tuple[int, tuple[str, ...]] | None:
    """The examples that are missing for the bound, the clock or the document at a place, as lines to add.

    The first value says after how many lines of the document they stand. None where no example is found.
    """

    def here(policy: Policy, lacking: Lacking, names: Collection[str]) -> Told:
        span = policy.span if lacking is None else lacking.span
        return tells(policy, lacking, names) if (span.line, span.column) == (line, column) else Told(None)

    data = text.encode("utf-8", "replace")
    found = addition(path, data, _checked(path, data, here).sorted())
    return (found.behind, found.lines) if found and found.lines else None


def with_examples(path: Path, data: bytes, findings: Sequence[Diagnostic]) -> tuple[bytes, list[Change]]:
    """A document with the examples that findings propose, each marked as unconfirmed."""
    added = addition(path, data, findings)
    if added is None or not added.lines:
        return data, [*added.changes] if added else []
    lines = data.decode("utf-8").split("\n")
    number, new = added.behind, list(added.lines)
    end = "\r" if lines[0].endswith("\r") else ""
    if number == len(lines):  # the last line has no end, and still has none
        lines[-1] += end
        new = [*(f"{line}{end}" for line in new[:-1]), new[-1]]
    else:
        new = [f"{line}{end}" for line in new]
    return "\n".join([*lines[:number], *new, *lines[number:]]).encode("utf-8"), list(added.changes)


def addition(path: Path, data: bytes, findings: Sequence[Diagnostic]) -> Addition | None:
    """What to write so that a document has the examples that findings propose: at the end of its cases, or at its own.

    None where nothing is proposed.
    """
    file = path.as_posix()
    proposals = [one.proposal for one in findings if one.proposal and one.span.file == file]
    tree = read_tree(path, data, Report()) if proposals else None
    if tree is None:
        return None
    lines = data.decode("utf-8").replace("\r\n", "\n").split("\n")
    if (base := proposals[0]).startswith("examples:"):
        end = len(lines) - (lines[-1] == "")
        new = ["", *base.split("\n"), f"    {MARK}"]
        return Addition(end, tuple(new), (Change(file, end + 2, "added a base example, unconfirmed"),))
    if (odd := _unwritable(tree, lines)) is not None:
        why = "no example is written into brackets; begin each case on a line of its own, with `- name:`"
        return Addition(0, (), (Change(file, odd.span.line, why),))
    examples = tree.get("examples")
    assert isinstance(examples, Table)
    head, indent, number = _end_of_cases(examples, lines)
    new, changes = [*head], []
    for proposal in proposals:
        written = [*proposal.split("\n"), f"      {MARK}"]
        name = written[0].partition("name: ")[2]
        changes.append(Change(file, number + len(new) + 1, f"added the example {name}, unconfirmed"))
        new += [" " * indent + line[4:] for line in written]
    return Addition(number, tuple(new), tuple(changes))


def _unwritable(document: Table, lines: Sequence[str]) -> Node | None:
    """What no example can be added to by a line: examples in brackets, or none."""
    examples = document.get("examples")
    if not isinstance(examples, Table) or not examples.entries or _in_brackets(examples, lines):
        return examples or document
    cases = examples.get("cases")
    written = isinstance(cases, Items) and cases.items and not _in_brackets(cases, lines)
    return None if cases is None or written else cases


def _end_of_cases(examples: Table, lines: Sequence[str]) -> tuple[list[str], int, int]:
    """Lines to write first, the columns in front of a case, and the number of lines before it."""
    cases = examples.get("cases")
    if isinstance(cases, Items):
        return [], cases.span.column - 1, _end_below(lines, cases.items[-1].span.line, cases.span.column)
    column = examples.entries[0].key.span.column
    end = _end_below(lines, examples.entries[-1].key.span.line, column)
    return [f"{' ' * (column - 1)}cases:"], column + 1, end


def _in_brackets(node: Node, lines: Sequence[str]) -> bool:
    return lines[node.span.line - 1][node.span.column - 1 : node.span.column] in ("{", "[")


def _end_below(lines: Sequence[str], line: int, column: int) -> int:
    """The last line with content that belongs to what begins on a line, at a column: all below it is further right."""
    end = line
    for number in range(line + 1, len(lines) + 1):
        content = lines[number - 1].strip(" ")
        if content and len(lines[number - 1]) - len(lines[number - 1].lstrip(" ")) < column:
            break
        end = number if content else end
    return end
