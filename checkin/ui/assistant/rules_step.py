"""The fourth step: the rules of admission, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from checkin.desk.choices import Part
from checkin.domain.programme import DoorWords, Exits, NotArrived, Policy
from checkin.ui.assistant import words
from checkin.ui.assistant.beginning_input import proposed
from checkin.ui.assistant.step import Step
from checkin.ui.elided import ElidedCombo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QComboBox

    from checkin.desk.new_event import Wish
    from checkin.ui.appearance import Appearance
    from checkin.ui.assistant.step import Start
    from checkin.wording import Wording

_LETTERS = 20


class RulesStep(Step):
    """The step with the rules for people who have not come to the desk, for leaving, and for the words of a refusal.

    Until the operator changes a rule, the proposed rules are those of the chosen preset or event.
    """

    def __init__(self, look: Appearance, proposed: Policy) -> None:
        self._proposed = proposed
        say = look.say
        self._boxes = {
            Part.NOT_ARRIVED: _box(words.not_arrived(say)),
            Part.EXITS: _box(words.exits(say)),
            Part.DOOR_WORDS: _box(words.door_words(say)),
        }
        self._show(proposed)
        super().__init__(
            look,
            lambda say: say.text("Who is let in, and what do the doors say?"),
            self._boxes,
        )

    @property
    def policy(self) -> Policy:
        """The rules that are chosen."""
        return Policy(
            NotArrived(self._boxes[Part.NOT_ARRIVED].currentData()),
            Exits(self._boxes[Part.EXITS].currentData()),
            DoorWords(self._boxes[Part.DOOR_WORDS].currentData()),
        )

    @classmethod
    def begin(cls, look: Appearance, _start: Start, /) -> Self:
        """Make the step with what is proposed in it at the start."""
        return cls(look, proposed().policy)

    @staticmethod
    def name(say: Wording) -> str:
        """The name of the step in the list of steps."""
        return say.text("Rules")

    def add_to(self, wish: Wish) -> Wish:
        """The wish with what is chosen in this step."""
        return replace(wish, policy=self.policy)

    def summary(self) -> str:
        """The rule for those who have not come to the desk."""
        return words.not_arrived(self._say)[self.policy.not_arrived]

    def propose(self, policy: Policy) -> None:
        """Choose these rules, unless the operator has changed the rules that were proposed before."""
        is_proposed = self.policy == self._proposed
        self._proposed = policy
        if is_proposed:
            self._show(policy)

    def choices(self, name: Part) -> Mapping[str, str] | None:
        """The rules in the window's language."""
        match name:
            case Part.NOT_ARRIVED:
                return words.not_arrived(self._say)
            case Part.EXITS:
                return words.exits(self._say)
            case _:
                return words.door_words(self._say)

    def _show(self, policy: Policy) -> None:
        for part, rule in (
            (Part.NOT_ARRIVED, policy.not_arrived),
            (Part.EXITS, policy.exits),
            (Part.DOOR_WORDS, policy.door_words),
        ):
            self._boxes[part].setCurrentIndex(self._boxes[part].findData(rule.value))


def _box(entries: Mapping[str, str]) -> QComboBox:
    box = ElidedCombo(_LETTERS)
    for kept, sentence in entries.items():
        box.addItem(sentence, str(kept))
    return box
