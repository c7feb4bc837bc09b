"""PDF code that draws glyphs. A file has each outline once (as a Form XObject), and each line's text in Unicode."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from checkin.paper.fonts import UNITS_PER_EM
from checkin.paper.units import points

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.paper.blocks import Line
    from checkin.paper.fonts import Typeface
    from checkin.paper.shaping import Shaped

_MARGIN: Final = 20
"""Space kept around a form's ink, in font units, so that no reader clips an anti-aliased edge."""
_STAND_IN: Final = "n"
_STAND_IN_WIDTH: Final = 0.556
"""The width of "n" in Helvetica at size 1."""


@cache
def outline(face: Typeface, glyph: int) -> bytes:
    """The PDF operators that fill a glyph with the current colour, in font units; compressed with zlib."""
    pen = _Pen()
    face.font.draw_glyph(glyph, _draw_funcs(), pen)
    return zlib.compress(" ".join([*pen.code, "f"]).encode("ascii"), 9)


def box(face: Typeface, glyph: int) -> tuple[int, int, int, int]:
    """The bounding box of a glyph with a margin, in font units: left, bottom, right, top."""
    left, bottom, right, top = face.ink(glyph)
    return left - _MARGIN, bottom - _MARGIN, right + _MARGIN, top + _MARGIN


def line_code(line: Line, x: float, y: float, size: float, name_of: Callable[[Typeface, int], str]) -> str:
    """The PDF operators that draw one line with its origin at x, y; lengths, and the type `size`, are points.

    `name_of` returns the name of a glyph's outline in the PDF. So that readers can copy and search the text, it is
    attached as ActualText to invisible letters over the whole line. If it were attached to the outlines alone, pdfium
    and poppler would find no text. If it were attached to one wide letter, pdfium would mix up lines.
    """
    shaped, em = line.shaped, size / UNITS_PER_EM
    width = max(shaped.right - shaped.left, 1) * em
    letters = max(round(width / (_STAND_IN_WIDTH * size)), 1)
    stretch = 100 * width / (_STAND_IN_WIDTH * size * letters)
    left = x + shaped.left * em
    return (
        f"/Span <</ActualText <{actual_text(shaped.text)}>>> BDC q "
        f"BT 3 Tr {stretch:.1f} Tz /F1 {size:.2f} Tf {left:.2f} {y:.2f} Td ({_STAND_IN * letters}) Tj ET "
        f"{em:.6f} 0 0 {em:.6f} {x:.3f} {y:.3f} cm {_glyphs(shaped, name_of)} Q EMC"
    )


def actual_text(text: str) -> str:
    """The text as a PDF string in UTF-16, written in hexadecimal digits."""
    return ("\ufeff" + text).encode("utf-16-be", "replace").hex()


def baseline(line: Line, corner: tuple[float, float], page_height: float) -> tuple[float, float]:
    """The x and y of the line's origin, in points from the lower left corner of the page.

    `corner` is the upper left corner of the line's box, in mm from the page's upper left corner; `page_height` is in
    mm.
    """
    return points(corner[0] + line.x), points(page_height - corner[1] - line.baseline)


def _glyphs(shaped: Shaped, name_of: Callable[[Typeface, int], str]) -> str:
    """The PDF operators that draw the glyphs.

    The origin moves on with each glyph, so that the numbers in the PDF are small and whole.
    """
    code: list[str] = []
    at_x = at_y = 0
    for glyph in shaped.glyphs:
        ink = glyph.face.ink(glyph.id)
        if ink[0] == ink[2]:
            continue
        if (glyph.x, glyph.y) != (at_x, at_y):
            code.append(f"1 0 0 1 {glyph.x - at_x} {glyph.y - at_y} cm")
            at_x, at_y = glyph.x, glyph.y
        code.append(f"/{name_of(glyph.face, glyph.id)} Do")
    return " ".join(code)


class _Pen:
    """A recorder that turns HarfBuzz's drawing into PDF operators. Quadratic curves become cubic; PDF has no others."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self._x = self._y = 0.0

    def move(self, x: float, y: float) -> None:
        self._at(f"{x:.0f} {y:.0f} m", x, y)

    def line(self, x: float, y: float) -> None:
        self._at(f"{x:.0f} {y:.0f} l", x, y)

    def cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._at(f"{x1:.0f} {y1:.0f} {x2:.0f} {y2:.0f} {x:.0f} {y:.0f} c", x, y)

    def quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        before_x, before_y = self._x, self._y
        third = 2 / 3
        self.cubic(
            before_x + (x1 - before_x) * third,
            before_y + (y1 - before_y) * third,
            x + (x1 - x) * third,
            y + (y1 - y) * third,
            x,
            y,
        )

    def close(self) -> None:
        self.code.append("h")

    def _at(self, code: str, x: float, y: float) -> None:
        self.code.append(code)
        self._x, self._y = x, y


@cache
def _draw_funcs() -> hb.DrawFuncs:
    """The drawing callbacks for HarfBuzz. Each calls the pen of the current glyph, which is its last argument."""
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    funcs.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    funcs.set_cubic_to_func(lambda x1, y1, x2, y2, x, y, pen: pen.cubic(x1, y1, x2, y2, x, y))
    funcs.set_quadratic_to_func(lambda x1, y1, x, y, pen: pen.quadratic(x1, y1, x, y))
    funcs.set_close_path_func(lambda pen: pen.close())
    return funcs
