"""Days and times as organisers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.clock import day_written
from checkin.domain.rejections import RejectReason
from checkin.importing.days import DaySpan, day_typed, find_day
from checkin.importing.times_of_day import TimeSpan, read_line, read_moment, read_span, read_typed

DAYS = DaySpan(date(2027, 3, 26), date(2027, 3, 29))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09:00–10:30", "09:00", "10:30"),
        ("9h30", "09:30", None),
        ("9 h 30", "09:30", None),
        ("14h", "14:00", None),
        ("9.30 am", "09:30", None),
        ("9.00 a.m. - 10.30 a.m.", "09:00", "10:30"),
        ("14:00-15:30", "14:00", "15:30"),
        ("9–10.30 am", "09:00", "10:30"),
        ("2-4 pm", "14:00", "16:00"),
        ("11-1 pm", "11:00", "13:00"),
        ("12-2 pm", "12:00", "14:00"),
        ("2pm-4", "14:00", "16:00"),
        ("10 pm - 1", "22:00", "01:00"),
        ("12 am", "00:00", None),
        ("de 9h à 10h30", "09:00", "10:30"),
        ("from 9:00 to 10:30", "09:00", "10:30"),
        ("9:00 - 12 noon", "09:00", "12:00"),
        ("midi", "12:00", None),
        ("22:00-24:00", "22:00", "00:00"),
        ("0900-1030", "09:00", "10:30"),
        ("0900", "09:00", None),
        ("09:00:00", "09:00", None),
        ("ម៉ោង ៩:០០ ដល់ ១០:៣០ ព្រឹក", "09:00", "10:30"),
        ("ម៉ោង ២:០០ រសៀល", "14:00", None),
        ("上午9:00-10:30", "09:00", "10:30"),
        ("下午2点30分", "14:30", None),
        ("9点半", "09:30", None),
        ("９：００－１０：３０", "09:00", "10:30"),
    ],
)
def test_a_time_is_read_in_every_usual_form(text: str, start: str, end: str | None) -> None:
    assert read_span(text) == TimeSpan(time.fromisoformat(start), time.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    "text", ["Opening", "25:00", "9:75", "09:00-", "09:00 Opening", "", "12.03.2027", "10:30-27"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_span(text) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("09:00–10:30 Opening (Ballroom)", "Opening (Ballroom)"),
        ("9h30 : Discours d’ouverture", ": Discours d’ouverture"),
        ("ម៉ោង ៩:០០-១០:៣០ ពិធីបើក", "ពិធីបើក"),
        ("10:30 am Coffee", "Coffee"),
        ("上午9:00-10:30 开幕式", "开幕式"),
    ],
)
def test_a_line_keeps_what_stands_behind_its_time(line: str, rest: str) -> None:
    found = read_line(line)

    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize("line", ["3 Speakers", "1. Opening", "12.03.2027 Opening", "2 - 4 chairs"])
def test_a_bare_number_begins_no_line_of_an_agenda(line: str) -> None:
    assert read_line(line) is None


def test_a_long_line_is_read_quickly_and_whole() -> None:
    found = read_line("09:00 " + "ក" * 30_000)

    assert found is not None
    assert len(found.rest) == 30_000


TYPED = (
    "%Y-%m-%d",
    "%Y%m%d",
    "%Y/%m/%d",
    "%Y %m %d",
    "%Y年%m月%d日",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%d %m %Y",
    "%Y／%m／%d",
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-03-26", 26), ("26/03/2027", 26), ("03/26/2027", 26), ("27.3.27", 27), ("26-Mar-2027", 26),
        ("26 March 2027", 26), ("March 26, 2027", 26), ("Fri 26 Mar", 26), ("Monday, 29th of March", 29),
        ("vendredi 26 mars 2027", 26), ("26/3", 26), ("Day 1", 26), ("Day Two", 27), ("First day", 26),
        ("Jour 2", 27), ("premier jour", 26), ("Samedi", 27), ("Day 1: Friday 26 March", 26),
        ("ថ្ងៃទី២៦ ខែមីនា ឆ្នាំ២០២៧", 26), ("ថ្ងៃទី១", 26), ("ថ្ងៃសៅរ៍", 27),
        ("2027年3月26日", 26), ("3月27日", 27), ("第一天", 26), ("星期六", 27), ("46472", 26),
        ("20270326", 26), ("26 3 2027", 26),
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_form(text: str, day: int) -> None:
    assert find_day(text, DAYS) == date(2027, 3, day)


@pytest.mark.parametrize(
    "text", ["26–28 March 2027", "March 26-28, 2027", "du 26 au 28 mars", "09:00-10:30", "May"]
)
def test_a_stretch_of_days_or_another_text_is_no_day(text: str) -> None:
    assert find_day(text, DAYS) is None


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.sampled_from(TYPED))
def test_a_day_that_is_typed_and_one_that_a_sheet_holds_are_read_alike(day: date, form: str) -> None:
    written = f"{day:{form}}"

    assert find_day(written, DaySpan(day, day)) == day_written(written) == day


def test_the_days_of_the_event_decide_an_ambiguous_day() -> None:
    april, march = DaySpan(date(2027, 4, 3), date(2027, 4, 5)), DaySpan(date(2027, 3, 4), date(2027, 3, 6))

    assert find_day("03/04/2027", april) == find_day("04/03/2027", april) == date(2027, 4, 3)
    assert find_day("03/04/2027", march) == date(2027, 3, 4)
    assert find_day("03/04", DaySpan(date(2027, 3, 1), date(2027, 4, 30))) is RejectReason.UNCLEAR_DAY


def test_a_cell_may_hold_a_fraction_of_a_day_a_moment_or_both_day_and_time() -> None:
    assert read_moment("0.375", DAYS) == TimeSpan(time(9), None)
    assert read_moment("9.3", DAYS) == TimeSpan(time(9, 30), None)
    assert read_moment("1899-12-31T09:00:00", DAYS) == TimeSpan(time(9), None)
    assert read_moment("2027-03-26T09:00:00", DAYS) == TimeSpan(time(9), None, "", date(2027, 3, 26))
    assert read_moment("26/03/2027 9h30-10h", DAYS) == TimeSpan(time(9, 30), time(10), "", date(2027, 3, 26))
    assert read_moment("2027-03-26T09:00:00+01:00", DAYS) == datetime(2027, 3, 26, 8, tzinfo=UTC)
    assert {read_moment(text, DAYS) for text in ("9.5", "2027-03-26", "soon")} == {RejectReason.NOT_A_TIME}


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("9", time(9)), ("09", time(9)), ("930", time(9, 30)), ("0930", time(9, 30)), ("9:30", time(9, 30)),
        ("9.30", time(9, 30)), ("9h30", time(9, 30)), ("9h", time(9)), (" 09:30 ", time(9, 30)), ("0", time(0)),
        ("2359", time(23, 59)), ("៩:៣០", time(9, 30)), ("9：30", time(9, 30)),
        ("24", time(0)), ("2400", time(0)), ("9.30 pm", time(21, 30)),
        ("25", None), ("9-10", None), ("9:60", None),
        ("960", None), ("", None), ("nine", None), ("9:3", None), ("-9", None), ("93000", None),
    ],
)  # fmt: skip
def test_a_time_is_typed_in_many_ways(text: str, means: time | None) -> None:
    assert read_typed(text) == means


@given(st.times())
def test_a_time_as_it_is_shown_is_read_as_the_same(shown: time) -> None:
    minute = shown.replace(second=0, microsecond=0)

    assert {read_typed(f"{shown:{form}}") for form in ("%H:%M", "%H%M", "%H.%M", "%Hh%M")} == {minute}


@pytest.mark.parametrize(
    "text",
    [
        "8 March 2027", "8 mars 2027", "March 8, 2027", "Mon, Mar 8, 2027", "lundi 8 mars 2027", "8th of March 2027",
        "2027-03-08", "8.3.2027", "2027年3月8日", "៨ មីនា ២០២៧",
    ],
)  # fmt: skip
def test_a_day_is_typed_in_figures_or_with_the_name_of_its_month(text: str) -> None:
    assert day_typed(text) == date(2027, 3, 8)


@pytest.mark.parametrize(
    "text", ["", "8 March", "8 March 20", "30 February 2027", "8 March 2027 or later", "7-8 March 2027"]
)
def test_a_text_that_is_not_one_whole_day_is_none(text: str) -> None:
    assert day_typed(text) is None
