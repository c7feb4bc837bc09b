"""The base of a panel with keys of its own, which the page's shortcuts do not take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from checkin.ui.frames.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable


class KeyedPanel(Panel):
    """A panel with keys that the page may use otherwise. A subclass says in `act_of` what each of its keys does."""

    def act_of(self, event: QKeyEvent) -> Callable[[], object] | None:  # noqa: ARG002 - a subclass reads the key
        """The function that this key calls; None for a key that the panel does not use."""
        return None

    def event(self, event: QEvent) -> bool:
        """Prevent the page's shortcuts from taking the keys that this panel uses."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self.act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the pressed key stands for; leave every other key to the page."""
        act = self.act_of(event)
        if act is None:
            event.ignore()
        elif not event.isAutoRepeat():
            act()
