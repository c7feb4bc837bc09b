"""The acts on record tell when they were done as the people who did them would."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checkin.domain.facts import BadgeIssued
from checkin.storage import acts
from checkin.storage.codec import to_ms
from checkin.storage.event_file import EventFile
from tests.storage.stories import START, a_registration, a_scan, an_event, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.facts import Fact


def act_of(file: EventFile, *facts: Fact) -> acts.Act:
    known = acts.by_id(file.database, recorded(file, *facts))
    assert known is not None
    return known


def test_an_act_is_of_the_wall_time_that_its_facts_tell(file: EventFile) -> None:
    badge = act_of(file, a_registration("d1"), BadgeIssued("B1", "d1", START))
    scan = act_of(file, a_scan("B1", minute=7))

    assert (badge.at, scan.at) == (START, START + timedelta(minutes=7))


def test_an_act_whose_facts_tell_no_time_is_of_the_clock_that_orders_entries(tmp_path: Path) -> None:
    with EventFile.create(
        tmp_path / "forum.event", an_event(), "desk1", "Dara", clock=lambda: to_ms(START)
    ) as file:
        assert act_of(file, a_registration("d1")).at == START
