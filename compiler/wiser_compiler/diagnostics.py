"""Findings: what is wrong, where, and what to write instead. This module knows nothing of policies.

A message is one sentence in lower case without a full stop, with the author's own words in backticks. `help` says what
to write instead. Every finding has a place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias


class Span(NamedTuple):
    """A stretch of one line: `column` and `end` are 1-based code points, `end` is the first one after."""

    file: str
    line: int
    column: int
    end: int


NOWHERE = Span("", 0, 0, 0)

MOST_ALIKE = 50  # findings of one code in one file that are shown to a person; the others are only counted
LONGEST_MESSAGE = 500  # characters

Severity: TypeAlias = Literal["error", "warning", "accepted"]


class Fix(NamedTuple):
    """A replacement that takes its finding away: `text` in place of what stands at `span`.

    A `sure` one needs no second look: what the author meant leaves no doubt.
    """

    span: Span
    text: str
    sure: bool = False


class Advice(NamedTuple):
    """The way out in words, and the replacement that it names: `new` in place of `old`.

    `old` is looked for where the finding points, or at `span` if that is another place. There is a `Fix` only if it
    stands there once, so that no other word of the author's is touched.
    """

    words: str
    old: str
    new: str
    span: Span = NOWHERE
    sure: bool = False


Help: TypeAlias = str | Advice


class Reason(NamedTuple):
    """Why a finding is accepted, where a source says so, and where the document accepts it."""

    because: str
    cite: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `related` are further places with a label, such as the first of two duplicates.

    `notes` are facts about it, such as a request that shows it. `fix` is what a program may write in its place,
    `proposal` the example that is missing, as YAML for `cases:`, and `consequences` are findings that follow from it.
    `about` has the names of what it is about, if the document may accept it, and `reason` says why it does. One that is
    `late` may follow from any other, so it is shown behind them.
    """

    code: str
    message: str
    span: Span
    help: str = ""
    label: str = ""
    severity: Severity = "error"
    related: tuple[tuple[Span, str], ...] = ()
    notes: tuple[str, ...] = ()
    fix: Fix | None = None
    proposal: str = ""
    consequences: tuple[Diagnostic, ...] = ()
    about: tuple[str, ...] = ()
    reason: Reason | None = None
    late: bool = False


@dataclass(slots=True)
class Report:
    """The findings of one run, those that the documents accept, and the texts they point into."""

    found: list[Diagnostic] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    accepted: list[Diagnostic] = field(default_factory=list)
    _known: set[Diagnostic] = field(default_factory=set)
    _alike: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._known.update(self.found)

    def error(
        self,
        code: str,
        message: str,
        span: Span,
        help: Help | Callable[[], Help] = "",
        label: str = "",
        related: tuple[tuple[Span, str], ...] = (),
        notes: tuple[str, ...] = (),
        about: tuple[str, ...] = (),
        proposal: str = "",
    ) -> None:
        """Add an error. An error that was added already is not repeated.

        Help that takes time to find is given as a function, which is called only for findings that are shown.
        """
        if callable(help):
            help = help() if self._alike[code, span.file] < MOST_ALIKE else ""
        words, fix = (help, None) if isinstance(help, str) else (help.words, self._fix(help, span))
        what = code, _short(message), span, _short(words), label
        self._add(Diagnostic(*what, "error", related, notes, fix, proposal, about=about))

    def accept(self, finding: Diagnostic, reason: Reason) -> None:
        """Set a finding aside: it is counted, and no error any more."""
        self.found.remove(finding)
        self.accepted.append(replace(finding, severity="accepted", reason=reason))

    def warning(self, code: str, message: str, span: Span, help: str = "") -> None:
        """Add a warning. Warnings change no exit status."""
        self._add(Diagnostic(code, _short(message), span, _short(help), severity="warning"))

    def _fix(self, advice: Advice, span: Span) -> Fix | None:
        """The replacement, if what it replaces stands once at its place."""
        place = advice.span if advice.span.line else span
        found = line_of(self.texts, place)[place.column - 1 : place.end - 1]
        if found == advice.old:
            return Fix(place, advice.new, advice.sure)
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(advice.old)}(?!\w)", found)]
        if len(places) != 1:
            return None
        column = place.column + places[0]
        return Fix(place._replace(column=column, end=column + len(advice.old)), advice.new, advice.sure)

    def _add(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self._alike[diagnostic.code, diagnostic.span.file] += 1
            self.found.append(diagnostic)

    def about(self, files: Collection[str]) -> Report:
        """The findings in some files alone."""
        accepted = [finding for finding in self.accepted if finding.span.file in files]
        return Report([finding for finding in self.found if finding.span.file in files], self.texts, accepted)

    def take(self, finding: Diagnostic) -> None:
        """Take over a finding of another run."""
        self._add(finding)

    def add(self, other: Report) -> None:
        """Take over the findings of another run."""
        for diagnostic in other.found:
            self._add(diagnostic)
        self.accepted += (finding for finding in other.accepted if finding not in self.accepted)
        self.texts.update(other.texts)

    @property
    def errors(self) -> int:
        """How many of the findings are errors, those that follow from others included."""
        return sum(finding.severity == "error" for finding in flat(self.found))

    def sorted(self) -> list[Diagnostic]:
        """The findings in the order of files and lines; first those from which others follow, last the late ones."""
        return sorted(
            self.found,
            key=lambda d: (d.late, not d.consequences, d.span.file, d.span.line, d.span.column, d.code),
        )


def flat(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Findings, each followed by those that follow from it."""
    for finding in findings:
        yield finding
        yield from flat(finding.consequences)


def _short(words: str) -> str:
    """The words of a finding, cut where they repeat a long text of an author."""
    return words if len(words) <= LONGEST_MESSAGE else f"{words[:LONGEST_MESSAGE]}..."


# Looking for a near name takes time for each name, and for each by the square of its length.
MOST_STEPS = 500_000


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help line naming the nearest known word, or the known words if they are few.

    >>> did_you_mean("pain_week", ["pain_weeks", "region"])
    'did you mean `pain_weeks`?'
    """
    words = sorted(known)
    if found := nearest(word, words):
        return f"did you mean `{found}`?"
    if len(words) == 1:
        return f"the only one is `{words[0]}`"
    return f"write one of {listed(words)}" if 0 < len(words) <= 12 else ""


def nearest(word: str, known: Iterable[str], likeness: float = 0.7) -> str:
    """The known word that a misspelt one most likely means, or an empty text.

    Words that begin otherwise need more in common: names of diseases share their endings. A word that says the
    opposite, or has another number in it, is never near.

    >>> nearest("requires", ["require", "reading"]), nearest("coagulopathy", ["myelopathy"])
    ('require', '')
    >>> nearest("unmet", ["met", "missing"])
    ''
    """
    # Names of another length are never near, and would only take time.
    alike = [other for other in sorted(known) if len(other) < 3 * len(word) and len(word) < 3 * len(other)]
    if len(alike) * len(word) ** 2 > MOST_STEPS:
        return ""
    begin = [other for other in alike if other[:1].lower() == word[:1].lower()]
    found = get_close_matches(word, begin, 1, likeness) or get_close_matches(word, alike, 1, max(likeness, 0.82))
    return found[0] if found and not _another(word, found[0]) else ""


def _another(word: str, other: str) -> bool:
    """The two look alike and are none the less two words."""
    return opposite(word, other) or re.findall("[0-9]+", word) != re.findall("[0-9]+", other)


# Each takes the place of the other, and turns what is said around.
_OPPOSITES = (
    ("most", "least"), ("more", "less"), ("above", "below"), ("before", "after"), ("earliest", "latest"),
    ("fell", "rose"), ("with", "without"), ("some", "none"), ("any", "none"), ("all", "none"), ("same", "different"),
    ("left", "right"), ("upper", "lower"), ("increase", "decrease"),
)  # fmt: skip
_NEGATIONS = ("un", "in", "im", "non", "not", "no", "dis", "ab")


def opposite(word: str, other: str) -> bool:
    """The two differ by nothing but what turns a meaning around, as `unmet` and `met` do.

    >>> opposite("at_most", "at_least"), opposite("stable", "unstable"), opposite("stabel", "stable")
    (True, True, False)
    """
    one, two = (re.split("[ _-]+", each.lower()) for each in (word, other))
    if len(one) == len(two) and (turned := [{a, b} for a, b in zip(one, two, strict=True) if a != b]):
        return all(pair in map(set, _OPPOSITES) for pair in turned) or all(_negated(pair) for pair in turned)
    shorter, longer = sorted((one, two), key=len)
    return any([*shorter[:at], extra, *shorter[at:]] == longer for extra in ("not", "no", "non", "without")
               for at in range(len(shorter) + 1))  # fmt: skip


def _negated(pair: set[str]) -> bool:
    shorter, longer = sorted(pair, key=len)
    return any(f"{sign}{shorter}" == longer for sign in _NEGATIONS) or (len(shorter) > 6 and f"a{shorter}" == longer)


def near(word: str, known: Iterable[str], otherwise: str = "") -> Callable[[], Help]:
    """The help of `did_you_mean`, or else another help, as a function that is called only if the finding is shown."""

    def help() -> Help:
        words = sorted(known)
        if found := nearest(word, words):
            sure = nearest(word, words, SURE) == found and not nearest(word, set(words) - {found}, SURE)
            return Advice(f"did you mean `{found}`?", word, found, sure=sure)
        return did_you_mean(word, words) or otherwise

    return help


SURE = 0.85  # likeness of a word that is misspelt by a letter or two


def listed(words: Sequence[str], joint: str = "or", mark: str = "`") -> str:
    """Words as people list them, by default in backticks: `a`, `b` or `c`."""
    quoted = [f"{mark}{word}{mark}" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its word: 1 error, 2 errors."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def line_of(texts: Mapping[str, str], span: Span) -> str:
    """The source line a span points into, or an empty text."""
    lines = lines_of(texts, span.file)
    return lines[span.line - 1].rstrip("\r") if 0 < span.line <= len(lines) else ""


def lines_of(texts: Mapping[str, str], file: str) -> Sequence[str]:
    """The lines of a file, or one empty line where its text is not known."""
    return _lines(texts.get(file, ""))


@lru_cache(4)  # one file may have many findings
def _lines(text: str) -> list[str]:
    return text.split("\n")
