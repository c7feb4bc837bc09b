"""Spellings of names without marks (ü, ñ), as in the machine-readable lines of passports and on tickets."""

from __future__ import annotations

import unicodedata
from typing import Final

_TWO_LETTERS: Final = {"ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"}
"""Letters that become two there (ICAO Doc 9303, part 3, section 6).

The other letters of that table (AA for Å, SS for ß, TH for Þ, D for Ð, N for Ñ) have the same search key anyway.
"""
_WITH_XX: Final = {"ñ": "nxx", "ü": "uxx"}
"""Letters for which the same table also knows a spelling with XX."""


def passport_spellings(text: str) -> tuple[str, ...]:
    """The spellings that passports use for a name with ä, ö, ø, ü or ñ: for Müller, Mueller and Muxxller.

    Other letters stay as they are, because their spelling in passports has the same search key. For most texts the
    result is empty.
    """
    if text.isascii():
        return ()
    whole = unicodedata.normalize("NFC", text)
    spelt = {whole.translate(table) for table in _TABLES}
    return tuple(sorted(spelt - {whole}))


def _table(letters: dict[str, str]) -> dict[int, str]:
    return str.maketrans(letters | {letter.upper(): spelt for letter, spelt in letters.items()})


_TABLES: Final = (_table(_TWO_LETTERS), _table(_TWO_LETTERS | _WITH_XX))
