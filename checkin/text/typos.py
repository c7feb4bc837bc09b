"""Finds the words that a mistyped word may mean: a letter is wrong, missing or too many, or two are exchanged.

The words are sorted, so that only words with a possible beginning are examined.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LAST: Final = "\U0010ffff"
_FIRST_OF_OTHERS: Final = "\x80"
_FIRST_OF_SYLLABLES: Final = "\u3040"
"""From this letter on, the scripts of Asia write syllables, of which there are thousands."""


class WordsInOrder:
    """A list of different words, sorted alphabetically."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._words = sorted(self._known)

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def begins(self, letters: str) -> bool:
        """Whether any of the words begins with these letters."""
        at = bisect_left(self._words, letters)
        return at < len(self._words) and self._words[at].startswith(letters)

    def beginning_with(self, letters: str, most: int) -> list[str]:
        """At most `most` of the words that begin with these letters."""
        first = bisect_left(self._words, letters)
        return self._words[first : min(bisect_left(self._words, letters + _LAST, first), first + most)]

    def one_step_from(self, typed: str) -> set[str]:
        """The words from which one typo makes `typed`."""
        return set(self._mistyped(typed)).intersection(self._known) - {typed}

    def begun_one_step_from(self, typed: str, most: int) -> set[str]:
        """Words that continue `typed`, if `typed` has one typo; at most `most` words for each possible typo."""
        beginnings = {each for each in self._mistyped(typed) if each and not each.startswith(typed)}
        return {word for each in beginnings for word in self.beginning_with(each, most)}

    def _mistyped(self, typed: str) -> Iterator[str]:
        """The texts that become `typed` by one typo and whose letters before the typo begin a word."""
        first, last = _script(typed)
        for at in range(len(typed) + 1):
            before, after = typed[:at], typed[at:]
            if not self.begins(before):
                return
            if after:
                yield before + after[1:]
            if len(after) > 1:
                yield before + after[1] + after[0] + after[2:]
            for letter in self._letters_after(before, first, last):
                yield before + letter + after
                if after:
                    yield before + letter + after[1:]

    def _letters_after(self, letters: str, first: str, last: str) -> Iterator[str]:
        """The letters from `first` to `last` that follow these letters in any of the words."""
        words, length = self._words, len(letters)
        at = bisect_left(words, letters + first)
        while at < len(words) and words[at].startswith(letters) and words[at][length] <= last:
            letter = words[at][length]
            yield letter
            at = bisect_left(words, letters + letter + _LAST, at)


def _script(word: str) -> tuple[str, str]:
    """The first and the last letter that may stand in a word beside the letters of this one: those of its script."""
    if word < _FIRST_OF_OTHERS:
        return "\x00", "\x7f"
    if word >= _FIRST_OF_SYLLABLES:
        return _FIRST_OF_SYLLABLES, _LAST
    begins = ord(word[0]) & ~0xFF
    return chr(begins), chr(begins + 0xFF)
