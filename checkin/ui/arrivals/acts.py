"""The acts of the desk that the Arrivals page starts, such as receiving a delegate.

Each act is done in the prompt lane (quick work off the UI thread), and is then announced to all pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from checkin.desk.arrive import ArrivalAnswer, arrive
from checkin.desk.correct import Correction, correct_at_desk
from checkin.desk.issue_badge import give_badge, print_again, replace_badge
from checkin.desk.name_on_badge import what_is_not_drawn
from checkin.desk.print_latin_alone import print_latin_alone
from checkin.desk.scan_at_desk import DeskAnswer, scan_at_desk
from checkin.desk.walk_in import walk_in
from checkin.errors import EventFileError
from checkin.ui.page import if_alive
from checkin.ui.undoing import take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.desk.staff import Staff
    from checkin.desk.undo import Undoing
    from checkin.domain.delegates import Details
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.ui.page import Parts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BadgeQueued:
    """The badge with this `code` was put in the print queue because the operator asked for it.

    `not_drawn` holds the characters of the name that no font has; if there are any, the badge is not printed.
    `replaces` says that the badge has a new code, and that the former badge admits nobody any more.
    """

    code: str
    not_drawn: tuple[str, ...]
    replaces: bool = False


class DeskActs(QObject):
    """The acts that the Arrivals page starts; each act is done in a background thread for quick work.

    When an act is committed to the event file, its argument `then` is called with the outcome. If the act fails, its
    argument `fail` is called with the error; an act without `fail` shows the error in the window's strip. `then` and
    `fail` are called on the UI thread, and only while the page exists.
    """

    begun = Signal(bool)
    """Emitted when an act begins: True if the act receives somebody, else False.

    Until `changes.acts_changed` is emitted, nobody knows what the last act of the desk is.
    """

    failed = Signal()

    def __init__(self, parts: Parts, page: QWidget) -> None:
        super().__init__(page)
        self._parts = parts
        self._page = page

    def arrive(
        self,
        delegates: Sequence[str],
        then: Callable[[Sequence[ArrivalAnswer]], object],
        *,
        badge: bool = True,
        override: Why | None = None,
        answers: bool = False,
    ) -> None:
        """Record the arrival of the delegates with these ids, and print a badge for each unless `badge` is False.

        `override` is the reason to receive delegates who are not registered. `answers` is True if the operator has seen
        that the delegates never answered their invitation, and wants to receive them all the same.
        """
        at, staff = self._parts, self._parts.shift.staff
        self._do(
            lambda: arrive(
                at.file,
                staff,
                delegates,
                at.now(),
                badge=badge,
                to_print=badge,
                override=override,
                answers=answers,
            ),
            then,
            delegates,
            receives=True,
        )

    def scan(self, text: str, then: Callable[[DeskAnswer], object]) -> None:
        """Record the arrival of the delegate whose badge was scanned; `text` is what the scanner has read."""
        at, staff = self._parts, self._parts.shift.staff
        self._begin(lambda: scan_at_desk(at.file, staff, text, at.now(), to_print=True), then, receives=True)

    def walk_in(
        self,
        details: Details,
        then: Callable[[ArrivalAnswer], object],
        fail: Callable[[CheckinError], object],
    ) -> None:
        """Register a walk-in (a person who is on no list) with these details, and record the arrival of the walk-in."""
        at, staff = self._parts, self._parts.shift.staff
        self._do(lambda: walk_in(at.file, staff, details, at.now()), then, fail=fail, receives=True)

    def correct(
        self,
        delegate: str,
        details: Details,
        then: Callable[[Correction], object],
        fail: Callable[[CheckinError], object],
    ) -> None:
        """Correct the delegate with this id: set the fields that `details` holds."""
        at, staff = self._parts, self._parts.shift.staff
        self._do(lambda: correct_at_desk(at.file, staff, delegate, details), then, (delegate,), fail)

    def carry_out(
        self,
        work: Callable[[EventFile, Staff], T],
        then: Callable[[T], object],
        changed: Sequence[str] = (),
        fail: Callable[[CheckinError], object] | None = None,
    ) -> None:
        """Carry out another act of the desk, during which nobody is received.

        `work` is called with the event file and the staff on duty, and `then` with its result. `changed` holds the ids
        of the delegates whom the act changes.
        """
        at, staff = self._parts, self._parts.shift.staff
        self._do(lambda: work(at.file, staff), then, changed, fail)

    def give_badge(self, delegate: str, then: Callable[[BadgeQueued], object]) -> None:
        """Issue a badge to the delegate with this id, who has none, and print the badge."""
        at, staff = self._parts, self._parts.shift.staff
        self._queue(lambda: give_badge(at.file, staff, delegate, at.now()), delegate, then)

    def replace_badge(self, delegate: str, why: Why, then: Callable[[BadgeQueued], object]) -> None:
        """Print a new badge for the delegate with this id; the delegate's former badges no longer admit anybody."""
        at, staff = self._parts, self._parts.shift.staff
        self._queue(
            lambda: replace_badge(at.file, staff, delegate, why, at.now(), to_print=True),
            delegate,
            then,
            replaces=True,
        )

    def print_again(self, delegate: str, code: str, then: Callable[[BadgeQueued], object]) -> None:
        """Print the badge with this code, which belongs to the delegate with this id, once more and unchanged."""
        at = self._parts

        def work() -> str:
            print_again(at.file, code, at.now())
            return code

        self._queue(work, delegate, then)

    def print_latin_alone(self, delegate: str, then: Callable[[Correction], object]) -> None:
        """Record that the badge of the delegate with this id shows only the Latin name, not the native one."""
        at, staff = self._parts, self._parts.shift.staff
        self._do(lambda: print_latin_alone(at.file, staff, delegate), then, (delegate,))

    def set_photo(
        self,
        delegate: str,
        portrait: bytes,
        then: Callable[[Registration], object],
        fail: Callable[[CheckinError], object],
    ) -> None:
        """Set the photo of the delegate with this id; if `portrait` is empty, leave the delegate without a photo."""
        at, staff = self._parts, self._parts.shift.staff

        def work() -> Registration:
            from checkin.desk.photos import remove_photo, set_photo  # noqa: PLC0415 - the window is quicker without it

            if portrait:
                return set_photo(at.file, staff, delegate, portrait)
            return remove_photo(at.file, staff, delegate)

        self._do(work, then, (delegate,), fail)

    def undo(self, then: Callable[[Undoing], object], act: str) -> None:
        """Undo the recorded act with this id, and call `then` with the outcome."""
        at = self._parts
        at.scanners.count_anew()
        self.begun.emit(False)
        take_back(
            at.file, at.shift.staff, at.tasks, at.changes, if_alive(self._page, then), self._on_failed, act
        )

    def _queue(
        self,
        work: Callable[[], str],
        delegate: str,
        then: Callable[[BadgeQueued], object],
        *,
        replaces: bool = False,
    ) -> None:
        """Do the work, which puts a badge of the delegate with this id in the print queue and returns its code."""
        file = self._parts.file
        self._do(lambda: BadgeQueued(work(), what_is_not_drawn(file, delegate), replaces), then, (delegate,))

    def _do(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        changed: Sequence[str] = (),
        fail: Callable[[CheckinError], object] | None = None,
        *,
        receives: bool = False,
    ) -> None:
        """Do what the operator has asked for (see `_begin`); the badge that was read last counts anew after this."""
        self._parts.scanners.count_anew()
        self._begin(work, then, changed, fail, receives=receives)

    def _begin(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        changed: Sequence[str] = (),
        fail: Callable[[CheckinError], object] | None = None,
        *,
        receives: bool,
    ) -> None:
        """Do the work in the prompt lane, then call `then` with the outcome and announce the change to all pages.

        `changed` holds the ids of the delegates changed. If it is empty, any delegate may have changed. `receives` says
        whether the act is to receive somebody.
        """
        changes = self._parts.changes
        told = if_alive(self._page, then)

        def tell(outcome: T) -> None:
            told(outcome)
            changes.delegates_changed.emit(frozenset(changed))
            changes.acts_changed.emit()
            changes.printing_changed.emit()

        shown = if_alive(self._page, fail) if fail is not None else None
        self.begun.emit(receives)
        self._parts.tasks.prompt.run(work, then=tell, fail=lambda error: self._on_failed(error, shown))

    def _on_failed(self, error: CheckinError, show: Callable[[CheckinError], object] | None = None) -> None:
        if show is not None:
            show(error)
        if show is None or isinstance(error, EventFileError):
            self._parts.trouble(error)
        if shiboken6.isValid(self):
            self.failed.emit()
