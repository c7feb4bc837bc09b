"""Copies of a session and of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.clock import shown_at
from checkin.domain.copying import copied_day, copied_session
from checkin.domain.programme import DoorState, Event, EventDescription, LocalText, Session, SessionStatus
from tests.desk.random_events import FIRST_DAY, LAST_DAY, events
from tests.domain.examples import START, a_session

NAMES = ("title", "topic", "theme", "kind", "speakers", "capacity", "re_entry", "doors", "open_to")


def an_event(*sessions: Session, zone: str = "Asia/Phnom_Penh") -> Event:
    description = EventDescription(
        LocalText.of("Forum"), LocalText(), zone, date(2026, 9, 14), date(2026, 9, 16)
    )
    return Event(description, sessions={each.code: each for each in sessions})


def test_a_copy_takes_place_in_its_room_at_its_time_with_a_code_of_its_own() -> None:
    session = a_session(
        status=SessionStatus.CANCELLED,
        withdrawn=True,
        by_hand=DoorState.CLOSED,
        speakers=(LocalText.of("A"),),
    )
    later = START + timedelta(days=1, hours=2)

    copy = copied_session(an_event(session), session, later, LocalText.of("Mekong"))

    assert (copy.code, copy.start, str(copy.room)) == ("opening-2", later, "Mekong")
    assert copy.end - copy.start == session.end - session.start
    assert copy.start - copy.doors_open == session.start - session.doors_open
    assert copy.end - copy.last_entry == session.end - session.last_entry
    assert (copy.takes_place, copy.by_hand, copy.speakers) == (True, None, session.speakers)


def test_a_day_is_copied_without_what_is_cancelled() -> None:
    event = an_event(
        a_session(),
        a_session(code="lunch", start=START + timedelta(hours=3), end=START + timedelta(hours=4)),
        a_session(code="gone", status=SessionStatus.CANCELLED),
        a_session(code="other", start=START + timedelta(days=2), end=START + timedelta(days=2, hours=1)),
    )

    copies = copied_day(event, date(2026, 9, 14), date(2026, 9, 15))

    assert [(each.code, f"{each.start:%d %H:%M}") for each in copies] == [
        ("opening-2", "15 02:00"),
        ("lunch-2", "15 05:00"),
    ]


def test_a_time_that_the_clocks_skip_is_copied_later() -> None:
    at_night = datetime(2027, 3, 27, 1, 30, tzinfo=UTC)  # 02:30 in Paris
    session = a_session(start=at_night, end=at_night + timedelta(hours=1))

    (copy,) = copied_day(an_event(session, zone="Europe/Paris"), date(2027, 3, 27), date(2027, 3, 28))

    assert f"{shown_at(copy.start, ZoneInfo('Europe/Paris')):%d %H:%M}" == "28 03:30"
    assert copy.end - copy.start == timedelta(hours=1)


@settings(max_examples=30, deadline=None)
@given(events(), st.dates(FIRST_DAY, LAST_DAY), st.dates(FIRST_DAY, LAST_DAY))
def test_copies_of_a_day_are_new_sessions_that_say_the_same(event: Event, day: date, other: date) -> None:
    copied = copied_day(event, day, other)
    former = [
        each for each in event.sessions_by_time() if each.takes_place and event.day_of(each.start) == day
    ]

    codes = [*event.sessions, *(each.code for each in copied)]
    assert len({code.casefold() for code in codes}) == len(codes)
    assert [event.day_of(each.start) for each in copied] == [other] * len(former)
    for copy, of in zip(copied, former, strict=True):
        assert all(getattr(copy, name) == getattr(of, name) for name in NAMES)
        assert copy.takes_place
        assert copy.end - of.end == copy.start - of.start == copy.doors_open - of.doors_open
