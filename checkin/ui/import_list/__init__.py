"""Import: a list of delegates is looked at first, then brought in as one act that undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.import_list.import_page import ImportPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """The page for these parts."""
    return ImportPage(parts)
