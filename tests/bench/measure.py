"""Times as ratios that a busy machine hardly changes.

The subjects take turns in every round, so that what slows the machine slows all of them, and the
ratio is formed inside the round. Processor time, not the clock on the wall: the processors are
shared with others.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

Call: TypeAlias = Callable[[Any], object]

LEAST_SECONDS = 0.01  # a turn lasts at least so long, if loops are not given


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to time: a function and what it is called with, one after the other."""

    name: str
    call: Call
    inputs: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for each call in every round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle round."""
        return median(self.seconds)

    def ratios(self, reference: Timing) -> tuple[float, ...]:
        """Round by round, how many times as long as the reference, smallest first."""
        pairs = zip(self.seconds, reference.seconds, strict=True)
        return tuple(sorted(own / other for own, other in pairs))


def in_turns(subjects: Iterable[Subject], rounds: int, loops: int | None = None) -> dict[str, Timing]:
    """The timing of each subject by its name. `loops` is how often its inputs are gone through in a turn."""
    chosen = [(subject, loops or _loops(subject)) for subject in subjects]
    seconds: dict[str, list[float]] = {subject.name: [] for subject, _ in chosen}
    gc.collect()
    gc.disable()  # as timeit does: whose turn it strikes is chance
    try:
        for turn in range(rounds):
            first = turn % len(chosen)
            for subject, times in chosen[first:] + chosen[:first]:
                seconds[subject.name].append(_turn(subject, times))
    finally:
        gc.enable()
    return {name: Timing(tuple(found)) for name, found in seconds.items()}


def _loops(subject: Subject) -> int:
    """Enough for a turn that the clock can measure. It also warms the subject up."""
    loops = 1
    while True:
        each = _turn(subject, loops) * len(subject.inputs)
        if each * loops >= LEAST_SECONDS:
            return loops
        loops = max(loops * 2, int(LEAST_SECONDS / max(each, 1e-9)) + 1)


def _turn(subject: Subject, loops: int) -> float:
    call, inputs = subject.call, subject.inputs
    start = time.process_time()
    for _ in range(loops):
        for value in inputs:
            call(value)
    return (time.process_time() - start) / loops / len(inputs)


def second_start(compiled: str) -> dict[str, str]:
    """The environment of a command whose compiled modules are kept in a folder, as on its second start."""
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}


def commands(named: Mapping[str, Sequence[str]], rounds: int) -> dict[str, tuple[Timing, Timing]]:
    """The processor time and the wall-clock time of whole commands, which take turns as well.

    They run as they do on the second start: what Python compiles is kept.
    """
    processor: dict[str, list[float]] = {name: [] for name in named}
    wall: dict[str, list[float]] = {name: [] for name in named}
    with TemporaryDirectory() as compiled:
        env = second_start(compiled)
        for turn in range(rounds + 1):
            for name, command in named.items():
                before, start = _children(), time.perf_counter()
                ended = subprocess.run(command, env=env, capture_output=True, check=False)
                seconds = time.perf_counter() - start
                if ended.returncode not in (0, 1):  # 1 is an answer too, such as a request that is not ready
                    raise RuntimeError(f"{name} failed: {ended.stderr.decode()}")
                if turn:  # the first one compiles
                    wall[name].append(seconds)
                    processor[name].append(_children() - before)
    return {name: (Timing(tuple(processor[name])), Timing(tuple(wall[name]))) for name in named}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
