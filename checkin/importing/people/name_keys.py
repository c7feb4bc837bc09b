"""The keys by which the words of lists and the words of names are compared, and the pieces of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NATIVE: Final = (
    r"\u0530-\u1c7f\u1c90-\u1cff\u2d00-\u2ddf\u2e80-\ua63f\ua6a0-\ua71f\ua800-\uab2f\uab70-\ufaff"
    r"\ufb07-\ufefe\uff65-\uffdc\U00010000-\U0001d3ff\U00020000-\U0003ffff"
)
"""The letters of scripts without capitals, as a set of a regular expression: all but Latin, Greek and Cyrillic."""

IS_NATIVE: Final = re.compile(f"[{NATIVE}]")

CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Letters of Chinese, Japanese and Korean."""

WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{2}")
"""Two letters of the scripts that write an honorific and a name without a space: Thai, Lao, Burmese, Khmer."""

_PIECE: Final = re.compile(r"[^\s.]+\.*|\.+")
_SIGNS: Final = re.compile(r"[^\w]+|_")
_DROPPED: Final = str.maketrans("", "", "'\u2018\u2019\u02bc\u02bb`\u00b4\u200b")


@lru_cache(1 << 16)
def word_key(text: str) -> str:
    """The words of a text without capitals, accents and signs, by which words of lists are compared.

    Unlike the search key, the key of Latin words keeps each letter: "Mme" is not "Me", and "Senn" not "Sen".
    """
    if not text.isascii() and IS_NATIVE.search(text):
        return search_key(text)
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_DROPPED))
    if not apart.isascii():
        apart = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(_SIGNS.sub(" ", apart).split())


class Piece(NamedTuple):
    """A word of a text, or a part of one up to a full stop, with the place where the piece begins and ends."""

    text: str
    key: str
    start: int
    end: int


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text: its words, which are also divided after a full stop; "Dr.Sok" is two pieces."""
    return [
        Piece(found[0], word_key(found[0]), found.start(), found.end()) for found in _PIECE.finditer(text)
    ]


def joined_key(pieces: Sequence[Piece]) -> str:
    """The keys of successive pieces of a text, joined by spaces."""
    return pieces[0].key if len(pieces) == 1 else " ".join(piece.key for piece in pieces)


def compact(text: str) -> str:
    """The key of a text without spaces, so that "Ph.D." and "PhD" have the same key."""
    return word_key(text).replace(" ", "")


def is_abbreviation(key: str) -> bool:
    """Whether the key consists of single Latin letters, which could be the initials of a name."""
    return all(len(word) == 1 for word in key.split()) and key.isascii()


def unspaced(text: str) -> str:
    """An abbreviation as it is written, without spaces and without brackets around it."""
    return text.replace(" ", "").strip("([{)]},;:")


def keys_of(words: Iterable[str]) -> frozenset[str]:
    """The keys of these words; empty keys are left out."""
    return frozenset(map(word_key, words)) - {""}


def first_keys(words: Iterable[str]) -> frozenset[str]:
    """The key of the first word of each text, and the key of its first piece (see `pieces_of`)."""
    return frozenset(
        word_key(first) for word in words for first in (word.split()[0], pieces_of(word)[0].text)
    )


def any_of(words: Iterable[str], pattern: str = "{}") -> re.Pattern[str]:
    """A regular expression that matches any of the words, the longest first.

    `{}` in `pattern` is replaced by the words.
    """
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(pattern.format("|".join(map(re.escape, longest_first)) or "(?!)"))
