"""Lays out text in a box. A text that is too long is shrunk, then wrapped; too small a type size is reported.

The text is never cut off or drawn outside the box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from checkin.paper import breaks, direction
from checkin.paper.breaks import Manners
from checkin.paper.fonts import UNITS_PER_EM
from checkin.paper.shaping import Shaped, shape
from checkin.paper.style import Align, Fit, Style, Valign
from checkin.paper.units import mm, points

_EM: Final = UNITS_PER_EM
_DESCENT: Final = 240
"""The space in font units that a line keeps free below its baseline, even where no letter reaches below."""
_SMALLEST: Final = 0.5
"""The size in points below which it makes no difference how a text is broken into lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that was laid out in a box: its glyphs and its position in the box.

    `x` is the distance in mm from the left edge of the box to the origin of the line (where its first glyph is placed).
    `baseline` is the distance in mm from the top edge of the box to the line's baseline.
    """

    shaped: Shaped
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Block:
    """A text that was laid out: its lines, its type size in points, and its width and height in mm.

    `below_minimum` says that the type size is smaller than the style's `min_size`.
    """

    text: str
    lines: tuple[Line, ...]
    size: float
    width: float
    height: float
    colour: str
    below_minimum: bool
    missing: tuple[str, ...]
    """The characters, with their marks, that no font can draw; such characters are left out of the lines."""
    broken: bool
    """Whether a mark (such as an accent) is placed where its script allows none, as in a name that was garbled."""


def set_text(text: str, style: Style, width: float, height: float | None = None) -> Block:
    """Lay out the text in a box; `width` and `height` are in mm, and None means that the box may be of any height."""
    return _set(_tidy(text), style, width, height)


@lru_cache(maxsize=4096)
def _set(text: str, style: Style, width: float, height: float | None) -> Block:
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph]
    setting = _Setting(paragraphs, style, points(width), points(height) if height is not None else None)
    size, lines = setting.best()
    return _placed(text, style, size, lines, width, height)


def _tidy(text: str) -> str:
    """The text without control characters; each tab becomes a space.

    Paragraphs have no white space at their ends and are separated by one line feed.
    """
    lines = text.replace("\t", " ").splitlines()
    return "\n".join("".join(c for c in line if unicodedata.category(c) != "Cc").strip() for line in lines)


class _Setting:
    """The search for the largest type size at which a text fits into its box. Lengths are points."""

    def __init__(self, paragraphs: list[str], style: Style, width: float, height: float | None) -> None:
        self._paragraphs = paragraphs
        self._style = style
        self._width = width
        self._height = height
        self._bases = [direction.base_level(paragraph) for paragraph in paragraphs]

    def best(self) -> tuple[float, list[Shaped]]:
        """The type size and the lines of the best layout."""
        style = self._style
        whole = [self._shape(p, base) for p, base in zip(self._paragraphs, self._bases, strict=True)]
        one_line = self._largest_for(whole)
        if style.fit is Fit.LINE or one_line >= min(style.size, self._floor()):
            return one_line, whole
        size = self._largest_size(Manners.AT_SPACES, min(self._floor(), style.size))
        manners = Manners.AT_SPACES
        if size is None:
            least = min(style.min_size or self._floor(), style.size)
            manners = self._best_manners(least)
            size = self._largest_size(manners, least) or self._largest_size(manners, min(_SMALLEST, least))
        if size is None or one_line > size:
            return one_line, whole
        lines = self._balanced(size, manners)
        return min(size, self._largest_for(lines)), lines

    def _best_manners(self, size: float) -> Manners:
        """The best way to break the text so that no piece is longer than a line at this size.

        A worse way is never chosen to save height.
        """
        room = self._width * _EM / size
        ways = (Manners.AT_WORDS, Manners.WHERE_ALLOWED)
        return next((way for way in ways if self._broken(room, way) is not None), Manners.ANYWHERE)

    @property
    def _is_even(self) -> bool:
        """Whether the lines are made about equally long.

        If the text's style is `Fit.WRAP` and not centred, each line is filled as far as possible instead.
        """
        return self._style.fit is not Fit.WRAP or self._style.align is Align.CENTRE

    def _floor(self) -> float:
        style = self._style
        if style.fit is Fit.WRAP:
            return style.size
        return max(style.shrink_to or style.size * 0.7, style.min_size)

    def _shape(self, text: str, base: int) -> Shaped:
        return shape(text, bold=self._style.bold, language=self._style.language, base=base)

    def _largest_for(self, lines: list[Shaped]) -> float:
        """The largest type size at which these lines fit into the box without new line breaks.

        It is at most the style's size.
        """
        size = self._style.size
        widest = max((line.right - line.left for line in lines), default=0)
        if widest:
            size = min(size, self._width * _EM / widest)
        if self._height is not None and lines:
            size = min(size, self._height / height_of(lines, self._style))
        return size

    def _largest_size(self, manners: Manners, lowest: float) -> float | None:
        """The largest type size at which the text, broken into lines, fits into the box.

        It is between `lowest` and the style's size, and exact to a quarter of a point. None if the text does not fit at
        `lowest`.
        """
        low, high = lowest, self._style.size
        if self._fits(high, manners):
            return high
        if not self._fits(low, manners):
            return None
        while high - low > 0.25:  # noqa: PLR2004 - points; finer than anybody sees
            middle = (low + high) / 2
            low, high = (middle, high) if self._fits(middle, manners) else (low, middle)
        return low

    def _fits(self, size: float, manners: Manners) -> bool:
        room = self._width * _EM / size
        broken = self._broken(room, manners)
        if broken is None:
            return False
        if self._height is None:
            return True
        if height_at_least(broken, self._style) * size > self._height:
            return False
        return height_of(self._shaped(broken), self._style) * size <= self._height

    def _broken(self, room: float, manners: Manners) -> list[tuple[str, int]] | None:
        """The text broken into lines of at most `room` font units, each with its direction.

        None if a single piece that must stay whole is wider than `room`.
        """
        lines: list[tuple[str, int]] = []
        for paragraph, base in zip(self._paragraphs, self._bases, strict=True):
            line, length = "", 0.0
            pending = ""
            for piece, space in breaks.pieces(paragraph, manners):
                width = self._width_of(piece, base)
                if width > room:
                    return None
                gap = self._width_of(pending, base) if pending else 0
                if line and length + gap + width > room:
                    lines.append((line, base))
                    line, length = piece, width
                else:
                    line, length = line + pending + piece if line else piece, length + gap + width
                pending = space
            if line:
                lines.append((line, base))
        return lines

    def _width_of(self, piece: str, base: int) -> float:
        shaped = self._shape(piece, base)
        return shaped.right - shaped.left

    def _balanced(self, size: float, manners: Manners) -> list[Shaped]:
        """Break the text into as few lines as this size allows; if `_is_even`, make them about equally long."""
        room = self._width * _EM / size
        broken = self._broken(room, manners) or []
        low, high = room / max(len(broken), 1), room
        while self._is_even and high - low > 20:  # noqa: PLR2004 - font units
            middle = (low + high) / 2
            tighter = self._broken(middle, manners)
            if tighter is not None and len(tighter) == len(broken):
                high, broken = middle, tighter
            else:
                low = middle
        return self._shaped(broken)

    def _shaped(self, broken: list[tuple[str, int]]) -> list[Shaped]:
        return [self._shape(line, base) for line, base in broken]


def height_of(lines: list[Shaped], style: Style) -> float:
    """The height of the lines together, with the space between them, as a multiple of the type size."""
    offsets = _baselines(lines, style)
    return offsets[-1] + _below(lines[-1]) if lines else 0.0


def height_at_least(lines: list[tuple[str, int]], style: Style) -> float:
    """The smallest height that these lines can have together, as a multiple of the type size.

    Unlike `height_of`, this needs no glyphs, only the text and the direction of each line. So it is quicker to compute.
    """
    return style.ascent + (len(lines) - 1) * style.leading + _DESCENT / _EM if lines else 0.0


def _baselines(lines: list[Shaped], style: Style) -> list[float]:
    """The distance of each line's baseline from the top of the text, at size 1."""
    offsets: list[float] = []
    for at, line in enumerate(lines):
        above = max(line.top / _EM, style.ascent)
        if at:
            offsets.append(offsets[-1] + max(style.leading, _below(lines[at - 1]) + line.top / _EM + 0.04))
        else:
            offsets.append(above)
    return offsets


def _below(line: Shaped) -> float:
    return max(-line.bottom, _DESCENT) / _EM


def _placed(
    text: str, style: Style, size: float, lines: list[Shaped], width: float, height: float | None
) -> Block:
    em = mm(size)
    total = height_of(lines, style) * em
    top = _offset(style.valign, total, height) if height is not None else 0.0
    placed = tuple(
        Line(line, _start(style.align, line, em, width), top + baseline * em)
        for line, baseline in zip(lines, _baselines(lines, style), strict=True)
    )
    return Block(
        text,
        placed,
        size,
        max(((line.right - line.left) / _EM * em for line in lines), default=0.0),
        total,
        style.colour,
        bool(lines) and size < style.min_size - 0.01,
        tuple(sign for line in lines for sign in line.missing),
        any(line.broken for line in lines),
    )


def _offset(valign: Valign, total: float, height: float) -> float:
    match valign:
        case Valign.TOP:
            return 0.0
        case Valign.MIDDLE:
            return (height - total) / 2
        case Valign.BOTTOM:
            return height - total


def _start(align: Align, line: Shaped, em: float, width: float) -> float:
    """The x of the line's origin that puts all of the line's ink inside the width, with this alignment."""
    left, length = line.left / _EM * em, (line.right - line.left) / _EM * em
    match align:
        case Align.LEFT:
            return -left
        case Align.CENTRE:
            return (width - length) / 2 - left
        case Align.RIGHT:
            return width - length - left
