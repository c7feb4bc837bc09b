"""Attendance: what stays add up to, clipped to the session, as seen at any moment."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain import attendance as domain_attendance
from checkin.domain.presence import Stay
from checkin.domain.programme import Exits
from tests.domain.examples import INSTANT, NEW_BADGE, a_session, a_stay, at

if TYPE_CHECKING:
    from datetime import datetime

# The opening lasts 90 minutes; its doors open 30 minutes before it.
AFTER = 120
attendance = partial(domain_attendance.attendance, exits=Exits.SCANNED)


@pytest.mark.parametrize(
    ("stays", "now", "minutes"),
    [
        pytest.param([a_stay(0, 90)], AFTER, 90, id="all of it"),
        pytest.param([a_stay(10, 40)], AFTER, 30, id="a part"),
        pytest.param([a_stay(-25, 40)], AFTER, 40, id="came before the start"),
        pytest.param([a_stay(10, 100)], AFTER, 80, id="left after the end"),
        pytest.param([a_stay(-25, 100)], AFTER, 90, id="before the start until after the end"),
        pytest.param([a_stay(-25, -5)], AFTER, 0, id="left before the start"),
        pytest.param([a_stay(95, 100)], AFTER, 0, id="came after the end"),
        pytest.param([a_stay(10, 10)], AFTER, 0, id="in and out at once"),
        pytest.param([a_stay(0, 10), a_stay(20, 30), a_stay(80, 100)], AFTER, 30, id="several stays"),
        pytest.param([a_stay(-25, -5), a_stay(5, 15)], AFTER, 10, id="each stay is clipped by itself"),
        pytest.param([a_stay(10)], 25, 15, id="open, the session running"),
        pytest.param([a_stay(-25)], -5, 0, id="open, the session not begun"),
        pytest.param([a_stay(10)], 5, 0, id="open, seen from a clock behind the door's"),
        pytest.param([a_stay(10)], 90, 80, id="open, at the instant of the end"),
        pytest.param([a_stay(10)], AFTER, 80, id="open, after the end"),
        pytest.param([a_stay(0, 10), a_stay(60)], 70, 20, id="back in, the session running"),
        pytest.param([a_stay(30, 20)], AFTER, 0, id="the clocks disagree"),
        pytest.param(
            [a_stay(30, 20), a_stay(40, 50)], AFTER, 10, id="the clocks disagree about one stay of two"
        ),
    ],
)
def test_minutes_inside(stays: list[Stay], now: float, minutes: float) -> None:
    assert attendance(stays, a_session(), at(now)).minutes == minutes


def test_the_first_entry_and_the_last_exit_stand_as_they_were_scanned() -> None:
    seen = attendance([a_stay(-25, 30), a_stay(40, 100)], a_session(), at(AFTER))

    assert (seen.first_in, seen.last_out) == (at(-25), at(100))


def test_the_first_entry_is_the_earliest_on_the_wall_also_where_the_clocks_disagree() -> None:
    assert attendance([a_stay(20, 30), a_stay(10, 50)], a_session(), at(AFTER)).first_in == at(10)


def test_there_is_no_last_exit_while_the_last_stay_is_open() -> None:
    assert attendance([a_stay(0, 30), a_stay(40)], a_session(), at(AFTER)).last_out is None


@pytest.mark.parametrize(
    ("stay", "now", "assumed"),
    [
        pytest.param(a_stay(10), at(90) - INSTANT, False, id="open, running"),
        pytest.param(a_stay(10), at(90), True, id="open, at the end"),
        pytest.param(a_stay(10), at(AFTER), True, id="open, after the end"),
        pytest.param(a_stay(10, 80), at(AFTER), False, id="left"),
        pytest.param(a_stay(10, 100), at(AFTER), False, id="left after the end"),
    ],
)
def test_an_exit_is_assumed_where_there_was_none_when_the_session_ended(
    stay: Stay, now: datetime, *, assumed: bool
) -> None:
    assert attendance([stay], a_session(), now).assumed is assumed


def test_an_exit_earlier_than_its_entry_is_flagged() -> None:
    session, now = a_session(), at(AFTER)

    assert attendance([a_stay(0, 10), a_stay(30, 20)], session, now).clocks_disagree
    assert not attendance([a_stay(0, 10), a_stay(30, 30)], session, now).clocks_disagree


def test_seconds_are_added_up_exactly_and_rounded_once() -> None:
    thirds = [a_stay(10 * n, 10 * n + 1 / 3) for n in range(3)]
    instants = [a_stay(10 * n, 10 * n + 0.004) for n in range(5)]

    assert attendance(thirds[:1], a_session(), at(AFTER)).minutes == 0.33
    assert attendance(thirds, a_session(), at(AFTER)).minutes == 1
    assert attendance(instants, a_session(), at(AFTER)).minutes == 0.02


moments = st.integers(-30 * 60_000, 120 * 60_000).map(lambda ms: at(0) + timedelta(milliseconds=ms))


@given(st.lists(moments, min_size=1, max_size=9).map(sorted), moments)
def test_nobody_is_inside_longer_than_the_session_has_lasted(times: list[datetime], now: datetime) -> None:
    session = a_session()
    pairs = zip_longest(times[::2], times[1::2])
    seen = attendance([Stay(came, "door 1", NEW_BADGE, left) for came, left in pairs], session, now)
    ended = min(max(now, *times), session.end)

    assert timedelta() <= seen.inside <= max(ended - session.start, timedelta())


@given(st.lists(st.tuples(st.integers(-40, 100), st.none() | st.integers(-40, 200)), min_size=1, max_size=4))
def test_where_exits_are_not_scanned_nothing_is_told_but_the_first_entry(
    pairs: list[tuple[int, int | None]],
) -> None:
    stays = [a_stay(came, left) for came, left in pairs]
    seen = domain_attendance.attendance(stays, a_session(), at(AFTER), Exits.NONE)

    assert seen.first_in == at(min(came for came, _ in pairs))
    assert (seen.last_out, seen.minutes, seen.assumed, seen.clocks_disagree) == (None, None, False, False)
