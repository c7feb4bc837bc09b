"""Finds which column of a list holds which field: by the operator's choices, by the header row and by the cells.

There may be title rows above the header row. A list without a header row is read by its cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.errors import CheckinError
from checkin.importing.header_rows import SEARCHED_ROWS
from checkin.importing.people.evidence import ADDRESS, evidence, is_phone
from checkin.importing.people.headers import COMPANION, FULL_NAME, Strength, is_header, meanings
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.settling import settled
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checkin.domain.programme import OwnField
    from checkin.importing.files.sheet import Row, Sheet
    from checkin.importing.people.headers import Meaning

NAMES: Final = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, FULL_NAME})
"""The contents of columns that name a person."""
_LOOKED_AT: Final = 200
"""The rows below a header whose cells are looked at, to know what their columns hold."""
_FEWEST_HEADERS: Final = 2
_MOST_DATA: Final = 0.34
"""The largest share of addresses and telephone numbers in a header."""


class By(StrEnum):
    """How it is known what a column holds: by its header, by its cells, or because the operator has told it."""

    NAME = "name"
    CONTENT = "content"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its index, from 0, the code of the field that it holds (or `full_name`), and its header."""

    index: int
    field: str
    header: str
    by: By = By.NAME
    is_preferred: bool = False
    """Whether the column is read before others that hold the same field: the number of a mobile phone, say."""


@dataclass(frozen=True)
class Heading:
    """The header of a sheet.

    `row` is the index of the header's last row, counted from 0; it is -1 if the sheet has no header. `columns` are the
    columns that are read, `headers` the headers of all columns in the order of the list, "" for a column without one.
    Several columns may hold one field: in each row the first of them with a text counts, the
    preferred ones first.
    """

    row: int
    columns: tuple[ListColumn, ...]
    headers: tuple[str, ...] = ()
    doubtful: int = -1
    """The index of a row that may be a header whose words nobody knows; -1 if there is none."""

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headers of the columns that are not read."""
        read = {column.index for column in self.columns}
        return tuple(header for index, header in enumerate(self.headers) if header and index not in read)

    @cached_property
    def has_given_name_first(self) -> bool:
        """Whether the column of given names stands before the column of family names."""
        names = [one.field for one in self.columns if one.field in {Field.FAMILY_NAME, Field.GIVEN_NAME}]
        return names[:2] == [Field.GIVEN_NAME, Field.FAMILY_NAME]

    def column_of(self, content: str) -> ListColumn | None:
        """The first column that holds this content; None if there is none."""
        return next((column for column in self.columns if column.field == content), None)

    def header_of(self, content: str) -> str:
        """The header of the first column that holds this content; "" if there is none."""
        return self._headers.get(content, "")

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        return {str(column.field): column.header for column in reversed(self.columns)}


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """What the operator has chosen about the columns of a list.

    `by_header` maps a column's header to the code of the field that the column holds, or to `full_name`, or to None to
    leave the column unread. `constants` maps the code of a field to a value for all rows that have no value of their
    own in this field; a category that the event does not have is no value. `splits` has, by the header of a column of
    whole names, the rule by which the names are divided (`SplitRule`).
    """

    by_header: Mapping[str, str | None] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    splits: Mapping[str, str] = field(default_factory=dict)

    def split_of(self, header: str) -> str:
        """The rule by which the names below this header are divided; "" if the names tell it by themselves."""
        key = search_key(header)
        return next((rule for told, rule in self.splits.items() if search_key(told) == key), "")


def read_choices(texts: Iterable[str], own: Iterable[str] = ()) -> ColumnChoices:
    """Read what the operator has chosen about columns, each choice written as `HEADER=field` or `=field:value`.

    `HEADER=` leaves a column unread. `own` has the codes of the fields that the event's definition adds. CheckinError
    is raised if a choice is written in another way, or names an unknown field.
    """
    by_header: dict[str, str | None] = {}
    constants: dict[str, str] = {}
    codes = tuple(own)
    for text in texts:
        if text.startswith("="):
            name, _, value = text[1:].partition(":")
            constants[_constant_field(name, text, codes)] = value
        else:
            header, separator, name = text.rpartition("=")
            if not separator or not search_key(header):
                raise _unclear(text, (*Field, *codes))
            by_header[header] = content_named(name, text, codes) if name.strip() else None
    return ColumnChoices(by_header, constants)


def content_named(name: str, text: str, own: Iterable[str] = ()) -> str:
    """Return the code of the field that the operator wrote as `name`, or `full_name`.

    If no field has this code, a CheckinError is raised. The error quotes `text`, the operator's whole input.
    """
    key = name.strip().lower()
    known: tuple[str, ...] = (*Field, *own)
    content = next((str(one) for one in (*known, FULL_NAME, COMPANION) if one == key), None)
    if content is None:
        raise _unclear(text, known)
    return content


def _constant_field(name: str, text: str, own: Iterable[str]) -> str:
    content = content_named(name, text, own)
    if content in {FULL_NAME, COMPANION}:
        raise _unclear(text, (*Field, *own))
    return content


def _unclear(text: str, known: Iterable[str]) -> CheckinError:
    fields = ", ".join((*(str(one) for one in known), FULL_NAME, COMPANION))
    return CheckinError(
        f"The column “{text}” is not understood",
        f"Write HEADER=field, or =field:value for a value that all rows share. The fields are {fields}.",
    )


def find_heading(sheet: Sheet, choices: ColumnChoices, own: Iterable[OwnField] = ()) -> Heading | None:
    """Find the header of a sheet: among the first 20 rows, the row in which the most columns are recognised.

    One of these columns must hold a person's name. Returns None if there is no such row. A column with a field that the
    event adds (`own`) is recognised by the field's name in any language. Two neighbouring rows are taken together as
    the header if more columns are recognised in this way.
    """
    codes = _by_name(own)
    best, found = 0, None
    for number, shown, read in _possible(sheet):
        said = _told(shown, choices)
        known = meanings(read, codes)
        contents = {each.content for each in known if each is not None} | {each for each in said if each}
        score = _score(known, said)
        if score > best and not NAMES.isdisjoint(contents) and not _is_data(shown):
            best, found = score, (number, shown, said, known)
    if found is None:
        return None
    number, shown, said, known = found
    return heading_of(sheet, number, shown, known, choices)


def heading_of(
    sheet: Sheet, number: int, headers: Sequence[str], known: Sequence[Meaning | None], choices: ColumnChoices
) -> Heading:
    """The heading in the row with this index, whose headers mean these contents, as the cells below confirm them."""
    said = _told(headers, choices)
    below = sheet.rows[number + 1 : number + 1 + _LOOKED_AT]
    columns = settled(
        [
            None if header_is_told else meaning
            for meaning, header_is_told in zip(known, _is_told(headers, choices), strict=True)
        ],
        [evidence(row[index] for row in below if index < len(row)) for index in range(len(headers))],
        [search_key(header) for header in headers],
    )
    told = tuple(
        ListColumn(index, content, _as_told(headers[index]), By.TOLD)
        for index, content in enumerate(said)
        if content
    )
    taken = {column.field for column in told}
    read = (
        ListColumn(
            index,
            content,
            _as_told(headers[index]),
            By.CONTENT if is_by_cells else By.NAME,
            is_preferred=_is_preferred(headers[index]),
        )
        for index, (content, is_by_cells) in sorted(columns.items())
        if (content not in taken or content == COMPANION)
        and not (FULL_NAME in taken and content == Field.FAMILY_NAME)
    )
    every = sorted((*told, *read), key=lambda column: column.index)
    return Heading(number, tuple(every), tuple(map(_as_told, headers)))


def _is_preferred(header: str) -> bool:
    words = set(list_key(header).split())
    return not (words.isdisjoint(list_words().preferred) and words.isdisjoint(list_words().persons))


def heading_in(sheet: Sheet, number: int, choices: ColumnChoices, own: Iterable[OwnField]) -> Heading:
    """The heading of the table that begins with the row of this index."""
    codes = _by_name(own)
    row = sheet.rows[number]
    return heading_of(sheet, number, row, meanings(row, codes), choices)


def is_further_heading(row: Row, before: Heading, own: Iterable[OwnField]) -> bool:
    """Whether the row begins a further table: most of its texts are headers, and they are not those of the table above.

    `before` is the heading of the table above.
    """
    filled = [text for text in row if text.strip()]
    if len(filled) < _FEWEST_HEADERS or not any(map(is_header, filled[:_FEWEST_HEADERS])):
        return False
    if _is_data(row) or _as_told_all(row) == before.headers:
        return False
    codes = _by_name(own)
    known = [each for each in meanings(row, codes) if each and each.strength >= Strength.WITHOUT_BRACKETS]
    is_named = any(each.content in NAMES for each in known)
    return is_named and len(known) >= _FEWEST_HEADERS and 2 * len(known) > len(filled)


def _by_name(own: Iterable[OwnField]) -> dict[str, str]:
    """The codes of the event's own fields by the keys of their names in all languages."""
    return {list_key(name): one.code for one in own for _, name in one.name.by_language}


def _as_told_all(row: Row) -> tuple[str, ...]:
    return tuple(map(_as_told, row))


def _possible(sheet: Sheet) -> Iterator[tuple[int, Row, Row]]:
    """What may be the header: the index of its last row, the headers as they are shown, and as they are understood."""
    rows = sheet.rows[:SEARCHED_ROWS]
    for number, row in enumerate(rows):
        yield number, row, row
    for number, (upper, lower) in enumerate(pairwise(rows), start=1):
        yield number, *_two_rows(upper, lower)


def _two_rows(upper: Row, lower: Row) -> tuple[Row, Row]:
    """Two rows as one header. A text of the upper row counts also for the columns at its right that only the lower has.

    The lower text is shown, and both are understood, the lower one first.
    """
    width = max(len(upper), len(lower))
    shown, read, over = list[str](), list[str](), ""
    for high, low in zip(
        upper + ("",) * (width - len(upper)), lower + ("",) * (width - len(lower)), strict=True
    ):
        if high.strip():
            over = high
        elif not low.strip():
            over = ""
        shown.append(low if low.strip() else high)
        read.append(f"{over}\n{low}" if low.strip() and over else low or high)
    return tuple(shown), tuple(read)


def _score(known: Sequence[Meaning | None], said: Sequence[str | None]) -> int:
    """How much of a header is understood: two for each content whose whole header is known, one for each other."""
    best: dict[str, int] = {content: 2 for content in said if content}
    for each in known:
        if each is not None:
            worth = 2 if each.strength >= Strength.WITHOUT_BRACKETS else 1
            best[each.content] = max(best.get(each.content, 0), worth)
    return sum(best.values())


def _is_data(row: Row) -> bool:
    filled = [text for text in row if text.strip()]
    data = sum(bool(ADDRESS.search(text)) or is_phone(text) for text in filled)
    return data > _MOST_DATA * len(filled)


def _told(headers: Sequence[str], choices: ColumnChoices) -> list[str | None]:
    said = {search_key(header): content for header, content in choices.by_header.items()}
    return [said.get(search_key(header)) if header.strip() else None for header in headers]


def _is_told(headers: Sequence[str], choices: ColumnChoices) -> list[bool]:
    said = {search_key(header) for header in choices.by_header}
    return [bool(header.strip()) and search_key(header) in said for header in headers]


def _as_told(header: str) -> str:
    return " ".join(header.split())
