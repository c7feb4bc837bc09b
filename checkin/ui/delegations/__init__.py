"""The Delegations page: the delegations with their figures, and the people in the order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.delegations.delegations_page import DelegationsPage

if TYPE_CHECKING:
    from checkin.ui.page import Page, Parts


def page(parts: Parts) -> Page:
    """Return a new Delegations page, which uses these parts of the program."""
    return DelegationsPage(parts)
