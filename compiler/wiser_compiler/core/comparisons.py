"""The comparisons that words say of a number or a day beside them: "at least", "or more", "on or before", "is enough".

What stands before a number is looked at first, then what stands behind it. A comparison that is denied is its contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from wiser_compiler.core.kinds import operator
from wiser_compiler.core.model import Op

# "Within" and "until" do not say whether their end is inside; "beyond" is not within, and "unlike" not exactly.
# "3 or worse" holds at 3; whether more or less is worse, the words do not say. "Exactly 4 counts" says that 4 itself is
# inside, and not which way from it.
Comparison: TypeAlias = Op | Literal["within", "beyond", "unlike", "or worse", "counts", "does not count"]

_MORE = "more greater longer older higher later larger bigger wider deeper heavier taller".split()
_LESS = "less fewer shorter younger lower earlier smaller sooner narrower lighter".split()
_ABOVE, _BELOW = "above over beyond exceeding".split(), "below under beneath".split()


def _comparatives(words: Sequence[str], than: Op, or_equal: Op, negated: Op) -> Iterator[tuple[str, Comparison]]:
    """The phrases of a comparative: "older than", "older than or equal to", "no older than"."""
    for word in words:
        yield from ((f"{word} than", than), (f"no {word} than", negated), (f"not {word} than", negated))
        yield from ((f"{word} {or_is}", or_equal) for or_is in ("than or equal to", "than or equal", "or equal to"))
        yield from ((f"{is_or} {word} than", or_equal) for is_or in ("equal to or", "equal or", "at or", "equals or"))
        yield from ((f"not {words} {word} than", negated) for words in ("any", "be any"))


def _places(words: Sequence[str], beyond: Op, or_at: Op) -> Iterator[tuple[str, Comparison]]:
    """What is made of a place on a scale: "below", "at or below", "below or equal to"."""
    for word in words:
        yield word, beyond
        yield from ((f"{at_or} {word}", or_at) for at_or in ("at or", "equal to or", "equal or", "on or"))
        yield from ((f"{word} {or_at_it}", or_at) for or_at_it in ("or equal to", "or at"))


# Phrases directly in front of a number. The longest one that fits is taken: "no fewer than" contains "fewer than".
# Left out, since they say the one or the other: "over" alone, which is also "during"; "better than" and "worse than",
# where a low score may be the good one; "between", "by", "from", "to" and "until", which leave their ends open.
BEFORE: tuple[tuple[str, Comparison], ...] = (
    *_comparatives(_MORE, ">", ">=", "<="), *_comparatives(_LESS, "<", "<=", ">="),
    *(row for row in _places(_ABOVE, ">", ">=") if row[0] != "over"), *_places(_BELOW, "<", "<="),
    ("not over", "<="), ("not to exceed", "<="),
    ("at least", ">="), ("at the least", ">="), ("at the very least", ">="), ("no sooner than", ">="),
    ("as few as", ">="), ("as little as", ">="), ("upwards of", ">="), ("starting at", ">="), ("beginning at", ">="),
    ("at most", "<="), ("at the most", "<="), ("up to", "<="), ("up to and including", "<="), ("as many as", "<="),
    ("as much as", "<="), ("limited to", "<="), ("limit of", "<="), ("capped at", "<="), ("through", "<="),
    ("through and including", "<="),
    ("up to but not including", "<"), ("up to but excluding", "<"), ("but not including", "<"),
    ("exactly", "=="), ("equal to", "=="), ("equals", "=="),
    ("minimum of", ">="), ("minimum", ">="), ("min", ">="), ("at a minimum", ">="), ("at minimum", ">="),
    ("minimum number of", ">="), ("minimum criterion of", ">="), ("maximum number of", "<="),
    ("maximum of", "<="), ("maximum", "<="), ("max", "<="), ("at a maximum", "<="), ("at maximum", "<="),
    ("exceed", ">"), ("exceeds", ">"), ("exceeded", ">"), ("in excess of", ">"), ("excess of", ">"),
    ("meet or exceed", ">="), ("meets or exceeds", ">="), ("equal or exceed", ">="), ("equals or exceeds", ">="),
    ("fall below", "<"), ("falls below", "<"), ("drop below", "<"), ("drops below", "<"), ("go below", "<"),
    ("rise above", ">"), ("rises above", ">"), ("go above", ">"), ("goes above", ">"), ("go over", ">"),
    ("last is", "<="), ("last day is", "<="), ("latest day is", "<="), ("first day is", ">="),
    # Of time: "after 14 days" leaves out the fourteenth.
    ("after", ">"), ("until after", ">"), ("not until after", ">"), ("not until", ">="),
    ("before", "<"), ("prior to", "<"), ("within", "within"),
    ("no more often than every", ">="), ("no more frequently than every", ">="),
    ("on or after", ">="), ("on or before", "<="), ("at or after", ">="), ("at or before", "<="),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
    ("=>", ">="), ("=<", "<="), (">/=", ">="), ("</=", "<="), ("⩾", ">="), ("⩽", "<="), ("≧", ">="), ("≦", "<="),
)  # fmt: skip
# Phrases that say a comparison in front of a day, and of a number do not: "by June 1" is on or before it.
BEFORE_A_DAY: tuple[tuple[str, Comparison], ...] = (
    ("by", "<="), ("ending", "<="), ("ending on", "<="), ("ends on", "<="), ("until", "within"), ("till", "within"),
    ("from", ">="), ("since", ">="), ("beginning", ">="), ("begins on", ">="), ("beginning on", ">="),
    ("starting", ">="), ("starts on", ">="), ("starting on", ">="), ("starting from", ">="), ("effective", ">="),
    ("effective on", ">="), ("as early as", ">="), ("as late as", "<="), ("up until", "within"),
)  # fmt: skip
_VERBS = (
    r"(?: (?:to|be|been|being|have|had|has|last|take|occur|go|receive|received|include|exceed|performed|done|given|used"
    r"|billed|requested|repeated|reported|covered|payable|accepted|submitted|furnished))*$"
)
# A comparison that is denied says the contrary, with the verb of the sentence between: "must not be more than 4".
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|no|neither|nor|without|(?:fail|fails|failed|failing|unable) to)|n't)" + _VERBS,
)
# "No surgery within 6 months": the noun stands between. A number there ends it: "not billed 4 times within 12 months".
_NONE = re.compile(
    r"\b(?:no|not|without|never|neither|nor|absence of|free (?:of|from))\b"
    r"(?! (?:more|less|fewer|later|earlier|longer|older|younger|greater|sooner|other|only|to exceed|exceed|limited)\b)"
    r"(?P<between>[^.;:()\d]*)$"
)
# "Surgery, injection or ablation" is a list; any other comma or joint begins another clause.
_LIST = re.compile(
    r" (?:[a-z-]+ ){0,2}[a-z-]+(?:, (?:[a-z-]+ ){0,2}[a-z-]+)*,? (?:or|nor|and) (?:[a-z-]+ ){0,2}[a-z-]+ ?"
)
_OTHER_CLAUSE = re.compile(r"\b(?:but|unless|except|and|then|if|who|that|which)\b|,")
UP: Sequence[Comparison] = (">", ">=")  # from the number on
DOWN: Sequence[Comparison] = ("<", "<=")
ON_THE_EDGE: Sequence[Comparison] = ("counts", "does not count")
# "No lesion larger than 5 mm": the noun stands between, and "no response to more than 4 weeks" denies the response.
_NO_NOUN = re.compile(
    r"\b(?:no|without|not (?:have|had|have had))(?: an?| any)?(?: (?!(?:to|of|after|for|with|in|on|at)\b)[a-z-]+){1,3}$"
)
_EITHER_SIDE = re.compile(r"\bbefore,? (?:on,? )?or after$")
CONTRARY: Mapping[Comparison, Comparison] = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "unlike", "unlike": "==", "within": "beyond", "beyond": "within",
}  # fmt: skip
# Letters in front of a number that are looked at, so that a number in a long text takes no longer.
IN_FRONT = max(len(words) for words, _ in BEFORE) + len(" the preceding ") + len("cannot have received ") + 1
FAR_IN_FRONT = 120
_BETWEEN = re.compile(r"(?: an?| the)?(?: (?:past|last|next|previous|preceding|prior|first|age(?: of)?))?(?: ?[$€£])?$")
_BETWEEN_A_DAY = re.compile(r"(?: the| that)?$")
_OF_A_NUMBER: Mapping[str, Comparison] = dict(BEFORE)
_OF_A_DAY: Mapping[str, Comparison] = {**dict(BEFORE_A_DAY), **_OF_A_NUMBER}
_LENGTHS = sorted({len(words) for words in _OF_A_DAY}, reverse=True)


def _phrase_at_end(text: str, of_a_day: bool) -> tuple[int, Comparison] | None:
    """Where the longest phrase begins that a text ends with, and its comparison.

    A pattern for each phrase would take longer to compile than most commands take.
    """
    between, phrases = (_BETWEEN_A_DAY, _OF_A_DAY) if of_a_day else (_BETWEEN, _OF_A_NUMBER)
    text = between.sub("", text)
    for length in _LENGTHS:
        start = len(text) - length
        within_a_word = "a" <= text[start : start + 1] <= "z" and "a" <= text[start - 1 : start] <= "z"
        if start >= 0 and not within_a_word and text[start:] in phrases:
            return start, phrases[text[start:]]
    return None


# Phrases after a number, with at most two words of its unit between them: "4 injections or fewer".
BEHIND = re.compile(
    rf"(?P<plus>\+)|[ %-]*(?:[a-z]+ ){{0,2}}?(?:of age )?(?:(?:or|and) (?:(?P<more>(?:{'|'.join(_MORE)}|above|over|up"
    rf"|beyond)\b)|(?P<less>(?:{'|'.join(_LESS)}|below|under)\b)|(?P<worse>(?:worse|better)\b))|(?:at )?(?:an? |the )?"
    r"(?:(?P<least>least|minimum|min)|(?P<most>most|maximum|max))\b(?! (?:of )?[0-9]))"
)
BEHIND_A_DAY = re.compile(
    r",? (?:(?:(?:or|and) )?(?:any(?: time| day)? )?(?:(?P<more>(?:later|after|thereafter|beyond|onwards?|forward)\b)"
    r"|(?P<less>(?:earlier|before|prior)\b)))(?! (?:than|to|the|that|[0-9])\b)"
)
# What a sentence says of the number before: "4 weeks are enough", "exactly 25 percent does not count".
_NO = r"(?P<no>\b(?:not|never|cannot|no longer)\b |n't )?(?:yet |itself |still |already )*"
ENOUGH = re.compile(
    _NO + r"(?:(?P<enough>enough\b|suffices?\b|sufficient\b|will do\b)"
    r"|(?P<short>too (?:few|little|short|early|soon|low)\b)|(?P<long>too (?:many|much|long|late|old|high)\b))"
)
EDGE = re.compile(
    _NO + r"(?:(?P<inside>(?:counts?|pass(?:es)?|qualif(?:y|ies)|inside|included|within it|in time|allowed)\b"
    r"(?! (?:from|toward|back|as|by|against)\b))|(?P<outside>(?:outside|excluded)\b))"
)
_END_OF_CLAUSE = re.compile(r"[.;:!?](?: |$)|,? (?:and|but|while|whereas|so|because|since) (?!an? |the |exactly |not )")
# For each comparison in words, the comparisons of bounds that agree with it.
AGREES: Mapping[Comparison, tuple[Op, ...]] = {
    "==": ("==",), "<": ("<",), "<=": ("<=",), ">": (">",), ">=": (">=",), "within": ("<", "<="),
    "beyond": (">", ">="), "unlike": ("<", ">"), "or worse": ("<=", ">="), "counts": ("<=", ">=", "=="),
    "does not count": ("<", ">"),
}  # fmt: skip
_SAID: Mapping[Comparison, str] = {
    "within": "within",
    "beyond": "not within",
    "unlike": "not exactly",
    "or worse": "from",
    "counts": "also exactly",
    "does not count": "other than",
}


def in_words(op: Comparison, of_a_day: bool = False) -> str:
    """A comparison in the words of a policy."""
    if op in _SAID:
        return "until" if of_a_day and op == "within" else _SAID[op]
    row = operator(op)  # type: ignore[arg-type]
    return row.date_words if of_a_day else row.words


def in_front(before: str, of_a_day: bool = False) -> tuple[Comparison, int] | None:
    """The comparison that the words in front of a number or a day say, and where its phrase begins."""
    near = before[-IN_FRONT:]
    cut = len(before) - len(near)
    if of_a_day and _EITHER_SIDE.search(near):
        return None
    if (phrase := _phrase_at_end(near, of_a_day)) is None:
        return None
    (at, op), start = phrase, cut + phrase[0]
    words_before = near[:at].rstrip()
    of_a_noun = near.endswith("than") and _NO_NOUN.search(words_before)
    if _DENIED.search(words_before) or of_a_noun:
        return CONTRARY[op], start
    return (_far_denied(op, before[:start]) if op == "within" else op), start


def _far_denied(op: Comparison, before: str) -> Comparison:
    """Beyond 6 months, if it is "no surgery within 6 months"."""
    none = _NONE.search(before)
    if none is None or (_OTHER_CLAUSE.search(none["between"]) and not _LIST.fullmatch(none["between"])):
        return op
    return "beyond"


def behind(text: str, end: int) -> Comparison | None:
    """The comparison that the words behind a number say: "4 or more", "4+", "3 or worse"."""
    if not (found := BEHIND.match(text, end)):
        return None
    return "or worse" if found["worse"] else ">=" if found["more"] or found["plus"] or found["least"] else "<="


def end_behind(text: str, end: int) -> int | None:
    """Where the words of a comparison behind a number end, if there are any."""
    found = BEHIND.match(text, end)
    return found.end() if found else None


def behind_a_day(text: str, end: int) -> Comparison | None:
    """The same of a day: "January 15, 2026 or later"."""
    found = BEHIND_A_DAY.match(text, end)
    return None if found is None else ">=" if found["more"] else "<="


def in_the_clause(op: Comparison | None, text: str, end: int) -> Comparison | None:
    """What the rest of the clause says of a number with or without a comparison.

    "4 weeks are enough" is at least 4; "less than 4 weeks are not enough" at least 4 too; "exactly 4 counts" says that
    4 is inside.
    """
    rest = text[end : end + FAR_IN_FRONT]
    if stop := _END_OF_CLAUSE.search(rest):
        rest = rest[: stop.start()]
    enough, edge = ENOUGH.search(rest), EDGE.search(rest)
    if op is not None and (op in UP or op in DOWN):
        refused = enough is not None and bool(enough["enough"]) is bool(enough["no"])
        refused = refused or (edge is not None and bool(edge["no"]) and bool(edge["inside"]))
        return CONTRARY[op] if refused else op
    if op is not None and op != "==":
        return op
    if enough is not None:
        if enough["enough"]:
            return ">" if enough["no"] else ">="
        return op if enough["no"] else ">" if enough["short"] else "<"
    if op == "==" and edge is not None:
        return "counts" if bool(edge["inside"]) is not bool(edge["no"]) else "does not count"
    return op
