"""The programme: which door is open now, who is admitted, and texts in several languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.programme import (
    Category,
    Event,
    EventDescription,
    Exits,
    LocalText,
    NotArrived,
    Policy,
    Room,
    Session,
    SessionStatus,
)
from tests.domain.examples import DOORS_OPEN, INSTANT, LAST_ENTRY, START, a_session, at

if TYPE_CHECKING:
    from datetime import datetime

OPENING = a_session()
TOPICS = [
    a_session(code=code, room=room, start=at(120), end=at(210), doors_open=at(90), last_entry=at(150))
    for code, room in (("topic-2", "B"), ("topic-1", "A"))
]
CLOSING = a_session(code="closing", start=at(240), end=at(300), doors_open=at(140), last_entry=at(300))
DESCRIPTION = EventDescription(
    title=LocalText.of("Forum"),
    venue=LocalText.of("Palace"),
    zone="Asia/Phnom_Penh",
    first_day=date(2026, 9, 14),
    last_day=date(2026, 9, 15),
)


def an_event(*sessions: Session) -> Event:
    """The forum with these sessions, for participants, who count, and staff, who do not."""
    categories = [
        Category("P", "P", LocalText.of("Participant")),
        Category("S", "S", LocalText.of("Staff"), counts=False),
    ]
    return Event(
        DESCRIPTION,
        {category.code: category for category in categories},
        {session.code: session for session in sessions},
    )


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        pytest.param("Forum", "km", "Forum", id="the same in all languages"),
        pytest.param({"en": "Forum", "km": "វេទិកា"}, "km", "វេទិកា", id="in the language wanted"),
        pytest.param({"km": "វេទិកា", "en": "Forum"}, "fr", "Forum", id="else in English"),
        pytest.param({"km": "វេទិកា", "fr": "Le forum"}, "de", "Le forum", id="else the first by its code"),
        pytest.param({}, "en", "", id="else nothing"),
        pytest.param("", "en", "", id="an empty text"),
    ],
)
def test_a_text_is_given_in_the_language_wanted(
    text: str | dict[str, str], language: str, words: str
) -> None:
    assert LocalText.of(text).in_language(language) == words


def test_a_text_is_english_unless_told_otherwise() -> None:
    assert str(LocalText.of({"fr": "Le forum", "en": "Forum"})) == "Forum"
    assert LocalText() == LocalText.of({})


@pytest.mark.parametrize(
    ("now", "are_open"),
    [
        (DOORS_OPEN - INSTANT, False),
        (DOORS_OPEN, True),
        (START, True),
        (LAST_ENTRY, True),
        (LAST_ENTRY + INSTANT, False),
    ],
)
def test_doors_are_open_from_one_limit_to_the_other(now: datetime, *, are_open: bool) -> None:
    assert OPENING.doors_are_open(now) is are_open
    assert not a_session(status=SessionStatus.CANCELLED).doors_are_open(now)


def test_the_name_of_a_room_is_that_of_its_definition_or_the_text_of_its_sessions() -> None:
    hall = Room("hall", LocalText.of({"en": "Hall", "km": "សាលធំ"}))
    event = an_event(a_session(room=LocalText.of("hall")), a_session(code="talk", room=LocalText.of("Bayon")))
    event = replace(event, rooms={"hall": hall, "attic": Room("attic", LocalText.of("Attic"))})

    assert event.names_of_rooms() == {
        "hall": hall.name,
        "attic": LocalText.of("Attic"),
        "Bayon": LocalText.of("Bayon"),
    }


def test_a_session_is_open_to_all_or_to_the_categories_that_it_names() -> None:
    assert OPENING.admits("P")
    assert a_session(open_to=frozenset("PG")).admits("P")
    assert not a_session(open_to=frozenset("G")).admits("P")
    assert not a_session(open_to=frozenset()).admits("P")


def test_a_session_is_open_to_all_with_re_entry_and_without_a_limit_unless_told_otherwise() -> None:
    assert OPENING.open_to is None
    assert OPENING.re_entry
    assert OPENING.capacity is None
    assert OPENING.status is SessionStatus.PLANNED


def test_sessions_are_listed_by_start_then_room() -> None:
    listed = an_event(CLOSING, *TOPICS, OPENING).sessions_by_time()

    assert [session.code for session in listed] == ["opening", "topic-1", "topic-2", "closing"]


def test_staff_does_not_count_and_a_category_that_has_not_come_in_does() -> None:
    event = an_event()

    assert event.counts("P")
    assert not event.counts("S")
    assert event.counts("X")


def test_an_event_lives_in_its_venues_zone_by_its_own_policy() -> None:
    event = an_event()

    assert event.zone == ZoneInfo("Asia/Phnom_Penh")
    assert event.policy == Policy(NotArrived.ADMIT, Exits.NONE)
