"""The table of the number of persons in each category, a summary for reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checkin.domain.delegates import Field
from checkin.reports.report import PERSONS, Column, Kind, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event
    from checkin.wording import Wording


def persons_by_category(persons: Iterable[Delegate], event: Event, say: Wording) -> Table:
    """The table of the number of persons in each category, in the event's order of categories.

    A category without persons has a row with 0. A category whose persons are not to be counted has no row. Categories
    that the event does not have come last.
    """
    counted = [category.code for category in event.categories.values() if category.counts]
    known = Counter(person.category for person in persons)
    unknown = [code for code in known if code not in event.categories]
    return Table(
        PERSONS,
        say.text("Persons by category"),
        (
            Column("category", say.field(Field.CATEGORY), 40, Kind.CATEGORY),
            Column("persons", say.text("Persons"), 16, Kind.NUMBER),
        ),
        tuple((code, known[code]) for code in (*counted, *unknown)),
        is_summary=True,
    )
