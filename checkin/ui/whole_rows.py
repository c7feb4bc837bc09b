"""Leaves out the last row of a list or table if only a part of it can be seen, so that no name is cut through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def of_whole_rows(view: QAbstractItemView, event: QPaintEvent) -> QPaintEvent:
    """Return the paint event without the last row, if the lower edge of the view cuts this row.

    The event is returned unchanged if the row is the current row, or the only row in sight.
    """
    inner = view.viewport().rect()
    last = view.indexAt(QPoint(inner.left() + 1, inner.bottom()))
    row = view.visualRect(last)
    if not last.isValid() or row.bottom() <= inner.bottom() or row.top() <= inner.top():
        return event
    if last.row() == view.currentIndex().row():
        return event
    return QPaintEvent(event.region().intersected(QRect(0, 0, inner.width(), row.top())))
