"""The shipped policies and the program, by key. A process reads them once, for all test modules.

They are read without lints, which take most of the time: `wiser lint` is a step of `make test`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis.strategies import SearchStrategy
from wiser_compiler.core.model import Policy
from wiser_compiler.diagnostics import Report
from wiser_compiler.linting.library import Document, documents, read_documents
from wiser_compiler.proof.strategies import invalid_requests, requests

ROOT = Path(__file__).parents[1]


def _read() -> dict[str, Document]:
    report = Report()
    found = list(read_documents(documents(ROOT / "policies", report), report, linted=False))
    assert report.found == []
    return {document.key: document for document in found}


DOCUMENTS = _read()
SHIPPED: dict[str, Policy] = {key: one.policy for key, one in DOCUMENTS.items() if one.policy is not None}


@cache
def requests_for(key: str) -> SearchStrategy[dict[str, Any]]:
    """Valid requests for a shipped policy; a strategy takes far longer to build than a request to draw."""
    return requests(SHIPPED[key])


@cache
def invalid_requests_for(key: str) -> SearchStrategy[object]:
    """Requests for a shipped policy that are not valid."""
    return invalid_requests(SHIPPED[key])
