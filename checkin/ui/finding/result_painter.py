"""The painter of the rows in the list of results; a row has two lines, or one if it is compact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin.domain.colours import text_colour_on
from checkin.domain.delegates import Status
from checkin.ui.appearance import Dressed
from checkin.ui.finding.marked_line import Line, write_line
from checkin.ui.finding.matches import field_matched
from checkin.ui.finding.signs import Signs
from checkin.ui.theme import FAMILIES

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Appearance
    from checkin.ui.finding.matches import FieldMatched
    from checkin.ui.finding.results import Results

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_MARGIN: Final = 10
_GAP: Final = 14
_LARGER: Final = 1.15
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEAST_OF_WORD: Final = 16
"""The least room for the names of categories, in letters; with less room only the letter of the category is shown."""
_SHARE_OF_WORD: Final = 0.3
"""The most room for the names of categories, as a share of the row; a longer name is cut and ends in “…”."""
_REFUSED: Final = tuple(status for status in Status if status is not Status.REGISTERED)


class ResultPainter(QStyledItemDelegate, Dressed):
    """The painter of the rows in the list of results.

    The upper line of a row has the name and the organisation, the lower line the native name and the country. The
    category and the state stand at the right. A compact row has only the upper line.
    """

    def __init__(self, model: Results, look: Appearance, view: QListView, *, is_compact: bool) -> None:
        super().__init__(view)
        self._is_compact = is_compact
        self._model = model
        self._look = look
        self._signs = Signs()
        self._view = view
        self._measure()
        look.language_changed.connect(self._measure_states)
        look.size_changed.connect(self._measure)

    def _measure(self) -> None:
        """Take the list's font as the text size has it now, and make all rows as high as two lines of it."""
        self._plain = QFont(self._view.font())
        self._large = QFont(self._plain)
        self._large.setPointSizeF(self._plain.pointSizeF() * _LARGER)
        self._large.setBold(True)
        self._heading = QFont(self._plain)
        self._heading.setBold(True)
        self._large_metrics, self._metrics = QFontMetrics(self._large), QFontMetrics(self._plain)
        self._top = self._large_metrics.height()
        self._bottom = _height_of_khmer(self._plain)
        self._chip = self._large_metrics.height()
        self._category_names, self._widest_category = tuple[str, ...](), 0
        self._measure_states()
        self._view.scheduleDelayedItemsLayout()

    def _measure_states(self) -> None:
        refused = (f"✕ {self._say.status_on_screen(status)}" for status in _REFUSED)
        states = (*refused, f"✔ {self._model.longest_time}", self._say.text("expected"))
        self._state_width = max(map(self._metrics.horizontalAdvance, states)) + 4

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The size of a row; all rows with a delegate have the same height, and headings are lower."""
        if index.data(Qt.ItemDataRole.UserRole) is None:
            return QSize(0, self._bottom + _MARGIN)
        return QSize(0, (self._top if self._is_compact else self._top + self._bottom) + _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row of the list."""
        registration: Registration | None = index.data(Qt.ItemDataRole.UserRole)
        if registration is None:
            self._paint_heading(painter, option.rect, str(index.data() or ""))
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(option.rect, QColor(self._colours.accent))
        inner = option.rect.adjusted(_MARGIN, _MARGIN // 2, -_MARGIN, -_MARGIN // 2)
        text = QColor(self._colours.on_accent if is_chosen else self._colours.text)
        muted = text if is_chosen else QColor(self._colours.muted)
        self._paint_state(painter, registration, inner, is_chosen=is_chosen)
        inner.setRight(inner.right() - self._state_width - _GAP)
        inner.setRight(self._paint_category(painter, registration, inner, muted) - _GAP)
        is_suggested = self._model.suggested(index.row()) is not None
        line = Line(painter, text, muted, self._marked(is_chosen=is_chosen), self._model.typed, is_suggested)
        self._paint_lines(line, registration, inner)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, words: str) -> None:
        inner = box.adjusted(_MARGIN, 0, -_MARGIN, 0)
        write_line(painter, inner, words, self._heading, QColor(self._colours.muted))

    def _paint_state(
        self, painter: QPainter, registration: Registration, inner: QRect, *, is_chosen: bool
    ) -> None:
        colours, warning = self._colours, self._model.warning(registration)
        tone = colours.muted
        if registration.arrival is not None:
            tone = colours.good
        elif not registration.delegate.is_expected:
            tone = colours.bad
        painter.setFont(self._plain)
        painter.setPen(QColor(colours.on_accent if is_chosen else tone))
        above = QRect(inner.left(), inner.top(), inner.width(), self._top) if warning else inner
        painter.drawText(above, _RIGHT, self._model.state(registration))
        if warning:
            below = QRect(inner.left(), above.bottom() + 1, inner.width(), self._bottom)
            painter.setPen(QColor(colours.on_accent if is_chosen else colours.bad))
            painter.drawText(below, _RIGHT, warning)

    def _paint_category(
        self, painter: QPainter, registration: Registration, inner: QRect, colour: QColor
    ) -> int:
        """Paint the category's letter on its colour (the chip), and its name if there is room.

        Return the left edge of the chip.
        """
        letter, word, fill = self._model.category(registration)
        width = self._width_of_word(inner.width())
        box = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.setFont(self._plain)
        painter.setPen(colour)
        if width:
            shown = self._metrics.elidedText(word, Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, _LEFT, shown)
        chip = QRect(0, 0, self._chip, self._chip)
        chip.moveCenter(box.center())
        chip.moveRight(box.left() - 8)
        painter.setBrush(QColor(fill))
        painter.setPen(colour if self._colours.edge == self._colours.text else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(chip, 5, 5)
        painter.setPen(QColor(text_colour_on(fill)))
        painter.setFont(self._large)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, letter)
        return chip.left()

    def _width_of_word(self, room: int) -> int:
        """The width for the names of categories: that of the widest if there is room; 0 to leave the names out."""
        if room < 4 * _LEAST_OF_WORD * self._metrics.averageCharWidth():
            return 0
        names = self._model.category_names
        if names != self._category_names:
            self._category_names = names
            self._widest_category = max(map(self._metrics.horizontalAdvance, names), default=0)
        return min(self._widest_category, round(room * _SHARE_OF_WORD))

    def _marked(self, *, is_chosen: bool) -> QTextCharFormat:
        """The look of the letters that the search matches: underlined, and in another colour where there is one."""
        marked = QTextCharFormat()
        marked.setFontUnderline(True)
        marked.setForeground(QColor(self._colours.on_accent if is_chosen else self._colours.accent))
        return marked

    def _paint_lines(self, line: Line, registration: Registration, inner: QRect) -> None:
        delegate = registration.delegate
        top = QRect(inner.left(), inner.top(), inner.width(), self._top)
        name = QRect(top)
        signs = self._signs.paint(line.painter, top.adjusted(0, 1, 0, -1), delegate, line.text.name())
        name.setLeft(signs)
        left = line.write(name, delegate.name, self._large, line.text)
        title = delegate.honorific if delegate.latin_name else delegate.native_honorific
        by_field = field_matched(delegate, line.typed, is_suggested=line.is_suggested)
        rest = _after(top, left)
        if self._is_compact and by_field is not None:
            rest = _after(rest, self._write_field(line, by_field, rest))
        from_where = " · ".join(filter(None, (title, delegate.organisation or delegate.native_organisation)))
        line.write(rest, from_where, self._plain, line.muted)
        if self._is_compact:
            return
        below = QRect(inner.left(), top.bottom() + 1, inner.width(), self._bottom)
        if by_field is not None:
            below = _after(below, self._write_field(line, by_field, below))
        native = delegate.titled_other_name
        if native:
            below = _after(below, line.write(below, native, self._plain, line.text))
        group = delegate.delegation if delegate.delegation != delegate.organisation else ""
        position = delegate.position or delegate.native_position
        more = " · ".join(filter(None, (position, group, delegate.country)))
        line.write(below, more, self._plain, line.muted)

    def _write_field(self, line: Line, by_field: FieldMatched, box: QRect) -> int:
        """Write the field by which somebody was found, with its name; return the x at which it ends."""
        named = QRect(box)
        named.setLeft(
            write_line(line.painter, box, f"{self._say.field(by_field.field)}: ", self._plain, line.muted)
        )
        return line.write_matched(named, by_field.matched, self._plain, line.text)


def _after(box: QRect, left: int) -> QRect:
    return QRect(left + _GAP, box.top(), max(box.right() - left - _GAP, 0), box.height())


def _height_of_khmer(font: QFont) -> int:
    """The height of a line of Khmer text, which needs more room above and below than Latin text."""
    khmer = QFont(font)
    khmer.setFamilies(["Noto Sans Khmer", *FAMILIES])
    return QFontMetrics(khmer).height()
