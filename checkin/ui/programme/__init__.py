"""The Programme page: the sessions of each day as blocks, which are moved, stretched, copied and cancelled there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.programme.programme_page import ProgrammePage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new Programme page, which uses these parts of the program."""
    return ProgrammePage(parts)
