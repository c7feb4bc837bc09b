"""The form for a walk-in (a person on no list); while the name is typed, it lists delegates with a similar name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from checkin.desk.suggest import look_alikes
from checkin.domain.delegates import Delegate, Field
from checkin.ui.arrivals.look_alikes import LookAlikes
from checkin.ui.frames.inputs import content_of, when_changed
from checkin.ui.frames.person_form import NAMES, WALK_IN, PersonForm
from checkin.ui.page import if_alive

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_MOST: Final = 5
_FEWEST_LETTERS: Final = 2


class WalkInForm(PersonForm):
    """The form that registers a person who is on no list; it opens with the name in `proposed` filled in.

    While the operator types the name, the form lists known delegates with a similar name.
    """

    taken = Signal(object)
    """Emitted with the registration of a look-alike who is to be received instead."""

    def __init__(
        self,
        parts: Parts,
        proposed: Delegate,
        *,
        title: Words = lambda say: say.text("On-site registration: not on the list"),
        begun: Delegate | None = None,
        shown: tuple[Field, ...] = WALK_IN,
        save: Words = lambda say: say.text("Arrive + print badge"),
    ) -> None:
        """`begun` holds values that are filled in at the beginning, and that do not count as typed by the operator."""
        super().__init__(
            parts.file.known_event,
            parts.look,
            title,
            begun or Delegate(""),
            shown,
            proposed=proposed,
            save=save,
        )
        self._at = parts
        self.look_alikes = LookAlikes(parts)
        self.look_alikes.taken.connect(self.taken)
        self.look_alikes.marked.connect(lambda is_marked: self.let_enter_save(not is_marked))
        self.look_alikes.attend(map(self.input, shown))
        self.add_below(self.look_alikes)
        for field in NAMES:
            when_changed(self.input(field), self._ask)
        self._ask()

    def first_input(self) -> QWidget:
        """The input that gets the focus when the form opens.

        If the form opens with a family name but no given name, this is the input of the given name, because the
        operator may go on typing the name; in the box of categories the letters would choose a category. Otherwise it
        is the first required input that is empty.
        """
        is_half_a_name = bool(self._proposed.family_name) and not self._proposed.given_name
        return self.input(Field.GIVEN_NAME) if is_half_a_name else super().first_input()

    def _ask(self) -> None:
        """Look for delegates whose names are like the name in the form."""
        name, file = self._name, self._at.file
        if len(name) < _FEWEST_LETTERS:
            self.look_alikes.show_those(())
            return
        self._at.tasks.prompt.run(
            lambda: look_alikes(file, name, _MOST),
            then=if_alive(
                self, lambda found: self.look_alikes.show_those(found) if name == self._name else None
            ),
            fail=self._at.trouble,
            key="look-alikes",
        )

    @property
    def _name(self) -> str:
        """The name in the form: the Latin one, or the native one where there is no other."""
        family, given, native = (str(content_of(self.input(field))).strip() for field in NAMES)
        return f"{family} {given}".strip() or native
