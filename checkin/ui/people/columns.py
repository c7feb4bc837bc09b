"""The columns of the table on the People page, and the text of each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.listing import ListColumn
from checkin.text import name_of_delegation
from checkin.wording.listing import badge_words, source_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.listing import Listed
    from checkin.domain.programme import Event
    from checkin.wording import Wording

USUAL: Final = (
    ListColumn.NAME, ListColumn.NATIVE_NAME, ListColumn.CATEGORY, ListColumn.STATUS, ListColumn.ARRIVAL,
    ListColumn.BADGE, ListColumn.ATTENTION, ListColumn.DELEGATION, ListColumn.ORGANISATION,
)  # fmt: skip
"""The columns that are shown until the operator chooses others."""


def cells(
    columns: Sequence[ListColumn], listed: Listed, event: Event, now: datetime, say: Wording
) -> tuple[str, ...]:
    """The texts of these columns in the row of one person."""
    return tuple(cell(column, listed, event, now, say) for column in columns)


def cell(  # noqa: C901, PLR0911, PLR0912 - a line for each column
    column: ListColumn, listed: Listed, event: Event, now: datetime, say: Wording
) -> str:
    """The text of one cell in the row of one person; "" for an empty cell."""
    delegate = listed.registration.delegate
    match column:
        case ListColumn.NAME:
            return delegate.name
        case ListColumn.NATIVE_NAME:
            return delegate.native_name
        case ListColumn.CATEGORY:
            category = event.categories.get(delegate.category)
            return say.local(category.name) if category is not None else delegate.category
        case ListColumn.STATUS:
            return say.status_on_screen(delegate.status)
        case ListColumn.DELEGATION:
            return say.local(name_of_delegation(event, delegate.delegation)) if delegate.delegation else ""
        case ListColumn.ORGANISATION:
            return delegate.organisation or delegate.native_organisation
        case ListColumn.POSITION:
            return delegate.position or delegate.native_position
        case ListColumn.ARRIVAL:
            arrival = listed.registration.arrival
            return say.when(arrival.at, now, event.zone) if arrival is not None else ""
        case ListColumn.BADGE:
            return badge_words(listed, say)
        case ListColumn.ATTENTION:
            return "★" if delegate.attention else ""
        case ListColumn.PHOTO:
            return "✔" if delegate.photo else ""
        case ListColumn.COUNTRY:
            return delegate.country
        case ListColumn.REFERENCE:
            return delegate.reference
        case ListColumn.EMAIL:
            return delegate.email
        case ListColumn.PHONE:
            return delegate.phone
        case ListColumn.SOURCE:
            return source_words(listed.source, say)
        case _:
            assert_never(column)
