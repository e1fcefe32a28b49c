"""The schema for editors: valid, equal to the reader key by key and word by word, and satisfied by every policy."""

import ast
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from drafts import BAD_FILES, clean_policies, composed, marked
from jsonschema import Draft7Validator
from wiser_compiler.core.accepted import ACCEPTABLE
from wiser_compiler.core.evaluate import OUTCOMES, SCOPE_OUTCOMES, VERDICTS
from wiser_compiler.core.model import CODE_SYSTEMS, MOST_ROWS
from wiser_compiler.diagnostics import Report
from wiser_compiler.reading import (
    accepted,
    conditions,
    date_words,
    fields,
    list_test,
    names,
    questions,
    reader,
    vocabulary,
    words,
)
from wiser_compiler.reading.document import KEYS
from wiser_compiler.reading.reader import read_policy, read_vocabulary

ROOT = Path(__file__).parents[2]
SCHEMA: Mapping[str, Any] = json.loads((ROOT / "schemas/policy.schema.json").read_text())
DEFINITIONS: Mapping[str, Mapping[str, Any]] = SCHEMA["definitions"]
VALIDATOR = Draft7Validator(SCHEMA)

# What a schema cannot know: what a name stands for, what a number means, how a text is written.
SEMANTIC_ONLY = {
    "alias", "answered-twice", "bad-date", "bad-name", "bad-range", "bound-out-of-range", "bound-too-fine", "circular",
    "clause-not-used", "codes-differ", "contradictory-bounds", "coverage-claim", "cut-text", "empty-interval",
    "field-out-of-reach", "invalid-example", "missing-fact", "name-taken", "negative-documented", "no-examples",
    "question-disagrees", "quote-disagrees", "quote-joins-otherwise", "repeated-example",
    "secondary-source", "sheet-differs", "sheet-wording",
    "tag", "unanswered-question", "unconfirmed-example", "uncovered-bound", "unfinished",
    "unknown-code", "unknown-criterion", "unknown-fact", "unknown-name", "unknown-option", "unknown-program",
    "unknown-question", "unknown-reading", "unknown-source",
    "unknown-word", "unquoted-text", "unseen-character", "unsupported-bound", "unused-acceptance", "unused-name",
    "unused-number", "valueless-test", "wrong-kind", "wrong-outcome", "wrong-place", "wrong-unit", "wrong-verdict",
}  # fmt: skip

# ---------------------------------------------------------------- how an editor reads YAML

NUMBER = r"[-+]?[0-9]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"


def as_editor(text: str) -> Any:
    """YAML 1.2: `yes` and dates are text, unquoted digits are numbers. Raises on what is no YAML."""
    return plain(yaml.compose(text, Loader=yaml.SafeLoader))


def plain(node: yaml.Node | None) -> Any:
    match node:
        case yaml.MappingNode():
            keys = [key.value for key, _ in node.value]
            if len(set(map(str, keys))) < len(keys):
                raise yaml.YAMLError("a key stands twice")
            return {str(key.value): plain(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [plain(item) for item in node.value]
        case yaml.ScalarNode(value=value, style=None):
            if re.fullmatch("true|True|TRUE|false|False|FALSE", value):
                return value.lower() == "true"
            if re.fullmatch("null|Null|NULL|~|", value):
                return None
            return float(value) if re.fullmatch(NUMBER, value) else value
        case yaml.ScalarNode(value=value):
            return value
        case _:
            return None


@cache
def refusals(text: str) -> tuple[str, ...]:
    """What an editor underlines, or nothing."""
    try:
        document = as_editor(text)
    except yaml.YAMLError as error:
        return (str(error),)
    return tuple(error.message for error in VALIDATOR.iter_errors(document))


# ---------------------------------------------------------------- the schema itself


def test_the_schema_is_valid_draft_07() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


def test_every_definition_is_used_and_every_reference_leads_somewhere() -> None:
    used = {schema["$ref"] for schema in subschemas(SCHEMA) if "$ref" in schema}
    assert used == {f"#/definitions/{name}" for name in DEFINITIONS}


def test_every_key_and_every_word_has_a_description() -> None:
    bare = {
        key
        for name, definition in DEFINITIONS.items()
        for schema in subschemas(definition)
        for key, property_schema in schema.get("properties", {}).items()
        if not described(property_schema) and not is_test_of_type(property_schema)
    }
    assert bare == set()


def described(schema: Mapping[str, Any]) -> bool:
    own = schema.get("description", "")
    return bool(own) or described(DEFINITIONS[schema["$ref"].rpartition("/")[2]]) if "$ref" in schema else bool(own)


def is_test_of_type(schema: Mapping[str, Any]) -> bool:
    """`if` and `not` look at a key; what it means stands elsewhere."""
    return bool(set(schema) <= {"const", "enum", "not"})


def subschemas(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from subschemas(value)
    elif isinstance(node, list):
        for item in node:
            yield from subschemas(item)


# ---------------------------------------------------------------- the schema knows what the reader knows


def known_keys(*path: str | int) -> set[str]:
    """The keys the schema allows at a place."""
    found: Any = DEFINITIONS
    for step in path:
        found = found[step]
    return set(found["properties"])


# Whatever could be a key: every word that stands in the text of the reader, and every key of the schema.
UNIVERSE = {key for schema in subschemas(SCHEMA) for key in schema.get("properties", {})} | {
    node.value
    for path in sorted(Path(reader.__file__).parent.glob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(fields.NAME, node.value)
}

BELOW = ("additionalProperties",)
PLACES = {  # a document with a hole for every word there is, and where the schema speaks of that place
    "effective": ("effective: HOLE", ("effective",)),
    "a source": ("sources: {s: HOLE}", ("sources", *BELOW)),
    "changes": ("changes: HOLE", ("changes",)),
    "an accepted finding": ("accepted: [HOLE]", ("accepted", "items")),
    "a passage that is not encoded": ("not_encoded: [HOLE]", ("not_encoded", "items")),
    "a code": ('codes: {"62321": HOLE}', ("code",)),
    "a question": ("questions: {q: HOLE}", ("questions", *BELOW)),
    "a question of a vocabulary": ("vocabulary: p\nquestions: {q: HOLE}", ("questions", *BELOW)),
    "a group": ("groups: {g: HOLE}", ("groups", *BELOW)),
    "a value": ("values: {v: HOLE}", ("values", *BELOW)),
    "a condition": ("conditions: {c: HOLE}", ("conditions", *BELOW)),
    "a scope criterion": ("scope: {c: HOLE}", ("criterion",)),
    "a criterion": ("criteria: {c: HOLE}", ("criterion",)),
    "an advisory criterion": ("advisory: {c: HOLE}", ("criterion",)),
    "examples": ("examples: HOLE", ("examples",)),
    "the base example": ("examples: {base: HOLE}", ("examples", "properties", "base")),
    "a further base example": ("examples: {base: {}, bases: {b: HOLE}}", ("examples", "properties", "bases", *BELOW)),
    "an example": ("examples: {base: {}, cases: [HOLE]}", ("examples", "properties", "cases", "items")),
    "a state": ("program: p\nfacts: {H: {state: {type: choice, of: [s]}}}\nstates: {s: HOLE}", ("states", *BELOW)),
    "a later edition": ("known_editions: {e: HOLE}", ("edition",)),
    "an instruction": ("program: p\nsending: {s: HOLE}", ("instruction",)),
    "a decision": ("program: p\ndecisions: {d: HOLE}", ("instruction",)),
    "add-on codes": ("add_ons: HOLE", ("addOns",)),
    "how facts are asked for": ('facts: {H: {f: "So?"}}\nasking: {f: HOLE}', ("asking", *BELOW)),
    "a service": ("program: p\nservices: {s: HOLE}", ("service",)),
    "a code of a service": ('program: p\nservices: {s: {codes: {"62321": HOLE}}}', ("code",)),
    "a scope criterion of a program": ("program: p\nscope: {c: HOLE}", ("criterion",)),
    "an advisory criterion of a program": ("program: p\nadvisory: {c: HOLE}", ("criterion",)),
    "a clock": ("program: p\nclocks: {c: HOLE}", ("clock",)),
    "the day of a clock": ("program: p\nclocks: {c: {due: HOLE}}", ("clock", "properties", "due")),
    "examples of a program": ("program: p\nexamples: HOLE", ("examples",)),
    "a fact of type yes_no": ("facts: {H: {f: {type: yes_no, MORE}}}", ("plainFact",)),
    "a fact of type note": ("facts: {H: {f: {type: note, MORE}}}", ("plainFact",)),
    "a fact of type number": ("facts: {H: {f: {type: number, MORE}}}", ("numberFact",)),
    "a fact of type date": ("facts: {H: {f: {type: date, MORE}}}", ("dateFact",)),
    "a fact of type choice": ("facts: {H: {f: {type: choice, MORE}}}", ("choiceFact",)),
    "a fact of type set": ("facts: {H: {f: {type: set, MORE}}}", ("setFact",)),
    "a fact of type findings": ("facts: {H: {f: {type: findings, MORE}}}", ("findingsFact",)),
    "a fact of type codes": ("facts: {H: {f: {type: codes, MORE}}}", ("codesFact",)),
    "a fact of type list": ("facts: {H: {f: {type: list, MORE}}}", ("listFact",)),
}


def unknown_to_the_reader(folder: Path, text: str, code: str) -> set[str]:
    """The words of which the reader says they do not belong where they stand."""
    path = folder / "1.0.0.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()
    (read_vocabulary if "vocabulary" in text.split(":")[0] else read_policy)(path, report)
    return {finding.message.split("`")[1] for finding in report.found if finding.code == code}


def mapping_of(keys: set[str]) -> str:
    return ", ".join(f'"{key}": x' for key in sorted(keys))


@pytest.mark.parametrize("place", PLACES)
def test_the_reader_and_the_schema_know_the_same_keys(place: str, tmp_path: Path) -> None:
    document, pointer = PLACES[place]
    filled = document.replace("HOLE", f"{{{mapping_of(UNIVERSE)}}}").replace("MORE", mapping_of(UNIVERSE - {"type"}))
    unknown = unknown_to_the_reader(tmp_path, filled, "unknown-key")
    sent_elsewhere = {"sum"} if place == "a value" else set()
    assert UNIVERSE - unknown - sent_elsewhere == known_keys(*pointer)


@pytest.mark.parametrize("kind", KEYS)
def test_the_reader_and_the_schema_know_the_same_keys_of_a_document(kind: str, tmp_path: Path) -> None:
    keys = UNIVERSE - set(KEYS)
    unknown = unknown_to_the_reader(tmp_path, f"{kind}: p\n" + "".join(f"{key}: x\n" for key in keys), "unknown-key")
    assert keys - unknown | {kind} == known_keys(kind)


@pytest.mark.parametrize(("kind", "keys"), KEYS.items())
def test_the_reader_and_the_schema_need_the_same_keys_of_a_document(
    kind: str, keys: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    optional, required = keys
    assert known_keys(kind) == {*optional, *required}
    assert set(DEFINITIONS[kind]["required"]) == set(required)


def test_the_schema_knows_every_kind_of_document() -> None:
    assert SCHEMA["oneOf"] == [{"$ref": f"#/definitions/{kind}"} for kind in KEYS]


TYPED = {
    "yes_no": "{type: yes_no, ask: A?}",
    "note": "{type: note, ask: A?}",
    "number": "{type: number, from: 0, to: 9, ask: A?}",
    "date": '{type: date, from: "2000-01-01", to: "2036-12-31", ask: A?}',
    "choice": "{type: choice, of: [a, b], ask: A?}",
    "set": "{type: set, of: [a, b], ask: A?}",
    "findings": "{type: findings, of: [a, b], ask: A?}",
    "codes": "{type: codes, system: ICD-10, ask: A?}",
    "list": "{type: list, each: {g: A?}, up_to: 9, ask: A?}",
}


# Known elsewhere, and refused in a test with a message of their own.
MISPLACED = {*names.OF_A_CRITERION, *names.WORDS_OF_OTHERS}


def test_the_words_for_a_fact_are_those_of_the_reader_and_no_others(tmp_path: Path) -> None:
    known = set()
    for typed in TYPED.values():
        document = f"facts: {{H: {{f: {typed}}}}}\ncriteria: {{c: {{require: {{f: {{{mapping_of(UNIVERSE)}}}}}}}}}"
        known |= UNIVERSE - unknown_to_the_reader(tmp_path, document, "unknown-word") - MISPLACED
    assert known == known_keys("words")
    table = {word for of_type in words.WORDS.values() for word in of_type}
    assert known == table | set(words.BESIDE) | set(conditions.NOTES)


def test_the_words_that_join_conditions_are_those_of_the_reader_and_no_others(tmp_path: Path) -> None:
    tests = ", ".join(f'{{"{word}": x}}' for word in sorted(UNIVERSE))
    document = f"criteria: {{c: {{require: [{tests}]}}}}"
    known = UNIVERSE - unknown_to_the_reader(tmp_path, document, "unknown-fact") - MISPLACED
    assert known == known_keys("tests")
    assert known >= {*conditions.JOINTS, *list_test.LIST_WORDS, *words.BOUNDS, *conditions.NOTES}


def test_the_keys_that_name_facts_are_all_others() -> None:
    fact_names, items = DEFINITIONS["tests"]["patternProperties"]
    assert {word for word in UNIVERSE if not re.search(fact_names, word)} == known_keys("tests")
    assert re.search(fact_names, "anything")
    assert re.search(items, "symptoms.L4-L5")


@pytest.mark.parametrize(
    ("definition", "known"),
    [
        ("acceptable", ACCEPTABLE),
        ("factType", vocabulary.TYPES),
        ("codeSystem", CODE_SYSTEMS),
        ("outcome", OUTCOMES),
        ("scopeOutcome", SCOPE_OUTCOMES),
        ("confidence", questions.CONFIDENCES),
        ("verdict", VERDICTS),
    ],
)
def test_the_schema_lists_the_words_of_the_reader(definition: str, known: Mapping[str, Any]) -> None:
    assert DEFINITIONS[definition]["enum"] == list(known)


def test_the_schema_has_the_limits_and_forms_of_the_reader() -> None:
    number, rows = DEFINITIONS["numberFact"]["properties"], DEFINITIONS["listFact"]["properties"]
    assert number["places"]["anyOf"][0]["maximum"] == vocabulary.MOST_PLACES
    assert rows["up_to"]["anyOf"][0]["maximum"] == MOST_ROWS
    assert DEFINITIONS["accepted"]["items"]["properties"]["times"]["anyOf"][0]["maximum"] == accepted.MOST_TIMES
    forms = {
        fields.NAME: DEFINITIONS["name"]["pattern"],
        fields.ID: DEFINITIONS["optionId"]["pattern"],
        fields.SEMVER: DEFINITIONS["version"]["pattern"],
        f"{fields.NAME} {fields.SEMVER}": DEFINITIONS["oneVersion"]["pattern"],
        fields.KEBAB: DEFINITIONS["kebab"]["pattern"],
        CODE_SYSTEMS["HCPCS"]: DEFINITIONS["procedureCode"]["pattern"],
    }
    assert {f"^{form}$": form for form in forms} == {pattern: form for form, pattern in forms.items()}


@pytest.mark.parametrize("unit", date_words.UNITS_OF_TIME)
def test_dates_may_be_counted_in_every_unit_of_time(unit: str) -> None:
    for written in (f"3 {unit}s before service_date", f"1 {unit} after latest_session"):
        assert date_words.OFFSET.fullmatch(written)
        assert re.search(DEFINITIONS["moment"]["pattern"], written)
        assert re.search(DUE["pattern"], written)


DUE = DEFINITIONS["clock"]["properties"]["due"]["properties"]["on_or_before"]


# ---------------------------------------------------------------- whole documents

WORDS_HERE = """
vocabulary: words
version: "1.0.0"
title: Words
sources:
  guide_6: {title: A guide, version: "6.0", section: "1", published: 2026-04-24, url: https://example.org/a.pdf}
facts:
  Request:
    received_date: {type: date, from: 2020-01-01, to: "2036-12-31", ask: "When was it received?"}
    service_date: {type: date, from: 2020-01-01, to: "2036-12-31", ask: "When is the service?"}
    diagnoses: {type: codes, system: ICD-10, ask: "Which diagnoses?"}
choices:
  region: {neck: the neck, back: the back}
  level: [L4-L5, L5-S1, S1]
groups:
  lumbar: {of: level, are: [L4-L5, L5-S1]}
  listed: {of: ICD-10, are: [M54.16, I83.012]}
questions:
  A1: {ask: "What is meant?", confidence: high}
"""

PLAN = """
program: plan
version: "1.0.0"
title: Whom it concerns
uses: words 1.0.0
effective: {from: 2026-01-05, until: "2031-12-31", reading: {A2: As it says.}}
review_by: 2026-10-24
sources:
  guide: {same_as: guide_6}
states:
  OH: {mac: East, jurisdiction: J1, participant: A company}
  S-2: {mac: West, jurisdiction: J2, participant: Another company, portal: portal.example.org,
        telephone: "555-0100", fax: "555-0101", cite: {guide: table 2}}
asking: {received_date: {plan: sent later}}
known_editions:
  July: {from: 2026-07-24, known: It has the same codes., cite: {guide: appendix A}}
sending:
  once: {title: One request, says: It is for one service., cite: {guide: section 3}}
decisions:
  yes-it-is: {title: A yes, says: It holds for 120 days., cite: {guide: section 4}}
supplied_by: {Chart: our doctor}
add_ons: {if_left_off: It is turned down., cite: {guide: table 1}}
services:
  everything:
    title: The service of the policy
    section: "6.2.10"
    coverage: {East: L1, West: L2}
    codes:
      "62321": first label
      "62323": {only_when: {diagnoses: {includes_any: own}}, cite: {guide: table 1}, quote: "when", reading: A2}
      "62324": {label: third, add_on_to: "62323", reading: {A4: It may stand alone.}}
  other_service:
    title: Another service
    section: "6.2.11"
    coverage: NCD 1
    codes: ["15271", C8007]
    only_when: {diagnoses: {includes_any: listed}}
    quote: "with one of"
    reading: {A5: As it says.}
questions:
  A2: {ask: "Which day is the first?", confidence: high}
  A3: {ask: "How are days counted?", confidence: low}
  A4: {ask: "May an add-on code stand alone?", confidence: medium}
  A5: {ask: "Which list is meant?"}
  A6: {ask: "May it be appealed?", confidence: medium, reading: "No."}
choices:
  payer: [original, other]
groups:
  own: {of: ICD-10, are: [M54.16]}
facts:
  Request:
    state: {type: choice, of: {OH: Ohio, S-2: the second, other: another}, ask: "Which state?"}
    payer: {type: choice, of: payer, ask: "Who pays?"}
    urgent: "Is it urgent?"
    letters:
      type: list
      up_to: 9
      ask: "List every letter."
      each: {letter_day: {type: date, from: 2026-01-01, to: 2036-12-31}}
values:
  first_letter: {earliest: letter_day, of: letters}
conditions:
  is_ours: {title: It is ours, means: {payer: {is: original}}}
scope:
  ours: {title: It is ours, cite: {guide: section 1}, require: [is_ours, {state: {none_of: other}}]}
advisory:
  early: {title: It came early, cite: {guide: section 2}, require: {received_date: {before: first_letter}}}
clocks:
  decision:
    title: A decision is due
    cite: {guide: section 4}
    applies_when: {urgent: no}
    due: {on_or_before: 3 days after received_date, quote: "3 days", reading: {A3: "The first day is day 0."}}
    reading: A3
  same-day: {title: The service ends, cite: {guide: section 5}, due: {on_or_before: service_date}}
examples:
  base:
    name: A request
    facts: {received_date: 2026-05-04, codes: ["62321"], state: OH, payer: original, urgent: no}
    expect: in scope
  cases:
    - name: Another one
      change: {urgent: yes}
      without: [payer]
      expect: {outcome: cannot tell yet, ours: missing, decision: not applicable, same-day: missing}
    - {name: The next, change: {service_date: 2026-05-20}, expect: {decision: "2026-05-07", same-day: 2026-05-20}}
    - {name: Another payer, change: {payer: other}, expect: out of scope}
"""

EVERYTHING = """
policy: everything
version: "1.0.0"
title: Every key and every word
uses: [words 1.0.0]
part_of: plan 1.0.0
effective: {from: 2026-04-24, until: open}
review_by: "2026-10-24"
sources:
  guide: {same_as: guide_6, section: "6.2.10"}
  article: {title: An article, status: secondary}
changes: {from: "0.9.0", stricter: [words], looser: [], added: lists, removed: [gone], moved: [], reworded: []}
known_editions:
  August: {from: "2026-08-01", known: Its text is not at hand., cite: {article: page 1}}
supplied_by: {Visits: the referring office}
add_ons: {told_by: hint}
asking:
  planned: {plan: fewer, from: the doctor}
  weeks: {grows: yes}
  visits: {grows: yes}
  steroid: {claims_failure: yes, unlikely_if: in_region}
codes:
  "62321": first label
  "62323":
    {label: B, only_when: {diagnoses: {includes_any: own}}, cite: {guide: table 1}, quote: "when", reading: {A1: So.}}
  "62324": {label: third, add_on_to: ["62323"], reading: A1}
questions:
  B1: {ask: "What does it say?", confidence: medium}
  B2: {ask: "What else does it say?", confidence: low}
  B3: {ask: "How long?"}
  B6: {ask: "How many regions are there?", confidence: high}
facts:
  Chart:
    report: {type: note, ask: "Where is the report?"}
    steroid: "Will a steroid be used?"
    smokes: {type: yes_no, ask: "Does the patient smoke?"}
    weeks: {type: number, unit: weeks, from: 0, to: "520", ask: "For how many weeks?"}
    more_weeks: {type: number, unit: weeks, from: 0, to: 520, ask: "For how many weeks before?"}
    ratio: {type: number, from: -1, to: 3.5, places: 2, ask: "What is the ratio?"}
    before: {type: number, unit: points, from: 0, to: 10, places: 1, ask: "What was the score?"}
    score: {type: number, unit: points, from: 0, to: 10, places: 1, ask: "What is the score?"}
    planned: {type: number, unit: visits, from: 1, to: 9, ask: "How many are planned?"}
    onset: {type: date, from: 1990-01-01, to: 2036-12-31, ask: "When did it begin?"}
    where_planned: {type: choice, of: region, ask: "Which region?"}
    side: {type: choice, of: {left: left, right: right}, ask: "Which side?"}
    stage: {type: choice, of: [stage_1, stage_2, stage_3], ordered: yes, ask: "Which stage?"}
    levels: {type: set, of: level, unit: levels, ask: "Which levels?"}
    broken: {type: set, of: level, unit: levels, ask: "Which levels are fractured?"}
    signs: {type: findings, of: [fever, rash], ask: "Which signs?"}
  Visits:
    visits:
      type: list
      unit: visits
      up_to: 40
      unique: [day, visit_region]
      ask: "List every visit."
      each:
        day: {type: date, from: 1990-01-01, to: 2036-12-31}
        visit_region: {type: choice, of: region}
        visit_levels: {type: set, of: level}
        visit_signs: {type: findings, of: [fever, rash]}
        helped: "Did it help?"
        then: {type: number, unit: points, from: 0, to: 10, places: 1}
values:
  worst: {highest: then, of: visits, where: in_region}
  best: {lowest: then, of: visits}
  latest_visit: {latest: day, of: visits, where: in_region}
  first_visit: {earliest: day, of: visits}
conditions:
  in_region:
    title: The visit was about the region now planned
    about: visits
    means: {visit_region: {same_as: where_planned}}
    quote: "same region"
    reading: {B6: There are two regions.}
scope:
  diagnosis: {title: It is listed, cite: {guide: table 2}, require: {diagnoses: {includes_any: listed}}}
criteria:
  words:
    title: Every word for a fact
    cite: {guide: box 1, article: page 2}
    applies_when: {diagnoses: {none_of: [Z99.89]}, codes: {includes: "62321"}}
    unless: [smokes, {weeks: documented}]
    quote: "unless"
    reading: {B1: As it says., B2: "Also as it says."}
    sheet: ["**Report** on {report: page} ___(report)", {part: later, says: "[signs.fever: fever] ___ {weeks: # old}"}]
    require:
      - report
      - signs.fever
      - signs.rash: no
      - {smokes: no, steroid: {different_from: smokes}, signs: any}
      - {signs: {is: none, at_least: 1, quote: "one"}}
      - {signs: {includes: fever, includes_any: [fever, rash], none_of: [rash]}}
      - {weeks: {at_least: 4 weeks, at_most: 520 weeks, more_than: more_weeks}}
      - {weeks: {less_than: 50 percent of more_weeks}}
      - {weeks: {is: 1 week, quote: "one", reading: {B3: One week.}}, ratio: {at_least: 0.5, is: "1.25"}}
      - {score: {fell_from: before, by_at_least: 50 percent}}
      - {score: {rose_from: before, by_more_than: 10 percent}}
      - {onset: {on_or_after: 2026-01-01, on_or_before: service_date, after: 12 months before latest_visit}}
      - {onset: {before: 1 day after first_visit, is: "2026-02-02", same_as: service_date}}
      - {stage: {at_least: stage_2, less_than: stage_3, quote: "stage 2 or worse, and below stage 3"}}
      - {where_planned: {is: back}, side: {one_of: [left, right], none_of: left}}
      - {levels: {includes: [L4-L5], only: lumbar, within: broken}}
      - {score: {fell_from: before, by_more_than: 0.5 points, quote: "more than 0.5 points"}}
  lists:
    title: Every word for a list
    cite: {guide: box 2}
    sheet: {with: words}
    require:
      all:
        - count: visits
          where: [in_region, {day: {after: 12 months before service_date}}]
          plus: planned
          at_most: 4 visits
          quote: "four or less"
        - {count: levels, more_than: 0 levels}
        - {count: visits, plus: 1 visit, less_than: 9 visits}
        - {count: visits, is: 1 visit}
        - {count: visits, at_least: 1 visit}
        - {some: visits, where: {visit_levels: {different_from: levels}, visit_signs: all}}
        - {every: visits, where: helped, has: in_region, if_none: not met}
        - {latest: day, of: visits, where: in_region, has: helped, if_none: met, unless: [smokes, steroid]}
        - {earliest: day, of: visits, has: {helped: no}, if_none: met}
        - {sum: [before, score], at_most: 4 points}
        - {sum: then, of: visits, where: in_region, at_most: 40 points}
        - {highest: then, of: visits, where: in_region, at_least: 7 points}
        - {lowest: then, of: visits, is: 2 points, quote: "two"}
        - {score: {at_most: best, less_than: 50 percent of worst}}
        - at_least: 2
          of: [smokes, steroid, {any: [report]}]
          quote: "two of"
          reading: B1
        - none: [smokes]
advisory:
  hint: {title: A hint, cite: {article: page 3}, require: steroid}
sheet:
  title: Everything
  parts: {later: {title: Later, layout: lines, skip: "{steroid: Nothing is injected}"}}
accepted:
  - {finding: dead-test, of: words, times: 2, because: The guide says it twice., cite: {guide: box 1}}
not_encoded:
  - {cite: {guide: box 2}, kind: not at hand, because: It points at another document.}
examples:
  base:
    name: A chart
    facts:
      received_date: 2026-05-04
      codes: ["62321"]
      report: p. 3
      steroid: yes
      weeks: 1 week
      ratio: 0.5
      levels: [L4-L5]
      signs: {fever: no, others: yes}
      visits: [{day: 2026-02-02, visit_levels: [S1], visit_signs: {rash: no}, helped: yes}, {}]
    expect: incomplete
  bases:
    second_route: {name: Another chart, change: {steroid: no}, without: [report], expect: incomplete}
  cases:
    - {name: Another route, base: second_route, change: {ratio: 1}, expect: incomplete}
    - name: Less
      change: {signs: none, visits: []}
      without: [report]
      unconfirmed: no
      expect: {outcome: incomplete, hint: met}
    - {name: The same, expect: {lists: missing, words: not applicable, decision: "2026-05-07"}}
"""

DOCUMENTS = {"words": WORDS_HERE, "plan": PLAN, "everything": EVERYTHING}


def test_a_document_with_everything_is_read_and_not_underlined(tmp_path: Path) -> None:
    for name, text in DOCUMENTS.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.0.0.yaml").write_text(text, encoding="utf-8")
        assert refusals(text) == ()
    for name in ("plan", "everything"):
        report = Report()
        policy = read_policy(tmp_path / name / "1.0.0.yaml", report)
        assert [f"{finding.span.line}: {finding.message}" for finding in report.found] == []
        assert policy is not None


def test_a_document_with_everything_has_every_key() -> None:
    used = set(keys_in([as_editor(text) for text in DOCUMENTS.values()]))
    allowed = {key for schema in subschemas(SCHEMA) for key in schema.get("properties", {})}
    assert allowed - used == set()


def keys_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from keys_in(item)


POLICIES = sorted((ROOT / "policies").rglob("*.yaml"))


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}@{path.stem}")
def test_no_policy_is_underlined(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert refusals(text) == ()
    assert text.splitlines()[0] == "# yaml-language-server: $schema=../../schemas/policy.schema.json"


def test_the_documents_of_the_language_page_are_clean_together_and_not_underlined(tmp_path: Path) -> None:
    """Its `yaml` blocks are a policy, and those without a word behind their fence a program it may be part of."""
    page = (ROOT / "docs/language.md").read_text(encoding="utf-8")
    shown = re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", page)
    policy, program = ("\n".join(text for kind, text in shown if kind == which) for which in ("yaml", ""))
    head, uses, rest = policy.partition("uses: common 1.0.0\n")
    policy = f"{head}{uses}part_of: model 2.0.0\n{rest}"
    shutil.copytree(ROOT / "policies/common", tmp_path / "common")
    for name, text in (("example", policy), ("model", program)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "2.0.0.yaml").write_text(text, encoding="utf-8")
        assert refusals(text) == ()
    report = Report()
    found = {policy.key: policy for policy in clean_policies(tmp_path, report)}
    assert [f"{finding.span.file}:{finding.span.line}: {finding.message}" for finding in report.found] == []
    example, model = found["example@2.0.0"], found["model@2.0.0"]
    assert example.clocks == model.clocks
    assert {criterion.id for criterion in example.criteria} >= {"payer", "state", "state-of-model", "indication"}
    assert [(state.id, state.coverage) for state in example.states] == [("OH", "L39015"), ("TX", "L36920")]


# ---------------------------------------------------------------- what an editor underlines


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param('codes: ["62321"]', "codes: [62321]", id="a code without quotes"),
        pytest.param('version: "6.0", section', "version: 6.0, section", id="a version without quotes"),
        pytest.param("from: 2026-04-24", "from: 2026-13-24", id="an impossible month"),
        pytest.param("from: 2026-04-24", "from: 24.04.2026", id="a date the other way round"),
        pytest.param("until: open", "until: never", id="an interval that is neither open nor ends"),
        pytest.param("steroid: yes", "steroid: true", id="true for yes"),
        pytest.param("type: note", "type: text", id="an unknown type"),
        pytest.param("type: note,", "type: note, from: 1,", id="a key of another type"),
        pytest.param("of: region, ask", "off: region, ask", id="a misspelt key of a fact"),
        pytest.param("    title: Every word for a list\n", "", id="a criterion without a title"),
        pytest.param("on_or_before: service_date", "until: service_date", id="a word that is none"),
        pytest.param("12 months before latest_visit", "12 months from latest_visit", id="an offset"),
        pytest.param("by_at_least: 50 percent", "quote: fifty", id="a fall that does not say by how much"),
        pytest.param("by_at_least: 50 percent", "by_at_least: some", id="a fall by no number"),
        pytest.param(", has: in_region", "", id="every record of a list has nothing"),
        pytest.param(", if_none: not met", "", id="an empty list left open"),
        pytest.param("      at_most: 4 visits\n    ", "    ", id="a count without a bound"),
        pytest.param("some: visits, where", "some: visits, has", id="the wrong word beside a list"),
        pytest.param("none: [smokes]", "none: []", id="a group of nothing"),
        pytest.param("expect: incomplete\n", "expect: approved\n", id="an outcome that is none"),
        pytest.param("lists: missing", "lists: denied", id="an answer that is none"),
        pytest.param("type: choice, of: region}", "type: codes, system: ICD-10}", id="codes inside a record"),
        pytest.param("part_of: plan 1.0.0", "part_of: plan", id="a program without a version"),
        pytest.param("confidence: medium", "confidence: sure", id="a confidence that is none"),
        pytest.param('ask: "How long?"', "confidence: low", id="a question that asks nothing"),
        pytest.param("expect: incomplete\n", "expect: in scope\n", id="an outcome of a program in a policy"),
        pytest.param("expect: in scope\n", "expect: ready\n", id="an outcome of a policy in a program"),
        pytest.param("outcome: cannot tell yet", "outcome: incomplete", id="another one beside verdicts"),
        pytest.param("scope:\n  ours", "criteria:\n  ours", id="criteria in a program"),
        pytest.param("  OH: {mac: East, ", "  OH: {", id="a state without its contractor"),
        pytest.param("coverage: NCD 1", "coverage: [NCD 1]", id="a list of governing documents"),
        pytest.param('codes: ["15271"', "codes: [15271", id="a code of a service without quotes"),
        pytest.param('"62321": first label\n      ', '"6232": first label\n      ', id="a code that is none"),
        pytest.param('section: "6.2.11"\n    ', "", id="a service without its section"),
        pytest.param("on_or_before: 3 days", "before: 3 days", id="a clock that ends before its day"),
        pytest.param("3 days after received_date", "2026-05-07", id="a clock that ends on one day for all"),
        pytest.param("due: {on_or_before: service_date}", "due: service_date", id="a day without a word"),
        pytest.param('decision: "2026-05-07"', "decision: 7 May", id="a day of a clock that is no date"),
    ],
)  # fmt: skip
def test_an_editor_underlines(right: str, wrong: str) -> None:
    whole = next(text for text in reversed(DOCUMENTS.values()) if right in text)
    assert refusals(whole.replace(right, wrong)) != ()


@pytest.mark.parametrize("path", BAD_FILES, ids=lambda path: path.stem)
def test_a_bad_file_is_underlined_unless_only_the_reader_can_know(path: Path) -> None:
    text, expected = marked(composed(path.read_text(encoding="utf-8")))
    assert refusals(text) or {code for _, code, _ in expected} <= SEMANTIC_ONLY


def test_every_code_left_to_the_reader_is_one_that_no_editor_saw() -> None:
    unseen = set()
    for path in BAD_FILES:
        text, expected = marked(composed(path.read_text(encoding="utf-8")))
        unseen |= set() if refusals(text) else {code for _, code, _ in expected}
    assert sorted(SEMANTIC_ONLY - unseen) == []
