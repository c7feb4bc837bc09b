"""A ticket of another system stands for its delegate at a door and at a desk, and its code stands in no reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from checkin.desk.correct import correct
from checkin.desk.find import find
from checkin.desk.recall import recall
from checkin.desk.scan_at_desk import DeskAnswer, scan_at_desk
from checkin.desk.scan_at_door import admit, enter, scan, scan_at
from checkin.desk.undo import undo
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.arriving import NotReceived, Received
from checkin.domain.delegates import Field, Status
from checkin.domain.doors import Door
from checkin.domain.facts import Scanned
from checkin.domain.presence import Direction
from checkin.storage import verifying
from checkin.storage.event_file import EventFile
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_badge, a_delegate, at
from tests.recent import recent_acts

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.delegates import Value

TICKET = "Qz7 -x81k"
READ = "qz7-X81K"
IN, OUT, AUTO = Direction.IN, Direction.OUT, Direction.AUTO


def a_guest(file: EventFile, ticket: str = TICKET, *, arrived: bool = True, **more: Value) -> str:
    """Somebody with a ticket; their id."""
    someone = a_delegate(file, **{Field.TICKET: ticket, **more})
    if arrived:
        a_badge(file, someone)
    return someone


def scans(file: EventFile) -> list[Scanned]:
    """All readings on record, the newest first."""
    facts = (fact for each in recent_acts(file, 50) for fact in each.act.facts)
    return [fact for fact in facts if isinstance(fact, Scanned)]


@pytest.mark.parametrize("read", [TICKET, READ, " QZ7-x81K\t"])
def test_a_ticket_is_its_delegates_whatever_case_and_spaces_it_is_read_with(
    file: EventFile, read: str
) -> None:
    someone = a_guest(file)
    answer = scan(file, VUTHY, "opening", read, at(0))

    assert answer.verdict == Admitted()
    assert answer.delegate is not None
    assert (answer.delegate.id, answer.badge) == (someone, None)


def test_a_reading_of_a_ticket_says_whose_and_that_it_was_one_and_never_its_code(file: EventFile) -> None:
    someone = a_guest(file)
    for minute in (0, 1):
        scan(file, VUTHY, "opening", READ, at(minute))
    scan(file, VUTHY, "opening", READ, at(200))

    known = [(one.delegate, one.ticket, one.code, one.length) for one in scans(file)]
    assert known == [(someone, True, "", 0)] * 3
    kept = file.database.rows(
        "SELECT subject, body FROM journal WHERE kind GLOB '*scan*' OR kind GLOB 'left*'"
    )
    assert len(kept) == 3
    for subject, body in kept:
        assert subject == someone
        assert b'"ticket":true' in body
        assert READ.lower().encode() not in body.lower()
        assert TICKET.lower().encode() not in body.lower()
    assert verifying.verify(file.database, lambda _: None).is_whole


STATES: dict[str, tuple[dict[str, Value], str, datetime, Refusal]] = {
    "blocked": ({Field.STATUS: Status.BLOCKED}, "opening", at(0), Refusal.BLOCKED),
    "cancelled": ({Field.STATUS: Status.CANCELLED}, "opening", at(0), Refusal.CANCELLED),
    "declined": ({Field.STATUS: Status.DECLINED}, "opening", at(0), Refusal.CANCELLED),
    "pending": ({Field.STATUS: Status.PENDING}, "opening", at(0), Refusal.NOT_CLEARED),
    "invited": ({Field.STATUS: Status.INVITED}, "opening", at(0), Refusal.NOT_ANSWERED),
    "too late": ({}, "opening", at(61), Refusal.NOT_NOW),
    "not on the list": ({}, "lunch", at(0), Refusal.NOT_ON_LIST),
}


@pytest.mark.parametrize("state", STATES)
def test_a_row_of_the_table_that_refuses_a_person_refuses_their_ticket(file: EventFile, state: str) -> None:
    more, session, now, refusal = STATES[state]
    someone = a_guest(file, arrived=False, **more)
    answer = scan(file, VUTHY, session, READ, now)

    assert answer.verdict == Refused(refusal)
    assert answer.can_be_overridden
    assert enter(file, VUTHY, Door(session), someone, now).verdict == answer.verdict
    assert isinstance(admit(file, VUTHY, someone, session, KNOWN, now).verdict, Admitted)


def test_a_ticket_records_an_arrival_leaves_comes_back_and_leaves_without_entry(file: EventFile) -> None:
    a_guest(file, arrived=False)
    ways = [(AUTO, 0), (IN, 1), (AUTO, 2), (AUTO, 3), (OUT, 4), (OUT, 5)]
    verdicts: list[Any] = [
        scan(file, VUTHY, "opening", READ, at(minute), way).verdict for way, minute in ways
    ]

    assert verdicts == [
        Admitted(Note.ARRIVAL_RECORDED, arrives=True),
        Refused(Refusal.ALREADY_INSIDE),
        Left(),
        Admitted(Note.BACK_IN),
        Left(),
        Left(ExitAlert.NO_ENTRY),
    ]
    undo(file, VUTHY)
    assert scan(file, VUTHY, "opening", READ, at(6), OUT).before is not None


def test_who_came_in_by_badge_leaves_by_ticket_and_the_other_way_round(file: EventFile) -> None:
    someone = a_delegate(file, **{Field.TICKET: TICKET})
    code = a_badge(file, someone)
    read = [
        scan(file, VUTHY, "opening", text, at(n)).verdict for n, text in enumerate((code, READ, READ, code))
    ]

    assert read == [Admitted(), Left(), Admitted(Note.BACK_IN), Left()]


def test_a_door_by_the_clock_lets_out_by_ticket_whom_it_let_in(file: EventFile) -> None:
    a_guest(file, **{Field.CATEGORY: "G"})
    door = Door(direction=AUTO)

    assert [type(scan_at(file, VUTHY, door, READ, at(n)).verdict) for n in (0, 1)] == [Admitted, Left]


def test_a_ticket_of_two_is_not_ours_at_a_door_and_only_its_length_is_kept(file: EventFile) -> None:
    a_guest(file)
    other = a_guest(file, READ)
    answer = scan(file, VUTHY, "opening", READ, at(0))

    assert (answer.verdict, answer.delegate) == (Refused(Refusal.NOT_OURS), None)
    (one,) = scans(file)
    assert (one.delegate, one.ticket, one.code, one.length) == ("", False, "", len(READ))
    correct(file, DARA, other, {Field.TICKET: ""})
    assert scan(file, VUTHY, "opening", READ, at(0)).verdict == Admitted()


def test_a_ticket_in_the_form_of_a_code_is_a_ticket_and_a_genuine_code_is_none(file: EventFile) -> None:
    other, holder = a_delegate(file, "CHEA"), a_guest(file, "4111 1111 1111 1111")
    code = a_badge(file, other)
    correct(file, DARA, holder, {Field.PHONE: "1"})
    first = scan(file, VUTHY, "opening", "4111111111111111", at(0))
    correct(file, DARA, holder, {Field.TICKET: code})
    second = scan(file, VUTHY, "opening", code, at(0))

    assert first.delegate is not None
    assert second.delegate is not None
    assert (first.delegate.id, second.delegate.id) == (holder, other)


@pytest.mark.parametrize("read", ["", "  ", "\t\n"])
def test_nobody_has_the_ticket_without_a_code(file: EventFile, read: str) -> None:
    a_guest(file, "  ")
    a_guest(file, "")

    assert scan(file, VUTHY, "opening", read, at(0)).verdict == Refused(Refusal.NOT_OURS)


def test_a_door_still_knows_after_a_restart_whose_ticket_was_refused(file: EventFile) -> None:
    someone = a_guest(file, **{Field.STATUS: Status.CANCELLED}, arrived=False)
    answer = scan(file, VUTHY, "opening", READ, at(0))
    (again,) = recall(file, [answer.act])

    assert again.delegate is not None
    assert (again.delegate.id, again.verdict, again.text) == (someone, answer.verdict, "")


# ---- the desk


def test_a_desk_receives_by_a_ticket_and_prints_the_badge(file: EventFile) -> None:
    someone = a_guest(file, arrived=False)
    answer = scan_at_desk(file, DARA, READ, at(-20), to_print=True)

    assert answer.arrival is not None
    assert (answer.arrival.reception, answer.arrival.prints) == (Received(), True)
    assert answer.registration is not None
    assert answer.registration.delegate.id == someone
    assert answer.registration.arrival is not None


def test_a_desk_refuses_by_a_ticket_whom_it_refuses_by_name(file: EventFile) -> None:
    a_guest(file, arrived=False, **{Field.STATUS: Status.CANCELLED})
    answer = scan_at_desk(file, DARA, READ, at(-20), to_print=True)

    assert answer.arrival is not None
    assert answer.arrival.reception == NotReceived(Refusal.CANCELLED)


def test_a_ticket_of_two_receives_nobody_at_a_desk_and_finds_both(file: EventFile) -> None:
    both = {a_guest(file, arrived=False), a_guest(file, READ, arrived=False)}
    answer = scan_at_desk(file, DARA, READ, at(-20), to_print=True)

    assert answer == DeskAnswer(Refusal.NOT_OURS, is_shared_ticket=True)
    found = find(file, READ)
    assert {each.delegate.id for each in found} == both
    assert [each.arrival for each in found] == [None, None]


def test_a_ticket_that_is_a_word_is_found_before_the_people_of_that_name(file: EventFile) -> None:
    a_delegate(file, "DARA")
    holder = a_guest(file, "dara", arrived=False, **{Field.FAMILY_NAME: "CHEA"})

    assert find(file, "Dara")[0].delegate.id == holder
    assert len(find(file, "Dara")) == 2


def test_tickets_are_found_after_the_tables_were_computed_anew(file: EventFile) -> None:
    """As in a file of the former version, whose rows had no column for them."""
    someone = a_guest(file)
    path = file.path
    file.database.run("UPDATE delegates SET ticket = '', ticket_key = ''")
    file.database.run("UPDATE own SET value = 3 WHERE name = 'folded_by'")
    file.close()
    with EventFile.open(path, "desk1") as opened:
        answer = scan(opened, VUTHY, "opening", READ, at(0))

    assert answer.delegate is not None
    assert answer.delegate.id == someone
