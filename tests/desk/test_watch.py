"""The figures of sessions and badges, and walk-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.find import everybody
from checkin.desk.issue_badge import replace_badge
from checkin.desk.print_badges import Which, chosen, print_to_file, waiting_jobs
from checkin.desk.scan_at_door import admit, scan
from checkin.desk.undo import undo
from checkin.desk.walk_in import walk_in
from checkin.desk.watch import SessionFigures, figures, occupancy
from checkin.domain import codes
from checkin.domain.admission import Refused
from checkin.domain.codes import CodeKind
from checkin.domain.delegates import Arrival, Field, Status
from checkin.domain.facts import BadgeIssued
from checkin.domain.presence import Direction
from checkin.errors import CheckinError
from checkin.storage.presence import Occupancy
from tests.desk.seminar import DARA, KNOWN, LOST, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_all_counters_of_a_session_count_everybody_as_its_door_does(file: EventFile) -> None:
    one, two, staff = (a_badge(file, a_delegate(file, category=category)) for category in "PGF")
    a_delegate(file, status=Status.CANCELLED)
    for minute, code in enumerate((one, two, staff, codes.mint(file.event_key).text)):
        scan(file, VUTHY, "opening", code, at(minute))
    scan(file, VUTHY, "opening", one, at(10))
    lunch, opening = figures(file).sessions

    assert occupancy(file, "opening") == Occupancy(3, 4)
    assert (opening.open_to, opening.entered, opening.inside, opening.peak) == (3, 4, 3, 4)
    assert (lunch.session.code, lunch.open_to, lunch.entered, lunch.share) == ("lunch", 1, 0, 0)


def test_the_share_is_of_those_whom_the_session_is_open_to(file: EventFile) -> None:
    people = [a_delegate(file, category="G") for _ in range(4)]
    admit(file, VUTHY, people[0], "lunch", KNOWN, at(0))
    figure = next(each for each in figures(file).sessions if each.session.code == "lunch")

    assert figure.share == 0.25
    assert SessionFigures(figure.session, 0, 0, 0, 0).share == 0


def test_badges_printed_and_replaced_are_counted(file: EventFile) -> None:
    people = [a_delegate(file) for _ in range(3)]
    out = file.path.with_name("badges.pdf")
    print_to_file(file, DARA, chosen(file, Which.ALL), out, at(-60), lambda _: None)
    replace_badge(file, DARA, people[0], LOST, at(-10), to_print=True)
    told = figures(file)
    undo(file, DARA)
    without = figures(file)

    assert (told.printed, told.replaced) == (2, 1)
    assert (without.printed, without.replaced) == (3, 0)


def test_an_invitation_is_no_badge(file: EventFile) -> None:
    person = a_delegate(file)
    print_to_file(
        file, DARA, chosen(file, Which.ALL), file.path.with_name("badges.pdf"), at(-60), lambda _: None
    )
    invitation = codes.mint(file.event_key, CodeKind.INVITATION).text
    with file.transaction():
        file.append([BadgeIssued(invitation, person, at(-50))], DARA.operator)

    assert (figures(file).printed, figures(file).replaced) == (1, 0)


@pytest.mark.parametrize(
    ("stays", "most"),
    [
        ([], 0),
        ([(0, 10), (10, 20)], 1),
        ([(0, 10), (9, None), (9, 30)], 3),
        ([(0, None), (12, 15), (20, 10)], 2),
    ],
)
def test_the_peak_is_the_most_at_one_moment(
    file: EventFile, stays: list[tuple[int, int | None]], most: int
) -> None:
    for came, left in stays:
        code = a_badge(file, a_delegate(file))
        scan(file, VUTHY, "opening", code, at(came), Direction.IN)
        if left is not None:
            scan(file, VUTHY, "opening", code, at(left), Direction.OUT)

    assert {each.session.code: each.peak for each in figures(file).sessions} == {"lunch": 0, "opening": most}


def test_a_walk_in_is_registered_received_and_given_a_badge_by_one_act(file: EventFile) -> None:
    answer = walk_in(file, DARA, {Field.FAMILY_NAME: "NOP", Field.CATEGORY: "G"}, at(-20))
    (known,) = everybody(file)

    assert answer.prints
    assert known.arrival == Arrival(at(-20), "Desk 1")
    assert known.badge is not None
    assert known.badge.code == answer.code
    assert [job.code for job in waiting_jobs(file)] == [answer.code]
    undo(file, DARA)
    assert everybody(file) == []
    assert isinstance(scan(file, VUTHY, "opening", answer.code, at(0), Direction.IN).verdict, Refused)


def test_a_walk_in_without_a_name_leaves_nothing(file: EventFile) -> None:
    with pytest.raises(CheckinError):
        walk_in(file, DARA, {Field.CATEGORY: "G"}, at(-20))

    assert everybody(file) == []
    assert waiting_jobs(file) == []
