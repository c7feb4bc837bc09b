"""Shows the outcome of each act at the desk in the band below the search field, and plays a sound for some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.desk.find import again
from checkin.domain.admission import Refused
from checkin.domain.arriving import NotReceived, Received
from checkin.domain.near_codes import nearness
from checkin.ui.arrivals.badge_fates import BadgeFates
from checkin.ui.arrivals.badge_words import (
    names,
    of_many_prints,
    of_no_badge,
    of_the_arrival,
    of_the_badge_queued,
    of_the_print,
)
from checkin.ui.arrivals.told import Told, look_of
from checkin.ui.finding.headings import LAST_SELECTED
from checkin.ui.page import if_alive
from checkin.ui.theme import VERDICT_LOOKS, Look
from checkin.ui.theme import look_of as look_of_verdict
from checkin.ui.undoing import told_undone
from checkin.wording import Circumstances

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.desk.correct import Correction
    from checkin.desk.scan_at_desk import DeskAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.admission import Refusal
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Delegate
    from checkin.domain.near_codes import Nearness
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.ui.arrivals.acts import BadgeQueued
    from checkin.ui.arrivals.band import AnswerBand
    from checkin.ui.page import Parts
    from checkin.wording import Wording

_WHY_NOT: Final = VERDICT_LOOKS[Look.NOT_ON_LIST]
"""The look of an answer that says why nothing was done or printed: an exclamation mark on amber, without a sound."""


class Answers:
    """Shows the outcome of each act in words and colours in the band, the wide strip below the search field.

    The Undo button stands beside an outcome only if something was recorded.
    """

    def __init__(self, parts: Parts, band: AnswerBand) -> None:
        self._at = parts
        self._band = band
        self._fates = BadgeFates(parts, band)
        self._fates.changed.connect(band.show_again)

    def show_arrival(self, answer: ArrivalAnswer, *, is_selected: bool) -> Words:
        """Show whether one delegate was received; return the words that tell the operator the reason if not.

        `is_selected` says that the delegate is selected in the list, so that the keys are for the delegate.
        """
        known = self._circumstances()
        look = look_of(answer.reception, known)
        self._fates.follow([answer.code] if answer.prints else ())

        def tell(say: Wording) -> Told:
            delegate, words = answer.registration.delegate, say.reception(answer.reception, known)
            badge = of_the_arrival(answer, self._fates.of(answer.code), say, is_selected=is_selected)
            detail = (_call(delegate, say), words.sentence, badge, delegate.titled_other_name)
            return Told(
                look,
                f"{words.title}   {delegate.titled_name}",
                " · ".join(filter(None, detail)),
                is_flagged=delegate.attention,
                is_recorded=isinstance(answer.reception, Received),
                about=delegate.id,
            )

        self._band.show_answer(tell)
        self._at.sounds.play(look.sound)
        return lambda say: say.reception(answer.reception, known).reason

    def show_delegation(self, answers: Sequence[ArrivalAnswer]) -> None:
        """Show how many members of a delegation were received.

        If any member was refused, nobody was received, and the names of those refused are shown.
        """
        refused = [answer for answer in answers if isinstance(answer.reception, NotReceived)]
        if refused:
            self._show_delegation_refused(refused)
            return
        received = sum(isinstance(answer.reception, Received) for answer in answers)
        printed = [answer.code for answer in answers if answer.prints and not answer.not_drawn]
        self._fates.follow(printed)
        left_out = ", ".join(answer.registration.delegate.name for answer in answers if answer.not_drawn)

        def tell(say: Wording) -> Told:
            words = say.many("{count} participant received", "{count} participants received", received)
            badges = of_many_prints([self._fates.of(code) for code in printed], say)
            waits = say.text("no font has all signs of these names: {names}").format(names=left_out)
            details = (badges, waits if left_out else "")
            return Told(VERDICT_LOOKS[Look.ADMITTED], words, " · ".join(filter(None, details)))

        self._band.show_answer(tell)

    def show_not_read(
        self, refusal: Refusal | None, answer: DeskAnswer, text: str, *, is_selected: bool = False
    ) -> None:
        """Show why nobody was received after a scan; `text` is what was scanned or typed.

        `refusal` is the reason. It is None if the badge is genuine but its holder is not known in this event file.
        `answer` holds the badge that was read and its holder, as far as they are known. `is_selected` says that the
        holder is selected in the list, so that Enter is for the holder.
        """
        if refusal is None:
            self._band.show_answer(_tell_of_unknown)
        elif answer.is_shared_ticket:
            self.show_why_not(
                lambda say: say.text("Several participants have this ticket. Choose one of them.")
            )
        else:
            self._show_refused(refusal, answer, text, is_selected=is_selected)

    def _show_refused(self, refusal: Refusal, answer: DeskAnswer, text: str, *, is_selected: bool) -> None:
        """Show why the holder of the badge or code that was read is not received."""
        verdict, known = Refused(refusal), self._circumstances(answer.badge, nearness(text))
        look = VERDICT_LOOKS[look_of_verdict(verdict)]
        registration, badge = answer.registration, answer.badge
        holder = registration.delegate if registration is not None else None

        def tell(say: Wording) -> Told:
            words = say.verdict(verdict, known)
            title, worn = words.title, look
            detail = words.sentence or f"{words.reason} {words.next_step}".strip()
            if badge is not None and not badge.is_valid:
                detail, step = of_no_badge(badge, registration, say, is_selected=is_selected)
                if step:
                    title, worn = say.text("BADGE TAKEN BACK"), _WHY_NOT
                    detail = f"{detail} · {step}"
            if holder is None:
                return Told(worn, title, detail, is_recorded=False)
            return Told(
                worn,
                f"{title}   {holder.titled_name}",
                " · ".join(filter(None, (_call(holder, say), detail, holder.titled_other_name))),
                is_flagged=holder.attention,
                is_recorded=False,
                about=holder.id,
            )

        self._band.show_answer(tell)
        self._at.sounds.play(look.sound)

    def show_undone(self, undoing: Undoing) -> None:
        """Show which act was undone, and whether a printed badge must be taken back.

        If the act undone was itself an undo, show which act is valid again.
        """
        event, now = self._at.file.known_event, self._at.now()
        self._band.show_answer(lambda say: _undone(undoing, event, now, say))

    def show_corrected(self, correction: Correction, chosen: Words = lambda _say: "") -> None:
        """Show that a delegate was corrected, and what becomes of their badge.

        `chosen` gives further words about the badge, such as that it shows the Latin name alone.
        """
        known = correction.registration
        is_printed = known.badge is not None and known.badge.printed
        code = known.badge.code if known.badge is not None else ""
        self._fates.follow([code] if correction.prints else ())

        def tell(say: Wording) -> Told:
            again = say.text("Ctrl+P prints a badge with the new data") if is_printed else ""
            waits = of_the_print(correction.not_drawn, self._fates.of(code), say)
            badge = waits if correction.prints else again
            return Told(
                VERDICT_LOOKS[Look.ADMITTED],
                f"{say.text('CORRECTED')}   {names(known.delegate)}",
                " · ".join(filter(None, (chosen(say), badge))),
                about=known.delegate.id,
            )

        self._band.show_answer(tell)

    def show_latin_alone(self, correction: Correction) -> None:
        """Show that the delegate's badge has the Latin name alone from now on, and what becomes of this badge."""
        self.show_corrected(correction, lambda say: say.text("the badge shows the Latin name alone"))

    def show_photo(self, known: Registration, *, is_same: bool) -> None:
        """Show that a delegate's photo was set or removed; `is_same` says that the delegate had this photo already."""
        delegate = known.delegate
        if is_same:
            self.show_unchanged(delegate)
            return
        self._fates.follow(())

        def tell(say: Wording) -> Told:
            what = say.text("PHOTO SET") if delegate.photo else say.text("PHOTO REMOVED")
            return Told(VERDICT_LOOKS[Look.ADMITTED], f"{what}   {names(delegate)}", "", about=delegate.id)

        self._band.show_answer(tell)

    def show(self, tell: Callable[[Wording], Told]) -> None:
        """Show the outcome of an act; `tell` words the outcome in a language."""
        self._band.show_answer(tell)

    def show_unchanged(self, delegate: Delegate) -> None:
        """Show that nothing about this delegate was changed, because the form was saved without anything new in it."""
        self.show_why_not(lambda say: say.text("Nothing was changed."), delegate)

    def show_reprint(self, delegate: Delegate, queued: BadgeQueued) -> None:
        """Show that the delegate's badge that the operator asked for is in the print queue, and what becomes of it."""
        self._fates.follow([queued.code])
        self._band.show_answer(
            lambda say: Told(
                _WHY_NOT if queued.not_drawn else VERDICT_LOOKS[Look.ADMITTED],
                names(delegate),
                of_the_badge_queued(queued, self._fates.of(queued.code), say),
                about=delegate.id,
            )
        )

    def look_again(self) -> None:
        """Remove the answer if it is about a delegate whose registration was undone, on any page or at another desk."""
        file, band, about = self._at.file, self._band, self._band.about

        def then(known: Sequence[Registration]) -> None:
            if not known and band.about == about:
                band.show_quietly()

        if about:
            self._at.tasks.prompt.run(lambda: again(file, [about]), then=if_alive(band, then), key="answer")

    def put_away(self) -> None:
        """Remove the answer from the band."""
        self._band.show_quietly()

    def show_form_is_kept(self) -> None:
        """Tell the operator to save or give up the open form first, because it is partly filled in."""
        self.show_why_not(lambda say: say.text("Save the form or give it up first (Esc)."))

    def show_esc_gives_up(self) -> None:
        """Tell the operator that the first Esc has closed nothing, and that the next one gives up what was begun."""
        self.show_why_not(lambda say: say.text("Press Esc again to give up what you have begun."))

    def show_only_remembered(self) -> None:
        """Show why Enter did not receive the selected delegate.

        The delegate was selected before the program was restarted, and somebody else may stand at the desk now.
        """
        self.show_why_not(LAST_SELECTED.words, detail=LAST_SELECTED.if_empty)

    def show_next_undo(self, act: Words) -> None:
        """Show that nothing was recorded just now, and that Ctrl+Z would undo the earlier act that `act` describes."""
        self._band.show_answer(
            lambda say: Told(
                _WHY_NOT,
                say.text("Nothing was recorded just now."),
                say.text("Ctrl+Z takes back: {act}").format(act=act(say)),
            )
        )

    def show_why_not(
        self, words: Words, delegate: Delegate | None = None, detail: Words = lambda _say: ""
    ) -> None:
        """Show why nothing was done.

        `words` gives the reason, and `detail` a second line below it. If a delegate is given, their name is shown
        beside the reason.
        """

        def tell(say: Wording) -> Told:
            who = names(delegate) if delegate is not None else ""
            title = "   ".join(filter(None, (words(say), who)))
            about = delegate.id if delegate is not None else ""
            return Told(_WHY_NOT, title, detail(say), is_recorded=False, about=about)

        self._band.show_answer(tell)

    def show_nobody_chosen(self, words: Words) -> None:
        """Show that nothing was done because nobody is selected; `words` tells the operator how to find somebody.

        The answer goes as soon as somebody is selected.
        """
        self._band.show_answer(lambda say: Told(_WHY_NOT, words(say), is_recorded=False, until_chosen=True))

    def _show_delegation_refused(self, refused: Sequence[ArrivalAnswer]) -> None:
        known = self._circumstances()
        look = look_of(refused[0].reception, known)
        who = ", ".join(names(answer.registration.delegate) for answer in refused)

        def tell(say: Wording) -> Told:
            words = say.reception(refused[0].reception, known)
            nobody = say.text("Nobody was recorded as arrived.")
            return Told(look, f"{words.title}   {who}", f"{words.reason} {nobody}", is_recorded=False)

        self._band.show_answer(tell)
        self._at.sounds.play(look.sound)

    def _circumstances(self, badge: Badge | None = None, near: Nearness | None = None) -> Circumstances:
        return Circumstances(self._at.now(), self._at.file.known_event.zone, badge=badge, near=near)


def _call(delegate: Delegate, say: Wording) -> str:
    """What the operator has to do for a guest of protocol (a VIP); "" for anybody else."""
    return say.text("Call the protocol officer") if delegate.attention else ""


def _tell_of_unknown(say: Wording) -> Told:
    unknown = say.text("The badge is genuine; who holds it is not known here yet.")
    return Told(VERDICT_LOOKS[Look.DETAILS_FOLLOW], unknown, is_recorded=False)


def _undone(undoing: Undoing, event: Event, now: datetime, say: Wording) -> Told:
    what = told_undone(undoing, event, now, say)
    if undoing.brought_back is not None:
        return Told(VERDICT_LOOKS[Look.BACK_IN], f"{say.text('BROUGHT BACK')} · {what}")
    take_back = ""
    if undoing.printed:
        take_back = say.many(
            "take the printed badge back: it admits nobody any more",
            "take the {count} printed badges back: they admit nobody any more",
            undoing.printed,
        )
    return Told(VERDICT_LOOKS[Look.GOODBYE], f"{say.text('UNDONE')} · {what}", take_back)
