"""Undo from the window: at once in the prompt lane; the many changes of a large act follow in the batch lane."""

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
    """Undo this desk's last act (its last at a door), or the act `named`; call `then`, and announce what changed."""

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
