"""Cuts text into clusters: characters that must never be separated, such as a letter and its marks.

A cluster is at least a grapheme cluster of Unicode (UAX 29). Stacked consonants, as in Khmer, are in one cluster too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STACKERS: Final = frozenset(
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0f84\u1039\u17d2\u1a60\u1b44\ua9c0"
)
"""Virama, coeng and similar signs: the consonant after such a sign belongs to the same cluster."""
_JOINER: Final = "\u200d"
_ZWSP: Final = "\u200b"
_FOLLOWING: Final = re.compile(
    "[\u0e33\u0eb3\u200c\u200d\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
"""Characters that go with the one before them and are no marks by their category: the vowel am of Thai and Lao,
joiners, the voiced sound marks of narrow katakana, the colours of skin, and the letters of flags."""
_LEADING: Final = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e"
    "\U000110bd\U000110cd\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
"""Characters that go with the one after them (Prepend of UAX 29), such as the Arabic sign of a number."""
_JAMO: Final = re.compile(
    "[\u1100-\u115f\ua960-\ua97c][\u1100-\u11a7\ua960-\ua97c\ud7b0-\ud7c6\uac00-\ud7a3]"
    "|[\u1160-\u11a7\ud7b0-\ud7c6\uac00-\ud7a3][\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]"
    "|[\u11a8-\u11ff\ud7cb-\ud7fb][\u11a8-\u11ff\ud7cb-\ud7fb]"
)
"""Two parts of one Korean syllable (GB6 to GB8). A syllable that has its last part is taken like one that lacks it."""
_FIRST_FLAG: Final = "\U0001f1e6"
_LAST_FLAG: Final = "\U0001f1ff"
"""The letters of which two make the flag of a country."""


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The start and end index (exclusive) of each cluster of the text, in order.

    A cluster is what a reader sees as one character, such as a letter with its accents.
    """
    start = flags = 0
    for at in range(1, len(text)):
        flags = flags + 1 if _FIRST_FLAG <= text[at - 1] <= _LAST_FLAG else 0
        is_second = flags % 2 == 1 and _FIRST_FLAG <= text[at] <= _LAST_FLAG
        if not (is_second or _belongs_to_previous(text, at)):
            yield start, at
            start = at
    if text:
        yield start, len(text)


def _belongs_to_previous(text: str, at: int) -> bool:
    character, before = text[at], text[at - 1]
    if character < "\u0300":
        return before == "\r" if character == "\n" else before >= "\u0600" and _leads(before, character)
    if before == _ZWSP:
        return False
    category = unicodedata.category(character)
    if category[0] == "M" or _FOLLOWING.match(character) or before == _JOINER or _leads(before, character):
        return True
    return (before in _STACKERS and category[0] == "L") or _JAMO.match(before + character) is not None


def _leads(before: str, character: str) -> bool:
    return _LEADING.match(before) is not None and unicodedata.category(character) != "Cc"
