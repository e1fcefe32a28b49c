"""Lints on the sentences of the printed sheet: they say what their criteria ask, in words that staff read in one go."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wiser_compiler.core.criterion_ids import IN_FORCE, LISTED_CODE
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Criterion, Documented, Expr, Fact, Piece, Policy, Sentence, SheetLine, YesNo
from wiser_compiler.core.sheet import (
    NUMBER,
    assigned,
    distinct,
    facts_of,
    groups,
    numbered,
    of_fact,
    of_group,
    part_of,
    parts_of,
    prints_number,
    sheet_of,
)
from wiser_compiler.core.sheet_joints import odd_joints
from wiser_compiler.core.sheet_tests import Tested, counted, is_list, limit_words, number_words, tests_of, worked_out
from wiser_compiler.core.words import label_of
from wiser_compiler.diagnostics import NOWHERE, Report, Span, lines_of, listed
from wiser_compiler.reading.sheet import Places

LONGEST = {"table": 190, "lines": 290, "yes_no": 130}  # letters: three lines of their column, or one


def sheet_differs(policy: Policy, report: Report) -> None:
    """Every sentence names the tests of its criteria, and joins them as they are joined."""
    skips = {part.id: part.skip for part in parts_of(policy.sheet)}
    for group in groups(policy):
        lines = [line for line in group[0].sheet.lines if line.says]
        if lines and group[0].origin != "program":
            parts = {part_of(group[0], line, policy.sheet) for line in lines}
            skipped = frozenset(piece.fact for id in parts for piece in skips.get(id, ()))
            _Sentences(group, lines, skipped, facts_of(policy), report).check()


@dataclass(frozen=True)
class _Sentences:
    """The sentences that speak for some criteria, and the facts by which their part is left out (`skipped`)."""

    group: Sequence[Criterion]
    lines: Sequence[SheetLine]
    skipped: frozenset[str]
    facts: Mapping[str, Fact]
    report: Report

    def check(self) -> None:
        tests = [one for one in tests_of(self.group) if not (one.facts and one.facts[0].name in self._listed)]
        whole = tuple(piece for line in self.lines for piece in line.says)
        for test in tests:
            self._named(test, tests, whole)
        for line in self.lines:
            self._once(line.says, tests)
            for odd in odd_joints(line.says, self.group):
                self._joined(odd.between.word, odd.join, odd.between.left, odd.between.right)
        for piece, found in zip(whole, assigned(whole, tests), strict=True):
            if piece.fact and piece.fact not in self._listed:
                self._stands_for(piece, found, tests)
        if self.group[0].id != IN_FORCE:  # which the compiler words: other bounds on the day of receipt are wider
            self._numbers(whole, tests)
            self._counts(whole, tests)
        self._guarded(whole)
        self._denied(tests)

    def error(self, message: str, span: Span, help: str) -> None:
        self.report.error("sheet-differs", message, span, help)

    @property
    def _listed(self) -> list[str]:
        """The fact that the compiler has words for: the codes of the policy."""
        return ["codes"] if self.group[0].id == LISTED_CODE else []

    @property
    def _where(self) -> Span:
        """Where the first sentence stands; of one that the compiler made, its first words of an author."""
        spans = (piece.span for line in self.lines for piece in line.says if piece.span != NOWHERE)
        return next(spans, self.group[0].span)

    # ------------------------------------------------------------ every test once

    def _named(self, test: Tested, tests: Sequence[Tested], whole: Sentence) -> None:
        """A test that no piece names."""
        named = {piece.fact for piece in whole} | self.skipped
        some = {self.facts[name].row_of for name in named if name in self.facts and (test.bare or not test.limits)}
        for fact in test.facts:
            if fact.name not in named | some:
                asked = f" ({limit_words(test)})" if limit_words(test) else ""
                message = f"the sentence does not speak of `{fact.name}`{asked}, which the criterion tests"
                self.error(
                    message, self._where, f"say it where it belongs, such as `{{{fact.name}: the words that mean it}}`"
                )
                return
        for fact in test.facts[:1]:
            answers = _answers(fact, of_fact(tests, fact.name), test)
            named_items = [piece.item for piece in whole if piece.fact == fact.name and piece.item]
            as_a_whole = any(piece.fact == fact.name and not piece.item and piece.kind != "blank" for piece in whole)
            lost = [item for item in answers if item not in named_items]
            if named_items and lost and not (as_a_whole and len(lost) == len(answers)):
                words = listed([f"{fact.name}.{item}" for item in lost], "and")
                self.error(f"the sentence names answers of `{fact.name}`, and not {words}", self._where,
                           f"add `[{fact.name}.{lost[0]}: {label_of(fact, lost[0])}]` too")  # fmt: skip

    def _once(self, sentence: Sentence, tests: Sequence[Tested]) -> None:
        """A test that is named again in one sentence."""
        seen: dict[tuple[str, str, bool], int] = {}
        for piece in sentence:
            if not piece.fact or piece.kind == "blank" or piece.fact in self._listed:
                continue
            key = piece.fact, piece.item, not piece.words  # "[pain: pain for] {pain}" has the words and the number
            seen[key] = seen.get(key, 0) + 1
            most = 1 if piece.item else max(1, len(of_fact(tests, piece.fact)))
            if seen[key] == most + 1:
                name = f"{piece.fact}.{piece.item}" if piece.item else piece.fact
                self.error(f"the sentence names `{name}` more often than the criterion tests it", piece.span,
                           "say it once")  # fmt: skip

    def _stands_for(self, piece: Piece, test: Tested | None, tests: Sequence[Tested]) -> None:
        """A place that has nothing to stand for, or nothing to print."""
        fact = self.facts.get(piece.fact)
        if piece.kind == "blank":
            if piece.worked_out and (test is None or worked_out(test) is None):
                self.error(f"nothing is worked out for `{piece.fact}` here", piece.span,
                           f"write `___({piece.fact})`, or `___`")  # fmt: skip
            elif fact is not None and is_list(fact) and (test is None or counted(test) is None):
                self.error(f"`{piece.fact}` is a list, and the criterion does not count it", piece.span,
                           "name a field of the list, or write `___`")  # fmt: skip
        elif test is None:
            tested = sorted({fact.name for each in tests for fact in each.facts})
            self.error(f"`{piece.fact}` is not tested here", piece.span,
                       f"name what the criterion tests: {listed(tested, 'or')}")  # fmt: skip
        elif piece.kind == "tick" and fact and isinstance(fact.type, YesNo) and isinstance(test.expr, Documented):
            self.error(f"a tick before the words of `{piece.fact}` does not tell a yes from a no: either one is enough",
                       piece.span, f"leave the box out: `{{{piece.fact}: {piece.words or 'words'}}}`")  # fmt: skip
        elif NUMBER in piece.words and not number_words(test):
            self.error(f"the test of `{piece.fact}` has no number for `{NUMBER}`", piece.span, "write words alone")
        elif not piece.words and not limit_words(test):
            self.error(f"the test of `{piece.fact}` has no number and no answers to print", piece.span,
                       f"use words, such as `{{{piece.fact}: the words that mean it}}`")  # fmt: skip

    # ------------------------------------------------------------ numbers

    def _numbers(self, whole: Sentence, tests: Sequence[Tested]) -> None:
        """Numbers of tests that are printed nowhere, and places of which it is unclear which number they print."""
        for name in dict.fromkeys(fact.name for test in tests for fact in test.facts[:1]):
            own = [test for test in of_fact(tests, name) if test.limits and not test.bare]
            here = [piece for piece in whole if piece.fact == name and prints_number(piece)]
            also = {fact.name for test in own for fact in test.facts} - {name}
            here_too = [piece for piece in whole if piece.fact in also and prints_number(piece)]
            each = distinct(own)
            if not each or here_too:
                continue
            at = next((piece.span for piece in whole if piece.fact == name), self._where)
            numbers = listed([limit_words(test) for test in each], "and", "")
            if not here:
                self.error(f"the sentence has words for `{name}`, and not its number ({numbers})", at,
                           f"write `{{{name}}}`, or `{NUMBER}` in its words where the number belongs")  # fmt: skip
            elif len(each) > 1 and len(here) not in (len(each), len(numbered(own))):
                self.error(f"`{name}` has {len(each)} numbers here ({numbers}), and the sentence prints {len(here)}",
                           here[-1].span, f"name `{{{name}}}` once for each, in this order")  # fmt: skip

    def _counts(self, whole: Sentence, tests: Sequence[Tested]) -> None:
        """How many of a group are asked for."""
        counts = [test for test in tests if not test.facts]
        here = [piece for piece in whole if of_group(piece)]
        lacking = [test for test in counts if not test.bare][len(here) :]
        if lacking:
            self.error(f"the criterion asks for {limit_words(lacking[0])} of a group, and the sentence does not say so",
                       self._where, "put `{#} of` before the group")  # fmt: skip
        elif here and not counts:
            self.error("no group asks for so many here", here[0].span, "say `one of` or `all of`")

    # ------------------------------------------------------------ connectives

    def _joined(self, word: str, join: str, left: Piece, right: Piece) -> None:
        """A word that joins otherwise than the criterion."""
        here = {"all": "all are asked for", "any": "one is enough", "some": "some of them are enough"}[join]
        other = {"all": "and", "any": "or", "some": "or"}[join]
        names = " and ".join(f"`{_name(piece)}`" for piece in (left, right))
        self.error(f"the sentence says “{word}” between {names}, and in the criterion {here}", right.span,
                   f"write “{other}”, or join the tests otherwise")  # fmt: skip

    def _guarded(self, whole: Sentence) -> None:
        """A condition or an exception that is named, and no word says that it is one."""
        text = _plain(whole)
        for criterion in self.group:
            cases = ((criterion.applies_when, _IF, "where it applies"), (criterion.unless, _UNLESS, "an exception"))
            for part, words, what in cases:
                if part is None or words.search(text):
                    continue
                names = {fact.name for test in tests_of([_only(criterion, part)]) for fact in test.facts}
                named = [piece for piece in whole if piece.fact in names - self.skipped]
                if named:
                    self.error(f"`{_name(named[0])}` is {what}, and the sentence does not say so", named[0].span,
                               f"write {_HOW[what]} before it")  # fmt: skip

    def _denied(self, tests: Sequence[Tested]) -> None:
        """Something that must not be so, without a word that denies it; or the other way round."""
        for line in self.lines:
            before = ""
            for piece, test in zip(line.says, assigned(line.says, tests), strict=True):
                if test is not None and piece.kind in ("place", "tick") and piece.words and _answered(test, piece):
                    wants_no = test.denied != (test.wanted == (False,))
                    if wants_no and not _DENIAL.search(f"{before} {piece.words}"):
                        self.error(f"the criterion denies `{_name(piece)}`, and the sentence affirms it", piece.span,
                                   "write “not”, “no” or “none of”")  # fmt: skip
                    elif not wants_no and _DENIED_NEXT.search(before):
                        self.error(f"the criterion affirms `{_name(piece)}`, and the sentence denies it", piece.span,
                                   "leave out the word that denies it")  # fmt: skip
                before = f"{before} {piece.words}"


_IF = re.compile(r"(?i)\b(?:if|for|only|when(?:ever)?|where(?:ver)?|with|at|after|before|beyond|during|once)\b")
_UNLESS = re.compile(r"(?i)\b(?:or|unless|except|if|only|instead|otherwise)\b")
_HOW = {"where it applies": "“if”, “for” or “only”", "an exception": "“or”, “unless” or “except”"}
_DENIAL = re.compile(
    r"(?i)\b(?:no|not|none|nor|never|neither|without|only|free|absent|ruled out|other than|un\w+|non\w*)\b"
)
_DENIED_NEXT = re.compile(r"(?i)\b(?:no|not|never|none of:?)\W*$")


def _answered(test: Tested, piece: Piece) -> bool:
    """A yes or a no is asked for: of a question, or of an item of findings."""
    of_item = piece.item in test.wanted and bool(piece.item)
    return not isinstance(test.expr, Documented) and (of_item or isinstance(next(iter(test.wanted), ""), bool))


def _answers(fact: Fact, own: Sequence[Tested], test: Tested) -> list[str]:
    """The answers that a test speaks of: those that it names, or all where no test names any."""
    if isinstance(test.expr, Documented) and len(own) == 1:
        return [option.id for option in kind_of(fact.type).options]
    return [item for item in test.wanted if isinstance(item, str)]


def _only(criterion: Criterion, part: Expr) -> Criterion:
    """The criterion with one of its parts alone."""
    return replace(criterion, require=part, applies_when=None, unless=None)


def _name(piece: Piece) -> str:
    return f"{piece.fact}.{piece.item}" if piece.item else piece.fact


def _plain(sentence: Iterable[Piece]) -> str:
    return " ".join(piece.words for piece in sentence)


# ---------------------------------------------------------------- the words themselves

_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety|hundred|half"
    "|twice|double|dozen|quarter"
)
# Digits within a name are none: T12-L1, 13X, C5271, and codes of five digits.
_TYPED = re.compile(rf"(?i)\b(?:{_NUMBER_WORDS})\b|(?<![\w-])[0-9][0-9.,/%]*(?![\w-])")
_AMOUNT = re.compile(rf"\b([0-9.]+|{_NUMBER_WORDS}) ((?!or\b|of\b|and\b|to\b|in\b)[a-z]+)")
_NAMES = re.compile(r"(?<![\w.])[0-9]{5}(?![\w.])|\([0-9]{2}\)")
_NEVER = re.compile(
    r"(?i)\b(?:necessar\w+|necessit\w+|likely to be|record number|qualif\w+|eligib\w+|entitle\w*|true|false"
    r"|guarantee\w*)\b"
)


def sheet_wording(policy: Policy, report: Report) -> None:
    """No number is typed, no line is too long, no word says what the sheet never says, and no words mean two facts."""
    facts = facts_of(policy)
    bounds = {number_words(test).lower() for test in tests_of(policy.criteria)}
    for sentence in _sentences(policy):
        asks = " ".join(facts[piece.fact].ask for piece in sentence if piece.fact in facts).lower()
        asked = {f"{one[1]} {one[2]}" for one in _AMOUNT.finditer(asks)} - bounds
        for piece in sentence:
            if piece.kind != "blank" and piece.span.file == policy.span.file:
                _wording(piece, asked, report)
    _too_long(policy, report)
    _same_words(policy, report)


def _sentences(policy: Policy) -> Iterator[Sentence]:
    """Every sentence that this document has."""
    for criterion in policy.criteria:
        if criterion.origin != "program":
            yield from (line.says for line in criterion.sheet.lines)
    yield from (part.skip for part in policy.sheet.parts if part.span.file == policy.span.file)
    if policy.program:
        told = (*policy.for_staff.sending, *policy.for_staff.decisions)
        yield from (one.sheet for one in told if one.sheet)


def _wording(piece: Piece, asked: Collection[str], report: Report) -> None:
    """Numbers and words that do not belong in a piece. An amount that a question has is part of its fact (`asked`)."""
    for found in _TYPED.finditer(_NAMES.sub(lambda name: "x" * len(name[0]), piece.words)):
        amount = _AMOUNT.match(piece.words.lower(), found.start())
        if amount and f"{amount[1]} {amount[2]}" in asked:
            continue
        message = f"`{found[0]}` is a typed number, which would stay where the policy changes"
        help = "let a place print it, as in `{fact}` or `{fact: # before}`"
        report.error("sheet-wording", message, _place_in(piece, found.end(), found[0], report), help)
    if never := _NEVER.search(piece.words):
        message, help = (
            f"`{never[0]}` is a word that the sheet never says",
            "say what the chart shows, in a nurse's words",
        )
        report.error("sheet-wording", message, _place_in(piece, never.end(), never[0], report), help)


def _place_in(piece: Piece, end: int, word: str, report: Report) -> Span:
    """The place of a word that ends there in the words of a piece."""
    places = Places(piece.span, lines_of(report.texts, piece.span.file))
    if piece.fact:
        places.of(":")
    return [places.of(word) for _ in range(piece.words[:end].count(word))][-1]


def _too_long(policy: Policy, report: Report) -> None:
    """Lines with more letters than their column has room for."""
    own = {one.id: one for one in policy.own}
    seen: dict[str, int] = {}
    for part in sheet_of(policy).parts:
        for line in part.lines:
            criterion = next((own[id] for id in line.criteria if id in own and own[id].sheet.lines), None)
            if criterion is None or criterion.origin == "compiler":
                continue
            of_part = [one for one in criterion.sheet.lines if part_of(criterion, one, policy.sheet) == part.id]
            key = f"{part.id} {criterion.id}"
            at = seen.get(key, 0)
            seen[key] = at + 1
            much = len(line.words) - LONGEST[part.layout]
            if much > 0 and of_part[at].says:
                room = f"it prints {len(line.words)}, and has room for {LONGEST[part.layout]}"
                message, help = (
                    f"this line is {much} letters too long: {room}",
                    "say it in fewer words, or in two lines",
                )
                report.error("sheet-wording", message, of_part[at].says[0].span, help)


def _same_words(policy: Policy, report: Report) -> None:
    """The same words for two facts."""
    first: dict[str, Piece] = {}
    for sentence in _sentences(policy):
        for piece in sentence:
            words = " ".join(piece.words.lower().split())
            if piece.kind not in ("place", "tick") or not piece.fact or len(words) < _TELLING:
                continue
            other = first.setdefault(words, piece)
            of_items = bool(piece.item and other.item)  # two lists may have the same items
            if (piece.item != other.item) if of_items else (piece.fact != other.fact):
                report.error(
                    "sheet-wording", f"“{piece.words}” means `{_name(piece)}` here, and `{_name(other)}` elsewhere",
                    piece.span, "use other words for one of them", related=((other.span, "it is used here first"),),
                )  # fmt: skip


_TELLING = 8  # letters of words that name something
