"""How alike two names are, in their letters and in their sound."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checkin.text import in_latin_letters, name_order, nearly, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


_LAST_LATIN: Final = "\u024f"
SHORT: Final = 3
"""A Latin word of so many letters or fewer is like too many names for anything but the whole word to mean somebody."""
_ALIKE: Final = 0.5
"""How close the letters of a word with the same sound must be, from 0 to 1 (`difflib`)."""
NEARLY_ALIKE: Final = 0.7
"""The same for words whose sound is nearly the same."""
_CLOSEST: Final = 12


def alike(file: EventFile, sound: str, key: str) -> list[tuple[str, str]]:
    """The words of the index that sound like this word, the closest first; each with its sound.

    A short word must have the same vowels too: its few consonants are those of many other names.
    """
    same = same_sound(file, sound, key, _ALIKE)
    if is_short(key):
        return [(word, heard) for word, heard in same if _vowels(word) == _vowels(key)]
    if same or len(sound) < 2:  # noqa: PLR2004 - nearly every short word sounds nearly like another
        return same
    return closest(file.words.with_sounds(dict.fromkeys(nearly(sound))), key, NEARLY_ALIKE)


def _vowels(word: str) -> list[str]:
    """The vowels of a word in their order; a y counts as an i."""
    return [letter for letter in word.replace("y", "i") if letter in "aeiou"]


def same_sound(file: EventFile, sound: str, key: str, cutoff: float) -> list[tuple[str, str]]:
    """The words of the index with this sound, each with its sound, the closest in their letters first."""
    return closest(file.words.with_sounds([sound]), key, cutoff)


def closest(words: dict[str, str], key: str, cutoff: float) -> list[tuple[str, str]]:
    """Those of the words that are closest to this key, each with its sound; `cutoff` is 0 to 1 (`difflib`)."""
    return [(word, words[word]) for word in get_close_matches(key, words, _CLOSEST, cutoff)]


def likeliest(found: Iterable[Registration], keys: Sequence[str]) -> list[Registration]:
    """The delegates, each once, those first whose names are closest to these words (search keys)."""
    known = {each.delegate.id: each for each in found}.values()
    return sorted(known, key=lambda each: (-closeness(each, keys), name_order(each.delegate)))


def closeness(registration: Registration, keys: Sequence[str]) -> float:
    """How close the names of a delegate are to these words: the sum of the best likeness to each."""
    delegate = registration.delegate
    names = search_key(f"{delegate.latin_name} {in_latin_letters(delegate.native_name)}").split()
    return sum(max((ratio(key, name) for name in names), default=0.0) for key in keys)


@lru_cache(maxsize=4096)
def ratio(one: str, other: str) -> float:
    """How alike two words are, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def is_short(word: str) -> bool:
    """Whether a word in Latin letters is so short that its sound is that of many names."""
    return len(word) <= SHORT and is_latin(word)


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters."""
    return all(letter <= _LAST_LATIN for letter in word)
