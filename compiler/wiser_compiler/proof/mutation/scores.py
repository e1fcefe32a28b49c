"""The mutation score of policies: counted, shown, and recorded beside them, so that no build has to compute it.

A record is valid for one document, by its fingerprint.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from dataclasses import replace as replace_in
from pathlib import Path
from typing import Any, NamedTuple

from wiser_compiler.json_text import printed
from wiser_compiler.program import visible
from wiser_compiler.proof.mutation.mutate import ENDS, KILLED, SURVIVED, End, Settled
from wiser_compiler.proof.mutation.slips import OPERATORS, Operator
from wiser_compiler.targets.cases.coverage import POINTS, Coverage
from wiser_compiler.targets.markdown import table
from wiser_compiler.whole_files import Damaged, alone_in, read_json
from wiser_compiler.writing import replace

NAME = "proof.json"
NOTHING = "there is nothing to try"
BY: Mapping[End, str] = {"example": "examples", "words": "words alone", "proof": "proofs"}
Counts = Mapping[End, int]


@dataclass(frozen=True, slots=True)
class Score:
    """How the mutants of one policy ended, by operator, and on how many points of its bounds an example lies.

    `contradicted` counts those that the quoted words contradict. `boundaries` is None where it was not recorded.
    """

    by_operator: Mapping[Operator, Counts]
    contradicted: int = 0
    boundaries: Coverage | None = None

    def count(self, *ends: End) -> int:
        """How many mutants ended in one of these ways; without an argument, the number of all mutants."""
        return sum(counts.get(end, 0) for counts in self.by_operator.values() for end in ends or ENDS)

    @property
    def equivalent(self) -> int:
        """How many mutants have the same meaning as the policy, so that nothing can notice them."""
        return self.count("equivalent", "equivalent within limits")

    @property
    def percent(self) -> float | None:
        """The percentage of killed mutants among those that are not equivalent, rounded down, so that 100 means all.

        None where there is no mutant at all: nothing was tried, so nothing is known.
        """
        if not self.count():
            return None
        whole = self.count() - self.equivalent
        return self.count(*KILLED) * 1000 // whole / 10 if whole else 100.0

    def as_json(self) -> dict[str, Any]:
        """The counts without the operators, for the manifest."""
        others = {_key(end): self.count(end) for end in ENDS if end not in KILLED}
        return {
            "mutants": self.count(),
            "killed_by": {_key(end): self.count(end) for end in KILLED},
            **others,
            "contradicted_by_words": self.contradicted,
            "score": self.percent,
            **({} if self.boundaries is None else {"boundaries": _points(self.boundaries)}),
        }


def _points(boundaries: Coverage) -> dict[str, dict[str, int]]:
    return {name: {"covered": covered, "points": whole} for name, (covered, whole) in boundaries.items()}


def score_of(ends: Sequence[Settled], boundaries: Coverage | None = None) -> Score:
    """The score of settled mutants, with the coverage of the bounds."""
    by_operator = {
        operator: {end: number for end in ENDS if (number := _number(ends, operator, end))} for operator in OPERATORS
    }
    counted = {operator: counts for operator, counts in by_operator.items() if counts}
    return Score(counted, sum(settled.contradicted for settled in ends), boundaries)


def _number(ends: Sequence[Settled], operator: Operator, end: End) -> int:
    return sum((settled.operator, settled.end) == (operator, end) for settled in ends)


def _key(end: End) -> str:
    return end.replace(" ", "_")


# ---------------------------------------------------------------- shown


def survivors(found: Mapping[str, Sequence[Settled]]) -> list[Settled]:
    """The mutants that nothing notices."""
    return [settled for ends in found.values() for settled in ends if settled.end in SURVIVED]


def by_example(ends: Iterable[Settled]) -> list[list[Settled]]:
    """Survivors in groups: one example, whatever its name, would notice a whole group."""
    groups: dict[str, list[Settled]] = {}
    for one in named_apart(ends):
        body = one.example.partition("\n")[2] or f"{one.words} {one.line}:{one.column}"
        groups.setdefault(body, []).append(one)
    return list(groups.values())


def named_apart(ends: Iterable[Settled]) -> list[Settled]:
    """The same mutants, with a number behind the name of an example that another one has already."""
    bodies: dict[str, list[str]] = {}  # what is said under a name, in order
    named = []
    for one in ends:
        name, line, body = one.example.partition("\n")
        known = bodies.setdefault(name, [])
        known += [body] if body not in known else []
        number = known.index(body) + 1
        if number > 1:
            quoted = name if name.endswith('"') else name.replace("name: ", 'name: "', 1) + '"'
            name = f'{quoted[:-1]} ({number})"'
        named.append(replace_in(one, example=name + line + body))
    return named


Boundaries = Mapping[str, Coverage]
"""The coverage of the bounds of each policy, by its key."""


def as_text(found: Mapping[str, Sequence[Settled]], boundaries: Boundaries) -> str:
    """Two lines for each policy, and each mutant that nothing notices with the example that is missing."""
    return "\n".join(line for key, ends in found.items() for line in _policy(key, ends, boundaries.get(key)))


def _policy(key: str, ends: Sequence[Settled], boundaries: Coverage | None) -> Iterator[str]:
    score = score_of(ends)
    percent = NOTHING if score.percent is None else f"{score.percent:g} %"
    said = [
        f"{score.count(*KILLED)} killed ({', '.join(f'{score.count(end)} by {BY[end]}' for end in KILLED)})",
        f"{score.equivalent} equivalent",
        f"{score.count(*SURVIVED)} not noticed",
    ]
    yield f"{key}: {score.count()} mutants, {', '.join(said)}: {percent}"
    if boundaries is not None:
        yield f"    {boundary_words(boundaries)}"
    for some in by_example(survivors({key: ends})):
        yield from _survivors(some)


def boundary_words(boundaries: Coverage) -> str:
    """On how many points of the bounds an example lies."""
    if not boundaries:
        return f"boundaries: {NOTHING}, since the policy has no bound"
    counted = (f"{covered} of {whole} {name}" for name, (covered, whole) in boundaries.items())
    return f"boundaries: examples lie on {', '.join(counted)}"


def _survivors(some: Sequence[Settled]) -> Iterator[str]:
    """Mutants that nothing notices, and the one example that would."""
    for one in some:
        yield f"{visible(one.file)}:{one.line}:{one.column}: {one.words} ({', '.join(one.ids)})"
        if one.end == "unknown":
            yield f"  whether that changes anything is not known: {one.by}"
    if some[0].example:
        yield "  no example notices; with the verdict of today, which only the source can confirm:"
        yield some[0].example


def as_json(found: Mapping[str, Sequence[Settled]], boundaries: Boundaries) -> str:
    """The same for programs, with every mutant."""
    entries = {
        key: {
            **score_of(ends, boundaries.get(key)).as_json(),
            "all": [asdict(settled) for settled in named_apart(ends)],
        }
        for key, ends in found.items()
    }
    return printed(entries)


# ---------------------------------------------------------------- recorded


class Record(NamedTuple):
    """The score of a policy, and the fingerprint of the document it was computed from."""

    fingerprint: str
    score: Score


def read_records(folder: Path) -> dict[str, Record]:
    """The fingerprint and the score of each policy that was recorded. Raises Damaged, with the file and the place."""
    path = folder / NAME
    try:
        found = read_json(path)
        records = {} if found is None else _table(found, "the whole", KEY)
        return {key: _record(value, f"`{key}`") for key, value in records.items()}
    except Damaged as error:
        way_out = "restore it, or delete it and run `wiser mutate --record`"
        raise Damaged(f"{visible(path.as_posix())} is damaged: {error}; {way_out}") from None


KEY = r"[a-z][a-z0-9_]*@[0-9]+\.[0-9]+\.[0-9]+"
ENDS_BY_KEY: Mapping[str, End] = {_key(end): end for end in ENDS}


def _record(found: object, at: str) -> Record:
    """One record. Anything that this tool would not write is refused with its place."""
    entry = _table(found, at, "fingerprint|mutation|contradicted|boundaries")
    if missing := {"fingerprint", "mutation", "contradicted"} - set(entry):
        raise Damaged(f"{at} lacks `{min(missing)}`")
    fingerprint = entry["fingerprint"]
    if not isinstance(fingerprint, str) or not re.fullmatch("[0-9a-f]{64}", fingerprint):
        raise Damaged(f"the `fingerprint` of {at} must be 64 hexadecimal digits")
    operators = _table(entry["mutation"], f"`mutation` of {at}", "|".join(OPERATORS))
    counts = {name: _counts(counted, f"`{name}` of {at}") for name, counted in operators.items()}
    by_operator = {operator: counts[operator] for operator in OPERATORS if operator in counts}
    points = _table(entry.get("boundaries", {}), f"`boundaries` of {at}", "|".join(POINTS))
    by_point = {name: _covered(points[name], f"`{name}` of {at}") for name in POINTS if name in points}
    boundaries = by_point if "boundaries" in entry else None
    score = Score(by_operator, _count(entry["contradicted"], f"`contradicted` of {at}"), boundaries)
    if score.contradicted > score.count():
        raise Damaged(f"`contradicted` of {at} is more than all its mutants")
    return Record(fingerprint, score)


def _counts(found: object, at: str) -> Counts:
    counted = _table(found, at, "|".join(ENDS_BY_KEY))
    return {end: _count(counted[key], f"`{key}` of {at}") for key, end in ENDS_BY_KEY.items() if key in counted}


def _covered(found: object, at: str) -> tuple[int, int]:
    counted = {"covered": 0, "points": 0, **_table(found, at, "covered|points")}
    covered, whole = (_count(counted[key], f"`{key}` of {at}") for key in ("covered", "points"))
    if covered > whole:
        raise Damaged(f"`covered` of {at} is more than all its points")
    return covered, whole


def _table(found: object, at: str, keys: str) -> dict[str, object]:
    """A JSON object, with keys that match a pattern."""
    if not isinstance(found, dict):
        raise Damaged(f"{at} must be an object")
    for key in found:
        if not re.fullmatch(keys, key):
            raise Damaged(f"{at} has a key that this tool does not write: `{key}`")
    return found


def _count(found: object, at: str) -> int:
    if type(found) is not int or found < 0:
        raise Damaged(f"{at} must be a whole number from 0 on")
    return found


def record(folder: Path, new: Mapping[str, Record], keys: Collection[str]) -> None:
    """Add records to those of a folder. Old records stay only if they have one of the `keys`.

    Another run may record at the same time, so the file is read again under the lock. The records are sorted, so that
    the file changes only where a score does. Raises Damaged, and OSError with the name of the file.
    """
    with alone_in(folder):
        records = {**read_records(folder), **new}
        entries = {key: _entry(records[key]) for key in sorted(records) if key in keys}
        replace(folder / NAME, printed(entries).encode("utf-8"))


def _entry(record: Record) -> dict[str, Any]:
    return {
        "fingerprint": record.fingerprint,
        "mutation": {
            operator: {_key(end): number for end, number in counts.items()}
            for operator, counts in record.score.by_operator.items()
        },
        "contradicted": record.score.contradicted,
        **({} if record.score.boundaries is None else {"boundaries": _points(record.score.boundaries)}),
    }


def page(records: Mapping[str, Record]) -> str:
    """The scores of all policies, by policy and operator."""
    scores = {visible(key): score for key, (_, score) in sorted(records.items())}
    whole: list[tuple[str, ...]] = [
        (
            "Policy",
            "Mutants",
            *(f"By {BY[end]}" for end in KILLED),
            "Equivalent",
            "Not noticed",
            "Score",
            "Words disagree",
        )
    ]
    for key, score in scores.items():
        ends = (score.count(), *map(score.count, KILLED), score.equivalent, score.count(*SURVIVED))
        percent = NOTHING if score.percent is None else f"{score.percent:g} %"
        whole.append((key, *map(str, ends), percent, str(score.contradicted)))
    points: list[tuple[str, ...]] = [("Policy", *POINTS)]
    for key, score in scores.items():
        counted = score.boundaries or {}
        points.append((key, *(" of ".join(map(str, counted[name])) if name in counted else "" for name in POINTS)))
    operators: list[tuple[str, ...]] = [("Operator", *scores)]
    for operator in OPERATORS:
        of_each = (sum(score.by_operator.get(operator, {}).values()) for score in scores.values())
        operators.append((operator, *map(str, of_each)))
    return "\n".join(
        [
            "# Mutation score",
            "",
            "<!-- Generated by `wiser mutate --page`; do not edit. -->",
            "",
            "A mutant is a policy with one slip that an author could make: 5 weeks for 4, `any` for `all`, an",
            "exception left out. Each was compiled, and its validator answered the examples. It is killed by an",
            "example that turns out otherwise, by quoted words that no longer agree, or by a proof that it makes no",
            "sense, such as a test that can never be met. It is equivalent if the solver proves that no request tells",
            "it from the policy. The score is the share of the others that is killed. With those of the last column",
            "the quoted words disagree, whatever notices them first.",
            "`wiser mutate --record` computes it anew.",
            "",
            table(whole),
            "",
            "On how many points of the bounds an example lies, out of all on which a request can lie. ON is the edge",
            "itself, OFF the nearest point with the other answer, IN a further one where the test is met, OUT one",
            "where it is not. ON and OFF count where the verdict of a criterion depends on the bound.",
            "",
            table(points),
            "",
            "Mutants by operator:",
            "",
            table(operators),
            "",
        ]
    )
