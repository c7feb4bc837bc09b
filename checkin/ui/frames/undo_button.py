"""A button that names the last act of one kind, and undoes this act and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from checkin.desk.undo import last_of
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip
from checkin.ui.undoing import Undos, nothing_here, take_back, told, told_undone

if TYPE_CHECKING:
    from checkin.desk.look_back import RecentAct
    from checkin.desk.undo import Undoing
    from checkin.domain.undoing import Reach
    from checkin.errors import CheckinError
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_KEY: Final = "Ctrl+Z"
_MOST_LETTERS: Final = 60


class UndoButton(QPushButton, Dressed):
    """The Undo button of a page whose acts are in `reach`; the button is hidden while there is no such act.

    The act is read from the event file again whenever an act was recorded or undone. Nothing is undone meanwhile.
    """

    done = Signal(object)
    """Emitted with the `Words` that say which act was undone or brought back."""

    def __init__(self, parts: Parts, reach: Reach) -> None:
        super().__init__()
        self._at, self._reach = parts, reach
        self._look = parts.look
        self._named: RecentAct | None = None
        self._is_known = False
        self._undos = Undos()
        parts.look.put_icon(self, "undo-2")
        self.clicked.connect(self.take_back)
        parts.changes.acts_changed.connect(self.refresh)
        parts.changes.programme_changed.connect(self._label)
        parts.stopped.changed.connect(self._label)
        parts.look.in_each_language(self._label)
        self.refresh()

    @property
    def named(self) -> str:
        """The id of the act that a click undoes; "" if there is none, or while the act is not known."""
        return self._named.act.id if self._named is not None and self._is_known else ""

    def refresh(self) -> None:
        """Read from the event file, in the background, which act the button undoes."""
        file, reach = self._at.file, self._reach
        self._is_known = False
        self._at.tasks.prompt.run(
            lambda: last_of(file, reach),
            then=if_alive(self, self._name),
            fail=if_alive(self, lambda _error: self._name(None)),
            key=f"undo {reach.page}",
        )

    def take_back(self) -> None:
        """Undo the act that the button names; if there is none, say so."""
        if self.named:
            self._take_back(self.named)
        elif self._is_known:
            self._at.trouble(nothing_here())

    def bring_back(self) -> None:
        """Bring back the act that this button undid last, and the next time the act before that one."""
        if not self._is_known:
            return
        act = self._undos.take_newest()
        if act:
            self._take_back(act)
        else:
            self.done.emit(lambda say: say.text("There is nothing to bring back here."))

    def _take_back(self, act: str) -> None:
        at = self._at
        self._is_known = False
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
            told = say.text("Brought back: {what}, {time}") if is_back else say.text("Undone: {what}, {time}")
            return told.format(what=what, time=time)

        self.done.emit(words)

    def _on_not_undone(self, error: CheckinError) -> None:
        self._at.trouble(error)
        self.refresh()

    def _name(self, found: RecentAct | None) -> None:
        self._named, self._is_known = found, True
        self._label()

    def _label(self) -> None:
        self.setVisible(self._named is not None and self._at.stopped.why is None)
        if self._named is None:
            return
        act = told(self._named, self._at.file.known_event, self._at.now(), self._say)
        whole = self._say.text("Undo: {act}").format(act=act)
        short = whole if len(whole) <= _MOST_LETTERS else f"{whole[: _MOST_LETTERS - 1]}…"
        self.setText(self._say.with_key(short, _KEY).replace("&", "&&"))
        set_tool_tip(self, whole)
        self.setAccessibleName(whole)
