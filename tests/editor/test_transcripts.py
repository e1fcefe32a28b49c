"""The sessions that docs/editors.md shows are what happens: each line after `> ` is done, and what is below it shown.

> open: FILE                 the findings of the file
> write: OLD => NEW          the findings when the first OLD is NEW
> complete: TEXT             the first offers at the cursor `‸`
> hover: TEXT                the text over the cursor, without emphasis
> definition: TEXT           the line that declares what stands at the cursor
> rename: TEXT => NAME       how many places are written, and the findings then; or why not
> fix: CODE                  the title of the action of this finding, and the findings then
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from editor_client import CURSOR, Editor, Message, applied, position

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/editors.md"
SESSIONS = re.findall(r"(?ms)^```\n(> open: .*?)^```$", PAGE.read_text("utf-8"))
MOST_OFFERS = 8
VERBS = ("open", "write", "complete", "hover", "definition", "rename", "fix")


def shown(found: list[Message]) -> str:
    """Findings as a page shows them."""
    lines = []
    for finding in found:
        message, *more = finding["message"].split("\n")
        lines.append(f"line {finding['range']['start']['line'] + 1}: {message} [{finding['code']}]")
        lines += [f"    {line}" for line in more if line.startswith("help: ")]
    return "\n".join(lines) or "no findings"


class Session:
    """One transcript that is done again."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.file = ""
        self.found: list[Message] = []

    @property
    def text(self) -> str:
        return self.editor.texts[self.file]

    def findings(self, wanted: str) -> str:
        """The findings, as soon as they are those that are wanted: the quick ones are told first."""
        while (told := shown(self.found)) != wanted:
            try:
                self.found = self.editor.published(self.file)
            except AssertionError:
                break
        return told

    def write(self, text: str, wanted: str) -> str:
        self.found = self.editor.change(self.file, text)
        return self.findings(wanted)

    def do(self, verb: str, what: str, wanted: str) -> str:
        """What happens."""
        old, _, new = what.partition(" => ")
        match verb:
            case "open":
                self.file = what
                self.found = self.editor.open(what)
                return self.findings(wanted)
            case "write":
                assert old in self.text
                return self.write(self.text.replace(old, new, 1), wanted)
            case "complete":
                items = self.editor.at("completion", self.file, what)["items"]
                more = ", and more" if len(items) > MOST_OFFERS else ""
                return ", ".join(item["label"] for item in items[:MOST_OFFERS]) + more
            case "hover":
                value: str = self.editor.at("hover", self.file, what)["contents"]["value"]
                return value.replace("**", "").replace("\n\n", "\n")
            case "definition":
                place = self.editor.at("definition", self.file, what)
                path = Path(unquote(urlparse(place["uri"]).path))
                line = place["range"]["start"]["line"]
                written = path.read_text("utf-8").split("\n")[line].strip()
                return f"{path.relative_to(self.editor.root).as_posix()}, line {line + 1}: {written}"
            case "rename":
                where = self.editor.where(self.file, old)
                answer = self.editor.answer("textDocument/rename", **where, newName=new)
                if "error" in answer:
                    return f"refused: {answer['error']['message']}"
                (edits,) = answer["result"]["changes"].values()
                first = f"{len(edits)} places\n"
                return first + self.write(applied(self.text, edits), wanted.removeprefix(first))
            case "fix":
                slip = next(finding for finding in self.found if finding["code"] == what)
                asked = {"range": slip["range"], "context": {"diagnostics": [slip]}}
                document = {"uri": self.editor.uri(self.file)}
                actions = self.editor.ask("textDocument/codeAction", textDocument=document, **asked)
                action = next(action for action in actions if action["diagnostics"][0]["code"] == what)
                first = f"{action['title']}\n"
                (edits,) = action["edit"]["changes"].values()
                return first + self.write(applied(self.text, edits), wanted.removeprefix(first))
            case _:
                raise AssertionError(f"no line of a session begins with {verb}")


def steps(session: str) -> Iterator[tuple[str, str, str]]:
    for part in re.split(rf"(?m)^> (?=(?:{'|'.join(VERBS)}): )", session)[1:]:
        first, _, wanted = part.partition("\n")
        verb, _, what = first.partition(": ")
        yield verb, what.replace("\\n", "\n"), wanted.rstrip("\n")


@pytest.mark.parametrize("session", SESSIONS, ids=["the first", "the second"])
def test_a_session_is_what_happens(session: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policies", tmp_path / "policies")
    with Editor(tmp_path) as editor:
        play = Session(editor)
        for verb, what, wanted in steps(session):
            assert play.do(verb, what, wanted) == wanted


def test_a_cursor_is_a_place() -> None:
    assert position("a: b\nc: é😀d\n", f"😀{CURSOR}d") == {"line": 1, "character": 6}
