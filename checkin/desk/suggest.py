"""Suggest delegates where a search finds nobody or few: by a typo, fewer letters, the organisation, or the sound."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from itertools import combinations
from typing import TYPE_CHECKING, Final

from checkin.desk.find import find
from checkin.desk.likeness import NEARLY_ALIKE, SHORT, alike, is_latin, is_short, likeliest, same_sound
from checkin.desk.similar import similar
from checkin.domain.delegates import Field
from checkin.storage import delegates, sounds
from checkin.text import in_latin_letters, query_words, search_key, single_words, sounding_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

ENOUGH: Final = 5
"""If a search finds this number of delegates or more, no further delegates are suggested."""
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

    TYPO = auto()
    FEWER_LETTERS = auto()
    ORGANISATION = auto()
    SOUNDS_ALIKE = auto()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The delegates who are suggested for one reason (`clue`), the likeliest first.

    `text` is the text that finds these delegates: the shortened search text, or the words of the organisation. It is ""
    for delegates whose names are spelt nearly like the search text, or sound like it.
    """

    clue: Clue
    text: str
    found: tuple[Registration, ...]


def suggest(file: EventFile, text: str, found: Sequence[Registration] = ()) -> list[Suggestion]:
    """Suggest delegates for a search text that finds nobody or few (`found`): at most one suggestion for each `Clue`.

    A clue is a reason to suggest delegates. Each delegate is suggested only once, and never if the search has found
    them. A clue that finds nobody gives no suggestion.
    """
    suggestions: list[Suggestion] = []
    for clue in Clue:
        if (suggestion := suggest_by(clue, file, text, found, suggestions)) is not None:
            suggestions.append(suggestion)
    return suggestions


def suggest_by(
    clue: Clue, file: EventFile, text: str, found: Sequence[Registration], before: Sequence[Suggestion]
) -> Suggestion | None:
    """The suggestion for this clue (a reason to suggest delegates); None if the clue finds nobody.

    `found` are the delegates whom the search has found, and `before` the suggestions for earlier clues. If the search
    or the clue TYPO has found somebody, the other clues suggest nobody.
    """
    if clue is Clue.TYPO:
        known = {each.delegate.id for each in found}
        typos = similar(file, text, ENOUGH, is_found=bool(found)) if _is_too_few(text, found) else []
        new = [each for each in typos if each.delegate.id not in known][: ENOUGH - len(found)]
        return Suggestion(clue, "", tuple(new)) if new else None
    if found or any(each.clue is Clue.TYPO for each in before):
        return None
    words, likely = _BY_CLUE[clue](file, text.split()[:_MOST_WORDS])
    shown = {each.delegate.id for suggestion in before for each in suggestion.found}
    new = [each for each in likely if each.delegate.id not in shown][:_EACH]
    return Suggestion(clue, words, tuple(new)) if new else None


def likeliest_of(file: EventFile, text: str, most: int) -> tuple[list[Registration], list[Registration]]:
    """At most `most` delegates whom a search for the text finds, and others whom the text may mean.

    The second list holds delegates whose name differs from the text by a typo or, if there is none, sounds like the
    text.
    """
    found = find(file, text, most)
    meant = [
        each
        for suggestion in suggest(file, text, found)
        if suggestion.clue in {Clue.TYPO, Clue.SOUNDS_ALIKE}
        for each in suggestion.found
    ]
    return found, meant


def _is_too_few(text: str, found: Sequence[Registration]) -> bool:
    """Whether somebody else may be meant: few are found, and none of them has all the words as whole words."""
    words = set(query_words(text))
    names = (f"{each.delegate.latin_name} {each.delegate.native_name}" for each in found)
    return len(found) < ENOUGH and not any(words <= set(single_words(name)) for name in names)


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
    unknown = [place for place, word in enumerate(typed) if not _is_known(file, word)]
    shortened = _shortened(typed, unknown or range(len(typed))) if len(unknown) <= 1 else ()
    for words in shortened:
        text = " ".join(words)
        keys = query_words(text)
        if keys and (found := delegates.search(file.database, keys, _LOOKED_AT)):
            return text, likeliest(found, query_words(" ".join(typed)))
    return "", []


def _is_known(file: EventFile, word: str) -> bool:
    """Whether anything of anybody begins with this word."""
    keys = query_words(word)
    return not keys or delegates.has_words(file.database, keys)


def _shortened(typed: Sequence[str], places: Iterable[int]) -> list[list[str]]:
    """The texts in which the word at one of these places lacks letters at its end, those that lack the fewest first."""
    cuts = [
        (len(word) - kept, place, word[:kept])
        for place, word in ((place, typed[place]) for place in places)
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
    long = [
        word for word in typed if len(keys[word]) >= _SHORTEST_OF_ORGANISATION and not keys[word].isdecimal()
    ]
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


def _by_sound(file: EventFile, typed: Sequence[str]) -> tuple[str, list[Registration]]:
    return "", sounding_like(file, " ".join(typed), _LOOKED_AT)


_BY_CLUE: Final[dict[Clue, Callable[[EventFile, Sequence[str]], tuple[str, list[Registration]]]]] = {
    Clue.FEWER_LETTERS: _by_fewer_letters,
    Clue.ORGANISATION: _by_organisation,
    Clue.SOUNDS_ALIKE: _by_sound,
}
