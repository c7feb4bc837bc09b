"""The words about sessions as they are planned."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.programme import Exits, SessionStatus
from checkin.domain.session_times import SessionTimes, TimeFault
from checkin.wording import in_language
from checkin.wording.sessions import end_on_another_day, length, status, time_fault, toll

ENGLISH = in_language("en")
EVENING = datetime(2027, 3, 26, 12, tzinfo=UTC)
"""19:00 in Phnom Penh."""


@pytest.mark.parametrize(
    ("minutes", "words", "ends"),
    [
        (45, "45 min", ""), (120, "2 h", ""), (299, "4 h 59 min", ""), (300, "5 h", "It ends on the next day."),
        (3 * 24 * 60, "72 h", "It ends on Mon, Mar 29."),
    ],
)  # fmt: skip
def test_a_length_is_told_and_the_day_of_the_end_if_it_is_another(
    minutes: int, words: str, ends: str
) -> None:
    times = SessionTimes.usual(EVENING, EVENING + timedelta(minutes=minutes))

    assert length(ENGLISH, times.end - times.start) == words
    assert end_on_another_day(ENGLISH, times, ZoneInfo("Asia/Phnom_Penh")) == ends


@pytest.mark.parametrize(
    ("inside", "entered", "words"),
    [
        (0, 0, "Nobody has been scanned in yet."),
        (0, 1, "1 person was scanned in; the reports keep them."),
        (
            2,
            7,
            (
                "2 persons are inside now, and stay there until their badges are read. "
                "7 persons were scanned in; the reports keep them."
            ),
        ),
    ],
)
def test_whom_a_cancelled_session_concerns(inside: int, entered: int, words: str) -> None:
    assert toll(ENGLISH, inside, entered) == words
    assert "inside" not in toll(ENGLISH, inside, entered, Exits.NONE)


def test_each_fault_and_status_has_words_of_its_own() -> None:
    assert len({time_fault(ENGLISH, each) for each in TimeFault}) == len(TimeFault)
    assert [status(ENGLISH, each) for each in SessionStatus] == ["takes place", "Cancelled"]
