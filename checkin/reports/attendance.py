"""The report "attendance": who entered which session, when, for how long; persons by category."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checkin.domain.attendance import attendance
from checkin.domain.delegates import Field
from checkin.domain.programme import Session
from checkin.errors import CheckinError
from checkin.reports.gently import in_order
from checkin.reports.report import Column, Kind, Report, ReportKind
from checkin.text import name_of_delegation
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.attendance import Attendance
    from checkin.domain.delegates import Delegate
    from checkin.reports.report import Cell, Source
    from checkin.wording import Wording


def build(source: Source) -> Report:
    """A row for each delegate and session that they entered, by the session's time and then by name.

    Totals count each person once, by category; staff have rows and are not counted. A badge whose delegate is
    not known has no row. Raises CheckinError for a session that does not exist.
    """
    sessions = _sessions(source)
    by_name = in_order((registration.delegate for registration in source.registrations), key=_name_order)
    entered: dict[str, Delegate] = {}
    rows: list[tuple[Cell, ...]] = []
    for session in sessions:
        for delegate, figures in _attendances(source, session, by_name):
            entered[delegate.id] = delegate
            rows.append(_cells(source, delegate, session, figures))
    return Report(
        _title(source),
        source.now,
        _columns(source.wording, is_of_one_session=source.session is not None),
        tuple(rows),
        _totals(source, entered),
    )


def _sessions(source: Source) -> Sequence[Session]:
    if source.session is None:
        return sorted(source.event.sessions.values(), key=Session.in_programme)
    if source.session not in source.event.sessions:
        raise CheckinError(
            f"There is no session {source.session}",
            f"The sessions of this event are: {', '.join(source.event.sessions)}.",
        )
    return [source.event.sessions[source.session]]


def _title(source: Source) -> str:
    say = source.wording
    if source.session is None:
        return say.text("Attendance")
    session = say.local(source.event.sessions[source.session].title)
    return say.text("Attendance: {session}").format(session=session)


def _columns(say: Wording, *, is_of_one_session: bool) -> tuple[Column, ...]:
    return (
        Column("delegate", say.text("Delegate"), 0),
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
        Column("last_out", say.text("Last out"), 17, Kind.MOMENT),
        Column("minutes", say.text("Minutes"), 15, Kind.NUMBER),
        Column("assumed", say.text("Exit assumed"), 18, Kind.YES_NO),
        Column("clocks_disagree", say.text("Clocks disagree"), 18, Kind.YES_NO),
    )


def _attendances(
    source: Source, session: Session, by_name: Sequence[Delegate]
) -> Iterator[tuple[Delegate, Attendance]]:
    for delegate in by_name:
        stays = source.stays.get((delegate.id, session.code))
        if stays:
            yield delegate, attendance(stays, session, source.now)


def _name_order(delegate: Delegate) -> tuple[str, str, str]:
    family = delegate.family_name or delegate.given_name or delegate.native_name
    return (family.casefold(), delegate.given_name.casefold(), delegate.id)


def _cells(source: Source, delegate: Delegate, session: Session, figures: Attendance) -> tuple[Cell, ...]:
    say = source.wording
    return (
        delegate.id,
        delegate.honorific,
        delegate.name,
        delegate.native_honorific,
        delegate.native_name,
        delegate.organisation or delegate.native_organisation,
        say.local(name_of_delegation(source.event, delegate.delegation)),
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


def _totals(source: Source, entered: dict[str, Delegate]) -> dict[str, int]:
    """Persons by category, in the event's order; those of nobody are 0, those that do not count are absent."""
    counted = [category.code for category in source.event.categories.values() if category.counts]
    persons = Counter(delegate.category for delegate in entered.values())
    unknown = [code for code in persons if code not in source.event.categories]
    return {code: persons[code] for code in (*counted, *unknown)}


ATTENDANCE: Final = ReportKind("attendance", marked("Attendance"), build)
