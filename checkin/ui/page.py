"""The base class of the window's pages, and the parts of the program that pages may use.

A page needs two things. One is a file (or package) `checkin/ui/<module>` with a function `page(parts: Parts) -> Page`,
which picks the parts of the program that the page may use. The other is one line in `PAGES` of `main_window.py`. The
window makes a page when it is first opened and keeps it, even when another language or other colours are chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.frames.side_panel import SidePanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent

    from checkin.desk.staff import Shift
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.scanning import Scanners
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, Tasks
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.sounds import Sounds
    from checkin.ui.stopped import Stopped

T = TypeVar("T")


class LeadTo(Protocol):
    """Leads from one page to another for a session."""

    def __call__(self, module: str, session: str, part: str = "", /) -> object:
        """Open the page of this module for the session with this code; `part` says what of the page is wanted."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the program that pages may use while one event is open; `app` makes them.

    `now` gives the time of this computer's clock, as an aware datetime in UTC. `trouble` shows a CheckinError in the
    window's strip. Errors of background work that was given no `fail` listener are shown there too. `stopped` tells
    whether anything can be recorded.
    """

    file: EventFile
    shift: Shift
    tasks: Tasks
    changes: Changes
    look: Appearance
    scanners: Scanners
    sounds: Sounds
    now: Callable[[], datetime]
    trouble: Callable[[CheckinError], object]
    stopped: Stopped
    is_printing: Callable[[], bool] = lambda: True
    """Whether a badge queued now would be printed soon, as far as the state of the printer shows."""
    put_away: Callable[[CheckinError | None], object] = lambda _error: None
    """Hides the window's strip if it still shows this error, because the problem is solved."""
    lead_to: LeadTo = lambda _module, _session, _part="": None
    """Opens the page of this module, such as "door", and has it show the session with this code."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """An entry in the window's list of pages.

    `module` is the page's module in `checkin.ui`, `name` its English name (to be translated), `key` the key that opens
    the page, and `icon` the name of its icon.
    """

    module: str
    name: str
    key: str
    icon: str


class KeyGroup(Enum):
    """The groups in which the help lists the keys of a page, in this order."""

    DO = auto()
    LOOK = auto()
    UNDO = auto()
    ANYWHERE = auto()


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """A line in the help's list of keys: a key or several (`keys`), what they do (`does`), and their group.

    `works` returns whether the keys do something now; if not, the list leaves the line out.
    """

    keys: str
    does: Words
    group: KeyGroup = KeyGroup.DO
    works: Callable[[], bool] = lambda: True


class Page(QWidget, Dressed):
    """Base class of the window's pages.

    A page handles letters, Enter and Esc itself, and registers its other keys with `add_key`.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = look = parts.look
        self._stopped = parts.stopped
        self._keys: list[KeyHelp] = []
        self._actions: list[tuple[QAction, Words]] = []
        look.language_changed.connect(self._name_actions)

    @property
    def keys(self) -> tuple[KeyHelp, ...]:
        """The lines about this page in the help's list of keys (Ctrl+/), for those keys that do something now."""
        return tuple(key for key in self._keys if key.works())

    def on_opened(self) -> None:
        """Move the focus to where the operator begins. The window calls this method after it has shown the page."""
        self.setFocus()

    @property
    def state(self) -> State:
        """What the page shows now, for `take_state` after a restart; never anything that was typed about a person."""
        return {}

    def take_state(self, state: State) -> None:
        """Show what the page showed when its `state` was saved; whatever no longer exists is ignored."""

    @property
    def is_begun(self) -> bool:
        """Whether something is half done in a form or question of this page, which would be lost with the page."""
        return any(panel.is_writing for panel in self.findChildren(SidePanel))

    takes_lists = False
    """Whether this page takes files that are dropped on the window; if not, another page is opened for them."""

    def take_list(self, path: Path) -> None:
        """Look at the list (such as a spreadsheet) or calendar at this path, because `takes_lists` is True."""

    def take_photo(self, path: Path) -> bool:  # noqa: ARG002 - most pages show nobody
        """Show the photo in this file for the delegate whom the page shows; return False if it shows no delegate."""
        return False

    def take_several(self, paths: Sequence[Path]) -> None:
        """Examine several lists one after the other; only the page for lists of people does so."""

    def show_session(self, session: str, part: str = "") -> None:
        """Show the session with this code, because another page leads to this one for its sake.

        `part` says what of the page is wanted, such as the name of a report; "" leaves this to the page.
        """

    @property
    def person(self) -> str:
        """The id of the person whom the page shows, for the page that is opened next; "" if there is none."""
        return ""

    def show_person(self, person: str) -> None:
        """Show the person with this id, whom the formerly open page has shown."""

    takes_scans = False
    """Whether this page takes scans; if not, a scan opens the page that was open last among those that take scans."""

    def fit(self, room: QSize) -> None:
        """Hide or shorten the less important parts of the page if the page is small.

        `room` is the size that the window has for the page. The window calls this method before the page is laid out
        and at every change of `room`.
        """

    faces_guests = False
    """Whether guests see this page; if so, the window shows nothing around the page in full screen."""

    def show_alone(self, *, is_alone: bool) -> None:
        """If `is_alone`, show only what guests may see; otherwise show everything.

        The window calls this method when it enters or leaves full screen.
        """

    def on_scanned(self, text: str) -> None:
        """Handle a text that a scanner has read; the window calls this method only while it shows the page."""

    def expect_unseen(self) -> None:
        """Let the next Enter record nothing, because the operator types on another page and may not look at this one.

        The window calls this method before it hands over a letter or a scan from a page that takes no scans.
        """

    def take_letter(self, event: QKeyEvent) -> None:
        """Search with a letter that was typed beside this page, as if the letter had been typed on the page.

        The window calls this method only for a page that takes scans.
        """
        self.keyPressEvent(event)

    def take_typed(self, text: str) -> None:
        """Take over the text that the operator typed while the event file was being opened.

        The window calls this method only for a page that takes scans.
        """

    def add_key(
        self,
        keys: str,
        does: Words,
        act: Callable[[], object],
        *,
        also: str = "",
        group: KeyGroup = KeyGroup.DO,
        records: bool = False,
    ) -> QAction:
        """Make a key call `act` while the page is shown, and add a line about the key to the help.

        `keys` is the key in Qt's notation, such as "Ctrl+E", and `also` a second key for the same. `does` words what
        the key does. `records` says that the act records something: while nothing can be recorded, the key shows only
        the reason. The returned action can be given to a button too.
        """
        action = QAction(does(self._say), self)
        action.setShortcuts([QKeySequence(each) for each in (keys, also) if each])
        action.setAutoRepeat(False)  # somebody who holds Ctrl+Z a moment too long means one act
        done = self._stopped.unless(act) if records else act
        action.triggered.connect(lambda _checked=False: done())
        self.addAction(action)
        self._actions.append((action, does))
        self.tell_key(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), does, group)
        return action

    def tell_key(
        self,
        keys: str,
        does: Words,
        group: KeyGroup = KeyGroup.DO,
        works: Callable[[], bool] = lambda: True,
    ) -> None:
        """Add a line to the help's list of keys, for keys that the page handles in its `keyPressEvent`."""
        self._keys.append(KeyHelp(keys, does, group, works))

    def _name_actions(self) -> None:
        for action, does in self._actions:
            action.setText(does(self._say))


def if_alive(widget: QWidget, listener: Callable[[T], object]) -> Callable[[T], None]:
    """Wrap a function that receives an outcome, so that it is no longer called once Qt has deleted the widget."""

    def listen(outcome: T) -> None:
        if shiboken6.isValid(widget):
            listener(outcome)

    return listen
