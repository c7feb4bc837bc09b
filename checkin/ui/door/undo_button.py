"""The Undo button of the door, which names the act that it would undo, and marks recent answers that were undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from checkin.desk.look_back import undone_among
from checkin.desk.undo import last_of
from checkin.domain.undoing import MadeOn, Reach
from checkin.ui.appearance import Dressed
from checkin.ui.frames.next_undo import UNDO_KEY, NextUndo, write_on
from checkin.ui.frames.undoer import Undoer
from checkin.ui.page import if_alive
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.desk.look_back import RecentAct
    from checkin.ui.door.recent import RecentAnswers
    from checkin.ui.page import Parts

_LETTERS, _FEW_LETTERS = 46, 30
"""The largest width of a line on the button, in letters: on a wide page and on a narrow one."""
_EDGES: Final = 24
"""What the edges of the button take, in dots."""


class UndoButton(QToolButton, Dressed):
    """The Undo button of the door page; its text names the act that a click undoes: the last for the door's sessions.

    The door's sessions are all that the door can serve, not only the one that is open now. At an exit a guest may leave
    the session that has just ended, and an act of the former session can still be undone when the next one has begun.

    `refresh` reads the act from the event file. While an act is being recorded, a click undoes nothing.
    """

    undone = Signal(object)
    """Emitted with the `Undoing` of the act that was taken back or brought back."""

    found_undone = Signal(object)
    """Emitted with the ids (a set) of those acts in the strip of recent answers that were undone, here or elsewhere."""

    refused = Signal(object)
    """Emitted with the `Words` that say why nothing is taken back or brought back now."""

    def __init__(self, parts: Parts, recent: RecentAnswers) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._recent = recent
        self._sessions: frozenset[str] = frozenset()
        self._next = NextUndo(parts.file, parts.now)
        self._undoer = Undoer(parts, self._next, self.refresh, self)
        self._letters = _LETTERS
        self._room: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parts.stopped.changed.connect(self.label)
        self._undoer.begun.connect(parts.scanners.count_anew)
        self._undoer.undone.connect(self.undone)
        self._undoer.refused.connect(self.refused)

    @property
    def named(self) -> str:
        """The id of the act that a click would undo; "" if there is none, or while an act is being recorded."""
        return self._next.id

    @property
    def is_held(self) -> bool:
        """Whether an act is being recorded or looked up, so that the last act is not known yet."""
        return self._next.is_held

    def show_at(self, sessions: Iterable[str]) -> None:
        """Set the codes of all sessions that the door can serve; the button undoes only acts for these sessions."""
        if frozenset(sessions) != self._sessions:
            self._sessions = frozenset(sessions)
            self._undoer.forget()
            self.hold()
            self.refresh()

    def take_back(self) -> None:
        """Undo the act that the button names; if there is none, emit the signal `refused`."""
        self._undoer.take_back()

    def bring_back(self) -> None:
        """Bring back the act that this button undid last, and the next time the act undone before that one.

        If there is none, emit the signal `refused`. There is none after a restart, after staff have chosen other
        sessions for the door, or if all acts were brought back. The signal is also emitted while an act is being
        recorded.
        """
        self._undoer.bring_back()

    def hold(self) -> None:
        """Undo nothing until `refresh` has found the next act to undo."""
        self._next.hold()

    def refresh(self) -> None:
        """Find out which act the button undoes next, and which recent answers were undone, here or elsewhere."""
        file, seen = self._at.file, [shown.answer.act for shown in self._recent.answers]
        here = Reach(MadeOn.DOOR, self._sessions)
        self._at.tasks.prompt.run(
            lambda: (last_of(file, here) if here.sessions else None, undone_among(file, seen)),
            then=if_alive(self, self._show),
            fail=if_alive(self, lambda _error: self._name(None)),
            key="door undo",
        )

    def fit(self, room: int | None, *, is_wide: bool) -> None:
        """Set how wide the button may be: `room` dots; if `room` is None, the text is wider if the page `is_wide`."""
        self._letters, self._room = _LETTERS if is_wide else _FEW_LETTERS, room
        self.label()

    def label(self) -> None:
        """Write the button's text in the window's language. A long text takes several lines and is never cut."""
        whole = self._next.words(self._say)
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * self._letters
        if self._room is not None:
            widest = max(self._room - _EDGES, metrics.averageCharWidth() * _FEW_LETTERS)
        write_on(self, whole, wrapped(f"{whole}  {UNDO_KEY}", metrics, widest), whole)
        self.setVisible(self._at.stopped.why is None)

    def _show(self, known: tuple[RecentAct | None, frozenset[str]]) -> None:
        following, undone = known
        self._name(following)
        self._recent.mark_undone(undone)
        self.found_undone.emit(undone)

    def _name(self, following: RecentAct | None) -> None:
        self._next.follow(following)
        self.label()
