"""The counters tell the days of an event apart, on the venue's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checkin.desk.arrive import arrive
from checkin.desk.count import counters
from checkin.storage.event_file import EventFile
from tests.desk.seminar import DARA, a_delegate, a_seminar, at

if TYPE_CHECKING:
    from pathlib import Path

MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)
DAY = 24 * 60
MIDNIGHT = 15 * 60
"""Minutes from 09:00 to midnight."""


def test_arrivals_are_counted_by_day_from_midnight_at_the_venue(tmp_path: Path) -> None:
    seminar = a_seminar()
    event = replace(seminar, description=replace(seminar.description, last_day=TUESDAY))
    with EventFile.create(tmp_path / "seminar.event", event, "desk1", DARA.operator) as file:
        for minute in (-3 * DAY, 0, MIDNIGHT - 1, MIDNIGHT, DAY):
            arrive(file, DARA, [a_delegate(file)], at(minute))
        known = [counters(file, at(minute)) for minute in (0, DAY, 5 * DAY)]

    assert [each.today for each in known] == [None, 2, None]
    assert known[0].by_day == ((MONDAY, 5),), "whoever came before the first day counts for the first day"
    assert known[1].by_day == ((MONDAY, 3), (TUESDAY, 2))
    assert known[2].by_day == known[1].by_day
