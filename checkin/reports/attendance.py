"""The report "attendance": who entered which session, when and for how long, and the number of persons by category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.attendance import attendance
from checkin.domain.delegates import Field
from checkin.domain.programme import Exits
from checkin.reports.gently import in_order, let_go
from checkin.reports.moved import moved_since
from checkin.reports.persons import persons_by_category
from checkin.reports.report import Column, Kind, NameCell, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of, title_of
from checkin.text import name_of_delegation, name_order
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.domain.attendance import Attendance
    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event, Session
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


_ASSUMED, _CLOCKS_DISAGREE = -2, -1
"""The places of these two marks in a row, counted from its end."""


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each delegate and session entered, sorted by the session's time and then by name.

    A second table gives the number of persons in each category, and counts each person once. Persons of a category that
    the event does not count have rows in the first table only. Badges whose delegate is not known have no rows, nor
    have sessions without doors. For a session whose exits are not scanned, a row has the first entry, but no exit and
    no minutes. Raises CheckinError if the wanted session does not exist.
    """
    event, say = record.event, wanted.wording
    sessions = [session for session in sessions_of(event, wanted) if session.doors]
    exits = event.policy.exits
    by_name = in_order((registration.delegate for registration in record.registrations()), key=name_order)
    entered: dict[str, Delegate] = {}
    rows: list[tuple[Cell, ...]] = []
    for session in sessions:
        stays = dict(record.stays(session.code))
        for delegate in by_name:
            known = stays.get(delegate.id)
            if known:
                entered[delegate.id] = delegate
                rows.append(
                    _cells(event, say, delegate, session, attendance(known, session, wanted.now, exits))
                )
        let_go(stays)
    columns = _columns(say, exits, is_of_one_session=wanted.session is not None)
    title = title_of(event, wanted, say.text("Attendance"), say.text("Attendance: {session}"))
    persons = persons_by_category(entered.values(), event, say)
    foot = (*_foot(rows, entered.values(), event, say), *moved_since(record, sessions, wanted))
    return Report(title, wanted.now, (Table("attendance", title, columns, tuple(rows), foot), persons))


def _columns(say: Wording, exits: Exits, *, is_of_one_session: bool) -> tuple[Column, ...]:
    """The columns of the first table; those that say something of exits are on paper only where exits are scanned."""
    on_paper = exits is Exits.SCANNED
    return (
        Column("delegate", say.text("Participant"), 0, Kind.ID),
        Column("honorific", say.field(Field.HONORIFIC), 24),
        Column("name", say.text("Name"), 42),
        Column("native_honorific", say.field(Field.NATIVE_HONORIFIC), 0),
        Column("native_name", say.field(Field.NATIVE_NAME), 34),
        Column("organisation", say.field(Field.ORGANISATION), 46),
        Column("delegation", say.field(Field.DELEGATION), 28),
        Column("country", say.field(Field.COUNTRY), 22),
        Column("category", say.field(Field.CATEGORY), 16),
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 0 if is_of_one_session else 40),
        Column("first_in", say.text("First in"), 17, Kind.MOMENT),
        Column("last_out", say.text("Last out"), 17 * on_paper, Kind.MOMENT),
        Column("minutes", say.text("Minutes"), 15 * on_paper, Kind.NUMBER),
        Column("assumed", say.text("Exit assumed"), 18 * on_paper, Kind.YES_NO),
        Column("clocks_disagree", say.text("Clocks disagree"), 18 * on_paper, Kind.YES_NO),
    )


def _foot(
    rows: Sequence[tuple[Cell, ...]], entered: Iterable[Delegate], event: Event, say: Wording
) -> Iterator[str]:
    """The sentences below the table.

    They name the categories that are listed but not counted, and explain the marks in some rows.
    """
    categories = {delegate.category for delegate in entered}
    listed = [
        say.local(event.categories[code].name)
        for code in event.categories
        if code in categories and not event.counts(code)
    ]
    if listed:
        yield say.text("Listed, and not counted as persons: {categories}.").format(
            categories=", ".join(listed)
        )
    if rows and event.policy.exits is Exits.NONE:
        yield say.text("Exits are not scanned: the rows tell who came and when first, and no minutes.")
    if any(row[_ASSUMED] for row in rows):
        yield say.text(
            "Exit assumed: nobody was read at the exit, and minutes count to the end of the session."
        )
    if any(row[_CLOCKS_DISAGREE] for row in rows):
        yield say.text(
            "Clocks disagree: an exit carries an earlier time than its entry, and its minutes are not counted."
        )


def _cells(
    event: Event, say: Wording, delegate: Delegate, session: Session, figures: Attendance
) -> tuple[Cell, ...]:
    return (
        delegate.id,
        delegate.honorific,
        NameCell.of(delegate),
        delegate.native_honorific,
        delegate.native_name,
        delegate.organisation or delegate.native_organisation,
        say.local(name_of_delegation(event, delegate.delegation)),
        delegate.country,
        delegate.category,
        session.code,
        say.local(session.title),
        figures.first_in,
        figures.last_out,
        figures.minutes,
        figures.assumed,
        figures.clocks_disagree,
    )


ATTENDANCE: Final = ReportKind("attendance", marked("Attendance"), build)
