"""Finds the entry of a combo box that somebody means by the letters that they type."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Sequence


def entry_meant(entries: Sequence[str], typed: str, chosen: int) -> int | None:
    """The number (from 0) of the entry that the letters `typed` mean; None if no entry begins with them.

    The letters are compared with the beginning of each entry, and with the beginning of each later word of the entry.
    So one letter finds the category with that letter, and several letters find a category by its name. If several
    entries fit, the one in which the letters stand nearest to the beginning is meant. The same letter typed again and
    again goes from the entry `chosen` to the next one that fits.
    """
    if not _is_one_letter_again(typed):
        return min(_found(entries, typed), default=(0, None))[1]
    turn = sorted(number for _, number in _found(entries, typed[0]))
    return next((number for number in turn if number > chosen), turn[0] if turn else None)


def _found(entries: Sequence[str], typed: str) -> list[tuple[int, int]]:
    """For each entry with these letters: the number of the first word that begins with them, and its own number."""
    key = " ".join(search_key(typed).split())
    places = ((_word_of(entry, key), number) for number, entry in enumerate(entries))
    return [(word, number) for word, number in places if word is not None] if key else []


def _word_of(entry: str, key: str) -> int | None:
    words = search_key(entry).split()
    from_each_word = list(accumulate(reversed(words), lambda after, word: f"{word} {after}"))
    return next((n for n, rest in enumerate(reversed(from_each_word)) if rest.startswith(key)), None)


def _is_one_letter_again(typed: str) -> bool:
    return len(typed) > 1 and len(set(typed)) == 1
