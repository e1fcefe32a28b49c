"""What authors write first: one slip is one finding, at its place, with what to write instead.

A change of tests/bad/base.yaml has `«` in front of the place. A slip in the base itself is given as what is
replaced by what.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import BASE, checked, composed
from wiser_compiler.diagnostics import nearest
from wiser_compiler.printers import as_text

CASE = "    expect: ready\n"
FINDINGS = "rash, fever, chills, nausea, edema, pallor, ataxia, apnea, cough, fall, ulcer, gait"
MORE = f"""facts:
  More:
    signs: {{type: findings, of: [myelopathy, infection, {FINDINGS}], ask: "Which?"}}
    bodies: {{type: number, unit: vertebral bodies, from: 0, to: 9, ask: "How many?"}}
"""


OTHER = "criteria:\n  other:\n    title: Another\n    cite: {guide_6: box 3}\n"
VISITS = """facts:
  Visits:
    visits:
      type: list
      unit: visits
      up_to: 9
      ask: "List every visit."
      each:
        day_seen: {type: date, from: "2020-01-01", to: "2036-12-31", ask: "When?"}
        dose: {type: number, unit: mg, from: 0, to: 9, ask: "How much?"}
"""
LAST = "values:\n  last: {latest: day_seen, of: visits}\n"
SEEN = """conditions:
  old: {about: visits, title: old, means: {day_seen: {before: service_date}, dose: {at_least: 3 mg, quote: "3"}}}
criteria:
  seen: {title: Seen, cite: {guide_6: box 3}, require: {some: visits, where: old}}
"""


def replaced(old: str, new: str, also: tuple[tuple[str, str], ...] = ()) -> str:
    text = BASE
    for before, after in ((old, new), *also):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def examples(cases: str) -> str:
    return BASE.replace(CASE, f"{CASE}  cases:\n{cases}")


SLIPS = [
    ("criterion for criteria", replaced("criteria:", "«criterion:"), "unknown-key", "did you mean `criteria`?"),
    ("a criterion twice", replaced("  at-hand:", "  «everything-else:"), "duplicate-key", "keep one of the two"),
    (
        "a criterion twice, and what the second one alone names",
        replaced("  at-hand:", "  «everything-else:", (("symptoms: documented, imaging: doc", "symptoms: doc"),)),
        "duplicate-key", "keep one of the two",
    ),
    (
        "requires", replaced("    require: imaging\n", "    «requires: imaging\n"),
        "unknown-key", "did you mean `require`?",
    ),
    (
        "a criterion whose id has capitals",
        composed('criteria:\n  «At_Home:\n    title: At home\n    cite: {guide_6: box 3}\n    require: imaging')
        .replace("    expect: ready", "    expect: {outcome: ready, At_Home: met}"),
        "bad-name", "use small letters and -, such as pain-duration",
    ),
    (
        "a typo in the one place that uses a fact",
        replaced("{pain_duration: documented,", "{«pain_durtion: documented,"),
        "unknown-fact", "did you mean `pain_duration`?",
    ),
    (
        "a word that does not go with the one test of a fact",
        replaced("pain_duration: documented,", "pain_duration: {«one_of: [4 weeks]},"),
        "unknown-word", "write one of",
    ),
    (
        "a fact of a type that is not known, which an example states",
        replaced("pain_duration: {type: number,", "pain_duration: {type: «numbr,"),
        "unknown-type", "did you mean `number`?",
    ),
    (
        "the title indented one too far",
        replaced("    title: The criterion at hand", "     «title: The criterion at hand"),
        "not-yaml", "indent both alike, such as by 4",
    ),
    (
        "the line below the title indented one too far",
        replaced("    title: The criterion at hand\n    cite:", "    title: The criterion at hand\n     «cite:"),
        "not-yaml", "indent both alike, such as by 4",
    ),
    (
        "the line below the title indented one too little",
        replaced("    title: The criterion at hand\n    cite:", "    title: The criterion at hand\n   «cite:"),
        "not-yaml", "indent both alike, such as by 4",
    ),
    (
        "a title without its colon",
        replaced("    title: The criterion at hand", "    «title The criterion at hand"),
        "not-yaml", "write `title: The criterion at hand`",
    ),
    (
        "a dash without its space", examples("    «-name: One\n      expect: ready\n"),
        "not-yaml", "write `- name: One`",
    ),
    (
        "a dash without its space at the second item",
        examples(
            "    - name: One\n      without: [care_failed]\n      expect: incomplete\n"
            "    «-name: Two\n      expect: ready\n"
        ),
        "not-yaml", "write `- name: Two`",
    ),
    (
        "cite beside a test",
        composed("require:\n  imaging_date: documented\n  «cite: {guide_6: box 1}"),
        "wrong-word", "write it on the level of `require:`",
    ),
    (
        "cite in a test",
        composed('require: {pain_duration: {at_least: 4 weeks, «cite: {guide_6: box 1}, quote: "at least 4"}}'),
        "wrong-word", "write it on the level of `require:`",
    ),
    (
        "a comparison by its sign",
        composed("require: «pain_duration >= 4 weeks"), "wrong-word", "write `pain_duration: {at_least: 4 weeks}`",
    ),
    (
        "a comparison of dates by its sign",
        composed("require: [«imaging_date < service_date]"),
        "wrong-word", "write `imaging_date: {before: service_date}`",
    ),
    (
        "if and then",
        composed("require:\n  «if: care_failed\n  then: imaging"), "wrong-word", "write what stands behind `if:` under "
        "`applies_when:` of the criterion",
    ),
    (
        "different values",
        composed("require: {count: prior_sessions, «distinct: session_date, at_most: 4 sessions}"),
        "wrong-word", "values are not compared here: write `unique: [field]` at the list",
    ),
    (
        "the first record",
        composed("require: {«first: prior_sessions, where: session_helped}"),
        "wrong-word", "write `earliest: DATE` with `of: LIST`",
    ),
    (
        "codes by a sign", composed("require: {diagnoses: {includes_any: [M51.26, «M54.x]}}"),
        "bad-name", "list them once under `groups:`",
    ),
    (
        "codes by a range", composed("require: {diagnoses: {includes_any: [«M54.1 - M54.5]}}"),
        "bad-name", "list them once under `groups:`",
    ),
    (
        "a share for a percentage",
        composed("require: {pain_after: {fell_from: pain_before, by_at_least: «0.5}}"),
        "wrong-unit", "write `50 percent` for a share",
    ),
    (
        "a percentage by its sign",
        composed("require: {pain_after: {fell_from: pain_before, by_at_least: «50%}}"),
        "bad-number", "write 50 percent",
    ),
    (
        "a unit without its space", composed("require: {pain_duration: {at_least: «4weeks}}"),
        "bad-number", "write 4 weeks",
    ),
    (
        "an empty require", replaced("    require: imaging\n", "    «require:\n"),
        "empty-value", "write its value here, or indented on the lines below",
    ),
    (
        "an answer out of range", replaced("pain_duration: 10 weeks", "pain_duration: «1000 weeks"),
        "invalid-example", "write a value that the fact allows",
    ),
    ("30 February", replaced('"2026-10-24"', '«"2026-02-30"'), "bad-date", "February 2026 has 28 days"),
    (
        "30 February in a test", composed('require: {imaging_date: {after: «"2024-02-30"}}'),
        "bad-date", "February 2024 has 29 days",
    ),
    (
        "31 June in an example", replaced('imaging_date: "2026-04-01"', 'imaging_date: «"2026-06-31"'),
        "bad-date", "June 2026 has 30 days",
    ),
    ("a version of two numbers", replaced('"1.0.0"', "«1.10"), "bad-name", "write three numbers"),
    (
        "an answer that needs quotes and is none",
        composed("require: {sedation: {is: «no}}"), "unknown-option", "write one of `deep`, `moderate`, `none`",
    ),
    (
        "a suggestion that is far off",
        composed(f"{MORE}require: {{signs: {{includes: «coagulopathy}}, bodies: documented}}"),
        "unknown-option", "use one that is declared",
    ),
    (
        "an approval that decides", replaced("title: The criterion at hand", "title: «The request is approved"),
        "coverage-claim", "put words of the source in quotation marks, as in “approved”",
    ),
    (
        "if and then beside a title",
        composed(OTHER + "    «if: {care_failed: yes}\n    then: {care_failed: yes}\n"),
        "unknown-key", "write `applies_when:` for `if` and `require:` for `then`",
    ),
    (
        "an exception by another word",
        composed(OTHER + "    require: imaging\n    «except: care_failed\n"),
        "unknown-key", "write `unless:` for `except`",
    ),
    (
        "the highest of dates",
        composed(VISITS + SEEN + "require: {highest: «day_seen, of: visits, after: service_date}"),
        "wrong-kind", "of a date say `latest`",
    ),
    (
        "the latest of numbers",
        composed(VISITS + SEEN + 'require: {latest: «dose, of: visits, at_least: 3 mg, quote: "3"}'),
        "wrong-kind", "of a number say `highest`, as in `{highest: dose, of: visits, at_least: 1 mg}`",
    ),
    (
        "the latest of what is no field",
        composed(VISITS + SEEN + "require: {latest: «imaging, of: visits, has: old, if_none: met}"),
        "wrong-kind", "write `day_seen`",
    ),
    (
        "a window beside a count",
        composed(VISITS + SEEN + 'require: {count: visits, «within: 45 days, at_least: 1 visit, quote: "1"}'),
        "unknown-word", "say it of a date of each record: `where: {day_seen: {after: 12 months before service_date, ",
    ),
    (
        "what records have beside the highest",
        composed(VISITS + SEEN + 'require: {highest: dose, of: visits, «has: old, at_least: 3 mg, quote: "3"}'),
        "unknown-word", "which records count stands under `where:`; `every: visits` asks something of each",
    ),
    (
        "the highest without a bound",
        composed(VISITS + SEEN + "require: {highest: «dose, of: visits, has: old, if_none: met}"),
        "half-a-test", "add `at_most: 4` or the like",
    ),
    (
        "a sum as a value",
        composed(VISITS + SEEN + "values:\n  whole: {«sum: dose, of: visits}\nrequire: {pain_after: {at_most: whole}}"),
        "wrong-word", "write `sum:` and `of:` in a condition",
    ),
    (
        "a value of numbers that is tested",
        composed(VISITS + SEEN + "values:\n  most: {highest: dose, of: visits}\nrequire: {«most: {at_least: 3 mg}}"),
        "wrong-kind", "write `{highest: dose, of: visits, at_least: …}`",
    ),
    (
        "a value of days that is tested, by a word of another language",
        composed(VISITS + SEEN + LAST + "require: {«last: {before: service_date}}"),
        "wrong-kind", "write `{latest: day_seen, of: visits, has: {day_seen: …}, if_none: not met}`",
    ),
    (
        "a number beside some", composed(VISITS + SEEN + 'require: {some: visits, «at_least: 2 visits, quote: "2"}'),
        "unknown-word", "write `count: visits` in place of `some:`",
    ),
    (
        "no records at most", composed(VISITS.replace("up_to: 9", "up_to: «-1") + SEEN + "require: {some: visits}"),
        "bad-number", "write how many records a request holds at most",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "help"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_one_finding_at_its_place(text: str, code: str, help: str, tmp_path: Path) -> None:
    before, mark, after = text.partition("«")
    report = checked(before + after, tmp_path)
    (found,) = report.found or pytest.fail("nothing is found")
    assert mark
    assert (found.code, found.span.line, found.span.column) == (
        code, before.count("\n") + 1, len(before) - before.rfind("\n"),
    ), as_text(report)  # fmt: skip
    assert help in found.help


# ---------------------------------------------------------------- what is no slip


@pytest.mark.parametrize(
    "title",
    [
        "Enrollment in an active CMS-approved trial", "The device is FDA approved",
        'The trial is called "approved" in the note', "The note quotes “covered” from the letter",
        "The matrix is Approve™", "The matrix is approve ®",
    ],
)  # fmt: skip
def test_the_words_of_a_source_may_be_repeated(title: str, tmp_path: Path) -> None:
    report = checked(replaced("title: The criterion at hand", f"title: '{title}'"), tmp_path)
    assert not report.found, as_text(report)


def test_one_vertebral_body_is_written_as_people_say_it(tmp_path: Path) -> None:
    test = 'require: {bodies: {at_least: 1 vertebral body, quote: "at least one"}, signs: documented}'
    report = checked(composed(MORE + test), tmp_path)
    assert {finding.code for finding in report.found} == {"wrong-outcome"}, as_text(report)


def test_every_member_of_a_circle_is_named(tmp_path: Path) -> None:
    conditions = "\n".join(f"  {one}: {{title: A, means: {other}}}" for one, other in ("ab", "bc", "cd", "db"))
    report = checked(composed(f"conditions:\n{conditions}\nrequire: a"), tmp_path)
    (found,) = report.found
    assert found.message.startswith("`b` is explained by `c`, `c` by `d` and `d` by `b`")
    assert [label for _, label in found.related] == ["`c` is declared here", "`d` is declared here"]


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("pain_week", ("pain_weeks", "region"), "pain_weeks"), ("fluroscopy", ("fluoroscopy", "ct"), "fluoroscopy"),
        ("xray_date", ("ray_date",), "ray_date"), ("coagulopathy", ("myelopathy",), ""),
        ("myelopathy", ("radiculopathy",), ""), ("cite", ("title",), ""), ("at_most", ("at_least", "includes"), ""),
    ],
)  # fmt: skip
def test_only_a_word_that_is_near_is_suggested(word: str, known: tuple[str, ...], meant: str) -> None:
    assert nearest(word, known) == meant
