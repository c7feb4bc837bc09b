"""What the clocks at the venue show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.clock import day_written, moments_at, shown_at

PARIS = ZoneInfo("Europe/Paris")
ZONES = st.sampled_from(
    [PARIS, ZoneInfo("Asia/Phnom_Penh"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")]
)


@given(st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2030-01-01")), ZONES)
def test_each_moment_is_among_those_at_which_the_clocks_show_its_time(
    moment: datetime, zone: ZoneInfo
) -> None:
    aware = moment.replace(tzinfo=UTC)

    assert aware in moments_at(shown_at(aware, zone), zone)


@given(st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2030-01-01")), ZONES)
def test_at_each_of_the_moments_the_clocks_show_the_time(shown: datetime, zone: ZoneInfo) -> None:
    assert all(shown_at(each, zone) == shown for each in moments_at(shown, zone))


def test_a_time_comes_twice_when_clocks_go_back_and_not_at_all_when_they_go_forward() -> None:
    twice, never = datetime.fromisoformat("2027-10-31T02:30"), datetime.fromisoformat("2027-03-28T02:30")

    assert [f"{each:%H:%M}" for each in moments_at(twice, PARIS)] == ["00:30", "01:30"]
    assert moments_at(never, PARIS) == ()


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("2027-03-01", date(2027, 3, 1)), ("20270301", date(2027, 3, 1)), ("2027/3/1", date(2027, 3, 1)),
        ("1.3.2027", date(2027, 3, 1)), ("01/03/2027", date(2027, 3, 1)), (" 1 3 2027 ", date(2027, 3, 1)),
        ("2027年3月1日", date(2027, 3, 1)), ("២០២៧-០៣-០១", date(2027, 3, 1)), ("03/25/2027", date(2027, 3, 25)),
        ("2027-02-30", None), ("2027-13-01", None), ("2027-03-", None), ("1.3.27", None), ("", None),
        ("0000-01-01", None), ("１/３/２０２７", date(2027, 3, 1)), ("1.3.2027 at 9", None),
    ],
)  # fmt: skip
def test_a_day_is_typed_in_many_ways(text: str, means: date | None) -> None:
    assert day_written(text) == means


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_as_it_is_shown_is_read_as_the_same(shown: date) -> None:
    assert {day_written(f"{shown:{form}}") for form in ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y")} == {
        shown
    }
