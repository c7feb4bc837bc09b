"""The third step: the categories with which the event begins, which come from a preset or from another event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from checkin.desk.choices import Part
from checkin.desk.new_event import to_recolour
from checkin.ui.assistant import words
from checkin.ui.assistant.beginning_input import BeginningInput
from checkin.ui.assistant.step import Step

if TYPE_CHECKING:
    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Start
    from checkin.wording import Wording


class BeginningStep(Step):
    """The step in which a preset, or another event to copy, is chosen; the new event gets its categories."""

    def __init__(self, look: Appearance) -> None:
        self.beginning = BeginningInput(look)
        super().__init__(
            look,
            lambda say: say.text("With which categories does the event begin?"),
            {Part.BEGINNING: self.beginning},
        )
        self.beginning.changed.connect(self._remark)

    @classmethod
    def begin(cls, look: Appearance, _start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        return cls(look)

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        return say.text("Categories")

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step; the step before has put the days into the wish."""
        return replace(
            wish,
            like=self.beginning.like_on(wish.first_day, wish.last_day),
            with_sessions=self.beginning.with_sessions,
        )

    def summary(self) -> str:
        """The name of the chosen preset or event, and the number of its categories."""
        like, say = self.beginning.like, self._say
        count = say.many("{count} category", "{count} categories", len(like.categories))
        return f"{say.local(like.description.title)} · {count}"

    def _remark(self) -> None:
        """Name the categories that cannot be told from the answers of the doors by their colour."""
        unlucky = to_recolour(self.beginning.like)
        self.show_note(Part.BEGINNING, (lambda say: words.recolour(unlucky, say)) if unlucky else None)
