"""Finds what does not fit in the programme, such as two sessions in one room at the same time.

A clash forbids nothing, because the organiser may know more than the program. Clashes are values without words; the
window puts them into words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Self

from checkin.domain.session_times import is_day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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
    there = [_Placed.of(each) for each in event.sessions.values() if each.takes_place]
    meanwhile: dict[str, list[_Placed]] = defaultdict(list)
    running: list[_Placed] = []
    for now in sorted(there, key=_by_start):
        running = [each for each in running if each.session.end > now.session.start]
        for each in running:
            meanwhile[now.session.code].append(each)
            meanwhile[each.session.code].append(now)
        running.append(now)
    found = {
        each.session.code: tuple(_found(event, each, meanwhile[each.session.code], inside)) for each in there
    }
    return {code: these for code, these in found.items() if these}


def clashes_of(event: Event, session: Session, inside: Mapping[str, int]) -> tuple[Clash, ...]:
    """The clashes of `session`, which may be a new or changed session, with the other sessions of the event.

    The result is the same as that of `clashes` for an event with this session, but found faster.
    """
    if not session.takes_place:
        return ()
    others = [
        _Placed.of(each)
        for each in event.sessions.values()
        if each.code != session.code
        and each.start < session.end
        and session.start < each.end
        and each.takes_place
    ]
    return tuple(_found(event, _Placed.of(session), sorted(others, key=_by_start), inside))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A session with its room and the names of its speakers, as they are compared with those of others."""

    session: Session
    room: str
    names: frozenset[str]

    @classmethod
    def of(cls, session: Session) -> Self:
        names = (name for speaker in session.speakers for name in _names(speaker))
        return cls(session, str(session.room), frozenset(names))


def _found(
    event: Event, placed: _Placed, meanwhile: Sequence[_Placed], inside: Mapping[str, int]
) -> Iterator[Clash]:
    """The clashes of a session; `meanwhile` are the other sessions at the same time, by their start."""
    session = placed.session
    for other in meanwhile:
        if placed.room and other.room == placed.room:
            yield Clash(ClashKind.ROOM, session.code, other.session.code)
    for other in meanwhile:
        if not placed.names.isdisjoint(other.names):
            for speaker in session.speakers:
                if not other.names.isdisjoint(_names(speaker)):
                    yield Clash(ClashKind.SPEAKER, session.code, other.session.code, speaker)
    seats, now = event.capacity_of(session), inside.get(session.code, 0)
    if seats is not None and seats < now:
        yield Clash(ClashKind.TOO_SMALL, session.code, inside=now, seats=seats)
    if session.doors and session.last_entry < session.doors_open:
        yield Clash(ClashKind.NEVER_OPENS, session.code)
    if not is_day_of(event.description, event.day_of(session.start)):
        yield Clash(ClashKind.OUTSIDE_DAYS, session.code)


def _by_start(placed: _Placed) -> tuple[datetime, str]:
    return placed.session.start, placed.session.code


def _names(speaker: LocalText) -> Iterator[str]:
    """The names of the speaker in all languages, without differences of capitals and spaces."""
    return (" ".join(words.casefold().split()) for _language, words in speaker.by_language)
