"""Words in the middle of an empty list or table, so that an empty list is never a blank box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from checkin.errors import LostFileError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words

_MARGIN: Final = 24
_IN_THE_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_hint(widget: QWidget, words: str, colour: str) -> None:
    """Paint these words in the middle of the widget, in this colour; call this in its paint event."""
    painter = QPainter(widget)
    painter.setPen(QColor(colour))
    painter.drawText(widget.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), _IN_THE_MIDDLE, words)
    painter.end()


def not_read(error: CheckinError) -> Words:
    """The words in a list or table that is empty because an error kept the program from reading what belongs there."""
    if isinstance(error, LostFileError):
        return lambda say: say.text("This cannot be read until the event is back.")
    return lambda say: say.trouble(error)[0]
