"""New requests from known ones: cheap, so there can be millions."""

from __future__ import annotations

from random import Random
from typing import Any

from wiser_compiler.core.model import Policy, Records


def crossed(policy: Policy, parents: list[dict[str, Any]], chance: Random) -> dict[str, Any]:
    """A request with some facts, and some records, of another one; now and then one fact less."""
    one, other = chance.choice(parents), chance.choice(parents)
    child = dict(one)
    for fact in chance.sample(policy.facts, chance.randint(1, max(1, len(policy.facts) // 3))):
        if fact.name not in other or chance.random() < 0.1:
            child.pop(fact.name, None)
        elif isinstance(fact.type, Records) and chance.random() < 0.5:
            rows = [*child.get(fact.name, []), *other[fact.name]]
            child[fact.name] = chance.sample(rows, chance.randint(0, min(len(rows), fact.type.most)))
        else:
            child[fact.name] = other[fact.name]
    return child
