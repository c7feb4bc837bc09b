"""The input for the colour of a category: a list of the offered colours, and a line for any other colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QVBoxLayout

from checkin.domain.colours import (
    LEAST_CONTRAST,
    PALETTE,
    contrast,
    is_like_a_verdict,
    text_colour_on,
)
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import ChoiceBox, Input, TextLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.ui.appearance import Appearance, Words
    from checkin.wording import Wording

_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")
_OWN: Final = ""
_SIDE: Final = 16


def colour_names(say: Wording) -> Mapping[str, str]:
    """The names of the colours that are offered, by "#RRGGBB"."""
    names = {
        "navy": say.text("Navy"), "plum": say.text("Plum"), "steel": say.text("Steel"), "olive": say.text("Olive"),
        "ochre": say.text("Ochre"), "orange": say.text("Orange"), "sky": say.text("Sky blue"),
        "pink": say.text("Pink"), "yellow": say.text("Yellow"), "slate": say.text("Slate"),
        "teal": say.text("Teal"), "brown": say.text("Brown"),
    }  # fmt: skip
    return {colour: names[name] for name, colour in PALETTE.items()}


class ColourInput(Input, Dressed):
    """A list of colours; its last entry opens a line in which another colour is written as #RRGGBB."""

    def __init__(self, look: Appearance, colour: str) -> None:
        super().__init__()
        self._look = look
        self.box, self.own = ChoiceBox(), TextLine()
        self.own.setPlaceholderText("#RRGGBB")
        self.box.setIconSize(QSize(_SIDE, _SIDE))
        for each in PALETTE.values():
            self.box.addItem(_swatch(each), "", each)
        self.box.addItem("", _OWN)
        place = self.box.findData(colour.upper())
        self.box.setCurrentIndex(place if place >= 0 else self.box.count() - 1)
        self.own.setText("" if place >= 0 else colour)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        column.addWidget(self.own)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._on_chosen)
        self.own.textChanged.connect(self.changed)
        self._on_chosen()
        look.in_each_language(self._label)

    def colour(self) -> str:
        """The colour as "#RRGGBB", or whatever text was written in the line instead."""
        return str(self.box.currentData()) or self.own.text().strip().upper()

    def content(self) -> str:
        """The colour."""
        return self.colour()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the list and to the line."""
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)
        self.own.setAccessibleName(name)

    def trouble(self, before: str) -> Words | None:
        """The fault of the colour in words; None if it can be used. The category's present colour, `before`, can be."""
        colour = self.colour()
        if colour == before.upper():
            return None
        if not _COLOUR.fullmatch(colour):
            return lambda say: say.text("Write the colour like #1B3A6B.")
        if contrast(colour, text_colour_on(colour)) < LEAST_CONTRAST:
            return lambda say: say.text("A letter on this colour could not be read.")
        if is_like_a_verdict(colour):
            return lambda say: say.text("Doors answer in a colour like this one. Choose another one.")
        return None

    def _on_chosen(self) -> None:
        self.own.setVisible(self.box.currentData() == _OWN)
        self.changed.emit()

    def _label(self) -> None:
        names = colour_names(self._say)
        for number in range(self.box.count()):
            words = names.get(str(self.box.itemData(number)), self._say.text("Another colour…"))
            self.box.setItemText(number, words)


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(_SIDE, _SIDE)
    picture.fill(QColor(colour))
    return QIcon(picture)
