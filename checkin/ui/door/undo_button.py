"""The Undo button of the door, which names the act that it would undo, and marks recent answers that were undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from checkin.desk.look_back import undone_among
from checkin.desk.undo import last_of
from checkin.domain.undoing import MadeOn, Reach
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip
from checkin.ui.undoing import nothing_here, take_back, told
from checkin.ui.wrapped import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.desk.look_back import RecentAct
    from checkin.errors import CheckinError
    from checkin.ui.door.recent import RecentAnswers
    from checkin.ui.page import Parts

_LETTERS, _FEW_LETTERS = 46, 30
"""The largest width of a line on the button, in letters: on a wide page and on a narrow one."""
_KEY: Final = "Ctrl+Z"


class UndoButton(QToolButton, Dressed):
    """The Undo button of the door, which undoes the act that it names: the last one for the door's session.

    `refresh` reads from the event file which act that is. While an act is being done, the button undoes nothing.
    """

    undone = Signal(object)
    """Emitted with the `Undoing` of the act that was taken back."""

    def __init__(self, parts: Parts, recent: RecentAnswers) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._recent = recent
        self._following: RecentAct | None = None
        self._sessions: frozenset[str] = frozenset()
        self.is_held = False
        """Whether an act goes on, so that it is not known yet what the last act is."""
        self._letters = _LETTERS
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        parts.stopped.changed.connect(self.label)

    @property
    def named(self) -> str:
        """The id of the act that the button names; "" if there is none, or while an act is being done."""
        return "" if self._following is None or self.is_held else self._following.act.id

    def show_at(self, sessions: Iterable[str]) -> None:
        """Set the sessions (codes) of the door; only acts for these sessions can be undone here."""
        if frozenset(sessions) != self._sessions:
            self._sessions = frozenset(sessions)
            self.hold()
            self.refresh()

    def take_back(self) -> None:
        """Undo the act that the button names; an error is shown if there is none."""
        at, act = self._at, self.named
        if not act and not self.is_held:
            at.trouble(nothing_here())
        elif act:
            self.hold()
            take_back(
                at.file,
                at.shift.staff,
                at.tasks,
                at.changes,
                if_alive(self, self.undone.emit),
                if_alive(self, self._on_not_undone),
                act,
            )

    def _on_not_undone(self, error: CheckinError) -> None:
        self._at.trouble(error)
        self.refresh()

    def hold(self) -> None:
        """Undo nothing until the next act is named."""
        self.is_held = True

    def refresh(self) -> None:
        """Find out which act Ctrl+Z would undo, and which recent answers were undone, by this program or another."""
        file, seen = self._at.file, [shown.answer.act for shown in self._recent.answers]
        here = Reach(MadeOn.DOOR, self._sessions)
        self._at.tasks.prompt.run(
            lambda: (last_of(file, here) if here.sessions else None, undone_among(file, seen)),
            then=if_alive(self, self._show),
            fail=if_alive(self, lambda _error: self._name(None)),
            key="door undo",
        )

    def fit(self, *, is_wide: bool) -> None:
        """Set the room for the act's name: much on a wide page, little on a narrow one."""
        self._letters = _LETTERS if is_wide else _FEW_LETTERS
        self.label()

    def label(self) -> None:
        """Label the button in the window's current language. A long label takes several lines and is never cut."""
        undo = self._say.text("Undo")
        whole = undo
        if self._following is not None:
            act = told(self._following, self._at.file.known_event, self._at.now(), self._say)
            whole = self._say.text("Undo: {act}").format(act=act)
        metrics = self.fontMetrics()
        text = wrapped(f"{whole}  {_KEY}", metrics, metrics.averageCharWidth() * self._letters)
        self.setText(text.replace("&", "&&"))
        set_tool_tip(self, whole)
        self.setAccessibleName(whole)
        if self._at.stopped.why is not None:
            self.hide()

    def _show(self, known: tuple[RecentAct | None, frozenset[str]]) -> None:
        following, undone = known
        self._name(following)
        self._recent.mark_undone(undone)

    def _name(self, following: RecentAct | None) -> None:
        self._following, self.is_held = following, False
        self.label()
