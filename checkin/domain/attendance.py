"""Attendance: the sum of a person's stays in one session, computed from wall times only.

Where exits are not scanned, nobody knows how long a person stayed. Attendance is then the first entry alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from checkin.domain.programme import Exits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.presence import Stay
    from checkin.domain.programme import Session

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Attendance:
    """The attendance of one person in one session: first entry, last exit, and time inside.

    A stay is one period that the person spent inside. `last_out` is None while the last stay is open. `assumed` says
    that a stay never ended and was taken to last until the session's end. `clocks_disagree` says that a stay was left
    out because its exit has an earlier time than its entry. Where exits are not scanned, `last_out` and `inside` are
    None, `assumed` and `clocks_disagree` are False.
    """

    first_in: datetime
    last_out: datetime | None
    inside: timedelta | None
    assumed: bool
    clocks_disagree: bool

    @property
    def minutes(self) -> float | None:
        """The whole time inside in minutes, rounded to two decimals; None where exits are not scanned."""
        return None if self.inside is None else round(self.inside / _MINUTE, 2)


def attendance(stays: Sequence[Stay], session: Session, now: datetime, exits: Exits) -> Attendance:
    """Add up one person's stays (periods inside) in one session, as they are at the time `now`.

    There must be at least one stay, and the stays are in the order of the journal. Time before the session's start and
    after its end does not count. An open stay counts up to `now` while the session runs; after the session it is taken
    to have lasted until the session's end (`assumed`). If exits are not scanned, only the first entry is given.
    """
    first_in = min(stay.came for stay in stays)
    if exits is Exits.NONE:
        return Attendance(first_in, last_out=None, inside=None, assumed=False, clocks_disagree=False)
    return Attendance(
        first_in=first_in,
        last_out=stays[-1].left,
        inside=sum((_inside(stay, session, now) for stay in stays), timedelta()),
        assumed=any(stay.is_open for stay in stays) and now >= session.end,
        clocks_disagree=any(stay.clocks_disagree for stay in stays),
    )


def _inside(stay: Stay, session: Session, now: datetime) -> timedelta:
    if stay.clocks_disagree:
        return timedelta()
    left = stay.left if stay.left is not None else now
    return max(min(left, session.end) - max(stay.came, session.start), timedelta())
