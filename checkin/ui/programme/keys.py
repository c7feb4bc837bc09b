"""The keys of the Programme page: those of its sessions, and those of the guests of one session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.page import KeyGroup

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from checkin.ui.programme.programme_page import ProgrammePage


class ProgrammeKeys:
    """Adds the keys to the page, and enables only those for what the page shows: sessions or guests."""

    def __init__(self, page: ProgrammePage) -> None:
        self._page = page
        self._tell_keys()
        self._of_selected = self._selected_session()
        self._of_sessions = self._days_and_sessions()
        self._of_guests = self._guests()
        page.undo_button.add_keys(page)

    def let_work(self) -> None:
        """Enable the keys of the sessions or those of the guests, whichever the page shows."""
        is_of_guests = bool(self._page.guests.session)
        for action in self._of_guests:
            action.setEnabled(is_of_guests)
        for action in self._of_sessions:
            action.setEnabled(not is_of_guests)
        for action in self._of_selected:
            action.setEnabled(not is_of_guests and self._page.view.session is not None)

    def _tell_keys(self) -> None:
        page = self._page
        page.tell_key("↑ ↓ ← →", lambda say: say.text("Choose a session"), KeyGroup.LOOK)
        page.tell_key("Ctrl+↑ ↓", lambda say: say.text("Move the session by five minutes"))
        page.tell_key("Ctrl+← →", lambda say: say.text("Move the session into the next room"))
        page.tell_key("Shift+↑ ↓", lambda say: say.text("End the session five minutes earlier or later"))
        page.tell_key("Enter", lambda say: say.text("Edit the session"))

    def _selected_session(self) -> list[QAction]:
        page = self._page
        return [
            page.add_key("Ctrl+D", lambda say: say.text("Copy the session"), page.editing.copy, records=True),
            page.add_key(
                "Ctrl+Shift+PgDown",
                lambda say: say.text("Move the session to the next day"),
                lambda: page.editing.move_by_a_day(1),
                records=True,
            ),
            page.add_key(
                "Ctrl+Shift+PgUp",
                lambda say: say.text("Move the session to the day before"),
                lambda: page.editing.move_by_a_day(-1),
                records=True,
            ),
            page.add_key(
                "Del",
                lambda say: say.text("Cancel the session, or bring it back"),
                page.editing.cancel,
                records=True,
            ),
            page.add_key(
                "Ctrl+R",
                lambda say: say.text("List who is inside the session"),
                page.list_inside,
                group=KeyGroup.LOOK,
            ),
            page.add_key("Ctrl+G", lambda say: say.text("Who is named for the session"), page.open_guests),
        ]

    def _guests(self) -> list[QAction]:
        page = self._page
        return [
            page.add_key("Ctrl+V", lambda say: say.text("Paste a list of guests"), page.guests.paste),
            page.add_key("Ctrl+O", lambda say: say.text("Choose a list"), page.guests.choose_sheet),
            page.add_key(
                "Ctrl+Enter",
                lambda say: say.text("Invite the people of the list"),
                page.guests.invite_listed,
                also="Ctrl+Return",
                records=True,
            ),
        ]

    def _days_and_sessions(self) -> list[QAction]:
        page, look = self._page, KeyGroup.LOOK
        return [
            page.add_key("Ctrl+N", lambda say: say.text("New session"), page.editing.add, records=True),
            page.add_key("Ctrl+O", lambda say: say.text("Programme from a file…"), page.from_file.choose),
            page.add_key(
                "Ctrl+V",
                lambda say: say.text("Paste lines of a programme"),
                lambda: page.from_file.paste(page.tabs.day),
            ),
            page.add_key(
                "Ctrl+Enter",
                lambda say: say.text("Bring in the programme that was looked at"),
                page.from_file.bring_in,
                also="Ctrl+Return",
                records=True,
            ),
            page.add_key(
                "Ctrl+PgDown", lambda say: say.text("The next day"), lambda: page.tabs.go(1), group=look
            ),
            page.add_key(
                "Ctrl+PgUp", lambda say: say.text("The day before"), lambda: page.tabs.go(-1), group=look
            ),
            page.add_key(
                "Ctrl+T",
                lambda say: say.text("The next session that clashes"),
                page.editing.show_next_clash,
                group=look,
            ),
        ]
