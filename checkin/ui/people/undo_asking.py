"""Asks on the People page before an act about many people is undone; other acts are undone without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.look_back import number_come_since
from checkin.domain.undoing import number_of_people
from checkin.ui.frames.question import Question
from checkin.ui.page import if_alive
from checkin.ui.undoing import told
from checkin.wording.acts import come_since

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.desk.look_back import RecentAct
    from checkin.domain.person_history import Happening
    from checkin.ui.appearance import Words
    from checkin.ui.frames.undo_button import UndoButton
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class UndoAsking(QObject):
    """Undoes the act that the operator has chosen; if the act is about many people, asks first and says how many."""

    opened = Signal(object)
    """Emitted with the `Question` that the page must show."""

    answered = Signal()
    """Emitted when the question has been answered, so that the page closes the question."""

    def __init__(self, parts: Parts, button: UndoButton, page: QWidget) -> None:
        super().__init__(page)
        self._at, self._button, self._page = parts, button, page
        button.asks_first = self._asks_about

    def undo(self, happening: Happening) -> None:
        """Undo the act that stands in this line of a person's history, or ask first."""
        if happening.people == 1:
            self._button.undo(happening.act)
            return
        number = happening.people
        self._ask(happening.act, number, lambda say: say.many("{count} person", "{count} people", number))

    def _asks_about(self, recent: RecentAct) -> bool:
        """Whether the act that the Undo button names was about many people; if so, ask about it."""
        number = number_of_people(recent.act)
        if number <= 1:
            return False
        event, now = self._at.file.known_event, self._at.now()
        self._ask(recent.act.id, number, lambda say: told(recent, event, now, say))
        return True

    def _ask(self, act: str, number: int, described: Words) -> None:
        file = self._at.file
        self._at.tasks.devices.run(
            lambda: number_come_since(file, act),
            then=if_alive(self._page, lambda come: self._open(act, number, described, come)),
            fail=self._at.trouble,
            key="come since the act",
        )

    def _open(self, act: str, number: int, described: Words, come: int) -> None:
        question = Question(
            self._at.look,
            self._at.scanners,
            lambda say: say.text("Undo this act: {act}?").format(act=described(say)),
            lambda say: _who_has_come(say, come),
            [lambda say: say.many("Undo for {count} person", "Undo for {count} people", number)],
            takes_own_words=False,
        )
        question.answered.connect(lambda _number: self._on_answered(act))
        self.opened.emit(question)

    def _on_answered(self, act: str) -> None:
        self.answered.emit()
        self._button.undo(act)


def _who_has_come(say: Wording, number: int) -> str:
    return f"{come_since(say, number)} {say.text('Ctrl+Shift+Z brings the act back.')}"
