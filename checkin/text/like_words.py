"""How unlike two words of names are: by a letter, by how they are romanised, or not alike at all.

The words are search keys, in which case, accents and the commonest differences of spelling are gone already.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.text.romanised import sound_of_romanised, vowels_of
from checkin.text.same_names import SAME_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SOUND: Final = 0.12
"""What a word costs that sounds like the other word and is spelt otherwise."""
_SAME_NAME: Final = 0.2
"""The same for a word that is known to be another romanisation of the same name, such as Wong for Wang."""
_LETTER: Final = 1.0
"""What one letter costs, divided by the letters of the word, within these limits."""
_LEAST: Final = 0.14
_MOST: Final = 0.34
_SHORTEST_OF_SYLLABLES: Final = 4
"""A shorter name in a script of syllables is another name when one of its letters is another."""
_SYLLABLES: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Letters of Chinese, Japanese and Korean; of these each is a syllable."""


class Step(IntEnum):
    """How one word comes from another; the greater, the less it is surely the same word."""

    NONE = 0
    SOUND = 1
    LETTER = 2


class Difference(NamedTuple):
    """How two words differ, and what the difference costs, from 0 (nothing) to 1."""

    step: Step
    cost: float


NO_DIFFERENCE: Final = Difference(Step.NONE, 0.0)


class LikeWords:
    """The words of all names, so built that those like one word are found without a look at all the others."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_letters: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self._by_name: dict[int, list[str]] = {}
        for word in self._known:
            for key in _without_a_letter(word):
                self._by_letters.setdefault(key, []).append(word)
            for key in _sounds(word):
                self._by_sound.setdefault(key, []).append(word)
            for group in SAME_NAMES.get(word, ()):
                self._by_name.setdefault(group, []).append(word)

    def like(self, word: str) -> tuple[tuple[str, Difference], ...]:
        """The known words that may stand for this word, each with the difference; the likest first."""
        found: dict[str, Difference] = {word: NO_DIFFERENCE} if word in self._known else {}
        for other in self._candidates(word):
            if other not in found and (difference := how_unlike(word, other)) is not None:
                found[other] = difference
        return tuple(sorted(found.items(), key=lambda pair: (pair[1].cost, pair[0])))

    def _candidates(self, word: str) -> Iterator[str]:
        for key in _without_a_letter(word):
            yield from self._by_letters.get(key, ())
        for key in _sounds(word):
            yield from self._by_sound.get(key, ())
        for group in SAME_NAMES.get(word, ()):
            yield from self._by_name.get(group, ())


def how_unlike(one: str, other: str) -> Difference | None:
    """How two words differ; None if the words are not alike."""
    if one == other:
        return NO_DIFFERENCE
    is_step = is_one_step(one, other)
    if _sound_alike(one, other) and not (is_step and vowels_of(one) != vowels_of(other)):
        return Difference(Step.SOUND, _SOUND)
    if not _same_names(one).isdisjoint(_same_names(other)):
        return Difference(Step.SOUND, _SAME_NAME)
    length = max(len(one), len(other))
    if not is_step or length == 1 or (length < _SHORTEST_OF_SYLLABLES and _SYLLABLES.search(one)):
        return None
    return Difference(Step.LETTER, min(_MOST, max(_LEAST, _LETTER / length)))


def _same_names(word: str) -> frozenset[int]:
    return SAME_NAMES.get(word, frozenset())


def _sound_alike(one: str, other: str) -> bool:
    heard = sound_of_romanised(one)
    if not heard or heard != sound_of_romanised(other):
        return False
    return is_one_step(vowels_of(one), vowels_of(other))


@lru_cache(1 << 16)
def _sounds(word: str) -> tuple[str, ...]:
    """The keys that words have in common if they sound alike."""
    heard = sound_of_romanised(word)
    return tuple(f"{heard} {vowels}" for vowels in _without_a_letter(vowels_of(word))) if heard else ()


def _without_a_letter(word: str) -> set[str]:
    """The word, and what it becomes when one of its letters is left out: words one step apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_step(one: str, other: str) -> bool:
    """Whether one letter is another, is left out or added, or two neighbours have changed places; or nothing at all."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    rest, longer = one[start:], other[start:]
    if len(one) < len(other):
        return rest == longer[1:]
    return rest[1:] == longer[1:] or (rest[1::-1] == longer[:2] and rest[2:] == longer[2:])
