"""The panel beside a list, which normally shows one widget, and in its place a form or a question while one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from checkin.ui.frames.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SidePanel(QStackedWidget):
    """A panel that shows the widget `at_rest`, or a form or question in its place.

    When a form or question opens, one that is still open is closed without an answer.
    """

    def __init__(self, at_rest: QWidget) -> None:
        super().__init__()
        self.addWidget(at_rest)

    @property
    def is_asking(self) -> bool:
        """Whether a form or a question is open."""
        return self.count() > 1

    @property
    def is_writing(self) -> bool:
        """Whether a form is open that is partly filled in, and so must stay open until it is saved or given up."""
        form = self.currentWidget()
        return isinstance(form, Form) and form.is_begun

    def ask(self, panel: QWidget) -> None:
        """Show this form or question, in place of the widget at rest or of a form or question that is open."""
        self.rest()
        self.addWidget(panel)
        self.setCurrentWidget(panel)

    def rest(self) -> None:
        """Show the widget at rest again, and close an open form or question without an answer."""
        while self.is_asking and (panel := self.widget(1)) is not None:
            self.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
