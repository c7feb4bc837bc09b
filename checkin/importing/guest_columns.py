"""Finds the columns of a sheet of guests: who is meant, and the seat, the answer and the number of persons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.files.sheet import column_letters
from checkin.importing.header_rows import meanings_of_parts, possible_headers, whole_meaning
from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.list_words import list_words
from checkin.text import search_key

if TYPE_CHECKING:
    from checkin.importing.files.sheet import Row, Sheet

SEAT, ANSWER, PERSONS = "seat", "answer", "persons"
_WHO: Final = (Field.REFERENCE, FULL_NAME, Field.NATIVE_NAME, Field.EMAIL)
"""What a column may hold that names a person by itself, the surest first."""
_NAMES: Final = {
    SEAT: (
        "Seat", "Table", "Seat or table", "Seat No", "Table No", "Seat number", "Table number", "Place",
        "Siège", "N° de table", "Numéro de table", "Table ou siège", "Numéro de place",
        "តុ", "កៅអី", "លេខតុ", "លេខកៅអី", "កន្លែងអង្គុយ",
        "座位", "桌", "桌号", "席位",
    ),
    ANSWER: (
        "Answer", "Reply", "RSVP", "Response", "Accepts", "Attendance", "Attending",
        "Réponse", "Présence", "ចម្លើយ", "ការឆ្លើយតប", "答复", "回复",
    ),
    PERSONS: (
        "Persons", "Number of persons", "People", "Number of people", "Guests", "Number of guests", "Pax", "Party",
        "Personnes", "Nombre de personnes", "Nombre", "ចំនួននាក់", "ចំនួនមនុស្ស", "ចំនួន", "人数",
    ),
}  # fmt: skip
_NAMING: Final = frozenset({*map(str, _WHO), str(Field.FAMILY_NAME), str(Field.GIVEN_NAME)})


@cache
def _by_key() -> dict[str, str]:
    """What a header means, by its search key: first the words of lists of guests, then those of lists of people."""
    found = {search_key(name): part for part, names in _NAMES.items() for name in names}
    for words in list_words().columns.values():
        for key, content in words.items():
            if content in _NAMING:
                found.setdefault(key, content)
    return {**found, "guest": FULL_NAME, "invitee": FULL_NAME}


@dataclass(frozen=True, slots=True)
class GuestColumns:
    """The columns of a sheet of guests that are read, by their indexes from 0; None for a column that is missing.

    `header` is the index of the header's last row, -1 if the sheet has no header. `who` are the columns whose texts
    together name the guest, such as a family name and a given name.
    """

    header: int = -1
    who: tuple[int, ...] = (0,)
    seat: int | None = None
    answer: int | None = None
    persons: int | None = None


def guest_columns(sheet: Sheet) -> GuestColumns:
    """Find the columns by the sheet's header: the row, among the first 20, in which the most columns are recognised.

    If there is no such row, the sheet has no header: all its rows are guests, and the first column names the guest.
    """
    best, found = 0, GuestColumns()
    for number, headers in possible_headers(sheet):
        parts: dict[str, int] = {}
        for index, header in enumerate(headers):
            part = _meaning(header)
            if part is not None:
                parts.setdefault(part, index)
        who = _who(parts)
        if who and len(parts) > best:
            best = len(parts)
            found = GuestColumns(number, who, parts.get(SEAT), parts.get(ANSWER), parts.get(PERSONS))
    return found


def names_of_columns(sheet: Sheet, header: int) -> tuple[str, ...]:
    """The name of each column of the sheet: its header or, for a column without a header, its letters, such as “B”."""
    width = max((len(row) for row in sheet.rows), default=0)
    heads: Row = sheet.rows[header] if 0 <= header < len(sheet.rows) else ()
    above: Row = sheet.rows[header - 1] if 0 < header < len(sheet.rows) else ()
    told = (_text(heads, index) or _text(above, index) for index in range(width))
    return tuple(text or column_letters(index) for index, text in enumerate(told))


def _text(row: Row, index: int) -> str:
    return " ".join(row[index].split()) if index < len(row) else ""


def _who(parts: dict[str, int]) -> tuple[int, ...]:
    for field in _WHO:
        if str(field) in parts:
            return (parts[str(field)],)
    names = (parts.get(str(Field.FAMILY_NAME)), parts.get(str(Field.GIVEN_NAME)))
    return tuple(index for index in names if index is not None)


def _meaning(header: str) -> str | None:
    whole = whole_meaning(header, _by_key())
    if whole is not None:
        return whole
    parts = meanings_of_parts(header, _by_key())
    if Field.FAMILY_NAME in parts and Field.GIVEN_NAME in parts:
        return FULL_NAME
    return next((part for part in parts if part is not None), None)
