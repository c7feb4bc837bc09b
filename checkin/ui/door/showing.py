"""Shows on the door's panel a verdict, an error, or that the door is ready, closed, or has no session any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin.domain.presence import Direction
from checkin.domain.programme import DoorWords
from checkin.ui.appearance import Dressed
from checkin.ui.door.sight import trouble_sight, waiting_sight
from checkin.ui.theme import Look
from checkin.wording import Circumstances
from checkin.wording.discreet import one_moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.domain.programme import Session
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.panel import VerdictPanel
    from checkin.ui.door.sight import Sight
    from checkin.ui.stopped import Stopped


class Showing(QObject, Dressed):
    """Decides what the panel of the door page shows, and shows it again when the language or the colours change."""

    def __init__(self, panel: VerdictPanel, file: EventFile, look: Appearance, stopped: Stopped) -> None:
        super().__init__(panel)
        self._panel = panel
        self._file = file
        self._look = look
        self._stopped = stopped
        self._session: Session | None = None
        self._direction = Direction.IN
        self._now: datetime | None = None
        self._is_ready = True
        self._sight: Callable[[], Sight] = self._ready_sight
        look.language_changed.connect(self._show_again)
        look.colours_changed.connect(self._show_again)
        self.get_ready()

    def stand_at(self, session: Session | None, direction: Direction, now: datetime) -> None:
        """Set the session of the door, its direction and the time; `session` is None if none opens here any more.

        A verdict on the panel stays.
        """
        self._session, self._direction, self._now = session, direction, now
        if self._is_ready and self._sight() != self._panel.sight:
            self._show_again()

    def show(self, sight: Callable[[], Sight]) -> None:
        """Show the `Sight` (all that the panel paints) that the function `sight` returns, and have it read aloud.

        The function is called again when the language or the colours change.
        """
        self._is_ready = False
        self._sight = sight
        self._panel.show_sight(sight())

    def get_ready(self) -> None:
        """Show that the door is ready for the next badge, or that it is closed or has no session."""
        self._is_ready = True
        self._sight = self._ready_sight
        self._show_again()

    def wait(self) -> None:
        """Ask the guest to wait, because the answer takes longer than usual."""
        self.show(lambda: waiting_sight(self._colours, "…", self._say.text("Please wait a moment.")))

    def show_trouble(self) -> None:
        """Show that nothing was recorded for the badge, because of an error; the panel does not say which error."""
        self.show(self._trouble_sight)

    def _ready_sight(self) -> Sight:
        say, session = self._say, self._session
        if self._stopped.why is not None:
            return self._no_sight(say.text("STOPPED"))
        if session is None:
            words = say.text("NO SESSION"), say.text("No session opens here any more.")
        else:
            words = self._not_open(session) or (say.text("READY"), say.text("Please show your badge."))
        return waiting_sight(self._colours, *words)

    def _not_open(self, session: Session) -> tuple[str, str] | None:
        """The title and the sentence if the doors let nobody in now, and None where guests show their badges.

        At an exit guests leave at any time. At a door for both directions they also leave after the last entry.
        """
        now, zone = self._now, self._file.known_event.zone
        is_over = now is not None and now > session.last_entry
        is_left = self._direction is Direction.OUT or (self._direction is Direction.AUTO and is_over)
        if now is None or is_left or session.doors_are_open(now):
            return None
        return self._say.not_open(session, Circumstances(now, zone))

    def _trouble_sight(self) -> Sight:
        return self._no_sight(self._say.text("NOT RECORDED"))

    def _no_sight(self, title: str) -> Sight:
        """The `Sight` of a door that records nothing. Where guests read discreet words, the title is left out."""
        if self._file.known_event.policy.door_words is DoorWords.DISCREET:
            return trouble_sight(one_moment(self._say), "", Look.ONE_MOMENT)
        return trouble_sight(title, self._say.text("Please wait a moment."))

    def _show_again(self) -> None:
        self._panel.show_sight(self._sight(), aloud=False)
