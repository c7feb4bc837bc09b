"""Turns one cell of a list of delegates into the value of a field, or into the reason why the cell is rejected."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.delegates import (
    NUMBERS,
    PICTURES,
    YES_OR_NO,
    Field,
    NameOrder,
    Sex,
    Status,
    Value,
    number_of,
)
from checkin.domain.programme import FieldKind
from checkin.domain.rejections import RejectReason
from checkin.importing.people.evidence import ADDRESS
from checkin.importing.people.headers import parts_of
from checkin.importing.people.list_words import list_key, list_words
from checkin.plain_text import plain
from checkin.text import search_key

if TYPE_CHECKING:
    from checkin.domain.programme import Event, OwnField


_HALF_CHARACTERS: Final = re.compile("[\ud800-\udfff]")
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060 "

_PLAIN: Final = (
    frozenset(Field)
    - NUMBERS
    - YES_OR_NO
    - PICTURES
    - {Field.CATEGORY, Field.STATUS, Field.NAME_ORDER, Field.SEX}
)


class Cells:
    """Converts texts in the cells of an imported list to values of delegates' fields, for one event.

    A cell may name a category by its code, letter or name.
    """

    def __init__(self, event: Event) -> None:
        categories = list(event.categories.values())
        names = [(search_key(name), one.code) for one in categories for _, name in one.name.by_language]
        letters = [(one.letter.casefold(), one.code) for one in categories]
        codes = [(one.code.casefold(), one.code) for one in categories]
        self._own = event.fields
        self._by_name = {key: code for key, code in reversed(names) if key}
        self._by_sign = dict([*reversed(letters), *reversed(codes)])  # codes win over letters

    @staticmethod
    def is_plain(field: str) -> bool:
        """Whether the field takes any text as it stands; `field` is the field's code."""
        return field in _PLAIN and field != Field.EMAIL

    def read(self, field: str, text: str, header: str = "") -> Value | RejectReason:
        """Convert a cell's text to a value of the field; return the value, or the reason for rejecting the text.

        `field` is the field's code, and `text` must be a result of `tidy`. An empty text gives the field's default
        value, except for the category, which must not be empty. In a yes-or-no field a word of the column's `header`
        means yes, such as “VIP” below “VIP”.
        """
        if field == Field.EMAIL:
            return _address(text)
        if field in _PLAIN:
            return text
        if field in self._own:
            return _own_value(self._own[field], text, header)
        return self._read_typed(field, text, header)

    def _read_typed(self, field: str, text: str, header: str) -> Value | RejectReason:
        match field:
            case Field.CATEGORY:
                return self._category(text)
            case Field.STATUS:
                return _status(text)
            case Field.SEX:
                known = list_words().sexes
                return known.get(list_key(text), RejectReason.UNKNOWN_SEX) if text else Sex.NOT_SAID
            case Field.NAME_ORDER:
                is_given_first = list_key(text) in list_words().given_first
                return NameOrder.GIVEN_FIRST if is_given_first else NameOrder.FAMILY_FIRST
            case _:
                return _number(text) if field in NUMBERS else _yes_or_no(text, header)

    def _category(self, text: str) -> str | RejectReason:
        if not text:
            return RejectReason.NO_CATEGORY
        code = self._by_sign.get(text.casefold()) or self._by_name.get(search_key(text))
        return code or RejectReason.UNKNOWN_CATEGORY


def tidy(text: str) -> str:
    """The text without control characters, direction marks and superfluous spaces, in composed form (NFC)."""
    if not text:
        return text
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    written = unicodedata.normalize("NFC", _HALF_CHARACTERS.sub("", plain(text)))
    return " ".join(written.split()).strip(_INVISIBLE)


def _own_value(field: OwnField, text: str, header: str) -> Value | RejectReason:
    """The value of one of the event's own fields, or the reason for rejecting the text.

    The value is "" for an empty text, the choice's `str` for a choice, and ISO text for a date.
    """
    if not text:
        return ""
    match field.kind:
        case FieldKind.TEXT:
            return text
        case FieldKind.YES_NO:
            return _yes_or_no(text, header)
        case FieldKind.NUMBER:
            return _number(text)
        case FieldKind.DATE:
            return _day(text)
        case FieldKind.CHOICE:
            return _choice(field, text)
        case _:
            assert_never(field.kind)


def _choice(field: OwnField, text: str) -> str | RejectReason:
    key = search_key(text)
    for choice in field.choices:
        if key in {search_key(words) for _, words in choice.by_language}:
            return str(choice)
    return RejectReason.UNKNOWN_CHOICE


def _day(text: str) -> str | RejectReason:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return RejectReason.NOT_A_DAY


def _status(text: str) -> Status | RejectReason:
    if not text:
        return Status.REGISTERED
    return list_words().statuses.get(list_key(text), RejectReason.UNKNOWN_STATUS)


def _yes_or_no(text: str, header: str) -> bool | RejectReason:
    """Whether the text means yes. Both yes and no are closed lists of words.

    The header's own word means yes too: “VIP” below “VIP”, and “Head” below “Head of delegation”.
    """
    key, words = list_key(text), list_words()
    if not text or key in words.no:
        return False
    heads = {list_key(header), *map(list_key, parts_of(header))}
    is_yes = key in words.yes or key in heads or any(head.startswith(f"{key} ") for head in heads)
    return True if is_yes else RejectReason.UNKNOWN_YES_NO


def _address(text: str) -> str:
    """The e-mail address in the text, without the markup or the name around it; other texts stay as they are."""
    found = ADDRESS.search(text) if not text.isspace() else None
    return found[0].removeprefix("mailto:") if found is not None and ADDRESS.fullmatch(text) is None else text


def _number(text: str) -> float | RejectReason | None:
    try:
        return number_of(text)
    except ValueError:
        return RejectReason.NOT_A_NUMBER
