"""Rooms as people name them."""

from __future__ import annotations

from datetime import date

import pytest

from checkin.domain.programme import Event, EventDescription, LocalText, Room
from checkin.domain.rooms import room_for_session, rooms_named
from tests.domain.examples import a_session

GARDEN = LocalText.of({"en": "Garden", "fr": "Jardin"})
EVENT = Event(
    EventDescription(LocalText.of("Forum"), LocalText(), "UTC", date(2026, 9, 14), date(2026, 9, 15)),
    rooms={
        "ball": Room("ball", LocalText.of({"en": "Ballroom", "km": "សាល"}), 300),
        "one": Room("one", LocalText.of("Annex")),
        "two": Room("two", LocalText.of("annex")),
    },
    sessions={
        "tea": a_session(code="tea", room=GARDEN),
        "talk": a_session(code="talk", room=LocalText.of("ball")),
    },
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ball", ("ball",)), ("BALLROOM", ("ball",)), (" Ballroom ", ("ball",)), ("សាល", ("ball",)),
        ("jardin", ("Garden",)), ("Annex", ("one", "two")), ("Terrace", ()), ("", ()),
    ],
)  # fmt: skip
def test_a_room_is_known_by_its_code_or_a_name(text: str, codes: tuple[str, ...]) -> None:
    assert rooms_named(EVENT, text) == codes


def test_a_session_names_a_defined_room_by_its_code_and_another_by_its_name() -> None:
    assert room_for_session(EVENT, "ball") == LocalText.of("ball")
    assert room_for_session(EVENT, "Garden") == GARDEN
