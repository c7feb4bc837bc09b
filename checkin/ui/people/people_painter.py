"""Paints the cells of the table of people, quickly enough that a hundred thousand rows are scrolled without a jerk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPalette, QPen, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from checkin.domain.colours import text_colour_on
from checkin.domain.delegates import Status
from checkin.domain.listing import BadgeState, ListColumn
from checkin.ui.appearance import Dressed
from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from checkin.domain.listing import Listed
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.people.people_model import PeopleModel
    from checkin.ui.table import Index

_MARGIN: Final = 6
_MOST_KEPT: Final = 8000
"""The number of texts that are kept as they were laid out; a text is laid out again at the next palette or size."""
_UNKNOWN: Final = "#4A5568"
_EDGE: Final = "#737C8B"


class PeoplePainter(QStyledItemDelegate, Dressed):
    """Paints a cell with as little as it needs: the ground of a selected row, a chip where there is one, and a text.

    Each text is laid out once for its width, because laying out a Khmer name takes longer than painting it.
    """

    def __init__(self, model: PeopleModel, file: EventFile, look: Appearance, view: QWidget) -> None:
        super().__init__(view)
        self._model, self._file, self._look, self._view = model, file, look, view
        self._laid_out: dict[tuple[str, int, bool], QStaticText] = {}
        for changed in (look.colours_changed, look.size_changed, look.language_changed):
            changed.connect(self._forget)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        row, number = index.row(), index.column()
        text, column = self._model.text_at(row, number), self._model.columns[number]
        box: QRect = option.rect
        palette: QPalette = option.palette
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(box, palette.highlight())
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(self._colours.text), 1, Qt.PenStyle.DotLine))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if not text:
            return
        listed = self._model.listed_at(row)
        ink = palette.highlightedText().color() if is_selected else QColor(self._ink(column, listed))
        left = box.left() + _MARGIN
        if column is ListColumn.CATEGORY and listed is not None:
            left = self._paint_chip(painter, QRect(box), listed.registration.delegate.category)
        elif column is ListColumn.ATTENTION:
            self._paint_star(painter, QRect(box))
            return
        is_bold = column is ListColumn.NAME
        self._write(
            painter, text, QRect(left, box.top(), box.right() - left - 2, box.height()), ink, bold=is_bold
        )

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size that the text of the cell needs, with its chip."""
        metrics = self._view.fontMetrics()
        text = self._model.text_at(index.row(), index.column())
        chip = metrics.height() * 2 if self._model.columns[index.column()] is ListColumn.CATEGORY else 0
        return QSize(round(metrics.horizontalAdvance(text) * 1.06) + chip + 3 * _MARGIN, metrics.height())

    def _ink(self, column: ListColumn, listed: Listed | None) -> str:
        colours = self._colours
        if listed is None:
            return colours.muted
        match column:
            case ListColumn.STATUS if listed.registration.delegate.status is not Status.REGISTERED:
                return colours.bad
            case ListColumn.ARRIVAL:
                return colours.good
            case ListColumn.BADGE if listed.badge is BadgeState.CHANGED:
                return colours.warning
            case _:
                return colours.text

    def _write(self, painter: QPainter, text: str, box: QRect, ink: QColor, *, bold: bool) -> None:
        key = (text, box.width(), bold)
        laid_out = self._laid_out.get(key)
        if laid_out is None:
            if len(self._laid_out) > _MOST_KEPT:
                self._laid_out.clear()
            metrics = self._view.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            laid_out = QStaticText(shown)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.prepare(font=self._view.font())
            self._laid_out[key] = laid_out
        painter.setPen(ink)
        height = laid_out.size().height()
        painter.drawStaticText(QPointF(box.left(), box.top() + (box.height() - height) / 2), laid_out)

    def _paint_chip(self, painter: QPainter, box: QRect, code: str) -> int:
        """Paint the letter of the category on its colour; return where the text may begin."""
        category = self._file.known_event.categories.get(code)
        letter, colour = (category.letter, category.colour) if category is not None else (code[:1], _UNKNOWN)
        side = min(round(self._view.fontMetrics().height() * 1.2), box.height() - 2)
        chip = QRect(box.left() + _MARGIN, box.top() + (box.height() - side) // 2, side, side)
        painter.setPen(QColor(_EDGE))
        painter.setBrush(QColor(colour))
        painter.drawRect(chip)
        painter.setPen(QColor(text_colour_on(colour)))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, letter)
        return chip.right() + _MARGIN

    def _paint_star(self, painter: QPainter, box: QRect) -> None:
        flagged = VERDICT_LOOKS[Look.FLAGGED]
        side = min(round(self._view.fontMetrics().height() * 1.2), box.height() - 2)
        sign = QRect(box.left() + _MARGIN, box.top() + (box.height() - side) // 2, side, side)
        painter.fillRect(sign, QColor(flagged.colour))
        painter.setPen(QColor(flagged.text_colour))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "★")

    def _forget(self) -> None:
        self._laid_out.clear()
