"""The sound of a word: a key that finds a name although somebody typed the name as they heard it.

The sound is the word's consonants. Consonants that are often confused are the same letter in it: Chea and Jea have one
sound, and so have Phally and Faly, Rith and Rit. A vowel counts only at the beginning of the word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checkin.text.keys import search_key
from checkin.text.ordering import letters_in_order
from checkin.text.searching import in_latin_letters, single_words

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
    """The sound of a lower-case word: a short key that words have in common if they sound alike ("" if there is none).

    Only words of the letters a to z have a sound. Phally and Faly, for example, have the same sound.
    """
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
    """The sound (as `sound_of` gives it) and the search key of each word of a text; words without a sound are left out.

    A text in another script is first transliterated into Latin letters.
    """
    words = dict.fromkeys(letters_in_order(in_latin_letters(text)).split())
    return [heard for word in words if (heard := _heard(word))[0]]


def sound_words(text: str) -> str:
    """The words for the search index by which this text is found by its sound, separated by one space.

    Each of these words has the form §sound§key, where key is the search key of a word of the text.
    """
    return " ".join(dict.fromkeys(f"{MARK}{sound}{MARK}{key}" for sound, key in sounding_words(text)))


def unheard_words(text: str) -> str:
    """The words for the search index that stand for those words of this text which have no sound (see `sound_words`).

    These are words in other scripts and spellings of passports; each has the form §§key.
    """
    if text.replace(" ", "").isalpha() and text.isascii():
        return ""  # each of these words has a sound
    heard = {key for _, key in sounding_words(text)}
    return " ".join(
        f"{MARK}{MARK}{key}" for key in single_words(text) if key not in heard and not key.isdecimal()
    )


def nearly(sound: str) -> Iterator[str]:
    """Yield all sounds that differ from this sound by one step.

    A step replaces, adds or removes a consonant, or exchanges two neighbouring consonants.
    """
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
