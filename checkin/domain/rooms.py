"""Finds rooms by what people call them: a room's code, or its name in any language."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from checkin.domain.programme import LocalText

if TYPE_CHECKING:
    from checkin.domain.programme import Event


def rooms_named(event: Event, text: str) -> tuple[str, ...]:
    """The codes of the rooms that `text` means: the room with this code, or the rooms with this name in any language.

    Capital and small letters are the same in names. The code of a room that the event does not define is the text by
    which the sessions name it.
    """
    rooms, wanted = event.names_of_rooms(), _bare(text)
    if text.strip() in rooms:
        return (text.strip(),)
    return tuple(
        code for code, name in rooms.items() if wanted in {_bare(words) for _, words in name.by_language}
    )


def room_for_session(event: Event, code: str) -> LocalText:
    """The value to store in `Session.room` for the room with this code, as `rooms_named` gives the code."""
    return LocalText.of(code) if code in event.rooms else event.names_of_rooms()[code]


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(text.split())).casefold()
