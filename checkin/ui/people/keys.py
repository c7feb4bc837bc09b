"""The keys of the People page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.page import KeyGroup

if TYPE_CHECKING:
    from checkin.ui.people.people_page import PeoplePage


def add_keys(page: PeoplePage) -> None:
    """Make the shortcuts of the page work, and add them to the page's help."""
    page.tell_key("Enter", lambda say: say.text("Correct the selected person"))
    page.add_key(
        "Ctrl+E", lambda say: say.text("Correct the selected person"), page.acts.correct, records=True
    )
    page.add_key("Ctrl+N", lambda say: say.text("Register somebody"), page.acts.register, records=True)
    page.add_key(
        "Ctrl+Shift+E",
        lambda say: say.text("Change the selected people, or all who are shown"),
        page.acts.change_many,
        records=True,
    )
    page.add_key(
        "Ctrl+S",
        lambda say: say.text("Save as {format}").format(format="XLSX"),
        lambda: page.saving.save_as("xlsx"),
    )
    look = KeyGroup.LOOK
    page.add_key("Ctrl+F", lambda say: say.text("Filter the rows"), page.filters.line.setFocus, group=look)
    page.add_key("Ctrl+D", lambda say: say.text("Show or hide the person"), page.toggle_details, group=look)
    page.add_key(
        "Ctrl+Shift+C", lambda say: say.text("Choose the columns"), page.acts.choose_columns, group=look
    )
    page.add_key(
        "F9", lambda say: say.text("Show the private note"), page.panel.card.toggle_private, group=look
    )
    page.undo.add_keys(page)
