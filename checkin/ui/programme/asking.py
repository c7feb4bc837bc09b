"""The questions of the Programme page: what to do with a session, and whether to record that everybody has left it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.desk.out_now import left_inside
from checkin.domain.programme import SessionStatus
from checkin.domain.rearranging import with_session
from checkin.ui.frames.question import Question
from checkin.wording.sessions import toll

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Words
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts
    from checkin.ui.programme.work import ProgrammeWork


class ProgrammeAsking(QObject):
    """Opens the questions of the Programme page in its side panel, and carries out the answers."""

    closed = Signal()
    """Emitted when a question was closed, with an answer or without one."""

    def __init__(self, parts: Parts, work: ProgrammeWork, panel: SidePanel) -> None:
        super().__init__(panel)
        self._at = parts
        self._work = work
        self._panel = panel
        self._open_for = ""
        self.asked: set[str] = set()
        """The codes of the sessions for which it was asked already whether those inside are read out."""

    def ask_what_becomes_of(self, session: Session) -> None:
        """Ask whether to cancel the session (or bring it back), or to take it out of the programme."""
        code, is_cancelled = session.code, session.status is SessionStatus.CANCELLED
        first: Words = (
            (lambda say: say.text("Bring it back: it takes place"))
            if is_cancelled
            else (lambda say: say.text("Cancel it: it stays in the programme, struck out"))
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

    def ask_out_now(self) -> None:
        """Ask whether to record that the people inside leave now, for each session that does not take place any more.

        For each session this is asked once. Nothing is asked while another question or a form is open.
        """
        event = self._work.shown
        self.asked -= {code for code, session in event.sessions.items() if session.takes_place}
        for code, number in left_inside(event, dict(self._work.inside)).items():
            if self._panel.is_asking:
                return
            if code not in self.asked:
                self._ask_out_now(event, code, number)

    def escape(self) -> bool:
        """If a question is open, handle Esc in it, which closes it; return whether a question was open."""
        question = self._panel.currentWidget()
        if not isinstance(question, Question):
            return False
        question.escape()
        return True

    def give_up(self) -> None:
        """Close an open question without an answer, because the operator leaves the page.

        The question about people inside a session that does not take place is asked again when the operator comes back.
        """
        question = self._panel.currentWidget()
        if isinstance(question, Question) and not question.is_begun:
            self._panel.rest()
            self.asked.discard(self._open_for)

    def _ask_out_now(self, event: Event, code: str, number: int) -> None:
        title = event.sessions[code].title

        def answer(chosen: int) -> None:
            if chosen == 0:
                self._at.stopped.unless(lambda: self._work.read_out(code))()

        self._ask(
            lambda say: say.many(
                "“{session}” does not take place any more, and {count} person is inside.",
                "“{session}” does not take place any more, and {count} people are inside.",
                number,
                session=say.local(title),
            ),
            lambda say: say.text("Have they all left the room?"),
            (
                lambda say: say.text("Out now: all are read out"),
                lambda say: say.text("No: each is read out at the door"),
            ),
            answer,
        )
        self.asked.add(code)
        self._open_for = code

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
        self._open_for = ""
        self._panel.ask(asked)

    def _close(self) -> None:
        self._panel.rest()
