"""Names typed in a hurry get the capitals with which they are printed."""

from __future__ import annotations

import pytest

from checkin.text import are_in_capitals, family_name_with_capitals, name_with_capitals


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("sopheap", "Sopheap"), ("SOPHEAP", "Sopheap"), ("jean-pierre", "Jean-Pierre"), ("van an", "Van An"),
        ("éric", "Éric"), ("o'neil", "O'Neil"), ("McArthur", "McArthur"), ("JeanPierre", "JeanPierre"),
        ("សុភាព", "សុភាព"), ("", ""),
    ],
)  # fmt: skip
def test_a_given_name_begins_with_capitals_and_a_mixed_one_stays(typed: str, printed: str) -> None:
    assert name_with_capitals(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed", "all_capitals"),
    [("sok", "SOK", True), ("Sok", "SOK", True), ("sok", "Sok", False), ("o'brien", "O'BRIEN", True),
     ("o'brien", "O'Brien", False), ("MacDonald", "MacDonald", False)],
)  # fmt: skip
def test_a_family_name_is_written_as_the_event_writes_it(
    typed: str, printed: str, *, all_capitals: bool
) -> None:
    assert family_name_with_capitals(typed, all_capitals=all_capitals) == printed


def test_most_names_tell_how_they_are_written() -> None:
    assert are_in_capitals(["SOK", "Chea", "KEM", "李", "X"])
    assert not are_in_capitals(["Sok", "CHEA", "Kem", "សុខ"])
    assert are_in_capitals([])
    assert are_in_capitals(["李"])
