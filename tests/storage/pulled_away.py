"""What another program can do to an event file while the file is open. Each way is done by a process of its own.

A process that closes a file frees all its locks on the file, so that SQLite's locks in this process would be gone.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_BEGINNING: Final = "import os, shutil, sys; path, other = sys.argv[1:]; "
WAYS: Final = {
    "deleted": "os.unlink(path)",
    "replaced": "shutil.copyfile(other, path + '.tmp'); os.replace(path + '.tmp', path)",
    "overwritten": "shutil.copyfile(other, path)",
    "cut": "os.truncate(path, 4096)",
    "emptied": "os.truncate(path, 0)",
    "moved": "os.rename(path, path + '.moved')",
    "log deleted": "os.unlink(path + '-wal')",
    "log replaced": "shutil.copyfile(path + '-wal', path + '.tmp'); os.replace(path + '.tmp', path + '-wal')",
    "log emptied": "os.truncate(path + '-wal', 0)",
    "log cut": "os.truncate(path + '-wal', os.path.getsize(path + '-wal') - 5000)",
    "index deleted": "os.unlink(path + '-shm')",
    "index replaced": "shutil.copyfile(path + '-shm', path + '.tmp'); os.replace(path + '.tmp', path + '-shm')",
    "all deleted": "[os.unlink(path + ending) for ending in ('', '-wal', '-shm')]",
    "folder moved": "os.rename(os.path.dirname(path), os.path.dirname(path) + ' away')",
}
"""What is done to the event file at `path`; `other` is another event file."""


def pull_away(how: str, path: Path, other: Path) -> None:
    """Do this to the event file at the path; `other` is another event file."""
    subprocess.run([sys.executable, "-SE", "-c", _BEGINNING + WAYS[how], str(path), str(other)], check=True)
