"""Works out what a programme from a file would change in the event, without changing anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import Event, LocalText, Session, SessionStatus
from checkin.domain.rejections import RejectReason
from checkin.domain.session_codes import proposed
from checkin.errors import CheckinError
from checkin.importing.agendas import read_agenda
from checkin.importing.calendar_rows import row_of_entry
from checkin.importing.days import DaySpan
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_heading import find_programme_heading, has_unclear_columns
from checkin.importing.programme_matching import match_sessions
from checkin.importing.programme_rows import OpenTo, SessionRow, Skipped, is_break, refuse_too_many
from checkin.importing.programme_table import Venue, read_table
from checkin.importing.programme_texts import Rooms, amended_speakers, amended_text, new_text
from checkin.importing.programme_times import amended_times, new_times, with_ends_told_by_the_next
from checkin.importing.programme_words import Part
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.importing.programme_file import ProgrammeFile
    from checkin.importing.programme_table import Found

_TIME_PARTS: Final = (Part.START, Part.TIME, Part.END, Part.DAY)


@dataclass(frozen=True, slots=True)
class ProgrammePlan:
    """What a file changes in the programme: the event as it was `seen`, and as the file wants it.

    `new` and `changed` are codes of sessions, `same` the number of sessions that the file names and leaves as they are.
    `skipped` are rows that are no session.
    """

    seen: Event
    wanted: Event
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    rejected: tuple[Rejection, ...]
    skipped: tuple[Skipped, ...]


def plan_programme(file: ProgrammeFile, event: Event, event_id: str) -> ProgrammePlan:
    """Compare the sessions of the file with those of the event, and return what the file would change.

    Sessions that the file does not name stay, as does what it does not say of a session. `event_id` tells the event's
    own calendar entries. CheckinError is raised if the file names no session or more than 2,000, or no day for any.
    """
    found = list(_found(file, event, event_id))
    told = [each for each in found if isinstance(each, SessionRow)]
    refuse_too_many(len(told))
    rows = with_ends_told_by_the_next(told)
    rejected = [each for each in found if isinstance(each, Rejection)]
    if not rows and not rejected:
        raise _no_sessions(file)
    planning = _Planning(event)
    for row, known in zip(rows, match_sessions(rows, event), strict=True):
        planning.take(row, known)
    rejected += planning.rejected
    without_day = sum(each.reason is RejectReason.NO_DAY for each in rejected)
    if without_day and without_day == len(rows):
        raise _no_days(event)
    sessions = {**event.sessions, **planning.sessions}
    in_order = {each.code: each for each in sorted(sessions.values(), key=Session.in_programme)}
    return ProgrammePlan(
        event,
        replace(event, sessions=in_order),
        tuple(code for code in planning.sessions if _is_new(code, event)),
        tuple(code for code in planning.sessions if not _is_new(code, event)),
        planning.same,
        tuple(sorted(rejected, key=lambda each: each.row)),
        (*(each for each in found if isinstance(each, Skipped)), *planning.skipped),
    )


def _is_new(code: str, event: Event) -> bool:
    return code not in event.sessions or event.sessions[code].withdrawn


def _found(file: ProgrammeFile, event: Event, event_id: str) -> Iterable[Found]:
    """What the file says, from its calendar, its tables, or else from its agendas."""
    if file.entries is not None:
        yield from (row_of_entry(entry, event, event_id) for entry in file.entries)
        return
    days = DaySpan(event.description.first_day, event.description.last_day)
    venue = Venue(days, event.zone, OpenTo(event))
    rooms = Rooms(event).keys
    headed = [(sheet, heading) for sheet in file.sheets if (heading := find_programme_heading(sheet, rooms))]
    for sheet, heading in headed:
        yield from read_table(sheet, heading, venue)
    if not headed and not any(has_unclear_columns(sheet, rooms) for sheet in file.sheets):
        for sheet in (file.lines,) if file.lines is not None else file.sheets:
            yield from read_agenda(sheet, venue, rooms)


class _Planning:
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
        if not row.title:
            return row.rejected(RejectReason.NO_TITLE, Part.TITLE)
        times = new_times(row, self._event)
        if isinstance(times, RejectReason):
            return row.rejected(times, *_parts(times, row))
        room = self._rooms.named(row.texts.get(Part.ROOM, ()))
        if isinstance(room, RejectReason):
            return row.rejected(room, Part.ROOM)
        title, kind = new_text(row, Part.TITLE), new_text(row, Part.KIND)
        place = (search_key(row.title) or row.title, times[0], str(room))
        if not row.code and place in self._places:
            return row.rejected(RejectReason.DUPLICATE_SESSION, Part.TITLE)
        self._places.add(place)
        return Session(
            row.code or proposed(title, self._codes),
            title,
            room,
            *times,
            topic=new_text(row, Part.TOPIC),
            kind=kind,
            theme=new_text(row, Part.THEME),
            speakers=tuple(map(LocalText.of, row.speakers)),
            capacity=row.capacity,
            doors=row.open_to is not None or not is_break(title, kind),
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
            title=self._text(row, Part.TITLE, known.title),
            topic=self._text(row, Part.TOPIC, known.topic),
            kind=self._text(row, Part.KIND, known.kind),
            theme=self._text(row, Part.THEME, known.theme),
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

    def _text(self, row: SessionRow, part: Part, known: LocalText) -> LocalText:
        return amended_text(known, row.texts.get(part, ()), row.hints.get(part, ""), self._language)


def _parts(reason: RejectReason, row: SessionRow) -> tuple[Part, ...]:
    """The parts of a session in whose column something is wrong with the times, the likeliest first."""
    if reason in {RejectReason.NO_DAY, RejectReason.OUTSIDE_THE_DAYS}:
        return (Part.DAY, *_TIME_PARTS)
    is_about_the_end = reason is RejectReason.ENDS_BEFORE_START or (
        reason is RejectReason.NO_TIME and row.start is not None
    )
    return (Part.END, *_TIME_PARTS) if is_about_the_end else _TIME_PARTS


def _no_sessions(file: ProgrammeFile) -> CheckinError:
    if file.entries is not None:
        return CheckinError("The calendar is empty", "It holds no entry. Choose the file with the programme.")
    return CheckinError(
        "The file has no sessions",
        "There is no header row with a title and a time, such as Time and Title, Horaire and Intitulé, or ម៉ោង and "
        "ប្រធានបទ; and no line begins with a time, such as 09:00–10:30 Opening. If the rooms are columns, call each a "
        "room, such as Room 1, or define the rooms first. Nothing was changed.",
    )


def _no_days(event: Event) -> CheckinError:
    days = event.description
    return CheckinError(
        "The programme names no days",
        f"The event lasts from {days.first_day} to {days.last_day}, and no row says on which day its session is. Add a "
        "column Day, put each day above its sessions, or make a sheet for each day. Nothing was changed.",
    )
