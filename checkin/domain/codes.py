"""The 16 characters in a badge's QR code: making them, reading them, and recognising forged ones.

The characters are Crockford's base 32. Character 1 is the kind of the code (such as a badge or an invitation), and 2 to
9 are random (40 bits). Characters 10 to 15 are a MAC: the first 30 bits of the HMAC-SHA-256 of characters 1 to 9, made
with the event's secret key. Character 16 is a check character over GF(32), which detects every change of one character
and every swap of neighbours.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from checkin.domain.code_frames import bare

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 16
_SIGNED: Final = 9
_MAC_SHIFTS: Final = (25, 20, 15, 10, 5, 0)
"""How many bits to shift the 30-bit number for each of its six characters of 5 bits."""
_LETTERS: Final = frozenset(ALPHABET)


class CodeKind(StrEnum):
    """The kind of a code, given by its first character.

    So a door knows the kind even of a badge that it has no record of.
    """

    BADGE = "B"
    DAY_BADGE = "D"
    INVITATION = "N"
    SPARE = "S"


_KINDS: Final = {kind.value: kind for kind in CodeKind}
_OPENS_DOORS: Final = frozenset({CodeKind.BADGE, CodeKind.DAY_BADGE, CodeKind.SPARE})


@dataclass(frozen=True, slots=True)
class Code:
    """A genuine code of this event: its check character and its MAC are correct."""

    text: str

    @property
    def kind(self) -> CodeKind | None:
        """The kind of the code. None if only a newer program knows the kind."""
        return _KINDS.get(self.text[0])

    @property
    def opens_doors(self) -> bool:
        """Whether a door may let the holder in.

        The holder of an invitation, or of a code of an unknown kind, is sent to the desk.
        """
        return self.kind in _OPENS_DOORS

    def __str__(self) -> str:
        return self.text

    @property
    def in_groups(self) -> str:
        """The code in groups of four characters, for typing by hand."""
        return "-".join(self.text[at : at + 4] for at in range(0, LENGTH, 4))


@dataclass(frozen=True, slots=True)
class NotOurs:
    """The result of reading a text that does not have the form of a code.

    In `text`, each lone surrogate, which no file can hold, was replaced by "?".
    """

    text: str


@dataclass(frozen=True, slots=True)
class Misread:
    """The result of reading a text that has the form of a code, but whose check character is wrong."""

    text: str


@dataclass(frozen=True, slots=True)
class Forged:
    """The result of reading a text that looks like a correct code, but was not made with this event's key."""

    text: str


Reading: TypeAlias = Code | NotOurs | Misread | Forged


def mint(key: bytes, kind: CodeKind = CodeKind.BADGE) -> Code:
    """Make a new random code of this kind, with its MAC under the event key."""
    body = kind.value + "".join(secrets.choice(ALPHABET) for _ in range(_SIGNED - 1))
    signed = body + _mac(body, key)
    return Code(signed + _check_character(signed))


def rehearsal_key(key: bytes) -> bytes:
    """The key for the codes that are made in a rehearsal of the event with this key.

    Nobody can compute the event's key from it, and the event itself reads a code made with it as forged.
    """
    return hmac.digest(key, b"rehearsal", "sha256")


def beginning(text: str) -> str:
    """The text, corrected as `read` corrects it, if it may be the beginning of a code; otherwise "".

    The text may be shorter than a code.
    """
    tidy = bare(text)
    return tidy if tidy[:1] in _KINDS and _LETTERS.issuperset(tidy) else ""


def read(text: str, key: bytes) -> Reading:
    """Read a text that was scanned or typed: either it is a genuine code of the event with this key, or it is none.

    First the text is corrected: lower case, blanks, dashes, full-width letters, O, I and L in place of 0 and 1, and the
    characters that scanners put around a code (see `code_frames`).
    """
    tidy = text if _has_form(text) else bare(text)
    if not _has_form(tidy):
        return NotOurs(text.encode(errors="replace").decode())
    if not is_whole(tidy):
        return Misread(tidy)
    if not hmac.compare_digest(tidy[_SIGNED:-1], _mac(tidy[:_SIGNED], key)):
        return Forged(tidy)
    return Code(tidy)


def is_whole(characters: str) -> bool:
    """Whether these 16 characters of `ALPHABET` were read right: the check character (the last) fits the other 15."""
    return _check_character(characters[:-1]) == characters[-1]


def begins_as_code(characters: str) -> bool:
    """Whether the first of these characters stands for a kind of code (see `CodeKind`)."""
    return characters[:1] in _KINDS


def _has_form(text: str) -> bool:
    return len(text) == LENGTH and _LETTERS.issuperset(text)


@lru_cache(maxsize=8)
def _keyed(key: bytes) -> hmac.HMAC:
    """An HMAC under this key, before any text is added. It is cached.

    Making the HMAC anew for each code took as long as all the rest of the work.
    """
    return hmac.new(key, digestmod="sha256")


def _mac(body: str, key: bytes) -> str:
    mac = _keyed(key).copy()
    mac.update(body.encode("ascii"))
    number = int.from_bytes(mac.digest()[:4], "big") >> 2
    return "".join([ALPHABET[number >> shift & 31] for shift in _MAC_SHIFTS])


def _check_character(signed: str) -> str:
    total = 0
    for place, letter in enumerate(signed):
        total ^= _WEIGHTED[place][letter]
    return _CHECK_CHARACTERS[total]


def _times(left: int, right: int) -> int:
    """The product of two numbers in GF(32), modulo x^5 + x^2 + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left >> 5:
            left ^= 0b100101
        right >>= 1
    return product


def _powers_of_two(count: int) -> tuple[int, ...]:
    powers = [1]
    while len(powers) < count:
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS: Final = _powers_of_two(LENGTH)
"""Sixteen different weights, so that a swap of any two neighbours is detected, even with the check character."""
_WEIGHTED: Final = tuple(
    {letter: _times(weight, value) for value, letter in enumerate(ALPHABET)} for weight in _WEIGHTS[:-1]
)
_INVERSE_OF_LAST_WEIGHT: Final = next(value for value in range(1, 32) if _times(value, _WEIGHTS[-1]) == 1)
_CHECK_CHARACTERS: Final = tuple(ALPHABET[_times(total, _INVERSE_OF_LAST_WEIGHT)] for total in range(32))
"""The check character for each sum of the weighted characters (the index); it makes the whole sum zero."""
