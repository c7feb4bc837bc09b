"""The place of the window in which the open page stands; a page that is too large for the window can be scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from checkin.ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.ui.appearance import Appearance


class PageStack(QScrollArea):
    """A stack of widgets of which one is shown; the shown widget fills the stack.

    A widget whose minimum size is larger than the stack can be scrolled, as with very large texts on a small screen.
    So the window always fits the screen.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._stack = _Stack()
        look.size_changed.connect(self.fit)
        look.focus_moved.connect(self._keep_in_sight)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda: self._keep_in_sight(self.focusWidget()))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self._stack)

    @property
    def current(self) -> QWidget | None:
        """The widget that is shown; None if there is none yet."""
        return self._stack.currentWidget()

    def add(self, widget: QWidget) -> None:
        """Add this widget below the one that is shown."""
        self._stack.addWidget(widget)

    def show_only(self, widget: QWidget) -> None:
        """Show this widget, which is added if it is new."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.fit()
        self._stack.updateGeometry()

    def fit(self) -> None:
        """Call the method `fit` of the page that is shown, with the size that the page can have."""
        shown = self.current
        if isinstance(shown, Page):
            shown.fit(self.maximumViewportSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Call the page's `fit` before the page is laid out in the new size."""
        self.fit()
        super().resizeEvent(event)

    def _keep_in_sight(self, focused: QWidget | None) -> None:
        """Scroll to the widget that has got the focus, so that nobody types into a field out of sight."""
        if focused is not None and self._stack.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def remove(self, widget: QWidget) -> None:
        """Take this widget out; it is not deleted."""
        self._stack.removeWidget(widget)


class _Stack(QStackedWidget):
    """A stack that is never larger than the widget on top needs; Qt's own is as large as the largest below."""

    def minimumSizeHint(self) -> QSize:
        """The minimum size of the widget that is shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown is not None else QSize()

    def heightForWidth(self, width: int) -> int:
        """The least height of the widget that is shown, if it is this wide."""
        shown = self.currentWidget()
        layout = shown.layout() if shown is not None else None
        least = self.minimumSizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalMinimumHeightForWidth(width), least)
        return least
