"""The table that saves a list of people as the screen shows it: the same people and the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.listing import ListColumn
from checkin.reports.report import Cell, CodeCell, Column, Kind, NameCell, Report, Table
from checkin.text import name_of_delegation
from checkin.wording.listing import badge_words, head, source_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from checkin.domain.listing import Listed
    from checkin.domain.programme import Event
    from checkin.wording import Wording

_WIDTH: Final = 30
_KINDS: Final = {
    ListColumn.CATEGORY: Kind.CATEGORY,
    ListColumn.ARRIVAL: Kind.MOMENT,
    ListColumn.ATTENTION: Kind.YES_NO,
    ListColumn.PHOTO: Kind.YES_NO,
}


def listed_people(
    rows: Iterable[Listed], columns: Sequence[ListColumn], event: Event, say: Wording, now: datetime
) -> Report:
    """Build the report with these people (`rows`) and these columns, both in the given order; `now` is its date."""
    title = say.text("Participants")
    made = tuple(
        Column(column.value, head(column, say), _WIDTH, _KINDS.get(column, Kind.TEXT)) for column in columns
    )
    cells = tuple(tuple(_cell(column, each, event, say) for column in columns) for each in rows)
    return Report(title, now, (Table("people", title, made, cells),))


def _cell(column: ListColumn, listed: Listed, event: Event, say: Wording) -> Cell:  # noqa: PLR0911 - a line for each
    delegate = listed.registration.delegate
    match column:
        case ListColumn.NAME:
            return NameCell.of(delegate)
        case ListColumn.STATUS:
            return CodeCell.of(delegate.status.value, say.status(delegate.status))
        case ListColumn.DELEGATION:
            return say.local(name_of_delegation(event, delegate.delegation)) if delegate.delegation else ""
        case ListColumn.ORGANISATION | ListColumn.POSITION:
            return str(delegate.value(column.value) or delegate.value(f"native_{column.value}"))
        case ListColumn.ARRIVAL:
            arrival = listed.registration.arrival
            return arrival.at if arrival is not None else None
        case ListColumn.BADGE:
            return badge_words(listed, say)
        case ListColumn.ATTENTION:
            return delegate.attention
        case ListColumn.PHOTO:
            return bool(delegate.photo)
        case ListColumn.SOURCE:
            return source_words(listed.source, say)
        case _:
            return str(delegate.value(column.value))
