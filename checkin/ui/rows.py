"""Laying out widgets in a row."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def row(*widgets: QWidget | tuple[QWidget, int] | None) -> QHBoxLayout:
    """Return a layout with these widgets side by side.

    A pair holds a widget and its stretch factor (see `QBoxLayout.addWidget`). None stands for empty space that
    stretches.
    """
    side_by_side = QHBoxLayout()
    side_by_side.setContentsMargins(0, 0, 0, 0)
    side_by_side.setSpacing(10)
    for widget in widgets:
        match widget:
            case None:
                side_by_side.addStretch(1)
            case (QWidget() as held, int() as stretch):
                side_by_side.addWidget(held, stretch)
            case QWidget():
                side_by_side.addWidget(widget)
    return side_by_side
