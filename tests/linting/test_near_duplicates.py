"""No two policies ask nearly the same under two names: staff would look it up, and applications store it, twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from command_line import ROOT
from wiser_compiler.core.content_words import content
from wiser_compiler.core.model import Findings, Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import documents, read_documents

LIKENESS = 0.65  # the part of the words of two questions that both have

# The same treatment for another condition: what failed for pain says nothing of the bladder.
CARE = {
    "concurrent_care", "failed", "contraindicated", "evaluated_by", "bladder_care_failed",
    "bladder_care_contraindicated", "dysfunction_care_failed", "dysfunction_care_unsuitable",
    "incontinence_care_failed", "incontinence_care_unsuitable",
}  # fmt: skip
# Other questions with like words, and what tells them apart.
ALLOWED = {
    frozenset(pair): why
    for *pair, why in [
        ("indication", "phrenic_indication", "each has the indications of its own service as answers"),
        ("polysomnography", "sleep_study_date", "one asks where it stands in the chart, the other for its day"),
        ("phrenic_contraindications", "uncontrolled", "an active infection anywhere, or one that is not under control"),
        ("infections", "phrenic_contraindications", "a systemic infection, or an active one of any kind"),
        ("infections", "uncontrolled", "a systemic infection, or an active one that is not under control"),
        ("phrenic_contraindications", "prosthesis_infections", "any infection, or one of the urogenital tract"),
        ("bmi", "obstacles", "a number with a limit, or a reason why leads do not suit"),
        ("incontinence_care_failed", "secondary_to", "surgery for the condition, or the condition as a cause"),
        ("incontinence_care_unsuitable", "secondary_to", "surgery for the condition, or the condition as a cause"),
        ("prosthesis_infections", "uncontrolled", "an infection of the urogenital tract, or of the wound"),
    ]
}


def asked_in(policy: Policy) -> Iterator[tuple[str, str]]:
    """The words of each question with its name. A question that is answered item by item has the words of each."""
    for fact in policy.facts:
        items = [one.label for one in fact.type.options] if isinstance(fact.type, Findings) else [fact.ask]
        yield from ((fact.name, words) for words in items)


def near(policies: Iterable[Policy]) -> set[frozenset[str]]:
    """The pairs of names under which two policies ask nearly the same."""
    asking: dict[tuple[str, str], set[str]] = {}
    for policy in policies:
        for asked in asked_in(policy):
            asking.setdefault(asked, set()).add(policy.id)
    found = set()
    for ((name, words), here), ((other, others), there) in combinations(asking.items(), 2):
        one, two = content(words).telling, content(others).telling
        if name != other and here.isdisjoint(there) and len(one & two) >= LIKENESS * max(len(one | two), 1):
            found.add(frozenset((name, other)))
    return {pair for pair in found if not pair <= CARE}


def newest() -> list[Policy]:
    report = Report()
    read = read_documents(documents(ROOT / "policies", report), report, linted=False)
    found = sorted((one.policy for one in read if one.policy), key=lambda policy: policy.effective)
    return list({policy.id: policy for policy in found}.values())


def test_what_two_policies_ask_alike_is_one_question_or_is_told_apart() -> None:
    assert near(newest()) == set(ALLOWED)


def test_a_question_in_other_words_is_found() -> None:
    knee, nerve = (policy for policy in newest() if policy.id in ("knee_arthroscopy", "nerve_lesions"))
    doubled = [replace(f, name="mri", ask="Where is the result of the MRI of this knee?") for f in knee.facts[-1:]]
    assert frozenset(("knee_mri", "mri")) in near([knee, replace(nerve, facts=(*nerve.facts, *doubled))])
    assert frozenset(("knee_mri", "mri")) not in near([knee, nerve])
