"""The choice of the policy and version that answer a request, and their answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Protocol, cast

from wiser_policies._compiled import CompiledPolicy
from wiser_policies._dates import is_day
from wiser_policies._index import FACTS, POLICIES, PROGRAMS, Entry, Version
from wiser_policies._json import NotJson, read_json
from wiser_policies._policy import Fact, Policy, Service
from wiser_policies._result import Result
from wiser_policies._rules import Problem, guess, listed, plain, problems
from wiser_policies._verdicts import OUT_OF_SCOPE


class Validator(Protocol):
    """The module of one policy version."""

    POLICY: Policy

    def check(self, request: object) -> Result:
        """The result for a request: its verdicts, or its problems."""


NO_OBJECT = Problem("", "must be an object whose keys are facts", "not-an-object")

# The policy of a result when none could be chosen.
NO_POLICY = Policy("", "", "", "", None, (), (), (), CompiledPolicy({"criteria": (), "clocks": ()}, {}))


def validator(policy: str, version: str = "") -> Validator:
    """The module of one policy version, as in `validator("esi", "6.0.0")` or `validator("esi@6.0.0")`.

    An id alone means the newest version. Raises LookupError for a policy that does not exist, and TypeError for a name
    that is not text.
    """
    id, chosen = named(policy)
    if version:
        id, chosen = named(f"{policy}@{version}")
    return _module(id, chosen or newest(id))


@lru_cache(64)
def _module(id: str, version: str) -> Validator:
    return cast(Validator, import_module(f"wiser_policies.{id}.v{version.replace('.', '_')}"))


def known_versions() -> list[str]:
    """Every version that `check` takes by name, as in `esi@6.0.0`: of the policies, then of the program."""
    return [f"{entry.id}@{version.version}" for entry in (*POLICIES, *PROGRAMS) for version in entry.versions]


def unknown(policy: str) -> str:
    """The message about the name of a policy and version that does not exist."""
    return f"there is no policy {policy}; known are {', '.join(known_versions())}"


def named(policy: object) -> tuple[str, str]:
    """The id and the version of a name such as `esi@6.0.0`; for `esi` alone, which leaves it open, an empty version.

    Raises LookupError for a policy that does not exist, and TypeError for a name that is not text.
    """
    if not isinstance(policy, str):
        raise TypeError('a policy is named by its id, alone or with a version, such as "esi@6.0.0"')
    known = _names().get(policy)
    if known is None:
        raise LookupError(unknown(policy))
    return known


@lru_cache(1)
def _names() -> dict[str, tuple[str, str]]:
    entries = (*POLICIES, *PROGRAMS)
    versions = {
        f"{entry.id}@{known.version}": (entry.id, known.version) for entry in entries for known in entry.versions
    }
    return {entry.id: (entry.id, "") for entry in entries} | versions


def newest(id: str) -> str:
    """The newest version of a policy that exists."""
    return _entry(id).versions[-1].version


def _entry(id: str) -> Entry:
    return next(entry for entry in (*POLICIES, *PROGRAMS) if entry.id == id)


def check(request: object, policy: str = "") -> Result:
    """The verdicts on a request. Never raises on any request.

    The codes choose the policy and the date of receipt its version; without a date the newest version answers, and says
    that the date is missing. `policy` names the policy, as in `esi`, or one version, as in `esi@6.0.0`.
    The program answers a request whose codes are in no policy, if it puts the request out of scope.
    Raises LookupError for a `policy` that does not exist, and TypeError for one that is not text.
    """
    id, version = named(policy) if policy != "" else ("", "")
    try:
        return _answer(request, id, version)
    except Exception:  # raised by a subclass in the request, such as text that refuses to be compared
        return _answer(plain(request), id, version)


def _answer(request: object, id: str, version: str) -> Result:
    if version:
        return _module(id, version).check(request)
    if id:
        request = plain(request)
        chosen = in_force_of(id, request)
    else:
        chosen = choose(request) or choose(request := plain(request))
    if chosen is not None:
        return _module(*chosen).check(request)
    beside = scope(request)
    if beside.outcome == OUT_OF_SCOPE:
        return beside
    return _invalid(_none_on_that_day(_entry(id))) if id else _invalid(*why_none(request))


def in_force_of(id: str, request: object) -> tuple[str, str] | None:
    """The policy with its version for a request of plain JSON values, if one is in force on the day of receipt.

    A program itself says that it is not.
    """
    entry = _entry(id)
    received = request.get("received_date") if type(request) is dict else None
    version = version_on(entry, received)
    stated = received if type(received) is str and is_day(received) else None
    return (entry.id, version.version) if entry in PROGRAMS or _in_force(version, stated) else None


def check_json(data: str | bytes | bytearray | memoryview, policy: str = "") -> Result:
    """The same for a JSON document, as text or bytes. A document that is not strict JSON is an invalid request."""
    return _of_json(data, lambda request: check(request, policy))


def scope(request: object) -> Result:
    """Whether the program concerns a request at all, before any criterion is read. Never raises on any request.

    Reads the facts of the program and ignores those of policies. Without a date of receipt the newest version answers,
    and says that the date is missing.
    """
    if not PROGRAMS:
        return _invalid(Problem("", "no program is known here", "no-program"))
    request = plain(request)
    if type(request) is not dict:
        return _invalid(NO_OBJECT)
    module = _module(PROGRAMS[0].id, version_on(PROGRAMS[0], request.get("received_date")).version)
    asked = {fact.name for fact in module.POLICY.facts}
    return module.check({key: value for key, value in request.items() if key in asked or key not in FACTS})


def scope_json(data: str | bytes | bytearray | memoryview) -> Result:
    """The same for a JSON document, as text or bytes."""
    return _of_json(data, scope)


def _of_json(data: str | bytes | bytearray | memoryview, answer: Callable[[object], Result]) -> Result:
    try:
        request = read_json(data)
    except NotJson as error:
        return _invalid(Problem("", str(error), error.code))
    return answer(request)


def _invalid(*found: Problem) -> Result:
    return Result(NO_POLICY, (), {}, found)


def choose(request: object) -> tuple[str, str] | None:
    """The policy and version that answer a request, if its codes and its date choose one."""
    if type(request) is not dict:
        return None
    codes, received = request.get("codes"), request.get("received_date")
    if type(codes) is not list or (received is not None and not (type(received) is str and is_day(received))):
        return None
    fitting = _fitting(codes)
    if len(fitting) != 1 or _of_another_service(codes, fitting[0]):
        return None
    version = version_on(fitting[0], received)
    return (fitting[0].id, version.version) if _in_force(version, received) else None


def why_none(request: object) -> tuple[Problem, ...]:
    """Why no policy answers a request of plain JSON values."""
    if type(request) is not dict:
        return (NO_OBJECT,)
    stated = {fact.name: request[fact.name] for fact in choosing() if fact.name in request}
    if broken := problems(choosing(), stated):
        return broken
    codes = request.get("codes")
    if not codes:
        words = "must list the procedure codes on the request: they choose the policy"
        near = guess([key for key in request if key not in FACTS], ("codes",))
        return (Problem("/codes", words + near, "codes-missing"),)
    fitting, services = _fitting(codes), _services(codes)
    ids = list(dict.fromkeys([*(entry.id for entry in fitting), *(service.id for service in services)]))
    if len(ids) > 1 and fitting:
        words = f"these are codes of {len(ids)} services ({listed(ids, 'and')}); send one request for each"
        return (Problem("/codes", words, "several-services"),)
    if fitting:
        return (_none_on_that_day(fitting[0]),)
    if services:
        titles = " and ".join(service.title for service in services)
        words = f"{titles}: a service of the program, and no policy here encodes it"
        return (Problem("/codes", words, "service-not-encoded"),)
    return (Problem("/codes", "none of the policies here lists a code of this request", "unknown-service"),)


def _none_on_that_day(entry: Entry) -> Problem:
    begins, ends = entry.versions[0].effective, entry.versions[-1].until
    known = f"from {begins} on" + (f" and before {ends}" if ends else "")
    words = f"the criteria of {entry.id.replace('_', ' ')} are known here {known}, and not for that day"
    return Problem("/received_date", words, "no-version-on-that-day")


def _fitting(codes: Sequence[object]) -> list[Entry]:
    """The policies that list one of these codes."""
    found = {id for code in codes if type(code) is str for id in _by_code().get(code, ())}
    return [entry for entry in POLICIES if entry.id in found]


@lru_cache(1)
def _by_code() -> dict[str, list[str]]:
    """The policies that list a code."""
    found: dict[str, list[str]] = {}
    for entry in POLICIES:
        for code in entry.codes:
            found.setdefault(code, []).append(entry.id)
    return found


def _of_another_service(codes: Sequence[object], entry: Entry) -> bool:
    """Whether a code belongs to another service of the program than the one of the policy."""
    others = [code for code in codes if type(code) is str and code not in entry.codes]
    return any(code in program.codes for program in PROGRAMS for code in others)


def _services(codes: Sequence[str]) -> list[Service]:
    """The services of the program that list one of these codes, even if the request is invalid."""
    known = [_module(program.id, program.versions[-1].version).POLICY.services for program in PROGRAMS]
    return [service for services in known for service in services if not set(codes).isdisjoint(service.codes)]


@lru_cache(1)
def choosing() -> tuple[Fact, ...]:
    """The facts that choose a policy and its version, with their rules: every policy has the same ones."""
    entries = (*PROGRAMS, *POLICIES)[:1]  # none in a package of no policies
    known = [_module(entry.id, entry.versions[-1].version).POLICY.facts for entry in entries]
    return tuple(fact for facts in known for fact in facts if fact.name in ("codes", "received_date"))


def version_on(entry: Entry, day: object) -> Version:
    """The version in force on a day; before the first and after the last, the nearest; without a day, the newest.

    The nearest version has a verdict that it is not in force.
    """
    known = entry.versions
    if type(day) is not str or not is_day(day):
        return known[-1]
    return next((version for version in known if version.until is None or day < version.until), known[-1])


def _in_force(version: Version, day: str | None) -> bool:
    return day is None or (version.effective <= day and (version.until is None or day < version.until))
