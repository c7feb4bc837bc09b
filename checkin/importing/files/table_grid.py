"""Builds the rows of a table whose cells reach over several columns and rows, as HTML and Excel-2003 XML have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.importing.files.sheet import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Marks,
    Merge,
    beyond_the_last_cell,
    too_large,
)

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.importing.files.sheet import Row

_MOST_ACROSS: Final = 1000
_MOST_DOWN: Final = 65_534
"""The largest spans that HTML has: 4.9.11 of its standard."""


class TableGrid:
    """The rows of one table, which is given cell by cell. `path` names the file in errors (CheckinError)."""

    def __init__(self, path: Path) -> None:
        """Start without a row."""
        self.rows: list[Row] = []
        self.marks = Marks()
        self._path = path
        self._cells: list[str] = []
        self._struck: list[bool] = []
        self._down: dict[int, int] = {}
        self._merges: list[Merge] = []
        self._room = MOST_CELLS

    def begin_row(self, index: int | None = None, *, is_hidden: bool = False) -> None:
        """Begin the next row, or the one with this index if it lies further down."""
        while index is not None and len(self.rows) < index:
            self._keep(())
        self._cells, self._struck = [], []
        if is_hidden:
            self.marks.hidden.add(len(self.rows))

    def add(
        self, text: str, *, across: int = 1, down: int = 1, column: int | None = None, is_struck: bool = False
    ) -> None:
        """Add a cell to the row: at the next free place, or in the column with this index if it lies further right.

        `across` and `down` are the columns and rows over which the cell reaches; its text stands in the first of them.
        """
        if self._down or column is not None:
            self._leave_out(column or 0)
        place = len(self._cells)
        self._cells.append(text)
        if across > 1:
            across = min(across, _MOST_ACROSS)
            self._cells.extend([""] * (across - 1))
        if len(self._cells) > MOST_COLUMNS:
            raise beyond_the_last_cell(self._path)
        if down > 1:
            last = len(self.rows) + min(down, _MOST_DOWN) - 1
            self._down.update(dict.fromkeys(range(place, place + max(1, across)), last + 1))
            if text:
                self._merges.append(Merge(len(self.rows), last, place))
        if text.strip():
            self._struck.append(is_struck)

    def _leave_out(self, column: int) -> None:
        """Leave the places empty over which cells above reach, and those before the column with this index."""
        if column >= MOST_COLUMNS:
            raise beyond_the_last_cell(self._path)
        while len(self._cells) < column or self._down.get(len(self._cells), 0) > len(self.rows):
            self._cells.append("")

    def end_row(self) -> None:
        """End the row; if all its filled cells are struck out, the marks are told."""
        if self._struck and all(self._struck):
            self.marks.struck.add(len(self.rows))
        self._keep(tuple(self._cells))
        self._cells, self._struck = [], []

    def end(self) -> None:
        """End the table."""
        last = len(self.rows) - 1
        self.marks.merged = [merge for merge in self._merges if merge.first < last]

    def _keep(self, row: Row) -> None:
        self._room -= len(row)
        if self._room < 0 or len(self.rows) >= MOST_ROWS:
            raise too_large(self._path)
        self.rows.append(row)
