"""The keys of the Import page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.page import KeyGroup

if TYPE_CHECKING:
    from checkin.ui.import_list.import_page import ImportPage


def add_keys(page: ImportPage) -> None:
    """Add the keys to the page."""
    page.add_key("Ctrl+O", lambda say: say.text("Choose a list"), page.choose)
    page.add_key(
        "Ctrl+Enter", lambda say: say.text("Import"), page.bring_in, also="Ctrl+Return", records=True
    )
    page.add_key(
        "Ctrl+Z",
        lambda say: say.text("Undo the import"),
        page.asking.ask,
        group=KeyGroup.UNDO,
        records=True,
    )
    page.add_key(
        "Ctrl+Shift+Z",
        lambda say: say.text("Bring the import back"),
        page.work.bring_back,
        group=KeyGroup.UNDO,
        records=True,
    )
    page.add_key("Ctrl+D", lambda say: say.text("Go through who looks alike"), page.pairs.open)
    page.add_key("Ctrl+C", lambda say: say.text("Copy the table"), page.copy_table, group=KeyGroup.LOOK)
    page.add_key("Esc", lambda say: say.text("Stop, or put the list away"), page.go_back)
    page.add_key(
        "Ctrl+Down",
        lambda say: say.text("The next of several lists"),
        page.going.open_next,
        group=KeyGroup.LOOK,
    )
