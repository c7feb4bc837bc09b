from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from checkin import reports, wording
from checkin.domain.delegates import Delegate
from checkin.domain.presence import Stay
from checkin.domain.programme import Category, Event, EventDescription, Exits, LocalText, Policy, Session
from checkin.errors import CheckinError
from tests.reports.records import ARecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""09:00 at the venue."""

BALLROOM = LocalText.of("Ballroom")


def a_session(code: str, hours: float) -> Session:
    """A session of one hour that begins so many hours after the first."""
    start = START + timedelta(hours=hours)
    return Session(
        code, LocalText.of({"en": code.title(), "fr": f"{code} (fr)"}), BALLROOM, start, start + timedelta(hours=1),
        start - timedelta(minutes=30), start + timedelta(hours=1),
    )  # fmt: skip


EVENT = Event(
    EventDescription(
        LocalText.of("Forum"),
        LocalText.of("Hotel"),
        "Asia/Phnom_Penh",
        date(2026, 11, 24),
        date(2026, 11, 25),
        policy=Policy(exits=Exits.SCANNED),
    ),
    {
        "P": Category("P", "P", LocalText.of("Parliament"), "#5B2A86"),
        "G": Category("G", "G", LocalText.of("Government"), "#0072B2"),
        "F": Category("F", "F", LocalText.of("Staff"), "#4A5568", counts=False),
    },
    # In the file the talk comes first; by time it is the second.
    {"talk": a_session("talk", 2), "opening": a_session("opening", 0)},
)
PEOPLE = (
    Delegate("d1", family_name="ZHOU", given_name="Wei", category="P", honorific="H.E.", country="China"),
    Delegate("d2", family_name="chea", given_name="Vanna", native_name="ជា វណ្ណា", category="G"),
    Delegate("d3", family_name="DOE", category="F"),
    Delegate("d4", family_name="KEM", category="G"),
)


def at(minutes: float) -> datetime:
    """So many minutes after the start of the opening."""
    return START + timedelta(minutes=minutes)


def a_stay(came: float, left: float | None = None) -> Stay:
    return Stay(at(came), "Door 1", "", at(left) if left is not None else None)


def the_report(
    stays: Mapping[tuple[str, str], Sequence[Stay]],
    *,
    now: float = 600,
    session: str | None = None,
    people: Sequence[Delegate] = PEOPLE,
    language: str = "en",
    event: Event = EVENT,
) -> reports.Report:
    record = ARecord(event, people, stays)
    wanted = reports.Wanted(at(now), wording.in_language(language), session)
    return reports.report_named("attendance").build(record, wanted)


def column(report: reports.Report, name: str) -> list[reports.Cell]:
    at_column = [column.name for column in report.main.columns].index(name)
    return [row[at_column] for row in report.main.rows]


STAYS = {
    ("d1", "opening"): [a_stay(-10, 20), a_stay(30, 50)],
    ("d2", "opening"): [a_stay(5)],
    ("d3", "opening"): [a_stay(0, 60)],
    ("d1", "talk"): [a_stay(125, 180)],
    ("B0000000000000AA", "talk"): [a_stay(125, 180)],
}


def test_a_row_stands_for_each_delegate_and_session_by_time_and_then_by_name() -> None:
    report = the_report(STAYS)

    places = list(zip(column(report, "session"), column(report, "delegate"), strict=True))
    assert places == [("opening", "d2"), ("opening", "d3"), ("opening", "d1"), ("talk", "d1")]


def test_a_row_tells_first_entry_last_exit_and_minutes_inside() -> None:
    report = the_report({("d1", "opening"): STAYS["d1", "opening"]})

    assert column(report, "first_in") == [at(-10)]
    assert column(report, "last_out") == [at(50)]
    assert column(report, "minutes") == [40.0]
    assert column(report, "assumed") == [False]
    assert column(report, "honorific") == ["H.E."]
    assert column(report, "name") == ["ZHOU Wei"]


def test_who_never_left_is_taken_to_have_stayed_until_the_end() -> None:
    report = the_report({("d2", "opening"): [a_stay(5)]})

    assert column(report, "last_out") == [None]
    assert column(report, "minutes") == [55.0]
    assert column(report, "assumed") == [True]


def test_while_the_session_runs_an_open_stay_counts_up_to_now() -> None:
    report = the_report({("d2", "opening"): [a_stay(5)]}, now=20)

    assert column(report, "minutes") == [15.0]
    assert column(report, "assumed") == [False]


def test_an_exit_before_its_entry_is_flagged() -> None:
    report = the_report({("d2", "opening"): [a_stay(30, 10)]})

    assert column(report, "minutes") == [0.0]
    assert column(report, "clocks_disagree") == [True]


def test_totals_count_each_person_once_by_category_and_leave_staff_out() -> None:
    assert the_report(STAYS).persons == {"P": 1, "G": 1}


def test_a_report_of_one_session_has_only_its_rows_and_persons() -> None:
    report = the_report(STAYS, session="talk")

    assert column(report, "delegate") == ["d1"]
    assert report.persons == {"P": 1, "G": 0}
    assert report.title == "Attendance: Talk"


def test_a_category_that_the_event_does_not_know_is_counted_under_its_code() -> None:
    stranger = Delegate("d9", family_name="LY", category="X")

    report = the_report({("d9", "talk"): [a_stay(125, 130)]}, people=[stranger])
    assert report.persons == {"P": 0, "G": 0, "X": 1}


def test_the_foot_tells_who_is_not_counted_and_what_the_marks_mean() -> None:
    assert the_report(STAYS).main.foot == (
        "Listed, and not counted as persons: Staff.",
        "Exit assumed: nobody was read at the exit, and minutes count to the end of the session.",
    )
    assert the_report({("d1", "opening"): [a_stay(30, 10)]}).main.foot == (
        "Clocks disagree: an exit carries an earlier time than its entry, and its minutes are not counted.",
    )
    assert the_report({("d1", "opening"): [a_stay(0, 10)]}).main.foot == ()


def test_without_scans_the_report_is_empty_and_still_a_report() -> None:
    report = the_report({})

    assert report.main.rows == ()
    assert report.persons == {"P": 0, "G": 0}


def test_a_session_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(CheckinError, match=r"no session dinner.*talk, opening"):
        the_report({}, session="dinner")


def test_a_report_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(CheckinError, match=r"no report badges.*attendance"):
        reports.report_named("badges")


def test_labels_and_title_are_in_the_readers_language_and_names_are_not() -> None:
    french = the_report({}, language="fr", session="talk")

    assert french.title == "Présences\u202f: talk (fr)"
    assert [c.name for c in french.main.columns] == [c.name for c in the_report({}).main.columns]
    assert "Pays" in [c.label for c in french.main.columns]


def test_every_row_is_as_long_as_the_columns() -> None:
    report = the_report(STAYS)

    assert {len(row) for row in report.main.rows} == {len(report.main.columns)}


UNSCANNED = replace(EVENT, description=replace(EVENT.description, policy=Policy()))


def test_where_exits_are_not_scanned_a_row_tells_the_first_entry_and_no_minutes() -> None:
    report = the_report(STAYS, event=UNSCANNED)

    assert column(report, "first_in") == [at(5), at(0), at(-10), at(125)]
    assert set(column(report, "minutes")) == set(column(report, "last_out")) == {None}
    assert set(column(report, "assumed")) == {False}
    assert report.persons == {"P": 1, "G": 1}
    assert report.main.foot == (
        "Listed, and not counted as persons: Staff.",
        "Exits are not scanned: the rows tell who came and when first, and no minutes.",
    )


def test_a_paper_has_no_column_for_what_is_not_known() -> None:
    on_paper = {each.name for each in the_report(STAYS, event=UNSCANNED).main.columns if each.width}
    scanned = {each.name for each in the_report(STAYS).main.columns if each.width}

    assert scanned - on_paper == {"last_out", "minutes", "assumed", "clocks_disagree"}


def test_a_session_without_doors_is_in_no_attendance() -> None:
    talk = replace(EVENT.sessions["talk"], doors=False)
    event = replace(EVENT, sessions={**EVENT.sessions, "talk": talk})

    assert set(column(the_report(STAYS, event=event), "session")) == {"opening"}
