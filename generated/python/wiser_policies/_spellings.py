"""The answer to a question, as people spell it: `6/10/2026`, `5 months`, `L4-5`, `64483-LT`, `Texas`, `yes`.

Nothing is guessed: what has two meanings is not understood, and both are named. What was understood is shown in words,
to be read by whoever typed it. The JavaScript package has the same answers.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple, assert_never

from wiser_policies._dates import is_day
from wiser_policies._policy import Fact
from wiser_policies._rules import listed
from wiser_policies._spelled_dates import date_of
from wiser_policies._spelled_names import choice_of, codes_of, findings_of, key, labels, named, set_of
from wiser_policies._spelled_numbers import number_of
from wiser_policies._spelled_text import MOST, Reading, bare, lower, plain

NOT_LOOKED: Final = (
    "", "-", "?", "not looked", "not looked yet", "not checked", "not checked yet", "not yet", "unknown", "not known",
    "not sure", "unsure", "don't know", "do not know", "dont know",
)  # fmt: skip
NOT_APPLICABLE: Final = ("n/a", "na", "not applicable")
YES: Final = ("y", "yes", "true")
NO: Final = ("n", "no", "none", "false")
NO_NOTE: Final = (*YES, *NO, "missing", "not there", "not documented", "not stated")
FEW: Final = 10  # answers that are all named


class Understood(NamedTuple):
    """The value of a fact as a request states it; None where nobody has looked yet. `shown` says it in words.

    Both are for the user's own screen, and stand in no text of this object.
    """

    value: Any
    shown: str

    def __repr__(self) -> str:
        return "Understood(...)"


class NotUnderstood(NamedTuple):
    """Why a text is no answer, for the user's own screen; and what to write instead, without anything of the text."""

    why: str
    write: str

    def __repr__(self) -> str:
        return f"NotUnderstood(..., write={self.write!r})"


def understood(fact: Fact, text: str, today: str | None = None) -> Understood | NotUnderstood:
    """What a text says about a fact, which is a fact of a policy or a field of its lists.

    `today`, written YYYY-MM-DD, is what `today` and `yesterday` count from.
    Raises ValueError where it is no such date, TypeError for a text that is none.
    """
    if today is not None and not is_day(today):
        raise ValueError("today is a date written YYYY-MM-DD")
    if not isinstance(text, str):
        raise TypeError("an answer is text")
    read = _read(fact, text, today)
    return NotUnderstood(read, what_to_write(fact)) if isinstance(read, str) else Understood(*read)


def _read(fact: Fact, text: str, today: str | None) -> Reading:
    if len(text) > MOST:
        return f"This is longer than {MOST:,} characters."
    written = plain(text)
    typed = bare(written)
    small = lower(typed)
    # other kinds: have no options to be called by name
    is_option = fact.kind in ("choice", "set", "findings") and len(named(labels(fact), typed)) == 1
    if not is_option and small in NOT_LOOKED:
        return None, "not looked yet"
    if not is_option and small in NOT_APPLICABLE:
        return "This can mean that there is none, or that nobody has looked yet."
    match fact.kind:
        case "yes_no":
            return (True, "yes") if small in YES else (False, "no") if small in NO else "This is neither yes nor no."
        case "note":
            return _note(fact, written, small)
        case "number":
            return number_of(fact, small)
        case "date":
            return date_of(fact, small, today)
        case "choice":
            return choice_of(fact, typed)
        case "set":
            return set_of(fact, typed)
        case "findings":
            return findings_of(fact, typed)
        case "codes":
            return codes_of(fact, typed)
        case "list":
            return ([], "none") if small in NO else "Each of these has a record of its own."
        case _:
            assert_never(fact.kind)


def _note(fact: Fact, written: str, small: str) -> Reading:
    """Where a note stands. An answer to another question is none, and would count as documented."""
    if small in NO_NOTE:
        return "A place in the chart is asked for. If there is none, leave this open."
    if not key(written):
        return "There is no word here."
    return f"This is longer than {fact.high} characters." if len(written) > fact.high else (written, written)


def what_to_write(fact: Fact) -> str:
    """How to write an answer about this fact, for people.

    >>> what_to_write(Fact("seen", "date", "", "", "", "2020-01-01", "2036-12-31"))
    'Write a date as month/day/year, such as 6/10/2026.'
    """
    match fact.kind:
        case "yes_no":
            return "Write yes or no."
        case "note":
            return "Write where it stands in the chart, such as: visit note of 6/10/2026, page 2."
        case "number":
            whole = "whole number" if fact.places == 0 else "number"
            return f"Write a {whole} from {fact.low:,} to {fact.high:,}{f' ({fact.unit})' if fact.unit else ''}."
        case "date":
            return "Write a date as month/day/year, such as 6/10/2026."
        case "choice":
            return _of_options(fact, "Write one of these answers")
        case "set":
            examples = ", ".join([*labels(fact).values()][:2])
            return f"Write each with commas between them, such as {examples}; or none."
        case "findings":
            return _of_options(fact, "Write each that was found, with no before one that was ruled out")
        case "codes":
            example = "64483, 64484" if fact.unit == "HCPCS" else "M54.16, M48.061"
            return f"Write the {fact.unit} codes with commas between them, such as {example}."
        case "list":
            return f"Write none, or state the {fact.unit} one by one."
        case _:
            assert_never(fact.kind)


def _of_options(fact: Fact, before: str) -> str:
    known = labels(fact)
    if len(known) <= FEW:
        return f"{before}: {'; '.join(known.values())}."
    examples = dict.fromkeys(name for id, label in [*known.items()][:2] for name in (label, id))
    return f"{before}, such as {listed([*examples], 'or')}."
