"""Turns a line of text into glyphs with their places, by the library HarfBuzz. The result can be drawn at any size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from checkin.paper import runs

if TYPE_CHECKING:
    from checkin.paper.fonts import Typeface
    from checkin.paper.runs import Run

_REMEMBERED: Final = 8192
"""How many shaped lines are kept: organisations, positions and categories come again and again in a run of badges."""

_DOTTED_CIRCLE: Final = 0x25CC
_HAN: Final = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of one typeface and its position in a line.

    `id` is the glyph's number in the font. x, y is the glyph's origin in font units, measured from the left end of the
    line's baseline.
    """

    face: Typeface
    id: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """A line of text as glyphs with their positions.

    All lengths are in font units (thousandths of the type size). `left`, `right`, `bottom` and `top` are the edges of
    what is drawn, measured from the line's origin, the left end of its baseline.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    width: int
    left: int
    right: int
    bottom: int
    top: int
    missing: tuple[str, ...]
    """The characters, with their marks, that no font can draw; they are left out, never shown as boxes."""
    broken: bool
    """Whether a mark (such as an accent) is placed where its script allows none, as in a name that was garbled."""


@lru_cache(maxsize=_REMEMBERED)
def shape(text: str, *, bold: bool = False, language: str = "", base: int = 0) -> Shaped:
    """Turn one line of text into glyphs with their positions, ordered from left to right.

    `language` is a hint which forms Chinese characters should have: "ja", "ko" or "zh". `base` is 0 for a text that is
    read from left to right, and 1 for a text that is read from right to left.
    """
    line = runs.split(text, bold=bold, language=language, base=base)
    codepoints = [ord(character) for character in text]
    glyphs: list[Glyph] = []
    missing = list(line.missing)
    width, broken = 0, False
    for run in line.visual:
        buffer, torn = _shaped_run(codepoints, run, line.language)
        broken = broken or torn
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if info.codepoint:
                glyphs.append(Glyph(run.face, info.codepoint, width + position.x_offset, position.y_offset))
            else:
                missing.append(text[info.cluster])
            width += position.x_advance
    return _measured(text, glyphs, width, tuple(missing), broken=broken)


def _shaped_run(codepoints: list[int], run: Run, language: str) -> tuple[hb.Buffer, bool]:
    """The shaped run, and whether HarfBuzz inserted a dotted circle to point at a misplaced mark."""
    buffer = _buffer(codepoints, run, language)
    hb.shape(run.face.font, buffer)
    circle = run.face.dotted_circle
    drawn = sum(info.codepoint == circle for info in buffer.glyph_infos) if circle else 0
    if drawn <= codepoints[run.start : run.end].count(_DOTTED_CIRCLE):
        return buffer, False
    buffer = _buffer(codepoints, run, language)
    buffer.flags |= hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
    hb.shape(run.face.font, buffer)
    return buffer, True


def _buffer(codepoints: list[int], run: Run, language: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_codepoints(codepoints, run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    if run.script in _HAN:
        buffer.language = language
    return buffer


def _measured(
    text: str, glyphs: list[Glyph], width: int, missing: tuple[str, ...], *, broken: bool
) -> Shaped:
    left, right, bottom, top = 0, width, 0, 0
    for glyph in glyphs:
        ink = glyph.face.ink(glyph.id)
        left, right = min(left, glyph.x + ink[0]), max(right, glyph.x + ink[2])
        bottom, top = min(bottom, glyph.y + ink[1]), max(top, glyph.y + ink[3])
    return Shaped(text, tuple(glyphs), width, left, right, bottom, top, missing, broken)
