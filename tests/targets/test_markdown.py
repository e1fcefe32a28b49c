"""The printed checklist: everything of the policy is on it, in order, as text and as nothing else."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from shipped import SHIPPED
from strategies_of_policies import EFFECTS, policies
from wiser_compiler.core.model import (
    AddOns,
    AtLeast,
    Choice,
    Citation,
    Code,
    Codes,
    Compare,
    Count,
    Criterion,
    Date,
    Documented,
    Edition,
    Effect,
    Expr,
    Extreme,
    Fact,
    FactType,
    FactValue,
    Findings,
    ForStaff,
    Includes,
    Instruction,
    Literal,
    Not,
    Note,
    Number,
    Option,
    OptionSet,
    Policy,
    Question,
    Reading,
    Records,
    Shifted,
    Source,
    Sum,
    Worded,
    YesNo,
    all_of,
    any_of,
)
from wiser_compiler.core.normal_form import meaning
from wiser_compiler.core.walk import criterion_parts, parts, terms
from wiser_compiler.targets.markdown import escape, markdown

WRITTEN = [pytest.param(written, id=key) for key, written in SHIPPED.items()]

HOSTILE = (
    '"quotes" and it\'s', '"""', "two\nlines\r\n\r\nand a tab\t.", "{{7*7}}", "{% raw %}", "a|b", "\\|",
    "back\\", "<script>alert(1)</script>", "<!-- -->", "`code`", "```", "~~~", "[x](javascript:alert(1))",
    "![x](http://x/y.png)", "[x][1]", "# x", "x #", "- [ ] x", "- x", "+ x", "1. x", "12) x", "---", "===",
    "> x", "***bold***", "_a_ __b__", "    indented", "&amp; &#64;", "https://example.org/?a=1",
    "www.example.org", "a@example.org", "<https://a.b>", "[^1]", "$x$", "~~gone~~", "|---|", "\x00", "a\x07b",
    "\u202egnp.exe", "é “≥” ☐ 漢字", "a\u2028b",
)  # fmt: skip


# ---------------------------------------------------------------- what a reader sees


@lru_cache(16)
def tokens(text: str) -> list[Token]:
    """As a renderer reads it. Tests look at one page in several ways, and none changes a token."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def seen(text: str) -> list[str]:
    """The blocks of text, one string each, as they show."""
    return [shown(token) for token in tokens(text) if token.type == "inline"]


def shown(token: Token) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in token.children or ())


def kinds(text: str) -> set[str]:
    return {kind.type for token in tokens(text) for kind in (token, *(token.children or ()))}


def folded(text: str) -> str:
    """The text on one line, without what cannot be shown or turns other characters around."""
    hidden = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    return "".join(
        "\ufffd"
        if unicodedata.category(char) in ("Cc", "Cs")
        or unicodedata.bidirectional(char) in hidden
        or char in "\u061c\u200e\u200f"
        else char
        for char in " ".join(text.split())
    )


def words(text: str) -> str:
    """Only the words: boxes, the marks between answers, and the kind of answer stand between them."""
    text = folded(text).replace("☐ looked for and not present ☐ present ", "")
    text = text.replace("☐ checked, and not so ☐ so ", "").replace("☐ checked, and not so", "No")
    text = re.sub(r"\bnone of these (codes|levels):", "none of:", text)
    return " ".join(re.sub(r"[☐;:,]", " ", text).split())


# ---------------------------------------------------------------- a small policy by hand

GUIDE = Source("guide", "A guide", "6.0", "6.2.1", "2026-04-24", "https://example.org/guide.pdf")
WEEKS = Fact("weeks", Number(Decimal(0), Decimal(99), 0, "weeks"), "For how many weeks?", "History")
YES = Fact("failed", YesNo(), "Did care fail?", "History")
NOTE = Fact("history", Note(), "Where is the history?", "History")
KIND = Fact(
    "kind",
    Choice((Option("a", "first kind"), Option("b", "second kind"), Option("c", "third kind"))),
    "Which?",
)
SIGNS = Fact("signs", Findings((Option("x", "sign x"), Option("y", "sign y"))), "Which signs?")
LEVELS = Fact("levels", OptionSet(tuple(Option(f"L{n}", f"level {n}") for n in range(11)), "levels"), "Which levels?")
ON = Fact("on", Date(date(2000, 1, 1), date(2036, 12, 31)), "On which date?")
DAY = Fact("session_date", Date(date(2000, 1, 1), date(2036, 12, 31)), "Session date", row_of="sessions")
SIDE = Fact("side", Choice((Option("l", "left"), Option("r", "right"))), "Side", row_of="sessions")
CODES = Fact("codes", Codes("HCPCS"), "Which codes?")
PLANNED = Fact("planned", Number(Decimal(0), Decimal(9), 0, "sessions"), "How many are planned?")
SESSIONS = Fact("sessions", Records((DAY, SIDE), 60, (), "sessions"), "List every session.")


def says(fact: Fact, answer: str, part: Expr, quote: str = "") -> Worded:
    return Worded(part, fact.ask, answer, quote)


FOUR_WEEKS = says(WEEKS, "4 weeks or more", Compare(">=", FactValue(WEEKS), Literal(Decimal(4))), "at least 4 weeks")
FAILED = says(YES, "Yes", Compare("==", FactValue(YES), Literal(True)))
HISTORY = says(NOTE, "", Documented(NOTE))
NOT_SO = "☐\u00a0checked, and not so\u2003☐\u00a0so\u2003"
LEFT = says(SIDE, "left", Compare("==", FactValue(SIDE), Literal("l")))


def one_of(*ids: str) -> Worded:
    labels = "; ".join(option.label for option in KIND.type.options if option.id in ids)  # type: ignore[union-attr]
    return says(KIND, f"one of: {labels}", any_of(*(Compare("==", FactValue(KIND), Literal(i)) for i in ids)))


def criterion(require: Expr = HISTORY, name: str = "c", effect: Effect = "required", **more: Any) -> Criterion:
    return Criterion(name, f"Title of {name}", effect, (Citation(GUIDE, "box 1"),), require, **more)


def policy(*criteria: Criterion, facts: tuple[Fact, ...] = (), codes: tuple[Code, ...] = ()) -> Policy:
    return Policy("p", "1.0.0", "A service", date(2026, 4, 24), None, None, (GUIDE,), codes, facts, criteria)


def text_of(given: Policy) -> str:
    return markdown(given).files[f"markdown/{given.id}/{given.version}.md"]


def row_of(require: Expr, facts: tuple[Fact, ...] = (), **more: Any) -> list[str]:
    """The lines between the boxes of a row and its source."""
    text = text_of(policy(criterion(require, **more), facts=facts))
    inside = text.split("### 1. ")[1].split("\n\n> ")[0].split("\n\n")
    return inside[2].split("\n")


# ---------------------------------------------------------------- one line


@pytest.mark.parametrize(
    "require, lines",
    [
        pytest.param(FOUR_WEEKS, ["- ☐ For how many weeks? **4 weeks or more**\u2003______\u00a0weeks"], id="a number"),
        pytest.param(FAILED, ["- ☐ Did care fail? **Yes**"], id="a question"),
        pytest.param(
            says(YES, "No", Compare("==", FactValue(YES), Literal(False))),
            ["- Did care fail?\u2003☐\u00a0checked, and not so"],
            id="the answer no is a sentence of its own, so a tick never means no",
        ),
        pytest.param(HISTORY, ["- ☐ Where is the history?\u2003page\u00a0______"], id="a note"),
        pytest.param(
            one_of("a", "c"),
            ["- Which? **one of:**\u2003☐\u00a0first kind\u2003☐\u00a0third kind"],
            id="a choice has a box for each answer that is wanted",
        ),
        pytest.param(
            says(SIGNS, "None of: sign x; sign y", all_of(Not(Includes(SIGNS, "x")), Not(Includes(SIGNS, "y")))),
            [
                "- Which signs? **None of:**",
                "  - ☐\u00a0looked for and not present\u2003☐\u00a0present\u2003sign x",
                "  - ☐\u00a0looked for and not present\u2003☐\u00a0present\u2003sign y",
            ],
            id="findings that must be absent are ruled out or present, one by one",
        ),
        pytest.param(
            says(SIGNS, "None of: sign x", Not(Includes(SIGNS, "x"))),
            ["- Which signs? **None of:**", "  - ☐\u00a0looked for and not present\u2003☐\u00a0present\u2003sign x"],
            id="so is a single one",
        ),
        pytest.param(
            says(CODES, "none of: 62321; 64479", Not(any_of(Includes(CODES, "62321"), Includes(CODES, "64479")))),
            ["- ☐ Which codes? **none of these codes: 62321; 64479**"],
            id="codes are there or not, and no chart rules them out",
        ),
        pytest.param(
            says(LEVELS, "none of: level 1; level 2", Not(any_of(Includes(LEVELS, "L1"), Includes(LEVELS, "L2")))),
            ["- ☐ Which levels? **none of these levels: level 1; level 2**\u2003________________________"],
            id="so are the items of a complete list",
        ),
        pytest.param(
            says(CODES, "at least one of: 62321", Includes(CODES, "62321")),
            ["- ☐ Which codes? **at least one of: 62321**"],
            id="codes that must be there are named as the author named them",
        ),
        pytest.param(
            says(LEVELS, "stated in the chart", Documented(LEVELS)),
            ["- ☐ Which levels? **stated in the chart**\u2003________________________"],
            id="more than ten answers are written by hand",
        ),
        pytest.param(
            Compare(">", FactValue(ON), Shifted(FactValue(ON), -12, 3)),
            ["- ☐ On: **after 3 days after 12 months before on**"],
            id="a test without words is said by its terms",
        ),
    ],
)
def test_a_test_is_one_line_with_room_for_the_answer(require: Expr, lines: list[str]) -> None:
    assert row_of(require) == lines


@pytest.mark.parametrize(
    "require, lines",
    [
        pytest.param(all_of(FAILED, HISTORY), ["- **All of these:**", "  - ☐ Did care", "  - ☐ Where is"], id="all"),
        pytest.param(
            any_of(FAILED, HISTORY), ["- **At least one of these:**", "  - ☐ Did care", "  - ☐ Where is"], id="any"
        ),
        pytest.param(
            AtLeast(2, (FAILED, HISTORY, FOUR_WEEKS)),
            ["- **At least 2 of these:**", "  - ☐ Did care", "  - ☐ Where is", "  - ☐ For how"],
            id="some",
        ),
        pytest.param(
            all_of(Not(FAILED), Not(FOUR_WEEKS)),
            ["- **None of these, each looked for:**", f"  - {NOT_SO}Did care", f"  - {NOT_SO}For how"],
            id="none",
        ),
        pytest.param(
            all_of(Not(FAILED), Not(Includes(SIGNS, "x"))),
            [
                "- **None of these, each looked for:**",
                f"  - {NOT_SO}Did care",
                "  - ☐\u00a0looked for and not present\u2003☐\u00a0present\u2003Which signs?",
            ],
            id="only a finding is ruled out",
        ),
        pytest.param(
            Not(Worded(all_of(FAILED, FOUR_WEEKS), "It is healed")),
            [
                "- **None of these, each looked for:**",
                f"  - {NOT_SO}It is healed (“at least 4 weeks”): **All of these:**",
                "    - Did care",
                "    - For how",
            ],
            id="only the condition as a whole is answered, so nothing below it has a box",
        ),
        pytest.param(
            all_of(FAILED, any_of(HISTORY, all_of(FOUR_WEEKS, FAILED))),
            [
                "- **All of these:**",
                "  - ☐ Did",
                "  - **At least one of these:**",
                "    - ☐ Where",
                "    - **All of these:**",
                "      - ☐ For",
                "      - ☐ Did",
            ],
            id="groups within groups",
        ),
        pytest.param(
            all_of(FAILED, Worded(all_of(HISTORY, FOUR_WEEKS), quote="both")),
            ["- **All of these:**", "  - ☐ Did", "  - ☐ Where", "  - ☐ For"],
            id="all within all is one list",
        ),
        pytest.param(AtLeast(1, (FAILED,)), ["- ☐ Did care fail?"], id="a single part needs no group"),
    ],
)
def test_the_logic_of_a_group_is_visible(require: Expr, lines: list[str]) -> None:
    found = row_of(require)
    assert len(found) == len(lines)
    assert [line[: len(start)] for line, start in zip(found, lines, strict=True)] == lines


def test_under_none_of_these_only_what_must_not_be_so_stands_beside_the_box() -> None:
    first = says(KIND, "first kind", Compare("==", FactValue(KIND), Literal("a")))
    assert row_of(all_of(Not(FAILED), Not(first))) == [
        "- **None of these, each looked for:**",
        f"  - {NOT_SO}Did care fail?",
        f"  - {NOT_SO}Which? **first kind**",
    ]


def test_a_condition_is_explained_once_and_then_named_with_the_place() -> None:
    named = Worded(all_of(FAILED, FOUR_WEEKS), "Care failed for long")
    first = criterion(any_of(named, all_of(HISTORY, named)), "first")
    text = text_of(policy(first, criterion(named, "second"), criterion(named, "third", effect="advisory")))
    assert text.count("Care failed for long (“at least 4 weeks”): **All of these:**") == 1
    assert text.count("- ☐ Care failed for long (as above)\n") == 1
    assert text.count("- ☐ Care failed for long (as in row 1)\n") == 2


def test_applicability_and_exception_are_told_apart_from_the_requirement() -> None:
    assert row_of(FAILED, applies_when=one_of("a", "b"), unless=all_of(HISTORY, FOUR_WEEKS))[:4] == [
        "- **Applies only when** Which? **one of:**\u2003☐\u00a0first kind\u2003☐\u00a0second kind",
        "- ☐ Did care fail? **Yes**",
        "- **Or, as an exception:** **All of these:**",
        "  - ☐ Where is the history?\u2003page\u00a0______",
    ]


def test_only_a_criterion_that_may_not_apply_has_a_box_for_that() -> None:
    text = text_of(policy(criterion(name="always"), criterion(name="sometimes", applies_when=FAILED)))
    always, sometimes = text.split("### ")[1:]
    marks = "☐\u00a0Found\u2003☐\u00a0Not found\u2003"
    blanks = "Document\u00a0__________________\u2003Date\u00a0__________\u2003Page\u00a0_____"
    assert f"\n\n{marks}{blanks}\n\n" in always
    assert f"\n\n{marks}☐\u00a0Does not apply\u2003{blanks}\n\n" in sometimes


# ---------------------------------------------------------------- lists


LISTS = (SESSIONS, PLANNED)


@pytest.mark.parametrize(
    "require, lines",
    [
        pytest.param(
            Compare(">=", Count(SESSIONS, LEFT), Literal(Decimal(1))),
            ["- ☐ In list A (sessions), at least one row where: Side: **left**"],
            id="some",
        ),
        pytest.param(
            Compare("<=", Count(SESSIONS, Not(LEFT)), Literal(Decimal(0))),
            ["- ☐ In list A (sessions), every row (if there is one) shows: Side: **left**"],
            id="every",
        ),
        pytest.param(
            Compare("<=", Count(SESSIONS, all_of(LEFT, Not(LEFT))), Literal(Decimal(0))),
            [
                "- ☐ In list A (sessions), every row (if there is one)",
                "  - **Where** Side: **left**",
                "  - **It shows** Side: **left**",
            ],
            id="every one of some",
        ),
        pytest.param(
            Compare("<=", Count(SESSIONS, LEFT), Literal(Decimal(0))),
            ["- ☐ In list A (sessions), no row where: Side: **left**"],
            id="no row",
        ),
        pytest.param(
            Compare("<=", Sum((Count(SESSIONS, all_of(LEFT, LEFT)), FactValue(PLANNED))), Literal(Decimal(4))),
            [
                "- ☐ The number of rows in list A (sessions) plus planned: **at most 4**\u2003______",
                "  - Counting only the rows of list A (sessions) where: **All of these:**",
                "    - Side: **left**",
                "    - Side: **left**",
            ],
            id="count with what is planned",
        ),
    ],
)
def test_a_test_of_a_list_points_to_the_list_and_says_which_rows(require: Expr, lines: list[str]) -> None:
    assert row_of(require, LISTS) == lines
    assert row_of(Worded(require, SESSIONS.ask, "words of the reader"), LISTS) == lines


def test_lists_are_tables_to_fill_in_and_may_be_empty() -> None:
    text = text_of(policy(criterion(), facts=LISTS))
    grid = (
        "**List A: sessions.** List every session.\u2003"
        "☐\u00a0The list is complete\u2003☐\u00a0There is none\n\n"
        "| No. | Session date | Side |\n| --- | --- | --- |\n| 1 |  |  |\n"
    )
    assert grid in text
    assert "\n\nSide: left; right\n" in text
    assert [t.type for t in tokens(text)].count("tr_open") == 1 + 5


def test_a_short_list_has_no_more_rows_than_it_may_have() -> None:
    short = replace(SESSIONS, type=Records((DAY, SIDE), 2))
    assert [t.type for t in tokens(text_of(policy(criterion(), facts=(short,))))].count("tr_open") == 1 + 2


def test_a_date_read_off_a_list_has_its_own_line() -> None:
    latest = Extreme("latest", SESSIONS, DAY, LEFT, "latest_session")
    require = says(ON, "on or after latest session", Compare(">=", FactValue(ON), latest))
    text = text_of(policy(criterion(require), facts=(SESSIONS, ON)))
    start = "- Latest session: the latest “Session date” in list A (sessions)"
    assert f"{start}, only where: Side: **left**\u2003____________\n" in text
    all_rows = says(ON, "x", Compare(">=", FactValue(ON), replace(latest, where=None)))
    assert f"{start}\u2003____________\n" in text_of(policy(criterion(all_rows), facts=(SESSIONS, ON)))


# ---------------------------------------------------------------- the plan


def plan_of(given: Policy) -> list[str]:
    """The lines of the section that comes before the lists."""
    before, found, after = text_of(given).partition(
        "## The plan\n\nFill this in first: what follows refers to it by name.\n\n"
    )
    assert found and "## Lists to fill in" not in before
    return after.split("\n\n")[0].split("\n")


SAME_SIDE = says(SIDE, "the same as the kind", Compare("==", FactValue(SIDE), FactValue(KIND)))
LATEST = Extreme("latest", SESSIONS, DAY, SAME_SIDE, "latest_session")
KIND_LINE = "- **Kind:** Which?\u2003☐\u00a0first kind\u2003☐\u00a0second kind\u2003☐\u00a0third kind"
FEW = Literal(Decimal(4))


@pytest.mark.parametrize(
    "require, lines",
    [
        pytest.param(Compare("<=", Count(SESSIONS, SAME_SIDE), FEW), [KIND_LINE], id="in the filter of a list"),
        pytest.param(
            Compare("<=", Sum((Count(SESSIONS), FactValue(PLANNED))), FEW),
            ["- **Planned:** How many are planned?\u2003______\u00a0sessions"],
            id="beside the count of a list",
        ),
        pytest.param(
            Worded(any_of(HISTORY, says(ON, "x", Compare(">=", FactValue(ON), Shifted(LATEST, 3)))), "A condition"),
            [KIND_LINE, "- **On:** On which date?\u2003____________"],
            id="beside a date of a list, and in the filter of that date",
        ),
    ],
)
def test_the_plan_asks_once_for_what_lists_refer_to(require: Expr, lines: list[str]) -> None:
    facts = (SESSIONS, KIND, PLANNED, ON)
    asked = tuple(fact for fact in facts if any(f" {fact.ask}" in line for line in lines))
    given = policy(criterion(require), facts=(SESSIONS, *asked))
    assert plan_of(given) == lines
    for fact in asked:
        assert text_of(given).count(fact.ask) == 1


def test_a_row_refers_to_the_plan_by_name() -> None:
    compared = Compare("<=", Sum((Count(SESSIONS, SAME_SIDE), FactValue(PLANNED))), FEW)
    stated = says(PLANNED, "stated in the chart", Documented(PLANNED))
    assert row_of(all_of(one_of("a", "b"), stated, FOUR_WEEKS, compared), (SESSIONS, KIND, PLANNED))[:4] == [
        "- **All of these:**",
        "  - ☐ Kind: **one of: first kind; second kind**",
        "  - ☐ Planned: **stated in the chart**",
        "  - ☐ For how many weeks? **4 weeks or more**\u2003______\u00a0weeks",
    ]


def test_findings_are_answered_one_by_one_in_the_row_even_if_a_list_refers_to_them() -> None:
    counted = Compare(">=", Count(SESSIONS, all_of(LEFT, Includes(SIGNS, "x"))), Literal(Decimal(1)))
    none = says(SIGNS, "None of: sign x", Not(Includes(SIGNS, "x")))
    assert row_of(all_of(none, counted), (SESSIONS, SIGNS))[1:3] == [
        "  - Which signs? **None of:**",
        "    - ☐\u00a0looked for and not present\u2003☐\u00a0present\u2003sign x",
    ]


def test_a_column_points_to_the_plan_for_answers_that_stand_there() -> None:
    planned_side = replace(SIDE, name="planned_side", ask="Which side?", row_of="")
    same = Compare("==", FactValue(SIDE), FactValue(planned_side))
    text = text_of(policy(criterion(Compare(">=", Count(SESSIONS, same), FEW)), facts=(SESSIONS, planned_side)))
    assert "\n\nSide: as for planned side\n" in text
    assert text.count("left") == text.count("☐\u00a0left") == 1


def test_a_fact_that_no_test_asks_for_is_asked_in_the_plan() -> None:
    two = says(WEEKS, "more than planned", Compare(">", FactValue(WEEKS), FactValue(PLANNED)))
    given = policy(criterion(two), facts=(WEEKS, PLANNED, KIND, YES))
    assert plan_of(given) == [
        "- **Planned:** How many are planned?\u2003______\u00a0sessions",
        KIND_LINE,
        "- **Failed:** Did care fail?\u2003☐\u00a0Yes\u2003☐\u00a0No",
    ]
    assert text_of(given).count("For how many weeks?") == 1


def test_without_anything_to_refer_to_there_is_no_plan() -> None:
    dated = Compare(">", FactValue(DAY), FactValue(replace(ON, name="service_date")))
    facts = (SESSIONS, replace(ON, name="service_date"))
    text = text_of(policy(criterion(Compare(">=", Count(SESSIONS, dated), FEW)), facts=facts))
    assert "## Lists to fill in" in text
    assert "## The plan" not in text


# ---------------------------------------------------------------- the whole sheet


def test_sections_come_in_the_order_of_the_work() -> None:
    given = policy(
        criterion(name="extra", effect="advisory"),
        criterion(),
        criterion(name="here", effect="scope"),
        facts=LISTS,
    )
    headings = [line for line in text_of(given).split("\n") if line.startswith("#")]
    assert headings == [
        "# A service",
        "## Before you start",
        "## The plan",
        "## Lists to fill in",
        "## What the chart must show",
        "### 1. Title of c",
        "## Also worth a look (never changes the result)",
        "## Still missing",
        "## Sources",
    ]


def test_the_head_says_which_version_and_asks_for_no_identifier_of_the_patient() -> None:
    given = replace(policy(criterion()), until=date(2027, 1, 1), review_by=date(2026, 12, 1))
    text = text_of(given)
    version = "Policy p, version 1.0.0. For requests received on or after 2026-04-24, and before 2027-01-01."
    assert text.startswith(
        f"# A service\n\nDocumentation checklist. {version}\\\n"
        "Follows A guide 6.0, section 6.2.1, published 2026-04-24.\\\n"
        "Review due by 2026-12-01.\\\n"
        "This checklist is about documentation. It is not a coverage decision.\n"
    )
    for blank in ("Planned date of service", "Request received"):
        assert re.search(f"{blank}\u00a0_{{8,}}", text)
    assert not re.search(r"(Patient|birth|MBI|[Rr]ecord number)[^_\n]*_{3}", text)
    assert text.endswith(
        f"---\n\n{version} Sheets with the mark {meaning(given)[:12]} ask for the same.\n"
        "How its criteria are joined, as a picture: graph/p/1.0.0.svg.\n"
        "Not a coverage decision. Not all inclusive.\n\n## Sources\n\n"
        "- guide: A guide 6.0, section 6.2.1, published 2026-04-24, <https://example.org/guide.pdf>\n"
    )


def test_codes_have_a_box_and_name_their_primary_code() -> None:
    codes = (Code("64479", "first level"), Code("64480", "further level", ("64479",)))
    text = text_of(policy(criterion(), facts=(Fact("codes", Codes("HCPCS"), "Which codes?"),), codes=codes))
    assert "- ☐ 64479 first level\n- ☐ 64480 further level (add-on to 64479)\n" in text
    assert "CPT is a registered trademark of the American Medical Association." in text
    assert "CPT" not in text_of(policy(criterion()))


ARTICLE = Source("some_article", "Article A1, known from a summary", secondary=True)


def test_what_staff_have_to_know_stands_where_they_need_it_and_is_only_text() -> None:
    cite = (Citation(ARTICLE, "page *1*"),)
    said = ForStaff(
        (Edition("July <2026>", date(2026, 7, 24), "The same *codes*.", cite),),
        (Instruction("once", "One | service", "It is `for` one.", cite),),
        (Instruction("no", "A no", "Send it [again](x).", cite),),
        (("History", "our *doctor*"), ("Nowhere", "nobody")),
        AddOns("It is “denied”.", cite),
    )
    codes = (Code("64479", "first level"), Code("64480", "further level", ("64479",)))
    facts = (Fact("codes", Codes("HCPCS"), "Which codes?"), YES)
    text = text_of(replace(policy(criterion(FAILED), facts=facts, codes=codes), for_staff=said))
    place = "(Article A1, page \\*1\\*)"
    lines = [
        "- **A request received on or after 2026-07-24: a later edition is known and not encoded here,"
        f" July \\<2026\\>.** The same \\*codes\\*. {place}",
        "- ☐ 64480 further level (add-on to 64479)",
        f"- **An add-on code that will be billed is on the request, beside its primary code.** It is “denied”. {place}",
        "## To send it",
        f"- **One \\| service.** It is \\`for\\` one. {place}",
        "## What the decision means",
        f"- **A no.** Send it \\[again\\](x). {place}",
        "## Whom to ask",
        "| History | our \\*doctor\\* |",
        "## Still missing",
        "- Article A1, known from a summary",
    ]
    assert [line for line in text.splitlines() if line in lines] == lines
    assert "nobody" not in text
    for heading in ("## To send it", "## What the decision means", "## Whom to ask", "a later edition"):
        assert heading not in text_of(policy(criterion()))


@pytest.mark.parametrize(
    "source, name, entry",
    [
        pytest.param(GUIDE, "guide", "guide: A guide 6.0, section 6.2.1, published 2026-04-24", id="a plain word"),
        pytest.param(ARTICLE, "Article A1", "Article A1, known from a summary", id="a title up to its comma"),
        pytest.param(
            Source("guide_6", "The guide", "6.0"), "The guide 6.0", "The guide 6.0", id="a title with its version"
        ),
        pytest.param(
            Source("lcd_1", "An LCD, retired", "2"), "An LCD 2", "An LCD 2: An LCD, retired 2", id="a name of two parts"
        ),
    ],
)
def test_a_source_goes_by_a_name_that_the_footer_explains(source: Source, name: str, entry: str) -> None:
    cited = replace(criterion(FOUR_WEEKS), cite=(Citation(source, "box 1"),))
    text = text_of(replace(policy(cited), sources=(replace(source, url=""),)))
    assert f"> Look in: History. Source: {name}, box 1: “at least 4 weeks”\n" in text
    assert text.endswith(f"## Sources\n\n- {entry}\n")


def test_a_quotation_stands_with_its_condition_and_not_with_the_source_of_the_row() -> None:
    inner = Worded(FAILED, "Care failed", quote="failed")
    outer = Worded(Worded(any_of(FOUR_WEEKS, inner), quote="one of"), "It took long", quote="long", name="long")
    require = Worded(all_of(outer, says(NOTE, "", Documented(NOTE), "history")), quote="and")
    text = text_of(policy(criterion(require), criterion(outer, "second")))
    assert "  - It took long (“long”, “one of”, “at least 4 weeks”): **At least one of these:**\n" in text
    assert "    - ☐ Care failed (“failed”) – Did care fail? **Yes**\n" in text
    assert "> Look in: History. Source: guide, box 1: “and”, “history”\n" in text
    assert "- ☐ It took long (as in row 1)\n\n> Look in: History. Source: guide, box 1\n" in text


def test_a_quotation_of_a_condition_about_rows_stands_with_it() -> None:
    here = Worded(LEFT, "The session was here", quote="per region")
    counted = Compare(">=", Count(SESSIONS, here), Literal(Decimal(1)))
    assert row_of(counted, LISTS) == [
        "- ☐ In list A (sessions), at least one row where: The session was here (“per region”) – Side: **left**"
    ]
    text = text_of(policy(criterion(counted), facts=LISTS))
    assert text.count("“per region”") == 1


NOTES = re.compile(r"\[\^([A-Za-z0-9-]+)\](?!:)")
NOTE_AT_THE_END = re.compile(r"^\[\^([A-Za-z0-9-]+)\]: ", re.MULTILINE)


def test_a_reading_is_one_footnote_that_every_row_names() -> None:
    reading = Reading("B5", "More is no bar.")
    again = replace(FOUR_WEEKS, readings=(reading,))
    extra = criterion(FOUR_WEEKS, "third", effect="advisory", readings=(reading,))
    given = policy(criterion(again, "first", readings=(reading,)), criterion(again, "second"), extra)
    text = text_of(replace(given, questions=(Question("B5", "Does more count?", "high"),)))
    assert text.count("> Look in: History. Source: guide, box 1: “at least 4 weeks” [^B5]\n") == 2
    assert "- **Title of third** (guide, box 1: “at least 4 weeks”) [^B5]\n" in text
    assert text.endswith("\n\n[^B5]: How we read question **B5**: Does more count? More is no bar.\n")
    assert text.count("[^B5]") == 4


def test_readings_whose_ids_are_alike_or_no_words_have_footnotes_of_their_own() -> None:
    readings = (Reading("B5", "One."), Reading("b5", "Two."), Reading("B5", "Three."), Reading("a ] b", "Four."))
    text = text_of(policy(criterion(FOUR_WEEKS, readings=readings)))
    assert NOTES.findall(text) == NOTE_AT_THE_END.findall(text) == ["B5", "b5-2", "B5-3", "r4"]


@pytest.mark.parametrize("given", WRITTEN)
def test_every_footnote_of_a_written_policy_is_named_and_stands_at_the_end_in_that_order(given: Policy) -> None:
    rows, _, notes = text_of(given).partition("\n## Sources\n")
    assert list(dict.fromkeys(NOTES.findall(rows))) == NOTE_AT_THE_END.findall(notes) != []
    assert not NOTE_AT_THE_END.search(rows)
    assert "How we read" not in rows


def test_an_exception_of_a_part_is_shown_as_one() -> None:
    unless = AtLeast(1, (FOUR_WEEKS, FAILED), exception=True)
    shown = row_of(AtLeast(1, (unless, one_of("a", "b"))), LISTS)
    assert shown[0] == "- **At least one of these:**"
    assert shown[1] == "  - **This, or its exception:**"
    assert shown[3].startswith("    - **Or, as an exception:** ☐ ")


def test_our_own_words_decide_nothing() -> None:
    text = text_of(policy(criterion(one_of("a", "b"), applies_when=FAILED), facts=LISTS, codes=(Code("64479", "x"),)))
    assert not re.search(r"\b(covered|approved?|denied|deny|necessary|necessity|payable|paid)\b", text, re.IGNORECASE)


@given(policies())
def test_the_same_policy_gives_the_same_file(given: Policy) -> None:
    assert markdown(given) == markdown(given)
    assert list(markdown(given).files) == ["markdown/p/1.0.0.md"]


# ---------------------------------------------------------------- nothing is lost


def statements(expr: Expr) -> Iterator[Worded]:
    """What the author said, in reading order, also of the rows of a list."""
    if isinstance(expr, Worded):
        yield expr
    if isinstance(expr, Compare):
        for term in terms(expr):
            if isinstance(term, Count) and term.where is not None:
                yield from statements(term.where)
    for part in parts(expr):
        yield from statements(part)


def of_a_list(expr: Expr) -> bool:
    return any(isinstance(term, Count) and isinstance(term.of.type, Records) for term in terms(expr))


def names_in_plan(given: Policy) -> dict[str, str]:
    """For each question of the plan the name that it has there."""
    plan = text_of(given).partition("## The plan")[2].partition("\n## ")[0]
    found = (shown(token).partition(": ") for token in tokens(plan) if token.type == "inline")
    asked = {folded(rest): name for name, _, rest in found}
    return {
        fact.ask: name
        for fact in given.facts
        for line, name in asked.items()
        if line.startswith(folded(fact.ask)) and name.lower() == fact.words
    }


def wanted(given: Criterion, explained: list[Worded], planned: dict[str, str]) -> Iterator[str]:
    """The words of a row that must be found in it, in order.

    A condition met again is only named, and so is what stands in the plan.
    """

    def walk(expr: Expr) -> Iterator[str]:
        if isinstance(expr, Worded) and expr.question and not expr.answer and not isinstance(expr.part, Documented):
            yield expr.question
            if expr in explained:
                return
            explained.append(expr)
        elif isinstance(expr, Worded) and expr.question and not of_a_list(expr):
            yield planned.get(expr.question, expr.question)
            yield expr.answer
            return
        if isinstance(expr, Compare):
            for term in terms(expr):
                if isinstance(term, Count) and term.where is not None:
                    if isinstance(term.of.type, Records):
                        yield term.of.words
                    yield from walk(term.where)
        for part in parts(expr):
            yield from walk(part)

    for part in criterion_parts(given):
        yield from walk(part)


def rows_seen(text: str) -> list[str]:
    """The words of each numbered row, with its title first."""
    rows: list[str] = []
    inside = False
    for token, following in pairwise(tokens(text)):
        if token.type == "heading_open":
            inside = token.tag in ("h3", "h4")  # a row, or a part of it
            rows += [""] * (token.tag == "h3")
        if inside and following.type == "inline":
            rows[-1] += f" {words(shown(following))}"
    return [row.strip() for row in rows]


@pytest.mark.parametrize("given", WRITTEN)
def test_every_row_of_a_written_policy_is_on_its_checklist(given: Policy) -> None:
    required = [c for c in given.criteria if c.effect == "required"]
    rows = rows_seen(text_of(given))
    assert len(rows) == len(required)
    assert required or given.program
    explained: list[Worded] = []
    planned = names_in_plan(given)
    assert "Which spinal region will be treated?" in planned or given.id != "esi"
    for number, (row, one) in enumerate(zip(rows, required, strict=True), 1):
        assert row.startswith(f"{number}. {words(one.title)} Found Not found")
        reached = 0
        for text in wanted(one, explained, planned):
            assert words(text) in row[reached:]
            reached = row.index(words(text), reached)


@pytest.mark.parametrize("given", WRITTEN)
def test_everything_a_written_policy_says_is_somewhere_on_its_checklist(given: Policy) -> None:
    text = words(" ".join(seen(text_of(given))))
    assert given.criteria
    for service in given.services:  # the codes of a program, and what they need, stand in its table of services
        assert words(service.title) in text
        assert all(code in text for code in service.codes)
        assert all(words(condition) in text for _, condition in service.conditions)
    # What a single code needs stands where it decides: with the codes of a policy, in the table of a program.
    with_codes = {f"code-{code.code.lower()}" for code in given.codes} | ({"listed-code"} if given.program else set())
    for one in (c for c in given.criteria if c.id not in with_codes):
        assert words(one.title) in text
        said = [says for part in criterion_parts(one) for says in statements(part)]
        for says_ in said:
            assert f"“{words(says_.quote)}”" in text or not says_.quote
            assert words(says_.question).lower() in text.lower()  # in a sentence a list begins with a small letter
            assert words(says_.answer) in text or of_a_list(says_)
            for bound in says_.bounds:
                assert re.search(rf"\b{bound.value}\b", text)
        for reading in (*one.readings, *(r for says_ in said for r in says_.readings)):
            asked = next((question.ask for question in given.questions if question.id == reading.id), "")
            assert f"question {reading.id} {words(f'{asked} {reading.text}')}" in text
        for citation in one.cite:
            source = citation.source
            name = source.id if source.id.isalpha() else f"{source.title.split(',')[0]} {source.version}".strip()
            assert words(f"{name}, {citation.place}") in text
    for fact in given.facts:
        assert words(fact.ask.rstrip("?")) in text or fact.name in ("service_date", "received_date")


def test_there_are_written_policies_to_look_at() -> None:
    assert "esi@6.0.0" in [param.id for param in WRITTEN]


# ---------------------------------------------------------------- as people print and read it

PAGE, ACROSS = 45, 92  # lines of print, and letters in each


def test_a_row_longer_than_a_page_has_its_conditions_as_parts_below_it() -> None:
    def care(number: int) -> Worded:
        asked = (replace(YES, name=f"care_{number}_{n}", ask=f"Was care {number}-{n} given?") for n in range(9))
        tests = (says(fact, "Yes", Compare("==", FactValue(fact), Literal(True))) for fact in asked)
        return Worded(all_of(*tests), f"Care {number} failed", quote="all of")

    lines = text_of(policy(criterion(any_of(*map(care, range(5)), FAILED)))).split("\n")
    start = lines.index("- **At least one of these:**")
    assert lines[start + 1 : start + 7] == [
        *(f"  - ☐ Care {number} failed (part 1{letter}, below)" for number, letter in enumerate("abcde")),
        "  - ☐ Did care fail? **Yes**",
    ]
    part = lines.index("#### Part 1b")
    assert lines[part + 1 : part + 4] == [
        "",
        "- Care 1 failed (“all of”): **All of these:**",
        "  - ☐ Was care 1-0 given? **Yes**",
    ]
    assert "#### Part" not in text_of(policy(criterion(any_of(care(0), care(1)))))


@pytest.mark.parametrize("given", WRITTEN)
def test_no_page_of_print_is_without_a_heading(given: Policy) -> None:
    rows, _, _ = text_of(given).partition("\n[^")
    sections = re.split(r"^#+ ", rows, flags=re.MULTILINE)
    printed = {part.split("\n")[0]: sum(-(-len(line) // ACROSS) or 1 for line in part.split("\n")) for part in sections}
    assert len(printed) > 10
    assert {title: length for title, length in printed.items() if length > PAGE} == {}


TICKED_NO = re.compile(r"☐ [^☐]*\*\*no\*\*|not so\u2003☐\u00a0so[^☐]*\*\*yes\*\*", re.IGNORECASE)
NO_WORD_OF_STAFF = re.compile(
    r"Only if|\b(ALL|ANY|NONE) of|while this version is in force|performance period|stands beside|Meaning [0-9a-f]{6}"
)


@pytest.mark.parametrize("given", WRITTEN)
def test_a_tick_never_means_no_and_the_words_are_those_of_staff(given: Policy) -> None:
    rows, _, _ = text_of(given).partition("\n[^")
    assert TICKED_NO.search("☐ Is the patient pregnant? **No**")
    assert [line for line in rows.split("\n") if TICKED_NO.search(line)] == []
    assert NO_WORD_OF_STAFF.findall(rows) == []


@pytest.mark.parametrize("given", WRITTEN)
def test_the_lists_refer_to_no_row_further_down(given: Policy) -> None:
    before, _, _ = text_of(given).partition("\n## What the chart must show\n")
    assert "(as in row" not in before


# ---------------------------------------------------------------- text is text

HARMLESS = "harmless"
PLAIN = {
    "heading_open", "heading_close", "inline", "text", "text_special", "paragraph_open", "paragraph_close",
    "hr", "softbreak", "hardbreak", "bullet_list_open", "bullet_list_close", "ordered_list_open",
    "ordered_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close",
    "blockquote_open", "blockquote_close", "table_open", "table_close", "thead_open", "thead_close",
    "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close",
}  # fmt: skip


def saying(text: str) -> Policy:
    """A policy that says this text wherever a policy can say something."""
    option = (Option("a", text), Option("b", text))
    chart = f"{text} part"  # never the part named "Request", which is asked for at another place
    types: tuple[FactType, ...] = (
        YesNo(),
        Note(),
        Number(Decimal(0), Decimal(9), 0, text),
        Choice(option),
        Findings(option),
    )
    facts = tuple(Fact(f"f{n}", kind, text, chart) for n, kind in enumerate(types))
    field_ = Fact("field", Choice(option), text, row_of="rows")
    rows = Fact("rows", Records((field_,), 9), text, chart)
    source = Source("s_1", text, text, text, "2026-04-24", f"at {text}")
    number = Worded(
        Compare(">", FactValue(facts[2]), Literal(Decimal(1))), text, text, text, (Reading(f"{text} 1", text),)
    )
    ticked = Worded(any_of(Includes(facts[4], "a"), Includes(facts[4], "b")), text, f"{text}; {text}")
    ruled_out = Worded(all_of(Not(Includes(facts[4], "a")), Not(Includes(facts[4], "b"))), text, f"{text}; {text}")
    each = Compare(
        ">=", Count(rows, Worded(Compare("==", FactValue(field_), Literal("a")), text, text)), Literal(Decimal(1))
    )
    require = all_of(Worded(any_of(number, ticked, ruled_out, Not(number)), text), each)
    criteria = tuple(
        Criterion(
            f"c{n}", text, effect, (Citation(source, text),), require, number, ticked, (Reading(f"{text} 1", text),)
        )
        for n, effect in enumerate(EFFECTS)
    )
    codes = (Code("64479", text),)
    return Policy("p", "1.0.0", text, date(2026, 4, 24), None, None, (source,), codes, (*facts, rows), criteria)


@cache
def harmless_text(text: str = HARMLESS) -> str:
    """The page that another text is compared with. Of the same length, it is divided into the same pages."""
    return text_of(saying(text))


@pytest.mark.parametrize("text", [pytest.param(text, id=ascii(text)) for text in HOSTILE])
def test_hostile_text_shows_as_itself_wherever_it_stands(text: str) -> None:
    hostile, harmless = text_of(saying(text)), harmless_text()
    assert kinds(hostile) <= PLAIN
    assert [t.type for t in tokens(hostile)] == [t.type for t in tokens(harmless)]
    count = sum(block.count(folded(text)) for block in seen(hostile))
    assert count >= sum(block.count(HARMLESS) for block in seen(harmless)) > 50


@given(st.text(min_size=1).filter(lambda text: text.strip() != ""))
def test_any_text_shows_as_itself_wherever_it_stands(text: str) -> None:
    shape = [(t.type, t.level) for t in tokens(harmless_text("h" * len(text)))]
    given = text_of(saying(text))
    assert [(t.type, t.level) for t in tokens(given)] == shape
    assert kinds(given) <= PLAIN
    assert seen(given)[0] == folded(text)


CONTEXTS = (
    "# {}\n", "### 1. {}\n", "{}\n", "x\\\n{}\n", "- {}\n", "- ☐ {}\n", "- y\n  - {}\n", "1. {}\n", "> {}\n",
    "a **{}** b\n", "“{}”, “{}”\n", "| {} |\n| --- |\n| {} |\n", "({}): {}\n",
)  # fmt: skip
MARKS = "\\`*_[]()<>&|~#-+=.!:1 \n\"'{}$@/w"


@pytest.mark.parametrize("context", [pytest.param(context, id=ascii(context)) for context in CONTEXTS])
@given(text=st.one_of(st.text(), st.sampled_from(HOSTILE), st.text(MARKS)).filter(str.strip))
def test_escaped_text_is_the_text(context: str, text: str) -> None:
    there = seen(context.replace("{}", "PLACE"))
    assert "PLACE" in "".join(there)
    assert seen(context.replace("{}", escape(text))) == [block.replace("PLACE", folded(text)) for block in there]


@given(policies())
def test_no_policy_breaks_out_of_the_checklist(given: Policy) -> None:
    text = text_of(given)
    assert kinds(text) - {"link_open", "link_close"} <= PLAIN
    links = [
        child.attrs["href"] for token in tokens(text) for child in token.children or () if child.type == "link_open"
    ]
    assert links == ["https://example.org/guide.pdf"]
    found = tokens(text)
    titles = [shown(inline) for token, inline in pairwise(found) if (token.type, token.tag) == ("heading_open", "h3")]
    required = [c.title for c in given.criteria if c.effect == "required"]
    assert titles == [f"{number}. {folded(title)}" for number, title in enumerate(required, 1)]


@pytest.mark.parametrize(
    "url, linked",
    [
        pytest.param("https://www.cms.gov/a/b.pdf?x=1&y=2#z", True, id="https"),
        pytest.param("http://www.cms.gov/", False, id="http"),
        pytest.param("javascript:alert(1)", False, id="a script"),
        pytest.param("https://cms.gov@example.org/", False, id="a host behind a name"),
        pytest.param("https://a.b/> <script>", False, id="a way out of the brackets"),
        pytest.param("https://a.b/x y", False, id="a space"),
        pytest.param("https://a.b/\nx", False, id="a new line"),
    ],
)
def test_only_a_plain_https_address_is_a_link(url: str, linked: bool) -> None:
    text = text_of(replace(policy(criterion()), sources=(replace(GUIDE, url=url),)))
    assert ("link_open" in kinds(text)) == linked
    assert seen(text)[-1].endswith(f", {folded(url)}")
