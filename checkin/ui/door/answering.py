"""Answers each scan at a door: gets the verdict from the desk, shows it large, plays its sound, and counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.scan_at_door import admit, enter, scan_at
from checkin.domain.admission import Admitted
from checkin.domain.facts import Scanned
from checkin.domain.reasons import OVERRIDE_REASONS, Why
from checkin.scanning.port import SETTLING_MS
from checkin.ui.appearance import Dressed
from checkin.ui.door.panel import sight_of
from checkin.ui.door.showing import Showing
from checkin.ui.door.shown import shown
from checkin.ui.page import if_alive
from checkin.ui.theme import Stays
from checkin.ui.undoing import told_undone

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.scan_at_door import DoorAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.doors import Door
    from checkin.errors import CheckinError
    from checkin.ui.door.counter import DoorCounter
    from checkin.ui.door.operator_line import OperatorLine
    from checkin.ui.door.panel import VerdictPanel
    from checkin.ui.door.recent import RecentAnswers
    from checkin.ui.door.shown import Shown
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_PATIENCE_MS: Final = 250
"""The time after which the former guest's verdict is removed if no answer has come; an answer takes some 10 ms."""


class Answering(QObject, Dressed):
    """The part of the door page that answers one scan after another. A verdict shown in green has been recorded."""

    asked = Signal()
    """Emitted when the desk is asked; until the answer nobody knows what the last act of the door is."""

    failed = Signal()

    def __init__(
        self,
        parts: Parts,
        panel: VerdictPanel,
        operator: OperatorLine,
        recent: RecentAnswers,
        counter: DoorCounter,
        ticks: Callable[[], float],
    ) -> None:
        """Get ready for the first badge; `ticks` is a clock in seconds that never goes back."""
        super().__init__(panel)
        self._at = parts
        self._look = parts.look
        self._panel = panel
        self.showing = Showing(panel, parts.file, parts.look, parts.stopped)
        self._operator = operator
        self._recent = recent
        self._counter = counter
        self._ticks = ticks
        self._settled_at = 0.0
        self._shown: Shown | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._on_patience_over)
        self._is_covered = False
        self.get_ready()
        parts.stopped.changed.connect(self.get_ready)
        parts.look.language_changed.connect(self._label)

    @property
    def shown(self) -> Shown | None:
        """The answer that the panel shows; None while the door is ready for a badge, or an error is shown."""
        return self._shown

    def read(self, text: str, door: Door) -> None:
        """Ask the desk for the verdict on a badge that was read at this door, and show it."""
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self._ask(lambda: scan_at(file, staff, door, text, at))

    def enter_by_name(self, delegate: str, door: Door) -> None:
        """Ask to let in the delegate with this id, who has no badge at hand; show the verdict as for a badge read."""
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self._ask(lambda: enter(file, staff, door, delegate, at))
        self._on_patience_over()  # the guest before was on the panel until somebody typed

    def admit(self, number: int) -> None:
        """Admit the person whose refusal is shown, for the reason with this number (from 0).

        Do nothing if the refusal cannot be overridden, or only for a reason that is typed.
        """
        if self.takes_digits and self.may_answer and number < len(OVERRIDE_REASONS):
            self._admit(Why(OVERRIDE_REASONS[number]))

    def admit_for_words(self, words: str) -> None:
        """Admit the blocked person whose refusal is shown, for the reason that was typed."""
        if self._shown is not None and self._shown.needs_words and self.may_answer:
            self._admit(Why.typed(words))

    @property
    def takes_digits(self) -> bool:
        """Whether a digit would admit the person whose refusal is shown."""
        known = self._shown
        return (
            known is not None and known.can_be_overridden and not known.needs_words and not self._is_covered
        )

    def _admit(self, why: Why) -> None:
        known = self._shown.answer if self._shown is not None else None
        if known is None or known.delegate is None or known.session is None:
            return
        person, session = known.delegate.id, known.session.code
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self._ask(lambda: admit(file, staff, person, session, why, at))

    def choose_reason(self) -> None:
        """Admit the person for the reason that has the focus; if none has it, move the focus to the first reason."""
        if not self.may_answer or self._shown is None:
            return
        chosen = self._operator.focused_reason
        if chosen is not None:
            self.admit(chosen)
        elif self._shown.can_be_overridden:
            self._operator.begin_choosing()

    def see_to(self) -> None:
        """Remove the verdict in the panel, because the operator has seen to it.

        If the panel shows no verdict, remove the newest of the earlier verdicts that are held below the panel.
        """
        if not self.may_answer:
            return
        if self._shown is None:
            self._operator.put_held_away()
        self.get_ready()

    def cover(self) -> None:
        """Clear the operator's line, which explains the verdict, because a search now covers the panel."""
        self._operator.clear()
        self._is_covered = True

    def uncover(self) -> None:
        """Show the words on the verdict again, because the search that covered the panel was emptied."""
        if self._is_covered and self._shown is not None:
            self._operator.show_answer(self._shown)
        elif self._is_covered:
            self._operator.clear()
        self._is_covered = False

    def pass_on(self) -> None:
        """Put the verdict away, because the operator has turned to the next guest.

        A verdict that still has to be seen to is kept on the operator's line.
        """
        self._hold_former(None)
        self.get_ready()

    def get_ready(self) -> None:
        """Clear the panel, and show that the door is ready for the next badge, or that nothing is recorded."""
        self._shown = None
        self._operator.clear()
        if self._at.stopped.why is not None:
            self._operator.tell(self._why_stopped)
        self.showing.get_ready()

    def tell_undone(self, undoing: Undoing) -> None:
        """Show that an act of this door was undone.

        The verdict is removed from the panel, and the entry is no longer counted.
        """
        event, now = self._at.file.known_event, self._at.now()
        self.get_ready()
        for fact in undoing.undone.facts:
            if isinstance(fact, Scanned):
                self._counter.forget(fact.at)
        self._operator.tell(
            lambda say: say.text("Undone: {act}").format(act=told_undone(undoing, event, now, say))
        )

    # ---- asking the desk

    def _ask(self, work: Callable[[], DoorAnswer]) -> None:
        """Run `work` to get the desk's answer. Meanwhile the former verdict stays for `_PATIENCE_MS` at most."""
        self._settled_at = self._ticks() + SETTLING_MS / 1000
        self._waiting.start()
        self.asked.emit()
        failed = if_alive(self._panel, self._on_trouble)
        self._at.tasks.prompt.run(work, then=self._on_answer, fail=failed)

    def _on_answer(self, answer: DoorAnswer) -> None:
        """Show the answer, and announce what changed. The change is announced even if the page was closed meanwhile."""
        if shiboken6.isValid(self):
            self._show_answer(answer)
        changes = self._at.changes
        if answer.session is not None:
            changes.presence_changed.emit(answer.session.code)
        if isinstance(answer.verdict, Admitted) and answer.verdict.arrives and answer.delegate is not None:
            changes.delegates_changed.emit(frozenset({answer.delegate.id}))
        changes.acts_changed.emit()

    def _show_answer(self, answer: DoorAnswer) -> None:
        self._waiting.stop()
        self._is_covered = False
        self._hold_former(answer)
        self._shown = known = self._worded(answer)
        self.showing.show(lambda: sight_of(self._worded(answer)))
        self._operator.show_answer(known)
        self._at.sounds.play(known.sound)
        self._recent.add(known)
        self._counter.note(answer)

    def _hold_former(self, answer: DoorAnswer | None) -> None:
        """Keep the former verdict on the operator's line, unless `answer` is about the same guest (None: about nobody).

        Do so only if the former verdict is of the kind that stays until the operator presses a key.
        """
        former = self._shown
        if former is None or former.stays is not Stays.UNTIL_KEY:
            return
        if answer is None or not _is_about_same(former.answer, answer):
            self._operator.hold(former)

    def _on_trouble(self, error: CheckinError) -> None:
        def not_recorded(say: Wording) -> str:
            return f"{say.text('NOT RECORDED')}  ·  {error.title}"

        self._waiting.stop()
        self._shown = None
        self._at.trouble(error)
        self._operator.tell(self._why_stopped if self._at.stopped.why is not None else not_recorded)
        self.showing.show_trouble()
        self.failed.emit()

    def _why_stopped(self, say: Wording) -> str:
        stopped = self._at.stopped
        first = say.text("In full screen, press F11 first.") if stopped.lost is not None else ""
        return "  ·  ".join(filter(None, (stopped.title(say), stopped.sentence(say), first)))

    def _on_patience_over(self) -> None:
        self._operator.clear()
        self.showing.wait()

    @property
    def may_answer(self) -> bool:
        """Whether a key pressed now counts as an answer to the verdict.

        A key pressed a moment after the desk was asked, or after a scan, was still meant for the former verdict.
        """
        return self._ticks() >= self._settled_at and not self._at.scanners.is_settling

    def _worded(self, answer: DoorAnswer) -> Shown:
        return shown(answer, self._at.file.known_event, self._say)

    def _label(self) -> None:
        if self._shown is not None:
            self._shown = self._worded(self._shown.answer)


def _is_about_same(former: DoorAnswer, answer: DoorAnswer) -> bool:
    if former.delegate is not None and answer.delegate is not None:
        return former.delegate.id == answer.delegate.id
    return former.text == answer.text
