"""Lints on how quoted words join what they ask for, and on quoted clauses that no test has.

Words are compared with tests by what both speak of: a clause belongs to the test whose question or label has its words.
Where no test has them, a connective speaks of the group that its quotation stands at. A reading that states how the
tests are joined (all of them, one of them, always) excuses a difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice

from wiser_compiler.core.content_words import content, speaks_of
from wiser_compiler.core.model import Policy
from wiser_compiler.core.quoted_logic import Clause, Joined
from wiser_compiler.diagnostics import Report, Span
from wiser_compiler.linting.quotation import Disagreement, Quotation, quotations, spoken_of
from wiser_compiler.linting.quoted_guards import denials, guards
from wiser_compiler.linting.quoted_joints import PAPERS, amounts, joints


def quoted_logic(policy: Policy, report: Report) -> None:
    """Tests are joined as the quoted words beside them join them, and each clause of the words has its test."""
    subject = f"{policy.id.replace('_', ' ')} {policy.title}"
    found: dict[tuple[Span, str], list[list[Disagreement]]] = {}
    for criterion in policy.own:
        for quoted in quotations(criterion, subject):
            # Several criteria may use a condition: one in which its words are right is enough.
            found.setdefault((quoted.says.span, quoted.says.quote), []).append(_disagreements(quoted))
    for (span, quote), uses in found.items():
        for one in (one for one in uses[0] if all(one in others for others in uses[1:])):
            if one.lost:
                report.error("clause-not-used", f"{one.message} (“{quote}”)", span, one.help)
            else:
                report.error("quote-joins-otherwise", f"{one.message} (“{quote}”)", span, one.help)


def _disagreements(quoted: Quotation) -> list[Disagreement]:
    """The first way in which the tests disagree with the words; if they agree, the clauses that no test has."""
    joined = islice(chain.from_iterable(check(quoted) for check in _CHECKS), 1)
    return list(joined) or list(dict.fromkeys(_lost(quoted)))


_CHECKS: tuple[Callable[[Quotation], Iterator[Disagreement]], ...] = (amounts, joints, guards, denials)

# ---------------------------------------------------------------- clauses that are lost

_OUTCOMES = content("fail refuse tolerate").all  # outcomes of a treatment have many words
_WITH = re.compile(r"(?i)(?:a |an )?(?:document\w*|evidence|written|signed|clear|proof|rationale|record)\b")


def _lost(quoted: Quotation) -> Iterator[Disagreement]:
    """Clauses beside a connective of which no question, label, title of a condition or reading has a word."""
    cases = {guard.about for guard in quoted.logic.guards}
    for joined in quoted.logic.joined:
        for clause, other in ((joined.left, joined.right), (joined.right, joined.left)):
            if clause is None or clause in cases or _used(clause, quoted) or not _asks(clause, other, joined, quoted):
                continue
            yield Disagreement(
                f"nothing here asks for “{clause.text}”",
                "add the test, quote other words, or say in a `reading:` where it is asked",
                lost=True,
            )


def _used(clause: Clause, quoted: Quotation) -> bool:
    """Something in the criterion has a word of the clause, or the clause has no word that tells what it is about."""
    telling = (clause.words.strong or clause.words.weak & PAPERS) - _OUTCOMES
    return not telling or speaks_of(telling, quoted.frame.roots)


def _asks(clause: Clause, other: Clause | None, joined: Joined, quoted: Quotation) -> bool:
    """The clause asks for something by itself, since the tests have the other clause of its connective."""
    if joined.word == "/" or (joined.word == "with" and joined.left is not None and not _WITH.match(clause.text)):
        return False
    if clause is joined.right and (other is None or (joined.joint == "and" and not other.words.telling)):
        return True
    if other is None or (clause is joined.left and quoted.logic.amounts):
        return False
    if joined.joint == "and":
        return bool(spoken_of(other, quoted.tests.leaves))
    # One of several alternatives, at least two of which have tests of their own.
    found = {spoken_of(each, quoted.tests.leaves) for each in quoted.logic.clauses}
    return sum(len(leaves) == 1 for leaves in found) >= 2
