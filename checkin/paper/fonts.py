"""The typefaces that come with the program: chosen by script and by their characters, opened when needed."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from checkin import assets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LATIN: Final = "NotoSans"
_CHINESE: Final = "NotoSansSC"
_JAPANESE: Final = "NotoSansJP"
_KOREAN: Final = "NotoSansKR"
_BY_SCRIPT: Final = {
    "Khmr": "NotoSansKhmer",
    "Thai": "NotoSansThai",
    "Laoo": "NotoSansLao",
    "Mymr": "NotoSansMyanmar",
    "Deva": "NotoSansDevanagari",
    "Arab": "NotoSansArabic",
    "Beng": "NotoSansBengali",
    "Taml": "NotoSansTamil",
    "Sinh": "NotoSansSinhala",
    "Telu": "NotoSansTelugu",
    "Gujr": "NotoSansGujarati",
    "Guru": "NotoSansGurmukhi",
    "Knda": "NotoSansKannada",
    "Mlym": "NotoSansMalayalam",
    "Orya": "NotoSansOriya",
    "Java": "NotoSansJavanese",
    "Tibt": "NotoSerifTibetan",
    "Mong": "NotoSansMongolian",
    "Hebr": "NotoSansHebrew",
    "Thaa": "NotoSansThaana",
    "Geor": "NotoSansGeorgian",
    "Armn": "NotoSansArmenian",
    "Ethi": "NotoSansEthiopic",
    "Hang": _KOREAN,
    "Hira": _JAPANESE,
    "Kana": _JAPANESE,
}
_HAN: Final = {"ja": _JAPANESE, "ko": _KOREAN, "zh": _CHINESE}
_HAN_SCRIPTS: Final = frozenset({"Hani", "Bopo"})
_FAMILIES: Final = (LATIN, *dict.fromkeys(_BY_SCRIPT.values()), _CHINESE)
_REGULAR_ONLY: Final = frozenset({"NotoSansMongolian"})

UNITS_PER_EM: Final = 1000
"""Font units in one em, the same for every font in `resources/fonts`; a test checks this."""


class Typeface:
    """An opened font file: its characters, and the font object for HarfBuzz, the library that chooses glyphs.

    Lengths are font units; one em has `units_per_em` of them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._face = hb.Face(hb.Blob.from_file_path(assets.font(f"{name}.ttf")))
        self.font = hb.Font(self._face)
        self.units_per_em = int(self._face.upem)
        self._characters = frozenset(self._face.unicodes)
        self.dotted_circle = int(self.font.get_nominal_glyph(0x25CC) or 0)
        self._extents: dict[int, tuple[int, int, int, int]] = {}

    def __repr__(self) -> str:
        return f"Typeface({self.name!r})"

    def covers(self, text: str) -> bool:
        """Whether the font has a glyph for every character of the text, as it is written or in composed form (NFC)."""
        return self._has(text) or (len(text) > 1 and self._has(unicodedata.normalize("NFC", text)))

    def ink(self, glyph: int) -> tuple[int, int, int, int]:
        """The edges of what the glyph draws, measured from its origin: left, bottom, right, top.

        All are 0 if the glyph draws nothing, like a space.
        """
        extents = self._extents.get(glyph)
        if extents is None:
            found = self.font.get_glyph_extents(glyph)
            left, top = int(found.x_bearing), int(found.y_bearing)
            extents = (left, top + int(found.height), left + int(found.width), top)
            self._extents[glyph] = extents
        return extents

    def _has(self, text: str) -> bool:
        return all(ord(character) in self._characters for character in text)


def typeface(family: str, *, bold: bool) -> Typeface:
    """The typeface of this font family; CheckinError if its file is missing.

    For Mongolian there is no bold typeface; the regular one is returned instead.
    """
    weight = "Bold" if bold and family not in _REGULAR_ONLY else "Regular"
    return _opened(f"{family}-{weight}")


@cache
def _opened(name: str) -> Typeface:
    return Typeface(name)


def find(text: str, script: str, *, bold: bool, language: str = "") -> Typeface | None:
    """The typeface for `text`, one letter with its marks; None if no font has all of these characters.

    `script` is the letter's script as an ISO 15924 code. `language` decides which forms Chinese characters have: "ja",
    "ko" or "zh".
    """
    for family in _candidates(script, language):
        face = typeface(family, bold=bold)
        if face.covers(text):
            return face
    return None


def language_of(scripts: Iterable[str], language: str = "") -> str:
    """The language that decides which forms the Chinese characters of a text have: "ja", "ko" or "zh".

    The text's `scripts` (ISO 15924 codes) decide: Japanese if there is kana, Korean if there is hangul. In any other
    text the language code `language` decides; if it is none of the three, the answer is "zh".
    """
    present = set(scripts)
    if present & {"Hira", "Kana"}:
        return "ja"
    if "Hang" in present:
        return "ko"
    hint = language.replace("_", "-").partition("-")[0].lower()
    return hint if hint in _HAN else "zh"


def _candidates(script: str, language: str) -> Iterator[str]:
    """The font families to try: first the family of the script, then all others.

    In this way a rare sign is found in whichever family has it.
    """
    own = _HAN[language or "zh"] if script in _HAN_SCRIPTS else _BY_SCRIPT.get(script, LATIN)
    yield own
    yield from (family for family in _FAMILIES if family != own)
