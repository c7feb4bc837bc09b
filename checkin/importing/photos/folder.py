"""Lists the files of a folder of photos."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from checkin.errors import CheckinError

MOST_FILES: Final = 50_000
"""The most files that a folder of photos may hold."""
_OF_THE_SYSTEM: Final = frozenset({"thumbs.db", "desktop.ini"})


def files_of(folder: Path) -> list[Path]:
    """The files in this folder, sorted by name, without hidden files and without the files of folders inside.

    Raises CheckinError if the folder cannot be read, or holds too many files.
    """
    try:
        with os.scandir(folder) as there:
            found = [Path(each.path) for each in there if _counts(each)]
    except OSError as error:
        raise CheckinError(
            "The folder of photos cannot be opened",
            f"{folder}: {error.strerror or error}. Check the name and try again.",
        ) from error
    if len(found) > MOST_FILES:
        raise CheckinError(
            "The folder holds too many files",
            f"{folder} has {len(found):,} files, and at most {MOST_FILES:,} are looked at. Put the photos into a "
            "folder of their own.",
        )
    return sorted(found)


def _counts(each: os.DirEntry[str]) -> bool:
    return not each.name.startswith(".") and each.name.casefold() not in _OF_THE_SYSTEM and not each.is_dir()
