"""The Programme page: the sessions of one day, the days as tabs, and beside them what is known of one session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.undoing import OF_PROGRAMME
from checkin.remembered import whole_number
from checkin.ui.announcing import announce
from checkin.ui.elided import ElidedLabel
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.guests.guest_view import GuestView
from checkin.ui.letters import is_letter
from checkin.ui.page import Page
from checkin.ui.plain import set_tool_tip
from checkin.ui.programme.asking import ProgrammeAsking
from checkin.ui.programme.check_panel import CheckPanel
from checkin.ui.programme.day_tabs import DayTabs, ZoneNote
from checkin.ui.programme.day_view import DayView
from checkin.ui.programme.editing import SessionEditing
from checkin.ui.programme.from_file import ProgrammeFromFile
from checkin.ui.programme.keys import ProgrammeKeys
from checkin.ui.programme.session_form import SessionForm
from checkin.ui.programme.session_side import SessionSide
from checkin.ui.programme.welcome import Welcome
from checkin.ui.programme.work import ProgrammeWork
from checkin.ui.rows import row
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_SIDE: Final = (34, 0.36)
"""The width of the side panel: so many letters, but no larger share of the page."""
_SIDE_WITH: Final = {SessionForm: (46, 0.54), CheckPanel: (90, 0.54)}
"""The same while a form or the check of a programme from a file is open."""
_BESIDE: Final = 100
"""The least width, in letters, of a page on which a form or check has room beside the sessions."""
_WIDE: Final = 135
"""The least width, in letters, of a page on which all buttons have their words."""


class ProgrammePage(Page):
    """The Programme page: days as tabs, rooms as columns, sessions as blocks, and a panel about the selected one.

    Whatever is done here is recorded at once, and one press of Undo takes it back.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._at = parts
        self._scroll = -1
        self._is_narrow = False
        self._told: Words | None = None
        self.work = ProgrammeWork(parts, self)
        self._make_widgets(parts)
        self.asking = ProgrammeAsking(parts, self.work, self.panel)
        self.editing = SessionEditing(parts, self.view, self.tabs, self.work, self.panel, self.asking)
        self.from_file = ProgrammeFromFile(parts, self.panel, self)
        self._lay_out()
        self._connect()
        self.session_keys = ProgrammeKeys(self)
        self._show_event()
        parts.look.in_each_language(self._label)

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """The day and the session that are shown, and how far the day is scrolled."""
        return {
            "day": self.tabs.day.isoformat(),
            "session": self.view.selection,
            "scroll": self.view.verticalScrollBar().value(),
            "asked": " ".join(sorted(self.asking.asked)),
            "guests": self.guests.session,
        }

    def take_state(self, state: State) -> None:
        """Show the day, the session and the part of the day that were shown when the `state` was saved."""
        self.asking.asked |= set(str(state.get("asked", "")).split())
        self.tabs.turn_to(str(state.get("day", "")))
        self.view.select(str(state.get("session", "")))
        self._scroll = whole_number(state, "scroll")
        if state.get("guests") and state.get("guests") == self.view.selection:
            self.open_guests()

    @property
    def is_begun(self) -> bool:
        """Whether a form, a question or the check of a list is half done."""
        return super().is_begun or self.guests.is_begun

    def show_session(self, session: str) -> None:
        """Select the session with this code on its day."""
        self.close_guests()
        self.editing.show_session(session)

    def on_opened(self) -> None:
        """Move the focus to where the organiser goes on, and count who is inside."""
        if self.guests.session:
            self.guests.work.read()
            self.guests.take_focus()
        else:
            self._take_focus()
        if self._scroll >= 0:
            self.view.verticalScrollBar().setValue(self._scroll)
            self._scroll = -1
        self.work.count()
        self.undo_button.refresh()

    def fit(self, room: QSize) -> None:
        """Give the side panel its share of the width; a form takes the place of the sessions on a narrow page."""
        letter = self.fontMetrics().averageCharWidth()
        letters, share = next(
            (each for kind, each in _SIDE_WITH.items() if isinstance(self.panel.currentWidget(), kind)), _SIDE
        )
        is_alone = letters > _SIDE[0] and room.width() < letter * _BESIDE
        self.timetable.setVisible(not is_alone)
        wide = min(letter * letters, round(room.width() * share))
        self.panel.setMinimumWidth(0 if is_alone else wide)
        self.panel.setMaximumWidth(room.width() if is_alone else wide)
        self._is_narrow = room.width() < letter * _WIDE
        self._name_file_button()
        self.guests.fit(room.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep letters on the page while a form or question is open; otherwise they begin a search on Arrivals."""
        if self.panel.is_asking and is_letter(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers() and self.panel.is_asking:
            if not self.asking.escape():
                self.panel.go_on()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Close an open question when another page is shown, so that no key pressed later answers the question."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.asking.give_up()

    takes_lists = True

    def take_list(self, path: Path) -> None:
        """Look at the file at this path, which was dropped on the window: a programme, or the guests of a session."""
        if self.guests.session:
            self.guests.look_at(path)
        else:
            self.from_file.look_at(path)

    def _fit_again(self) -> None:
        self.fit(self.size())

    # ---- what happens on the page

    def _take_focus(self) -> None:
        """Move the focus to an open form, question or check, else to the sessions, else to the first way to begin."""
        asked = self.panel.currentWidget()
        if self.panel.is_asking and asked is not None:
            focused: QWidget | None = asked.focusWidget()
            (asked if focused is None else focused).setFocus()
        elif self.work.shown.sessions_by_time():
            self.view.setFocus()
        else:
            self.welcome.add_button.setFocus()

    def open_guests(self) -> None:
        """Show who is named for the selected session, in place of the day."""
        self.view.settle()
        if self.panel.is_writing:
            self.panel.go_on()
        elif self.view.selection:
            self.panel.rest()
            self.parts.setCurrentWidget(self.guests)
            self.guests.open(self.view.selection)
            self.session_keys.let_work()

    def close_guests(self) -> None:
        """Show the day again."""
        if self.guests.session:
            self.guests.close_session()
            self.parts.setCurrentWidget(self.sessions)
            self.view.setFocus()
            self.session_keys.let_work()
            self.work.count()

    def _lead_to(self, module: str) -> None:
        self.view.settle()
        if self.view.selection:
            self._at.lead_to(module, self.view.selection)

    def _on_asked(self) -> None:
        self.view.setFocus()
        self.asking.ask_out_now()

    def _on_came_in(self, session: str) -> None:
        self.editing.show_session(session)
        if not self.panel.is_asking:
            self.view.setFocus()

    def _tell(self, words: Words | None) -> None:
        self._told = words
        self._show_selected()
        if words is not None:
            announce(self, words(self._say))

    def _on_selected(self) -> None:
        self._told = None
        self._show_selected()

    def _on_told(self, words: Words) -> None:
        self._told = words
        self._show_line()

    def _count_if_shown(self, *_what: object) -> None:
        if self.isVisible():
            self.work.count()

    # ---- the screen

    def _show_event(self) -> None:
        """Show the event as it is now; while a session is being dragged, only after it was dropped."""
        if self.view.is_held:
            return
        self.tabs.offer(self.work.shown)
        is_empty = not self.work.shown.sessions_by_time()
        self.welcome.setVisible(is_empty)
        self.view.setVisible(not is_empty)
        self.copy_day_button.setEnabled(not is_empty)
        self._show_day()
        if self.isVisible():
            self.view.canvas.repaint()  # before a lane that records takes its share of the computer
            self.work.count()

    def _show_day(self) -> None:
        self.view.settle()
        self.view.show_day(self.work.shown, self.tabs.day, self.work.inside)
        self._show_clashes()
        self._show_selected()

    def _show_selected(self) -> None:
        """Say in the side panel what is known of the selected session, and in the line what does not fit."""
        if not self.view.is_held and self.view.programme is not self.work.shown:
            self._show_event()  # it was changed elsewhere while a session was being moved
            return
        event, session = self.work.shown, self.view.session
        code = session.code if session is not None else ""
        these = self.view.clashes.get(code, ())
        named = self.work.named.get(code, 0) if self.work.is_counted else None
        self.side.show_session(event, session, self.work.inside.get(code, 0), these, named)
        self._show_line()
        self.session_keys.let_work()

    def _show_line(self) -> None:
        """Say what was done last; beside the sessions first what does not fit of the selected one."""
        these = () if self.guests.session else self.view.clashes.get(self.view.selection, ())
        told = self._told(self._say) if self._told is not None else ""
        clashes = " ".join(clash_in_words(self._say, each, self.work.shown) for each in these)
        self.line.setText(told or clashes)
        self.line.put_colour(self._colours.bad if these and not told else "")

    def _on_counted(self) -> None:
        self.view.show_counts(self.work.inside, self.work.named)
        self._show_clashes()
        self._show_selected()
        if self.isVisible():
            self.asking.ask_out_now()

    def _show_clashes(self) -> None:
        number = len(self.view.clashes)
        words = self._say.many("{count} session clashes", "{count} sessions clash", number)
        self.clash_button.setText(self._say.with_key(words, "Ctrl+T"))
        self.clash_button.setVisible(number > 0)

    def _name_file_button(self) -> None:
        """Write the words on the button for a file; where there is little room, only its picture stands there."""
        words = self._say.with_key(self._say.text("Programme from a file…"), "Ctrl+O")
        self.file_button.setText("" if self._is_narrow else words)
        self.file_button.setAccessibleName(self._say.text("Programme from a file…"))
        set_tool_tip(self.file_button, words if self._is_narrow else "")

    def _label(self) -> None:
        say = self._say
        self.view.setAccessibleName(say.text("Sessions"))
        self.copy_day_button.setText(say.text("Copy this day…"))
        self.add_button.setText(say.with_key(say.text("New session"), "Ctrl+N"))
        self._name_file_button()
        self.zone.tell(self.work.shown)
        self.tabs.offer(self.work.shown)
        self.view.lay_out()
        self._show_clashes()
        self._show_selected()

    # ---- making the page

    def _make_widgets(self, parts: Parts) -> None:
        look = parts.look
        self.tabs, self.timetable = DayTabs(look), QWidget()
        self.view = DayView(look)
        self.side = SessionSide(look)
        self.panel = SidePanel(self.side)
        self.zone, self.welcome = ZoneNote(look), Welcome(look)
        self.copy_day_button, self.add_button, self.clash_button = QPushButton(), QPushButton(), QPushButton()
        self.file_button = QPushButton()
        look.put_icon(self.file_button, "upload")
        look.put_icon(self.add_button, "plus")
        look.put_icon(self.clash_button, "triangle-alert", "bad")
        self.line = ElidedLabel()
        self.undo_button = UndoButton(parts, OF_PROGRAMME)
        self.guests = GuestView(parts)
        self.sessions, self.parts = QWidget(), QStackedWidget()

    def _lay_out(self) -> None:
        left = QVBoxLayout(self.timetable)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        left.addWidget(self.zone)
        left.addWidget(self.view, 1)
        left.addWidget(self.welcome, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.timetable, 1)
        both.addWidget(self.panel)
        day = QVBoxLayout(self.sessions)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(6)
        day.addLayout(row((self.tabs, 1), self.add_button, self.file_button, self.copy_day_button))
        day.addLayout(both, 1)
        self.parts.addWidget(self.sessions)
        self.parts.addWidget(self.guests)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.parts, 1)
        column.addLayout(row(self.clash_button, (self.line, 2), (self.undo_button, 3)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _number: self._show_day())
        self.view.selected.connect(self._on_selected)
        self.view.arranged.connect(self.editing.record_arranged)
        self.view.day_at = self.tabs.day_at
        self.view.dropped_on_day.connect(self.editing.move_to_day)
        self.view.other_day_wanted.connect(self.editing.show_session)
        self.view.opened.connect(self.editing.edit)
        self.work.changed.connect(self._show_event)
        self.editing.refused.connect(self._show_event)
        self.work.counted.connect(self._on_counted)
        self.asking.closed.connect(self._on_asked)
        self.undo_button.done.connect(self._tell)
        self.editing.told.connect(self._tell)
        self.from_file.told.connect(self._tell)
        self.from_file.came_in.connect(self._on_came_in)
        self.from_file.put_away.connect(self._take_focus)
        self.file_button.clicked.connect(self.from_file.choose)
        self.welcome.file_button.clicked.connect(self.from_file.choose)
        self.welcome.add_button.clicked.connect(self.editing.add)
        self.side.door_button.clicked.connect(lambda: self._lead_to("door"))
        self.side.report_button.clicked.connect(lambda: self._lead_to("reports"))
        self.side.edit_button.clicked.connect(self.editing.edit)
        self.side.copy_button.clicked.connect(self.editing.copy)
        self.side.cancel_button.clicked.connect(self.editing.cancel)
        self.add_button.clicked.connect(self.editing.add)
        self.clash_button.clicked.connect(self.editing.show_next_clash)
        self.copy_day_button.clicked.connect(self._offer_to_copy_day)
        self._look.colours_changed.connect(self._show_selected)
        self._look.size_changed.connect(self._fit_again)
        self.panel.currentChanged.connect(lambda _place: self._fit_again())
        self.side.named_button.clicked.connect(self.open_guests)
        self.guests.closed.connect(self.close_guests)
        self.guests.told.connect(self._on_told)
        # Bound methods, which Qt disconnects when the page is deleted.
        changes = self._at.changes
        changes.presence_changed.connect(self._count_if_shown)
        changes.delegates_changed.connect(self._count_if_shown)
        changes.programme_changed.connect(self._count_if_shown)

    def _offer_to_copy_day(self) -> None:
        """Open a menu with the other days, to one of which this day is copied."""
        menu = QMenu(self)
        for day in self.tabs.days:
            if day != self.tabs.day:
                words = self._say.text("to {day}").format(day=self._say.weekday(day))
                menu.addAction(words, partial(self.editing.copy_day, day))
        menu.popup(self.copy_day_button.mapToGlobal(self.copy_day_button.rect().bottomLeft()))
