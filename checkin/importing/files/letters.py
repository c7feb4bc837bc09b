"""Says how likely words are, by the letters that follow each other in the names and words of many languages.

The counts come from resources/letters/counts.json, which `.ci/letters/learn.py` makes.
"""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin import assets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, THAI, EASTERN, FOREIGN, OTHER = range(9)
"""The scripts that the encodings of before Unicode have; Chinese, Japanese and Korean signs count as one.

FOREIGN are the letters of all further scripts, and OTHER the signs that are no letters.
"""
SCRIPTS: Final = {
    LATIN: "ca cs da de en es et fi fr hr hu is it lt lv nb nl pl pt ro sk sl sq sv tr vi",
    GREEK: "el",
    CYRILLIC: "be bg mk ru sr uk",
    HEBREW: "he",
    ARABIC: "ar fa",
    THAI: "th",
    EASTERN: "ja ko zh zh_Hant",
}
"""The languages of each script."""
EDGE: Final = " "
"""Stands before and behind a word."""
_ALIKE: Final = str.maketrans("șțیک", "şţيك")
"""Letters for which the encodings of before Unicode have another one."""
_RANGES: Final = (
    (0x0041, 0x024F, LATIN),
    (0x0300, 0x036F, LATIN),
    (0x1E00, 0x1EFF, LATIN),
    (0x0370, 0x03FF, GREEK),
    (0x0400, 0x052F, CYRILLIC),
    (0x0590, 0x05FF, HEBREW),
    (0x0600, 0x06FF, ARABIC),
    (0x0E00, 0x0E7F, THAI),
    (0x2E80, 0x9FFF, EASTERN),
    (0xAC00, 0xD7AF, EASTERN),
    (0xF900, 0xFAFF, EASTERN),
    (0xFF66, 0xFF9F, EASTERN),
    (0x20000, 0x3FFFF, EASTERN),
)
_UNSEEN: Final = {
    LATIN: 1 / 120,
    GREEK: 1 / 80,
    CYRILLIC: 1 / 90,
    HEBREW: 1 / 40,
    ARABIC: 1 / 60,
    THAI: 1 / 80,
}
"""How likely any one letter of the script is, as far as the language's own words do not tell."""
_STRANGE: Final = 1e-7
_TWO_BYTES: Final = 2
_LARGE_INSIDE: Final = math.log(0.002)
_SMALL_INSIDE: Final = math.log(0.998)
_LARGE_AFTER_LARGE: Final = math.log(0.3)
_SMALL_AFTER_LARGE: Final = math.log(0.7)
_BEGINS_LARGE: Final = math.log(0.7)
_BEGINS_SMALL: Final = math.log(0.3)


@cache
def script_of(letter: str) -> int:
    """The script of a letter or of a mark upon letters; OTHER for a sign that is neither."""
    if unicodedata.category(letter)[0] not in "LM":
        return OTHER
    code = ord(letter)
    return next((script for first, last, script in _RANGES if first <= code <= last), FOREIGN)


def folded(word: str) -> str:
    """The word in small letters, letter by letter."""
    return "".join(letter.lower()[0] for letter in word).translate(_ALIKE)


@dataclass(slots=True)
class _Follow:
    """What follows one letter in the words of a language: how often each letter does, and all of them together."""

    counts: dict[str, int] = field(default_factory=dict)
    total: int = 0


class Language:
    """The letters of one language."""

    def __init__(self, name: str, script: int, counts: Mapping[str, str]) -> None:
        """Take the counts as they stand in the file: a number, and all pairs or signs that were seen so often."""
        self._name = name
        self._script = script
        self._follows: dict[str, _Follow] = {}
        self._single = _Follow()
        self._known: dict[tuple[str, str], float] = {}
        width = 1 if script == EASTERN else 2
        for number, joined in counts.items():
            for at in range(0, len(joined), width):
                self._add(joined[at : at + width], int(number))

    def _add(self, pair: str, number: int) -> None:
        if len(pair) > 1:
            follow = self._follows.setdefault(pair[0], _Follow())
            follow.counts[pair[1]] = number
            follow.total += number
        self._single.counts[pair[-1]] = self._single.counts.get(pair[-1], 0) + number
        self._single.total += number

    def likelihood(self, word: str) -> float:
        """The logarithm of the likelihood of a word in small letters, marked with EDGE on both sides."""
        known = self._known
        total = 0.0
        before = word[0]
        for letter in word[1:]:
            value = known.get((before, letter))
            if value is None:
                value = known[before, letter] = math.log(self._chance(before, letter))
            total += value
            before = letter
        return total

    def _chance(self, before: str, letter: str) -> float:
        if self._script == EASTERN:
            return self._alone(letter)
        follow = self._follows.get(before)
        if follow is None:
            return self._alone(letter)
        kinds = len(
            follow.counts
        )  # what was never seen there is as likely as a new kind was (Witten and Bell)
        return (follow.counts.get(letter, 0) + kinds * self._alone(letter)) / (follow.total + kinds)

    def _alone(self, letter: str) -> float:
        if letter == EDGE and self._script == EASTERN:
            return 0.3
        kinds = len(self._single.counts)
        return (self._single.counts.get(letter, 0) + kinds * self._unseen(letter)) / (
            self._single.total + kinds
        )

    def _unseen(self, letter: str) -> float:
        if self._script == EASTERN:
            return _unseen_sign(self._name, letter)
        return _UNSEEN[self._script] if script_of(letter) == self._script else _STRANGE


_LEVELS: Final = {
    "zh": (
        ("gb2312", 0xB0, 0xD7, 0.9 / 3755),
        ("gb2312", 0xD8, 0xF7, 0.08 / 3008),
        ("gbk", 0, 0xFF, 0.01 / 15000),
    ),
    "zh_Hant": (("big5", 0xA4, 0xC6, 0.95 / 5401), ("big5", 0xC9, 0xF9, 0.05 / 7652)),
    "ja": (
        ("shift_jis", 0x82, 0x83, 0.25 / 170),
        ("shift_jis", 0x88, 0x97, 0.7 / 2965),
        ("shift_jis", 0x98, 0xEA, 0.03 / 3390),
        ("shift_jis", 0xA6, 0xDF, 0.002 / 58),
        ("cp932", 0xED, 0xFC, 0.004 / 360),
    ),
    "ko": (
        ("euc_kr", 0xB0, 0xC8, 0.97 / 2350),
        ("cp949", 0x81, 0xC6, 0.005 / 8822),
        ("euc_kr", 0xCA, 0xFD, 0.01 / 4888),
    ),
}
"""How common the signs of a national character set are, by its own levels: encoding, first bytes from and to."""


@cache
def _unseen_sign(language: str, sign: str) -> float:
    if sign.isascii():
        return 0.02 / 52
    for encoding, first, last, chance in _LEVELS[language]:
        try:
            code = sign.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(code) <= _TWO_BYTES and first <= code[0] <= last:
            return chance
    return _STRANGE / 10


@cache
def languages() -> dict[str, Language]:
    """The languages that the table knows, by their codes."""
    table = json.loads(assets.resource("letters", "counts.json").read_text(encoding="utf-8"))
    return {
        code: Language(code, script, table[code])
        for script, codes in SCRIPTS.items()
        for code in codes.split()
    }


def likelihood_of_cases(word: str) -> float:
    """The logarithm of the likelihood of the large and small letters of a word, in which most are alike."""
    total = 0.0
    before = ""
    for letter in word:
        if letter.isupper():
            total += (
                _BEGINS_LARGE if not before else _LARGE_AFTER_LARGE if before.isupper() else _LARGE_INSIDE
            )
        elif letter.islower():
            total += (
                _BEGINS_SMALL if not before else _SMALL_AFTER_LARGE if before.isupper() else _SMALL_INSIDE
            )
        else:
            continue
        before = letter
    return total


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text that are of one script, with this script; each sign that is no letter is a piece."""
    at = 0
    while at < len(text):
        script = script_of(text[at])
        end = at + 1
        while script != OTHER and end < len(text) and script_of(text[end]) == script:
            end += 1
        yield script, text[at:end]
        at = end
