"""Receiving delegates: all or nobody, badges, print jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.count import counters
from checkin.desk.find import everybody, find
from checkin.desk.issue_badge import print_again, replace_badge
from checkin.desk.print_badges import Which, chosen, note_sent, print_to_file, waiting_jobs
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.delegates import Arrival, Field, Status
from checkin.domain.facts import Arrived
from checkin.domain.reasons import Why
from checkin.errors import CheckinError
from checkin.storage import acts
from tests.desk.seminar import DARA, LOST, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from checkin.domain.arriving import Reception
    from checkin.storage.event_file import EventFile


def test_an_arrival_is_answered_with_how_things_stood_before(file: EventFile) -> None:
    someone = a_delegate(file)
    (answer,) = arrive(file, DARA, [someone], at(-20))

    assert answer.reception == Received()
    assert answer.registration.arrival is None
    assert answer.code
    assert not answer.prints
    assert find(file, someone)[0].arrival == Arrival(at(-20), "Desk 1")


def test_who_is_named_twice_is_received_once(file: EventFile) -> None:
    someone = a_delegate(file)

    assert len(arrive(file, DARA, [someone, someone], at(-20))) == 1


def test_with_one_who_is_blocked_nobody_is_received_and_the_answer_is_about_who_stands_in_the_way(
    file: EventFile,
) -> None:
    expected, blocked = a_delegate(file), a_delegate(file, "LIM", status=Status.BLOCKED)
    (answer,) = arrive(file, DARA, [expected, blocked], at(-20), to_print=True)

    assert answer.registration.delegate.id == blocked
    assert isinstance(answer.reception, NotReceived)
    assert find(file, expected)[0].arrival is None
    assert waiting_jobs(file) == []


def test_the_reason_of_an_override_is_kept_with_whom_it_was_needed_for(file: EventFile) -> None:
    expected, blocked = a_delegate(file), a_delegate(file, "LIM", status=Status.BLOCKED)
    arrive(file, DARA, [expected, blocked], at(-20), override=Why.typed("the minister asked"))

    newest = next(acts.newest_first(file.database, file.desk))
    assert [fact.override for fact in newest.facts if isinstance(fact, Arrived)] == [
        None,
        Why.typed("the minister asked"),
    ]


@pytest.mark.parametrize("status", [Status.BLOCKED, Status.CANCELLED, Status.EXCUSED, Status.PENDING])
def test_who_was_let_in_has_arrived_until_the_status_changes_once_more(
    file: EventFile, status: Status
) -> None:
    def answer(why: Why | None = None) -> Reception:
        (given,) = arrive(file, DARA, [someone], at(-10), override=why, answers=False)
        return given.reception

    def set_to(status: Status) -> None:
        correct(file, DARA, someone, {Field.STATUS: status})

    asked = Why.typed("the minister asked")
    someone = a_delegate(file, status=status)
    before = Arrival(at(-10), "Desk 1")
    assert (answer(asked), answer()) == (Received(), ArrivedBefore(before))
    set_to(Status.REGISTERED)
    assert answer() == ArrivedBefore(before)
    set_to(status)
    assert isinstance(answer(), NotReceived)
    assert (answer(asked), answer()) == (Received(), ArrivedBefore(before))
    assert [each.arrivals.let_in for each in everybody(file)] == [True]

    undo(file, DARA)
    assert isinstance(answer(), NotReceived)


def test_who_arrived_before_is_told_where_and_gets_nothing_more(file: EventFile) -> None:
    someone = a_delegate(file)
    a_badge(file, someone, -20)
    (answer,) = arrive(file, VUTHY, [someone], at(-10), to_print=True)

    assert answer.reception == ArrivedBefore(Arrival(at(-20), "Desk 1"))
    assert (answer.code, answer.prints) == ("", False)
    assert waiting_jobs(file) == []


def test_after_a_door_noted_the_arrival_the_desk_records_its_own_and_the_badge_stays(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    arrive(file, DARA, [other := a_delegate(file, "KEO")], at(-15), badge=False)
    assert find(file, other)[0].badge is None
    scan(file, VUTHY, "opening", code, at(-10))
    (answer,) = arrive(file, DARA, [other], at(-5))

    assert answer.code == ""


def test_a_badge_that_was_never_printed_is_put_in_the_queue_and_a_printed_one_is_not(file: EventFile) -> None:
    first, second = a_delegate(file), a_delegate(file, "KEO")
    (answer,) = arrive(file, DARA, [first], at(-20), to_print=True)
    assert answer.prints
    job = waiting_jobs(file)[0]
    assert job is not None
    assert job.code == answer.code
    note_sent(file, DARA, job, "printer", at(-19), face="f")
    arrive(file, DARA, [second], at(-18), badge=False, to_print=True)

    assert waiting_jobs(file) == []


def test_a_badge_printed_the_evening_before_is_handed_out_and_not_printed_again(file: EventFile) -> None:
    someone = a_delegate(file)
    code = printed_the_evening_before(file, someone)
    (answer,) = arrive(file, DARA, [someone], at(-20), to_print=True)

    assert (answer.code, answer.prints) == (code, False)


def printed_the_evening_before(file: EventFile, someone: str) -> str:
    out = file.path.with_name("badges.pdf")
    print_to_file(file, DARA, chosen(file, Which.NEW), out, at(-900), lambda _: None)
    badge = find(file, someone)[0].badge
    assert badge is not None
    return badge.code


def test_nobody_is_received_with_an_id_that_is_not_known(file: EventFile) -> None:
    someone = a_delegate(file)
    with pytest.raises(CheckinError, match="d404"):
        arrive(file, DARA, [someone, "d404"], at(-20))

    assert find(file, someone)[0].arrival is None


def test_a_badge_waits_for_paper_once_and_no_more_when_the_arrival_was_undone(file: EventFile) -> None:
    someone = a_delegate(file)
    code = replace_badge(file, DARA, someone, LOST, at(-40), to_print=False)
    arrive(file, DARA, [someone], at(-20), to_print=True)
    assert [job.code for job in waiting_jobs(file)] == [code]
    undo(file, DARA)
    assert waiting_jobs(file) == []
    arrive(file, DARA, [someone], at(-10), to_print=True)
    print_again(file, code, at(-9))

    assert [job.code for job in waiting_jobs(file)] == [code]


def test_who_was_noted_at_a_door_long_ago_is_none_of_the_last_minutes_arrivals(file: EventFile) -> None:
    someone = a_delegate(file)
    code = replace_badge(file, DARA, someone, LOST, at(-40), to_print=False)
    scan(file, VUTHY, "opening", code, at(-25))
    arrive(file, DARA, [someone], at(-5))

    assert counters(file, at(0)).recently == 0
    assert counters(file, at(-20)).recently == 1


def test_a_badge_waits_as_long_as_its_arrival_counts_however_often_it_was_undone(file: EventFile) -> None:
    def codes() -> list[str]:
        return [job.code for job in waiting_jobs(file)]

    (answer,) = arrive(file, DARA, [a_delegate(file)], at(-20), to_print=True)
    act = undo(file, DARA).act
    assert codes() == []
    for _ in range(2):
        act = undo(file, DARA, act).act
        assert codes() == [answer.code]
        act = undo(file, DARA, act).act
        assert codes() == []


def test_a_badge_that_was_printed_does_not_wait_again_when_its_arrival_is_brought_back(
    file: EventFile,
) -> None:
    arrive(file, DARA, [a_delegate(file)], at(-20), to_print=True)
    arrival = next(acts.newest_first(file.database, file.desk)).id
    (job,) = waiting_jobs(file)
    note_sent(file, DARA, job, "printer", at(-19), face="f")
    undo(file, DARA, undo(file, DARA, arrival).act)

    assert waiting_jobs(file) == []
