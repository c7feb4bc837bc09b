"""Finds the names that are alike, each as its words, without comparing every name with every other."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from checkin.text.keys import settled
from checkin.text.like_words import LikeWords, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.text.like_words import Difference

Words: TypeAlias = tuple[str, ...]
"""A name as the search keys of its words, in the order in which they are written."""

_LIMIT: Final = 0.5
"""Names whose differences cost more are not alike."""
_ADDED: Final = 0.15
_ADDED_LETTER: Final = 0.06
"""What a word costs that only one of the names has, and a word of one letter."""
_JOINED: Final = 0.08
_INITIAL: Final = 0.2
_LEAST_WORDS: Final = 2
_MOST_WORDS: Final = 6
"""Of a longer name only the first words are looked at."""
_IN_TOO_MANY: Final = 40
"""Words that so many longer names have in common tell nobody apart."""
_OFTEN: Final = 3
_ESTABLISHED: Final = {Step.NONE: (0.0, 0.0), Step.SOUND: (0.02, 0.2), Step.LETTER: (0.05, 0.35)}
"""What each further name with a word adds, and at most: a word that many have is a name, and no slip of the pen."""


class How(Enum):
    """How one name differs from another, apart from the order of the words."""

    ORDER = auto()
    JOINED = auto()
    SOUND = auto()
    LETTER = auto()
    INITIAL = auto()
    ADDED = auto()


class Likeness(NamedTuple):
    """How two names differ, and what the difference costs, from 0 (nothing) to 1."""

    how: How
    cost: float


_OF_STEP: Final = {Step.NONE: How.ORDER, Step.SOUND: How.SOUND, Step.LETTER: How.LETTER}


class LikeNames:
    """All names of an event, no two of them the same."""

    def __init__(self, names: Sequence[Words]) -> None:
        self._names = [name[:_MOST_WORDS] for name in names]
        self._has = Counter(word for name in self._names for word in set(name))
        self._words = LikeWords(self._has)
        self._like: dict[str, tuple[tuple[str, Difference], ...]] = {}
        self._whole: dict[Words, list[int]] = {}
        self._parts: dict[Words, list[int]] = {}
        for number, name in enumerate(self._names):
            self._whole.setdefault(tuple(sorted(name)), []).append(number)
            for part in _parts(name):
                self._parts.setdefault(part, []).append(number)
        self._shortened = self._with_initials()

    def pairs(self) -> Iterator[tuple[int, int, Likeness]]:
        """The places of every two names that are alike, the smaller first; a pair may be given more than once."""
        for number, name in enumerate(self._names):
            found: dict[int, Likeness] = {}
            for words, differs in self._spellings(name):
                self._note(found, self._whole.get(words, ()), differs)
                self._note_longer(found, words, differs)
            for joined in _joined(name):
                for words, differs in self._spellings(joined) if len(joined) > 1 else _as_it_is(joined):
                    likeness = Likeness(How.JOINED, differs.cost + _JOINED)
                    self._note(found, self._whole.get(words, ()), likeness)
            for initials, cost in _initials(name).items() if self._shortened else ():
                self._note(found, self._shortened.get(initials, ()), Likeness(How.INITIAL, cost))
            found.pop(number, None)
            for other, likeness in found.items():
                yield min(number, other), max(number, other), likeness

    def _spellings(self, name: Words) -> Iterator[tuple[Words, Likeness]]:
        """The ways to write a name with words that are known, in alphabetical order, and what each costs."""
        choices = [self._like_word(word) for word in name]

        def chosen(
            place: int, words: Words, step: Step, cost: float, more: float
        ) -> Iterator[tuple[Words, Likeness]]:
            if place == len(choices):
                yield tuple(sorted(words)), Likeness(_OF_STEP[step], cost + more)
                return
            for word, differs in choices[place]:
                if cost + differs.cost > _LIMIT:
                    return
                penalty = max(more, self._established(name[place], word, differs.step))
                if cost + differs.cost + penalty <= _LIMIT:
                    yield from chosen(
                        place + 1, (*words, word), max(step, differs.step), cost + differs.cost, penalty
                    )

        return chosen(0, (), Step.NONE, 0.0, 0.0)

    def _like_word(self, word: str) -> tuple[tuple[str, Difference], ...]:
        known = self._like.get(word)
        if known is None:
            known = self._like[word] = self._words.like(word)
        return known

    def _established(self, one: str, other: str, step: Step) -> float:
        names = min(self._has[one], self._has[other])
        each, most = _ESTABLISHED[step]
        return min(most, each * (names - _OFTEN)) if names > _OFTEN else 0.0

    def _note_longer(self, found: dict[int, Likeness], words: Words, differs: Likeness) -> None:
        """Note the names that have all of these words, and others beside them."""
        longer = self._parts.get(words, ())
        if len(longer) > _IN_TOO_MANY:
            return
        for other in longer:
            added = list(self._names[other])
            for word in words:
                added.remove(word)
            cost = differs.cost + sum(_ADDED if len(word) > 1 else _ADDED_LETTER for word in added)
            self._note(found, (other,), Likeness(How.ADDED, cost))

    @staticmethod
    def _note(found: dict[int, Likeness], others: Sequence[int], likeness: Likeness) -> None:
        if likeness.cost > _LIMIT:
            return
        for other in others:
            if other not in found or found[other].cost > likeness.cost:
                found[other] = likeness

    def _with_initials(self) -> dict[Words, list[int]]:
        """The names of which a word is only its first letter."""
        shortened: dict[Words, list[int]] = {}
        for number, name in enumerate(self._names):
            if len(name) > 1 and sum(_is_initial(word) for word in name) == 1:
                shortened.setdefault(tuple(sorted(name)), []).append(number)
        return shortened


def _parts(name: Words) -> set[Words]:
    """Every two and more words of a name, but not all of them, in alphabetical order."""
    return {part for size in range(_LEAST_WORDS, len(name)) for part in combinations(sorted(name), size)}


def _joined(name: Words) -> set[Words]:
    """The name with two neighbours written as one word, and with all of them, from whichever word it begins."""
    joined: set[Words] = set()
    for turn in range(len(name) if len(name) > 1 else 0):
        turned = name[turn:] + name[:turn]
        joined.add((settled(turned[0] + turned[1]), *turned[2:]))
        joined.add((settled("".join(turned)),))
    return joined


def _as_it_is(name: Words) -> Iterator[tuple[Words, Likeness]]:
    yield name, Likeness(How.JOINED, 0.0)


def _initials(name: Words) -> dict[Words, float]:
    """The name with one of its words shortened to the first letter, and one word with the first letter of another.

    The words are in alphabetical order; with each of these goes what the difference costs.
    """
    costs: dict[Words, float] = {}
    for at, word in enumerate(name if len(name) >= _LEAST_WORDS else ()):
        others = name[:at] + name[at + 1 :]
        left_out = _INITIAL + _ADDED * (len(others) - 1)
        costs |= {tuple(sorted((other, word[:1]))): left_out for other in others if left_out <= _LIMIT}
        costs[tuple(sorted((*others, word[:1])))] = _INITIAL
    return costs


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isascii()
