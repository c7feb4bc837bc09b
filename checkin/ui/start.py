"""The page shown while no event is open, which offers the recent events, to open another one, or to try the demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from checkin import recents
from checkin.ui.appearance import Dressed
from checkin.ui.file_dialog import choose_file
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel
from checkin.ui.recent_list import RecentList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from checkin.tasks.lane import QuickLane
    from checkin.ui.appearance import Appearance

_SIGN_SIDE: Final = 28
_WAY_WIDTH: Final = 300
_GAP, _EDGE = 24, 20
_ALL: Final = 1000
"""The stretch of what takes all the width that nothing else needs."""


class StartPage(QWidget, Dressed):
    """The page shown while no event is open: the recent events, and large buttons for the other ways to begin.

    On a computer where no event was open yet, the page says what to do first.
    """

    chosen = Signal(Path)
    new_wanted = Signal()
    """Emitted when the operator wants to make a new event."""
    demo_wanted = Signal()

    def __init__(self, look: Appearance, lane: QuickLane) -> None:
        """Show the page; `lane` looks which of the recent events are still at their places, for a disk may be slow."""
        super().__init__()
        self._look = look
        self._lane = lane
        self._greeting, self._first = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._recent, self._heading = RecentList(look), PlainLabel()
        self._open_recent, self._remove = QPushButton(), QPushButton()
        self._hint, self._no_copies = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._ways = QVBoxLayout()
        self._ways.addSpacerItem(QSpacerItem(_WAY_WIDTH, 0))
        self._open = self._add_way("calendar", self._choose)
        self.new_button = self._add_way("plus", self.new_wanted.emit)
        self._demo = self._add_way("users", self.demo_wanted.emit)
        self._lay_out()
        self._connect()
        look.in_each_language(self._label)
        look.size_changed.connect(self._fit)
        self._show_recent()

    def _add_way(self, icon: str, act: Callable[[], object]) -> QPushButton:
        """Add a large button for another way to begin, below the former ones; `_label` must write its words."""
        button = QPushButton()
        button.setProperty("tone", "way")
        self._look.put_icon(button, icon, side=_SIGN_SIDE)
        button.clicked.connect(lambda _checked=False: act())
        self._ways.addWidget(button)
        return button

    def _lay_out(self) -> None:
        self._greeting.setProperty("tone", "greeting")
        self._heading.setProperty("tone", "strong")
        self._heading.setBuddy(self._recent)
        for label in (self._hint, self._no_copies):
            label.setProperty("tone", "muted")
        for label in (self._greeting, self._first, self._hint, self._no_copies):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._look.put_font(self._first, 1.15)
        self._known = QWidget()
        known = QVBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.addWidget(self._heading)
        known.addWidget(self._recent, 1)
        beside = QHBoxLayout()
        beside.addWidget(self._open_recent)
        beside.addWidget(self._remove)
        beside.addStretch(1)
        known.addLayout(beside)
        self._ways.setSpacing(10)
        ways = QVBoxLayout()
        ways.addLayout(self._ways)
        ways.addStretch(1)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(_GAP)
        self._middle.addStretch(1)
        self._middle.addWidget(self._known, _ALL)
        self._middle.addLayout(ways)
        self._middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, _EDGE, 8)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._greeting)
        column.addWidget(self._first)
        column.addLayout(self._middle)
        column.addSpacing(12)
        column.addWidget(self._hint)
        column.addWidget(self._no_copies)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """The least size, with the buttons below the recent events."""
        widest = max(self._known.minimumSizeHint().width(), self._ways.minimumSize().width())
        return QSize(widest + 2 * _EDGE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the recent events, or below them if there is no room, as with very large texts."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Arrange the page anew when a text has become longer, as in another language."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def _fit(self) -> None:
        beside = self._known.minimumSizeHint().width() + self._ways.minimumSize().width() + _GAP + 2 * _EDGE
        is_narrow = not self._known.isHidden() and beside > self.width()
        self._middle.setDirection(
            QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        )

    def _connect(self) -> None:
        self._recent.chosen.connect(self.chosen)
        self._recent.removal_wanted.connect(self._forget)
        self._recent.currentRowChanged.connect(lambda _row: self._show_buttons())
        self._open_recent.clicked.connect(self._open_chosen)
        self._remove.clicked.connect(self._forget)

    def _label(self) -> None:
        say = self._say
        self._greeting.setText(say.text("Which event is it today?"))
        self._first.setText(
            say.text(
                "This is the first start here. Has somebody given you an event file? Open it, or drop it on this "
                "window. To make an event of your own, choose “New event…”. To look around first, try the demo: "
                "nothing in it is real."
            )
        )
        heading = say.text("&Recent events")
        self._heading.setText(heading)
        self._recent.setAccessibleName(heading.replace("&", ""))
        self._open_recent.setText(say.with_key(say.text("Open"), "Enter"))
        self._remove.setText(say.with_key(say.text("Take off this list"), "Del"))
        self._open.setText(say.text("Open an event file…"))
        self.new_button.setText(say.text("New event…"))
        self._demo.setText(say.text("Try it with the demo: 300 participants"))
        self._hint.setText(say.text("The pages above open with the event. F1 says how to begin."))
        self._no_copies.setText(
            say.text(
                "Never copy the file of an open event: what was recorded last may be missing in the copy. The "
                "settings menu (F10) has “Save a copy…”."
            )
        )
        self._fit()

    def _show_recent(self) -> None:
        """List the recent events, the rehearsals last; look in the background which are still at their places."""
        events = tuple(sorted(recents.recent_events(), key=lambda each: each.is_rehearsal))
        self._known.setVisible(bool(events))
        self._no_copies.setVisible(bool(events))
        self._first.setHidden(bool(events))
        self._recent.show_events(events)
        self.setFocusProxy(self._recent if events else self._open)
        self._show_buttons()
        paths = [event.path for event in events]
        self._lane.run(lambda: _missing(paths), then=if_alive(self, self._recent.show_missing), key="recent")

    def _show_buttons(self) -> None:
        for button in (self._open_recent, self._remove):
            button.setEnabled(self._recent.path is not None)

    def _open_chosen(self) -> None:
        if self._recent.path is not None:
            self.chosen.emit(self._recent.path)

    def _forget(self) -> None:
        """Take the chosen event off the list; the file stays where it is."""
        if self._recent.path is not None:
            recents.forget_event(self._recent.path)
            self._show_recent()
            self.setFocus()

    def _choose(self) -> None:
        path = choose_event(self, self._look)
        if path is not None:
            self.chosen.emit(path)


def choose_event(parent: QWidget, look: Appearance) -> Path | None:
    """Let the operator choose an event file; None if they choose none."""
    say = look.say
    kinds = f"{say.text('Event files')} (*.event)"
    return choose_file(parent, say.text("Open an event file…"), None, kinds, say)


def _missing(paths: list[Path]) -> frozenset[Path]:
    """Those of these paths at which no file is found."""
    return frozenset(path for path in paths if not path.is_file())
