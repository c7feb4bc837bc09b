"""The 16 characters in a badge's QR code: minting, reading, and telling genuine from forged.

The characters are Crockford's base 32: 1 for the kind, 8 random (40 bits), 6 of the HMAC-SHA-256 over the first nine
under the event key (30 bits), and 1 check character over GF(32), which notices every substitution and every swap of
neighbours.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 16
_SIGNED: Final = 9
_MAC_SHIFTS: Final = (25, 20, 15, 10, 5, 0)
"""How far the 30 bits are shifted for each of the six letters of 5 bits."""
_LETTERS: Final = frozenset(ALPHABET)
_LOOK_ALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": ""})


class CodeKind(StrEnum):
    """The kind of a code, told by its first character: a door knows the kind of a badge it has never heard of."""

    BADGE = "B"
    DAY_BADGE = "D"
    INVITATION = "N"
    SPARE = "S"


_KINDS: Final = {kind.value: kind for kind in CodeKind}
_OPENS_DOORS: Final = frozenset({CodeKind.BADGE, CodeKind.DAY_BADGE, CodeKind.SPARE})


@dataclass(frozen=True, slots=True)
class Code:
    """A genuine code of this event: its check character and its MAC are right."""

    text: str

    @property
    def kind(self) -> CodeKind | None:
        """The kind of the code; None for a kind that only a newer program makes."""
        return _KINDS.get(self.text[0])

    @property
    def opens_doors(self) -> bool:
        """Whether a door may let the holder in; a holder of an invitation or an unknown kind is sent to the desk."""
        return self.kind in _OPENS_DOORS

    def __str__(self) -> str:
        return self.text

    @property
    def in_groups(self) -> str:
        """The code in groups of four characters, for typing by hand."""
        return "-".join(self.text[at : at + 4] for at in range(0, LENGTH, 4))


@dataclass(frozen=True, slots=True)
class NotOurs:
    """A text without the form of a code; half a character in the text, which no file can hold, became "?"."""

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


def mint(key: bytes, kind: CodeKind = CodeKind.BADGE) -> Code:
    """A fresh code of this kind under the event key."""
    body = kind.value + "".join(secrets.choice(ALPHABET) for _ in range(_SIGNED - 1))
    signed = body + _mac(body, key)
    return Code(signed + _check_character(signed))


def beginning(text: str) -> str:
    """The text as the beginning of a code, put right as `read` does; "" where no code begins with this text."""
    tidy = "".join(text.split())
    tidy = tidy.upper().translate(_LOOK_ALIKES) if tidy.isascii() else ""
    return tidy if tidy[:1] in _KINDS and _LETTERS.issuperset(tidy) else ""


def read(text: str, key: bytes) -> Reading:
    """The reading of a text that was scanned or typed; case, spaces, hyphens, O, I and L are put right."""
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
    """An HMAC under this key, still without a text: making one anew for each code took as long as all the rest."""
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
    """Multiplication in GF(32) modulo x^5 + x^2 + 1."""
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
"""Sixteen different weights, so that a swap of any two neighbours is noticed, the check character included."""
_WEIGHTED: Final = tuple(
    {letter: _times(weight, value) for value, letter in enumerate(ALPHABET)} for weight in _WEIGHTS[:-1]
)
_INVERSE_OF_LAST_WEIGHT: Final = next(value for value in range(1, 32) if _times(value, _WEIGHTS[-1]) == 1)
_CHECK_CHARACTERS: Final = tuple(ALPHABET[_times(total, _INVERSE_OF_LAST_WEIGHT)] for total in range(32))
"""For each sum of the weighted letters, as index, the check character that makes the whole sum zero."""
