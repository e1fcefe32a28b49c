"""Random requests for a policy, drawn by the code of `wiser_policies.testing`."""

from __future__ import annotations

from hypothesis.strategies import SearchStrategy
from wiser_policies._defects import invalid
from wiser_policies._drawing import valid
from wiser_policies._edges import Request

from wiser_compiler.core.case import read_case
from wiser_compiler.core.evaluate import Case
from wiser_compiler.core.model import Policy
from wiser_compiler.core.request_edges import edges


def requests(policy: Policy) -> SearchStrategy[Request]:
    """Valid requests: an example, one with the facts of one criterion drawn anew, or drawn anew as a whole."""
    return valid(edges(policy))


def cases(policy: Policy) -> SearchStrategy[Case]:
    """The cases of valid requests."""
    return requests(policy).map(lambda request: read_case(policy.facts, request)[0])


def invalid_requests(policy: Policy) -> SearchStrategy[object]:
    """A valid request with one defect, or something that is no request at all."""
    return invalid(edges(policy))
