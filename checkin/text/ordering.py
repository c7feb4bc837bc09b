"""Sort keys for names and other texts: in the order of each script's alphabet, the same on every computer.

A letter with a mark is sorted as the letter without the mark (Đ as D, É as E). Texts in Latin letters come first; texts
in other scripts follow, script by script.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from checkin.text.keys import SOFT_BREAKS, is_dropped_mark, latin_in_ascii

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate

_ALPHABETS: Final = (
    # Cyrillic: Russian, with the letters of its neighbours where these have them.
    (0x0400, "аәбвгґғдђеєжзѕиіїйјкқлљмнњңоөпрстћуўүұфхһцчџшщъыьэюя"),
    # Arabic, with the letters of Persian and Urdu beside those that they are made from.
    (0x0600, "ءاٱبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکكگلمنںهةھوىيیے"),
)
"""The alphabets whose order is not that of Unicode: where their letters begin, and the letters in their order."""
_STAYS_WHOLE: Final = frozenset("йїў")
"""Letters that Unicode takes apart into a letter and a mark, but that readers know as letters of their own."""
_VOWEL_IN_FRONT: Final = re.compile("([\u0e40-\u0e44\u0ec0-\u0ec4])(.)")
"""Thai and Lao write some vowels before the consonant after which they are spoken and sorted."""
_KHMER_VOWELS: Final = (
    ("\u17c1\u17b6", "\u17c4"),
    ("\u17c1\u17b8", "\u17be"),
    ("\u17d2\u178a", "\u17d2\u178f"),
)
"""Khmer vowels typed as two characters, and the subscript DA that looks like TA."""
_KATAKANA: Final = range(0x30A1, 0x30F7)
_TO_HIRAGANA: Final = 0x60


def name_order(delegate: Delegate) -> tuple[str, str, str]:
    """The sort key of a delegate: the family name without accents, the given name without accents, both with accents.

    A delegate without a family name is sorted by the given name; a delegate with only a native name, by the native
    name. Delegates with the same name have the same key, so a stable sort keeps the order of their registration.
    """
    return names_in_order(delegate.family_name, delegate.given_name, delegate.native_name)


def names_in_order(family: str, given: str, native: str) -> tuple[str, str, str]:
    """The sort key of the delegate with these names, as `name_order` gives it."""
    first = family or given or native
    return letters_in_order(first), letters_in_order(given), _as_written(f"{first}\n{given}")


def text_order(text: str) -> tuple[str, str]:
    """The sort key of any text except a delegate's name: the text without accents, then the text as it is written."""
    return letters_in_order(text), _as_written(text)


def letters_in_order(text: str) -> str:
    """The key by which a text is sorted in the order of the alphabet; the key is not for reading.

    For a text in Latin script the key has the letters, in lower case and without accents, and the digits. In some other
    scripts letters change places or are replaced, because their alphabets have another order than Unicode. Words are
    separated by one space; apostrophes and hyphens separate words too.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_FOLDED).split())
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    for typed, same in _KHMER_VOWELS:
        folded = folded.replace(typed, same)
    return " ".join(_VOWEL_IN_FRONT.sub(r"\2\1", folded).split())


def _as_written(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


class _Folding(dict[int, str]):
    """A table of what each character becomes in the key; an entry is made when its character is first met."""

    def __missing__(self, point: int) -> str:
        letter = chr(point).casefold()
        if letter not in _STAYS_WHOLE:
            letter = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
        folded = self[point] = "".join(_PLACES.get(each) or _folded(each) for each in letter)
        return folded


def _folded(character: str) -> str:
    """What one decomposed lower-case character becomes in a key.

    A letter or digit stays, a mark vanishes, and any other character becomes a space.
    """
    category = unicodedata.category(character)
    if category == "Cf" or is_dropped_mark(character):
        return ""
    if character in SOFT_BREAKS:
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category[0] not in "LMN":
        return " "
    if ord(character) in _KATAKANA:
        return chr(ord(character) - _TO_HIRAGANA)
    return latin_in_ascii(character)


_PLACES: Final = {
    letter: chr(first + place) for first, letters in _ALPHABETS for place, letter in enumerate(letters)
}
_FOLDED: Final = _Folding()
