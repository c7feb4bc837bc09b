"""Moments as whole numbers of milliseconds, as the tables keep them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from checkin.storage.trouble import damaged

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    """The milliseconds from the beginning of 1970 (UTC) to this moment, a datetime with a time zone."""
    return (moment - EPOCH) // _MILLISECOND


def from_ms(milliseconds: int) -> datetime:
    """The moment, in UTC, that is this number of milliseconds after the beginning of 1970."""
    try:
        return EPOCH + timedelta(milliseconds=milliseconds)
    except (TypeError, OverflowError) as error:
        raise damaged("a time", milliseconds) from error
