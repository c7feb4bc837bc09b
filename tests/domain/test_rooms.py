"""Rooms as people name them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.programme import Event, EventDescription, LocalText, Room
from checkin.domain.rooms import capacity_of_room, room_for_session, rooms_named, with_room
from tests.desk.random_events import events
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
    assert [capacity_of_room(EVENT, room) for room in (LocalText.of("ball"), GARDEN)] == [300, None]


def test_a_room_is_made_of_a_name_and_the_sessions_there_follow() -> None:
    event, room = with_room(EVENT, GARDEN, 40)

    assert (room, event.rooms["garden"]) == (Room("garden", GARDEN, 40), room)
    assert event.sessions["tea"].room == LocalText.of("garden")
    assert event.sessions["talk"] == EVENT.sessions["talk"]
    assert with_room(event, LocalText.of("JARDIN")) == (event, room)


def test_a_room_without_latin_letters_is_numbered() -> None:
    assert with_room(EVENT, LocalText.of("សួន"))[1].code == "room-1"


@settings(max_examples=30, deadline=None)
@given(events(), st.text(min_size=1).filter(str.strip))
def test_no_session_changes_its_room_when_another_is_made(event: Event, name: str) -> None:
    made, room = with_room(event, LocalText.of(name))

    assert made.rooms[room.code] == room
    named = rooms_named(event, name)
    for session in event.sessions.values():
        was, now = event.room_of(session), made.room_of(made.sessions[session.code])
        assert now == (room.name if str(session.room) in named else was)
