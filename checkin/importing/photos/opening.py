"""Opens the file of a photo upright, in the colours of screens, and reduced so that memory and time stay bounded."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.Image import Image, Transpose

from checkin.importing.photos import errors
from checkin.importing.photos.colours import in_screen_colours
from checkin.importing.photos.kinds import HEAD_LENGTH, Kind, kind_not_read, kind_of, size_of_webp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PLUGINS: Final[dict[Kind, Callable[[BytesIO], Image]]] = {
    Kind.JPEG: JpegImagePlugin.JpegImageFile,
    Kind.PNG: PngImagePlugin.PngImageFile,
    Kind.WEBP: WebPImagePlugin.WebPImageFile,
    Kind.GIF: GifImagePlugin.GifImageFile,
    Kind.BMP: BmpImagePlugin.BmpImageFile,
    Kind.TIFF: TiffImagePlugin.TiffImageFile,
}
MOST_BYTES: Final = 100_000_000
"""The size, in bytes, of the largest file that is read."""
_MOST_DOTS: Final = 40_000_000
"""The largest picture that is decoded whole, which takes 160 MB of memory."""
_MOST_DOTS_IF_STEPWISE: Final = 60_000_000
"""The largest progressive JPEG, of which the library holds all steps in memory."""
_MOST_DOTS_IF_SHRUNK: Final = 260_000_000
"""The largest JPEG of the usual kind, which is decoded at a half, a quarter or an eighth of its size."""
_LEAST_SIDE: Final = 24
SIDE: Final = 1_400
"""The least length, in dots, of the short side of a reduced picture: one face of three can still be cut out sharply."""
_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""How a picture is turned upright, by the orientation that its EXIF data tell."""
_WITH_SHADES: Final = frozenset({"L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"})
"""The modes of a picture whose dots can be added up while it is still as it was read."""
_BROKEN: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    struct.error,
)
"""What the library raises for damaged pictures of one kind or another."""


def open_upright(path: Path, side: int = SIDE) -> Image:
    """Open the photo in this file, upright and in the colours of screens (RGB), without any metadata.

    A large photo is reduced; its short side keeps at least `side` dots, and about twice as many at most. Raises
    PhotoError, which names the file, if the file is no picture, is damaged, or is too large for the bounded memory.
    """
    content = _content(path)
    head = content[:HEAD_LENGTH]
    kind = kind_of(head)
    if kind is None:
        known = kind_not_read(head)
        raise errors.other_kind(path, known) if known else errors.no_picture(path)
    if kind is Kind.WEBP:
        _require_size(path, *size_of_webp(head), most=_MOST_DOTS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about metadata, which nobody keeps
            picture = _PLUGINS[kind](BytesIO(content))
            _require_bounds(path, picture, side)
            return _upright(picture, side)
    except errors.PhotoError:
        raise
    except (*_BROKEN, MemoryError) as error:
        raise errors.broken(path) from error


def _content(path: Path) -> bytes:
    try:
        length = path.stat().st_size
        if not path.is_file():  # a pipe would never end
            raise errors.no_picture(path)
        if length > MOST_BYTES:
            raise errors.too_long(path, MOST_BYTES // 1_000_000)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise errors.not_opened(path, error) from error
    if not content:
        raise errors.empty(path)
    return content


def _require_bounds(path: Path, picture: Image, side: int) -> None:
    """Raise PhotoError if the picture would take too much memory; a large JPEG will be decoded smaller."""
    most = _MOST_DOTS
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        most = _MOST_DOTS_IF_STEPWISE if picture.info.get("progressive") else _MOST_DOTS_IF_SHRUNK
    _require_size(path, *picture.size, most=most)
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        picture.draft(None, (side, side))
        _require_size(path, *picture.size, most=_MOST_DOTS)


def _require_size(path: Path, width: int, height: int, *, most: int) -> None:
    if width * height > most:
        raise errors.too_large(path, width, height)
    if min(width, height) < _LEAST_SIDE:
        raise errors.too_small(path, width, height)


def _upright(picture: Image, side: int) -> Image:
    profile = picture.info.get("icc_profile")
    picture.load()
    turn = _TURNS.get(_orientation(picture))
    smaller = min(picture.size) // side
    if smaller > 1 and picture.mode in _WITH_SHADES:
        picture = picture.reduce(smaller)
    coloured = in_screen_colours(picture, profile)
    if min(coloured.size) > 2 * side:  # a palette was not made smaller yet
        coloured = coloured.reduce(min(coloured.size) // side)
    upright = coloured if turn is None else coloured.transpose(turn)
    upright.info = {}
    return upright


def _orientation(picture: Image) -> int:
    """The orientation that the picture's EXIF data tell; 1 if they tell none, or cannot be read."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _BROKEN:
        return 1
