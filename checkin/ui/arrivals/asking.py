"""Opens the forms and questions of the Arrivals page, and acts on the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.find import in_delegation
from checkin.ui.arrivals.band import Told
from checkin.ui.arrivals.delegation import DelegationPanel
from checkin.ui.arrivals.form import CORRECTION, PersonForm
from checkin.ui.arrivals.questions import answer_question, override_question, reprint_question
from checkin.ui.arrivals.walk_in_form import WalkInForm
from checkin.ui.page import if_alive
from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.domain.delegates import Delegate, Details
    from checkin.domain.reasons import Why
    from checkin.domain.registration import Registration
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.ui.arrivals.acts import DeskActs
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.arrivals.side import Side
    from checkin.ui.finding.results import Results
    from checkin.ui.frames.question import Question
    from checkin.ui.page import Parts
    from checkin.ui.stopped import Stopped
    from checkin.wording import Wording


class Asking:
    """The forms and questions that the Arrivals page can open in its side panel, in place of the person card.

    None of them is modal. `back` is called to close the form or question and return to the search.
    """

    def __init__(
        self, parts: Parts, acts: DeskActs, side: Side, band: AnswerBand, back: Callable[[], object]
    ) -> None:
        self._at = parts
        self._look = parts.look
        self._acts = acts
        self._side = side
        self._band = band
        self._back = back

    def for_override(self, registration: Registration, why: Words, answered: Callable[[Why], object]) -> None:
        """Ask for the reason to let in a delegate who is not registered, and call `answered` with the reason.

        `why` explains the refusal. If the delegate is blocked, the question does not say so, because a guest may read
        it; it shows the private note for staff, and the operator has to type the reason.
        """
        self._open(override_question(self._look, self._at.scanners, registration, why, answered))

    def for_answer(self, registration: Registration, why: Words, answered: Callable[[], object]) -> None:
        """Ask whether to receive a delegate who was invited and never answered.

        If the operator agrees (Enter), call `answered`.
        """
        self._open(answer_question(self._look, self._at.scanners, registration, why, answered))

    def for_walk_in(
        self,
        proposed: Delegate,
        received: Callable[[ArrivalAnswer], object],
        taken: Callable[[Registration], object],
    ) -> None:
        """Open the form for a walk-in (a person on no list), filled in with `proposed` (taken from the search).

        `taken` is called with a delegate on the list whom the operator recognises as this person.
        """
        form = WalkInForm(self._at, proposed)
        form.taken.connect(taken)
        form.saved.connect(
            lambda details: self._acts.walk_in(details, received, _told_in(form, self._at.stopped))
        )
        self._open(form)

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
        self._open(form)

    def for_reprint(self, chosen: Registration) -> None:
        """Ask why this delegate needs another badge, then print the badge."""
        self._open(
            reprint_question(self._look, self._at.scanners, chosen, lambda why: self._print(chosen, why))
        )

    def for_delegation(
        self, name: str, states: Results, received: Callable[[Sequence[ArrivalAnswer]], object]
    ) -> None:
        """Show the members of the delegation with this name, and receive those whom the operator ticks as present.

        `states` gives the words for the state of each member.
        """
        file = self._at.file

        def receive(delegates: list[str]) -> None:
            self._back()
            self._acts.arrive(delegates, received)

        def then(members: Sequence[Registration]) -> None:
            panel = DelegationPanel(self._look, name, members, states)
            panel.received.connect(receive)
            self._open(panel)

        self._at.tasks.prompt.run(
            lambda: in_delegation(file, name), then=if_alive(self._side, then), fail=self._at.trouble
        )

    def _correct(self, form: PersonForm, chosen: Registration, details: Details) -> None:
        def then(corrected: Registration) -> None:
            self._back()
            is_printed = corrected.badge is not None and corrected.badge.printed
            self._band.show_answer(
                lambda say: Told(
                    VERDICT_LOOKS[Look.ADMITTED],
                    f"{say.text('CORRECTED')}   {names(corrected.delegate)}",
                    say.text("Ctrl+P prints a badge with the new data") if is_printed and details else "",
                    about=corrected.delegate.id,
                )
            )

        self._acts.correct(chosen.delegate.id, details, then, _told_in(form, self._at.stopped))

    def _print(self, chosen: Registration, why: Why | None) -> None:
        """Print a new badge for the reason `why`. If `why` is None, print the same badge once more."""
        delegate = chosen.delegate
        self._back()

        def then(signs: tuple[str, ...]) -> None:
            self._band.show_answer(
                lambda say: Told(
                    VERDICT_LOOKS[Look.ADMITTED], names(delegate), of_the_print(signs, say), about=delegate.id
                )
            )

        if why is not None:
            self._acts.replace_badge(delegate.id, why, then)
        elif chosen.badge is not None:
            self._acts.print_again(delegate.id, chosen.badge.code, then)

    def _open(self, panel: PersonForm | Question | DelegationPanel) -> None:
        panel.given_up.connect(self._give_up)
        self._side.ask(panel)

    def _give_up(self) -> None:
        """Close the form or question, and put away the answer that has led to it."""
        self._band.show_quietly()
        self._back()


def _told_in(form: PersonForm, stopped: Stopped) -> Callable[[CheckinError], object]:
    """A function that shows an error in the form, and does nothing once the form no longer exists."""

    def tell(error: CheckinError) -> None:
        stopped.look()
        if stopped.lost is None:
            form.show_trouble(lambda _say: str(error))
        else:
            form.show_trouble(lambda say: f"{stopped.title(say)}. {stopped.sentence(say)}")

    return if_alive(form, tell)


def of_the_print(signs: Sequence[str], say: Wording) -> str:
    """The words for what happens to a badge in the print queue; `signs` are characters of the name that no font has."""
    if not signs:
        return say.text("badge on its way to the printer")
    return f"{say.text('This badge cannot be printed.')} {say.not_drawn(signs)}"


def names(delegate: Delegate) -> str:
    """The names by which the delegate is greeted: title and name, in both scripts."""
    return "   ".join(filter(None, (delegate.titled_name, delegate.titled_other_name)))
