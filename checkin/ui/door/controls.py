"""The controls at the top of the door page: the session, the direction, and the field for a code typed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from checkin.domain.presence import Direction
from checkin.ui.appearance import Dressed
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.elided import ElidedCombo, ElidedLabel
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.door.choice import Choice
    from checkin.wording import Wording

_DIRECTIONS: Final = (Direction.AUTO, Direction.IN, Direction.OUT)
_LONGEST_CODE: Final = 40
_WIDE_LETTERS: Final = 150
"""The width from which the controls have room for their labels, in letters."""
_LENGTH, _SHORT_LENGTH = 22, 10
_CODE_WIDE, _CODE_NARROW = 24, 15
"""The widths of the session box and of the code field, in letters: on a wide page and on a narrow one."""


class DoorControls(QWidget, Dressed):
    """The controls at the top of the door page, which a steward sets once and sees all the time."""

    chosen = Signal(object)
    """Emitted with the `Choice` of a session that the steward has made."""

    code_typed = Signal(str)
    left = Signal()
    """Emitted when the controls no longer need the focus, so that the panel can have it."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._labels: list[tuple[PlainLabel, Words]] = []
        self._is_begun_by_letter = False
        self._is_alone = False
        self.title = ElidedLabel()
        look.put_font(self.title, 1.7, bold=True)
        self.title.setMinimumWidth(120)
        self.note = PlainLabel()
        self.note.setMinimumWidth(1)  # in little room the session's title is worth more
        self.session = ElidedCombo(_LENGTH)
        self.session.setMaxVisibleItems(24)
        self.direction_box = QComboBox()
        self.direction_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for direction in _DIRECTIONS:
            self.direction_box.addItem("", direction)
        self.code = _CodeField()
        self._lay_out()
        look.in_each_language(self._label)
        look.size_changed.connect(lambda: self._fit(self.width()))
        self.session.activated.connect(self._on_chosen)
        self.direction_box.activated.connect(lambda _number: self.left.emit())
        self.code.returnPressed.connect(self._on_code)
        self.code.textChanged.connect(self._on_code_changed)
        self.code.escaped.connect(self.left)
        self.left.connect(lambda: self._fit(self.width()))

    @property
    def direction(self) -> Direction:
        """The direction that is set for the scans at this door: in and out, in only, or out only."""
        return _DIRECTIONS[self.direction_box.currentIndex()]

    @property
    def has_focus(self) -> bool:
        """Whether one of the controls has the focus, and so takes the keys."""
        return any(widget.hasFocus() for widget in (self.session, self.direction_box, self.code))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the labels on a narrow page, where the session's title matters more.

        The boxes keep their names for screen readers.
        """
        self._fit(event.size().width())
        super().resizeEvent(event)

    def show_alone(self, *, is_alone: bool) -> None:
        """Hide the boxes, which are nothing for guests; a code can still be typed."""
        self._is_alone = is_alone
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        is_wide = width >= _WIDE_LETTERS * self.fontMetrics().averageCharWidth()
        for label, _ in self._labels:
            label.setVisible(is_wide and not self._is_alone)
        self.session.setVisible(not self._is_alone)
        self.direction_box.setVisible(not self._is_alone)
        self.code.setVisible(not self._is_alone or bool(self.code.text()))
        self.session.setMinimumContentsLength(_LENGTH if is_wide else _SHORT_LENGTH)
        self.code.setFixedWidth(
            self.fontMetrics().averageCharWidth() * (_CODE_WIDE if is_wide else _CODE_NARROW)
        )
        self._arrange()

    def next_direction(self) -> None:
        """Switch to the next direction: from in and out to in only, then to out only, and then round again."""
        self.direction_box.setCurrentIndex((self.direction_box.currentIndex() + 1) % len(_DIRECTIONS))

    def ask_for(self, direction: str) -> None:
        """Set the direction of the scans that follow. Do nothing if `direction` is not the name of a direction."""
        if direction in set(_DIRECTIONS):
            self.direction_box.setCurrentIndex(_DIRECTIONS.index(Direction(direction)))

    def focus_code(self) -> None:
        """Move the focus to the code field, for a code typed by hand."""
        self._is_begun_by_letter = False
        self.code.show()
        self.code.setFocus()
        self.code.selectAll()

    def begin_code(self, letter: str) -> None:
        """Move the focus to the code field, and insert this letter, which was typed anywhere on the page."""
        self._is_begun_by_letter = True
        self.code.show()
        self.code.setFocus()
        self.code.insert(letter)

    def forget_code(self) -> None:
        """Empty the code field: a badge was read, so whoever's code was begun there has gone on."""
        self._is_begun_by_letter = False
        self.code.clear()

    def offer(self, event: Event, choice: Choice) -> bool:
        """List the choices by the clock (for all rooms and for each room), then every session, day by day.

        Return whether `choice` is in the list. If it is not, the choice by the clock for all rooms is shown.
        """
        say = self._say
        with QSignalBlocker(self.session):
            self.session.clear()
            self.session.addItem(say.text("By the clock, all rooms"), ByClock())
            rooms = {
                str(session.room): say.local(event.room_of(session))
                for session in event.sessions_by_time()
                if session.room and session.doors
            }
            for room, name in rooms.items() if len(rooms) > 1 else ():
                self.session.addItem(say.text("By the clock: {room}").format(room=name), ByClock(room))
            self._offer_sessions(event)
            choices = [self.session.itemData(number) for number in range(self.session.count())]
            self.session.setCurrentIndex(choices.index(choice) if choice in choices else 0)
        return choice in choices

    def show_session(self, session: Session | None, event: Event, now: datetime) -> None:
        """Show the title of the session that the door answers for, with a note such as “chosen by hand”."""
        say = self._say
        if session is None:
            self.title.setText(say.text("No session"))
            self.note.clear()
            return
        when_and_where = "".join(
            f"  ·  {part}"
            for part in (_times(say, session, event), say.local(event.room_of(session)))
            if part
        )
        self.title.setText(say.local(session.title), when_and_where)
        choice = self.session.currentData()
        if isinstance(choice, ByHand):
            self._show_note(say.text("chosen by hand"), is_warning=True)
        elif choice == ByClock() and (count := _open_in_several_rooms(event, now)):
            several = say.many(
                "{count} session is open; choose the room",
                "{count} sessions are open; choose the room",
                count,
            )
            self._show_note(several, is_warning=True)
        else:
            self._show_note(self._opening(session, event, now), is_warning=False)
        self._arrange()

    def _arrange(self) -> None:
        """Put the title beside the boxes; if it would be cut there, put it above them."""
        beside = self._boxes.sizeHint().width() + self.fontMetrics().averageCharWidth() * 2
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text)
        is_beside = wanted + beside <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._rows.direction():
            self._rows.setDirection(direction)

    def _opening(self, session: Session, event: Event, now: datetime) -> str:
        say = self._say
        if session.doors_are_open(now):
            return ""
        if session.is_closed_by_hand:
            return say.text("doors closed by hand")
        if now < session.doors_open:
            when = session.doors_open
            is_today = when.astimezone(event.zone).date() == now.astimezone(event.zone).date()
            told = say.time(when, event.zone) if is_today else say.moment(when, event.zone)
            return say.text("doors open {time}").format(time=told)
        return say.text("entry is closed") if now > session.last_entry else ""

    def _show_note(self, text: str, *, is_warning: bool) -> None:
        self.note.setText(text)
        set_tool_tip(self.note, text)
        self.note.setProperty("tone", "warning" if is_warning else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _offer_sessions(self, event: Event) -> None:
        say, day = self._say, None
        for session in event.sessions_by_time():
            if not session.doors:
                continue
            of_day = session.start.astimezone(event.zone).date()
            if of_day != day:
                day = of_day
                self._add_heading(say.short_day(of_day))
            words = f"{_times(say, session, event)}  {say.local(session.title)}"
            room = say.local(event.room_of(session))
            self.session.addItem(f"{words} · {room}" if room else words, ByHand(session.code))

    def _add_heading(self, text: str) -> None:
        self.session.addItem(text)
        model = self.session.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.session.count() - 1).setEnabled(False)

    def _on_chosen(self, number: int) -> None:
        choice = self.session.itemData(number)
        if choice is not None:
            self.chosen.emit(choice)

    def _on_code_changed(self, text: str) -> None:
        """Leave the code field when it is empty again, if its code was begun by a letter typed elsewhere.

        This happens when the letters came from a scanner and are taken out of the field. The digit keys then answer
        the verdict again.
        """
        if not text and self._is_begun_by_letter:
            self._is_begun_by_letter = False
            self.left.emit()

    def _on_code(self) -> None:
        text = self.code.text().strip()
        self.code.clear()
        self.left.emit()
        if text:
            self.code_typed.emit(text)

    def _label(self) -> None:
        say = self._say
        self.session.setAccessibleName(say.text("Session"))
        self.direction_box.setAccessibleName(say.text("Direction"))
        for number, direction in enumerate(_DIRECTIONS):
            self.direction_box.setItemText(number, say.direction(direction))
        self.code.name(say.text("Type a code"))
        for label, words in self._labels:
            label.setText(words(say))

    def _lay_out(self) -> None:
        self._boxes = QWidget()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addWidget(self.title, 1)
        self._rows.addWidget(self._boxes)
        row = QHBoxLayout(self._boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note)
        row.addStretch(1)
        named: tuple[tuple[Words, QWidget], ...] = (
            (lambda say: say.text("&Session"), self.session),
            (lambda say: say.text("&Direction"), self.direction_box),
            (lambda say: say.text("&Code"), self.code),
        )
        for words, box in named:
            label = PlainLabel()
            label.setBuddy(box)
            label.setProperty("tone", "muted")
            self._labels.append((label, words))
            row.addWidget(label)
            row.addWidget(box)


class _CodeField(QLineEdit):
    """The field for typing the 16 characters below a QR code, with or without hyphens; Esc leaves the field."""

    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST_CODE)

    def name(self, name: str) -> None:
        """Set the name of the field, which is shown in it while it is empty and read by a screen reader."""
        self.setPlaceholderText(name)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear and leave the field on Esc. Do not pass Enter on to the page, which would answer the verdict."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()  # or the page would take Enter for an answer to the verdict


def _times(say: Wording, session: Session, event: Event) -> str:
    return f"{say.time(session.start, event.zone)}–{say.time(session.end, event.zone)}"


def _open_in_several_rooms(event: Event, now: datetime) -> int:
    """The number of sessions with open doors, if they are in several rooms; otherwise 0."""
    known = [session for session in event.sessions.values() if session.doors_are_open(now)]
    return len(known) if len({session.room for session in known}) > 1 else 0
