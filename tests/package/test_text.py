"""What `wiser check` and `wiser scope` say to people: the answer and what to ask for, on one screen."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from shipped import SHIPPED
from wiser_compiler.cli import wiser
from wiser_policies import check, known_versions, scope, validator
from wiser_policies._ask_text import ask_lines
from wiser_policies._lines import WIDTH, dated
from wiser_policies._odd_days import odd_days
from wiser_policies._policy import Fact
from wiser_policies._reason_text import worked_out
from wiser_policies._text import asks_of, line, render
from wiser_policies._write_instead import example, instead, problem_lines
from wiser_policies.sheets import as_html, filled_sheet

ROOT = Path(__file__).parents[2]
READY: dict[str, dict[str, Any]] = {
    key.partition("@")[0]: json.loads((ROOT / f"docs/requests/{key.partition('@')[0]}-ready.json").read_text("utf-8"))
    for key in SHIPPED
    if not key.startswith("wiser@")
}
ESI, PVA, SCS = READY["esi"], READY["pva"], READY["scs"]
THREE = json.loads((ROOT / "docs/requests/esi-three-missing.json").read_text("utf-8"))
LUMBAR = "lumbar_sacral"


def screen(request: Mapping[str, Any], command: str = "check", *options: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(wiser, [command, *options, "-"], input=json.dumps(request).encode())
    assert isinstance(result.exception, SystemExit | None)
    return result.output


def one_line(text: str) -> str:
    return " ".join(text.split())


def without(request: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in request.items() if name not in names}


# ---------------------------------------------------------------- one screen


def test_three_missing_things_stand_on_one_screen_with_who_has_them_and_the_rest_with_all() -> None:
    shown, whole = screen(THREE), screen(THREE, "check", "--all")
    lines = shown.splitlines()
    assert len(lines) <= 25
    assert max(map(len, lines)) <= WIDTH == 100
    assert lines[0] == "-: INCOMPLETE: 3 things still to ask for"
    start = lines.index("Ask for these, the shortest first")
    assert [text[:5] for text in lines[start + 1 :] if re.match(" +[0-9]+[.] ", text)] == ["  1. ", "  2. ", "  3. "]
    assert one_line(shown).count("(from our doctor: ") == 3
    for only_whole in ("[x]", "decided by", "guide 6.2.10", "pain_duration", "To send it", "These rules have the mark"):
        assert only_whole in whole
        assert only_whole not in shown
    assert whole.startswith(shown.partition("\n\n--all")[0])


@pytest.mark.parametrize("service", READY)
def test_ready_says_what_it_is_and_that_medicare_decides(service: str) -> None:
    shown = screen(READY[service])
    assert one_line(shown).startswith("-: READY: every row of this checklist is answered. Medicare decides. ")
    assert len(shown.splitlines()) <= 16
    assert "It goes to Cohere Health, Inc. (Texas): next.coherehealth.com, phone 855-430-6299" in one_line(shown)


@pytest.mark.parametrize("request_", [ESI, THREE, {"codes": ["64483"]}, ESI | {"payer": "advantage"}, {"codes": [1]}])
@pytest.mark.parametrize("command", ["check", "scope"])
@pytest.mark.parametrize("options", [(), ("--all",)])
def test_no_line_is_wider_than_the_screen(request_: dict[str, Any], command: str, options: tuple[str, ...]) -> None:
    shown = screen(request_, command, *options)
    assert max(map(len, shown.splitlines())) <= WIDTH
    facts = shown.partition("\nNot stated so far")[2].partition("\n\n")[0]  # for programs
    assert not re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", shown.replace(facts, "").replace('"2020-01-01"', ""))


def test_advice_that_fired_stands_beside_the_answer_and_advice_that_did_not_does_not() -> None:
    heading = "Not so on this request, though it changes nothing in the answer"
    fired = screen(ESI | {"planned_sessions": 2})
    assert f"{heading}\n  - One session is requested at a time.\n" in fired.replace(
        "  - The session limit also holds if the service comes as early as the request.\n", ""
    )
    assert heading not in screen(ESI)


def test_what_is_not_met_is_never_denied_twice() -> None:
    """Where a title may deny, as of scope and of what the guide asks, it stands as what must be so."""
    exempt = screen(ESI | {"provider_exempt": True})
    heading, title = exempt.partition("\n\n")[2].splitlines()[:2]
    assert (heading, title) == (
        "Must be so for it to apply, and this request says otherwise",
        "  - The provider is not exempt from the model.",
    )
    early = screen(PVA | {"service_date": "2026-09-20"}, "check", "--today", "2026-05-04")
    assert "Asked for, and otherwise as it stands\n  - The osteoporotic fracture is no older than 12 weeks" in early


@pytest.mark.parametrize("key", SHIPPED)
def test_advice_says_how_it_should_be_and_denies_nothing(key: str) -> None:
    """On paper it is answered by yes or no, and where it fired it stands under *not so*."""
    denied = re.compile(r"\b(?:no|not|none|never)\b", re.IGNORECASE)
    behind = re.compile(r"\bwhy\b.*|, or does not apply$")  # how it should be may be a reason why something is not
    titles = [one.title for one in SHIPPED[key].criteria if one.effect == "advisory"]
    assert [title for title in titles if denied.search(behind.sub("", title))] == []


def test_a_line_of_many_requests_has_no_ask_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiser_policies._ask.ask_list", None)
    result = CliRunner().invoke(wiser, ["check", "-"], input=json.dumps([THREE, ESI]).encode())
    assert "INCOMPLETE (esi 6.0.0) missing: pain-duration, image-guidance, contraindications\n" in result.output
    assert line(check(THREE), "x").startswith("x: INCOMPLETE (esi 6.0.0) missing: ")


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("on or after 2026-06-10", "on or after June 10, 2026"),
        ("2028-02-29, 2027-02-29", "February 29, 2028, 2027-02-29"),
        ("on 2026-06-100 or 12026-06-10", "on 2026-06-100 or 12026-06-10"),
    ],
)
def test_days_are_said_in_words_where_they_exist(text: str, wanted: str) -> None:
    assert dated(text) == wanted


NO_WORD_OF_A_NURSE = re.compile(
    r"Only if|\b(?:ALL|ANY|NONE) of|in force|performance period|stands beside|the list does not show it"
    r"|Meaning [0-9a-f]{6}|\b(?:covered|payable|denied)\b(?!”)"
)


@pytest.mark.parametrize("key", SHIPPED)
def test_every_answer_to_every_example_is_in_the_words_of_a_nurse(key: str) -> None:
    """Of each outcome a few, since they share their sentences."""
    policy, seen = SHIPPED[key], dict[str, int]()
    for found in policy.examples:
        result = (scope if policy.program else check)(found.request)
        if seen.setdefault(result.outcome, 0) < 6:
            seen[result.outcome] += 1
            text = render(result, "-", asks_of(result), everything=True)
            assert NO_WORD_OF_A_NURSE.findall(text) == []
    assert len(seen) >= 3 - policy.program


def test_a_hash_stands_with_a_word_on_what_it_is_for() -> None:
    mark = validator("esi", "6.0.0").POLICY.meaning[:12]
    said = f"These rules have the mark {mark}. Answers with the same mark follow the same rules."
    assert said in one_line(screen(ESI, "check", "--all"))


# ---------------------------------------------------------------- the ask list


def thing(asks: str, who: str = "our doctor", chart: str = "History") -> dict[str, str]:
    return {"place": "/x", "asks": asks, "chart": chart, "from": who}


def way(*things: dict[str, str], unlikely: bool = False, opens_more: bool = False) -> dict[str, Any]:
    return {"things": [*things], "unlikely": unlikely, "opens_more": opens_more}


def gap(*ways: dict[str, Any]) -> dict[str, Any]:
    return {"criteria": ["x"], "if_settled": False, "stands": [], "ways": [*ways]}


EXAM, IMAGE = thing("the exam"), thing("the report", "imaging", "Imaging")
SCORE, WAIT = thing("a score of 26 or less"), thing("plan it for June 11, 2026 or later", "our office", "Request")


@pytest.mark.parametrize(
    "given, lines",
    [
        pytest.param(gap(way(EXAM)), ["  1. the exam  (from our doctor: History)"], id="one thing"),
        pytest.param(
            gap(way(EXAM, IMAGE)),
            [
                "  1. all of these:",
                "     - the exam  (from our doctor: History)",
                "     - the report  (from imaging: Imaging)",
            ],
            id="two things of two suppliers",
        ),
        pytest.param(
            gap(way(EXAM, SCORE)),
            ["  1. all of these  (from our doctor: History):", "     - the exam", "     - a score of 26 or less"],
            id="two things of one supplier",
        ),
        pytest.param(
            gap(way(SCORE), way(WAIT, opens_more=True), way(EXAM, unlikely=True)),
            [
                "  1. either a score of 26 or less  (from our doctor: History)",
                "     or plan it for June 11, 2026 or later (the answer may bring further questions)  (from our",
                "        office: Request)",
                "     or though the chart speaks against it: the exam  (from our doctor: History)",
            ],
            id="alternatives",
        ),
        pytest.param(
            gap(way(IMAGE, EXAM), way(IMAGE, SCORE, WAIT)),
            [
                "  1. all of these:",
                "     - the report  (from imaging: Imaging)",
                "     - either the exam  (from our doctor: History)",
                "       or all of these:",
                "          - a score of 26 or less  (from our doctor: History)",
                "          - plan it for June 11, 2026 or later  (from our office: Request)",
            ],
            id="what all alternatives take stands once",
        ),
        pytest.param(
            gap(*(way(thing(f"thing {n}", "", "")) for n in range(5))),
            ["  1. either thing 0", "     or thing 1", "     or thing 2", "     or in one of 2 other ways, see --all"],
            id="many alternatives",
        ),
    ],
)
def test_a_gap_is_said_with_its_alternatives_and_who_has_each_thing(given: dict[str, Any], lines: list[str]) -> None:
    assert list(ask_lines([given])) == lines


def test_contradictions_come_first_and_gaps_behind_them_say_so() -> None:
    text = screen(without(ESI, "guidance") | {"contraindications": ESI["contraindications"] | {"infection": True}})
    first, _, then = text.partition("If that is settled, ask for these too\n  1. ")
    assert "NOT MET: the request or the chart says otherwise" in one_line(first)
    assert "  ! Each contraindication was looked for, and none is present.\n" in first
    assert "looked for and not present: an active infection in the spine" in one_line(first)
    assert one_line(then).startswith("Which image guidance is planned? ")
    assert "[!]" not in text


def test_a_contradiction_is_cut_between_its_tests_and_the_branch_nearest_to_the_chart_comes_first() -> None:
    """A score of 8 points or more never ends as 8, and a patient outside of hospital is not told of those inside."""
    text = screen(PVA | {"pain": 2, "optimal_care": False, "rdq": 10}, "check", "--today", "2026-05-04")
    cut = text.partition("strong enough, in hospital or out of it.\n")[2].partition("\n\n")[0]
    assert "5 points or more (the chart says otherwise)" in one_line(cut)
    assert "Is the patient hospitalized? Yes" not in one_line(cut)
    last = cut.splitlines()[-1]
    assert re.fullmatch(r" +- and [0-9]+ more, see --all", last)


def test_a_branch_that_claims_a_failure_of_which_the_chart_says_nothing_comes_last() -> None:
    """Scores short of half are told as such, and nobody is led to write that the injection failed."""
    visits = [visit | {"score": 50} for visit in ESI["follow_ups"]]
    text = screen(ESI | {"follow_ups": visits}, "check", "--today", "2026-05-04")
    cut = text.partition("as long as the request and the chart say so\n")[2].partition("\n\n")[0]
    assert "Relief by half lasted three months" in one_line(cut)
    assert "fell short" not in one_line(cut)
    assert "fell short" in one_line(screen(ESI | {"follow_ups": visits}, "check", "--all"))


@pytest.mark.parametrize("service", READY)
def test_no_reason_of_a_contradiction_ends_in_the_middle(service: str) -> None:
    """With every yes said as a no, whatever is shown is whole: each test ends with what the chart says."""
    opposite = {name: (not value) if isinstance(value, bool) else {} if isinstance(value, dict) else value
                for name, value in READY[service].items()}  # fmt: skip
    text = screen(opposite, "check", "--today", "2026-05-04")
    found = text.partition("as long as the request and the chart say so\n")[2].partition("\n\n")[0]
    for item in re.split(r"\n +[-!] ", f"\n{found}")[1:]:
        assert one_line(item).endswith((")", ":", ".", "see --all")), item
    assert not re.search(r"these:\n(?: +- and [0-9]+ more| +! |$)", found)


def test_days_of_a_contradiction_are_worked_out() -> None:
    text = one_line(screen(PVA | {"onset": "2026-01-02"}, "check", "--today", "2026-05-04"))
    said = "on or after February 25, 2026 (12 weeks before service date), and on or before service date"
    assert said in text
    assert said in one_line(screen(PVA | {"onset": "2026-01-02"}, "check", "--all"))
    days = {"service date": "2026-03-31"}
    assert worked_out("later than the day 1 month before service date", days) == (
        "later than February 28, 2026 (1 month before service date)"
    )
    assert worked_out("on or before the day 3 weeks after wound date", days) == (
        "on or before the day 3 weeks after wound date"
    )
    assert worked_out("What is the service date?", days) == "What is the service date?"


SLIPS = [
    pytest.param(
        READY["knee_arthroscopy"] | {"service_date": "2026-04-01"},
        "A request is sent before the service: the planned date is before the day it is received.",
        id="a service that was given already",
    ),
    pytest.param(
        ESI | {"prior_sessions": [{"session_date": "2026-07-15", "session_region": LUMBAR}]},
        "Session 1 of the list lies after the planned date: is the year right?",
        id="an earlier session in a year to come",
    ),
    pytest.param(
        without(ESI, "service_date")
        | {"follow_ups": [*ESI["follow_ups"], {"follow_up_date": "2026-04-28", "follow_up_scale": "odi", "score": 3}]},
        "Follow-up 3 of the list lies after the day the request is received: is the year right?",
        id="a follow-up of the day after receipt",
    ),
]


@pytest.mark.parametrize(("request_", "says"), SLIPS)
def test_a_day_that_is_probably_a_slip_stands_in_the_first_lines_and_on_the_sheet(
    request_: dict[str, Any], says: str
) -> None:
    first, _, rest = screen(request_, "check", "--today", "2026-04-27").partition("Look at these days first\n")
    assert len(first.splitlines()) <= 5, first
    assert one_line(rest).startswith(f"! {says} ")
    sheet = re.sub("<[^>]+>", "", as_html(filled_sheet(check(request_), today="2026-04-27"))).replace("\xa0", " ")
    assert says in sheet
    for ready in READY.values():
        assert odd_days(check(ready).policy, ready) == []


def test_what_is_not_so_stands_before_what_is_asked_for_and_a_missing_fact_is_not_of_it() -> None:
    late = {"prior_sessions": [session("2025-11-15"), session("2026-01-20")], "planned_sessions": 3}
    text = screen(without(ESI | late, "guidance"))
    stands, _, asked = text.partition("Ask for these")
    assert "Asked for, and otherwise as it stands\n  - No more than four sessions" in stands
    assert "5 counted since" in one_line(stands)
    assert "guidance" not in stands
    assert "Which image guidance is planned?" in asked
    assert "otherwise as it stands" not in screen(without(ESI, "guidance"))


def test_a_request_with_little_in_it_is_led_to_the_interview_and_the_sheet() -> None:
    little = {name: ESI[name] for name in ("codes", "received_date", "service_date", "state", "payer")}
    said = "Much is still open. wiser fill request.json asks for it one question at a time"
    for request, is_said in ((little, True), (without(ESI, "guidance"), False)):
        result = check(request)
        assert (said in one_line(render(result, "request.json", asks_of(result)))) is is_said


# ---------------------------------------------------------------- invalid requests


FACTS = [
    pytest.param(fact, id=f"{key} {fact.name}") for key in known_versions() for fact in validator(key).POLICY.facts
]


def test_what_is_to_be_written_instead_is_accepted_for_every_fact() -> None:
    for key in known_versions():
        module = validator(key)
        for fact in module.POLICY.facts:
            answer = module.check({fact.name: example(fact)})
            assert answer.problems == (), (key, fact.name, example(fact))


@pytest.mark.parametrize("key", ["esi@6.0.0", "skin_substitutes@6.0.0", "wiser@6.0.0"])
def test_each_hint_shows_an_answer_that_can_be_copied(key: str) -> None:
    module = validator(key)
    for fact in module.POLICY.facts:
        found = re.search(r"[\[{\"]|-?[0-9]|true", hint := instead(fact))
        assert found, hint
        shown, _ = json.JSONDecoder().raw_decode(
            hint, re.search(r"[\[{\"]", hint).start() if fact.kind == "date" else found.start()
        )
        assert module.check({fact.name: shown}).problems == (), hint


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"service_date": "5/1/2026"}, 'year, month and day in quotation marks, such as "20', id="US date"),
        pytest.param({"state": "Texas"}, "did you mean TX?", id="the name of a state"),
        pytest.param({"state": " texas"}, "did you mean TX?", id="the name of a state in small letters"),
        pytest.param({"state": "tx"}, "did you mean TX?", id="a state in small letters"),
        pytest.param(
            {"payer": "Medicare"}, '"original" (Original Medicare), "advantage" (Medicare Advantage)', id="payer"
        ),
        pytest.param({"place_of_service": 11}, '"11" (office (11))', id="place as a number"),
        pytest.param({"pain_duration": "5 months"}, "5 or another number alone, without quotation marks", id="months"),
        pytest.param({"pregnant": "no"}, "true for yes or false for no, without quotation marks", id="yes and no"),
        pytest.param({"response_scale": "ODI"}, '"odi" (Oswestry disability index', id="a scale"),
        pytest.param({"baseline_score": "52%"}, "without quotation marks or a unit", id="percent"),
        pytest.param({"planned_levels": ["L4-5"]}, '"L4-L5"', id="levels"),
        pytest.param({"causes": {"herniation": "none"}}, "false means looked for and not present", id="a finding"),
        pytest.param({"pregnant": None}, "Where the chart does not say, leave it out.", id="null"),
        pytest.param({"codes": ["64483-LT"]}, "each without a modifier such as -LT", id="a modifier"),
        pytest.param({"imaging": ""}, 'where it stands, such as "p. 3"', id="blank"),
        pytest.param({"pain_duratoin": 5}, "did you mean pain_duration?", id="misspelt"),
    ],
)
def test_an_answer_that_cannot_be_read_is_named_with_its_question_and_what_to_write(
    change: dict[str, Any], says: str
) -> None:
    text = screen(ESI | change)
    assert text.startswith("-: INVALID: 1 place of the request to mend first\n")
    assert says in one_line(text)
    ((name, value),) = change.items()
    facts = {fact.name: fact.ask for fact in validator("esi@6.0.0").POLICY.facts}
    assert name not in facts or f"1. {facts[name]} (/{name}" in one_line(text)
    assert not isinstance(value, str) or not value or json.dumps(value) not in text


def test_a_day_that_no_version_knows_is_said_in_words() -> None:
    text = one_line(screen(READY["knee_arthroscopy"] | {"received_date": "2026-02-02"}))
    assert "The criteria of knee arthroscopy are known here from April 24, 2026 on, and not for that day." in text


def test_a_field_of_a_record_is_named_by_its_own_question() -> None:
    rows = [{"session_date": "2026-01-05"}, {"session_date": "1/5/2026"}]
    (text,) = ["\n".join(problem_lines(check(ESI | {"prior_sessions": rows})))]
    assert "  1. Session date  (/prior_sessions/1/session_date)\n     This is no such date. Write a day from " in text


# ---------------------------------------------------------------- twelve questions of a front desk


def session(day: str) -> dict[str, str]:
    return {"session_date": day, "session_region": LUMBAR}


FRONT_DESK = [
    pytest.param(
        "check",
        ESI | {
            "received_date": "2026-11-10", "service_date": "2026-11-20", "planned_sessions": 2,
            "baseline_date": "2025-11-01",
            "prior_sessions": [session("2025-11-21"), session("2026-03-02"), session("2026-06-01")],
            "follow_ups": [{"follow_up_date": "2026-09-10", "follow_up_scale": "odi", "score": 20}],
        },
        ["No more than four sessions in this region in a rolling 12 months: 5 counted since November 21, 2025.",
         "ask for 1 session", "plan it for November 21, 2026 or later", "One session is requested at a time."],
        id="three lumbar injections since last November, two more on November 20",
    ),
    pytest.param(
        "check", ESI | {"received_date": "2026-04-23", "service_date": "2026-05-02"},
        ["checklist esi 1.0.0, for requests received from January 5, 2026 to April 23, 2026",
         "leave contraindications out: esi 6.0.0 asks for it"],
        id="received on April 23 for May 2: which edition",
    ),
    pytest.param(
        "check", ESI | {"state": "OK"},
        ["READY", "It goes to Humata Health, Inc. (Oklahoma): psi.humatahealth.com, phone 407-308-0378"],
        id="lives in Texas, surgery center in Oklahoma",
    ),
    pytest.param(
        "check", ESI | {"payer": "advantage"},
        ["OUT OF SCOPE: WISeR does not apply to this request", "For Medicare Advantage ask that plan"],
        id="Medicare Advantage",
    ),
    pytest.param("check", PVA, ["READY"], id="T11, nine weeks after the fracture"),
    pytest.param(
        "check", without(SCS, "function_restored"), ["INCOMPLETE: 1 thing still to ask for", "1. "],
        id="a stimulator trial without a note on function",
    ),
    pytest.param(
        "scope", {"decision_date": "2026-01-05"},
        ["The last date of service for which a favorable decision holds: May 4, 2026"],
        id="affirmed on January 5: the last day",
    ),
    pytest.param(
        "check --all", ESI,
        ["Sent again after a no: As often as needed", "its UTN stands on the new one",
         "To speak with a clinician of the participant: It can be asked for when the request is sent again."],
        id="a second try after a no",
    ),
    pytest.param(
        "check", ESI | {"expedited": True},
        ["Only where delay “could seriously jeopardize” the “life, health, or ability to regain maximum function”",
         "An expedited decision is due: April 29, 2026"],
        id="expedited",
    ),
    pytest.param(
        "check", ESI | {"codes": ["62323"], "steroid_injection": False},
        ["OUT OF SCOPE: WISeR does not apply to this request", "Any other use of this code, such as a pump trial"],
        id="62323 for a pump trial",
    ),
    pytest.param(
        "check", ESI | {"codes": ["64483", "62321"], "other_region_too": True},
        ["One region is treated in the session.",
         "one of 62323, 64483, 64484; and one of 62321, 64479, 64480"],
        id="cervical and lumbar on one day",
    ),
    pytest.param(
        "scope", {"decision_date": "2028-02-28"},
        ["The last date of service for which a favorable decision holds: June 26, 2028"],
        id="a decision before a leap day",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("command", "request_", "says"), FRONT_DESK)
def test_a_question_of_the_front_desk_is_answered(command: str, request_: dict[str, Any], says: list[str]) -> None:
    name, *options = command.split()
    today = ["--today", request_["received_date"]] if name == "check" and "received_date" in request_ else []
    text = screen(request_, name, *options, *today)
    for words in says:
        assert words in one_line(text), text
    assert "none of the listed codes is on the request" not in text
    assert len(text.splitlines()) <= 30 or "--all" in command or command == "scope"


def test_the_day_of_a_decision_stands_above_what_is_still_to_find_out() -> None:
    text = screen({"decision_date": "2026-01-05"}, "scope")
    assert text.startswith("-: CANNOT TELL YET whether WISeR applies: ")
    assert text.index("May 4, 2026") < text.index("Ask for these")


def test_facts_have_a_hint_each() -> None:
    assert len(FACTS) > 400
    assert all(isinstance(param.values[0], Fact) for param in FACTS)
