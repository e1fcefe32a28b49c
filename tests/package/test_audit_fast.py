"""Lines that are judged by tables have the rows that they have one by one, whatever stands in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from random import Random
from typing import Any

import pytest
from fuzz.documents import documents
from fuzz.drawing import draw
from lengths import FUZZ
from wiser_policies import _audit_fast, _audit_pieces, _audit_version
from wiser_policies._audit_fast import answer_lines
from wiser_policies._audit_pieces import Reader
from wiser_policies._audit_rows import Answered, Form, How, answered, of_json
from wiser_policies._batch import lines_of

NUMBER = 4_000 if FUZZ else 25  # requests of each document
KEYS = sorted(documents())


def how(form: Form = "ndjson", policy: str = "", reference: str = "", ignored: tuple[str, ...] = ()) -> How:
    return How(policy, "", reference, ignored, form)


def one_by_one(data: bytes, asked: How) -> Answered:
    requests = ((line, of_json(text, asked)) for line, text in lines_of(BytesIO(data), first=7))
    return answered("a.ndjson", requests, asked)


def assert_same(data: bytes, asked: How) -> None:
    fast, slow = answer_lines("a.ndjson", 7, data, asked), one_by_one(data, asked)
    for mine, its in zip(fast.text.splitlines(), slow.text.splitlines(), strict=True):
        assert mine == its
    assert fast.text == slow.text
    assert +fast.counts == +slow.counts


def requests_of(key: str, number: int) -> Iterator[Any]:
    document, chance = documents()[key], Random(f"fast {key}")
    return (draw(document, chance).request for _ in range(number))


def as_text(request: Any, separators: tuple[str, str] | None = None) -> str | None:
    """A request as a program writes it; None where JSON has no such value."""
    try:
        return json.dumps(request, separators=separators)
    except TypeError:
        return None


@pytest.mark.parametrize("key", KEYS)
def test_requests_of_a_policy_have_the_rows_of_the_validator(key: str) -> None:
    assert_same("\n".join(filter(None, map(as_text, requests_of(key, NUMBER)))).encode(), how())


@pytest.mark.parametrize("key", KEYS if FUZZ else ["esi@6.0.0", "wiser@6.0.0"])
def test_requests_without_spaces_and_of_a_named_policy_have_the_rows_of_the_validator(key: str) -> None:
    lines = [text for request in requests_of(key, NUMBER) if (text := as_text(request, (",", ":")))]
    assert_same("\n".join(lines).encode(), how(policy=key, form="csv"))
    assert_same("\n".join(lines).encode(), how(policy=key.partition("@")[0]))


def test_rows_with_a_reference_and_in_each_form() -> None:
    chance = Random(3)
    references = ["A-1", 17, "", None, True, 1.5, ["x"], {"x": 1}, "a\nb", "é", "=1+1", 10**30, "x" * 201]
    found = []
    for key in KEYS if FUZZ else ("esi@6.0.0", "scs@1.0.0", "wiser@6.0.0"):
        for number, request in enumerate(requests_of(key, 120 if FUZZ else 20)):
            if isinstance(request, dict) and as_text(request) is not None:
                named = {"id": number if chance.random() < 0.5 else chance.choice(references), "clinic": "N"}
                found.append(
                    json.dumps(request | {k: named[k] for k in chance.sample(list(named), chance.choice((1, 2)))})
                )
    data = "\n".join(found).encode()
    for form in ("ndjson", "csv", "parquet"):
        assert_same(data, how(form, reference="id", ignored=("clinic",)))
    assert_same(data, how(reference="none"))


@pytest.mark.parametrize("name", ["session_date", "radiculopathy", "a\\b", 'a"b', "a\tb", "é 1", "\udc80", "."])
def test_a_reference_of_any_name_is_that_of_the_line_and_stands_once(name: str) -> None:
    requests = [request for request in documents()["esi@6.0.0"].examples if isinstance(request, dict)]
    lines = [json.dumps(request | {name: f"A-{number}"}) for number, request in enumerate(requests[:60])]
    for key in (json.dumps(name), f'"{name}"'):  # the second one is not the same key, or no JSON
        lines += [f'{line[:-1]}, {key}: "B-1"}}' for line in lines[:3]]
        for value in ("17", '"C,1"', '"\\u0041"'):
            lines += [f"{{{key}: {value}, {json.dumps(request)[1:]}" for request in requests[:3]]
        lines.append(
            f'{{"symptoms": {{{key}: "A", "claudication": true}}, "codes": ["64483"], "history": {{{key}: 1}}}}'
        )
    for form in ("ndjson", "csv"):
        assert_same("\n".join(lines).encode("utf-8", "replace"), how(form, reference=name))  # type: ignore[arg-type]


Change = Callable[[str, Random], str]


def a_piece_twice(line: str, chance: Random) -> str:
    parts = line.split(', "')
    return (
        ', "'.join([*parts, chance.choice(parts)]) if chance.random() < 0.5 else ', "'.join(parts[:1] * 2 + parts[1:])
    )


def a_piece_elsewhere(line: str, chance: Random) -> str:
    parts = line.split(', "')
    part = parts.pop(chance.randrange(len(parts)))
    parts.insert(chance.randrange(len(parts) + 1), part)
    return ', "'.join(parts)


def a_piece_of_another(line: str, chance: Random) -> str:
    parts, others = line.split(', "'), chance.choice(POOL).split(', "')
    parts[chance.randrange(len(parts))] = chance.choice(others)
    return ', "'.join(parts)


def without_a_piece(line: str, chance: Random) -> str:
    parts = line.split(', "')
    del parts[chance.randrange(len(parts))]
    return ', "'.join(parts)


def a_sign_more(line: str, chance: Random) -> str:
    at = chance.randrange(len(line) + 1)
    return (
        line[:at]
        + chance.choice(['"', "{", "}", "[", "]", ",", ":", "\\", " ", "1", ".", "-", "e", "\t", "é", "\x00", '"}, {"'])
        + line[at:]
    )


def a_sign_less(line: str, chance: Random) -> str:
    at = chance.randrange(len(line))
    return line[:at] + line[at + 1 :]


def a_sign_changed(line: str, chance: Random) -> str:
    at = chance.choice([at for at, sign in enumerate(line) if sign in '{}[]",: 0123456789tf'])
    return line[:at] + chance.choice('{}[]",: 01e.tf') + line[at + 1 :]


def cut(line: str, chance: Random) -> str:
    return line[: chance.randrange(len(line))]


def other_spaces(line: str, chance: Random) -> str:
    old = chance.choice([", ", ": ", "}, {", '", "'])
    return line.replace(old, chance.choice([old.strip(), f" {old}", f"{old} "]), chance.choice((1, 2, -1)))


def a_value_of_another_type(line: str, chance: Random) -> str:
    old, new = chance.choice(
        [
            ("true", "1"),
            ("true", '"true"'),
            ("false", "null"),
            (": 6", ": 6.0"),
            (": 6", ": 6e0"),
            (": 6", ': "6"'),
            (": 20", ": 2E1"),
            ("false", "0"),
            ("[", "[null, "),
        ]
    )
    return line.replace(old, new, 1)


def an_escape(line: str, chance: Random) -> str:
    at = chance.choice([at for at, sign in enumerate(line) if sign.isalpha()])
    return f"{line[:at]}\\u{ord(line[at]):04x}{line[at + 1 :]}"


CHANGES: tuple[Change, ...] = (
    a_piece_twice, a_piece_elsewhere, a_piece_of_another, without_a_piece, a_sign_more, a_sign_less, a_sign_changed,
    cut, other_spaces, a_value_of_another_type, an_escape,
)  # fmt: skip
POOL = [
    json.dumps(request)
    for key in KEYS
    for request in documents()[key].examples[:6]
    if isinstance(request, dict) and request
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_lines_that_were_changed_have_the_rows_of_the_validator(change: Change) -> None:
    chance = Random(change.__name__)
    lines = [change(chance.choice(POOL), chance) for _ in range(20_000 if FUZZ else 80)]
    lines = [line.replace("\n", " ") for line in lines]
    assert_same("\n".join(lines).encode("utf-8", "replace"), how())


def test_lines_of_files_that_are_no_text_and_blank_ones() -> None:
    good = POOL[0].encode()
    data = b"\n".join(
        [
            good,
            b"",
            b"  \t",
            good + b"\r",
            b"\xff" + good,
            good.replace(b"p. ", b"p\xff "),
            b"\xef\xbb\xbf" + good,
            b"{}",
            b"[]",
            b'{"',
            good.replace(b"p. ", "\ufffd".encode()),
            b'{"x": "' + b"x" * 1_000_001 + b'"}',
            good.replace(b'"2026-', b'"\\udc80'),
        ]
    )
    for end in (b"", b"\n", b"\n\n"):
        assert_same(data + end, how())
    assert answer_lines("a", 1, b"\n \n", how()).text == b""


def test_most_lines_are_judged_by_tables() -> None:
    """Otherwise the tests above would compare the validator with itself."""
    reader = Reader("", ())
    lines = [
        line
        for key in ("esi@6.0.0", "pva@6.0.0", "scs@6.0.0")
        for request in requests_of(key, 60)
        if (line := as_text(request))
    ]
    assert reader.read(lines).certain.mean() > 0.75


def test_what_is_remembered_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _audit_fast._fast.cache_clear()
    monkeypatch.setattr(_audit_pieces, "MOST_PIECES", 50)
    monkeypatch.setattr(_audit_version, "MOST_REMEMBERED", 3)
    lines = [
        json.dumps(request)
        for key in ("esi@6.0.0", "scs@1.0.0")
        for request in requests_of(key, 25)
        if as_text(request) is not None
    ]
    Random(1).shuffle(lines)
    for at in range(0, len(lines), 10):
        assert_same("\n".join(lines[at : at + 20]).encode(), how(reference="id"))
    _audit_fast._fast.cache_clear()
