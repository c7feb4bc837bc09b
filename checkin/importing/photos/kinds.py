"""Recognises the kind of a picture by its first bytes, and reads the size of a WebP picture without decoding it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Kind(Enum):
    """The kinds of picture that this program reads."""

    JPEG = auto()
    PNG = auto()
    WEBP = auto()
    GIF = auto()
    BMP = auto()
    TIFF = auto()


HEAD_LENGTH: Final = 64
"""The number of bytes at the beginning of a file that show its kind, and the size of a WebP picture."""
_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"BM", Kind.BMP),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
)
_NOT_READ: Final = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"hevc": "HEIC", b"avif": "AVIF"}
"""Kinds that the library for pictures does not read everywhere, by the word that follows "ftyp"."""
_OF_OTHERS: Final = 0x3FFF


def kind_of(head: bytes) -> Kind | None:
    """The kind of a picture that begins with these bytes; None if this program does not read such a picture."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    return next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)


def kind_not_read(head: bytes) -> str:
    """The name of a kind of picture that is recognised but not read, such as "HEIC"; "" for other files."""
    if head[:4] == b"8BPS":
        return "PSD"
    return _NOT_READ.get(head[8:12], "") if head[4:8] == b"ftyp" else ""


def size_of_webp(head: bytes) -> tuple[int, int]:
    """The width and height, in dots, that the first bytes of a WebP picture give; (0, 0) if they give none.

    The size is read here because the picture library reserves memory for the whole picture before it reports the size.
    """
    match head[12:16]:
        case b"VP8X":
            return _little(head[24:27]) + 1, _little(head[27:30]) + 1
        case b"VP8L":
            both = _little(head[21:25])
            return (both & _OF_OTHERS) + 1, (both >> 14 & _OF_OTHERS) + 1
        case b"VP8 ":
            return _little(head[26:28]) & _OF_OTHERS, _little(head[28:30]) & _OF_OTHERS
        case _:
            return 0, 0


def _little(some: bytes) -> int:
    return int.from_bytes(some, "little")
