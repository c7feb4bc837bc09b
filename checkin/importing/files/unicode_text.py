"""Reads texts in UTF-8, UTF-16 or UTF-32, and mends those of which a program once took UTF-8 for another encoding."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from checkin.importing.files.guessing import score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_JAPANESE: Final = re.compile(rb"\x1b(?:\$[@B]|\([IJ])")
_PIECE: Final = re.compile(rb"[^\n]{65536,}\n?|(?:[^\n]*\n){1,500}|[^\n]+")
_LINE: Final = re.compile(rb"[^\n]*\n|[^\n]+")
_TAKEN_FOR: Final = ("cp1252", "cp1250", "cp1251")
"""The encodings for which programs took UTF-8."""
_WORD: Final = re.compile(r"[^\x00-@\[-`{-\x7f]+")
_SAMPLE: Final = 1_000_000
_MOST_WORDS: Final = 300
_CLEAR: Final = 8.0
_FIRST_HIGH: Final = 0x80
_FIRST_LETTER_OF_WINDOWS: Final = 0xA0


def unicode_of(data: bytes) -> tuple[str, str] | None:
    """The text of data in UTF-8, UTF-16 or UTF-32 and the encoding's name; None if the data are in none of them.

    ISO-2022-JP counts too, because its marks are as certain.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, "utf-8-sig" if name == "utf-8" else name)
            if text is not None:
                return text, name
    if b"\x00" in data:
        found = [(text, name) for name in ("utf-16-le", "utf-16-be") if (text := _lines(data, name))]
        if found:  # in the wrong one, each ASCII letter is a sign of another script
            return max(found, key=lambda pair: sum(map(pair[0].count, "\r\n,;\t aeiou0")))
    if _JAPANESE.search(data) and (text := _strictly(data, "iso2022_jp_ext")):
        return text, "iso2022_jp"
    text = _strictly(data, "utf-8")
    return None if text is None else (text, "utf-8")


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _lines(data: bytes, name: str) -> str | None:
    """The text of the data, if they are lines of characters that exist in Unicode; for files without a mark."""
    text = _strictly(data, name)
    if text is None or not re.search("[\r\n]", text):
        return None
    exist = all(
        unicodedata.category(sign) not in {"Cn", "Co"} and not _CONTROL.match(sign) for sign in set(text)
    )
    return text if exist else None


def lines_apart(data: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines beyond ASCII that are in UTF-8, and those that are not."""
    ours: list[bytes] = []
    foreign: list[bytes] = []
    for line in data.split(b"\n"):
        if not line.isascii():
            (foreign if _strictly(line, "utf-8") is None else ours).append(line)
    return ours, foreign


def mixed_text(data: bytes, read: Callable[[bytes], str]) -> str:
    """The text of a file in UTF-8 of which some lines are not; `read` reads these lines."""
    return "".join(_mixed(data.removeprefix(codecs.BOM_UTF8), read))


def _mixed(data: bytes, read: Callable[[bytes], str]) -> Iterator[str]:
    for match in _PIECE.finditer(data):
        piece = match.group()
        text = _strictly(piece, "utf-8")
        if text is not None:
            yield text
            continue
        for line in _LINE.findall(piece):
            known = _strictly(line, "utf-8")
            yield read(line) if known is None else known


def repaired(text: str) -> str:
    """The text; if a program once took its UTF-8 for another encoding, the text as it was before.

    This is so if all sequences that look so are UTF-8, and if the words read clearly better then.
    """
    if text.isascii():
        return text
    possible = [mend for name in _TAKEN_FOR if (mend := _mend_of(text, name))]
    if not possible:
        return text
    words = [word for word in dict.fromkeys(_WORD.findall(text[:_SAMPLE])) if not word.isascii()][
        :_MOST_WORDS
    ]
    scores = [score((mend(word) for word in words), "en") for mend in possible]
    best = max(scores)
    return possible[scores.index(best)](text) if best - score(words, "en") > _CLEAR else text


def _mend_of(text: str, name: str) -> Callable[[str], str] | None:
    """What turns each sequence of the text that looks like UTF-8 taken for this encoding into its letter.

    None if there is no such sequence, or one that is not UTF-8.
    """
    pattern, codes = _suspicious(name)
    meant = {
        each: _strictly(bytes(codes[sign] for sign in each), "utf-8") for each in set(pattern.findall(text))
    }
    if not meant or None in meant.values():
        return None
    return partial(pattern.sub, lambda match: meant[match.group()] or "")


@cache
def _suspicious(name: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Sequences that UTF-8 makes of one letter where a program takes it for this encoding; the byte of each sign."""
    codes = {chr(byte): byte for byte in range(_FIRST_HIGH, _FIRST_LETTER_OF_WINDOWS)}
    for byte in range(_FIRST_HIGH, 0x100):
        codes[bytes([byte]).decode(name, "ignore") or chr(byte)] = byte
    more = _class_of(codes, 0x80, 0xBF)
    pattern = "|".join(
        f"{_class_of(codes, first, last)}{more * count}"
        for first, last, count in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
    )
    return re.compile(pattern), codes


def _class_of(codes: dict[str, int], first: int, last: int) -> str:
    return f"[{''.join(re.escape(sign) for sign, byte in codes.items() if first <= byte <= last)}]"
