"""Admits the person whose refusal a door shows, against the refusal, for a reason that the operator gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.scan_at_door import admit
from checkin.domain.reasons import OVERRIDE_REASONS, Why
from checkin.ui.door.reason_field import how_to_give_reason

if TYPE_CHECKING:
    from checkin.ui.door.answering import Answering
    from checkin.ui.door.operator_line import OperatorLine
    from checkin.ui.page import Parts
    from checkin.wording import Wording


class Overriding:
    """Overrides the refusal on the panel of a door, by a digit, by a button or for a reason that was typed."""

    def __init__(self, parts: Parts, answering: Answering, operator: OperatorLine) -> None:
        self._at = parts
        self._answering = answering
        self._operator = operator

    def admit(self, number: int) -> None:
        """Admit the person whose refusal is shown, for the reason with this number (from 0).

        If there is no such reason, if the refusal cannot be overridden, or if the reason for it must be typed, nobody
        is admitted, and the operator is told so. Nobody is admitted either while the screen hides the person's name; a
        screen reader then says the text for the operator once more.
        """
        known = self._answering.shown
        if self.has_nameless:
            self._operator.repeat()
        elif not self._answering.may_answer:
            return
        elif self.takes_digits and 0 <= number < len(OVERRIDE_REASONS):
            self._admit(Why(OVERRIDE_REASONS[number]))
        elif self.takes_digits:
            self._operator.remark(lambda say: say.text("Press the number of the answer."))
        elif known is not None and known.needs_words:
            self._operator.remark(how_to_give_reason)
        else:
            self._operator.remark(_nobody_to_admit)

    def admit_for_words(self, words: str) -> None:
        """Admit the blocked person whose refusal is shown, for the reason that was typed."""
        known = self._answering.shown
        if (
            known is not None
            and known.needs_words
            and self._answering.may_answer
            and not self._operator.hides(known)
        ):
            self._admit(Why.typed(words))

    @property
    def takes_digits(self) -> bool:
        """Whether the operator can admit the person whose refusal is shown by pressing the digit of a reason."""
        known = self._answering.shown
        if known is None or not known.can_be_overridden or known.needs_words or self._answering.is_covered:
            return False
        return not self._operator.hides(known)

    def _admit(self, why: Why) -> None:
        shown = self._answering.shown
        known = shown.answer if shown is not None else None
        if known is None or known.delegate is None or known.session is None:
            return
        if self._answering.leaves_former():
            return
        person, session = known.delegate.id, known.session.code
        file, staff, at = self._at.file, self._at.shift.staff, self._at.now()
        self._answering.ask(lambda: admit(file, staff, person, session, why, at))

    def choose_reason(self) -> None:
        """Admit the person for the reason whose button has the focus.

        If no such button has the focus and the refusal can be overridden, move the focus to the first reason. If nobody
        can be admitted now, say so.
        """
        if not self._answering.may_answer:
            return
        chosen, known = self._operator.focused_reason, self._answering.shown
        if chosen is not None:
            self.admit(chosen)
        elif self.has_nameless:
            self._operator.repeat()
        elif known is not None and known.can_be_overridden:
            self._operator.begin_choosing()
        else:
            self._operator.remark(_nobody_to_admit)

    @property
    def has_nameless(self) -> bool:
        """Whether the refusal on the panel could be overridden if the screen did not hide the person's name."""
        known = self._answering.shown
        if known is None or self._answering.is_covered:
            return False
        return known.can_be_overridden and self._operator.hides(known)


def _nobody_to_admit(say: Wording) -> str:
    return say.text("The panel shows nobody whom you could admit.")
