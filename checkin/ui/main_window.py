"""The program's window: its top row, the strip for errors, the open page, and the status lamps.

The window contains no rules of the registration desk. It is shown before the event file is open; `open_event` then
adds the pages.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.drops import CALENDAR_ENDING, Drops
from checkin.ui.footer import Footer
from checkin.ui.header import Header
from checkin.ui.hearing import Hearing
from checkin.ui.letters import is_letter
from checkin.ui.made_pages import MadePages
from checkin.ui.opening import Notice, OpeningPage
from checkin.ui.page import Page, PageEntry, Parts
from checkin.ui.rehearsal_mark import RehearsalMark
from checkin.ui.stack import PageStack
from checkin.ui.strip import TroubleStrip
from checkin.ui.surroundings import Surroundings
from checkin.wording import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from checkin.desk.staff import Staff
    from checkin.remembered import State
    from checkin.ui.appearance import Appearance, Words

PAGES: Final = (
    PageEntry("arrivals", marked("Arrivals"), "F2", "users"),
    PageEntry("door", marked("Door"), "F3", "door-open"),
    PageEntry("programme", marked("Programme"), "F4", "calendar"),
    PageEntry("reports", marked("Reports"), "F6", "chart-bar"),
    PageEntry("people", marked("People"), "F7", "id-card"),
    PageEntry("delegations", marked("Delegations"), "Shift+F7", "flag"),
    PageEntry("event", marked("Event"), "F8", "pencil"),
    PageEntry("import_list", marked("Import"), "Ctrl+I", "upload"),
)
"""Every page, in the order of the buttons. Its module in `checkin.ui` has a function `page(parts) -> Page`."""

_FOR_LISTS: Final = "import_list"
"""The module of the page that lists are dropped on."""
_FOR_CALENDARS: Final = "programme"
"""The module of the page that calendars are dropped on."""
_SIZE: Final = QSize(1180, 720)
"""The size of a window that is not maximised, where the screen is large enough."""


class MainWindow(QMainWindow, Dressed):
    """The program's window: the top row, a strip for errors, the open page, and the status lamps."""

    painted = Signal()
    """Emitted once, when the window has appeared on the screen for the first time."""

    closed = Signal()

    files_dropped = Signal(list)
    """Emitted with the paths of the files that were dropped together, anywhere on the window."""

    def __init__(
        self, look: Appearance, pages: tuple[PageEntry, ...] = PAGES, menu: QMenu | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._entries = pages
        self._parts: Parts | None = None
        self._closed: tuple[object, dict[str, State]] = (None, {})
        self.hearing = Hearing(self)
        self._help_of = ""
        self._is_painted = False
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window closes; whoever says no asks the operator first."""
        self._drops = Drops(self)
        self._drops.dropped.connect(self.files_dropped)
        self.setAcceptDrops(True)
        self.setWindowTitle("checkin")
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self._header = Header(pages, look, menu or QMenu(self))
        self.strip = TroubleStrip(look)
        self.footer = Footer(look)
        self._stack = PageStack(look)
        self._around = Surroundings(self._header, self.strip, RehearsalMark(look), self._stack, self.footer)
        self.setCentralWidget(self._around)
        self._pages = MadePages(pages, self._stack, look)
        self._header.page_chosen.connect(self.open_page)
        self.footer.help_clicked.connect(self.show_help)
        self._add_keys()
        look.language_changed.connect(self._label)

    def give_way_back(self, menu: QMenu) -> None:
        """Let the mark of a rehearsal open this menu, which leads back to the event."""
        self._header.give_way_back(menu)

    @property
    def page(self) -> Page | None:
        """The page that the window shows; None while no event is open."""
        current = self._stack.current
        return current if isinstance(current, Page) else None

    @property
    def is_opening(self) -> bool:
        """Whether an event file is being opened, so that the window shows the `OpeningPage`."""
        return isinstance(self._stack.current, OpeningPage)

    @property
    def has_event(self) -> bool:
        """Whether an event is open."""
        return self._parts is not None

    @property
    def begun_page(self) -> int | None:
        """The number (from 0) of a page on which something is half done, the open page first; None if there is none."""
        return self._pages.begun(self.page_number)

    @property
    def page_number(self) -> int:
        """The number (from 0) of the open page in the list of pages; 0 if no page is open."""
        return self._pages.number_of(self.page)

    @property
    def state(self) -> dict[str, State]:
        """The state to restore after a restart: the state of each page, by the name of the page's module.

        The entry "" says which page is open, and in which file. A copy of the event is another file, so it starts
        without a state.
        """
        at = {"page": self._entries[self.page_number].module}
        file = {"file": str(self._parts.file.path)} if self._parts is not None else {}
        return {**self._pages.states, "": {**at, **file}}

    @property
    def place(self) -> str:
        """A text for `show_at` with the window's size and position, and whether it is maximised or in full screen."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def show_at(self, place: str) -> None:
        """Show the window with the size and position that `place` gave earlier; maximised if `place` is empty or wrong.

        Qt moves the window if `place` lies outside the screens of this computer.
        """
        if place and self.restoreGeometry(QByteArray.fromBase64(place.encode())):
            self.show()
        else:
            self.showMaximized()

    def show_opening(self, name: str) -> None:
        """Show that the event file with this name is being opened.

        Until the file is open, the window stores what is typed or scanned, and then hands it to the page that opens.
        """
        opening = OpeningPage(self._look, name)
        self.show_instead(opening)
        opening.search.setFocus()

    def show_notice(self, words: Words) -> None:
        """Show a sentence in the middle of the window while there is no page."""
        self.show_instead(Notice(self._look, words))

    def show_instead(self, widget: QWidget, *, help_of: str = "") -> None:
        """Show this widget in place of the one shown before. The former widget is deleted unless it is a page.

        F1 opens the help of the page with the module `help_of`. If no event is open or being opened, the scans that
        were stored are forgotten.
        """
        former = self._stack.current
        if self._parts is None and not isinstance(widget, OpeningPage):
            self.hearing.forget()
            self._header.show_no_event()
            self.setWindowTitle("checkin")
        self._help_of = help_of
        self._stack.show_only(widget)
        if former is not None and not isinstance(former, Page):
            self._stack.remove(former)
            former.deleteLater()
        self._fit_to_screen()

    def open_event(self, parts: Parts, remembered: dict[str, State] | None = None) -> None:
        """Show the pages of an event that has been opened.

        `remembered` is the window's `state` from the last time when the event was open on this computer. If this window
        has just closed the same event, its own state is newer: a full disk may have kept the state from being saved.
        """
        self._parts = parts
        closed, state = self._closed
        self._pages.known = state if closed == _known_by(parts) else remembered or {}
        parts.changes.programme_changed.connect(self._on_programme_changed)
        self._on_programme_changed()
        opening = self._stack.current
        typed = opening.search.text() if isinstance(opening, OpeningPage) else ""
        last, file = self._pages.known.get("", {}), str(parts.file.path)
        was_open = last.get("page") if last.get("file", file) == file else ""
        self.open_page(self._pages.number_named(str(was_open)))
        # Now, so that the letters of a scan elsewhere can be taken back.
        self._pages.at(self.hearing.last_page, parts)
        self.hearing.hand_over(typed)

    def close_event(self, name: str) -> None:
        """Delete the pages of the open event, and show that the event file with this name is being opened again."""
        if self._parts is not None:
            self._parts.changes.programme_changed.disconnect(self._on_programme_changed)
            self._closed = _known_by(self._parts), self.state
        pages, self._parts = self._pages.let_go(), None
        self.show_opening(name)
        for page in pages:
            self._stack.remove(page)
            page.deleteLater()

    def _on_programme_changed(self) -> None:
        if self._parts is not None:
            file, event = self._parts.file, self._parts.file.known_event
            self._header.show_event(event.description.title, event.zone, is_rehearsal=file.is_rehearsal)
            self._label()

    def open_page(self, number: int) -> None:
        """Show the page with this number in the list of pages.

        A page is made when it is first opened. Nothing happens while no event is open.
        """
        if self._parts is None:
            return
        former, page = self.page, self._pages.at(number, self._parts)
        if former is not None and former is not page and former.person:
            page.show_person(former.person)
        self.show_instead(page, help_of=self._entries[number].module)
        self._header.show_page(number)
        if page.takes_scans:
            self.hearing.last_page = number
        page.on_opened()

    def take_list(self, path: Path) -> None:
        """Have the open page look at the list or calendar at this path; nothing is imported by this.

        If the open page takes no lists, the Import page is opened first; for a calendar, the Programme page.
        """
        is_calendar = path.suffix.casefold() == CALENDAR_ENDING
        takes_it = self.page is not None and self.page.takes_lists and not is_calendar
        if not takes_it:
            self.open_page(self._pages.number_named(_FOR_CALENDARS if is_calendar else _FOR_LISTS))
        if self.page is not None:
            self.page.take_list(path)

    def take_several(self, paths: Sequence[Path]) -> None:
        """Have the Import page examine several lists one after the other; nothing is imported yet."""
        self.open_page(self._pages.number_named(_FOR_LISTS))
        if self.page is not None:
            self.page.take_several(paths)

    def come_to_front(self) -> None:
        """Show the window above all others, also if it is minimised, and move the keyboard focus to it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def lead_to(self, module: str, session: str, part: str = "", /) -> None:
        """Open the page of this module of `checkin.ui`, and have it show the session with this code, and this part."""
        number = self._pages.number_named(module)
        if self._parts is not None:
            self._pages.at(number, self._parts).show_session(session, part)
            self.open_page(number)

    def show_staff(self, staff: Staff) -> None:
        """Show in the top row the names of the operator and of the station (desk or door)."""
        self._header.show_staff(staff)

    def on_scanned(self, text: str) -> None:
        """Hand a scanned text to the page that takes scans (see `Hearing`)."""
        self.hearing.hear(text)

    def show_help(self) -> None:
        """Open the manual, or else a help window, about what the window shows now."""
        from checkin.ui.window_help import open_help  # noqa: PLC0415 - after the first paint

        open_help(self._help_of, self._entries, self._look, self)

    def show_keys(self) -> None:
        """Open the help window that lists the keys of the open page and the keys that work everywhere."""
        from checkin.ui.window_help import open_keys  # noqa: PLC0415 - after the first paint

        open_keys(self.page, self._help_of, self._entries if self.has_event else (), self._look, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """If a letter is typed outside all fields, search with it on the page that would take a scan.

        A digit opens no page: at a door it might admit somebody.
        """
        is_beside_fields = is_letter(event) and not isinstance(self.focusWidget(), QLineEdit)
        if self.page is None or not is_beside_fields or not event.text().isalpha():
            super().keyPressEvent(event)
            return
        self.hearing.lead()
        self.page.take_letter(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the window; emit `painted` the first time, when the window has appeared on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            if (handle := self.windowHandle()) is not None:
                self._drops.listen_to(handle)
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Hide the rows around a page that faces guests while the window is in full screen."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._fit_to_screen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the window and emit `closed`, unless `may_close` says that the window has to stay."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def _add_keys(self) -> None:
        for number, entry in enumerate(self._entries):
            self._add_key(entry.key, partial(self.open_page, number))
        self._add_key("F1", self.show_help)
        self._add_key("Ctrl+/", self.show_keys)
        self._add_key("F10", self._header.open_settings)
        self._add_key("F11", self._toggle_full_screen)

    def _add_key(self, keys: str, act: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setAutoRepeat(False)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    def _label(self) -> None:
        if self._parts is not None:
            title = self._say.local(self._parts.file.known_event.description.title)
            is_rehearsal = self._parts.file.is_rehearsal
            self.setWindowTitle(
                self._say.about(self._say.text("Rehearsal"), title) if is_rehearsal else title
            )
        self._pages.label()

    def _fit_to_screen(self) -> None:
        """In full screen, a page before which guests stand has the whole screen: no path, no lamp, no trouble.

        Only the mark of a rehearsal is never hidden.
        """
        page = self.page
        is_alone = self.isFullScreen() and page is not None and page.faces_guests
        is_rehearsal = self._parts is not None and self._parts.file.is_rehearsal
        self._around.leave_alone(is_alone=is_alone, is_rehearsal=is_rehearsal)
        if page is not None:
            page.show_alone(is_alone=is_alone)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)


def _known_by(parts: Parts) -> object:
    """By what the window knows an event again: a rehearsal or another copy of an event is not the same."""
    return parts.file.event_id, parts.file.path
