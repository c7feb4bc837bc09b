"""The input for who may enter a session: everybody, some categories, or only the persons named for the session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from checkin.text import search_key
from checkin.ui.appearance import Dressed
from checkin.ui.chip import CategoryChip
from checkin.ui.frames.inputs import ChoiceBox, Input
from checkin.ui.letters import is_letter
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from checkin.domain.programme import Category
    from checkin.ui.appearance import Appearance

EVERYBODY, CATEGORIES, NAMED = range(3)
"""The numbers of the choices in the list."""
_GAP: Final = 6


class OpenToInput(Input, Dressed):
    """A choice: everybody, some categories (with a box to tick for each), or only the persons who are named.

    Each category is shown with its letter, colour and name, and with the number of its people once this is known. In
    the list of categories, a letter that is typed ticks the category with this letter, or takes its tick away.
    """

    unfolded = Signal(QWidget)
    """Emitted with the part that the operator has to see now: the input with its list, or the tick of a letter."""

    def __init__(
        self, look: Appearance, categories: Iterable[Category], open_to: frozenset[str] | None
    ) -> None:
        """`open_to` is as in `Session`; a category in it that the event does not have any more stays in it."""
        super().__init__()
        self._look = look
        self._categories = {each.code: each for each in categories}
        self._others = (open_to or frozenset()) - self._categories.keys()
        self.choice = ChoiceBox()
        self.choice.addItems(["", "", ""])
        self.choice.setCurrentIndex(EVERYBODY if open_to is None else CATEGORIES if open_to else NAMED)
        self.ticks = {code: QCheckBox() for code in self._categories}
        self._names = {code: _NameOfTick(tick) for code, tick in self.ticks.items()}
        self._numbers = {code: PlainLabel() for code in self._categories}
        self._people: Mapping[str, int] = {}
        self.all_button, self.none_button, self.others_button = QPushButton(), QPushButton(), QPushButton()
        self.all_button.clicked.connect(lambda: self._tick(frozenset(self.ticks)))
        self.none_button.clicked.connect(lambda: self._tick(frozenset()))
        self.others_button.clicked.connect(lambda: self._tick(self.ticks.keys() - self._ticked()))
        for code, tick in self.ticks.items():
            tick.setChecked(code in (open_to or ()))
            tick.toggled.connect(self.changed)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        self._list = self._laid_out()
        column.addWidget(self._list)
        self._list.setVisible(self.choice.currentIndex() == CATEGORIES)
        self.setFocusProxy(self.choice)
        look.in_each_language(self._label)

    def content(self) -> tuple[int, frozenset[str]]:
        """The number of the choice, and the codes of the categories that are ticked."""
        return self.choice.currentIndex(), self._ticked()

    def open_to(self) -> frozenset[str] | None:
        """The value for `Session.open_to`: None for everybody, else categories (no category: only named persons)."""
        match self.choice.currentIndex():
            case 0:
                return None
            case 1:
                return self._ticked() | self._others
            case _:
                return frozenset()

    @property
    def lacks_a_tick(self) -> bool:
        """Whether “some categories” is chosen, but no category is ticked."""
        return self.choice.currentIndex() == CATEGORIES and not self.open_to()

    def show_people(self, people: Mapping[str, int]) -> None:
        """Show the number of people of each category, by its code."""
        self._people = people
        self._label()

    def setAccessibleName(self, name: str) -> None:
        """Give this name to the input and to its list."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)
        self._label()

    def setAccessibleDescription(self, description: str) -> None:
        """Give this description to the input and to its list."""
        super().setAccessibleDescription(description)
        self.choice.setAccessibleDescription(description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the category whose letter is typed in the list, or take its tick away; other keys go to the form."""
        typed = search_key(event.text()) if is_letter(event) else ""
        letters = {search_key(each.letter): code for code, each in self._categories.items()}
        if not typed or typed not in letters or self._list.isHidden():
            super().keyPressEvent(event)
            return
        tick = self.ticks[letters[typed]]
        tick.click()
        tick.setFocus()
        self.unfolded.emit(tick)

    def _ticked(self) -> frozenset[str]:
        return frozenset(code for code, tick in self.ticks.items() if tick.isChecked())

    def _on_chosen(self) -> None:
        is_list = self.choice.currentIndex() == CATEGORIES
        self._list.setVisible(is_list)
        if is_list:
            self.unfolded.emit(self)
        self.changed.emit()

    def _tick(self, wanted: AbstractSet[str]) -> None:
        """Tick these categories and no others."""
        for code, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(code in wanted)
            tick.blockSignals(False)
        self.changed.emit()

    def _laid_out(self) -> QWidget:
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self.all_button, self.none_button, self.others_button, None))
        grid = QGridLayout()
        column.addLayout(grid)
        grid.setSpacing(_GAP)
        grid.setColumnStretch(2, 1)
        for line, (code, tick) in enumerate(self.ticks.items()):
            chip = CategoryChip()
            chip.show_category(self._categories[code])
            for place, widget in enumerate((tick, chip, self._names[code], self._numbers[code])):
                grid.addWidget(widget, line, place)
            self._numbers[code].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return area

    def _label(self) -> None:
        say = self._say
        for number, words in enumerate(
            (say.text("everybody"), say.text("these categories"), say.text("only who is named"))
        ):
            self.choice.setItemText(number, words)
        for button, words in (
            (self.all_button, say.text("all")),
            (self.none_button, say.text("none")),
            (self.others_button, say.text("the others")),
        ):
            button.setText(words)
            button.setAccessibleName(say.about(self.accessibleName(), words))
        for code, tick in self.ticks.items():
            category, people = self._categories[code], self._people.get(code)
            name = say.local(category.name)
            self._names[code].setText(name)
            count = "" if people is None else say.many("{count} person", "{count} persons", people)
            self._numbers[code].setText("" if people is None else f"{people}")
            tick.setAccessibleName(", ".join(filter(None, [category.letter, name, count])))


class _NameOfTick(PlainLabel):
    """The name beside a tick, which may take several lines; a click on the name ticks too."""

    def __init__(self, tick: QCheckBox) -> None:
        super().__init__(wordWrap=True)
        self._tick = tick

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick, or take the tick away."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._tick.click()
