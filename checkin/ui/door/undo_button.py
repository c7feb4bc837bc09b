"""The Undo button of the door, which names the act that it would undo, and marks recent answers that were undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from checkin.desk.look_back import RecentAct, about, undone_among
from checkin.desk.undo import last
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import set_tool_tip

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile
    from checkin.ui.door.recent import RecentAnswers
    from checkin.ui.page import Parts

_LETTERS, _FEW_LETTERS = 30, 16
"""The largest width of the text on the button, in letters without the key: on a wide page and on a narrow one."""
_KEY: Final = "Ctrl+Z"


class UndoButton(QToolButton, Dressed):
    """The Undo button of the door; `refresh` reads from the event file which act it would undo."""

    def __init__(self, parts: Parts, recent: RecentAnswers) -> None:
        super().__init__()
        self._at = parts
        self._look = parts.look
        self._recent = recent
        self._following: RecentAct | None = None
        self._letters = _LETTERS
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def refresh(self) -> None:
        """Find out which act Ctrl+Z would undo, and which recent answers were undone, by this program or another."""
        file, seen = self._at.file, [shown.answer.act for shown in self._recent.answers]
        self._at.tasks.prompt.run(
            lambda: (_next_undone(file), undone_among(file, seen)),
            then=if_alive(self, self._show),
            fail=if_alive(self, lambda _error: self._name(None)),
            key="door undo",
        )

    def fit(self, *, is_wide: bool) -> None:
        """Set the room for the act's name: much on a wide page, little on a narrow one."""
        self._letters = _LETTERS if is_wide else _FEW_LETTERS
        self.label()

    def label(self) -> None:
        """Label the button in the window's current language; a label too long for its room is cut."""
        act = "" if self._following is None else self._what(self._following)
        undo = self._say.text("Undo")
        whole = f"{undo}: {act}" if act else undo
        room = self.fontMetrics().averageCharWidth() * self._letters
        told = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{told}  {_KEY}")
        set_tool_tip(self, whole)
        self.setAccessibleName(whole)

    def _show(self, known: tuple[RecentAct | None, frozenset[str]]) -> None:
        following, undone = known
        self._name(following)
        self._recent.mark_undone(undone)

    def _name(self, following: RecentAct | None) -> None:
        self._following = following
        self.label()

    def _what(self, recent: RecentAct) -> str:
        name = recent.registration.delegate.name if recent.registration is not None else ""
        return self._say.act(recent.act.facts, name, self._at.file.known_event)


def _next_undone(file: EventFile) -> RecentAct | None:
    following = last(file, at_door=True)
    return None if following is None else RecentAct(following, about(file, following))
