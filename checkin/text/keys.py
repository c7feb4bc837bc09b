"""The search key: a text without its case, accents, invisible characters and differences of spelling.

The key of the first letters of a name is the beginning of the key of the whole name, so a half-typed name can be found.
For this reason no rule may look at the letters to the right of a letter.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from anyascii import anyascii

SOFT_BREAKS: Final = "\u200b'\u2018\u2019\u02bc\u02bb`\u00b4"
"""Zero-width space and apostrophes: the key drops them (O'Brien is "obrien"), but a word begins after each of them."""

_SPELLED_ALIKE: Final = {
    # Romanised names are written with either of two letters: Sophy and Sophi, Sovann and Sowann.
    "y": "i",
    "w": "v",
    # Khmer vowels that are typed as one character or as two that look the same.
    "\u17c4": "\u17c1\u17b6",
    "\u17be": "\u17c1\u17b8",
    # Khmer letters that Unicode discourages become the letters that look the same.
    "\u17a3": "\u17a2",
    "\u17b2": "\u17b1",
    # Arabic letters that keyboards of neighbouring countries write differently, or writers mix up.
    "\u0649": "\u064a",
    "\u06cc": "\u064a",
    "\u06a9": "\u0643",
    "\u0629": "\u0647",
    "\u0671": "\u0627",
    "\u0640": "",
}
_DROPPED_MARKS: Final = (
    # Accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic harakat.
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
    # The Devanagari nukta; tone marks and silencers of Thai and Lao; the Burmese low tone, typed in two orders.
    (0x093C, 0x093C), (0x0E48, 0x0E4E), (0x0EC8, 0x0ECE), (0x1037, 0x1037),
    # Khmer: inherent vowels, and the signs above that are left out or typed in another order; vowels stay.
    (0x17B4, 0x17B5), (0x17C9, 0x17D1), (0x17D3, 0x17D3), (0x17DD, 0x17DD),
    # Variation selectors.
    (0x180B, 0x180D), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),
)  # fmt: skip
_H_AFTER_CONSONANT: Final = re.compile("(?<=[bcdgjkprstz])h+")
_LETTER_BEFORE_ITSELF: Final = re.compile(r"([a-z])(?=\1)")


def search_key(text: str) -> str:
    """The search key of a text: its words without case, accents and differences of spelling, separated by one space.

    Two texts with the same search key count as equal in a search: Sokhonn and Sokonn, for example, or the two ways to
    write សម្តេច. The key is "" for a text without letters and digits.
    """
    return " ".join(settled(text.translate(_FOLDED)).split())


def spelt_words(text: str) -> dict[str, str]:
    """The words of a text by their search keys; the words keep their spelling, but lose case and accents."""
    return {settled(word): word for word in text.translate(_FOLDED).split()}


def ticket_key(text: str) -> str:
    """The key by which a ticket code of another system is compared: the code without case and spaces."""
    return "".join(text.casefold().split())


def settled(folded: str) -> str:
    """Apply the spelling rules of the search key to a text from which capitals and accents have been removed.

    An h after a consonant is dropped (kh becomes k), and a double letter becomes a single one (nn becomes n). The Khmer
    subscript DA becomes the subscript TA.
    """
    same = folded if folded.isascii() else folded.replace("\u17d2\u178a", "\u17d2\u178f")
    return _LETTER_BEFORE_ITSELF.sub("", _H_AFTER_CONSONANT.sub("", same))


class _Folding(dict[int, str]):
    """A table of what each character becomes in a search key; an entry is made when its character is first met."""

    def __missing__(self, point: int) -> str:
        once = unicodedata.normalize("NFKD", chr(point).casefold())
        # Folded twice: ㏆ has no lower case, but the letters that it stands for have one.
        folded = self[point] = "".join(map(_folded, unicodedata.normalize("NFKD", once.casefold())))
        return folded


_FOLDED: Final = _Folding()


def _folded(character: str) -> str:
    """What one decomposed lower-case character becomes in a key: a letter, a digit or a sign.

    It becomes "" if the character is dropped. Any other character becomes a space.
    """
    if character in _SPELLED_ALIKE:
        return _SPELLED_ALIKE[character]
    if character in SOFT_BREAKS or is_dropped_mark(character):
        return ""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] not in "LMN":
        return " "
    return "".join(_SPELLED_ALIKE.get(letter, letter) for letter in latin_in_ascii(character))


def latin_in_ascii(character: str) -> str:
    """The ASCII spelling of a Latin letter that is more than a letter with an accent, such as đ or ø.

    Any other character is returned unchanged.
    """
    if character.isascii() or not unicodedata.name(character, "").startswith("LATIN "):
        return character
    return "".join(letter for letter in anyascii(character).lower() if letter.isalnum())


def is_dropped_mark(character: str) -> bool:
    """Whether the character is an accent or another mark that the search key leaves out."""
    return any(first <= ord(character) <= last for first, last in _DROPPED_MARKS)
