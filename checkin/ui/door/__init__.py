"""The door page, which shows a large verdict on each badge read; a green verdict is recorded before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.door.door_page import DoorPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Build the door page from these parts of the program, for the window's list of pages."""
    return DoorPage(parts)
