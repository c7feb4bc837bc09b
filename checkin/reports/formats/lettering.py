"""Sets the texts of a report for paper, where every text must be shown in full."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checkin.paper import Align, set_text
from checkin.paper.direction import base_level
from checkin.text import in_latin_letters

if TYPE_CHECKING:
    from checkin.paper import Block, Style


def set_whole(text: str, style: Style, width: float, tallest: float) -> Block:
    """Lay out a text in a box of this width and of at most this height, in mm.

    If the fonts lack some of its characters, the text is put into Latin letters, with the sign ≈ in front.
    """
    block = set_text(text, style, width, tallest)
    if not block.missing:
        return block
    return set_text(f"≈ {in_latin_letters(text)}", style, width, tallest)


def in_its_direction(style: Style, text: str) -> Style:
    """The style for a text that begins at the side where people begin to read it: at the right for Arabic and Hebrew.

    A text of several lines begins at the right only if all lines are in such letters.
    """
    is_to_the_left = all(base_level(line) % 2 == 1 for line in text.splitlines() or [""])
    return replace(style, align=Align.RIGHT) if style.align is Align.LEFT and is_to_the_left else style
