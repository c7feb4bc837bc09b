"""Finding and sorting the rows of a table that a reader wants, without holding up other threads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from checkin.reports.gently import in_order
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.reports.report import Cell, Table


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Which rows are wanted: those whose texts hold all `words`, sorted by the column named `order` ("": unsorted)."""

    words: str = ""
    order: str = ""
    is_down: bool = False


def excerpt(table: Table, wanted: Excerpt, most: int) -> tuple[Table, int]:
    """The table with the first `most` of the wanted rows, and how many wanted rows there are in all."""
    rows: Iterable[tuple[Cell, ...]] = table.rows
    words = search_key(wanted.words).split()
    if words:
        rows = [row for row in rows if _holds(row, words)]
    at = next((at for at, column in enumerate(table.columns) if column.name == wanted.order), None)
    if at is not None:
        rows = in_order(rows, key=lambda row: _comparable(row[at]))
        if wanted.is_down:
            rows.reverse()
    known = tuple(rows)
    return replace(table, rows=known[:most]), len(known)


def _holds(row: tuple[Cell, ...], words: list[str]) -> bool:
    key = " ".join(search_key(cell) for cell in row if isinstance(cell, str))
    return all(word in key for word in words)


def _comparable(cell: Cell) -> tuple[bool, str | float]:
    """The sort key of a cell. Cells of one column are of one kind or empty; empty cells come last."""
    match cell:
        case None | "":
            return (True, "")
        case datetime():
            return (False, cell.timestamp())
        case str():
            return (False, search_key(cell))
        case _:
            return (False, float(cell))
