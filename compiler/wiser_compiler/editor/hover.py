"""What an editor shows of the word under the pointer: question, range, unit, quoted words, meaning in the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from wiser_compiler.core.kinds import kind_of
from wiser_compiler.core.model import Choice, Codes, Date, Fact, Findings, Note, Number, OptionSet, Records, YesNo
from wiser_compiler.core.words import amount
from wiser_compiler.diagnostics import Span, counted
from wiser_compiler.editor.completion import owner_of
from wiser_compiler.editor.index import Index
from wiser_compiler.editor.spots import Mention, Spot, fact_of
from wiser_compiler.editor.words import key_meaning, word_meaning

MOST_SHOWN = 12  # answers, members and quotations


def hover(index: Index, line: int, column: int) -> tuple[str, Span] | None:
    """What stands at a place, counted from 1, in Markdown, and the word that it is about."""
    spot = index.at(line, column)
    if spot is None:
        return None
    mention = index.mention_at(line, column)
    text = "\n\n".join(filter(None, _about(index, spot, mention)))
    return (text, mention.span if mention else spot.node.span) if text else None


def _about(index: Index, spot: Spot, mention: Mention | None) -> Iterator[str]:
    names, word = index.names, spot.node.text
    if mention is not None and (said := _named(index, mention)):
        yield said
        return
    fact = owner_of(index, spot)
    match spot.role:
        case "key":
            yield _headed(word, key_meaning(word, spot.place))
        case "test" | "condition":
            yield _headed(word, word_meaning(word, "Conditions"))
        case "word":
            yield _headed(word, word_meaning(word, "Conditions", kind_of(fact.type).tag if fact else ""))
        case "type" | "one" | "answer":
            yield _headed(word, word_meaning(word, "Facts"))
            yield _fact(index, fact) if fact else ""
        case "option":
            options = kind_of(fact.type).options if fact else names.choices.get(spot.place, ())
            yield next((f"`{option.id}`: {option.label}" for option in options if option.id == word), "")
            yield _fact(index, fact) if fact else ""
        case "bound" | "stated":
            yield _fact(index, fact) if fact else ""
        case "quote":
            yield _fact(index, fact_of(names, spot.owner)) if spot.owner else ""
        case _:
            return


def _headed(word: str, text: str) -> str:
    return f"`{word}`\n\n{text}" if text else ""


def _named(index: Index, mention: Mention) -> str:
    """What a name stands for."""
    names, name = index.names, mention.name
    match mention.space:
        case "name" if fact := names.facts.get(name):
            return _fact(index, fact)
        case "name" if condition := names.conditions.get(name):
            about = f", about a record of `{condition.about}`" if condition.about else ""
            return "\n\n".join([f"**{condition.title}**", f"`{name}`, a condition{about}", *_quotes(index, name)])
        case "name" if name in names.values:
            return f"`{name}`, one of the values: {_written(index, mention)}"
        case "choice" if name in names.choices:
            listed = [f"- `{o.id}`: {o.label}" for o in names.choices[name]]
            return f"`{name}`, a choice\n\n{_first(listed)}"
        case "group" if group := names.groups.get(name):
            return f"`{name}`, a group of `{group.of}`\n\n{_first([f'- `{id}`' for id in group.ids])}"
        case "question" if question := names.questions.get(name):
            confidence = f"Confidence: {question.confidence}" if question.confidence else ""
            return "\n\n".join(filter(None, [f"**{question.ask}**", question.answer, confidence]))
        case "source" | "shared source":
            known = [index.sources, *(other.sources for other in index.named())]
            source = next((sources[name] for sources in known if name in sources), None)
            parts = (source.title, source.section and f"section {source.section}", source.url) if source else ()
            return "\n\n".join(filter(None, parts))
        case "criterion":
            return next((f"**{title}**" for one in (index, *index.named()) if (title := one.title_of(name))), "")
        case _:
            return ""


def _fact(index: Index, fact: Fact | None) -> str:
    """The question of a fact, what its answers can be, where the chart has it, and the words of sources for it."""
    if fact is None:
        return ""
    where = f", in each of `{fact.row_of}`" if fact.row_of else f", under {fact.chart}" if fact.chart else ""
    origin = "" if fact.origin == "document" else f", of the {fact.origin}"
    return "\n\n".join([f"**{fact.ask}**", f"`{fact.name}`: {_range(fact)}{where}{origin}", *_quotes(index, fact.name)])


def _range(fact: Fact) -> str:
    kind = kind_of(fact.type)
    match fact.type:
        case Number(low=low, high=high, unit=unit, places=places):
            fine = f", with at most {counted(places, 'decimal place')}" if places else ""
            return f"{kind.words}, from {low} to {amount(high, unit)}{fine}"
        case Date(first=first, last=last):
            return f"{kind.words}, from {first} to {last}"
        case Choice(options=options) | OptionSet(options=options) | Findings(options=options):
            return f"{kind.words} of {_first([f'`{option.id}`' for option in options], ', ')}"
        case Codes(system=system):
            return f"{kind.words} of {system}"
        case Records(fields=fields, most=most):
            return f"{kind.words} of at most {most} records with {_first([f'`{f.name}`' for f in fields], ', ')}"
        case YesNo() | Note():
            return kind.words
        case _:
            assert_never(fact.type)


def _quotes(index: Index, name: str) -> Iterator[str]:
    """The quoted words that stand at tests of a fact, or at a condition, each with its criterion."""
    found = [
        f"> “{spot.node.text}” ({spot.within})"
        for spot in index.spots
        if spot.role == "quote" and name in (spot.owner, spot.within)
    ]
    if found:
        yield "\n>\n".join(found[:MOST_SHOWN])


def _written(index: Index, mention: Mention) -> str:
    """What stands behind the name where it is declared."""
    place = index.declaration(mention)
    line = index.lines[place.span.line - 1] if place and place.span.file == index.path.as_posix() else ""
    return f"`{line.partition(':')[2].strip()}`" if line else ""


def _first(items: list[str], joint: str = "\n") -> str:
    more = len(items) - MOST_SHOWN
    return joint.join(
        [*items[:MOST_SHOWN], *([f"{'- ' if joint == chr(10) else ''}and {more} more"] if more > 0 else [])]
    )
