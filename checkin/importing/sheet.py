"""One sheet of a list with its cells as texts, and the errors that all kinds of spreadsheet file share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 200 * 1024 * 1024
MOST_ROWS: Final = 1_000_000
MOST_CELLS: Final = 30_000_000
"""With more cells a computer with 8 GB runs out of memory; 100,000 delegates in 30 columns are a tenth of the limit."""

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
    """The cells of a sheet, as texts, from its top left corner. Row 0 is the row that spreadsheet programs call row 1.

    A CSV file has one sheet, whose name is "".
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merge, ...] = ()


def not_a_spreadsheet(path: Path) -> CheckinError:
    """The error for a file that is no spreadsheet."""
    return CheckinError(
        "The list is not a spreadsheet",
        f"{path.name} is neither CSV nor XLSX, XLS or ODS, or it is damaged. "
        "Open it in a spreadsheet program, save it as XLSX and import that.",
    )


def too_large(path: Path) -> CheckinError:
    """The error for a file that is too large to be held in memory."""
    return CheckinError(
        "The list is too large",
        f"{path.name} holds more than {MOST_ROWS:,} rows, {MOST_CELLS:,} cells or {MOST_BYTES // 1024**2} MB. "
        "Delete what stands below and beside the list, or divide it, and import again.",
    )


def empty(path: Path) -> CheckinError:
    """The error for a file in which no cell is filled."""
    return CheckinError(
        "The list is empty", f"{path.name} holds no filled cell. Choose the file with the list."
    )
