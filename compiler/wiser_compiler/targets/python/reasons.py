"""Why a criterion has its verdict, as code: the tests in words, joined as in the policy."""

from __future__ import annotations

from collections.abc import Sequence

from wiser_compiler.core.model import AtLeast, Expr, Findings, Includes, Not, Policy, Says
from wiser_compiler.core.walk import facts_of
from wiser_compiler.targets.python.code import STEP, Atom, call, define, layout, quoted
from wiser_compiler.targets.python.types import reads
from wiser_compiler.targets.python.units import Units, all_parts


def reason_lines(policy: Policy, units: Units, typed: dict[str, str]) -> list[str]:
    """One function that explains a request, and one for each criterion."""
    calls: list[str] = []
    functions: list[str] = []
    for criterion in policy.criteria:
        unit = units.verdicts[criterion.id]
        name = units.naming.function("reason", criterion.id)
        calls += call(name, unit.params, STEP * 2, ",")
        if criterion.applies_when is None:
            tree = reason(criterion.test, units, STEP * 2, after="")
        else:
            applies = reason(criterion.applies_when, units, STEP * 3)
            test = (STEP + line for line in reason(criterion.test, units, STEP * 2))
            tree = [f"{STEP * 2}only_if(", *applies, *test, f"{STEP * 2})"]
        doc = [f"Why {criterion.id} is met, not met or missing."]
        functions += [
            *define(name, [(param, typed[param]) for param in unit.params], Atom("Reason"), doc),
            f"{STEP}return (",
            *tree,
            f"{STEP})",
            "",
            "",
        ]
    return [
        "def reasons(request: dict[str, Any]) -> tuple[Reason, ...]:",
        '    """Why each criterion has its verdict, for a valid request."""',
        "    get = request.get",
        *reads(policy.facts, units.naming),
        *units.look_lines(),
        f"{STEP}return (",
        *calls,
        f"{STEP})",
        "",
        "",
        *functions,
    ]


def reason(expr: Expr, units: Units, indent: str, words: str = "", quote: str = "", after: str = ",") -> list[str]:
    """The code that builds the reason of an expression; `words` and `quote` stand above it, `after` behind it."""
    match expr:
        case Says(part=AtLeast(count=count, parts=inner), question=question, quote=own) if items := _findings(inner):
            # Item by item, so that the one that was not looked for is named.
            head = [str(count), quoted(f"{words}: {question}" if words else question), quoted(own or quote)]
            body = [line for item, label in items for line in reason(item, units, indent + STEP, label)]
            return [f"{indent}at_least(", *(f"{indent}{STEP}{entry}," for entry in head), *body, f"{indent}){after}"]
        case Says(part=part, question=question, answer=answer, quote=own):
            said = f"{question} {answer}".strip()
            both = f"{words}: {said}" if words and said else words or said
            return reason(part, units, indent, both, own or quote, after)
        case AtLeast(count=count, parts=inner) if _has_words(expr):
            head = [str(count), quoted(words), quoted(quote)]
            body = [line for part in inner for line in reason(part, units, indent + STEP)]
            return [f"{indent}at_least(", *(f"{indent}{STEP}{item}," for item in head), *body, f"{indent}){after}"]
        case Not(part=part) if _has_words(part):
            head = [quoted(words), quoted(quote)]
            body = reason(part, units, indent + STEP)
            return [f"{indent}none_of(", *(f"{indent}{STEP}{item}," for item in head), *body, f"{indent}){after}"]
        case _:
            logic = units.logic(called=lambda _says: None)
            head = [quoted(words), quoted(quote), quoted(tuple(fact.name for fact in facts_of(expr)))]
            return [
                f"{indent}test(",
                *(f"{indent}{STEP}{item}," for item in head),
                *layout(logic.surely(expr, True), indent + STEP, "", ","),
                *layout(logic.surely(expr, False), indent + STEP, "", ","),
                f"{indent}){after}",
            ]


def _findings(parts: Sequence[Expr]) -> list[tuple[Expr, str]]:
    """The parts with their labels, if each asks for one finding, or for its absence."""
    items = []
    for part in parts:
        found = part.part if isinstance(part, Not) else part
        if not isinstance(found, Includes) or not isinstance(found.fact.type, Findings):
            return []
        label = next(option.label for option in found.fact.type.options if option.id == found.item)
        items.append((part, f"ruled out: {label}" if isinstance(part, Not) else label))
    return items


def _has_words(expr: Expr) -> bool:
    return any(isinstance(part, Says) for part in all_parts(expr))
