"""Says in the assistant what is chosen and what is wrong: in the list of steps, and beside the inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.choices import Part, Wrong
from checkin.desk.new_event import faults
from checkin.ui.appearance import Dressed
from checkin.ui.assistant import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from checkin.desk.new_event import Wish
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.forms import Forms
    from checkin.ui.assistant.step import Step
    from checkin.ui.assistant.step_list import StepList

_MISSING: Final = frozenset({Wrong.NO_TITLE, Wrong.NO_NAME})
"""What is not wrong but missing; it is told only when the step was left, or when the event is to be made."""


class Remarks(Dressed):
    """What the assistant says of the choices.

    What is only missing is said beside its input when the event is to be made, and in the list when the step was left.
    """

    def __init__(self, look: Appearance, forms: Forms, steps: StepList) -> None:
        self._look, self._forms, self._list = look, forms, steps
        self.left: set[Step] = set()
        """The steps that the operator has left."""
        self.troubles: dict[Part, CheckinError] = {}
        """The errors that the disk has told, by the choice concerned."""
        self.taken: Path | None = None
        """The path that the wish names and at which a file is already."""
        self.is_tried = False
        """Whether the operator has tried to make the event."""

    def faults(self, wish: Wish) -> dict[Part, Wrong]:
        """What is wrong with the wish or with what is typed, by the choice concerned."""
        no_day = {part: Wrong.NO_DAY for part, day in self._forms.when.days.items() if not day.is_day}
        found = faults(wish) | no_day
        if wish.folder is None or not wish.folder.is_absolute():
            found[Part.FOLDER] = Wrong.NO_FOLDER
        elif wish.file == self.taken:
            found[Part.NAME] = Wrong.NAME_TAKEN
        return found

    def is_missing(self, wrong: Wrong) -> bool:
        """Whether a choice is not wrong, but still missing or being typed."""
        match wrong:
            case Wrong.NO_ZONE:
                return not self._forms.when.zone.is_searched
            case Wrong.NO_DAY:
                return any(day.is_being_typed for day in self._forms.when.days.values())
            case _:
                return wrong in _MISSING

    def tell(self) -> None:
        """Say what is chosen and what is wrong: in the list of steps, and beside the inputs."""
        wish = self._forms.wish()
        found = self.faults(wish)
        for number, (step, button) in enumerate(zip(self._forms.all, self._list.buttons, strict=True)):
            own = {part: found[part] for part in step.parts if part in found}
            for part in step.parts:
                self._tell_beside(step, part, own.get(part), wish)
            told = [wrong for wrong in own.values() if step in self.left or not self.is_missing(wrong)]
            is_wrong = bool(told) or any(part in self.troubles for part in step.parts)
            chosen = words.wrong(told[0], wish, self._say) if told else step.summary()
            self._list.show_step(number, chosen, is_wrong=is_wrong)
            button.setChecked(step is self._forms.shown)

    def show_wrong(self, step: Step, wrong: Mapping[Part, Wrong], wish: Wish) -> None:
        """Say beside the inputs of the step what is wrong, and move the focus to the first of them."""
        for part, what in wrong.items():
            step.show_wrong(part, lambda say, what=what: words.wrong(what, wish, say))  # type: ignore[misc]

    def _tell_beside(self, step: Step, part: Part, wrong: Wrong | None, wish: Wish) -> None:
        trouble = self.troubles.get(part)
        if trouble is not None:
            step.show_wrong(part, lambda say: say.about(*say.trouble(trouble)), is_being_typed=True)
        elif wrong is None or (self.is_missing(wrong) and not self.is_tried):
            step.hide_wrong(part)
        elif step.wrong().get(part) != words.wrong(wrong, wish, self._say):
            step.show_wrong(part, lambda say: words.wrong(wrong, wish, say), is_being_typed=True)
