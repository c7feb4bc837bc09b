"""Writing a file so that it appears complete or not at all, and so that only its owner can read it."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, BinaryIO, Final

try:
    import fcntl
except ImportError:  # on Windows nobody can delete a file that is open
    _HAS_LOCKS = False
else:
    _HAS_LOCKS = True

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OWNER_ONLY: Final = 0o700
_DRAFT: Final = re.compile(r"\.checkin-[0-9a-f]{12}\.part")


@contextmanager
def written_whole(target: Path, *, is_private: bool = False) -> Iterator[BinaryIO]:
    """A context manager that writes a file completely or not at all: it opens a draft, a new file beside the target.

    If the block ends without an error, the draft replaces the target; otherwise it is deleted. Only its owner can read
    the new file, unless the target existed before and `is_private` is False: then the target's permissions are kept. If
    the target is a symbolic link, the file to which it points is replaced. Drafts of killed programs in the folder are
    deleted first. Raises OSError if the file cannot be written.
    """
    target = target.resolve()
    _clear_once(target.parent)
    draft, file, held = _draft_beside(target)
    try:
        yield file
        file.flush()
        os.fsync(file.fileno())
        file.close()
        if not is_private:
            with suppress(OSError):
                shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        # On a full disk closing fails too.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if held >= 0:
            os.close(held)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can read, and its parent folders if they do not exist yet."""
    folder.mkdir(parents=True, exist_ok=True, mode=_OWNER_ONLY)
    keep_private(folder)


def keep_private(path: Path) -> None:
    """Take away from everybody but the owner the permissions for a file or folder.

    If this program has no right to change the permissions, nothing happens.
    """
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o777 & ~_OWNER_ONLY:
            path.chmod(mode & _OWNER_ONLY)


def opened_private(path: str, flags: int) -> int:
    """An `opener` for the function `open`: if a new file is made, only its owner can read it, whatever the umask."""
    return os.open(path, flags, 0o600)


def clear_drafts(folder: Path) -> None:
    """Delete the drafts (half-written files) of killed programs in this folder; a draft still being written stays."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - thousands of badges may lie in a folder
            if _DRAFT.fullmatch(name):
                _clear(folder / name)


@cache
def _clear_once(folder: Path) -> None:
    """Clear this folder for the first file that this run of the program writes there."""
    clear_drafts(folder)


def _draft_beside(target: Path) -> tuple[Path, BinaryIO, int]:
    """An empty draft beside the target, open; and a handle that holds a lock on the draft, -1 if it has none."""
    while True:
        draft = target.with_name(f".checkin-{os.urandom(6).hex()}.part")
        file = open(draft, "xb", opener=opened_private)  # noqa: SIM115 - `Path.open` has no opener
        held = _locked(file.fileno())
        if draft.exists():  # and was not taken for one that was left, in the moment before the lock
            return draft, file, held
        file.close()
        if held >= 0:
            os.close(held)


def _locked(handle: int) -> int:
    """A second handle of an open file, which holds a lock that the system gives back when the program dies; else -1."""
    if _HAS_LOCKS:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return os.dup(handle)
    return -1


def _clear(draft: Path) -> None:
    with suppress(OSError):
        if _HAS_LOCKS:
            handle = os.open(draft, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                draft.unlink()
            finally:
                os.close(handle)
        else:
            draft.unlink()
