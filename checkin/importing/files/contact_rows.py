"""Puts contacts into the rows of a sheet: a header row, then one row for each contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.importing.files.sheet import Row

_FIRST: Final = (
    "Honorific",
    "Family name",
    "Given name",
    "Name",
    "Suffix",
    "Organisation",
    "Department",
    "Job title",
    "E-mail",
    "Phone",
    "Country",
)


class Contact:
    """The texts of one contact by the headers of their columns; a second phone stands under "Phone 2"."""

    def __init__(self) -> None:
        """Start without a text."""
        self.texts: dict[str, str] = {}

    def add(self, header: str, text: str) -> None:
        """Add a text, unless it is empty or stands there already."""
        text = text.strip()
        number = 1
        column = header
        while column in self.texts and self.texts[column] != text:
            number += 1
            column = f"{header} {number}"
        if text:
            self.texts[column] = text


def rows_of(contacts: Iterable[Contact]) -> list[Row]:
    """Return the header row and the rows of the contacts; a column in which no contact has a text is left out."""
    contacts = list(contacts)
    known = dict.fromkeys(header for contact in contacts for header in contact.texts)
    headers = sorted(known, key=_place)
    return [
        tuple(headers),
        *(tuple(contact.texts.get(header, "") for header in headers) for contact in contacts),
    ]


def _place(header: str) -> tuple[int, str]:
    """Where the column stands: in the usual order, and "Phone 2" beside "Phone"."""
    first = header.rstrip(" 0123456789")
    return (_FIRST.index(first) if first in _FIRST else len(_FIRST), header)
