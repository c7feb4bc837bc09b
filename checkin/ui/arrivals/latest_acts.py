"""Shows the last arrivals at this desk while nobody is searched for, and names the last act on the Undo button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin.ui.arrivals.latest import latest
from checkin.ui.finding.headings import LAST_ARRIVALS
from checkin.ui.page import if_alive
from checkin.ui.undoing import nothing_here

if TYPE_CHECKING:
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.arrivals.latest import Latest
    from checkin.ui.arrivals.side import Side
    from checkin.ui.arrivals.undo_button import DeskUndoButton
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Parts


class LatestActs(QObject):
    """Shows the last arrivals at this desk in the list, and the act that can be undone on the Undo button."""

    def __init__(
        self,
        parts: Parts,
        band: AnswerBand,
        button: DeskUndoButton,
        finder: Finder,
        side: Side,
        answers: Answers,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._at = parts
        self._band = band
        self._button = button
        self._finder = finder
        self._side = side
        self._answers = answers
        self._is_cleared = False

    def show_again(self) -> None:
        """Show the last arrivals in place of a search that was cleared, whatever the band says by then."""
        self._is_cleared = True
        self.refresh()

    def refresh(self) -> None:
        """Read the last arrivals and the last act of this desk from the event file, and show them."""
        file = self._at.file
        self._at.tasks.prompt.run(
            lambda: latest(file), then=if_alive(self._button, self._show), fail=self._at.trouble, key="latest"
        )

    def to_undo(self) -> str:
        """Return the id of the act to undo, which the Undo button names; "" if nothing may be undone now.

        While the band shows an answer without anything recorded (such as a refusal), the button is hidden. Then this
        method only shows the button and the act that it would undo, and returns "", because the operator must first see
        which act would be undone.
        """
        is_shown = not self._button.isHidden()
        if self._button.has_nothing:
            self._band.show_quietly()
            self._at.trouble(nothing_here())
        elif not is_shown:
            self._answers.show_next_undo(self._button.act)
        return self._button.named if is_shown else ""

    def _show(self, known: Latest) -> None:
        self._button.name(known.undone_next)
        is_cleared, self._is_cleared = self._is_cleared, False
        is_covered = (
            self._side.is_asking and self._finder.chosen is not None
        )  # the form is about whoever is selected
        if not self._finder.is_idle or is_covered:
            return
        # Whoever was selected among the last arrivals stays selected; another list stays as long as its answer.
        is_start = self._finder.results.heading is LAST_ARRIVALS
        if self._finder.chosen is None if is_start else is_cleared or self._band.is_quiet:
            self._finder.show(known.arrived, LAST_ARRIVALS, is_chosen=False)
