"""Proposes codes for new sessions."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import LocalText

_WORD: Final = re.compile("[a-z0-9]+")
_APOSTROPHE: Final = re.compile("['\u2019]s\\b")
_MOST_WORDS: Final = 3
_LONGEST: Final = 24
_WITHOUT_WORDS: Final = "session"
_PASSED_OVER: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with",
     "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour", "sur", "un", "une")
)  # fmt: skip
"""Words of English and French that say nothing of a session by themselves, unless they are the last one: "Talk A"."""


def proposed(title: LocalText, taken: Iterable[str]) -> str:
    """Return a short code for a new session with this title, such as "opening-ceremony".

    The code has small letters and digits of ASCII, and hyphens. It is made from the English title, or else from the
    first title that has such letters; without such a title it begins with "session". If the code is among `taken`, in
    capitals or small letters, a number is added. The same title and codes give the same code.
    """
    known = dict(title.by_language)
    texts = [known.get("en", ""), *known.values()]
    stem = next(filter(None, map(_stem, texts)), _WITHOUT_WORDS)
    if stem == _WITHOUT_WORDS:
        return free_code(stem, taken, first=1)
    there = {code.casefold() for code in taken}
    return stem if stem not in there else free_code(stem, there)


def free_code(code: str, taken: Iterable[str], first: int = 2) -> str:
    """Return this code with a number behind it, such as opening-2, so that the code is not taken.

    The number is the first free one from `first` on. A code counts as taken whether its letters are capitals or small.
    """
    there = {each.casefold() for each in taken}
    return next(
        each for each in (f"{code}-{number}" for number in count(first)) if each.casefold() not in there
    )


def _stem(text: str) -> str:
    latin = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text.casefold()))
    words = _WORD.findall("".join(each for each in latin if not unicodedata.combining(each)))
    telling = [word for word in words[:-1] if word not in _PASSED_OVER] + words[-1:]
    stem = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{stem}-{word}" if stem else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        stem = longer
    return "" if stem.isdigit() else stem
