"""The ids of the criteria that the compiler makes of a document's head, and the test whether a criterion is one of
them.

`reading/compiler_criteria.py` makes them (decision 09). An author may use such an id only in a document without that
criterion.
"""

from __future__ import annotations

from wiser_compiler.core.model import Criterion

IN_FORCE = "in-force"  # of `effective`
LISTED_CODE = "listed-code"  # of `codes`, or of the services of a program
ONE_SERVICE = "one-service"  # of the services of a program


def of_code(code: str) -> str:
    """The id of the criterion that `only_when` makes for a procedure code."""
    return f"code-{code.lower()}"


def primary_of(code: str) -> str:
    """The id of the criterion that `add_on_to` makes for a procedure code."""
    return f"primary-of-{code.lower()}"


def is_made(criterion: Criterion, *ids: str) -> bool:
    """Whether the compiler made this criterion, under one of these ids."""
    return criterion.origin == "compiler" and criterion.id in ids
