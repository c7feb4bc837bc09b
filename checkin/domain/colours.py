"""How readable a text is on a colour, as WCAG 2.1 measures it. Colours are written "#RRGGBB"."""

from __future__ import annotations

from typing import Final

BLACK: Final = "#000000"
WHITE: Final = "#FFFFFF"

WELCOME_GREEN: Final = "#0B6E4F"
REFUSAL_RED: Final = "#A4161A"
NOTICE_BLUE: Final = "#0072B2"
ALERT_VIOLET: Final = "#5B2A86"
OF_VERDICTS: Final = frozenset({WELCOME_GREEN, REFUSAL_RED, NOTICE_BLUE, ALERT_VIOLET})
"""The colours in which a door answers. In one of them, the colour of a category would be taken for an answer."""

_DARKEST_CURVED: Final = 0.04045


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ("#RRGGBB"), from 1 to 21; WCAG 2.1 asks for at least 4.5 for text."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_colour_on(colour: str) -> str:
    """The text colour, black or white, that can be read better on this background colour."""
    return WHITE if contrast(WHITE, colour) >= contrast(BLACK, colour) else BLACK


def _luminance(colour: str) -> float:
    """The relative luminance of a colour, 0 to 1."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """The linear light (0 to 1) of one sRGB channel (0 to 1), by IEC 61966-2-1."""
    return channel / 12.92 if channel <= _DARKEST_CURVED else ((channel + 0.055) / 1.055) ** 2.4
