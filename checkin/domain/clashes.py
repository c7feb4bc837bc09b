"""Finds what does not fit in the programme, such as two sessions in one room at the same time.

A clash forbids nothing: the organiser may know more than the program. So clashes are values, which the window words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from checkin.domain.programme import Event, LocalText, Session


class ClashKind(Enum):
    """The kinds of clashes, the gravest first."""

    ROOM = auto()
    """Another session takes place in the same room at the same time."""
    SPEAKER = auto()
    """A speaker of the session speaks in another session at the same time."""
    TOO_SMALL = auto()
    """More people are inside now than the session, or its room, has seats."""
    NEVER_OPENS = auto()
    """The last entry is before the doors open, so that nobody can enter."""
    OUTSIDE_DAYS = auto()
    """The session begins before the first day of the event or after the last."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that does not fit at the session with the code `session`.

    `other` is the code of the other session, if there is one, and `speaker` the speaker who would be in both. `inside`
    is the number of people inside, and `seats` the number of seats, if these do not fit.
    """

    kind: ClashKind
    session: str
    other: str = ""
    speaker: LocalText | None = None
    inside: int = 0
    seats: int = 0


def clashes(event: Event, inside: Mapping[str, int]) -> dict[str, tuple[Clash, ...]]:
    """The clashes of all sessions that take place, by the session's code; sessions without a clash are left out.

    `inside` is the number of people who are inside each session now, by the session's code.
    """
    by_start = sorted((each for each in event.sessions.values() if each.takes_place), key=_by_start)
    meanwhile: dict[str, list[Session]] = defaultdict(list)
    running: list[Session] = []
    for session in by_start:
        running = [each for each in running if each.end > session.start]
        for each in running:
            meanwhile[session.code].append(each)
            meanwhile[each.code].append(session)
        running.append(session)
    found = {each.code: tuple(_found(event, each, meanwhile[each.code], inside)) for each in by_start}
    return {code: these for code, these in found.items() if these}


def clashes_of(event: Event, session: Session, inside: Mapping[str, int]) -> tuple[Clash, ...]:
    """The clashes of one session if it were as `session` says, among the other sessions of the event.

    The result is the same as that of `clashes` for an event with this session, but found faster.
    """
    if not session.takes_place:
        return ()
    others = sorted(
        (each for each in event.sessions.values() if _is_meanwhile(each, session) and each.takes_place),
        key=_by_start,
    )
    return tuple(_found(event, session, others, inside))


def seats_of(event: Event, session: Session) -> int | None:
    """The number of seats of the session: its own capacity, else that of its room; None for no limit."""
    room = event.rooms.get(str(session.room))
    return session.capacity if session.capacity is not None or room is None else room.capacity


def _found(
    event: Event, session: Session, meanwhile: Iterable[Session], inside: Mapping[str, int]
) -> Iterator[Clash]:
    others = list(meanwhile)
    for other in others:
        if session.room and str(other.room) == str(session.room):
            yield Clash(ClashKind.ROOM, session.code, other.code)
    for other in others:
        for speaker in _speakers_of_both(session, other):
            yield Clash(ClashKind.SPEAKER, session.code, other.code, speaker)
    seats, now = seats_of(event, session), inside.get(session.code, 0)
    if seats is not None and seats < now:
        yield Clash(ClashKind.TOO_SMALL, session.code, inside=now, seats=seats)
    if session.doors and session.last_entry < session.doors_open:
        yield Clash(ClashKind.NEVER_OPENS, session.code)
    if not event.description.first_day <= event.day_of(session.start) <= event.description.last_day:
        yield Clash(ClashKind.OUTSIDE_DAYS, session.code)


def _is_meanwhile(one: Session, other: Session) -> bool:
    return one.code != other.code and one.start < other.end and other.start < one.end


def _by_start(session: Session) -> tuple[datetime, str]:
    return session.start, session.code


def _speakers_of_both(session: Session, other: Session) -> Iterator[LocalText]:
    if not session.speakers or not other.speakers:
        return
    there = {name for speaker in other.speakers for name in _names(speaker)}
    for speaker in session.speakers:
        if there.intersection(_names(speaker)):
            yield speaker


def _names(speaker: LocalText) -> Iterator[str]:
    """The names of the speaker in all languages, without differences of capitals and spaces."""
    return (" ".join(words.casefold().split()) for _language, words in speaker.by_language)
