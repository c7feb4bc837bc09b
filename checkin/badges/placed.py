"""The things that are drawn on a badge, each with its place on the badge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from checkin.badges.layout import Band, CodeSquare, Picture, Rule

if TYPE_CHECKING:
    from checkin.badges.layout import Box
    from checkin.paper import Block


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text laid out for a badge.

    The text is drawn at x, y (in mm) and must not reach outside `box`. `fields` has the names of the fields shown.
    """

    block: Block
    x: float
    y: float
    box: Box
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A QR code on a badge: its place and the text that it encodes."""

    square: CodeSquare
    text: str


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """The photo of a delegate on a badge: its place and the bytes of a JPEG."""

    box: Box
    content: bytes


Placed: TypeAlias = PlacedText | PlacedCode | PlacedPhoto | Band | Rule | Picture
