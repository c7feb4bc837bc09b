"""The forms for a new person who accompanies a delegate, or who represents an absent delegate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox

from checkin.desk.together import companion_of
from checkin.domain.delegates import Delegate, Field
from checkin.ui.arrivals.walk_in_form import WalkInForm
from checkin.ui.frames.person_form import WALK_IN

if TYPE_CHECKING:
    from checkin.domain.delegates import Value
    from checkin.ui.page import Parts


_OF_A_COMPANION: Final = (
    *WALK_IN[: WALK_IN.index(Field.CATEGORY)], Field.POSITION, Field.CATEGORY, Field.DELEGATION, Field.COUNTRY,
    Field.LANGUAGE,
)  # fmt: skip
"""The position of an accompanying person says what they are: spouse, interpreter, security officer."""
_OF_A_SUBSTITUTE: Final = (*WALK_IN, Field.POSITION)


class CompanionForm(WalkInForm):
    """The form for a person who accompanies `principal`; category, delegation, country and language are prefilled."""

    def __init__(self, parts: Parts, principal: Delegate) -> None:
        self._begun = companion_of(principal)
        super().__init__(
            parts,
            self._begun,
            title=lambda say: say.text("Accompanies {name}").format(name=principal.name),
            begun=self._begun,
            shown=_OF_A_COMPANION,
        )
        self.comes_later = QCheckBox()
        """Ticked if the person is only registered now, and will arrive later than the principal."""
        self.comes_later.toggled.connect(lambda _is_ticked: self._label_box())
        self.add_below(self.comes_later)
        parts.look.in_each_language(self._label_box)

    def filled_in(self) -> dict[str, Value]:
        """All values in the form, including the prefilled ones, and the id of the principal."""
        return _with_beginning(self._begun, super().filled_in())

    def _label_box(self) -> None:
        say = self._say
        self.comes_later.setText(say.text("Comes later: register only"))
        self._save_words = (
            (lambda say: say.text("Register"))
            if self.comes_later.isChecked()
            else lambda say: say.text("Arrive + print badge")
        )
        self._label()


class SubstituteForm(WalkInForm):
    """The form for a new person who represents `absent`; category, organisation and so on are prefilled."""

    def __init__(self, parts: Parts, absent: Delegate) -> None:
        self._begun = replace(
            Delegate(""),
            category=absent.category,
            organisation=absent.organisation,
            delegation=absent.delegation,
            country=absent.country,
            language=absent.language,
        )
        super().__init__(
            parts,
            self._begun,
            title=lambda say: say.text("Represents {name}").format(name=absent.name),
            begun=self._begun,
            shown=_OF_A_SUBSTITUTE,
            save=lambda say: say.text("Register"),
        )

    def filled_in(self) -> dict[str, Value]:
        """All values in the form, including the prefilled ones."""
        return _with_beginning(self._begun, super().filled_in())


def _with_beginning(begun: Delegate, filled: dict[str, Value]) -> dict[str, Value]:
    return {**begun.details(), **filled}
