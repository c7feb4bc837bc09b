from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.moving import moved
from checkin.domain.programme import Event, EventDescription, LocalText, Session

DESCRIPTION = EventDescription(
    LocalText.of("Forum"), LocalText.of("Phnom Penh"), "Asia/Phnom_Penh", date(2026, 11, 2), date(2026, 11, 3)
)


def a_session(code: str, start: datetime) -> Session:
    return Session(
        code,
        LocalText.of(code),
        "Hall",
        start=start,
        end=start + timedelta(minutes=90),
        doors_open=start - timedelta(minutes=30),
        last_entry=start + timedelta(hours=1),
    )


# 09:00 in Phnom Penh on the first day, 15:00 on the second
OPENING = a_session("opening", datetime(2026, 11, 2, 2, 0, tzinfo=UTC))
CLOSING = a_session("closing", datetime(2026, 11, 3, 8, 0, tzinfo=UTC))
FORUM = Event(DESCRIPTION, {}, {"opening": OPENING, "closing": CLOSING})


def test_all_times_of_a_session_move_alike() -> None:
    later = moved(FORUM, timedelta(hours=5)).sessions["opening"]

    assert later == replace(
        OPENING,
        start=OPENING.start + timedelta(hours=5),
        end=OPENING.end + timedelta(hours=5),
        doors_open=OPENING.doors_open + timedelta(hours=5),
        last_entry=OPENING.last_entry + timedelta(hours=5),
    )


def test_the_days_follow_the_sessions_at_the_venue() -> None:
    # From 09:00 to 01:00 of the day after next, in Phnom Penh; in UTC that is only one day on.
    description = moved(FORUM, timedelta(hours=40)).description

    assert (description.first_day, description.last_day) == (date(2026, 11, 4), date(2026, 11, 5))


def test_the_days_stay_where_the_sessions_keep_to_theirs() -> None:
    assert moved(FORUM, timedelta(hours=5)).description == DESCRIPTION


def test_a_session_pushed_past_midnight_takes_the_last_day_with_it() -> None:
    assert moved(FORUM, timedelta(hours=8)).description.last_day == date(2026, 11, 4)


def test_an_event_without_sessions_moves_by_days() -> None:
    assert moved(Event(DESCRIPTION), timedelta(days=3, hours=23)).description.first_day == date(2026, 11, 5)


@given(st.integers(min_value=-5000, max_value=5000))
def test_moved_there_and_back_by_whole_days_is_the_same_event(days: int) -> None:
    by = timedelta(days=days)

    assert moved(moved(FORUM, by), -by) == FORUM
