"""Validators for the documentation criteria of Medicare's WISeR model. Standard library only.

    from wiser_policies import check
    result = check(request)          # a dict, as a JSON reader returns it
    result.outcome                   # "ready", "incomplete", "not met", "out of scope", "invalid"
    for gap in result.gaps(): ...    # what is missing, and where in the chart to look
    scope(request).outcome           # "in scope", "cannot tell yet", "out of scope", "invalid"

The procedure codes of the request choose the policy, and the date of receipt chooses its version. Each version is also
a module of its own, such as `wiser_policies.esi.v6_0_0`.
The outcome is about documentation; it is not a coverage decision.
"""

from typing import TYPE_CHECKING, Any

from wiser_policies._check import Validator, check, check_json, known_versions, scope, scope_json, validator
from wiser_policies._explanations import Deadline, Explanation, Gap
from wiser_policies._index import POLICIES, PROGRAMS, Entry, Version, __version__
from wiser_policies._policy import (
    AddOn,
    AddOns,
    Asking,
    Citation,
    Clock,
    Criterion,
    Edition,
    Fact,
    Instruction,
    Interpreter,
    Policy,
    Service,
    Sheet,
    SheetLine,
    SheetPart,
    State,
)
from wiser_policies._reasons import Reason
from wiser_policies._result import NOTICE, Result
from wiser_policies._rules import Problem
from wiser_policies._verdicts import Effect, Outcome, ProblemCode, Verdict

if TYPE_CHECKING:
    from wiser_policies._ask import AskList, Contradiction, Office, OpenGap, Thing, Way, ask_list
    from wiser_policies._catalog import catalog, read_file
    from wiser_policies._catalog_types import Catalog, CatalogService, Changes, PolicyVersion, ProgramVersion
    from wiser_policies._forms import form_from_request, request_from_form
    from wiser_policies._questions import Question, next_question
    from wiser_policies._spellings import NotUnderstood, Understood, understood, what_to_write

__all__ = [
    "NOTICE", "POLICIES", "PROGRAMS", "AddOn", "AddOns", "AskList", "Asking", "Catalog", "CatalogService", "Changes",
    "Citation", "Clock", "Contradiction", "Criterion", "Deadline", "Edition", "Effect", "Entry", "Explanation",
    "Fact", "Gap", "Instruction", "Interpreter", "NotUnderstood", "Office", "OpenGap", "Outcome", "Policy",
    "PolicyVersion", "Problem", "ProblemCode", "ProgramVersion", "Question", "Reason", "Result", "Service", "Sheet",
    "SheetLine", "SheetPart", "State", "Thing", "Understood", "Validator", "Verdict", "Version", "Way", "__version__",
    "ask_list", "catalog", "check", "check_json", "form_from_request", "known_versions", "next_question", "read_file",
    "request_from_form", "scope", "scope_json", "understood", "validator", "what_to_write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What validators do without is read when it is first asked for: the catalog, forms, questions, spellings."""
    if name in ("catalog", "read_file"):
        from wiser_policies import _catalog as module
    elif name in ("form_from_request", "request_from_form"):
        from wiser_policies import _forms as module  # type: ignore[no-redef]
    elif name in ("AskList", "Contradiction", "Office", "OpenGap", "Thing", "Way", "ask_list"):
        from wiser_policies import _ask as module  # type: ignore[no-redef]
    elif name in ("Question", "next_question"):
        from wiser_policies import _questions as module  # type: ignore[no-redef]
    elif name in ("NotUnderstood", "Understood", "understood", "what_to_write"):
        from wiser_policies import _spellings as module  # type: ignore[no-redef]
    elif name in __all__:
        from wiser_policies import _catalog_types as module  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
