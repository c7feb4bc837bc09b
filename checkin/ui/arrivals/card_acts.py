"""What can be done with the selected delegate, besides receiving them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin.ui.arrivals.company_acts import CompanyActs
from checkin.ui.arrivals.group import delegation_group, party_group

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.domain.registration import Registration
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.asking import Asking
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Parts


class CardActs(QObject):
    """Does what the keys ask for that stand beside the card of the selected delegate.

    While a form is partly filled in, the keys do nothing but say so.
    """

    prepared = Signal()
    """Emitted when an act has begun that only prepares the arrival of the delegate."""

    def __init__(
        self,
        parts: Parts,
        acts: DeskActs,
        finder: Finder,
        side: Side,
        answers: Answers,
        asking: Asking,
        received: Callable[[ArrivalAnswer], object],
    ) -> None:
        """`received` is called with the desk's answer when a new person was registered and received."""
        super().__init__(side)
        self._file = parts.file
        self._company = CompanyActs(parts, acts, finder, answers, asking, received)
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

    def set_photo(self) -> None:
        """Open the panel that sets the photo of the selected delegate."""
        chosen = self._chosen_now()
        if chosen is not None:
            self._asking.for_photo(chosen)

    def take_photo(self, path: Path) -> bool:
        """Show the photo in this file in the panel of the selected delegate; return whether somebody is selected."""
        chosen = self._finder.chosen
        if chosen is None:
            return False
        if self._asking.has_photo_of(chosen) or not self._asking.keeps_form():
            self._asking.for_photo(chosen, path)
        return True

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
        """Show the selected delegate beside the most similar one; the operator merges or separates the two."""
        chosen = self._chosen_now()
        if chosen is not None and self._side.alike:
            other = self._side.alike[0].delegate.id
            self._asking.for_look_alike(chosen.delegate.id, other, self._finder.choose)

    def show_delegation(self) -> None:
        """Show the delegation of the selected delegate, so that its members can be received together."""
        chosen = self._finder.chosen
        if chosen is not None and chosen.delegate.delegation and not self._asking.keeps_form():
            group = delegation_group(self._file, chosen.delegate.delegation)
            self._asking.for_group(group, self._finder.results, self._answers.show_delegation)

    def show_party(self) -> None:
        """List the selected delegate's principal and all companions, so that the operator can receive them together."""
        chosen = self._finder.chosen
        if chosen is not None and not self._asking.keeps_form():
            self._asking.for_group(
                party_group(self._file, chosen.delegate),
                self._finder.results,
                self._answers.show_delegation,
                lambda: self._answers.show_why_not(
                    lambda say: say.text("Nobody accompanies this participant."), chosen.delegate
                ),
            )

    def add_companion(self) -> None:
        """Open the form for a person who accompanies the selected delegate."""
        chosen = self._chosen_now()
        if chosen is not None:
            self._company.ask_for_companion(chosen)

    def represent(self) -> None:
        """Ask who represents the selected delegate or, if somebody does already, record that the delegate comes."""
        chosen = self._chosen_now()
        if chosen is not None and chosen.delegate.represented_by:
            self._company.take_back_substitute(chosen)
        elif chosen is not None:
            self._company.ask_for_substitute(chosen)

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
