"""Who is still inside a session that was cancelled or withdrawn is read out together, as one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.define import amend
from checkin.desk.open_event import new_event
from checkin.desk.out_now import left_inside, out_now
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import finish_undo, last_of, undo
from checkin.desk.watch import occupancies
from checkin.domain import codes
from checkin.domain.presence import Direction
from checkin.domain.programme import Exits, Policy, SessionStatus
from checkin.domain.undoing import OF_PROGRAMME, MadeOn, Reach
from checkin.errors import CheckinError
from checkin.storage import whole_persons
from tests.desk.seminar import DARA, VUTHY, a_delegate, a_seminar, at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.storage.event_file import EventFile


def inside(file: EventFile) -> dict[str, int]:
    return {code: each.inside for code, each in occupancies(file).items() if each.inside}


@pytest.fixture
def file(tmp_path: Path) -> Iterator[EventFile]:
    with new_event(tmp_path / "seminar.event", a_seminar(), DARA) as file:
        yield file


def come_in(file: EventFile, family: str) -> tuple[str, str]:
    """Somebody enters the opening; their id and code."""
    person = a_delegate(file, family)
    (answer,) = arrive(file, DARA, [person], at(-20))
    scan(file, VUTHY, "opening", answer.code, at(0), Direction.IN)
    return person, answer.code


def cancel(file: EventFile, *, withdraws: bool = False) -> None:
    event = file.event
    status = event.sessions["opening"].status if withdraws else SessionStatus.CANCELLED
    opening = replace(event.sessions["opening"], status=status, withdrawn=withdraws)
    amend(file, DARA, event, replace(event, sessions={**event.sessions, "opening": opening}))


@pytest.mark.parametrize("withdraws", [False, True])
def test_all_who_are_inside_leave_at_once_and_come_back_at_the_undo(
    file: EventFile, *, withdraws: bool
) -> None:
    people = [come_in(file, name)[0] for name in ("SOK", "CHEA", "KEM", "PRAK")]
    stray = codes.mint(file.event_key).text
    scan(file, VUTHY, "opening", stray, at(1), Direction.IN)
    scan(file, VUTHY, "opening", come_in(file, "LONG")[1], at(2), Direction.OUT)
    before = inside(file)
    cancel(file, withdraws=withdraws)

    assert before == {"opening": 5}
    assert left_inside(file.event, inside(file)) == {"opening": 5}
    assert out_now(file, DARA, "opening", at(30)) == 5
    assert inside(file) == {}
    assert {whole_persons.fold(file.database, each).stays["opening"][-1].left for each in people} == {at(30)}
    assert out_now(file, DARA, "opening", at(31)) == 0

    last = last_of(file, OF_PROGRAMME)
    assert last is not None
    undo(file, DARA, last.act.id)
    finish_undo(file)
    assert inside(file) == before


def test_no_key_at_a_door_brings_them_all_back(file: EventFile) -> None:
    come_in(file, "SOK")
    cancel(file)
    out_now(file, DARA, "opening", at(30))

    act = last_of(file, Reach(MadeOn.DOOR, frozenset({"opening"})))

    assert act is not None
    assert act.act.size == 1


def test_nobody_is_read_out_of_a_session_that_takes_place(file: EventFile) -> None:
    come_in(file, "SOK")

    with pytest.raises(CheckinError, match="takes place"):
        out_now(file, DARA, "opening", at(30))
    with pytest.raises(CheckinError, match="There is no session"):
        out_now(file, DARA, "supper", at(30))
    assert inside(file) == {"opening": 1}
    assert left_inside(file.event, inside(file)) == {}


def test_where_exits_are_not_scanned_nobody_is_said_to_be_inside_still(file: EventFile) -> None:
    come_in(file, "SOK")
    cancel(file)
    event = file.event
    description = replace(event.description, policy=Policy(exits=Exits.NONE))

    assert left_inside(replace(event, description=description), inside(file)) == {}
