"""The block of one session on the Programme page, which the mouse drags and the keyboard moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from checkin.domain.colours import text_colour_on
from checkin.ui.appearance import Dressed
from checkin.ui.plain import set_tool_tip
from checkin.ui.programme.block_lines import Tone, lines_of
from checkin.ui.programme.day_layout import Grip
from checkin.ui.theme import icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QPixmap

    from checkin.domain.programme import Category
    from checkin.ui.appearance import Appearance
    from checkin.ui.programme.block_words import BlockWords

_EDGE: Final = 6
"""The height of the zone at the upper and the lower edge of a block where the mouse stretches it, in dots."""
_PAD: Final = 5
_STRIPE: Final = 4
_CHIPS_BESIDE_TITLE: Final = 0.4
"""The largest share of a line that the letters of categories may take away from a title."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Block(QWidget, Dressed):
    """The block of one session on the canvas, as high as the session lasts.

    A text that is too long ends with “…”; the tool tip and the name for screen readers have all texts in full.
    """

    pressed = Signal()
    """Emitted when the block is pressed with the mouse."""

    dragged = Signal(object, QPoint)
    """Emitted at each step of a drag, with the `Grip` and the distance of the mouse from the press, in dots."""

    dropped = Signal(QPoint)
    """Emitted when the mouse is released after a drag, with its place on the screen."""

    opened = Signal()
    """Emitted when the block is clicked twice."""

    def __init__(self, code: str, look: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self._look = look
        self._words: BlockWords | None = None
        self._pressed_at: QPoint | None = None
        self._grip, self._is_dragging = Grip.WHOLE, False
        self.is_selected = False
        self._hidden = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        look.colours_changed.connect(self.update)

    @property
    def words(self) -> BlockWords | None:
        """The texts that the block shows; None as long as `show_words` was not called."""
        return self._words

    def show_words(self, words: BlockWords) -> None:
        """Show these texts about the session."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words.whole.replace("\n", ", "))
            set_tool_tip(self, words.whole)
            self.update()

    def select(self, *, is_selected: bool) -> None:
        """Mark the block as the selected one; only the selected block is reached by Tab."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_selected else Qt.FocusPolicy.ClickFocus)
            if is_selected:
                self.raise_()
            self.update()

    def show_from(self, hidden: int) -> None:
        """Put the texts lower if the upper `hidden` dots of the block are scrolled out of sight."""
        hidden = min(max(hidden, 0), self.height())
        if hidden != self._hidden:
            self._hidden = hidden
            self.update()

    def let_go(self) -> None:
        """End a drag without emitting `dropped`."""
        self._pressed_at, self._is_dragging = None, False

    # ---- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the block, and begin a drag of the part under the mouse."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.globalPosition().toPoint()
        self._grip, self._is_dragging = self._grip_at(event.position().toPoint()), False
        self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the part that was pressed; without a press, show by the pointer what a drag would do here."""
        if self._pressed_at is None:
            is_edge = self._grip_at(event.position().toPoint()) is not Grip.WHOLE
            self.setCursor(Qt.CursorShape.SizeVerCursor if is_edge else Qt.CursorShape.OpenHandCursor)
            return
        way = event.globalPosition().toPoint() - self._pressed_at
        if self._is_dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.dragged.emit(self._grip, way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the block where it is."""
        was_dragging = self._is_dragging
        self.let_go()
        if was_dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Emit `opened`, so that the session is opened."""
        self.let_go()
        self.opened.emit()

    def _grip_at(self, place: QPoint) -> Grip:
        edge = min(_EDGE, self.height() // 4)
        if place.y() >= self.height() - edge:
            return Grip.END
        return Grip.START if place.y() < edge else Grip.WHOLE

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the block has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the block no longer has the focus."""
        super().focusOutEvent(event)
        self.update()

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the block: a frame, a stripe at the left, and as many lines as there is room for."""
        words, colours = self._words, self._colours
        if words is None:
            return
        painter = QPainter(self)
        box = self.rect().adjusted(0, 0, -2, -1)
        tone = colours.bad if words.clashes else colours.edge if words.state else colours.accent
        painter.fillRect(box, QColor(colours.alternate if words.state else colours.base))
        painter.fillRect(QRect(box.left(), box.top(), _STRIPE, box.height()), QColor(tone))
        width = 3 if self.is_selected and self.hasFocus() else 2 if self.is_selected or words.clashes else 1
        frame = colours.accent if self.is_selected else colours.bad if words.clashes else colours.edge
        pen = QPen(QColor(frame), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        half = width // 2
        painter.drawRect(box.adjusted(half, half, -half - width % 2, -half - width % 2))
        seen = min(self._hidden, max(box.height() - line_height(painter.fontMetrics()) - 2 * _PAD, 0))
        self._paint_lines(painter, box.adjusted(_STRIPE + _PAD, 2 + seen, -_PAD, -2), words)
        painter.end()

    def _paint_lines(self, painter: QPainter, room: QRect, words: BlockWords) -> None:
        """Write the lines for which there is room (see `lines_of`), the first one beside the sign of a clash."""
        bold, plain = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        bold.setStrikeOut(bool(words.state))
        high = line_height(QFontMetrics(plain))
        if room.height() < QFontMetrics(plain).ascent():
            return  # not even the letters of one line have room: the tool tip has it all
        if words.clashes:
            side = QFontMetrics(plain).ascent()
            painter.drawPixmap(room.topLeft() + QPoint(0, (high - side) // 2), self._sign(side))
        looks = {
            Tone.TITLE: (bold, self._colours.text),
            Tone.DETAIL: (plain, self._colours.muted),
            Tone.CLASH: (plain, self._colours.bad),
        }
        sign = high if words.clashes else 0
        place = QRect(room.left(), room.top(), room.width(), min(high, room.height()))
        lines = lines_of(words, QFontMetrics(bold), room.width() - sign, room.height() // high)
        for number, line in enumerate(lines):
            left = 0 if number else sign
            if line.categories:
                for_chips = place.adjusted(left, 0, 0, 0)
                if line.tone is Tone.TITLE:
                    for_chips.setWidth(round(for_chips.width() * _CHIPS_BESIDE_TITLE))
                left += self._chips(painter, for_chips, line.categories)
            font, colour = looks[line.tone]
            self._write(painter, place.adjusted(left, 0, 0, 0), line.text, font, colour)
            place.translate(0, high)

    def _sign(self, side: int) -> QPixmap:
        """The sign of a clash, as a square with this side."""
        return icon("triangle-alert", self._colours.bad).pixmap(QSize(side, side), self.devicePixelRatioF())

    @staticmethod
    def _write(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
        """Write one line, which ends with “…” if it is too long."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)

    def _chips(self, painter: QPainter, room: QRect, categories: Sequence[Category]) -> int:
        """Draw the letters of the categories in their colours; “…” stands for those that have no room.

        Return the width that the letters take, in dots.
        """
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        side, left = metrics.height(), room.left()
        for category in categories:
            wide = max(metrics.horizontalAdvance(category.letter) + 6, side)
            if left + wide + side > room.right() and category is not categories[-1]:
                painter.setPen(QColor(self._colours.text))
                painter.drawText(QRect(left, room.top(), side, room.height()), _LEFT, "…")
                return room.width()
            chip = QRect(left, room.top() + (room.height() - side) // 2, wide, side)
            painter.fillRect(chip, QColor(category.colour))
            painter.setPen(QColor(text_colour_on(category.colour)))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, category.letter)
            left += wide + 2
        return left + _PAD - room.left()


def line_height(metrics: QFontMetrics) -> int:
    """The height of a line in dots, with room for Khmer, which needs more above and below than Latin text."""
    return round(metrics.height() * 1.15)
