"""The colours of categories and of verdicts, and how readable a text is on a colour, as WCAG 2.1 measures it.

Colours are written "#RRGGBB".
"""

from __future__ import annotations

from math import cbrt, dist
from typing import Final

BLACK: Final = "#000000"
WHITE: Final = "#FFFFFF"

WELCOME_GREEN: Final = "#0B6E4F"
REFUSAL_RED: Final = "#A4161A"
NOTICE_BLUE: Final = "#0072B2"
ALERT_VIOLET: Final = "#5B2A86"
OF_VERDICTS: Final = frozenset({WELCOME_GREEN, REFUSAL_RED, NOTICE_BLUE, ALERT_VIOLET})
"""The colours in which a door answers. In one of them, the colour of a category would be taken for an answer."""

PALETTE: Final = {
    "navy": "#1B3A6B", "plum": "#7A2048", "steel": "#33658A", "olive": "#556B2F", "ochre": "#8A6100",
    "orange": "#E69F00", "sky": "#56B4E9", "pink": "#CC79A7", "yellow": "#F0E442",
    "slate": "#4A5568", "teal": "#00606B", "brown": "#6B4226",
}  # fmt: skip
"""The colours that are offered for categories, by their English names; none looks like the colour of a verdict."""
LEAST_CONTRAST: Final = 4.5
"""The least contrast between a text and its background, by WCAG 2.1 (AA)."""
_NEAR: Final = 0.06
"""The distance in Oklab below which two colours are taken for each other; the closest of the palette are 0.065 away."""

_DARKEST_CURVED: Final = 0.04045


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ("#RRGGBB"), from 1 to 21; WCAG 2.1 asks for at least 4.5 for text."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_colour_on(colour: str) -> str:
    """The text colour, black or white, that can be read better on this background colour."""
    return WHITE if contrast(WHITE, colour) >= contrast(BLACK, colour) else BLACK


def is_like_a_verdict(colour: str) -> bool:
    """Whether the colour looks so much like the colour of a verdict that people could mix them up."""
    return any(dist(_in_oklab(colour), _in_oklab(verdict)) < _NEAR for verdict in OF_VERDICTS)


def _in_oklab(colour: str) -> tuple[float, float, float]:
    """The colour in Oklab, where equal distances look alike (Björn Ottosson, https://bottosson.github.io/posts/oklab)."""
    red, green, blue = _light(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _light(colour: str) -> tuple[float, float, float]:
    """The linear light (0 to 1) of the red, the green and the blue of a colour."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    red, green, blue = _light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """The linear light (0 to 1) of one sRGB channel (0 to 1), by IEC 61966-2-1."""
    return channel / 12.92 if channel <= _DARKEST_CURVED else ((channel + 0.055) / 1.055) ** 2.4
