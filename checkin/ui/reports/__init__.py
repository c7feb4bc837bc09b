"""Reports: the event in figures, any report on the screen, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.counters import CountersPanel
from checkin.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The page for these parts."""
    return ReportsPage(parts, CountersPanel(parts))
