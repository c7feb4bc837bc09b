"""The words for telephone numbers in the search index: any three or more successive digits of a number find it."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import Final

MARK_OF_NUMBER: Final = "№"
"""The sign before four digits of a telephone number in the search index; no search key contains the sign."""
FEWEST_DIGITS: Final = 3
"""The least number of digits that are searched for; fewer digits occur in too many numbers."""
_WINDOW: Final = 4
_MOST_DIGITS: Final = 20
_NUMBER: Final = re.compile(r"\+?[\d\s()./-]*")
_BETWEEN_NUMBERS: Final = re.compile(r"[/;,\n]|\bext\b")
_SUBSCRIBER: Final = (8, 7)
"""The digits at the end of a number that its spellings within a country and from abroad have in common."""


class PlaceInNumber(IntEnum):
    """Where the typed digits stand in a number. The likeliest place comes first: people mostly say the last digits."""

    END = 0
    BEGINNING = 1
    MIDDLE = 2


def phone_words(phones: str) -> str:
    """The words by which the search index finds these telephone numbers, separated by one space.

    The words are all runs of four successive digits; a number with fewer digits is one word.
    """
    runs = (
        MARK_OF_NUMBER + number[at : at + _WINDOW]
        for number in _numbers(phones)
        for at in range(max(len(number) - _WINDOW, 0) + 1)
    )
    return " ".join(dict.fromkeys(runs))


def digits_typed(text: str) -> str:
    """The digits of a text that may be part of a telephone number.

    "" if the text contains anything but a number, or if it has fewer than three digits or too many.
    """
    digits = _digits(text) if _NUMBER.fullmatch(text.strip()) else ""
    return digits if FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS else ""


def spellings_of_number(digits: str) -> tuple[str, ...]:
    """The digits, and the last digits alone, because a list may write a number without or with another country code."""
    return (digits, *(digits[-kept:] for kept in _SUBSCRIBER if len(digits) > kept))


def words_of_digits(digits: str) -> tuple[tuple[str, ...], bool]:
    """The words to search for to find these digits; and whether they are only beginnings of words in the index."""
    if len(digits) < _WINDOW:
        return (MARK_OF_NUMBER + digits,), True
    runs = (digits[at : at + _WINDOW] for at in range(len(digits) - _WINDOW + 1))
    return tuple(dict.fromkeys(MARK_OF_NUMBER + run for run in runs)), False


def place_in_number(phones: str, digits: str) -> PlaceInNumber | None:
    """The likeliest place at which these digits stand in any of the numbers; None if no number contains them."""
    places = [_place(number, digits) for number in _numbers(phones) if digits in number]
    return min(places, default=None)


def _place(number: str, digits: str) -> PlaceInNumber:
    if number.endswith(digits):
        return PlaceInNumber.END
    return PlaceInNumber.BEGINNING if number.startswith(digits) else PlaceInNumber.MIDDLE


def _numbers(phones: str) -> list[str]:
    return [digits for part in _BETWEEN_NUMBERS.split(phones) if (digits := _digits(part))]


def _digits(text: str) -> str:
    """The decimal digits of a text, of whatever script, as ASCII."""
    return "".join(str(unicodedata.decimal(each)) for each in text if each.isdecimal())
