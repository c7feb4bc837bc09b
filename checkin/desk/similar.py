"""Finds delegates by a mistyped name: one letter is wrong, missing or too many, or two letters are exchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.storage import delegates
from checkin.text import name_order, query_words, single_words, spelt_words
from checkin.text.keys import settled
from checkin.text.like_words import is_one_step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_MOST_WORDS: Final = 5
_LOOKED_AT: Final = 60
"""So many delegates are looked at for each place of a typo; the likeliest of them are given."""
_MOST_BEGUN: Final = 12
"""So many words are looked at for each way in which the first letters of a word may be mistyped."""
_SHORTEST_BEGUN: Final = 5
"""A word that is still being typed can have a typo from so many letters on: fewer begin too many words."""
_SYLLABLES: Final = "\u3040"
"""From this letter on, scripts write syllables: three of them are a whole name."""
_SHORTEST_OF_SYLLABLES: Final = 3
_SHORTEST: Final = 4
_SHORTEST_BESIDE: Final = 2
_SHORTEST_OF_NAME: Final = 7
_BEGUN, _STEP, _STEP_AND_BEGUN, _ELSEWHERE = 0.4, 1.0, 1.4, 3.0
"""What it costs that a word of the name only begins with a typed one, is one typo away from it, both, or neither."""
_OTHER_FIRST_LETTER: Final = 0.1


@dataclass(frozen=True, slots=True)
class _Typed:
    """One typed word, and the known words that it may mean: whole ones with a typo, and longer ones.

    `is_known` says whether it is a known word itself; `begins` whether a known word begins with it.
    """

    word: str
    whole: tuple[str, ...]
    begun: tuple[str, ...]
    is_known: bool
    begins: bool


def similar(file: EventFile, text: str, most: int, *, is_found: bool = False) -> list[Registration]:
    """At most `most` delegates whose name is this text apart from typos, the likeliest first.

    First one word of the text may have a typo; if nobody is found, each word may have one. A word may have a typo even
    before it is completely typed. `is_found` says that a search without typos has found somebody; then only one typo,
    in a completely typed word, is allowed.
    """
    words = query_words(text)[:_MOST_WORDS]
    letters = sum(map(len, words))
    is_long = letters >= _SHORTEST_OF_NAME or any(
        len(word) >= _shortest(word, is_alone=True) for word in words
    )
    spelt = spelt_words(text)
    typed = [_looked_up(file, word, spelt.get(word, word), is_alone=not is_long) for word in words]
    for questions in (_whole, _begun) if is_found else (_whole, _begun, _several, _anywhere):
        found: dict[str, Registration] = {}
        for question in questions(typed):
            known = delegates.matching(file.database, question, _LOOKED_AT)
            found.update((each.delegate.id, each) for each in known)
        if found:
            return sorted(found.values(), key=lambda each: _how_far(words, each))[:most]
    return []


def _looked_up(file: EventFile, word: str, spelt: str, *, is_alone: bool) -> _Typed:
    known = file.words.in_order
    is_known, begins = word in known, known.begins(word)
    if word.isdecimal() or len(word) < _shortest(word, is_alone=is_alone):
        return _Typed(word, (), (), is_known, begins)
    forms = _forms(word, spelt)
    whole = set[str]().union(
        *map(known.one_step_from, forms), (each for each in _mended(spelt) if each in known)
    )
    begun = set[str]()
    if len(word) >= _SHORTEST_BEGUN:
        begun = begun.union(*(known.begun_one_step_from(form, _MOST_BEGUN) for form in forms))
    whole.discard(word)
    return _Typed(word, tuple(sorted(whole)), tuple(sorted(begun - whole)), is_known, begins)


def _forms(word: str, spelt: str) -> set[str]:
    """The search key of a word, and what it may be if the rules of the key had met the letters that were meant.

    In Zhijie the h is dropped; in Ohijie, where the Z was mistyped, it is not. In Naalia, where a t is missing, two
    letters become one.
    """
    return {
        word,
        spelt,
        *(word[:at] + word[at + 1 :] for at, letter in enumerate(word) if letter == "h" and at),
    }


def _mended(spelt: str) -> set[str]:
    """The search keys of a word without one of its letters, or with two of them exchanged: Dometti for Dometsti."""
    shorter = (spelt[:at] + spelt[at + 1 :] for at in range(len(spelt)))
    turned = (spelt[:at] + spelt[at + 1] + spelt[at] + spelt[at + 2 :] for at in range(len(spelt) - 1))
    return {settled(each) for each in (*shorter, *turned)}


def _shortest(word: str, *, is_alone: bool) -> int:
    """The fewest letters of a word that may have a typo.

    A short word may have one only beside a longer word: nearly every letter of its own makes another name of it.
    """
    if word >= _SYLLABLES:
        return _SHORTEST_OF_SYLLABLES
    return _SHORTEST if is_alone else _SHORTEST_BESIDE


# ---- the queries of FTS5, from the narrowest to the widest


def _whole(typed: Sequence[_Typed]) -> Iterator[str]:
    """One word has a typo, and all words are typed to their end."""
    for place, mistyped in enumerate(typed):
        others = [*typed[:place], *typed[place + 1 :]]
        if mistyped.whole and all(each.is_known for each in others):
            yield _names(_any_of(mistyped.whole), *(_any_of([each.word]) for each in others))


def _begun(typed: Sequence[_Typed]) -> Iterator[str]:
    """One word has a typo, and words are still being typed."""
    for place, mistyped in enumerate(typed):
        others = [*typed[:place], *typed[place + 1 :]]
        alike = (*mistyped.whole, *mistyped.begun)
        if alike and all(each.begins for each in others):
            yield _names(_any_of(alike), *(_beginning(each.word) for each in others))


def _several(typed: Sequence[_Typed]) -> Iterator[str]:
    """Several words have a typo each; at least one of them is no known word."""
    if len(typed) > 1 and not all(each.is_known for each in typed):
        groups = [
            (each.word, *(each.whole if len(each.word) >= _SHORTEST else ())) if each.is_known else each.whole
            for each in typed
        ]
        if all(groups):
            yield _names(*map(_any_of, groups))


def _anywhere(typed: Sequence[_Typed]) -> Iterator[str]:
    """A word of the name or of any other field has a typo."""
    for place, mistyped in enumerate(typed):
        others = [_beginning(each.word) for at, each in enumerate(typed) if at != place]
        if mistyped.whole and not mistyped.begins:
            yield " AND ".join((_any_of(mistyped.whole), *others))


def _names(*groups: str) -> str:
    return f"names : ({' AND '.join(groups)})"


def _beginning(word: str) -> str:
    return f'"{word}" *'


def _any_of(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _how_far(typed: Sequence[str], registration: Registration) -> tuple[object, ...]:
    """The key that sorts the likeliest delegate first; of two as likely, the one who has not arrived yet."""
    delegate = registration.delegate
    names = _words_of(delegate)
    free, far = list(names), 0.0
    for word in typed:
        likely = min(free, key=lambda name: _distance(word, name), default="")
        cost = _distance(word, likely) if likely else _ELSEWHERE
        far += cost
        if cost < _ELSEWHERE:
            free.remove(likely)
    return (round(far, 3), len(names), registration.arrival is not None, name_order(delegate))


def _words_of(delegate: Delegate) -> tuple[str, ...]:
    return single_words(f"{delegate.latin_name} {delegate.native_name}")


def _distance(typed: str, name: str) -> float:
    """What it costs to take the typed word for this word of a name, from 0 (the same) to `_ELSEWHERE`."""
    if typed == name:
        return 0.0
    if name.startswith(typed):
        return _BEGUN
    other_first = 0.0 if typed[0] == name[0] else _OTHER_FIRST_LETTER
    if is_one_step(typed, name):
        return _STEP + other_first
    length = len(typed)
    if any(is_one_step(typed, name[:end]) for end in (length - 1, length, length + 1)):
        return _STEP_AND_BEGUN + other_first
    return _ELSEWHERE
