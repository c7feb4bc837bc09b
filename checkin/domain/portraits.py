"""The frame of a portrait: the part of a photo that is kept; its width and height are always as 3 to 4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WIDTH: Final = 480
HEIGHT: Final = 640
"""The size of a portrait in dots."""
SHAPE: Final = WIDTH / HEIGHT
_ABOVE: Final = 0.4
"""The share of what is cut off that lies above the frame: a face is seldom below the middle of a photo."""
_LEAST_SHARE: Final = 0.1
"""The least frame, as a share of the largest: a smaller one would show a few coarse dots."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a photo. `left` is a share of the photo's width; `top` and `height` are shares of the photo's height.

    The width of the frame follows from its height, because a portrait has the shape 3 : 4.
    """

    left: float
    top: float
    height: float

    def dots(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The left, upper, right and lower edge of the frame, in dots, on a photo of this width and height in dots."""
        high = max(min(round(self.height * height), height), 1)
        wide = max(min(round(high * SHAPE), width), 1)
        left = max(min(round(self.left * width), width - wide), 0)
        top = max(min(round(self.top * height), height - high), 0)
        return left, top, left + wide, top + high

    def width(self, width: int, height: int) -> float:
        """The width of the frame, as a share of the photo's width, on a photo of this width and height in dots."""
        return self.height * height * SHAPE / width

    def moved(self, right: float, down: float, width: int, height: int) -> Frame:
        """The frame moved by these shares of the photo's width and height; it stays inside the photo."""
        return Frame(
            min(max(self.left + right, 0.0), max(1 - self.width(width, height), 0.0)),
            min(max(self.top + down, 0.0), max(1 - self.height, 0.0)),
            self.height,
        )

    def zoomed(self, factor: float, width: int, height: int) -> Frame:
        """The frame enlarged or reduced by this factor around its middle; it stays inside the photo."""
        most = middle(width, height).height
        high = min(max(self.height * factor, most * _LEAST_SHARE), most)
        sized = Frame(self.left, self.top, high)
        right = (self.width(width, height) - sized.width(width, height)) / 2
        return sized.moved(right, (self.height - high) / 2, width, height)


def middle(width: int, height: int) -> Frame:
    """The largest frame in the middle of a photo of this size (dots); in a tall photo, a little above the middle."""
    high = min(1.0, width / SHAPE / height)
    frame = Frame(0.0, (1 - high) * _ABOVE, high)
    return Frame((1 - frame.width(width, height)) / 2, frame.top, high)
