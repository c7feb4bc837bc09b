"""The Reports page: figures of the event, and any report on the screen or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.counters import CountersPanel
from checkin.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new Reports page, which uses these parts of the program."""
    return ReportsPage(parts, CountersPanel(parts))
