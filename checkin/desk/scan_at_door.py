"""Scan at a door: each reading gets one verdict, which is recorded before it is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.desk.door_answer import DoorAnswer, is_overridable
from checkin.desk.find import registered
from checkin.desk.recording import record_reading
from checkin.domain.admission import (
    ExitAlert,
    Left,
    Override,
    ScanRequest,
    Situation,
    Verdict,
    barrier,
    decide,
)
from checkin.domain.codes import Code
from checkin.domain.doors import ANYBODY, Chosen, Door, choose, served
from checkin.domain.facts import Scanned
from checkin.domain.presence import Direction
from checkin.domain.rooms import rooms_named
from checkin.errors import CheckinError
from checkin.storage import door as at_door
from checkin.storage import presence, whole_persons
from checkin.text import ticket_key

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event, Session
    from checkin.domain.reasons import Why
    from checkin.storage.event_file import EventFile


def scan(
    file: EventFile,
    staff: Staff,
    session: str,
    text: str,
    now: datetime,
    direction: Direction = Direction.AUTO,
) -> DoorAnswer:
    """Decide on a text that was scanned or typed at the door of one session; see `scan_at`."""
    return scan_at(file, staff, Door(session, direction=direction), text, now)


def scan_at(file: EventFile, staff: Staff, door: Door, text: str, now: datetime) -> DoorAnswer:
    """Decide on a text that was scanned or typed at this door, record the reading durably, and answer it.

    A text that is no genuine code, but the ticket code of exactly one delegate, stands for this delegate, without a
    badge. A door that is not set to one session chooses the session for each reading, by the time and the person's
    stays. Raises CheckinError if the door is set to a session that does not exist or that has no doors.
    """
    with file.transaction():
        event = file.event
        reading = file.read_code(text)
        code = reading.text if isinstance(reading, Code) else ""
        badge = code if isinstance(reading, Code) and reading.opens_doors else ""
        holder = "" if code else at_door.holder_of_ticket(file.database, ticket_key(text))
        chosen = _chosen(file, event, door, now, badge, holder or badge)
        read = None if holder else reading  # a ticket is no badge: its holder is known without one
        request = ScanRequest(chosen.session, read, door.direction, settle=door.settle)
        person = _Person(text, code, holder or code, chosen.other, by_ticket=bool(holder))
        answer = _answer(file, event, staff, request, now, person)
        if answer.verdict != Left(ExitAlert.NO_ENTRY) or answer.before is not None or door.session:
            return answer
        here = [each.code for each in served(event, door, now)]
        return replace(answer, before=at_door.last_left(file.database, badge, holder or badge, here))


def enter(file: EventFile, staff: Staff, door: Door, delegate: str, now: datetime) -> DoorAnswer:
    """Decide whether to let in a delegate (id) who cannot show a badge, and record the answer durably.

    The rules of admission apply as if the delegate's badge were read; no refusal is overridden. The request counts as
    one to enter, whatever direction the door is set to. Raises CheckinError as `scan_at` does, and if nobody has this
    id.
    """
    with file.transaction():
        event = file.event
        delegate = registered(
            file, delegate
        ).delegate.id  # another id where the delegate was merged meanwhile
        chosen = _chosen(file, event, replace(door, direction=Direction.IN), now, "", delegate)
        request = ScanRequest(chosen.session, None, Direction.IN)
        return _answer(file, event, staff, request, now, _Person("", "", delegate))


def admit(file: EventFile, staff: Staff, delegate: str, session: str, why: Why, now: datetime) -> DoorAnswer:
    """Let a delegate (id) in although a rule of admission refuses them now, and record the answer durably.

    One refusal is overridden; if a further rule refuses the person, the answer is that refusal. Refusals that were
    overridden since the person was last let in stay overridden. Raises CheckinError if the session does not exist or
    has no doors, or if nobody has this id.
    """
    with file.transaction():
        event = file.event
        place = session_of(event, session)
        delegate = registered(file, delegate).delegate.id
        earlier = whole_persons.fold(file.database, delegate).overridden.get(session, frozenset())
        request = ScanRequest(place, None, Direction.IN, Override(staff.operator, why, earlier))
        return _answer(file, event, staff, request, now, _Person("", "", delegate))


def session_of(event: Event, session: str) -> Session:
    """The session with this code.

    If there is none, or if it has no doors, raises a CheckinError that lists the sessions with doors.
    """
    sessions = event.sessions
    if session in sessions and sessions[session].doors:
        return sessions[session]
    title = f"There is no session “{session}”"
    if session in sessions:
        title = f"The session “{session}” has no doors: nobody is read there"
    known = ", ".join(code for code, each in sessions.items() if each.doors)
    raise CheckinError(title, f"The sessions are: {known or 'none yet'}.")


def room_of(event: Event, text: str) -> str:
    """The code of the room that `text` names: either by the room's code, or by its name in any language.

    If there is no such room, raises a CheckinError that lists the rooms.
    """
    named = rooms_named(event, text)
    if named:
        return named[0]
    rooms = event.names_of_rooms()
    raise CheckinError(f"There is no room “{text}”", f"The rooms are: {', '.join(rooms) or 'none yet'}.")


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is at the door: the text that was read, its code, and the person's id, or the code if it has no delegate.

    `by_ticket` says that the text is the person's ticket code of another system.
    """

    text: str
    code: str
    id: str
    other: Session | None = None
    by_ticket: bool = False


def _chosen(file: EventFile, event: Event, door: Door, now: datetime, code: str, person: str) -> Chosen:
    """The session for this reading of the badge with this code; person and code are "" if no badge was read."""
    if door.session:
        return Chosen(session_of(event, door.session))
    bearer = at_door.bearer(file.database, code, person) if person else ANYBODY
    return choose(event, door, now, bearer)


def _answer(
    file: EventFile, event: Event, staff: Staff, request: ScanRequest, now: datetime, person: _Person
) -> DoorAnswer:
    """Decide on the request, record the reading, and answer it. The caller must have opened a transaction."""
    session = _with_capacity(event, request.session)
    request = replace(request, session=session)
    place = session.code if session is not None else ""
    known = at_door.situation(file.database, event.policy, event.day_of(now), place, person.code, person.id)
    verdict = decide(request, known, now)
    act = _record(file, staff, request, verdict, now, person, known)
    return DoorAnswer(
        person.text,
        session,
        verdict,
        now,
        known.delegate,
        known.badge,
        known.last_stay,
        presence.occupancy(file.database, place),
        act,
        request.override,
        person.other if verdict == Left() else None,
        request.direction,
        barrier(request, known, now) if is_overridable(verdict) else None,
        known.naming,
    )


def _with_capacity(event: Event, session: Session | None) -> Session | None:
    """The session with the capacity that holds for it, which may be its room's."""
    return replace(session, capacity=event.capacity_of(session)) if session is not None else None


def _record(
    file: EventFile,
    staff: Staff,
    request: ScanRequest,
    verdict: Verdict,
    now: datetime,
    person: _Person,
    known: Situation,
) -> str:
    """Record the reading and return the id of its act."""
    holder = known.badge.delegate if known.badge is not None else ""
    delegate = holder if request.reading is not None else person.id
    fact = Scanned(
        request.session.code if request.session is not None else "",
        person.code,
        delegate,
        request.direction,
        verdict,
        now,
        staff.station,
        request.override.why if request.override is not None else None,
        0 if person.code or request.reading is None else len(request.reading.text),
        person.by_ticket,
    )
    return record_reading(file, staff, fact, delegate or person.code, known.last_stay)
