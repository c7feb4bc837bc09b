"""The elements of a badge layout, as values: what is drawn, and where on the badge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.badges.fields import BadgeField

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.paper import Style, Valign

CATEGORY: Final = "category"
ON_CATEGORY: Final = "on_category"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the badge: its upper left corner and its size in mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Template:
    """A text pattern for badges: literal words and fields, in the order in which they are shown."""

    parts: tuple[str | BadgeField, ...]

    @property
    def fields(self) -> tuple[BadgeField, ...]:
        """The fields that the template shows; the literal words are left out."""
        return tuple(part for part in self.parts if isinstance(part, BadgeField))


@dataclass(frozen=True, slots=True)
class Words:
    """A text pattern for badges (literal words and fields such as the name) with the style in which it is drawn.

    The style's colour may be CATEGORY, the colour of the delegate's category, or ON_CATEGORY, the colour of text that
    stands on the category's colour.
    """

    template: Template
    style: Style


@dataclass(frozen=True, slots=True)
class Text:
    """A layout element: a text (literal words and fields) in a box."""

    box: Box
    words: Words


@dataclass(frozen=True, slots=True)
class StackItem:
    """One text of a stack of texts. It is at most `height` mm high and stands `gap` mm below the text above."""

    words: Words
    height: float
    gap: float


@dataclass(frozen=True, slots=True)
class Stack:
    """A layout element: texts below each other in one box; an empty text takes no space."""

    box: Box
    valign: Valign
    items: tuple[StackItem, ...]


@dataclass(frozen=True, slots=True)
class CodeSquare:
    """A layout element: the QR code of the badge; `size` is its side in mm without the white margin around it."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Band:
    """A layout element: a filled rectangle; `radius` is that of its rounded corners in mm, 0 for square corners."""

    box: Box
    colour: str
    radius: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A layout element: a straight line between two points; points and thickness are in mm."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A layout element: a PNG or JPEG file, drawn as large as the box allows without distortion."""

    box: Box
    file: Path


@dataclass(frozen=True, slots=True)
class PhotoBox:
    """A layout element: the delegate's photo, as large as the box allows; nothing for a delegate without a photo."""

    box: Box


Element: TypeAlias = Text | Stack | CodeSquare | Band | Rule | Picture | PhotoBox


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one side of a badge: its size in mm and its elements in the order in which they are drawn."""

    name: str
    width: float
    height: float
    elements: tuple[Element, ...]

    @property
    def shows_photo(self) -> bool:
        """Whether a badge of this layout shows the delegate's photo."""
        return any(isinstance(element, PhotoBox) for element in self.elements)
