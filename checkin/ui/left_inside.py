"""The question whether those who are left inside a session that does not take place any more are read out now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from checkin.desk.out_now import left_inside, out_now
from checkin.desk.watch import occupancies
from checkin.domain.programme import Exits
from checkin.ui.strip import Offer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.programme import Event
    from checkin.remembered import State
    from checkin.ui.page import Parts
    from checkin.ui.strip import Told, TroubleStrip
    from checkin.wording import Wording


class LeftInside(QObject):
    """Asks in the window's strip once for each session that was cancelled or withdrawn with people inside.

    The page that the window shows does not matter, nor who has changed the programme. The question goes when it is
    answered, when nobody is inside any more, and when the session takes place again.
    """

    def __init__(self, parts: Parts, strip: TroubleStrip, known: State, parent: QObject) -> None:
        """`known` is the `state` from the last time when the event was open on this computer."""
        super().__init__(parent)
        self._at, self._strip = parts, strip
        self._answered = set(str(known.get("answered", "")).split())
        self._session, self._number = "", 0
        self._told: Told | None = None
        # Bound methods, which Qt disconnects when this object is deleted.
        parts.changes.programme_changed.connect(self.look)
        parts.changes.presence_changed.connect(self._on_presence)

    @property
    def state(self) -> State:
        """The codes of the sessions for which the question was answered."""
        return {"answered": " ".join(sorted(self._answered))}

    def look(self) -> None:
        """Find out in the background whether somebody is left inside, and ask."""
        file = self._at.file
        event = file.known_event
        self._answered -= {code for code, each in event.sessions.items() if each.takes_place}
        if event.policy.exits is Exits.NONE or all(each.takes_place for each in event.sessions.values()):
            self.stop()
            return

        def work() -> Mapping[str, int]:
            return left_inside(
                event, {code: each.inside for code, each in occupancies(file).items() if each.inside}
            )

        self._at.tasks.prompt.run(
            work, then=lambda left: self._on_counted(event, left), fail=lambda _error: None, key="left inside"
        )

    def stop(self) -> None:
        """Put the question away."""
        self._strip.put_away(self._told)
        self._told, self._session = None, ""

    def _on_presence(self, _session: str) -> None:
        """Count again while a question is open: somebody may have left."""
        if self._session:
            self.look()

    def _on_counted(self, event: Event, left: Mapping[str, int]) -> None:
        if not shiboken6.isValid(self):
            return
        code = next((each for each in left if each not in self._answered), "")
        if not code:
            self.stop()
            return
        if code == self._session and self._told is not None and self._strip.shows(self._told):
            self._number = left[code]
            self._strip.write_again(self._told)
            return
        self._ask(event, code, left[code])

    def _ask(self, event: Event, code: str, number: int) -> None:
        title = event.sessions[code].title
        self._session, self._number = code, number

        def told(say: Wording) -> tuple[str, str]:
            question = say.many(
                "“{session}” does not take place any more, and {count} person is inside.",
                "“{session}” does not take place any more, and {count} people are inside.",
                self._number,
                session=say.local(title),
            )
            return question, say.text("Have they all left the room?")

        self._told = told
        self._strip.ask(
            told,
            (
                Offer(lambda say: say.text("No: each is read out at the door"), self._answer),
                Offer(lambda say: say.text("Out now: all are read out"), self._read_out),
            ),
            is_danger=False,
        )

    def _answer(self) -> None:
        self._answered.add(self._session)
        self.stop()
        self.look()

    def _read_out(self) -> None:
        """Record that everybody who is inside has left, unless nothing can be recorded: then the question stays."""
        session = self._session

        def read_out() -> None:
            self._answer()
            at, staff, now = self._at, self._at.shift.staff, self._at.now()
            at.tasks.batch.run(
                lambda _tick: out_now(at.file, staff, session, now),
                then=lambda _number: self._on_read_out(session),
                fail=at.trouble,
            )

        self._at.stopped.unless(read_out)()

    def _on_read_out(self, session: str) -> None:
        changes = self._at.changes
        changes.presence_changed.emit(session)
        changes.delegates_changed.emit(frozenset())
        changes.acts_changed.emit()
