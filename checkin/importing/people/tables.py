"""Reads the rows of a sheet: which are persons, with which texts, and which are headings, totals or signatures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.files.sheet import filled_down
from checkin.importing.people.cells import tidy
from checkin.importing.people.columns import heading_in, is_further_heading
from checkin.importing.people.companions import ACCOMPANIED, companions
from checkin.importing.people.evidence import is_phone
from checkin.importing.people.headers import COMPANION, COMPANION_NAMES, FULL_NAME
from checkin.importing.people.list_words import list_key
from checkin.importing.people.planned import ColumnUse, SkippedRow, UnreadCell
from checkin.importing.people.row_names import with_names
from checkin.importing.people.rows import RowKind, RowKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Row, Sheet
    from checkin.importing.people.column_choices import ColumnChoices
    from checkin.importing.people.heading import Heading
    from checkin.importing.people.planned import Place
    from checkin.importing.people.rows import Group

_OF_A_GROUP: Final = frozenset(
    {Field.ORGANISATION, Field.DELEGATION, Field.COUNTRY, Field.CATEGORY, Field.STATUS}
)
"""Fields whose value, in cells merged downwards, counts for all rows beside the cells; a name is one person's."""


_OF_COMPANY: Final = frozenset({COMPANION, *COMPANION_NAMES})
_NAMED: Final = (FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
"""The contents of which a row has one if the row names its own person."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that is a person: its texts by field, without those of cells that cannot be read.

    `represented_by` is the name of the person who comes in place of the one in the row, as the list writes it. `guest`
    is 1 for the first guest whom the row names beside its own person. `principal` is the place of the person whom this
    one accompanies, and `accompanied` that person as the list calls them. `column` is the header of a guest's column.
    """

    sheet: str
    number: int
    heading: Heading
    texts: Mapping[str, str]
    represented_by: str = ""
    is_hidden: bool = False
    is_struck: bool = False
    may_be_header: bool = False
    guest: int = 0
    principal: Place | None = None
    accompanied: str = ""
    column: str = ""

    @property
    def place(self) -> Place:
        """Where the person stands in the list."""
        return self.sheet, self.number, self.guest

    def with_texts(self, texts: Mapping[str, str]) -> ListRow:
        """The same row with other texts; `dataclasses.replace` takes five times as long for each of many rows."""
        return ListRow(
            self.sheet, self.number, self.heading, texts, self.represented_by, self.is_hidden, self.is_struck,
            self.may_be_header, self.guest, self.principal, self.accompanied, self.column,
        )  # fmt: skip


@dataclass(slots=True)
class ReadTables:
    """What the rows of one sheet say."""

    rows: list[ListRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    unread: list[UnreadCell] = field(default_factory=list)
    columns: list[ColumnUse] = field(default_factory=list)


def read_tables(sheet: Sheet, heading: Heading, choices: ColumnChoices, event: Event) -> ReadTables:
    """Read all rows below the heading; a further header row begins a further table.

    A further table with the same names as an earlier one, such as a report of who was when in the room, is skipped.
    """
    found = ReadTables()
    categories = _categories(event)
    of_sheet = categories.get(list_key(sheet.name))
    ends = _table_ends(sheet, heading, choices, event, categories)
    named: set[tuple[str, ...]] = set()
    for number, (begun, end) in enumerate(ends):
        table = _Table(sheet, begun, end, categories, of_sheet)
        table.rule = choices.split_of(begun.header_of(FULL_NAME))
        table.read()
        names = {_names_of(row) for row in table.found.rows}
        if number and names and names <= named:
            found.skipped += [
                SkippedRow(sheet.name, row.number, RowKind.AGAIN, text_of(row)) for row in table.found.rows
            ]
        else:
            found.rows += table.found.rows
            found.columns += _uses(sheet, begun)
            found.unread += table.found.unread
        found.skipped += table.found.skipped
        named |= names
    found.skipped.sort(key=lambda each: each.row)
    return found


def _table_ends(
    sheet: Sheet, heading: Heading, choices: ColumnChoices, event: Event, categories: Mapping[str, str]
) -> Iterator[tuple[Heading, int]]:
    """The headings of the tables of a sheet, each with the index of the row behind the table's last."""
    begun = heading
    for index in range(heading.row + 2, len(sheet.rows)):
        if _has_category(sheet.rows[index], begun, categories):
            continue  # a person, even if the category is also a header, such as Speaker
        if is_further_heading(sheet.rows[index], begun, event.fields.values()):
            yield begun, index
            begun = heading_in(sheet, index, choices, event.fields.values())
    yield begun, len(sheet.rows)


class _Table:
    """One table of a sheet, from its heading to the row before `end`."""

    def __init__(
        self, sheet: Sheet, heading: Heading, end: int, categories: Mapping[str, str], category: str | None
    ) -> None:
        self._sheet = sheet
        self._heading = heading
        self._end = end
        self._category = category
        below = sheet.rows[heading.row + 1 : end]
        self._kinds = RowKinds(heading, categories, [sum(1 for text in row if text.strip()) for row in below])
        self._filled = filled_down(
            sheet, {one.index for one in heading.columns if one.field in _OF_A_GROUP}, heading.row
        )
        by_preference = sorted(heading.columns, key=lambda column: not column.is_preferred)
        self._columns = [
            (column.index, column.field) for column in by_preference if column.field not in _OF_COMPANY
        ]
        self._has_companions = any(column.field in _OF_COMPANY for column in heading.columns)
        self._group: Group | None = None
        self.rule = ""
        """The rule by which the operator has whole names divided; "" for none."""
        self.found = ReadTables()

    def read(self) -> None:
        """Read the table's rows."""
        last = self._last_title()
        for index in range(self._heading.row + 1, self._end):
            row = self._sheet.rows[index]
            texts = self._texts(index, row)
            kind = self._kinds.kind_of(row, texts)
            if index >= last and kind in {RowKind.GROUP, RowKind.PERSON}:
                kind = RowKind.TITLE
            if kind is RowKind.GROUP:
                self._group = self._kinds.group(row)
            if kind is RowKind.PERSON:
                self._add(index, texts)
            elif kind is not RowKind.EMPTY:
                self.found.skipped.append(SkippedRow(self._sheet.name, index + 1, kind, _first_of(row)))

    def _last_title(self) -> int:
        """The index from which the last rows have a single text each: titles of the next table, not of a group."""
        last = self._end
        if last == len(self._sheet.rows):
            return last
        while last > self._heading.row + 1 and sum(1 for t in self._sheet.rows[last - 1] if t.strip()) <= 1:
            last -= 1
        return last

    def _texts(self, index: int, row: Row) -> dict[str, str]:
        texts: dict[str, str] = {}
        filled, unreadable, width = self._filled.get(index), self._sheet.unreadable, len(row)
        for place, content in self._columns:
            if unreadable and (index, place) in unreadable:
                continue
            text = tidy(row[place]) if place < width else ""
            if filled and not text:
                text = tidy(filled.get(place, ""))
            if content == Field.EMAIL and text and "@" not in text and is_phone(text):
                content = Field.PHONE  # noqa: PLW2901 - a number in the column of addresses
            if text and content not in texts:
                texts[content] = text
        return texts

    def _add(self, index: int, texts: dict[str, str]) -> None:
        unread = [
            column.header
            for column in self._heading.columns
            if (index, column.index) in self._sheet.unreadable
        ]
        self.found.unread += [UnreadCell(self._sheet.name, index + 1, header) for header in unread]
        if self._group is not None:
            texts = {**texts, self._group.field: texts.get(self._group.field) or self._group.text}
        if self._category is not None and not texts.get(Field.CATEGORY):
            texts = {**texts, Field.CATEGORY: self._category}
        named, represented_by = with_names(texts, self.rule)
        accompanied = named.pop(ACCOMPANIED, "")
        own = ListRow(
            self._sheet.name, index + 1, self._heading, named, represented_by,
            is_hidden=index in self._sheet.hidden, is_struck=index in self._sheet.struck, accompanied=accompanied,
            may_be_header=index == self._heading.doubtful,
        )  # fmt: skip
        self.found.rows.append(own)
        if self._has_companions and any(texts.get(field) for field in _NAMED):
            self._add_companions(own, self._sheet.rows[index])

    def _add_companions(self, own: ListRow, row: Row) -> None:
        """Add the guests in the columns of a row; they are in the same state as the person of the row."""
        number = 0
        for one in companions(self._heading, row):
            if one.is_nobody:
                continue
            if not one.is_named:
                told = f"{one.header}: {one.text}"
                self.found.skipped.append(SkippedRow(own.sheet, own.number, RowKind.UNNAMED, told))
                continue
            number += 1
            named, _ = with_names({FULL_NAME: one.text})
            named.pop(ACCOMPANIED, "")
            if own.texts.get(Field.STATUS):
                named[Field.STATUS] = own.texts[Field.STATUS]
            self.found.rows.append(
                replace(
                    own, texts=named, represented_by="", guest=number, principal=own.place, accompanied="",
                    column=one.header,
                )
            )  # fmt: skip


def _has_category(row: Row, heading: Heading, categories: Mapping[str, str]) -> bool:
    """Whether a category of the event stands where the heading has the column of categories."""
    return any(
        column.field == Field.CATEGORY
        and column.index < len(row)
        and list_key(row[column.index]) in categories
        for column in heading.columns
    )


def _categories(event: Event) -> dict[str, str]:
    names = ((name, one.code) for one in event.categories.values() for _, name in one.name.by_language)
    return {list_key(name): code for name, code in names}


def _names_of(row: ListRow) -> tuple[str, ...]:
    names = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)
    return tuple(sorted(" ".join(row.texts.get(name, "") for name in names).casefold().split()))


def text_of(row: ListRow) -> str:
    """The first text of a row, which tells the operator which row is meant."""
    return next((text for text in row.texts.values() if text), "")


def _first_of(row: Sequence[str]) -> str:
    return next((tidy(text) for text in row if text.strip()), "")


def _uses(sheet: Sheet, heading: Heading) -> Iterator[ColumnUse]:
    """What each column of the sheet is read as, in the order of the list."""
    columns = {column.index: column for column in heading.columns}
    for index, header in zip(count(), heading.headers, strict=False):
        if header:
            read = columns.get(index)
            yield ColumnUse(sheet.name, header, read.field if read else None, read.by if read else None)
