"""The file in which an interview keeps a request, and beside it the list that is not complete yet.

Each answer is written at once and whole, for the owner of the file alone. A file that another program has written
meanwhile is never overwritten. A request that was written by hand may have the spellings of people: they are
understood, and the user is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wiser_policies._check import check, choosing
from wiser_policies._files import read_bytes
from wiser_policies._interview import Begun, Progress
from wiser_policies._json import MOST_BYTES, NotJson, read_json
from wiser_policies._policy import Fact
from wiser_policies._program import visible
from wiser_policies._rules import problems
from wiser_policies._spellings import NotUnderstood, understood
from wiser_policies._writing import PART, replace


class Unusable(Exception):
    """The file cannot be continued. The message says why, without anything that is in the file."""


class Kept:
    """The file of a request, and beside it that of a list which is not complete. State: what was kept last."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.is_dir():
            raise Unusable("it is a folder, and not a file")
        self.beside = path.with_name(f"{path.stem}.unfinished.json")
        self.known: dict[Path, bytes | None] = {}
        self.request: Mapping[str, Any] = {}

    @property
    def farewell(self) -> str:
        """Where the answers are."""
        if not any(self.known.values()):
            return "Nothing was answered, and no file was written."
        return f"All answers so far are in {visible(str(self.path))}. To go on: wiser fill {visible(str(self.path))}"

    def read(self, policy: str) -> tuple[Progress, list[str]]:
        """The interview as it was left, and what there is to say about that. Raises Unusable."""
        if not self.path.parent.is_dir():
            raise Unusable("there is no such folder")
        own = tuple(f".{path.name}." for path in (self.path, self.beside))
        for part in self.path.parent.iterdir():
            if PART.fullmatch(part.name) and part.name.startswith(own):
                part.unlink(missing_ok=True)  # left by a run that was killed
        request, unfinished = self._json(self.path), self._json(self.beside)
        told: list[str] = []
        if request is not None:
            self.request, told, complete = _mended(request, policy)
            if told and complete:
                self._keep(self.path, self.request)
            told.append(f"Answered so far: {len(self.request)}.")
        return Progress(self.request, begun=_begun(unfinished, self.request, policy)), told

    def _json(self, path: Path) -> Any:
        try:
            data = read_bytes(path, MOST_BYTES)
        except FileNotFoundError:
            self.known[path] = None
            return None
        except OSError as error:
            raise Unusable(f"it cannot be read: {error.strerror}") from None
        self.known[path] = data
        try:
            return read_json(data.removeprefix(b"\xef\xbb\xbf"))
        except NotJson as error:
            raise Unusable(f"{error}; mend it in an editor first") from None

    def write(self, progress: Progress) -> None:
        """Keep the answers so far. Raises OSError, also where something else has written the file meanwhile."""
        self.request = progress.request
        if progress.request or self.known[self.path] is not None:
            self._keep(self.path, progress.request)
        begun = progress.begun
        if begun:
            self._keep(self.beside, {"list": begun.name, "records": [*begun.records]})
        elif self.known[self.beside] is not None:
            self.beside.unlink(missing_ok=True)
            self.known[self.beside] = None

    def _keep(self, path: Path, value: Mapping[str, Any]) -> None:
        data = (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")
        if data == self.known[path]:
            return
        try:
            now = read_bytes(path, MOST_BYTES)
        except FileNotFoundError:
            now = None
        if now != self.known[path]:
            raise OSError(0, "another program has written it meanwhile; the last answer is not in it", str(path))
        replace(path, data, private=True)
        self.known[path] = data


def _begun(unfinished: Any, request: Mapping[str, Any], policy: str) -> Begun | None:
    """The list that was being stated. Raises Unusable."""
    if unfinished is None:
        return None
    facts = {fact.name: fact for fact in check(request, policy).policy.facts}
    match unfinished:
        case {"list": str(name), "records": [*records]} if (
            name in facts and facts[name].kind == "list" and records and not problems((facts[name],), {name: records})
        ):
            return Begun(name, tuple(records))
    raise Unusable("the list that was begun, beside it, is not as it was left; mend or remove that file first")


def _mended(request: object, policy: str) -> tuple[dict[str, Any], list[str], bool]:
    """A request that was written by hand, with its spellings understood, what to say of it, and whether that is all.

    What is not understood is left out, to be asked again. Raises Unusable.
    """
    if not isinstance(request, dict):
        raise Unusable("it holds no single request")
    told: list[str] = []
    again: list[str] = []
    for facts in (choosing(), None):
        for fact in check(request, policy).policy.facts if facts is None else facts:
            if fact.name in request and problems((fact,), {fact.name: request[fact.name]}):
                request = _with_spelling(request, fact, told, again)
    broken = [problem for problem in check(request, policy).problems if problem.code != "codes-missing"]
    if broken:
        lines = "".join(f"\n  {problem.path or '/'}: {problem.rule}" for problem in broken)
        raise Unusable(f"mend this in an editor first{lines}")
    return request, [*told, *again], not again


def _with_spelling(request: dict[str, Any], fact: Fact, told: list[str], again: list[str]) -> dict[str, Any]:
    value = request[fact.name]
    if fact.kind == "list" and isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return {**request, fact.name: [_row_with_spellings(row, fact, told, again) for row in value]}
    read = _understood(fact, value)
    if read is None:
        again.append(f"To be asked again: {fact.ask}")
        return {name: other for name, other in request.items() if name != fact.name}
    told.append(f"{fact.ask} Understood: {read[1]}")
    return {**request, fact.name: read[0]}


def _row_with_spellings(row: dict[str, Any], about: Fact, told: list[str], again: list[str]) -> dict[str, Any]:
    for field in about.fields:
        if field.name in row and problems((field,), {field.name: row[field.name]}):
            row = _with_spelling(row, field, told, again)
    return row


def _understood(fact: Fact, value: object) -> tuple[Any, str] | None:
    """What a value says that breaks the rule of its fact."""
    if fact.kind == "findings" and isinstance(value, dict):
        return _of_items(value)
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str | int | float) and not isinstance(part, bool) for part in parts):
        return None
    found = understood(fact, ", ".join(map(str, parts)))
    return None if isinstance(found, NotUnderstood) or found.value is None else (found.value, found.shown)


def _of_items(value: Mapping[str, object]) -> tuple[Any, str] | None:
    """Findings of which some say yes or no as people do."""
    truths: dict[str, Any] = {item: found for item, found in value.items() if isinstance(found, bool)}
    for item, said in value.items():
        if item not in truths and (read := _understood(Fact(item, "yes_no", "", "", ""), said)):
            truths[item] = read[0]
    words = "; ".join(f"{item}: {'yes' if found else 'no'}" for item, found in truths.items())
    return (truths, words.replace("_", " ")) if truths.keys() == value.keys() else None
