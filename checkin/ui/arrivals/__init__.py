"""The Arrivals page: find a delegate, receive them, hand over the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.arrivals.arrivals_page import ArrivalsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The Arrivals page made of these parts, for the window's list of pages."""
    return ArrivalsPage(parts)
