"""The page at a door: it shows a large verdict on each badge that is read; the operator may override a refusal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from checkin.domain.reasons import OVERRIDE_REASONS
from checkin.ui.door.answering import Answering
from checkin.ui.door.choice import ByClock, SessionChoice, as_state, of_state
from checkin.ui.door.controls import DoorControls
from checkin.ui.door.counter import DoorCounter
from checkin.ui.door.operator_line import OperatorLine
from checkin.ui.door.panel import VerdictPanel
from checkin.ui.door.recent import RecentAnswers
from checkin.ui.door.undo_button import UndoButton
from checkin.ui.page import KeyGroup, Page
from checkin.ui.plain import PlainLabel
from checkin.ui.undoing import nothing_here, take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from checkin.domain.programme import Session
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.ui.door.choice import Choice
    from checkin.ui.page import Parts

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_CLOCK_MS: Final = 1000
_SMALLEST: Final = (560, 290)
_WIDE_ENOUGH: Final = 130
"""The width from which a page counts as wide, in letters: a larger font needs a wider page."""
_HIGH_ENOUGH, _VERY_LOW = 24, 19
"""The heights in lines of text below which the recent answers are hidden, and then the bottom row too."""


class DoorPage(Page):
    """The page of one door. It shows the session for whoever comes, and finds the session anew for each reading."""

    takes_scans = True
    faces_guests = True

    def __init__(self, parts: Parts, ticks: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._choice = SessionChoice()
        self._session: Session | None = None
        self._is_alone = False
        self.controls = DoorControls(parts.look)
        self.panel = VerdictPanel()
        self.operator = OperatorLine(parts.file, parts.look)
        self.recent = RecentAnswers(parts.file, parts.look)
        self.counter = DoorCounter(parts.file, parts.tasks, parts.look)
        self.undo_button = UndoButton(parts, self.recent)
        self._mute, self._hint, self._foot = PlainLabel(), PlainLabel(), QWidget()
        self._lay_out()
        self.answering = Answering(parts, self.panel, self.operator, self.recent, self.counter, ticks)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._on_second)
        self._add_keys()
        self._connect()
        parts.look.in_each_language(self._label)
        parts.look.size_changed.connect(self._fit)
        self.undo_button.refresh()

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """The settings of the door that are remembered over a restart: the session or room, and the direction."""
        return {**as_state(self._choice.choice), "direction": self.controls.direction.value}

    def take_state(self, state: State) -> None:
        """Set the session or room and the direction as they were remembered.

        If the session or room is no longer in the programme, the session is chosen by the clock.
        """
        self._choice.choose(of_state(state))
        self.controls.ask_for(str(state.get("direction", "")))
        self._offer_sessions()

    def on_opened(self) -> None:
        """Start the page's clock, take the focus, and read again the count and the act that Undo would undo."""
        self._clock.start()
        self.panel.setFocus()
        self._on_second()
        self.counter.count()
        self.undo_button.refresh()

    def on_scanned(self, text: str) -> None:
        """Show the verdict on a badge whose code was scanned or typed by hand."""
        self.controls.forget_code()
        self.panel.setFocus()
        self.answering.read(text, self._choice.door(self.controls.direction))

    def show_alone(self, *, is_alone: bool) -> None:
        """Show the session, the verdict, the name and the counter; no boxes and no keys of the computer."""
        self._is_alone = is_alone
        self.controls.show_alone(is_alone=is_alone)
        self._fit()

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

    def _fit(self) -> None:
        is_wide = self.width() >= _WIDE_ENOUGH * self.fontMetrics().averageCharWidth()
        self.recent.setVisible(self.height() >= _HIGH_ENOUGH * self.fontMetrics().height())
        self._foot.setVisible(self.height() >= _VERY_LOW * self.fontMetrics().height())
        self._hint.setVisible(is_wide and not self._is_alone)
        self.undo_button.fit(is_wide=is_wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a key: Enter chooses a reason to admit, Esc clears the verdict, a letter goes to the code field.

        A digit goes there too, unless it admits somebody.
        """
        if event.isAutoRepeat():
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not self.controls.has_focus:
                    self.answering.enter()
            case Qt.Key.Key_Escape:
                self.answering.see_to()
            case _ if self._is_of_a_code(event.text()) and not event.modifiers() & _CONTROL:
                self.controls.begin_code(event.text())
            case _:
                super().keyPressEvent(event)

    def _is_of_a_code(self, text: str) -> bool:
        if text.isdecimal() and self.answering.takes_digits:
            return not 1 <= int(text) <= len(OVERRIDE_REASONS)
        return text.isalnum()

    # ---- what happens on the page

    def undo(self) -> None:
        """Undo the act that the button names: the last one for this session. Others are undone where they were made."""
        at, act = self._at, self.undo_button.named
        if not act and not self.undo_button.is_held:
            at.trouble(nothing_here())
        elif act:
            self.undo_button.hold()
            take_back(
                at.file,
                at.shift.staff,
                at.tasks,
                at.changes,
                self.if_open(self.answering.tell_undone),
                self.if_open(self._on_not_undone),
                act,
            )

    def _on_not_undone(self, error: CheckinError) -> None:
        self._at.trouble(error)
        self.undo_button.refresh()

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
        self._session = self._choice.session_at(event, now)
        if self._session != before:
            if self.answering.shown is None:
                self.answering.get_ready()
            self.counter.show_at(self._session)
            self.undo_button.show_at(() if self._session is None else (self._session.code,))
        self.controls.show_session(self._session, event, now)
        self.counter.tick(now)

    def _on_chosen(self, choice: Choice) -> None:
        self._choice.choose(choice)
        self.answering.get_ready()
        self.panel.setFocus()
        self._on_second()

    def _offer_sessions(self) -> None:
        if not self.controls.offer(self._at.file.known_event, self._choice.choice):
            self._choice.choose(ByClock())  # the session or the room is not in the programme any more
        self._on_second()

    def _on_acts_changed(self) -> None:
        if self.isVisible():
            self.undo_button.refresh()

    def _on_presence_changed(self, _session: str) -> None:
        if self.isVisible():
            self.counter.count()

    def _on_muted(self, is_muted: bool) -> None:  # noqa: FBT001 - as the signal tells it
        self._mute.setText(self._say.text("Sound is off (F12)") if is_muted else "")

    # ---- making the page

    def _lay_out(self) -> None:
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(24)
        self._hint.setProperty("tone", "muted")
        self._mute.setProperty("tone", "warning")
        foot.addWidget(self.counter)
        foot.addStretch(1)
        foot.addWidget(self._mute)
        foot.addWidget(self._hint)
        foot.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.controls)
        column.addWidget(self.panel, 1)
        column.addWidget(self.operator)
        column.addWidget(self.recent)
        column.addWidget(self._foot)

    def _label(self) -> None:
        self._hint.setText(self._say.text("1–4 admit · Esc done · F12 sound"))
        self._on_muted(self._at.sounds.is_muted)
        self.undo_button.label()
        self._offer_sessions()

    def _add_keys(self) -> None:
        self.tell_key("1 – 4", lambda say: say.text("Admit all the same, with that reason"))
        self.tell_key("Enter", lambda say: say.text("Choose a reason to admit"))
        self.tell_key("Esc", lambda say: say.text("The verdict was seen to"), KeyGroup.LOOK)
        undo = self.add_key("Ctrl+Z", lambda say: say.text("Undo"), self.undo, group=KeyGroup.UNDO)
        self.undo_button.setDefaultAction(undo)
        self.add_key(
            "Ctrl+F", lambda say: say.text("Type a code"), self.controls.focus_code, group=KeyGroup.LOOK
        )
        self.add_key("Ctrl+D", lambda say: say.text("In, out, or both"), self.controls.next_direction)

    def _connect(self) -> None:
        self.controls.chosen.connect(self._on_chosen)
        self.controls.code_typed.connect(self.on_scanned)
        self.controls.left.connect(self.panel.setFocus)
        self.answering.asked.connect(self.undo_button.hold)
        self.answering.failed.connect(self.undo_button.refresh)
        self.operator.reason_chosen.connect(self.answering.admit)
        self.operator.reason_typed.connect(self.answering.admit_for_words)
        self.operator.held_put_away.connect(self.panel.setFocus)
        self._at.scanners.pressed_alone.connect(self._on_pressed_alone)
        self._at.changes.acts_changed.connect(self._on_acts_changed)
        self._at.changes.presence_changed.connect(self._on_presence_changed)
        self._at.changes.programme_changed.connect(self._offer_sessions)
        self._at.sounds.muted_changed.connect(self._on_muted)
