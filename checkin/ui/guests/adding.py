"""The search beside the guests of a session: it finds a person to invite, or the person whom a row of a list means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from checkin.ui.appearance import Dressed
from checkin.ui.finding.finder import Finder, SearchUse
from checkin.ui.finding.headings import Heading
from checkin.ui.finding.results import Results
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class GuestResults(Results):
    """The list model of people who can be invited; it shows who is named for the session already."""

    registers_walk_ins = False
    session = ""
    """The code of the session."""

    def state(self, registration: Registration) -> str:
        """The word “named” if the delegate is named for the session; else the status if they are not registered."""
        return (
            self._say.text("named") if self.session in registration.invited else self._refusal(registration)
        )

    def warning(self, _registration: Registration) -> str:
        """Always "", because `state` shows the status."""
        return ""


_AMONG_ALL = SearchUse(lambda say: say.text("Letters of a name"), results=GuestResults, has_large_field=False)
_NOBODY_YET = Heading(
    lambda say: say.text("Invite by name"),
    lambda say: say.text(
        "Type letters of a name, then Enter. Or paste a list: one reference or name in each line."
    ),
)


def _invites(say: Wording) -> str:
    return say.text("Enter invites")


def _chooses(say: Wording) -> str:
    return say.text("Enter chooses")


class Adding(QWidget, Dressed):
    """A search field with the list of the people found; a line above says what the search is for."""

    chosen = Signal(object)
    """Emitted with the `Registration` of the person who was chosen with Enter or a double click."""

    list_pasted = Signal()
    """Emitted when the operator pastes several lines into the field, which are a list."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = parts.look
        self.finder = Finder(parts, self, _AMONG_ALL)
        self._asked = PlainLabel(wordWrap=True)
        self._asked.setProperty("tone", "strong")
        self._heading = PlainLabel(wordWrap=True)
        self._heading.setProperty("tone", "muted")
        self._question: Words = _NOBODY_YET.words
        self._enter_does: Words = _invites
        self._offered: tuple[Registration, ...] = ()
        self._rest = _NOBODY_YET
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._asked, self.finder.search, self._heading):
            column.addWidget(widget)
        column.addWidget(self.finder.list, 1)
        self.marked = PlainLabel(wordWrap=True)
        """Who is marked, with all that tells people of one name apart, and what Enter does."""
        column.addWidget(self.marked)
        self.finder.search.installEventFilter(self)
        self.finder.list.doubleClicked.connect(lambda _row: self.enter())
        self.finder.selected.connect(self._show_marked)
        self.finder.known.connect(self._show_marked)
        self.finder.typed.connect(self._on_typed)
        self.finder.results.modelReset.connect(self._label)
        parts.look.in_each_language(self._label)
        self.ask_whom_to_invite("")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed, and nobody is marked."""
        return not self.finder.search.text().strip() and self.finder.chosen is None

    def ask_whom_to_invite(self, session: str) -> None:
        """Empty the search; from now on it finds people to invite to the session with this code."""
        if isinstance(self.finder.results, GuestResults):
            self.finder.results.session = session
        self._enter_does = _invites
        self._begin(_NOBODY_YET.words, (), _NOBODY_YET)

    def ask(self, question: Words, candidates: Sequence[Registration], if_none: Words) -> None:
        """Ask which person a row of a list means, and offer these candidates; none of them is marked.

        `if_none` are the words that are shown if there are no candidates.
        """
        heading = Heading(lambda say: say.text("Choose one, or search") if candidates else "", if_none)
        self._enter_does = _chooses
        self._begin(question, candidates, heading)

    def enter(self) -> None:
        """Choose the marked person. If a suggestion is marked, select it as if found; the next Enter chooses it."""
        if self.finder.has_answer and self.finder.chosen is not None:
            self.chosen.emit(self.finder.chosen)
        else:
            self.finder.suggesting.take()

    def insert(self, letters: str) -> None:
        """Move the focus to the field, and insert these letters, which were typed elsewhere."""
        self.finder.search.setFocus()
        self.finder.search.insert(letters)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Treat several lines that are pasted into the field as a list, and emit `list_pasted`."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QApplication.clipboard().text().strip()
        if "\n" in text or "\t" in text:
            self.list_pasted.emit()
            return True
        return False

    def _begin(self, question: Words, found: Sequence[Registration], heading: Heading) -> None:
        self._question, self._offered, self._rest = question, tuple(found), heading
        self.finder.forget()
        self._on_typed("")

    def _on_typed(self, text: str) -> None:
        """Show again who was offered once the field is empty, so that Enter chooses nobody found by former letters."""
        if not text.strip():
            self.finder.show(self._offered, self._rest, is_chosen=False)
        self._label()

    def _show_marked(self) -> None:
        chosen, told = self.finder.chosen, ""
        marked = self.finder.results.suggested(self.finder.list.currentIndex().row())
        if marked is not None:
            name = marked.delegate.titled_name
            told = self._say.text("Enter chooses {name}.").format(name=name)
        elif chosen is not None:
            delegate = chosen.delegate
            known = (
                delegate.titled_name, delegate.titled_other_name, delegate.position,
                delegate.organisation or delegate.native_organisation, delegate.reference,
            )  # fmt: skip
            told = " · ".join(filter(None, (*known, self._enter_does(self._say))))
        elif not self.is_empty and self.finder.has_answer and not self.finder.results.rowCount():
            told = self._say.text(
                "Who is not in the event yet comes in first: Ctrl+I brings a list in; on Arrivals (F2), Ctrl+N "
                "registers one person."
            )
        self.marked.setText(told)
        self.marked.setVisible(bool(told))

    def _label(self) -> None:
        say = self._say
        self._asked.setText(self._question(say))
        heading = self.finder.results.heading
        self._heading.setText("" if heading is _NOBODY_YET else heading.words(say))
        self._heading.setVisible(bool(self._heading.text()))
        self._show_marked()
