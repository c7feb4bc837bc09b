"""The keys that work in the whole window, for the list of keys in the help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from checkin.ui.page import KeyGroup, KeyHelp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.ui.page import PageEntry
    from checkin.wording import Wording

_ANYWHERE: Final = KeyGroup.ANYWHERE


def common_keys(pages: Iterable[PageEntry]) -> tuple[KeyHelp, ...]:
    """The lines about the keys that open these pages, and about the keys that work on every page and without one."""
    return (
        *(KeyHelp(entry.key, partial(_name_of, entry), _ANYWHERE) for entry in pages),
        KeyHelp("F1", lambda say: say.text("Help"), _ANYWHERE),
        KeyHelp("Ctrl+/", lambda say: say.text("Keys of this page"), _ANYWHERE),
        KeyHelp("F10", lambda say: say.text("Settings"), _ANYWHERE),
        KeyHelp("F11", lambda say: say.text("Full screen"), _ANYWHERE),
        KeyHelp("F12", lambda say: say.text("Sound on or off"), _ANYWHERE),
        KeyHelp("Shift+Esc", lambda say: say.text("Put this message away"), _ANYWHERE),
    )


def _name_of(entry: PageEntry, say: Wording) -> str:
    return say.text(entry.name)
