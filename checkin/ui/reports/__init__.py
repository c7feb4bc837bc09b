"""The Reports page: the event in figures, and any report on the screen or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.counters import CountersPanel
from checkin.ui.reports.reports_page import ReportsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The Reports page, made with these parts."""
    return ReportsPage(parts, CountersPanel(parts))
