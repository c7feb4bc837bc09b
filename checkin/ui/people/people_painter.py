"""Paints all visible rows of the table of people together, so quickly that 100,000 rows can be scrolled smoothly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from checkin.domain.delegates import Status
from checkin.domain.listing import BadgeState, ListColumn
from checkin.ui.appearance import Dressed
from checkin.ui.chip import chip_picture
from checkin.ui.plain import laid_out
from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QStaticText
    from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

    from checkin.domain.listing import Listed
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.people.people_model import PeopleModel
    from checkin.ui.table import Index

_MARGIN: Final = 6
_MOST_KEPT: Final = 8000
"""The number of texts that are kept as they were laid out, because laying out a Khmer name takes long."""
_UNKNOWN: Final = "#4A5568"


class PeoplePainter(QStyledItemDelegate, Dressed):
    """Paints all visible rows, and measures cells. Painting cell by cell, as Qt does by default, takes twice as long.

    A row that the lower edge cuts is not painted, unless the row is the current one.
    """

    def __init__(self, model: PeopleModel, file: EventFile, look: Appearance, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._file, self._look, self._view = model, file, look, view
        self._laid_out: dict[tuple[str, int], QStaticText] = {}
        self._chips: dict[tuple[str, str], QPixmap] = {}
        for changed in (look.colours_changed, look.size_changed, look.language_changed):
            changed.connect(self._forget)

    def paint_rows(self, painter: QPainter, first: int, last: int) -> None:
        """Paint the rows from the number `first` to the number `last`."""
        view, model = self._view, self._model
        header, width = view.horizontalHeader(), view.viewport().width()
        columns = [
            (column, number, header.sectionViewportPosition(number), header.sectionSize(number))
            for number, column in enumerate(model.columns)
        ]
        seen = [each for each in columns if each[2] < width and each[2] + each[3] > 0]
        selection, palette, current = view.selectionModel(), view.palette(), view.currentIndex().row()
        bottom = view.viewport().height()
        for row in range(first, last + 1):
            top, height = view.rowViewportPosition(row), view.rowHeight(row)
            if top + height > bottom and row not in (current, first):
                break
            is_selected = selection.isSelected(model.index(row, 0))
            if is_selected or row % 2:
                role = QPalette.ColorRole.Highlight if is_selected else QPalette.ColorRole.AlternateBase
                painter.fillRect(0, top, width, height, palette.brush(role))
            self._paint_row(painter, row, seen, top, height, is_selected=is_selected)
            if row == current and view.hasFocus():
                ink = self._colours.on_accent if is_selected else self._colours.text
                painter.setPen(QPen(QColor(ink), 1, Qt.PenStyle.DotLine))
                painter.drawRect(0, top, width - 1, height - 1)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size that the cell needs for its text and, if it shows a category, for the category's coloured chip."""
        metrics = self._view.fontMetrics()
        text = self._model.text_at(index.row(), index.column())
        chip = metrics.height() * 2 if self._model.columns[index.column()] is ListColumn.CATEGORY else 0
        return QSize(metrics.horizontalAdvance(text) + chip + 2 * _MARGIN, metrics.height())

    def _paint_row(
        self,
        painter: QPainter,
        row: int,
        seen: list[tuple[ListColumn, int, int, int]],
        top: int,
        height: int,
        *,
        is_selected: bool,
    ) -> None:
        texts, listed = self._model.texts_at(row), self._model.listed_at(row)
        if listed is None or not texts:
            painter.setPen(QColor(self._colours.muted))
            painter.drawText(QRect(_MARGIN, top, 60, height), Qt.AlignmentFlag.AlignVCenter, "…")
            return
        usual = self._colours.on_accent if is_selected else self._colours.text
        pen = ""
        for column, number, left, width in seen:
            text = texts[number]
            if not text:
                continue
            begin = left + _MARGIN
            if column is ListColumn.CATEGORY:
                chip = self._chip(listed.registration.delegate.category)
                side = chip.deviceIndependentSize().toSize()
                painter.drawPixmap(begin, top + (height - side.height()) // 2, chip)
                begin += side.width() + _MARGIN
            elif column is ListColumn.ATTENTION:
                star = self._picture_of("★", VERDICT_LOOKS[Look.FLAGGED].colour)
                painter.drawPixmap(
                    begin, top + (height - star.deviceIndependentSize().toSize().height()) // 2, star
                )
                continue
            ink = usual if is_selected else self._ink(column, listed) or usual
            if ink != pen:
                painter.setPen(QColor(ink))
                pen = ink
            written = self._layout(text, left + width - begin - 2)
            painter.drawStaticText(
                QPoint(begin, top + (height - round(written.size().height())) // 2), written
            )

    def _ink(self, column: ListColumn, listed: Listed) -> str:
        """The colour of a text that tells something unusual; "" for any other."""
        match column:
            case ListColumn.STATUS if listed.registration.delegate.status is not Status.REGISTERED:
                return self._colours.bad
            case ListColumn.ARRIVAL:
                return self._colours.good
            case ListColumn.BADGE if listed.badge is BadgeState.CHANGED:
                return self._colours.warning
            case _:
                return ""

    def _layout(self, text: str, width: int) -> QStaticText:
        known = self._laid_out.get((text, width))
        if known is None:
            if len(self._laid_out) > _MOST_KEPT:
                self._laid_out.clear()
            shown = self._view.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            known = self._laid_out[text, width] = laid_out(shown, self._view.font())
        return known

    def _chip(self, code: str) -> QPixmap:
        category = self._file.known_event.categories.get(code)
        return self._picture_of(
            *((category.letter, category.colour) if category is not None else (code[:1], _UNKNOWN))
        )

    def _picture_of(self, letter: str, colour: str) -> QPixmap:
        key = (letter, colour)
        if key not in self._chips:
            icon = chip_picture(self._view, letter, colour)
            self._chips[key] = icon.pixmap(icon.availableSizes()[0])
        return self._chips[key]

    def _forget(self) -> None:
        self._laid_out.clear()
        self._chips.clear()
