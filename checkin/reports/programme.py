"""The report "programme": the sessions, for everybody or for one delegate; also as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.reports.agenda import agenda_of
from checkin.reports.report import CalendarEntry, CodeCell, Column, Kind, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of
from checkin.wording import marked
from checkin.wording.sessions import status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.naming import Guest
    from checkin.domain.programme import Event, Session
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each session of the programme, cancelled ones too, in the order of time.

    If a delegate is wanted, the report has only the sessions that the delegate may enter. The calendar also has some
    sessions as cancelled, so that calendar programs remove them: sessions that were withdrawn or whose making was
    undone, and sessions for which the delegate was once named and which they may not enter now. The entries of the
    latter give no details. Raises CheckinError if the wanted session does not exist.
    """
    event, say = record.event, wanted.wording
    former = record.former_sessions() if wanted.session is None else ()
    sessions = [*sessions_of(event, wanted), *former]
    guest = record.guest(wanted.delegate) if wanted.delegate is not None else None
    named = record.ever_named_for(wanted.delegate) if wanted.delegate is not None else frozenset()
    entered = [each for each in sessions if guest is None or guest.may_enter(each)]
    shown = [each for each in entered if not each.withdrawn]
    title = say.text("Programme")
    return Report(
        title,
        wanted.now,
        (Table("programme", title, _columns(say), tuple(_row(event, each, wanted) for each in shown)),),
        tuple(
            _entry(record, each, wanted, guest) if each in entered else _no_longer(record, each, wanted)
            for each in sessions
            if each in entered or each.code in named
        ),
        agenda_of(record, wanted, title, shown),
    )


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
        Column("open_to", say.text("Who may enter"), 0),
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
        CodeCell.of(session.status.value, status(wanted.wording, session.status)),
        _open_to(event, session, wanted),
        wanted.local(session.topic),
        wanted.local(session.theme),
        wanted.local(session.kind),
        event.capacity_of(session),
    )


def _open_to(event: Event, session: Session, wanted: Wanted) -> CodeCell:
    """Who may enter: "all", "named" (only who is named), or the codes of the categories, in the order of the event."""
    say = wanted.wording
    if session.open_to is None:
        return CodeCell.of("all", say.text("everybody"))
    if not session.open_to:
        return CodeCell.of("named", say.text("only who is named"))
    admitted = [each for code, each in event.categories.items() if code in session.open_to]
    return CodeCell.of(
        "; ".join(each.code for each in admitted), "; ".join(wanted.local(each.name) for each in admitted)
    )


def _no_longer(record: Record, session: Session, wanted: Wanted) -> CalendarEntry:
    """The entry that takes a session from the calendar of somebody who may not know more of it."""
    return CalendarEntry(
        _uid(record, session),
        record.edition(session.code),
        session.start,
        session.end,
        wanted.wording.text("Cancelled"),
        is_cancelled=True,
    )


def _uid(record: Record, session: Session) -> str:
    return f"{session.code}@{record.event_id}"


def _entry(record: Record, session: Session, wanted: Wanted, guest: Guest | None) -> CalendarEntry:
    event = record.event
    place = [wanted.local(event.room_of(session)), wanted.local(event.description.venue)]
    return CalendarEntry(
        _uid(record, session),
        record.edition(session.code),
        session.start,
        session.end,
        wanted.local(session.title),
        ", ".join(filter(None, place)),
        "\n".join(_told(session, wanted, guest)),
        tuple(filter(None, [wanted.local(session.kind)])),
        is_cancelled=not session.takes_place,
    )


def _told(session: Session, wanted: Wanted, guest: Guest | None) -> Sequence[str]:
    speakers = _speakers(session, wanted)
    told = [wanted.local(session.topic), wanted.local(session.theme)]
    if speakers:
        told.append(wanted.wording.about(wanted.wording.text("Speakers"), speakers))
    if guest is not None:
        told.append(wanted.wording.seat(guest.seat_in(session)))
    return [each for each in told if each]


def _speakers(session: Session, wanted: Wanted) -> str:
    """The speakers in one text. A semicolon divides them, because a comma often stands within a name and its office."""
    return "; ".join(map(wanted.local, session.speakers))


PROGRAMME: Final = ReportKind("programme", marked("Programme"), build, is_for_guests=True, has_calendar=True)
