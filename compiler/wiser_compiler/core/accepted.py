"""Findings that a document may accept: a source may bring them about, and none of them says that something is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wiser_compiler.core.model import Acceptance

# What `wiser lint` finds: words and examples that no source may need.
WORDING = ("unused-number",)
COVERAGE = ("uncovered-bound",)

# What `wiser prove` finds: a source asks twice, asks for nothing, or leaves a value to neither or both of two routes.
# That criteria contradict one another is no such finding: then no request would be ready, whatever the reason.
PROOF = (
    "dead-exception", "dead-test", "gap-between-routes", "idle-fact", "idle-test", "implied-criterion", "lost-answer",
    "never-applies", "never-fails", "overlapping-routes", "swallowed-rule",
)  # fmt: skip
ABOUT_FACTS = ("idle-fact",)  # all others are about a criterion, or a clock

ON_LINT = (*WORDING, *COVERAGE)
ACCEPTABLE = (*ON_LINT, *PROOF)


def spoken_of(
    accepted: Sequence[Acceptance], found: Sequence[tuple[str, Sequence[str]]]
) -> Iterator[tuple[Acceptance, list[int]]]:
    """Each acceptance with the positions of its findings, given by code and by the names of what they are about.

    A finding belongs to one acceptance alone. If there are more than an acceptance counts, it accepts none of them:
    nobody can tell which ones are meant.
    """
    free = list(range(len(found)))
    for one in accepted:
        its = [at for at in free if found[at][0] == one.finding and one.of in found[at][1]]
        free = [at for at in free if at not in its]
        yield one, its
