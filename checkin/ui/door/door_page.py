"""The page at a door: it shows a large verdict on each badge that is read; the operator may override a refusal."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt, QTimer

from checkin.domain.presence import Direction
from checkin.domain.programme import Exits
from checkin.ui.door.answering import Answering
from checkin.ui.door.choice import ByClock, ByHand, DoorSetting, has_one_answer
from checkin.ui.door.controls import DoorControls, open_in_several_rooms
from checkin.ui.door.counter import DoorCounter
from checkin.ui.door.door_layout import DoorLayout
from checkin.ui.door.doors_button import DoorsButton
from checkin.ui.door.foot import DoorFoot
from checkin.ui.door.keys import DoorKeys
from checkin.ui.door.middle import DoorMiddle
from checkin.ui.door.operator_line import OperatorLine
from checkin.ui.door.overriding import Overriding
from checkin.ui.door.panel import VerdictPanel
from checkin.ui.door.recent import RecentAnswers
from checkin.ui.door.searching import DoorSearch
from checkin.ui.door.undo_button import UndoButton
from checkin.ui.door.what_door import WhatDoor
from checkin.ui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from checkin.domain.programme import Session
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CLOCK_MS: Final = 1000
_WAITING: Final = "waiting"
"""The name under which the readings are remembered that nobody has seen to."""
_SMALLEST: Final = (560, 290)


class DoorPage(Page):
    """The page of one door, with a large verdict on each badge that is read.

    The first time, the page asks for which session the door is, and whether guests come in or leave here. Letters typed
    anywhere search for a person to let in by name.
    """

    takes_scans = True
    faces_guests = True

    def __init__(self, parts: Parts, ticks: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parts)
        self._tell_window = parts.trouble
        self._at = parts = replace(parts, trouble=self._on_trouble)
        self._setting = DoorSetting()
        self._session: Session | None = None
        self._is_alone = False
        self.what_door = WhatDoor(parts.look)
        self.search = DoorSearch(parts)
        self.doors_button = DoorsButton(parts)
        self.controls = DoorControls(parts.look, self.doors_button, self.search.finder.search)
        self.panel = VerdictPanel()
        self.operator = OperatorLine(parts)
        self.recent = RecentAnswers(parts.file, parts.look, parts.now)
        self.counter = DoorCounter(parts.file, parts.tasks, parts.look)
        self.undo_button = UndoButton(parts, self.recent)
        self.foot = DoorFoot(self.counter, self.undo_button, parts.sounds, parts.look)
        self._middle = DoorMiddle(self.panel, self.search, self.what_door, self.controls.code)
        self._column = DoorLayout(self, self.controls, self._middle, self.operator, self.recent, self.foot)
        self.answering = Answering(parts, self.panel, self.operator, self.recent, self.counter, ticks)
        self.overriding = Overriding(parts, self.answering, self.operator)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._on_second)
        self._door_keys = DoorKeys(self)
        _join_parts(self)
        self._connect()
        self._ask_first()
        parts.look.in_each_language(self._offer_sessions)
        parts.look.size_changed.connect(self._column.fit)
        self.undo_button.refresh()

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """What the page saves to have it again after a restart of the program.

        This is the setting of the door (its direction, and its session or room), and the ids of the acts (scans) with
        verdicts that the operator still has to act on.
        """
        waiting = " ".join(self.answering.not_seen_to)
        return {**self._setting.state, **({_WAITING: waiting} if waiting else {})}

    def take_state(self, state: State) -> None:
        """Set the door as it was before a restart; if staff had not yet set it, the page asks for the settings.

        If the session or room is no longer in the programme, the session is chosen by the time.
        """
        self._setting = DoorSetting.of_state(state)
        self._ask_first()
        if self._setting.is_told:
            self._on_given_up()
        self._offer_sessions()
        self.operator.held.recall(str(state.get(_WAITING, "")).split())

    def show_session(self, session: str, part: str = "") -> None:  # noqa: ARG002 - a door has no parts
        """Let the door serve the session with this code; guests pass in the same direction as before.

        If staff have not set the door yet, the page asks for the direction, unless every door is an entrance.
        """
        is_entrance = self._at.file.known_event.policy.exits is Exits.NONE
        is_told = self._setting.is_told or is_entrance
        self._setting = replace(self._setting, choice=ByHand(session), is_told=is_told)
        if self.is_asking and is_entrance:
            self._on_given_up()
        elif self.is_asking or not is_told:
            self.ask_what()
        self._offer_sessions()

    def on_opened(self) -> None:
        """Start the page's timer, take the focus, and count the persons inside.

        The act that the Undo button names is read anew too. If staff have not set the door, and there is something to
        choose by now, the page asks.
        """
        if not self._setting.is_told and not self.is_asking:
            self._ask_first()
        self._clock.start()
        self._middle.take_focus()
        self._on_second()
        self.counter.count()
        self.undo_button.refresh()

    def on_scanned(self, text: str) -> None:
        """Show the verdict on a badge; `text` is its code, scanned or typed by hand.

        While the page asks what the door is (entrance or exit, and for which session), the code is kept; its verdict is
        shown when the question is closed.
        """
        if self.is_asking:
            self.what_door.keep(text)
            return
        self.search.put_away()
        self._show(self.panel)
        self.answering.read(text, self._setting.door(self._at.file.known_event))

    def expect_unseen(self) -> None:
        """Let the next Enter let in nobody by name, because the operator began to type on another page."""
        self.search.finder.expect_unseen()

    def take_typed(self, text: str) -> None:
        """Search for the text that was typed while the event file was being opened."""
        if not self.is_asking:
            self.search.begin(text)

    def show_alone(self, *, is_alone: bool) -> None:
        """If `is_alone` (in full screen), show only what guests may see: no buttons, no name of a refused person."""
        self._is_alone = is_alone
        self.doors_button.hide_always(is_hidden=is_alone)
        self.operator.hide_names(are_hidden=is_alone)
        self.recent.hide_names(are_hidden=is_alone)
        self._show_controls()

    def minimumSizeHint(self) -> QSize:
        """The smallest size of the page, which fits a small screen scaled to 200 %."""
        return QSize(*_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts of the page to its new size."""
        self._column.fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Fit the title of the session whenever a part of the page has become higher or lower."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._column.fit_title()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let `DoorKeys` handle the key; a key that means nothing on this page is left to Qt."""
        if not event.isAutoRepeat() and not self._door_keys.handle(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - as Qt tells it
        """Move the focus to the next or previous widget, as Tab does.

        Qt also calls this method when the widget that has the focus is hidden or disabled. The focus then goes back to
        the panel or to what is shown in its place: on the next button, such as Undo, Enter would record something.
        """
        if self.isVisible() and not _takes_keys(self.focusWidget()):
            self._middle.take_focus()
            return True
        return super().focusNextPrevChild(is_next)

    # ---- what happens on the page

    @property
    def is_asking(self) -> bool:
        """Whether the page shows the question what the door is (entrance or exit, and for which session)."""
        return self._middle.is_asking

    def _on_pressed_alone(self, key: str) -> None:
        self._door_keys.press_alone(key)

    def _on_second(self) -> None:
        """Update the page every second: the session chosen by the clock, and the entries of the last minute."""
        before, event, now = self._session, self._at.file.known_event, self._at.now()
        direction = self._setting.direction_at(event)
        self._session = self._setting.session_at(event, now)
        is_exit, code = direction is Direction.OUT, self._session.code if self._session is not None else ""
        self.search.stand_at(is_exit=is_exit, session=code)
        self.foot.stand_at(is_exit=is_exit)
        self.answering.stand_at(self._session, direction, now)
        self.undo_button.show_at(self._setting.sessions(event))
        if self._session != before:
            self.counter.show_at(self._session)
        self.controls.show_session(self._session, self._setting, event, now)
        several = open_in_several_rooms(event, now) if self._setting.choice == ByClock() else 0
        self.doors_button.stand_at(self._session, now, several)
        self.counter.tick(now)
        self.recent.tick()

    def remark(self, words: Words) -> None:
        """Say in the operator's line, below the verdict, why a key did nothing."""
        self.operator.remark(words)
        self.operator.show()

    def _on_trouble(self, error: CheckinError) -> None:
        """Show an error in the window's strip; in full screen, where no strip is seen, in the operator's line."""
        self._tell_window(error)
        if shiboken6.isValid(self) and self._is_alone and error.title not in self.operator.text:
            self.remark(lambda _say: error.title)

    def ask_what(self) -> None:
        """Ask in place of the verdict what the door is: an entrance, an exit or both, and for which session."""
        self._at.scanners.count_anew()
        self.search.put_away()
        self.answering.cover()
        self.what_door.ask(self._setting, self._at.file.known_event)
        self._show(self.what_door)

    def _ask_first(self) -> None:
        """Ask what the door is, unless only one answer is possible."""
        if has_one_answer(self._at.file.known_event) and not self._setting.is_told:
            self._show(self.panel)
        else:
            self.ask_what()

    def _on_told(self) -> None:
        self._at.scanners.count_anew()
        self._setting = self.what_door.answer
        self.answering.pass_on()
        self._show(self.panel)
        self._on_second()
        self._judge_kept()

    def _on_given_up(self) -> None:
        """Go back to the panel; the door stays what it was before the page asked."""
        self._at.scanners.count_anew()
        self.answering.uncover()
        self._show(self.panel)
        self._judge_kept()

    def _judge_kept(self) -> None:
        """Give a verdict on each badge that was read while the page asked what the door is."""
        for text in self.what_door.take_kept():
            self.on_scanned(text)

    def _offer_sessions(self) -> None:
        event = self._at.file.known_event
        asked = self.what_door.answer if self.is_asking else self._setting
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
        if not self.is_asking:
            self.answering.uncover()
            self._show(self.panel)

    def _on_search_given_up(self) -> None:
        self._at.scanners.count_anew()
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
        self.operator.drop_remark()
        self.operator.setVisible(self._middle.is_panel)
        self.controls.code.setEnabled(not self.is_asking)
        self.foot.show_hint(is_shown=self._middle.is_panel)
        self._show_controls()
        self._middle.take_focus()

    def _show_controls(self) -> None:
        self.controls.show_alone(is_alone=self._is_alone, is_typing=self._middle.is_typing)

    def _connect(self) -> None:
        self.what_door.told.connect(self._on_told)
        self.what_door.given_up.connect(self._on_given_up)
        self.controls.what.clicked.connect(self._door_keys.ask)
        self.search.opened.connect(self._on_search_opened)
        self.search.emptied.connect(self._on_search_emptied)
        self.search.given_up.connect(self._on_search_given_up)
        self.search.code_typed.connect(self.on_scanned)
        self.search.chosen.connect(self._on_chosen)
        self.search.refused.connect(self.remark)
        self.undo_button.refused.connect(self.remark)
        self.doors_button.refused.connect(self.remark)
        self.doors_button.dated.connect(self._on_second)
        self._at.scanners.pressed_alone.connect(self._on_pressed_alone)
        self._at.changes.acts_changed.connect(self._on_acts_changed)
        self._at.changes.presence_changed.connect(self._on_presence_changed)
        self._at.changes.programme_changed.connect(self._offer_sessions)
        self._at.changes.programme_changed.connect(self.counter.count)  # a room may hold more now, or fewer


def _join_parts(page: DoorPage) -> None:
    """Connect the parts of the page that tell each other something in which the page has no say."""
    page.answering.asked.connect(page.undo_button.hold)
    page.answering.failed.connect(page.undo_button.refresh)
    page.undo_button.undone.connect(page.answering.tell_undone)
    page.undo_button.found_undone.connect(page.answering.forget_undone)
    page.operator.reason_chosen.connect(page.overriding.admit)
    page.operator.reason_typed.connect(page.overriding.admit_for_words)
    page.operator.held.put_away.connect(page.panel.setFocus)
    page.operator.offered.connect(page.foot.tell_admits)


def _takes_keys(focused: QWidget | None) -> bool:
    """Whether the widget with the focus is neither hidden nor disabled; True too if no widget has the focus."""
    return focused is None or (focused.isVisible() and focused.isEnabled())
