r"""Takes off the frame of a code: what scanners put around and between the code's 16 characters.

Scanners can be set to send further characters around what they read: an AIM identifier such as `]Q1` (ISO/IEC 15424),
an ECI such as `\000026`, STX, ETX, GS and other control characters, the `*` of Code 39. East Asian keyboards type
full-width letters, and word processors turn a hyphen into another dash.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_LOOK_ALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIRST_WIDE, _LAST_WIDE, _FROM_WIDE = "\uff01", "\uff5e", 0xFEE0
"""The full-width forms of the ASCII characters, and how far they are from these."""
_MORE_DASHES: Final = frozenset("\N{MINUS SIGN}\N{HYPHEN BULLET}")
_BETWEEN: Final = r"[ \t\n\v\f\r-]"
"""What may stand between the characters of a code, once other dashes and blanks were replaced.

Not GS and the like, although Python counts them as blanks: a scanner sends them before a code.
"""
_AROUND: Final = r"[\s\x00-\x1f\x7f*-]"
_BEFORE: Final = re.compile(rf"(?:{_AROUND}|\][A-Za-z][0-9A-Za-z]|\\[0-9]{{6}})*")
_SYMBOL: Final = "[0-9A-TV-Za-tv-z]"
"""The characters of codes in either case, with O, I and L, which stand for 0 and 1."""
_LAST_CODE: Final = re.compile(
    rf"{_BEFORE.pattern}(?P<code>{_SYMBOL}(?:{_BETWEEN}*{_SYMBOL}){{15}}){_AROUND}*\Z"
)
_IS_AROUND: Final = re.compile(_AROUND)
_IS_BETWEEN: Final = re.compile(_BETWEEN)
_SIGNS_AROUND: Final = "".join(sign for sign in map(chr, range(128)) if _IS_AROUND.match(sign))


@dataclass(frozen=True, slots=True)
class FramedCode:
    """A code at the end of a text, and where it stands; only its form was checked, not its check character.

    `begins_at` is the index in the text at which the code's frame begins (the characters that a scanner puts before a
    code). `text[first:end]` is the code as it was written. `characters` is the code in capitals, without blanks and
    dashes, with O, I and L read as 0 and 1.
    """

    begins_at: int
    first: int
    end: int
    characters: str
    has_digit: bool
    """Whether the code was written with at least one digit, which no name has; the letter O is no digit here."""


def unframed(text: str) -> str:
    """The text without its frame (the characters that scanners put around a code), and without blanks and dashes."""
    inner = _BEFORE.sub("", _plain(text), count=1).rstrip(_SIGNS_AROUND)
    return _IS_BETWEEN.sub("", inner)


def bare(text: str) -> str:
    """The text as `unframed` gives it, in capitals, with O, I and L read as 0 and 1.

    A text that is not all ASCII stays as `unframed` gives it, because `str.upper` turns some other letters into ASCII.
    """
    characters = unframed(text)
    return _in_capitals(characters) if characters.isascii() else characters


def last_code(text: str) -> FramedCode | None:
    """The code at the end of the text; None if the text does not end with 16 characters that have the form of a code.

    Around the code there may be a frame: what a scanner adds, such as `]Q1` before or `*` after the code.
    """
    plain = _plain(text)
    found = _LAST_CODE.search(plain)
    if found is None:
        return None
    begins_at = found.start()
    while _IS_BETWEEN.match(plain[begins_at]):
        begins_at += 1
    written = _IS_BETWEEN.sub("", found["code"])
    return FramedCode(begins_at, *found.span("code"), _in_capitals(written), any(map(str.isdigit, written)))


def may_follow_code(sign: str) -> bool:
    """Whether a scanner may send this character after a code."""
    return _IS_AROUND.fullmatch(_plain(sign)) is not None


def _in_capitals(characters: str) -> str:
    return characters.upper().translate(_LOOK_ALIKES)


def _plain(text: str) -> str:
    """The text with ASCII in place of full-width characters, blanks and dashes of any kind. Its length is the same."""
    return text if text.isascii() else "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    if _FIRST_WIDE <= sign <= _LAST_WIDE:
        return chr(ord(sign) - _FROM_WIDE)
    if sign.isspace() and not sign.isascii():
        return " "
    is_dash = unicodedata.category(sign) in {"Pd", "Cf"} or sign in _MORE_DASHES
    return "-" if is_dash else sign
