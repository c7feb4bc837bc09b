"""The page at a door: it shows a large verdict on each badge that is read; the operator may override a refusal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout

from checkin.domain.presence import Direction
from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.door.answering import Answering
from checkin.ui.door.choice import ByClock, DoorSetting
from checkin.ui.door.controls import DoorControls, open_in_several_rooms
from checkin.ui.door.counter import DoorCounter
from checkin.ui.door.doors_button import DoorsButton
from checkin.ui.door.foot import DoorFoot
from checkin.ui.door.operator_line import OperatorLine
from checkin.ui.door.panel import VerdictPanel
from checkin.ui.door.recent import RecentAnswers
from checkin.ui.door.searching import DoorSearch
from checkin.ui.door.undo_button import UndoButton
from checkin.ui.door.what_door import WhatDoor
from checkin.ui.page import KeyGroup, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from checkin.domain.programme import Session
    from checkin.remembered import State
    from checkin.ui.page import Parts

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CLOCK_MS: Final = 1000
_SMALLEST: Final = (560, 290)
_WIDE_ENOUGH: Final = 130
"""The width from which a page counts as wide, in letters: a larger font needs a wider page."""
_HIGH_ENOUGH, _VERY_LOW = 24, 19
"""The heights in lines of text below which the recent answers are hidden, and then the bottom row too."""


class DoorPage(Page):
    """The page of one door. It shows the current session, which is found anew for each badge read.

    The first time, it asks what the door is. Letters typed anywhere search for a person to let in by name.
    """

    takes_scans = True
    faces_guests = True

    def __init__(self, parts: Parts, ticks: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parts)
        self._at = parts
        self._setting = DoorSetting()
        self._session: Session | None = None
        self._is_alone = False
        self.what_door = WhatDoor(parts.look)
        self.search = DoorSearch(parts)
        self.doors_button = DoorsButton(parts)
        self.controls = DoorControls(parts.look, self.doors_button, self.search.finder.search)
        self.panel = VerdictPanel()
        self.operator = OperatorLine(parts.file, parts.look, parts.now)
        self.recent = RecentAnswers(parts.file, parts.look, parts.now)
        self.counter = DoorCounter(parts.file, parts.tasks, parts.look)
        self.undo_button = UndoButton(parts, self.recent)
        self.foot = DoorFoot(self.counter, self.undo_button, parts.sounds, parts.look)
        self._middle = QStackedWidget()
        self._lay_out()
        self.answering = Answering(parts, self.panel, self.operator, self.recent, self.counter, ticks)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._on_second)
        self._add_keys()
        self._connect()
        self._ask_what()
        parts.look.in_each_language(self._offer_sessions)
        parts.look.size_changed.connect(self._fit)
        self.undo_button.refresh()

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """The settings of the door that are remembered over a restart: what it is, and for which session or room."""
        return self._setting.state

    def take_state(self, state: State) -> None:
        """Set the door as it was remembered. If staff never said what the door is, the page goes on asking.

        If the session or room is no longer in the programme, the session is chosen by the clock.
        """
        self._setting = DoorSetting.of_state(state)
        self._ask_what()
        if self._setting.is_told:
            self._show(self.panel)
        self._offer_sessions()

    def on_opened(self) -> None:
        """Start the page's clock, take the focus, and read again the count and the act that Undo would undo."""
        self._clock.start()
        self._take_focus()
        self._on_second()
        self.counter.count()
        self.undo_button.refresh()

    def on_scanned(self, text: str) -> None:
        """Show the verdict on a badge whose code was scanned or typed by hand.

        If a badge is read while the page asks what the door is, what is marked there is taken as the answer.
        """
        if self._is_asking:
            self._on_told()
        self.search.put_away()
        self._show(self.panel)
        self.answering.read(text, self._setting.door(self._at.file.known_event))

    def show_alone(self, *, is_alone: bool) -> None:
        """Show in full screen only what the guests may see: no buttons, and no name of a refused person."""
        self._is_alone = is_alone
        self.doors_button.hide_always(is_hidden=is_alone)
        self.operator.hide_names(are_hidden=is_alone)
        self.recent.hide_names(are_hidden=is_alone)
        self._show_controls()

    def minimumSizeHint(self) -> QSize:
        """The page's smallest size. It fits a small screen scaled to 200 %; less important parts are hidden there."""
        return QSize(*_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the less important parts of a small page.

        A low page hides the recent answers, then also the bottom row. A narrow page hides the hint on keys.
        The verdict matters more than earlier answers, and the figures matter more than the hint on keys.
        """
        self._fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a key: Enter chooses a reason to admit, Esc clears the verdict, a letter goes to the search field.

        A digit goes to the search field too, unless it admits somebody.
        """
        if event.isAutoRepeat():
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_enter()
            case Qt.Key.Key_Escape:
                self._on_escape()
            case _ if self._is_asking:
                super().keyPressEvent(event)
            case _ if self._is_of_a_search(event.text()) and not event.modifiers() & _CONTROL:
                self.search.begin(event.text())
            case _:
                super().keyPressEvent(event)

    # ---- what happens on the page

    @property
    def _is_asking(self) -> bool:
        return self._middle.currentWidget() is self.what_door

    def _is_of_a_search(self, text: str) -> bool:
        if text.isdecimal() and self.answering.takes_digits:
            return not 1 <= int(text) <= len(OVERRIDE_REASONS)
        return text.isalnum()

    def _on_enter(self) -> None:
        focused = self.focusWidget()
        if self.search.text:
            if self.answering.may_answer:
                self.search.enter()
        elif isinstance(focused, QToolButton) or (isinstance(focused, QPushButton) and self._is_asking):
            focused.click()
        elif not self._is_asking and not self.controls.has_focus:
            self.answering.choose_reason()

    def _on_escape(self) -> None:
        if self.search.text or self.controls.code.hasFocus():
            self.search.give_up()
        elif not self._is_asking:
            self.answering.see_to()

    def _on_pressed_alone(self, key: str) -> None:
        """Admit the person for the reason with this digit, unless the digit is meant for something else.

        It may be meant for a control, a popup, another page or another window.
        """
        is_elsewhere = QApplication.activePopupWidget() is not None or not self.window().isActiveWindow()
        is_typing = self.controls.has_focus or self.operator.words.hasFocus()
        is_here = self.isVisible() and not is_elsewhere and not is_typing
        if is_here and key in {"1", "2", "3", "4"}:
            self.answering.admit(int(key) - 1)

    def _on_second(self) -> None:
        """Update the page every second: the session chosen by the clock, and the entries of the last minute."""
        before, event, now = self._session, self._at.file.known_event, self._at.now()
        self._session = self._setting.session_at(event, now)
        self.search.stand_at(is_exit=self._setting.direction_at(event) is Direction.OUT)
        if self._session != before:
            self.answering.showing.stand_at(self._session)
            self.counter.show_at(self._session)
            self.undo_button.show_at(() if self._session is None else (self._session.code,))
        self.controls.show_session(self._session, self._setting, event, now)
        is_one = self._setting.choice != ByClock() or not open_in_several_rooms(event, now)
        self.doors_button.stand_at(self._session if is_one else None, now)
        self.counter.tick(now)
        self.recent.tick()

    def _ask_what(self) -> None:
        """Ask in place of the verdict what the door is."""
        self.search.put_away()
        self.what_door.ask(self._setting, self._at.file.known_event)
        self._show(self.what_door)

    def _on_told(self) -> None:
        self._setting = self.what_door.answer
        self.answering.get_ready()
        self._show(self.panel)
        self._on_second()

    def _offer_sessions(self) -> None:
        event = self._at.file.known_event
        asked = self.what_door.answer if self._is_asking else self._setting
        self.what_door.offer(event, asked)
        if not self.what_door.is_offered(self._setting.choice):
            # The session or the room is not in the programme any more.
            self._setting = DoorSetting(self._setting.direction, is_told=self._setting.is_told)
        self._on_second()

    def _on_search_opened(self) -> None:
        self.answering.cover()
        self._show(self.search)

    def _on_search_emptied(self) -> None:
        """Go back to the panel: the letters were a reading, or were deleted."""
        if not self._is_asking:
            self.answering.uncover()
            self._show(self.panel)

    def _on_search_given_up(self) -> None:
        self.answering.pass_on()
        self._show(self.panel)

    def _on_chosen(self, delegate: str) -> None:
        self._show(self.panel)
        self.answering.enter_by_name(delegate, self._setting.entrance(self._at.file.known_event))

    def _on_acts_changed(self) -> None:
        if self.isVisible():
            self.undo_button.refresh()

    def _on_presence_changed(self, _session: str) -> None:
        if self.isVisible():
            self.counter.count()

    # ---- making the page

    def _show(self, widget: QWidget) -> None:
        """Show this in the middle of the page: the panel, the search, or the question what the door is."""
        self._middle.setCurrentWidget(widget)
        self.operator.setVisible(widget is self.panel)
        self._show_controls()
        self._take_focus()

    def _show_controls(self) -> None:
        is_typing = self._middle.currentWidget() is self.search
        self.controls.show_alone(is_alone=self._is_alone, is_typing=is_typing)

    def _take_focus(self) -> None:
        if self._is_asking:
            self.what_door.take_focus()
        elif self._middle.currentWidget() is self.panel:
            self.panel.setFocus()

    def _fit(self) -> None:
        is_wide = self.width() >= _WIDE_ENOUGH * self.fontMetrics().averageCharWidth()
        self.recent.setVisible(self.height() >= _HIGH_ENOUGH * self.fontMetrics().height())
        self.foot.setVisible(self.height() >= _VERY_LOW * self.fontMetrics().height())
        self.foot.fit(is_wide=is_wide)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget in (self.panel, self.search, self.what_door):
            self._middle.addWidget(widget)
        column.addWidget(self.controls)
        column.addWidget(self._middle, 1)
        column.addWidget(self.operator)
        column.addWidget(self.recent)
        column.addWidget(self.foot)

    def _add_keys(self) -> None:
        self.tell_key("A – Z", lambda say: say.text("Find somebody, and let them in by name"))
        self.tell_key("1 – 4", lambda say: say.text("Admit all the same, with that reason"))
        self.tell_key("Enter", lambda say: say.text("Choose a reason to admit"))
        self.tell_key("Esc", lambda say: say.text("The verdict was seen to"), KeyGroup.LOOK)
        undo = self.add_key(
            "Ctrl+Z",
            lambda say: say.text("Undo"),
            self.undo_button.take_back,
            group=KeyGroup.UNDO,
            records=True,
        )
        self.undo_button.setDefaultAction(undo)
        self.add_key(
            "Ctrl+F", lambda say: say.text("Type a code"), self.controls.code.setFocus, group=KeyGroup.LOOK
        )
        self.add_key("Ctrl+D", lambda say: say.text("Say what this door is"), self._ask_what)
        self.add_key(
            "Ctrl+K",
            lambda say: say.text("Close the door, or open it"),
            self.doors_button.press,
            records=True,
        )

    def _connect(self) -> None:
        self.what_door.told.connect(self._on_told)
        self.what_door.given_up.connect(lambda: self._show(self.panel))
        self.controls.what.clicked.connect(self._ask_what)
        self.search.opened.connect(self._on_search_opened)
        self.search.emptied.connect(self._on_search_emptied)
        self.search.given_up.connect(self._on_search_given_up)
        self.search.code_typed.connect(self.on_scanned)
        self.search.chosen.connect(self._on_chosen)
        self.answering.asked.connect(self.undo_button.hold)
        self.answering.failed.connect(self.undo_button.refresh)
        self.undo_button.undone.connect(self.answering.tell_undone)
        self.operator.reason_chosen.connect(self.answering.admit)
        self.operator.reason_typed.connect(self.answering.admit_for_words)
        self.operator.held_put_away.connect(self.panel.setFocus)
        self._at.scanners.pressed_alone.connect(self._on_pressed_alone)
        self._at.changes.acts_changed.connect(self._on_acts_changed)
        self._at.changes.presence_changed.connect(self._on_presence_changed)
        self._at.changes.programme_changed.connect(self._offer_sessions)
