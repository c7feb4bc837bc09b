"""What can be done with the selected delegate, besides receiving them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.asking import Asking
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.finder import Finder


class CardActs(QObject):
    """Does what the keys ask for that stand beside the card of the selected delegate.

    While a form is partly filled in, the keys do nothing but say so.
    """

    prepared = Signal()
    """Emitted when an act has begun that only prepares the arrival of the delegate."""

    def __init__(self, acts: DeskActs, finder: Finder, side: Side, answers: Answers, asking: Asking) -> None:
        super().__init__(side)
        self._acts = acts
        self._finder = finder
        self._side = side
        self._answers = answers
        self._asking = asking

    def correct(self) -> None:
        """Open the form that corrects the recorded details of the selected delegate."""
        chosen = self._chosen_now()
        if chosen is not None:
            self._asking.for_correction(chosen)

    def reprint(self) -> None:
        """Ask why another badge is needed for the selected delegate, and print it."""
        chosen = self._chosen_now()
        if chosen is not None:
            self._asking.for_reprint(chosen)

    def print_latin_alone(self) -> None:
        """Record that the badge of the selected delegate shows only the Latin name, as no font has the native name."""
        chosen = self._chosen_now()
        if chosen is not None:
            self._acts.print_latin_alone(chosen.delegate.id, self._answers.show_latin_alone)
            self.prepared.emit()

    def toggle_private(self) -> None:
        """Show the private note on the card of the selected delegate, or hide it again."""
        if not self._asking.keeps_form():
            if self._side.is_asking:
                self._asking.back()
            self._side.card.toggle_private()

    def save_programme(self) -> None:
        """Ask where the programme of the selected delegate shall be saved as a file, and write it there."""
        chosen = self._finder.chosen
        if chosen is not None and not self._asking.keeps_form():
            if self._side.is_asking:
                self._asking.back()
            self._side.programme.save(chosen)

    def compare(self) -> None:
        """Show the selected delegate beside who looks most like them, to merge the two or say that they are two."""
        chosen = self._chosen_now()
        if chosen is not None and self._side.alike:
            other = self._side.alike[0].delegate.id
            self._asking.for_look_alike(chosen.delegate.id, other, self._finder.choose)

    def show_delegation(self) -> None:
        """Show the delegation of the selected delegate, so that its members can be received together."""
        chosen = self._finder.chosen
        if chosen is not None and chosen.delegate.delegation and not self._asking.keeps_form():
            self._asking.for_delegation(
                chosen.delegate.delegation, self._finder.results, self._answers.show_delegation
            )

    def look_at_delegation(self) -> None:
        """Show the members of the delegation whose list is open as they are now."""
        self._asking.look_again()

    def _chosen_now(self) -> Registration | None:
        """The selected delegate; None if the list is out of date or a form is partly filled in."""
        chosen = self._finder.chosen
        return (
            chosen
            if chosen is not None and self._finder.is_current and not self._asking.keeps_form()
            else None
        )
