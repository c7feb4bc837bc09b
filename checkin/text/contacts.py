"""The keys of e-mail addresses and telephone numbers: the same however an address or a number is written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEVERAL: Final = re.compile(r"[;,|\n]|\s/\s|\s+(?:or|ou|and|et|&)\s+")
_ADDRESS: Final = re.compile(r"[^\s<>()\[\]:]+@[^\s<>()\[\]:]+")
_TAG: Final = re.compile(r"\+[^@]*(?=@)")
_LEAST_DIGITS: Final = 6
_SUBSCRIBER: Final = 8
"""So many digits at the end of a number are the same with and without the code of the country."""


def address_keys(text: str) -> set[str]:
    """The e-mail addresses in a text, in lower case and without what follows a plus sign in the mailbox's name."""
    return {_TAG.sub("", found[0].casefold().rstrip(".")) for found in _ADDRESS.finditer(text)}


def number_keys(text: str) -> set[str]:
    """The telephone numbers in a text: of each the last eight digits; a number of fewer than six digits is left out."""
    return set(_numbers(text))


def _numbers(text: str) -> Iterator[str]:
    for number in _SEVERAL.split(text):
        digits = "".join(str(unicodedata.decimal(sign)) for sign in number if sign.isdecimal()).lstrip("0")
        if len(digits) >= _LEAST_DIGITS:
            yield digits[-_SUBSCRIBER:]
