"""The Import page: a list of delegates is examined first, then brought in as one act, which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.import_list.import_page import ImportPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The Import page, made with these parts."""
    return ImportPage(parts)
