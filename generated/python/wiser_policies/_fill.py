"""The interview in a terminal: plain lines, one question after the other, and the request in a private file.

Nothing moves on the screen and nothing is said by color alone, so a screen reader reads it all. Each answer is kept as
soon as it is given. Only the person who types an answer sees it; no message about a failure holds any of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import wrap
from typing import Any

from wiser_policies._answers import status
from wiser_policies._check import check
from wiser_policies._interview import (
    Asked,
    Progress,
    answered,
    earlier,
    is_there,
    left_open,
    next_asked,
    record_name,
    records_of,
    stated_at,
    taken_up,
)
from wiser_policies._kept import Kept, Unusable
from wiser_policies._lines import WIDTH
from wiser_policies._policy import Fact
from wiser_policies._program import visible
from wiser_policies._result import Result
from wiser_policies._spelled_names import labels
from wiser_policies._spelled_text import lower
from wiser_policies._spellings import NotUnderstood, understood, what_to_write
from wiser_policies._text import asks_of, render
from wiser_policies._verdicts import NOT_MET
from wiser_policies._whole_text import places

MANY = 12  # answers that are not listed below a question
KEYS = "Type ? for help, - where nobody has looked yet, b to go back, q to stop and keep."
HINTS = {
    "yes_no": "yes or no", "date": "month/day/year", "note": "such as: note of 6/3/2026, page 2",
    "codes": "with commas between them", "set": "with commas between them, or none",
    "number": "", "choice": "", "findings": "", "list": "",
}  # fmt: skip


def fill(name: str, policy: str, today: str, write: Callable[[str], object]) -> int:
    """Ask for what a request needs and keep it in the file of this name; the exit status.

    Returns 0 for a request that is ready, 1 for one that is not, 2 if the file cannot be continued. Raises
    OSError where it cannot be written.
    """
    terminal = _Terminal(write)
    if not name:
        typed = terminal.line("Where shall the answers be kept? Name of a file (Enter: request.json)")
        if typed is None:
            return 1
        name = typed.strip() or "request.json"
    try:
        kept = Kept(Path(name))
        progress, told = kept.read(policy)
    except Unusable as error:
        write(f"{visible(name)}: {error}")
        return 2
    shown = visible(str(kept.path))
    terminal.say(f"Answers are kept in {shown}, for you alone. Nothing leaves this computer.")
    for said in (*told, KEYS):
        terminal.say(said)
    try:
        to_the_end = _Questions(progress, policy, today, terminal, kept).ask()
    except KeyboardInterrupt:
        write("")
        terminal.say(kept.farewell)
        raise
    result = check(kept.request, policy)
    if to_the_end:
        write("")
        write(render(result, shown, asks_of(result, today)))
        terminal.say(f"To see this again: wiser check {shown}")
    else:
        terminal.say(kept.farewell)
    return 1 if result.problems else status(result)


class _Questions:
    """The questions of an interview. State: how far it is, and the questions that were asked."""

    def __init__(self, progress: Progress, policy: str, today: str, terminal: _Terminal, kept: Kept) -> None:
        self.progress, self.policy, self.today, self.terminal, self.kept = progress, policy, today, terminal, kept
        self.asked = earlier(progress, policy)

    def ask(self) -> bool:
        """Ask until no answer matters any more, or until the user stops. Returns whether the end was reached."""
        again: Asked | None = None
        while True:
            asked = again or next_asked(self.progress, self.policy)
            if asked is None:
                typed = self.terminal.line("\nThat was the last question. Enter to end, b to go back.")
                if typed is None or not is_back(typed):
                    return True
                again = self.back()
                continue
            self.terminal.question(asked, self.progress, check(self.progress.request, self.policy))
            if again:
                self.terminal.say(_so_far(asked, stated_at(self.progress, asked)))
            found = self.answer(asked, bool(again))
            if found is None:
                return False
            if found == "b":
                again = self.back() or again
            else:
                self.asked.append(asked)
                again = None

    def back(self) -> Asked | None:
        """The question before, to be asked once more."""
        while self.asked:
            asked = self.asked.pop()
            self.keep(taken_up(self.progress, asked))
            if is_there(self.progress, asked, self.policy):
                return asked
        self.terminal.say("This is the first question.")
        return None

    def answer(self, asked: Asked, again: bool) -> str | None:
        """Take an answer, and keep it. `b` to go back, None to stop."""
        while (typed := self.terminal.line()) is not None and lower(typed.strip()) not in ("q", "quit"):
            if is_back(typed):
                return "b"
            if typed.strip() in ("?", "help"):
                self.terminal.help(asked, check(self.progress.request, self.policy))
            elif not typed.strip():
                if again:
                    return ""
                self.terminal.say("Type an answer, or - to leave it open.")
            elif self.takes(asked, typed):
                return ""
        return None

    def takes(self, asked: Asked, typed: str) -> bool:
        """Whether a text is an answer."""
        found = understood(asked.fact, typed, self.today)
        if isinstance(found, NotUnderstood):
            listed = asked.fact.kind == "choice" and len(asked.fact.options) <= MANY
            self.terminal.say(f"Not understood. {found.why}{'' if listed else f' {found.write}'}")
            return False
        open_now = found.value is None
        after = (
            left_open(self.progress, asked) if open_now else answered(self.progress, asked, found.value, self.policy)
        )
        if isinstance(after, str):
            self.terminal.say(f"Not taken. {after}")
            return False
        self.terminal.say("Left open." if open_now else f"Understood: {found.shown}")
        self.keep(after)
        return True

    def keep(self, progress: Progress) -> None:
        """Go on from here, and write it down."""
        self.progress = progress
        self.kept.write(progress)


def is_back(typed: str) -> bool:
    """Whether the user wants to go back to the question before."""
    return lower(typed.strip()) in ("b", "back")


def _so_far(asked: Asked, value: Any) -> str:
    """What the user answered before, on the user's own screen."""
    if value is None:
        return "Left open so far. Enter leaves it so."
    if asked.step in ("list", "another"):
        return f"Listed so far: {len(value)}. Enter keeps them; with yes the list begins anew."
    # other kinds: are said as they are understood
    known = labels(asked.fact) if asked.fact.kind in ("choice", "set") else {}
    parts = value if isinstance(value, list) else [value]
    text = ", ".join(known.get(part, str(part)) for part in parts) or "none"
    found = understood(asked.fact, "yes" if value is True else "no" if value is False else text)
    return f"So far: {text if isinstance(found, NotUnderstood) else found.shown}. Enter keeps it."


class _Terminal:
    """The lines that are shown and read. State: the heading that was shown last."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
        self.heading: list[str] = []
        self.prompts = sys.stdin is not None and sys.stdin.isatty()
        if sys.stdin is not None and hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")

    def say(self, words: str, first: str = "", rest: str = "") -> None:
        for line in words.split("\n"):
            shown = visible(line)
            self.write("\n".join(wrap(shown, WIDTH, initial_indent=first, subsequent_indent=rest)) or first.rstrip())

    def line(self, question: str = "") -> str | None:
        """A line that is typed; None where there is no more."""
        if question:
            self.write(question)
        if self.prompts:
            sys.stdout.write("> ")
            sys.stdout.flush()
        typed = sys.stdin.readline() if sys.stdin is not None else ""
        return typed.rstrip("\n") if typed else None

    def question(self, asked: Asked, progress: Progress, result: Result) -> None:
        """Show a question, below its heading where that is another one than before."""
        about, words, hint = asked.about, asked.fact.ask, _hint(asked.fact)
        by = dict(result.policy.supplied_by).get(about.chart)
        above = [about.chart]
        if asked.step == "item":
            above.append(about.ask)
        elif asked.step == "field":
            number = int(asked.place[1])
            words = f"{record_name(about, number, records_of(progress, about)[number])}: {words}"
        elif asked.step == "beyond":
            required = [one for one in result.policy.criteria if one.effect == "required"]
            otherwise = [f"- {one.title}" for one in required if result.verdicts[one.id] == NOT_MET]
            above = ["The chart says otherwise than what is asked for:", *otherwise]
        if above != self.heading:
            self.write("")
            if above[:1] != self.heading[:1]:
                self.say(f"{above[0]} (from {by})" if by and asked.step != "beyond" else above[0])
            for line in above[1:]:
                self.say(line)
        self.heading = above
        self.write("")
        self.say(f"{words}{f' ({hint})' if hint and hint not in words else ''}", "", "  ")
        if asked.fact.kind == "choice":
            few = len(asked.fact.options) <= MANY
            lines = [f"- {label}" for label in labels(asked.fact).values()] if few else [what_to_write(asked.fact)]
            for line in lines:
                self.say(line, "  ", "    ")

    def help(self, asked: Asked, result: Result) -> None:
        """Say what to write, where to look, and what the answer is for."""
        self.say(what_to_write(asked.fact))
        chart = asked.about.chart
        if chart:
            by = dict(result.policy.supplied_by).get(chart)
            self.say(f"Where to look: {chart}{f', from {by}' if by else ''}.")
        for criterion in result.policy.criteria:
            if criterion.id in asked.criteria:
                self.say(f"Asked for: {criterion.title} ({places(criterion.cite)}).", "", "  ")
        self.say(KEYS)


def _hint(fact: Fact) -> str:
    return fact.unit if fact.kind == "number" else HINTS.get(fact.kind, "")
