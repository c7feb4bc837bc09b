"""Tells which rows of a list are persons, and why the others are none: headings, totals, signatures, unnamed places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.people.columns import NAMES
from checkin.importing.people.evidence import ADDRESS
from checkin.importing.people.list_words import list_key, list_words, name_words
from checkin.importing.people.names import is_unnamed
from checkin.importing.people.places import is_country

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from checkin.importing.people.heading import Heading

_FEW: Final = 2
_MOST_WORDS: Final = 3
_OF_A_PLACE: Final = (Field.POSITION, Field.NATIVE_POSITION, Field.DELEGATION)
_UNIT: Final = re.compile(r":$|^\d+[.)]\s|^[IVX]+[.)]\s")


class RowKind(StrEnum):
    """What a row is. Only a `PERSON` comes in; the values are the reasons that `skipped` tells for the others."""

    PERSON = "person"
    EMPTY = "empty"
    HEADER = "header"
    TITLE = "title"
    GROUP = "group"
    TOTAL = "total"
    SIGNATURE = "signature"
    UNNAMED = "unnamed"
    AGAIN = "again"
    HIDDEN = "hidden"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Group:
    """What a heading between the rows says of the rows below: the field that it fills, and its text."""

    field: str
    text: str


class RowKinds:
    """Tells what the rows of one table are, one after the other from the top."""

    def __init__(self, heading: Heading, categories: Mapping[str, str], filled: Sequence[int]) -> None:
        """`categories` are the codes of the event's categories by the search keys of their names.

        `filled` are the numbers of filled cells of the table's rows.
        """
        self._heading = heading
        self._categories = categories
        self._headers = [list_key(header) for header in heading.headers]
        usual = sorted(number for number in filled if number)
        self._usual = usual[len(usual) // 2] if usual else 0
        self._names = {column.index for column in heading.columns if column.field in NAMES}
        self._is_below = False

    def kind_of(self, row: Sequence[str], texts: Mapping[str, str]) -> RowKind:
        """What the row is: `row` are all its cells, `texts` its texts by field."""
        cells = [(index, text) for index, text in enumerate(row) if text.strip()]
        if not cells:
            return RowKind.EMPTY
        if self._is_repeated(row):
            return RowKind.HEADER
        if self._is_total(cells, texts):
            return RowKind.TOTAL
        if self._is_below_the_list(cells):
            return RowKind.SIGNATURE
        if self._is_unnamed(texts):
            return RowKind.UNNAMED
        return self._kind_of_single(*cells[0]) if len(cells) == 1 and self._usual > 1 else RowKind.PERSON

    def group(self, row: Sequence[str]) -> Group | None:
        """What the heading in this row says of the rows below; None if that is not known."""
        text = next((text.strip() for text in row if text.strip()), "").rstrip(":").strip()
        if (code := self._categories.get(list_key(text))) is not None:
            return Group(Field.CATEGORY, code)
        if is_country(text):
            return Group(Field.COUNTRY, text)
        if _has_word(text, list_words().organisations):
            return Group(Field.ORGANISATION, text)
        return None

    def _is_repeated(self, row: Sequence[str]) -> bool:
        """Whether the row is the header again, as on every printed page."""
        filled = 0
        is_named = False
        for index, text in enumerate(row):
            if not text.strip():
                continue
            if index >= len(self._headers) or list_key(text) != self._headers[index]:
                return False
            filled += 1
            is_named = is_named or index in self._names
        return filled > 1 or is_named

    def _is_total(self, cells: Sequence[tuple[int, str]], texts: Mapping[str, str]) -> bool:
        given = texts.get(Field.GIVEN_NAME, "")
        if texts.get(Field.EMAIL) or (given and not _is_number(given)):
            return False
        words = list_words().totals
        at = next((n for n, (_, text) in enumerate(cells) if _begins_with(text, words)), None)
        if at is None:
            return False
        others = [text for n, (_, text) in enumerate(cells) if n != at]
        return all(_is_number(text) or _begins_with(text, words) for text in others)

    def _is_below_the_list(self, cells: Sequence[tuple[int, str]]) -> bool:
        """Whether the row is a signature or the like; the short rows below such a row belong to it."""
        if len(cells) > _FEW:
            return False
        begins = _begins_with(cells[0][1], list_words().signatures)
        self._is_below = self._is_below or begins
        return begins or (self._is_below and self._usual > 1)

    def _is_unnamed(self, texts: Mapping[str, str]) -> bool:
        names = [texts[field] for field in NAMES if texts.get(field)]
        if names:
            return all(map(_is_nobody, names))
        return any(texts.get(field) for field in _OF_A_PLACE)

    def _kind_of_single(self, index: int, text: str) -> RowKind:
        is_name = index in self._names
        is_heading = (
            self.group((text,)) is not None
            or bool(_UNIT.search(text))
            or (text.isupper() and is_name and self._usual > _FEW)
        )
        if ADDRESS.search(text) or (is_name and not is_heading):
            return RowKind.PERSON
        return RowKind.GROUP


@lru_cache(maxsize=8192)  # family names repeat
def _is_nobody(name: str) -> bool:
    return is_unnamed(name, name_words())


def _is_number(text: str) -> bool:
    """Whether the text is a number, perhaps with what is counted, such as “12 persons”."""
    words = text.split()
    return len(words) <= _MOST_WORDS and any(letter.isdigit() for letter in words[0]) if words else False


def _begins_with(text: str, words: frozenset[str]) -> bool:
    key = list_key(text)
    if not key.isascii() and key.startswith(_without_spaces(words)):
        return True
    parts = key.split()
    return any(" ".join(parts[:n]) in words for n in range(1, min(len(parts), 5) + 1))


@cache
def _without_spaces(words: frozenset[str]) -> tuple[str, ...]:
    """The words that may stand without a space before the next word, as in Khmer or Chinese."""
    return tuple(word for word in words if not word.isascii())


def _has_word(text: str, words: Collection[str]) -> bool:
    return any(part in words for part in list_key(text).split())
