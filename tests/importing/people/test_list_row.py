"""A row of a list keeps what is known of it when its texts are put in order."""

from __future__ import annotations

from dataclasses import fields

from checkin.importing.people.heading import Heading
from checkin.importing.people.tables import ListRow


def test_a_row_with_other_texts_keeps_everything_else() -> None:
    row = ListRow(
        "Sheet", 7, Heading(0, ()), {"a": "b"}, "LY Dara", is_hidden=True, is_struck=True, may_be_header=True, guest=1,
        principal=("Sheet", 6, 0), accompanied="SOK", column="Spouse",
    )  # fmt: skip
    other = row.with_texts({"a": "c"})

    assert other.texts == {"a": "c"}
    assert all(
        getattr(other, each.name) == getattr(row, each.name) for each in fields(row) if each.name != "texts"
    )
