"""Finds the session for each reading at a door: the session set for the door, or the one that the clock gives.

A door by the clock has no fixed session: it is the door of one room, or of all rooms. It lets a person out of the
session that they are in, and otherwise into the session whose doors are open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from checkin.domain.presence import Direction, may_close
from checkin.domain.programme import Exits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session

LEAVING: Final = timedelta(minutes=10)
"""The time after a session's end in which a room's door still lets people out of it; 300 people need four minutes."""
SETTLE: Final = 60
"""The seconds after an entry in which a door with a screen asks before it lets the same badge out again."""


@dataclass(frozen=True, slots=True)
class Door:
    """A place where badges are read: the door of one session, of one room, or of all rooms.

    If `session` (a code) is not "", this is the door of that session. Otherwise this is a door by the clock, which
    chooses a session for each reading by the time and by where the person is inside. Such a door is of one `room` (a
    room's code, or the room's name as the sessions write it), or of all rooms if `room` is "". `settle` is as in
    `ScanRequest`.
    """

    session: str = ""
    room: str = ""
    direction: Direction = Direction.AUTO
    settle: int = 0

    def is_of(self, session: Session) -> bool:
        """Whether this door, which must not be set to one session, is a door of that session's room."""
        return not self.room or str(session.room) == self.room


@dataclass(frozen=True, slots=True)
class Bearer:
    """What a door that is not set to one session must know about a person to find the session.

    `open_stays` are the person's stays (periods inside a session) that have not ended, by the session's code. `code` is
    the code that was read, "" if nobody's badge was read.
    """

    code: str = ""
    is_revoked: bool = False
    is_flagged: bool = False
    open_stays: Mapping[str, Stay] = field(default_factory=dict)


ANYBODY: Final = Bearer()
"""A person of whom nothing is known, or a text that is no code."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The session that a door has found for a reading; `session` is None if no session opens any more.

    `other` is set if the reading lets the person out of `session` although they may have come for another session that
    is open: `other` is the session that they enter if the badge is read once more.
    """

    session: Session | None
    other: Session | None = None


def choose(event: Event, door: Door, now: datetime, bearer: Bearer = ANYBODY) -> Chosen:
    """Find the session for a reading at this door.

    For a door of one session, this is always that session, or None if the event has no such session. For a door by the
    clock, it is the session that the person leaves if they are inside one, or else the session whose doors are open to
    them, or else the session that opens next.
    """
    if door.session:
        return Chosen(event.sessions.get(door.session))
    here = served(event, door, now)
    opened = _opened(here, now, bearer)
    left = _left(event, here, door, bearer)
    if left is None:
        return Chosen(opened or _next_to_open(here, now))
    return Chosen(left, None if opened is left or door.direction is Direction.OUT else opened)


def served(event: Event, door: Door, now: datetime) -> list[Session]:
    """The sessions for which a door by the clock is used now: all that have not ended, and those that have just ended.

    A session has just ended if its end is at most `LEAVING` ago, because guests are still leaving it.
    """
    return [each for each in event.sessions.values() if each.end + LEAVING >= now and door.is_of(each)]


def _left(event: Event, here: Iterable[Session], door: Door, bearer: Bearer) -> Session | None:
    """The session that the person leaves: of those that they are in, the one entered last.

    None at an entrance, and where exits are not scanned. A revoked badge leaves only what it entered itself.
    """
    if door.direction is Direction.IN or event.policy.exits is Exits.NONE:
        return None
    stays = [(bearer.open_stays[each.code], each) for each in here if each.code in bearer.open_stays]
    known = [pair for pair in stays if may_close(pair[0], bearer.code, revoked=bearer.is_revoked)]
    last = max(known, key=lambda pair: (pair[0].came, pair[1].in_programme()), default=None)
    return last[1] if last is not None else None


def _opened(here: Iterable[Session], now: datetime, bearer: Bearer) -> Session | None:
    """The session whose doors are open to this person; of several, the one that starts nearest to `now`.

    Of two starts equally near, the later is taken. A flagged person can still enter after the last entry, but not after
    the session's end.
    """
    known = [
        each for each in here if now <= each.end and each.doors_are_open(now, to_flagged=bearer.is_flagged)
    ]
    return min(known, key=lambda each: (abs(each.start - now), now - each.start), default=None)


def _next_to_open(here: Iterable[Session], now: datetime) -> Session | None:
    """The session that opens next.

    A session whose doors staff have closed, between its opening and its last entry, can be opened at any moment: it
    comes before those of which the clock will open the doors.
    """
    known = [
        each
        for each in here
        if each.takes_place
        and each.doors
        and max(each.doors_open, now) <= each.last_entry
        and (now < each.doors_open or each.is_closed_by_hand)
    ]
    return min(known, key=lambda each: (max(each.doors_open, now), abs(each.start - now)), default=None)
