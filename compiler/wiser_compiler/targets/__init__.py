"""Policy to files. A target is a pure function of the policy: it reads no clock, no options, and no file but its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wiser_compiler.core.model import Policy
from wiser_compiler.targets.cases import cases
from wiser_compiler.targets.columns import columns
from wiser_compiler.targets.compiled import compiled
from wiser_compiler.targets.fhir import fhir
from wiser_compiler.targets.forms import forms
from wiser_compiler.targets.graph import graph
from wiser_compiler.targets.javascript import javascript, javascript_index
from wiser_compiler.targets.json_schema import any_result, ask_schema, json_schema, summary_schema
from wiser_compiler.targets.markdown import markdown
from wiser_compiler.targets.output import Output
from wiser_compiler.targets.page import page
from wiser_compiler.targets.pages import index_page
from wiser_compiler.targets.python import python, python_index
from wiser_compiler.targets.sheet import sheet

# Listed by hand: a target that is not here is not built.
TARGETS: Mapping[str, Callable[[Policy], Output]] = {
    "python": python,
    "columns": columns,
    "json_schema": json_schema,
    "forms": forms,
    "markdown": markdown,
    "cases": cases,
    "compiled": compiled,
    "javascript": javascript,
    "graph": graph,
    "fhir": fhir,
    "sheet": sheet,
}

# Pages about all policies together.
WHOLE: tuple[Callable[[Sequence[Policy]], Output], ...] = (
    python_index,
    javascript_index,
    index_page,
    page,
    any_result,
    summary_schema,
    ask_schema,
)
