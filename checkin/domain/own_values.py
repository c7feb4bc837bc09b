"""What the fields of the event's own say of a delegate at each place that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.programme import FieldKind, LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.delegates import Delegate, Value
    from checkin.domain.programme import Event, OwnField, ShownOn


def own_values(
    event: Event, delegate: Delegate, place: ShownOn, *, is_private: bool = False
) -> Iterator[tuple[OwnField, Value]]:
    """Yield the fields that this place shows and for which the delegate has a value, in the event's order.

    Private fields are left out; if `is_private`, there are only private ones.
    """
    for field in event.fields.values():
        value = delegate.own.get(field.code, "")
        if place in field.shown and field.private is is_private and value not in {"", None}:
            yield field, value


def chosen(field: OwnField, value: Value) -> LocalText:
    """The value as a text: of a choice, its text in each language; else the value as it was typed."""
    told = f"{value:g}" if isinstance(value, float) else str(value)
    if field.kind is FieldKind.CHOICE:
        return next((each for each in field.choices if str(each) == told), LocalText.of(told))
    return LocalText.of(told)
