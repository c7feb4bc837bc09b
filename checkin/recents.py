"""The events that were open on this computer last: where their files lie, and what they were called when last open.

Losing this list does little harm, so a list that cannot be read or written is ignored.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from checkin import paths
from checkin.files import make_private_folder, written_whole

_LOG = logging.getLogger(__name__)
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """An event that was open on this computer, as it was when it was open last.

    `title` holds pairs of a language code and the title in this language; "" stands for all languages.
    """

    path: Path
    title: tuple[tuple[str, str], ...]
    first_day: date
    last_day: date
    is_rehearsal: bool = False


def recent_events() -> tuple[RecentEvent, ...]:
    """The events that were open on this computer last, the newest first; no file of them is opened."""
    try:
        known = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        _LOG.info("no recent events are known")
        return ()
    return tuple(event for each in known if (event := _read(each))) if isinstance(known, list) else ()


def remember_event(event: RecentEvent) -> None:
    """Put this event at the head of the list, as the one that was open last; only the last twelve are kept."""
    here = replace(event, path=event.path.absolute())
    others = (each for each in recent_events() if each.path != here.path)
    _write((here, *others))


def forget_event(path: Path) -> None:
    """Take the event at this path off the list; its file stays where it is."""
    _write(tuple(each for each in recent_events() if each.path != path))


def _write(events: tuple[RecentEvent, ...]) -> None:
    listed = [
        {
            **asdict(each),
            "path": str(each.path),
            "first_day": each.first_day.isoformat(),
            "last_day": each.last_day.isoformat(),
        }
        for each in events[:_MOST]
    ]
    with suppress(OSError, ValueError):
        make_private_folder(_file().parent)
        with written_whole(_file(), is_private=True) as file:
            file.write(json.dumps(listed).encode())


def _read(entry: object) -> RecentEvent | None:
    """The event that an entry of the stored list describes; None if somebody has spoiled the entry."""
    try:
        known = dict(entry)  # type: ignore[call-overload]  # whatever JSON holds
        return RecentEvent(
            Path(str(known["path"])),
            tuple((str(language), str(words)) for language, words in known["title"]),
            date.fromisoformat(known["first_day"]),
            date.fromisoformat(known["last_day"]),
            bool(known["is_rehearsal"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _file() -> Path:
    return paths.config_folder() / "recent.json"
