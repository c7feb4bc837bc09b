"""What a page of the window is, and what pages are made of.

A page is a file (or package) `checkin/ui/<module>` with a function `page(parts: Parts) -> Page`, which picks from the
parts what its page may touch, and one line in `PAGES` of `main_window.py`. The window makes it when it is first
opened and keeps it, whatever language and colours are chosen meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from checkin.ui.appearance import Dressed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from checkin.desk.staff import Shift
    from checkin.errors import CheckinError
    from checkin.remembered import State
    from checkin.scanning import Scanners
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Changes, Tasks
    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.sounds import Sounds

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the composition root has built, for as long as one event is open.

    `now` is this computer's wall time, aware and in UTC. `trouble` shows a CheckinError in the window's strip;
    one for which a lane has no listener comes there by itself.
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
    is_printing: Callable[[], bool] = lambda: True
    """Whether a badge that is queued now comes out soon, as far as the printer tells."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page in the list of pages: its module in `checkin.ui`, its name (marked for translation), key and icon."""

    module: str
    name: str
    key: str
    icon: str


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """A key of a page and what it does: a line of the help."""

    keys: str
    does: Words


class Page(QWidget, Dressed):
    """One page. Letters, Enter and Esc are the page's own business; its other keys it names with `add_key`."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._keys: list[KeyHelp] = []
        self._actions: list[tuple[QAction, Words]] = []
        look.language_changed.connect(self._name_actions)

    @property
    def keys(self) -> tuple[KeyHelp, ...]:
        """The keys of this page, for the help."""
        return tuple(self._keys)

    def on_opened(self) -> None:
        """The page has come to the front: bring the focus to where work begins."""
        self.setFocus()

    @property
    def state(self) -> State:
        """What the page wants to find again after a restart; never what was typed of a person."""
        return {}

    def take_state(self, state: State) -> None:
        """Go on where the page stood when it gave this state; what is not there any more is passed over."""

    takes_scans = False
    """Whether badges are shown to this page; of those that are not, the window opens the one that was open last."""

    def on_scanned(self, text: str) -> None:
        """A scanner read this text while the page was in front."""

    def take_typed(self, text: str) -> None:
        """What was typed before the page was there; the first page of the list gets it."""

    def add_key(self, keys: str, does: Words, act: Callable[[], object], *, also: str = "") -> QAction:
        """Let these keys do that wherever the focus is on this page, and say so in the help.

        The action may be put on a button too (`QToolButton.setDefaultAction`).
        """
        action = QAction(does(self._say), self)
        action.setShortcuts([QKeySequence(each) for each in (keys, also) if each])
        action.setAutoRepeat(False)  # who holds Ctrl+Z a moment too long means one act
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        self._actions.append((action, does))
        self.tell_key(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), does)
        return action

    def tell_key(self, keys: str, does: Words) -> None:
        """Say in the help what keys do that the page handles itself."""
        self._keys.append(KeyHelp(keys, does))

    def _name_actions(self) -> None:
        for action, does in self._actions:
            action.setText(does(self._say))

    def if_open(self, listener: Callable[[T], object]) -> Callable[[T], None]:
        """A listener for a lane that hears nothing once this page is gone.

        Give every `then` and `fail` through it that touches the page.
        """
        return if_alive(self, listener)


def if_alive(widget: QWidget, listener: Callable[[T], object]) -> Callable[[T], None]:
    """The listener, which hears nothing once Qt has deleted the widget."""

    def listen(outcome: T) -> None:
        if shiboken6.isValid(widget):
            listener(outcome)

    return listen
