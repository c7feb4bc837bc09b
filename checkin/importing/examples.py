"""Finds sample cells for the columns of a list, which show the operator what a column holds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checkin.importing.files.sheet import column_letters
from checkin.importing.header_rows import SEARCHED_ROWS
from checkin.importing.people.cells import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.planned import ColumnUse

_SAMPLES: Final = 5
_LOOKED_AT: Final = 200


def examples(sheets: Iterable[Sheet], uses: Iterable[ColumnUse]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Up to five different cells of each column, by the sheet and the header; a column without cells is left out.

    If two columns have the same header, the first column is used.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for use in uses:
        sheet, key = by_name.get(use.sheet), (use.sheet, use.header)
        place = _place(sheet, use.header) if sheet is not None and key not in found else None
        if sheet is not None and place is not None:
            row, column = place
            below = (tidy(cells[column]) for cells in sheet.rows[row:] if column < len(cells))
            different = dict.fromkeys(text for text in islice(below, _LOOKED_AT) if text)
            found[key] = tuple(islice(different, _SAMPLES))
    return found


def _place(sheet: Sheet, header: str) -> tuple[int, int] | None:
    """The index of the first row below the header and of the column; None if the sheet has no such column."""
    for number, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        for column, text in enumerate(row):
            if " ".join(text.split()) == header:
                return number + 1, column
    width = max(map(len, sheet.rows), default=0)
    return next(((0, column) for column in range(width) if column_letters(column) == header), None)
