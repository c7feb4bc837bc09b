"""Suggest delegates when a search finds nobody: by fewer letters, by the organisation, or by how a name sounds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from itertools import combinations
from typing import TYPE_CHECKING, Final

from checkin.desk.find import find
from checkin.desk.likeness import NEARLY_ALIKE, SHORT, alike, is_latin, is_short, likeliest, same_sound
from checkin.domain.delegates import Field
from checkin.storage import delegates, sounds
from checkin.text import in_latin_letters, query_words, search_key, sounding_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

_EACH: Final = 4
"""The most delegates that are suggested for one clue, so that all clues can be seen at once."""
_LOOKED_AT: Final = 50
_MOST_WORDS: Final = 5
"""Of a longer text only the first words are looked at; nobody types a longer name at a desk."""
_KEPT: Final = 0.6
"""The share of the letters of a word that a shortened word keeps at least."""
_SHORTEST: Final = 2
_SHORTEST_OF_ORGANISATION: Final = 3
_FULL_NAME: Final = 2
"""Two words in common make somebody a look-alike; one word, such as the family name, is everybody's."""
_MOST_OF_ORGANISATION: Final = 200
_ORGANISATION: Final = (
    Field.ORGANISATION, Field.DELEGATION, Field.POSITION, Field.NATIVE_ORGANISATION, Field.NATIVE_POSITION,
)  # fmt: skip


class Clue(Enum):
    """The reasons why a delegate is suggested, in the order in which suggestions are shown."""

    FEWER_LETTERS = auto()
    ORGANISATION = auto()
    SOUNDS_ALIKE = auto()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The delegates who are suggested for one reason (`clue`), the likeliest first.

    `text` is the text that finds these delegates: the shortened search text, or the words of the organisation. It is ""
    for delegates whose names sound like the search text.
    """

    clue: Clue
    text: str
    found: tuple[Registration, ...]


def suggest(file: EventFile, text: str) -> list[Suggestion]:
    """The suggestions for a search text that finds nobody, at most one for each `Clue`.

    Each delegate is suggested only once. A clue for which no delegate is found is left out.
    """
    typed = text.split()[:_MOST_WORDS]
    shown: set[str] = set()
    suggestions: list[Suggestion] = []
    for clue, words, found in (
        (Clue.FEWER_LETTERS, *_by_fewer_letters(file, typed)),
        (Clue.ORGANISATION, *_by_organisation(file, typed)),
        (Clue.SOUNDS_ALIKE, "", sounding_like(file, " ".join(typed), _LOOKED_AT)),
    ):
        new = [each for each in found if each.delegate.id not in shown][:_EACH]
        shown.update(each.delegate.id for each in new)
        if new:
            suggestions.append(Suggestion(clue, words, tuple(new)))
    return suggestions


def look_alikes(file: EventFile, name: str, most: int) -> list[Registration]:
    """At most `most` delegates who may be the person with this name.

    First come the delegates whom a search for the name finds, then those whose names sound like it. If `name` is only
    one Latin word of up to three letters, a delegate's name must have this whole word, or a word that sounds like it.
    """
    if not search_key(name):
        return []
    words = _heard(name)
    if len(words) == 1 and is_short(name.strip()):
        ((sound, key),) = words
        found = sounds.named(file.database, key, alike(file, sound, key), _LOOKED_AT)
        return likeliest(found, [key])[:most]
    known = find(file, name, most)
    heard = sounding_like(file, name, most, of_all=_FULL_NAME) if len(known) < most else []
    return list({each.delegate.id: each for each in (*known, *heard)}.values())[:most]


def sounding_like(file: EventFile, name: str, most: int, *, of_all: int = 1) -> list[Registration]:
    """At most `most` delegates whose names sound like this name, the likeliest first.

    All words of `name` must sound like words of the delegate's name. If there is no such delegate, one word may be
    left out, as long as at least `of_all` words remain.
    """
    wanted = [(key, alike(file, sound, key)) for sound, key in _heard(name)[:_MOST_WORDS]]
    found = sounds.heard(file.database, wanted, _LOOKED_AT)
    if not found and len(wanted) > of_all:
        for fewer in combinations(wanted, len(wanted) - 1):
            found += sounds.heard(file.database, fewer, _LOOKED_AT)
    return likeliest(found, [key for key, _ in wanted])[:most]


# ---- fewer letters


def _by_fewer_letters(file: EventFile, typed: Sequence[str]) -> tuple[str, list[Registration]]:
    """The longest beginning of the text that finds somebody, and whom it finds; one word is shortened."""
    for words in _shortened(typed):
        text = " ".join(words)
        keys = query_words(text)
        if keys and (found := delegates.search(file.database, keys, _LOOKED_AT)):
            return text, likeliest(found, query_words(" ".join(typed)))
    return "", []


def _shortened(typed: Sequence[str]) -> list[list[str]]:
    """The texts in which one word lacks letters at its end, those that lack the fewest first."""
    cuts = [
        (len(word) - kept, place, word[:kept])
        for place, word in enumerate(typed)
        for kept in range(max(_shortest(word), math.ceil(_KEPT * len(word))), len(word))
    ]
    return [[*typed[:place], shorter, *typed[place + 1 :]] for _, place, shorter in sorted(cuts)]


def _shortest(word: str) -> int:
    """The fewest letters to which a word is shortened. Two Latin letters begin too many names, two Chinese ones few."""
    return SHORT if is_latin(word) else _SHORTEST


# ---- the organisation


def _by_organisation(file: EventFile, typed: Sequence[str]) -> tuple[str, list[Registration]]:
    """The words that are found in an organisation, delegation or position, and whom they find.

    If there is none, a word is taken that sounds like one of an organisation, and like no name; a short word never is.
    """
    keys = {word: "".join(query_words(word)) for word in typed}
    long = [word for word in typed if len(keys[word]) >= _SHORTEST_OF_ORGANISATION]
    no_names = [word for word in long if not sounds.heard(file.database, [(keys[word], ())], 1)]
    known = [word for word in no_names if _of_organisation(file, [keys[word]])]
    for words in (known, *([word] for word in sorted(known, key=len, reverse=True))):
        if found := _of_organisation(file, [keys[word] for word in words]):
            return " ".join(words), likeliest(found, [keys[word] for word in typed if word not in words])
    for word in (each for each in no_names if not is_short(each)):
        alike = [pair for sound, key in _heard(word) for pair in same_sound(file, sound, key, NEARLY_ALIKE)]
        found = sounds.with_sound_of_organisation(file.database, alike, _LOOKED_AT)
        if found and not sounding_like(file, word, 1):
            return word, likeliest(found, [keys[each] for each in typed if each != word])
    return "", []


def _of_organisation(file: EventFile, keys: Sequence[str]) -> list[Registration]:
    """The delegates in whose organisation, delegation or position each of these words (search keys) is found."""

    def says(registration: Registration) -> bool:
        texts = (str(registration.delegate.value(field)) for field in _ORGANISATION)
        words = search_key(" ".join(texts)).split()
        return all(any(word.startswith(key) for word in words) for key in keys)

    # The index has telephone numbers and addresses among the same words: these find nobody here.
    return [each for each in sounds.with_details(file.database, keys, _MOST_OF_ORGANISATION) if says(each)]


# ---- sounds


def _heard(name: str) -> list[tuple[str, str]]:
    """The words of a name, without honorifics, each as its sound and its search key."""
    known = set(query_words(name)) | set(query_words(in_latin_letters(name)))
    words = sounding_words(name)
    return [pair for pair in words if pair[1] in known] or words
