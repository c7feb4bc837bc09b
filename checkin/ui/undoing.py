"""Undoing an act from the window, and the words for the act on an Undo button.

An act is undone at once in the prompt lane (quick background work). If the act has very many changes, most of them are
reversed afterwards in the batch lane (long background work).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.undo import Undoing, finish_undo, undo
from checkin.domain.facts import Defined, DoorsSet, Named
from checkin.errors import CheckinError
from checkin.text import short_name_of_delegation

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.look_back import RecentAct
    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, Tasks
    from checkin.wording import Wording


class Undos:
    """The undos that were made on one page and not brought back, newest last; the operator can bring them back."""

    def __init__(self) -> None:
        self._acts: list[str] = []

    def add(self, undoing: Undoing) -> None:
        """Keep an undo that was made; do nothing if `undoing` has itself brought an act back."""
        if undoing.brought_back is None:
            self._acts.append(undoing.act)

    def take_newest(self) -> str:
        """Return the id of the newest undo, and keep this undo no longer; "" if there is none."""
        return self._acts.pop() if self._acts else ""

    def forget(self) -> None:
        """Keep no undo any longer."""
        self._acts.clear()


def take_back(
    file: EventFile,
    staff: Staff,
    tasks: Tasks,
    changes: Changes,
    then: Callable[[Undoing], object],
    fail: Callable[[CheckinError], object],
    act: str,
) -> None:
    """Undo the act with the id `act` in the background; then call `then` and announce by signals what changed.

    `act` is the act that a page's Undo button names. If it cannot be undone, `fail` is called with the error.
    """

    def take() -> Undoing:
        undoing = undo(file, staff, act)
        _ = (
            file.event
        )  # so that the window knows the programme without what the act defined, or the doors that it set
        return undoing

    def announce(_none: object = None) -> None:
        changes.delegates_changed.emit(frozenset())
        changes.presence_changed.emit("")
        changes.acts_changed.emit()
        changes.printing_changed.emit()

    def tell(undoing: Undoing) -> None:
        then(undoing)
        facts = (undoing.brought_back or undoing.undone).facts
        if any(isinstance(fact, DoorsSet | Defined | Named) for fact in facts):
            changes.programme_changed.emit()
        announce()
        if undoing.goes_on:
            tasks.batch.run(lambda _tick: finish_undo(file), then=announce)

    tasks.prompt.run(take, then=tell, fail=fail)


def nothing_here() -> CheckinError:
    """The error to show if Ctrl+Z is pressed on a page where nothing can be undone."""
    return CheckinError(
        "There is nothing to undo here",
        "Nothing that was done on this page can be undone. What was done on another page is undone there.",
    )


def told(recent: RecentAct, event: Event, now: datetime, say: Wording) -> str:
    """Describe an act in one line, with the name of the person or of the delegation whom the act was about."""
    together = say.local(short_name_of_delegation(event, recent.delegation)) if recent.delegation else ""
    return say.act(recent.act, recent.name, event, now, together, recent.not_drawn)


def told_undone(undoing: Undoing, event: Event, now: datetime, say: Wording) -> str:
    """Describe in one line the act that was undone or, if that act was an undo itself, the act that applies again.

    If others have changed since what this act had set, only the rest is described; "" if there is no rest.
    """
    return told(undoing.effect_in(event), event, now, say)
