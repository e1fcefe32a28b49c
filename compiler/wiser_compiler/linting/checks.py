"""The lints over one policy that was read without errors: each is one function and one row of a table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from wiser_compiler.core.accepted import ON_LINT
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.absence import absence_never_helps
from wiser_compiler.linting.accepted import accept
from wiser_compiler.linting.bounds import (
    Lacking,
    Tells,
    Told,
    bounds_have_words,
    clocks_have_examples,
    no_examples,
    uncovered_bound,
)
from wiser_compiler.linting.declarations import question_disagrees
from wiser_compiler.linting.examples import charts, examples_agree, examples_differ, unconfirmed_example
from wiser_compiler.linting.quoted_logic import quoted_logic
from wiser_compiler.linting.quoted_numbers import unused_number
from wiser_compiler.linting.sheet import sheet_differs, sheet_wording
from wiser_compiler.linting.states import states_differ


def nobody(_policy: Policy, _lacking: Lacking, _names: Collection[str]) -> Told:
    """The answer where no command finds examples: not known."""
    return Told(None)


def check_policy(policy: Policy, report: Report, tells: Tells = nobody) -> None:
    """Run every check. `tells` is asked for an example before it is demanded."""
    for _ in check_steps(policy, report, tells):
        pass


def check_steps(policy: Policy, report: Report, tells: Tells = nobody) -> Iterator[None]:
    """Run every check, and stop before the examples, which take longest."""
    before = len(report.found)
    for check in WORDED:
        check(policy, report)
    yield
    examples_hold(policy, report, tells)
    for check in PROVEN:
        check(policy, report)
    accept(policy, report, before, ON_LINT)


def examples_hold(policy: Policy, report: Report, tells: Tells = nobody) -> None:
    """The checks on examples: they agree with the policy, and every bound has them."""
    known = charts(policy, report)
    examples_differ(policy, report)
    unconfirmed_example(policy, report)
    no_examples(policy, report, tells)
    examples_agree(policy, known, report)
    clocks_have_examples(policy, report, tells)
    uncovered_bound(policy, known, report, tells)


# The checks on criteria alone, whatever words and examples stand beside them.
PROVEN: tuple[Callable[[Policy, Report], None], ...] = (absence_never_helps, states_differ)

# What holds of the words beside them.
WORDED: tuple[Callable[[Policy, Report], None], ...] = (
    bounds_have_words,
    unused_number,
    question_disagrees,
    quoted_logic,
    sheet_differs,
    sheet_wording,
)
