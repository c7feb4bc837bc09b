"""What a row of results shows of the search text: the matched letters, and a field that matched and is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain.delegates import Field
from checkin.text import digits_typed, has_all_words, matched_digits, matched_letters

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate
    from checkin.text import Span

_NOT_SHOWN: Final = (
    Field.PHONE,
    Field.EMAIL,
    Field.REFERENCE,
    Field.DELEGATION,
    Field.ORGANISATION,
    Field.POSITION,
    Field.NATIVE_ORGANISATION,
    Field.NATIVE_POSITION,
)
"""The fields by which somebody is found and which a row shows not at all or, if there is little room, cut off."""


class Matched(NamedTuple):
    """A text, and the places of its letters that match."""

    text: str
    spans: tuple[Span, ...]


class FieldMatched(NamedTuple):
    """The field by which somebody was found, with its text and the places of its letters that match."""

    field: Field
    matched: Matched


def matched(text: str, typed: str, *, is_suggested: bool) -> Matched:
    """The text with the places of the letters that the search text `typed` matches; nearly, if it is a suggestion."""
    return Matched(text, matched_letters(text, typed, nearly=is_suggested) if typed and text else ())


def field_matched(delegate: Delegate, typed: str, *, is_suggested: bool) -> FieldMatched | None:
    """The field by which this delegate was found, if it is not the name; None if it is, or if none is known."""
    names = (delegate.latin_name, delegate.native_name)
    if not typed or has_all_words(names, typed, nearly=is_suggested):
        return None
    if digits_typed(typed) and (spans := matched_digits(delegate.phone, typed)):
        return FieldMatched(Field.PHONE, Matched(delegate.phone, spans))
    for field in _NOT_SHOWN:
        text = str(delegate.value(field))
        if text and (spans := matched_letters(text, typed)):
            return FieldMatched(field, Matched(text, spans))
    return None
