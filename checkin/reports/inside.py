"""The report "inside": who is in the room now, by name; where exits are not scanned, everybody who came in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.domain.programme import Exits
from checkin.reports.gently import in_order, let_go
from checkin.reports.persons import persons_by_category
from checkin.reports.report import Column, Kind, NameCell, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of, title_of
from checkin.text import name_order
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each delegate inside a session, sorted by the session's time and then by name.

    A second table gives the number of persons in each category, and counts each person once. Badges whose delegate is
    not known have no rows; a sentence tells their number. Raises CheckinError if the wanted session does not exist.
    """
    event, say = record.event, wanted.wording
    by_name = in_order((registration.delegate for registration in record.registrations()), key=name_order)
    inside: dict[str, Delegate] = {}
    rows: list[tuple[Cell, ...]] = []
    unknown = 0
    for session in sessions_of(event, wanted):
        stays = {person: there for person, there in record.stays(session.code) if _is_inside(there, event)}
        before = len(rows)
        for delegate in by_name:
            if delegate.id in stays:
                inside[delegate.id] = delegate
                rows.append(_cells(wanted, session, delegate, stays[delegate.id][-1]))
        unknown += len(stays) - (len(rows) - before)
        let_go(stays)
    title = title_of(event, wanted, say.text("In the room now"), say.text("In the room now: {session}"))
    columns = _columns(say, is_of_one_session=wanted.session is not None)
    foot = tuple(_foot(say, event, unknown, has_rows=bool(rows)))
    persons = persons_by_category(inside.values(), event, say)
    return Report(title, wanted.now, (Table("inside", title, columns, tuple(rows), foot), persons))


def _is_inside(stays: Sequence[Stay], event: Event) -> bool:
    return bool(stays) and (stays[-1].is_open or event.policy.exits is Exits.NONE)


def _columns(say: Wording, *, is_of_one_session: bool) -> tuple[Column, ...]:
    return (
        Column("delegate", say.text("Participant"), 0, Kind.ID),
        Column("honorific", say.field(Field.HONORIFIC), 24),
        Column("name", say.text("Name"), 50),
        Column("native_honorific", say.field(Field.NATIVE_HONORIFIC), 0),
        Column("native_name", say.field(Field.NATIVE_NAME), 40),
        Column("organisation", say.field(Field.ORGANISATION), 60),
        Column("category", say.field(Field.CATEGORY), 30, Kind.CATEGORY),
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 0 if is_of_one_session else 50),
        Column("came", say.text("Came in"), 20, Kind.MOMENT),
    )


def _cells(wanted: Wanted, session: Session, delegate: Delegate, stay: Stay) -> tuple[Cell, ...]:
    return (
        delegate.id,
        delegate.honorific,
        NameCell.of(delegate),
        delegate.native_honorific,
        delegate.native_name,
        delegate.organisation or delegate.native_organisation,
        delegate.category,
        session.code,
        wanted.local(session.title),
        stay.came,
    )


def _foot(say: Wording, event: Event, unknown: int, *, has_rows: bool) -> Iterator[str]:
    if unknown:
        yield say.many(
            "{count} badge is inside as well whose owner is not known here.",
            "{count} badges are inside as well whose owners are not known here.",
            unknown,
        )
    if has_rows and event.policy.exits is Exits.NONE:
        yield say.text("Exits are not scanned: these are all who came in, and some may have left.")


INSIDE: Final = ReportKind("inside", marked("In the room now"), build)
