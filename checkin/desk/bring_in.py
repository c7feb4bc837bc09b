"""Bring a list of delegates in: look first, then record, as one act that undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import new_delegate_id
from checkin.domain.facts import Corrected, Registered
from checkin.importing import plan_import, read_overrides, read_sheets
from checkin.storage import delegates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.facts import Fact
    from checkin.importing import ImportPlan
    from checkin.storage.event_file import EventFile


def plan(
    file: EventFile,
    path: Path,
    columns: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """What bringing this list in would do; nothing is changed. `columns` are as `--column` takes them.

    `progress` gets rows done and rows in all, and cancels by raising. Raises CheckinError where the file is no list.
    """
    overrides = read_overrides(columns)
    sheets = read_sheets(path)
    # A list, for whatever stops the plan must not leave a question to the event file half answered.
    known = [registration.delegate for registration in delegates.everybody(file.database)]
    return plan_import(sheets, known, file.event, overrides, progress=progress)


def bring_in(file: EventFile, staff: Staff, plan: ImportPlan, progress: Callable[[int], None]) -> str | None:
    """Record what the plan says is new or changed, as one act; its id, or None where there is nothing.

    `progress` gets the rows recorded, and cancels by raising: then nothing has come in.
    """
    if not plan.new and not plan.changed:
        return None
    return file.long_act("import", _facts(plan), staff.operator, progress)


def _facts(plan: ImportPlan) -> Iterator[Fact]:
    for candidate in plan.new:
        yield Registered(new_delegate_id(), candidate.details)
    for change in plan.changed:
        yield Corrected(change.delegate.id, change.details)
