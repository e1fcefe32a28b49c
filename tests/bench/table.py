"""The figures as a table, with the goal beside each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number: the middle of the rounds, and the middle half of them around it."""

    value: float
    low: float
    high: float
    goal: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal is reached; empty where there is none."""
        return "" if self.goal is None else "ok" if self.value <= self.goal else "over"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that share their columns."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def goal_cells(figure: Figure) -> tuple[str, str]:
    """The goal, and whether it is reached."""
    return ("" if figure.goal is None else f"<= {figure.goal:g}", figure.verdict)


def written(sections: Iterable[Section]) -> str:
    """The sections below each other, columns aligned."""
    return "\n".join(_section(section) for section in sections)


def _section(section: Section) -> str:
    lines = [(section.title, *section.heads), *((row.name, *row.cells) for row in section.rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(_line(cells, widths) for cells in lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, *rest = cells
    aligned = [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
    return "  ".join([name.ljust(widths[0]), *aligned]).rstrip()
