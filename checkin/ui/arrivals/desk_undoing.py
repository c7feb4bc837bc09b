"""Undoes acts of this desk on the Arrivals page, and brings them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.undoing import Undos

if TYPE_CHECKING:
    from checkin.desk.undo import Undoing
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.asking import Asking
    from checkin.ui.arrivals.side import Side


class DeskUndoing:
    """Undoes acts and brings them back, unless the keys mean an open form."""

    def __init__(self, acts: DeskActs, side: Side, answers: Answers, asking: Asking) -> None:
        self._acts = acts
        self._side = side
        self._answers = answers
        self._asking = asking
        self._undos = Undos()

    def keeps_from_undo(self) -> bool:
        """Whether no act may be undone or brought back now, because Undo and Redo are meant for the open form.

        In a line of text these keys take letters back and never an act. Otherwise one press too many would undo the
        arrival of a former guest. If the result is True, the band tells the operator so.
        """
        if self._side.has_text_cursor and not self._side.is_writing:
            self._answers.show_form_is_kept()
            return True
        return self._asking.keeps_form()

    def undo(self, act: str) -> None:
        """Undo the act with this id, which the Undo button has named.

        An open question is closed first, because it may ask about what the act did.
        """
        self._asking.back()
        self._acts.undo(self._on_undone, act)

    def redo(self) -> None:
        """Bring back the act that was undone last, and the next time the act undone before that one.

        If nothing is left to bring back, the operator is told so. An open question is closed first, as `undo` does.
        """
        if self.keeps_from_undo():
            return
        self._asking.back()
        if act := self._undos.take_newest():
            self._acts.undo(self._answers.show_undone, act)
        else:
            self._answers.show_why_not(lambda say: say.text("There is nothing to bring back."))

    def _on_undone(self, undoing: Undoing) -> None:
        self._undos.add(undoing)
        self._answers.show_undone(undoing)
