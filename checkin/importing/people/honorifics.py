"""Finds the honorifics before a name, without taking a name for one of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from checkin.importing.people.name_keys import (
    IS_NATIVE,
    WITHOUT_SPACES,
    Piece,
    any_of,
    first_keys,
    is_abbreviation,
    joined_key,
    keys_of,
    pieces_of,
    word_key,
)
from checkin.importing.people.surnames import GIVEN_FIRST, IN_COMPANY, NAMES_TOO, WRITTEN_FIRST

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

_SHORTEST_NAME: Final = 2
_SHORT_WORD: Final = 3
_SHORT: Final = 4
_NO_NEW_LETTER: Final = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"
"""Vowels of Thai and Lao that cannot begin a word, and are letters to Unicode."""


@dataclass(frozen=True, slots=True)
class Honorifics:
    """The honorifics before a name, in all languages, as keys of `word_key`."""

    before: frozenset[str]
    """Honorifics before a name."""

    begins_before: frozenset[str]
    """The first words of the honorifics in `before`."""

    doubtful: frozenset[str]
    """Honorifics in `before` that are one short word and may be something else: "HE" for "H.E.", "Des" for "Des."."""

    in_capitals: frozenset[str]
    """Honorifics in `before` that are always written in capitals."""

    accented: Mapping[str, frozenset[str]]
    """Short honorifics that are names without their accents: the ways to write "Bà", by the key."""

    together: re.Pattern[str]
    """The honorifics that are written at the front of a name without a space."""

    longest: int
    """The number of pieces of the longest honorific."""

    @classmethod
    def of(cls, before: Sequence[str]) -> Self:
        """Build the honorifics from their words, as these are written."""
        keys = keys_of(before)
        unpointed = frozenset(key.replace(" ", "") for key in keys if " " in key and is_abbreviation(key))
        return cls(
            before=keys | unpointed,
            begins_before=first_keys(before) | unpointed,
            doubtful=unpointed | _short_for(before),
            in_capitals=unpointed
            | keys_of(filter(str.isupper, before)) - keys_of(word for word in before if not word.isupper()),
            accented=_accented(before),
            together=any_of(word for word in before if WITHOUT_SPACES.match(word)),
            longest=max((len(pieces_of(word)) for word in before), default=1),
        )

    def in_front(self, pieces: Sequence[Piece], *, left: int = 1) -> int:
        """The number of pieces at the front that are honorifics; at least `left` pieces are left."""
        taken = 0
        while size := self._size_at(pieces, taken, left):
            taken += size
        return taken

    def is_all_of(self, text: str) -> bool:
        """Whether the text is made of honorifics only."""
        pieces = pieces_of(text)
        return 0 < self.in_front(pieces, left=0) == len(pieces)

    def may_begin(self, text: str) -> bool:
        """Whether the first word of the text may be the beginning of an honorific."""
        first = text[: text.find(" ")] if " " in text else text
        return "." in first or self._is_beginning(word_key(first))

    def in_front_of_native(self, text: str) -> int:
        """The number of characters at the front of a native name that are honorifics."""
        end = 0
        while end < len(text):
            pieces = pieces_of(text[end:])
            size = self.in_front(pieces)
            length = pieces[size].start if size else self._length_of_together(text[end:])
            if not length:
                break
            end += length
        return end

    def _size_at(self, pieces: Sequence[Piece], taken: int, left: int) -> int:
        """The number of pieces from number `taken` that are one honorific, or 0."""
        if taken >= len(pieces) or not self._is_beginning(pieces[taken].key):
            return 0
        for size in range(min(self.longest, len(pieces) - taken - left), 0, -1):
            run = pieces[taken : taken + size]
            if joined_key(run) in self.before:
                if size > 1 or self._is_meant(pieces, taken):
                    return size
            elif size == 1 and self._are_several(run[0].key):
                return size
        return 0

    def _is_beginning(self, key: str) -> bool:
        return key in self.begins_before or " " in key

    def _is_meant(self, pieces: Sequence[Piece], taken: int) -> bool:
        """Whether a single word that is an honorific is meant as one, and not as a name or an initial."""
        piece, behind = pieces[taken], pieces[taken + 1 :]
        if piece.key in self.accented:
            return piece.text.casefold().rstrip(".") in self.accented[piece.key]
        if piece.text.endswith(".") and not _is_initial(piece, behind):
            return True
        in_capitals = piece.key in self.in_capitals
        if in_capitals and not piece.text.isupper():
            return False
        if _stands_before_capitals(piece, behind, shouted=in_capitals or len(piece.key) == 1):
            return True
        beside = taken > 0 or (bool(behind) and self._is_plain(behind[0]))
        if self._needs_company(piece.key):
            return beside and bool(behind[1:])
        return not _is_name_too(piece.key)

    def _needs_company(self, key: str) -> bool:
        return not _is_name_too(key) and (key in IN_COMPANY or key in self.doubtful or len(key) == 1)

    def _is_plain(self, piece: Piece) -> bool:
        """Whether a word is surely an honorific."""
        if piece.key not in self.before or piece.key in self.accented:
            return False
        return piece.text.endswith(".") or not (_is_name_too(piece.key) or self._needs_company(piece.key))

    def _are_several(self, key: str) -> bool:
        """Whether the key of one word is that of several honorifics: "Mr/Ms"."""
        words = key.split()
        return bool(words[1:]) and all(
            word in self.before and word not in NAMES_TOO | IN_COMPANY for word in words
        )

    def _length_of_together(self, text: str) -> int:
        """The length of an honorific that is written at the front of this name without a space, or 0."""
        found = self.together.match(text)
        name = text[found.end() :].lstrip(" .\u200b") if found else ""
        return len(text) - len(name) if _begins_a_word(name) else 0


def _is_name_too(key: str) -> bool:
    return key in NAMES_TOO or (key in WRITTEN_FIRST and key not in IN_COMPANY and key not in GIVEN_FIRST)


def _short_for(before: Iterable[str]) -> frozenset[str]:
    """The keys of short words that always have a full stop, or of two letters that are always capitals."""
    short = {word for word in before if len(word_key(word)) <= _SHORT_WORD and not IS_NATIVE.match(word)}
    pointed = {
        word for word in short if word.endswith(".") or (word.isupper() and len(word) == _SHORTEST_NAME)
    }
    return keys_of(pointed) - keys_of(short - pointed) - GIVEN_FIRST


def _is_initial(piece: Piece, behind: Sequence[Piece]) -> bool:
    """Whether a letter with a full stop is an initial, and not the French "M." or an abbreviation of another script."""
    if len(piece.key) > 1 or IS_NATIVE.match(piece.text):
        return False
    return piece.key != "m" or any(len(other.key) == 1 for other in behind[:1])


def _stands_before_capitals(piece: Piece, behind: Sequence[Piece], *, shouted: bool) -> bool:
    """Whether a word stands before a family name in capitals and a given name, and so is neither: "Gen SOK Phalla".

    The word is not in capitals either, unless it is `shouted`.
    """
    if not behind[1:] or (piece.text.isupper() and not shouted):
        return False
    family_name, given_name = behind[:2]
    in_capitals = family_name.text.isupper() and len(family_name.key) >= _SHORTEST_NAME
    return in_capitals and not given_name.text.isupper()


def _accented(words: Iterable[str]) -> dict[str, frozenset[str]]:
    ways: dict[str, set[str]] = {}
    for word in words:
        ways.setdefault(word_key(word), set()).add(word.casefold().rstrip("."))
    return {
        key: frozenset(written)
        for key, written in ways.items()
        if key.isascii() and len(key) <= _SHORT and not any(word.isascii() for word in written)
    }


def _begins_a_word(text: str) -> bool:
    """Whether a name may begin here: at least two letters, the first of which can begin a word."""
    letters = sum(unicodedata.category(letter)[0] == "L" for letter in text)
    return (
        letters >= _SHORTEST_NAME
        and unicodedata.category(text[0])[0] == "L"
        and text[0] not in _NO_NEW_LETTER
    )
