"""The report "precedence": the people in the order of precedence, without rank numbers, and who has arrived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.reports.report import Column, Kind, NameCell, Report, ReportKind, Table
from checkin.text import name_of_delegation
from checkin.wording import marked

if TYPE_CHECKING:
    from checkin.domain.precedence import Ranked
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted, first: int | None = None) -> Report:
    """Build the report: one row for each person in the order of precedence, at most `first` persons (None: all)."""
    say = wanted.wording
    people = record.ranked()[:first]
    arrived = sum(each.registration.arrival is not None for each in people)
    title = say.text("Order of precedence")
    told = say.many(
        "{count} of {people} has arrived", "{count} of {people} have arrived", arrived, people=len(people)
    )
    rows = tuple(_cells(record, wanted, each) for each in people)
    return Report(
        title, wanted.now, (Table("precedence", title, _columns(say), rows, (told,) if rows else ()),)
    )


def sheet(record: Record, wanted: Wanted, first: int) -> Report:
    """Build the protocol officer's single sheet: the `first` people in the order of precedence, without their ids."""
    made = build(record, wanted, first)
    title = wanted.wording.many("The first {count}", "The first {count}", len(made.main.rows))
    return replace(made, title=wanted.wording.about(made.title, title))


def _columns(say: Wording) -> tuple[Column, ...]:
    return (
        Column("delegate", say.text("Participant"), 0, Kind.ID),
        Column("delegation", say.text("Delegation"), 42),
        Column("honorific", say.field(Field.HONORIFIC), 28),
        Column("name", say.text("Name"), 40),
        Column("native_honorific", say.field(Field.NATIVE_HONORIFIC), 30),
        Column("native_name", say.field(Field.NATIVE_NAME), 34),
        Column("position", say.field(Field.POSITION), 58),
        Column("arrived_at", say.text("Arrived"), 16, Kind.MOMENT),
    )


def _cells(record: Record, wanted: Wanted, ranked: Ranked) -> tuple[Cell, ...]:
    delegate, arrival = ranked.registration.delegate, ranked.registration.arrival
    return (
        delegate.id,
        wanted.local(name_of_delegation(record.event, delegate.delegation)) if delegate.delegation else "",
        delegate.honorific,
        NameCell.of(delegate),
        delegate.native_honorific,
        delegate.native_name,
        delegate.position or delegate.native_position,
        arrival.at if arrival is not None else None,
    )


PRECEDENCE: Final = ReportKind("precedence", marked("Order of precedence"), build, is_of_sessions=False)
