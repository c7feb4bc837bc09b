"""The window for a second screen: in large letters, who of the first people in precedence is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.text import short_name_of_delegation
from checkin.ui.appearance import Dressed
from checkin.ui.delegations.order_view import missing_words
from checkin.ui.plain import HtmlLabel, PlainLabel, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen

    from checkin.domain.precedence import Ranked
    from checkin.ui.page import Parts

_TITLE: Final = 2.4
_SIZES: Final = (2.6, 2.2, 1.9, 1.6, 1.4, 1.2, 1.0)
"""The sizes of the names, as multiples of the usual text: the first in which all fit."""
_MOST_COLUMNS: Final = 3
_SMALLER: Final = 0.6
"""The size of what stands below a name, as a share of the size of the name."""
_LAST_ARRIVED: Final = 3


class SecondScreen(QWidget, Dressed):
    """A window of its own, which the protocol officer looks at while the operator goes on working.

    No number of rank stands there, for guests may pass by.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._at, self._look = parts, parts.look
        self._people: Sequence[Ranked] = ()
        self._names: list[HtmlLabel] = []
        self.summary, self.here, self.more = (
            PlainLabel(wordWrap=True),
            PlainLabel(wordWrap=True),
            PlainLabel(),
        )
        self.here.setProperty("tone", "muted")
        parts.look.put_font(self.summary, _TITLE, bold=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(14)
        column.addWidget(self.summary)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(self.more)
        column.addWidget(self.here)
        for keys, act in (("Esc", self.close), ("F11", self._toggle_full_screen)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        parts.look.in_each_language(self._write)
        parts.look.colours_changed.connect(self._write)
        parts.look.size_changed.connect(self._write)

    @property
    def texts(self) -> list[str]:
        """The rich text for each person who is shown as missing."""
        return [label.text() for label in self._names]

    def show_people(self, people: Sequence[Ranked]) -> None:
        """Show who of these people is missing, and who has arrived last."""
        self._people = people
        self._write()

    def show_on(self, screen: QScreen | None) -> None:
        """Show the window in full screen on this screen; with None, as a window that can be moved to another screen."""
        if screen is None:
            self.resize(self.screen().availableSize() * 0.8)
            self.show()
        else:
            self.setGeometry(screen.geometry())
            self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the size of the names to the window."""
        super().resizeEvent(event)
        self._write()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide the window; it is shown again with the same people."""
        super().closeEvent(event)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _write(self) -> None:
        say, people = self._say, self._people
        missing = [each for each in people if each.registration.arrival is None]
        self.setWindowTitle(say.text("Order of precedence"))
        self.summary.setText(missing_words(len(missing), len(people), say))
        self._write_arrived()
        self._write_names(missing)

    def _write_arrived(self) -> None:
        """Write who of the people has arrived last, the latest first."""
        say, now, zone = self._say, self._at.now(), self._at.file.known_event.zone
        arrived = [
            (arrival.at, each.registration.delegate.titled_name)
            for each in self._people
            if (arrival := each.registration.arrival) is not None
        ]
        latest = sorted(arrived, reverse=True)[:_LAST_ARRIVED]
        told = " · ".join(f"✔ {name} {say.when(at, now, zone)}" for at, name in latest)
        self.here.setText(told)

    def _write_names(self, missing: Sequence[Ranked]) -> None:
        """Write the names in the largest size in which all fit; what has no room at all is counted below."""
        for label in self._names:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._names = []
        room = self.height() - self.summary.sizeHint().height() - self.here.sizeHint().height() - 110
        size, columns, rows = self._shape(len(missing), max(room, 1))
        shown = missing[: columns * rows]
        for number, each in enumerate(shown):
            label = HtmlLabel(wordWrap=True)
            label.setText(self._text_of(each, size))
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._names.append(label)
            self._grid.addWidget(label, number % rows, number // rows)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        more = len(missing) - len(shown)
        self.more.setText(self._say.many("and {count} more", "and {count} more", more) if more else "")

    def _shape(self, number: int, room: int) -> tuple[float, int, int]:
        """The size of the names, the columns and the rows in which so many people fit into the height `room`."""
        line = self.fontMetrics().height()
        for size in _SIZES:
            high = round(line * size * (1 + 2 * _SMALLER) * 1.25) + self._grid.verticalSpacing()
            rows = max(room // high, 1)
            columns = max(-(-number // rows), 1)
            is_wide_enough = self.width() / columns >= line * size * 14
            if columns <= _MOST_COLUMNS and (is_wide_enough or columns == 1):
                return size, columns, max(-(-number // columns), 1)
        high = round(line * (1 + 2 * _SMALLER) * 1.25) + self._grid.verticalSpacing()
        return _SIZES[-1], _MOST_COLUMNS, max(room // high, 1)

    def _text_of(self, each: Ranked, size: float) -> str:
        delegate, say, colours = each.registration.delegate, self._say, self._colours
        points = self.font().pointSizeF() * size
        about = [say.local(short_name_of_delegation(self._at.file.known_event, delegate.delegation))]
        about += [delegate.position or delegate.native_position]
        lines = [(delegate.titled_name, colours.text, points, "bold")]
        small = max(points * _SMALLER, self.font().pointSizeF())
        lines.append((delegate.titled_other_name, colours.text, small, "normal"))
        lines.append((" · ".join(filter(None, about)), colours.muted, small, "normal"))
        return "".join(
            f"<p style='margin:0; color:{colour}; font-size:{size:.1f}pt; font-weight:{weight}'>{escaped(text)}</p>"
            for text, colour, size, weight in lines
            if text
        )
