"""The form for one person on the People page; a line below a field says what may be wrong with the field's value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from checkin.desk.look_over import doubts
from checkin.ui.frames.person_form import WHOLE, PersonForm
from checkin.ui.page import if_alive
from checkin.wording import doubts as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import Delegate
    from checkin.domain.doubts import Doubt
    from checkin.ui.appearance import Words
    from checkin.ui.page import Parts

_PAUSE_MS: Final = 250
_LETTERS_BESIDE: Final = 46


class EditForm(PersonForm):
    """The form with all fields of a person, including the event's own; doubts about a value never prevent saving."""

    letters_beside = _LETTERS_BESIDE

    def __init__(self, parts: Parts, delegate: Delegate) -> None:
        """Fill the form with the details of this delegate; a delegate with the id "" is a new person."""
        event = parts.file.known_event
        super().__init__(event, parts.look, _title(delegate), delegate, (*WHOLE, *event.fields))
        self._at = parts
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._look_over)
        self.changed.connect(self._soon.start)
        self._look_over()

    @property
    def person(self) -> str:
        """The id of the person; "" for a new person."""
        return self._delegate.id

    def _look_over(self) -> None:
        file, delegate = self._at.file, self.as_filled_in
        self._at.tasks.prompt.run(
            lambda: doubts(file, delegate),
            then=if_alive(self, lambda found: self._show(found) if delegate == self.as_filled_in else None),
            fail=self._at.trouble,
            key="doubts",
        )

    def _show(self, found: Iterable[Doubt]) -> None:
        notes: dict[str, Words] = {each.field: _words(each) for each in found}
        for field in self._inputs:
            self.show_note(field, notes.get(field))


def _words(doubt: Doubt) -> Words:
    return lambda say: words_of.words(say, doubt)


def _title(delegate: Delegate) -> Words:
    if not delegate.id:
        return lambda say: say.text("Register somebody")
    return lambda say: say.text("Correct {name}").format(name=delegate.name)
