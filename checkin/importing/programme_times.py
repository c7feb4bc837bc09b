"""Works out the times of a session from what a row of a programme says, at the venue and in UTC."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.clock import moment_at
from checkin.domain.programme import default_doors_open
from checkin.domain.rejections import RejectReason
from checkin.importing.programme_words import Part
from checkin.importing.times_of_day import to_the_second

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checkin.domain.programme import Event, Session
    from checkin.importing.programme_rows import SessionRow

SessionTimes: TypeAlias = tuple[datetime, datetime, datetime, datetime]
"""The start, the end, the opening of the doors and the last entry of a session, in UTC."""

_EVENING: Final = time(17)
_LONGEST_NIGHT: Final = timedelta(hours=12)
_DAY: Final = timedelta(days=1)


def with_ends_told_by_the_next(rows: Sequence[SessionRow]) -> list[SessionRow]:
    """The rows, in which a session without an end gets the start of the next session as its end.

    The next session is the one that begins next on the same day of the same sheet. If the row has a room, a later
    session in the same room is preferred. Rows of a sheet that has a column of ends are not changed.
    """
    result = []
    for index, row in enumerate(rows):
        if row.start is None or row.end is not None or Part.END in row.columns:
            result.append(row)
            continue
        start = row.start
        later = [
            (each.room, each.start)
            for each in rows[index + 1 :]
            if each.sheet == row.sheet
            and each.day == row.day
            and each.start is not None
            and each.start > start
        ]
        in_the_room = [at for room, at in later if row.room and room == row.room]
        ends = in_the_room or [at for _, at in later]
        result.append(replace(row, end=min(ends)) if ends else row)
    return result


def new_times(row: SessionRow, event: Event) -> SessionTimes | RejectReason:
    """The times of a new session, whose doors open at the usual time; or the reason for rejecting the row."""
    if row.start is None or row.end is None:
        return RejectReason.NO_TIME
    if row.day is None:
        return RejectReason.NO_DAY
    span = _span(row, row.day, row.start, row.end, event)
    if isinstance(span, RejectReason):
        return span
    return (*span, default_doors_open(span[0]), span[1])


def amended_times(row: SessionRow, known: Session, event: Event) -> SessionTimes | RejectReason:
    """The times of a known session after the row has changed them; or the reason for rejecting the row.

    A time that the row does not mention stays, and so does one that reads the same on the venue's clock. Doors that do
    not open at the usual time, and a last entry that is not at the end, keep their time. They get the usual time only
    if the session moves to another day, or if their time would be impossible.
    """
    had = known.start, known.end, known.doors_open, known.last_entry
    if row.start is None and row.end is None and row.day is None:
        return had
    old_start, old_end = _wall(known.start, event), _wall(known.end, event)
    start, end, day = row.start or old_start.time(), row.end or old_end.time(), row.day or old_start.date()
    if row.start is None and row.end is None and day == old_start.date():
        return had
    if _is_same(row, day, start, end, (old_start, old_end), known):
        return had
    if row.end is None:
        row = replace(row, end_day=day + (old_end.date() - old_start.date()))
    span = _span(row, day, start, end, event)
    if isinstance(span, RejectReason):
        return span
    return (*span, *_doors(known, *span, event))


def _is_same(
    row: SessionRow, day: date, start: time, end: time, old: tuple[datetime, datetime], known: Session
) -> bool:
    """Whether the row says the times that the session has, exactly or on the wall's clock."""
    if row.start_at is not None and row.end_at is not None:
        return (row.start_at, row.end_at) == (to_the_second(known.start), to_the_second(known.end))
    old_start, old_end = old
    is_same_end = end == old_end.time() and row.end_day in {None, old_end.date()}
    return datetime.combine(day, start) == old_start and is_same_end


def _span(
    row: SessionRow, day: date, start: time, end: time, event: Event
) -> tuple[datetime, datetime] | RejectReason:
    """The start and the end in UTC. A session of the evening that ends before it starts ends the next day."""
    local_start = datetime.combine(day, start)
    local_end = datetime.combine(row.end_day or day, end)
    is_over_midnight = row.end_day is None and local_end <= local_start and start >= _EVENING
    if is_over_midnight and local_end + _DAY - local_start <= _LONGEST_NIGHT:
        local_end += _DAY
    begin = row.start_at or moment_at(local_start, event.zone)
    finish = row.end_at or moment_at(local_end, event.zone)
    if begin is None or finish is None:
        return RejectReason.SKIPPED_BY_THE_CLOCKS
    if finish <= begin:
        return RejectReason.ENDS_BEFORE_START
    if not event.description.first_day <= event.day_of(begin) <= event.description.last_day:
        return RejectReason.OUTSIDE_THE_DAYS
    return begin, finish


def _doors(known: Session, start: datetime, end: datetime, event: Event) -> tuple[datetime, datetime]:
    """When the doors of the session open, and its last entry, after the session has moved to this start and end."""
    opens_by_default = known.doors_open == default_doors_open(known.start)
    is_last_by_default = known.last_entry == known.end
    by = start - known.start
    is_other_day = event.day_of(start) != event.day_of(known.start)
    doors_open = default_doors_open(start) if opens_by_default else known.doors_open
    last_entry = end if is_last_by_default else known.last_entry
    if is_other_day or not doors_open <= last_entry <= end or doors_open > end:
        doors_open = default_doors_open(start) if opens_by_default else known.doors_open + by
        last_entry = end if is_last_by_default else min(known.last_entry + by, end)
    return min(doors_open, last_entry), last_entry


def _wall(moment: datetime, event: Event) -> datetime:
    return to_the_second(moment.astimezone(event.zone).replace(tzinfo=None))
