"""The window for a second screen, which shows in large letters who of the first people has not arrived yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin.text import short_name_of_delegation
from checkin.ui.appearance import Dressed
from checkin.ui.delegations.order_words import missing_words
from checkin.ui.plain import HtmlLabel, PlainLabel, escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QScreen

    from checkin.domain.precedence import Ranked
    from checkin.ui.page import Parts

_TITLE: Final = 2.4
_SIZES: Final = (4.5, 3.8, 3.2, 2.7, 2.3, 2.0, 1.7, 1.4, 1.2, 1.0)
"""The sizes of the names, as multiples of the usual text: the first in which all fit."""
_MOST_COLUMNS: Final = 3
_SMALLER: Final = 0.6
"""The size of what stands below a name, as a share of the size of the name."""
_LAST_ARRIVED: Final = 3
_SMALL_PRINT: Final = 1.5
_GAP, _BETWEEN = 12, 32
"""The space between two rows, and between two columns, in dots."""
_LINES_AT_LEAST: Final = 3.6
"""The lines that a person takes in the smallest size, if no text is broken."""


class SecondScreen(QWidget, Dressed):
    """A separate window for the protocol officer, who watches it while the operator goes on working.

    The window shows no rank numbers, because guests may see it.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with its own window
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
        for label in (self.here, self.more):
            parts.look.put_font(label, _SMALL_PRINT)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.setVerticalSpacing(_GAP)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(_GAP)
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
        """The rich texts of the people who are shown because they have not arrived, one text for each person."""
        return [label.text() for label in self._names]

    def show_people(self, people: Sequence[Ranked]) -> None:
        """Show which of these people have not arrived, and which have arrived last."""
        self._people = people
        self._write()

    def show_on(self, screen: QScreen | None) -> None:
        """Show the window in full screen on `screen`; if `screen` is None, show a normal window that can be moved."""
        if screen is None:
            self.resize(self.screen().availableSize() * 0.8)
            self.show()
        else:
            self.setGeometry(screen.geometry())
            self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the size of the names to the new size of the window."""
        super().resizeEvent(event)
        self._write()

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
        size, columns, rows = self._shape(missing)
        shown = missing[: columns * rows]
        self._names = [self._label_of(each, size) for each in shown]
        width = self._width_of(columns)
        for number, label in enumerate(self._names):
            label.setMinimumHeight(label.heightForWidth(width))  # the grid alone would cut a long name
            self._grid.addWidget(label, number % rows, number // rows)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
            self._grid.setColumnMinimumWidth(column, width if column < columns else 0)
        more = len(missing) - len(shown)
        self.more.setText(self._say.many("and {count} more", "and {count} more", more) if more else "")

    def _shape(self, missing: Sequence[Ranked]) -> tuple[float, int, int]:
        """The size of the names, and the columns and rows in which these people are shown."""
        edges = self._column.contentsMargins()
        inside = self.width() - edges.left() - edges.right()
        around = (each.heightForWidth(inside) + _GAP for each in (self.summary, self.here, self.more))
        room = self.height() - sum(around) - edges.top() - edges.bottom()
        for size in _SIZES:
            for columns in range(1, _MOST_COLUMNS + 1):
                rows = max(-(-len(missing) // columns), 1)
                width = self._width_of(columns)
                if self._fits(missing, rows, size, width, room - (rows - 1) * _GAP):
                    return size, columns, rows
        line = round(self.fontMetrics().lineSpacing() * _LINES_AT_LEAST)
        return _SIZES[-1], _MOST_COLUMNS, max(room // (line + _GAP), 1)

    def _width_of(self, columns: int) -> int:
        """The width of a column where there are so many."""
        edges = self._column.contentsMargins()
        return (self.width() - edges.left() - edges.right() - (columns - 1) * _BETWEEN) // columns

    def _fits(self, missing: Sequence[Ranked], rows: int, size: float, width: int, room: int) -> bool:
        """Whether the rows of the grid are high enough for the labels; these are asked where the texts nearly fit."""
        if sum(self._heights(missing, rows, size, width)) > room:
            return False
        heights = [0] * rows
        for number, each in enumerate(missing):
            high = self._label_of(each, size).heightForWidth(width)
            heights[number % rows] = max(heights[number % rows], high)
        return sum(heights) <= room

    def _heights(self, missing: Sequence[Ranked], rows: int, size: float, width: int) -> list[int]:
        """The height of each row of the grid, in which the people stand column by column."""
        large, small = self._font(size, is_bold=True), self._font(size * _SMALLER)
        heights = [0] * rows
        for number, each in enumerate(missing):
            name, *beside = self._texts_of(each)
            high = _height(name, large, width) + sum(_height(text, small, width) for text in beside)
            heights[number % rows] = max(heights[number % rows], high)
        return heights

    def _label_of(self, each: Ranked, size: float) -> HtmlLabel:
        """The label for a person; a name in any script stands at the left, below the one before."""
        colours = (self._colours.text, self._colours.text, self._colours.muted)
        fonts = (self._font(size, is_bold=True), *[self._font(size * _SMALLER)] * 2)
        label = HtmlLabel(wordWrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setText(
            "".join(
                f"<p dir='ltr' style='margin:0; color:{colour}; font-size:{font.pointSizeF():.1f}pt; "
                f"font-weight:{'bold' if font.bold() else 'normal'}'>{escaped(text)}</p>"
                for text, colour, font in zip(self._texts_of(each), colours, fonts, strict=True)
                if text
            )
        )
        return label

    def _texts_of(self, each: Ranked) -> tuple[str, str, str]:
        """The name, the native name, and the delegation with the position."""
        delegate, event = each.registration.delegate, self._at.file.known_event
        delegation = self._say.local(short_name_of_delegation(event, delegate.delegation))
        about = (delegation, delegate.position or delegate.native_position)
        return delegate.titled_name, delegate.titled_other_name, " · ".join(filter(None, about))

    def _font(self, size: float, *, is_bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * max(size, 1))
        font.setBold(is_bold)
        return font


def _height(text: str, font: QFont, width: int) -> int:
    """The height of a text in lines of this width; 0 if the text is empty."""
    wrap = Qt.TextFlag.TextWordWrap
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 0), wrap, text).height() if text else 0
