"""Counts the people who have each category, delegation or field value, before somebody changes or withdraws one."""

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
    """The event, and the number of people who have each of its categories, delegations and field values.

    `in_category` counts the people of each category (code), whatever their status. `in_delegation` counts the
    registered people of each delegation (code). `of_unknown` counts the registered people of each delegation that the
    event does not define, by the delegation's name. `values` counts the people who have a value in an own field, by the
    field's code and the value. `is_scanned` says whether any badge was read. `is_counted` is False while nobody was
    counted yet.
    """

    event: Event
    in_category: Mapping[str, int] = field(default_factory=dict)
    in_delegation: Mapping[str, int] = field(default_factory=dict)
    of_unknown: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[tuple[str, object], int] = field(default_factory=dict)
    is_scanned: bool = False
    is_counted: bool = False

    def with_value(self, own_field: str) -> int:
        """The number of people who have a value in the own field with this code."""
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
