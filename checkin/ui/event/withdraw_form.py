"""The question before a room, a category and so on is withdrawn; the people of a category need another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from checkin.ui.frames.form import Form
from checkin.ui.frames.inputs import choice
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from checkin.ui.appearance import Appearance, Words
    from checkin.ui.event.section import Answer


class WithdrawForm(Form[str]):
    """A form that says what belongs to a thing (a room, a category …) and, if there are several answers, asks for one.

    Nothing is chosen at the beginning, so that nobody moves people by pressing Enter out of habit. `saved` is emitted
    with the chosen `Answer`.
    """

    def __init__(self, look: Appearance, question: Words, why: Words, answers: Sequence[Answer]) -> None:
        self._answers, self._why = answers, why
        self._explained = PlainLabel(wordWrap=True)
        inputs = {"into": choice(self._entries(look), "")} if len(answers) > 1 else {}
        super().__init__(
            look,
            question,
            inputs,
            lambda _name, say: say.text("Its people go into"),
            lambda say: say.text("Withdraw"),
        )
        self._column.insertWidget(1, self._explained)
        look.in_each_language(self._explain)

    @property
    def explained(self) -> str:
        """The text about the room or category and so on, such as how many people it has."""
        return self._explained.text()

    def filled_in(self) -> Answer:
        """The chosen answer; raises ValueError if the operator has not chosen one yet."""
        if "into" not in self._inputs:
            return self._answers[0]
        box = self._inputs["into"]
        assert isinstance(box, QComboBox)  # noqa: S101 - made above
        if not box.currentData():
            self.show_wrong("into", lambda say: say.text("Choose a category."))
            raise ValueError("into")
        return self._answers[int(box.currentData())]

    def choices(self, name: str) -> Mapping[str, str] | None:
        """The answers, by their numbers."""
        del name
        return self._entries(self._look)

    def first_input(self) -> QWidget:
        """The box with the answers or, if there is nothing to choose, the button."""
        return self._inputs.get("into", self.save_button)

    def _entries(self, look: Appearance) -> dict[str, str]:
        return {str(number): answer.words(look.say) for number, answer in enumerate(self._answers)}

    def _explain(self) -> None:
        self._explained.setText(self._why(self._say))
