"""Sessions are moved, stretched and copied, and the times of their doors go along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.programme import (
    Event,
    EventDescription,
    LocalText,
    Session,
    SessionStatus,
    default_doors_open,
)
from checkin.domain.rearranging import (
    STEP,
    at_venue,
    begun_at,
    copy_after,
    day_copied,
    ended_at,
    in_room,
    next_start,
    shifted,
)

START = datetime(2027, 3, 26, 8, 0, tzinfo=UTC)
"""09:00 in Paris; two days later the clocks there are put forward."""


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


OPENING = Session(
    "opening", LocalText.of("Opening"), LocalText.of("hall"),
    START, START + minutes(60), START - minutes(30), START + minutes(60),
)  # fmt: skip
TALK = replace(OPENING, code="talk", doors_open=START - minutes(10), last_entry=START + minutes(20))
"""A session whose doors open and close at times of its own."""


def an_event(*sessions: Session) -> Event:
    about = EventDescription(
        LocalText.of("Forum"), LocalText.of("Hotel"), "Europe/Paris", date(2027, 3, 26), date(2027, 3, 29)
    )
    return Event(about, sessions={each.code: each for each in sessions})


def doors(session: Session) -> tuple[int, int]:
    """When the doors open before the start, and the last entry after the start, in minutes."""
    return (
        (session.start - session.doors_open) // minutes(1),
        (session.last_entry - session.start) // minutes(1),
    )


@pytest.mark.parametrize("session", [OPENING, TALK])
def test_a_session_that_is_moved_takes_its_doors_along(session: Session) -> None:
    later = shifted(session, minutes(25))

    assert (later.start, later.end) == (START + minutes(25), START + minutes(85))
    assert doors(later) == doors(session)


def test_the_doors_open_earlier_when_the_session_begins_earlier_and_the_last_entry_stays() -> None:
    earlier, talk = begun_at(OPENING, START - minutes(15)), begun_at(TALK, START - minutes(15))

    assert earlier.doors_open == default_doors_open(earlier.start)
    assert (talk.doors_open, talk.last_entry) == (TALK.doors_open - minutes(15), TALK.last_entry)
    assert (earlier.end, earlier.last_entry) == (OPENING.end, OPENING.end)


def test_the_last_entry_at_the_end_goes_with_the_end_and_another_one_stays() -> None:
    longer, talk = ended_at(OPENING, OPENING.end + minutes(30)), ended_at(TALK, TALK.end + minutes(30))

    assert longer.last_entry == longer.end
    assert talk.last_entry == TALK.last_entry
    assert ended_at(TALK, START + minutes(10)).last_entry == START + minutes(10)


@given(st.integers(-600, 600), st.booleans())
def test_a_session_is_never_shorter_than_a_step(by: int, is_end: bool) -> None:  # noqa: FBT001 - drawn
    stretched = ended_at(TALK, TALK.end + minutes(by)) if is_end else begun_at(TALK, TALK.start + minutes(by))

    assert stretched.end - stretched.start >= STEP
    assert stretched.last_entry <= max(stretched.end, TALK.last_entry)


def test_a_session_that_is_shorter_than_a_step_is_not_made_longer_by_the_way() -> None:
    short = replace(OPENING, end=START + minutes(2), last_entry=START + minutes(2))

    assert ended_at(short, START) == short
    assert begun_at(short, START + minutes(9)) == short


def test_a_session_goes_into_another_room_and_keeps_the_words_of_its_own() -> None:
    here = replace(OPENING, room=LocalText.of({"en": "Hall", "fr": "Salle"}))

    assert in_room(here, LocalText.of("Hall")) is here
    assert in_room(here, LocalText.of("garden")).room == LocalText.of("garden")
    assert not in_room(here, LocalText()).room


def test_a_copy_follows_the_session_under_a_code_of_its_own() -> None:
    cancelled = replace(TALK, status=SessionStatus.CANCELLED)
    copy = copy_after(an_event(cancelled, replace(TALK, code="talk-2")), cancelled)

    assert (copy.code, copy.start, copy.end) == ("talk-3", TALK.end, TALK.end + minutes(60))
    assert doors(copy) == doors(TALK)
    assert copy.takes_place


def test_a_day_is_copied_with_its_times_on_the_venues_clock_also_over_a_change_of_the_clocks() -> None:
    gone = replace(OPENING, code="gone", withdrawn=True)
    event = an_event(OPENING, TALK, gone, shifted(replace(OPENING, code="next"), timedelta(days=1)))

    copies = day_copied(event, date(2027, 3, 26), date(2027, 3, 28))

    assert [each.code for each in copies] == ["opening-2", "talk-2"]
    assert all(each.start.astimezone(event.zone).strftime("%d %H:%M") == "28 09:00" for each in copies)
    assert [doors(each) for each in copies] == [doors(OPENING), doors(TALK)]
    assert at_venue(event, date(2027, 3, 28), 9) == copies[0].start


def test_a_copy_is_no_entry_of_the_calendar_from_which_the_session_came() -> None:
    event = an_event(replace(TALK, uid="talk@calendar.example"))
    talk = event.sessions["talk"]
    day = event.day_of(talk.start)

    assert copy_after(event, talk).uid == ""
    assert [each.uid for each in day_copied(event, day, day + timedelta(days=1))] == [""]


def test_a_further_session_of_a_day_begins_when_the_last_one_ends_or_at_nine() -> None:
    day = date(2027, 3, 26)
    evening = replace(OPENING, code="evening", start=START + minutes(600), end=START + minutes(720))
    night = replace(OPENING, code="night", start=START + minutes(780), end=START + minutes(1020))
    later = replace(OPENING, code="later", start=START + minutes(2880), end=START + minutes(2890))
    event = an_event(evening, OPENING, night, later)

    assert next_start(event, day) == evening.end
    assert next_start(event, day + timedelta(days=1)) == at_venue(event, day + timedelta(days=1), 9)
