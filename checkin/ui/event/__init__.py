"""The Event page: what the event is, its categories, its rooms, its delegations and its own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.event.event_page import EventPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new Event page, which uses these parts of the program."""
    return EventPage(parts)
