"""Let everybody out of a session that does not take place any more: one act, for which no badge is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.recording import record_many
from checkin.domain.admission import Left
from checkin.domain.facts import LongAct, Scanned
from checkin.domain.presence import Direction
from checkin.domain.programme import Exits
from checkin.errors import CheckinError
from checkin.storage import presence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile


def out_now(file: EventFile, staff: Staff, session: str, now: datetime) -> int:
    """Record that everybody who is inside this session leaves it now; return the number of persons.

    This is one long act, which is undone as a whole. Raises CheckinError if the session is not known, or if it takes
    place, because nobody knows then who has left it. Also raises CheckinError while another long act is going on.
    """
    known = file.event.sessions.get(session)
    if known is None or known.takes_place:
        raise CheckinError(
            f"The session “{session}” takes place" if known else f"There is no session “{session}”",
            "Only people in a session that was cancelled or withdrawn can be read out together. Nothing was recorded.",
        )
    persons = presence.who_is_inside(file.database, session)
    if persons:
        record_many(
            file,
            staff,
            LongAct.OUT_NOW,
            _facts(persons, session, now, staff.station),
            lambda _: None,
        )
    return len(persons)


def left_inside(event: Event, inside: dict[str, int]) -> dict[str, int]:
    """The number of people inside each session that does not take place, by the session's code, without empty sessions.

    The result is {} for an event that does not scan exits, because nobody knows there who is still inside.
    """
    if event.policy.exits is Exits.NONE:
        return {}
    return {
        code: number
        for code, number in inside.items()
        if code in event.sessions and not event.sessions[code].takes_place
    }


def _facts(persons: list[tuple[str, bool]], session: str, now: datetime, station: str) -> Iterator[Scanned]:
    for person, is_delegate in persons:
        code, delegate = ("", person) if is_delegate else (person, "")
        yield Scanned(session, code, delegate, Direction.OUT, Left(), now, station)
