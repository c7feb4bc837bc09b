"""The signals of changes, one for each kind of thing that pages show, so that no page has to look for changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """The signals that tell the pages what was changed in the event file; all pages share one object.

    Whoever records a change emits its signal after the commit to the event file; pages connect to the signals.
    """

    delegates_changed = Signal(frozenset)
    """Ids of the delegates whose details, arrival or badge changed; an empty set means any of them."""

    presence_changed = Signal(str)
    """The code of the session in which somebody came in or went out; "" means any of them."""

    programme_changed = Signal()
    """The event or something that it defines was changed: a category, a session, a room, a delegation or a field.

    Before the signal is emitted, the event is read anew, so `EventFile.known_event` has the change.
    """

    acts_changed = Signal()
    """An act was recorded or undone, so the recent acts, and the act that Ctrl+Z would undo, have changed."""

    list_came_in = Signal()
    """A list of participants was imported; the other signals have told already what the import changed."""

    printing_changed = Signal()
    """A print job was added, withdrawn or brought back, so the print queue must look for jobs."""

    printer_changed = Signal()
    """The printer has taken a badge, or the printer's state has changed."""
