"""Overriding: which kind of reason an operator must give to let in a person whom a desk or a door refuses."""

from __future__ import annotations

from typing import Final

from checkin.domain.admission import Refusal

_LEAST_LETTERS: Final = 3


def needs_words(refusal: Refusal) -> bool:
    """Whether the operator must type the reason for letting in a person who is refused in this way.

    Only a blocked person needs this. Somebody blocked them on purpose, so one key, pressed by habit, must not let them
    in.
    """
    return refusal is Refusal.BLOCKED


def is_reason(words: str) -> bool:
    """Whether the typed words can be a reason: they have at least three letters, unlike a slip of one or two keys."""
    return sum(letter.isalpha() for letter in words) >= _LEAST_LETTERS
