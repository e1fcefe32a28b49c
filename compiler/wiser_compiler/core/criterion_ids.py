"""Ids of the criteria that the compiler makes of a document's head, and how such a criterion is told from an author's.

`reading/compiler_criteria.py` makes them (decision 09). A document that has one keeps its id from authors; where none
was made, an author may use the id.
"""

from __future__ import annotations

from wiser_compiler.core.model import Criterion

IN_FORCE = "in-force"  # of `effective`
LISTED_CODE = "listed-code"  # of `codes`, or of the services of a program
ONE_SERVICE = "one-service"  # of the services of a program


def of_code(code: str) -> str:
    """The id of what `only_when` asks for a procedure code."""
    return f"code-{code.lower()}"


def primary_of(code: str) -> str:
    """The id of what `add_on_to` asks for a procedure code."""
    return f"primary-of-{code.lower()}"


def is_made(criterion: Criterion, *ids: str) -> bool:
    """The compiler made this criterion, under one of these ids."""
    return criterion.origin == "compiler" and criterion.id in ids
