"""Takes a name from the text typed into the search, to fill in the form for somebody who is on no list."""

from __future__ import annotations

import unicodedata
from typing import Final

from checkin.domain import codes
from checkin.domain.codes import NotOurs
from checkin.domain.delegates import Delegate
from checkin.text import family_name_with_capitals, name_with_capitals

_LAST_LATIN: Final = "\u024f"
_IN_NAMES: Final = frozenset("-'.,()\N{RIGHT SINGLE QUOTATION MARK}\N{MIDDLE DOT}\N{ZERO WIDTH SPACE}")
"""Signs that a name may contain besides letters; a digit or any other sign means that the text is a code."""


def somebody_named(text: str, event_key: bytes, *, family_in_capitals: bool = True) -> Delegate:
    """Return a delegate without an id whose name is this text; the name is empty if the text cannot be a name.

    In a Latin text the first word is the family name, written in capitals if `family_in_capitals`; the other words are
    the given name. A text in another script is the native name. A code cannot be a name; `event_key` is the event's
    secret, with which its codes are recognised.
    """
    words = text.split()
    is_like_code = text.isupper() and not isinstance(codes.read(text, event_key), NotOurs)
    is_code = is_like_code and len(words) == 1  # a name in capitals may have as many letters as a code
    if not words or is_code or not _may_be_name(text):
        return Delegate("")
    if any(letter > _LAST_LATIN for letter in text):
        return Delegate("", native_name=" ".join(words))
    return Delegate(
        "",
        family_name=family_name_with_capitals(words[0], all_capitals=family_in_capitals),
        given_name=name_with_capitals(" ".join(words[1:])),
    )


def _may_be_name(text: str) -> bool:
    """Whether the text has only letters, spaces and signs of names, unlike a code or an address that was scanned."""
    return all(letter.isspace() or letter in _IN_NAMES or not _is_sign(letter) for letter in text)


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "LM"
