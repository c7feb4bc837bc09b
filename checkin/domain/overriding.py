"""Overriding: by which kind of reason somebody whom a desk or a door refuses may be let in all the same."""

from __future__ import annotations

from typing import Final

from checkin.domain.admission import Refusal

_LEAST_LETTERS: Final = 3


def needs_words(refusal: Refusal) -> bool:
    """Whether whoever lets the person in must type the reason.

    A blocked person was blocked by somebody who knows why. One key, which a tired hand presses by itself, must not let
    them in.
    """
    return refusal is Refusal.BLOCKED


def is_reason(words: str) -> bool:
    """Whether the words that were typed may be a reason: a digit or a letter that was meant for a search is none."""
    return sum(letter.isalpha() for letter in words) >= _LEAST_LETTERS
