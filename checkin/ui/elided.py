"""A label and a combo box that cut a text with “…” if it is too long; the tool tip shows the whole text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from checkin.ui.plain import set_tool_tip


class ElidedLabel(QWidget):
    """A label of one line, which cuts its text and ends it with “…” if the label is too narrow.

    The text is drawn in the font of this widget, and in the palette's text colour unless `put_colour` sets another.
    """

    def __init__(
        self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    ) -> None:
        super().__init__()
        self._text, self._kept, self._colour = "", "", ""
        self._alignment = alignment
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The whole text, even if only a part of it is shown."""
        return self._text + self._kept

    @property
    def shown(self) -> str:
        """The part of the text that there is room for, with “…” where it was cut."""
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        room = self.width() - metrics.horizontalAdvance(self._kept)
        least = metrics.horizontalAdvance("…") if self._text else 0
        if room < least:
            return metrics.elidedText(self._kept or self._text, right, self.width())
        return metrics.elidedText(self._text, right, room) + self._kept

    def setText(self, text: str, kept: str = "") -> None:
        """Show `text`, followed by `kept`.

        If the label is too narrow for them, only `text` is cut. `kept` is cut only if it is too long by itself.
        """
        if (text, kept) == (self._text, self._kept):
            return
        self._text, self._kept = text, kept
        set_tool_tip(self, self.text)
        self.setAccessibleName(self.text)
        self.update()

    def put_colour(self, colour: str) -> None:
        """Draw the text in this colour, "#RRGGBB".

        The colour is not set in the widget's palette, because the next style sheet of the program would replace it
        there.
        """
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """The preferred size, high enough for the tallest script."""
        return QSize(120, round(self.fontMetrics().height() * 1.5))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part of the text that there is room for."""
        painter = QPainter(self)
        if self._colour:
            painter.setPen(QColor(self._colour))
        painter.drawText(self.rect(), self._alignment, self.shown)
        painter.end()


class ElidedCombo(QComboBox):
    """A combo box that cuts the chosen entry and ends it with “…” if the box is too narrow.

    The tool tip shows the whole entry.
    """

    def __init__(self, letters: int) -> None:
        """`letters` is the least width of the words, in letters; the box does not ask for more."""
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def minimumSizeHint(self) -> QSize:
        """The size that the box asks for; Qt keeps a former least size when the least number of letters changes."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box with the part of the chosen entry that there is room for."""
        set_tool_tip(self, self.currentText())
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(  # type: ignore[attr-defined,unused-ignore]
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
