"""Back-ups: writes a complete copy of an event file that is in use, and restores an event file from such a copy."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from checkin.errors import CheckinError
from checkin.storage import own, refolding, schema, verifying
from checkin.storage.database import Database
from checkin.storage.drafts import clear_abandoned, draft_of
from checkin.storage.event_folder import can_be_written, folder_beside, make_whole, unused
from checkin.storage.migrating import migrate, pending_migrations
from checkin.storage.on_disk import ENDINGS
from checkin.storage.rehearsing import require_no_rehearsal
from checkin.storage.rotation import let_oldest_go
from checkin.storage.trouble import ERRORS, as_checkin_error, cannot_be_written, is_for_want_of_room

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.domain.faults import Finding


def back_up(database: Database, folder: Path | None = None, *, why: str = "") -> Path:
    """Write a complete copy of an event file that is in use; return the copy's path.

    The copy's name consists of the file's name, the computer's local time and `why`. Only the owner can read the copy.
    If `folder` is None, the copy is put into the event's folder for back-ups, where only the fifty newest back-ups are
    kept and the older ones are deleted. Raises CheckinError if the copy cannot be written or is faulty.
    """
    database.require_readable()
    automatic = folder is None
    folder = folder or folder_beside(database.path)
    name = f"{database.path.stem}-{datetime.now().astimezone():%Y%m%d-%H%M%S}{'-' + why if why else ''}.event"
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        clear_abandoned(folder, f"{database.path.stem}-")
        target = unused(target)
        write_copy(database, target)
        if automatic:
            let_oldest_go(folder, made=target)
    except OSError as error:
        raise CheckinError(
            "The back-up could not be written",
            f"{folder}: {error.strerror or error}. Choose another folder or stick.",
        ) from error
    return target


class BroughtBack(NamedTuple):
    """The outcome of a restore.

    `aside` is the path at which the replaced event file is kept; None if no file was replaced. `findings` are the
    faults in the restored file.
    """

    aside: Path | None
    findings: tuple[Finding, ...]


def restore(copy: Path, event: Path, progress: Callable[[int], None] = lambda _: None) -> BroughtBack:
    """Verify the back-up at the path `copy`, and restore it to the path `event`; an event file already there is kept.

    Badges of another event, and pictures that do not match their digest (hash), do not prevent the restore: the result
    names them as findings. `progress` gets the number of entries verified so far. Raises CheckinError if the back-up is
    damaged or was written by a newer version of this program, or if the event is open in another program.
    """
    if not copy.is_file():
        raise CheckinError("The back-up was not found", f"There is no file {copy}. Check the path.")
    folder = event.absolute().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise CheckinError(
            "The event file could not be restored",
            f"There is no folder {folder} that can be written to. Choose another place; the back-up is untouched.",
        )
    source = Database(copy) if can_be_written(copy) else Database(copy, refusal=cannot_be_written(copy))
    try:
        if not source.has_schema:
            raise CheckinError("This is not a back-up", f"{copy} is empty. Choose another file.")
        require_no_rehearsal(source, event)
        schema.require_tables(source)
        own.refuse_newer_editions(source)
        with draft_of(event) as draft:
            _vacuum(source, draft, event)
            findings = _verified(draft, copy, progress)
            aside = set_aside(event)
            draft.replace(event)
    except OSError as error:
        raise CheckinError(
            "The event file could not be restored",
            f"{event}: {error.strerror or error}. The back-up is untouched.",
        ) from error
    finally:
        source.close()
    return BroughtBack(aside, findings)


def write_copy(database: Database, target: Path, prepare: Callable[[Database], object] | None = None) -> None:
    """Write a complete copy of an event file that is in use to the path `target`.

    `prepare` changes the copy, in a transaction, before it is moved to `target`. Raises CheckinError if the disk has no
    room for the copy, or if the copy is faulty. Then nothing is written to `target`; a faulty copy is kept beside
    `target` under another name.
    """
    with draft_of(target) as draft:
        _vacuum(database, draft, target)
        if prepare is not None:
            _change(draft, prepare)
        _require_sound(draft, target.with_name(f"{database.path.stem}.not-whole{target.suffix}"))
        draft.replace(target)


def _change(draft: Path, prepare: Callable[[Database], object]) -> None:
    copy = Database(draft)
    try:
        with copy.transaction():
            prepare(copy)
    finally:
        copy.close()


def _require_sound(draft: Path, aside: Path) -> None:
    """Check a new copy of the event file; raise CheckinError unless its pages, schema, key and entries are right.

    Only a copy without a fault counts as a back-up. A faulty copy is moved to the path `aside` and not deleted: unlike
    an older back-up, it also holds what was recorded today.
    """
    copy = Database(draft, refusal=cannot_be_written(draft))
    try:
        findings = verifying.look_over(copy)
    finally:
        copy.close()
    if findings:
        draft.replace(aside)
        wrong = findings[0].place.replace(str(draft), str(aside))
        raise CheckinError(
            "The event file is damaged, and so is its back-up",
            f"{wrong} ({findings[0].fault}). The copy is kept as {aside}, and counts as no back-up. Look "
            "with 'checkin verify', and open the newest good back-up with 'checkin restore'.",
        )


def _verified(draft: Path, copy: Path, progress: Callable[[int], None]) -> tuple[Finding, ...]:
    """Verify the draft that is to be restored; return the findings that do not prevent the restore.

    If the draft's tables differ from those computed from its journal, they are written anew. Raises CheckinError if the
    journal itself is wrong.
    """
    restored = Database(draft)
    try:
        if pending_migrations(restored):
            migrate(restored)
        found = verifying.verify(restored, progress)
        if found.of_the_journal:
            wrong = found.of_the_journal[0]
            raise CheckinError(
                "The back-up is damaged",
                f"{copy} was not restored ({wrong.fault} {wrong.place}). Choose an earlier back-up.",
            )
        if found.of_the_tables:
            refolding.fold_anew(restored, progress)
        return tuple(
            each for each in found.findings if not each.is_harmless and each not in found.of_the_tables
        )
    finally:
        restored.close()


def _vacuum(database: Database, draft: Path, target: Path) -> None:
    try:
        database.peewee.connection().execute("VACUUM INTO ?", (str(draft),))
    except ERRORS as error:
        if is_for_want_of_room(error, draft.absolute().parent):
            raise CheckinError(
                "The disk is full",
                f"There is no room for {target}. Make room there or choose another folder, then try again.",
            ) from error
        raise as_checkin_error(error, database.path) from error
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def set_aside(event: Path) -> Path | None:
    """Rename the event file at this path, sound or damaged, so that it is kept; return its new path.

    SQLite's logs beside the file are renamed too, even if the event file itself is gone. Otherwise SQLite would use
    them as the logs of the next file at this path. Returns None if there was no event file.
    """
    if event.exists():
        make_whole(event)
    there = [ending for ending in ENDINGS if event.with_name(event.name + ending).exists()]
    stamp = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    kept = unused(event.with_name(f"{event.stem}.replaced-{stamp}{event.suffix}"))
    for ending in reversed(there):
        event.with_name(event.name + ending).rename(kept.with_name(kept.name + ending))
    return kept if "" in there else None
