"""Makes a portrait of a photo: cut to 3 : 4 by hand or by the middle, 480 × 640 dots, a JPEG of at most 40 kB."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageFilter

from checkin.domain.portraits import HEIGHT, WIDTH, Frame, middle
from checkin.importing.photos.opening import open_upright

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 40_000
"""The largest portrait that an event file keeps."""
_QUALITIES: Final = (88, 82, 76, 70, 62, 54, 46, 38, 30, 22, 14, 8)
"""The qualities that are tried one after another until the portrait is small enough."""
_MOST_SHOWN: Final = 1_200
_QUALITY_SHOWN: Final = 90


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that was read from a file, upright, of which a portrait is cut."""

    picture: Image.Image

    @classmethod
    def read(cls, path: Path) -> Photo:
        """Read the photo in this file. Raises PhotoError, which names the file, if the file cannot be read."""
        return cls(open_upright(path))

    @property
    def size(self) -> tuple[int, int]:
        """The width and the height in dots; a large photo is read smaller than it is."""
        return self.picture.size

    @property
    def shown(self) -> bytes:
        """The photo as a JPEG for the screen, at most 1,200 dots wide and high."""
        smaller = self.picture.copy()
        smaller.thumbnail((_MOST_SHOWN, _MOST_SHOWN))
        return _jpeg(smaller, _QUALITY_SHOWN)

    def portrait(self, frame: Frame | None = None) -> bytes:
        """The portrait as a JPEG of at most 40 kB, without metadata; what is outside the frame is cut off.

        Without a frame the middle of the photo is kept. A photo that is smaller than 480 × 640 dots is not enlarged.
        """
        cut = self.picture.crop((frame or middle(*self.size)).dots(*self.size))
        if cut.width > WIDTH:
            cut = cut.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for quality in _QUALITIES:
            portrait = _jpeg(cut, quality)
            if len(portrait) <= MOST_BYTES:
                return portrait
        return _jpeg(cut.filter(ImageFilter.GaussianBlur(2)), _QUALITIES[-1])  # a picture of noise alone


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    plain = picture.copy()
    plain.info = {}  # a comment would be written along
    out = BytesIO()
    plain.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
