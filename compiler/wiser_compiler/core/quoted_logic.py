"""How the words of a source join what they ask for: and, or, none of, unless, if applicable.

A quotation is a few words cut out of a sentence, so a connective may stand at its edge and point outside. The reader
says what the words join, as far as they do; whether tests are joined so is the matter of a lint. It reads plain English
by tables of phrases: a phrase that it does not know says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from wiser_compiler.core.content_words import Words, content

Joint: TypeAlias = Literal["and", "or"]
Amount: TypeAlias = Literal["all", "any", "none"]
GuardKind: TypeAlias = Literal["applicable", "if", "only", "unless", "regardless"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words between connectives. `denied` says that words before it deny it too, as in "no A or B";
    `unsure` that they may, as in "not A, or B".
    """

    text: str
    words: Words
    denied: bool = False
    unsure: bool = False

    @property
    def negative(self) -> bool:
        """The clause says that something is not so."""
        return (self.words.negators + self.denied) % 2 == 1


@dataclass(frozen=True, slots=True)
class Joined:
    """Two clauses and the word between them; None for a side that lies outside the quotation.

    `main` is false for a word that may join words within one thing, as in "size or depth, or having not changed".
    `denied` says that both are denied, surely ("without A or B") or perhaps ("not A, or B"); `aside` that the word
    begins a bracket: "tried and failed (or contraindicated)".
    """

    joint: Joint
    word: str
    left: Clause | None
    right: Clause | None
    main: bool = True
    denied: Literal["", "perhaps", "surely"] = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """Words that say when something is asked; `about` is the case that they name, and `asked` what stands before."""

    kind: GuardKind
    word: str
    about: Clause | None = None
    asked: Clause | None = None


@dataclass(frozen=True, slots=True)
class QuotedLogic:
    """What the words of a quotation join, how many of a list they ask for, and when.

    `permission` says that something may be done, and `examples` that a list is one of examples.
    """

    clauses: tuple[Clause, ...] = ()
    joined: tuple[Joined, ...] = ()
    amounts: tuple[tuple[Amount, str], ...] = ()
    guards: tuple[Guard, ...] = ()
    permission: bool = False
    examples: bool = False


# ---------------------------------------------------------------- phrases

_COMPARATIVE = (
    "more|greater|longer|older|higher|later|larger|bigger|wider|deeper|heavier|taller|less|fewer|shorter|younger|lower"
    "|earlier|smaller|sooner|above|below|over|under|beyond|up|better|worse"
)
_NUMBER = r"(?:[0-9][0-9.,/]*%?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|once|twice)"
_FOLLOWING = r"(?: (?:of )?(?:the |these |those |its )?(?:following|above|below|listed)?)"
# Words that only look like connectives. The first that fits is taken; what stands in its place is said beside it.
_PHRASES: tuple[tuple[str, str], ...] = (
    (r"\([^()]*(?:\be\.g\.|\bi\.e\.|\bfor example\b|\bsuch as\b|\bnot limited to\b)[^()]*\)", " "),
    (r"\((?! ?(?:or|and|with|without|if|when|where|unless|as (?:applicable|appropriate))\b)[^()]*\)", " "),
    (r"(?:,? ?(?:such as|including|which includes?|to include)?,? ?but (?:is |are )?not limited to|not limited to)",
     " ~examples "),
    (r"\b(?:such as|for example|e\.g\.|i\.e\.|for instance)", " ~examples "),
    (r"\bif not\b", " "),
    (r"\bnot only\b", " "),
    (r"\bbut also\b", " and "),
    (r"\b(?:one|any) or more of\b", " ~any "),
    (r"\bone or more\b", " "),
    # Comparisons.
    (rf"\b(?:no|not|never)(?: (?:to be|be|any))? (?:{_COMPARATIVE}) than\b", " "),
    (r"\b(?:not|cannot|never)(?: to)? exceed(?:ing)?\b", " "),
    (rf"\b(?:{_COMPARATIVE}) than or equal(?: to)?\b", " "),
    (rf"\bequals? (?:to )?or (?:{_COMPARATIVE})(?: than)?\b", " "),
    (rf"\b(?:{_COMPARATIVE}) or equal(?: to)?\b", " "),
    (rf"\b(?:at|on) or (?:{_COMPARATIVE}|before|after|prior to)\b", " "),
    (r"\bmeets? or exceeds?\b|\bup to and including\b|\bmore or less\b|\bno sooner than\b|\bnot until\b", " "),
    (rf"(?<=[a-z0-9%)]) or (?:{_COMPARATIVE})\b(?! [a-z]+ (?:depth|pain))", " "),
    (rf"\bbetween [^,;]{{0,30}}?{_NUMBER}[^,;]{{0,20}}? and [^,;]{{0,10}}?{_NUMBER}", " "),
    (r"\b(?:one|two|three|four|[1-4])[ -](?:or|to)[ -](?:two|three|four|five|[2-5])\b", " "),
    # How many.
    (rf"\b(?:at least |any )?one or both(?: of)?{_FOLLOWING}?", " ~any "),
    (r"\b(?:not|without|absence of|free of|free from|exclusion of|lack of) (?:any|all|one|either)(?: one)? of"
     rf"{_FOLLOWING}", " ~none "),
    (rf"\b(?:none|neither) of{_FOLLOWING}", " ~none "),
    (rf"\bno{_FOLLOWING}(?<=following)", " ~none "),
    (rf"\bnot all of{_FOLLOWING}", " "),
    (r"\bnot both\b", " "),
    (rf"\b(?:at least |a minimum of )?(?:one|1)(?: or more)? of(?= |$){_FOLLOWING}", " ~one "),
    (rf"\b(?:any one|any|either|any combination)(?: one)?(?: or more)? of(?= |$){_FOLLOWING}", " ~any "),
    (r"\b(?:all|each|both|every one)(?: (?:two|three|four|five|six|[2-9]))?(?: of)?"
     r" (?:the |these |those |its )?(?:following|above|criteria|conditions|requirements)\b", " ~all "),
    (rf"\b(?:all|each|both|every one) of(?= |$){_FOLLOWING}", " ~all "),
    (r"\b(?:at least |a minimum of |any )?(?:two|three|four|five|six|[2-9])(?: or more)? of(?= |$)"
     rf"{_FOLLOWING}", " ~some "),
    (r"\beither\b", " ~either "),
    (r"\bboth\b", " ~both "),
    # When.
    (r"\bonly (?:when|if|where|in cases? (?:of|where))\b", " ~only "),
    (r"\b(?:if|when|where|whenever|as) (?:it is |they are )?(?:clinically |medically )?"
     r"(?:applicable|appropriate|feasible)\b"
     r"|\bif (?:clinically )?(?:indicated|needed|necessary|present|available|any)\b|\bas (?:clinically )?indicated\b"
     r"(?! by)", " ~applicable "),
    (r"\bunless\b|\bexcept (?:when|where|if|for|in)\b|\bwith the exception of\b|\bother than (?:when|if|in)\b",
     " ~unless "),
    (r"\b(?:regardless|irrespective) of\b|\bwhether or not\b|\bwith(?:out regard to| or without| and without)\b",
     " ~regardless "),
    (r"\b(?:even )?if\b|\bprovided that\b|\bin case of\b|\bwhen(?:ever)?\b", " ~if "),
    # Other words for the connectives and for denials.
    (r"\bas well as\b|\bin addition to\b|\b&|\bplus\b|\band also\b", " and "),
    (r"\b(?:along|together|combined) with\b|\baccompanied by\b|\bin (?:conjunction|combination) with\b", " ~with "),
    (r"\band ?/ ?or\b", " ~andor "),
    (r"\bnor\b", " or "),
    (r"\bno longer\b", " not "),
    (r"\brul(?:e|es|ed|ing) out\b", " exclude "),
    (r"\bfree (?:of|from)\b", " without "),
    (r"\b(?:absence|lack|exclusion) of\b", " without "),
    (r"\b(?:negative for|does not have|do not have|has no|have no|with no)\b", " without "),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in _PHRASES)
_TOKEN = re.compile(r"~[a-z]+|[A-Za-z0-9]+(?:[-'.][A-Za-z0-9]+)*|[,;:.()/]")
_JOINTS: dict[str, Joint] = {"and": "and", "or": "or", "~andor": "or", "/": "or", "~with": "and", "with": "and"}
_GUARDS: dict[str, GuardKind] = {
    "~only": "only", "~applicable": "applicable", "~unless": "unless", "~regardless": "regardless", "~if": "if",
}  # fmt: skip
_AMOUNTS: dict[str, Amount] = {"~any": "any", "~all": "all", "~none": "none", "~one": "any"}
_MARKS = frozenset({*_GUARDS, *_AMOUNTS, "~some", "~examples", "and", "or", "~andor", "~with", *",;:.()/"})
_IDLE = frozenset({"~either", "~both"})
# Verbs and nouns that take "with" to themselves: "interfere with", "patients with".
_TAKES_WITH = re.compile(
    r"interfer|compl(?:y|ie)|complian|consist|associat|compatib|consult|conflict|agree|patients?$|those$|adults?$|treat|proceed"
    r"|manag|concern|deal|along$|together$"
)
# Denials that reach over a whole list. "Not" may end at the next comma.
_SURELY = frozenset("no without neither never exclude excluding none".split())
_PERHAPS = re.compile(r"(?i)(?:not|cannot|.+n't)$")
_ARTICLES = frozenset("the a an of to".split())
_PERMISSION = re.compile(r"\b(?:may|can) (?:be|have)\b|\bmay\b(?! (?:20|19))")
LONGEST = 1_000  # letters of a quotation that are read; those of policies are a few words


@lru_cache(2048)
def logic_of(quote: str) -> QuotedLogic:
    """What the words of a quotation say of how things are joined.

    >>> [(one.joint, one.left and one.left.text) for one in logic_of("and a clear rationale").joined]
    [('and', None)]
    >>> logic_of("greater than or equal to 8").joined
    ()
    >>> [one.denied for one in logic_of("without osteomyelitis or abscess").joined]
    ['surely']
    """
    text = " ".join(quote[:LONGEST].replace("’", "'").split())
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    for pattern, said in _COMPILED:
        text = pattern.sub(said, text)
    return _read(_segments(_TOKEN.findall(text)), bool(_PERMISSION.search(quote.lower())))


def denies(text: str) -> bool:
    """A text that denies something: "none is present", and not "no more than four".

    >>> denies("Each was looked for, and none is present"), denies("No more than four sessions")
    (True, False)
    """
    text = text[: 4 * LONGEST]
    for pattern, said in _COMPILED:
        text = pattern.sub(said, text)
    return "~none" in text or content(text.replace("~", " ")).negators > 0


# ---------------------------------------------------------------- from words to clauses

Reach: TypeAlias = Literal["", "perhaps", "surely"]


@dataclass(slots=True)
class _Segment:
    """Words without a connective, and the connectives and marks in front of them. The last one may have no words."""

    before: list[str]
    words: list[str]


def _segments(tokens: Iterable[str]) -> list[_Segment]:
    """The words of a quotation, cut at its connectives."""
    found = [_Segment([], [])]
    for token in tokens:
        word, last = token.lower(), found[-1]
        if word in _IDLE:
            continue
        parts = word in _MARKS or (word == "with" and not (last.words and _TAKES_WITH.match(last.words[-1].lower())))
        if not parts:
            last.words.append(token)
        elif set(map(str.lower, last.words)) <= _ARTICLES:
            last.words.clear()
            last.before.append(token)
        else:
            found.append(_Segment([token], []))
    return found


def _read(segments: Sequence[_Segment], permission: bool) -> QuotedLogic:
    """What the words between the connectives say, and how they are joined."""
    clauses: list[Clause] = []
    reach: list[Reach] = []
    listed: list[bool] = []  # whether a clause is one of several of which a number is asked for, or an example
    amounts: list[tuple[Amount, str]] = []
    guards: list[tuple[GuardKind, str, int]] = []
    denial: Reach = ""
    counted = examples = False
    for at, segment in enumerate(segments):
        for mark in map(str.lower, segment.before):
            if mark in _GUARDS:
                guards.append((_GUARDS[mark], mark[1:], at))
            elif mark in _AMOUNTS:
                amounts.append((_AMOUNTS[mark], mark[1:]))
            if mark in _GUARDS or mark in ";:.()" or (mark == "and" and denial == "perhaps"):
                denial = ""
            counted = (counted or mark in _AMOUNTS or mark == "~some") and mark not in ";."
            examples = (examples or mark == "~examples") and mark not in ";."
        denies_itself = [word for word in map(str.lower, segment.words) if word in _SURELY or _PERHAPS.match(word)]
        if denies_itself:
            sure = denial == "surely" or (set(denies_itself) & _SURELY and _begins(segment.words, denies_itself[0]))
            denial = "surely" if sure else "perhaps"
        text = " ".join(segment.words)
        inherited = bool(denial) and not denies_itself
        clauses.append(Clause(text, content(text), inherited and denial == "surely", inherited and denial == "perhaps"))
        reach.append(denial)
        listed.append(counted or examples)
        if examples:
            segment.before = [mark for mark in segment.before if mark.lower() != "and"]  # asks for none of them
    joined = tuple(_joined(segments, clauses, reach, listed))
    texts = [clause if clause.text else None for clause in clauses]
    named = tuple(Guard(kind, word, texts[at], texts[at - 1] if at else None) for kind, word, at in guards)
    kept = tuple(clause for clause, skip in zip(clauses, listed, strict=True) if clause.text and not skip)
    listing = any("~examples" in segment.before for segment in segments)
    return QuotedLogic(kept, joined, tuple(amounts), named, permission, listing)


def _begins(words: Sequence[str], denial: str) -> bool:
    """A clause begins with a denial, but for words about papers: "evidence of no pain", not "pain without fever"."""
    before = [*map(str.lower, words)]
    return not content(" ".join(before[: before.index(denial)])).strong


@dataclass(frozen=True, slots=True)
class _Joint:
    """A connective in front of a segment, and how strongly it parts what it joins; 0 if it may well join nothing."""

    joint: Joint
    word: str
    at: int
    strength: int
    aside: bool


def _joints(segments: Sequence[_Segment]) -> Iterator[_Joint]:
    for at, segment in enumerate(segments):
        marks = [mark for mark in segment.before if mark.lower() in _JOINTS]
        found = next((mark for mark in marks if mark.lower() in ("and", "or", "~andor")), marks[-1] if marks else None)
        if found is None or any(mark in _GUARDS for mark in segment.before):
            continue
        word, marks = found.lower(), segment.before[: segment.before.index(found)]
        strength = 3 if found in ("AND", "OR") or {";", "("} & set(marks) else 2 if "," in marks else 1
        if word == "/" or (word == "with" and at > 0 and segments[at - 1].words):
            strength = 0
        said = {"~andor": "and/or", "~with": "with"}.get(word, word)
        yield _Joint(_JOINTS[word], said, at, strength, "(" in marks)


def _joined(
    segments: Sequence[_Segment], clauses: Sequence[Clause], reach: Sequence[Reach], listed: Sequence[bool]
) -> Iterator[Joined]:
    """The connectives with their clauses; that of a list stands at each of its commas too."""
    joints = list(_joints(segments))
    strongest = max((joint.strength for joint in joints), default=0)
    kinds = {joint.joint for joint in joints if joint.strength}

    def between(joint: _Joint, at: int, main: bool) -> Joined:
        left, right = (clauses[side] if side >= 0 and clauses[side].text else None for side in (at - 1, at))
        ends = [reach[side] for side in (at - 1, at) if side >= 0 and clauses[side].text]
        denied: Reach = (
            "" if not ends or not all(ends) or right is None else "surely" if set(ends) == {"surely"} else "perhaps"
        )
        return Joined(joint.joint, joint.word, left, right, main, denied, joint.aside)

    for joint in joints:
        at = joint.at
        inside = at == 0 or not clauses[at].text or listed[at]
        if listed[at - 1] and at > 0 and inside:
            continue
        outside = at == 0 or not clauses[at].text or not clauses[at - 1].text
        same = {other.joint for other in joints if other.strength == joint.strength}
        loose = joint.joint == "or" if any(other.word == "or" for other in joints) else joint.joint == "and"
        deciding = joint.strength == strongest and (len(same) == 1 or joint.strength > 1 or loose)
        if 0 < joint.strength < strongest and not outside and kinds == {joint.joint}:
            continue  # within one item of a list: "size or depth, or duration"
        yield between(joint, at, joint.strength > 0 and (len(kinds) == 1 or outside or deciding))
        if joint.word in ("with", "/"):
            continue
        for comma in range(at - 1, 0, -1):
            if segments[comma].before == [","]:
                yield between(joint, comma, False)
            elif [mark.lower() for mark in segments[comma].before] != [joint.joint]:
                break
