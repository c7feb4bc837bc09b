"""The question about the file that lies in place of a lost event tells what the file lacks, and where the acts stay."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checkin.domain.programme import LocalText
from checkin.storage.lacking import Lacking
from checkin.ui.lost_question import LostQuestion
from checkin.wording import in_language

SINCE = datetime(2027, 3, 15, 1, 46, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Phnom_Penh")
COPY = Path("/events/Forum (rescued).event")


@pytest.mark.parametrize(
    ("acts", "other", "rescued", "asked", "opened"),
    [
        (1, "", COPY, "1 act since 08:46 is not in that file.", "1 act since 08:46 is not in that file."),
        (2, "", None, "2 acts since 08:46 are not in that file.", "2 acts since 08:46 are not in that file."),
        (
            2,
            "Gala",
            COPY,
            "Another event lies there: Gala. 2 acts since 08:46 are not in that file.",
            "Another event is open now: Gala",
        ),
    ],
)
def test_what_is_missing_and_where_it_stays(
    acts: int, other: str, rescued: Path | None, asked: str, opened: str
) -> None:
    say = in_language("en")
    question = LostQuestion(Lacking(acts, SINCE, LocalText.of(other) if other else None), rescued, ZONE)
    kept = f"What was recorded stays in {rescued}." if rescued is not None else ""

    assert question.asked(say) == (asked, kept)
    assert question.opened(say) == (opened, kept)
