"""The 16 characters in a badge's QR code: minting, reading, and telling genuine from forged.

Crockford's base 32: 1 kind, 8 random (40 bits), 6 of HMAC-SHA-256 over the first nine under the event key
(30 bits), 1 check character over GF(32) that notices every substitution and every swap of neighbours.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 16
_BADGE: Final = "B"
_SIGNED: Final = 9
_MAC_SHIFTS: Final = (25, 20, 15, 10, 5, 0)
"""Six letters of 5 bits."""
_LETTERS: Final = frozenset(ALPHABET)
_LOOK_ALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": ""})


@dataclass(frozen=True, slots=True)
class Code:
    """A genuine code of this event: its check character and its MAC are right."""

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def in_groups(self) -> str:
        """In groups of four, for typing by hand."""
        return "-".join(self.text[at : at + 4] for at in range(0, LENGTH, 4))


@dataclass(frozen=True, slots=True)
class NotOurs:
    """A text that has not the form of a code; half a character in it, which no file can hold, became "?"."""

    text: str


@dataclass(frozen=True, slots=True)
class Misread:
    """A text in the form of a code whose check character is wrong."""

    text: str


@dataclass(frozen=True, slots=True)
class Forged:
    """A well-formed code that was not made with this event's key."""

    text: str


Reading: TypeAlias = Code | NotOurs | Misread | Forged


def mint(key: bytes) -> Code:
    """A fresh badge code under the event key."""
    body = _BADGE + "".join(secrets.choice(ALPHABET) for _ in range(_SIGNED - 1))
    signed = body + _mac(body, key)
    return Code(signed + _check_character(signed))


def beginning(text: str) -> str:
    """The text as the beginning of a code, put right as `read` does it; "" where no code begins like this."""
    tidy = "".join(text.split())
    tidy = tidy.upper().translate(_LOOK_ALIKES) if tidy.isascii() else ""
    return tidy if tidy.startswith(_BADGE) and _LETTERS.issuperset(tidy) else ""


def read(text: str, key: bytes) -> Reading:
    """What a scanner's or a hand's text is; case, spaces, hyphens, O, I and L are put right."""
    tidy = "".join(text.split())
    if tidy.isascii():  # before `upper`, which makes ASCII of other letters
        tidy = tidy.upper().translate(_LOOK_ALIKES)
    if len(tidy) != LENGTH or not _LETTERS.issuperset(tidy):
        return NotOurs(text.encode(errors="replace").decode())
    if _check_character(tidy[:-1]) != tidy[-1]:
        return Misread(tidy)
    if not hmac.compare_digest(tidy[_SIGNED:-1], _mac(tidy[:_SIGNED], key)):
        return Forged(tidy)
    return Code(tidy)


@lru_cache(maxsize=8)
def _keyed(key: bytes) -> hmac.HMAC:
    """The beginning of every MAC under this key: making it anew for each code took as long as all the rest."""
    return hmac.new(key, digestmod="sha256")


def _mac(body: str, key: bytes) -> str:
    mac = _keyed(key).copy()
    mac.update(body.encode("ascii"))
    number = int.from_bytes(mac.digest()[:4], "big") >> 2
    return "".join([ALPHABET[number >> shift & 31] for shift in _MAC_SHIFTS])


def _check_character(signed: str) -> str:
    total = 0
    for letter, weighted in zip(signed, _WEIGHTED, strict=True):
        total ^= weighted[letter]
    return _CHECK_CHARACTERS[total]


def _times(left: int, right: int) -> int:
    """Multiplication in GF(32) modulo x^5 + x^2 + 1."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= 0b100101
        right >>= 1
    return product


def _powers_of_two(count: int) -> tuple[int, ...]:
    powers = [1]
    while len(powers) < count:
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS: Final = _powers_of_two(LENGTH)
"""Sixteen different weights, so that swapping any two neighbours, the check character too, is noticed."""
_WEIGHTED: Final = tuple(
    {letter: _times(weight, value) for value, letter in enumerate(ALPHABET)} for weight in _WEIGHTS[:-1]
)
_INVERSE_OF_LAST_WEIGHT: Final = next(value for value in range(1, 32) if _times(value, _WEIGHTS[-1]) == 1)
_CHECK_CHARACTERS: Final = tuple(ALPHABET[_times(total, _INVERSE_OF_LAST_WEIGHT)] for total in range(32))
"""By the sum of all weighted letters, the one that makes it nothing."""
