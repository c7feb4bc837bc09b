"""The Import page: it shows what a list of delegates would change, then imports it as one act, which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.import_list.import_page import ImportPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new Import page, which uses these parts of the program."""
    return ImportPage(parts)
