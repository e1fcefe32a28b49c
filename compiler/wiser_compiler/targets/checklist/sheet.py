"""A policy laid out as a checklist, from the title to the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wiser_compiler.core.criterion_ids import LISTED_CODE, is_made, of_code
from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import (
    Citation,
    Code,
    Criterion,
    Edition,
    Extreme,
    Fact,
    FactType,
    Instruction,
    Number,
    Policy,
    Records,
    Service,
    Source,
    Total,
    Worded,
    YesNo,
)
from wiser_compiler.core.normal_form import SHORT, meaning
from wiser_compiler.core.walk import criterion_facts, criterion_parts, facts_read
from wiser_compiler.targets.checklist.lines import IN_HEADER, Writer, place_words
from wiser_compiler.targets.checklist.model import Blank, Checklist, Entry, Grid, Line, Row, Section, Told
from wiser_compiler.targets.checklist.pages import divided
from wiser_compiler.targets.checklist.plan import referred_to
from wiser_compiler.targets.checklist.words import MOST_BOXES, inside, question, short_name

ROWS_TO_FILL = 5
LINES_FOR_MISSING = 5

NOT_A_DECISION = "This checklist is about documentation. It is not a coverage decision."
CPT_NOTICE = (
    "Procedure codes that begin with a digit are CPT codes. CPT is a registered trademark of the American"
    " Medical Association. The labels beside the codes are our own short words and not CPT descriptors."
)
# No identifier of the patient: this sheet may go where the chart does not.
HEADER = ((Blank("Planned date of service", 12), Blank("Place of service", 16), Blank("Request received", 12)),)


def checklist(policy: Policy) -> Checklist:
    """The sheet for one version of a policy."""
    letters = letters_of(policy)
    lists = [(fact, fact.type) for fact in policy.facts if isinstance(fact.type, Records)]
    plan = referred_to(policy).difference(IN_HEADER)
    asks = {question.id: question.ask for question in policy.questions}
    writer = Writer(letters, plan, {*IN_HEADER, *letters, *plan}, asks)
    of = {
        effect: [criterion for criterion in policy.criteria if criterion.effect == effect]
        for effect in ("scope", "required", "advisory")
    }
    scope = tuple(_listed(c) if policy.program and is_made(c, LISTED_CODE) else writer.row(c) for c in of["scope"])
    numbered = tuple(divided(writer.row(criterion, str(number))) for number, criterion in enumerate(of["required"], 1))
    # Criteria of single codes are shown beside the codes: as rows they would seem to change nothing.
    said = [of_code(code.code) for code in policy.codes]
    advisory = tuple(writer.row(criterion) for criterion in of["advisory"] if not is_made(criterion, *said))
    if policy.program:
        writer.asked.update(fact.name for c in of["scope"] if is_made(c, LISTED_CODE) for fact in criterion_facts(c))
    clocks = tuple(writer.clock(clock) for clock in policy.clocks)
    counted = [fact for fact in _counted(policy) if fact.name not in writer.asked]
    writer.asked.update(fact.name for fact in counted)
    left = [fact for fact in policy.facts if fact.name not in writer.asked]
    of_request = [fact for fact in left if fact.chart == "Request"]
    planned = [fact for fact in policy.facts if fact.name in plan or (fact in left and fact not in of_request)]
    values = [value for criterion in policy.criteria for value in _values(criterion)]
    above = Writer(letters, plan, set())  # stands before the rows, so it refers to none of them
    return Checklist(
        title=policy.title,
        about=_about(policy),
        editions=tuple(_edition(one) for one in policy.for_staff.known_editions),
        header=HEADER,
        codes=() if policy.program else tuple(_code(code) for code in policy.codes),
        add_ons=_add_ons(policy),
        services=_services(policy),
        conditions=tuple(
            f"{code}, needed: {words}" for service in policy.services for code, words in service.conditions
        ),
        states=_states(policy),
        before=Section("Before you start", FAILS[policy.program], scope),
        request=tuple(writer.open_question(fact) for fact in of_request),
        plan=tuple(writer.named_question(fact) for fact in planned),
        grids=tuple(_grid(fact, kind, letters[fact.name], planned) for fact, kind in lists),
        values=tuple(above.value(value) for value in dict.fromkeys(values)),
        criteria=Section("What the chart must show", "", numbered),
        advisory=Section("Also worth a look (never changes the result)", "", advisory),
        asked=tuple(writer.open_question(fact) for fact in counted),
        dates=Section("Dates to keep", "", clocks),
        sending=_told(policy.for_staff.sending),
        decisions=_told(policy.for_staff.decisions),
        suppliers=_suppliers(policy),
        missing=LINES_FOR_MISSING,
        sources=tuple(_entry(source) for source in _sources(policy)),
        readings=tuple(writer.given.values()),
        notices=(
            f"{_identity(policy)} Sheets with the mark {meaning(policy)[:SHORT]} ask for the same.",
            f"How its criteria are joined, as a picture: {graph_path(policy)}.",
            "Not a coverage decision. Not all inclusive.",
            *([CPT_NOTICE] if policy.codes else []),
        ),
    )


def _counted(policy: Policy) -> list[Fact]:
    """The facts that clocks alone read, in order of first use."""
    return list(dict.fromkeys(fact for clock in policy.clocks for fact in facts_read(clock)))


def _services(policy: Policy) -> tuple[tuple[str, ...], ...]:
    """The services of a program as a table: codes, section of the guide, document."""
    if not policy.services:
        return ()
    labels = {code.code: f"{code.code} ({code.label})" for code in policy.codes if code.label}
    codes = ([labels.get(code, code) for code in service.codes] for service in policy.services)
    rows = ((s.title, ", ".join(of_s), s.section, _coverage(s)) for s, of_s in zip(policy.services, codes, strict=True))
    return (("Service", "Codes", "Section", "Document"), *rows)


def _coverage(service: Service) -> str:
    return "; ".join(f"{mac}: {document}" if mac else document for mac, document in service.coverage)


def _states(policy: Policy) -> tuple[tuple[str, ...], ...]:
    """Who answers requests in each state, as a table."""
    if not policy.states:
        return ()
    head = ("State", "Answers requests", "Portal", "Telephone", "Fax", "MAC, jurisdiction")
    rows = [(s.label, s.participant, s.portal, s.telephone, s.fax, f"{s.mac}, {s.jurisdiction}") for s in policy.states]
    if not any(state.coverage for state in policy.states):
        return (head, *rows)
    governed = ((*row, state.coverage) for row, state in zip(rows, policy.states, strict=True))
    return ((*head, "Document"), *governed)


def _edition(edition: Edition) -> Told:
    title = f"A request received on or after {edition.since}: a later edition is known and not encoded here,"
    return Told(f"{title} {edition.name}.", edition.known, _places(edition.cite))


def _add_ons(policy: Policy) -> tuple[Told, ...]:
    """What becomes of an add-on code that is left off, where a policy or a program has such codes."""
    said = policy.for_staff.add_ons
    if said is None or not any(code.add_on_to for code in policy.codes):
        return ()
    title = "An add-on code that will be billed is on the request, beside its primary code."
    return (Told(title, said.if_left_off, _places(said.cite)),)


def _told(instructions: Sequence[Instruction]) -> tuple[Told, ...]:
    return tuple(Told(f"{one.title}.", one.says, _places(one.cite)) for one in instructions)


def _suppliers(policy: Policy) -> tuple[tuple[str, ...], ...]:
    """Who has what stands under each heading of the chart, as a table in the order of the facts."""
    supplied_by = dict(policy.for_staff.supplied_by)
    headings = dict.fromkeys(fact.chart for fact in policy.facts)
    rows = [(chart, supplied_by[chart]) for chart in headings if chart in supplied_by]
    return (("Place in the chart", "Who has it"), *rows) if rows else ()


def _places(cite: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(place_words(citation) for citation in cite)


FAILS = {
    False: "If one of these fails, the program does not concern the request, or this checklist is not the right one.",
    True: "If one of these fails, the program does not concern the request.",
}


def _listed(criterion: Criterion) -> Row:
    """The codes of a program whose conditions the table of services has."""
    line = Line("A procedure code on the request stands in the table above, with what is needed for it", tick=True)
    return Row(criterion.id, "", criterion.title, (), (), (line,), _places(criterion.cite), (), (), ())


def graph_path(policy: Policy) -> str:
    """Where the picture of a policy lies, below `generated/`."""
    return f"graph/{policy.id}/{policy.version}.svg"


def letters_of(policy: Policy) -> dict[str, str]:
    """The letters by which rows refer to the lists of a policy, by name of the list."""
    lists = (fact.name for fact in policy.facts if isinstance(fact.type, Records))
    return {name: _letter(number) for number, name in enumerate(lists)}


def _letter(number: int) -> str:
    """A to Z, then A1 and so on."""
    turn, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(turn) if turn else "")


def _identity(policy: Policy) -> str:
    until = f", and before {policy.until}" if policy.until else ""
    in_force = f"on or after {policy.effective}{until}"
    kind = "Program" if policy.program else "Policy"
    return f"{kind} {policy.id}, version {policy.version}. For requests received {in_force}."


def _about(policy: Policy) -> tuple[str, ...]:
    """The purpose of the sheet, and its source: the first source is the one that a policy encodes."""
    guide = policy.sources[0] if policy.sources else None
    follows = (f"Follows {source_words(guide)}.",) if guide else ()
    review = (f"Review due by {policy.review_by}.",) if policy.review_by else ()
    return (f"Documentation checklist. {_identity(policy)}", *follows, *review, NOT_A_DECISION)


def source_words(source: Source) -> str:
    """A source in one line: title, version, section, date."""
    version = f" {source.version}" if source.version else ""
    section = f", section {source.section}" if source.section else ""
    published = f", published {source.published}" if source.published else ""
    return source.title + version + section + published


def _sources(policy: Policy) -> list[Source]:
    """The sources of the policy, and those that only what its program says to staff cites."""
    cited = [citation.source for citation in policy.for_staff.cited]
    known = {source.title for source in policy.sources}
    return [*policy.sources, *(source for source in dict.fromkeys(cited) if source.title not in known)]


def _entry(source: Source) -> Entry:
    """A source for the footer, under its name in the rows."""
    name, words = short_name(source), source_words(source)
    return Entry("" if words.startswith(name) else name, words, source.url)


def _code(code: Code) -> str:
    primary = f" (add-on to {' or '.join(code.add_on_to)})" if code.add_on_to else ""
    return f"{code.code} {code.label}".strip() + primary


def _grid(fact: Fact, kind: Records, letter: str, planned: Sequence[Fact]) -> Grid:
    hints = tuple(f"{question(item.ask)} {hint}" for item in kind.fields if (hint := _hint(item.type, planned)))
    columns = tuple(item.ask + _unit_words(item.type) for item in kind.fields)
    return Grid(letter, fact.words, fact.ask, columns, hints, min(kind.most, ROWS_TO_FILL))


def _unit_words(kind: FactType) -> str:
    return f" ({kind.unit})" if isinstance(kind, Number) and kind.unit else ""


def _hint(kind: FactType, planned: Sequence[Fact]) -> str:
    """A hint for the values of a column, where one is needed; or the name of a fact of the plan with its answers."""
    if isinstance(kind, YesNo):
        return "yes or no"
    options = kind_of(kind).options
    if not options or len(options) > MOST_BOXES:
        return ""
    there = next((fact for fact in planned if kind_of(fact.type).options == options), None)
    return f"as for {there.words}" if there else "; ".join(option.label for option in options)


def _values(criterion: Criterion) -> Iterator[Extreme | Total]:
    for part in criterion_parts(criterion):
        for found in inside(part):
            if not isinstance(found, Worded):
                yield found
