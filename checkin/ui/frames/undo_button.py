"""An Undo button for a page, which names the act that a click takes back, and also brings acts back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from checkin.desk.undo import last_of
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip
from checkin.ui.undoing import Undos, take_back, told, told_undone

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.desk.look_back import RecentAct
    from checkin.desk.undo import Undoing
    from checkin.domain.undoing import Reach
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_KEY: Final = "Ctrl+Z"
_EDGES: Final = 28
"""What the edges of the button take of its width, in dots."""


class UndoButton(QPushButton, Dressed):
    """The Undo button of a page; its text names the act that a click undoes: the last act of this desk on this page.

    Which acts belong to the page is said by a `Reach`. A text that is too long is cut in its middle by “…”; the tool
    tip has all of it.
    """

    done = Signal(object)
    """Emitted with the `Words` that say which act was undone or brought back."""

    def __init__(self, parts: Parts, reach: Reach) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._reach = reach
        self._following: RecentAct | None = None
        self._undos = Undos()
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("tone", "left")
        self.clicked.connect(parts.stopped.unless(self.take_back))
        parts.changes.acts_changed.connect(self.refresh)
        parts.changes.programme_changed.connect(self._write)
        parts.stopped.changed.connect(self._write)
        parts.look.in_each_language(self._write)

    @property
    def named(self) -> str:
        """The id of the act that a click would undo; "" if there is none, or while the last act is not known."""
        return "" if self._following is None or self._is_held else self._following.act.id

    def take_back(self) -> None:
        """Undo the act that the button names; if there is none, say so."""
        self._undo(self.named)

    def bring_back(self) -> None:
        """Bring back the act that this button undid last, and the next time the act before that one."""
        if self._is_held:
            return
        act = self._undos.take_newest()
        if act:
            self._undo(act)
        else:
            self.done.emit(lambda say: say.text("There is nothing to bring back here."))

    def refresh(self) -> None:
        """Read from the event file, in the background, which act the button undoes next."""
        file, reach = self._at.file, self._reach
        self._is_held = True  # a click meanwhile would take back an act before the last one
        self._at.tasks.prompt.run(
            lambda: last_of(file, reach),
            then=if_alive(self, self._name),
            fail=if_alive(self, lambda _error: self._name(None)),
            key=f"undo of button {id(self)}",
        )

    def _undo(self, act: str) -> None:
        at = self._at
        if not act:
            nothing: Words = lambda say: say.text("There is nothing to undo here.")  # noqa: E731
            wait: Words = lambda say: say.text("Please wait a moment.")  # noqa: E731
            self.done.emit(wait if self._is_held else nothing)
            return
        self._is_held = True
        take_back(
            at.file,
            at.shift.staff,
            at.tasks,
            at.changes,
            if_alive(self, self._on_undone),
            if_alive(self, self._on_not_undone),
            act,
        )

    def _on_undone(self, undoing: Undoing) -> None:
        self._undos.add(undoing)
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

    def _on_not_undone(self, error: CheckinError) -> None:
        self._at.trouble(error)
        self.refresh()

    def _name(self, following: RecentAct | None) -> None:
        self._following, self._is_held = following, False
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        say = self._say
        whole = say.text("Undo")
        if self._following is not None:
            act = told(self._following, self._at.file.known_event, self._at.now(), say)
            whole = say.text("Undo: {act}").format(act=act)
        metrics, key = self.fontMetrics(), f"   {_KEY}"
        room = self.width() - _EDGES - metrics.horizontalAdvance(key)
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(f"{shown}{key}".replace("&", "&&"))
        self.setAccessibleName(whole)
        set_tool_tip(self, f"{whole}{key}")
        self.setEnabled(self._following is not None)
        if self.parent() is not None or self._at.stopped.why is not None:
            self.setVisible(self._at.stopped.why is None)  # without a parent it would be a window of its own
