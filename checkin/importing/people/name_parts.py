"""Where the family name stands in a name of Latin, Greek or Cyrillic letters, if the way of writing tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import NameOrder
from checkin.importing.people.name_keys import word_key
from checkin.importing.people.surnames import GIVEN_FIRST, PARTICLES, PATRONYMIC, WRITTEN_FIRST

if TYPE_CHECKING:
    from collections.abc import Sequence

_INITIAL: Final = re.compile(r"[^\W\d_]\.?(?:[-.]?[^\W\d_]\.)*")
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_SMALL_IN_CAPITALS: Final = re.compile(
    r"^(?:Mc|Mac|Fitz|[Dd]e|[Dd]i|[Ll]a|[Ll]e|[Vv]an)(?=[^\W\d_a-z]{2})|^[a-z]['’]|ß"
)
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .\-]+")
_MOST_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """A family name and a given name, and the order in which they were written, where capitals tell which is which."""

    family_name: str
    given_name: str = ""
    order: NameOrder | None = None


def by_capitals(name: str) -> Parts | None:
    """Part a name whose family name is written in capitals: "SOK Phalla", "Jan van der BERG"; None, if none is."""
    words = name.split(" ")
    marks = _marks(words)
    if "C" not in marks or len(words) == 1:
        return None
    first, last = marks.index("C"), len(marks) - 1 - marks[::-1].index("C")
    while first and marks[first - 1] == "p":
        first -= 1
    others = marks[:first] + marks[last + 1 :]
    if not others or set(marks[first : last + 1]) - {"C", "p"} or ("n" not in others and last > first):
        return None
    family = " ".join(words[first : last + 1])
    if first == 0 and marks[last + 1] != "p":
        if _is_patronymic(words):
            return Parts(name, "", NameOrder.FAMILY_FIRST)
        return Parts(family, " ".join(words[last + 1 :]), NameOrder.FAMILY_FIRST)
    if last == len(words) - 1 and not _is_patronymic(words):
        return Parts(family, " ".join(words[:first]), NameOrder.GIVEN_FIRST)
    return None


def by_comma(family: str, given: str) -> Parts | None:
    """The parts of "Family, Given"; None, if the text behind the comma is too long for a given name or holds digits."""
    if len(given.split()) > _MOST_PARTS or re.search(r"[\d@:/&]", given) or not given[:1].isalpha():
        return None
    return Parts(family, given)


def by_honorific(name: str, honorific: str) -> Parts | None:
    """Part "Ulrich Hartmann" behind "Prof. Dr."; None, if the honorific does not tell that the given name is first.

    Neither more than one given name, initials apart, nor a surname of those who write it first may stand in the name.
    """
    words = name.split(" ")
    if set(word_key(honorific).split()) - GIVEN_FIRST or not _LATIN.fullmatch(name) or _is_patronymic(words):
        return None
    marks = _marks(words)
    start = _start_of_last_name(marks)
    if marks[-1] != "n" or marks[:start].count("n") > 1 or "C" in marks or start == 0:
        return None
    if set(marks[:start]) - {"n", "i"} or any(part in WRITTEN_FIRST for part in _first_words(words[0])):
        return None
    return Parts(" ".join(words[start:]), " ".join(words[:start]), NameOrder.GIVEN_FIRST)


def by_order(name: str, order: NameOrder) -> Parts:
    """Part a name of which only the order is known: its first or last word is the family name, with its particles."""
    words = name.split(" ")
    marks = _marks(words)
    if len(words) == 1:
        return Parts(name)
    if order is NameOrder.GIVEN_FIRST:
        start = _start_of_last_name(marks) or len(words) - 1
        return Parts(" ".join(words[start:]), " ".join(words[:start]), order)
    end = next((at for at, mark in enumerate(marks[:-1], 1) if mark != "p"), 1)
    return Parts(" ".join(words[:end]), " ".join(words[end:]), order)


def _start_of_last_name(marks: str) -> int:
    start = len(marks) - 1
    while start and marks[start - 1] == "p":
        start -= 1
    return start


def _first_words(word: str) -> list[str]:
    return word_key(word).split()[:1]


def _is_patronymic(words: Sequence[str]) -> bool:
    return any(word.lower().rstrip(".") in PATRONYMIC for word in words[1:] if not word.isupper())


def _marks(words: Sequence[str]) -> str:
    """A letter for each word: C in capitals, i an initial, p a particle in small letters, n any other word."""
    marks = [_mark(word) for word in words]
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word in {"II", "III", "IV"}:
            marks[at] = "C" if marks[at - 1] == "C" and len(before) > 1 else "n"
    return "".join(marks)


@lru_cache(1 << 16)
def _mark(word: str) -> str:
    if word.islower():
        return "p" if word_key(word) in PARTICLES else "n"
    if _INITIAL.fullmatch(word):
        return "i"
    letters = _NOT_LETTERS.sub("", _SMALL_IN_CAPITALS.sub("", word))
    if not letters[1:] or not letters.isupper():
        return "n"
    # "JR Smith" has initials, and "NG Siew Mei" a surname. "HE Xiaoming" may be either Mr. He or His Excellency.
    no_word = word.isascii() and not letters[2:] and not set(letters) & set("AEIOUY") and letters != "NG"
    are_initials = no_word or letters in {"HE", "SE"}
    return "i" if are_initials else "C"
