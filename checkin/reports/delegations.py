"""The report "delegations": for each delegation, how many members are named, have a badge and have arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegation_figures import Head
from checkin.reports.report import CodeCell, Column, Kind, Report, ReportKind, Table
from checkin.wording import marked

if TYPE_CHECKING:
    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each delegation, in the order of precedence.

    Delegations that the event does not define come last.
    """
    say = wanted.wording
    rows = tuple(_cells(each, wanted) for each in record.delegations())
    title = say.text("Delegations")
    foot = (
        say.text(
            "Who declined, is excused or cancelled takes no place. Accompanying persons are among those who are named."
        ),
    )
    return Report(
        title, wanted.now, (Table("delegations", title, _columns(say), rows, foot if rows else ()),)
    )


def _columns(say: Wording) -> tuple[Column, ...]:
    return (
        Column("code", say.text("Code"), 0),
        Column("delegation", say.text("Delegation"), 60),
        Column("kind", say.text("Kind of delegation"), 24),
        Column("quota", say.text("Quota"), 14, Kind.NUMBER),
        Column("named", say.text("Named"), 16, Kind.NUMBER),
        Column("unnamed", say.text("Unnamed"), 18, Kind.NUMBER),
        Column("accompanying", say.text("Accompanying"), 22, Kind.NUMBER),
        Column("badges", say.text("Badges printed"), 18, Kind.NUMBER),
        Column("arrived", say.text("Arrived"), 16, Kind.NUMBER),
        Column("head_arrived", say.text("Head arrived"), 18, Kind.YES_NO),
        Column("liaison", say.text("Liaison officer"), 32),
        Column("phone", say.text("Phone"), 30),
    )


def _cells(standing: DelegationStanding, wanted: Wanted) -> tuple[Cell, ...]:
    known, figures, say = standing.delegation, standing.figures, wanted.wording
    kind = CodeCell.of(known.kind.value, say.kind_of_delegation(known.kind)) if standing.is_defined else ""
    return (
        known.code if standing.is_defined else "",
        wanted.local(known.names[0]) if known.names else known.code,
        kind,
        figures.quota,
        figures.named,
        figures.unnamed,
        figures.accompanying,
        figures.printed,
        figures.arrived,
        None if figures.head is Head.NOBODY else figures.head is Head.ARRIVED,
        known.liaison_name,
        known.liaison_phone,
    )


DELEGATIONS: Final = ReportKind("delegations", marked("Delegations"), build, is_of_sessions=False)
