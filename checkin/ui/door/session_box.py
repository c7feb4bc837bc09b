"""The box in which a door's session is chosen: by the clock for all rooms or one, or one session of the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QStandardItemModel

from checkin.ui.appearance import Dressed
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.elided import ElidedCombo
from checkin.ui.plain import tool_tip

if TYPE_CHECKING:
    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.choice import Choice
    from checkin.wording import Wording

_SHORTEST: Final = 12
_MOST_ROWS, _FEWEST_ROWS = 14, 6
"""The rows of the open list: as many as there is room for below the box, but not fewer than can be read at a glance."""


class SessionBox(ElidedCombo, Dressed):
    """The combo box in which the operator chooses the session of a door, or lets the program choose it by the time.

    The sessions are listed by day; the names of the days are headings, which cannot be chosen.
    """

    def __init__(self, look: Appearance) -> None:
        super().__init__(_SHORTEST)
        self._look = look
        self.setMaxVisibleItems(_MOST_ROWS)

    def showPopup(self) -> None:
        """Open the list of sessions with as many rows as fit below the box, but at least 6 and at most 14."""
        below = self.screen().availableGeometry().bottom() - self.mapToGlobal(self.rect().bottomLeft()).y()
        rows = below // max(self.view().sizeHintForRow(0), 1) - 1
        self.setMaxVisibleItems(max(_FEWEST_ROWS, min(rows, _MOST_ROWS)))
        super().showPopup()

    @property
    def choice(self) -> Choice:
        """The choice that the box shows now."""
        shown: Choice | None = self.currentData()
        return shown if shown is not None else ByClock()

    def holds(self, choice: Choice) -> bool:
        """Whether the box offers this choice."""
        return any(self.itemData(number) == choice for number in range(self.count()))

    def offer(self, event: Event, choice: Choice) -> None:
        """Fill the box anew, and show `choice` in it.

        The box offers first to choose by the time, in all rooms or in one room, and then every session that has doors.
        If `choice` is not among them, the choice by the time in all rooms is shown.
        """
        with QSignalBlocker(self):
            self.clear()
            self._add(self._say.text("By the clock, all rooms"), ByClock())
            for room, name in _rooms(event, self._say).items():
                self._add(self._say.text("By the clock: {room}").format(room=name), ByClock(room))
            self._offer_sessions(event)
            choices = [self.itemData(number) for number in range(self.count())]
            self.setCurrentIndex(choices.index(choice) if choice in choices else 0)

    def _offer_sessions(self, event: Event) -> None:
        say, day = self._say, None
        for session in event.sessions_by_time():
            if not session.doors:
                continue
            of_day = event.day_of(session.start)
            if of_day != day:
                day = of_day
                self._add_heading(say.day(of_day))
            words = f"{times(say, session, event)}  {say.local(session.title)}"
            room = say.local(event.room_of(session))
            self._add(f"{words} · {room}" if room else words, ByHand(session.code))

    def _add(self, text: str, choice: Choice) -> None:
        self.addItem(text, choice)
        tip = f"{text}\n{explained(choice, self._say)}"
        self.setItemData(self.count() - 1, tool_tip(tip), Qt.ItemDataRole.ToolTipRole)

    def _add_heading(self, text: str) -> None:
        self.addItem(text)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            heading = model.item(self.count() - 1)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            font = heading.font()
            font.setBold(True)
            heading.setFont(font)


def explained(choice: Choice, say: Wording) -> str:
    """A sentence that explains the choice: the door keeps one session, or finds the session anew for each guest."""
    match choice:
        case ByHand():
            return say.text(
                "The door stays with this session, whatever the time is, until you choose another."
            )
        case ByClock(""):
            return say.text("For each guest the program takes the session whose doors are open, in any room.")
        case ByClock():
            return say.text("For each guest the program takes the session whose doors are open in this room.")


def several_are_open(say: Wording, count: int) -> str:
    """A sentence for the operator: `count` sessions in several rooms have open doors, so choose the room."""
    return say.many(
        "{count} session is open; choose the room", "{count} sessions are open; choose the room", count
    )


def times(say: Wording, session: Session, event: Event) -> str:
    """The beginning and end of a session in the time zone of the venue, such as “09:00–10:30”."""
    return f"{say.time(session.start, event.zone)}–{say.time(session.end, event.zone)}"


def _rooms(event: Event, say: Wording) -> dict[str, str]:
    """The names of the rooms with doors, by code; none if there is only one room."""
    rooms = {
        str(session.room): say.local(event.room_of(session))
        for session in event.sessions_by_time()
        if session.room and session.doors
    }
    return rooms if len(rooms) > 1 else {}
