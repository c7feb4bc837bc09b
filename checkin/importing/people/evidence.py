"""What the cells of a column show of its content, where the header says too little."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.importing.people.list_words import list_key, list_words, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ADDRESS: Final = re.compile(r"[^\s<>\"'=,;:()]+@[^\s<>\"'=,;:()]+\.[^\s<>\"'=,;:()]+")
_PHONE: Final = re.compile(r"[+(]?[\d\s().+/-]{6,40}(?:(?:x|ext)\.?\s*\d+)?", re.IGNORECASE)
_FEWEST_DIGITS: Final = 6
_LEAST_COUNTED: Final = 2
_HALF: Final = 0.5
_LONGEST_CODE: Final = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of the filled cells of a column: their number, and the share (0 to 1) that looks like each kind of content.

    `is_counting` means that the cells are the numbers 1, 2, 3 and so on, as if somebody had counted the rows.
    """

    filled: int = 0
    addresses: float = 0.0
    phones: float = 0.0
    honorifics: float = 0.0
    job_titles: float = 0.0
    organisations: float = 0.0
    native: float = 0.0
    names: float = 0.0
    codes: float = 0.0
    words: float = 0.0
    """The mean number of words in a filled cell."""
    is_counting: bool = False

    @property
    def is_mostly_native(self) -> bool:
        """Whether most cells are written in another script than Latin."""
        return self.native > _HALF


def evidence(texts: Iterable[str]) -> Evidence:
    """Look at the cells of a column; empty ones do not count."""
    cells = tuple(texts)
    filled = [text for text in cells if text.strip()]
    if not filled:
        return Evidence()
    words = list_words()
    keys = [list_key(text) for text in filled]

    def share(found: Iterable[object]) -> float:
        return sum(map(bool, found)) / len(filled)

    return Evidence(
        filled=len(filled),
        addresses=share(ADDRESS.search(text) for text in filled),
        phones=share(is_phone(text) for text in filled),
        honorifics=share(is_honorific(text) for text in filled),
        job_titles=share(not words.job_titles.isdisjoint(_words_of(key)) for key in keys),
        organisations=share(not words.organisations.isdisjoint(_words_of(key)) for key in keys),
        native=share(is_native(text) for text in filled),
        names=share(_may_be_name(text) for text in filled),
        words=sum(len(text.split()) for text in filled) / len(filled),
        codes=share(text.isupper() and len(text) <= _LONGEST_CODE for text in filled),
        is_counting=len(filled) >= _LEAST_COUNTED and (_counts(filled) or _counts(cells)),
    )


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells are 1, 2, 3 and so on; a cell without a text may stand for its number."""
    return all(
        not text.strip() or text.strip().rstrip(".") == str(n) for n, text in enumerate(cells, start=1)
    )


def is_phone(text: str) -> bool:
    """Whether the text is a telephone number."""
    return bool(_PHONE.fullmatch(text.strip())) and sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def is_honorific(text: str) -> bool:
    """Whether the text is made of honorifics alone, such as “H.E. Dr.”."""
    return name_words().honorifics.is_all_of(text)


def is_native(text: str) -> bool:
    """Whether most letters of the text belong to another script than Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters) * 2 > len(letters)


def _words_of(key: str) -> set[str]:
    words = key.split()
    return {*words, key, *(" ".join(words[n : n + 2]) for n in range(len(words) - 1))}


def _may_be_name(text: str) -> bool:
    """Whether the text is one to six words with capitals and without digits, as names are."""
    words = text.split()
    has_capitals = all(not word[0].islower() for word in words[:1])
    return len(words) <= 6 and has_capitals and not any(map(str.isdigit, text)) and "@" not in text  # noqa: PLR2004
