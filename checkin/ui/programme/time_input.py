"""The input for a time of day on the venue's clocks, typed as 9, 930 or 9:30 or moved by the arrow keys."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from checkin.domain.typed_times import By
from checkin.importing.times_of_day import read_typed
from checkin.ui.appearance import Dressed
from checkin.ui.frames.inputs import ChoiceBox, Input, TextLine
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from checkin.domain.typed_times import TypedTime
    from checkin.ui.appearance import Appearance

STEP: Final = 5
"""The minutes by which an arrow key moves a time."""
_ARROWS: Final = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}
_WIDTH: Final = "00:00 "


class TimeInput(Input, Dressed):
    """A line for a time of day, a note beside it, and a choice if the clocks show the time twice in that night.

    Until the operator types a time, the form can fill in by `show_time` a time that depends on other times. If the
    input has a usual time, an empty line stands for it, and the line shows it as a hint.
    """

    def __init__(
        self, look: Appearance, shown: time | None, turn: int = 0, *, has_usual: bool = False
    ) -> None:
        """`shown` is the time at the beginning; None means the usual time.

        In a night in which the clocks show some times twice, `turn` is 0 for the first and 1 for the second of two
        equal times.
        """
        super().__init__()
        self._look = look
        self._has_usual = has_usual
        self._is_typed = False
        self._hint: time | None = None
        self.line = _TimeLine(self)
        self.line.setText(_written(shown))
        self.line.textChanged.connect(self.changed)
        self.line.textEdited.connect(self._on_typed)
        self.turns = ChoiceBox()
        self.turns.addItems(["", ""])
        self.turns.setCurrentIndex(turn)
        self.turns.currentIndexChanged.connect(self.changed)
        self.turns.hide()
        self.note = PlainLabel(wordWrap=True)
        self.note.setProperty("tone", "muted")
        row = QHBoxLayout()
        row.addWidget(self.line)
        row.addWidget(self.note, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.turns)  # below the line, for beside it the words would make the form too wide
        self.setFocusProxy(self.line)
        look.in_each_language(self._label)
        look.size_changed.connect(self._measure)
        self._measure()

    def content(self) -> tuple[time | str, int]:
        """The time in the line (or its text if it is no time), and the number of the chosen turn (see `turn`)."""
        text = self.line.text().strip()
        shown = read_typed(text)
        return text if shown is None else shown, self.turns.currentIndex()

    def typed(self) -> TypedTime:
        """The typed time, in the form that `read_times` takes."""
        if not self._is_typed:
            return By.MOVING
        return By.USUAL if self._has_usual and not self.line.text().strip() else self.shown_time

    @property
    def shown_time(self) -> time | None:
        """The time in the line; None if the line holds no time."""
        return read_typed(self.line.text())

    @property
    def turn(self) -> int:
        """Which of two moments is meant if the clocks show the time twice: 0 the first, 1 the second."""
        return self.turns.currentIndex()

    def show_time(self, shown: time | None) -> None:
        """Fill in a time that depends on other times, unless the operator has typed one; None is the usual time."""
        if not self._is_typed and self.line.text() != _written(shown):
            self.line.setText(_written(shown))

    def take(self, shown: time) -> None:
        """Write this time as if the operator had typed it here."""
        self._is_typed = True
        self.line.setText(_written(shown))

    def show_hint(self, shown: time, words: str) -> None:
        """Show the usual time as a hint in the empty line, and `words` beside it; arrow keys begin at this time."""
        self._hint = shown
        self.line.setPlaceholderText(_written(shown))
        self.show_note("" if self.line.text() else words)

    def show_note(self, words: str) -> None:
        """Show these words beside the line."""
        self.note.setText(words)
        self.line.setAccessibleDescription(words)

    def offer_turns(self, *, comes_twice: bool) -> None:
        """If the clocks show the time twice in that night, let the operator choose which of the two is meant."""
        self.turns.setVisible(comes_twice)

    def step(self, minutes: int) -> None:
        """Make the time later by these minutes (earlier if negative), rounded to a multiple of five minutes."""
        known = self.shown_time or self._hint or time()
        count, rest = divmod(known.hour * 60 + known.minute, STEP)
        stepped = (count + (minutes // STEP) + (1 if rest and minutes < 0 else 0)) * STEP
        midnight = datetime.combine(date.min + timedelta(days=2), time())
        self.take((midnight + timedelta(minutes=stepped)).time())

    def tidy(self) -> None:
        """Write the time as it was understood, such as 09:30 for 930."""
        if self.shown_time is not None and self.line.text() != _written(self.shown_time):
            self.line.setText(_written(self.shown_time))

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input and to its parts."""
        super().setAccessibleName(name)
        self._label()

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description, or the note if it is empty, to the line."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description or self.note.text())

    def _on_typed(self) -> None:
        self._is_typed = True
        self.changed.emit()

    def _measure(self) -> None:
        width = self.line.fontMetrics().horizontalAdvance(_WIDTH)
        self.line.setFixedWidth(width + self.line.sizeHint().height())

    def _label(self) -> None:
        say, name = self._say, self.accessibleName()
        self.line.setAccessibleName(name)
        self.turns.setItemText(0, say.text("before the clocks go back"))
        self.turns.setItemText(1, say.text("after the clocks go back"))
        self.turns.setAccessibleName(say.about(name, say.text("before or after the clocks go back")))


class _TimeLine(TextLine):
    """The line of a `TimeInput`: the arrow keys move the time, and a time that was typed is written out at the end."""

    def __init__(self, of: TimeInput) -> None:
        super().__init__()
        self._of = of

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the time at an arrow key."""
        minutes = _ARROWS.get(Qt.Key(event.key()))
        if minutes is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._of.step(minutes)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the text, so that the next letter typed replaces the time."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the time as it was understood."""
        super().focusOutEvent(event)
        self._of.tidy()


def _written(shown: time | None) -> str:
    return "" if shown is None else f"{shown:%H:%M}"
