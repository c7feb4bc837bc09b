"""Scan at the door of a session: each reading gets one verdict, which is recorded before it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk.find import registered
from checkin.desk.recording import record_reading
from checkin.domain import codes
from checkin.domain.admission import Override, ScanRequest, Situation, Verdict, decide
from checkin.domain.codes import Code
from checkin.domain.facts import Scanned
from checkin.domain.presence import Direction
from checkin.errors import CheckinError
from checkin.storage import door, presence, projection
from checkin.storage.presence import Occupancy

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Delegate
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.domain.reasons import Why
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class DoorAnswer:
    """The answer of the door to one reading.

    It holds what was read, the verdict, whose badge it is, and how many are inside now. `act` is the id of the act that
    records the reading. `before` is the person's latest stay in this session before the reading. `badge` is the badge
    that was read; if it was revoked, it holds the reason for this.
    """

    text: str
    session: Session
    verdict: Verdict
    at: datetime
    delegate: Delegate | None = None
    badge: Badge | None = None
    before: Stay | None = None
    occupancy: Occupancy = Occupancy()
    act: str = ""


def scan(
    file: EventFile,
    staff: Staff,
    session: str,
    text: str,
    now: datetime,
    direction: Direction = Direction.AUTO,
) -> DoorAnswer:
    """Decide on a text that was scanned or typed at this session's door, record the reading durably, and answer it.

    Raises CheckinError if the session does not exist.
    """
    with file.transaction():
        event = file.event
        place = session_of(event, session)
        reading = codes.read(text, file.event_key)
        code = reading.text if isinstance(reading, Code) else ""
        known = door.situation(file.database, event.policy, event.day_of(now), session, code, code)
        person = known.badge.delegate if known.badge is not None else ""
        verdict = decide(ScanRequest(place, reading, direction), known, now)
        length = 0 if code else len(reading.text)
        fact = Scanned(session, code, person, direction, verdict, now, staff.station, length=length)
        act = record_reading(file, staff, fact, person or code, known.last_stay)
        return _answer(file, act, text, place, verdict, now, known)


def admit(file: EventFile, staff: Staff, delegate: str, session: str, why: Why, now: datetime) -> DoorAnswer:
    """Let a delegate (id) in although a row of the admission table refuses them now, and record this durably.

    Refusals that were overridden since the person was last let in stay overridden. Raises CheckinError if the session
    does not exist or nobody has this id.
    """
    with file.transaction():
        event = file.event
        place = session_of(event, session)
        registered(file, delegate)
        earlier = projection.fold(file.database, delegate).overridden.get(session, frozenset())
        request = ScanRequest(place, None, Direction.IN, Override(staff.operator, why, earlier))
        known = door.situation(file.database, event.policy, event.day_of(now), session, "", delegate)
        verdict = decide(request, known, now)
        fact = Scanned(session, "", delegate, Direction.IN, verdict, now, staff.station, why)
        act = record_reading(file, staff, fact, delegate, known.last_stay)
        return _answer(file, act, "", place, verdict, now, known)


def session_of(event: Event, session: str) -> Session:
    """The session with this code.

    If there is none, raises a CheckinError that lists the existing sessions.
    """
    sessions = event.sessions
    if session not in sessions:
        raise CheckinError(
            f"There is no session “{session}”", f"The sessions are: {', '.join(sessions) or 'none yet'}."
        )
    return sessions[session]


def _answer(
    file: EventFile,
    act: str,
    text: str,
    session: Session,
    verdict: Verdict,
    now: datetime,
    known: Situation,
) -> DoorAnswer:
    inside = presence.occupancy(file.database, session.code)
    return DoorAnswer(text, session, verdict, now, known.delegate, known.badge, known.last_stay, inside, act)
