"""The copy in which a verification computes the tables again: where the copy lies, and who clears it away."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import filelock

from checkin import paths
from checkin.errors import CheckinError
from checkin.files import clear_drafts
from checkin.storage.drafts import clear_abandoned, make_empty
from checkin.storage.on_disk import can_be_written, discard, folder_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def clear_up_after_a_kill(event: Path) -> None:
    """Delete the unfinished files of this event that killed programs left: of verifications, restores, back-ups.

    Files that another program is still writing stay. Copies that were left by verifications of read-only event files
    are deleted too, whichever event they belong to.
    """
    for place in {_place_of_copy(event), *_own_folder().glob("*.rebuilt")}:
        if place.exists():
            with suppress(CheckinError), _alone(place):
                discard(place)
    clear_abandoned(event.parent, event.name)
    clear_abandoned(event.parent, f"{event.stem}.")
    clear_abandoned(folder_beside(event), f"{event.stem}-")
    for folder in (event.parent, folder_beside(event)):
        clear_drafts(folder)


@contextmanager
def rebuilt_beside(event: Path) -> Iterator[Path]:
    """Make an empty file in which the tables are computed again, and delete it at the end.

    The new file lies beside the event file. If the event file or its folder cannot be written
    to, the new file lies in this program's own folder, which nobody else can read.
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


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    lock = filelock.FileLock(place.with_name(f"{place.name}.lock"))
    try:
        held = lock.acquire(timeout=0)
    except (filelock.Timeout, OSError) as error:
        raise CheckinError(
            "The event file is being checked already", "Wait until the other check has ended, then try again."
        ) from error
    # The lock's file stays: else somebody could lock the old file while another makes and locks a new one.
    with held:
        yield
