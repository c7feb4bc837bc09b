"""The name of an event file: what keeps it from having a name on any system, and a name to propose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checkin.desk.choices import Wrong
from checkin.plain_text import plain

if TYPE_CHECKING:
    from pathlib import Path


ENDING: Final = ".event"
_MOST_BYTES_OF_NAME: Final = 200
"""The name of a file may have 255 bytes; back-ups and drafts beside the event file add some to its name."""
_MOST_BYTES_PROPOSED: Final = 120
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_NAMES_OF_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""The names that Windows keeps for devices, whatever their ending (learn.microsoft.com, "Naming Files")."""


def wrong_in_name(name: str) -> Wrong | None:
    """The reason why some system, such as Windows, does not allow this file name; None if all systems allow it."""
    stem = with_ending(name).removesuffix(ENDING)
    if not stem.strip(" ."):
        return Wrong.NO_NAME
    if _NOT_IN_NAMES.search(stem) or stem != stem.strip(" "):
        return Wrong.SIGN_IN_NAME
    if _NAMES_OF_DEVICES.fullmatch(stem):
        return Wrong.NAME_OF_DEVICE
    return Wrong.NAME_TOO_LONG if len(stem.encode()) > _MOST_BYTES_OF_NAME else None


def with_ending(name: str) -> str:
    """The name of an event file with the ending of event files, which is added if the name lacks it."""
    return name if name.casefold().endswith(ENDING) else f"{name}{ENDING}"


def file_name(title: str, folder: Path) -> str:
    """A free name in the folder for the file of an event with this title; every system allows the name."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", plain(title)).split()).strip(" .")
    stem = _shortened(words) or "Event"
    if _NAMES_OF_DEVICES.fullmatch(stem):
        stem = f"Event {stem}"
    number, proposed = 1, stem
    while is_there(folder / with_ending(proposed)):
        number += 1
        proposed = f"{stem} {number}"
    return with_ending(proposed)


def is_there(path: Path) -> bool:
    """Whether there is a file or folder at this path; False if the system does not let this program look."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _shortened(words: str) -> str:
    """The beginning of the text that is short enough for the name of a file: whole words, if the first one is short."""
    if len(words.encode()) <= _MOST_BYTES_PROPOSED:
        return words
    kept = words.encode()[:_MOST_BYTES_PROPOSED].decode(errors="ignore")
    return (kept.rpartition(" ")[0] or kept).strip(" .")
