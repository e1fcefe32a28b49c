"""How well a reader finds the bounds that quotations support: its answers beside those of quotations.json.

    python score.py answers.json [quotations.json]

The answers are a JSON object: for each text the list of its bounds, `{"comparison": "at_least", "number": "4", "unit":
"weeks"}`. A text that is left out has none. A bound is right with its comparison, its number and its unit; for counted
things, whose unit is empty in quotations.json, any unit is right. Needs no library. Exit status: 0 if all are right, 1
if not, 2 if a file cannot be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SHOWN = 20  # of the texts that were read wrongly


def key(bound: Mapping[str, Any]) -> tuple[str, str]:
    """The comparison and the number of a bound, `4.0` as `4`."""
    number = str(bound["number"])
    with suppress(InvalidOperation):  # a date
        number = str(Decimal(number).normalize())
    return str(bound["comparison"]), number


def same(expected: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    """The two bounds are the same."""
    return key(expected) == key(given) and str(expected["unit"]) in ("", str(given.get("unit", "")))


def right(expected: Sequence[Mapping[str, Any]], given: Sequence[Mapping[str, Any]]) -> int:
    """How many of the bounds are right, each once."""
    left = list(given)
    found = 0
    for bound in expected:
        match = next((other for other in left if same(bound, other)), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found


def score(entries: Sequence[Mapping[str, Any]], answers: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Any]:
    """The counts over all entries, each text once: bounds expected, given and right, and the texts that are wrong."""
    texts = {entry["text"]: entry["bounds"] for entry in entries}
    expected = sum(len(bounds) for bounds in texts.values())
    given = sum(len(answers.get(text, ())) for text in texts)
    hits = {text: right(bounds, answers.get(text, ())) for text, bounds in texts.items()}
    wrong = [text for text, n in hits.items() if not n == len(texts[text]) == len(answers.get(text, ()))]
    return {"texts": len(texts), "expected": expected, "given": given, "right": sum(hits.values()), "wrong": wrong}


def main(arguments: Sequence[str]) -> int:
    """Print precision and recall, and the texts that were read wrongly."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        answers = json.loads(Path(arguments[0]).read_text("utf-8"))
        entries = json.loads(Path(arguments[1] if len(arguments) > 1 else HERE / "quotations.json").read_text("utf-8"))
        for name, chosen in (
            ("all", entries),
            ("of the policies", [entry for entry in entries if entry["from"] != "hard"]),
            ("hard", [entry for entry in entries if entry["from"] == "hard"]),
        ):
            found = score(chosen, answers)
            precision = found["right"] / found["given"] if found["given"] else 1.0
            recall = found["right"] / found["expected"] if found["expected"] else 1.0
            print(f"{name}: {found['texts']} texts, precision {precision:.3f}, recall {recall:.3f}")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"cannot be read: {error!r}", file=sys.stderr)
        return 2
    wrong = score(entries, answers)["wrong"]
    for text in wrong[:SHOWN]:
        print(f"  wrong: {text}")
    if len(wrong) > SHOWN:
        print(f"  and {len(wrong) - SHOWN} more")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
