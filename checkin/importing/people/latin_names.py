"""Takes the part of a whole name apart that is in Latin, Greek or Cyrillic letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.importing.people.name_keys import joined_key, pieces_of, word_key
from checkin.importing.people.name_parts import Parts, by_capitals, by_comma, by_honorific, by_order
from checkin.importing.people.surnames import NAMES_TOO

if TYPE_CHECKING:
    from checkin.domain.delegates import NameOrder
    from checkin.importing.people.name_words import NameWords

_COMMA: Final = re.compile("[,\uff0c]")
_PLUS: Final = re.compile(r"\s*(\+\s?\d{1,2})$")
_DASH: Final = re.compile(r"\s[-–—/|]\s")
_LONGEST_COMPANY: Final = 4
_AND: Final = frozenset(["", "and", "with", "et", "avec", "und", "mit", "y", "con", "e", "com"])


@dataclass(frozen=True, slots=True)
class LatinName:
    """A name in Latin letters with what was written around the name."""

    honorific: str
    parts: Parts
    left: tuple[str, ...] = ()
    by_comma: bool = False
    accompanying: bool = False


def take_latin_apart(text: str, words: NameWords, order: NameOrder | None = None) -> LatinName:
    """Take a name apart, with the family name where capitals, a comma, an honorific or the given order tell it."""
    return _Taking(words, order).take(text)


class _Taking:
    """The name that is being taken apart, and what was found beside it so far."""

    def __init__(self, words: NameWords, order: NameOrder | None) -> None:
        self._words = words
        self._order = order
        self._honorifics: list[str] = []
        self._left: list[str] = []
        self._accompanying = False

    def take(self, text: str) -> LatinName:
        name = self._without_honorific(self._without_company(text))
        if "," in name or "\uff0c" in name:
            parts, by_comma = self._of_segments(name)
        else:
            parts, by_comma = self._of_name(self._without_titles(self._without_function(name))), False
        return LatinName(" ".join(self._honorifics), parts, tuple(self._left), by_comma, self._accompanying)

    def _of_name(self, name: str) -> Parts:
        if " " not in name:
            return Parts(name)
        # What may be a title behind the name, such as "MAS", may be a family name as well.
        parts = None if self._words.titles.may_end(name) else by_capitals(name)
        if parts is None and self._honorifics:
            parts = by_honorific(name, " ".join(self._honorifics))
        if parts is None and self._order:
            parts = by_order(name, self._order)
        return parts or Parts(name)

    def _of_segments(self, text: str) -> tuple[Parts, bool]:
        """The parts of a text with commas, and whether a comma told which is the family name."""
        first, *segments = [segment.strip() for segment in _COMMA.split(text)]
        names = [segment for segment in segments if segment and not self._is_beside(segment)]
        if not first and names:
            first = names.pop(0)
        first = self._without_titles(first)
        in_capitals = by_capitals(first)
        many = self._honorifics and len(first.split(" ")) > 1
        if names and in_capitals is None and (len(names) == 1 or " " not in first) and not many:
            given = self._without_titles(self._without_honorific(names[0]))
            if parts := by_comma(first, given):
                self._left += names[1:]
                return parts, True
            names[0] = given
        if names and many and in_capitals is None:
            return Parts(", ".join([first, *names])), False
        self._left += names
        return in_capitals or self._of_name(first), False

    def _is_beside(self, segment: str) -> bool:
        """Whether a text behind a comma is no name but a title, a function, or company; it is put where it belongs."""
        pieces = pieces_of(segment)
        key = word_key(segment)
        if key in self._words.accompanying:
            self._accompanying = True
            self._left.append(segment)
        elif self._words.honorifics.is_all_of(segment):
            self._honorifics.append(segment)
        elif not key or (key not in NAMES_TOO and not self._words.others.isdisjoint(key.split())):
            self._left.append(segment)
        else:
            while pieces and (size := self._words.titles.at_end(pieces, comma=True)):
                del pieces[-size:]
            if pieces:
                return False
            self._left.append(segment)
        return True

    def _without_honorific(self, text: str) -> str:
        if not self._words.honorifics.may_begin(text):
            return text
        pieces = pieces_of(text)
        taken = self._words.honorifics.in_front(pieces)
        if not taken:
            return text
        self._honorifics.append(text[: pieces[taken].start].strip(" ,"))
        return text[pieces[taken].start :]

    def _without_titles(self, text: str) -> str:
        """The name without titles behind the name: "PhD"."""
        if not self._words.titles.may_end(text):
            return text
        pieces = pieces_of(text)
        end = len(pieces)
        while size := self._words.titles.at_end(pieces[:end], comma=False):
            end -= size
        if end == len(pieces):
            return text
        self._left.append(text[pieces[end].start :])
        return text[: pieces[end].start].rstrip()

    def _without_company(self, text: str) -> str:
        """The name without "+1", "& spouse" and the like behind the name."""
        if "+" in text and (found := _PLUS.search(text)):
            self._accompanying = True
            self._left.append(found[1])
            return text[: found.start()]
        if word_key(text[text.rfind(" ") + 1 :]) not in self._words.ends_accompanying:
            return text
        pieces = pieces_of(text)
        for size in range(min(_LONGEST_COMPANY, len(pieces) - 1), 1, -1):
            run = pieces[-size:]
            # "Maria E. Son" has an initial, and "Maria e filho" a son.
            is_and = run[0].key in _AND and not run[0].text[0].isupper()
            if not {joined_key(run), joined_key(run[is_and:])}.isdisjoint(self._words.accompanying):
                self._accompanying = True
                self._left.append(text[run[0].start :])
                return text[: run[0].start].rstrip(" ,")
        return text

    def _without_function(self, text: str) -> str:
        """The name without a job title or an organisation behind a dash."""
        found = _DASH.search(text)
        if found is None:
            return text
        before, behind = text[: found.start()].rstrip(), text[found.end() :].strip()
        if self._words.honorifics.is_all_of(behind):
            self._honorifics.append(behind)
        elif by_capitals(before) or not self._words.others.isdisjoint(word_key(behind).split()):
            self._left.append(behind)
        else:
            return text
        return before
