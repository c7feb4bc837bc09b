"""The panel beside a list: one widget at rest, and in its place a form or a question while one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from checkin.ui.frames.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SidePanel(QStackedWidget):
    """Shows one widget at a time; an unanswered form or question goes away when the next one opens."""

    def __init__(self, at_rest: QWidget) -> None:
        super().__init__()
        self.addWidget(at_rest)

    @property
    def is_asking(self) -> bool:
        """Whether a form or a question is open."""
        return self.count() > 1

    @property
    def is_writing(self) -> bool:
        """Whether a form is open in which somebody has begun to write: it stays until it is saved or given up."""
        form = self.currentWidget()
        return isinstance(form, Form) and form.is_begun

    def ask(self, panel: QWidget) -> None:
        """Show a form or a question in place of what is shown now."""
        self.rest()
        self.addWidget(panel)
        self.setCurrentWidget(panel)

    def rest(self) -> None:
        """Show the widget at rest again; an open form or question goes away unanswered."""
        while self.is_asking and (panel := self.widget(1)) is not None:
            self.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
