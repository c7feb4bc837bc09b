"""An input for what a new event begins with: a preset, or another event that is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from checkin import assets
from checkin.desk.new_event import preset
from checkin.domain.beginning import spread
from checkin.ui.appearance import Dressed
from checkin.ui.assistant import words
from checkin.ui.chip import CategoryChip
from checkin.ui.elided import ElidedLabel
from checkin.ui.frames.inputs import Input
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from checkin.domain.programme import Category, Event
    from checkin.ui.appearance import Appearance


_COLUMNS: Final = 3
_FIRST: Final = "forum"
_LAST: Final = "empty"
_OTHER: Final = ""
_LONGEST_TITLE: Final = 60


class BeginningInput(Input, Dressed):
    """A choice among the presets and another event, which is copied without its people.

    Below the choice, the categories are shown that the new event gets.
    """

    copy_wanted = Signal()
    """Emitted when the operator wants to choose another event to copy."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._known: dict[str, Event] = {name: preset(name) for name in _names()}
        self._group = QButtonGroup(self)
        self.ways = {name: QRadioButton() for name in (*self._known, _OTHER)}
        self.copy_button = QPushButton()
        self.sessions = QCheckBox()
        self._about, self._later = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.chips = Chips(look)
        self._lay_out()
        for way in self.ways.values():
            self._group.addButton(way)
            way.toggled.connect(lambda is_marked: self._on_marked() if is_marked else None)
        self.ways[_OTHER].hide()
        self.sessions.hide()
        self.copy_button.clicked.connect(self.copy_wanted)
        self.sessions.toggled.connect(lambda _is_ticked: self.changed.emit())
        self.ways[_FIRST].setChecked(True)
        look.in_each_language(self._label)

    @property
    def chosen(self) -> str:
        """The name of the marked preset; "" if another event is copied."""
        return next(name for name, way in self.ways.items() if way.isChecked())

    @property
    def like(self) -> Event:
        """What the new event begins with; the sessions of a preset have no days of the event yet."""
        return self._known[self.chosen]

    def like_on(self, first_day: date, last_day: date) -> Event:
        """What an event on these days begins with; the sessions of another event stay on that event's days."""
        return spread(self.like, first_day, last_day) if self.chosen else self.like

    @property
    def with_sessions(self) -> bool:
        """Whether the event begins with the sessions of the preset or of the other event too."""
        return self.sessions.isChecked() and bool(self.like.sessions)

    def content(self) -> tuple[str, bool]:
        """The choice as a value; a form compares it with the choice at the beginning."""
        return self.chosen, self.with_sessions

    def copy(self, event: Event) -> None:
        """Offer to copy this event, and choose this offer."""
        self._known[_OTHER] = event
        self.ways[_OTHER].show()
        if self.chosen == _OTHER:
            self._on_marked()
        self.ways[_OTHER].setChecked(True)
        self.ways[_OTHER].setFocus()

    def _on_marked(self) -> None:
        self.setFocusProxy(self.ways[self.chosen])
        self.sessions.setVisible(bool(self.like.sessions_by_time()))
        self.chips.show_categories(self.like.categories.values())
        self._label()
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for way in self.ways.values():
            column.addWidget(way)
        column.addLayout(row(self.copy_button, None))
        column.addWidget(self._about)
        column.addWidget(self.sessions)
        column.addWidget(self.chips)
        column.addWidget(self._later)
        for label in (self._about, self._later):
            label.setProperty("tone", "muted")

    def _label(self) -> None:
        say, other = self._say, self._known.get(_OTHER)
        for name in _names():
            self.ways[name].setText(say.local(self._known[name].description.title))
        if other is not None:
            self.ways[_OTHER].setText(
                say.text("Copy of {event}").format(event=_on_button(say.local(other.description.title)))
            )
        self.copy_button.setText(say.text("Copy another event…"))
        is_copied = other is not None and self.chosen == _OTHER
        self.sessions.setText(
            say.text("Its sessions too, moved to the first day")
            if is_copied
            else say.text("The usual sessions too, to be changed; otherwise sessions come later")
        )
        self._about.setText(
            say.text("Copied without its people: {contents}").format(contents=words.contents(other, say))
            if is_copied and other is not None
            else ""
        )
        self._about.setVisible(is_copied)
        self._later.setText(say.text("Categories can be changed, added and withdrawn at any time."))
        self.chips.label()


class Chips(QWidget, Dressed):
    """The categories of an event, each with its chip and its name, in a few columns."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._shown: list[tuple[Category, CategoryChip, ElidedLabel]] = []
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def show_categories(self, categories: Iterable[Category]) -> None:
        """Show these categories in place of those before."""
        for _, *widgets in self._shown:
            for widget in widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._shown = [(each, CategoryChip(), ElidedLabel()) for each in categories]
        for number, (category, chip, name) in enumerate(self._shown):
            chip.show_category(category)
            line, column = divmod(number, _COLUMNS)
            self._grid.addWidget(chip, line, 2 * column)
            self._grid.addWidget(name, line, 2 * column + 1)
        self.label()

    def label(self) -> None:
        """Write the names in the window's language."""
        for category, _, name in self._shown:
            name.setText(self._say.local(category.name))


def proposed() -> Event:
    """The event that the proposed preset contains."""
    return preset(_FIRST)


def _names() -> tuple[str, ...]:
    """The presets: first the one that is proposed, and last the one that gives nearly nothing."""
    return tuple(sorted(assets.presets(), key=lambda name: (name != _FIRST, name == _LAST)))


def _on_button(title: str) -> str:
    """The title as it is written on a radio button, which does not cut its text and takes & for the mark of a key."""
    shown = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE]}…"
    return shown.replace("&", "&&")
