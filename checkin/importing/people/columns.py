"""Finds which column of a list holds which field, by the list's header row and by the operator's choices.

There may be title rows above the header row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from checkin.domain.delegates import Field
from checkin.errors import CheckinError
from checkin.importing.people.synonyms import COLUMN_NAMES, FULL_NAME
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checkin.domain.programme import OwnField
    from checkin.importing.files.sheet import Row, Sheet

SEARCHED_ROWS: Final = 20


class WholeName(Enum):
    """The content of a column that holds a person's full name in one text, instead of the value of one field."""

    FULL_NAME = "full_name"


Content: TypeAlias = str | WholeName
"""What a column holds: the code of a field (one that the event adds is possible too), or `WholeName.FULL_NAME`."""

_NAMES: Final = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, WholeName.FULL_NAME})
_BRACKETS: Final = re.compile(r"\(.*?\)|\[.*?\]")
_LONGEST_HEADER: Final = 300
"""A longer text is no header. To look for brackets in a text takes time that grows with the square of its length."""
_Meaning = TypeVar("_Meaning")
_PARTS: Final = re.compile(r"[/|\n;,()\[\]:–—-]")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its index, from 0, the code of the field that it holds, and its header as text."""

    index: int
    field: str
    header: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The header of a sheet.

    `row` is the index of the header's last row, counted from 0. `columns` are the columns that are read, `headers` the
    headers of all columns in the order of the list, "" for a column without one.
    """

    row: int
    columns: tuple[ListColumn, ...]
    headers: tuple[str, ...] = ()

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headers of the columns that are not read."""
        read = {column.index for column in self.columns}
        return tuple(header for index, header in enumerate(self.headers) if header and index not in read)

    @property
    def has_given_name_first(self) -> bool:
        """Whether the column of given names stands before the column of family names."""
        names = [one.field for one in self.columns if one.field in {Field.FAMILY_NAME, Field.GIVEN_NAME}]
        return names == [Field.GIVEN_NAME, Field.FAMILY_NAME]


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """What the operator has chosen about the columns of a list.

    `by_header` maps a column's header to what the column holds: a field or the full name, or None to leave the column
    unread. `constants` maps the code of a field to a value for all rows that have no value of their own in this field;
    a category that the event does not have is no value.
    """

    by_header: Mapping[str, Content | None] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


def read_choices(texts: Iterable[str], own: Iterable[str] = ()) -> ColumnChoices:
    """Read what the operator has chosen about columns, each choice written as `HEADER=field` or `=field:value`.

    `HEADER=` leaves a column unread. `own` has the codes of the fields that the event's definition adds. CheckinError
    is raised if a choice is written in another way, or names an unknown field.
    """
    by_header: dict[str, Content | None] = {}
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


def content_named(name: str, text: str, own: Iterable[str] = ()) -> Content:
    """Return the code of the field that the operator wrote as `name`, or `WholeName.FULL_NAME` for "full_name".

    If no field has this code, a CheckinError is raised. The error quotes `text`, the operator's whole input.
    """
    key = name.strip().lower()
    if key == WholeName.FULL_NAME.value:
        return WholeName.FULL_NAME
    known: tuple[str, ...] = (*Field, *own)
    content = next((one for one in known if one == key), None)
    if content is None:
        raise _unclear(text, known)
    return content


def _constant_field(name: str, text: str, own: Iterable[str]) -> str:
    content = content_named(name, text, own)
    if isinstance(content, WholeName):
        raise _unclear(text, (*Field, *own))
    return content


def _unclear(text: str, known: Iterable[str]) -> CheckinError:
    fields = ", ".join((*(str(one) for one in known), *(one.value for one in WholeName)))
    return CheckinError(
        f"The column “{text}” is not understood",
        f"Write HEADER=field, or =field:value for a value that all rows share. The fields are {fields}.",
    )


def find_heading(sheet: Sheet, choices: ColumnChoices, own: Iterable[OwnField] = ()) -> Heading | None:
    """Find the header of a sheet: among the first 20 rows, the row in which the most columns are recognised.

    One of these columns must hold a person's name. Returns None if there is no such row. A column with a field that the
    event adds (`own`) is recognised by the field's name in any language. Two neighbouring rows are taken together as
    the header if more columns are recognised in this way; where both rows have a text, the lower text counts.
    """
    best, found = 0, None
    by_key = {**_BY_KEY, **{search_key(name): one.code for one in own for _, name in one.name.by_language}}
    for number, headers in possible_headers(sheet):
        contents = _contents(headers, choices, by_key)
        if len(contents) > best and not _NAMES.isdisjoint(contents):
            best, found = len(contents), _heading(number, headers, contents)
    return found


def possible_headers(sheet: Sheet) -> Iterator[tuple[int, Row]]:
    """Yield what may be the header of a sheet: each of the first 20 rows, then each two neighbouring rows as one.

    The number is the index of the header's last row. Where both of two rows have a text, the lower text counts.
    """
    rows = sheet.rows[:SEARCHED_ROWS]
    yield from enumerate(rows)
    yield from ((number, _two_rows(*pair)) for number, pair in enumerate(pairwise(rows), start=1))


def _two_rows(upper: Row, lower: Row) -> Row:
    width = max(len(upper), len(lower))
    above = upper + ("",) * (width - len(upper))
    below = lower + ("",) * (width - len(lower))
    return tuple(low if low.strip() else high for high, low in zip(above, below, strict=True))


def _contents(headers: Row, choices: ColumnChoices, by_key: Mapping[str, Content]) -> dict[Content, int]:
    """The index of the column for each field, or whole name, that is found in the headers.

    It is the first column to which the operator gave the field; if there is none, the first with a known header. Where
    the operator has told which column holds the full name, no other is taken for the family name.
    """
    said = {search_key(header): content for header, content in choices.by_header.items()}
    contents: dict[Content, int] = {}
    for index, header in enumerate(headers):
        if (content := said.get(search_key(header))) is not None:
            contents.setdefault(content, index)
    has_full_name = WholeName.FULL_NAME in contents
    for index, header in enumerate(headers):
        recognised = None if search_key(header) in said else _recognised(header, by_key)
        if recognised is not None and not (has_full_name and recognised == Field.FAMILY_NAME):
            contents.setdefault(recognised, index)
    return contents


def _heading(row: int, headers: Row, contents: dict[Content, int]) -> Heading:
    columns = []
    for content, index in sorted(contents.items(), key=lambda one: one[1]):
        if not isinstance(content, WholeName):
            columns.append(ListColumn(index, content, _as_told(headers[index])))
        elif Field.FAMILY_NAME not in contents:
            columns.append(ListColumn(index, Field.FAMILY_NAME, _as_told(headers[index])))
    return Heading(row, tuple(columns), tuple(map(_as_told, headers)))


def _as_told(header: str) -> str:
    return " ".join(header.split())


def _recognised(header: str, by_key: Mapping[str, Content]) -> Content | None:
    """The field, or the whole name, that the header stands for; None if it stands for none.

    The whole header is looked up first, then the header without its brackets, then each part of the header.
    """
    if (content := whole_meaning(header, by_key)) is not None:
        return content
    parts = meanings_of_parts(header, by_key)
    if Field.FAMILY_NAME in parts and Field.GIVEN_NAME in parts:
        return WholeName.FULL_NAME
    return next((part for part in parts if part is not None), None)


def whole_meaning(header: str, by_key: Mapping[str, _Meaning]) -> _Meaning | None:
    """What the whole header stands for, or else the header without its brackets; None if it stands for nothing.

    `by_key` has the meanings by the search key of the words.
    """
    if not _may_be_header(header):
        return None
    texts = (header, _BRACKETS.sub(" ", header))
    return next((by_key[key] for text in texts if (key := search_key(text)) in by_key), None)


def meanings_of_parts(header: str, by_key: Mapping[str, _Meaning]) -> list[_Meaning | None]:
    """What each part of the header stands for, None for a part that stands for nothing. A stroke divides two parts."""
    return [by_key.get(search_key(part)) for part in _PARTS.split(header)] if _may_be_header(header) else []


def _may_be_header(header: str) -> bool:
    return bool(header.strip()) and len(header) <= _LONGEST_HEADER


_BY_KEY: Final[Mapping[str, Content]] = {
    **{search_key(name): WholeName.FULL_NAME for name in FULL_NAME},
    **{search_key(name): one for one, names in COLUMN_NAMES.items() for name in (one.value, *names)},
}
