"""The times of a session as an organiser types them on the venue's clocks, and the times that follow from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.clock import moments_at, shown_at
from checkin.domain.programme import default_doors_open
from checkin.domain.session_times import (
    A_DAY,
    FoundFault,
    SessionTimes,
    TimeFault,
    TimeField,
    wrong_times,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo


_LONGEST_OVER_MIDNIGHT: Final = timedelta(hours=12)
"""An end before the start is meant for the next day if the session is no longer than this; otherwise it is a slip."""


class By(Enum):
    """How a time is set that nobody typed: it moves along with the start, or it is the usual time."""

    MOVING = auto()
    USUAL = auto()


TypedTime: TypeAlias = time | By | None
"""What was typed for a time: a time of day; nothing (then `By` says how the time is set); None for anything else."""


@dataclass(frozen=True, slots=True)
class TypedTimes:
    """The times of a session as they are typed, on the venue's clocks.

    When the clocks are put back, they show some times twice. `start_turn` and `end_turn` then say which of the two
    moments is meant: 0 the first, 1 the second.
    """

    day: date
    start: time | None
    end: TypedTime = By.MOVING
    doors_open: TypedTime = By.MOVING
    last_entry: TypedTime = By.MOVING
    start_turn: int = 0
    end_turn: int = 0


@dataclass(frozen=True, slots=True)
class ReadTimes:
    """The result of reading typed times.

    `times` is None if a time is missing. `faults` is empty if the times can be saved. `start_comes_twice` and
    `end_comes_twice` say that the clocks show the start or the end twice, so that the operator must choose which of the
    two moments is meant.
    """

    times: SessionTimes | None
    faults: tuple[FoundFault, ...] = ()
    start_comes_twice: bool = False
    end_comes_twice: bool = False


def read_times(typed: TypedTimes, former: SessionTimes, zone: ZoneInfo) -> ReadTimes:
    """Find out what these typed times mean for a session that had the times `former`.

    A typed time that is the same as before, to the minute, keeps its former seconds. An end before the start is on the
    next day, unless the session would then be longer than half a day. A typed time of the doors is on the day of the
    start or on a day beside it, whichever fits the session best.
    """
    starts = _starts(typed, former, zone)
    if not starts:
        return ReadTimes(None, ((TimeField.START, _why_none(typed.start)),))
    start = starts[min(typed.start_turn, len(starts) - 1)]
    base = former.moved_to(start)
    ends = _ends(typed, base, zone)
    if not ends:
        return ReadTimes(None, ((TimeField.END, _why_none(typed.end)),), len(starts) > 1)
    end = ends[min(typed.end_turn, len(ends) - 1)]
    doors = _doors(typed.doors_open, base, zone)
    moved = base.ended_at(end)
    opens = base.doors_open if doors is None else doors
    entry = _last_entry(typed.last_entry, replace(moved, doors_open=opens), zone)
    times = SessionTimes(start, end, opens, moved.last_entry if entry is None else entry)
    unread = [
        (field, _why_none(value))
        for field, value, moment in (
            (TimeField.DOORS_OPEN, typed.doors_open, doors),
            (TimeField.LAST_ENTRY, typed.last_entry, entry),
        )
        if moment is None
    ]
    faults = (
        *unread,
        *(each for each in wrong_times(times) if each[0] not in {field for field, _ in unread}),
    )
    return ReadTimes(times, faults, len(starts) > 1, len(ends) > 1)


def _why_none(typed: TypedTime) -> TimeFault:
    return TimeFault.NO_TIME if typed is None else TimeFault.SKIPPED


def _starts(typed: TypedTimes, former: SessionTimes, zone: ZoneInfo) -> tuple[datetime, ...]:
    if typed.start is None:
        return ()
    return _exact(moments_at(datetime.combine(typed.day, typed.start), zone), former.start)


def _ends(typed: TypedTimes, base: SessionTimes, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments that the typed end can mean; those after the start if there are any, on its day or the next."""
    if not isinstance(typed.end, time):
        return (base.end,) if isinstance(typed.end, By) else ()
    shown = shown_at(base.end, zone).replace(second=0, microsecond=0)
    if shown.time() == typed.end and len(moments_at(shown, zone)) == 1:
        return (base.end,)
    first_day = shown_at(base.start, zone).date()
    same_day = moments_at(datetime.combine(first_day, typed.end), zone)
    after = tuple(each for each in same_day if each > base.start)
    next_day = moments_at(datetime.combine(first_day + A_DAY, typed.end), zone)
    over_midnight = tuple(each for each in next_day if each - base.start <= _LONGEST_OVER_MIDNIGHT)
    return _exact(after or over_midnight or same_day, base.end)


def _doors(typed: TypedTime, base: SessionTimes, zone: ZoneInfo) -> datetime | None:
    if typed is By.USUAL:
        return default_doors_open(base.start)
    if typed is By.MOVING:
        return base.doors_open
    around = _exact(_around(typed, base.start, zone), base.doors_open)
    return min(around, key=lambda each: abs(each - base.start), default=None)


def _last_entry(typed: TypedTime, moved: SessionTimes, zone: ZoneInfo) -> datetime | None:
    if typed is By.USUAL:
        return moved.end
    if typed is By.MOVING:
        return moved.last_entry
    around = _exact(_around(typed, moved.start, zone), moved.last_entry)
    possible = [each for each in around if moved.doors_open <= each <= moved.end]
    if possible:
        return max(possible)
    return min(around, key=lambda each: abs(each - moved.start), default=None)


def _around(typed: TypedTime, start: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments at which the clocks show the typed time on the day of the start, and on the days beside it."""
    if not isinstance(typed, time):
        return ()
    day = shown_at(start, zone).date()
    if not moments_at(datetime.combine(day, typed), zone):
        return ()
    days = (day - A_DAY, day, day + A_DAY)
    return tuple(each for one in days for each in moments_at(datetime.combine(one, typed), zone))


def _exact(moments: Iterable[datetime], known: datetime) -> tuple[datetime, ...]:
    """These moments (of whole minutes), but in place of the minute of the moment `known` that moment itself."""
    minute = known.replace(second=0, microsecond=0)
    return tuple(known if each == minute else each for each in moments)
