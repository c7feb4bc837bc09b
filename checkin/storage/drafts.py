"""Makes drafts: files beside a target, moved there when complete. Deletes the drafts that killed programs left."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import filelock

from checkin.errors import CheckinError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE_SECONDS: Final = 1.0
"""The time for a lock that is still new: whoever clears abandoned drafts may hold the lock for a moment."""


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A context manager that makes an empty file (the draft) beside the path `target`.

    At the end of the block the draft is deleted, and so are files beside it whose names begin with the draft's name,
    such as SQLite's logs. To keep the draft, the caller moves it to `target` inside the block. Only the owner can read
    the draft.
    """
    draft = _place_of_draft(target)
    lock = _lock_of(draft)
    # Where no file can be locked, `clear_abandoned` takes nothing away either.
    with suppress(OSError, NotImplementedError):
        if draft.absolute().parent.is_dir():  # the library of the lock would make the folder
            lock.acquire(timeout=_PATIENCE_SECONDS)
    try:
        make_empty(draft)
        with named_as(draft, target):
            yield draft
    finally:
        _take_away(draft, lock)


@contextmanager
def named_as(hidden: Path, known: Path) -> Iterator[None]:
    """Let a CheckinError from the block name the path `known` in place of a hidden file, which no operator knows."""
    try:
        yield
    except CheckinError as error:
        error.message = error.message.replace(str(hidden), str(known))
        error.args = (error.title, error.message)
        raise


def _place_of_draft(target: Path) -> Path:
    """A path beside the target that no other draft has. Its name is one by which `clear_abandoned` finds drafts."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def make_empty(place: Path) -> None:
    """Make an empty file that only its owner can read. SQLite gives the logs beside the file the same permissions."""
    os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def clear_abandoned(folder: Path, begins: str) -> None:
    """Delete from a folder the drafts that killed programs left; a draft that is still being written stays.

    Only drafts for files whose name begins with `begins` are deleted.
    """
    pattern = re.compile(rf"(\.{re.escape(begins)}.*\.[0-9a-f]{{8}}\.new)(\.lock)?")
    with suppress(OSError):
        found = {match[1] for path in folder.iterdir() if (match := pattern.fullmatch(path.name))}
        for draft in map(folder.joinpath, found):
            lock = _lock_of(draft)
            with suppress(OSError, NotImplementedError):
                lock.acquire(timeout=0)
                _take_away(draft, lock)


def _lock_of(draft: Path) -> filelock.BaseFileLock:
    return filelock.FileLock(draft.with_name(f"{draft.name}.lock"))


def _take_away(draft: Path, lock: filelock.BaseFileLock) -> None:
    """Delete the files that were put beside the draft, then the draft itself, and last its lock file.

    The draft is deleted after those files, because leftovers are found by the draft's name. The lock file can be
    deleted safely: no other draft has the same name, so nobody else will ever lock a file of this name.
    """
    held = draft.with_name(f"{draft.name}.lock")
    with suppress(OSError):
        begins = (draft.name, f".{draft.name}")
        beside = {path for path in draft.parent.iterdir() if path.name.startswith(begins)}
        for path in (*(beside - {draft, held}), draft):
            with suppress(OSError):
                path.unlink()
    lock.release()
    held.unlink(missing_ok=True)
