"""Made-up requests at any number, to try an application with.

    from wiser_policies import check
    from wiser_policies.samples import requests

    for request in requests("esi", count=1000, seed=7):
        show(check(request))

They are drawn from the examples and the bounds of the policies, and are of no patient. A seed gives the same requests
on every machine, as long as the version of this package is the same; the first ones of many are the same as of a few.
`wiser sample` writes the same requests to files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wiser_policies._sample_rows import Rows
from wiser_policies._sample_wanted import CHARTS, wanted
from wiser_policies._verdicts import INCOMPLETE, INVALID, NOT_MET, OUT_OF_SCOPE, READY

__all__ = ["requests"]


def requests(
    *policies: str,
    count: int,
    seed: int = 1,
    today: str = "",
    ready: float | None = None,
    incomplete: float | None = None,
    not_met: float | None = None,
    out_of_scope: float | None = None,
    charts: int = CHARTS,
) -> Iterator[dict[str, Any]]:
    """So many requests for policies, each named as `esi` or `esi@6.0.0`; for all of them if none is named.

    Shares are numbers from 0 to 1; what is not said shares the rest. `today` is the last day of receipt, as
    YYYY-MM-DD; without it they begin with the first day of each version. `charts` is the number of different charts of
    a service. Raises ValueError for shares that are no parts of one whole, and LookupError for a policy that does not
    exist or is not in force then.
    """
    if count < 0:
        raise ValueError("the number of requests is 0 or more")
    shares = {READY: ready, INCOMPLETE: incomplete, NOT_MET: not_met, OUT_OF_SCOPE: out_of_scope, INVALID: 0.0}
    rows = Rows(wanted(policies, seed, today, shares, charts), "ndjson")  # type: ignore[arg-type]  # keys are outcomes
    return map(json.loads, rows.lines(count))
