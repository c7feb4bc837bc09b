"""The part of a search result that matches the search text: letters of a shown text, or a field that is not shown."""

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
    """A text, and the spans of its letters that the search text matches."""

    text: str
    spans: tuple[Span, ...]


class FieldMatched(NamedTuple):
    """The field by which a delegate was found, its text, and the spans of the matching letters."""

    field: Field
    matched: Matched


def matched(text: str, typed: str, *, is_suggested: bool) -> Matched:
    """The text with the spans of the letters that the search text `typed` matches.

    If `is_suggested` is True, a word that differs from a typed word by one typo matches too.
    """
    return Matched(text, matched_letters(text, typed, nearly=is_suggested) if typed and text else ())


def field_matched(delegate: Delegate, typed: str, *, is_suggested: bool) -> FieldMatched | None:
    """The field by which the search has found this delegate; None if it is the name, or if no field is known."""
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
