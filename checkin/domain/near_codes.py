"""How a text that is no code differs from a code, for the operator who has to type or read the code again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checkin.domain.code_frames import bare, unframed
from checkin.domain.codes import ALPHABET, LENGTH, begins_as_code

_LEAST: Final = 6
"""The fewest characters of a text that begins as a code does and is taken for a piece of one."""
_NEARLY_ALL: Final = 12
"""The fewest characters of a piece whose beginning is missing."""
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Nearness:
    """The difference between a text and a code: characters are missing, or there are too many, or one is impossible.

    `missing` is the number of missing characters, `extra` the number of characters too many, and `sign` a character
    that no code contains. Only one of the three is set; the others are 0 or "".
    """

    missing: int = 0
    extra: int = 0
    sign: str = ""


def nearness(text: str) -> Nearness | None:
    """The difference between this text and a code; None if the text has the form of a code, or is nothing like a code.

    A text is like a code only if it has both letters and digits, as nearly every code has: a name has no digits, and a
    registration number has no letters.
    """
    characters = bare(text)
    strange = [sign for sign in characters if sign not in ALPHABET]
    if not _is_mixed(text) or len(strange) > 1:
        return None
    if strange:
        return Nearness(sign=strange[0]) if len(characters) == LENGTH else None
    if _is_piece(characters):
        return Nearness(missing=LENGTH - len(characters))
    return Nearness(extra=len(characters) - LENGTH) if LENGTH < len(characters) <= _MOST else None


def is_like_code(text: str) -> bool:
    """Whether this text was probably meant to be a code, even if it has mistakes; a name never counts as a code."""
    characters = bare(text)
    has_form = len(characters) == LENGTH and all(sign in ALPHABET for sign in characters)
    return nearness(text) is not None or (has_form and _is_mixed(text))


def _is_piece(characters: str) -> bool:
    return (_LEAST if begins_as_code(characters) else _NEARLY_ALL) <= len(characters) < LENGTH


def _is_mixed(text: str) -> bool:
    written = unframed(text)
    return any(map(str.isdecimal, written)) and any(map(str.isalpha, written))
