"""The words that test one fact, such as `at_least` or `one_of`.

A word turns its YAML into an expression of `core/model.py` with plain words. Targets know the core alone, so a new word
is one function and one row of WORDS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from wiser_compiler.core.kinds import kind_of, operator
from wiser_compiler.core.model import (
    AtLeast,
    Bound,
    Choice,
    Codes,
    Compare,
    Date,
    Documented,
    Expr,
    Fact,
    FactType,
    FactValue,
    Findings,
    Includes,
    Literal,
    Multiple,
    Not,
    Note,
    Number,
    Op,
    Option,
    OptionSet,
    Records,
    Sum,
    Term,
    YesNo,
    all_of,
    any_of,
)
from wiser_compiler.core.quoted_numbers import measured
from wiser_compiler.core.words import amount
from wiser_compiler.diagnostics import Advice, Span, counted
from wiser_compiler.reading import fields
from wiser_compiler.reading.code_lists import read_meant
from wiser_compiler.reading.date_words import date_word
from wiser_compiler.reading.fact_test import NO_TEST, FactTest, WordedTest
from wiser_compiler.reading.fields import bare_text
from wiser_compiler.reading.syntax import Items, Node, Text
from wiser_compiler.reading.vocabulary import number_of

# ---------------------------------------------------------------- any fact


def documented(test: FactTest) -> WordedTest:
    """`x: documented` — the chart states the fact, with any value. Until then the test is missing, never not met."""
    return WordedTest("stated in the chart", Documented(test.fact))


def same_as(test: FactTest) -> WordedTest:
    """`x: {same_as: y}` — both are stated and equal."""
    other = _named(test)
    return WordedTest(f"the same as the {other.words}", _equal(test, other)) if other else NO_TEST


def different_from(test: FactTest) -> WordedTest:
    """`x: {different_from: y}` — both are stated and not equal."""
    other = _named(test)
    return WordedTest(f"not the same as the {other.words}", Not(_equal(test, other))) if other else NO_TEST


def _named(test: FactTest) -> Fact | None:
    found = bare_text(test.node, test.report, "what it is compared with")
    return None if found is None else test.other_fact(found.text, test.node)


def _equal(test: FactTest, other: Fact) -> Expr:
    return Compare("==", FactValue(test.fact), FactValue(other))


# ---------------------------------------------------------------- yes or no


def is_yes_or_no(test: FactTest) -> WordedTest:
    """`x: yes`, `x: no` or `x: {is: yes}`."""
    wanted = fields.yes_no(test.node, test.report, f"`{test.fact.name}`")
    if wanted is None:
        return NO_TEST
    return WordedTest("Yes" if wanted else "No", Compare("==", FactValue(test.fact), Literal(wanted)))


# ---------------------------------------------------------------- numbers


def bound(op: Op, said: str) -> Callable[[FactTest], WordedTest]:
    """A comparison with `4 weeks`, with another fact, or with `25 percent of` another fact."""

    def compare(test: FactTest) -> WordedTest:
        assert isinstance(test.fact.type, Number)
        unit = test.fact.type.unit
        node = bare_text(test.node, test.report, f"the bound of `{test.fact.name}`")
        if node is None:
            return NO_TEST
        left: Term = FactValue(test.fact)
        right: Term | None = None
        words = ""
        bounds: tuple[Bound, ...] = ()
        share = re.fullmatch(r"([1-9][0-9]*) percent of ([a-z_][a-z0-9_]*)", node.text)
        if share and not unit.startswith("percent"):
            if other := test.other_number(share[2], node):
                left, right = Multiple(100, left), Multiple(int(share[1]), other[0])
                words, bounds = f"{share[1]} percent of the {other[1]}", (Bound(op, Decimal(share[1]), "percent"),)
        elif re.fullmatch(fields.NAME, node.text):
            if other := test.other_number(node.text, node):
                right, words = other[0], f"the {other[1]}"
        else:
            value = fields.quantity(node, unit, f"`{test.fact.name}`", test.report)
            if value is not None:
                _check_range(test, value, node.span)
                whole = not test.fact.type.places and not measured(unit)
                right, words, bounds = Literal(value), node.text, (Bound(op, value, unit, whole),)
        return NO_TEST if right is None else WordedTest(said.format(words), Compare(op, left, right), bounds)

    return compare


def _check_range(test: FactTest, value: Decimal, span: Span) -> None:
    kind = test.fact.type
    assert isinstance(kind, Number)
    if not kind.low <= value <= kind.high:
        test.report.error(
            "bound-out-of-range",
            f"`{test.fact.name}` runs from {kind.low} to {kind.high}, so this bound can never decide",
            span,
            "change the bound, or the range of the fact",
        )
    elif value != round(value, kind.places):
        test.report.error(
            "bound-too-fine",
            f"`{test.fact.name}` has at most {counted(kind.places, 'decimal place')}, and the bound has more"
            if kind.places
            else f"`{test.fact.name}` is a whole number, and the bound is not",
            span,
            "change the bound, or give the fact `places:`",
        )


def change(direction: str) -> Callable[[FactTest], WordedTest]:
    """`score: {fell_from: baseline, by_at_least: 50 percent}` or `by_at_least: 4 points` — exact, never a division.

    A change by a share is met only if the first number is above 0: a percentage of 0 is undefined.
    """

    def compare(test: FactTest) -> WordedTest:
        base = _named(test)
        strict = "by_more_than" in test.beside
        if strict == ("by_at_least" in test.beside):
            return test.wrong(
                "half-a-test",
                f"`{direction}_from` needs to say by how much",
                "add `by_at_least: 50 percent` or `by_more_than: 50 percent`",
            )
        node = bare_text(test.beside["by_more_than" if strict else "by_at_least"], test.report, "the change")
        by = _change(test, base, direction, node) if base and node else None
        if base is None or node is None or by is None:
            return NO_TEST
        score, start = FactValue(test.fact), FactValue(base)
        gain = Sum((start, Multiple(-1, score)) if direction == "fell" else (score, Multiple(-1, start)))
        op: Op = ">" if strict else ">="
        if by.unit == "percent":
            enough = Compare(op, Multiple(100, gain), Multiple(int(by.value), start))
            sure = _never_from_nothing(base.type, test.fact.type, direction, strict)
            expr = enough if sure else all_of(Compare(">", start, Literal(Decimal(0))), enough)
        else:
            expr = Compare(op, gain, Literal(by.value))
        how = "fallen" if direction == "fell" else "risen"
        words = node.text.replace(f" of {base.name}", f" of the {base.words}")
        return WordedTest(
            f"has {how} from the {base.words} by {operator(op).words} {words}", expr, (replace(by, op=op),)
        )

    return compare


def _never_from_nothing(first: FactType, last: FactType, direction: str, strict: bool) -> bool:
    """A change from 0 is ruled out by what is compared, so that no test for it is needed."""
    assert isinstance(first, Number) and isinstance(last, Number)
    return first.low > 0 or (direction == "fell" and strict and first.low == 0 and last.low >= 0)


def _change(test: FactTest, base: Fact, direction: str, node: Text) -> Bound | None:
    """The size of a change: a share of the first number, or an amount in its unit.

    Between percentages both are spelt out.
    """
    unit = kind_of(test.fact.type).unit
    share = re.fullmatch(r"(.+) percent(?: of ([a-z_][a-z0-9_]*))?|.*%", node.text)
    points = re.fullmatch(r"(.+) percentage points?", node.text) if unit.startswith("percent") else None
    if unit.startswith("percent") and points is None and (share is None or share[2] is None):
        number = node.text.partition(" ")[0]
        test.report.error(
            "wrong-unit",
            f"`{node.text}` may be a share or a difference, since `{test.fact.name}` itself is in {unit}",
            node.span,
            f"write `{number} percent of {base.name}` for a share, or `{number} percentage points` for a difference",
        )
        return None
    if share is not None:
        return _share(test, base, node, share[1] or "", share[2] or base.name)
    return _amount(test, (test.fact, base) if direction == "rose" else (base, test.fact), node, points)


def _share(test: FactTest, base: Fact, node: Text, number: str, of: str) -> Bound | None:
    """`50 percent`, or `50 percent of baseline`."""
    written = node._replace(text=f"{number} percent") if number else node
    percent = fields.quantity(written, "percent", "a change", test.report)
    if percent is None:
        return None
    if of != base.name:
        test.report.error(
            "wrong-kind", f"a change from `{base.name}` is a share of it, and not of `{of}`", node.span,
            f"write `{number} percent of {base.name}`, or compare with `at_most:` or `at_least:`",
        )  # fmt: skip
        return None
    if percent != int(percent) or not 0 < percent <= 1000:
        test.report.error("bad-number", "the change must be a whole number of percent", node.span)
        return None
    return Bound(">=", percent, "percent")


def _amount(test: FactTest, ends: tuple[Fact, Fact], node: Text, points: re.Match[str] | None) -> Bound | None:
    """`4 points`, or `10 percentage points`; `ends` are the fact that is higher and the one that is lower."""
    higher, lower = (fact.type for fact in ends)
    assert isinstance(higher, Number) and isinstance(lower, Number)
    unit = higher.unit
    if unit and (number := re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,4})?", node.text)):
        value = Decimal(number[0])
        share = f"{(value * 100).normalize() if value < 1 else value:f} percent"  # 0.5 is half
        test.report.error(
            "wrong-unit", f"`{node.text}` needs a unit: a change is in percent, or in {unit}", node.span,
            f"write `{share}` for a share, or `{amount(value, unit)}` for an amount",
        )  # fmt: skip
        return None
    written = node._replace(text=f"{points[1]} {unit}") if points else node
    by = fields.quantity(written, unit, "a change", test.report)
    if by is None:
        return None
    most = higher.high - lower.low
    if not 0 < by <= most:
        test.report.error(
            "bound-out-of-range",
            f"between `{ends[0].name}` and `{ends[1].name}` a change lies above 0 and is at most {most}",
            node.span,
            "change the amount, or the range of a fact",
        )
        return None
    if by != round(by, max(higher.places, lower.places)):
        test.report.error(
            "bound-too-fine", "the amount has more decimal places than the facts have", node.span,
            "change the amount, or give the facts `places:`",
        )  # fmt: skip
        return None
    return Bound(">=", by, "percentage points" if points else unit)


# ---------------------------------------------------------------- one of several


def is_option(test: FactTest) -> WordedTest:
    """`sedation: {is: deep}`."""
    if bare_text(test.node, test.report, f"the answer of `{test.fact.name}`") is None:
        return NO_TEST
    return _options(test, test.node, lambda options: any_of(*_each_is(test.fact, options)))


def one_of(test: FactTest) -> WordedTest:
    """`sedation: {one_of: [deep, general]}` or the name of a group."""
    return _options(test, test.node, lambda options: any_of(*_each_is(test.fact, options)), "one of: ")


def none_of(test: FactTest) -> WordedTest:
    """`state: {none_of: [AZ, WA]}`."""
    return _options(test, test.node, lambda options: Not(any_of(*_each_is(test.fact, options))), "none of: ")


def _each_is(fact: Fact, options: tuple[Option, ...]) -> tuple[Expr, ...]:
    return tuple(Compare("==", FactValue(fact), Literal(option.id)) for option in options)


def graded(op: Op, said: str) -> Callable[[FactTest], WordedTest]:
    """`stage: {at_least: stage_3}` — one of the answers from there on, where they run from least to most."""

    def compare(test: FactTest) -> WordedTest:
        kind = test.fact.type
        assert isinstance(kind, Choice)
        if not kind.ordered:
            return test.wrong(
                "wrong-kind",
                f"the answers of `{test.fact.name}` have no order",
                "give the fact `ordered: yes`, with the answers from least to most, or name them under one_of:",
            )
        ids = [option.id for option in kind.options]
        id = fields.one_of(test.node, ids, test.report, f"an answer of `{test.fact.name}`", "unknown-option")
        if id is None:
            return NO_TEST
        at, how = ids.index(id), operator(op)
        chosen = [
            option
            for place, option in enumerate(kind.options)
            if (how.below and place < at) or (how.equal and place == at) or (how.above and place > at)
        ]
        if not 0 < len(chosen) < len(ids):
            which = "every answer is" if chosen else "no answer is"
            return test.wrong("bound-out-of-range", f"{which} {said.format(f'`{id}`')}, so this bound can never decide",
                              "name another answer")  # fmt: skip
        number = number_of(kind.options[at])
        bounds = () if number is None else (Bound(op, number, "", whole=True),)
        expr = AtLeast(1, _each_is(test.fact, tuple(chosen)))
        return WordedTest(said.format(kind.options[at].label), expr, bounds)

    return compare


def includes(test: FactTest) -> WordedTest:
    """`codes: {includes: "62323"}`."""
    return _options(test, test.node, lambda options: all_of(*_each_in(test.fact, options)), "includes ", " and ")


def includes_any(test: FactTest) -> WordedTest:
    """`codes: {includes_any: ["62323", "64483"]}`."""
    return _options(test, test.node, lambda options: any_of(*_each_in(test.fact, options)), "at least one of: ")


def includes_none(test: FactTest) -> WordedTest:
    """`codes: {none_of: ["63650"]}`."""
    return _options(test, test.node, lambda options: Not(any_of(*_each_in(test.fact, options))), "none of: ")


def only(test: FactTest) -> WordedTest:
    """`levels: {only: lumbar}` — nothing else is in the set. An empty set meets this."""
    inside = _read_options(test, test.node)
    outside = tuple(option for option in kind_of(test.fact.type).options if option not in inside)
    if inside and not outside:
        return test.wrong(
            "empty-group", "every answer is allowed here, so this tests nothing", "leave some answers out"
        )
    if not inside:
        return NO_TEST
    return WordedTest(f"nothing but: {_labels(inside)}", Not(any_of(*_each_in(test.fact, outside))))


def within(test: FactTest) -> WordedTest:
    """`planned_levels: {within: fractured_levels}` — the second set has every item of the first.

    An empty set is within every other. Each option has a test of its own: it is not in the first set, or it is in the
    second.
    """
    node = bare_text(test.node, test.report, "what it lies within")
    answers = {option.id for option in kind_of(test.fact.type).options}
    if node is not None and (node.text in test.names.groups or node.text in answers):
        return test.wrong(
            "wrong-kind",
            f"`within` names another set, and `{node.text}` is written down here",
            Advice(f"write `only: {node.text}`", f"within: {node.text}", f"only: {node.text}", test.span)
            if node.text in answers or answers.issuperset(test.names.groups[node.text].ids)
            else "name another set, or answers of this one behind `only`",
        )
    other = test.other_fact(node.text, node) if node else None
    if other is None:
        return NO_TEST
    each = (
        any_of(Not(Includes(test.fact, option.id)), Includes(other, option.id))
        for option in kind_of(test.fact.type).options
    )
    return WordedTest(f"nothing that is not in the {other.words}", all_of(*each))


def _each_in(fact: Fact, options: tuple[Option, ...]) -> tuple[Expr, ...]:
    return tuple(Includes(fact, option.id) for option in options)


def _options(
    test: FactTest, node: Node, build: Callable[[tuple[Option, ...]], Expr], said: str = "", sign: str = "; "
) -> WordedTest:
    options = _read_options(test, node)
    words = said if len(options) > 1 else {"at least one of: ": "includes "}.get(said, said)
    return WordedTest(words + _labels(options, sign), build(options)) if options else NO_TEST


def _labels(options: tuple[Option, ...], sign: str = "; ") -> str:
    """Labels as their author wrote them, with a separator between them."""
    return sign.join(option.label for option in options)


def _read_options(test: FactTest, node: Node) -> tuple[Option, ...]:
    """The options a test names, one by one or by a group."""
    if isinstance(test.fact.type, Codes):
        return read_codes(test, node)
    known = {option.id: option for option in kind_of(test.fact.type).options}
    if isinstance(node, Text) and node.text in test.names.groups:
        group = test.names.groups[node.text]
        if all(item in known for item in group.ids):
            return tuple(known[item] for item in group.ids)
        test.wrong("wrong-kind", f"the group `{node.text}` is about `{group.of}`, and not about `{test.fact.name}`")
        return ()
    words = [*known, *(name for name, group in test.names.groups.items() if set(group.ids) <= set(known))]
    found = []
    for item in fields.items(node, test.report, f"the answers of `{test.fact.name}`"):
        name = fields.one_of(item, words, test.report, f"an answer of `{test.fact.name}`", "unknown-option")
        if name in known:
            found.append(known[name])
        elif name:
            found += [known[member] for member in test.names.groups[name].ids]
    return _some(test, node, tuple(dict.fromkeys(found)))


def _some(test: FactTest, node: Node, found: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options or codes that were read. An empty list is reported, since it would test nothing."""
    if not found and isinstance(node, Items) and not node.items:
        test.wrong("empty-group", "a list of answers needs at least one", "write the answers, or delete the test")
    return found


_CODES_BY_SIGN = re.compile(r"[A-Z0-9.]+(?:[%x]|\.?-|\.?\.?\.)|[A-Z0-9.]+( - | ?[–:] ?)[A-Z0-9.]+", re.IGNORECASE)


def read_codes(test: FactTest, node: Node) -> tuple[Option, ...]:
    """The codes a test names; any well-formed code may be named."""
    assert isinstance(test.fact.type, Codes)
    groups, system = test.names.groups, test.fact.type.system
    codes: list[str] = []
    for item in fields.items(node, test.report, "the codes"):
        if isinstance(item, Text) and _CODES_BY_SIGN.fullmatch(item.text):
            group = f"{test.fact.name}_meant: {{of: {system}, are: [...]}}"
            help = f"list them once under `groups:`, as in `{group}`, and name the group here"
            help += ", or give the beginning of the codes and the sign *"
            test.report.error("bad-name", f"`{item.text}` stands for several codes", item.span, help)
        elif isinstance(item, Text) and item.text in groups:
            if groups[item.text].of != system:
                test.wrong(
                    "wrong-kind", f"the group `{item.text}` is about `{groups[item.text].of}`, not {system} codes"
                )
            codes += groups[item.text].ids
        else:
            codes += read_meant(item, system, test.report)
    return _some(test, node, tuple(Option(code, code) for code in dict.fromkeys(codes)))


# ---------------------------------------------------------------- findings


def findings_are(test: FactTest) -> WordedTest:
    """`contraindications: none`, `symptoms: any`, `evaluated_by: all`, also `{is: none}`."""
    assert isinstance(test.fact.type, Findings)
    which = fields.one_of(test.node, ("none", "any", "all"), test.report, "a word for findings")
    options = test.fact.type.options
    each = _each_in(test.fact, options)
    match which:
        case "none":
            return WordedTest("None of: " + _labels(options), all_of(*(Not(part) for part in each)))
        case "any":
            return WordedTest("At least one of: " + _labels(options), any_of(*each))
        case "all":
            return WordedTest("All of: " + _labels(options), all_of(*each))
        case _:
            return NO_TEST


def findings_at_least(test: FactTest) -> WordedTest:
    """`treatments: {at_least: 2}` — that many of the items are found."""
    assert isinstance(test.fact.type, Findings)
    options = test.fact.type.options
    count = fields.whole(test.node, test.report, "the number of findings", 1, len(options))
    if count is None:
        return NO_TEST
    bound = Bound(">=", Decimal(count), "", whole=True)
    return WordedTest(
        f"At least {count} of: {_labels(options)}", AtLeast(count, _each_in(test.fact, options)), (bound,)
    )


# ---------------------------------------------------------------- which word goes with which fact

Word = Callable[[FactTest], WordedTest]

_SAME: dict[str, Word] = {"same_as": same_as, "different_from": different_from}

# Words that test a number, or the number of records.
BOUNDS: Mapping[str, tuple[Op, str]] = {
    "at_least": (">=", "{} or more"),
    "at_most": ("<=", "no more than {}"),
    "more_than": (">", "more than {}"),
    "less_than": ("<", "less than {}"),
    "is": ("==", "exactly {}"),
}

WORDS: Mapping[type[FactType], Mapping[str, Word]] = {
    YesNo: {"is": is_yes_or_no, **_SAME},
    Note: {},
    Number: {
        **{word: bound(op, said) for word, (op, said) in BOUNDS.items()},
        "fell_from": change("fell"),
        "rose_from": change("rose"),
    },
    Date: {
        "on_or_after": date_word(">="),
        "on_or_before": date_word("<="),
        "after": date_word(">"),
        "before": date_word("<"),
        "is": date_word("=="),
        **_SAME,
    },
    Choice: {
        "is": is_option, "one_of": one_of, "none_of": none_of,
        **{word: graded(op, said) for word, (op, said) in BOUNDS.items() if word != "is"},
        **_SAME,
    },
    OptionSet: {
        "includes": includes, "includes_any": includes_any, "none_of": includes_none, "only": only, "within": within,
        **_SAME,
    },
    Findings: {
        "is": findings_are, "at_least": findings_at_least,
        "includes": includes, "includes_any": includes_any, "none_of": includes_none,
    },
    Codes: {"includes": includes, "includes_any": includes_any, "none_of": includes_none},
    Records: {},
}  # fmt: skip

# Words that only complete another one.
BESIDE = {"by_at_least": ("fell_from", "rose_from"), "by_more_than": ("fell_from", "rose_from")}
