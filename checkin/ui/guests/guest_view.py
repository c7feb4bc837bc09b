"""The view of those who are named for one session, shown in place of the day on the Programme page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin.desk.invite import Wish
from checkin.ui.announcing import announce
from checkin.ui.appearance import Dressed
from checkin.ui.elided import ElidedLabel
from checkin.ui.frames.shown_stack import ShownStack
from checkin.ui.frames.side_panel import SidePanel
from checkin.ui.guests.adding import Adding
from checkin.ui.guests.guest_form import GuestForm
from checkin.ui.guests.guest_table import GuestTable
from checkin.ui.guests.guest_words import invited_in_words, sums_in_words
from checkin.ui.guests.guest_work import GuestWork
from checkin.ui.guests.list_check import ListCheck
from checkin.ui.guests.lists import GuestLists
from checkin.ui.letters import is_letter
from checkin.ui.plain import set_tool_tip
from checkin.ui.rows import row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from checkin.desk.invite import Invited
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_AT_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDE_LETTERS: Final = 44
_SIDE_SHARE: Final = 0.34


class GuestView(QWidget, Dressed):
    """The table of the people invited to a session, with a search that adds people, or a list that is looked over.

    Every change is one act, which the page's Undo button undoes.
    """

    closed = Signal()
    """Emitted when the organiser goes back to the sessions."""

    told = Signal(object)
    """Emitted with the `Words` that say what was done."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._at, self._look = parts, parts.look
        self._wanted: frozenset[str] = frozenset()
        """The id of who was just invited, whose row is selected once it is there."""
        self.work = GuestWork(parts, self)
        self._make_widgets(parts)
        self._lay_out()
        self._connect()
        parts.look.in_each_language(self._label)
        parts.look.colours_changed.connect(self._label)

    @property
    def session(self) -> str:
        """The code of the session whose guests are shown; "" if none are."""
        return self.work.session

    @property
    def is_begun(self) -> bool:
        """Whether the organiser has decided something about a list that is checked, or a form is half filled in."""
        return self.lists.is_begun or self.panel.is_writing

    def open(self, session: str) -> None:
        """Show who is named for the session with this code."""
        self.panel.rest()
        self.main.setCurrentWidget(self.table)
        self.adding.ask_whom_to_invite(session)
        self.work.turn_to(session)
        self._show_session()
        self.take_focus()

    def close_session(self) -> None:
        """Show the guests of no session from now on."""
        self.panel.rest()
        self.main.setCurrentWidget(self.table)
        self.work.turn_to("")

    def take_focus(self) -> None:
        """Move the focus to where the organiser goes on."""
        if self.panel.is_asking:
            self.panel.go_on()
        elif self.lists.is_checking:
            self.check.take_focus()
        else:
            self.adding.finder.search.setFocus()

    def fit(self, width: int) -> None:
        """Give the side panel its share of the page's width."""
        letters = self.fontMetrics().averageCharWidth() * _SIDE_LETTERS
        self.panel.setFixedWidth(min(letters, round(width * _SIDE_SHARE)))

    # ---- what the organiser does

    def paste(self) -> None:
        """Look over the list that is in the clipboard: find whom each row means."""
        self._unless_writing(self.lists.paste)

    def choose_sheet(self) -> None:
        """Let the organiser choose the file of a list, and look the list over."""
        self._unless_writing(lambda: self.lists.choose_sheet(self))

    def look_at(self, path: Path) -> None:
        """Look over the list in the file at this path: find whom each row means."""
        self._unless_writing(lambda: self.lists.look_at(path))

    def invite_listed(self) -> None:
        """Invite the people who were found in the list that is being looked over."""
        if self.lists.is_checking:
            self.check.invite_button.click()

    def _unless_writing(self, act: Callable[[], object]) -> None:
        """Close an open form and act, unless the form is half filled in."""
        if self.panel.is_writing:
            self.panel.go_on()
        else:
            self.panel.rest()
            act()

    def change(self) -> None:
        """Open the form for the selected guests who are still named."""
        guests = [each for each in self.table.selected if not each.naming.withdrawn]
        if self.panel.is_writing:
            self.panel.go_on()
        elif guests:
            form = GuestForm(self._look, guests)
            form.saved.connect(lambda wishes: self._on_saved(form, wishes))
            form.given_up.connect(self._close_form)
            self.panel.ask(form)

    def withdraw(self) -> None:
        """Withdraw the invitations of the selected guests; if all are withdrawn already, bring them back."""
        there = [each for each in self.table.selected if not each.naming.withdrawn]
        wishes = [
            Wish(each.registration.delegate.id, withdraw=bool(there)) for each in there or self.table.selected
        ]
        if wishes:
            self._record(wishes)

    def leave(self) -> None:
        """Handle Esc: close the form, the search, the looked-over list or the guests, whichever was opened last."""
        if self.panel.is_asking:
            self.panel.go_on() if self.panel.is_writing else self._close_form()
        elif self.adding.finder.search.text():
            self.adding.finder.forget()
        elif self.lists.is_checking:
            self.lists.escape()
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Enter in the search, and Esc; a letter begins a search."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() != Qt.Key.Key_Escape:
            self.lists.keep()
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.leave()
        elif is_enter and self.adding.finder.search.hasFocus():
            if not event.isAutoRepeat():
                self._on_enter()
        elif is_letter(event) and event.key() != Qt.Key.Key_Space and not self.panel.is_asking:
            self.adding.insert(event.text())
        else:
            super().keyPressEvent(event)

    # ---- what follows

    def _on_enter(self) -> None:
        """Choose the person marked in the search; while nothing is typed, change who was invited last."""
        if self.adding.is_empty and not self.lists.is_checking:
            self._at.stopped.unless(self.change)()
        else:
            self.adding.enter()

    def _on_chosen(self, registration: Registration) -> None:
        if self.lists.is_checking:
            self.lists.choose(registration)
        else:
            self._wanted = frozenset([registration.delegate.id])
            self._record([Wish(registration.delegate.id)])
            self.adding.ask_whom_to_invite(self.session)

    def _on_wanted(self) -> None:
        """Invite those who are found; rows that are unclear stay in the check."""
        wishes = self.check.known.wishes
        if wishes:
            self._record(wishes, self.lists.end)

    def _on_saved(self, form: GuestForm, wishes: Sequence[Wish]) -> None:
        if self._at.stopped.why is not None:
            form.reopen()
        self._record(
            wishes, self._close_form, lambda error: form.show_trouble(lambda say: say.trouble(error)[1])
        )

    def _close_form(self) -> None:
        self.panel.rest()
        self.table.view.setFocus()

    def _record(
        self,
        wishes: Sequence[Wish],
        then: Callable[[], object] = lambda: None,
        fail: Callable[[CheckinError], object] | None = None,
    ) -> None:
        """Carry out these wishes, say what was done, and call `then`."""

        def on_done(invited: tuple[Invited, ...], act: str) -> None:
            then()
            self._tell(_done(invited, act))

        self._at.stopped.unless(lambda: self.work.record(wishes, on_done, fail))()

    def _tell(self, words: Words) -> None:
        self.told.emit(words)
        announce(self, words(self._say))

    # ---- the screen

    def _show_session(self) -> None:
        """Show the title of the session; if it is not in the programme any more, go back to the sessions."""
        session = self._at.file.known_event.sessions.get(self.session)
        if self.session and (session is None or session.withdrawn):
            self.closed.emit()
        elif session is not None:
            self.title.setText(self._say.local(session.title) or session.code)

    def _show_guests(self) -> None:
        """Show those who are named, and select who was just invited."""
        self.table.show_guests(self.work.known, self._wanted)
        if not self._wanted.isdisjoint(each.registration.delegate.id for each in self.work.known.named):
            self._wanted = frozenset()
        self.sums.setText(sums_in_words(self._say, self.work.known))

    def _label(self) -> None:
        say = self._say
        self.back_button.setText(say.with_key(say.text("Sessions"), "Esc"))
        self.sums.setText(sums_in_words(say, self.work.known))
        set_tool_tip(
            self.sums,
            say.text(
                "Invited, accept, decline and expected count the persons who come with the invited too; entered and "
                "inside count the badges read of the invited."
            ),
        )
        self._show_session()
        self.lists.ask()

    # ---- making the view

    def _make_widgets(self, parts: Parts) -> None:
        look = parts.look
        self.title, self.sums = ElidedLabel(), ElidedLabel(_AT_THE_RIGHT)
        look.put_font(self.title, 1.2, bold=True)
        look.put_font(self.sums, 1.0, bold=True)
        self.back_button = QPushButton()
        look.put_icon(self.back_button, "arrow-left")
        self.table = GuestTable(look)
        self.adding = Adding(parts)
        self.panel = SidePanel(self.adding)
        self.check = ListCheck(parts)
        self.main = ShownStack()
        self.lists = GuestLists(parts, self.main, self.check, self.adding, self.work)

    def _lay_out(self) -> None:
        self.main.addWidget(self.table)
        self.main.addWidget(self.check)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.main, 1)
        both.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row(self.back_button, (self.title, 3), (self.sums, 2)))
        column.addLayout(both, 1)

    def _connect(self) -> None:
        unless = self._at.stopped.unless
        self.work.changed.connect(self._show_guests)
        self._at.changes.programme_changed.connect(self._show_session)
        self.table.view.opened.connect(unless(self.change))
        self.table.view.withdrawn.connect(self.withdraw)
        self.table.change_button.clicked.connect(unless(self.change))
        self.table.withdraw_button.clicked.connect(self.withdraw)
        self.table.paste_button.clicked.connect(self.paste)
        self.table.sheet_button.clicked.connect(self.choose_sheet)
        self.back_button.clicked.connect(self.closed)
        self.adding.chosen.connect(self._on_chosen)
        self.adding.list_pasted.connect(self.paste)
        self.check.wanted.connect(self._on_wanted)
        self.lists.told.connect(self._tell)
        self.lists.ended.connect(self.take_focus)


def _done(invited: Sequence[Invited], act: str) -> Words:
    """The words for what was done: whom it was about, or that nothing had to be changed."""
    if not act:
        return lambda say: say.text("Nothing had to be changed.")
    number, gone = len(invited), sum(each.naming.withdrawn for each in invited)
    if number == 1:
        name = invited[0].name
        if gone:
            return lambda say: say.text("{name} is not invited any more.").format(name=name)
        return lambda say: invited_in_words(say, name, invited[0].naming)
    if gone:
        return lambda say: say.many(
            "{count} person is not invited any more.", "{count} persons are not invited any more.", number
        )
    return lambda say: say.many("{count} person is invited.", "{count} persons are invited.", number)
