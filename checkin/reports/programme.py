"""The report "programme": the sessions, for everybody or for one delegate; also as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.reports.report import CalendarEntry, Column, Kind, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Event, Session
    from checkin.reports.report import Cell, Record, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each session of the programme, in the order of time; the cancelled ones included.

    If a delegate is wanted, only the sessions that admit the delegate are in the report. The calendar also has the
    sessions that were withdrawn, as cancelled, so that they go from the calendars that have them. Raises CheckinError
    if one session is wanted that does not exist.
    """
    event, say = record.event, wanted.wording
    sessions = [each for each in sessions_of(event, wanted) if _is_for(each, wanted)]
    shown = [each for each in sessions if not each.withdrawn]
    title = say.text("Programme")
    return Report(
        title,
        wanted.now,
        (Table("programme", title, _columns(say), tuple(_row(event, each, wanted) for each in shown)),),
        tuple(_entry(record, each, wanted) for each in sessions),
    )


def _is_for(session: Session, wanted: Wanted) -> bool:
    return wanted.delegate is None or session.admits(wanted.delegate.category)


def _columns(say: Wording) -> tuple[Column, ...]:
    return (
        Column("code", say.text("Session code"), 26),
        Column("day", say.text("Day"), 20),
        Column("start", say.text("Start"), 18, Kind.MOMENT),
        Column("end", say.text("End"), 18, Kind.MOMENT),
        Column("room", say.text("Room"), 32),
        Column("title", say.text("Session"), 70),
        Column("speakers", say.text("Speakers"), 50),
        Column("status", say.text("Status"), 20),
        Column("topic", say.text("Topic"), 0),
        Column("theme", say.text("Theme"), 0),
        Column("kind", say.text("Kind"), 0),
        Column("capacity", say.text("Capacity"), 0, Kind.NUMBER),
    )


def _row(event: Event, session: Session, wanted: Wanted) -> tuple[Cell, ...]:
    return (
        session.code,
        event.day_of(session.start).isoformat(),
        session.start,
        session.end,
        wanted.local(event.room_of(session)),
        wanted.local(session.title),
        _speakers(session, wanted),
        session.status.value,
        wanted.local(session.topic),
        wanted.local(session.theme),
        wanted.local(session.kind),
        session.capacity,
    )


def _entry(record: Record, session: Session, wanted: Wanted) -> CalendarEntry:
    event = record.event
    place = [wanted.local(event.room_of(session)), wanted.local(event.description.venue)]
    return CalendarEntry(
        f"{session.code}@{record.event_id}",
        record.edition(session.code),
        session.start,
        session.end,
        wanted.local(session.title),
        ", ".join(filter(None, place)),
        "\n".join(_told(session, wanted)),
        tuple(filter(None, [wanted.local(session.kind)])),
        is_cancelled=not session.takes_place,
    )


def _told(session: Session, wanted: Wanted) -> Sequence[str]:
    speakers = _speakers(session, wanted)
    told = [wanted.local(session.topic), wanted.local(session.theme)]
    if speakers:
        told.append(wanted.wording.about(wanted.wording.text("Speakers"), speakers))
    return [each for each in told if each]


def _speakers(session: Session, wanted: Wanted) -> str:
    """The speakers in one text. A semicolon divides them, because a comma often stands within a name and its office."""
    return "; ".join(map(wanted.local, session.speakers))


PROGRAMME: Final = ReportKind("programme", marked("Programme"), build, is_for_guests=True, has_calendar=True)
