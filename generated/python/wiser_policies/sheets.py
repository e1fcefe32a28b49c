"""The printed sheet of a policy, blank or filled in with what a request documents.

    from wiser_policies import check
    from wiser_policies.sheets import as_html, filled_sheet
    page = as_html(filled_sheet(check(request)))

A filled sheet has values of the request: protect it as you protect the request.
"""

from __future__ import annotations

from wiser_policies._ask import ask_list
from wiser_policies._check import named, newest, validator
from wiser_policies._odd_days import odd_days
from wiser_policies._policy import Policy
from wiser_policies._result import Result
from wiser_policies._sheet.blocks import Sheet
from wiser_policies._sheet.fill import Filling, ask_rows, fill
from wiser_policies._sheet.html import as_html, fragment
from wiser_policies._sheet.layout import advice_of, sheet_of
from wiser_policies._sheet.pdf import as_pdf
from wiser_policies._sheet.request_values import Data
from wiser_policies._sheet.style import STYLE
from wiser_policies._verdicts import INVALID, NOT_MET

__all__ = ["STYLE", "Sheet", "advice_sheet", "as_html", "as_pdf", "blank_sheet", "filled_sheet", "fragment"]


def blank_sheet(policy: str, *, large: bool = False) -> Sheet:
    """The blank sheet of a policy, such as `esi@6.0.0`, or `esi` for the newest version; `large` is in large type.

    Raises LookupError for a policy that does not exist, or that is a program.
    """
    return sheet_of(_data(_policy(policy)), large)


def advice_sheet(policy: str, *, large: bool = False) -> Sheet:
    """The blank sheet of what the guide does not ask and is worth a look; arguments and errors as of `blank_sheet`."""
    return advice_of(_data(_policy(policy)), large)


def filled_sheet(result: Result, *, today: str | None = None, large: bool = False) -> Sheet:
    """The sheet filled in with the request of a result, with what is still missing first.

    `today` is a day as YYYY-MM-DD, from which on a visit can still come. Raises ValueError for an invalid request and a
    `today` that is no day, and LookupError where a program answered.
    """
    if result.outcome == INVALID:
        raise ValueError("an invalid request has no sheet")
    policy, verdicts, request = result.policy, result.verdicts, result._asked()
    interpreter, found = policy.interpreter, result.explain()
    fields = {fact.name: [field.name for field in fact.fields] for fact in policy.facts}
    fired = [one.title for one in policy.criteria if one.effect == "advisory" and verdicts[one.id] == NOT_MET]
    return fill(
        sheet_of(_data(policy), large),
        Filling(
            policy=interpreter.data,
            request=request,
            outcome=result.outcome,
            verdicts=verdicts,
            missing={
                one.criterion.id: [name for fact in one.missing for name in (fact.name, *fields[fact.name])]
                for one in found
            },
            decided_by={
                one.criterion.id: [name for fact in one.decided_by for name in (fact, *fields[fact])] for one in found
            },
            days={one.clock.id: one.day for one in result.deadlines() if one.day},
            asks=ask_rows(ask_list(result, today).as_dict()),
            advice=fired,
            odd=odd_days(policy, request),
            work_out=lambda term: interpreter.worked_out(request, term),
            holds=lambda test: interpreter.truth(test, request),
        ),
    )


def _policy(name: str) -> Policy:
    id, version = named(name)
    return validator(id, version or newest(id)).POLICY


def _data(policy: Policy) -> Data:
    """What sheets are made of."""
    if policy.program:
        raise LookupError(f"{policy.id} is a program and has no sheet")
    return policy.interpreter.data
