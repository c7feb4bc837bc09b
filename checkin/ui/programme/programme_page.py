"""The Programme page: the sessions of one day, the days as tabs, and a panel about the selected session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.remembered import whole_number
from checkin.reports.inside import INSIDE
from checkin.ui.announcing import announce
from checkin.ui.frames.panel import Panel
from checkin.ui.frames.question import Question
from checkin.ui.frames.shown_stack import ShownStack
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.guests.guest_view import GuestView
from checkin.ui.letters import is_letter
from checkin.ui.page import Page
from checkin.ui.programme.asking import ProgrammeAsking
from checkin.ui.programme.check_panel import CheckPanel
from checkin.ui.programme.editing import SessionEditing
from checkin.ui.programme.foot import ProgrammeFoot
from checkin.ui.programme.from_file import ProgrammeFromFile
from checkin.ui.programme.head import ProgrammeHead
from checkin.ui.programme.keys import ProgrammeKeys
from checkin.ui.programme.session_form import SessionForm
from checkin.ui.programme.session_side import SessionSide
from checkin.ui.programme.timetable import Timetable
from checkin.ui.programme.work import ProgrammeWork

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_SIDE: Final = (34, 0.36)
"""The width of the side panel: so many letters, but no larger share of the page."""
_SIDE_WITH: Final = {SessionForm: (60, 0.54), CheckPanel: (90, 0.54), Question: (34, 0.5)}
"""The same while a form, the check of a programme from a file, or a question is open."""
_BESIDE: Final = 100
"""The least width, in letters, of a page on which a form or check has room beside the sessions."""
_WIDE: Final = 135
"""The least width, in letters, of a page on which all buttons have their words."""


class ProgrammePage(Page):
    """The Programme page: days as tabs, rooms as columns, sessions as blocks, and a panel about the selected one.

    Each change is recorded at once, and one press of Undo takes it back.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._at = parts
        self._minute, self._was_opened = -1, False
        self.work = ProgrammeWork(parts, self)
        self._make_widgets(parts)
        self.asking = ProgrammeAsking(parts, self.work, self.panel)
        self.editing = SessionEditing(parts, self.view, self.tabs, self.work, self.panel, self.asking)
        self.from_file = ProgrammeFromFile(parts, self.panel, self)
        self._lay_out()
        _join_parts(self)
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
            "minute": self.view.minute,
            "guests": self.guests.session,
        }

    def take_state(self, state: State) -> None:
        """Show the day, the session and the part of the day that were shown when the `state` was saved."""
        self.tabs.turn_to(str(state.get("day", "")))
        self.view.select(str(state.get("session", "")))
        self._minute = whole_number(state, "minute")
        if state.get("guests") and state.get("guests") == self.view.selection:
            self.open_guests()

    @property
    def is_begun(self) -> bool:
        """Whether a form or a question is open and half filled in, or a list of guests is being looked over."""
        return super().is_begun or self.guests.is_begun

    def show_session(self, session: str, part: str = "") -> None:  # noqa: ARG002 - the page has no parts
        """Select the session with this code on its day."""
        self.close_guests()
        self.editing.show_session(session)

    def on_opened(self) -> None:
        """Move the focus to where the organiser goes on, and count who is inside."""
        if not self._was_opened:
            self._was_opened = True
            self.view.scroll_to_first()  # only now is the day laid out at its size
        if self.guests.session:
            self.guests.work.read()
            self.guests.take_focus()
        else:
            self._take_focus()
        if self._minute >= 0:
            self.view.scroll_to_minute(self._minute)
            self._minute = -1
        self.view.keep_in_sight()
        self.work.count()
        self.undo_button.refresh()

    def fit(self, room: QSize) -> None:
        """Give the side panel its share of the width; on a narrow page, show a form in place of the sessions."""
        letter = self.fontMetrics().averageCharWidth()
        letters, share = _side_with(self.panel.currentWidget())
        is_alone = letters > _SIDE[0] and room.width() < letter * _BESIDE
        self.timetable.setVisible(not is_alone)
        wide = min(letter * letters, round(room.width() * share))
        self.panel.setMinimumWidth(0 if is_alone else wide)
        self.panel.setMaximumWidth(room.width() if is_alone else wide)
        self.head.fit(is_narrow=room.width() < letter * _WIDE)
        self.guests.fit(room.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep letters on the page while a form or question is open; otherwise they begin a search on Arrivals."""
        if self.panel.is_asking and is_letter(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers() and self.panel.is_asking:
            panel = self.panel.currentWidget()
            if isinstance(panel, Panel) and panel.closes_from_anywhere:
                panel.escape()
            else:
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
        """Examine the file at this path, which was dropped on the window: a programme, or the guests of a session."""
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

    def list_inside(self) -> None:
        """Open the list of those who are inside the selected session."""
        self.view.settle()
        if self.view.selection:
            self._at.lead_to("reports", self.view.selection, INSIDE.name)

    def _on_came_in(self, session: str) -> None:
        self.editing.show_session(session)
        if not self.panel.is_asking:
            self.view.setFocus()

    def _tell(self, words: Words | None) -> None:
        self.foot.tell(words)
        self._show_selected()
        if words is not None:
            announce(self, words(self._say))

    def _on_selected(self) -> None:
        """Say no longer what was done before, because the organiser has gone on."""
        self.foot.tell(None)
        self._show_selected()

    def _on_told(self, words: Words) -> None:
        self.foot.tell(words)
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
        self.timetable.show_sessions(is_empty=is_empty)
        self.head.copy_day_button.setEnabled(not is_empty)
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
        event, session, code = self.work.shown, self.view.session, self.view.selection
        these = self.view.clashes.get(code, ())
        named = self.work.named.get(code, 0) if self.work.is_counted else None
        self.side.show_session(event, session, self.work.inside.get(code, 0), these, named)
        self._show_line()
        self.session_keys.let_work()

    def _show_line(self) -> None:
        """Say what was done last; beside the sessions first what does not fit of the selected one."""
        these = () if self.guests.session else self.view.clashes.get(self.view.selection, ())
        self.foot.show_line(these, self.work.shown)

    def _on_counted(self) -> None:
        self.view.show_counts(self.work.inside, self.work.named)
        self._show_clashes()
        self._show_selected()

    def _show_clashes(self) -> None:
        self.foot.show_clashes(len(self.view.clashes))

    def _label(self) -> None:
        self.view.setAccessibleName(self._say.text("Sessions"))
        self.zone.tell(self.work.shown)
        self.tabs.offer(self.work.shown)
        self.view.lay_out()
        self._show_clashes()
        self._show_selected()

    # ---- making the page

    def _make_widgets(self, parts: Parts) -> None:
        look = parts.look
        self.head, self.foot = ProgrammeHead(look), ProgrammeFoot(parts)
        self.tabs, self.timetable = self.head.tabs, Timetable(look, parts.now)
        self.zone, self.view, self.welcome = self.timetable.zone, self.timetable.view, self.timetable.welcome
        self.side = SessionSide(look)
        self.panel = SidePanel(self.side)
        self.line, self.undo_button = self.foot.line, self.foot.undo_button
        self.guests = GuestView(parts)
        self.sessions, self.parts = QWidget(), ShownStack()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.timetable, 1)
        both.addWidget(self.panel)
        day = QVBoxLayout(self.sessions)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(6)
        day.addWidget(self.head)
        day.addLayout(both, 1)
        self.parts.addWidget(self.sessions)
        self.parts.addWidget(self.guests)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.parts, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _number: self._show_day())
        self.view.selected.connect(self._on_selected)
        self.work.changed.connect(self._show_event)
        self.editing.refused.connect(self._show_event)
        self.work.recorded.connect(self._on_selected)
        self.work.counted.connect(self._on_counted)
        self.undo_button.done.connect(self._tell)
        self.editing.told.connect(self._tell)
        self.from_file.told.connect(self._tell)
        self.from_file.came_in.connect(self._on_came_in)
        self.from_file.put_away.connect(self._take_focus)
        self.side.door_button.clicked.connect(lambda: self._lead_to("door"))
        self.side.report_button.clicked.connect(lambda: self._lead_to("reports"))
        self.side.inside_button.clicked.connect(self.list_inside)
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


def _join_parts(page: ProgrammePage) -> None:
    """Connect the parts of the page that tell each other something in which the page has no say."""
    page.view.arranged.connect(page.editing.record_arranged)
    page.view.day_at = page.tabs.day_at
    page.view.dropped_on_day.connect(page.editing.move_to_day)
    page.view.other_day_wanted.connect(page.editing.show_session)
    page.view.opened.connect(page.editing.edit)
    page.asking.closed.connect(page.view.setFocus)
    page.head.file_button.clicked.connect(page.from_file.choose)
    page.welcome.file_button.clicked.connect(page.from_file.choose)
    page.welcome.add_button.clicked.connect(page.editing.add)
    page.welcome.usual_wanted.connect(page.editing.add_usual)
    page.editing.serve(page.side)
    page.head.add_button.clicked.connect(page.editing.add)
    page.foot.clash_button.clicked.connect(page.editing.show_next_clash)
    page.head.copy_wanted.connect(page.editing.copy_day)


def _side_with(shown: QWidget | None) -> tuple[int, float]:
    """The width of the side panel in letters, and its largest share of the page, while it shows this widget."""
    return next((each for kind, each in _SIDE_WITH.items() if isinstance(shown, kind)), _SIDE)
