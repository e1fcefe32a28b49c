"""An editor, as far as a language server sees one: it speaks JSON-RPC over the standard streams of `wiser lsp`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
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
        self.end()

    def end(self) -> tuple[int, str]:
        """End the session; the exit status, and what was said on standard error."""
        if self.process.poll() is None:
            self.ask("shutdown")
            self.tell("exit")
        assert self.process.stdin and self.process.stderr and self.process.stdout
        said = self.process.stderr.read().decode() if not self.process.stderr.closed else ""
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
        while True:
            message = self.read()
            if wanted(message):
                return message
            self.told.append(message)

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
        self.versions[path] = 1
        item = {"uri": self.uri(path), "languageId": "yaml", "version": 1, "text": self.texts[path]}
        self.tell("textDocument/didOpen", textDocument=item)
        return self.findings(path)

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
