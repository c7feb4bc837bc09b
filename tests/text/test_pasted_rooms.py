"""Rooms are read out of a pasted list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.domain.programme import LocalText, Room
from checkin.text.pasted_rooms import read_pasted_rooms

BALLROOM = Room("ballroom", LocalText.of({"en": "Ballroom", "fr": "Grande salle"}), 200)


@pytest.mark.parametrize(
    "line",
    ["Great Hall (300)", "Great Hall; 300", "Great Hall\t300", "Great  Hall (300 seats)", "Great Hall；៣០០"],
)
def test_a_room_is_read_with_its_capacity(line: str) -> None:
    read = read_pasted_rooms(f"\n{line}\n", [BALLROOM], ("en", "fr"))

    assert read.new == (Room("Great Hall", LocalText.of({"en": "Great Hall"}), 300),)
    assert (read.changed, read.wrong_line) == ((), 0)


def test_a_line_with_a_known_room_changes_the_room_and_others_may_have_no_capacity() -> None:
    read = read_pasted_rooms("grande salle (250)\nRoom 2; Salle 2", [BALLROOM], ("en", "fr"))

    assert read.changed == (replace(BALLROOM, capacity=250),)
    assert read.new == (Room("Room 2", LocalText.of({"en": "Room 2", "fr": "Salle 2"})),)


@pytest.mark.parametrize(
    ("text", "line"), [("Hall\n(300)", 2), ("Hall\n\nhall", 3), ("Ballroom\nballroom; 9", 2)]
)
def test_a_line_without_a_name_or_with_a_room_of_another_line_is_wrong(text: str, line: int) -> None:
    assert read_pasted_rooms(text, [BALLROOM], ("en",)).wrong_line == line
