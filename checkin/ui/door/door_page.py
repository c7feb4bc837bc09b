"""The page at a door: each badge that is read is answered large, and the operator may let somebody in all the same."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLayout, QToolButton, QVBoxLayout, QWidget

from checkin.desk.look_back import RecentAct, about, undone_among
from checkin.desk.scan_at_door import admit, scan
from checkin.desk.undo import last
from checkin.domain.admission import Admitted
from checkin.domain.facts import Scanned
from checkin.domain.reasons import OVERRIDE_REASONS, Why
from checkin.scanning.port import SETTLING_MS
from checkin.ui.door.choice import ByHand, SessionChoice, as_state, of_state
from checkin.ui.door.controls import DoorControls
from checkin.ui.door.counter import DoorCounter
from checkin.ui.door.operator_line import OperatorLine
from checkin.ui.door.panel import VerdictPanel, sight_of, trouble_sight, waiting_sight
from checkin.ui.door.recent import RecentAnswers
from checkin.ui.door.shown import shown
from checkin.ui.page import Page
from checkin.ui.theme import Stays
from checkin.ui.undoing import take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from checkin.desk.scan_at_door import DoorAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.programme import Session
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Words
    from checkin.ui.door.choice import Choice
    from checkin.ui.door.panel import Sight
    from checkin.ui.door.shown import Shown
    from checkin.ui.page import Parts

_CLOCK_MS: Final = 1000
_PATIENCE_MS: Final = 250
"""An answer takes some 10 ms. After this long the former guest's verdict must no longer stand there."""


_SMALLEST: Final = (560, 290)
_UNDO_LETTERS, _FEW_LETTERS = 30, 16
_WIDE_ENOUGH: Final = 130
"""In letters, for the same width holds less of a larger font."""
_HIGH_ENOUGH, _VERY_LOW = 440, 340


class DoorPage(Page):
    """One door, one session at a time. What it shows in green has been recorded."""

    takes_scans = True

    def __init__(self, parts: Parts, ticks: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parts.look)
        self._at = parts
        self._ticks = ticks
        self._choice = SessionChoice()
        self._session: Session | None = None
        self._shown: Shown | None = None
        self._settled_at = 0.0
        self._undone_next: RecentAct | None = None
        self._sight: Callable[[], Sight] = self._ready_sight
        self.controls = DoorControls(parts.look)
        self.panel = VerdictPanel()
        self.operator = OperatorLine(parts.file, parts.look)
        self.recent = RecentAnswers(parts.file, parts.look)
        self.counter = DoorCounter(parts.file, parts.tasks, parts.look)
        self._mute = QLabel()
        self.undo_button = QToolButton()
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._on_patience_over)
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._on_second)
        self._connect()
        self.controls.offer(self._at.file.known_event, self._choice.choice)
        self._on_second()
        self._get_ready()
        parts.look.language_changed.connect(self._label)
        parts.look.colours_changed.connect(self._show_sight_again)

    def on_opened(self) -> None:
        """Ready for the next badge."""
        self._clock.start()
        self.panel.setFocus()
        self._on_second()
        self.counter.count()
        self._ask_for_undo()

    @property
    def state(self) -> State:
        """What the door was told to be: for which session or room, in which direction."""
        return {**as_state(self._choice.choice), "direction": self.controls.direction.value}

    def take_state(self, state: State) -> None:
        """Be the door that it was told to be, where that session is still in the programme."""
        choice, event = of_state(state), self._at.file.known_event
        if isinstance(choice, ByHand) and choice.session not in event.sessions:
            return
        self._choice.choose(choice)
        self.controls.offer(event, choice)
        self.controls.ask_for(str(state.get("direction", "")))
        self._on_second()

    def on_scanned(self, text: str) -> None:
        """Answer a badge, however it was read."""
        self.panel.setFocus()
        session = self._session
        if session is None:
            self._show_trouble(
                lambda say: say.text("NO SESSION"), lambda say: say.text("The programme has no session.")
            )
            return
        file, staff = self._at.file, self._at.shift.staff
        direction, at = self.controls.direction, self._at.now()
        self._ask(lambda: scan(file, staff, session.code, text, at, direction))

    def admit(self, number: int) -> None:
        """Let the person in who was refused, for the reason with this number, from 0."""
        known = self._shown
        may_admit = known is not None and self._may_answer() and known.can_be_overridden
        if known is None or not may_admit or number >= len(OVERRIDE_REASONS):
            return
        delegate, session = known.answer.delegate, known.answer.session.code
        if delegate is None:
            return
        file, staff = self._at.file, self._at.shift.staff
        person, why, at = delegate.id, Why(OVERRIDE_REASONS[number]), self._at.now()
        self._ask(lambda: admit(file, staff, person, session, why, at))

    def undo(self) -> None:
        """Take back the last act of this desk at a door; what was done on other pages is taken back there."""
        at = self._at
        take_back(
            at.file,
            at.shift.staff,
            at.tasks,
            at.changes,
            self.if_open(self._on_undone),
            at.trouble,
            at_door=True,
        )

    def clear(self) -> None:
        """Put the verdict away, or the one before it that still waits: it was seen to."""
        if not self._may_answer():
            return
        if self._shown is None:
            self.operator.put_held_away()
        self._get_ready()

    def minimumSizeHint(self) -> QSize:
        """Small enough for 200 % on a small screen: what can be missed then goes."""
        return QSize(*_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the verdict is worth more than those before it, on a narrow one the figures than the keys."""
        self.recent.setVisible(event.size().height() >= _HIGH_ENOUGH)
        self._foot.setVisible(event.size().height() >= _VERY_LOW)
        self._hint.setVisible(self._is_wide)
        self._name_undo(self._undone_next)
        super().resizeEvent(event)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= _WIDE_ENOUGH * self.fontMetrics().averageCharWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc answer the verdict; a letter begins a code typed by hand."""
        if event.isAutoRepeat():
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._on_enter()
            case Qt.Key.Key_Escape:
                self.clear()
            case _ if event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.controls.begin_code(event.text())
            case _:
                super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------------- asking the desk

    def _ask(self, work: Callable[[], DoorAnswer]) -> None:
        """Let the desk answer; until then the former verdict may stand for a moment, and no longer."""
        self._settled_at = self._ticks() + SETTLING_MS / 1000
        self._waiting.start()
        self._at.tasks.prompt.run(work, then=self._on_answer, fail=self.if_open(self._on_trouble))

    def _on_answer(self, answer: DoorAnswer) -> None:
        """Tell everybody, also where this page is gone meanwhile."""
        if shiboken6.isValid(self):
            self._show_answer(answer)
        self._announce_changes(answer)

    def _show_answer(self, answer: DoorAnswer) -> None:
        self._waiting.stop()
        self._hold_former(answer)
        known = shown(answer, self._at.file.known_event, self._say)
        self._shown = known
        self._show_sight(lambda: sight_of(shown(answer, self._at.file.known_event, self._say)))
        self.operator.show_answer(known)
        self._at.sounds.play(known.sound)
        self.recent.add(known)
        self.counter.note(answer)

    def _hold_former(self, answer: DoorAnswer) -> None:
        """Where the next guest is quicker than the operator, a verdict that stays until a key is told of, small."""
        former = self._shown
        if (
            former is None
            or former.style.stays is not Stays.UNTIL_KEY
            or _is_about_same(former.answer, answer)
        ):
            return
        self.operator.hold(former)

    def _on_trouble(self, error: CheckinError) -> None:
        self._waiting.stop()
        self._show_trouble(
            lambda say: say.text("NOT RECORDED"), lambda say: say.text("Please wait a moment.")
        )
        self._at.trouble(error)

    def _on_patience_over(self) -> None:
        self.operator.clear()
        self._show_sight(lambda: waiting_sight(self._colours, "…", self._say.text("Please wait a moment.")))

    def _on_undone(self, undoing: Undoing) -> None:
        registration = undoing.registration
        name = registration.delegate.name if registration is not None else ""
        facts, event = undoing.undone.facts, self._at.file.known_event
        self._get_ready()
        for fact in undoing.undone.facts:
            if isinstance(fact, Scanned):
                self.counter.forget(fact.at)
        self.operator.tell(lambda say: say.text("Undone: {act}").format(act=say.act(facts, name, event)))

    def _on_acts_changed(self) -> None:
        if self.isVisible():
            self._ask_for_undo()

    def _ask_for_undo(self) -> None:
        """What Ctrl+Z would take back, here or in another program, and which answers in sight were taken back."""
        file, seen = self._at.file, [shown.answer.act for shown in self.recent.answers]
        self._at.tasks.prompt.run(
            lambda: (_next_undone(file), undone_among(file, seen)),
            then=self.if_open(self._show_undo),
            fail=self.if_open(lambda _error: self._name_undo(None)),
            key="door undo",
        )

    def _show_undo(self, known: tuple[RecentAct | None, frozenset[str]]) -> None:
        following, undone = known
        self._name_undo(following)
        self.recent.mark_undone(undone)

    def _name_undo(self, following: RecentAct | None) -> None:
        self._undone_next = following
        act = "" if following is None else self._what(following)
        undo_words = self._say.text("Undo")
        whole = f"{undo_words}: {act}" if act else undo_words
        room = self.fontMetrics().averageCharWidth() * (_UNDO_LETTERS if self._is_wide else _FEW_LETTERS)
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.undo_button.setText(f"{shown}  Ctrl+Z")
        self.undo_button.setToolTip(whole)
        self.undo_button.setAccessibleName(whole)

    def _what(self, recent: RecentAct) -> str:
        name = recent.registration.delegate.name if recent.registration is not None else ""
        return self._say.act(recent.act.facts, name, self._at.file.known_event)

    def _announce_changes(self, answer: DoorAnswer) -> None:
        self._at.changes.presence_changed.emit(answer.session.code)
        if isinstance(answer.verdict, Admitted) and answer.verdict.arrives and answer.delegate is not None:
            self._at.changes.delegates_changed.emit(frozenset({answer.delegate.id}))
        self._at.changes.acts_changed.emit()

    # ------------------------------------------------------------------------------------------------------- the screen

    def _get_ready(self) -> None:
        self._shown = None
        self.operator.clear()
        self._show_sight(self._ready_sight, aloud=False)

    def _ready_sight(self) -> Sight:
        say = self._say
        return waiting_sight(self._colours, say.text("READY"), say.text("Please show your badge."))

    def _show_trouble(self, title: Words, sentence: Words) -> None:
        self._shown = None
        self.operator.clear()
        self._show_sight(lambda: trouble_sight(title(self._say), sentence(self._say)))

    def _show_sight(self, sight: Callable[[], Sight], *, aloud: bool = True) -> None:
        self._sight = sight
        self.panel.show_sight(sight(), aloud=aloud)

    def _show_sight_again(self) -> None:
        self.panel.show_sight(self._sight(), aloud=False)

    def _label(self) -> None:
        self._hint.setText(self._say.text("1–4 admit · Esc done · F12 sound"))
        self._on_muted(self._at.sounds.is_muted)
        if self._shown is not None:
            self._shown = shown(self._shown.answer, self._at.file.known_event, self._say)
        self._show_sight_again()
        self._name_undo(self._undone_next)
        self.controls.offer(self._at.file.known_event, self._choice.choice)
        self._on_second()

    def _may_answer(self) -> bool:
        """Whether a key may answer the verdict: not so soon that it was meant for the one before."""
        return self._ticks() >= self._settled_at and not self._at.scanners.is_settling

    def _on_enter(self) -> None:
        if not self._may_answer() or self._shown is None or self.controls.has_focus:
            return
        chosen = self.operator.focused_reason
        if chosen is not None:
            self.admit(chosen)
        elif self._shown.can_be_overridden:
            self.operator.begin_choosing()

    def _on_pressed_alone(self, key: str) -> None:
        """A digit answers, unless it is typed into something."""
        is_elsewhere = QApplication.activePopupWidget() is not None or not self.window().isActiveWindow()
        if (
            self.isVisible()
            and not is_elsewhere
            and not self.controls.has_focus
            and key in {"1", "2", "3", "4"}
        ):
            self.admit(int(key) - 1)

    def _on_second(self) -> None:
        """The clock may have chosen another session, and the minute's entries are others."""
        before, event = self._session, self._at.file.known_event
        self._session = self._choice.session_at(event, self._at.now())
        if self._session != before:
            if self._shown is None:
                self._get_ready()
            self.counter.show_at(self._session)
        self.controls.show_session(self._session, event, self._at.now())
        self.counter.tick(self._at.now())

    def _on_chosen(self, choice: Choice) -> None:
        self._choice.choose(choice)
        self._get_ready()
        self.panel.setFocus()
        self._on_second()

    def _on_programme_changed(self) -> None:
        self.controls.offer(self._at.file.known_event, self._choice.choice)
        self._on_second()

    def _on_presence_changed(self, _session: str) -> None:
        if self.isVisible():
            self.counter.count()

    # ----------------------------------------------------------------------------------------------------------- making

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(24)
        self._hint = QLabel(self._say.text("1–4 admit · Esc done · F12 sound"))
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

    def _connect(self) -> None:
        self.controls.chosen.connect(self._on_chosen)
        self.controls.code_typed.connect(self.on_scanned)
        self.controls.left.connect(self.panel.setFocus)
        self.operator.reason_chosen.connect(self.admit)
        self.operator.held_put_away.connect(self.panel.setFocus)
        self._at.scanners.pressed_alone.connect(self._on_pressed_alone)
        self._at.changes.presence_changed.connect(self._on_presence_changed)
        self._at.changes.programme_changed.connect(self._on_programme_changed)
        self._at.sounds.muted_changed.connect(self._on_muted)
        self._on_muted(self._at.sounds.is_muted)
        self.tell_key("1 – 4", lambda say: say.text("Admit all the same, with that reason"))
        self.tell_key("Enter", lambda say: say.text("Choose a reason to admit"))
        self.tell_key("Esc", lambda say: say.text("The verdict was seen to"))
        self.undo_button.setDefaultAction(self.add_key("Ctrl+Z", lambda say: say.text("Undo"), self.undo))
        self._at.changes.acts_changed.connect(self._on_acts_changed)
        self._name_undo(None)
        self._ask_for_undo()
        self.add_key("Ctrl+F", lambda say: say.text("Type a code"), self.controls.focus_code)
        self.add_key("Ctrl+D", lambda say: say.text("In, out, or both"), self.controls.next_direction)

    def _on_muted(self, is_muted: bool) -> None:  # noqa: FBT001 - as the signal tells it
        self._mute.setText(self._say.text("Sound is off (F12)") if is_muted else "")


def _next_undone(file: EventFile) -> RecentAct | None:
    following = last(file, at_door=True)
    return None if following is None else RecentAct(following, about(file, following))


def _is_about_same(former: DoorAnswer, answer: DoorAnswer) -> bool:
    if former.delegate is not None and answer.delegate is not None:
        return former.delegate.id == answer.delegate.id
    return former.text == answer.text
