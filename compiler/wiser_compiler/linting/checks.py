"""The lints over one policy that was read without errors: each is one function and one row of CHECKS."""

from __future__ import annotations

from collections.abc import Callable

from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.absence import absence_never_helps
from wiser_compiler.linting.bounds import bounds_have_words, uncovered_bound
from wiser_compiler.linting.examples import charts, clocks_have_examples, examples_agree, examples_differ
from wiser_compiler.linting.quoted_numbers import unused_number
from wiser_compiler.linting.states import states_differ


def check_policy(policy: Policy, report: Report) -> None:
    """Run every check."""
    for check in CHECKS:
        check(policy, report)


def examples_hold(policy: Policy, report: Report) -> None:
    """The checks on examples: they agree with the policy, and every bound has them."""
    known = charts(policy, report)
    examples_differ(policy, report)
    examples_agree(policy, known, report)
    clocks_have_examples(policy, report)
    uncovered_bound(policy, known, report)


# The checks on criteria alone, whatever words and examples stand beside them.
PROVEN: tuple[Callable[[Policy, Report], None], ...] = (absence_never_helps, states_differ)

CHECKS: tuple[Callable[[Policy, Report], None], ...] = (bounds_have_words, unused_number, examples_hold, *PROVEN)
