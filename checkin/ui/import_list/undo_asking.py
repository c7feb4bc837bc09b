"""Asks on the Import page whether the last import shall be undone, before it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.look_back import number_come_since
from checkin.ui.frames.question import Question
from checkin.ui.page import if_alive
from checkin.wording.acts import come_since

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Words
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.import_list.list_work import ListWork
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class UndoAsking(QObject):
    """Opens the question whether to undo the last import, in place of the list, and undoes the import at Enter.

    The question names the import, and says how many of its people have come since. So nobody undoes the work of a
    whole event by one key that is pressed by habit.
    """

    opening = Signal()
    """Emitted before the question opens and takes the focus."""

    closed = Signal()
    """Emitted when the question was closed, with an answer or without one."""

    def __init__(self, parts: Parts, work: ListWork, panel: SidePanel, page: QWidget) -> None:
        super().__init__(page)
        self._at = parts
        self._page = page
        self._work = work
        self._panel = panel
        self._act, self._number = "", 0
        work.changed.connect(self._on_changed)
        parts.changes.acts_changed.connect(self._count_again)

    @property
    def is_open(self) -> bool:
        """Whether the question is open."""
        return isinstance(self._panel.currentWidget(), Question)

    def ask(self) -> None:
        """Open the question about the import that the Undo button names; if there is none, look it up or say so."""
        last = self._work.last
        if self._work.is_busy or self.is_open:
            return
        if last.act:
            self._count(last.act)
        else:
            last.look_up()

    def close(self) -> None:
        """Close the question, if it is open, and undo nothing."""
        if self.is_open:
            if self._panel.isAncestorOf(self._panel.window().focusWidget()):
                self._page.setFocus()  # else Qt would move the focus off the page, away from the closed question
            self._panel.rest()
            self.closed.emit()

    def _count(self, act: str) -> None:
        """Count in the background who has come since this import, then open the question."""
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: number_come_since(file, act),
            then=if_alive(self._panel, lambda number: self._open(act, number)),
            fail=self._at.trouble,
            key="come since the import",
        )

    def _count_again(self) -> None:
        if self.is_open:
            self._count(self._act)

    def _open(self, act: str, number: int) -> None:
        last = self._work.last
        if act != last.act or self._work.is_busy or not self._panel.isVisible():
            return  # something else has happened meanwhile
        if self.is_open and (self._act, self._number) == (act, number):
            return
        if not self.is_open:
            self.opening.emit()
        self._act, self._number = act, number
        question = Question(
            self._at.look,
            self._at.scanners,
            _question(last.description),
            lambda say: _who_has_come(say, number),
            [lambda say: say.text("Undo the import")],
            takes_own_words=False,
        )
        question.answered.connect(lambda _number: self._undo())
        question.given_up.connect(self.close)
        self._panel.ask(question)

    def _undo(self) -> None:
        act = self._act
        self.close()
        self._work.undo(act)

    def _on_changed(self) -> None:
        """Close the question if it no longer stands: work has begun, or another import is the last one."""
        if self._work.is_busy or self._work.last.act != self._act:
            self.close()


def _question(description: Words) -> Words:
    return lambda say: say.text("Undo this import: {act}?").format(act=description(say))


def _who_has_come(say: Wording, number: int) -> str:
    """The sentences about what the undo means: how many of the people have come since, and how it is brought back."""
    return f"{come_since(say, number)} {say.text('Ctrl+Shift+Z brings the import back.')}"
