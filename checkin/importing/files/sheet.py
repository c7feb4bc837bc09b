"""A sheet of a list with its cells as texts, the limits of size, and the errors that all readers of files share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

MOST_BYTES: Final = 200 * 1024 * 1024
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
"""The number of columns of a sheet in Excel and in LibreOffice, whose last one is XFD; `MOST_ROWS` counts the rows."""
MOST_CELLS: Final = 30_000_000
"""The largest number of cells that a sheet may have, empty cells included."""
MOST_FILLED: Final = 6_000_000
"""The largest number of filled cells in a list: twice as many as 100,000 delegates have in 30 columns."""
MOST_CHARACTERS: Final = 100_000_000
MOST_UNREADABLE: Final = 500_000
"""The limit for the unreadable cells of a sheet, each of which is kept with its place."""
LONGEST_CELL: Final = 32_767
"""The longest text of a cell in Excel, in characters."""
MOST_MEMORY: Final = 900_000_000
"""The memory, in bytes, that the reading process may take: with the program beside it, 1 GB in all."""
_LETTERS: Final = 26

Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of cells merged downwards, from row `first` to row `last`, both included; the first row holds the value.

    Rows and column count from 0.
    """

    first: int
    last: int
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a spreadsheet: the text of each cell, row by row, and the blocks of merged cells.

    Rows and columns count from 0; row 0 is the row that spreadsheet programs call row 1. A CSV file has one sheet,
    whose name is "". `unreadable` are the cells (row, column) that hold a formula's error or a formula that was never
    calculated; the text of such a cell is "". `hidden` are the rows that are hidden or filtered away, `struck` those of
    which all filled cells are struck out. `no_formats` says that the number formats could not be read, as in a damaged
    file or one older than Excel 97, so that numbers may have lost the zeros before them.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merge, ...] = ()
    unreadable: frozenset[tuple[int, int]] = frozenset()
    hidden: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    no_formats: bool = False


@dataclass(slots=True)
class Marks:
    """What a sheet has besides the texts of its cells, with the meaning that `Sheet` gives to each.

    A reader gives the marks before the rows, and adds to them while the rows are taken from it.
    """

    merged: list[Merge] = field(default_factory=list)
    unreadable: set[tuple[int, int]] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    no_formats: bool = False

    def sheet(self, name: str, rows: Iterable[Row]) -> Sheet:
        """Return the sheet with these marks (the notes about its cells) and these rows.

        Merged cells are cut at the last row.
        """
        kept = tuple(rows)
        last = len(kept) - 1
        return Sheet(
            name,
            kept,
            tuple(replace(each, last=min(each.last, last)) for each in self.merged if each.first < last),
            frozenset(self.unreadable),
            frozenset(self.hidden),
            frozenset(self.struck),
            self.no_formats,
        )


SheetRead: TypeAlias = "tuple[str, Marks, Iterator[Row]]"
"""What a reader gives of a sheet: the name, the marks and the rows. The marks are complete after the last row."""


def filled_down(sheet: Sheet, columns: Collection[int], heading: int) -> dict[int, dict[int, str]]:
    """The texts of merged cells for all rows but the first, by row index, and then by column index.

    A spreadsheet stores the text of merged cells only in the first row. Only merged cells in these `columns` and below
    the row `heading` are used. In damaged files merged blocks can overlap; then the first block counts, so that each
    cell is filled once.
    """
    filled: dict[int, dict[int, str]] = {}
    done = dict.fromkeys(columns, 0)
    for merge in sorted(sheet.merged, key=attrgetter("first", "last")):
        first = sheet.rows[merge.first]
        if merge.column in done and heading < merge.first and merge.column < len(first):
            start, end = max(merge.first + 1, done[merge.column]), min(merge.last + 1, len(sheet.rows))
            text = first[merge.column] if start < end else ""
            for index in range(start, end):
                filled.setdefault(index, {})[merge.column] = text
            done[merge.column] = max(done[merge.column], end)
    return filled


class Allowance:
    """The number of rows, filled cells and characters that may still be read from one file, over all its sheets."""

    def __init__(self, path: Path) -> None:
        """Start with the full limit; `path` only names the file in errors."""
        self._path = path
        self._rows = MOST_ROWS
        self._filled = MOST_FILLED
        self._characters = MOST_CHARACTERS

    def used_by(self, rows: Iterable[Row], sheet: str) -> Iterator[Row]:
        """Yield the rows unchanged, and subtract the size of each row from what may still be read.

        Raises CheckinError if a row is larger than what may still be read, reaches beyond the last column of
        spreadsheets, or has a cell of more than 32,767 characters. `sheet` is the sheet's name for this error.
        """
        for number, row in enumerate(rows, start=1):
            lengths = list(map(len, row))
            self._rows -= 1
            self._filled -= len(lengths) - lengths.count(0)
            self._characters -= sum(lengths)
            if min(self._rows, self._filled, self._characters) < 0:
                raise too_large(self._path)
            if max(lengths, default=0) > LONGEST_CELL:
                raise _too_long_a_cell(self._path, sheet, number, lengths)
            if len(lengths) > MOST_COLUMNS:
                raise beyond_the_last_cell(self._path)
            yield row


def column_letters(index: int) -> str:
    """The name that spreadsheet programs give to the column with this index, from 0: A, B and so on; AA after Z."""
    letters = ""
    number = index + 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def _too_long_a_cell(path: Path, sheet: str, row: int, lengths: list[int]) -> CheckinError:
    length = max(lengths)
    place = f"{path.name}, {sheet}" if sheet else path.name
    return CheckinError(
        "A cell of the list is too long",
        f"{place}, row {row}, column {column_letters(lengths.index(length))} holds {length:,} characters, and a cell "
        f"may hold {LONGEST_CELL:,}. Shorten that cell, or close the quotation mark with which it begins, "
        "and import again.",
    )


def not_a_spreadsheet(path: Path) -> CheckinError:
    """The error for a file that is no spreadsheet."""
    return CheckinError(
        "The list is not a spreadsheet",
        f"{path.name} is neither CSV nor XLSX, XLS, ODS, an HTML table, vCard or LDIF, or it is damaged. "
        "Open it in a spreadsheet program, save it as XLSX and import that.",
    )


def locked(path: Path) -> CheckinError:
    """The error for a file that is protected by a password."""
    return CheckinError(
        "The list is locked by a password",
        f"{path.name}: save it without a password in the spreadsheet program, and import that file.",
    )


def too_large(path: Path) -> CheckinError:
    """The error for a file that is too large to be held in memory."""
    return CheckinError(
        "The list is too large",
        f"{path.name} holds more than {MOST_ROWS:,} rows, {MOST_CELLS:,} cells, {MOST_FILLED:,} filled cells, "
        f"{MOST_CHARACTERS:,} characters or {MOST_BYTES // 1024**2} MB. "
        "Delete what stands below and beside the list, or divide it, and import again.",
    )


def beyond_the_last_cell(path: Path) -> CheckinError:
    """The error for a workbook that has a cell beyond the last row or column of spreadsheet programs."""
    last = f"{column_letters(MOST_COLUMNS - 1)}{MOST_ROWS}"
    return CheckinError(
        "The list is damaged",
        f"{path.name} has a cell beyond {last}, the last one of any sheet. "
        "Open it in a spreadsheet program, save it as XLSX and import that.",
    )


def too_much_memory(path: Path) -> CheckinError:
    """The error for a file whose reading needed too much memory, or whose reading process ended without an answer."""
    return CheckinError(
        "The list cannot be read",
        f"{path.name} is damaged, or reading it takes more than {MOST_MEMORY / 1e9:.1f} GB of memory. "
        "Open it in a spreadsheet program, copy only the list into a new sheet, save that as XLSX and import it.",
    )


def too_slow(path: Path, seconds: float) -> CheckinError:
    """The error for a file whose reading took longer than `seconds`."""
    return CheckinError(
        "The list takes too long to read",
        f"{path.name} was not read after {seconds:.0f} seconds: it is damaged, or holds far more than a list. "
        "Open it in a spreadsheet program, copy only the list into a new sheet, save that as XLSX and import it.",
    )


def empty(path: Path) -> CheckinError:
    """The error for a file in which no cell is filled."""
    return CheckinError(
        "The list is empty", f"{path.name} holds no filled cell. Choose the file with the list."
    )
