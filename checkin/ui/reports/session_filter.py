"""The box with which the Reports page shows the sessions of one day or of one room only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker

from checkin.ui.elided import ElidedCombo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.programme import Event, Session
    from checkin.wording import Wording

_LETTERS: Final = 14
_FEW: Final = 12
"""The greatest number of sessions among which anybody finds one at a glance; the box is then hidden."""
_DAY, _ROOM = "day ", "room "


class SessionFilter(ElidedCombo):
    """A box with the days and the rooms of the programme; its first entry stands for the whole event.

    `key` is the chosen entry as a text that a page can keep: "" for the whole event.
    """

    def __init__(self) -> None:
        super().__init__(_LETTERS)
        self.hide()

    @property
    def key(self) -> str:
        """The chosen entry; "" for the whole event, which is chosen too while the box is hidden."""
        return str(self.currentData() or "")

    def offer(self, event: Event, say: Wording, wanted: str | None = None) -> None:
        """Offer the days and rooms in which there are sessions.

        The entry `wanted` is chosen, or else the one that was chosen before, if it is still there.
        """
        wanted = self.key if wanted is None else wanted
        sessions = event.sessions_by_time()
        names = event.names_of_rooms()
        days = sorted({event.day_of(each.start) for each in sessions})
        rooms = sorted(
            {str(each.room) for each in sessions if each.room}, key=lambda code: say.local(names[code])
        )
        with QSignalBlocker(self):
            self.clear()
            self.addItem(say.text("Whole event"), "")
            for day in days:
                self.addItem(say.day(day), f"{_DAY}{day.isoformat()}")
            for code in rooms:
                self.addItem(say.local(names[code]), f"{_ROOM}{code}")
            is_of_use = len(sessions) > _FEW
            self.setCurrentIndex(max(self.findData(wanted), 0) if is_of_use else 0)
        self.setVisible(is_of_use)

    def among(self, event: Event, sessions: Iterable[Session]) -> list[Session]:
        """The sessions, of those given, that are on the chosen day or in the chosen room."""
        if self.key.startswith(_DAY):
            day = date.fromisoformat(self.key.removeprefix(_DAY))
            return [each for each in sessions if event.day_of(each.start) == day]
        if self.key.startswith(_ROOM):
            return [each for each in sessions if str(each.room) == self.key.removeprefix(_ROOM)]
        return list(sessions)


def in_words(session: Session, event: Event, say: Wording) -> str:
    """One line that tells this session from others: its day and time at the venue, its title and its room."""
    start, room = session.start.astimezone(event.zone), say.local(event.room_of(session))
    named = " · ".join(filter(None, (say.local(session.title), room)))
    return f"{say.day_of_year(start.date())} {start:%H:%M}  {named}"
