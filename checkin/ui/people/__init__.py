"""The People page: a table of everybody in the event, and beside it the selected person with their history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.people.people_page import PeoplePage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new People page, which uses these parts of the program."""
    return PeoplePage(parts)
