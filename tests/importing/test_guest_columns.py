"""The columns of a sheet of guests are found by their headers, in several languages."""

from __future__ import annotations

import pytest

from checkin.importing.files.sheet import Sheet
from checkin.importing.guest_columns import GuestColumns, guest_columns, names_of_columns


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((("Reference", "Table", "RSVP", "Pax"),), GuestColumns(0, (0,), 1, 2, 3)),
        ((("Lunch of the ministers",), ("", "Full name", "Seat")), GuestColumns(1, (1,), 2)),
        ((("Given name", "Family name", "Réponse"),), GuestColumns(0, (1, 0), None, 2)),
        ((("ឈ្មោះ", "លេខតុ", "ចំនួននាក់"),), GuestColumns(0, (0,), 1, None, 2)),
        ((("F001",), ("F002",)), GuestColumns()),
        ((("Name", "Ref"),), GuestColumns(0, (1,))),
    ],
)
def test_columns_are_found_by_their_headers(rows: tuple[tuple[str, ...], ...], found: GuestColumns) -> None:
    assert guest_columns(Sheet("", (*rows, ("F001", "T1")))) == found


def test_a_column_without_a_header_is_called_by_its_letters() -> None:
    sheet = Sheet("", (("Name", "", "Table"), ("Sok", "x", "T1", "y")))

    assert names_of_columns(sheet, 0) == ("Name", "B", "Table", "D")
    assert names_of_columns(sheet, -1) == ("A", "B", "C", "D")
