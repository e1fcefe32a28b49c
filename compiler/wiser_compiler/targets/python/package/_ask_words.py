"""What the ask list says, in words for staff: answers, numbers with their units, and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wiser_policies._ask_goals import Before
from wiser_policies._ask_regions import Items, Options, Range, Region, options, stated, whole
from wiser_policies._dates import in_words
from wiser_policies._lines import singular
from wiser_policies._places import Data, Place
from wiser_policies._policy import Asking, Fact

MEASURES = ("days", "weeks", "months", "years", "points", "percent")  # less of them, and not fewer
MOST_NAMED = 6  # codes of which one is enough


def answer(fact: Fact, region: Region) -> str:
    """The values of a region in words; empty if it holds every value."""
    # other kinds: have answers to name
    match region:
        case Options(answers):
            if fact.kind in ("note", "list") or set(answers) == set(_all_answers(fact)):
                return ""
            return _or([_label(fact, one) for one in fact_order(fact, answers)])
        case Range():
            return _between(fact, region)
        case Items():
            return _items(fact, region)


def _all_answers(fact: Fact) -> Sequence[Any]:
    # other kinds: have options
    return (True, False) if fact.kind in ("yes_no", "findings") else options(fact)


def fact_order(fact: Fact, answers: Iterable[Any]) -> list[Any]:
    """Answers in the order of the fact."""
    given = set(answers)
    return [one for one in _all_answers(fact) if one in given]


def _label(fact: Fact, one: Any) -> str:
    if isinstance(one, bool):
        return "Yes" if one else "No"
    return dict(zip(fact.options, fact.labels, strict=True)).get(one, str(one))


def _between(fact: Fact, region: Range) -> str:
    ends = whole(fact)
    assert isinstance(ends, Range)
    low, high = (_value(fact, end) for end in region)
    if region.low == region.high:
        return f"on {low}" if fact.kind == "date" else _counted(low, fact)
    if region == ends:
        return ""
    if fact.kind == "date":
        if region.high == ends.high:
            return f"on or after {low}"
        return f"on or before {high}" if region.low == ends.low else f"from {low} to {high}"
    if region.high == ends.high:
        return f"{_counted(low, fact)} or more"
    less = "fewer" if fact.unit and not fact.places and fact.unit not in MEASURES else "less"
    return f"{_counted(high, fact)} or {less}" if region.low == ends.low else f"{low} to {_counted(high, fact)}"


def _value(fact: Fact, steps: int) -> str:
    value = stated(fact, steps)
    return in_words(value) if fact.kind == "date" else f"{value:,}"


def _counted(number: str, fact: Fact) -> str:
    """A number with its unit: `1 session`, `4 weeks`."""
    return f"{number} {singular(fact.unit) if number == '1' else fact.unit}".strip()


def _items(fact: Fact, region: Items) -> str:
    """What a set or a list of codes has to hold, what it must not hold, and how many items."""
    named = _named(fact, region.inside, "one that begins with")
    said = [", ".join(named)] if named else []
    if fact.kind == "set" and 2 * len(region.outside) > len(fact.options):
        said.append(f"only of {_or(_named(fact, set(fact.options) - region.outside, ''))}")
    elif region.outside:
        said.append(f"none of {_or(_named(fact, region.outside, 'any that begins with'))}")
    if region.low == region.high:
        exactly = "nothing else" if named else "none"
        said.append(exactly if region.low == len(region.inside) else _many(fact, region.low))
    else:
        if region.low > len(region.inside):
            said.append(f"at least {_many(fact, region.low)}")
        if region.high < (len(fact.options) if fact.kind == "set" else fact.high):
            said.append(f"at most {_many(fact, region.high)}")
    said += [f"not just {_or(_named(fact, one, '')) or 'none'}" for one in sorted(region.other_than, key=sorted)]
    return "; ".join(said)


def _many(fact: Fact, number: int) -> str:
    unit = fact.unit or "entries"
    return f"{number} {singular(unit) if number == 1 else unit}"


def _named(fact: Fact, items: Iterable[str], beginning: str) -> list[str]:
    """Items of a set by their labels; codes, or the words for what begins so."""
    labels = dict(zip(fact.options, fact.labels, strict=True)) if fact.kind == "set" else {}
    begun = {item: f"{beginning} {item[:-1]}" for item in items if item.endswith("*")}
    return [labels.get(item, begun.get(item, item)) for item in _in_order(fact, items)]


def _in_order(fact: Fact, items: Iterable[str]) -> list[str]:
    given = set(items)
    return [*(one for one in options(fact) if one in given), *sorted(given - set(fact.options))]


def _or(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}" if words else ""


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


# ---------------------------------------------------------------- things


def answer_or(fact: Fact, region: Region, compared: Sequence[str] | None) -> str:
    """An answer in words. A number that is compared with others has the words of the comparison, and a day has both."""
    if fact.kind == "date":
        return ", ".join(said for said in (answer(fact, region), *dict.fromkeys(compared or ())) if said)
    if compared is None or not isinstance(region, Range):
        return answer(fact, region)
    return "; ".join(dict.fromkeys(compared))


def _with_answer(fact: Fact, wanted: str) -> str:
    """A question with the answer that will do. A hint behind the question would stand between the two."""
    question, sign, _ = fact.ask.rpartition("?")
    return f"{question}{sign} {wanted}" if sign and wanted else f"{fact.ask} {wanted}".strip()


def of_fact(fact: Fact, region: Region, compared: Sequence[str] | None) -> str:
    """The question of an unstated fact, with the answer that is enough, or with how it compares with others."""
    return _with_answer(fact, answer_or(fact, region, compared))


def of_findings(
    fact: Fact, found: Sequence[str], ruled_out: Sequence[str], answered: Sequence[str], either: bool
) -> str:
    """Items of findings: all that are to be found, or one of several; those to be ruled out; those to be answered."""
    labels = dict(zip(fact.options, fact.labels, strict=True))

    def named(items: Iterable[str]) -> list[str]:
        return [labels[item] for item in fact_order_of_items(fact, items)]

    said = [_with_answer(fact, _or(named(found)) if either else _and(named(found)))] if found else []
    said += [f"{'; '.join(named(ruled_out))}: looked for, and not present"] if ruled_out else []
    said += [f"{'; '.join(named(answered))}: looked for, present or not"] if answered else []
    return "; ".join(said)


def of_items(fact: Fact, items: Sequence[str], first: Sequence[str] = ()) -> str:
    """The question of a set or codes that have to hold one of several items. Of many, a few of `first` are named."""
    named = _named(fact, items, "one that begins with")
    more = "another listed code" if fact.kind == "codes" else "another one listed"
    if len(named) > MOST_NAMED:
        named = [*_named(fact, first or items, "one that begins with")[: MOST_NAMED // 2], more]
    return _with_answer(fact, _or(named))


def fact_order_of_items(fact: Fact, items: Iterable[str]) -> list[str]:
    """Items in the order of the fact."""
    given = set(items)
    return [one for one in options(fact) if one in given]


def of_record(fact: Fact, fields: Mapping[str, tuple[Region, Sequence[str] | None]], today: str) -> str:
    """A record that is to come to a list."""
    said = [(field, *fields[field.name]) for field in fact.fields if field.name in fields]
    named = [
        one for one in said if one[0].kind == "choice" and isinstance(one[1], Options) and len(one[1].answers) == 1
    ]
    numbers = [one for one in said if one[0].kind == "number" and one[2] is None and answer(*one[:2])]
    days = [one for one in said if one[0].kind == "date" and answer_or(*one)]
    others = [one for one in said if one not in (*named, *numbers, *days)]
    if len(named) == 1 and len(numbers) == 1:
        label, number = answer(*named[0][:2]), answer(*numbers[0][:2])
        words = f"{label}: {number}" if "," in label else f"{_article(label)} of {number}"
    else:
        words = _article(singular(fact.unit) or "further record")
        others = [*named, *numbers, *others]
    words += "".join(f" {answer_or(*day)}" for day in days)
    if days and today and isinstance(days[0][1], Range) and stated(days[0][0], days[0][1].low) > today:
        words += ", at a visit still to come"
    told = [f"{one[0].ask.rstrip('?:')}: {answer_or(*one) or 'stated'}" for one in others]
    return words + (f" ({'; '.join(told)})" if told else "")


def _article(noun: str) -> str:
    first = noun.partition(" ")[0]
    if first == "another":
        return noun
    spelled = first[:2].isupper()  # an SF-36, a PROMIS score
    return f"{'an' if first[:1] in ('AEFHILMNORSX' if spelled else 'AEIOUaeiou') else 'a'} {noun}"


def of_field(
    fact: Fact, field: Fact, region: Region, number: int, row: Data, compared: Sequence[str] | None = None
) -> str:
    """A field that a record lacks."""
    dates = [row[one.name] for one in fact.fields if one.kind == "date" and one.name in row]
    noun = singular(fact.unit) or "record"
    which = f"of the {noun} of {in_words(dates[0])}" if dates else f"of {noun} {number + 1} on the list"
    words = answer_or(field, region, compared) if compared else answer(field, region)
    return f"{field.ask.rstrip('?:')} {which}{f': {words}' if words else ''}"


def of_days(relation: Before, of_left: bool, other: str) -> str:
    """How a day compares with an unknown day, which is named by its question: `more than 4 weeks after`."""
    left, right, strictly = relation.left.moves, relation.right.moves, relation.op == "<"
    side = "before" if of_left else "after"
    moves = [*left, *((-months, -days) for months, days in right)]  # of the left day towards the right one
    months, days = sum(move[0] for move in moves), sum(move[1] for move in moves)
    if len(moves) > 1 and months and days:  # a document moves a day once: said as it is, without a shorter word
        return f"{'' if strictly else 'on or '}{side} a day that is counted from the answer to “{other}”"
    if not months and not days:
        distance = side if strictly else f"on or {side}"
    elif months + days > 0:
        distance = f"{'more than' if strictly else 'at least'} {_time(months, days)} {side}"
    else:
        behind = "after" if of_left else "before"
        distance = f"{side if strictly else f'on or {side}'} the day {_time(-months, -days)} {behind}"
    return f"{distance} the answer to “{other}”"


def _time(months: int, days: int) -> str:
    """A time in its largest whole unit: 28 days are 4 weeks."""
    units = ((months, 12, "year", "month"), (days, 7, "week", "day"))
    number, many, large, small = next(one for one in units if one[0])
    whole, rest = divmod(number, many)
    return _times(whole, large) if not rest else _times(number, small)


def _times(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number != 1)}"


def of_plan(fact: Fact, mark: Asking, region: Range, now: int) -> str:
    """A change of what is planned."""
    if mark.plan == "fewer":
        most = _value(fact, region.high)
        return f"ask for {_counted(most, fact)}{' or fewer' if region.high > region.low else ''}"
    low, high = (_value(fact, end) for end in region)
    verb = "send the request on" if mark.plan == "sent later" else "plan it for"
    if region.low == region.high:
        return f"{verb} {low}"
    ends = whole(fact)
    assert isinstance(ends, Range)
    if region.low > now:
        return f"{verb} {low} or later" if region.high == ends.high else f"{verb} a day from {low} to {high}"
    return f"{verb} {high} or earlier" if region.low == ends.low else f"{verb} a day from {low} to {high}"


def of_growth(fact: Fact, region: Range, day: str) -> str:
    """A number that becomes large enough with time."""
    words = _with_answer(fact, answer(fact, region))
    return f"{words}, not before {in_words(day)}" if day else words


def office(supplier: str) -> str:
    """The first of the offices that may have something, without the words about the others."""
    return supplier.partition(";")[0].partition(" for ")[0].strip()


def pointer(place: Place) -> str:
    """A place as a JSON pointer; a record that is to come is `-`."""
    return "".join(f"/{'-' if isinstance(part, int) and part < 0 else part}" for part in place)
