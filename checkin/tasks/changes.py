"""What changed is announced here and never discovered: one signal for each kind of thing that pages show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """Passed to every page; a service's caller emits after the commit, pages subscribe."""

    delegates_changed = Signal(frozenset)
    """Ids of the delegates whose details, arrival or badge changed; an empty set means any of them."""

    presence_changed = Signal(str)
    """The code of the session in which somebody came in or went out; "" means any of them."""

    programme_changed = Signal()
    """The event, a category, a session, a room, a delegation or a field is defined anew; read before it is told."""

    acts_changed = Signal()
    """An act was recorded or undone: the list of recent acts and what Ctrl+Z would undo."""

    printing_changed = Signal()
    """A print job was added or changed its state."""
