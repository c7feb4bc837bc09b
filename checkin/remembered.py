"""What this computer remembers: the place of the window and, for each event, the open page and each page's state.

Only codes, ids, row numbers, file paths, the headers of lists, words such as “Waitlist” and the like are stored. Losing
them does little harm, so a file that cannot be read or written is ignored.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin import paths
from checkin.files import make_private_folder, written_whole

if TYPE_CHECKING:
    from pathlib import Path

State: TypeAlias = dict[str, str | int | bool]
"""What one page remembers: values under names that the page chooses."""
_LOG = logging.getLogger(__name__)
_MOST_EVENTS: Final = 50


def whole_number(state: State, name: str) -> int:
    """The whole number that a page remembers under this name; -1 if there is none."""
    known = state.get(name)
    return known if isinstance(known, int) else -1


def of_event(event: str) -> dict[str, State]:
    """What the pages of the event with this id remember, by the page's name; {} if nothing is known of the event."""
    known = _read().get(event)
    if not isinstance(known, dict):
        return {}
    return {str(page): state for page, state in known.items() if isinstance(state, dict)}


def remember(event: str, pages: dict[str, State]) -> None:
    """Store what the pages of the event with this id shall remember, and forget what they remembered before.

    Only the fifty events that were stored last are remembered.
    """
    known = _read()
    known.pop(event, None)
    known[event] = pages
    newest = dict(list(known.items())[-_MOST_EVENTS:])
    with suppress(OSError):
        make_private_folder(_file().parent)
        with written_whole(_file(), is_private=True) as file:
            file.write(json.dumps(newest).encode())


def window() -> str:
    """The text that `remember_window` has stored: the size and place of the window; "" if there is none."""
    try:
        return _window_file().read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def remember_window(place: str) -> None:
    """Store the size and place of the window; `place` gives both in one line of ASCII text."""
    with suppress(OSError):
        _window_file().parent.mkdir(parents=True, exist_ok=True)
        with written_whole(_window_file()) as file:
            file.write(place.encode("ascii"))


def _window_file() -> Path:
    return paths.config_folder() / "window.txt"


def _file() -> Path:
    return paths.config_folder() / "remembered.json"


def _read() -> dict[str, object]:
    try:
        known = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        _LOG.info("nothing is remembered of any event")
        return {}
    return known if isinstance(known, dict) else {}
