"""The panel beside the table of people while no form is open: the selected person's details and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.arrivals.card import PersonCard
from checkin.ui.frames.button_row import ButtonRow
from checkin.ui.people.history_list import HistoryList
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.person_history import Happening
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_CARD_SHARE, _HISTORY_SHARE = 3, 4


class PersonPanel(QWidget, Dressed):
    """The card of a person with the person's history below; or, without a person, words that say what to do."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = parts.look
        self.person: Registration | None = None
        self.card = PersonCard(parts.file, parts.tasks, parts.look, parts.now, has_links=False)
        self.heading = PlainLabel()
        self.heading.setProperty("tone", "strong")
        self.history = HistoryList(parts)
        self.correct_button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, _CARD_SHARE)
        column.addLayout(ButtonRow(self.correct_button, is_at_left=True))
        column.addWidget(self.heading)
        column.addWidget(self.history, _HISTORY_SHARE)
        self.show_hint(lambda _say: "")
        parts.look.in_each_language(self._label)

    def show_person(self, person: Registration, history: Sequence[Happening]) -> None:
        """Show this person with their history."""
        is_other = self.person is None or self.person.delegate.id != person.delegate.id
        self.person = person
        self.card.show_person(person)
        self.history.show_history(history, is_of_another=is_other)
        for widget in (self.correct_button, self.heading, self.history):
            widget.show()

    def show_hint(self, words: Words) -> None:
        """Show these words instead of a person."""
        self.person = None
        self.card.say(words)
        for widget in (self.correct_button, self.heading, self.history):
            widget.hide()

    def fit(self, *, is_low: bool) -> None:
        """If `is_low` says that the page is low, hide details so that the history has room."""
        self.card.fit(is_low=is_low)

    def _label(self) -> None:
        self.heading.setText(self._say.text("History"))
        self.correct_button.setText(self._say.with_key(self._say.text("Correct"), "Ctrl+E"))
