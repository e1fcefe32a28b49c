"""An editor, as far as a language server sees one: it speaks JSON-RPC over the standard streams of `wiser lsp`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

Message = Mapping[str, Any]

CURSOR = "‸"  # marks a place in the texts of tests


class Editor:
    """One session. Answers are awaited; what the server sends unasked is kept in `told`."""

    def __init__(self, root: Path, **settings: str) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wiser_compiler", "lsp"],
            cwd=root,
            env=os.environ | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: list[Message] = []
        self.number = 0
        self.capabilities = self.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities={})
        self.tell("initialized")

    def __enter__(self) -> Editor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.process.kill()
            self.process.wait()
        self.end()

    def end(self) -> tuple[int, str]:
        """End the session; the exit status, and what was said on standard error."""
        assert self.process.stdin and self.process.stderr and self.process.stdout
        if self.process.stdin.closed:  # it has ended already
            self.process.stdout.close()
            self.process.stderr.close()
            return self.process.wait(), ""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        said = self.process.stderr.read().decode()
        status = self.process.wait(timeout=20)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
        return status, said

    # ------------------------------------------------------------ messages

    def write(self, body: bytes) -> None:
        """Send the bytes of a message."""
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def send(self, **message: Any) -> None:
        self.write(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.send(method=method, params=params)

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request, and wait for its result."""
        answer = self.answer(method, **params)
        assert "error" not in answer, answer
        return answer["result"]

    def answer(self, method: str, **params: Any) -> Message:
        """Send a request, and wait for its answer, which may be an error."""
        self.number += 1
        number = self.number
        self.send(id=number, method=method, **({"params": params} if params else {}))
        return self.wait(lambda message: message.get("id") == number)

    def wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted; the others are kept."""
        patience = threading.Timer(60, self.process.kill)  # no answer is a failure, and no test that hangs
        patience.start()
        try:
            while not wanted(message := self.read()):
                self.told.append(message)
        finally:
            patience.cancel()
        return message

    def read(self) -> Message:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has closed its output"
        found: Message = json.loads(self.process.stdout.read(length))
        return found

    # ------------------------------------------------------------ documents

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> list[Message]:
        """Open a document, with a text that may not be saved; its findings."""
        self.texts[path] = (self.root / path).read_text("utf-8") if text is None else text
        self.versions[path] = self.versions.get(path, 0) + 1  # a late finding is of an older one
        item = {"uri": self.uri(path), "languageId": "yaml", "version": self.versions[path], "text": self.texts[path]}
        self.tell("textDocument/didOpen", textDocument=item)
        return self.findings(path)

    def close_all(self) -> None:
        """Close all documents, and forget what was told."""
        for path in self.texts:
            self.tell("textDocument/didClose", textDocument={"uri": self.uri(path)})
        self.answer("textDocument/nothing", a=1)  # what was told before has come then
        self.texts.clear()
        self.told.clear()

    def type(self, path: str, text: str) -> None:
        """Replace the text of a document."""
        self.texts[path] = text
        self.versions[path] += 1
        document = {"uri": self.uri(path), "version": self.versions[path]}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def change(self, path: str, text: str, *codes: str) -> list[Message]:
        """Replace the text of a document; its findings."""
        self.type(path, text)
        return self.findings(path, *codes)

    def findings(self, path: str, *codes: str) -> list[Message]:
        """The findings of the newest version, as soon as they have these codes: the quick ones are told first."""
        while True:
            found = self.published(path)
            if not codes or set(codes) <= {finding["code"] for finding in found}:
                return found

    def published(self, path: str) -> list[Message]:
        """The findings that are told next of the newest version."""
        message = self.wait(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == self.uri(path)
                and message["params"].get("version") == self.versions[path]
            )
        )
        found: list[Message] = message["params"]["diagnostics"]
        return found

    def at(self, method: str, path: str, place: str, **more: Any) -> Any:
        """Ask about a place: the first such piece of the text, with a cursor in it."""
        return self.ask(f"textDocument/{method}", **self.where(path, place), **more)

    def where(self, path: str, place: str) -> dict[str, Any]:
        """A place as the protocol says it."""
        return {"textDocument": {"uri": self.uri(path)}, "position": position(self.texts[path], place)}


def position(text: str, place: str) -> dict[str, int]:
    """Line and character of the cursor in the first such piece of a text. Characters are UTF-16 units."""
    before = text[: text.index(place.replace(CURSOR, "")) + place.index(CURSOR)]
    last = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(last.encode("utf-16-le")) // 2}


def offset(text: str, place: Mapping[str, int]) -> int:
    """Where in a text a place of the protocol is."""
    lines = text.split("\n")
    units = lines[place["line"]].encode("utf-16-le")[: 2 * place["character"]]
    return sum(len(line) + 1 for line in lines[: place["line"]]) + len(units.decode("utf-16-le"))


def applied(text: str, edits: Sequence[Message]) -> str:
    """A text with edits applied, the last one first."""
    for edit in sorted(edits, key=lambda edit: offset(text, edit["range"]["start"]), reverse=True):
        start, end = (offset(text, edit["range"][side]) for side in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def part(text: str, found: Message) -> str:
    """What stands in the range of a location or a finding."""
    return text[offset(text, found["range"]["start"]) : offset(text, found["range"]["end"])]
