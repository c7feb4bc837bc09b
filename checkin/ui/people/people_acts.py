"""The actions of the People page: register, correct or change people, and choose the columns of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.domain.delegates import Delegate
from checkin.ui.page import if_alive
from checkin.ui.people.change_form import ChangeForm
from checkin.ui.people.columns_panel import ColumnsPanel
from checkin.ui.people.edit_form import EditForm

if TYPE_CHECKING:
    from checkin.desk.change_many import ManyChanged
    from checkin.domain.listing import ListColumn
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.ui.frames.form import Form
    from checkin.ui.frames.panel import Panel
    from checkin.ui.frames.side_panel import SidePanel
    from checkin.ui.page import Parts
    from checkin.ui.people.change_form import Change
    from checkin.ui.people.people_list import PeopleList
    from checkin.ui.people.people_work import PeopleWork
    from checkin.ui.people.person_panel import PersonPanel


class PeopleActs(QObject):
    """Opens the forms of the People page beside the table, and records what the operator fills in."""

    told = Signal(object)
    """Emitted with the `Words` that say what was done; None if there is nothing to say."""

    opened = Signal()
    """Emitted when a form or question was opened or closed, so that the page can adapt its layout."""

    def __init__(
        self, parts: Parts, work: PeopleWork, people: PeopleList, side: SidePanel, person: PersonPanel
    ) -> None:
        super().__init__(side)
        self._at, self._work, self._people = parts, work, people
        self._side, self._person = side, person

    def correct(self) -> None:
        """Open the form that corrects the selected person."""
        if self._person.person is not None and not self._is_held():
            self._open_form(self._person.person.delegate)

    def register(self) -> None:
        """Open an empty form for a new person."""
        if not self._is_held():
            self._open_form(Delegate(""))

    def change_many(self) -> None:
        """Open the form that changes the selected people, or all shown people."""
        if self._is_held() or self._work.is_busy or not self._people.ids:
            return
        form = ChangeForm(self._at, self._people.table.selected, list(self._people.ids))
        form.saved.connect(lambda change: self._change(form, change))
        self.open(form)

    def choose_columns(self) -> None:
        """Open the panel in which the operator chooses the columns."""
        if self._is_held():
            return
        panel = ColumnsPanel(self._at.look, self._people.table.columns)
        panel.chosen.connect(self._show_columns)
        self.open(panel)

    def open(self, panel: Panel) -> None:
        """Show this form or question beside the table."""
        self.told.emit(None)
        panel.given_up.connect(self.close)
        panel.asked_to_give_up.connect(
            lambda: self.told.emit(lambda say: say.text("Esc once more gives up what was filled in."))
        )
        self._side.ask(panel)
        self.opened.emit()

    def close(self) -> None:
        """Close the open form or question without an answer."""
        self._people.table.setFocus()  # else Qt would move the focus off the page
        self._side.rest()
        self.opened.emit()
        self._people.table.setFocus()

    def _is_held(self) -> bool:
        """Whether something would be lost in the open form; then the focus goes back to the form."""
        if self._side.is_writing:
            self._side.go_on()
        return self._side.is_writing

    def _open_form(self, delegate: Delegate) -> None:
        form = EditForm(self._at, delegate)

        def then(changed: Registration) -> None:
            self.close()
            self._people.go_to(changed.delegate.id)
            name, is_new = changed.delegate.name, not delegate.id
            self.told.emit(
                lambda say: say.about(name, say.text("registered") if is_new else say.text("corrected"))
            )

        def fail(error: CheckinError) -> None:
            _show_error(form, error)

        def save(details: object) -> None:
            if not details and delegate.id:
                self.close()
                return
            self._work.correct(form.person, details, if_alive(form, then), if_alive(form, fail))  # type: ignore[arg-type]

        form.saved.connect(save)
        self.open(form)

    def _change(self, form: ChangeForm, change: Change) -> None:
        def then(done: ManyChanged) -> None:
            self.close()
            number = done.number
            self.told.emit(
                lambda say: (
                    say.many("{count} person changed", "{count} people changed", number)
                    if number
                    else say.text("Nobody had another value: nothing was changed.")
                )
            )

        def fail(error: CheckinError) -> None:
            _show_error(form, error)

        self._work.change(
            change.people, change.code, change.value, if_alive(form, then), if_alive(form, fail)
        )

    def _show_columns(self, columns: tuple[ListColumn, ...]) -> None:
        self.close()
        self._people.show_columns(columns)


def _show_error(form: Form[str], error: CheckinError) -> None:
    form.show_trouble(lambda say: " ".join(say.trouble(error)))
