"""What is typed for the times of a session, and what may not be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.clock import shown_at
from checkin.domain.programme import EventDescription, LocalText
from checkin.domain.session_times import (
    MOST_DAYS,
    SessionTimes,
    TimeFault,
    TimeField,
    days_of,
    is_day_of,
    turn_of,
    wrong_times,
)
from checkin.domain.typed_times import By, TypedTimes, read_times

PARIS = ZoneInfo("Europe/Paris")
DAY = date(2027, 3, 26)
FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)


def there(day: date, hour: int, minute: int = 0, *, turn: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS, fold=turn).astimezone(UTC)


MORNING = SessionTimes.usual(there(DAY, 9), there(DAY, 10, 30))
TYPED = TypedTimes(DAY, time(9))


def shown(moment: datetime) -> str:
    return f"{moment.astimezone(PARIS):%d %H:%M}"


def read(former: SessionTimes = MORNING, typed: TypedTimes = TYPED, **times: object) -> list[str]:
    """The times as they are understood: start, end, doors, last entry; then what is wrong."""
    found = read_times(replace(typed, **times), former, PARIS)
    assert found.times is not None
    all_of_them = (found.times.start, found.times.end, found.times.doors_open, found.times.last_entry)
    return [*map(shown, all_of_them), *(fault.name for _, fault in found.faults)]


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ({}, "26 09:00, 26 10:30, 26 08:30, 26 10:30"),
        ({"start": time(14)}, "26 14:00, 26 15:30, 26 13:30, 26 15:30"),
        ({"day": date(2027, 3, 27)}, "27 09:00, 27 10:30, 27 08:30, 27 10:30"),
        ({"end": time(11)}, "26 09:00, 26 11:00, 26 08:30, 26 11:00"),
        ({"start": time(22), "end": time(1)}, "26 22:00, 27 01:00, 26 21:30, 27 01:00"),
        ({"start": time(22), "end": time(0)}, "26 22:00, 27 00:00, 26 21:30, 27 00:00"),
        ({"start": time(0, 15), "doors_open": time(23, 45)}, "26 00:15, 26 01:45, 25 23:45, 26 01:45"),
        ({"doors_open": time(8), "last_entry": time(9, 15)}, "26 09:00, 26 10:30, 26 08:00, 26 09:15"),
        ({"doors_open": time(9, 10)}, "26 09:00, 26 10:30, 26 09:10, 26 10:30"),
        ({"last_entry": time(8, 55)}, "26 09:00, 26 10:30, 26 08:30, 26 08:55"),
        ({"start": time(23), "end": time(2), "last_entry": time(0, 30)}, "26 23:00, 27 02:00, 26 22:30, 27 00:30"),
        ({"end": time(8, 30)}, "26 09:00, 26 08:30, 26 08:30, 26 08:30, END_NOT_AFTER_START"),
        ({"end": time(9)}, "26 09:00, 26 09:00, 26 08:30, 26 09:00, END_NOT_AFTER_START"),
        ({"last_entry": time(8)}, "26 09:00, 26 10:30, 26 08:30, 26 08:00, LAST_ENTRY_BEFORE_DOORS"),
        ({"last_entry": time(11)}, "26 09:00, 26 10:30, 26 08:30, 26 11:00, LAST_ENTRY_AFTER_END"),
        ({"doors_open": time(11)}, "26 09:00, 26 10:30, 26 11:00, 26 10:30, LAST_ENTRY_BEFORE_DOORS"),
        ({"doors_open": None}, "26 09:00, 26 10:30, 26 08:30, 26 10:30, NO_TIME"),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed: dict[str, object], means: str) -> None:
    assert read(**typed) == means.split(", ")


def test_doors_and_last_entry_of_its_own_move_along_with_the_start_and_can_be_usual_again() -> None:
    own = replace(MORNING, doors_open=there(DAY, 8, 15), last_entry=there(DAY, 9, 10))

    assert read(own, start=time(10)) == ["26 10:00", "26 11:30", "26 09:15", "26 10:10"]
    assert read(own, end=time(11)) == ["26 09:00", "26 11:00", "26 08:15", "26 09:10"]
    assert read(own, doors_open=By.USUAL, last_entry=By.USUAL) == [
        "26 09:00",
        "26 10:30",
        "26 08:30",
        "26 10:30",
    ]


@pytest.mark.parametrize("field", ["start", "end", "doors_open", "last_entry"])
def test_a_time_that_is_none_is_told_at_its_field(field: str) -> None:
    found = read_times(replace(TYPED, **{field: None}), MORNING, PARIS)

    assert found.faults == ((TimeField(field), TimeFault.NO_TIME),)


def test_a_time_that_the_clocks_skip_is_told_at_its_field() -> None:
    for field, typed in (
        (TimeField.START, TypedTimes(FORWARD, time(2, 30))),
        (TimeField.END, TypedTimes(FORWARD, time(1), end=time(2, 30))),
        (TimeField.LAST_ENTRY, TypedTimes(FORWARD, time(1), end=time(4), last_entry=time(2, 30))),
    ):
        assert read_times(typed, MORNING, PARIS).faults == ((field, TimeFault.SKIPPED),)


def test_of_a_time_that_comes_twice_either_can_be_meant() -> None:
    start = [read_times(TypedTimes(BACK, time(2, 30), start_turn=turn), MORNING, PARIS) for turn in (0, 1)]
    end = [
        read_times(TypedTimes(BACK, time(1), end=time(2, 30), end_turn=turn), MORNING, PARIS)
        for turn in (0, 1)
    ]

    assert all(each.start_comes_twice and not each.end_comes_twice for each in start)
    assert all(each.end_comes_twice and not each.start_comes_twice for each in end)
    assert [each.times.start for each in start if each.times] == [
        there(BACK, 2, 30),
        there(BACK, 2, 30, turn=1),
    ]
    assert [each.times.end for each in end if each.times] == [there(BACK, 2, 30), there(BACK, 2, 30, turn=1)]


def test_an_end_that_is_possible_once_only_asks_nothing() -> None:
    found = read_times(TypedTimes(BACK, time(2, 45), end=time(2, 15)), MORNING, PARIS)

    assert found.times is not None
    assert (found.times.end - found.times.start, found.end_comes_twice) == (timedelta(minutes=30), False)


def test_a_session_of_several_days_keeps_its_last_day() -> None:
    exhibition = SessionTimes.usual(there(DAY, 9), there(DAY, 18) + timedelta(days=1))

    assert read(exhibition, end=time(18))[1] == "27 18:00"
    assert read(exhibition, start=time(8))[1] == "27 17:00"


moments = st.datetimes(datetime.fromisoformat("2027-03-26"), datetime.fromisoformat("2027-11-02")).map(
    lambda each: each.replace(tzinfo=UTC)
)
lengths = st.timedeltas(timedelta(minutes=2), timedelta(hours=11))


@settings(max_examples=200)
@given(moments, lengths, st.timedeltas(timedelta(0), timedelta(hours=3)), st.floats(0, 1))
def test_what_is_typed_as_it_is_shown_keeps_each_time_to_the_second(
    start: datetime, length: timedelta, before: timedelta, share: float
) -> None:
    doors = start - before
    times = SessionTimes(start, start + length, doors, doors + (start + length - doors) * share)
    clock = shown_at(start, PARIS).replace(second=0, microsecond=0)
    end = shown_at(times.end, PARIS).replace(second=0, microsecond=0)

    for typed in (By.MOVING, end.time()):
        known = TypedTimes(
            clock.date(),
            clock.time(),
            end=typed,
            start_turn=turn_of(start, PARIS),
            end_turn=turn_of(times.end, PARIS),
        )
        assert read_times(known, times, PARIS).times == times


@settings(max_examples=200)
@given(
    st.dates(DAY, date(2027, 11, 2)),
    st.times(),
    st.none() | st.times(),
    st.none() | st.times(),
    st.none() | st.times(),
)
def test_what_is_found_without_a_fault_can_be_kept(
    day: date, start: time, end: time | None, doors: time | None, last: time | None
) -> None:
    typed = TypedTimes(
        day, _minute(start), *(By.MOVING if each is None else _minute(each) for each in (end, doors, last))
    )

    found = read_times(typed, MORNING, PARIS)

    assert (found.times is None) <= bool(found.faults)
    if found.times is not None and not found.faults:
        assert found.times.start < found.times.end
        assert found.times.doors_open <= found.times.last_entry <= found.times.end
        assert shown_at(found.times.start, PARIS) == datetime.combine(day, _minute(start))
        assert not list(wrong_times(found.times))
    for typed_time, moment in zip((end, doors, last), (found.times.end, found.times.doors_open, found.times.last_entry)
                                  if found.times else (), strict=False):  # fmt: skip
        told = {field for field, _ in found.faults}
        if typed_time is not None and not told:
            assert shown_at(moment, PARIS).time() == _minute(typed_time)


def _minute(shown_time: time) -> time:
    return shown_time.replace(second=0, microsecond=0)


def test_a_session_starts_on_a_day_of_the_event() -> None:
    event = EventDescription(LocalText.of("Forum"), LocalText(), "Europe/Paris", DAY, date(2027, 3, 27))
    days = [date(2027, 3, 25), DAY, date(2027, 3, 27), date(2027, 3, 28)]

    assert [is_day_of(event, day) for day in days] == [False, True, True, False]
    assert days_of(event) == (DAY, date(2027, 3, 27))
    assert len(days_of(replace(event, last_day=date(2127, 3, 27)))) == MOST_DAYS
