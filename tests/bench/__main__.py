"""Run the benchmark: `python -m tests.bench`, or `make bench`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import quantiles
from typing import Any

from .audits import BY_LOOP, WITH_BATCH, audits
from .builds import builds
from .in_node import AJV, CHECK, in_node
from .measure import Timing, commands, in_turns
from .native import NONE, native_wheel
from .subjects import (
    COMPILED,
    HAND,
    NATIVE_CHECK,
    NATIVE_JUDGE,
    POLICY,
    SCHEMA,
    columns,
    compiling,
    native_subjects,
    policy,
    subjects,
)
from .subjects import commands as command_lines
from .table import Figure, Row, Section, goal_cells, written
from .tables import tables, times_faster

# Times the hand-written verdicts, for the request that is ready and lists two sessions.
RATIOS = {
    "judge: verdicts, explanation when asked for": 1.15,
    "check, gaps: types, verdicts, what is missing": 3.0,
    "judge, as_dict: the same as JSON values": 30.0,
    "read_json, check, gaps": 6.5,
}
NATIVE = {NATIVE_JUDGE: 0.8, NATIVE_CHECK: 1.6}  # times jsonschema-rs, for the request that is ready
IN_NODE = {CHECK: 2.0}  # times ajv, for requests that the schema accepts
AUDITED = {WITH_BATCH: 0.1}  # times the loop
MILLISECONDS = {COMPILED: 100.0, "wiser check REQUEST.json": 60.0, "wiser --help": 60.0}

SECONDS = {
    "the shipped policies, cold": 0.3,
    "the shipped policies, unchanged": 0.15,
    "1000 synthetic policies, cold": 10.0,
    "1000 synthetic policies, unchanged": 0.15,
    "every slip of esi 6.0.0": 60.0,
    "every question about esi 6.0.0, anew": 1.0,
    "every question about esi 6.0.0, known": 0.05,
}

NOTES = """\
x hand: how many times as long as the hand-written verdicts take in the same round; the middle of all
rounds, and in brackets the middle half of them. us: microseconds of processor time. ready: the base
example of the policy, which lists two sessions in the planned region and is ready; goals are for it.
mixed: all examples of the policy, one after the other. Dates repeat, so both sides find shifted dates
in their caches. The schemas leave out what JSON Schema cannot say, and say in their description what that
is: a validator that stops at the first such place answers sooner, and answers less.
x rs: times jsonschema-rs, which refuses the request that is ready as soon as it comes to a date.
In Node, x ajv likewise. accepted: the examples that the schema accepts, so that ajv looks at all of it.
Tables: thousands of requests in a second of processor time, with one thread; x hand: as many times as the
hand-written verdicts on the same requests, which are those of the boundary cases.
Audited: microseconds of processor time for each request, with all that a command begins with; x loop: times a
loop over the same lines that writes nothing and finds no gaps.
Commands: ms of processor time, against the goal, and of the clock on the wall.
Builds: seconds on the wall of `wiser build` without a cache, and of `wiser build --check` after it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table, and store the figures if asked to."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Timings as ratios to hand-written Python."
    )
    parser.add_argument("--rounds", type=int, default=15, help="rounds of which the median is taken (15)")
    parser.add_argument("--loops", type=int, help="calls in a round; by default as many as the clock needs")
    parser.add_argument("--most", type=int, default=1000, help="documents of the largest build (1000)")
    parser.add_argument("--rows", type=int, default=1_000_000, help="requests in a table (1000000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="store the figures as JSON")
    options = parser.parse_args(arguments)
    measured = {
        "requests": _requests(options.rounds, options.loops),
        "native": _native(options.rounds, options.loops),
        "node": _node(options.rounds, options.loops),
        "compiling": _compiling(options.rounds, options.loops),
        "commands": _commands(options.rounds),
        "tables": _tables(max(1, options.rounds // 3), options.rows),
        "audits": _audits(max(1, options.rounds // 3), options.rows // 20),
        "builds": _builds(max(1, options.rounds // 5), options.most),
    }
    print(_about(options.rounds) + "\n")
    sections = (
        _request_section(measured["requests"], "x hand", "One request"),
        *([_request_section(measured["native"], "x rs", NATIVE_TITLE)] if measured["native"] else []),
        _node_section(measured["node"]),
        _compile_section(measured["compiling"]),
        _command_section(measured["commands"]),
        _table_section(measured["tables"]),
        _audit_section(measured["audits"]),
        _build_section(measured["builds"]),
    )
    print(written(sections))
    print(NOTES)
    if not measured["native"]:
        print(NONE)
    if options.json:
        about = {"python": sys.version, "machine": platform.platform(), "rounds": options.rounds}
        options.json.write_text(json.dumps({"about": about, "figures": _plain(measured)}, indent=1) + "\n", "utf-8")


def _about(rounds: int) -> str:
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors"
    return f"{POLICY.parent.name} {POLICY.stem}; {rounds} rounds; {machine}, load {os.getloadavg()[0]:.1f}"


Figures = dict[str, dict[str, Figure]]  # by row, then by column


def _figure(values: Sequence[float], goal: float | None = None) -> Figure:
    low, middle, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    return Figure(middle, low, high, goal)


def _requests(rounds: int, loops: int | None) -> Figures:
    found: Figures = {}
    for column, requests in columns(policy()).items():
        timings = in_turns(subjects(requests), rounds, loops)
        for name, timing in timings.items():
            goal = RATIOS.get(name) if column == "ready" else None
            row = found.setdefault(name, {})
            row[f"{column}, us"] = _figure([seconds * 1e6 for seconds in timing.seconds])
            row[f"{column}, x hand"] = _figure(timing.ratios(timings[HAND]), goal)
    return found


def _native(rounds: int, loops: int | None) -> Figures:
    """The figures of the native wheel in dist/, if there is one of this build."""
    found: Figures = {}
    wheel = native_wheel()
    for column, requests in columns(policy()).items() if wheel else ():
        timings = in_turns(native_subjects(wheel, requests), rounds, loops)
        for name, timing in timings.items():
            goal = NATIVE.get(name) if column == "ready" else None
            row = found.setdefault(name, {})
            row[f"{column}, us"] = _figure([seconds * 1e6 for seconds in timing.seconds])
            row[f"{column}, x rs"] = _figure(timing.ratios(timings[SCHEMA]), goal)
    return found


def _node(rounds: int, loops: int | None) -> Figures:
    found: Figures = {}
    for column, timings in in_node(columns(policy()), rounds, 1 if loops else 50).items():
        for name, timing in timings.items():
            row = found.setdefault(name, {})
            goal = IN_NODE.get(name) if column == "accepted" else None
            row[f"{column}, us"] = _figure([seconds * 1e6 for seconds in timing.seconds])
            row[f"{column}, x ajv"] = _figure(timing.ratios(timings[AJV]), goal)
    return found


def _compiling(rounds: int, loops: int | None) -> Figures:
    timings = in_turns(compiling(policy()), rounds, loops)
    return {name: {"ms": _milliseconds(name, timing)} for name, timing in timings.items()}


def _commands(rounds: int) -> Figures:
    return {
        name: {"ms": _milliseconds(name, processor), "ms on the wall": _milliseconds("", wall)}
        for name, (processor, wall) in commands(command_lines(), rounds).items()
    }


def _builds(rounds: int, most: int) -> Figures:
    return {name: {"s": _figure(values, SECONDS.get(name))} for name, values in builds(rounds, most).items()}


def _tables(rounds: int, rows: int) -> Figures:
    found = tables(rows, rounds)
    return {
        name: {
            "thousands a second": _figure([1e-3 / seconds for seconds in values]),
            "times hand": _figure([times_faster(found, name)]),
        }
        for name, values in found.items()
    }


def _audits(rounds: int, requests: int) -> Figures:
    found = audits(requests, rounds)
    loop = found[BY_LOOP][0]
    return {
        name: {
            "us": _figure([seconds * 1e6 / requests for seconds in processor.seconds]),
            "x loop": _figure(processor.ratios(loop), AUDITED.get(name)),
            "us on the wall": _figure([seconds * 1e6 / requests for seconds in wall.seconds]),
        }
        for name, (processor, wall) in found.items()
    }


def _milliseconds(name: str, timing: Timing) -> Figure:
    return _figure([seconds * 1e3 for seconds in timing.seconds], MILLISECONDS.get(name))


NATIVE_TITLE = "One request, with the native wheel"


def _request_section(found: Figures, ratio: str, title: str) -> Section:
    heads = ("ready us", ratio, "", "goal", "", "mixed us", ratio, "")
    rows = []
    for name, row in found.items():
        ready, mixed = row[f"ready, {ratio}"], row[f"mixed, {ratio}"]
        rows.append(Row(name, (
            f"{row['ready, us'].value:.1f}", f"{ready.value:.2f}", _spread(ready, 2), *goal_cells(ready),
            f"{row['mixed, us'].value:.1f}", f"{mixed.value:.2f}", _spread(mixed, 2),
        )))  # fmt: skip
    return Section(title, heads, tuple(rows))


def _node_section(found: Figures) -> Section:
    heads = ("accepted us", "x ajv", "", "goal", "", "ready us", "x ajv", "mixed us", "x ajv")
    rows = []
    for name, row in found.items():
        ratio = row["accepted, x ajv"]
        cells = [f"{row['accepted, us'].value:.1f}", f"{ratio.value:.2f}", _spread(ratio, 2), *goal_cells(ratio)]
        for column in ("ready", "mixed"):
            cells += [f"{row[f'{column}, us'].value:.1f}", f"{row[f'{column}, x ajv'].value:.2f}"]
        rows.append(Row(name, tuple(cells)))
    return Section("One request, in Node", heads, tuple(rows))


def _compile_section(found: Figures) -> Section:
    rows = [Row(name, _cells(row["ms"])) for name, row in found.items()]
    return Section("One policy, in process", ("ms", "", "goal", ""), tuple(rows))


def _command_section(found: Figures) -> Section:
    rows = [
        Row(
            name,
            (*_cells(row["ms"]), f"{row['ms on the wall'].value:.0f}", _spread(row["ms on the wall"], 0)),
        )
        for name, row in found.items()
    ]
    return Section("Whole commands", ("ms", "", "goal", "", "wall", ""), tuple(rows))


def _table_section(found: Figures) -> Section:
    rows = [
        Row(
            name,
            (
                f"{row['thousands a second'].value:,.0f}",
                _spread(row["thousands a second"], 0),
                f"{row['times hand'].value:.1f}",
            ),
        )
        for name, row in found.items()
    ]
    rows = rows or [Row("not measured: pip install '.[batch]'", ("", "", ""))]
    return Section("Many requests, as tables", ("thousands/s", "", "x hand"), tuple(rows))


def _audit_section(found: Figures) -> Section:
    rows = [
        Row(
            name,
            (
                f"{row['us'].value:.1f}",
                f"{row['x loop'].value:.2f}",
                _spread(row["x loop"], 2),
                *goal_cells(row["x loop"]),
                f"{row['us on the wall'].value:.1f}",
            ),
        )
        for name, row in found.items()
    ]
    return Section("Lines of JSON, audited", ("us", "x loop", "", "goal", "", "us on the wall"), tuple(rows))


def _build_section(found: Figures) -> Section:
    rows = [
        Row(name, (f"{row['s'].value:.2f}", _spread(row["s"], 2), *goal_cells(row["s"]))) for name, row in found.items()
    ]
    return Section("Whole builds, and proofs", ("s on the wall", "", "goal", ""), tuple(rows))


def _cells(figure: Figure) -> tuple[str, ...]:
    return (f"{figure.value:.1f}", _spread(figure, 1), *goal_cells(figure))


def _spread(figure: Figure, places: int) -> str:
    return f"({figure.low:.{places}f}-{figure.high:.{places}f})"


def _plain(measured: Mapping[str, Figures]) -> Any:
    return {
        group: {name: {column: asdict(figure) | {"verdict": figure.verdict} for column, figure in row.items()}
                for name, row in rows.items()}
        for group, rows in measured.items()
    }  # fmt: skip


if __name__ == "__main__":
    main()
