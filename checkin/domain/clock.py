"""The clocks at the venue, and the moments at which they show a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def moments_at(shown: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments (UTC), the earlier first, at which the clocks in this time zone show this date and time.

    `shown` has no time zone. Usually there is one moment. There are two if the clocks are put back and show the time
    twice, and none if they are put forward and skip the time.
    """
    turns = {shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(
        sorted(turn for turn in turns if turn.astimezone(zone).replace(tzinfo=None, fold=0) == shown)
    )


def moment_at(written: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) that a written date and time means; without an offset it is meant in this time zone.

    If the clocks there show the time twice, the first is meant; None if they skip it.
    """
    if written.tzinfo is not None:
        return written.astimezone(UTC)
    return next(iter(moments_at(written, zone)), None)


def shown_at(moment: datetime, zone: ZoneInfo) -> datetime:
    """The date and time, without a time zone, that the clocks in this time zone show at this moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)
