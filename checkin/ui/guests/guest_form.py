"""The form for the answer, the seat and the number of persons of one or several guests of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox

from checkin.desk.invite import LONGEST_SEAT, MOST_PERSONS, Wish
from checkin.domain.naming import GIVEN, Answer
from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import TextLine, choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checkin.desk.guests import NamedGuest
    from checkin.ui.appearance import Appearance
    from checkin.wording import Wording

ANSWER, SEAT, PERSONS = "answer", "seat", "persons"
_FEW: Final = 1


class GuestForm(Form[str]):
    """A form for one or several guests, filled in with the values that all of them have in common.

    An input that the operator does not change stays as it is for each guest. `saved` is emitted with a list of `Wish`,
    one for each guest.
    """

    def __init__(self, look: Appearance, guests: Sequence[NamedGuest]) -> None:
        self._guests = tuple(guests)
        namings = [each.naming for each in guests]
        answer = _common(each.answer.value for each in namings)
        seat, persons = _common(each.seat for each in namings), _common(str(each.persons) for each in namings)
        self._before = {SEAT: seat or "", PERSONS: persons or ""}
        self._look = look
        inputs = {
            ANSWER: choice(_answers(look.say), answer or ""),
            SEAT: TextLine(seat or "", maxLength=LONGEST_SEAT),
            PERSONS: TextLine(persons or ""),
        }
        name, number = guests[0].registration.delegate.titled_name, len(guests)
        super().__init__(
            look,
            lambda say: name if number == _FEW else say.many("{count} person", "{count} persons", number),
            inputs,
            _label_of,
        )
        look.in_each_language(self._hint)

    def choices(self, name: str) -> Mapping[str, str] | None:
        """The answers, each with its words."""
        return _answers(self._say) if name == ANSWER else None

    def filled_in(self) -> list[Wish]:
        """The wish for each guest; raises ValueError if the number of persons is not possible."""
        answer, seat, persons = self._inputs[ANSWER], self._line(SEAT), self._line(PERSONS)
        is_number = persons.isdecimal() and 1 <= int(persons) <= MOST_PERSONS
        if persons != self._before[PERSONS] and not is_number:
            self.show_wrong(PERSONS, _no_number)
            raise ValueError(PERSONS)
        assert isinstance(answer, QComboBox)  # noqa: S101 - made above
        said = str(answer.currentData() or "")
        return [
            Wish(
                each.registration.delegate.id,
                Answer(said) if said else None,
                seat if seat != self._before[SEAT] else None,
                int(persons) if persons != self._before[PERSONS] else None,
            )
            for each in self._guests
        ]

    def _line(self, name: str) -> str:
        widget = self._inputs[name]
        assert isinstance(widget, TextLine)  # noqa: S101 - made above
        return " ".join(widget.text().split())

    def _hint(self) -> None:
        """Say in each empty line that the guests keep what they have, if that differs."""
        for name, differs in (
            (SEAT, len({each.naming.seat for each in self._guests}) > 1),
            (PERSONS, len({each.naming.persons for each in self._guests}) > 1),
        ):
            widget = self._inputs[name]
            if isinstance(widget, TextLine) and differs:
                widget.setPlaceholderText(self._say.text("as it is for each"))


def _answers(say: Wording) -> dict[str, str]:
    return {each.value: say.answer(each) for each in (*GIVEN, Answer.NONE)}


def _common(values: Iterable[str]) -> str | None:
    """The value that all have, None if they differ."""
    known = set(values)
    return known.pop() if len(known) == 1 else None


def _label_of(name: str, say: Wording) -> str:
    return {
        ANSWER: say.text("Answer"),
        SEAT: say.text("Seat or table"),
        PERSONS: say.text("Persons, with their company"),
    }[name]


def _no_number(say: Wording) -> str:
    return say.text("Write a number from 1 to {most}.").format(most=MOST_PERSONS)
