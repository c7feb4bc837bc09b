"""The top row of the door page: the session, what the door is, and the field in which names and codes are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from checkin.domain.programme import DoorState
from checkin.ui.appearance import Dressed
from checkin.ui.door.choice import ByClock, ByHand
from checkin.ui.door.session_box import several_are_open, times
from checkin.ui.door.what_door import way
from checkin.ui.elided import ElidedLabel
from checkin.ui.plain import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from checkin.domain.programme import Event, Session
    from checkin.ui.appearance import Appearance
    from checkin.ui.door.choice import DoorSetting
    from checkin.ui.door.doors_button import DoorsButton
    from checkin.ui.finding.search_field import SearchField

_WIDE_LETTERS: Final = 150
"""The width from which the page counts as wide, in letters."""
_FIELD_WIDE, _FIELD_NARROW = 26, 18
"""The widths of the field, in letters: on a wide page and on a narrow one."""
_LARGE, _SMALL = 1.7, 1.1
"""The text sizes of the session's title: usually, and on a low page."""
_KEY: Final = "Ctrl+D"


class DoorControls(QWidget, Dressed):
    """The top row of the door page.

    It shows the title of the session, whether the door is an entrance or an exit, and the field for names and codes.
    """

    def __init__(self, look: Appearance, doors: DoorsButton, field: SearchField) -> None:
        super().__init__()
        self._look = look
        self.title = ElidedLabel()
        look.put_font(self.title, _LARGE, bold=True)
        self.title.setMinimumWidth(120)
        self.note = PlainLabel()
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.note.setMinimumWidth(1)  # in little room the session's title is worth more
        self.what = QToolButton()
        self.what.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.code = field
        self._unseen = QGraphicsOpacityEffect(field)
        self._unseen.setOpacity(0)
        field.setGraphicsEffect(self._unseen)
        self._unseen.setEnabled(False)
        self._doors = doors
        self._buttons = (self.what, doors)
        self._lay_out()
        look.size_changed.connect(self._fit_again)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the field for names and codes to the width of the page."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit_again(self) -> None:
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        letter = self.fontMetrics().averageCharWidth()
        is_wide = width >= _WIDE_LETTERS * letter
        self.code.setFixedWidth(letter * (_FIELD_WIDE if is_wide else _FIELD_NARROW))
        self._arrange()

    def fit(self, *, is_low: bool) -> None:
        """Make the title of the session smaller if the page `is_low`."""
        self._look.put_font(self.title, _SMALL if is_low else _LARGE, bold=True)
        self.title.updateGeometry()
        self._arrange()

    def show_title(self, *, is_shown: bool) -> None:
        """Show or hide the title of the session; a low page has no room for it while it shows much else."""
        self.title.setVisible(is_shown)

    @property
    def height_of_hidden_title(self) -> int:
        """The height that the title would add to this row if it were shown again, in dots; 0 while it is shown."""
        is_above = self._rows.direction() is QBoxLayout.Direction.TopToBottom
        return (
            self.title.sizeHint().height() + self._rows.spacing() if self.title.isHidden() and is_above else 0
        )

    def show_alone(self, *, is_alone: bool, is_typing: bool) -> None:
        """If `is_alone` (guests see the screen), hide the button with the kind of door, and the field; else show both.

        The field for names and codes is seen all the same while `is_typing`. Even unseen, the field takes letters and
        keeps its place.
        """
        self.what.setVisible(not is_alone)
        self._unseen.setEnabled(is_alone and not is_typing)
        self._arrange()

    def show_session(
        self, session: Session | None, setting: DoorSetting, event: Event, now: datetime
    ) -> None:
        """Show the title, times and room of the door's session, with a note such as “chosen by hand”.

        If `session` is None, show that there is no session.
        """
        self._name_what(setting, event)
        say = self._say
        if session is None:
            self.title.setText(say.text("No session"))
            self._show_note("", is_warning=False)
            return
        room = say.local(event.room_of(session))
        when_and_where = "".join(f"  ·  {part}" for part in (times(say, session, event), room) if part)
        self.title.setText(say.local(session.title), when_and_where)
        if isinstance(setting.choice, ByHand):
            opening = self._opening(session, event, now)
            words = filter(None, (say.text("chosen by hand"), opening))
            self._show_note(" · ".join(words), is_warning=True)
        elif setting.choice == ByClock() and (count := open_in_several_rooms(event, now)):
            self._show_note(several_are_open(say, count), is_warning=True)
        else:
            is_early = session.by_hand is DoorState.OPEN and now < session.doors_open
            is_warning = session.is_closed_by_hand or is_early
            self._show_note(self._opening(session, event, now), is_warning=is_warning)
        self._arrange()

    def _name_what(self, setting: DoorSetting, event: Event) -> None:
        say = self._say
        told = way(setting.direction_at(event), say)
        self.what.setText(say.with_key(told, _KEY))
        whole = say.text("This door is: {what}. Change it").format(what=told)
        set_tool_tip(self.what, f"{whole} ({_KEY})")
        self.what.setAccessibleName(whole)

    def _arrange(self) -> None:
        """Put the title beside the boxes; if it would be cut there, put it above them."""
        beside = self._boxes.sizeHint().width() + self.fontMetrics().averageCharWidth() * 2
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text)
        is_beside = wanted + beside <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if direction is not self._rows.direction():
            self._rows.setDirection(direction)

    def _opening(self, session: Session, event: Event, now: datetime) -> str:
        say, since = self._say, self._doors.since
        by_hand = say.when(since, now, event.zone) if since is not None else ""
        if session.doors_are_open(now):
            return say.text("doors open by hand since {time}").format(time=by_hand) if by_hand else ""
        if session.is_closed_by_hand and by_hand:
            return say.text("doors closed by hand since {time}").format(time=by_hand)
        if session.is_closed_by_hand:
            return say.text("doors closed by hand")
        if now < session.doors_open:
            return say.text("doors open {time}").format(time=say.when(session.doors_open, now, event.zone))
        return say.text("entry is closed") if now > session.last_entry else ""

    def _show_note(self, text: str, *, is_warning: bool) -> None:
        self.note.setText(text)
        set_tool_tip(self.note, text)
        self.note.setProperty("tone", "warning" if is_warning else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

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
        for widget in (*self._buttons, self.code):
            row.addWidget(widget)


def open_in_several_rooms(event: Event, now: datetime) -> int:
    """The number of sessions with open doors, if they are in several rooms; otherwise 0."""
    known = [session for session in event.sessions.values() if session.doors_are_open(now)]
    return len(known) if len({session.room for session in known}) > 1 else 0
