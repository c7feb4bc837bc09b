"""Rooms as people name them: by the code of a room or by its name in any language; an unknown name makes a room."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText, Room
from checkin.domain.proposed_codes import proposed_code

if TYPE_CHECKING:
    from checkin.domain.programme import Event

_WITHOUT_LETTERS: Final = "room"


def rooms_named(event: Event, text: str) -> tuple[str, ...]:
    """The codes of the rooms that `text` names: the room with this code, or those that have this name in a language.

    Of names, capitals do not count. A room that the event does not define has as its code the text by which the
    sessions name it.
    """
    rooms, wanted = event.names_of_rooms(), _bare(text)
    if text.strip() in rooms:
        return (text.strip(),)
    return tuple(
        code for code, name in rooms.items() if wanted in {_bare(words) for _, words in name.by_language}
    )


def room_for_session(event: Event, code: str) -> LocalText:
    """What the field `room` of a session holds for the room with this code, as `rooms_named` gives it."""
    return LocalText.of(code) if code in event.rooms else event.names_of_rooms()[code]


def capacity_of_room(event: Event, room: LocalText) -> int | None:
    """The capacity of the room that a session names so; None for a room without a limit or one that is not defined."""
    known = event.rooms.get(str(room))
    return known.capacity if known is not None else None


def with_room(event: Event, name: LocalText, capacity: int | None = None) -> tuple[Event, Room]:
    """The event with a room of this name, and the room.

    If the event defines a room that has the name already, in any of the languages, the event stays as it is. Otherwise
    a room is made, and the sessions that named it by this text name it by its new code.
    """
    known = {code for _, words in name.by_language for code in rooms_named(event, words)}
    defined = [event.rooms[code] for code in sorted(known) if code in event.rooms]
    if defined:
        return event, defined[0]
    taken = event.names_of_rooms().keys() - known
    room = Room(proposed_code(name, taken, _WITHOUT_LETTERS), name, capacity)
    sessions = {
        session.code: replace(session, room=LocalText.of(room.code))
        if str(session.room) in known
        else session
        for session in event.sessions.values()
    }
    return replace(event, rooms={**event.rooms, room.code: room}, sessions=sessions), room


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(text.split())).casefold()
