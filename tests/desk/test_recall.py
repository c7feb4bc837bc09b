"""A reading is recalled as the door answered it, with whoever it was about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.desk.arrive import arrive
from checkin.desk.recall import recall
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import enter, scan
from checkin.domain import codes
from checkin.domain.doors import Door
from checkin.storage.presence import Occupancy
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_badge, a_delegate, at
from tests.recent import recent_acts

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_a_reading_is_recalled_as_it_was_answered(file: EventFile) -> None:
    sok, kem = a_delegate(file), a_delegate(file, "KEM")
    lost = a_badge(file, sok)
    revoke(file, DARA, lost, KNOWN)
    answers = [
        scan(file, VUTHY, "opening", lost, at(0)),
        scan(file, VUTHY, "opening", a_badge(file, kem), at(1)),
        enter(file, VUTHY, Door("opening"), sok, at(2)),
        scan(file, VUTHY, "opening", codes.mint(file.event_key).text, at(3)),
    ]
    expected = [replace(each, before=None, occupancy=Occupancy()) for each in answers]

    assert recall(file, [each.act for each in answers]) == expected


def test_what_is_no_reading_is_not_recalled(file: EventFile) -> None:
    arrive(file, DARA, [a_delegate(file)], at(-10))
    (arrival,) = recent_acts(file, 1)

    assert recall(file, ["", "no-such", arrival.act.id]) == []
