"""Undoing an act from the window.

An act is undone at once in the prompt lane (quick background work). The many changes of a large act follow in the
batch lane (long background work).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.undo import Undoing, finish_undo, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.staff import Staff
    from checkin.errors import CheckinError
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, Tasks


def take_back(
    file: EventFile,
    staff: Staff,
    tasks: Tasks,
    changes: Changes,
    then: Callable[[Undoing], object],
    fail: Callable[[CheckinError], object],
    named: str | None = None,
    *,
    at_door: bool = False,
) -> None:
    """Undo an act, then call `then` and announce by signals what changed.

    The act is the one with the id `named`; without it, this desk's last act or, with `at_door`, its last act at a door.
    If the undo fails, `fail` is called with the error.
    """

    def announce(_none: object = None) -> None:
        changes.delegates_changed.emit(frozenset())
        changes.presence_changed.emit("")
        changes.acts_changed.emit()
        changes.printing_changed.emit()

    def tell(undoing: Undoing) -> None:
        then(undoing)
        announce()
        if undoing.goes_on:
            tasks.batch.run(lambda _tick: finish_undo(file), then=announce)

    tasks.prompt.run(lambda: undo(file, staff, named, at_door=at_door), then=tell, fail=fail)
