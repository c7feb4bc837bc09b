"""The Arrivals page: typed letters go to the search field, Enter receives a delegate, Ctrl+Z undoes the last act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout

from checkin.ui.arrivals.acts import DeskActs
from checkin.ui.arrivals.band import AnswerBand
from checkin.ui.arrivals.keys import DeskKeys
from checkin.ui.arrivals.latest_acts import LatestActs
from checkin.ui.arrivals.reception import Reception
from checkin.ui.arrivals.side import Side
from checkin.ui.arrivals.told import Told
from checkin.ui.arrivals.undo_button import DeskUndoButton
from checkin.ui.counters import CountersPanel
from checkin.ui.finding.finder import Finder
from checkin.ui.letters import is_letter
from checkin.ui.page import KeyGroup, Page
from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent

    from checkin.remembered import State
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts


_SIDE, _SIDE_IF_LOW = 2, 3
"""The share of the width that the side panel has beside the 3 of the list, usually and on a low page."""


class ArrivalsPage(Page):
    """The page on which delegates are found, received and given their badges."""

    takes_scans = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._scanners = parts.scanners
        self.finder = Finder(parts, self)
        self.side = Side(parts)
        self.counters = CountersPanel(parts)
        undo = self.add_key(
            "Ctrl+Z", lambda say: say.text("Undo"), self._undo, group=KeyGroup.UNDO, records=True
        )
        self.undo_button = DeskUndoButton(parts.file, undo, parts.look, parts.now)
        self.band = AnswerBand(self.undo_button, parts.look)
        self._acts = DeskActs(parts, self)
        self.reception = Reception(parts, self._acts, self.finder, self.side, self.band)
        answers = self.reception.answers
        self.latest = LatestActs(parts, self.band, self.undo_button, self.finder, self.side, answers, self)
        self._lay_out()
        self._desk_keys = DeskKeys(self, self.reception, self.finder, self.side, parts.stopped)
        self._connect(parts)
        self._show_person()
        if parts.stopped.why is not None:
            self._on_stopped()
        self.latest.refresh()

    # ---- what the window asks for

    @property
    def state(self) -> State:
        """The id of the selected delegate, to select them again after a restart; {} if nobody is selected."""
        chosen = self.finder.chosen
        return {"chosen": chosen.delegate.id} if chosen is not None else {}

    def take_state(self, state: State) -> None:
        """Select the delegate named in the remembered state, unless the operator has already begun another search."""
        if state.get("chosen"):
            self.finder.remember(str(state["chosen"]))

    @property
    def person(self) -> str:
        """The id of the selected delegate; the People page shows this delegate if it is opened next."""
        chosen = self.finder.chosen
        return chosen.delegate.id if chosen is not None else ""

    def on_opened(self) -> None:
        """Read the list and the last acts again.

        Unless a form or question is open, the focus moves to the search field, where the next letter begins a new
        search.
        """
        self._on_delegates_changed()
        self.latest.refresh()
        self.reception.look_at_names()
        if not self.side.is_asking:
            self.finder.begin_search()

    def on_scanned(self, text: str) -> None:
        """Record the arrival of the delegate whose badge was scanned; `text` is what the scanner has read.

        A form that the operator has begun to fill in stays open; then only the band above the list shows the answer.
        """
        self.reception.read(text)

    def take_typed(self, text: str) -> None:
        """Search for the text that was typed while the event file was being opened."""
        self.finder.search.setText(text)

    def take_photo(self, path: Path) -> bool:
        """Show the photo in this file for the selected delegate; return whether somebody is selected."""
        return self.reception.card.take_photo(path)

    def expect_unseen(self) -> None:
        """Let the next Enter receive nobody, because the operator began to type on another page."""
        self.finder.expect_unseen()

    def take_letter(self, event: QKeyEvent) -> None:
        """Type the letter into the search field; a question that nobody has begun to answer is closed."""
        self.reception.search()
        QApplication.sendEvent(self.finder.search, event)

    def fit(self, room: QSize) -> None:
        """Make the buttons smaller if the page is low; `room` is the size of the page."""
        self.side.fit(room)
        self._middle.setStretch(1, _SIDE_IF_LOW if self.side.is_low else _SIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle a key: letters go to the search field, Enter records an arrival, Esc clears the search."""
        focused = self.focusWidget()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.isAutoRepeat():
                pass  # held a moment too long: the first press was answered
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focused, QPushButton):
                focused.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.reception.enter()
            case Qt.Key.Key_Escape if not event.modifiers():
                self._clear()
            case _ if is_letter(event) and focused is not self.finder.search:
                self.take_letter(event)
            case _:
                super().keyPressEvent(event)

    # ---- what happens on the page

    def _undo(self) -> None:
        if self.reception.undoing.keeps_from_undo():
            return
        if act := self.latest.to_undo():
            self.reception.undoing.undo(act)

    def _on_typed(self, text: str) -> None:
        self.band.show_quietly()
        if not text.strip():
            self.latest.refresh()

    def _clear(self) -> None:
        """Clear the search, and close a form or question that nobody has begun to fill in.

        If the search is clear already, the focus moves to the form that was begun, where the next Esc gives it up.
        """
        if self.side.is_writing and not self.finder.search.text():
            self.reception.go_on_with_form()
            return
        self._scanners.count_anew()
        self.reception.search()
        self.finder.forget()
        self.band.show_quietly()
        self.latest.show_again()

    def _on_selected(self) -> None:
        chosen = self.finder.chosen
        self.band.choose(chosen.delegate.id if chosen is not None else "")
        if not self.side.is_writing:
            self.side.rest()
            self._show_person()

    def _on_double_clicked(self) -> None:
        if not self.finder.suggesting.take():
            self.reception.receive()

    def _show_person(self) -> None:
        chosen = self.finder.chosen
        self._desk_keys.refresh()
        self.side.show_person(chosen, self._hint())

    def _hint(self) -> Words:
        if not self.finder.search.text().strip():
            return lambda say: say.text("Scan a badge, or type letters of a name.")
        if self.finder.results.found and self.finder.suggesting.marked is None:
            return lambda _say: ""
        return self.finder.suggesting.hint()

    def _on_delegates_changed(self, changed: frozenset[str] = frozenset()) -> None:
        """Read the list again, unless this page is hidden.

        Reading a list that nobody sees would only delay the next scan on the page in front, such as the door page.
        `_on_acts_changed` follows the same rule.
        """
        if self.isVisible():
            self.finder.look_again(changed, keeps=self.side.is_writing)
            self.reception.answers.look_again()
            self.reception.card.look_at_delegation()

    def _on_stopped(self) -> None:
        """Say in the band and on the buttons that nothing is recorded, or no longer say so."""
        if self._stopped.why is None:
            self.band.go_on()
            self._show_person()
            return
        self.band.stop(
            lambda say: Told(
                VERDICT_LOOKS[Look.HELP_DESK],
                self._stopped.title(say),
                self._stopped.sentence(say),
                is_recorded=False,
            )
        )
        self._show_person()

    def _on_acts_changed(self) -> None:
        if self.isVisible():
            self.latest.refresh()

    def _on_programme_changed(self) -> None:
        """Draw the list and the card again, because names or colours of categories may have changed."""
        self.finder.list.viewport().update()
        if self.finder.chosen is not None:
            self._show_person()

    # ---- making the page

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.finder.search, 3)
        top.addWidget(self.counters, 1)
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.finder.list, 3)
        middle.addWidget(self.side, _SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.band)
        column.addLayout(middle, 1)

    def _connect(self, parts: Parts) -> None:
        self.finder.typed.connect(self._on_typed)
        self.finder.results.modelReset.connect(lambda: self.band.head(self.finder.results.heading.words))
        self._acts.begun.connect(lambda _receives: self.undo_button.hold())
        self._acts.failed.connect(self.latest.refresh)
        self.finder.selected.connect(self._on_selected)
        self.finder.known.connect(self._show_person)
        self.finder.found_for_enter.connect(self.reception.enter)
        self.finder.list.doubleClicked.connect(self._on_double_clicked)
        parts.stopped.changed.connect(self._on_stopped)
        parts.changes.delegates_changed.connect(self._on_delegates_changed)
        parts.changes.acts_changed.connect(self._on_acts_changed)
        parts.changes.programme_changed.connect(self._on_programme_changed)
