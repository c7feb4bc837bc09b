"""Opens the forms and questions of the Arrivals page, and acts on the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.compare import compare
from checkin.desk.find import again
from checkin.ui.alike.compare_panel import ComparePanel
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.questions import (
    answer_question,
    override_question,
    reprint_question,
    with_substitute,
)
from checkin.ui.arrivals.walk_in_form import WalkInForm
from checkin.ui.frames.person_form import CORRECTION, PersonForm
from checkin.ui.page import if_alive
from checkin.ui.photos.photo_panel import PhotoPanel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.compare import Comparison
    from checkin.desk.correct import Correction
    from checkin.desk.merge import Merging
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Delegate, Details
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.ui.arrivals.acts import BadgeQueued, DeskActs
    from checkin.ui.arrivals.answers import Answers
    from checkin.ui.arrivals.group import Group
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.results import Results
    from checkin.ui.frames.panel import Panel
    from checkin.ui.page import Parts
    from checkin.ui.stopped import Stopped


class Asking:
    """Opens the forms and questions of the Arrivals page, in place of the details of the selected delegate.

    While a form or question is open, the rest of the page can still be used. The function `back` is called to close it
    and to return to the search.
    """

    def __init__(
        self, parts: Parts, acts: DeskActs, side: Side, answers: Answers, back: Callable[[], object]
    ) -> None:
        self._at = parts
        self._look = parts.look
        self._acts = acts
        self._side = side
        self._answers = answers
        self.back = back
        """Closes the form or question, and returns to the search."""

    def for_override(self, registration: Registration, why: Words, answered: Callable[[Why], object]) -> None:
        """Ask for the reason to let in a delegate who is not registered, and call `answered` with the reason.

        `why` explains the refusal; if somebody represents the delegate, the question names them too. If the delegate is
        blocked, the question does not say so, because a guest may read it; it shows the private note for staff, and the
        operator has to type the reason.
        """
        file, represented_by = self._at.file, registration.delegate.represented_by

        def ask(known: Sequence[Registration]) -> None:
            said = with_substitute(why, known)
            self.open(override_question(self._look, self._at.scanners, registration, said, answered))

        if represented_by:
            self._at.tasks.prompt.run(
                lambda: again(file, [represented_by]), then=if_alive(self._side, ask), fail=self._at.trouble
            )
        else:
            ask(())

    def for_answer(self, registration: Registration, why: Words, answered: Callable[[], object]) -> None:
        """Ask whether to receive a delegate who never answered the invitation.

        `why` explains the question. `answered` is called if the operator agrees (Enter).
        """
        self.open(answer_question(self._look, self._at.scanners, registration, why, answered))

    def for_walk_in(
        self,
        proposed: Delegate,
        received: Callable[[ArrivalAnswer], object],
        taken: Callable[[Registration], object],
    ) -> None:
        """Open the form for a walk-in (a person on no list), filled in with the name in `proposed`.

        `received` is called when the walk-in's arrival is recorded. If the operator finds the person on the list after
        all, `taken` is called with that delegate instead.
        """
        form = WalkInForm(self._at, proposed)
        form.taken.connect(taken)
        form.saved.connect(
            lambda details: self._acts.walk_in(details, received, told_in(form, self._at.stopped))
        )
        self.open(form)

    def for_correction(self, chosen: Registration) -> None:
        """Open the form in which the operator corrects the recorded details of this delegate."""
        delegate = chosen.delegate
        form = PersonForm(
            self._at.file.known_event,
            self._look,
            lambda say: say.text("Correct {name}").format(name=delegate.name),
            delegate,
            CORRECTION,
        )
        form.saved.connect(lambda details: self._correct(form, chosen, details))
        self.open(form)

    def for_photo(self, chosen: Registration, path: Path | None = None) -> None:
        """Open the panel in which the photo of this delegate is set, from the file at `path` if one is given.

        A panel that is open for the same delegate reads the file in place of the one before.
        """
        shown = self._side.currentWidget()
        if isinstance(shown, PhotoPanel) and path is not None and self.has_photo_of(chosen):
            shown.read(path)
            return
        panel = PhotoPanel(self._at, chosen.delegate)
        panel.taken.connect(lambda portrait: self._set_photo(panel, chosen, portrait))
        panel.removed.connect(lambda: self._set_photo(panel, chosen, b""))
        self.open(panel)
        if path is not None:
            panel.read(path)

    def has_photo_of(self, chosen: Registration) -> bool:
        """Whether the panel that sets the photo of this delegate is open."""
        shown = self._side.currentWidget()
        return isinstance(shown, PhotoPanel) and shown.delegate == chosen.delegate.id

    def for_reprint(self, chosen: Registration) -> None:
        """Ask for the reason why this delegate needs another badge, then print another badge.

        A delegate without a badge is given one without a question, because none of the reasons would apply.
        """
        badge = chosen.badge
        if badge is None:
            self.back()
            self._acts.give_badge(
                chosen.delegate.id, lambda queued: self._answers.show_reprint(chosen.delegate, queued)
            )
            return
        self.open(
            reprint_question(
                self._look,
                self._at.scanners,
                chosen.delegate,
                lambda why: self._print(chosen.delegate, badge, why),
            )
        )

    def for_group(
        self,
        group: Group,
        states: Results,
        received: Callable[[Sequence[ArrivalAnswer]], object],
        alone: Callable[[], object] = lambda: None,
    ) -> None:
        """List the people of this group, and record the arrival of the people whom the operator ticks.

        `states` gives the words for each person's state, such as “expected”. `received` is called with the desk's
        answers about the ticked people. If the group has only one person and is no delegation, no list is shown, and
        `alone` is called instead.
        """

        def receive(delegates: list[str]) -> None:
            self.back()
            self._acts.arrive(delegates, received)

        def then(members: Sequence[Registration]) -> None:
            if len(members) == 1 and not group.may_be_one:
                alone()
                return
            panel = DelegationPanel(self._look, group, members, states)
            panel.received.connect(receive)
            panel.refused.connect(self._answers.show_form_is_kept)
            self.open(panel)

        self._at.tasks.prompt.run(group.read, then=if_alive(self._side, then), fail=self._at.trouble)

    def for_look_alike(self, one: str, other: str, merged: Callable[[Registration], object]) -> None:
        """Open the comparison of the delegates with these ids; if the operator merges them, call `merged`.

        `merged` gets the registration of the merged person.
        """
        file = self._at.file

        def on_merged(merging: Merging) -> None:
            self.back()
            merged(merging.registration)

        def then(found: Comparison | None) -> None:
            if found is not None:
                panel = ComparePanel(self._at, found)
                panel.merged.connect(on_merged)
                panel.separated.connect(lambda _act: self.back())
                self.open(panel)
                panel.setFocus()

        self._at.tasks.prompt.run(
            lambda: compare(file, one, other), then=if_alive(self._side, then), fail=self._at.trouble
        )

    def keeps_form(self) -> bool:
        """Whether a form is partly filled in and must stay open; if so, the band asks to save it or give it up."""
        if self._side.is_writing:
            self._answers.show_form_is_kept()
        return self._side.is_writing

    def look_again(self) -> None:
        """Read the members of the delegation again whose list is open, because somebody may have been received."""
        panel = self._side.currentWidget()
        if isinstance(panel, DelegationPanel):
            self._at.tasks.prompt.run(
                panel.group.read, then=if_alive(panel, panel.show_members), key="members"
            )

    def _correct(self, form: PersonForm, chosen: Registration, details: Details) -> None:
        def then(correction: Correction) -> None:
            self.back()
            if details:
                self._answers.show_corrected(correction)
            else:
                self._answers.show_unchanged(chosen.delegate)

        self._acts.correct(chosen.delegate.id, details, then, told_in(form, self._at.stopped))

    def _set_photo(self, panel: PhotoPanel, chosen: Registration, portrait: bytes) -> None:
        def then(known: Registration) -> None:
            self.back()
            self._answers.show_photo(known, is_same=known.delegate.photo == chosen.delegate.photo)

        self._acts.set_photo(chosen.delegate.id, portrait, then, if_alive(panel, panel.show_trouble))

    def _print(self, delegate: Delegate, badge: Badge, why: Why | None) -> None:
        """Print a new badge for the reason `why`. If `why` is None, print the same badge once more."""
        self.back()

        def then(queued: BadgeQueued) -> None:
            self._answers.show_reprint(delegate, queued)

        if why is not None:
            self._acts.replace_badge(delegate.id, why, then)
        else:
            self._acts.print_again(delegate.id, badge.code, then)

    def open(self, panel: Panel) -> None:
        """Show this form or question in place of the details of the selected delegate."""
        panel.given_up.connect(self._give_up)
        panel.asked_to_give_up.connect(self._answers.show_esc_gives_up)
        self._side.ask(panel)

    def _give_up(self) -> None:
        """Close the form or question, and put away the answer that has led to it."""
        self._at.scanners.count_anew()
        self._answers.put_away()
        self.back()


def told_in(form: PersonForm, stopped: Stopped) -> Callable[[CheckinError], object]:
    """Make a function that shows an error in the form, or does nothing if the form no longer exists."""

    def tell(error: CheckinError) -> None:
        stopped.look()
        if stopped.lost is None:
            form.show_trouble(lambda _say: str(error))
        else:
            form.show_trouble(lambda say: f"{stopped.title(say)}. {stopped.sentence(say)}")

    return if_alive(form, tell)
