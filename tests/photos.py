"""Photos for tests: drawn pictures of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from pathlib import Path


def a_photo(path: Path, colour: str = "#33658A", size: tuple[int, int] = (600, 800)) -> Path:
    """Write a drawn face in front of this colour to the path, and return the path."""
    width, height = size
    picture = Image.new("RGB", size, colour)
    draw = ImageDraw.Draw(picture)
    middle, side = width / 2, min(width, height)
    draw.ellipse((middle - side / 4, height / 5, middle + side / 4, height / 5 + side * 0.6), "#D9A77B")
    draw.pieslice((middle - side / 2.5, height * 0.7, middle + side / 2.5, height * 1.4), 180, 360, "#222222")
    picture.save(path)
    return path
