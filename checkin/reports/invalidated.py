"""The report "invalidated": the badges that somebody revoked, each with its holder, who revoked it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.domain.facts import BadgeRevoked
from checkin.reports.report import Column, Kind, NameCell, Report, ReportKind, Table
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.reports.record import Record
    from checkin.reports.report import Cell, Wanted
    from checkin.wording import Wording


def build(record: Record, wanted: Wanted) -> Report:
    """Build the report: one row for each badge that was revoked, the earliest revocation first.

    Revocations that were undone are left out.
    """
    say = wanted.wording
    title = say.text("Badges invalidated")
    columns = (
        Column("time", say.text("Time"), 24, Kind.MOMENT),
        Column("delegate", say.text("Participant"), 0, Kind.ID),
        Column("name", say.text("Name"), 50),
        Column("native_name", say.field(Field.NATIVE_NAME), 40),
        Column("category", say.field(Field.CATEGORY), 30, Kind.CATEGORY),
        Column("reason", say.text("Reason"), 50),
        Column("operator", say.text("Operator"), 34),
        Column("code", say.text("Code of the badge"), 0),
    )
    return Report(title, wanted.now, (Table("invalidated", title, columns, tuple(_rows(record, say))),))


def _rows(record: Record, say: Wording) -> Iterator[tuple[Cell, ...]]:
    for act in record.acts(BadgeRevoked.kind):
        for fact in act.facts if not act.is_undone else ():
            if isinstance(fact, BadgeRevoked):
                holder = record.holder(fact.code)
                yield (
                    act.at,
                    holder.id if holder is not None else "",
                    NameCell.of(holder) if holder is not None else "",
                    holder.native_name if holder is not None else "",
                    holder.category if holder is not None else "",
                    say.why(fact.why) if fact.why is not None else "",
                    act.operator,
                    fact.code,
                )


INVALIDATED: Final = ReportKind("invalidated", marked("Badges invalidated"), build, is_of_sessions=False)
