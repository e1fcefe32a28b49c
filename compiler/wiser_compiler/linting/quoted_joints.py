"""Whether tests are joined as the quoted words join them: and, or, and how many of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wiser_compiler.core.content_words import content
from wiser_compiler.core.joined_tests import Group, Join, Leaf
from wiser_compiler.core.quoted_logic import Amount, Joined
from wiser_compiler.core.quoted_numbers import numbers_in
from wiser_compiler.core.walk import readings_of
from wiser_compiler.linting.quotation import STATES, Disagreement, Quotation, spoken_of


@dataclass(frozen=True, slots=True)
class _Found:
    """How the tests are joined, in words; `join` is what a reading has to state if it is meant so."""

    here: str
    join: Join | None
    help: str
    none: bool = False


def joints(quoted: Quotation) -> Iterator[Disagreement]:
    """Connectives of the words that the tests do not have."""
    for joined in quoted.logic.joined:
        found = _otherwise(joined, quoted)
        if found is not None and not _stated(found, quoted):
            denies = " and denies both" if joined.denied == "surely" and joined.joint == "or" else ""
            yield Disagreement(f"the quote joins by “{joined.word}”{denies}, and {found.here}", found.help)


def _otherwise(joined: Joined, quoted: Quotation) -> _Found | None:
    """How the tests are joined, if not as the connective says; None where they agree, or where that is unclear."""
    left = spoken_of(joined.left, quoted.tests.leaves, joined.right)
    right = spoken_of(joined.right, quoted.tests.leaves, joined.left)
    if joined.joint == "and" and _says_when(quoted):
        return None  # "and rationale for proceeding if one of these exists"
    if left and right:
        return _between(joined, left, right, quoted)
    if not joined.main:
        return None
    edge = joined.left is None or joined.right is None
    outside = edge or joined.aside
    if not quoted.own:
        return _pointing_out(joined, quoted) if edge else None
    if outside and joined.joint == "and" and _leads_on(joined, quoted):
        return None
    top = _outer(quoted.own)
    near = left or right
    groups = _on_the_way(joined, near) if near else top
    if any(_fits(joined, group, quoted.tests.under(group), quoted) for group in groups):
        return None
    if not outside and (not groups or (all(leaf.label for leaf in near) and (near or all(g.options for g in groups)))):
        return None  # the other words may be about the same thing
    if outside and joined.joint == "or" and quoted.inside_any():
        return None
    shown = next(iter(groups or top))
    return _found(shown.join, quoted.tests.under(shown), _wanted(joined))


def _between(joined: Joined, left: Sequence[Leaf], right: Sequence[Leaf], quoted: Quotation) -> _Found | None:
    """The same as `_otherwise`, where both clauses of the connective have tests."""
    if left == right or any(_has_both(leaf, joined) for leaf in left if leaf in right):
        return None  # one question has the words of both
    pairs = [(group, (one, other)) for one in left for other in right if (group := _common(one, other)) is not None]
    if not pairs or any(_fits(joined, group, leaves, quoted) for group, leaves in pairs):
        return None
    group, leaves = pairs[0]
    return _found(group.join, leaves, _wanted(joined))


def _has_both(leaf: Leaf, joined: Joined) -> bool:
    """A test has words of both clauses, and not only those that the two have in common."""
    assert joined.left is not None and joined.right is not None
    left, right = joined.left.words.telling, joined.right.words.telling
    return bool((left - right) & leaf.roots and (right - left) & leaf.roots)


def _common(one: Leaf, other: Leaf) -> Group | None:
    """The innermost group that holds two tests."""
    shared = [group for group in one.path if group in other.path]
    return shared[-1] if shared and one is not other else None


def _on_the_way(joined: Joined, near: Sequence[Leaf]) -> Sequence[Group]:
    """The groups around tests; the answers of a question only where its words name one of them."""
    sides = [side.words.telling for side in (joined.left, joined.right) if side is not None]
    telling = frozenset().union(*sides)
    found = (group for leaf in near for group in leaf.path if group.own and (not group.options or telling & leaf.names))
    return tuple(dict.fromkeys(found))


def _outer(groups: Sequence[Group]) -> Sequence[Group]:
    """The outer two levels of groups; the answers of a question only where there is nothing else."""
    joining = [group for group in groups if not group.options] or groups
    first = min((group.depth for group in joining), default=0)
    return [group for group in joining if group.depth <= first + 1]


def _pointing_out(joined: Joined, quoted: Quotation) -> _Found | None:
    """A connective at the edge of the words of a single test says how the test is joined with those around it."""
    if quoted.around is None:
        return None
    if joined.joint == "or" and not quoted.inside_any():
        write = "write the other alternative beside it under `any`"
        way_out = f"{write}, quote other words, or say in a `reading:` that all of them are asked for"
        return _Found("no `any` and no `unless` stands around it", "all", way_out)
    if joined.joint == "and" and quoted.around[-1:] == ("any",) and joined.left is None:
        return _found("any", (), "`all`")
    return None


def _leads_on(joined: Joined, quoted: Quotation) -> bool:
    """The "and" at an edge leads to or from another criterion, or has a whole alternative beside it."""
    side = joined.right or joined.left
    if any(other.joint == "or" and other.main and side in (other.left, other.right) for other in quoted.logic.joined):
        return True
    if joined.right is None:
        return bool(re.search(r"[;.,] *and[ .]*$", quoted.says.quote, re.IGNORECASE))
    return bool(quoted.logic.amounts)


def _says_when(quoted: Quotation) -> bool:
    """The words say when something is asked, and the criterion has an exception."""
    guards = {guard.kind for guard in quoted.logic.guards}
    return quoted.whole and quoted.frame.criterion.unless is not None and bool(guards & {"if", "unless", "applicable"})


def _fits(joined: Joined, group: Group, leaves: Sequence[Leaf], quoted: Quotation) -> bool:
    """Whether a group joins its tests as the word does. Where all are denied, *all* is *none* of what is named."""
    none = _all_negative(leaves)
    if joined.joint == "and":
        one_answer = group.options and any(leaf.choice for leaf in leaves)
        return group.join == "all" or one_answer or (joined.denied == "surely" and none)
    turned = group.join == "all" and none
    if joined.denied == "surely":
        return turned or (quoted.denied and group.join == "any" and not none)
    answered_no = none and all(not leaf.positive for leaf in leaves)
    if joined.denied == "perhaps":
        return turned or (group.join == "any" and not answered_no)
    sides = [side for side in (joined.left, joined.right) if side is not None]
    if group.join == "any":
        said_so = any(side.negative or side.words.turned for side in sides)
        return not answered_no or (not group.denied and said_so)
    return turned and (quoted.head_denies or any(side.negative for side in sides))


def _all_negative(leaves: Sequence[Leaf]) -> bool:
    return bool(leaves) and all(leaf.negative for leaf in leaves)


def _wanted(joined: Joined) -> str:
    if joined.joint == "and":
        return "`all`"
    return "`none`" if joined.denied == "surely" else "`any`"


def _found(join: Join, leaves: Sequence[Leaf], wanted: str) -> _Found:
    none = _all_negative(leaves)
    here, state = _HERE[join, none]
    way_out = f"join them by {wanted}, quote the words that join them so, or say in a `reading:` that {state}"
    return _Found(f"here {here}", join, way_out, none)


_HERE: dict[tuple[Join, bool], tuple[str, str]] = {
    ("all", False): ("all are asked for", "all of them are asked for"),
    ("any", False): ("one is enough", "one of them is enough"),
    ("some", False): ("some number is enough", "so many of them are enough"),
    ("all", True): ("none of them may be so", "none of them may be so"),
    ("any", True): ("it is enough that one is not so", "it is enough that one of them is not so"),
    ("some", True): ("some number may be so", "so many of them may be so"),
}

# ---------------------------------------------------------------- how many of a list


def amounts(quoted: Quotation) -> Iterator[Disagreement]:
    """How many of a list the words ask for, where the tests ask for another amount."""
    for amount, word in quoted.logic.amounts:
        found = _none_asked(quoted) if amount == "none" else _miscounted(amount, word, quoted)
        if found is not None and not _stated(found, quoted):
            yield Disagreement(f"the quote says {_AMOUNTS[amount]}, and {found.here}", found.help)


_AMOUNTS: dict[Amount, str] = {
    "any": "that one of a list is enough", "all": "all of a list", "none": "none of a list",
}  # fmt: skip


def _miscounted(amount: Amount, word: str, quoted: Quotation) -> _Found | None:
    near = [group for group in quoted.own if group.depth <= 1]
    if not near or any(group.join == amount for group in near):
        return None
    if amount == "any":
        if word == "one" and not any(group.join == "any" for group in quoted.tests.groups) and not _names_one(quoted):
            return None  # another lint compares the number
        none = any(group.join == "all" and _all_negative(quoted.tests.under(group)) for group in near)
        if none and (quoted.head_denies or any(guard.kind == "if" for guard in quoted.logic.guards)):
            return None
    return _found(near[0].join, quoted.tests.under(near[0]), f"`{amount}`")


def _names_one(quoted: Quotation) -> bool:
    """A question or a reading has a number of one, which is all that the lint on numbers asks for."""
    readings = (reading.text for reading in readings_of(quoted.frame.criterion))
    texts = (*readings, *(leaf.text for leaf in quoted.frame.leaves))
    return any(number.value == 1 for text in texts for number in numbers_in(text))


def _none_asked(quoted: Quotation) -> _Found | None:
    """How the tests differ from those of a list under *none of*; None if they do not."""
    if quoted.denied:
        return None  # the tests are those of an item
    leaves = quoted.tests.leaves
    help = "join them by `none`, or answer them `no`; or say in a `reading:` why they are asked for"
    if _all_negative(leaves):
        one_is_enough = any(group.join == "any" and not group.denied for group in quoted.own)
        return _Found("here it is enough that one is not so", None, help, True) if one_is_enough else None
    near = [leaf for leaf in leaves if sum(group.own for group in leaf.path) <= 1]
    groups = [group for group in quoted.own if group.depth <= 1]
    denied = [leaf for leaf in near if leaf.negative]
    none = any(_all_negative(quoted.tests.under(group)) and (group.join == "all" or group.denied) for group in groups)
    if not none and not denied:
        return _Found("here something is asked for", None, help) if near or groups else None
    if any(_one_is_asked(group, quoted.tests.under(group)) for group in groups):
        return _Found("here something is asked for", None, help)
    if none or quoted.whole:
        return None
    # One of them is answered yes beside others that are denied.
    odd = [
        leaf for leaf in near if not leaf.negative and leaf.answered and not leaf.label and leaf.path == denied[0].path
    ]
    odd = [leaf for leaf in odd if not leaf.words.negators and not PAPERS & leaf.words.all]
    return _Found("here something is asked for", None, help) if odd else None


def _one_is_asked(group: Group, leaves: Sequence[Leaf]) -> bool:
    """One of the answers of a question is enough, where others are denied."""
    return group.options and group.join == "any" and not group.denied and not any(leaf.negative for leaf in leaves)


PAPERS = content("assess evaluate document report chart look review evidence record submit").all

# ---------------------------------------------------------------- readings that state it as it is

_NONE = re.compile(r"(?i)\b(?:none|neither|(?:must|may|should) not|rules? out|excluded?)\b")
_DENIED = re.compile(r"(?i)\bnot\b(?:\W+\w+){0,6}?\W+(?:enough|needed|required|asked|necessary|all|both)\b")
_NAMES_JOINT = re.compile(r"(?i)\bjoined by\b|[“\"'](?:and|or|and/or|none|any|all|with)[”\"']")


def _stated(found: _Found, quoted: Quotation) -> bool:
    """A reading states that the tests are joined as they are, and does not speak of an inner group alone."""
    stating = [text for text in quoted.sentences() if not _DENIED.search(text)]
    if found.none and found.join != "any":
        return any(_NONE.search(text) for text in quoted.sentences())
    if found.join is None:
        return any(STATES["all"].search(text) or STATES["any"].search(text) for text in stating)
    others = sum(group.join == found.join for group in quoted.tests.groups) > 1
    stating = [text for text in stating if STATES[found.join].search(text)]
    return any(not others or _NAMES_JOINT.search(text) for text in stating)
