"""Takes the rows of a programme over, one by one, into the sessions of the event."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from checkin.domain.programme import Event, LocalText, Session, SessionStatus
from checkin.domain.rejections import RejectReason
from checkin.domain.session_codes import proposed
from checkin.domain.things import LONGEST_CODE
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_rows import SessionRow, Skipped, is_break
from checkin.importing.programme_texts import Rooms, amended_speakers, amended_text, new_text
from checkin.importing.programme_times import amended_times, new_times
from checkin.importing.programme_words import TEXTS, Part
from checkin.text import search_key

_TIME_PARTS: Final = (Part.START, Part.TIME, Part.END, Part.DAY)
_OWN_TEXTS: Final = tuple(part for part in TEXTS if part is not Part.ROOM)
"""The texts that a row tells as they are; a room may be one that is known by another name."""


class Taking:
    """The sessions that a file makes or changes, by code, as they come together row by row."""

    def __init__(self, event: Event) -> None:
        self.sessions: dict[str, Session] = {}
        self.rejected: list[Rejection] = []
        self.skipped: list[Skipped] = []
        self.same = 0
        self._event = event
        self._language = event.description.language
        self._rooms = Rooms(event)
        self._named = set[str]()
        self._places = set[tuple[object, ...]]()
        self._codes = {code.casefold() for code in event.sessions}

    def take(self, row: SessionRow, known: Session | None) -> None:
        """Take one row over: into the session that it is, or as a new session; or reject or skip it."""
        code = known.code if known is not None else row.code
        if code and code.casefold() in self._named:
            self.rejected.append(row.rejected(RejectReason.DUPLICATE_SESSION, Part.CODE, Part.TITLE))
            return
        is_gone = known is None or known.withdrawn
        if is_gone and row.status is SessionStatus.CANCELLED and (row.is_entry or known is not None):
            # A calendar tells every cancelled entry, also one of a session that never was, or is withdrawn here.
            if known is None:
                self.skipped.append(Skipped(row.sheet, row.row, RejectReason.UNKNOWN_SESSION, row.title))
            else:
                self.same += 1
            return
        made = self._new(row) if known is None else self._amended(row, known)
        if isinstance(made, Rejection):
            self.rejected.append(made)
            return
        self._named |= {made.code.casefold(), row.code.casefold()}
        self._codes.add(made.code.casefold())
        if made == known:
            self.same += 1
        else:
            self.sessions[made.code] = made

    def _new(self, row: SessionRow) -> Session | Rejection:
        if len(row.code) > LONGEST_CODE:
            return row.rejected(RejectReason.CODE_TOO_LONG, Part.CODE)
        if not row.title:
            return row.rejected(RejectReason.NO_TITLE, Part.TITLE)
        times = new_times(row, self._event)
        if isinstance(times, RejectReason):
            return row.rejected(times, *_parts(times, row))
        room = self._rooms.named(row.texts.get(Part.ROOM, ()))
        if isinstance(room, RejectReason):
            return row.rejected(room, Part.ROOM)
        texts = _new_texts(row)
        place = (search_key(row.title) or row.title, times[0], str(room))
        if not row.code and place in self._places:
            return row.rejected(RejectReason.DUPLICATE_SESSION, Part.TITLE)
        self._places.add(place)
        start, end, doors_open, last_entry = times
        return Session(
            row.code or proposed(texts[Part.TITLE], self._codes),
            room=room,
            start=start,
            end=end,
            doors_open=doors_open,
            last_entry=last_entry,
            **texts,
            speakers=tuple(map(LocalText.of, row.speakers)),
            capacity=row.capacity,
            doors=row.open_to is not None or not is_break(texts[Part.TITLE], texts[Part.KIND]),
            open_to=row.open_to,
            status=row.status or SessionStatus.PLANNED,
            uid=row.uid,
        )

    def _amended(self, row: SessionRow, known: Session) -> Session | Rejection:
        """The known session with what the row says; the same session if the row says nothing else."""
        times = amended_times(row, known, self._event)
        if isinstance(times, RejectReason):
            return row.rejected(times, *_parts(times, row))
        room = self._rooms.amended(known.room, row.texts.get(Part.ROOM, ()))
        if isinstance(room, RejectReason):
            return row.rejected(room, Part.ROOM)
        start, end, doors_open, last_entry = times
        return replace(
            known,
            **self._amended_texts(row, known),
            start=start,
            end=end,
            doors_open=doors_open,
            last_entry=last_entry,
            room=room,
            speakers=amended_speakers(known.speakers, row.speakers),
            capacity=self._capacity(row, known, room),
            open_to=row.open_to if row.has_open_to else known.open_to,
            status=row.status or known.status,
            uid=known.uid or row.uid,
            withdrawn=False,
        )

    def _capacity(self, row: SessionRow, known: Session, room: LocalText) -> int | None:
        """The session's own capacity; a list may name that of the room instead, which the session goes on to follow."""
        of_rooms = {self._event.capacity_of(known), self._event.capacity_of(replace(known, room=room))}
        is_told = row.capacity is not None and (known.capacity is not None or row.capacity not in of_rooms)
        return row.capacity if is_told else known.capacity

    def _amended_texts(self, row: SessionRow, known: Session) -> dict[str, Any]:
        """The texts of the known session with what the row says, by the names of the session's fields."""
        return {
            part.value: amended_text(
                getattr(known, part.value), row.texts.get(part, ()), row.hints.get(part, ""), self._language
            )
            for part in _OWN_TEXTS
        }


def _new_texts(row: SessionRow) -> dict[str, Any]:
    """The texts of a new session, by the names of the session's fields."""
    return {part.value: new_text(row, part) for part in _OWN_TEXTS}


def _parts(reason: RejectReason, row: SessionRow) -> tuple[Part, ...]:
    """The parts of a session in whose column something is wrong with the times, the likeliest first."""
    if reason in {RejectReason.NO_DAY, RejectReason.OUTSIDE_THE_DAYS}:
        return (Part.DAY, *_TIME_PARTS)
    is_about_the_end = reason is RejectReason.ENDS_BEFORE_START or (
        reason is RejectReason.NO_TIME and row.start is not None
    )
    return (Part.END, *_TIME_PARTS) if is_about_the_end else _TIME_PARTS
