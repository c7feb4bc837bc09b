"""Writes a line of text in a row of search results, and marks the letters that the search text matches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from checkin.ui.finding.matches import matched

if TYPE_CHECKING:
    from checkin.ui.finding.matches import Matched

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ENDLESS: Final = 100_000.0
"""More than any screen is wide: the line is cut before."""


@dataclass(frozen=True, slots=True)
class Line:
    """Writes the lines of one row, with the row's painter and colours, and marks letters that match the search text."""

    painter: QPainter
    text: QColor
    muted: QColor
    marked: QTextCharFormat
    typed: str
    is_suggested: bool

    def write(self, box: QRect, text: str, font: QFont, colour: QColor) -> int:
        """Write one line of text with its matched letters marked; return the x coordinate of the text's end."""
        return self.write_matched(
            box, matched(text, self.typed, is_suggested=self.is_suggested), font, colour
        )

    def write_matched(self, box: QRect, matched: Matched, font: QFont, colour: QColor) -> int:
        """Write one line with the letters in `matched.spans` marked; return the x coordinate of the text's end."""
        if not matched.spans:
            return write_line(self.painter, box, matched.text, font, colour)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(matched.text, Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(shown, font)
        layout.setTextOption(_on_one_line())
        layout.setFormats(_formats(shown, matched, self.marked))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        self.painter.setPen(colour)
        above = (box.height() - metrics.height()) / 2 + metrics.ascent() - line.ascent()
        layout.draw(self.painter, QPointF(box.left(), box.top() + above))
        return box.left() + metrics.horizontalAdvance(shown)


def _on_one_line() -> QTextOption:
    """One line from the left, as `QPainter.drawText` writes the texts beside this one, whatever their script."""
    option = QTextOption(_LEFT)
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _formats(shown: str, matched: Matched, marked: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """The marked letters as ranges of the text that is shown, which may be cut; Qt counts in units of UTF-16."""
    kept = len(shown) if shown == matched.text else len(shown) - 1
    ranges = []
    for begin, end in matched.spans:
        if begin < kept:
            each = QTextLayout.FormatRange()
            each.start = _units(shown[:begin])
            each.length = _units(shown[begin : min(end, kept)])
            each.format = marked
            ranges.append(each)
    return ranges


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def write_line(painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Draw one line of text, cut with “…” if it is too long; return the x coordinate of the text's end."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _LEFT, shown)
    return box.left() + metrics.horizontalAdvance(shown)
