"""What romanisations of one name have in common: the sound of their consonants, and the order of their vowels.

The words are search keys: a y is an i there, a w is a v, an h after a consonant is gone and so is a doubled letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from checkin.text.sounds import sound_of

_SPELT: Final = (
    # Wade-Giles and other romanisations of Chinese, beside pinyin.
    ("hs", "s"), ("^x", "s"), ("tz", "ts"), ("^q(?=i)", "c"), ("^q(?=u$|un|ue)", "c"),
    ("^c(?=ai|ao|ui|en|ong)", "ts"),
    # Letters that are written as two.
    ("(?<=.)x", "ks"), ("cks", "ks"), ("of$", "ov"), ("ef$", "ev"),
    # Arabic and Russian names as they are heard in English and in French.
    ("^dj", "j"), ("^tch", "c"), ("^ou(?=[aeiou])", "v"), ("^i(?=[aeou])", ""), ("^gu(?=[ei])", "g"),
    # A silent letter at the end.
    ("(?<=[aeiou])h(?![aeiou])", ""), ("(?<=...)e$", ""),
)  # fmt: skip
"""Spellings that become others before a word is heard; regular expressions on search keys."""
_REPLACED: Final = tuple((re.compile(spelt), heard) for spelt, heard in _SPELT)
_VOWELS: Final = {"a": "a", "e": "i", "i": "i", "o": "u", "u": "u"}


@lru_cache(1 << 16)
def sound_of_romanised(word: str) -> str:
    """The consonants that a word has in every romanisation; "" for a word of other letters than a to z."""
    return sound_of(_heard(word)) if word.isascii() else ""


@lru_cache(1 << 16)
def vowels_of(word: str) -> str:
    """The vowels of a word in their order, of three kinds (a, e or i, o or u); two of a kind side by side are one."""
    kinds, before = "", ""
    for letter in _heard(word):
        kind = _VOWELS.get(letter, "")
        kinds += kind if kind != before else ""
        before = kind
    return kinds


@lru_cache(1 << 16)
def _heard(word: str) -> str:
    for spelt, heard in _REPLACED:
        word = spelt.sub(heard, word)
    return word
