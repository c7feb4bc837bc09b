"""Decides which sheets of a workbook are lists of persons, and where the header of each is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.errors import CheckinError
from checkin.importing.header_rows import SEARCHED_ROWS
from checkin.importing.people.cells import tidy
from checkin.importing.people.columns import find_heading
from checkin.importing.people.heading import By
from checkin.importing.people.headless import by_cells
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.planned import ColumnUse, SheetUse
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.column_choices import ColumnChoices
    from checkin.importing.people.heading import Heading
    from checkin.importing.people.questions import Question
    from checkin.importing.people.wishes import ListWishes

_LEAST_ON_FURTHER_SHEETS: Final = 2
BY_NAME, NO_HEADER = "by_name", "no_header"
"""Why a sheet is not read: its name says that it is no list of guests, or it has no header row with names."""
_Headed: TypeAlias = list[tuple["Sheet", "Heading"]]


@dataclass(slots=True)
class ListSheets:
    """The sheets that are lists, each with its header; what is done with each sheet; what is asked about them."""

    headed: _Headed = field(default_factory=list)
    uses: list[SheetUse] = field(default_factory=list)
    questions: tuple[Question, ...] = ()


class NoHeaderRowError(CheckinError):
    """The error raised if no row of a list names a column with names.

    `columns` are the columns as the row with the most texts calls them, for an operator who tells what they hold.
    """

    def __init__(self, columns: tuple[ColumnUse, ...]) -> None:
        super().__init__(
            "The list has no header row",
            f"None of its first {SEARCHED_ROWS} rows names a column with names, such as Family name, Nom or ឈ្មោះ. "
            'Put the names of the columns above the list, or tell the column: --column "HEADER=family_name".',
        )
        self.columns = columns


def list_sheets(sheets: Iterable[Sheet], wishes: ListWishes, event: Event) -> ListSheets:
    """Find the sheets that are lists of persons.

    A sheet whose name says that it holds no guests, such as “Cancelled”, is not read where there is another. A later
    sheet is read only if at least two of its columns are recognised. CheckinError is raised if there is no list, or if
    the wishes name a sheet or a column that does not exist.
    """
    choices = wishes.columns
    wanted = _wanted(tuple(sheets), wishes.sheets)
    named = [sheet for sheet in wanted if not _is_skipped(sheet.name)] or list(wanted)
    found = ListSheets()
    for sheet in wanted:
        rows = sum(1 for row in sheet.rows if any(text.strip() for text in row))
        if sheet not in named:
            found.uses.append(SheetUse(sheet.name, is_used=False, rows=rows, why=BY_NAME))
            continue
        heading = find_heading(sheet, choices, event.fields.values())
        if heading is not None and (not found.headed or len(heading.columns) >= _LEAST_ON_FURTHER_SHEETS):
            found.headed.append((sheet, heading))
            found.uses.append(SheetUse(sheet.name, is_used=True, rows=rows))
        else:
            found.uses.append(SheetUse(sheet.name, is_used=False, rows=rows, why=NO_HEADER))
    if not found.headed:
        _read_by_cells(found, named, wishes)
    _refuse_unknown_headers(found.headed, choices)
    return found


def _read_by_cells(found: ListSheets, named: Sequence[Sheet], wishes: ListWishes) -> None:
    """Read the first sheet by its cells; NoHeaderRowError if the cells do not tell enough."""
    guess = by_cells(named[0], wishes.columns, wishes.answers) if named else None
    if guess is None:
        raise NoHeaderRowError(_of_fullest_row(named, wishes.columns))
    found.headed.append((named[0], guess.heading))
    found.questions = guess.questions
    found.uses = [
        replace(use, is_used=True, why="") if use.sheet == named[0].name else use for use in found.uses
    ]


def _wanted(sheets: Sequence[Sheet], names: Sequence[str]) -> tuple[Sheet, ...]:
    """The sheets with these names, or all if there are no names; CheckinError if a sheet does not exist."""
    there = {sheet.name for sheet in sheets}
    for name in names:
        if name not in there:
            known = ", ".join(sorted(filter(None, there)))
            raise CheckinError(
                f"The list has no sheet “{name}”",
                f"Its sheets are {known}."
                if known
                else "It is one table without sheets: leave the sheet out.",
            )
    return tuple(sheet for sheet in sheets if not names or sheet.name in names)


def _is_skipped(name: str) -> bool:
    key = f" {list_key(name)} "
    return any(f" {word} " in key for word in list_words().skipped_sheets)


def _of_fullest_row(sheets: Iterable[Sheet], choices: ColumnChoices) -> tuple[ColumnUse, ...]:
    """The columns of the first sheet with a text; their headers stand in the first row that has the most texts."""
    said = {search_key(header): content for header, content in choices.by_header.items()}
    for sheet in sheets:
        rows = [[tidy(text) for text in row] for row in sheet.rows[:SEARCHED_ROWS]]
        headers = [text for text in max(rows, key=lambda row: sum(map(bool, row)), default=[]) if text]
        if headers:
            contents = ((header, said.get(search_key(header))) for header in headers)
            return tuple(
                ColumnUse(sheet.name, header, content, By.TOLD if content else None)
                for header, content in contents
            )
    return ()


def _refuse_unknown_headers(headed: _Headed, choices: ColumnChoices) -> None:
    there = {search_key(header) for _, heading in headed for header in heading.headers}
    for header in choices.by_header:
        if search_key(header) not in there:
            raise CheckinError(
                f"The list has no column “{header}”",
                "Look at the header row of the list and write it as it stands there.",
            )
