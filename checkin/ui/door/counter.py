"""The door's counter: how many persons are inside, for how many seats, and how many entered in the last minute."""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkin.desk.watch import occupancy
from checkin.domain.admission import Admitted
from checkin.domain.facts import Scanned
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.desk.door_answer import DoorAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.programme import Session
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance

_A_MINUTE: Final = timedelta(minutes=1)
_LARGE, _RATE, _SMALL = 2.0, 1.6, 1.0
"""The text sizes of the persons inside and of the entries in the last minute, and of both on a low page."""


class DoorCounter(QWidget, Dressed):
    """Shows how many persons are in the session, and how many entered it at this door in the last minute.

    `count` reads the number of persons inside from the event file; `note` takes the number from a verdict.
    """

    def __init__(self, file: EventFile, tasks: Tasks, look: Appearance) -> None:
        super().__init__()
        self._file = file
        self._tasks = tasks
        self._look = look
        self._inside = 0
        self._session: Session | None = None
        self._entries: deque[tuple[str, datetime]] = deque()
        self._undone: list[tuple[str, datetime]] = []
        self.inside, self.rate = PlainLabel(), PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self.fit(is_low=False)
        row.addWidget(self.inside)
        row.addWidget(self.rate)
        self.show_at(None)
        look.language_changed.connect(self._label)

    def fit(self, *, is_low: bool) -> None:
        """Make the numbers smaller if the page `is_low`."""
        self._look.put_font(self.inside, _SMALL if is_low else _LARGE, bold=True)
        self._look.put_font(self.rate, _SMALL if is_low else _RATE)

    def show_at(self, session: Session | None) -> None:
        """Show the count of this session; show nothing if `session` is None."""
        self._session = session
        self.count()

    def count(self) -> None:
        """Read from the event file how many persons are inside, and show the number."""
        session = self._session
        if session is None:
            self.inside.setText("")
            self.rate.setText("")
            return
        self._tasks.prompt.run(
            lambda: occupancy(self._file, session.code),
            then=if_alive(self, lambda known: self._show_inside(known.inside)),
            key="door counter",
        )

    def note(self, answer: DoorAnswer) -> None:
        """Show the number of persons inside that `answer` contains; if the person came in, count the entry too."""
        was_inside = answer.before is not None and answer.before.is_open
        place = answer.session.code if answer.session is not None else ""
        if isinstance(answer.verdict, Admitted) and not was_inside:
            self._entries.append((place, answer.at))
        if self._session is not None and place == self._session.code:
            self._show_inside(answer.occupancy.inside)
        self.tick(answer.at)

    def follow(self, undoing: Undoing) -> None:
        """Stop counting the entry that was undone, and count the entry again that was brought back."""
        for fact in undoing.undone.facts:
            if isinstance(fact, Scanned):
                self._forget(fact.at)
        for fact in undoing.brought_back.facts if undoing.brought_back is not None else ():
            if isinstance(fact, Scanned):
                self._count_again(fact.at)

    def _forget(self, at: datetime) -> None:
        self._undone += [entry for entry in self._entries if entry[1] == at]
        self._entries = deque(entry for entry in self._entries if entry[1] != at)
        self.tick(at)

    def _count_again(self, at: datetime) -> None:
        brought_back = [entry for entry in self._undone if entry[1] == at]
        self._undone = [entry for entry in self._undone if entry[1] != at]
        self._entries = deque(sorted((*self._entries, *brought_back), key=lambda entry: entry[1]))
        self.tick(at)

    def tick(self, now: datetime) -> None:
        """Forget who came in a minute ago or earlier, and show how many entered the session since then.

        Without a session nothing is shown.
        """
        while self._entries and self._entries[0][1] <= now - _A_MINUTE:
            self._entries.popleft()
        if self._session is not None:
            self._show_rate()

    def _label(self) -> None:
        if self._session is not None:
            self._show_inside(self._inside)
            self._show_rate()

    def _show_rate(self) -> None:
        at = self._session.code if self._session is not None else ""
        entries = sum(1 for session, _ in self._entries if session == at)
        self.rate.setText(self._say.text("+{count}/min").format(count=entries))

    def _show_inside(self, inside: int) -> None:
        self._inside = inside
        if self._session is None:
            return
        say, capacity = self._say, self._file.known_event.capacity_of(self._session)
        text = say.text("inside {inside} / {capacity}") if capacity else say.text("inside {inside}")
        self.inside.setText(text.format(inside=inside, capacity=capacity))
