"""Drafts: makes a file beside its target, to be moved there when complete; deletes the drafts of killed programs."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import filelock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def draft_of(target: Path, *, like: Path) -> Iterator[Path]:
    """Make an empty file beside the target, with the access rights of the file `like`, and delete it at the end.

    All files that were put beside the draft are deleted too. To keep the draft, the caller moves it to the target
    before the end.
    """
    draft = place_of_draft(target)
    lock = _lock_of(draft)
    # Where no file can be locked, `clear_abandoned` takes nothing away either.
    with suppress(OSError, NotImplementedError):
        lock.acquire(timeout=0)
    try:
        make_empty(draft, like=like)
        yield draft
    finally:
        _take_away(draft, lock)


def place_of_draft(target: Path) -> Path:
    """A path beside the target that no other draft has. `clear_abandoned` recognises drafts by such names."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def make_empty(place: Path, *, like: Path) -> None:
    """Make an empty file with the access rights of the file `like`. SQLite gives the same rights to the file's logs."""
    os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, like.stat().st_mode & 0o666 | 0o600))


def clear_abandoned(folder: Path, begins: str) -> None:
    """Delete the drafts in a folder for targets whose name begins with `begins`, unless they are being written."""
    pattern = re.compile(rf"\.{re.escape(begins)}.*\.[0-9a-f]{{8}}\.new")
    with suppress(OSError):
        for draft in [path for path in folder.iterdir() if pattern.fullmatch(path.name)]:
            lock = _lock_of(draft)
            with suppress(OSError, NotImplementedError):
                lock.acquire(timeout=0)
                _take_away(draft, lock)


def _lock_of(draft: Path) -> filelock.BaseFileLock:
    return filelock.FileLock(draft.with_name(f"{draft.name}.lock"))


def _take_away(draft: Path, lock: filelock.BaseFileLock) -> None:
    """Delete all files beside the draft, then the draft (leftovers are found by its name), and last the lock.

    Nobody else will ever lock a file of this name, because no other draft has the same name.
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
