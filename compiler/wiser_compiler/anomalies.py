"""The anomalies a policy can have, and what catches each of them, or why nothing has to.

Knows nothing of the compiler. A test holds every code, command and file named here to be there, and every anomaly
that is `planted` to a file of tests/planted that plants it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One thing that can be wrong with a policy, or with what is made of it.

    `codes` are the findings that catch it, `held_by` the commands and files that do so beside them. `words` say the
    rest: how, or why it cannot be written down at all. `planted` if policies with it stand in tests/planted.
    """

    id: str
    what: str
    example: str
    codes: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    words: str = ""
    planted: bool = True

    @property
    def caught(self) -> str:
        """What catches it, in Markdown."""
        codes = (f"[`{code}`](diagnostics.md#{code})" for code in self.codes)
        names = ", ".join((*codes, *(f"`{name}`" for name in self.held_by)))
        return ". ".join(part for part in (names, self.words) if part)


def table(anomalies: Sequence[Anomaly]) -> str:
    """The anomalies as a table of Markdown."""
    rows = ["| id | anomaly | example | caught by |", "|---|---|---|---|"]
    rows += [f"| {one.id} | {one.what} | {one.example} | {one.caught} |" for one in anomalies]
    return "\n".join(rows) + "\n"


ANOMALIES: tuple[Anomaly, ...] = (
    Anomaly(
        "A1",
        "a criterion that nothing can meet, or that never applies",
        "at least 6 weeks and less than 4 weeks",
        ("never-met", "never-applies"),
    ),
    Anomaly(
        "A2",
        "criteria that can each be met, and not together",
        "in an office only, and in a hospital only",
        ("never-ready", "conflicting-criteria"),
    ),
    Anomaly(
        "A3",
        "a criterion or a test that every request meets",
        "a score of at least 0",
        ("never-fails", "idle-test"),
    ),
    Anomaly(
        "A4",
        "two criteria that ask for opposite things of the same request",
        "up to 4 weeks: urgent; 4 weeks or more: not urgent",
        ("conflicting-criteria", "overlapping-routes"),
    ),
    Anomaly(
        "A5",
        "a value that belongs to two ways, or to two criteria",
        "6 weeks or less, or 6 weeks or more",
        ("overlapping-routes",),
    ),
    Anomaly(
        "A6",
        "a value that falls between two ways, or between two criteria",
        "less than 6 weeks, or more than 6 weeks",
        ("gap-between-routes",),
    ),
    Anomaly(
        "A7",
        "a criterion or a test that others imply",
        "at least 4 weeks, beside at least 6 weeks",
        ("implied-criterion", "idle-test", "dead-test"),
    ),
    Anomaly(
        "A8",
        "one criterion or test that is written twice",
        "the same bound under two names",
        ("implied-criterion", "idle-test"),
    ),
    Anomaly(
        "A9",
        "a way that what stands around it closes",
        "a fracture as one way, where none may be there",
        ("dead-test", "never-fails"),
    ),
    Anomaly(
        "A10",
        "an exception that no request needs, or that never holds",
        "unless there is a fracture, where the criterion applies without one only",
        ("dead-exception",),
    ),
    Anomaly(
        "A11",
        "two exceptions that hold at once, without an order",
        "unless pregnant: less; unless urgent: more",
        held_by=("schemas/policy.schema.json",),
        words="Cannot be written: a criterion has one `unless`, and what it says is joined by *any* and *all*, "
        "where the order of the parts changes no answer",
        planted=False,
    ),
    Anomaly(
        "A12",
        "an exception that holds wherever its rule fails",
        "6 weeks, unless it is less than 8 weeks",
        ("swallowed-rule",),
    ),
    Anomaly(
        "A13",
        "a bound that is off by one from its words",
        "“at least 6 weeks” as `more_than: 6 weeks`",
        ("quote-disagrees",),
    ),
    Anomaly(
        "A14",
        "targets that differ on the edge of a bound",
        "the validator says at least, the schema more than",
        ("schema-disagrees",),
        ("tests/test_agreement.py",),
        "No policy can have it: every target is made of one meaning. That they agree is proven of the schemas, and "
        "tested of all targets on random policies and requests",
        planted=False,
    ),
    Anomaly(
        "A15",
        "another number than in the words",
        "“at least 50%” as 0.5 or 5",
        ("quote-disagrees", "unused-number", "bound-too-fine"),
    ),
    Anomaly(
        "A16",
        "another unit or scale than in the words",
        "months for a fact in weeks; 40 points of 10",
        ("wrong-unit", "quote-disagrees", "bound-out-of-range"),
    ),
    Anomaly(
        "A17",
        "days for months",
        "“within 12 months” as 365 days",
        ("quote-disagrees",),
        ("tests/test_dates.py",),
        "How months are counted is fixed, and compared with the calendar day by day",
    ),
    Anomaly(
        "A18",
        "the edge of a window is open",
        "is a session exactly 12 months before inside?",
        ("uncovered-bound", "unsupported-bound"),
        words="There is no `within`: both edges are written, each with words or a reading, and an example on each side",
    ),
    Anomaly(
        "A19",
        "a decision on half a date",
        "“March 2026” against a window of days",
        ("bad-date",),
        words="A date is a day. A chart that names a month alone does not state it, and the test is missing",
    ),
    Anomaly(
        "A20",
        "what is missing counts as yes or no",
        "no score is stated, so it is at most 10",
        ("negative-documented", "valueless-test", "never-met"),
        ("tests/test_evaluate.py",),
        "Meaning itself keeps them apart; refused is what would lean on absence",
    ),
    Anomaly(
        "A21",
        "an empty list passes",
        "every session helped, and there was none",
        ("half-a-test", "empty-group"),
        words="`every` says what holds without a record",
    ),
    Anomaly(
        "A22",
        "a request that is neither ready nor anything else, or two things at once",
        "approve and return are both false",
        held_by=("tests/test_evaluate.py", "tests/test_agreement.py"),
        words="Cannot be written: the outcome is one value, and the first row of a fixed table that fits",
        planted=False,
    ),
    Anomaly(
        "A23",
        "a fact or a condition that nothing uses",
        "fever is asked for, and no criterion reads it",
        ("unused-name",),
    ),
    Anomaly(
        "A24",
        "a name that is not declared",
        "`pain_week` for `pain_weeks`",
        ("unknown-fact", "unknown-option", "unknown-word"),
        words="Every place where a name can stand has a finding of its own, which names the nearest known one",
    ),
    Anomaly(
        "A25",
        "a fact that is used and never decides",
        "guided with fever, or guided without fever",
        ("idle-fact",),
    ),
    Anomaly(
        "A26",
        "a criterion or a bound without its place in a source",
        "no `cite`; a section that does not exist",
        ("missing-key", "unknown-source", "secondary-source", "unsupported-bound", "section-not-in-text"),
    ),
    Anomaly(
        "A27",
        "a quotation that the source does not hold",
        "a paraphrase in quotation marks",
        ("quote-not-in-source",),
        ("wiser sources",),
    ),
    Anomaly(
        "A28",
        "a sentence of the source that no criterion quotes",
        "a “must” that nobody encoded",
        held_by=("wiser sources",),
        words="Listed for people to look through; it is no finding, since not every such sentence asks something of a "
        "chart",
    ),
    Anomaly(
        "A29",
        "two versions in force on one day",
        "one ends on 30 June, and the next begins on it",
        ("overlapping-versions",),
    ),
    Anomaly(
        "A30",
        "a day without a version, or a version without a day",
        "one ends a day before the next begins",
        ("gap-between-versions", "empty-interval"),
    ),
    Anomaly(
        "A31",
        "a version that nobody compared with its source again",
        "the source was revised meanwhile",
        ("review-due",),
        words="That a source changed is seen where its text is at hand: quotations no longer stand there",
    ),
    Anomaly(
        "A32",
        "a change of meaning that was meant as none",
        "a new wording turns at least into more than",
        ("undeclared-change", "absent-change"),
        ("wiser diff", "tests/test_normal_form.py"),
        "The hash of the meaning differs too, which rewording keeps",
    ),
    Anomaly(
        "A33",
        "a change that was declared and is not there",
        "said to be stricter, and answers alike",
        ("absent-change", "undeclared-change"),
        ("wiser diff",),
    ),
    Anomaly(
        "A34",
        "jurisdictions that ask for different things",
        "another limit of sessions in each",
        words="Not looked for: the guide is the same in all states of the model, and no document of one jurisdiction "
        "alone is encoded",
        planted=False,
    ),
    Anomaly(
        "A35",
        "documents that ask for different things",
        "the guide and a local coverage determination",
        words="Not looked for: one source is encoded, and what stands in a secondary one alone is advice. The "
        "[readings](readings.md) name the places that differ",
        planted=False,
    ),
    Anomaly(
        "A36",
        "lists of codes that differ",
        "a code in the policy and not in the program",
        ("codes-differ",),
    ),
    Anomaly(
        "A37",
        "a definition that goes in a circle",
        "a condition that is explained by itself",
        ("circular",),
    ),
    Anomaly(
        "A38",
        "a checklist that says something else than the rule",
        "printed 6 weeks, checked 4",
        held_by=("tests/test_markdown.py", "wiser build"),
        words="No policy can have it: both are made of one meaning, and `wiser build --check` finds a sheet that "
        "was edited",
        planted=False,
    ),
    Anomaly(
        "A39",
        "a schema that says less than the rule, without saying so",
        "a window of dates, which JSON Schema cannot say",
        ("schema-disagrees",),
        ("tests/test_json_schema.py", "tests/test_agreement.py"),
        "No policy can have it: what a target cannot say stands in its `gaps` and in its files, and `ready` accepts "
        "no request for which it is open",
        planted=False,
    ),
    Anomaly(
        "A40",
        "a check that is left out in silence",
        "the solver ran out of time, and all looks clean",
        ("unproven",),
        ("tests/test_prove.py",),
        "No policy can have it: a question without an answer is a finding, and what was not looked at stands beside "
        "the answer",
        planted=False,
    ),
    Anomaly(
        "A41",
        "a declared range that brings about a finding, or hides one",
        "fever from 6 to 10 points, tested to be at least 6",
        ("never-met", "never-fails"),
        words="The finding names the range that it hangs on",
    ),
    Anomaly(
        "A42",
        "a slip that no example would notice",
        "no example tells at least 6 from at least 5",
        ("uncovered-bound",),
        ("wiser mutate",),
        "Every bound is moved by a step each way, and an example has to turn out otherwise. `wiser mutate` tries every "
        "other slip, and asks the solver about those that no example notices",
    ),
)
