"""The door: a badge is read, the answer is shown large, and it is on record before it is green."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.door.door_page import DoorPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The page for these parts."""
    return DoorPage(parts)
