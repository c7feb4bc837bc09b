"""How cells and rows look in a workbook, and the rows of texts as they are seen with these looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.importing.files.number_formats import NumberFormat
    from checkin.importing.files.sheet import Marks, Row

Value: TypeAlias = "int | float | str | bool | time | date | datetime | timedelta"

_WHOLE_BELOW: Final = 1e21
"""Whole numbers below this limit are written with all their digits; spreadsheets give more digits to none."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a cell's style says: the number format if it changes the text, and whether the text is struck out."""

    format: NumberFormat | None = None
    is_struck: bool = False


@dataclass(slots=True)
class RowLook:
    """How a row looks, or several equal rows: their first index and their number.

    `looks` are by column, from 0. `errors` are the columns of the cells that hold an error. `formulas` are those of
    formulas that were never calculated if their value is "", and `zeros` of those for which the same is true of 0.
    """

    index: int
    times: int = 1
    is_hidden: bool = False
    looks: dict[int, Look] = field(default_factory=dict)
    errors: list[int] = field(default_factory=list)
    formulas: list[int] = field(default_factory=list)
    zeros: list[int] = field(default_factory=list)

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to be told of the row."""
        return not (self.is_hidden or self.looks or self.errors or self.formulas or self.zeros)


def seen(
    rows: Iterable[list[Value]], looks: Iterator[RowLook], first_column: int, marks: Marks
) -> Iterator[Row]:
    """Yield the rows of texts as they are seen in the workbook, and tell the marks about each row.

    `looks` come in the order of the rows; `first_column` is the column of the first value of each row.
    """
    beside = ("",) * first_column
    look = next(looks, None)
    for number, values in enumerate(rows):
        while look is not None and look.index + look.times <= number:
            look = next(looks, None)
        row = (*beside, *map(text_of, values))
        if look is None or number < look.index:
            yield row
        else:
            yield _seen_row(number, row, [*beside, *values] if beside else values, look, marks)


def _seen_row(number: int, row: Row, values: Sequence[Value], look: RowLook, marks: Marks) -> Row:
    if look.is_hidden:
        marks.hidden.add(number)
    cells = list(row)
    for column in _unreadable(values, look):
        marks.unreadable.add((number, column))
        if column < len(cells):
            cells[column] = ""
    for column, cell in look.looks.items():
        value = values[column] if column < len(values) else ""
        if cell.format is not None and isinstance(value, float | int) and not isinstance(value, bool):
            cells[column] = cell.format.text(value) or cells[column]
    if any(cell.is_struck for cell in look.looks.values()):
        filled = [column for column, text in enumerate(cells) if text.strip()]
        if filled and all(column in look.looks and look.looks[column].is_struck for column in filled):
            marks.struck.add(number)
    return tuple(cells)


def _unreadable(values: Sequence[Value], look: RowLook) -> Iterator[int]:
    """The columns of the cells that hold an error, or a formula that was never calculated."""
    yield from look.errors
    yield from (column for column in look.formulas if column >= len(values) or values[column] == "")
    yield from (column for column in look.zeros if column < len(values) and values[column] == 0)


def text_of(value: Value) -> str:
    """The value of a cell as a text, without a number format: 12 for 12.0, dates in ISO 8601."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < _WHOLE_BELOW:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
