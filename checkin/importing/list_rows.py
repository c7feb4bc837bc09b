"""Reads the rows of a list below its header: the texts of each row by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.delegates import Field
from checkin.errors import CheckinError
from checkin.importing.cells import tidy
from checkin.importing.columns import SEARCHED_ROWS, Heading, find_heading
from checkin.importing.planned import (
    ColumnUse,
)
from checkin.importing.sheet import filled_down
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checkin.domain.programme import Event
    from checkin.importing.column_choices import ColumnChoices
    from checkin.importing.sheet import Sheet


_OF_A_GROUP: Final = frozenset(
    {Field.ORGANISATION, Field.DELEGATION, Field.COUNTRY, Field.CATEGORY, Field.STATUS}
)
"""Fields whose value, in cells merged downwards, counts for all rows beside the cells; a name is one person's."""
_LEAST_ON_FURTHER_SHEETS: Final = 2


Headed: TypeAlias = list[tuple["Sheet", Heading]]
"""Sheets, each with its header."""


def headed(sheets: Iterable[Sheet], choices: ColumnChoices, event: Event) -> Headed:
    """The sheets that are lists of delegates, each with its header; CheckinError if there is none.

    The first sheet with a header row is taken. A later sheet is taken only if at least two of its columns are
    recognised.
    """
    sheets, found = tuple(sheets), Headed()
    for sheet in sheets:
        heading = find_heading(sheet, choices, event.fields.values())
        if heading is not None and (not found or len(heading.columns) >= _LEAST_ON_FURTHER_SHEETS):
            found.append((sheet, heading))
    if not found:
        raise NoHeaderRowError(_of_fullest_row(sheets, choices))
    return found


class NoHeaderRowError(CheckinError):
    """The error raised if a list has no header row that names a column with names of persons.

    `columns` are the headers of the columns, taken from the row with the most texts; the operator can then say what the
    columns hold.
    """

    def __init__(self, columns: tuple[ColumnUse, ...]) -> None:
        super().__init__(
            "The list has no header row",
            f"None of its first {SEARCHED_ROWS} rows names a column with names, such as Family name, Nom or ឈ្មោះ. "
            'Put the names of the columns above the list, or tell the column: --column "HEADER=family_name".',
        )
        self.columns = columns


def _of_fullest_row(sheets: Iterable[Sheet], choices: ColumnChoices) -> tuple[ColumnUse, ...]:
    """The columns of the first sheet with a text; their headers stand in the first row that has the most texts."""
    said = {search_key(header): content for header, content in choices.by_header.items()}
    for sheet in sheets:
        rows = [[tidy(text) for text in row] for row in sheet.rows[:SEARCHED_ROWS]]
        headers = [text for text in max(rows, key=lambda row: sum(map(bool, row)), default=[]) if text]
        if headers:
            contents = ((header, said.get(search_key(header))) for header in headers)
            return tuple(
                ColumnUse(sheet.name, header, content if isinstance(content, str) else None)
                for header, content in contents
            )
    return ()


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row below the header: its texts by field. An empty row has no texts."""

    sheet: str
    number: int
    heading: Heading
    texts: Mapping[str, str]


def rows_of(sheet: Sheet, heading: Heading) -> Iterator[ListRow]:
    """The rows of a sheet below its header."""
    columns = heading.columns
    headers = {column.field: column.header for column in columns}
    filled = _filled_down(sheet, heading)
    for index in range(heading.row + 1, len(sheet.rows)):
        row = sheet.rows[index]
        texts = {one.field: tidy(row[one.index]) if one.index < len(row) else "" for one in columns}
        if not any(texts.values()) or texts == headers:  # headers are repeated on every printed page
            texts = {}
        elif index in filled:
            texts.update(filled[index])
        yield ListRow(sheet.name, index + 1, heading, texts)


def _filled_down(sheet: Sheet, heading: Heading) -> dict[int, dict[str, str]]:
    """The texts that rows take over from merged cells, by the index of the row, and then by field."""
    fields = {column.index: column.field for column in heading.columns if column.field in _OF_A_GROUP}
    return {
        row: {fields[index]: tidy(text) for index, text in texts.items()}
        for row, texts in filled_down(sheet, fields, heading.row).items()
    }
