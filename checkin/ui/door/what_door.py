"""The question what a door is: an entrance, an exit or both, and for which session; it is asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.presence import Direction
from checkin.domain.programme import Exits
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.door.choice import DoorSetting
from checkin.ui.door.session_box import SessionBox, explained
from checkin.ui.plain import PlainLabel
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.choice import Choice
    from checkin.wording import Wording

_OFFERED: Final = (Direction.IN, Direction.OUT, Direction.AUTO)
_INDENT: Final = 26


class WhatDoor(QScrollArea, Dressed):
    """The question what a door is: an entrance, an exit or both, and for which session.

    The question is shown in place of the verdict. Enter takes the setting that is marked.
    """

    told = Signal()
    """Emitted when the operator has answered."""

    given_up = Signal()
    """Emitted when the operator goes back without an answer, which is possible only if the door was set before."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._look = look
        self._event: Event | None = None
        self._was_told = False
        self._kept: dict[str, None] = {}
        self._waiting = WholeLabel()
        self._waiting.setProperty("tone", "warning")
        self._asked, self._no_exits, self._of_session = PlainLabel(), PlainLabel(), PlainLabel()
        self._asked.setProperty("tone", "heading")
        self.ways = {direction: QRadioButton() for direction in _OFFERED}
        self._explained = {direction: PlainLabel() for direction in _OFFERED}
        self.session = SessionBox(look)
        self._about_session = PlainLabel()
        self.begin = QPushButton(default=True)
        self.back = QPushButton()
        self._lay_out()
        self.begin.clicked.connect(self.told)
        self.back.clicked.connect(self.given_up)
        self.session.currentIndexChanged.connect(lambda _number: self._explain_session())
        look.in_each_language(self._label)

    def ask(self, setting: DoorSetting, event: Event) -> None:
        """Prepare the question, with this setting marked.

        If the event does not scan exits, the question offers only an entrance, and says why.
        """
        self._event, self._was_told = event, setting.is_told
        self.offer(event, setting)
        self.ways[setting.direction_at(event)].setChecked(True)

    def offer(self, event: Event, setting: DoorSetting) -> None:
        """Fill the box of sessions anew from the event's programme, with the choice in `setting` selected."""
        self._event = event
        self.session.offer(event, setting.choice)
        self._label()

    def is_offered(self, choice: Choice) -> bool:
        """Whether the box of sessions offers this choice."""
        return self.session.holds(choice)

    @property
    def answer(self) -> DoorSetting:
        """The setting that is marked now."""
        direction = next((each for each, way in self.ways.items() if way.isChecked()), Direction.IN)
        return DoorSetting(direction, self.session.choice, is_told=True)

    def take_focus(self) -> None:
        """Move the focus to the marked direction (such as “Entrance”); the arrow keys choose another."""
        marked = next((way for way in self.ways.values() if way.isChecked()), self.ways[Direction.IN])
        marked.setFocus()

    @property
    def can_be_given_up(self) -> bool:
        """Whether the operator may go back without an answer, because the door was set before."""
        return self._was_told

    def keep(self, text: str) -> None:
        """Keep a text that was scanned while the question is open, and show how many texts are kept.

        A text that is scanned twice is kept once.
        """
        self._kept[text] = None
        self._label()
        announce(self, self._waiting.text(), at_once=True)

    def take_kept(self) -> tuple[str, ...]:
        """Return the texts that were kept, in the order in which they were scanned, and keep them no longer."""
        kept, self._kept = tuple(self._kept), {}
        self._label()
        return kept

    def _explain_session(self) -> None:
        self._about_session.setText(explained(self.session.choice, self._say))

    def _label(self) -> None:
        say = self._say
        self._asked.setText(say.text("What is this door?"))
        for direction in _OFFERED:
            self.ways[direction].setText(way(direction, say))
            self.ways[direction].setAccessibleDescription(_meaning(direction, say))
            self._explained[direction].setText(_meaning(direction, say))
        has_exits = self._event is None or self._event.policy.exits is Exits.SCANNED
        for direction in (Direction.OUT, Direction.AUTO):
            self.ways[direction].setVisible(has_exits)
            self._explained[direction].setVisible(has_exits)
        self._no_exits.setText(
            say.text("At this event nobody is read on leaving, so every door is an entrance.")
        )
        self._no_exits.setVisible(not has_exits)
        self._waiting.setText(_words_of_kept(len(self._kept), say))
        self._waiting.setVisible(bool(self._kept))
        self._of_session.setText(say.text("For which &session?"))
        self.session.setAccessibleName(say.text("Session"))
        self.begin.setText(say.with_key(say.text("Begin"), "Enter"))
        self.back.setText(say.with_key(say.text("Cancel"), "Esc"))
        self.back.setVisible(self._was_told)
        self._explain_session()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        head = QHBoxLayout()  # on a low page too, the button is seen without scrolling
        for widget in (self._asked, self.begin, self.back):
            head.addWidget(widget)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._waiting)
        for direction in _OFFERED:
            column.addWidget(self.ways[direction])
            column.addWidget(_indented(self._explained[direction]))
        column.addWidget(self._no_exits)
        self._of_session.setBuddy(self.session)
        column.addWidget(self._of_session)
        column.addWidget(self.session)
        column.addWidget(self._about_session)
        for label in (*self._explained.values(), self._no_exits, self._about_session):
            label.setWordWrap(True)
            label.setProperty("tone", "muted")
        column.addStretch(1)
        self.setWidget(inside)


def _words_of_kept(count: int, say: Wording) -> str:
    return say.many(
        "{count} badge was read. The verdict follows your answer.",
        "{count} badges were read. The verdicts follow your answer.",
        count,
    )


def way(direction: Direction, say: Wording) -> str:
    """The word for a door of this direction, such as “Entrance”, in the language of `say`."""
    match direction:
        case Direction.IN:
            return say.text("Entrance")
        case Direction.OUT:
            return say.text("Exit")
        case Direction.AUTO:
            return say.text("Entrance and exit")


def _meaning(direction: Direction, say: Wording) -> str:
    match direction:
        case Direction.IN:
            return say.text("Badges are read when guests come in.")
        case Direction.OUT:
            return say.text("Badges are read when guests leave.")
        case Direction.AUTO:
            return say.text(
                "Only where every guest is read on leaving too: the second reading signs them out."
            )


def _indented(label: PlainLabel) -> PlainLabel:
    label.setContentsMargins(_INDENT, 0, 0, 2)
    return label
