"""Answers each scan at a door: gets the verdict from the desk, shows it large, plays its sound, and counts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from checkin.desk.scan_at_door import enter, scan_at
from checkin.domain.admission import Admitted
from checkin.scanning.port import SETTLING_MS
from checkin.ui.appearance import Dressed
from checkin.ui.door.doors_button import is_set_by_hand
from checkin.ui.door.showing import Showing
from checkin.ui.door.shown import is_about_same, shown
from checkin.ui.door.sight import sight_of
from checkin.ui.page import if_alive
from checkin.ui.photos.reading import image_of
from checkin.ui.theme import Stays
from checkin.ui.undoing import told_undone

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.door_answer import DoorAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.doors import Door
    from checkin.domain.presence import Direction
    from checkin.domain.programme import Session
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
    """The part of the door page that answers one scan after another.

    An admission is shown in green only after it was recorded in the event file.
    """

    asked = Signal()
    """Emitted when the desk is asked for a verdict; until it answers, nobody knows what the last act of the door is."""

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
        self._session: Session | None = None
        self._shown: Shown | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._on_patience_over)
        self.is_covered = False
        """Whether the search covers the panel, so that no key is meant for the verdict there."""
        self.get_ready()
        panel.photo_wanted.connect(self._read_photo)
        parts.stopped.changed.connect(self._on_stopped)
        parts.look.language_changed.connect(self._label)

    @property
    def shown(self) -> Shown | None:
        """The answer that the panel shows; None if the door is ready or stopped, or waits for an answer."""
        return self._shown

    @property
    def not_seen_to(self) -> tuple[str, ...]:
        """The ids of the acts (scans) with verdicts that the operator still has to act on.

        First come the verdicts kept in the operator's line, the oldest first, then the verdict on the panel.
        """
        held, known = self._operator.held.readings, self._shown
        return held if known is None or known.stays is not Stays.UNTIL_KEY else (*held, known.answer.act)

    def stand_at(self, session: Session | None, direction: Direction, now: datetime) -> None:
        """Set the session that the page names above the panel, and the direction of the door.

        A verdict on the panel is removed if staff have opened or closed the doors since, or if it was given for another
        session. If the operator is just typing a reason, the verdict stays until the reason is given.
        """
        before, self._session = self._session, session
        if before is not None and is_set_by_hand(before, session):
            self._put_away()
        elif self._is_of_former and not self._operator.words.hasFocus():
            self._leave_former()
        self.showing.stand_at(session, direction, now)

    @property
    def _is_of_former(self) -> bool:
        """Whether the verdict on the panel was given for a session that the page names no longer."""
        known = self._shown
        if known is None or known.elsewhere:
            return False
        return _code(known.answer.session) != _code(self._session)

    def leaves_former(self) -> bool:
        """Remove the verdict if it was given for the session before; return whether it was."""
        is_of_former = self._is_of_former
        if is_of_former:
            self._leave_former()
        return is_of_former

    def _leave_former(self) -> None:
        """Remove the verdict, which was given for the session before; it lets nobody into the session that is on now.

        If the refusal could have been overridden, say that the badge must be read again.
        """
        known, session = self._shown, self._session
        self._put_away()
        if session is not None and known is not None and known.can_be_overridden:
            self._operator.tell(lambda say: _read_again(say, session))

    def read(self, text: str, door: Door) -> None:
        """Get and show the verdict on the badge that was read at this door; `text` is what the scanner has read."""
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self.ask(lambda: scan_at(file, staff, door, text, at))

    def enter_by_name(self, delegate: str, door: Door) -> None:
        """Get and show the verdict on the delegate with this id, who has no badge at hand and was found by name."""
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self.ask(lambda: enter(file, staff, door, delegate, at))
        self._on_patience_over()  # the guest before was on the panel until somebody typed

    def see_to(self) -> None:
        """Remove the verdict from the panel, because the operator has done what the verdict asks for.

        If the panel shows no verdict, remove the newest of the earlier verdicts that are listed below the panel.
        """
        if not self.may_answer:
            return
        self._at.scanners.count_anew()
        held = self._operator.held
        has_nothing = self._shown is None and not held.verdicts and not self._operator.text
        if self._shown is None:
            held.put_newest_away()
        self.get_ready()
        if has_nothing:
            self._operator.remark(lambda say: say.text("Nothing is left to be seen to."))

    def cover(self) -> None:
        """Clear the line below the panel that explains the verdict, because the search now covers the panel."""
        self._operator.clear()
        self.is_covered = True

    def uncover(self) -> None:
        """Explain the verdict again in the line below the panel, because the search no longer covers the panel."""
        if self.is_covered and self._shown is not None:
            self._operator.show_answer(self._shown)
        elif self.is_covered:
            self._operator.clear()
        self.is_covered = False

    def pass_on(self) -> None:
        """Remove the verdict from the panel, because the operator has turned to the next guest.

        If the operator still has to act on the verdict, it is kept in the line below the panel.
        """
        self._hold_former(None)
        self.get_ready()

    def _put_away(self) -> None:
        """Remove the verdict from the panel, if there is one, because it holds no longer at this door.

        If the operator still has to act on the verdict, it is kept in the line below the panel.
        """
        if self._shown is not None:
            self.pass_on()

    def get_ready(self) -> None:
        """Clear the panel, and show that the door is ready for the next badge, or that nothing can be recorded."""
        self._shown = None
        self.is_covered = False
        self._operator.clear()
        if self._at.stopped.why is not None:
            self._operator.tell(self._why_stopped)
        self.showing.get_ready()

    def _on_stopped(self) -> None:
        if self._at.stopped.why is not None or self._shown is None:
            self.get_ready()

    def forget_undone(self, acts: frozenset[str]) -> None:
        """Clear the panel if it shows the verdict of one of these acts (ids), which were undone.

        A remark in the operator's line, which says why a key did nothing, stays.
        """
        if self._shown is not None and self._shown.answer.act in acts:
            remark = self._operator.remarked
            self.get_ready()
            self._operator.remark(remark)

    def tell_undone(self, undoing: Undoing) -> None:
        """Show that an act of this door was undone or brought back.

        The verdict is removed from the panel. An entry that was undone is no longer counted; an entry that was brought
        back is counted again.
        """
        event, now = self._at.file.known_event, self._at.now()
        if self._shown is not None and self._shown.answer.act == undoing.undone.id:
            self.get_ready()
        else:
            self.pass_on()
        self._counter.follow(undoing)

        def tell(say: Wording) -> str:
            known = replace(undoing, registration=None) if self._operator.hides_names else undoing
            act = told_undone(known, event, now, say)
            if undoing.brought_back is not None:
                return f"{say.text('BROUGHT BACK')} · {act}"
            return say.text("Undone: {act}").format(act=act)

        self._operator.tell(tell, gives_way=True)

    # ---- asking the desk

    def ask(self, work: Callable[[], DoorAnswer]) -> None:
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
        self.is_covered = False
        self._hold_former(answer)
        self._operator.held.drop(answer)
        self._shown = known = self._worded(answer)
        self.showing.show(lambda: sight_of(self._worded(answer)))
        self._operator.show_answer(known)
        self._at.sounds.play(known.sound)
        self._recent.add(known)
        self._counter.note(answer)

    def _read_photo(self, digest: str) -> None:
        """Read the photo of the person on the panel, in the lane for pictures: no scan waits for it."""
        file, panel = self._at.file, self._panel
        self._at.tasks.drawing.run(
            lambda: image_of(file, digest),
            then=if_alive(panel, lambda photo: panel.show_photo(digest, photo)),
            key="photo at the door",
        )

    def _hold_former(self, answer: DoorAnswer | None) -> None:
        """Keep the former verdict on the operator's line, unless `answer` is about the same guest (None: about nobody).

        Do so only if the former verdict is of the kind that stays until the operator presses a key.
        """
        former = self._shown
        if former is None or former.stays is not Stays.UNTIL_KEY:
            return
        if answer is None or not is_about_same(former.answer, answer):
            self._operator.held.hold(former)

    def _on_trouble(self, error: CheckinError) -> None:
        def not_recorded(say: Wording) -> str:
            return f"{say.text('NOT RECORDED')}  ·  {error.title}"

        self._waiting.stop()
        self._hold_former(None)
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
        """Remove the former verdict; no key then admits the former guest, whom the panel no longer shows."""
        self._hold_former(None)
        self._shown = None
        self._operator.clear()
        self.showing.wait()

    @property
    def may_answer(self) -> bool:
        """Whether a key pressed now is meant for the verdict that is shown.

        In the first moment after a scan, or after the desk was asked, a key was still meant for the former verdict.
        """
        return self._ticks() >= self._settled_at and not self._at.scanners.is_settling

    def _worded(self, answer: DoorAnswer) -> Shown:
        is_elsewhere = _code(answer.session) != _code(self._session)
        return shown(answer, self._at.file.known_event, self._say, is_elsewhere=is_elsewhere)

    def _label(self) -> None:
        if self._shown is not None:
            self._shown = self._worded(self._shown.answer)


def _code(session: Session | None) -> str:
    return "" if session is None else session.code


def _read_again(say: Wording, session: Session) -> str:
    words = say.text("The session is {session} now: read the badge again.")
    return words.format(session=say.local(session.title))
