"""The middle of the door page: the panel with the verdict, the search, or the question what the door is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.ui.door.panel import VerdictPanel
    from checkin.ui.door.searching import DoorSearch
    from checkin.ui.door.what_door import WhatDoor


class DoorMiddle(QStackedWidget):
    """Shows one of the three, and knows which widget takes the focus then."""

    def __init__(self, panel: VerdictPanel, search: DoorSearch, what_door: WhatDoor, code: QWidget) -> None:
        """`code` is the field in which the operator types while the search is shown."""
        super().__init__()
        self._panel, self._search, self._what_door, self._code = panel, search, what_door, code
        for widget in (panel, search, what_door):
            self.addWidget(widget)

    @property
    def is_panel(self) -> bool:
        """Whether the panel with the verdict is shown."""
        return self.currentWidget() is self._panel

    @property
    def is_typing(self) -> bool:
        """Whether the search is shown."""
        return self.currentWidget() is self._search

    @property
    def is_asking(self) -> bool:
        """Whether the question is shown what the door is (entrance or exit, and for which session)."""
        return self.currentWidget() is self._what_door

    def take_focus(self) -> None:
        """Move the focus to where the keys are meant for what is shown."""
        if self.is_asking:
            self._what_door.take_focus()
        elif self.is_panel:
            self._panel.setFocus()
        elif not self._code.hasFocus():
            self._code.setFocus()
