"""The rules and the edges of a request, read from the YAML and the request schema without code of the product."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
VOCABULARY, PROGRAM = "common", "wiser"
# The parts of a document in which no date, number or code decides anything.
IDLE = ("title", "review_by", "sources", "changes", "questions", "states", "examples")


@dataclass(frozen=True)
class Shape:
    """What a request may hold for one fact: a yes_no, choice, note, date, number, set, findings, codes or list."""

    name: str
    kind: str
    low: Any = None  # the least number, the first day
    high: Any = None  # the greatest number, the last day
    places: int = 0
    options: tuple[str, ...] = ()  # of a choice, a set or findings; well-formed codes
    most: int = 0  # items of codes or of a list
    fields: tuple[Shape, ...] = ()
    unique: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()  # numbers that the document names in the unit of the fact


@dataclass(frozen=True)
class Document:
    """One version of a policy or of the program."""

    id: str
    version: str
    first_day: str
    shapes: tuple[Shape, ...]
    examples: tuple[Mapping[str, Any], ...]
    own_codes: frozenset[str]
    days: tuple[str, ...]  # dates that stand in the text
    moves: tuple[tuple[int, str], ...]  # (14, "day"), (3, "month"): distances between dates in the text
    percents: tuple[float, ...]

    @property
    def key(self) -> str:
        """As in `esi@6.0.0`."""
        return f"{self.id}@{self.version}"

    @property
    def program(self) -> bool:
        """It says which requests the program concerns."""
        return self.id == PROGRAM


@cache
def documents() -> dict[str, Document]:
    """Every shipped document that has a validator, by `id@version`."""
    trees = {path.parent.name + "@" + path.stem: load(path) for path in sorted(paths())}
    found = {key: read(key, trees) for key in trees if not key.startswith(VOCABULARY)}
    assert found
    return found


def paths() -> Iterator[Path]:
    """The documents, whatever else lies beside them."""
    return (ROOT / "policies").glob("*/[0-9]*.yaml")


def load(path: Path) -> Any:
    """The tree of a document; the loader in C is fifteen times as fast, where it was built."""
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - it is safe


def words(node: Any) -> Iterator[str]:
    """Every key and every value, as text."""
    if isinstance(node, dict | list):
        for part in node:
            yield from words(part)
        for value in node.values() if isinstance(node, dict) else ():
            yield from words(value)
    else:
        yield str(node)


def read(key: str, known: Mapping[str, Any]) -> Document:
    """A document, with the program and the vocabulary that it names."""
    id_, version = key.split("@")
    own = known[key]
    named = [str(own.get(word, "")).replace(" ", "@") for word in ("part_of", "uses")]
    behind = [name for name in named if name]
    trees = [own, *(known[name] for name in behind)]
    declared: dict[str, Any] = {}
    for tree in reversed(trees):
        declared |= dict(declarations(tree))
    whole = "\n".join(word for tree in trees for part in tree if part not in IDLE for word in words(tree[part]))
    schema = json.loads((ROOT / f"generated/json_schema/{id_}/{version}/request.schema.json").read_text("utf-8"))
    shapes = tuple(shape(name, part, schema, declared, whole) for name, part in schema["properties"].items())
    base = trees[1]["examples"]["base"]["facts"] if "part_of" in own else {}
    return Document(
        id_,
        version,
        str(own["effective"]["from"]),
        shapes,
        tuple(examples(own["examples"], base, {found.name: found for found in shapes})),
        frozenset(codes_of(own)),
        tuple(sorted(set(re.findall(r"\b(?:19|20)\d\d-\d\d-\d\d\b", whole)))),
        moves(whole),
        tuple(sorted({float(number) for number in re.findall(r"(\d+(?:\.\d+)?) percent", whole)})),
    )


def declarations(node: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every fact or field that is declared with a type, wherever it stands."""
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, dict) and "type" in value:
                yield str(name), value
            yield from declarations(value)


def moves(text: str) -> tuple[tuple[int, str], ...]:
    """Distances between dates, as in `14 days after`."""
    found = re.findall(r"\b(\d+) (day|week|month|year)s?\b", text)
    return tuple(sorted({(int(number), unit) for number, unit in found if int(number) < 1_000}))


def codes_of(own: Mapping[str, Any]) -> Iterator[str]:
    """The procedure codes of a policy, or of all services of the program."""
    for holder in (own, *own.get("services", {}).values()):
        yield from map(str, holder.get("codes", ()))


def shape(
    name: str, part: Mapping[str, Any], schema: Mapping[str, Any], declared: Mapping[str, Any], text: str
) -> Shape:
    """The shape of one fact, from its part of the schema; what a schema cannot say, from its declaration."""
    part = resolved(part, schema)
    said = declared.get(name, {})
    unit = str(said.get("unit", ""))
    edges = (
        tuple(sorted({float(n) for n in re.findall(rf"(\d+(?:\.\d+)?) {re.escape(unit.rstrip('s'))}", text)}))
        if unit
        else ()
    )
    match part:
        case {"type": "boolean"}:
            return Shape(name, "yes_no")
        case {"type": "string", "enum": options} | {"enum": options}:
            return Shape(name, "choice", options=tuple(options))
        case {"type": "string", "minLength": _}:
            return Shape(name, "note", most=part["maxLength"])
        case {"type": "string", "maxLength": 10}:
            return Shape(name, "date", str(said.get("from", "1900-01-01")), str(said.get("to", "2100-12-31")))
        case {"type": "number" | "integer", "minimum": low, "maximum": high}:
            return Shape(name, "number", low, high, int(said.get("places", 0)), edges=edges)
        case {"type": "object", "properties": items}:
            return Shape(name, "findings", options=tuple(items))
        case {"type": "array", "items": inner}:
            return several(name, part, resolved(inner, schema), schema, declared, text, edges)
        case _:
            raise AssertionError(f"{name}: what may a request hold here? {part}")


def several(
    name: str,
    part: Mapping[str, Any],
    inner: Mapping[str, Any],
    schema: Mapping[str, Any],
    declared: Mapping[str, Any],
    text: str,
    edges: tuple[float, ...],
) -> Shape:
    """A list of records, a set of options, or codes."""
    if inner.get("type") == "object":
        fields = tuple(shape(field, value, schema, declared, text) for field, value in inner["properties"].items())
        unique = tuple(declared.get(name, {}).get("unique", ()))
        return Shape(name, "list", most=part["maxItems"], fields=fields, unique=unique, edges=edges)
    if "enum" in inner:
        return Shape(name, "set", options=tuple(inner["enum"]), edges=edges)
    form = re.compile(inner["pattern"])
    written = re.findall(r"\b[0-9A-Z][0-9A-Z.]{2,7}\b", text)
    return Shape(
        name, "codes", options=tuple(sorted({word for word in written if form.search(word)})), most=part["maxItems"]
    )


def resolved(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part itself, where the schema says it elsewhere in the same file."""
    while "$ref" in part:
        target: Any = schema
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = {**target, **{key: value for key, value in part.items() if key != "$ref"}}
    return part


# ---------------------------------------------------------------- examples that people wrote


def examples(
    given: Mapping[str, Any], behind: Mapping[str, Any], shapes: Mapping[str, Shape]
) -> Iterator[dict[str, Any]]:
    """The valid requests of the examples: each base, and each case that changes a little of one."""

    def after(base: dict[str, Any], case: Mapping[str, Any]) -> dict[str, Any]:
        changed = base | stated(case.get("change", {}), shapes)
        return {name: value for name, value in changed.items() if name not in case.get("without", ())}

    bases = {"": stated(behind, shapes) | stated(given["base"]["facts"], shapes)}
    for name, further in given.get("bases", {}).items():
        bases[name] = after(bases[further.get("base", "")], further)
    yield from bases.values()
    for case in given.get("cases", ()):
        if case["expect"] != "invalid":
            yield after(bases[case.get("base", "")], case)


def stated(facts: Mapping[str, Any], shapes: Mapping[str, Shape]) -> dict[str, Any]:
    """Facts as a request holds them. Some that the YAML states are read by no criterion, and so are no facts."""
    return {name: value_of(shapes[name], value) for name, value in facts.items() if name in shapes}


def value_of(shape: Shape, value: Any) -> Any:
    """`30 weeks` is 30; `none` of the findings is each of them, ruled out."""
    match shape.kind:
        case "number":
            number = float(str(value).split()[0])
            return int(number) if number == int(number) else number
        case "note" | "date" | "choice":
            return str(value)
        case "set" | "codes":
            return [str(item) for item in value]
        case "findings" if isinstance(value, str):
            return dict.fromkeys(shape.options, value == "all")
        case "findings":
            rest = value.get("others")
            answers = {option: value.get(option, rest) for option in shape.options}
            return {option: answer for option, answer in answers.items() if answer is not None}
        case "list":
            return [stated(row, {field.name: field for field in shape.fields}) for row in value]
        case _:
            return value
