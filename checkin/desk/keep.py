"""Keep the event safe: make back-ups of the event file in use, and restore the event from a back-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from checkin.desk.open_event import open_event
from checkin.desk.undo import finish_undo, undo
from checkin.errors import CheckinError
from checkin.storage import acts, journal, long_acts, rotation
from checkin.storage import back_up as back_ups
from checkin.storage.database import Database
from checkin.storage.event_folder import OpenElsewhereError, folder_beside, looks_like_event
from checkin.storage.lacking import lacking
from checkin.storage.rehearsing import require_no_rehearsal
from checkin.storage.trouble import cannot_be_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.faults import Finding
    from checkin.storage.event_file import EventFile
    from checkin.storage.lacking import Lacking


def back_up(file: EventFile, folder: Path | None = None) -> Path:
    """Write a copy of the event into a folder and return the path of the copy.

    If no folder is given, it is the back-up folder beside the event file.
    """
    return back_ups.back_up(file.database, folder)


def last_back_up(file: EventFile) -> datetime | None:
    """The time (UTC) at which the newest automatic back-up of the event was written; None if there is none."""
    newest = rotation.newest(file.path)
    return None if newest is None else datetime.fromtimestamp(newest.stat().st_mtime, UTC)


def is_backed_up(file: EventFile) -> bool:
    """Whether the newest automatic back-up of the event holds every entry that the event file holds now."""
    newest = rotation.newest(file.path)
    return newest is not None and rotation.has_all_of_open(newest, file.database)


@dataclass(frozen=True, slots=True)
class Restored:
    """The outcome of a restore.

    `aside` is the path at which the replaced event file is kept, None if there was no such file. `unfinished` holds the
    acts (ids) of other desks that are incomplete in the restored file; this desk does not undo them automatically.
    `notice` is a message for the operator from the first opening of the file: about an incomplete act of this desk, or
    about `unfinished`. `findings` holds the faults of the back-up that the restored file still has: badges of another
    event, wrong pictures.
    """

    aside: Path | None
    unfinished: tuple[str, ...]
    notice: CheckinError | None
    findings: tuple[Finding, ...]


def restore(copy: Path, event: Path, progress: Callable[[int], None]) -> Restored:
    """Verify the back-up `copy` and put it in the place of the event file `event`.

    `progress` is called with the number of entries read. Raises CheckinError if the back-up cannot be used.
    """
    aside, findings = back_ups.restore(copy, event, progress)
    with open_event(event) as file:
        return Restored(aside, long_acts.unfinished_of_others(file), file.notice, findings)


class BroughtBack(NamedTuple):
    """The outcome of `bring_back`: a message for the operator, and the number of entries that are missing."""

    told: CheckinError
    missing: int = 0


def bring_back(
    event: Path, rescued: Path | None, progress: Callable[[int], None], event_id: str = "", recorded: int = 0
) -> BroughtBack:
    """Restore an event whose file was lost while it was open.

    `event` is the path of the event file, and `rescued` the copy that was made of the lost file, None if there is no
    copy. The copy with the newest entries is restored: `rescued`, a back-up, or a copy that was made at an earlier
    loss. With an `event_id`, only copies of this event count. If another program has brought the event back already and
    has it open, the entries that only the copy has are added to the file. Entries that only `rescued` has are added in
    each case. `recorded` is the number of entries that the lost file is known to have held. `progress` is called with
    the number of entries read. Raises CheckinError if there is neither a copy nor a back-up, or if the event cannot be
    restored.
    """
    copies = _copies(event, rescued, event_id)
    copy = rotation.newest_of(copies)
    if copy is None:
        raise CheckinError(
            "There is no back-up of this event",
            f"Nothing lies in {folder_beside(event)}. Open another file.",
        )
    try:
        restored = restore(copy, event, progress)
    except OpenElsewhereError:
        if not rotation.is_same_event(event, copy):
            raise
        added = sum(_add_entries(event, each) for each in {copy, rescued or copy})
        return BroughtBack(_joined(added), _missing(event, recorded))
    if rescued in copies and rescued != copy:
        _add_entries(event, rescued)
    missing = _missing(event, recorded)
    kept = f" What lay there is kept as {restored.aside}." if restored.aside is not None else ""
    notice = f" {restored.notice}" if restored.notice is not None else ""
    if missing:
        return BroughtBack(_incomplete(copy, missing, f"{kept}{notice}"), missing)
    return BroughtBack(
        CheckinError(
            "The event is back",
            f"It is as {copy} has it: look at the last acts before you go on.{kept}{notice}",
        )
    )


def _copies(event: Path, rescued: Path | None, event_id: str) -> list[Path]:
    """All copies of the event, with the one that was made of the lost file; with an `event_id`, only those of it."""
    copies = [*rotation.copies_of(event), *([rescued] if rescued is not None else [])]
    return [each for each in copies if not event_id or rotation.is_copy_of(each, bytes.fromhex(event_id))]


def can_be_brought_back(event: Path, rescued: Path | None) -> bool:
    """Whether a lost event may be restored: from the copy `rescued`, from a back-up, or because its folder is missing.

    A missing folder may come back, for example when a USB stick is plugged in again.
    """
    return rescued is not None or not event.parent.is_dir() or bool(rotation.copies_of(event))


def can_be_opened(lost: EventFile) -> bool:
    """Whether a file that this program may be able to open lies at the path of a lost event file."""
    return lost.is_back or looks_like_event(lost.path)


def lacks(event: Path, rescued: Path | None) -> Lacking | None:
    """The acts of a lost event that are missing in the file which is at its path now; None if no act is missing.

    The file is compared with `rescued`, the copy of the lost event, or with the newest back-up if there is no copy.
    """
    copy = rescued or rotation.newest_of(rotation.copies_of(event))
    return lacking(event, copy) if copy is not None else None


def _joined(added: int) -> CheckinError:
    """What to tell the operator of a window that joined the file which another window has open."""
    if not added:
        return CheckinError(
            "The event is back",
            "Another window has brought it back already: look at the last acts before you go on.",
        )
    return CheckinError(
        "The event is back",
        f"Another window has a copy of the event open. The {added} entries that were missing in that copy were added: "
        "look at the last acts in both windows before you go on.",
    )


def _incomplete(copy: Path, missing: int, more: str) -> CheckinError:
    since = f"{rotation.newest_entry_of(copy).astimezone():%H:%M}"
    return CheckinError(
        "The event is back, but some of it is missing",
        f"{missing} entries that were recorded after {since} are in no copy. Press “Bring the event back” in every "
        f"other window too; then look who is missing, and do it again.{more}",
    )


def _missing(event: Path, recorded: int) -> int:
    """How many of the entries that the lost file held are not in the file that is restored."""
    return max(0, recorded - rotation.number_of_entries(event))


def _add_entries(event: Path, copy: Path) -> int:
    """Add to an event file the entries that only this copy of the event holds; return the number of these entries.

    Another program may have the event file open.
    """
    if rotation.has_all_of(event, copy):
        return 0
    source = Database(copy, refusal=cannot_be_written(copy))
    try:
        require_no_rehearsal(source, event)
        with open_event(event) as file:
            before = acts.last_entry(file.database)
            file.receive_pictures(source)
            file.receive([placed.entry for placed in journal.read_placed(source)])
            return acts.last_entry(file.database) - before
    finally:
        source.close()


def give_up(event: Path, staff: Staff, acts: Iterable[str]) -> None:
    """Undo these acts (ids) of other desks, which are incomplete in this event file."""
    with open_event(event) as file:
        for act in acts:
            undo(file, staff, act)
            finish_undo(file)
