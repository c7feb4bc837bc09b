"""Turns columns of a list that fit no known field into new fields of this event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText, OwnField
from checkin.importing.people.list_words import list_key
from checkin.text.proposing import proposed_field_code

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing.people.column_choices import ColumnChoices

NEW_FIELD: Final = "new_field"
"""The content of a column from which the operator makes a new field of this event."""


def with_own_fields(
    event: Event, choices: ColumnChoices
) -> tuple[Event, ColumnChoices, tuple[OwnField, ...]]:
    """Make a new field for each column that the operator keeps as `NEW_FIELD`.

    Returns the event with the new fields, the choices that name these fields, and the new fields. If the event already
    has a field with the column's header as its name, the column is read as that field. A new field holds texts, is
    shown nowhere and is private until somebody changes this on the Event page.
    """
    by_name = {list_key(name): one.code for one in event.fields.values() for _, name in one.name.by_language}
    fields, by_header = dict(event.fields), dict(choices.by_header)
    new: list[OwnField] = []
    for header, content in choices.by_header.items():
        if content != NEW_FIELD:
            continue
        code = by_name.get(list_key(header))
        if code is None:
            code = proposed_field_code(header, fields)
            fields[code] = OwnField(code, LocalText.of(header), private=True)
            new.append(fields[code])
        by_header[header] = code
    if by_header == dict(choices.by_header):
        return event, choices, ()
    return replace(event, fields=fields), replace(choices, by_header=by_header), tuple(new)
