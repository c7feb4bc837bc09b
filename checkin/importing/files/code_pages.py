"""The encodings of before Unicode that lists have."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

_WEST: Final = "ca da de en es fi fr is it nb nl pt sv"
_MIDDLE: Final = "cs hr hu pl ro sk sl sq"
_BALTIC: Final = "et lt lv"
_EAST: Final = "be bg mk ru sr uk"


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that a file may have.

    `rarity` is what speaks against it before the file is seen, as a logarithm; `home` names the languages for which it
    is used.
    """

    name: str
    rarity: float
    home: str


ENCODINGS: Final = (
    Encoding("cp1252", 0.0, _WEST),
    Encoding("cp1250", 1.0, _MIDDLE),
    Encoding("cp1251", 0.5, _EAST),
    Encoding("cp1253", 1.0, "el"),
    Encoding("cp1254", 1.0, "tr"),
    Encoding("cp1255", 1.0, "he"),
    Encoding("cp1256", 1.0, "ar fa"),
    Encoding("cp1257", 1.5, _BALTIC),
    Encoding("cp1258", 3.5, "vi"),
    Encoding("cp874", 1.0, "th"),
    Encoding("cp932", 1.0, "ja"),
    Encoding("gb18030", 1.0, "zh"),
    Encoding("big5", 1.0, "zh_Hant"),
    Encoding("cp949", 1.0, "ko"),
    Encoding("iso8859-2", 1.5, _MIDDLE),
    Encoding("iso8859-15", 2.0, _WEST),
    Encoding("koi8-r", 1.5, "ru"),
    Encoding("koi8-u", 2.5, "uk"),
    Encoding("mac_roman", 2.0, _WEST),
    Encoding("euc_jp", 2.0, "ja"),
    Encoding("cp850", 3.0, _WEST),
    Encoding("cp437", 3.5, _WEST),
    Encoding("cp852", 3.0, _MIDDLE),
    Encoding("cp857", 3.5, "tr"),
    Encoding("cp866", 2.5, _EAST),
    Encoding("cp737", 3.5, "el"),
    Encoding("iso8859-5", 3.0, _EAST),
    Encoding("iso8859-7", 2.0, "el"),
    Encoding("iso8859-6", 3.0, "ar"),
    Encoding("iso8859-8", 3.0, "he"),
    Encoding("iso8859-9", 2.0, "tr"),
    Encoding("iso8859-13", 3.0, _BALTIC),
    Encoding("mac_cyrillic", 3.5, _EAST),
    Encoding("mac_latin2", 3.5, _MIDDLE),
    Encoding("mac_turkish", 4.0, "tr"),
    Encoding("mac_greek", 4.0, "el"),
)
_MULTI: Final = {"big5": ("cp950", "big5hkscs")}


def decoded_by(name: str, data: bytes) -> str:
    """The text of the bytes in this encoding; UnicodeDecodeError if they are not in it."""
    codecs_of = _MULTI.get(name, (name,))
    for codec in codecs_of[:-1]:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    text = data.decode(codecs_of[-1])
    return unicodedata.normalize("NFC", text) if name == "cp1258" else text
