"""The report of who is invited by name: a row for each invitation that stands, and the sums in persons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin import reports, wording
from checkin.domain.naming import NOT_NAMED, Answer, Naming
from checkin.domain.programme import Exits, Policy
from checkin.errors import CheckinError
from tests.reports.records import ARecord
from tests.reports.test_attendance import EVENT, PEOPLE, a_stay, at

NAMINGS = {
    ("d1", "opening"): Naming(Answer.ACCEPTS, "A1", 2),
    ("d2", "opening"): Naming(Answer.DECLINES, "A2", 1),
    ("d3", "opening"): Naming(seat="A3", persons=3),
    ("d4", "opening"): NOT_NAMED,
    ("dgone", "opening"): Naming(),
    ("d2", "talk"): Naming(),
}
STAYS = {
    ("d1", "opening"): [a_stay(-5)],
    ("d2", "opening"): [a_stay(0, 20)],
    ("d4", "opening"): [a_stay(1)],
}


def the_report(session: str | None = None, exits: Exits = Exits.SCANNED) -> reports.Report:
    """The report ten minutes before the opening ends."""
    event = replace(EVENT, description=replace(EVENT.description, policy=Policy(exits=exits)))
    record = ARecord(event, PEOPLE, STAYS, known_namings=NAMINGS)
    wanted = reports.Wanted(at(50), wording.in_language("en"), session)
    return reports.report_named("invited").build(record, wanted)


def columns(report: reports.Report, *names: str) -> list[tuple[reports.Cell, ...]]:
    """These columns of the first table."""
    places = [[column.name for column in report.main.columns].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in report.main.rows]


def test_each_invitation_that_stands_has_a_row_by_session_and_name() -> None:
    told = columns(the_report(), "session", "delegate", "answer", "seat", "persons", "first_in", "inside")

    assert told == [
        ("opening", "d2", "declines", "A2", 1, at(0), False),
        ("opening", "d3", "", "A3", 3, None, False),
        ("opening", "d1", "accepts", "A1", 2, at(-5), True),
        ("talk", "d2", "", "", 1, None, False),
    ]


def test_the_sums_count_persons_and_the_readings_of_those_who_are_invited() -> None:
    sums = the_report().tables[1]

    assert [column.name for column in sums.columns[2:]] == [
        "invited", "accepts", "declines", "expected", "entered", "inside",
    ]  # fmt: skip
    assert sums.rows == (("opening", "Opening", 6, 2, 1, 5, 2, 1), ("talk", "Talk", 1, 0, 0, 1, 0, 0))
    assert sums.foot


def test_of_one_session_only_its_invitations_are_told() -> None:
    report = the_report("talk")

    assert columns(report, "session", "delegate") == [("talk", "d2")]
    assert report.title == "Invited by name: Talk"
    assert [table.rows for table in report.summaries] == [(("accepts", 0), ("declines", 0), ("no answer", 1))]
    with pytest.raises(CheckinError, match="no session dinner"):
        the_report("dinner")


def test_the_persons_by_answer_add_up_to_all_who_are_invited() -> None:
    (answers,) = the_report("opening").summaries

    assert answers.rows == (("accepts", 2), ("declines", 1), ("no answer", 3))
