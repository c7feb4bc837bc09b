"""Records at a desk that one person represents another, or that a person accompanies another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.correct import correct_at_desk
from checkin.desk.find import again
from checkin.desk.register import register
from checkin.desk.represent import comes_after_all, represent, represent_by_new
from checkin.domain.delegates import Field
from checkin.ui.arrivals.asking import told_in
from checkin.ui.arrivals.company_forms import CompanionForm, SubstituteForm
from checkin.ui.arrivals.company_told import of_coming_after_all, of_companion, of_substitution
from checkin.ui.arrivals.substitute_panel import SubstitutePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.represent import Substitution
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.asking import Asking
    from checkin.ui.finding.finder import Finder
    from checkin.ui.page import Parts


class CompanyActs:
    """Asks who represents or accompanies the selected delegate, and records the answer as one act."""

    def __init__(
        self,
        parts: Parts,
        acts: DeskActs,
        finder: Finder,
        answers: Answers,
        asking: Asking,
        received: Callable[[ArrivalAnswer], object],
    ) -> None:
        self._at, self._acts, self._finder = parts, acts, finder
        self._answers, self._asking, self._received = answers, asking, received

    # ---- who comes in somebody's place

    def ask_for_substitute(self, absent: Registration) -> None:
        """Ask who represents the delegate `absent`."""
        panel = SubstitutePanel(self._at, absent.delegate)
        panel.chosen.connect(lambda chosen: self._represent(absent, chosen))
        panel.new_wanted.connect(lambda: self._ask_for_new(absent))
        self._asking.open(panel)

    def take_back_substitute(self, absent: Registration) -> None:
        """Record that the delegate `absent`, who was represented by somebody, comes after all."""
        self._asking.back()
        delegate = absent.delegate
        self._acts.carry_out(
            lambda file, staff: comes_after_all(file, staff, delegate.id),
            lambda done: self._answers.show(of_coming_after_all(done)),
            (delegate.id, delegate.represented_by),
        )

    def _represent(self, absent: Registration, chosen: Registration) -> None:
        self._asking.back()
        one, other = absent.delegate.id, chosen.delegate.id
        self._acts.carry_out(
            lambda file, staff: represent(file, staff, one, other),
            lambda done: self._answers.show(of_substitution(done)),
            (one, other),
        )

    def _ask_for_new(self, absent: Registration) -> None:
        form = SubstituteForm(self._at, absent.delegate)
        form.taken.connect(lambda chosen: self._represent(absent, chosen))
        form.saved.connect(lambda details: self._represent_by_new(form, absent, details))
        self._asking.open(form)

    def _represent_by_new(self, form: SubstituteForm, absent: Registration, details: Details) -> None:
        def then(done: Substitution) -> None:
            self._asking.back()
            self._answers.show(of_substitution(done))

        self._acts.carry_out(
            lambda file, staff: represent_by_new(file, staff, absent.delegate.id, details),
            then,
            fail=told_in(form, self._at.stopped),
        )

    # ---- who comes along

    def ask_for_companion(self, principal: Registration) -> None:
        """Open the form for a person who accompanies the delegate `principal`."""
        form = CompanionForm(self._at, principal.delegate)
        form.taken.connect(lambda chosen: self._bind(principal, chosen))
        form.saved.connect(lambda details: self._add(form, principal, details))
        self._asking.open(form)

    def _add(self, form: CompanionForm, principal: Registration, details: Details) -> None:
        fail = told_in(form, self._at.stopped)
        if not form.comes_later.isChecked():
            self._acts.walk_in(details, self._received, fail)
            return

        def then(known: Registration) -> None:
            self._asking.back()
            self._answers.show(of_companion(principal, known))

        self._acts.carry_out(lambda file, staff: register(file, staff, details), then, fail=fail)

    def _bind(self, principal: Registration, chosen: Registration) -> None:
        """Record that this delegate, who is registered already, accompanies the principal."""
        self._asking.back()
        one = chosen.delegate.id
        if one == principal.delegate.id:
            self._answers.show_unchanged(chosen.delegate)
            return

        def work(file: EventFile, staff: Staff) -> Registration:
            correct_at_desk(file, staff, one, {Field.ACCOMPANIES: principal.delegate.id})
            return again(file, [one])[0]

        self._acts.carry_out(
            work,
            lambda known: self._answers.show(of_companion(principal, known)),
            (one, principal.delegate.id),
        )
