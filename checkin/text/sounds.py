"""How words sound: the key by which somebody is found whose name was heard, and typed as it sounded.

The key is a row of consonants, in which letters that are taken for one another are one: Chea and Jea, Phally and Faly,
Rith and Rit, Sokhonn and Sokon. Vowels count only where the word begins with one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checkin.text.keys import search_key
from checkin.text.ordering import letters_in_order
from checkin.text.searching import in_latin_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK: Final = "§"
"""The sign around the sound of a word in the search index; no search key contains the sign."""
_SPELT: Final = {
    "c": ("tsch", "tch", "ch", "cz", "dj", "dz", "tj", "ts", "zh", "j"),
    "s": ("shch", "sch", "sh", "sz", "s", "z", "x"),
    "p": ("ph", "bh", "pf", "p", "b", "f"),
    "t": ("th", "dh", "t", "d"),
    "k": ("kh", "gh", "ck", "k", "g", "q"),
    "n": ("ng", "nh", "gn", "n", "m"),
    "l": ("l",),
    "r": ("rh", "r"),
    "v": ("v", "w"),
}
"""The consonants that sound much alike, each with its spellings in Latin letters."""
_SOUND_OF: Final = {spelt: sound for sound, spellings in _SPELT.items() for spelt in spellings}
_ALTERNATIVES: Final = "|".join(sorted(_SOUND_OF, key=len, reverse=True))
_SOUNDS: Final = re.compile(
    f"(?P<vowel>^[aeiouy])|(?P<h>^h)|(?P<soft>s?c(?=[eiy]))|(?P<known>{_ALTERNATIVES})|(?P<hard>c)"
)
_EVERY: Final = ("a", "h", *_SPELT)
"""Every sound; an "a" stands for the vowel with which a word begins."""


def sound_of(word: str) -> str:
    """The consonants of a word as they sound; "" for a word that is not of Latin letters in ASCII."""
    if not (word.isascii() and word.isalpha()):
        return ""
    sounds, end = "", -1
    for found in _SOUNDS.finditer(word):
        sound = _sound(found)
        if found.start() != end or not sounds.endswith(sound):  # nn, dt: one sound
            sounds += sound
        end = found.end()
    return sounds


def sounding_words(text: str) -> list[tuple[str, str]]:
    """The words of a text, each as its sound and its search key; words without a sound are left out.

    A text in another script is taken in Latin letters.
    """
    words = dict.fromkeys(letters_in_order(in_latin_letters(text)).split())
    return [heard for word in words if (heard := _heard(word))[0]]


def sound_words(text: str) -> str:
    """The words of the search index by which a text is found that sounds like it, separated by one space."""
    return " ".join(dict.fromkeys(f"{MARK}{sound}{MARK}{key}" for sound, key in sounding_words(text)))


def nearly(sound: str) -> Iterator[str]:
    """The sounds that differ from this one by one consonant: another, one more, one less, or two exchanged."""
    for at in range(len(sound) + 1):
        before, after = sound[:at], sound[at:]
        yield from (before + other + after for other in _EVERY)
        if after:
            yield before + after[1:]
            yield from (before + other + after[1:] for other in _EVERY if other != after[0])
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


@lru_cache(maxsize=65_536)  # words of names repeat, whole names do not
def _heard(word: str) -> tuple[str, str]:
    return sound_of(word), search_key(word)


def _sound(found: re.Match[str]) -> str:
    which = found.lastgroup or ""
    return _SOUND_OF[found.group()] if which == "known" else _OF_LETTER[which]


_OF_LETTER: Final = {"vowel": "a", "h": "h", "soft": "s", "hard": "k"}
