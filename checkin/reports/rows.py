"""Filters and sorts the rows of a report's table, without making other threads wait."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from checkin.reports.gently import in_order
from checkin.reports.report import CodeCell, Kind, NameCell
from checkin.text import search_key, text_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.reports.report import Cell, Table


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows that a reader of a table has asked for, and their order.

    `words` is a text of words separated by spaces; only rows that contain each word are wanted ("" for all rows). The
    rows are sorted by the column with the name `order` ("" for unsorted), in reverse if `is_down` is True.
    """

    words: str = ""
    order: str = ""
    is_down: bool = False


def excerpt(
    table: Table, wanted: Excerpt, most: int, categories: Mapping[str, str] | None = None
) -> tuple[Table, int]:
    """The table with the first `most` of the wanted rows, and the number of all wanted rows.

    The words are searched in the columns that people see (those with a width), in texts and whole numbers only.
    `categories` maps the codes of categories to their names.
    """
    names = categories or {}

    def said(row: tuple[Cell, ...], at: int) -> Cell:
        cell = row[at]
        if table.columns[at].kind is Kind.CATEGORY:
            return names.get(str(cell), cell)
        return cell.words if isinstance(cell, CodeCell) else cell

    rows: Iterable[tuple[Cell, ...]] = table.rows
    words = search_key(wanted.words).split()
    if words:
        seen = [at for at, column in enumerate(table.columns) if column.width]
        rows = [row for row in rows if _holds([said(row, at) for at in seen], words)]
    at = next((at for at, column in enumerate(table.columns) if column.name == wanted.order), None)
    if at is not None:
        rows = in_order(rows, key=lambda row: _comparable(said(row, at)))
        if wanted.is_down:
            rows.reverse()
    known = tuple(rows)
    return replace(table, rows=known[:most]), len(known)


def _holds(cells: Iterable[Cell], words: list[str]) -> bool:
    key = " ".join(
        search_key(str(cell)) for cell in cells if isinstance(cell, str | int) and not isinstance(cell, bool)
    )
    return all(word in key for word in words)


def _comparable(cell: Cell) -> tuple[bool, tuple[str, ...] | float]:
    """The sort key of a cell.

    All cells of a column are of one kind or empty; empty cells come last.
    """
    match cell:
        case None | "":
            return (True, 0)
        case NameCell():
            return (False, cell.order)
        case datetime():
            return (False, cell.timestamp())
        case str():
            return (False, text_order(cell))
        case _:
            return (False, float(cell))
