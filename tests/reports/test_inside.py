"""The report of who is in the room now, by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin import reports, wording
from checkin.domain.programme import Exits, Policy
from checkin.errors import CheckinError
from tests.reports.records import ARecord
from tests.reports.test_attendance import EVENT, PEOPLE, a_stay, at

STAYS = {
    ("d1", "opening"): [a_stay(-5, 10), a_stay(20)],
    ("d2", "opening"): [a_stay(0, 20)],
    ("CKN0000000000000", "opening"): [a_stay(3)],
    ("d4", "opening"): [a_stay(1)],
    ("d2", "talk"): [a_stay(61)],
}


def the_report(session: str | None = None, exits: Exits = Exits.SCANNED) -> reports.Report:
    event = replace(EVENT, description=replace(EVENT.description, policy=Policy(exits=exits)))
    wanted = reports.Wanted(at(70), wording.in_language("en"), session)
    return reports.report_named("inside").build(ARecord(event, PEOPLE, STAYS), wanted)


def rows(report: reports.Report) -> list[tuple[reports.Cell, ...]]:
    places = [
        [each.name for each in report.main.columns].index(name) for name in ("session", "delegate", "came")
    ]
    return [tuple(row[place] for place in places) for row in report.main.rows]


def test_who_has_left_is_not_in_the_list_and_a_badge_of_nobody_known_is_counted() -> None:
    report = the_report("opening")

    assert sorted(rows(report), key=str) == [("opening", "d1", at(20)), ("opening", "d4", at(1))]
    assert report.title == "In the room now: Opening"
    assert report.main.foot == ("1 badge is inside as well whose owner is not known here.",)


def test_the_whole_event_has_the_people_of_each_session() -> None:
    assert ("talk", "d2", at(61)) in rows(the_report())


def test_without_exits_the_list_has_all_who_came_in_and_says_so() -> None:
    report = the_report("opening", Exits.NONE)

    assert {row[1] for row in rows(report)} == {"d1", "d2", "d4"}
    assert report.main.foot[-1] == "Exits are not scanned: these are all who came in, and some may have left."


def test_a_session_that_does_not_exist_is_told() -> None:
    with pytest.raises(CheckinError):
        the_report("supper")
