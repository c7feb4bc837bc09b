"""What came of an act at the desk, said in the band and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.admission import Refused
from checkin.domain.arriving import ArrivedBefore, NotReceived, Received
from checkin.domain.facts import BadgeIssued
from checkin.ui.arrivals.asking import names
from checkin.ui.arrivals.band import look_of
from checkin.ui.theme import VERDICT_LOOKS, Look
from checkin.ui.theme import look_of as look_of_verdict
from checkin.wording import Circumstances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.scan_at_desk import DeskAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.admission import Refusal
    from checkin.domain.badges import Badge
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.page import Parts


class Answers:
    """Words each answer of the desk; nothing here looks recorded that is not."""

    def __init__(self, parts: Parts, band: AnswerBand) -> None:
        self._at = parts
        self._say = parts.wording
        self._event = parts.file.known_event
        self._band = band

    def show_arrival(self, answer: ArrivalAnswer) -> str:
        """How one delegate was received; why not, for the operator, where they were not."""
        delegate, say = answer.registration.delegate, self._say
        words = say.reception(answer.reception, self._circumstances())
        look = look_of(answer.reception)
        self._band.show_answer(
            look,
            f"{words.title}   {names(delegate)}",
            " · ".join(filter(None, (words.sentence, self._of_the_badge(answer)))),
            is_flagged=delegate.attention,
            is_recorded=isinstance(answer.reception, Received),
        )
        self._at.sounds.play(look.sound)
        return words.reason

    def show_delegation(self, answers: Sequence[ArrivalAnswer]) -> None:
        """How many were received together; or who stands in the way, and that then nobody was."""
        refused = [answer for answer in answers if isinstance(answer.reception, NotReceived)]
        if refused:
            self._show_delegation_refused(refused)
            return
        received = sum(isinstance(answer.reception, Received) for answer in answers)
        words = self._say.many("{count} delegate received", "{count} delegates received", received)
        prints = sum(answer.prints for answer in answers)
        detail = self._say.many("{count} badge to be printed", "{count} badges to be printed", prints)
        self._band.show_answer(VERDICT_LOOKS[Look.ADMITTED], words, detail if prints else "")

    def show_not_read(self, refusal: Refusal | None, answer: DeskAnswer) -> None:
        """Why a reading received nobody; without a refusal the badge is genuine and nobody here knows whose it is."""
        if refusal is None:
            unknown = self._say.text("The badge is genuine; who holds it is not known here yet.")
            self._band.show_answer(VERDICT_LOOKS[Look.DETAILS_FOLLOW], unknown, is_recorded=False)
            return
        verdict = Refused(refusal)
        words = self._say.verdict(verdict, self._circumstances(answer.badge))
        look = VERDICT_LOOKS[look_of_verdict(verdict)]
        name = f"   {names(answer.registration.delegate)}" if answer.registration is not None else ""
        self._band.show_answer(look, words.title + name, words.sentence or words.next_step, is_recorded=False)
        self._at.sounds.play(look.sound)

    def show_undone(self, undoing: Undoing) -> None:
        """What was taken back, and that paper may have to be taken back too; or what was brought back."""
        known = undoing.registration
        name = known.delegate.name if known is not None else ""
        if undoing.brought_back is not None:
            what = self._say.act(undoing.brought_back.facts, name, self._event)
            self._band.show_answer(VERDICT_LOOKS[Look.BACK_IN], self._say.text("BROUGHT BACK"), what)
            return
        what = self._say.act(undoing.undone.facts, name, self._event)
        gave_badge = any(isinstance(fact, BadgeIssued) for fact in undoing.undone.facts)
        if known is not None and known.badge is not None and known.badge.printed and gave_badge:
            what = self._say.text("take the printed badge back: it admits nobody any more") + " · " + what
        self._band.show_answer(VERDICT_LOOKS[Look.GOODBYE], self._say.text("UNDONE"), what)

    def show_form_is_kept(self) -> None:
        """A form that was begun stays until it is saved or given up."""
        words = self._say.text("Save the form or give it up first (Esc).")
        self._band.show_answer(VERDICT_LOOKS[Look.ALREADY_INSIDE], words, "", is_recorded=False)

    def _show_delegation_refused(self, refused: Sequence[ArrivalAnswer]) -> None:
        look = look_of(refused[0].reception)
        words = self._say.reception(refused[0].reception, self._circumstances())
        who = ", ".join(names(answer.registration.delegate) for answer in refused)
        nobody = self._say.text("Nobody was recorded as arrived.")
        self._band.show_answer(look, f"{words.title}   {who}", f"{words.reason} {nobody}", is_recorded=False)
        self._at.sounds.play(look.sound)

    def _of_the_badge(self, answer: ArrivalAnswer) -> str:
        say = self._say
        match answer.reception:
            case ArrivedBefore():
                return say.text("nothing was printed; Ctrl+P prints another badge")
            case _ if answer.prints and not self._at.is_printing():
                return say.text("the badge waits: look at the printer's lamp below")
            case _ if answer.prints:
                return say.text("badge on its way to the printer")
            case Received() if answer.registration.badge is not None:
                return say.text("has a badge already")
            case _:
                return ""

    def _circumstances(self, badge: Badge | None = None) -> Circumstances:
        return Circumstances(self._at.now(), self._event.zone, badge=badge)
