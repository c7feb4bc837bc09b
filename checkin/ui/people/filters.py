"""The filters above the table on the People page: a line for words, buttons, and boxes with choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.domain.delegates import Status
from checkin.domain.listing import Sought, Trait
from checkin.text import name_of_delegation
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedCombo
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.frames.inputs import TextLine
from checkin.ui.plain import PlainLabel
from checkin.ui.rows import row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.programme import Event
    from checkin.remembered import State
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

_PAUSE_MS: Final = 150
"""The wait after a letter, because somebody who types quickly wants only the last of the lists."""
_LETTERS, _LETTERS_IF_LOW = 9, 6
"""The width of the words in a box, in letters; on a low page the boxes stand in the line of the chips."""


class Filters(QWidget, Dressed):
    """The filters of the People page: words, chips (buttons that switch a filter on or off), and boxes with choices.

    The table shows people who match all filters. "Expected" and "Arrived" together show people who match either.
    """

    changed = Signal()
    """Emitted when a filter has changed."""

    def __init__(self, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._delegations: Mapping[str, int] = {}
        self._wanted_delegation = ""
        self._event: Event | None = None
        self.line = TextLine()
        self.line.setClearButtonEnabled(True)
        self.count = PlainLabel()
        self.count.setProperty("tone", "strong")
        self.chips = {trait: self._chip(trait) for trait in Trait}
        self.category, self.status = ElidedCombo(_LETTERS), ElidedCombo(_LETTERS)
        self.delegation = ElidedCombo(_LETTERS)
        self.everybody = QPushButton()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.changed)
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self._soon.start())
        for box in (self.category, self.status, self.delegation):
            box.activated.connect(lambda _number: self._on_chosen())
        self.everybody.clicked.connect(self.clear)
        look.in_each_language(self._label)

    @property
    def sought(self) -> Sought:
        """The present filters, with the usual order of the list."""
        return Sought(
            self.line.text(),
            frozenset(trait for trait, chip in self.chips.items() if chip.isChecked()),
            str(self.category.currentData() or ""),
            str(self.status.currentData() or ""),
            self._wanted_delegation,
        )

    @property
    def state(self) -> State:
        """The filters to save, without the words, because the words may be somebody's name."""
        sought = self.sought
        return {
            "traits": " ".join(sorted(sought.traits)),
            "category": sought.category,
            "status": sought.status,
            "delegation": sought.delegation,
        }

    def take_state(self, state: State) -> None:
        """Set the filters as they were when `state` was saved."""
        traits = str(state.get("traits", "")).split()
        for trait, chip in self.chips.items():
            chip.setChecked(trait.value in traits)
        for box, name in ((self.category, "category"), (self.status, "status")):
            box.setCurrentIndex(max(box.findData(str(state.get(name, ""))), 0))
        self._wanted_delegation = str(state.get("delegation", ""))
        self._label()

    def clear(self) -> None:
        """Clear all filters, so that everybody is shown."""
        self._wanted_delegation = ""
        for chip in self.chips.values():
            chip.setChecked(False)
        for box in (self.category, self.status, self.delegation):
            box.setCurrentIndex(0)
        self.line.clear()
        self._on_chosen()

    def fit(self, *, is_low: bool) -> None:
        """Make the boxes narrower if `is_low` says that the page is low."""
        for box in (self.category, self.status, self.delegation):
            box.setMinimumContentsLength(_LETTERS_IF_LOW if is_low else _LETTERS)

    def offer_event(self, event: Event) -> None:
        """Offer the categories of this event as choices."""
        self._event = event
        self._label()

    def offer_delegations(self, known: Mapping[str, int]) -> None:
        """Offer these delegations as choices; `known` maps each name to the number of the delegation's people."""
        self._delegations = known
        self._label()

    def show_count(self, shown: int, of_all: int) -> None:
        """Say that `shown` of `of_all` people are shown."""
        say = self._say
        words = say.text("{count} of {total}").format(count=f"{shown:,}", total=f"{of_all:,}")
        self.count.setText(words)
        self.count.setAccessibleName(say.about(say.text("People shown"), words))

    def _on_chosen(self) -> None:
        self._wanted_delegation = str(self.delegation.currentData() or "")
        self._soon.stop()
        self._show_everybody()
        self.changed.emit()

    def _show_everybody(self) -> None:
        self.everybody.setEnabled(not self.sought.is_for_everybody)

    def _chip(self, _trait: Trait) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setProperty("tone", "group")
        chip.clicked.connect(lambda _checked=False: self._on_chosen())
        return chip

    def _label(self) -> None:
        say = self._say
        self.line.setPlaceholderText(say.text("Filter by words of any field"))
        self.line.setAccessibleName(say.text("Filter by words of any field"))
        for trait, chip in self.chips.items():
            chip.setText(_words_of(trait, say))
        self.everybody.setText(say.text("Show everybody"))
        self._fill()
        self._show_everybody()

    def _fill(self) -> None:
        """Write the entries of the boxes; what was chosen stays chosen."""
        say, event = self._say, self._event
        categories = event.categories.items() if event is not None else ()
        _offer(
            self.category,
            say.text("All categories"),
            {code: f"{each.letter}  {say.local(each.name)}" for code, each in categories},
            str(self.category.currentData() or ""),
        )
        self.category.setAccessibleName(say.text("Category"))
        _offer(
            self.status,
            say.text("Every status"),
            {status.value: say.status_on_screen(status) for status in Status},
            str(self.status.currentData() or ""),
        )
        self.status.setAccessibleName(say.text("Status"))
        named = {name: f"{self._name_of(name)} ({count})" for name, count in self._delegations.items()}
        if self._wanted_delegation:
            named.setdefault(self._wanted_delegation, self._wanted_delegation)
        _offer(self.delegation, say.text("All delegations"), named, self._wanted_delegation)
        self.delegation.setAccessibleName(say.text("Delegation"))

    def _name_of(self, delegation: str) -> str:
        if self._event is None:
            return delegation
        return self._say.local(name_of_delegation(self._event, delegation))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row((self.line, 1), self.count, self.everybody))
        chosen = ButtonRow(*self.chips.values(), self.category, self.status, self.delegation, is_at_left=True)
        chosen.setSpacing(6)
        column.addLayout(chosen)


def _words_of(trait: Trait, say: Wording) -> str:
    match trait:
        case Trait.EXPECTED:
            return say.text("Expected")
        case Trait.ARRIVED:
            return say.text("Arrived")
        case Trait.ATTENTION:
            return say.text("Attention")
        case Trait.NO_BADGE:
            return say.text("No badge")


def _offer(box: ElidedCombo, of_all: str, entries: Mapping[str, str], chosen: str) -> None:
    box.clear()
    box.addItem(of_all, "")
    for value, words in entries.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
