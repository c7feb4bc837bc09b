"""A label for a text that may be longer than its place: the text then ends in … and is whole in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class ElidedLabel(QWidget):
    """A label of one line, in the widget's own font and colour."""

    def __init__(
        self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    ) -> None:
        super().__init__()
        self._text, self._kept = "", ""
        self._alignment = alignment
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text + self._kept

    @property
    def shown(self) -> str:
        """As much of the text as there is room for."""
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        room = self.width() - metrics.horizontalAdvance(self._kept)
        least = metrics.horizontalAdvance("…") if self._text else 0
        if room < least:
            return metrics.elidedText(self._kept or self._text, right, self.width())
        return metrics.elidedText(self._text, right, room) + self._kept

    def setText(self, text: str, kept: str = "") -> None:
        """Show another text, followed by `kept`, which is cut only where there is no room for anything else."""
        if (text, kept) == (self._text, self._kept):
            return
        self._text, self._kept = text, kept
        self.setToolTip(self.text)
        self.setAccessibleName(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        """A size high enough for the tallest script."""
        return QSize(120, round(self.fontMetrics().height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        painter.drawText(self.rect(), self._alignment, self.shown)
        painter.end()
