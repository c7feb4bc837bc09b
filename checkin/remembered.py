"""What the window remembers of each event on this computer: the page that was open, and what each page gave it.

Codes, ids and places only, and nothing that would be missed: a file that cannot be read or written is passed over.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin import paths
from checkin.files import written_whole

if TYPE_CHECKING:
    from pathlib import Path

State: TypeAlias = dict[str, str | int | bool]
"""What one page remembers, by names of its own."""
_LOG = logging.getLogger(__name__)
_MOST_EVENTS: Final = 50


def of_event(event: str) -> dict[str, State]:
    """What is remembered of the event with this id, by page; nothing of one that was never open here."""
    known = _read().get(event)
    if not isinstance(known, dict):
        return {}
    return {str(page): state for page, state in known.items() if isinstance(state, dict)}


def remember(event: str, pages: dict[str, State]) -> None:
    """Remember this of an event, in place of what was known of it; of the fifty that were open last."""
    known = _read()
    known.pop(event, None)
    known[event] = pages
    newest = dict(list(known.items())[-_MOST_EVENTS:])
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        with written_whole(_file()) as file:
            file.write(json.dumps(newest).encode())


def _file() -> Path:
    return paths.config_folder() / "remembered.json"


def _read() -> dict[str, object]:
    try:
        known = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        _LOG.info("nothing is remembered of any event")
        return {}
    return known if isinstance(known, dict) else {}
