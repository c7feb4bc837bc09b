"""Draws one badge by its layout, in two steps: compose the badge, then draw it on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, assert_never

from checkin import paper
from checkin.badges.fields import BadgeField, BadgeOnPaper, han_language
from checkin.badges.layout import (
    CATEGORY,
    ON_CATEGORY,
    Band,
    Box,
    CodeSquare,
    PhotoBox,
    Picture,
    Rule,
    Stack,
    StackItem,
    Text,
    Words,
)
from checkin.badges.placed import Placed, PlacedCode, PlacedPhoto, PlacedText
from checkin.badges.preflight import PreflightFinding, preflight
from checkin.domain.colours import text_colour_on
from checkin.paper import Align, Fit, Style, Valign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.badges.layout import Element, Layout
    from checkin.domain.programme import Event
    from checkin.paper import Block, PdfPage

_TIGHTER: Final = 0.92
"""The factor by which texts and gaps in a stack that is too full get less height with every try."""
_LEAST_SHARE: Final = 0.05
_IN_PLACE_OF_CODE: Final = Style(13, colour="#6B7280", align=Align.CENTRE, valign=Valign.MIDDLE, fit=Fit.WRAP)


@dataclass(frozen=True, slots=True)
class Composed:
    """A badge that is ready to be drawn: its size in mm, the things to draw, and the problems found on the badge."""

    width: float
    height: float
    placed: tuple[Placed, ...]
    findings: tuple[PreflightFinding, ...]


def compose(badge: BadgeOnPaper, event: Event, layout: Layout) -> Composed:
    """Lay out the badge by the layout: decide what is drawn where, and find the problems.

    The texts of the event and of the category are in the event's first language.
    """
    composer = _Composer(badge, event)
    placed = tuple(thing for element in layout.elements for thing in composer.place(element))
    return Composed(layout.width, layout.height, placed, tuple(preflight(badge, placed)))


def draw(composed: Composed, page: PdfPage) -> None:
    """Draw the composed badge on a page of the same size as the badge."""
    for thing in composed.placed:
        match thing:
            case PlacedText(block, x, y):
                page.place(block, x, y)
            case PlacedCode(square, text):
                page.code(text, square.x, square.y, square.size)
            case Band(box, colour, radius):
                page.rectangle(box.x, box.y, box.width, box.height, fill=colour, radius=radius)
            case Rule(x1, y1, x2, y2, colour, thickness):
                page.line(x1, y1, x2, y2, colour=colour, thickness=thickness)
            case PlacedPhoto(box, content):
                page.photo(content, box.x, box.y, box.width, box.height)
            case Picture(box, file):
                page.picture(file, box.x, box.y, box.width, box.height)
            case _:
                assert_never(thing)


class _Composer:
    """A converter of a layout's elements into placed texts and shapes, for one badge of one event."""

    def __init__(self, badge: BadgeOnPaper, event: Event) -> None:
        self._badge = badge
        self._event = event
        self._han = han_language(badge.delegate)

    def place(self, element: Element) -> Iterator[Placed]:
        match element:
            case Text(box, words):
                block = self._set(words, box.width, box.height)
                yield PlacedText(block, box.x, box.y, box, _names(words))
            case Stack(box, valign, items):
                yield from self._stacked(box, valign, items)
            case CodeSquare():
                yield self._code(element)
            case Band(box, colour, radius):
                yield Band(box, self._colour(colour), radius)
            case Rule():
                yield replace(element, colour=self._colour(element.colour))
            case Picture():
                yield element
            case PhotoBox(box):
                if self._badge.photo:
                    yield PlacedPhoto(box, self._badge.photo)
            case _:
                assert_never(element)

    def _code(self, square: CodeSquare) -> Placed:
        """The code, or the words in its place on the preview of a badge that was not issued yet."""
        badge, side = self._badge, square.size
        if badge.code is not None:
            return PlacedCode(square, badge.code.text)
        block = paper.set_text(badge.unissued, _IN_PLACE_OF_CODE, side, side)
        return PlacedText(block, square.x, square.y, Box(square.x, square.y, side, side), ())

    def _stacked(self, box: Box, valign: Valign, items: tuple[StackItem, ...]) -> Iterator[PlacedText]:
        said = [(item, text) for item in items if (text := self._text(item.words))]
        blocks, gaps = self._filled(box, said)
        y = box.y + _above(valign, box.height - sum(gaps) - sum(block.height for block in blocks))
        for (item, _), block, gap in zip(said, blocks, gaps, strict=True):
            y += gap
            yield PlacedText(block, box.x, y, box, _names(item.words))
            y += block.height

    def _filled(self, box: Box, said: list[tuple[StackItem, str]]) -> tuple[list[Block], list[float]]:
        """Lay out the texts of a stack; return them and the gap above each in mm.

        If they are together too high for the box, all texts and gaps get less and less height until they fit.
        """
        share = 1.0
        while True:
            blocks = [self._set(item.words, box.width, item.height * share, text) for item, text in said]
            gaps = [0.0, *(item.gap * share for item, _ in said[1:])][: len(said)]
            if sum(gaps) + sum(block.height for block in blocks) <= box.height or share < _LEAST_SHARE:
                return blocks, gaps
            share *= _TIGHTER

    def _set(self, words: Words, width: float, height: float, text: str | None = None) -> Block:
        style = replace(words.style, colour=self._colour(words.style.colour), language=self._han)
        return paper.set_text(self._text(words) if text is None else text, style, width, height)

    def _text(self, words: Words) -> str:
        """The text of `words` on this badge; "" if there are fields in `words` and none of them has a value."""
        values = [self._value(part) for part in words.template.parts]
        fields = [
            v for v, part in zip(values, words.template.parts, strict=True) if not isinstance(part, str)
        ]
        return "".join(values).strip() if not fields or any(fields) else ""

    def _value(self, part: str | BadgeField) -> str:
        if isinstance(part, str):
            return part
        return part.value(self._badge, self._event).strip()

    def _colour(self, colour: str) -> str:
        match colour:
            case _ if colour == CATEGORY:
                return self._badge.category.colour
            case _ if colour == ON_CATEGORY:
                return text_colour_on(self._badge.category.colour)
            case _:
                return colour


def _names(words: Words) -> tuple[str, ...]:
    return tuple(field.name for field in words.template.fields)


def _above(valign: Valign, free: float) -> float:
    match valign:
        case Valign.TOP:
            return 0.0
        case Valign.MIDDLE:
            return max(free, 0) / 2
        case Valign.BOTTOM:
            return max(free, 0)
