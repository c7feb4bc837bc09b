"""The section with the rooms of the event, and with the rooms that sessions name and the event does not define."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from checkin.domain.programme import LocalText, Room
from checkin.domain.things import LONGEST_CODE
from checkin.text.pasted import meant
from checkin.text.pasted_rooms import read_pasted_rooms
from checkin.text.proposing import proposed_code
from checkin.text.signs import CODE, NAME
from checkin.ui.event.pasting import paste_of
from checkin.ui.event.section import Answer, Paste, Section, Withdrawal
from checkin.ui.event.thing_form import ThingForm, digits
from checkin.ui.frames.inputs import TextLine
from checkin.ui.frames.local_text import LocalTextInput
from checkin.ui.plain import PlainLabel
from checkin.ui.table import TableColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.survey import Survey
    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording


_NAMED: Final = 3
"""How many sessions of a room are named; a line with all of them would take the room of the fields."""


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room and the sessions in it; `is_defined` is False for a room that only sessions name."""

    room: Room
    sessions: tuple[Session, ...]
    is_defined: bool = True


class RoomSection(Section[RoomRow]):
    """The section of the rooms."""

    code = "rooms"
    stretched = 0
    takes_lists = True

    def title(self, say: Wording) -> str:
        """The name of the section."""
        return say.text("Rooms")

    def hint(self, say: Wording) -> str:
        """The sentence that says what to do while there is no room."""
        return say.text("There is no room yet. Ctrl+N adds one, Ctrl+V pastes a list.")

    def add_words(self, say: Wording) -> str:
        """The words of the button that adds a room."""
        return say.text("Add a room")

    def columns(self, say: Wording, table: QWidget) -> Sequence[TableColumn[RoomRow]]:
        """The columns of the table."""
        del table
        return (
            TableColumn(say.text("Room"), lambda row: say.local(row.room.name)),
            TableColumn(
                say.text("Code"),
                lambda row: row.room.code if row.is_defined else say.text("not defined yet"),
            ),
            TableColumn(
                say.text("Capacity"),
                lambda row: "" if row.room.capacity is None else str(row.room.capacity),
                lambda row: row.room.capacity or 0,
                is_number=True,
            ),
            TableColumn(
                say.text("Sessions"),
                lambda row: str(len(row.sessions)),
                lambda row: len(row.sessions),
                is_number=True,
            ),
        )

    def rows(self, known: Survey) -> Sequence[RoomRow]:
        """The rooms of the event, then those that only sessions name."""
        sessions: dict[str, list[Session]] = {}
        for session in known.event.sessions_by_time():
            sessions.setdefault(str(session.room), []).append(session)
        defined = [RoomRow(room, tuple(sessions.get(room.code, ()))) for room in known.event.rooms.values()]
        named = [
            RoomRow(Room(name, of_room[0].room), tuple(of_room), is_defined=False)
            for name, of_room in sessions.items()
            if name and name not in known.event.rooms
        ]
        return [*defined, *named]

    def key(self, row: RoomRow) -> str:
        """The room's code."""
        return row.room.code

    def form(self, known: Survey, row: RoomRow | None) -> ThingForm:
        """The form of a room."""
        return RoomForm(self._look, known.event, row)

    def can_withdraw(self, row: RoomRow) -> bool:
        """Whether the event defines the room."""
        return row.is_defined

    def pasted(self, known: Survey, text: str) -> Paste:
        """The event with the rooms of a pasted list; sessions that named a new room in words name it by its code."""
        event = known.event
        if not text.strip():
            return Paste(None, _how_to_paste)
        read = read_pasted_rooms(text, list(event.rooms.values()), event.description.languages)
        told = {each.code: each for each in (*read.changed, *read.new)}
        sessions = dict(event.sessions)
        for row in self.rows(known):
            names = [words for _, words in row.room.name.by_language]
            room = None if row.is_defined else meant(names, read.new)
            if room is not None:
                sessions |= _in_room(row.sessions, room.code)
        wanted = replace(event, rooms={**event.rooms, **told}, sessions=sessions)
        return paste_of(read, wanted, lambda say: say.text("Room"))

    def withdrawal(self, known: Survey, row: RoomRow) -> Withdrawal:
        """The answer that withdraws the room without a question.

        Its sessions keep the room's name, and its capacity if they have none themselves.
        """
        event = known.event
        rooms = {code: room for code, room in event.rooms.items() if code != row.room.code}
        sessions = {
            code: replace(each, room=row.room.name, capacity=event.capacity_of(each))
            if str(each.room) == row.room.code
            else each
            for code, each in event.sessions.items()
        }
        wanted = replace(event, rooms=rooms, sessions=sessions)
        return Withdrawal(None, lambda _say: "", (Answer(lambda _say: "", wanted),))


class RoomForm(ThingForm):
    """The form of a room: one that the event defines, a new one, or one that only sessions name."""

    def __init__(self, look: Appearance, seen: Event, row: RoomRow | None) -> None:
        self._row = row
        self._is_new = row is None or not row.is_defined
        room = row.room if row is not None else Room("", LocalText())
        code = {"code": TextLine(maxLength=LONGEST_CODE)} if self._is_new else {}
        super().__init__(
            look,
            seen,
            (lambda say: say.text("New room"))
            if self._is_new
            else lambda say: say.about(say.text("Room"), room.code),
            {
                "name": LocalTextInput(look, seen.description.languages, room.name),
                "capacity": digits(room.capacity),
                **code,
            },
            {
                "name": lambda say: say.text("Room") + " *",
                "capacity": lambda say: say.text("Capacity"),
                "code": lambda say: say.text("Code"),
            },
        )
        self._sessions = PlainLabel(wordWrap=True)
        self._sessions.setProperty("tone", "muted")
        self.add_below(self._sessions)
        look.in_each_language(self._name_sessions)
        self.changed.connect(self._propose)
        self._propose()

    def wanted(self) -> Event:
        """The event with the room; sessions that named the room in words then name it by its code."""
        event = self.seen
        code = self.or_proposed("code") if self._row is None or self._is_new else self._row.room.code
        room = Room(code, self.text("name"), self.number("capacity"))
        self.require("name", room.name)
        others = [each for each in event.rooms.values() if self._is_new or each.code != code]
        self.require_other_signs(room, others, {NAME: "name", CODE: "code"})
        sessions = event.sessions
        if self._row is not None and self._is_new:
            sessions = {**sessions, **_in_room(self._row.sessions, code)}
        return replace(event, rooms={**event.rooms, code: room}, sessions=sessions)

    def _name_sessions(self) -> None:
        """Name below the fields the sessions that take place in the room."""
        say, sessions = self._say, self._row.sessions if self._row is not None else ()
        names = ", ".join(say.local(each.title) for each in sessions[:_NAMED])
        more = len(sessions) - _NAMED
        if more > 0:
            names = say.many("{fields} and {count} more", "{fields} and {count} more", more, fields=names)
        self._sessions.setText(say.about(say.text("Sessions"), names) if names else "")
        self._sessions.setVisible(bool(names))

    def _propose(self) -> None:
        name = str(self.text("name"))
        self.propose("code", proposed_code(name, self.seen.rooms), out_of=name)


def _in_room(sessions: Iterable[Session], code: str) -> dict[str, Session]:
    """These sessions by their codes, in the room with this code."""
    return {each.code: replace(each, room=LocalText.of(code)) for each in sessions}


def _how_to_paste(say: Wording) -> str:
    return say.text("Copy a list first: a line for each room, such as “Great Hall (300)”.")
