"""The Programme page: the sessions of one day, the days as tabs, and beside them what is known of one session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from checkin.domain.undoing import OF_PROGRAMME
from checkin.remembered import whole_number
from checkin.ui.announcing import announce
from checkin.ui.elided import ElidedLabel
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.frames.undo_button import UndoButton
from checkin.ui.page import KeyGroup, Page
from checkin.ui.plain import PlainLabel
from checkin.ui.programme.asking import ProgrammeAsking
from checkin.ui.programme.day_tabs import DayTabs, ZoneNote
from checkin.ui.programme.day_view import DayView
from checkin.ui.programme.editing import SessionEditing
from checkin.ui.programme.session_side import SessionSide
from checkin.ui.programme.work import ProgrammeWork
from checkin.ui.rows import row
from checkin.wording.clashes import clash_in_words

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_SIDE_LETTERS: Final = 34
_SIDE_SHARE: Final = 0.36
"""The width of the side panel: so many letters, but no larger share of the page."""


class ProgrammePage(Page):
    """The Programme page: days as tabs, rooms as columns, sessions as blocks, and a panel about the selected one.

    Whatever is done here is recorded at once, and one press of Undo takes it back.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._at = parts
        self._scroll = -1
        self._told: Words | None = None
        self.work = ProgrammeWork(parts, self)
        self._make_widgets(parts)
        self.asking = ProgrammeAsking(parts, self.work, self.panel)
        self.editing = SessionEditing(parts, self.view, self.tabs, self.work, self.panel, self.asking)
        self._lay_out()
        self._connect()
        self._add_keys()
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
        }

    def take_state(self, state: State) -> None:
        """Show the day, the session and the part of the day that were shown when the `state` was saved."""
        self.asking.asked |= set(str(state.get("asked", "")).split())
        self.tabs.turn_to(str(state.get("day", "")))
        self.view.select(str(state.get("session", "")))
        self._scroll = whole_number(state, "scroll")

    def show_session(self, session: str) -> None:
        """Select the session with this code on its day."""
        self.editing.show_session(session)

    def on_opened(self) -> None:
        """Move the focus to the sessions, and count who is inside them."""
        (self.view if self.work.shown.sessions_by_time() else self).setFocus()
        if self._scroll >= 0:
            self.view.verticalScrollBar().setValue(self._scroll)
            self._scroll = -1
        self.work.count()
        self.undo_button.refresh()

    def fit(self, room: QSize) -> None:
        """Give the side panel its share of the width."""
        letters = self.fontMetrics().averageCharWidth() * _SIDE_LETTERS
        self.panel.setFixedWidth(min(letters, round(room.width() * _SIDE_SHARE)))

    def _fit_again(self) -> None:
        self.fit(self.size())

    # ---- what happens on the page

    def _lead_to(self, module: str) -> None:
        self.view.settle()
        if self.view.selection:
            self._at.lead_to(module, self.view.selection)

    def _on_asked(self) -> None:
        self.view.setFocus()
        self.asking.ask_out_now()

    def _on_undone(self, words: Words) -> None:
        self._told = words
        self._show_selected()
        announce(self, words(self._say))

    def _on_selected(self) -> None:
        self._told = None
        self._show_selected()

    def _on_presence_changed(self, _session: str) -> None:
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
        self.side.show_session(event, session, self.work.inside.get(code, 0), these)
        told = self._told(self._say) if self._told is not None else ""
        self.line.setText(" ".join(clash_in_words(self._say, each, event) for each in these) or told)
        self.line.put_colour(self._colours.bad if these else "")
        for action in self._of_selected:
            action.setEnabled(session is not None)

    def _on_counted(self) -> None:
        self.view.show_inside(self.work.inside)
        self._show_clashes()
        self._show_selected()
        if self.isVisible():
            self.asking.ask_out_now()

    def _show_clashes(self) -> None:
        number = len(self.view.clashes)
        words = self._say.many("{count} session clashes", "{count} sessions clash", number)
        self.clash_button.setText(self._say.with_key(words, "F8"))
        self.clash_button.setVisible(number > 0)

    def _label(self) -> None:
        say = self._say
        self.view.setAccessibleName(say.text("Sessions"))
        self.copy_day_button.setText(say.text("Copy this day…"))
        self.add_button.setText(say.with_key(say.text("New session"), "Ctrl+N"))
        self.welcome.setText(say.text("The programme has no session yet."))
        self.zone.tell(self.work.shown)
        self.tabs.offer(self.work.shown)
        self.view.lay_out()
        self._show_clashes()
        self._show_selected()

    # ---- making the page

    def _make_widgets(self, parts: Parts) -> None:
        look = parts.look
        self.tabs = DayTabs(look)
        self.view = DayView(look)
        self.side = SessionSide(look)
        self.panel = SidePanel(self.side)
        self.zone, self.welcome = ZoneNote(look), PlainLabel(wordWrap=True)
        self.welcome.setProperty("tone", "muted")
        self.welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.copy_day_button, self.add_button, self.clash_button = QPushButton(), QPushButton(), QPushButton()
        look.put_icon(self.add_button, "plus")
        look.put_icon(self.clash_button, "triangle-alert", "bad")
        look.put_font(self.welcome, 1.3)
        self.line = ElidedLabel()
        self.undo_button = UndoButton(parts, OF_PROGRAMME)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.zone)
        left.addWidget(self.view, 1)
        left.addWidget(self.welcome, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 1)
        both.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addLayout(row((self.tabs, 1), self.add_button, self.copy_day_button))
        column.addLayout(both, 1)
        column.addLayout(row(self.clash_button, (self.line, 2), (self.undo_button, 3)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _number: self._show_day())
        self.view.selected.connect(self._on_selected)
        self.view.arranged.connect(self.editing.record_arranged)
        self.view.opened.connect(self.editing.edit)
        self.work.changed.connect(self._show_event)
        self.editing.refused.connect(self._show_event)
        self.work.counted.connect(self._on_counted)
        self.asking.closed.connect(self._on_asked)
        self.undo_button.done.connect(self._on_undone)
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
        self._at.changes.presence_changed.connect(self._on_presence_changed)

    def _offer_to_copy_day(self) -> None:
        """Open a menu with the other days, to one of which this day is copied."""
        menu = QMenu(self)
        for day in self.tabs.days:
            if day != self.tabs.day:
                words = self._say.text("to {day}").format(day=self._say.weekday(day))
                menu.addAction(words, partial(self.editing.copy_day, day))
        menu.popup(self.copy_day_button.mapToGlobal(self.copy_day_button.rect().bottomLeft()))

    def _add_keys(self) -> None:
        look, undo = KeyGroup.LOOK, KeyGroup.UNDO
        self.tell_key("↑ ↓ ← →", lambda say: say.text("Choose a session"), look)
        self.tell_key("Ctrl+↑ ↓", lambda say: say.text("Move the session by five minutes"))
        self.tell_key("Ctrl+← →", lambda say: say.text("Move the session into the next room"))
        self.tell_key("Shift+↑ ↓", lambda say: say.text("End the session five minutes earlier or later"))
        self._of_selected = [
            self.add_key("Ctrl+D", lambda say: say.text("Copy the session"), self.editing.copy, records=True),
            self.add_key(
                "Del",
                lambda say: say.text("Cancel the session, or bring it back"),
                self.editing.cancel,
                records=True,
            ),
        ]
        self.tell_key("Enter", lambda say: say.text("Edit the session"))
        self.add_key("Ctrl+N", lambda say: say.text("New session"), self.editing.add, records=True)
        self.add_key("Ctrl+PgDown", lambda say: say.text("The next day"), lambda: self.tabs.go(1), group=look)
        self.add_key(
            "Ctrl+PgUp", lambda say: say.text("The day before"), lambda: self.tabs.go(-1), group=look
        )
        self.add_key(
            "Ctrl+T",
            lambda say: say.text("The next session that clashes"),
            self.editing.show_next_clash,
            group=look,
        )
        button = self.undo_button
        self.add_key("Ctrl+Z", lambda say: say.text("Undo"), button.take_back, group=undo, records=True)
        self.add_key(
            "Ctrl+Shift+Z",
            lambda say: say.text("Redo what was undone"),
            button.bring_back,
            group=undo,
            records=True,
        )
