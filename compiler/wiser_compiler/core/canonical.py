"""What an expression means, as one line of text.

Two expressions with the same text mean the same; words, quotations and places
are left out. Used as a key, where comparing whole trees would be slow.
"""

from __future__ import annotations

from typing import assert_never

from wiser_compiler.core.model import (
    AtLeast,
    Compare,
    Count,
    Documented,
    Expr,
    Extreme,
    FactValue,
    Includes,
    Literal,
    Multiple,
    Not,
    Shifted,
    Sum,
    Term,
    Worded,
)


def canonical(thing: Expr | Term) -> str:
    """The meaning of an expression or term as text."""
    match thing:
        case Worded(part=part):
            return canonical(part)
        case Not(part=part):
            return f"not({canonical(part)})"
        case AtLeast(count=count, parts=parts):
            return f"at_least({count},{','.join(canonical(part) for part in parts)})"
        case Compare(op=op, left=left, right=right):
            return f"({canonical(left)}{op}{canonical(right)})"
        case Includes(fact=fact, item=item):
            return f"includes({fact.name},{item!r})"
        case Documented(fact=fact):
            return f"documented({fact.name})"
        case FactValue(fact=fact):
            return fact.name
        case Literal(value=value):
            return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)
        case Shifted(date=inner, months=months, days=days):
            return f"shift({canonical(inner)},{months},{days})"
        case Sum(parts=terms):
            return f"sum({','.join(canonical(term) for term in terms)})"
        case Multiple(factor=factor, part=term):
            return f"{factor}*{canonical(term)}"
        case Count(of=of, where=where):
            return f"count({of.name},{'' if where is None else canonical(where)})"
        case Extreme(which=which, of=of, field=field, where=where):
            return f"{which}({of.name},{field.name},{'' if where is None else canonical(where)})"
        case _:
            assert_never(thing)
