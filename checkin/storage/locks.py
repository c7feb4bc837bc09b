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
    """A context manager that holds a lock during its block; the lock is a file, whose path is `place`.

    It waits at most `patience` seconds for the lock. If another program still holds the lock then, filelock.Timeout is
    raised; if no file can be made at this path, OSError. The file is deleted at the end. If the program dies, the
    operating system frees the lock, and only an empty file is left.
    """
    lock = filelock.FileLock(place)
    lock.acquire(timeout=patience)
    try:
        yield
    finally:
        let_go(lock)


def let_go(lock: filelock.BaseFileLock) -> None:
    """Delete the file of a lock that this program holds, and free the lock.

    The file is deleted first. A program that was waiting for the lock then gets a lock on the deleted file; `filelock`
    notices this, and tries again with a new file.
    """
    with suppress(OSError):  # Windows deletes no file that is open; there `filelock` deletes the file itself
        Path(lock.lock_file).unlink()
    lock.release()
