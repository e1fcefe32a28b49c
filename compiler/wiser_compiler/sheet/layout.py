"""The blank sheets of a compiled policy: the checklist, and the advice beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from .blocks import Blank, Block, Inline, Inlines, Line, Of, Pairs, Part, Sheet, Size, Table, Tick, Words
from .request_values import EACH, Data, day, fact_at, facts_at

SHORT = 12  # letters of the hash, as elsewhere
ROWS_TO_ASK = 4
SIZES: dict[str, Size] = {
    "number": "number", "date": "date", "note": "mark", "yes_no": "words", "choice": "words", "set": "words",
    "findings": "words", "codes": "words", "list": "words",
}  # fmt: skip
FIRST_LETTERS = {"imaging": "X"}  # as in x-ray; an I is easily taken for a line
NO_LETTER = ("our", "the", "a", "an", "for")
IDENTIFIERS: Inlines = (
    Words("Patient "), Blank("line"), Words(" Born "), Blank("date"),
    Words(" Medicare\N{NO-BREAK SPACE}no.\N{NO-BREAK SPACE}(MBI) "), Blank("words"),
)  # fmt: skip
HEAD: tuple[Inlines, ...] = (
    (),
    (Words("The chart must show", True),),
    (Words("Page", True),),
    (Words("Missing", True),),
)
GAP = Words("\N{EM SPACE}")
ABOUT_ADVICE = (
    " A “no” means: look again. It does not hold the request back. Leave empty what is not about this request."
)
HOW = "Tick what is so, as the row says. Write the page, or tick missing."
MISSING = "missing"
SEND = "send"


def sheet_of(policy: Data, large: bool = False) -> Sheet:
    """The blank sheet, from the JSON of `generated/compiled/`; in large type where wanted."""
    said = policy["sheet"]
    parts = _Parts(policy).parts()
    return Sheet(
        title=f"{said['title']}: is the chart complete?",
        identifiers=IDENTIFIERS,
        about=tuple(map(_newer, policy["known_editions"])),
        parts=(*parts, _missing(), _send(policy, len(parts) + 1, large)),
        version=_version(policy),
        large=large,
    )


def advice_of(policy: Data, large: bool = False) -> Sheet:
    """The blank sheet of what the guide does not ask and is worth a look; arguments as of `sheet_of`."""
    advised = [one for one in policy["criteria"] if one["effect"] == "advisory"]
    pairs = Pairs(tuple((_yes_or_no((one["id"],)), _text(f"{one['title']}.")) for one in advised))
    return Sheet(
        title=f"{policy['sheet']['title']}: advice",
        identifiers=IDENTIFIERS,
        about=(Line((Words("The guide asks none of this.", True), Words(ABOUT_ADVICE))),),
        parts=(Part("advice", "Before you send it, look at these", (), (pairs,)),),
        version=_version(policy),
        large=large,
    )


def _newer(edition: Data) -> Line:
    words = f"Received {day(edition['from'])} or later? A newer edition of the guide is out, and is not in this sheet."
    return Line(_text(words), small=True)


# ---------------------------------------------------------------- parts of the policy


class _Parts:
    """The parts that the policy has, numbered, and the rows of its tables, numbered from the first to the last."""

    def __init__(self, policy: Data) -> None:
        self.policy, self.said = policy, policy["sheet"]["parts"]
        self.letters = letters_of(policy)
        self.tables = [part for part in self.said if part["layout"] == "table"]
        self.rows = count(1)
        self.last = {of: line for part in self.said for line in part["lines"] for of in line["criteria"]}

    def parts(self) -> list[Part]:
        return [self.part(number, part) for number, part in enumerate(self.said, 1)]

    def part(self, number: int, part: Data) -> Part:
        title, note = f"{number} {part['title']}", _text("")
        blocks: list[Block] = []
        match part["layout"]:
            case "yes_no":
                title += " One “no”: stop, this sheet is not needed."
                blocks.append(self.pairs(part["lines"]))
            case "table":
                note = self.legend() if part is self.tables[0] else ()
                blocks.append(Table("chart", HEAD, tuple(map(self.row, part["lines"]))))
            case _:
                blocks += self.lines(part["lines"])
        after = self.said[number : number + 1]
        blocks += [self.skip(one["skip"], number + 1) for one in after if one["skip"]]
        return Part(part["id"], title, note, tuple(blocks))

    def pairs(self, lines: Sequence[Data]) -> Pairs:
        """Statements with a yes and a no."""
        return Pairs(tuple((_yes_or_no(line["criteria"]), _runs(self.policy, line["says"])) for line in lines))

    def row(self, line: Data) -> tuple[Inlines, ...]:
        """A row of a table: what the chart must show, on which page it does, and whom to ask."""
        of = _of(line)
        whom = " ".join(self.letters[supplier] for supplier in line["ask"] if self.letters[supplier])
        return (
            _bold(str(next(self.rows))),
            _runs(self.policy, line["says"]),
            (Blank("pages", notes_of(self.policy, line), of=of),),
            (Tick(of=of, verdict="missing"), Words(whom), Blank("otherwise", of=of)),
        )

    def lines(self, lines: Sequence[Data]) -> Iterator[Line]:
        """Lines, the last of each criterion on the sheet with how it comes out."""
        for line in lines:
            ended = tuple(criterion for criterion in line["criteria"] if self.last[criterion] is line)
            status = (Blank("status", of=Of(ended)),) if ended else ()
            yield Line((*_runs(self.policy, line["says"]), *status))

    def skip(self, runs: Sequence[Data], number: int) -> Line:
        """When the next part is skipped; words without a box are asked as a question."""
        said = _runs(self.policy, runs)
        if any(isinstance(one, Tick) for one in said):
            return Line((*said, Words(f": skip part {number}.", True)), skips=True)
        yes, no = f"Yes: skip part {number}.\N{EM SPACE}", f"No: fill in part {number}."
        return Line((*said, Words("? "), Tick(), Words(yes), Tick(), Words(no)), skips=True)

    def legend(self) -> Inlines:
        """How a table is filled in, and what its letters mean."""
        named = dict.fromkeys(one for part in self.tables for line in part["lines"] for one in line["ask"])
        meant = [((self.letters[one], True), (f"\N{NO-BREAK SPACE}{one}", False)) for one in named if self.letters[one]]
        said = [Words(*word) for number, pair in enumerate(meant) for word in (*((", ", False),) * (number > 0), *pair)]
        return (Words(f"{HOW}{' Who to ask: ' if said else ''}"), *said)


def _of(line: Data) -> Of:
    return Of(tuple(line["criteria"]), tuple(line.get("facts", ())))


def _yes_or_no(criteria: Sequence[str]) -> Inlines:
    of = Of(tuple(criteria))
    return (Tick(of=of, verdict="met"), Words("yes\N{EN SPACE}"), Tick(of=of, verdict="not met"), Words("no"))


def _runs(policy: Data, runs: Sequence[Data]) -> Inlines:
    return tuple(inline for run in runs for inline in _run(policy, run))


def _run(policy: Data, run: Data) -> Iterator[Inline]:
    """A run of a sentence. Words behind a box are part of its run."""
    if "tick" in run:
        yield Tick(run["tick"], tuple(run["values"]), run.get("test"))
        yield Words(run["text"])
    elif "blank" in run:
        share = run.get("share", {"percent": 100, "of": run.get("term")})
        place, term = run["blank"], share["of"]
        fact = fact_at(policy["facts"], place)
        size = _size_of(policy, term) if term else SIZES[fact["type"]] if fact else "number"
        yield Blank(size, (place,) if place else (), term, share["percent"])
    elif "bold" in run:
        yield Words(run["bold"], True)
    else:
        yield Words(run["text"])


def _size_of(policy: Data, term: Data) -> Size:
    """The room for what a term gives: a day, or a number."""
    if "shift" in term:
        return "date"
    named = term.get("fact") or term.get("field") or term.get("by")
    fields = (one for fact in policy["facts"] for one in (fact, *fact.get("fields", ())))
    return next((SIZES[one["type"]] for one in fields if one["name"] == named), "number")


def letters_of(policy: Data) -> dict[str, str]:
    """A letter for each supplier that a line of the sheet names, each another."""
    letters: dict[str, str] = {}
    for part in policy["sheet"]["parts"]:
        for line in part["lines"]:
            for supplier in line["ask"]:
                letters.setdefault(supplier, _letter(supplier, letters.values()))
    return letters


def _letter(supplier: str, taken: Any) -> str:
    words = [word for word in supplier.lower().split() if word not in NO_LETTER]
    wanted = [FIRST_LETTERS.get(word, word[0].upper()) for word in reversed(words) if word != "office"]
    others = [letter for letter in supplier.upper() if letter.isalpha()]
    return next((letter for letter in (*reversed(wanted), *others) if letter not in taken), "")


def notes_of(policy: Data, line: Data) -> tuple[str, ...]:
    """The places of the notes that a line is about: they say on which page a thing stands."""
    criteria, facts = _of(line)
    trees = [
        one[key]
        for one in policy["criteria"]
        if one["id"] in criteria
        for key in ("applies_when", "require", "unless")
        if one[key]
    ]
    places = dict.fromkeys(place for tree in trees for place in _notes(tree, ""))
    noted = [place for place in places if (fact := fact_at(policy["facts"], place)) and fact["type"] == "note"]
    return tuple(place for place in noted if not facts or not facts_at(place).isdisjoint(facts))


def _notes(tree: Any, records: str) -> Iterator[str]:
    if isinstance(tree, list):
        for inner in tree:
            yield from _notes(inner, records)
    elif isinstance(tree, dict):
        note = tree.get("documented")
        if note:
            yield f"/{note['fact']}" if "fact" in note else f"{records}/{note['field']}"
        listed = next(
            (tree[key] for key in ("count", "total", "latest", "earliest") if key in tree and "where" in tree), None
        )
        name = listed.get("fact") if isinstance(listed, dict) else listed
        inside = f"/{name}/{EACH}" if name else records
        for inner in tree.values():
            yield from _notes(inner, inside)


# ---------------------------------------------------------------- what every sheet has


def _missing() -> Part:
    head = tuple(_bold(words) for words in ("What, in one line", "From, phone", "Asked", "Came"))
    table = Table("asked", head, (((),) * len(head),) * ROWS_TO_ASK)
    return Part(MISSING, "Still missing: call or fax these", (), (table,), kept=True)


def _send(policy: Data, number: int, large: bool) -> Part:
    told = [line for one in policy["sending"] if (line := _instruction(policy, one))]
    blocks: tuple[Block, ...] = (
        *([_states(policy["states"])] if policy["states"] else []),
        *([Line(_apart(told), small=True)] if told else []),
        *_days(policy["clocks"]),
        Line(
            (
                Words("Prepared by "),
                Blank("words"),
                Words(" Date "),
                Blank("date"),
                GAP,
                Words("Checks paperwork only. Medicare decides.", True),
            ),
            True,
        ),
    )
    note = _text("To the state where it is done.")
    return Part(SEND, f"{number} Send it", note, blocks, kept=not large)


def _instruction(policy: Data, instruction: Data) -> Inlines:
    if instruction["sheet"] is not None:
        said = _runs(policy, instruction["sheet"])  # a reason or an old number needs the room of words
        return tuple(one._replace(size="words") if isinstance(one, Blank) else one for one in said)
    return (Tick(), Words(f"{instruction['title']}.", True), Words(f" {instruction['says']}"))


def _states(states: Sequence[Data]) -> Table:
    """Who answers in each state."""
    head = tuple(_bold(words) for words in ("State, who answers, portal", "Phone", "Fax"))
    rows = tuple(
        (
            (Tick("/state", (state["id"],)), Words(f"{state['id']} {state['participant']}, {state['portal']}")),
            _text(state["telephone"]),
            _text(state["fax"]),
        )
        for state in states
    )
    return Table("states", head, rows, small=True)


def _days(clocks: Sequence[Data]) -> Iterator[Line]:
    """The days of a request, and a line for each that follows from them."""
    said = (
        *(("Sent", Blank("date")), ("Received", Blank("date", ("/received_date",)))),
        *(("Decided", Blank("date", ("/decision_date",))), ("UTN", Blank("words"))),
    )
    yield Line(_apart((Words(f"{words} "), blank) for words, blank in said), small=True)
    for clock in clocks:
        words = Words(f"{clock['title']}, {clock['words']}: ")
        yield Line((words, Blank("date", clock=clock["id"])), small=True)


def _version(policy: Data) -> str:
    until = f", before {day(policy['until'])}" if policy["until"] else " or later"
    source = policy["sources"][0] if policy["sources"] else None
    named = (
        f"{source['title']} {source['version']}, {source['section']}".replace(" ,", ",").rstrip(", ") if source else ""
    )
    words = (
        f"{policy['id']} {policy['version']}",
        f"received {day(policy['effective'])}{until}",
        *([named] if named else []),
        policy["meaning"][:SHORT],
    )
    return " · ".join(words)


def _apart(groups: Iterable[Inlines]) -> Inlines:
    """Groups of words on one line, with a gap between them."""
    spread = [one for group in groups for one in (GAP, *group)]
    return tuple(spread[1:])


def _text(words: str) -> Inlines:
    return (Words(words),) if words else ()


def _bold(words: str) -> Inlines:
    return (Words(words, True),)
