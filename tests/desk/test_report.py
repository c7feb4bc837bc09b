"""Reports of a real event file: what was recorded a moment ago is what they tell."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from checkin.desk.report import report
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain import codes
from checkin.errors import CheckinError
from checkin.wording import in_language
from tests.desk.seminar import DARA, LOST, VUTHY, a_badge, a_delegate, at

if TYPE_CHECKING:
    from checkin.reports import Cell, Report
    from checkin.storage.event_file import EventFile

ENGLISH = in_language("en")


def column(report: Report, name: str) -> list[Cell]:
    at_column = [column.name for column in report.main.columns].index(name)
    return [row[at_column] for row in report.main.rows]


def test_refusals_are_counted_by_session_reason_and_hour_whenever_in_the_hour_they_were(
    file: EventFile,
) -> None:
    chance = random.Random(16)  # noqa: S311 - nothing secret
    forged = codes.mint(bytes(32)).text
    expected: Counter[tuple[str, object, str]] = Counter()
    for session, (text, reason) in (
        (s, r) for s in ("opening", "lunch") for r in ((forged, "forged"), ("9-99", "not_ours"))
    ):
        for _ in range(12):
            moment = at(chance.uniform(-60, 120))
            scan(file, VUTHY, session, text, moment)
            expected[session, at((moment - at(0)) // timedelta(hours=1) * 60), reason] += 1
    told = report(file, "refusals", at(200), ENGLISH)

    names = ("session", "hour", "reason")
    keys = list(zip(*(column(told, name) for name in names), strict=True))
    assert len(keys) == len(set(keys))
    assert dict(zip(keys, column(told, "count"), strict=True)) == expected
    assert sum(count for _, count in told.summaries[0].rows if isinstance(count, int)) == 48


def test_a_badge_that_was_made_invalid_is_told_with_whose_who_and_why_until_it_is_undone(
    file: EventFile,
) -> None:
    code = a_badge(file, a_delegate(file, "SOK"))
    revoke(file, DARA, code, LOST)
    told = report(file, "invalidated", at(0), ENGLISH)

    assert (column(told, "name"), column(told, "operator")) == (["SOK"], ["Dara"])
    undo(file, DARA)
    assert report(file, "invalidated", at(0), ENGLISH).main.rows == ()


def test_a_report_of_the_whole_event_is_given_of_no_session(file: EventFile) -> None:
    with pytest.raises(CheckinError, match="whole event"):
        report(file, "invalidated", at(0), ENGLISH, "opening")
