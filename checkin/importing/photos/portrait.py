"""Makes a portrait from a photo: cut to 3 : 4 by hand or around the middle, 480 × 640 dots, a JPEG of at most 40 kB."""

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
"""The size, in bytes, of the largest portrait that an event file keeps."""
_QUALITIES: Final = (88, 82, 76, 70, 62, 54, 46, 38, 30, 22, 14, 8)
"""The qualities of which the best is taken with which the portrait is small enough, from the best to the worst."""
_MOST_SHOWN: Final = 1_200
_QUALITY_SHOWN: Final = 90


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo, read from a file and turned upright, from which a portrait is cut."""

    picture: Image.Image

    @classmethod
    def read(cls, path: Path, *, to_cut: bool = True) -> Photo:
        """Read the photo in this file. Raises PhotoError, which names the file, if the file cannot be read.

        If `to_cut` is False, nobody will choose a frame. Then the photo is read smaller, just sharp enough for a
        portrait of its middle, which is quicker.
        """
        return cls(open_upright(path) if to_cut else open_upright(path, HEIGHT))

    @property
    def size(self) -> tuple[int, int]:
        """The width and height in dots; a large photo is reduced, and therefore smaller than in its file."""
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
        return _best_that_fits(cut)


def _best_that_fits(picture: Image.Image) -> bytes:
    """The picture as a JPEG of the best quality with which it is small enough."""
    best = b""
    low, high = 0, len(_QUALITIES) - 1
    while low <= high:
        middle_one = (low + high) // 2
        portrait = _jpeg(picture, _QUALITIES[middle_one])
        if len(portrait) <= MOST_BYTES:
            best, high = portrait, middle_one - 1
        else:
            low = middle_one + 1
    # A picture of noise alone does not fit.
    return best or _jpeg(picture.filter(ImageFilter.GaussianBlur(2)), _QUALITIES[-1])


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    plain = picture.copy()
    plain.info = {}  # a comment would be written along
    out = BytesIO()
    plain.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
