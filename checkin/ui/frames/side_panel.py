"""A panel that normally shows one widget, and in its place a form or a question while one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from checkin.ui.frames.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class SidePanel(QStackedWidget):
    """A panel that shows the widget `at_rest`, or in its place a form or question while one is open.

    Opening a form or question closes the one that was open, without an answer.
    """

    def __init__(self, at_rest: QWidget) -> None:
        super().__init__()
        self.at_rest = at_rest
        self.addWidget(at_rest)

    def hasHeightForWidth(self) -> bool:
        """Always False. Otherwise Qt would reserve the height of the highest widget, even while it is not shown."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The least size of the widget that is shown, at the present width."""
        least, shown = super().minimumSizeHint(), self.currentWidget()
        layout = shown.layout() if shown is not None else None
        if shown is None or layout is None:
            return least
        height = shown.minimumSizeHint().height()
        if layout.hasHeightForWidth():
            height = layout.totalMinimumHeightForWidth(self.width())
        return QSize(least.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @property
    def is_asking(self) -> bool:
        """Whether a form or a question is open."""
        return self.count() > 1

    @property
    def is_writing(self) -> bool:
        """Whether something was typed or ticked in an open form or question.

        The page keeps such a form or question open until it is answered or given up.
        """
        panel = self.currentWidget()
        return isinstance(panel, Panel) and panel.is_begun

    @property
    def has_text_cursor(self) -> bool:
        """Whether the operator is in a line of text of an open form or question."""
        panel = self.currentWidget()
        return (
            self.is_asking
            and panel is not None
            and isinstance(panel.focusWidget(), QLineEdit)
            and panel.focusWidget().hasFocus()
        )

    def go_on(self) -> None:
        """Move the focus back to the open form or question, to the part that had the focus last.

        The form or question says that the next Esc gives up what was filled in.
        """
        panel = self.currentWidget()
        if isinstance(panel, Panel):
            panel.focusWidget().setFocus()
            panel.ask_to_give_up()

    def keep(self) -> None:
        """Have an open form or question ask again before an Esc gives up what was filled in."""
        panel = self.currentWidget()
        if isinstance(panel, Panel):
            panel.keep()

    def ask(self, panel: Panel) -> None:
        """Show this form or question in place of whatever the panel shows now."""
        self.rest()
        self.addWidget(panel)
        self.setCurrentWidget(panel)

    def rest(self) -> None:
        """Close an open form or question without an answer, and show the widget `at_rest` again."""
        while self.is_asking and (panel := self.widget(1)) is not None:
            self.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
