"""An Undo button for a page, which names the act that a click takes back, and also brings acts back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from checkin.desk.undo import last_of
from checkin.ui.appearance import Dressed
from checkin.ui.frames.next_undo import UNDO_KEY, NextUndo, write_on
from checkin.ui.frames.undoer import Undoer
from checkin.ui.page import KeyGroup, if_alive
from checkin.ui.undoing import told_undone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from checkin.desk.look_back import RecentAct
    from checkin.desk.undo import Undoing
    from checkin.domain.undoing import Reach
    from checkin.ui.page import Page, Parts
    from checkin.wording import Wording

_EDGES: Final = 28
"""What the edges of the button take of its width, in dots."""


class UndoButton(QPushButton, Dressed):
    """The Undo button of a page; its text names the act that a click undoes: the last act of this desk on this page.

    A `Reach` says which acts belong to the page. A text that is too long is cut in its middle by “…”; the tool tip has
    the whole text.
    """

    done = Signal(object)
    """Emitted with the `Words` that say which act was undone or brought back."""

    def __init__(self, parts: Parts, reach: Reach) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._reach = reach
        self._next = NextUndo(parts.file, parts.now)
        self._undoer = Undoer(parts, self._next, self.refresh, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", "left")
        self.clicked.connect(parts.stopped.unless(self.take_back))
        parts.changes.acts_changed.connect(self.refresh)
        parts.changes.programme_changed.connect(self._write)
        parts.stopped.changed.connect(self._write)
        self._undoer.undone.connect(self._on_undone)
        self._undoer.refused.connect(self.done)
        parts.look.in_each_language(self._write)

        self.asks_first: Callable[[RecentAct], bool] | None = None
        """Called with the act before the button undoes it.

        The function returns True if it asks the operator a question first; after the answer, it calls `undo` itself.
        """

    @property
    def named(self) -> str:
        """The id of the act that a click would undo; "" if there is none, or while the last act is not known."""
        return self._next.id

    def add_keys(self, page: Page) -> None:
        """Add to the page the keys that undo, and that bring back what was undone."""
        undo = KeyGroup.UNDO
        page.add_key("Ctrl+Z", lambda say: say.text("Undo"), self.take_back, group=undo, records=True)
        page.add_key(
            "Ctrl+Shift+Z",
            lambda say: say.text("Redo what was undone"),
            self.bring_back,
            group=undo,
            records=True,
        )

    def take_back(self) -> None:
        """Undo the act that the button names; if there is none, say so."""
        act = self._next.act if self._next.id else None
        if act is None or self.asks_first is None or not self.asks_first(act):
            self._undoer.take_back()

    def undo(self, act: str) -> None:
        """Undo the act with this id, even if the button names another act; the operator can bring the act back."""
        self._undoer.undo(act)

    def bring_back(self) -> None:
        """Bring back the act that this button undid last, and the next time the act before that one."""
        if not self._next.is_held:
            self._undoer.bring_back()

    def refresh(self) -> None:
        """Read from the event file, in the background, which act the button undoes next."""
        file, reach = self._at.file, self._reach
        self._next.hold()  # a click meanwhile would take back an act before the last one
        self._at.tasks.prompt.run(
            lambda: last_of(file, reach),
            then=if_alive(self, self._name),
            fail=if_alive(self, lambda _error: self._name(None)),
            key=f"undo of button {id(self)}",
        )

    def _on_undone(self, undoing: Undoing) -> None:
        event, now = self._at.file.known_event, self._at.now()
        is_back = undoing.brought_back is not None

        def words(say: Wording) -> str:
            what, time = told_undone(undoing, event, now, say), say.time(now, event.zone)
            if is_back and not what:
                return say.text(
                    "There is nothing to bring back here."
                )  # for others have changed all of it since
            told = say.text("Brought back: {what}, {time}") if is_back else say.text("Undone: {what}, {time}")
            return told.format(what=what, time=time)

        self.done.emit(words)

    def _name(self, following: RecentAct | None) -> None:
        self._next.follow(following)
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        whole, key = self._next.words(self._say), f"   {UNDO_KEY}"
        metrics = self.fontMetrics()
        room = self.width() - _EDGES - metrics.horizontalAdvance(key)
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        write_on(self, whole, f"{shown}{key}", f"{whole}{key}")
        self.setEnabled(self._next.act is not None)
        if self.parent() is not None or self._at.stopped.why is not None:
            self.setVisible(self._at.stopped.why is None)  # without a parent it would be a window of its own
