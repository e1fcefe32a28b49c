"""Documents are read as strictly in JavaScript as in Python: the same values, the same problems, the same places."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from floors import looked
from javascript_answers import PACKAGE, Asked, assert_same_answers
from lengths import FUZZ
from node_tools import node
from wiser_policies._json import NotJson, read_json

READY = Path("docs/requests/esi-ready.json").read_text("utf-8")

READS = """
import { createInterface } from "node:readline";
const { readJson } = await import(`${process.argv[1]}/runtime/json.js`);
for await (const line of createInterface({ input: process.stdin })) {
  const { text, base64 } = JSON.parse(line);
  try {
    const value = readJson(text ?? Uint8Array.from(Buffer.from(base64, "base64")));
    console.log(JSON.stringify({ value: value === undefined ? null : value }));
  } catch (error) {
    console.log(JSON.stringify({ code: error.code, message: error.message }));
  }
}
"""

NUMBERS = (
    "0", "-0", "-0.0", "1.0", "0.1", "1e5", "1E+5", "1e-7", "0.1e1", "12.50", "9007199254740993", "9007199254740993.0",
    "0.1000000000000000055511151231257827", "1e400", "-1e400", "1e-400", "0e5", "0e999999999999999999",
    "0e1000000000000000000", "0.0e-99999999999999999999", "5e-324", "1e21", "123e-20", "0.30000000000000004",
    "1" * 4300, "1" * 4301, "-" + "1" * 4301, "1" * 4301 + ".5", "1.7976931348623157e308",
    "NaN", "Infinity", "-Infinity", "-", "+1", "01", "1.", ".5", "1e", "1e+", "--1", "0x10", "1_000", "-NaN", "-Inf",
)  # fmt: skip
WORDS = (
    "null",
    "true",
    "false",
    "nul",
    "True",
    "nullx",
    "undefined",
    "",
    " ",
    "\n",
    "\n\n  x",
    "1 2",
    "// one",
    "1 // one",
)
OBJECTS = (
    "{“a”: 1}", '{"a": ‘1’}', '{"a": «1»}',
    "{}", "{", "}", '{"a"}', '{"a":}', '{"a":1,}',
    '{"a":1 , }', '{"a":1,]', '{"a" 1}', "{a: 1}", "{'a': 1}", '{"a":1 "b":2}', '{"a":1}}', "{,}",
    ' {\t"a" : \r\n{ } } ', '{"a": 1, "a": 2}', r'{"a": 1, "\u0061": 2}', '{"a": {"b": 1, "b": 1}}',
    '{"a": 1, "a": 2, x}', '{"a": 1e400, "a": 1}', '{"__proto__": 1}', '{"__proto__": {"x": 1}, "__proto__": 2}',
    '{"": 1, "": 2}', '{"constructor": 1, "toString": 2}', '{"a":' * 100_000,
)  # fmt: skip
ARRAYS = (
    "[]",
    "[",
    "]",
    "[1,]",
    "[1, \n]",
    "[1,}",
    "[,1]",
    "[1 2]",
    "[1]]",
    '[{"a": 1, "a": 1}, x]',
    "[" * 500 + "]" * 500,
    "[" * 100_000,
)
TEXTS = (
    '""', '"a', '"a\\', r'"\x"', r'"\u12"', r'"\u12g4"', r'"\u"', r'"\ud83d\ude00"', r'"\ud800"', r'"\u0000"',
    r'"\/\b\f\n"', '"a\tb"', '"a\nb"', '"a\x01b"', '"\x7f"', '"é😀"', '["😀", x]', '["\\n😀", "\x00"]', '"a\\" b" c',
    "'a'", "\ufeff{}", "{}\ufeff", "\u00a0{}", "{}\u2028", "\f1", "1\x00",
)  # fmt: skip
BYTES = (
    b"{}", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b'"\xe2\x82\xac"', b"\xef\xbb\xbf{}", b'"\xf4\x90\x80\x80"',
    b'"\xf0\x9f"', b" " * 1_000_000, b" " * 1_000_001, b'"' + "é".encode() * 500_000 + b'"',
)  # fmt: skip


def of_python(data: str | bytes) -> dict[str, Any]:
    """What Python reads. A whole number that JavaScript rounds lies outside every range: LARGEST of the compiler."""
    try:
        value = read_json(data)
        if type(value) is int and abs(value) > 2**53:
            value = float(value) if abs(value) < 10**308 else None  # as `JSON.stringify` writes infinity
        return {"value": value}
    except NotJson as error:
        return {"code": error.code, "message": str(error)}


def of_javascript(documents: list[str | bytes]) -> list[dict[str, Any]]:
    lines = [json.dumps({"text": data} if isinstance(data, str) else {"base64": _base64(data)}) for data in documents]
    said = node("--input-type=module", "-e", READS, PACKAGE, stdin="\n".join(lines) + "\n", seconds=600)
    return [json.loads(line) for line in said.splitlines()]


def _base64(data: bytes) -> str:
    return b64encode(data).decode()


def assert_read_alike(documents: list[str | bytes]) -> Counter[str]:
    """`RecursionError` comes at another depth in each version of Python, and of no real document."""
    seen: Counter[str] = Counter()
    for data, said in zip(documents, of_javascript(documents), strict=True):
        expected = of_python(data)
        assert said == expected, (data[:80], len(data))
        seen[expected.get("code", "value")] += 1
    return seen


def test_what_is_strict_json_and_what_is_not_is_the_same() -> None:
    seen = assert_read_alike([*NUMBERS, *WORDS, *OBJECTS, *ARRAYS, *TEXTS, *BYTES])
    assert min(seen[code] for code in ("value", "not-json", "too-large", "inexact-number", "duplicate-key")) >= 3


@looked({"value": 50, "not-json": 200})
def test_a_document_with_a_slip_is_read_alike(seen: Counter[str]) -> None:
    """A request with a few characters left out, doubled or replaced."""
    chance, documents = Random(None if FUZZ else 5), []
    for _ in range(20_000 if FUZZ else 400):
        text = READY
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(text))
            put = chance.choice(("", text[at] * 2, "\\", '"', ",", "}", "0", ".", "e", "\n", "é", "😀", " "))
            text = text[:at] + put + text[at + 1 :]
        documents.append(text)
    seen.update(assert_read_alike(documents))


@pytest.mark.parametrize("scope", [False, True])
def test_documents_are_answered_alike(scope: bool) -> None:
    named = READY.replace('"esi-', '"x').replace("{", '{"__proto__": {"codes": ["22514"]}, ', 1)
    documents = (READY, named, '{"codes": ["64483"], "codes": []}', "[]", '"{}"', READY + " x", '{"codes": [1e400]}')
    assert_same_answers([Asked(document=document, scope=scope) for document in documents])
    assert_same_answers([Asked("esi@6.0.0", document=document) for document in documents])


NO_DOCUMENTS = """
import assert from "node:assert/strict";
const { checkJson, scopeJson } = await import(`${process.argv[1]}/all.js`);
const ready = process.argv[2];
const bytes = new TextEncoder().encode(ready);
for (const read of [checkJson, scopeJson]) {
  for (const data of [undefined, null, 5, {}, [], ["{}"], true, Symbol("x"), () => "{}", new String("{}")]) {
    assert.throws(() => read(data), { name: "TypeError", message: /goes to `check`/ });
  }
  const documents = [ready, bytes, Buffer.from(bytes), bytes.buffer, new DataView(bytes.buffer)];
  const said = documents.map((data) => read(data).asDict());
  for (const answer of said) assert.deepEqual(answer, said[0]);
  assert.deepEqual(read(bytes.subarray(1)).problems.map((found) => found.code), ["not-json"]);
}
assert.equal(checkJson(ready).outcome, "ready");
"""


def test_what_is_no_document_is_a_mistake_of_the_caller() -> None:
    node("--input-type=module", "-e", NO_DOCUMENTS, PACKAGE, READY)
