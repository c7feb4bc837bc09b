"""The report "invited": who is named for which session, with the answer, the seat and the number of persons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain.attendance import attendance
from checkin.domain.delegates import Field
from checkin.domain.naming import GIVEN, Answer, sums_of
from checkin.reports.gently import in_order
from checkin.reports.report import Column, Kind, NameCell, Report, ReportKind, Table
from checkin.reports.sessions import sessions_of, title_of
from checkin.text import name_order
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.naming import Naming
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class _Invited:
    """One delegate who is named for a session, with their stays in it."""

    delegate: Delegate
    naming: Naming
    stays: Sequence[Stay]

    @property
    def is_inside(self) -> bool:
        return bool(self.stays) and self.stays[-1].is_open


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each delegate named for a session, sorted by the session's time and then by name.

    Withdrawn invitations are left out. A second table has the sums of each session: the persons invited, of whom those
    who accepted, those who declined and those expected, and how many of the named delegates entered and are inside. If
    one session is wanted, a summary has its persons by their answer. Raises CheckinError if that session does not
    exist.
    """
    event, say = record.event, wanted.wording
    by_name = in_order((registration.delegate for registration in record.registrations()), key=name_order)
    rows: list[tuple[Cell, ...]] = []
    sums: list[tuple[Cell, ...]] = []
    everybody: list[_Invited] = []
    for session in sessions_of(event, wanted):
        named = list(_named_for(session, record, by_name))
        if named:
            rows += [_cells(event, wanted, session, each) for each in named]
            sums.append(_sums(session, say, named))
            everybody += named
    title = title_of(event, wanted, say.text("Invited by name"), say.text("Invited by name: {session}"))
    columns = _columns(say, is_of_one=wanted.session is not None)
    tables = [Table("invited", title, columns, tuple(rows)), _by_session(say, sums)]
    if wanted.session is not None:
        tables.append(_by_answer(say, everybody))
    return Report(title, wanted.now, tuple(tables))


def _named_for(session: Session, record: Record, by_name: Iterable[Delegate]) -> Iterator[_Invited]:
    namings: Mapping[str, Naming] = record.namings(session.code)
    if all(naming.withdrawn for naming in namings.values()):
        return
    stays = dict(record.stays(session.code))
    for delegate in by_name:
        naming = namings.get(delegate.id)
        if naming is not None and not naming.withdrawn:
            yield _Invited(delegate, naming, stays.get(delegate.id, ()))


def _columns(say: Wording, *, is_of_one: bool) -> tuple[Column, ...]:
    return (
        Column("delegate", say.text("Participant"), 0, Kind.ID),
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 0 if is_of_one else 40),
        Column("honorific", say.field(Field.HONORIFIC), 24),
        Column("name", say.text("Name"), 42),
        Column("native_honorific", say.field(Field.NATIVE_HONORIFIC), 0),
        Column("native_name", say.field(Field.NATIVE_NAME), 34),
        Column("organisation", say.field(Field.ORGANISATION), 46),
        Column("category", say.field(Field.CATEGORY), 24, Kind.CATEGORY),
        Column("answer", say.text("Answer"), 20),
        Column("seat", say.text("Seat"), 16),
        Column("persons", say.text("Persons"), 16, Kind.NUMBER),
        Column("first_in", say.text("First in"), 17, Kind.MOMENT),
        Column("inside", say.text("Inside"), 16, Kind.YES_NO),
    )


def _cells(event: Event, wanted: Wanted, session: Session, invited: _Invited) -> tuple[Cell, ...]:
    delegate, naming, say = invited.delegate, invited.naming, wanted.wording
    entered = (
        attendance(invited.stays, session, wanted.now, event.policy.exits).first_in if invited.stays else None
    )
    return (
        delegate.id,
        session.code,
        say.local(session.title),
        delegate.honorific,
        NameCell.of(delegate),
        delegate.native_honorific,
        delegate.native_name,
        delegate.organisation or delegate.native_organisation,
        delegate.category,
        say.answer(naming.answer) if naming.answer is not Answer.NONE else "",
        naming.seat,
        naming.persons,
        entered,
        invited.is_inside,
    )


def _by_session(say: Wording, sums: Sequence[tuple[Cell, ...]]) -> Table:
    title = say.text("By session")
    columns = (
        Column("session", say.text("Session code"), 0),
        Column("session_title", say.text("Session"), 60),
        Column("invited", say.text("Invited"), 20, Kind.NUMBER),
        Column("accepts", say.text("Accept"), 20, Kind.NUMBER),
        Column("declines", say.text("Decline"), 20, Kind.NUMBER),
        Column("expected", say.text("Expected"), 20, Kind.NUMBER),
        Column("entered", say.text("Entered"), 20, Kind.NUMBER),
        Column("inside", say.text("Inside"), 20, Kind.NUMBER),
    )
    foot = (
        say.text(
            "Invited, accept, decline and expected count the persons who come with the invited too; entered and "
            "inside count the badges read of the invited."
        ),
    )
    return Table("by_session", title, columns, tuple(sums), foot if sums else ())


def _by_answer(say: Wording, named: Iterable[_Invited]) -> Table:
    """The persons invited to one session by their answer, whose total is that of all who are invited."""
    persons: Counter[Answer] = Counter()
    for each in named:
        persons[each.naming.answer] += each.naming.persons
    columns = (
        Column("answer", say.text("Answer"), 40),
        Column("persons", say.text("Persons"), 16, Kind.NUMBER),
    )
    rows = tuple((say.answer(answer), persons[answer]) for answer in (*GIVEN, Answer.NONE))
    return Table("answers", say.text("Invited"), columns, rows, is_summary=True)


def _sums(session: Session, say: Wording, named: Sequence[_Invited]) -> tuple[Cell, ...]:
    sums = sums_of((each.delegate, each.naming) for each in named)
    return (
        session.code,
        say.local(session.title),
        sums.invited,
        sums.accepts,
        sums.declines,
        sums.expected,
        sum(bool(each.stays) for each in named),
        sum(each.is_inside for each in named),
    )


INVITED: Final = ReportKind("invited", marked("Invited by name"), build)
