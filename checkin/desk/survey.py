"""Counts the people to whom the things of the event belong, before somebody changes or withdraws a thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.facts import OF_A_SCAN
from checkin.storage import delegates, journal, numbers
from checkin.text import delegation_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Survey:
    """The event, and how many people belong to its things.

    `in_category` counts the people of each category, whatever their status. `in_delegation` counts the registered
    people of each delegation by its code, and `of_unknown` those of delegations that the event does not define, by the
    name. `values` counts the people by an own field and their value for it. `is_scanned` says whether any badge was
    read. `is_counted` is False while nobody was counted yet.
    """

    event: Event
    in_category: Mapping[str, int] = field(default_factory=dict)
    in_delegation: Mapping[str, int] = field(default_factory=dict)
    of_unknown: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[tuple[str, object], int] = field(default_factory=dict)
    is_scanned: bool = False
    is_counted: bool = False

    def with_value(self, own_field: str) -> int:
        """How many people have a value for this own field."""
        return sum(count for (code, _), count in self.values.items() if code == own_field)


def survey(file: EventFile) -> Survey:
    """Read the event and count its people; with many people this takes up to a second."""
    event = file.event
    known: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for name, count in numbers.registered_by_delegation(file.database).items():
        delegation = delegation_named(event, name)
        if delegation is None:
            unknown[name] += count
        else:
            known[delegation.code] += count
    return Survey(
        event,
        numbers.numbers_by_category(file.database),
        known,
        unknown,
        delegates.values_of_own_fields(file.database),
        is_scanned=journal.has_any(file.database, OF_A_SCAN),
        is_counted=True,
    )
