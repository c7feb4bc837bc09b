"""The question of the Programme page: what becomes of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.domain.programme import SessionStatus
from checkin.domain.rearranging import with_session
from checkin.ui.frames.question import Question
from checkin.wording.sessions import toll

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.domain.programme import Session
    from checkin.ui.appearance import Words
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts
    from checkin.ui.programme.work import ProgrammeWork


class ProgrammeAsking(QObject):
    """Opens the question of the Programme page in its side panel, and does what is answered."""

    closed = Signal()
    """Emitted when a question was closed, with an answer or without one."""

    def __init__(self, parts: Parts, work: ProgrammeWork, panel: SidePanel) -> None:
        super().__init__(panel)
        self._at = parts
        self._work = work
        self._panel = panel

    def ask_what_becomes_of(self, session: Session) -> None:
        """Ask whether to cancel the session (or bring it back), or to take it out of the programme."""
        code, is_cancelled = session.code, session.status is SessionStatus.CANCELLED
        first: Words = (
            (lambda say: say.text("Bring it back: it takes place"))
            if is_cancelled
            else (lambda say: say.text("It does not take place: it stays in the programme, struck out"))
        )
        becomes = SessionStatus.PLANNED if is_cancelled else SessionStatus.CANCELLED
        there, exits = self._work.occupancy_of(code), self._work.shown.policy.exits

        def answer(number: int) -> None:
            known = self._work.shown.sessions.get(code)
            if known is not None:
                changed = replace(known, withdrawn=True) if number else replace(known, status=becomes)
                self._at.stopped.unless(lambda: self._work.record(with_session(self._work.shown, changed)))()

        self._ask(
            lambda say: say.text("What becomes of “{session}”?").format(session=say.local(session.title)),
            lambda say: toll(say, there.inside, there.entered, exits),
            (first, lambda say: say.text("Take it out of the programme")),
            answer,
        )

    def give_up(self) -> None:
        """Close an open question without an answer, because the operator leaves the page."""
        question = self._panel.currentWidget()
        if isinstance(question, Question) and not question.is_begun:
            self._panel.rest()

    def _ask(
        self, question: Words, why: Words, answers: Sequence[Words], answer: Callable[[int], object]
    ) -> None:
        asked = Question(self._at.look, self._at.scanners, question, why, answers, takes_own_words=False)

        def on_answered(number: int) -> None:
            self._close()
            answer(number)
            self.closed.emit()

        def on_given_up() -> None:
            self._close()
            self.closed.emit()

        asked.answered.connect(on_answered)
        asked.given_up.connect(on_given_up)
        self._panel.ask(asked)

    def _close(self) -> None:
        self._panel.rest()
