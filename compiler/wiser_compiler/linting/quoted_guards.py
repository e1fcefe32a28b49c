"""Whether something is asked when the quoted words say so, and denied where they deny it.

*If A, B*, *B unless A* and *B only when A* have three forms: `applies_when`, `unless`, and `any` with a test that is
denied. They mean the same, so a case that the words name is looked for in each, with the answer that it must have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from wiser_compiler.core.content_words import content
from wiser_compiler.core.joined_tests import Leaf
from wiser_compiler.core.quoted_logic import Clause, Guard, GuardKind, denies
from wiser_compiler.linting.quotation import Disagreement, Quotation

_ASK = (
    "write the case into `applies_when` or `unless`, quote other words, or say in a `reading:` that it is always asked"
)
_TURN = "turn the answer or the words `applies_when` and `unless` around, or quote the words that say so"
# A reading that says when it is asked.
_ALWAYS = re.compile(
    r"(?i)\b(?:always|every(?:body|one)|(?:every|each) (?:patient|request)|all (?:patients|requests)|whatever"
    r"|in (?:any|every|each) case|only (?:if|where|when)|does not apply|applies)\b"
)


def guards(quoted: Quotation) -> Iterator[Disagreement]:
    """Words such as "if applicable" beside tests that are asked of other requests."""
    if any(map(_ALWAYS.search, quoted.readings)):
        return
    for guard in quoted.logic.guards:
        found = _GUARDS[guard.kind](guard, quoted)
        if found is not None:
            yield found


def _guarded(quoted: Quotation) -> bool:
    """The tests of the quotation are not asked of every request."""
    criterion = quoted.frame.criterion
    return (
        quoted.role != "require"
        or criterion.applies_when is not None
        or criterion.unless is not None
        or quoted.inside_any()
        or any(group.join == "any" and not group.options for group in quoted.tests.groups)
    )


def _applicable(_guard: Guard, quoted: Quotation) -> Disagreement | None:
    """ "If applicable": there is a case in which the tests are not asked, namely where something is absent."""
    criterion, leaves = quoted.frame.criterion, quoted.tests.leaves
    message = "the quote says that it is asked where it applies"
    if not _guarded(quoted) and not any(leaf.label and _nothing(leaf) for leaf in leaves):
        return Disagreement(f"{message}, and here it is asked of every request", _ASK)
    if quoted.role == "applies_when" or (quoted.role == "require" and criterion.applies_when is not None):
        case = leaves if quoted.role == "applies_when" else quoted.frame.applies_when.leaves
        if case and all(map(_nothing, case)):
            return Disagreement(f"{message}, and here it is asked where something is not there", _TURN)
        return None
    if criterion.unless is not None:
        sides = (quoted.frame.require.leaves, quoted.frame.unless.leaves)
        exempt = any(side and all(map(_nothing, side)) for side in sides)
    else:
        exempt = quoted.inside_any() or any(map(_nothing, leaves))
    return None if exempt else Disagreement(f"{message}, and here it is left out where something is there", _TURN)


_NOTHING = re.compile(r"(?i)(?:none|no|not|never|without|absent|n/a)\b")


def _nothing(leaf: Leaf) -> bool:
    """The test wants that something is absent: it wants the answer no, or an answer that says none."""
    return bool(_NOTHING.match(leaf.label)) if leaf.label and leaf.positive else leaf.negative


def _unless(guard: Guard, quoted: Quotation) -> Disagreement | None:
    """ "B unless A": A is an alternative to B."""
    if not _guarded(quoted):
        return Disagreement("the quote says “unless”, and here it is asked of every request", _ASK)
    return _opposite(guard, quoted, lambda in_guard: not in_guard)


def _if(guard: Guard, quoted: Quotation) -> Disagreement | None:
    """ "If A, B": B is asked where A holds."""
    if quoted.logic.permission:
        return None
    if not _guarded(quoted):
        return Disagreement("the quote says “if”, and here it is asked of every request", _ASK)
    if quoted.logic.amounts and (guard.about is None or not guard.about.words.strong):
        return _applicable(guard, quoted)  # "if one of the following exists"
    return _opposite(guard, quoted, lambda in_guard: in_guard)


def _only(guard: Guard, quoted: Quotation) -> Disagreement | None:
    """ "B only when A": A is asked where B is."""
    asked = guard.asked
    if asked is not None and not asked.negative:
        near = [leaf for leaf in quoted.frame.applies_when.leaves if asked.words.strong & leaf.roots]
        if near and all(leaf.negative for leaf in near):
            return Disagreement(f"the quote speaks of “{asked.text}”, and here that is the case left out", _TURN)
    return _opposite(guard, quoted, lambda _in_guard: True)


def _regardless(guard: Guard, quoted: Quotation) -> Disagreement | None:
    """ "Regardless of A": nothing tests A."""
    if guard.about is None or not guard.about.words.strong:
        return None
    if not any(guard.about.words.strong <= leaf.roots for leaf in quoted.frame.leaves):
        return None
    message = f"the quote says that “{guard.about.text}” makes no difference, and here it is tested"
    return Disagreement(message, "delete the test, quote other words, or say in a `reading:` why it applies")


def _opposite(guard: Guard, quoted: Quotation, affirmed: Callable[[bool], bool]) -> Disagreement | None:
    """The case that the words name is tested, and everywhere with the opposite answer.

    `affirmed` says whether the case must hold where it is tested, in `applies_when` or elsewhere.
    """
    if guard.about is None or not guard.about.words.strong:
        return None
    frame = quoted.frame
    places = ((frame.applies_when, True), (frame.require, False), (frame.unless, False))
    told = [
        agrees == affirmed(in_guard)
        for tests, in_guard in places
        for leaf in tests.leaves
        if (agrees := _agree(guard.about, leaf)) is not None
    ]
    if not told or any(told):
        return None
    words = {"only": "only when"}.get(guard.kind, guard.kind)
    return Disagreement(f"the quote says “{words} {guard.about.text}”, and here the case is the opposite one", _TURN)


_GUARDS: Mapping[GuardKind, Callable[[Guard, Quotation], Disagreement | None]] = {
    "applicable": _applicable, "unless": _unless, "if": _if, "only": _only, "regardless": _regardless,
}  # fmt: skip

# ---------------------------------------------------------------- what is denied


def denials(quoted: Quotation) -> Iterator[Disagreement]:
    """Clauses that deny what their tests ask for; and the other way round where only one test can be meant."""
    if quoted.denied:
        return  # the quotation may have the head of the list, which denies what the test of an item affirms
    cases = {guard.about for guard in quoted.logic.guards}
    for clause in quoted.logic.clauses:
        if clause in cases or clause.unsure or not clause.words.strong | clause.words.weak - _NO_MATTER:
            continue
        if _turned_around(_telling(clause), quoted):
            denies = _denies(_telling(clause))
            said, here = ("denies", "asks for") if denies else ("affirms", "denies")
            yield Disagreement(
                f"the quote {said} it (“{clause.text}”), and the test here {here} it",
                "turn the answer around, quote the head of a list that denies it, or say in a `reading:` how it is",
            )


_NO_MATTER = frozenset({"document", "able"})


def _telling(clause: Clause) -> Clause:
    """The clause; if it has only words about papers, such as *documented*, it is recognized by these."""
    return clause if clause.words.strong else replace(clause, words=replace(clause.words, strong=clause.words.weak))


def _denies(clause: Clause) -> bool:
    return clause.negative or bool(clause.words.turned)


def _turned_around(clause: Clause, quoted: Quotation) -> bool:
    """Every test that has the words of a clause wants the opposite, and no reading speaks of the clause."""
    leaves = quoted.tests.leaves
    told = [(leaf, agrees) for leaf in leaves if (agrees := _agree(clause, leaf)) is not None]
    if not told and not _only_test_affirms(clause, quoted):
        return False
    if any(agrees or (leaf.label and _agrees_with_question(clause, leaf)) for leaf, agrees in told):
        return False
    wants_no = bool(told) and not told[0][0].positive
    if len(leaves) > 1 and quoted.role != "applies_when" and wants_no and not _denies(clause):
        return _odd_one(clause, [leaf for leaf, _ in told], quoted)
    if any(clause.words.telling & content(reading).all for reading in quoted.readings):
        return False
    return not (wants_no and quoted.head_denies) if _denies(clause) else wants_no and not quoted.head_denies


def _odd_one(clause: Clause, told: Sequence[Leaf], quoted: Quotation) -> bool:
    """Of several tests, only those of the clause want the answer no, and no other words deny the clause."""
    others = [leaf for leaf in quoted.tests.leaves if leaf not in told]
    if quoted.logic.guards or any(not leaf.positive for leaf in others) or any(leaf.label for leaf in told):
        return False
    sentences = (one for text in quoted.frame.denials for one in re.split("[.;]", text) if denies(one))
    return not any(clause.words.strong <= content(one).all for one in sentences)


def _agree(clause: Clause, leaf: Leaf) -> bool | None:
    """Whether a clause and a test affirm or deny the same thing; None if the test does not have all of its words."""
    if not leaf.answered or not clause.words.strong <= leaf.roots:
        return None
    turned = (clause.words.turned ^ leaf.words.turned) & clause.words.strong
    denials = clause.words.negators + clause.denied + leaf.about.negators + len(turned)
    return (denials % 2 == 0) == leaf.positive


def _agrees_with_question(clause: Clause, leaf: Leaf) -> bool:
    """The same for an option whose question denies already: "which of these were not tolerated?"."""
    turned = (clause.words.turned ^ leaf.words.turned) & clause.words.strong
    denials = clause.words.negators + clause.denied + leaf.words.negators + len(turned)
    return (denials % 2 == 0) == leaf.positive


def _only_test_affirms(clause: Clause, quoted: Quotation) -> bool:
    """The clause denies, and the only test has most of its words and affirms them."""
    leaves = quoted.tests.leaves
    if len(leaves) != 1 or not clause.words.negators or not clause.negative or not leaves[0].answered:
        return False
    shared = clause.words.strong & leaves[0].roots
    return leaves[0].positive and not leaves[0].words.negators and len(shared) > len(clause.words.strong) / 2
