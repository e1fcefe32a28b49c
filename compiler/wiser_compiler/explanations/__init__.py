"""What each diagnostic means, why it is one, and how the same is written well.

Knows nothing of the compiler. The examples are changes of small imaginary policies; a test holds every `bad` one
to its code and every `good` one to no finding at all. The numbers in them are from no real source.
"""

from __future__ import annotations

from collections.abc import Mapping

from wiser_compiler.explanations.documents import OF_DOCUMENTS
from wiser_compiler.explanations.page import Explanation
from wiser_compiler.explanations.proofs import OF_PROOFS

EXPLANATIONS: Mapping[str, Explanation] = {**OF_DOCUMENTS, **OF_PROOFS}


def explain(code: str) -> str:
    """The page of a code, in Markdown. Raises KeyError for a code that is not in `EXPLANATIONS`."""
    return EXPLANATIONS[code].page(code)


def pages() -> Mapping[str, str]:
    """The page of every code, in the order of the table."""
    return {code: explain(code) for code in EXPLANATIONS}
