"""The inputs of a form, which scroll where the form has little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QResizeEvent


_LINES: Final = 7
_LEAST_LINES: Final = 2.8
_AIR: Final = 4
_MORE: Final = "▼"


class ScrolledInputs(QScrollArea):
    """The area with the inputs of a form, which can be scrolled if it is too low for all inputs.

    The input with the focus is always in sight. While there is more below, a bar at the lower edge says so; a click on
    the bar scrolls on by what is shown.
    """

    def __init__(self, inputs: QWidget, below: Callable[[int], str] = lambda _height: "") -> None:
        """`below` gives what the bar names, such as the numbers of the answers that are hidden below this height."""
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inputs)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._once_laid_out = QTimer(self, singleShot=True, interval=0)
        self._once_laid_out.timeout.connect(self._show_focus)
        self._inputs, self._below = inputs, below
        self._wanted: QWidget | None = None
        self._more = _MoreBar(self, self.scroll_on)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        bar.rangeChanged.connect(lambda _least, _most: self._once_laid_out.start())
        self._show_more()

    @property
    def has_more(self) -> bool:
        """Whether there is more below what is shown."""
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def show_soon(self, widget: QWidget) -> None:
        """Scroll to this widget among the inputs once it is laid out; the input with the focus stays in sight too."""
        self._wanted = widget
        self._once_laid_out.start()

    def scroll_on(self) -> None:
        """Scroll down by what is shown above the bar; the last line stays in sight, so that nobody loses the place."""
        bar, line = self.verticalScrollBar(), self.fontMetrics().height()
        bar.setValue(bar.value() + max(self.viewport().height() - self._more.height() - line, line))

    def minimumSizeHint(self) -> QSize:
        """The least size: the line with the focus, and the bar below it."""
        inside = self._inputs.minimumSizeHint()
        few = round(self.fontMetrics().height() * _LEAST_LINES)
        return QSize(super().minimumSizeHint().width(), min(few, inside.height()))

    def _show_more(self) -> None:
        """Show at the lower edge that there is more; what is hidden below the bar is scrolled to as well."""
        covered = self.verticalScrollBar().value() + self.height() - self._more.sizeHint().height()
        self._more.setVisible(self.has_more)
        self._more.setText(f"{_MORE}   {self._below(covered)}".strip())
        self._more.setGeometry(
            0,
            self.height() - self._more.sizeHint().height(),
            self.viewport().width(),
            self._more.sizeHint().height(),
        )

    def sizeHint(self) -> QSize:
        """The preferred size: only a few lines high, because the form gives this area all height that is left."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * _LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the input with the focus into sight again, once the inputs have their new places."""
        super().resizeEvent(event)
        self._show_more()
        self._once_laid_out.start()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's spelling
        """Move the focus at Tab, and bring the input that has the focus now above the bar."""
        is_moved = super().focusNextPrevChild(next)
        self._once_laid_out.start()
        return is_moved

    def _show_focus(self) -> None:
        for widget in (self._wanted, self.focusWidget()):
            if widget is not None:
                self.ensureWidgetVisible(widget, 0, 0)
                self._raise_above_bar(widget)
        self._wanted = None

    def _raise_above_bar(self, widget: QWidget) -> None:
        """Scroll so that the bar at the lower edge covers nothing of this widget, if the area is high enough."""
        bar, top = self.verticalScrollBar(), widget.mapTo(self._inputs, QPoint(0, 0)).y()
        covered = self._more.sizeHint().height() + _AIR
        lowest = top + widget.height() + covered - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), top))


class _MoreBar(PlainLabel):
    """The bar at the lower edge, which says that there is more below; a click on the bar calls `wanted`."""

    def __init__(self, parent: QWidget, wanted: Callable[[], object]) -> None:
        super().__init__(_MORE, parent)
        self._wanted = wanted
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("tone", "more")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show more."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._wanted()
