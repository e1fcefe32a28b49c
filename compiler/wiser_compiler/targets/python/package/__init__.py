"""Validators for the documentation criteria of Medicare's WISeR model. Standard library only.

    from wiser_policies import check
    result = check(request)          # a dict, as a JSON reader returns it
    result.outcome                   # "ready", "incomplete", "not met", "out of scope", "invalid"
    for gap in result.gaps(): ...    # what is missing, and where in the chart to look
    scope(request).outcome           # "in scope", "cannot tell yet", "out of scope", "invalid"

The policy is chosen by the procedure codes of the request, and its version by the date the request
is received. Each version is also a module of its own, such as `wiser_policies.esi.v6_0_0`.
The outcome is about documentation; it is not a coverage decision.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from wiser_policies._index import FACTS, POLICIES, PROGRAMS, Entry, Version
from wiser_policies._json import NotJson, read_json
from wiser_policies._runtime import NOTICE, OUT_OF_SCOPE, Policy, Problem, Result, is_day

__all__ = [
    "NOTICE", "POLICIES", "PROGRAMS", "Validator", "check", "check_json", "known_versions", "scope", "scope_json",
    "validator",
]  # fmt: skip


class Validator(Protocol):
    """The module of one policy version."""

    POLICY: Policy

    def check(self, request: object) -> Result:
        """The verdicts on a request, or what makes it invalid."""


# What a result speaks of when no policy could be chosen.
NO_POLICY = Policy("", "", "", "", None, (), (), (), lambda _request: ())


@lru_cache(64)
def validator(policy: str, version: str) -> Validator:
    """The module of one policy version, as in `validator("esi", "6.0.0")`. Raises LookupError."""
    for entry in (*POLICIES, *PROGRAMS):
        if entry.id == policy and any(known.version == version for known in entry.versions):
            return cast(Validator, import_module(f"wiser_policies.{policy}.v{version.replace('.', '_')}"))
    raise LookupError(f"there is no policy {policy}@{version}; known are {', '.join(known_versions())}")


def known_versions() -> list[str]:
    """Every policy and version, as in `esi@6.0.0`."""
    return [f"{entry.id}@{version.version}" for entry in POLICIES for version in entry.versions]


def check(request: object, policy: str = "") -> Result:
    """The verdicts on a request. Never raises on any request.

    `policy` names one version, as in `esi@6.0.0`; without it the codes and the date of receipt choose.
    A request whose codes are in no policy is answered by the program, if that puts it out of scope.
    Raises LookupError for a `policy` that does not exist.
    """
    if policy:
        name, _, version = policy.partition("@")
        return validator(name, version).check(request)
    chosen = choose(request)
    if not isinstance(chosen, Problem):
        return validator(*chosen).check(request)
    beside = scope(request)
    if beside.outcome == OUT_OF_SCOPE:
        return beside
    if chosen is NOT_HERE and beside.services:
        titles = " and ".join(service.title for service in beside.services)
        return _invalid(Problem("/codes", f"{titles}: a service of the program, and no policy here encodes it"))
    return _invalid(chosen)


def check_json(data: bytes, policy: str = "") -> Result:
    """The same for the bytes of a JSON document; what is not strict JSON is an invalid request."""
    return _of_json(data, lambda request: check(request, policy))


def scope(request: object) -> Result:
    """Whether the program concerns a request at all, before any criterion is read. Never raises on any request.

    Reads the facts of the program and passes over those of policies. Without a date of receipt the newest version
    answers, and says that the date is missing.
    """
    if type(request) is not dict:
        return _invalid(NO_OBJECT)
    if not PROGRAMS:
        return _invalid(Problem("", "no program is known here"))
    received = request.get("received_date")
    known = PROGRAMS[0].versions
    version = version_on(PROGRAMS[0], received) if type(received) is str and is_day(received) else known[-1]
    module = validator(PROGRAMS[0].id, version.version)
    asked = {fact.name for fact in module.POLICY.facts}
    return module.check({key: value for key, value in request.items() if key in asked or key not in FACTS})


def scope_json(data: bytes) -> Result:
    """The same for the bytes of a JSON document."""
    return _of_json(data, scope)


def _of_json(data: bytes, answer: Callable[[object], Result]) -> Result:
    try:
        request = read_json(data)
    except NotJson as error:
        return _invalid(Problem("", str(error)))
    return answer(request)


def _invalid(problem: Problem) -> Result:
    return Result((NO_POLICY, (), {}, (problem,)))


NOT_HERE = Problem("/codes", "none of the policies here lists a code of this request")
NO_OBJECT = Problem("", "must be an object whose keys are facts")


def choose(request: object) -> tuple[str, str] | Problem:
    """The policy and version that answer a request, or why none can be chosen."""
    if type(request) is not dict:
        return NO_OBJECT
    codes, received = request.get("codes"), request.get("received_date")
    if type(codes) is not list or not codes:
        return Problem("/codes", "must list the procedure codes on the request: they choose the policy")
    if received is None:
        return Problem("/received_date", "must be stated as YYYY-MM-DD: it chooses the version")
    if type(received) is not str or not is_day(received):
        return Problem("/received_date", "must be a date written YYYY-MM-DD: it chooses the version")
    fitting = [entry for entry in POLICIES if any(type(code) is str and code in entry.codes for code in codes)]
    if not fitting:
        return NOT_HERE
    if len(fitting) > 1:
        ids = " and ".join(entry.id for entry in fitting)
        return Problem("/codes", f"these are codes of {len(fitting)} services ({ids}); send one request for each")
    others = [code for code in codes if code not in fitting[0].codes]
    if any(code in program.codes for program in PROGRAMS for code in others):
        return Problem("/codes", f"these are codes of {fitting[0].id} and another service; send one request for each")
    version = version_on(fitting[0], received)
    if received < version.effective or (version.until is not None and received >= version.until):
        begins, ends = fitting[0].versions[0].effective, fitting[0].versions[-1].until
        known = f"from {begins} on" + (f" and before {ends}" if ends else "")
        return Problem(
            "/received_date", f"the criteria of {fitting[0].id} are known here {known}, and not for that day"
        )
    return fitting[0].id, version.version


def version_on(entry: Entry, day: str) -> Version:
    """The version in force on a day; before the first and after the last, the nearest.

    The nearest one then says itself that it is not in force.
    """
    known = entry.versions
    return next((v for v in known if v.until is None or day < v.until), known[-1])
