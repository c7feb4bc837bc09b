"""Drafts: a file that comes to stand at its place whole or not at all, and what a killed program has left of one."""

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
    """An empty file beside the target, with the rights of the file that it is `like`; taken away in the end.

    So is all that was put beside the draft. Whoever moves it to the target before has the whole file there.
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
    """A place beside the target that no other draft has; `clear_abandoned` knows it by its name."""
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")


def make_empty(place: Path, *, like: Path) -> None:
    """Make an empty file with the rights of the other, from its beginning on; SQLite gives its logs the same."""
    os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, like.stat().st_mode & 0o666 | 0o600))


def clear_abandoned(folder: Path, begins: str) -> None:
    """Take away the drafts in the folder of targets whose names begin so, but for those that somebody still writes."""
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
    """Take away the draft, which is found again by its name, after all that lies beside it; the lock at the very end.

    Nobody else will ever lock a file of this name, for no other draft has the same.
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
