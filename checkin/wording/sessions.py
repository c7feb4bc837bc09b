"""The words about planned sessions: faults of their times, their lengths, and the people whom a change concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.clock import shown_at
from checkin.domain.programme import Exits, SessionStatus
from checkin.domain.session_times import TimeFault

if TYPE_CHECKING:
    from datetime import timedelta
    from zoneinfo import ZoneInfo

    from checkin.domain.session_times import SessionTimes
    from checkin.wording.language import Language

_MINUTES_OF_HOUR: Final = 60


def time_fault(say: Language, fault: TimeFault) -> str:
    """The fault of a time of a session, as one sentence to show beside the field of the time."""
    match fault:
        case TimeFault.NO_TIME:
            return say.text("This is no time: write it like 09:30.")
        case TimeFault.SKIPPED:
            return say.text("The clocks are put forward that night, and skip this time.")
        case TimeFault.END_NOT_AFTER_START:
            return say.text("The end must be after the start.")
        case TimeFault.LAST_ENTRY_BEFORE_DOORS:
            return say.text("The last entry is before the doors open.")
        case TimeFault.LAST_ENTRY_AFTER_END:
            return say.text("The last entry is after the end.")
        case _:
            assert_never(fault)


def status(say: Language, value: SessionStatus) -> str:
    """The words for whether a session takes place."""
    match value:
        case SessionStatus.PLANNED:
            return say.text("takes place")
        case SessionStatus.CANCELLED:
            return say.text("Cancelled")
        case _:
            assert_never(value)


def length(say: Language, long: timedelta) -> str:
    """The length of a session: 1 h 30 min, 2 h or 45 min."""
    hours, minutes = divmod(round(long.total_seconds() / _MINUTES_OF_HOUR), _MINUTES_OF_HOUR)
    if not hours:
        return say.text("{minutes} min").format(minutes=minutes)
    if not minutes:
        return say.text("{hours} h").format(hours=hours)
    return say.text("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def end_on_another_day(say: Language, times: SessionTimes, zone: ZoneInfo) -> str:
    """The sentence that a session ends on another day than it starts; "" if it ends on the same day."""
    begins, ends = (shown_at(each, zone).date() for each in (times.start, times.end))
    if begins == ends:
        return ""
    if (ends - begins).days == 1:
        return say.text("It ends on the next day.")
    return say.text("It ends on {day}.").format(day=say.weekday(ends))


def toll(say: Language, inside: int, entered: int, exits: Exits = Exits.SCANNED) -> str:
    """The sentence that says how many people are concerned if a session is cancelled or withdrawn.

    The question before the act shows this sentence. `inside` persons are inside now, and `entered` persons were ever
    scanned in. If the `exits` are not scanned, nobody knows who is inside.
    """
    if not entered:
        return say.text("Nobody has been scanned in yet.")
    scanned = say.many(
        "{count} person was scanned in; the reports keep them.",
        "{count} persons were scanned in; the reports keep them.",
        entered,
    )
    if not inside or exits is Exits.NONE:
        return scanned
    still = say.many(
        "{count} person is inside now, and stays there until the badge is read.",
        "{count} persons are inside now, and stay there until their badges are read.",
        inside,
    )
    return f"{still} {scanned}"
