"""A panel that normally shows one widget, and in its place a form or a question while one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from checkin.ui.frames.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SidePanel(QStackedWidget):
    """A panel that shows the widget `at_rest`, or in its place a form or question while one is open.

    Opening a form or question closes the one that was open, without an answer.
    """

    def __init__(self, at_rest: QWidget) -> None:
        super().__init__()
        self.at_rest = at_rest
        self.addWidget(at_rest)

    @property
    def is_asking(self) -> bool:
        """Whether a form or a question is open."""
        return self.count() > 1

    @property
    def is_writing(self) -> bool:
        """Whether an open form is partly filled in; the page keeps such a form open until it is saved or cancelled."""
        form = self.currentWidget()
        return isinstance(form, Form) and form.is_begun

    def ask(self, panel: QWidget) -> None:
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
