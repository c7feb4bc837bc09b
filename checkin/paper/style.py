"""The look of a text, and what is done with a text that is too long for its box."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEADING: Final = 1.22
"""The usual distance from one baseline to the next, as a multiple of the type size; tall letters need more."""


class Align(StrEnum):
    """Where a line of text is placed in the width of its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Valign(StrEnum):
    """Where the lines of a text are placed in the height of their box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Fit(StrEnum):
    """The ways to deal with a text that is too long for its box."""

    LINE = "line"
    """The text stays in one line, and is made as small as this needs."""
    SHRINK = "shrink"
    """One line, down to the size `shrink_to`; after that as many lines as the box holds, as large as they can be."""
    WRAP = "wrap"
    """Lines at full size; they are made smaller only if the box is not high enough for them."""


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a text. Sizes are points.

    `leading` (the distance from one baseline to the next) and `ascent` are fractions of the type size.
    """

    size: float
    min_size: float = 0
    """The smallest wanted size. A text that must be smaller is still drawn, and its block says so (`below_minimum`)."""
    bold: bool = False
    colour: str = "#000000"
    align: Align = Align.LEFT
    valign: Valign = Valign.TOP
    fit: Fit = Fit.SHRINK
    shrink_to: float = 0
    """The size down to which one line is better than two; 0 stands for 0.7 times the size."""
    leading: float = LEADING
    ascent: float = 0.74
    """Space kept free above the first baseline; with 1.05, table cells in any script have the same first baseline."""
    language: str = ""
    """Decides which forms Chinese characters have, if the text does not show its language: "ja", "ko" or "zh"."""
