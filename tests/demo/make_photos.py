"""Draws the photos of the demo: portraits of nobody, made of ellipses. Run `python -m tests.demo.make_photos`."""

from __future__ import annotations

import random
from typing import Final

from PIL import Image, ImageDraw, ImageFilter

from checkin import assets

REFERENCES: Final = (
    *("F001", "F002", "F003", "F004", "F005", "F010", "F014", "F021", "F033", "F048"),
    *("F060", "F075", "F090", "F120", "F150", "F180", "F210", "F240"),
)
_WITH_LONG_HAIR: Final = frozenset({"F002", "F010", "F014", "F075", "F150", "F210"})
_SKINS: Final = ("#F0C9A0", "#E0AC7E", "#C68D5F", "#A8714A", "#7F5236", "#5F3C28")
_HAIR: Final = ("#1E1A18", "#2B221D", "#4A3424", "#6E6E70", "#B8B8BA", "#30241C")
_GROUNDS: Final = ("#B9C7D6", "#C9D3C4", "#D6CBB9", "#C4C4D3", "#D3C4C9", "#BFD0D0")
_CLOTHES: Final = ("#1B2A41", "#33312E", "#5B2333", "#22443A", "#3C3C55", "#4A3A2A")
_WIDTH, _HEIGHT, _FINE = 480, 640, 2


def portrait(reference: str) -> Image.Image:
    """The portrait for this reference, the same each time."""
    chance = random.Random(reference)  # noqa: S311 - nothing secret: what a drawn face looks like
    skin, hair, clothes = chance.choice(_SKINS), chance.choice(_HAIR), chance.choice(_CLOTHES)
    has_long_hair, has_glasses = reference in _WITH_LONG_HAIR, chance.random() < 0.3
    picture = Image.new("RGB", (_WIDTH * _FINE, _HEIGHT * _FINE), chance.choice(_GROUNDS))
    draw = ImageDraw.Draw(picture)

    def ellipse(x: float, y: float, wide: float, high: float, colour: str) -> None:
        place = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        draw.ellipse(tuple(each * _FINE for each in place), colour)

    if has_long_hair:
        ellipse(240, 330, 270, 380, hair)
    ellipse(240, 690, 440, 400, clothes)
    draw.polygon([(x * _FINE, y * _FINE) for x, y in ((195, 490), (285, 490), (240, 580))], "#F4F4F2")
    ellipse(240, 470, 92, 130, skin)
    ellipse(148, 315, 36, 62, skin)
    ellipse(332, 315, 36, 62, skin)
    ellipse(240, 235, 224, 190, hair)
    ellipse(240, 315, 192, 250, skin)
    ellipse(240 + chance.randint(-40, 40), 205, 205, 66, hair)
    for x in (198, 282):
        ellipse(x, 308, 30, 17, "#FFFFFF")
        ellipse(x, 308, 15, 16, "#33261F")
        draw.arc([(x - 24) * _FINE, 278 * _FINE, (x + 24) * _FINE, 308 * _FINE], 205, 335, hair, 5 * _FINE)
        if has_glasses:
            place = [(x - 32) * _FINE, 286 * _FINE, (x + 32) * _FINE, 334 * _FINE]
            draw.ellipse(place, outline="#22201E", width=4 * _FINE)
    draw.arc([226 * _FINE, 322 * _FINE, 254 * _FINE, 362 * _FINE], 30, 150, "#00000055", 4 * _FINE)
    draw.arc([200 * _FINE, 350 * _FINE, 280 * _FINE, 402 * _FINE], 30, 150, "#8C3B32", 7 * _FINE)
    return picture.resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(0.6))


def main() -> None:
    """Write the portraits into the folder of the demo."""
    folder = assets.demo("photos")
    folder.mkdir(exist_ok=True)
    for reference in REFERENCES:
        portrait(reference).save(folder / f"{reference}.jpg", quality=70, optimize=True)


if __name__ == "__main__":
    main()
