"""The list of those whom a search found: two lines for each, in both scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from checkin.domain.delegates import Status
from checkin.ui.theme import text_colour_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.ui.theme import Colours
    from checkin.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_MARGIN: Final = 10
_CHIP: Final = 26
_LARGER: Final = 1.15


class Results(QAbstractListModel):
    """The registrations found, the likeliest first."""

    def __init__(self, event: Event, wording: Wording) -> None:
        super().__init__()
        self._event = event
        self._say = wording
        self.found: Sequence[Registration] = ()

    def show(self, found: Sequence[Registration]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many were found."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The registration for the painter, one line of text for a screen reader."""
        if not index.isValid():
            return None
        registration = self.found[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return registration
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            delegate = registration.delegate
            parts = (delegate.honorific, delegate.name, delegate.organisation, self.state(registration))
            return ", ".join(part for part in parts if part)
        return None

    def state(self, registration: Registration) -> str:
        """Expected, when arrived, or why they are not expected."""
        if registration.arrival is not None:
            return f"✔ {self._say.time(registration.arrival.at, self._event.zone)}"
        if registration.delegate.status is not Status.REGISTERED:
            return self._say.status(registration.delegate.status)
        return self._say.text("expected")


class ResultPainter(QStyledItemDelegate):
    """Paints one registration: name and state above, native name and where from below, the category at the right."""

    def __init__(
        self, event: Event, model: Results, colours: Colours, wording: Wording, view: QListView
    ) -> None:
        super().__init__(view)
        self._event = event
        self._model = model
        self._colours = colours
        self._say = wording

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Two lines, the upper one larger."""
        height = QFontMetrics(_larger(option.font)).height() + option.fontMetrics.height()
        return QSize(0, height + _MARGIN + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one registration."""
        registration: Registration = index.data(Qt.ItemDataRole.UserRole)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(option.rect, QColor(self._colours.accent))
        text = QColor(self._colours.on_accent if is_chosen else self._colours.text)
        muted = text if is_chosen else QColor(self._colours.muted)
        inner = option.rect.adjusted(_MARGIN, _MARGIN // 2, -_MARGIN, -_MARGIN // 2)
        right = self._paint_right(painter, option, registration, inner, is_chosen=is_chosen)
        inner.setRight(right - _MARGIN)
        self._paint_lines(painter, option, registration.delegate, inner, text, muted)
        painter.restore()

    def _paint_right(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        registration: Registration,
        inner: QRect,
        *,
        is_chosen: bool,
    ) -> int:
        """The state, and left of it the category's chip with letter and word; where it begins."""
        colours = self._colours
        if registration.arrival is not None:
            tone = colours.good
        else:
            tone = colours.muted if registration.delegate.is_expected else colours.bad
        painter.setPen(QColor(colours.on_accent if is_chosen else tone))
        state = self._model.state(registration)
        width = max(
            option.fontMetrics.horizontalAdvance("✔ 00:00 "), option.fontMetrics.horizontalAdvance(state)
        )
        box = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.setFont(option.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, state)
        return self._paint_category(
            painter, option, registration.delegate, QRect(inner).adjusted(0, 0, -width - 14, 0)
        )

    def _paint_category(
        self, painter: QPainter, option: QStyleOptionViewItem, delegate: Delegate, inner: QRect
    ) -> int:
        category = self._event.categories.get(delegate.category)
        if category is None:
            return inner.right()
        word = self._say.local(category.name)
        width = min(option.fontMetrics.horizontalAdvance(word), inner.width() // 4)
        box = QRect(inner.right() - width, inner.top(), width, inner.height())
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            option.fontMetrics.elidedText(word, Qt.TextElideMode.ElideRight, width),
        )
        chip = QRect(0, 0, _CHIP, _CHIP)
        chip.moveCenter(QPoint(box.left() - 8 - _CHIP // 2, inner.center().y()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(category.colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(chip, 5, 5)
        painter.setPen(QColor(text_colour_on(category.colour)))
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, category.letter)
        return chip.left()

    def _paint_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        delegate: Delegate,
        inner: QRect,
        text: QColor,
        muted: QColor,
    ) -> None:
        large, plain = _larger(option.font), option.font
        top = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(large).height())
        left = _text(painter, top, delegate.name, large, text)
        _text(
            painter,
            _after(top, left),
            " · ".join(filter(None, (delegate.honorific, delegate.organisation))),
            plain,
            muted,
        )
        below = QRect(inner.left(), top.bottom() + 1, inner.width(), option.fontMetrics.height() + 4)
        native = delegate.native_name if delegate.native_name != delegate.name else ""
        left = _text(painter, below, native, plain, text)
        where = " · ".join(filter(None, (delegate.country, delegate.delegation, delegate.position)))
        _text(painter, _after(below, left) if native else below, where, plain, muted)


def _text(painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor) -> int:
    """Draw one line, with an ellipsis where it is too long; where it ends."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return box.left() + metrics.horizontalAdvance(shown)


def _after(box: QRect, left: int) -> QRect:
    return QRect(left + 14, box.top(), max(box.right() - left - 14, 0), box.height())


def _larger(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * _LARGER)
    larger.setBold(True)
    return larger
