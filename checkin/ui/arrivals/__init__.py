"""The Arrivals page, where the desk finds a delegate, records the arrival and hands over the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.arrivals.arrivals_page import ArrivalsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Build the Arrivals page from these parts of the program, for the window's list of pages."""
    return ArrivalsPage(parts)
