"""The table of participants as a file: the columns of a list, so that the file can be brought in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import NUMBERS, PERSONS, PRIVATE, YES_OR_NO, Field
from checkin.domain.programme import ShownOn
from checkin.reports.report import CodeCell, Column, Kind, Report, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.reports.report import Cell
    from checkin.wording import Wording

_FIELDS: Final = tuple(field for field in Field if field not in PRIVATE)
_WIDTH: Final = 30


def people(
    registrations: Sequence[Registration],
    references: Mapping[str, str],
    event: Event,
    say: Wording,
    now: datetime,
) -> Report:
    """The report with a row for each of these delegates, in their sequence, and all fields that are not private.

    `references` maps the ids of delegates to their references, by which a list names another person. The event's own
    fields come along if their definition says that exports show them.
    """
    own = [each for each in event.fields.values() if ShownOn.EXPORT in each.shown and not each.private]
    columns = (
        *(Column(field.value, say.field(field), _WIDTH, _kind(field)) for field in _FIELDS),
        *(Column(each.code, say.local(each.name), _WIDTH) for each in own),
        Column("arrived_at", say.text("Arrived"), _WIDTH, Kind.MOMENT),
        Column("id", say.text("Participant"), 0, Kind.ID),
    )
    rows = tuple(
        (
            *(_cell(each, field, references, say) for field in _FIELDS),
            *(each.delegate.own.get(one.code, "") for one in own),
            each.arrival.at if each.arrival is not None else None,
            each.delegate.id,
        )
        for each in registrations
    )
    title = say.text("Participants")
    return Report(title, now, (Table("people", title, columns, rows),))


def _kind(field: Field) -> Kind:
    if field == Field.CATEGORY:
        return Kind.CATEGORY
    if field in NUMBERS:
        return Kind.NUMBER
    return Kind.YES_NO if field in YES_OR_NO else Kind.TEXT


def _cell(each: Registration, field: Field, references: Mapping[str, str], say: Wording) -> Cell:
    value = each.delegate.value(field)
    match field:
        case Field.STATUS:
            return CodeCell.of(str(value), say.status(each.delegate.status))
        case _ if field in PERSONS:
            return references.get(str(value), "")
        case _:
            return str(value) if isinstance(value, str) else value
