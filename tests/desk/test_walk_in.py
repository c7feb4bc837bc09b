"""Somebody who is on no list is received in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.find import by_code, everybody, find
from checkin.desk.print_badges import waiting_jobs
from checkin.desk.undo import undo
from checkin.desk.walk_in import walk_in
from checkin.domain.arriving import Received
from checkin.domain.delegates import Field
from checkin.errors import CheckinError
from tests.desk.seminar import DARA, at

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_a_walk_in_is_registered_has_arrived_and_their_badge_waits(file: EventFile) -> None:
    answer = walk_in(file, DARA, {Field.FAMILY_NAME: "DUPONT", Field.CATEGORY: "G"}, at(-10))
    (known,) = find(file, "dupont")

    assert isinstance(answer.reception, Received)
    assert answer.prints
    assert known.arrivals.desk is not None
    assert known.arrivals.desk.at == at(-10)
    assert known.badge is not None
    assert [job.code for job in waiting_jobs(file)] == [known.badge.code] == [answer.code]


def test_one_undo_takes_all_of_it_back_and_the_badge_admits_nobody(file: EventFile) -> None:
    answer = walk_in(file, DARA, {Field.FAMILY_NAME: "DUPONT", Field.CATEGORY: "G"}, at(-10))
    undo(file, DARA)

    assert everybody(file) == []
    assert by_code(file, answer.code) is None
    assert waiting_jobs(file) == []


def test_without_a_category_nothing_is_recorded(file: EventFile) -> None:
    with pytest.raises(CheckinError, match="category"):
        walk_in(file, DARA, {Field.FAMILY_NAME: "DUPONT"}, at(-10))

    assert everybody(file) == []
    assert waiting_jobs(file) == []
