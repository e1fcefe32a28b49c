"""Requests to test an application with: a Hypothesis strategy for each policy, aimed at its edges.

    from hypothesis import given
    from wiser_policies import check
    from wiser_policies.testing import requests

    @given(requests("esi@6.0.0"))
    def test_our_page_takes_every_answer(drawn):
        show(check(drawn, policy="esi@6.0.0"))

Needs hypothesis (`pip install 'wiser-policies[testing]'`), and nothing else in the package does. Your settings of
Hypothesis decide how many requests are drawn, and whether each run draws the same. No request is of a patient: all are
drawn from the policy and its examples, which are made up.
"""

from __future__ import annotations

from typing import Any

from wiser_policies import validator
from wiser_policies._check import named, newest

try:
    from hypothesis.strategies import SearchStrategy
except ModuleNotFoundError as _error:
    if _error.name != "hypothesis":
        raise
    raise ImportError("wiser_policies.testing needs hypothesis: pip install 'wiser-policies[testing]'") from None

from wiser_policies._defects import invalid
from wiser_policies._drawing import valid
from wiser_policies._edges import edges_of

__all__ = ["invalid_requests", "requests"]


def requests(policy: str) -> SearchStrategy[dict[str, Any]]:
    """Valid requests for one version, such as `esi@6.0.0`, or for the newest version of `esi`.

    Each is an example of the policy, one in which the facts of one criterion are drawn anew, or drawn anew
    as a whole. Numbers and dates are mostly at a bound or one step beside it, and any fact may be left out, the codes
    and the day of receipt too: so name the version in `check(drawn, policy="esi@6.0.0")`. A failure
    shrinks towards an example that is ready. Raises LookupError for a policy that does not exist.
    """
    return valid(_edges(*_version(policy)))


def invalid_requests(policy: str) -> SearchStrategy[object]:
    """Invalid requests for this version: a valid request with one defect, or no request at all.

    Some hold values that JSON cannot, such as NaN and tuples. Raises LookupError for a policy that does not exist.
    """
    return invalid(_edges(*_version(policy)))


def _version(policy: str) -> tuple[str, str]:
    """Id and version; the newest one where none is named."""
    id, version = named(policy)
    return id, version or newest(id)


def _edges(policy: str, version: str) -> dict[str, Any]:
    """The edges beside the validator of this version, which is loaded too.

    If the first `check` loaded the validator, it could use up the time that Hypothesis grants a test.
    """
    validator(policy, version)
    return edges_of(policy, version)
