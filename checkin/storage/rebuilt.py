"""The copy in which a verification computes the tables again: where the copy lies, and who clears it away."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import filelock

from checkin import paths
from checkin.errors import CheckinError
from checkin.files import clear_drafts
from checkin.storage import long_acts
from checkin.storage.drafts import clear_abandoned, make_empty, named_as
from checkin.storage.event_folder import can_be_written, discard, folder_beside
from checkin.storage.locks import held_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def clear_up_after_a_kill(event: Path) -> None:
    """Delete the unfinished files of this event that programs left when they were killed.

    These are the files of verifications, restores and back-ups. Files that a running program is still writing stay.
    Copies that were left by verifications of read-only event files are deleted too, whichever event they belong to.
    """
    for place in {_place_of_copy(event), *_own_copies()}:
        if place.exists() or _lock_of(place).exists():
            with suppress(CheckinError), _alone(place):
                discard(place)
    if long_acts.lock_of(event).exists():
        with suppress(CheckinError), long_acts.alone(event, patience=0):
            pass  # the file of the lock is deleted in the end
    clear_abandoned(event.parent, event.name)
    clear_abandoned(event.parent, f"{event.stem}.")
    clear_abandoned(folder_beside(event), f"{event.stem}-")
    for folder in (event.parent, folder_beside(event)):
        clear_drafts(folder)


@contextmanager
def rebuilt_beside(event: Path) -> Iterator[Path]:
    """A context manager that makes an empty file, gives its path to the block, and deletes the file at the end.

    A verification computes the tables of the event again in this file. The file lies beside the event file. If the
    event file or its folder cannot be written to, it lies in this program's own folder, which nobody else can read.
    Raises CheckinError if the file cannot be made, or if another verification of the event goes on.
    """
    place = _place_of_copy(event)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(place):
        discard(place)
        try:
            make_empty(place)
        except OSError as error:
            raise CheckinError(
                "The event file cannot be checked here",
                f"{place.parent}: {error.strerror or error}. Make room there, then try again; nothing was changed.",
            ) from error
        try:
            # Where the copy is not beside the event file, it lies on another disk.
            with named_as(place, event if place.parent == event.parent else place.parent):
                yield place
        finally:
            discard(place)


def _place_of_copy(event: Path) -> Path:
    if can_be_written(event):
        return event.with_name(f".{event.name}.rebuilt")
    digest = hashlib.sha256(str(event.absolute()).encode()).hexdigest()[:12]
    return _own_folder() / f"{digest}.rebuilt"


def _own_folder() -> Path:
    """The folder for copies of event files that cannot be written. Nobody else can read this folder."""
    return paths.data_folder() / "verifying"


def _own_copies() -> set[Path]:
    """The paths of the copies in this program's own folder, also those of which only the lock is left."""
    left = {path.with_name(path.name.removesuffix(".lock")) for path in _own_folder().glob("*.rebuilt*")}
    return {path for path in left if path.suffix == ".rebuilt"}


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(held_lock(_lock_of(place)))
        except (filelock.Timeout, OSError) as error:
            raise CheckinError(
                "The event file is being checked already",
                "Wait until the other check has ended, then try again.",
            ) from error
        yield


def _lock_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.lock")
