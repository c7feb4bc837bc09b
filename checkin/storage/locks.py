"""Locks between programs that use the same file. A lock is a file of its own, which is deleted at the end."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def held_lock(place: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock at this path during the block; wait at most `patience` seconds for the lock.

    If the program dies, the operating system frees the lock, and only an empty file is left. Raises filelock.Timeout if
    another program still holds the lock after that time, and OSError if there can be no file at this path.
    """
    lock = filelock.FileLock(place)
    lock.acquire(timeout=patience)
    try:
        yield
    finally:
        let_go(lock)


def let_go(lock: filelock.BaseFileLock) -> None:
    """Delete the file of a lock that this program holds, and free the lock.

    The file is deleted first. A program that has opened the file meanwhile gets a lock on a file without a name,
    notices this (`filelock` looks), and begins again with a new file.
    """
    with suppress(OSError):  # Windows deletes no file that is open; there `filelock` deletes the file itself
        Path(lock.lock_file).unlink()
    lock.release()
