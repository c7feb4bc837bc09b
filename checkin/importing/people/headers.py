"""What the header of a column says that the column holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.header_rows import BRACKETS, LONGEST_HEADER
from checkin.importing.people.list_words import list_key, list_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FULL_NAME: Final = "full_name"
"""The content of a column with whole names; the other contents are codes of fields, or names of the words' files."""
COMPANION: Final = "companion"
"""The content of a column with the names of people who accompany the person of the row."""
COMPANION_NAMES: Final = ("companion_family_name", "companion_given_name")
"""The contents of columns with the parts of a companion's name."""
_PLUS_ONE: Final = re.compile(r"\+\s*1\b")
_NUMBER_SIGN: Final = re.compile(r"(?<![\w#])#(?![\w#])")
_PARTS: Final = re.compile(
    r"[:：>|/\n;,()\[\]（）?？]|\s[-–—]\s|\b(?:or|and|ou|et|oder|und)\b|(?<=\w)__?(?=\w)"
)
_WORDS: Final = re.compile(r"[\w'’.]+")


class Strength(IntEnum):
    """How surely a header means a content: by one of its parts, by its last part, without brackets, or as a whole."""

    PART = 1
    LAST_PART = 2
    WITHOUT_BRACKETS = 3
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a header can mean; `is_others` says that the column is about another person than the delegate."""

    content: str
    strength: Strength
    is_others: bool = False


def meanings(headers: Sequence[str], own: Mapping[str, str]) -> list[Meaning | None]:
    """What each header of a row means; None for a header that means nothing.

    A word that means different things in two languages is read in the language of most headers in the row. `own` gives
    the codes of the event's own fields by the keys of their names.
    """
    found = [tuple(_candidates(header)) for header in headers]
    languages = Counter(
        language for each in found for _, keys in each[:1] for language in _languages(keys[0] if keys else "")
    )
    order = sorted(list_words().columns, key=lambda language: -languages[language])
    return [_best(header, each, order, own) for header, each in zip(headers, found, strict=True)]


def is_header(text: str) -> bool:
    """Whether the whole text is a known header in any language; nearly all cells of a list are none."""
    return len(text) <= LONGEST_HEADER and bool(_languages(list_key(text)))


def parts_of(header: str) -> list[str]:
    """The parts into which a header is divided, without empty ones."""
    return [part.strip() for part in _PARTS.split(header) if part and part.strip()]


def _candidates(header: str) -> Iterator[tuple[Strength, tuple[str, ...]]]:
    """The keys by which the header is looked up, the surest first."""
    if not header.strip() or len(header) > LONGEST_HEADER:
        return
    header = _PLUS_ONE.sub("plus one", _NUMBER_SIGN.sub("number", header))
    yield Strength.WHOLE, (list_key(header),)
    yield Strength.WITHOUT_BRACKETS, (list_key(BRACKETS.sub(" ", header)),)
    if bare := _without_persons(header):
        yield Strength.WHOLE, (bare,)
    if "\n" in header:
        yield Strength.WITHOUT_BRACKETS, (list_key(header.rpartition("\n")[2]),)
    parts = [part for part in parts_of(header) if len(part) > 1]
    if len(parts) > 1:
        yield Strength.LAST_PART, (list_key(parts[-1]),)
        yield Strength.PART, tuple(map(list_key, reversed(parts[:-1])))
    yield Strength.PART, tuple(_halves(header))


def _without_persons(header: str) -> str:
    """The header's key without the words for the person whom a list is about: “Teilnehmer-E-Mail” is an address."""
    persons = list_words().persons
    words = list_key(header).split()
    rest = [word for word in words if word not in persons]
    return " ".join(rest) if 0 < len(rest) < len(words) else ""


def _halves(header: str) -> Iterator[str]:
    """The header's words in one script, where it is written in two, such as 姓名 Passport Name."""
    latin = " ".join(word for word in _WORDS.findall(header) if word[0].isascii())
    other = " ".join(word for word in _WORDS.findall(header) if not word[0].isascii())
    if latin and other:
        yield list_key(other)
        yield list_key(latin)


@cache
def _languages(key: str) -> tuple[str, ...]:
    return tuple(language for language, words in list_words().columns.items() if key in words)


def _best(
    header: str,
    candidates: Iterable[tuple[Strength, tuple[str, ...]]],
    order: Sequence[str],
    own: Mapping[str, str],
) -> Meaning | None:
    for strength, keys in candidates:
        known = [content for key in keys if (content := own.get(key) or _in_order(key, order))]
        if not known:
            continue
        if {Field.FAMILY_NAME, Field.GIVEN_NAME} <= set(known):
            return Meaning(FULL_NAME, strength)
        is_whole = strength is Strength.WHOLE
        return Meaning(known[0], strength, is_others=not is_whole and _is_about_others(header))
    return None


def _in_order(key: str, order: Sequence[str]) -> str | None:
    columns = list_words().columns
    return next((columns[language][key] for language in order if key in columns[language]), None)


def _is_about_others(header: str) -> bool:
    key = f" {list_key(header)} "
    return any(f" {word} " in key for word in list_words().others)
