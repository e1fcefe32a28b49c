"""The logic of a policy as a picture: its questions, how they are joined, and the wanted answers."""

from __future__ import annotations

from wiser_compiler.core.model import Policy
from wiser_compiler.targets.checklist.sheet import graph_path
from wiser_compiler.targets.graph.svg import picture
from wiser_compiler.targets.graph.tree import trees
from wiser_compiler.targets.output import Output


def graph(policy: Policy) -> Output:
    """One picture, `graph/<id>/<version>.svg`."""
    return Output({graph_path(policy): picture(policy, trees(policy))})
