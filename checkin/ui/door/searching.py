"""The search at a door: letters typed anywhere find the person to let in by name; the same field takes codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.desk.find import find_at_door
from checkin.domain import codes
from checkin.domain.near_codes import is_like_code
from checkin.ui.appearance import Dressed
from checkin.ui.finding.finder import Finder, SearchUse
from checkin.ui.finding.results import Results, enter_chooses
from checkin.ui.plain import PlainLabel
from checkin.ui.whole_label import WholeLabel

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_PATIENCE_MS: Final = 350
"""The time after the first letter in which the letters may still turn out to come from a scanner.

A scanner may pause for 300 ms within a code, and the guests should not see a list flash up at each scan.
"""
_LONGEST: Final = 40


class DoorResults(Results):
    """The list model of the people found at a door; it has no words that a guest may not see."""

    registers_walk_ins = False
    session = ""
    """The code of the door's session; "" if there is none now."""

    def state(self, registration: Registration) -> str:
        """The word “named” if the delegate is named for the session, else “no badge” if they have none, else "".

        An arrival at the desk is not shown at a door.
        """
        if self.session in registration.invited:
            return self._say.text("named")
        return self._say.text("no badge") if registration.badge is None else ""

    def warning(self, registration: Registration) -> str:
        """The words “no badge” if the delegate is named for the session and has no badge, else "".

        Guests see the list, so nothing else is shown; the verdict will tell whether the delegate is refused.
        """
        is_named = self.session in registration.invited
        return self._say.text("no badge") if is_named and registration.badge is None else ""


def _prompt(say: Wording) -> str:
    return say.text("Name or code")


class DoorSearch(QWidget, Dressed):
    """The search for a person at a door: the list of the people found covers the verdict while the operator searches.

    The field for the search is not part of this widget: it stands in the top row of the page.
    """

    opened = Signal()
    """Emitted when letters have stood in the field for a moment, so that they do not come from a scanner."""

    emptied = Signal()
    """Emitted when the field is empty again, because its letters came from a scanner, or were deleted."""

    given_up = Signal()
    """Emitted when the operator goes back with Esc."""

    code_typed = Signal(str)
    chosen = Signal(str)
    """Emitted with the id of the delegate who is to be let in by name."""

    refused = Signal(object)
    """Emitted with the `Words` that say why Enter lets nobody in by name."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._look = parts.look
        self._file = parts.file
        self._is_exit = False
        self._session = ""
        use = SearchUse(_prompt, self._find, DoorResults, has_large_field=False)
        self.finder = Finder(parts, self, use)
        self.finder.search.setMaxLength(_LONGEST)
        self._heading = PlainLabel()
        self._heading.setProperty("tone", "strong")
        self._hint = WholeLabel()
        self._hint.setProperty("tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self.finder.list, 1)
        column.addWidget(self._hint)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self.open)
        self.finder.typed.connect(self._on_typed)
        self.finder.list.doubleClicked.connect(lambda _row: self.enter())
        self.finder.results.modelReset.connect(self._label)
        self.finder.selected.connect(self._label)
        self.is_open = False
        parts.look.in_each_language(self._label)

    @property
    def text(self) -> str:
        """The text in the search field, without spaces at its ends."""
        return self.finder.search.text().strip()

    def stand_at(self, *, is_exit: bool, session: str = "") -> None:
        """Set whether the door is an exit, and the code of its session, whose guests are found first.

        At an exit nobody can be let in by name.
        """
        self._session = session
        if isinstance(self.finder.results, DoorResults):
            self.finder.results.session = session
        if self._is_exit is not is_exit:
            self._is_exit = is_exit
            self.finder.search.ask(_code_only if is_exit else _prompt)
            self._label()

    @property
    def is_exit(self) -> bool:
        """Whether the door is an exit."""
        return self._is_exit

    def begin(self, letters: str) -> None:
        """Move the focus to the field, and insert these letters, which were typed anywhere on the page."""
        self.finder.search.setFocus()
        self.finder.search.insert(letters)

    def open(self) -> None:
        """Show the list of the people found for the text in the field; do nothing if the field is empty."""
        self._soon.stop()
        if self.text and not self.is_open:
            self.is_open = True
            self.opened.emit()

    def enter(self) -> None:
        """Handle Enter: treat the text in the field as a code, or let in by name the delegate marked in the list.

        If the list is not shown yet, it is only shown, because the operator must first see who is marked. If a
        suggestion is marked, it is only chosen. If the letters were begun on another page, the delegate found is only
        named. The next Enter then lets the delegate in. At an exit nobody is let in by name, and the operator is told
        so.
        """
        text = self.text
        if not text:
            return
        if self._is_code(text) or (self._is_exit and _has_digits(text)):
            self.put_away()
            self.code_typed.emit(text)
        elif self._is_exit:
            self.open()
            self.refused.emit(_nobody_by_name)
        elif not self.is_open:
            self.open()
        elif self.finder.has_answer and self.finder.chosen is not None:
            if self.finder.take_unseen():
                self.refused.emit(_enter_again(self.finder.chosen))
            else:
                self._let_in(self.finder.chosen)
        elif self.finder.suggesting.take():
            pass  # chosen now, and let in by the next Enter
        elif self.finder.has_answer and _has_digits(text):
            self.put_away()
            self.code_typed.emit(text)

    def _let_in(self, one: Registration) -> None:
        self.put_away()
        self.chosen.emit(one.delegate.id)

    def give_up(self) -> None:
        """Handle Esc: empty the field, close the list, and emit `given_up`."""
        self.put_away()
        self.given_up.emit()

    def put_away(self) -> None:
        """Empty the field and close the list, because the search is over."""
        self._soon.stop()
        self.is_open = False
        self.finder.forget()

    def _find(self, file: EventFile, text: str) -> list[Registration]:
        """Find people for the door's session; the search runs in the background."""
        return find_at_door(file, text, session=self._session)

    def _is_code(self, text: str) -> bool:
        return isinstance(self._file.read_code(text), codes.Code) or is_like_code(text)

    def _on_typed(self, text: str) -> None:
        if self._is_exit:
            self._label()  # what Enter does depends on the text
        if not text.strip():
            was_open = self.is_open
            self.is_open = False
            self._soon.stop()
            if was_open or self.finder.search.hasFocus():
                self.emptied.emit()
        elif not self.is_open and not self._soon.isActive():
            self._soon.start()

    def _label(self) -> None:
        say = self._say
        self._heading.setText(self.finder.results.heading.words(say))
        self._hint.setText(self._keys(say))

    def _keys(self, say: Wording) -> str:
        """The words that say what Enter and Esc do now."""
        if self._is_exit and (self._is_code(self.text) or _has_digits(self.text)):
            return say.text("Nobody is let in at an exit. Enter reads the text as a code, Esc goes back.")
        if self._is_exit:
            return f"{_nobody_by_name(say)} {say.text('Esc goes back.')}"
        results = self.finder.results
        marked = results.suggested(self.finder.list.currentIndex().row())
        if marked is not None:
            return enter_chooses(marked)(say)
        if results.is_suggesting:
            return say.text("The arrow keys choose one of these, Esc goes back.")
        if results.found:
            return say.text("Enter lets in the marked person by name, Esc goes back.")
        return say.text("Esc goes back.")


def _has_digits(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _code_only(say: Wording) -> str:
    return say.text("Type a code")


def _nobody_by_name(say: Wording) -> str:
    return say.text("Nobody is let in by name at an exit.")


def _enter_again(one: Registration) -> Words:
    name = one.delegate.titled_name
    return lambda say: say.text("Press Enter again to let in {name}.").format(name=name)
