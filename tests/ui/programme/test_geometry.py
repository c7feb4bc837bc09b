"""Times become heights and heights times, and no session covers another."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.programme import Event, EventDescription, LocalText, Room, Session
from checkin.domain.rearranging import STEP
from checkin.ui.programme.geometry import (
    Lane,
    box_of,
    days_shown,
    lanes_of,
    rooms_of,
    scale_of,
    sessions_on,
)
from tests.desk.random_events import events

if TYPE_CHECKING:
    from checkin.ui.programme.geometry import Box

PARIS = EventDescription(
    LocalText.of("Forum"), LocalText.of("Hotel"), "Europe/Paris", date(2027, 3, 26), date(2027, 3, 29)
)
EMPTY = Event(PARIS)
dots = st.floats(0.5, 6)
days = st.dates(date(2027, 1, 1), date(2027, 12, 31))


def a_session(code: str, start: datetime, minutes: int, room: str = "") -> Session:
    end = start + timedelta(minutes=minutes)
    return Session(code, LocalText.of(code), LocalText.of(room), start, end, start, end)


@given(days, dots, st.integers(0, 12 * 23))
def test_a_time_is_found_again_at_its_height(day: date, a_minute: float, steps: int) -> None:
    scale = scale_of(EMPTY, day, (), a_minute)
    moment = scale.begin + STEP * steps

    assert scale.moment_at(scale.y_of(moment)) == moment


@given(days, dots, st.integers(0, 8000))
def test_a_height_is_found_again_to_half_a_step(day: date, a_minute: float, y: int) -> None:
    scale = scale_of(EMPTY, day, (), a_minute)

    assert abs(scale.y_of(scale.moment_at(y)) - y) <= 2.5 * a_minute + 1
    assert (scale.moment_at(y) - scale.begin) % STEP == timedelta()


def test_a_day_on_which_the_clocks_are_changed_has_as_many_hours_as_it_has() -> None:
    hours = [
        len(list(scale_of(EMPTY, date(2027, *day), (), 1).hours())) for day in ((3, 27), (3, 28), (10, 31))
    ]

    assert hours == [24, 23, 25]


def test_a_day_goes_on_until_its_last_session_has_ended() -> None:
    late = a_session("gala", datetime(2027, 3, 26, 21, 0, tzinfo=UTC), 240)

    assert scale_of(EMPTY, date(2027, 3, 26), [late], 1).height == 26 * 60


sessions = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=12
).map(lambda times: [
    a_session(f"s{number}", datetime(2027, 3, 26, 1, tzinfo=UTC) + STEP * start, 5 * length)
    for number, (start, length) in enumerate(times)
])  # fmt: skip


@given(sessions, dots, st.integers(40, 400))
def test_sessions_of_one_room_never_cover_each_other(
    known: list[Session], a_minute: float, width: int
) -> None:
    scale, lanes = scale_of(EMPTY, date(2027, 3, 26), known, a_minute), lanes_of(known)
    boxes = {each.code: box_of(each, scale, 0, width, lanes[each.code]) for each in known}

    for one, other in combinations(known, 2):
        assert not _overlap(boxes[one.code], boxes[other.code])
    for each in known:
        if not any(
            each is not other and each.start < other.end and other.start < each.end for other in known
        ):
            assert lanes[each.code] == Lane()


@given(sessions, dots)
def test_sessions_at_different_times_are_one_below_the_other(known: list[Session], a_minute: float) -> None:
    scale = scale_of(EMPTY, date(2027, 3, 26), known, a_minute)

    for one, other in combinations(known, 2):
        if one.end <= other.start:
            first, then = (box_of(each, scale, 0, 100, Lane()) for each in (one, other))
            assert first.top + first.height <= then.top


def _overlap(one: Box, other: Box) -> bool:
    side = one.left < other.left + other.width and other.left < one.left + one.width
    return side and one.top < other.top + other.height and other.top < one.top + one.height


@given(events())
def test_each_session_of_the_programme_stands_on_one_day_and_in_one_room(event: Event) -> None:
    on_days = [session.code for day in days_shown(event) for session in sessions_on(event, day)]
    rooms = [str(room) for room in rooms_of(event)]

    assert sorted(on_days) == sorted(each.code for each in event.sessions.values() if not each.withdrawn)
    assert len(set(rooms)) == len(rooms) > 0
    assert {str(each.room) for each in event.sessions_by_time()} <= set(rooms)
    assert set(event.rooms) <= set(rooms)


def test_the_place_without_a_room_is_there_only_where_it_is_needed() -> None:
    start = datetime(2027, 3, 26, 8, tzinfo=UTC)
    hall = {"hall": Room("hall", LocalText.of("Hall"))}
    in_hall, nowhere = a_session("a", start, 60, "hall"), a_session("b", start, 60)

    assert [str(room) for room in rooms_of(EMPTY)] == [""]
    assert [str(room) for room in rooms_of(Event(PARIS, rooms=hall, sessions={"a": in_hall}))] == ["hall"]
    both = Event(PARIS, rooms=hall, sessions={"a": in_hall, "b": nowhere})
    assert [str(room) for room in rooms_of(both)] == ["hall", ""]
