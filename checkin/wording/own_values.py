"""The words for the values of the event's own fields, each with the field's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.own_values import chosen, own_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event, ShownOn
    from checkin.wording.wording import Wording


def own_value_lines(
    say: Wording, event: Event, delegate: Delegate, place: ShownOn, *, is_private: bool = False
) -> Iterator[str]:
    """Yield a line for each of the event's own fields that this place shows: "Menu: Fish".

    Private fields are left out; if `is_private`, there are only private ones.
    """
    for field, value in own_values(event, delegate, place, is_private=is_private):
        told = say.yes_no(value=value) if isinstance(value, bool) else say.local(chosen(field, value))
        yield say.about(say.local(field.name), told)
